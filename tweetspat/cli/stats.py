"""`tweetspat stats`: who spoke when, who answers whom, how fast."""

from collections.abc import Iterator
from typing import Annotated

import typer

from tweetspat.cli import options
from tweetspat.cli.asked import asked_for
from tweetspat.cli.heaps import conversations_of
from tweetspat.cli.output import write
from tweetspat.cli.screen import view_of
from tweetspat.cli.selected import known, parts, selection_of, thread_of
from tweetspat.cli.show import exit_code
from tweetspat.model import Spat
from tweetspat.problems import UsageError
from tweetspat.renderers import stats_csv
from tweetspat.stats import stats as stats_of

__all__ = ["stats"]

_TABLES = tuple(stats_csv.TABLES)


def stats(
    inputs: options.Inputs = None,
    format: Annotated[  # noqa: A002 - the option's name
        str, typer.Option(metavar="text|json|csv", help="How to print.")
    ] = "text",
    table: Annotated[
        str | None,
        typer.Option(metavar="|".join(_TABLES), help="Of csv: which table."),
    ] = None,
    whole: Annotated[
        bool, typer.Option("--all", help="Of text: every conversation.")
    ] = False,
    zone: options.Zones = None,
    naive_zone: options.NaiveZone = None,
    side: options.Sides = None,
    cast: options.Cast = None,
    infer: options.Infer = "safe",
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
    color: options.Color = "auto",
    theme: options.Theme = "auto",
    width: options.Width = None,
    no_pager: options.NoPager = False,
    strict: options.Strict = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,  # noqa: ARG001 - main looks for it
) -> int:
    """Tell who spoke when, who answers whom, how fast, and what is unknown."""
    from tweetspat.interface import load

    options.words(format, "text", "json", "csv")
    if table and format != "csv":
        raise UsageError("--table chooses among the tables of csv; add --format csv")
    wanted_table = options.words(table or _TABLES[0], *_TABLES)
    asked = asked_for(infer, no_basis, join, side, cast)
    branch = options.branch(thread, up=up, down=down)
    selection = selection_of(by, between, since, until, grep, only, without)
    options.clocks(zone)
    given = options.inputs_or_stdin(inputs)
    heap = load(given, naive_zone=naive_zone)
    found = conversations_of(heap, asked, given, quiet=quiet)
    view = view_of(
        options.clocks(zone, heap, asked.given),
        width=width,
        color=color,
        theme=theme,
        form=None if format == "text" else format,
        pager=not no_pager,
    )
    selection = known(selection, found, quiet=quiet)
    spats: Iterator[Spat]
    if thread is not None:
        spats = iter([thread_of(found, thread, branch, selection)])
    else:
        spats = parts(found, selection)
    counted = ((spat, stats_of(spat)) for spat in spats)
    if format == "csv":
        write(stats_csv.render(wanted_table, counted), "utf-8")
    elif format == "json":
        from tweetspat.renderers import stats_json

        write(stats_json.render(counted, view), "utf-8")
    else:
        from tweetspat.renderers import stats_text

        several = whole or thread is not None
        shown = counted if several else iter([next(counted)])
        more = 0
        if not several:
            more = sum(1 for _ in spats) if selection else len(found) - 1
        write(stats_text.render(shown, more, view), pager=not no_pager)
    return exit_code(heap, strict=strict)
