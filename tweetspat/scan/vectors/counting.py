"""What a list tells of conversations but for their words, as `counting` has it."""

from collections.abc import Callable, Iterable, Sequence
from datetime import UTC, datetime
from itertools import pairwise
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tweetspat.scan.counting import LATEST_ID, TOLD_BY_ID, Counted
from tweetspat.scan.nodes import NONE
from tweetspat.scan.rows import GHOST, NOBODY, UNKNOWN

if TYPE_CHECKING:
    from tweetspat.scan.cutting import Groups
    from tweetspat.scan.graph import Graph

__all__ = ["counting"]

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)

One = Callable[[int], Counted | None]


class _There(NamedTuple):
    """The tweets that are there of some conversations.

    Attributes:
        of: which of these conversations each is of; ascending.
        node, time: as the graph has them.
    """

    of: NDArray[Any]
    node: NDArray[Any]
    time: NDArray[Any]


def counting(
    graph: "Graph", groups: "Groups", one: One
) -> Callable[[Sequence[int]], Iterable[Counted | None]]:
    """Return what counts conversations by their numbers, many at a time.

    Args:
        graph: of the whole scan.
        groups: its conversations.
        one: counts one that is not regular.
    """
    size = np.asarray(groups.size)
    places = _places(graph.people.handles)

    def counted(numbers: Sequence[int]) -> Iterable[Counted | None]:
        group = np.asarray(numbers)
        odd = np.isin(group, [*groups.cases])
        there = _there(graph, groups, group, size[group], odd)
        found = _counted(graph, there, places, odd)
        for at in np.flatnonzero(odd).tolist():
            found[at] = one(numbers[at])
        return found

    return counted


def _there(
    graph: "Graph",
    groups: "Groups",
    group: NDArray[Any],
    size: NDArray[Any],
    odd: NDArray[Any],
) -> _There:
    """Return the tweets of conversations that are there; mark what is odd."""
    ends = np.cumsum(size)
    of = np.repeat(np.arange(len(group), dtype=np.int32), size)
    begun = np.asarray(groups.start)[group] - ends + size
    node = np.asarray(groups.nodes)[np.arange(len(of)) + np.repeat(begun, size)]
    row, time = np.asarray(graph.best)[node], np.asarray(graph.time)[node]
    lost = row == NONE
    odd[of[~lost & (time == UNKNOWN)]] = True
    ids = np.asarray(graph.nodes.id)[node[lost]]
    told = (ids > TOLD_BY_ID) & (ids < LATEST_ID)
    odd[of[lost][~told]] = True
    there = ~lost & ((np.asarray(graph.scan.rows.flags)[row] & GHOST) == 0)
    there &= ~odd[of]
    return _There(of[there], node[there], time[there])


def _counted(
    graph: "Graph", there: _There, places: NDArray[Any], odd: NDArray[Any]
) -> list[Counted | None]:
    """Return what is known of conversations, anything of odd ones; mark more odd."""
    of, node, time = there
    tweets = np.bincount(of, minlength=len(odd))
    odd |= tweets == 0
    heads = (np.cumsum(tweets) - tweets)[tweets > 0]
    begun, ended = np.zeros((2, len(odd)), np.int64)
    if len(heads):
        begun[tweets > 0] = np.minimum.reduceat(time, heads)
        ended[tweets > 0] = np.maximum.reduceat(time, heads)
    opening = time == begun[of]
    first = np.zeros(len(odd), np.int32)
    first[of[opening]] = node[opening]
    odd |= np.bincount(of[opening], minlength=len(odd)) > 1
    voices = _voices(graph, there, places, odd)
    found = zip(
        first.tolist(),
        tweets.tolist(),
        voices,
        _instants(begun),
        _instants(ended),
        strict=True,
    )
    return [*found]


def _voices(
    graph: "Graph", there: _There, places: NDArray[Any], odd: NDArray[Any]
) -> list[tuple[str, ...]]:
    """Return the handles of those who sent tweets, by conversation, the busiest first.

    Marked as odd are those in which an account has several handles, or in which two
    handles begin alike and their accounts are as busy.
    """
    handles = graph.people.handles
    sender = np.asarray(graph.sender)[there.node]
    told = sender != NOBODY
    of, sender = there.of[told], sender[told]
    who = of.astype(np.int64) << 32 | np.asarray(graph.people.who)[sender]
    order = np.argsort(who)
    of, who, sender = of[order], who[order], sender[order]
    same = who[1:] == who[:-1]
    renamed = np.flatnonzero(same & (sender[1:] != sender[:-1]))
    for at in renamed.tolist():
        if handles[sender[at]] != handles[sender[at + 1]]:
            odd[of[at]] = True
    heads = np.flatnonzero(np.concatenate(([True] * bool(len(who)), ~same)))
    count = np.diff(heads, append=len(who))
    of, sender = of[heads], sender[heads]
    # busiest first, then by handle, in one number: sorted many times as fast as two
    most = int(count.max(initial=0))
    key = (of.astype(np.int64) * (most + 1) + most - count) * len(handles)
    key += places[sender]
    order = np.argsort(key)
    key, sender = key[order], sender[order]
    odd[of[order][1:][key[1:] == key[:-1]]] = True
    names = [*map(handles.__getitem__, sender.tolist())]
    ends = np.searchsorted(of, np.arange(len(odd) + 1)).tolist()
    return [tuple(names[start:end]) for start, end in pairwise(ends)]


def _places(handles: Sequence[str]) -> NDArray[Any]:
    """Return by author the place of the handle among all, as far as eight bytes tell.

    Handles that begin alike have the same.
    """
    begun = bytearray()
    for handle in handles:
        begun += handle.lower().encode("utf-8", "surrogatepass")[:8].ljust(8, b"\0")
    letters = np.frombuffer(begun, ">u8").astype(np.uint64)
    return np.unique(letters, return_inverse=True)[1].astype(np.int32)


def _instants(times: NDArray[Any]) -> list[datetime]:
    """Return what `rows.instant` does."""
    return [_EPOCH + each for each in times.astype("timedelta64[us]").tolist()]
