"""What is by some authors, and what names lost tweets, as `scan.alike` looks for it."""

from array import array
from collections.abc import Collection
from typing import TYPE_CHECKING

import numpy as np

from tweetspat.scan.nodes import NONE
from tweetspat.scan.rows import KEPT, REPEATS
from tweetspat.scan.vectors.linking import standing

if TYPE_CHECKING:
    from tweetspat.scan.graph import Graph

__all__ = ["naming", "places_of", "repeating"]


def places_of(numbers: Collection[int], column: "array[int]") -> list[int]:
    """Return where in a column one of some numbers stands."""
    wanted = np.fromiter(numbers, np.int64, len(numbers))
    places: list[int] = np.flatnonzero(np.isin(np.asarray(column), wanted)).tolist()
    return places


def naming(graph: "Graph") -> list[int]:
    """Return the turns that have a link to a lost tweet, and some others."""
    parent, best = np.asarray(graph.parent), np.asarray(graph.best)
    flags, across = np.asarray(graph.scan.rows.flags), np.asarray(graph.nodes.across)
    lost = (parent != NONE) & (best[parent] == NONE)
    many = np.flatnonzero(np.frombuffer(graph.several, np.uint8))
    row = best[many]
    odd = (flags[row] & (KEPT | REPEATS)) != 0
    if graph.told:
        odd |= np.isin(many, [*graph.told])
    to = across[row]
    lost[many] |= odd | ((to != NONE) & (best[standing(graph, to)] == NONE))
    turns: list[int] = np.flatnonzero(lost).tolist()
    return turns


def repeating(graph: "Graph", lost: Collection[int]) -> list[int]:
    """Return the retweets of some lost tweets."""
    nodes = np.flatnonzero(np.asarray(graph.stands) != NONE)
    found: list[int] = nodes[np.isin(standing(graph, nodes), [*lost])].tolist()
    return found
