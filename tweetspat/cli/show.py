"""`tweetspat show`: load, link, order, print."""

import os
from collections.abc import Iterable
from itertools import islice
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer

from tweetspat.cli import options
from tweetspat.cli.asked import Asked, asked_for
from tweetspat.cli.heaps import Source, opened_heap
from tweetspat.cli.output import write, write_file
from tweetspat.cli.screen import view_of
from tweetspat.cli.selected import known, listed, parts, selection_of, thread_of
from tweetspat.cli.splitting import check_split, write_parts
from tweetspat.model import Spat
from tweetspat.problems import UsageError
from tweetspat.renderers import RENDERERS, Format, format_of_ending, renderer
from tweetspat.renderers.view import LAYOUTS, Report
from tweetspat.selection import Branch, Selection
from tweetspat.summaries import Summary
from tweetspat.zones import zone_or_raise

if TYPE_CHECKING:
    from tweetspat.cli.heaps import AnyConversations, AnyHeap

__all__ = ["Wanted", "exit_code", "present", "show"]

LARGE = 256 << 20
"""Bytes from which on inputs are scanned, and links inferred inside conversations."""

SEARCHED = 32 << 20
"""Bytes from which on one thread is sought, where nothing is inferred anyway."""

_DONE, _PARTLY = 0, 4
_MOST_OTHERS = 20


class Wanted(NamedTuple):
    """What the user asked for, as parsed."""

    format: str | None = None
    output: str | None = None
    whole: bool = False
    zones: list[str] | None = None
    naive_zone: str | None = None
    asked: Asked = Asked()
    color: str = "auto"
    theme: str = "auto"
    width: int | None = None
    strict: bool = False
    quiet: bool = False
    verbose: bool = False
    thread: str | None = None
    branch: Branch = Branch()
    events: bool = False
    no_pager: bool = False
    layout: str = "timeline"
    compact: bool = False
    unfold: bool = False
    edges: bool = False
    split: int | None = None
    jobs: int | None = None
    selection: Selection | None = None


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
    cast: options.Cast = None,
    infer: options.Infer = None,
    no_basis: options.NoBasis = None,
    join: options.Join = None,
    thread: options.Thread = None,
    up: options.Up = False,
    down: options.Down = False,
    by: options.By = None,
    between: options.Between = None,
    since: options.Since = None,
    until: options.Until = None,
    grep: options.Grep = None,
    only: options.Only = None,
    without: options.Without = None,
    events: options.Events = False,
    edges: options.Edges = False,
    layout: options.Layout = "timeline",
    compact: options.Compact = False,
    unfold: options.Unfold = False,
    color: options.Color = "auto",
    theme: options.Theme = "auto",
    width: options.Width = None,
    split: options.Split = None,
    jobs: options.Jobs = None,
    no_pager: options.NoPager = False,
    strict: options.Strict = False,
    quiet: options.Quiet = False,
    verbose: options.Verbose = False,
    debug: options.Debug = False,  # noqa: ARG001 - main looks for it
) -> int:
    """Print the spat in order, each side's clock shown."""
    return present(
        options.inputs_or_stdin(inputs, indexed=True),
        Wanted(
            format,
            output,
            whole,
            zone,
            naive_zone,
            asked_for(infer, no_basis, join, side, cast),
            color,
            theme,
            width,
            strict,
            quiet,
            verbose,
            thread,
            options.branch(thread, up=up, down=down),
            events,
            no_pager,
            options.words(layout, *LAYOUTS),
            compact,
            unfold,
            edges,
            split,
            jobs,
            selection_of(by, between, since, until, grep, only, without),
        ),
    )


def present(inputs: list[str], wanted: Wanted) -> int:
    """Run the straight line for one set of inputs and return the exit code."""
    name = _format(wanted)
    if wanted.edges and name != "csv":
        raise UsageError("--edges is a table of links; add --format csv, -o FILE.csv")
    check_split(wanted.split, name, wanted.output)
    for word in wanted.zones or ():
        zone_or_raise(word)
    for each in inputs:
        if wanted.output and _same(each, wanted.output):
            raise UsageError(f"{each}: the output would replace this input")
    hashed = RENDERERS[name].hashed
    named = wanted.selection and wanted.selection.accounts
    thread = None if wanted.strict or named else wanted.thread
    alone = thread is not None and wanted.asked.infer == "off"
    large = min(LARGE, SEARCHED) if alone else LARGE
    source = Source("safe", large, wanted.naive_zone, hashed, wanted.jobs, thread)
    heap, found = opened_heap(inputs, wanted.asked, source, quiet=wanted.quiet)
    view = view_of(
        options.clocks(wanted.zones, heap, wanted.asked.given),
        width=wanted.width,
        color=wanted.color,
        theme=wanted.theme,
        verbose=wanted.verbose,
        form=name if wanted.format or wanted.output else None,
        file=bool(wanted.output) and wanted.output != "-",
        pager=not wanted.no_pager,
    )
    if name == "terminal" or not (wanted.format or wanted.output):
        name = "terminal" if view.theme else "text"
    on_screen = view.isolate and not wanted.output
    view = view._replace(
        whole=wanted.whole,
        isolate=on_screen,
        most_others=_MOST_OTHERS if on_screen else None,
        events=wanted.events,
        edges=wanted.edges,
        layout=wanted.layout,
        compact=wanted.compact,
        fold=on_screen and name != "svg" and not wanted.unfold,
    )
    asked = known(wanted.selection, found, quiet=wanted.quiet)
    spats, others = _shown(found, wanted._replace(selection=asked), RENDERERS[name])
    report = Report(spats, heap.inputs, (*heap.unread, *heap.problems), others)
    if wanted.split and wanted.output:
        write_parts(report, view, wanted.split, wanted.output, inputs)
        return exit_code(heap, strict=wanted.strict)
    lines = renderer(name).render(report, view)
    if wanted.output and wanted.output != "-":
        write_file(lines, wanted.output)
    else:
        encoding = None if name in ("text", "terminal") else "utf-8"
        write(lines, encoding, pager=not wanted.no_pager)
    return exit_code(heap, strict=wanted.strict)


def _shown(
    found: "AnyConversations", wanted: Wanted, form: Format
) -> tuple[Iterable[Spat], Iterable[Summary]]:
    """Return what is shown whole, and what in one line."""
    asked = wanted.selection
    if wanted.thread is not None:
        return [thread_of(found, wanted.thread, wanted.branch, asked)], ()
    if form.for_machines or wanted.whole:
        return parts(found, asked, wanted.jobs), ()
    if asked is None:
        return islice(found.spats(), 1), found.summaries(1)
    those = listed(found, asked, wanted.jobs)
    _, first = next(those)
    return [first], (summary for summary, _ in those)


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


def exit_code(heap: "AnyHeap", *, strict: bool) -> int:
    """Return 4 when something could not be read at all, or broke off."""
    lost = heap.unread or any(each.broken for each in heap.inputs)
    return _PARTLY if lost or (strict and heap.skipped) else _DONE
