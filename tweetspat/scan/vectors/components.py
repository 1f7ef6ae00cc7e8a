"""The trees of a graph, as `cutting` finds them."""

import sys
from array import array
from collections.abc import Collection, Iterator, Sequence
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

__all__ = ["below", "crossed", "fill", "large", "rooted"]

_AT_ONCE = 1 << 17
"""Nodes that are looked at together."""

_CONVERSATIONS = 1 << 15
"""Conversations whose nodes are put in order together."""

_LOWER = 0 if sys.byteorder == "little" else 1
"""Where the lower half of a number of eight bytes stands."""


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
    nodes = np.arange(len(up), dtype=np.int32)
    up[roots] = nodes[roots]
    low = nodes[~roots]
    del nodes
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
    roots.sort()
    return set(roots[LARGE:][roots[LARGE:] == roots[:-LARGE]].tolist())


def below(graph: "Graph", large: Collection[int], above: "array[int]") -> Sequence[int]:
    """Return what has a parent in the trees of some roots, ascending."""
    wanted = np.zeros(len(above), bool)
    wanted[list(large)] = True
    there = wanted[_roots(above)] & (np.asarray(graph.parent) != NONE)
    found: list[int] = np.flatnonzero(there).tolist()
    return found


def fill(groups: "Groups", graph: "Graph", above: "array[int]") -> None:
    """Fill the columns of groups.

    Some nodes at a time: beside the columns this takes little memory.
    """
    up, of = _roots(above), np.asarray(groups.of)
    for alive in _alive(graph):  # ascending: the largest node below a root stays there
        of[up[alive]] = alive
    begun = np.flatnonzero(of != NONE)
    begun = begun[np.argsort(-of[begun])]
    of[begun] = np.arange(len(begun), dtype=np.int32)
    sizes = np.zeros(len(begun), np.int32)
    for alive in _alive(graph):
        of[alive] = of[up[alive]]
        sizes += np.bincount(of[alive], minlength=len(sizes)).astype(np.int32)
    of[begun[np.asarray(graph.alive)[begun] == 0]] = NONE
    groups.size = array("i", sizes.tobytes())
    groups.start = array("i", (np.cumsum(sizes) - sizes).astype(np.int32).tobytes())
    groups.nodes = array("i", [0]) * int(sizes.sum())
    filled = 0
    for least in range(0, len(sizes), _CONVERSATIONS):
        some = np.flatnonzero((of >= least) & (of < least + _CONVERSATIONS))
        both = of[some].astype(np.int64)
        both <<= 32
        both |= some
        both.sort()
        there = slice(filled, filled + len(both))
        np.asarray(groups.nodes)[there] = both.view(np.int32)[_LOWER::2]
        filled += len(both)


def _alive(graph: "Graph") -> Iterator[NDArray[Any]]:
    """Yield the nodes that are alive, ascending, some at a time."""
    for start in range(0, len(graph.alive), _AT_ONCE):
        some = np.asarray(graph.alive)[start : start + _AT_ONCE]
        yield np.flatnonzero(some).astype(np.int32) + np.int32(start)


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
