"""`tweetspat show`: load, link, order, print."""

import os
from typing import Annotated, NamedTuple, cast

import typer

from tweetspat import reconstruction
from tweetspat.cli import options
from tweetspat.cli.output import tell, write, write_file
from tweetspat.cli.screen import view_of
from tweetspat.model import Heap
from tweetspat.problems import NothingFound, UsageError
from tweetspat.renderers import RENDERERS, format_of_ending, renderer
from tweetspat.renderers.view import Report
from tweetspat.sides import side_option
from tweetspat.zones import zone_or_raise

__all__ = ["Wanted", "exit_code", "present", "show"]

MANY = 5_000
"""Tweets from which on loading the quicker JSON encoder pays."""

_DONE, _PARTLY = 0, 4
_MOST_OTHERS = 20


class Wanted(NamedTuple):
    """What the user asked for, as parsed."""

    format: str | None = None
    output: str | None = None
    whole: bool = False
    zones: list[str] | None = None
    naive_zone: str | None = None
    sides: list[str] | None = None
    infer: str = "safe"
    color: str = "auto"
    theme: str = "auto"
    width: int | None = None
    strict: bool = False
    quiet: bool = False
    verbose: bool = False


def show(
    inputs: options.Inputs = None,
    format: Annotated[  # noqa: A002 - the option's name
        str | None,
        typer.Option(metavar="|".join(RENDERERS), help="How to print."),
    ] = None,
    output: Annotated[
        str | None,
        typer.Option(
            "-o", "--output", metavar="FILE", help="Its ending sets the format."
        ),
    ] = None,
    whole: Annotated[
        bool, typer.Option("--all", help="Show every conversation whole.")
    ] = False,
    zone: options.Zones = None,
    naive_zone: options.NaiveZone = None,
    side: options.Sides = None,
    infer: options.Infer = "safe",
    color: options.Color = "auto",
    theme: options.Theme = "auto",
    width: options.Width = None,
    strict: options.Strict = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    debug: options.Debug = False,  # noqa: ARG001 - main looks for it
) -> int:
    """Print the spat in order, each side's clock shown."""
    return present(
        options.inputs_or_stdin(inputs),
        Wanted(
            format,
            output,
            whole,
            zone,
            naive_zone,
            side,
            infer,
            color,
            theme,
            width,
            strict,
            quiet,
            verbose,
        ),
    )


def present(inputs: list[str], wanted: Wanted) -> int:
    """Run the straight line for one set of inputs and return the exit code."""
    from tweetspat.interface import load

    name = _format(wanted)
    sides = [side_option(each) for each in wanted.sides or ()]
    infer = options.words(wanted.infer, "off", "safe", "wide")
    for word in wanted.zones or ():
        zone_or_raise(word)
    for each in inputs:
        if wanted.output and _same(each, wanted.output):
            raise UsageError(f"{each}: the output would replace this input")
    heap = load(
        inputs, naive_zone=wanted.naive_zone, hashed=RENDERERS[name].for_machines
    )
    if not wanted.quiet:
        tell([*heap.unread, *heap.problems])
    if not heap.tweets:
        raise NothingFound(f"{inputs[0]}: there is no tweet in it")
    view = view_of(
        options.clocks(wanted.zones, heap),
        width=wanted.width,
        color=wanted.color,
        theme=wanted.theme,
        verbose=wanted.verbose,
        as_terminal=wanted.format == "terminal",
    )
    if wanted.format is None and wanted.output is None and view.theme:
        name = "terminal"
    on_screen = view.isolate and not wanted.output
    view = view._replace(
        whole=wanted.whole,
        isolate=on_screen,
        most_others=_MOST_OTHERS if on_screen else None,
    )
    spats = reconstruction.reconstruct(
        heap, sides=sides, infer=cast(reconstruction.Infer, infer)
    )
    report = Report(
        spats, heap.inputs, (*heap.unread, *heap.problems), len(heap.tweets) > MANY
    )
    lines = renderer(name).render(report, view)
    if wanted.output and wanted.output != "-":
        write_file(lines, wanted.output)
    else:
        machines = RENDERERS[name].for_machines or name == "svg"
        write(lines, "utf-8" if machines else None)
    return exit_code(heap, strict=wanted.strict)


def _same(one: str, other: str) -> bool:
    return (
        os.path.exists(one) and os.path.exists(other) and os.path.samefile(one, other)
    )


def _format(wanted: Wanted) -> str:
    """Return the format asked for by name or by the file's ending, else text."""
    if wanted.format:
        renderer_known = wanted.format in RENDERERS
        if not renderer_known:
            raise UsageError(
                f"{wanted.format[:40]!r} is no format; there are {', '.join(RENDERERS)}"
            )
        return wanted.format
    if wanted.output and wanted.output != "-":
        found = format_of_ending(wanted.output)
        if found is None:
            endings = ", ".join(e for f in RENDERERS.values() for e in f.endings)
            raise UsageError(
                f"{wanted.output}: no format has that ending; {endings} do"
            )
        return found
    return "text"


def exit_code(heap: Heap, *, strict: bool) -> int:
    """Return 4 when something could not be read at all, or broke off."""
    lost = heap.unread or any(each.broken for each in heap.inputs)
    return _PARTLY if lost or (strict and heap.skipped) else _DONE
