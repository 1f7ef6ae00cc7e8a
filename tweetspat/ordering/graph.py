"""What must come after what: tweets, and the moments between which they lie."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from itertools import pairwise

from tweetspat.model import Tweet, TweetId
from tweetspat.ordering.spans import Edge, Moment, height, span

__all__ = ["Graph"]


class Graph:
    """Tweets and moments, and what must come after what.

    Time is a ladder of moments: a tweet that must be over by a moment stands
    below its rung, one that cannot be earlier stands above it.

    Attributes:
        nodes: the tweets by id, then the moments, the earliest first.
        at: the number of each.
        below: for the number of a node those of all that come after it.
    """

    def __init__(self, tweets: Mapping[TweetId, Tweet], edges: Iterable[Edge]) -> None:
        spans = {id_: span(tweet) for id_, tweet in tweets.items()}
        moments = sorted({edge for each in spans.values() for edge in each if edge})
        self.nodes: list[TweetId | Moment] = [*tweets, *moments]
        self.at = {node: n for n, node in enumerate(self.nodes)}
        self.below: list[list[int]] = [[] for _ in self.nodes]
        for low, high in pairwise(moments):
            self.below[self.at[low]].append(self.at[high])
        for id_, (start, end) in spans.items():
            if start:
                self.below[self.at[start]].append(self.at[id_])
            if end:
                self.below[self.at[id_]].append(self.at[end])
        self._edges: set[Edge] = set()
        self.add(edges)

    def add(self, edges: Iterable[Edge]) -> None:
        """Take in what else comes after what."""
        for first, then in sorted(set(edges) - self._edges):
            self.below[self.at[first]].append(self.at[then])
            self._edges.add((first, then))

    def drop(self, edges: Collection[Edge]) -> None:
        """Take out what was taken in."""
        gone = {(self.at[first], self.at[then]) for first, then in edges}
        for node in {first for first, _ in gone}:
            kept = (then for then in self.below[node] if (node, then) not in gone)
            self.below[node] = list(kept)
        self._edges.difference_update(edges)

    def ring_of(self) -> dict[TweetId, int]:
        """Return the number of its ring for each tweet that lies on one."""
        number = _rings(self.below)
        size = Counter(number)
        return {
            node: number[at]
            for at, node in enumerate(self.nodes)
            if isinstance(node, str) and size[number[at]] > 1
        }

    def on_rings(self, edges: Iterable[Edge]) -> list[Edge]:
        """Return those of the edges that lie on a ring."""
        ring_of = _rings(self.below)
        return [
            (first, then)
            for first, then in edges
            if ring_of[self.at[first]] == ring_of[self.at[then]]
        ]

    def cut_rings(self, tweets: Mapping[TweetId, Tweet]) -> set[Edge]:
        """Take out of each ring the edges that lead back in time; return them."""
        cut = {
            (first, then)
            for first, then in self.on_rings(self._edges)
            if height(tweets[first]) >= height(tweets[then])
        }
        self.drop(cut)
        return cut

    def reached(self) -> list[int]:
        """Return for each node, as bits, the numbers of all that come after it.

        Cost:
            O(edges * nodes / 64).
        """
        ring_of = _rings(self.below)
        members: list[list[int]] = [[] for _ in range(max(ring_of, default=-1) + 1)]
        for node, ring in enumerate(ring_of):
            members[ring].append(node)
        found: list[int] = []  # what comes after a ring has a lower number
        for those in members:
            bits = sum(1 << node for node in those)
            for node in those:
                for then in self.below[node]:
                    if ring_of[then] < len(found):
                        bits |= found[ring_of[then]]
            found.append(bits)
        return [found[ring] for ring in ring_of]


def _rings(below: list[list[int]]) -> list[int]:
    """Return for each node the number of its strongly connected component.

    Where one leads to another, that has the lower number.

    Args:
        below: for each node those that it leads to.

    Source:
        Tarjan 1972, with a stack of its own instead of recursion.
    """
    found = [-1] * len(below)
    lowest = [0] * len(below)
    ring_of = [-1] * len(below)
    counter = number = 0
    held: list[int] = []
    for start in range(len(below)):
        work = [(start, 0)] if found[start] < 0 else []
        while work:
            node, child = work.pop()
            if not child:
                found[node] = lowest[node] = counter
                counter += 1
                held.append(node)
            for n in range(child, len(below[node])):
                then = below[node][n]
                if found[then] < 0:
                    work += [(node, n + 1), (then, 0)]
                    break
                if ring_of[then] < 0:
                    lowest[node] = min(lowest[node], lowest[then])
            else:
                if lowest[node] == found[node]:
                    while ring_of[node] < 0:
                        ring_of[held.pop()] = number
                    number += 1
                if work:
                    above = work[-1][0]
                    if ring_of[node] < 0:
                        lowest[above] = min(lowest[above], lowest[node])
    return ring_of
