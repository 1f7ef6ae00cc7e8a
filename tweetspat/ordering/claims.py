"""What sources tell of the order, compared with each other, stamps and links."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import combinations, pairwise
from typing import NamedTuple, TypeAlias

from tweetspat.model import Claim, Contest, Link, Tweet, TweetId
from tweetspat.ordering.graph import Graph
from tweetspat.ordering.spans import Edge, answered, surely_earlier

__all__ = ["LONGEST_CLAIM", "MOST_PAIRS", "Known", "known"]

LONGEST_CLAIM = 400
"""Tweets in one source's order: all pairs of them may be compared."""

MOST_PAIRS = 1_000_000
"""Pairs in all orders of one file."""

_MOST_STEPS = 5_000_000
"""Beyond it is not asked who contradicts whom on a ring: all of it is contested."""

_STAMPS, _LINKS = "the stamps", "the links"

_Pairs: TypeAlias = Mapping[Edge, Mapping[str, None]]
"""Who tells a pair of tweets in this order."""


_Told: TypeAlias = tuple[str, list[TweetId]]
"""A source, and what it tells of tweets that are there, each once."""


class Known(NamedTuple):
    """What sources tell of who came before whom.

    Attributes:
        after: for each tweet those that came later by an uncontested claim.
        contests: the pairs about which there is a contradiction.
    """

    after: dict[TweetId, set[TweetId]]
    contests: tuple[Contest, ...]

    def later(self, first: TweetId) -> set[TweetId]:
        """Return every tweet that surely came after this one; O(edges)."""
        seen: set[TweetId] = set()
        stack = [first]
        while stack:
            for then in self.after.get(stack.pop(), ()):
                if then not in seen:
                    seen.add(then)
                    stack.append(then)
        return seen - {
            id_ for each in self.contests if first in each.pair for id_ in each.pair
        }


def known(
    tweets: Mapping[TweetId, Tweet],
    claims: Collection[Claim],
    links: Mapping[TweetId, Iterable[Link]],
) -> Known:
    """Compare what sources tell of the order: with each other, stamps and links.

    A claim is contested when others contradict it: a source, the stamps or what
    is stated of answers, alone or together.  So is each claim on a ring of claims
    that nobody contradicts outright: following them, times and answers from its
    later tweet leads back to its earlier one.

    Cost:
        O(n log n), n being tweets, links and the lengths of the claims; where
        something is contested O(k * k) in the length of a claim.  Longer ones
        than `LONGEST_CLAIM` are refused where they are read.
    """
    told = [
        (each.source, [id_ for id_ in dict.fromkeys(each.order) if id_ in tweets])
        for each in claims
    ]
    stated = list(answered(tweets, links, stated=True))
    steps = [edge for _, order in told for edge in pairwise(order)]
    ring_of = Graph(tweets, [*steps, *stated]).ring_of()
    if not any(_on_one_ring(edge, ring_of) for edge in steps):
        return Known(_after(steps), ())
    pairs = _pairs(told, stated, tweets)
    contested = {edge for edge in pairs if edge[::-1] in pairs}
    agreed = [edge for edge in pairs if edge not in contested]
    contested.update(Graph(tweets, [*agreed, *stated]).on_rings(agreed))
    doubtful = [edge for edge in agreed if _on_one_ring(edge, ring_of)]
    ringed = {id_: tweets[id_] for id_ in ring_of}
    contested.update(_contradicted(doubtful, pairs, told, stated, ringed))
    respected = (edge for edge in agreed if edge not in contested)
    return Known(_after(respected), tuple(_contests(contested, pairs)))


def _on_one_ring(edge: Edge, ring_of: Mapping[TweetId, int]) -> bool:
    ring = ring_of.get(edge[0])
    return ring is not None and ring == ring_of.get(edge[1])


def _after(edges: Iterable[Edge]) -> dict[TweetId, set[TweetId]]:
    found: dict[TweetId, set[TweetId]] = {}
    for first, then in edges:
        found.setdefault(first, set()).add(then)
    return found


def _pairs(
    told: Iterable[_Told], stated: Iterable[Edge], tweets: Mapping[TweetId, Tweet]
) -> _Pairs:
    """Return who tells each pair, the stamps and links where they say the opposite."""
    pairs: defaultdict[Edge, dict[str, None]] = defaultdict(dict)
    for source, order in told:
        for edge in combinations(order, 2):
            pairs[edge][source] = None
    by_links = {(first, then) for first, then in stated if (then, first) in pairs}
    for first, then in list(pairs):
        if surely_earlier(tweets[then], tweets[first]):
            pairs[then, first][_STAMPS] = None
    for edge in by_links:
        pairs[edge][_LINKS] = None
    return pairs


def _contradicted(
    doubtful: Iterable[Edge],
    pairs: _Pairs,
    told: Sequence[_Told],
    stated: Iterable[Edge],
    ringed: Mapping[TweetId, Tweet],
) -> Iterator[Edge]:
    """Yield the pairs of which others together tell the opposite.

    Args:
        doubtful: pairs that lie on rings.
        pairs: who tells them.
        told: all that sources tell.
        stated: what is stated of answers.
        ringed: the tweets on rings.
    """
    by_sources: defaultdict[frozenset[str], list[Edge]] = defaultdict(list)
    for edge in doubtful:
        by_sources[frozenset(pairs[edge])].append(edge)
    steps = [
        (source, edge)
        for source, order in told
        for edge in pairwise(order)
        if edge[0] in ringed and edge[1] in ringed
    ]
    links = [edge for edge in stated if edge[0] in ringed and edge[1] in ringed]
    if len(by_sources) * (len(steps) + len(links) + len(ringed)) > _MOST_STEPS:
        yield from doubtful
        return
    for sources, edges in by_sources.items():
        others = [edge for source, edge in steps if source not in sources]
        graph = Graph(ringed, [*others, *links])
        reached = graph.reached()
        for first, then in edges:
            if reached[graph.at[then]] >> graph.at[first] & 1:
                yield first, then


def _contests(contested: Iterable[Edge], pairs: _Pairs) -> Iterator[Contest]:
    for first, then in sorted({(min(edge), max(edge)) for edge in contested}):
        claims = [
            Claim(source, order)
            for order in ((first, then), (then, first))
            for source in pairs.get(order, ())
        ]
        yield Contest((first, then), tuple(claims))
