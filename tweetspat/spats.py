"""One spat put together: its tweets in order, numbered, each with what is known."""

from collections.abc import Callable, Mapping, Sequence
from operator import attrgetter
from typing import NamedTuple

from tweetspat.contradictions import problems_of
from tweetspat.conversations import Cut
from tweetspat.linking import Linked
from tweetspat.lookalikes import marked
from tweetspat.model import (
    Case,
    Link,
    Retweet,
    SaidTime,
    Spat,
    Turn,
    Tweet,
    TweetId,
)
from tweetspat.ordering import Arranged, arrange, known
from tweetspat.said_times import OwnZone, said_times
from tweetspat.sides import side_of
from tweetspat.standing import Stands, clock_of, stands_here
from tweetspat.zones import zone

__all__ = ["Group", "arranged", "put_together"]

_new: Callable[[type[Turn], tuple[object, ...]], Turn] = tuple.__new__
"""Makes a Turn from all its fields in their order, in half the time of a call."""

_synthetic = attrgetter("synthetic")

_MOST = 10**9
"""Beyond it a number that a document gives a tweet is not believed."""


class Group(NamedTuple):
    """The tweets of one conversation, and the case file that holds them."""

    ids: list[TweetId]
    score: int
    case: Case | None


def put_together(group: Group, heap: Linked, cut: Cut, given: Stands) -> Spat:
    """Return the spat that a conversation is.

    Args:
        group: which conversation.
        heap: where its tweets are from.
        cut: all conversations of the heap.
        given: who stands where in all of them.

    Cost:
        O(n log n) in its tweets.
    """
    case = group.case
    tweets = {id_: heap.tweets[id_] for id_ in group.ids}
    links = _links(group, heap, cut)
    order = arranged(tweets, links, group)
    stands = stands_here(case, group.score, order.ids, tweets, links, given)
    numbers = _numbers(order, tweets, case)
    turns = [
        _turn(tweets[id_], n, links.get(id_, ()), heap, order, stands)
        for n, id_ in zip(numbers, order.ids, strict=True)
    ]
    if not cut.quoted_by.keys().isdisjoint(tweets):
        turns = [_quoted_elsewhere(turn, heap, cut) for turn in turns]
    there = (turn.tweet.id for turn in turns if not turn.tweet.ghost)
    return Spat(
        id=next(there, order.ids[0]),
        title=case.title if case else None,
        synthetic=any(map(_synthetic, tweets.values()))
        or (case is not None and case.synthetic),
        reconstructed=case is not None and case.reconstructed,
        sources=case.sources if case else (),
        sides=stands.sides,
        order=order.order,
        turns=marked(turns, stands.alike) if stands.alike else tuple(turns),
        score=group.score,
    )


def _links(group: Group, heap: Linked, cut: Cut) -> dict[TweetId, tuple[Link, ...]]:
    """Return the links of a conversation, those that lead out of it marked."""
    links: dict[TweetId, tuple[Link, ...]] = {}
    for id_ in group.ids:
        those = heap.links.get(id_)
        if those:
            crossing = id_ in cut.crossing
            links[id_] = _placed(those, id_, cut.group_of) if crossing else those
    return links


def _turn(
    tweet: Tweet,
    n: int,
    links: tuple[Link, ...],
    heap: Linked,
    order: Arranged,
    stands: Stands,
) -> Turn:
    side = clock = None
    if stands.by_account:
        side = side_of(tweet.author, stands.by_account, stands.accounts)
    if side or stands.own:
        clock = clock_of(tweet, side, stands)
    kept = tweet.kept is not None
    return _new(
        Turn,
        (
            tweet,
            n,
            side.name if side else None,
            links,
            _said(tweet, clock) if tweet.text else (),
            _retweets(tweet, heap.folded) if kept or tweet.id in heap.folded else (),
            problems_of(tweet, links, heap, order.broken),
            (),
            False,
            clock.zone.name if clock else None,
        ),
    )


def arranged(
    tweets: Mapping[TweetId, Tweet],
    links: Mapping[TweetId, tuple[Link, ...]],
    group: Group,
) -> Arranged:
    """Return the order of a conversation; that of an earlier output stays."""
    case = group.case
    if case and case.order and tweets.keys() == set(case.tweets):
        return Arranged(list(case.tweets), case.order)
    if case is None:
        return arrange(tweets, links)
    return arrange(tweets, links, known(tweets, case.claims, links), case.tweets)


def _numbers(
    order: Arranged, tweets: Mapping[TweetId, Tweet], case: Case | None
) -> Sequence[int]:
    """Return the numbers of tweets: a part that is read again keeps the whole's."""
    if case and case.order is order.order:
        kept = [tweet.kept for tweet in map(tweets.__getitem__, order.ids)]
        told = [each.n for each in kept if each and each.n]
        ascending = told == sorted(set(told)) and all(0 < n < _MOST for n in told)
        if len(told) == len(kept) and ascending:
            return told
    return range(1, len(order.ids) + 1)


def _placed(
    links: tuple[Link, ...], child: TweetId, group_of: Mapping[TweetId, int]
) -> tuple[Link, ...]:
    """Mark the links that lead into another conversation."""
    here = group_of[child]
    return tuple(
        link
        if link.elsewhere or group_of[link.to] == here
        else link._replace(
            elsewhere=True,
            evidence=f"{link.evidence}; it stands in another conversation",
        )
        for link in links
    )


def _quoted_elsewhere(turn: Turn, heap: Linked, cut: Cut) -> Turn:
    """Return a turn that tells who quotes it from other conversations."""
    by = cut.quoted_by.get(turn.tweet.id)
    return (
        turn._replace(quoted_by=tuple(map(heap.tweets.__getitem__, by))) if by else turn
    )


def _said(tweet: Tweet, clock: OwnZone | None) -> tuple[SaidTime, ...]:
    if tweet.kept and tweet.kept.said_times is not None:
        return tweet.kept.said_times
    if not tweet.text:
        return ()
    if clock is None and tweet.zone:
        found = zone(tweet.zone)
        clock = OwnZone(found, "zone of the author's profile") if found else None
    return said_times(tweet.text, tweet.sent, tweet.bounds, clock)


def _retweets(
    tweet: Tweet, folded: Mapping[TweetId, list[Tweet]]
) -> tuple[Retweet, ...]:
    kept = tweet.kept.retweets if tweet.kept else ()
    repeats = folded.get(tweet.id)
    if not repeats:
        return kept
    found = [
        Retweet(repeat.author.handle if repeat.author else None, repeat.sent)
        for repeat in repeats
    ]
    if kept:
        told = frozenset(kept)
        found = [*kept, *(each for each in found if each not in told)]
    return tuple(found)
