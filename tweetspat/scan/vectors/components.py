"""The trees of a graph, as `cutting` finds them."""

from array import array
from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from tweetspat.conversations import LARGE
from tweetspat.scan.nodes import NONE, QUOTE
from tweetspat.scan.rows import KEPT, REPEATS
from tweetspat.scan.vectors.linking import standing

if TYPE_CHECKING:
    from tweetspat.scan.cutting import Groups
    from tweetspat.scan.graph import Graph

__all__ = ["crossed", "fill", "large", "rooted"]


def rooted(
    graph: "Graph", heads: dict[int, int], *, quotes: bool
) -> "array[int] | None":
    """Return for each node the root of its tree; None where there is a ring.

    Args:
        graph: whose parents are followed.
        heads: where other nodes hang than below their parent; NONE for a root.
        quotes: whether quotes are followed.

    Cost:
        O(n log d), where d is how deep the trees are.
    """
    above = array("i", graph.parent)
    up = np.asarray(above)
    if not quotes:
        up[np.asarray(graph.kind) == QUOTE] = NONE
    for node, head in heads.items():
        up[node] = head
    roots = up == NONE
    up[roots] = np.flatnonzero(roots)
    low = np.flatnonzero(~roots)
    for _ in range(len(up).bit_length() + 1):
        low = low[~roots[up[low]]]
        if not len(low):
            return above
        up[low] = up[up[low]]
    return None


def _roots(above: "array[int]") -> NDArray[Any]:
    """Return the root of each node."""
    up = np.asarray(above)
    while True:
        further = up[up]
        if np.array_equal(further, up):
            return up
        up = further


def large(graph: "Graph", above: "array[int]") -> set[int]:
    """Return the roots of large trees."""
    roots = _roots(above)[np.asarray(graph.alive) != 0]
    return set(np.flatnonzero(np.bincount(roots) > LARGE).tolist())


def fill(groups: "Groups", graph: "Graph", above: "array[int]") -> None:
    """Fill the columns of groups."""
    alive = np.flatnonzero(np.asarray(graph.alive)).astype(np.int32)
    roots = _roots(above)[alive]
    number = np.full(len(above), NONE, np.int32)
    number[roots] = alive  # of several the last that is written stays: the largest
    begun = np.flatnonzero(number != NONE)
    begun = begun[np.argsort(-number[begun])]
    number[begun] = np.arange(len(begun), dtype=np.int32)
    group = number[roots]
    del roots, number
    np.asarray(groups.of)[alive] = group
    sizes = np.bincount(group, minlength=len(begun)).astype(np.int32)
    groups.size = array("i", sizes.tobytes())
    both = group.astype(np.int64)
    del group
    both <<= 32
    both |= alive
    both.sort()
    alive = both.astype(np.int32)
    both >>= 32
    same = both[1:] == both[:-1]
    del both
    np.asarray(groups.next)[alive[:-1][same]] = alive[1:][same]
    heads = np.ones(len(alive), bool)
    heads[1:] = ~same
    groups.head = array("i", alive[heads].tobytes())


def crossed(
    graph: "Graph", lonely: Collection[int]
) -> tuple[Iterator[tuple[int, int]], list[int]]:
    """Return the links that join nothing, of turns that reply to one and quote another.

    Returns:
        Pairs of a child and what it quotes; and the turns that are left: those with
        several links that their row alone does not tell.
    """
    several = np.flatnonzero(np.asarray(graph.several))
    row = np.asarray(graph.best)[several]
    odd = np.zeros(len(graph.best), bool)
    odd[list(graph.told)] = True
    odd[list(lonely)] = True
    left = odd[several] | (
        (np.asarray(graph.scan.rows.flags)[row] & (KEPT | REPEATS)) != 0
    )
    child, row = several[~left], row[~left]
    to = standing(graph, np.asarray(graph.nodes.across)[row])
    those = (to != np.asarray(graph.parent)[child]) & (np.asarray(graph.alive)[to] != 0)
    found = zip(child[those].tolist(), to[those].tolist(), strict=True)
    return found, several[left].tolist()
