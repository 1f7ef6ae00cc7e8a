"""Which conversations may be hot, and which are the oldest, as `ranked` finds them."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tweetspat.ranking import FEWEST
from tweetspat.scan.nodes import NONE
from tweetspat.scan.rows import KEPT, NOBODY, REPEATS
from tweetspat.scan.vectors.linking import standing

if TYPE_CHECKING:
    from tweetspat.scan.cutting import Groups
    from tweetspat.scan.graph import Graph

__all__ = ["largest_first", "mutual", "oldest"]

_AT_ONCE = 1 << 16
"""Turns that are looked at in one go."""

_SPREAD = np.int64(0x9E37_79B9)
"""An odd number, by which two voices spread over four bytes."""

_HALF = 32
_LOW = (1 << (_HALF - 1)) - 1


class _Edges(NamedTuple):
    """Links inside conversations.

    Attributes:
        child, to: the turns, and what each answers.
        odd: the conversations of turns whose links their row alone does not tell.
    """

    child: NDArray[Any]
    to: NDArray[Any]
    odd: NDArray[Any]


def mutual(graph: "Graph", groups: "Groups") -> list[int]:
    """Return the conversations in which two voices answered each other.

    Which two is kept as a hash of four bytes: by chance two pairs of one conversation
    may have the same, very rarely.
    """
    of = np.asarray(groups.of)
    lost, doubtful = _lost_voices(graph, of)
    found = set(doubtful.tolist())
    links = np.count_nonzero(np.asarray(graph.parent) != NONE) + graph.several.count(1)
    answers, filled = np.empty(links, np.int64), 0
    for edges in _edges(graph, groups):
        found.update(edges.odd.tolist())
        some = _answers(graph, lost, of, edges)
        answers[filled : filled + len(some)] = some
        filled += len(some)
    answers = answers[:filled]
    answers.sort()
    for start in range(0, len(answers), _AT_ONCE):
        some = answers[start : start + _AT_ONCE + 1]
        back = (some[1:] ^ some[:-1]) == 1
        found.update((some[1:][back] >> _HALF).tolist())
    return sorted(found)


def _edges(graph: "Graph", groups: "Groups") -> Iterator[_Edges]:
    """Yield the links inside conversations, some at a time."""
    of, size = np.asarray(groups.of), np.asarray(groups.size)
    best, flags = np.asarray(graph.best), np.asarray(graph.scan.rows.flags)
    across, told = np.asarray(graph.nodes.across), [*graph.told]
    for start in range(0, len(of), _AT_ONCE):
        some = slice(start, start + _AT_ONCE)
        parent = np.asarray(graph.parent)[some]
        several = np.asarray(graph.several)[some] != 0
        child = np.flatnonzero(((parent != NONE) | several) & (of[some] != NONE))
        child = child[size[of[start + child]] >= FEWEST]
        many = start + child[several[child]]
        odd = (flags[best[many]] & (KEPT | REPEATS)) != 0
        if told:
            odd |= np.isin(many, told)
        quoting = many[~odd]
        quoted = standing(graph, across[best[quoting]])
        to = np.concatenate((parent[child], quoted))
        child = np.concatenate((start + child, quoting))
        inside = (to != NONE) & (of[to] == of[child])
        yield _Edges(child[inside], to[inside], of[many[odd]])


def _lost_voices(graph: "Graph", of: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return by node whose voice a lost tweet is, as replies to it tell.

    And the conversations in which that takes a closer look: replies differ, or their
    copies do.
    """
    best, parent = np.asarray(graph.best), np.asarray(graph.parent)
    voice = np.full(len(best), NOBODY, np.int32)
    lost = best == NONE
    child = np.flatnonzero((parent != NONE) & lost[parent] & (of != NONE))
    child = child[of[child] == of[parent[child]]]
    to, row = parent[child], best[child]
    handle = np.where(
        np.asarray(graph.nodes.reply)[row] == to,
        np.asarray(graph.scan.rows.handle)[row],
        NOBODY,
    )
    silent = handle == NOBODY
    copied = np.asarray(graph.nodes.copy)[np.asarray(graph.nodes.first)[child]] != NONE
    voice[to[~silent]] = handle[~silent]
    doubtful = np.where(silent, copied, handle != voice[to])
    voice[to] = np.asarray(graph.people.bare_voice)[voice[to]]  # NOBODY stays NOBODY
    return voice, of[child[doubtful]]


def _answers(
    graph: "Graph", lost: NDArray[Any], of: NDArray[Any], edges: _Edges
) -> NDArray[Any]:
    """Return where who answered whom: conversation, hash of the two, which way."""
    voice, sender = np.asarray(graph.people.voice), np.asarray(graph.sender)
    child, to, _ = edges
    one = voice[sender[child]]
    other = voice[sender[to]]
    other = np.where(np.asarray(graph.best)[to] == NONE, lost[to], other)
    told = (one != other) & (one != NOBODY) & (other != NOBODY)
    one, other, child = one[told], other[told], child[told]
    both = np.minimum(one, other) * _SPREAD ^ np.maximum(one, other)
    both ^= both >> _HALF
    found: NDArray[Any] = of[child].astype(np.int64) << _HALF
    found |= (both & _LOW) << 1
    found |= one < other
    return found


def oldest(graph: "Graph", groups: "Groups") -> NDArray[Any]:
    """Return by conversation its smallest plain id; 0 where it has none."""
    node, start = np.asarray(groups.nodes), np.asarray(groups.start)
    ids = np.asarray(graph.nodes.id)[node].view(np.uint64)  # those below 0 come last
    least = np.minimum.reduceat(ids, start) if len(start) else ids
    found: NDArray[Any] = least.view(np.int64)
    found[found < 0] = 0
    return found


def largest_first(
    groups: "Groups", ages: NDArray[Any], without: list[int]
) -> NDArray[Any]:
    """Return all conversations but some, the largest first, then the oldest."""
    order = np.argsort(ages).astype(np.int32)
    order = order[np.argsort(-np.asarray(groups.size)[order], kind="stable")]
    return order[~np.isin(order, without)] if without else order
