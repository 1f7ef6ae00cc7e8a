"""`tweetspat list`: one line a conversation, the likeliest spat first."""

import json
from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from tweetspat.cli import options
from tweetspat.cli.asked import asked_for, conversations_of
from tweetspat.cli.output import write
from tweetspat.cli.screen import view_of
from tweetspat.cli.show import exit_code, thread_of
from tweetspat.renderers.lines import plain
from tweetspat.renderers.listing import listing
from tweetspat.stamps import rfc3339
from tweetspat.summaries import Summary, summary_of

__all__ = ["list"]

_WORDS = 80


def list(  # noqa: A001 - the command's name
    inputs: options.Inputs = None,
    format: Annotated[  # noqa: A002 - the option's name
        str, typer.Option(metavar="text|json", help="How to print.")
    ] = "text",
    infer: options.Infer = "off",
    no_basis: options.NoBasis = None,
    join: options.Join = "auto",
    side: options.Sides = None,
    cast: options.Cast = None,
    thread: options.Thread = None,
    up: options.Up = False,
    down: options.Down = False,
    naive_zone: options.NaiveZone = None,
    zone: options.Zones = None,
    width: options.Width = None,
    no_pager: options.NoPager = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,  # noqa: ARG001 - main looks for it
) -> int:
    """List the conversations, the likeliest spat first.

    One line each: id, tweets by voices, first day, how long, answers that the two
    hottest voices exchanged, first words.
    """
    from tweetspat.interface import load

    options.words(format, "text", "json")
    asked = asked_for(infer, no_basis, join, side, cast)
    branch = options.branch(thread, up=up, down=down)
    given = options.inputs_or_stdin(inputs)
    heap = load(given, naive_zone=naive_zone)
    found = conversations_of(heap, asked, given, quiet=quiet)
    summaries: Iterable[Summary] = found.summaries()
    if thread is not None:
        summaries = [summary_of(thread_of(found, thread, branch))]
    if format == "json":
        write(_json(summaries), "utf-8")
    else:
        view = view_of(options.clocks(zone, heap, asked.given), width=width)
        lines = map(plain, listing(summaries, view))
        write(lines, pager=not no_pager)
    return exit_code(heap, strict=False)


def _json(summaries: Iterable[Summary]) -> Iterator[str]:
    yield '{"conversations":['
    comma = ""
    for each in summaries:
        yield comma + json.dumps(_entry(each), ensure_ascii=True)
        comma = ","
    yield "]}"


def _entry(each: Summary) -> dict[str, object]:
    return {
        "id": each.id,
        "tweets": each.tweets,
        "voices": len(each.voices),
        "first": rfc3339(each.first) if each.first else None,
        "last": rfc3339(each.last) if each.last else None,
        "score": each.score,
        "words": each.words[:_WORDS] if each.words else None,
    }
