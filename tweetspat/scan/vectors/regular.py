"""Which tweets' texts can be cut out of their records, as `words` tells them."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import numpy as np

from tweetspat.scan.nodes import NONE
from tweetspat.scan.rows import ANY

if TYPE_CHECKING:
    from tweetspat.scan.graph import Graph

__all__ = ["regular"]


def regular(
    graph: "Graph", nodes: Sequence[int], differ: Callable[["Graph", int], bool]
) -> tuple[list[tuple[int, int]], list[int]]:
    """Return the rows of tweets, ascending, and which each is of; and the others.

    Args:
        graph: of the whole scan.
        nodes: the tweets.
        differ: tells of one that has copies whether these differ.
    """
    node = np.array(nodes, np.int64)
    row = np.asarray(graph.best)[node]
    digest = np.asarray(graph.scan.rows.digest)[row]
    odd = (digest >= ANY.start) & (digest < ANY.stop)
    copied = np.asarray(graph.nodes.copy)[np.asarray(graph.nodes.first)[node]] != NONE
    for at in np.flatnonzero(copied & ~odd).tolist():
        odd[at] = differ(graph, nodes[at])
    plain = np.flatnonzero(~odd)
    plain = plain[np.argsort(row[plain])]
    found = zip(row[plain].tolist(), plain.tolist(), strict=True)
    return [*found], np.flatnonzero(odd).tolist()
