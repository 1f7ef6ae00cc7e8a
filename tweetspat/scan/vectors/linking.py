"""Which tweet hangs under which, as `graph.Graph` finds it."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from tweetspat.scan.nodes import NONE, QUOTE, REPLY
from tweetspat.scan.rows import KEPT, REPEATS

if TYPE_CHECKING:
    from tweetspat.scan.graph import Graph

__all__ = ["fold", "link", "standing"]

_AT_ONCE = 1 << 18
"""Turns that are linked at a time: some forty bytes each."""


def fold(graph: "Graph", follow: Callable[[list[int]], None]) -> None:
    """Let originals stand for their retweets; tell which tweets are turns.

    Args:
        graph: whose `stands` and `alive` are filled.
        follow: finds the originals that it takes more than a retweet's row to find.
    """
    best, stands = np.asarray(graph.best), np.asarray(graph.stands)
    present = best != NONE
    np.asarray(graph.alive)[:] = present
    repeats = _at(np.asarray(graph.scan.rows.flags), best) & REPEATS
    odd = np.zeros(len(best), bool)
    odd[list(graph.told)] = True
    retweets = np.flatnonzero((repeats != 0) & present)
    original = np.asarray(graph.nodes.across)[best[retweets]]
    nothing = original == NONE
    first = np.where(nothing, 0, original)
    further = (
        odd[retweets] | odd[first] | (repeats[first] != 0) | (stands[first] != NONE)
    )
    plain = ~further & ~nothing & (stands[retweets] == NONE)
    stands[retweets[plain]] = original[plain]
    odd[retweets[further]] = True
    follow(np.flatnonzero(odd).tolist())
    gone = stands != NONE
    alive = np.asarray(graph.alive)
    alive[stands[gone]] = 1
    alive[gone] = 0


def link(graph: "Graph", odd_one: Callable[[int], None]) -> None:
    """Fill `parent` and `kind`; tell which lost tweets are named.

    Args:
        graph: whose columns are filled.
        odd_one: does it for a turn whose links its own row alone does not tell.
    """
    best = np.asarray(graph.best)
    flags = _at(np.asarray(graph.scan.rows.flags), best)
    odd = (flags & (KEPT | REPEATS)) != 0
    odd[list(graph.told)] = True
    turn = (best != NONE) & (np.asarray(graph.alive) != 0)
    for node in np.flatnonzero(turn & odd).tolist():
        odd_one(node)
    turn &= ~odd
    for start in range(0, len(turn), _AT_ONCE):
        _link(graph, np.flatnonzero(turn[start : start + _AT_ONCE]) + start)


def _link(graph: "Graph", turns: NDArray[Any]) -> None:
    """Link turns that only reply and quote."""
    rows = np.asarray(graph.best)[turns]
    reply = np.asarray(graph.nodes.reply)[rows]
    quoted = np.asarray(graph.nodes.across)[rows]
    replies, quotes = reply != NONE, quoted != NONE
    parent, kind = np.asarray(graph.parent), np.asarray(graph.kind)
    answered = standing(graph, reply[replies])
    parent[turns[replies]] = answered
    kind[turns[replies]] = REPLY
    repeated = standing(graph, quoted[quotes])
    only = ~replies[quotes]
    parent[turns[quotes][only]] = repeated[only]
    kind[turns[quotes][only]] = QUOTE
    np.asarray(graph.several)[turns[replies & quotes]] = 1
    alive = np.asarray(graph.alive)
    alive[answered] = 1
    alive[repeated] = 1


def _at(column: NDArray[Any], rows: NDArray[Any]) -> NDArray[Any]:
    """Return what stands at each row; what stands at any where it is NONE."""
    return column[rows] if len(column) else np.zeros(len(rows), column.dtype)


def standing(graph: "Graph", nodes: NDArray[Any]) -> NDArray[Any]:
    """Return what stands for each node; see `Graph.standing`."""
    stands = np.asarray(graph.stands)
    for _ in range(2):
        further = stands[nodes]
        nodes = np.where(further == NONE, nodes, further)
    return nodes
