"""Sending order, bounds, and claims that contradict each other.

An exact time, a bound and a claim of a source are all constraints: "this one
before that one".  What contradicts is taken out, named as contested, and the
rest is sorted.  Nothing is broken silently.
"""

from collections import defaultdict
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from heapq import heapify, heappop, heappush
from itertools import combinations, pairwise
from operator import attrgetter, eq
from typing import NamedTuple, TypeAlias

from tweetspat.model import Claim, Contest, Link, Order, Tweet, TweetId

__all__ = [
    "LONGEST_CLAIM",
    "Arranged",
    "Known",
    "arrange",
    "known",
    "surely_earlier",
]

LONGEST_CLAIM = 400
"""Tweets in one source's order: all pairs of them are compared."""

_STAMPS = "the stamps"
_NEVER = datetime.max.replace(tzinfo=UTC)

Edge: TypeAlias = tuple[TweetId, TweetId]
Moment: TypeAlias = tuple[datetime, int]
"""An instant, and 1 when it stands for "just after" it."""


class Arranged(NamedTuple):
    """The order in which tweets are printed.

    Attributes:
        ids: every tweet once.
        order: how sure it is.
        broken: links (child, parent) that no order could respect, because the
            data leads back to itself.
    """

    ids: list[TweetId]
    order: Order
    broken: frozenset[Edge] = frozenset()


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


def surely_earlier(one: Tweet, other: Tweet) -> bool:
    """Tell whether times or bounds put one tweet wholly before another."""
    if one.sent and other.sent:
        return one.sent < other.sent
    end, start = _span(one)[1], _span(other)[0]
    return end is not None and start is not None and end <= start


def arrange(
    tweets: Mapping[TweetId, Tweet],
    links: Mapping[TweetId, Iterable[Link]],
    told: Known | None = None,
    given: Sequence[TweetId] = (),
) -> Arranged:
    """Put the tweets of one conversation in order.

    Args:
        tweets: by id, ghosts among them.
        links: for each child where it points; it comes after what it answers
            unless its own time says otherwise.
        told: what sources tell of the order, from `known`.
        given: the order of the file, which decides where nothing else does.

    Cost:
        O(n log n).
    """
    if len(tweets) == 1:
        return Arranged(list(tweets), Order("total"))
    if told is None:
        ranked = sorted(tweets.values(), key=attrgetter("rank"))
        timed = ranked[-1].sent is not None
        if timed and _parents_first(ranked, links):
            return Arranged([tweet.id for tweet in ranked], Order("total"))
    claimed = told.after if told else {}
    answered = _answered(tweets, links)
    graph = _Graph(tweets, [*_steps(claimed), *answered])
    broken = graph.cut_rings(tweets)
    ids = _sorted(graph, tweets, given)
    unheard = frozenset((then, first) for first, then in broken & set(answered))
    contests = _in_order(told.contests if told else (), ids)
    if contests:
        return Arranged(ids, Order("contested", contests), unheard)
    sure = {*_steps(claimed), *answered} - broken
    settled = all(_settled(tweets[a], tweets[b], sure) for a, b in pairwise(ids))
    return Arranged(ids, Order("total" if settled else "partial"), unheard)


def _parents_first(
    ranked: list[Tweet], links: Mapping[TweetId, Iterable[Link]]
) -> bool:
    """Tell whether no tweet precedes one of the same instant that it answers."""
    sent = [tweet.sent for tweet in ranked]
    if not any(map(eq, sent, sent[1:])):
        return True
    place = {tweet.id: n for n, tweet in enumerate(ranked)}
    for n, child in enumerate(ranked):
        for link in links.get(child.id, ()):
            at = -1 if link.elsewhere else place.get(link.to, -1)
            if at > n and ranked[at].sent == child.sent:
                return False
    return True


def _answered(
    tweets: Mapping[TweetId, Tweet], links: Mapping[TweetId, Iterable[Link]]
) -> list[Edge]:
    """Return (parent, child) for each link that the tweets' own times allow."""
    return [
        (link.to, child)
        for child in tweets
        for link in links.get(child, ())
        if link.to in tweets
        and link.to != child
        and not link.elsewhere
        and not surely_earlier(tweets[child], tweets[link.to])
    ]


def _steps(after: Mapping[TweetId, Iterable[TweetId]]) -> Iterator[Edge]:
    return ((first, then) for first, those in after.items() for then in those)


def _span(tweet: Tweet) -> tuple[Moment | None, Moment | None]:
    """Return the first moment a tweet can be of, and the first it cannot."""
    if tweet.sent:
        return (tweet.sent, 0), (tweet.sent, 1)
    first, last = tweet.bounds or (None, None)
    if first and last and first >= last:  # such bounds bound nothing
        return None, None
    return (first, 0) if first else None, (last, 0) if last else None


def known(
    tweets: Mapping[TweetId, Tweet],
    claims: Collection[Claim],
    links: Mapping[TweetId, Iterable[Link]],
) -> Known:
    """Compare what sources tell of the order: with each other, stamps and links.

    A claim is contested when another source claims the opposite, and when it
    lies on a ring: following claims, times and links from its later tweet leads
    back to its earlier one.

    Cost:
        O(k * k) in the length of a claim; longer ones than `LONGEST_CLAIM` are
        refused where they are read.
    """
    pairs: defaultdict[Edge, list[str]] = defaultdict(list)
    for claim in claims:
        for edge in combinations([id_ for id_ in claim.order if id_ in tweets], 2):
            pairs[edge].append(claim.source)
    for first, then in list(pairs):
        if surely_earlier(tweets[then], tweets[first]):
            pairs[then, first].append(_STAMPS)
    contested = {edge for edge in pairs if (edge[1], edge[0]) in pairs}
    agreed = [edge for edge in pairs if edge not in contested]
    graph = _Graph(tweets, [*agreed, *_answered(tweets, links)])
    contested.update(graph.on_rings(agreed))
    after: dict[TweetId, set[TweetId]] = {}
    for first, then in agreed:
        if (first, then) not in contested:
            after.setdefault(first, set()).add(then)
    return Known(after, tuple(_contests(contested, pairs)))


def _contests(
    contested: set[Edge], pairs: Mapping[Edge, list[str]]
) -> Iterator[Contest]:
    for first, then in sorted({(min(edge), max(edge)) for edge in contested}):
        claims = [
            Claim(source, order)
            for order in ((first, then), (then, first))
            for source in pairs.get(order, ())
        ]
        yield Contest((first, then), tuple(claims))


Key: TypeAlias = tuple[int, datetime, int, str]
Height: TypeAlias = tuple[datetime, int, int, int, str]


class _Graph:
    """Tweets and moments, and what must come after what.

    Time is a ladder of moments: a tweet that must be over by a moment stands
    below its rung, one that cannot be earlier stands above it.
    """

    def __init__(self, tweets: Mapping[TweetId, Tweet], edges: Iterable[Edge]) -> None:
        spans = {id_: _span(tweet) for id_, tweet in tweets.items()}
        moments = sorted({edge for span in spans.values() for edge in span if edge})
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
        self.edges = sorted(set(edges))
        for first, then in self.edges:
            self.below[self.at[first]].append(self.at[then])

    def on_rings(self, edges: Iterable[Edge]) -> list[Edge]:
        """Return those of the edges that lie on a ring."""
        ring_of = _rings(self.below)
        return [
            edge
            for edge in edges
            if ring_of[self.at[edge[0]]] == ring_of[self.at[edge[1]]]
        ]

    def cut_rings(self, tweets: Mapping[TweetId, Tweet]) -> set[Edge]:
        """Take out of each ring the edges that lead back in time; return them."""
        cut = {
            (first, then)
            for first, then in self.on_rings(self.edges)
            if _height(tweets[first]) >= _height(tweets[then])
        }
        for first, then in cut:
            self.below[self.at[first]].remove(self.at[then])
        return cut


def _height(tweet: Tweet) -> Height:
    """Return where a tweet stands on the ladder; every step of time leads up."""
    start, end = _span(tweet)
    if start:
        return (*start, 1, len(tweet.id), tweet.id)
    if end:
        return (*end, -1, len(tweet.id), tweet.id)
    return (_NEVER, 0, 0, len(tweet.id), tweet.id)


def _rings(below: list[list[int]]) -> list[int]:
    """Return for each node the number of its strongly connected component.

    Source:
        Tarjan 1972, with a stack of its own instead of recursion.
    """
    found = [-1] * len(below)
    lowest = [0] * len(below)
    ring_of = [-1] * len(below)
    counter = rings = 0
    held: list[int] = []
    for start in range(len(below)):
        work = [(start, 0)] if found[start] < 0 else []
        while work:
            node, child = work.pop()
            if not child:
                found[node] = lowest[node] = counter
                counter += 1
                held.append(node)
            for number in range(child, len(below[node])):
                then = below[node][number]
                if found[then] < 0:
                    work += [(node, number + 1), (then, 0)]
                    break
                if ring_of[then] < 0:
                    lowest[node] = min(lowest[node], lowest[then])
            else:
                if lowest[node] == found[node]:
                    while ring_of[node] < 0:
                        ring_of[held.pop()] = rings
                    rings += 1
                if work:
                    above = work[-1][0]
                    if ring_of[node] < 0:
                        lowest[above] = min(lowest[above], lowest[node])
    return ring_of


def _sorted(
    graph: _Graph, tweets: Mapping[TweetId, Tweet], given: Sequence[TweetId]
) -> list[TweetId]:
    """Sort so that every constraint holds; where there is a choice, by file and id.

    A tweet without a time comes as soon as what it waits for has come.
    """
    waiting = [0] * len(graph.nodes)
    for those in graph.below:
        for then in those:
            waiting[then] += 1
    keys = _keys(graph, tweets, given)
    ready = [(keys[n], n) for n, count in enumerate(waiting) if not count]
    heapify(ready)
    result: list[TweetId] = []
    while ready:
        key, at = heappop(ready)
        node = graph.nodes[at]
        if isinstance(node, str):
            result.append(node)
        for then in graph.below[at]:
            waiting[then] -= 1
            if not waiting[then]:
                if keys[then][1] == _NEVER:
                    keys[then] = (keys[then][0], key[1], *keys[then][2:])
                heappush(ready, (keys[then], then))
    return result


def _keys(
    graph: _Graph, tweets: Mapping[TweetId, Tweet], given: Sequence[TweetId]
) -> list[Key]:
    """Return what decides where constraints leave a choice: the file, then ids.

    Tweets of one instant share their place in the file, so that ids decide.
    """
    listed: dict[TweetId | datetime, int] = {}
    for n, id_ in enumerate(given):
        listed.setdefault(id_, n)
        if id_ in tweets and (sent := tweets[id_].sent):
            listed.setdefault(sent, n)
    keys: list[Key] = []
    for at, node in enumerate(graph.nodes):
        if not isinstance(node, str):
            keys.append((-1, node[0], 0, ""))
            continue
        tweet = tweets[node]
        start = _span(tweet)[0]
        if start is None:
            below = (graph.nodes[then] for then in graph.below[at])
            starts = [_span(tweets[then])[0] for then in below if isinstance(then, str)]
            start = min((each for each in starts if each), default=None)
        place = listed.get(tweet.sent or node, len(listed) if listed else -1)
        keys.append((place, start[0] if start else _NEVER, len(node), node))
    return keys


def _in_order(contests: Iterable[Contest], ids: list[TweetId]) -> tuple[Contest, ...]:
    place = {id_: n for n, id_ in enumerate(ids)}
    turned = []
    for contest in contests:
        first, then = sorted(contest.pair, key=place.__getitem__)
        turned.append(contest._replace(pair=(first, then)))
    return tuple(sorted(turned, key=lambda each: [place[id_] for id_ in each.pair]))


def _settled(first: Tweet, then: Tweet, sure: Container[Edge]) -> bool:
    """Tell whether a tweet is known to come right after the one before it."""
    same = first.sent is not None and first.sent == then.sent
    return same or surely_earlier(first, then) or (first.id, then.id) in sure
