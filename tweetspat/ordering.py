"""Sending order, bounds, and claims that contradict each other.

An exact time, a bound and a claim of a source are all constraints: "this one
before that one".  What contradicts is taken out, named as contested, and the
rest is sorted.  Nothing is broken silently.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from heapq import heapify, heappop, heappush
from itertools import combinations, pairwise
from operator import attrgetter, eq
from typing import NamedTuple, TypeAlias

from tweetspat.model import Claim, Contest, Link, Order, Tweet, TweetId

__all__ = ["Arranged", "Known", "arrange", "known"]

LONGEST_CLAIM = 400
"""Tweets in one source's order; all pairs of them are compared."""

_STAMPS = "the stamps"
_NEVER = datetime.max.replace(tzinfo=UTC)

Edge: TypeAlias = tuple[TweetId, TweetId]
Moment: TypeAlias = tuple[datetime, int]
"""An instant, and 1 when it stands for "just after" it."""


class Arranged(NamedTuple):
    """The ids in the order in which they are printed, and how sure it is."""

    ids: list[TweetId]
    order: Order


class Known(NamedTuple):
    """What is known of who came before whom.

    Attributes:
        after: for each tweet those that surely came later (one step).
        contests: the pairs about which sources contradict each other.
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
        return seen


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
        ids = [tweet.id for tweet in ranked]
        timed = not ranked or ranked[-1].sent is not None
        if timed and _parents_first(ranked, links):
            return Arranged(ids, Order("total"))
    after = {id_: set(then) for id_, then in told.after.items()} if told else {}
    _add_parents(after, tweets, links)
    ids = _sorted(tweets, after, given)
    contests = _in_order(told.contests if told else (), ids)
    if contests:
        return Arranged(ids, Order("contested", contests))
    return Arranged(ids, Order("total" if _settled(ids, tweets, after) else "partial"))


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


def _add_parents(
    after: dict[TweetId, set[TweetId]],
    tweets: Mapping[TweetId, Tweet],
    links: Mapping[TweetId, Iterable[Link]],
) -> None:
    for child in tweets:
        for link in links.get(child, ()):
            if link.to in tweets and link.to != child and not link.elsewhere:
                end, start = _span(tweets[child])[1], _span(tweets[link.to])[0]
                if not (end and start and end <= start):
                    after.setdefault(link.to, set()).add(child)


def _span(tweet: Tweet) -> tuple[Moment | None, Moment | None]:
    """Return the first moment a tweet can be of, and the first it cannot."""
    if tweet.sent:
        return (tweet.sent, 0), (tweet.sent, 1)
    first, last = tweet.bounds or (None, None)
    return (first, 0) if first else None, (last, 0) if last else None


def known(
    tweets: Mapping[TweetId, Tweet], claims: Collection[Claim]
) -> tuple[Known, list[Claim]]:
    """Compare what sources tell of the order with each other and the stamps.

    Returns:
        What is known; and the claims that are too long to be compared.

    Cost:
        O(k * k) in the length of a claim.
    """
    pairs: defaultdict[Edge, list[str]] = defaultdict(list)
    for claim in claims:
        if len(claim.order) <= LONGEST_CLAIM:
            for edge in combinations([id_ for id_ in claim.order if id_ in tweets], 2):
                pairs[edge].append(claim.source)
    for first, then in list(pairs):
        span, before = _span(tweets[then])[1], _span(tweets[first])[0]
        if span and before and span <= before:
            pairs[then, first].append(_STAMPS)
    contested = {edge for edge in pairs if (edge[1], edge[0]) in pairs}
    while ring := _ring(edge for edge in pairs if edge not in contested):
        contested |= ring
    after: dict[TweetId, set[TweetId]] = {}
    for first, then in pairs:
        if (first, then) not in contested:
            after.setdefault(first, set()).add(then)
    unread = [claim for claim in claims if len(claim.order) > LONGEST_CLAIM]
    return Known(after, tuple(_contests(contested, pairs))), unread


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


def _ring(edges: Iterable[Edge]) -> set[Edge]:
    """Return the edges that lie on cycles: what is left when no end is loose."""
    left = set(edges)
    while True:
        starts, ends = {edge[0] for edge in left}, {edge[1] for edge in left}
        kept = {edge for edge in left if edge[0] in ends and edge[1] in starts}
        if kept == left:
            return left
        left = kept


def _sorted(
    tweets: Mapping[TweetId, Tweet],
    after: Mapping[TweetId, set[TweetId]],
    given: Sequence[TweetId],
) -> list[TweetId]:
    """Sort so that every constraint holds; where there is a choice, by file and id.

    Time is a ladder of moments: a tweet that must be over by a moment stands
    below its rung, one that cannot be earlier stands above it.
    """
    nodes, below = _ladder(tweets, after)
    waiting = [0] * len(nodes)
    for those in below:
        for then in those:
            waiting[then] += 1
    listed = {id_: n for n, id_ in enumerate(given)}
    keys = [_choice(node, tweets, listed, after) for node in nodes]
    ready = [(keys[n], n) for n, count in enumerate(waiting) if not count]
    heapify(ready)
    left = {n for n, count in enumerate(waiting) if count}
    loosest = iter(sorted(left, key=lambda n: (keys[n], n)))
    result: list[TweetId] = []
    while ready or left:
        if not ready:  # a ring: the one that would come first is let go first
            freed = next(n for n in loosest if n in left)
            heappush(ready, (keys[freed], freed))
            left.discard(freed)
        key, at = heappop(ready)
        node = nodes[at]
        if isinstance(node, str):
            result.append(node)
        for then in below[at]:
            waiting[then] -= 1
            if then in left and not waiting[then]:
                left.discard(then)
                if nodes[then] is not None and keys[then][1] == _NEVER:
                    keys[then] = (keys[then][0], key[1], *keys[then][2:])
                heappush(ready, (keys[then], then))
    return result


Key: TypeAlias = tuple[int, datetime, int, str]


def _ladder(
    tweets: Mapping[TweetId, Tweet], after: Mapping[TweetId, set[TweetId]]
) -> tuple[list[TweetId | Moment], list[list[int]]]:
    """Return the nodes (tweets, then moments) and for each those that follow."""
    spans = {id_: _span(tweet) for id_, tweet in tweets.items()}
    moments = sorted({moment for span in spans.values() for moment in span if moment})
    nodes: list[TweetId | Moment] = [*tweets, *moments]
    at = {node: n for n, node in enumerate(nodes)}
    below: list[list[int]] = [[] for _ in nodes]
    for earlier, later in pairwise(moments):
        below[at[earlier]].append(at[later])
    for id_, (start, end) in spans.items():
        if start:
            below[at[start]].append(at[id_])
        if end:
            below[at[id_]].append(at[end])
    for parent, children in after.items():
        below[at[parent]] += sorted(at[child] for child in children)
    return nodes, below


def _choice(
    node: TweetId | Moment,
    tweets: Mapping[TweetId, Tweet],
    listed: Mapping[TweetId, int],
    after: Mapping[TweetId, set[TweetId]],
) -> Key:
    if not isinstance(node, str):
        return (-1, node[0], 0, "")
    start = _span(tweets[node])[0]
    if start is None:
        starts = [_span(tweets[child])[0] for child in after.get(node, ())]
        start = min((each for each in starts if each), default=None)
    place = listed.get(node, -1 if not listed else len(listed))
    return (place, start[0] if start else _NEVER, len(node), node)


def _in_order(contests: Iterable[Contest], ids: list[TweetId]) -> tuple[Contest, ...]:
    place = {id_: n for n, id_ in enumerate(ids)}
    turned = [
        contest._replace(
            pair=(min(pair, key=place.__getitem__), max(pair, key=place.__getitem__))
        )
        for contest in contests
        for pair in [contest.pair]
    ]
    return tuple(sorted(turned, key=lambda each: [place[id_] for id_ in each.pair]))


def _settled(
    ids: list[TweetId],
    tweets: Mapping[TweetId, Tweet],
    after: Mapping[TweetId, set[TweetId]],
) -> bool:
    """Tell whether each tweet is known to come right after the one before it."""
    for first, then in pairwise(ids):
        end, start = _span(tweets[first])[1], _span(tweets[then])[0]
        same = (
            tweets[first].sent is not None and tweets[first].sent == tweets[then].sent
        )
        if not (
            same or (end and start and end <= start) or then in after.get(first, ())
        ):
            return False
    return True
