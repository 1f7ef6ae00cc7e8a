"""`tweetspat list`: one line a conversation, the likeliest spat first."""

from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from tweetspat.cli import options
from tweetspat.cli.asked import asked_for
from tweetspat.cli.heaps import Source, opened_heap
from tweetspat.cli.output import write
from tweetspat.cli.screen import view_of
from tweetspat.cli.show import exit_code, thread_of
from tweetspat.renderers.listing import json_of, plain_listing
from tweetspat.summaries import Summary, summary_of

__all__ = ["list"]

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
    hottest voices exchanged, first words.
    """
    options.words(format, "text", "json")
    asked = asked_for(infer, no_basis, join, side, cast)
    branch = options.branch(thread, up=up, down=down)
    given = options.inputs_or_stdin(inputs, indexed=True)
    source = Source("off", LARGE, naive_zone, jobs=jobs)
    heap, found = opened_heap(given, asked, source, quiet=quiet)
    summaries: Iterable[Summary] = found.summaries()
    if thread is not None:
        summaries = [summary_of(thread_of(found, thread, branch))]
    if format == "json":
        write(_json(summaries), "utf-8")
    else:
        view = view_of(options.clocks(zone, heap, asked.given), width=width)
        write(plain_listing(summaries, view), pager=not no_pager)
    return exit_code(heap, strict=False)


def _json(summaries: Iterable[Summary]) -> Iterator[str]:
    yield '{"conversations":['
    comma = ""
    for each in summaries:
        yield comma + json_of(each)
        comma = ","
    yield "]}"
