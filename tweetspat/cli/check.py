"""`tweetspat check`: what a careful reader should know."""

from collections.abc import Iterator

from tweetspat import reconstruction
from tweetspat.cli import options
from tweetspat.cli.output import write
from tweetspat.contradictions import of_order, of_retweets
from tweetspat.model import Heap
from tweetspat.problems import Problem
from tweetspat.visible import one_line

__all__ = ["check"]


def check(
    inputs: options.Inputs = None,
    naive_zone: options.NaiveZone = None,
    no_pager: options.NoPager = False,
    debug: options.Debug = False,  # noqa: ARG001 - main looks for it
) -> int:
    """List everything odd, with place and code; exit 1 when there is anything."""
    from tweetspat.interface import load

    heap = load(options.inputs_or_stdin(inputs), naive_zone=naive_zone)
    problems = list(dict.fromkeys(_problems(heap)))
    lines = (f"{each.code}: {one_line(str(each))}" for each in problems)
    write(lines, pager=not no_pager)
    return 1 if problems else 0


def _problems(heap: Heap) -> Iterator[Problem]:
    yield from heap.unread
    yield from heap.problems
    shown = set()
    for spat in reconstruction.reconstruct(heap):
        yield from of_order(spat.order, spat.turns)
        for turn in spat.turns:
            shown.add(turn.tweet.id)
            yield from turn.problems
            if turn.tweet.ghost:
                message = f"{turn.tweet.id} is named here, and is missing in the data"
                yield Problem("lost-tweet", message, turn.tweet.place)
    yield from of_retweets(heap.tweets, shown)
