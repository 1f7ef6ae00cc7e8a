"""`tweetspat check`: what a careful reader should know."""

from collections.abc import Container, Iterable, Iterator

from tweetspat.cli import options
from tweetspat.cli.output import write
from tweetspat.cli.selected import known, parts, selection_of, thread_of
from tweetspat.contradictions import of_order, of_retweets
from tweetspat.model import Heap, Spat, Turn, TweetId
from tweetspat.problems import Place, Problem
from tweetspat.reconstruction import Conversations
from tweetspat.visible import one_line

__all__ = ["check"]


def check(
    inputs: options.Inputs = None,
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
    no_pager: options.NoPager = False,
    debug: options.Debug = False,  # noqa: ARG001 - main looks for it
) -> int:
    """List everything odd, with place and code; exit 1 when there is anything.

    Of a selection: what is odd about what is selected, and what cannot be read.
    """
    from tweetspat.interface import load

    branch = options.branch(thread, up=up, down=down)
    selection = selection_of(by, between, since, until, grep, only, without)
    heap = load(options.inputs_or_stdin(inputs), naive_zone=naive_zone)
    found = Conversations(heap)
    asked = known(selection, found, quiet=False)
    if thread is not None:
        problems = _of_part(heap, [thread_of(found, thread, branch, asked)])
    elif asked is not None:
        problems = _of_part(heap, parts(found, asked))
    else:
        problems = _of_all(heap, found.spats())
    told = list(dict.fromkeys(problems))
    lines = (f"{each.code}: {one_line(str(each))}" for each in told)
    write(lines, pager=not no_pager)
    return 1 if told else 0


def _of_all(heap: Heap, spats: Iterable[Spat]) -> Iterator[Problem]:
    yield from heap.unread
    yield from heap.problems
    shown: set[TweetId] = set()
    for spat in spats:
        shown.update(turn.tweet.id for turn in spat.turns)
        yield from _of_spat(spat)
    yield from of_retweets(heap.tweets, shown)


def _of_part(heap: Heap, spats: Iterable[Spat]) -> Iterator[Problem]:
    """Yield what is odd about what is selected, and about no tweet at all.

    A record that could not be read may be one of what is asked for.
    """
    chosen: set[TweetId] = set()
    found: list[Problem] = []
    for spat in spats:
        chosen.update(turn.tweet.id for turn in spat.turns if not turn.context)
        found += _of_spat(spat)
    repeats = {
        tweet.id: tweet
        for tweet in heap.tweets.values()
        if not tweet.repeats or tweet.repeats in chosen
    }
    left_out = {
        tweet.record
        for tweet in heap.tweets.values()
        if not chosen.intersection((tweet.id, tweet.repeats))
    }
    yield from heap.unread
    yield from (each for each in heap.problems if not _is_of(each.place, left_out))
    yield from found
    yield from of_retweets(repeats, chosen)


def _is_of(place: Place | None, records: Container[Place]) -> bool:
    """Tell whether a place is a record or lies in one."""
    if place is None:
        return False
    path = place.path
    ends = [at for at, sign in enumerate(path) if sign in ".[" and at] + [len(path)]
    return any(place._replace(path=path[:end]) in records for end in ends)


def _of_spat(spat: Spat) -> Iterator[Problem]:
    """Yield what is odd about a spat, or about what is selected of it."""
    yield from of_order(spat.order, spat.turns)
    pointed = {
        id_
        for turn in spat.turns
        if not turn.context
        for link in turn.links
        for id_ in (link.to, *link.series)
    }
    for turn in spat.turns:
        if not turn.context:
            yield from turn.problems
        if turn.tweet.ghost and (not turn.context or turn.tweet.id in pointed):
            yield _lost(turn)


def _lost(turn: Turn) -> Problem:
    message = f"{turn.tweet.id} is named here, and is missing in the data"
    return Problem("lost-tweet", message, turn.tweet.place)
