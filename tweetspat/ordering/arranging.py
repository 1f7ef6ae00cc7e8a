"""The order in which tweets are printed, and how sure it is."""

from collections.abc import Container, Iterable, Mapping, Sequence
from datetime import datetime
from heapq import heapify, heappop, heappush
from itertools import pairwise
from operator import attrgetter, eq
from typing import NamedTuple, TypeAlias

from tweetspat.model import Contest, Link, Order, Tweet, TweetId
from tweetspat.ordering.claims import Known
from tweetspat.ordering.graph import Graph
from tweetspat.ordering.spans import NEVER, Edge, answered, span, surely_earlier

__all__ = ["Arranged", "arrange"]

_TOTAL = Order("total")

_Key: TypeAlias = tuple[int, datetime, int, str]


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


def arrange(
    tweets: Mapping[TweetId, Tweet],
    links: Mapping[TweetId, Iterable[Link]],
    told: Known | None = None,
    given: Sequence[TweetId] = (),
) -> Arranged:
    """Put the tweets of one conversation in order.

    Exact times and bounds count most, then what sources tell uncontested, then
    stated links, then those inferred.  The order is total when times, sources and
    stated links leave no other; tweets of one instant stand by their ids.

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
        return Arranged(list(tweets), _TOTAL)
    if told is None:
        apart = _apart(tweets)
        if apart:
            return Arranged(apart, _TOTAL)
        ranked = sorted(tweets.values(), key=attrgetter("rank"))
        timed = ranked[-1].sent is not None
        if timed and _parents_first(ranked, links):
            return Arranged([tweet.id for tweet in ranked], _TOTAL)
    after = told.after if told else {}
    sure = {(first, then) for first, those in after.items() for then in those}
    stated = set(answered(tweets, links, stated=True))
    graph = Graph(tweets, [*sure, *stated])
    broken = graph.cut_rings(tweets)
    sure = (sure | stated) - broken
    likely = set(answered(tweets, links, stated=False)) - sure
    if likely:
        graph.add(likely)
        dropped = set(graph.on_rings(likely))
        graph.drop(dropped)
        broken |= dropped
    ids = _sorted(graph, tweets, given)
    linked = stated | likely
    unheard = frozenset(
        (then, first) for first, then in broken if (first, then) in linked
    )
    contests = _in_order(told.contests if told else (), ids)
    if contests:
        return Arranged(ids, Order("contested", contests), unheard)
    settled = all(_settled(tweets[a], tweets[b], sure) for a, b in pairwise(ids))
    return Arranged(ids, Order("total" if settled else "partial"), unheard)


def _apart(tweets: Mapping[TweetId, Tweet]) -> list[TweetId]:
    """Return the ids by time where no two tweets are of one instant, else none.

    Then ids decide nothing, and no tweet precedes one that it answers.
    """
    by_time = {tweet.sent: id_ for id_, tweet in tweets.items() if tweet.sent}
    if len(by_time) < len(tweets):
        return []
    return [by_time[sent] for sent in sorted(by_time)]


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


def _sorted(
    graph: Graph, tweets: Mapping[TweetId, Tweet], given: Sequence[TweetId]
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
                if keys[then][1] == NEVER:
                    keys[then] = (keys[then][0], key[1], *keys[then][2:])
                heappush(ready, (keys[then], then))
    return result


def _keys(
    graph: Graph, tweets: Mapping[TweetId, Tweet], given: Sequence[TweetId]
) -> list[_Key]:
    """Return what decides where constraints leave a choice: the file, then ids.

    Tweets of one instant share their place in the file, so that ids decide.
    """
    listed: dict[TweetId | datetime, int] = {}
    for n, id_ in enumerate(given):
        listed.setdefault(id_, n)
        if id_ in tweets and (sent := tweets[id_].sent):
            listed.setdefault(sent, n)
    keys: list[_Key] = []
    for at, node in enumerate(graph.nodes):
        if not isinstance(node, str):
            keys.append((-1, node[0], 0, ""))
            continue
        tweet = tweets[node]
        start = span(tweet)[0]
        if start is None:
            below = (graph.nodes[then] for then in graph.below[at])
            starts = [span(tweets[then])[0] for then in below if isinstance(then, str)]
            start = min((each for each in starts if each), default=None)
        place = listed.get(tweet.sent or node, len(listed) if listed else -1)
        keys.append((place, start[0] if start else NEVER, len(node), node))
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
