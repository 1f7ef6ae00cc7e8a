"""`tweetspat list`: one line a conversation, the likeliest spat first."""

from collections.abc import Callable, Iterable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Annotated, TypeAlias

import typer

from tweetspat.cli import options
from tweetspat.cli.asked import asked_for
from tweetspat.cli.heaps import Source, opened_heap, told
from tweetspat.cli.output import write
from tweetspat.cli.screen import view_of
from tweetspat.cli.selected import known, listed, selection_of, thread_of
from tweetspat.cli.show import exit_code
from tweetspat.renderers.listing import json_of, plain_listing
from tweetspat.selection import Branch, Selection
from tweetspat.summaries import Summary, summary_of

if TYPE_CHECKING:
    from tweetspat.cli.heaps import AnyConversations

__all__ = ["list"]

Tell: TypeAlias = Callable[[Iterable[Summary]], Iterable[str]]

LARGE = 8 << 20
"""Bytes from which on inputs are scanned."""


def list(  # noqa: A001 - the command's name
    inputs: options.Inputs = None,
    format: Annotated[  # noqa: A002 - the option's name
        str, typer.Option(metavar="text|json", help="How to print.")
    ] = "text",
    infer: options.Infer = None,
    no_basis: options.NoBasis = None,
    join: options.Join = None,
    side: options.Sides = None,
    cast: options.Cast = None,
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
    naive_zone: options.NaiveZone = None,
    zone: options.Zones = None,
    width: options.Width = None,
    jobs: options.Jobs = None,
    no_pager: options.NoPager = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,  # noqa: ARG001 - main looks for it
) -> int:
    """List the conversations, the likeliest spat first.

    One line each: id, tweets by voices, first day, how long, answers that the two
    hottest voices exchanged, first words.  Of a selection: those conversations in
    which something is selected.
    """
    options.words(format, "text", "json")
    asked = asked_for(infer, no_basis, join, side, cast)
    branch = options.branch(thread, up=up, down=down)
    selection = selection_of(by, between, since, until, grep, only, without)
    given = options.inputs_or_stdin(inputs, indexed=True)
    source = Source("off", LARGE, naive_zone, jobs=jobs)
    heap, found = opened_heap(given, asked, source, quiet=quiet)
    if format == "json":
        tell: Tell = partial(map, json_of)
    else:
        view = view_of(options.clocks(zone, heap, asked.given), width=width)
        tell = partial(plain_listing, view=view)
    selection = known(selection, found, quiet=quiet)
    if thread is not None:
        lines = tell([_of_thread(found, thread, branch, selection)])
    elif selection is not None:
        lines = tell(summary for summary, _ in listed(found, selection, jobs))
    else:
        lines = told(found, tell, jobs)
    if format == "json":
        write(_json(lines), "utf-8")
    else:
        write(lines, pager=not no_pager)
    return exit_code(heap, strict=False)


def _of_thread(
    found: "AnyConversations", thread: str, way: Branch, asked: Selection | None
) -> Summary:
    """Return what is told of a thread, or of a branch of it, where that is selected.

    Raises:
        NothingFound: the id stands nowhere, or nothing is selected there.
    """
    thread_of(found, thread, way, asked)
    return summary_of(thread_of(found, thread, way))


def _json(members: Iterable[str]) -> Iterator[str]:
    yield '{"conversations":['
    comma = ""
    for each in members:
        yield comma + each
        comma = ","
    yield "]}"
