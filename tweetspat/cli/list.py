"""`tweetspat list`: one line a conversation, the likeliest spat first."""

import json
from collections.abc import Iterable, Iterator
from typing import Annotated

import typer

from tweetspat import reconstruction
from tweetspat.cli import options
from tweetspat.cli.output import tell, write
from tweetspat.cli.screen import view_of
from tweetspat.cli.show import exit_code
from tweetspat.model import Spat
from tweetspat.problems import NothingFound
from tweetspat.renderers.lines import plain
from tweetspat.renderers.timeline import one_line_each
from tweetspat.stamps import rfc3339

__all__ = ["list"]

_WORDS = 80


def list(  # noqa: A001 - the command's name
    inputs: options.Inputs = None,
    format: Annotated[  # noqa: A002 - the option's name
        str, typer.Option(metavar="text|json", help="How to print.")
    ] = "text",
    naive_zone: options.NaiveZone = None,
    zone: options.Zones = None,
    width: options.Width = None,
    quiet: options.Quiet = False,
    debug: options.Debug = False,  # noqa: ARG001 - main looks for it
) -> int:
    """List the conversations: id, tweets, first day, voices, first words."""
    from tweetspat.interface import load

    options.words(format, "text", "json")
    given = options.inputs_or_stdin(inputs)
    heap = load(given, naive_zone=naive_zone)
    if not quiet:
        tell([*heap.unread, *heap.problems])
    if not heap.tweets:
        raise NothingFound(f"{given[0]}: there is no tweet in it")
    spats = reconstruction.reconstruct(heap, infer="off")
    if format == "json":
        write(_json(spats), "utf-8")
    else:
        view = view_of(options.clocks(zone, heap), width=width)
        write(plain(line) for line in one_line_each(spats, view))
    return exit_code(heap, strict=False)


def _json(spats: Iterable[Spat]) -> Iterator[str]:
    yield '{"conversations":['
    comma = ""
    for spat in spats:
        yield comma + json.dumps(_entry(spat), ensure_ascii=True)
        comma = ","
    yield "]}"


def _entry(spat: Spat) -> dict[str, object]:
    there = [turn.tweet for turn in spat.turns if not turn.tweet.ghost]
    times = sorted(tweet.sent for tweet in there if tweet.sent)
    words = next((tweet.text for tweet in there if tweet.text), None)
    return {
        "id": spat.id,
        "tweets": len(there),
        "voices": len({tweet.author.key for tweet in there if tweet.author}),
        "first": rfc3339(times[0]) if times else None,
        "last": rfc3339(times[-1]) if times else None,
        "score": spat.score,
        "words": words[:_WORDS] if words else None,
    }
