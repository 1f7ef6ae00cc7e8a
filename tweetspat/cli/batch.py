"""`tweetspat batch`: many conversations in, one report each out, and a list of all."""

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Annotated

import typer

from tweetspat.cli import options
from tweetspat.cli.asked import asked_for, stated_bases
from tweetspat.cli.output import say, tell
from tweetspat.cli.progress import Progress
from tweetspat.cli.screen import view_of
from tweetspat.cli.selected import selection_of
from tweetspat.problems import Problem, UsageError
from tweetspat.renderers import RENDERERS
from tweetspat.renderers.view import LAYOUTS
from tweetspat.renderers.wording import counted
from tweetspat.zones import zone_or_raise

if TYPE_CHECKING:
    from tweetspat.batch.run import Outcome

__all__ = ["batch", "exit_code", "untold"]

_DONE, _PARTLY = 0, 4


def batch(
    inputs: options.Inputs = None,
    out: Annotated[
        str | None,
        typer.Option(
            "--out", metavar="DIR", help="The folder to write; it is made if need be."
        ),
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        list[str] | None,
        typer.Option(metavar="WORD,...", help="html (default), jsonl and so on."),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(min=1, max=1000, metavar="N", help="Processes; default: cores."),
    ] = None,
    min_tweets: Annotated[
        int | None,
        typer.Option(min=0, metavar="K", help="Leave out smaller ones; reports: 2."),
    ] = None,
    top: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Only the N likeliest spats.")
    ] = None,
    only_spats: Annotated[
        bool,
        typer.Option("--only-spats", help="Only where two voices answered each other."),
    ] = False,
    name: Annotated[
        str | None,
        typer.Option(metavar="TEMPLATE", help="File names: {date}-{a}-vs-{b}-{id}."),
    ] = None,
    by: options.By = None,
    between: options.Between = None,
    since: options.Since = None,
    until: options.Until = None,
    grep: options.Grep = None,
    only: options.Only = None,
    without: options.Without = None,
    zone: options.Zones = None,
    naive_zone: options.NaiveZone = None,
    side: options.Sides = None,
    cast: options.Cast = None,
    infer: Annotated[
        str | None,
        typer.Option(metavar="off|safe|wide", help="Infer over all inputs at once."),
    ] = None,
    no_basis: options.NoBasis = None,
    join: options.Join = None,
    events: options.Events = False,
    layout: options.Layout = "timeline",
    compact: options.Compact = False,
    theme: options.Theme = "auto",
    width: options.Width = None,
    strict: options.Strict = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,  # noqa: ARG001 - main looks for it
) -> int:
    """Write a report a conversation into a folder, and a list of them all.

    html, markdown, svg, text, dot and mermaid: one file each; json, jsonl and csv: one
    file for all.  A run that was interrupted goes on where it stood.
    """
    from tweetspat.batch.inputs import source_of
    from tweetspat.batch.names import TEMPLATE, template
    from tweetspat.batch.run import run
    from tweetspat.batch.wanted import Reading, Wanted

    if not out:
        raise UsageError("--out DIR is missing: name the folder to write")
    asked = asked_for(infer, no_basis, join, side, cast)
    for word in zone or ():
        zone_or_raise(word)
    formats = _formats(format or ["html"])
    layout = options.words(layout, *LAYOUTS)
    views = {
        form: view_of((), width=width, theme=theme, form=form, file=True)._replace(
            events=events, layout=layout, compact=compact, whole=False
        )
        for form in formats
    }
    wanted = Wanted(
        formats=formats,
        name=template(TEMPLATE if name is None else name),
        views=views,
        min_tweets=min_tweets,
        top=top,
        only_spats=only_spats,
        zones=tuple(zone or ()),
        jobs=jobs,
        selection=selection_of(by, between, since, until, grep, only, without),
    )
    reading = Reading(
        naive_zone=naive_zone,
        sides=asked.sides,
        cast=asked.cast,
        infer=asked.infer,
        without=asked.without,
        join=asked.join,
    )
    progress = Progress(quiet=quiet, stated=stated_bases(asked))
    given = options.inputs_or_stdin(inputs, indexed=True)
    try:
        read = partial(source_of, jobs=jobs)
        outcome = run(given, out, wanted, reading, progress, read)
    finally:
        progress.clear()
    if not quiet:
        tell(untold(outcome))
        say(f"tweetspat: {_summary(outcome, out)}")
    return exit_code(outcome, strict=strict)


def _formats(told: Sequence[str]) -> tuple[str, ...]:
    """Return the formats that comma lists name, each once.

    Raises:
        UsageError: there is no such format.
    """
    named = [word.strip() for each in told for word in each.split(",")]
    return tuple(dict.fromkeys(options.words(word, *RENDERERS) for word in named))


def untold(outcome: "Outcome") -> list[Problem]:
    """Return what could not be made, as problems."""
    return [
        Problem("failed", f"{id_}: no {form} could be made: {message}")
        for _, (id_, form, message) in outcome.failures
    ]


def exit_code(outcome: "Outcome", *, strict: bool) -> int:
    """Return 4 when something could not be read or made at all, or broke off."""
    lost = outcome.partly or outcome.failures or (strict and outcome.skipped)
    return _PARTLY if lost else _DONE


def _summary(outcome: "Outcome", out: str) -> str:
    """Say in one line what was done."""
    counts = outcome.counts
    told = [counted(counts["conversations"], "conversation")]
    if counts["reports"]:
        told.append(f"{counted(counts['reports'], 'report')} in {out}")
    if counts["listed"]:
        told.append(f"{counts['listed']:,} in files of all")
    if counts["too_small"]:
        told.append(f"{counts['too_small']:,} too small")
    if outcome.reused:
        told.append(f"{counted(outcome.reused, 'file')} already there")
    if outcome.removed:
        told.append(f"{counted(outcome.removed, 'file')} of an earlier run removed")
    if counts["failed"]:
        told.append(f"{counts['failed']:,} failed")
    if outcome.problems:
        told.append(counted(outcome.problems, "problem"))
    return ", ".join(told)
