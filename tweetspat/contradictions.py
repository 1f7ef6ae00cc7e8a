"""Where the data contradicts itself: told of, never set right."""

from collections import defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from tweetspat.conversations import counted_apart
from tweetspat.linking import Linked
from tweetspat.model import (
    OTHER_PLATFORMS,
    Contest,
    Link,
    Order,
    Relation,
    Turn,
    Tweet,
    TweetId,
)
from tweetspat.ordering import Graph, answered, surely_earlier
from tweetspat.problems import Problem
from tweetspat.stamps import (
    FIRST_TWEET,
    confirmed_by,
    contradicted_by,
    id_instant,
    lies_within,
    rfc3339,
)

__all__ = ["of_order", "of_retweets", "of_stamp", "problems_of"]

_VERBS: Mapping[Relation, str] = {
    "replied_to": "answers",
    "quoted": "quotes",
    "continues": "continues",
    "answers": "answers",
}


def problems_of(
    tweet: Tweet,
    links: tuple[Link, ...],
    heap: Linked,
    broken: frozenset[tuple[TweetId, TweetId]],
) -> tuple[Problem, ...]:
    """Return what a reader should know of a tweet, the record's own first."""
    if tweet.kept:
        return tweet.problems
    found, sent = tweet.problems, tweet.sent
    if not (sent and confirmed_by(tweet.id, sent)):
        found += tuple(of_stamp(tweet))  # else it has nothing to tell
    ring = heap.problems.get(tweet.id) if heap.problems else None
    if ring:
        found += (ring._replace(place=tweet.place),)
    for link in links:
        other = heap.tweets[link.to]
        later = sent and other.sent and other.sent <= sent
        if not later and surely_earlier(tweet, other):
            found += (_older(tweet, other, _VERBS[link.relation]),)
        elif not ring and (tweet.id, link.to) in broken:
            message = (
                f"it stands before {link.to}, which it {_VERBS[link.relation]}: the "
                "links and times lead back to themselves (a cycle)"
            )
            found += (Problem("contradicting-order", message, tweet.place),)
        counted = tweet.conversation is not None and link.relation == "replied_to"
        apart = counted and counted_apart(tweet, other, heap.stands_for)
        if apart:
            message = (
                f"the platform counts it in conversation {apart[0]} and {link.to}, to "
                f"which it replies, in {apart[1]}; the reply is believed"
            )
            found += (Problem("conversation-differs", message, tweet.place),)
    return found


def of_stamp(tweet: Tweet) -> Iterator[Problem]:
    """Yield what a tweet's stamp or bounds contradict: its id, the platform's age."""
    sent, bounds = tweet.sent, tweet.bounds
    if tweet.sent_basis == "id" or not (sent or bounds):
        return
    first, last = bounds or (None, None)
    if not sent and first and last and first >= last:
        message = (
            f"not before {rfc3339(first)} and before {rfc3339(last)} cannot be; both "
            "are ignored"
        )
        yield Problem("bad-bounds", message, tweet.place)
        return
    if tweet.place.shape in OTHER_PLATFORMS:
        return
    made = contradicted_by(tweet.id, sent) if sent else id_instant(tweet.id)
    if made and (sent or (bounds and not lies_within(made, bounds))):
        message = (
            f"its stamp ({_when(tweet)}) contradicts its id, which was made at "
            f"{rfc3339(made)}; one of them may be forged"
        )
        yield Problem("forged-stamp", message, tweet.place)
    if (sent and sent < FIRST_TWEET) or (not sent and last and last <= FIRST_TWEET):
        message = (
            f"its stamp ({_when(tweet)}) is earlier than the first tweet of all "
            f"({rfc3339(FIRST_TWEET)}); it may be forged"
        )
        yield Problem("before-platform", message, tweet.place)


def _older(child: Tweet, parent: Tweet, verb: str) -> Problem:
    message = (
        f"its stamp ({_when(child)}) is earlier than that of {parent.id} "
        f"({_when(parent)}), which it {verb}; one of the two stamps or ids may be "
        "forged"
    )
    return Problem("older-than-parent", message, child.place)


def _when(tweet: Tweet) -> str:
    """Say when a tweet was sent, as exactly as it is known."""
    if tweet.sent:
        by = ", by its id" if tweet.sent_basis == "id" else ""
        return f"{rfc3339(tweet.sent)}{by}"
    first, last = tweet.bounds or (None, None)
    told = [f"not before {rfc3339(first)}"] if first else []
    return ", ".join([*told, f"before {rfc3339(last)}"] if last else told)


def of_retweets(
    tweets: Mapping[TweetId, Tweet], shown: Container[TweetId]
) -> Iterator[Problem]:
    """Yield what a reader should know of the retweets, which are no turns.

    Args:
        tweets: all of a heap.
        shown: those that are turns, whose problems are told there.
    """
    for tweet in tweets.values():
        if tweet.repeats and tweet.id not in shown:
            yield from tweet.problems
            yield from of_stamp(tweet)
            original = tweets.get(tweet.repeats)
            if original and surely_earlier(tweet, original):
                yield _older(tweet, original, "retweets")


def of_order(order: Order, turns: Sequence[Turn]) -> Iterator[Problem]:
    """Yield how far the order of a spat is not known, and who claims what.

    A pair that is told both ways has a line, and so has each ring of claims that
    lead back to themselves, with the stamps and answers that close it.

    Args:
        order: how sure it is.
        turns: those of the spat, as they are printed.
    """
    if order.kind == "partial":
        message = (
            f"the order of its {len(turns)} tweets is known in part only: times, "
            "answers and sources leave others"
        )
        yield Problem("partial-order", message, turns[0].tweet.place)
    if not order.contested:
        return
    named = {id_ for contest in order.contested for id_ in contest.pair}
    there = {turn.tweet.id: turn for turn in turns if turn.tweet.id in named}
    ring_of = _ring_of(order.contested, there)
    on_ring: defaultdict[object, list[Contest]] = defaultdict(list)
    for contest in order.contested:
        first, then = contest.pair
        if len({claim.order for claim in contest.claims}) > 1:
            message = f"the order of {first} and {then} is contested"
            place = there[first].tweet.place
            yield Problem("contested-order", f"{message}: {_told([contest])}", place)
        else:
            on_ring[ring_of.get(first, contest.pair)].append(contest)
    for contests in on_ring.values():
        yield _cycle(contests, there)


def _ring_of(
    contests: Iterable[Contest], there: Mapping[TweetId, Turn]
) -> dict[TweetId, int]:
    """Return which ring of claims, stamps and answers each tweet lies on."""
    tweets = {id_: turn.tweet for id_, turn in there.items()}
    links = {id_: turn.links for id_, turn in there.items()}
    claims = (claim.order for contest in contests for claim in contest.claims)
    steps = [edge for order in claims for edge in pairwise(order)]
    return Graph(tweets, [*steps, *answered(tweets, links, stated=True)]).ring_of()


def _cycle(contests: Sequence[Contest], there: Mapping[TweetId, Turn]) -> Problem:
    """Say who claims the pairs of a ring, and what of stamps and answers closes it."""
    named = {id_ for contest in contests for id_ in contest.pair}
    ids = [id_ for id_ in there if id_ in named]
    tweets = {id_: there[id_].tweet for id_ in ids}
    links = {id_: there[id_].links for id_ in ids}
    timed = [id_ for id_ in ids if tweets[id_].sent or tweets[id_].bounds]
    closed = [
        f"the stamps: {one} before {other}"
        for one, other in pairwise(timed)
        if surely_earlier(tweets[one], tweets[other])
    ]
    closed += [
        f"the links: {parent} before {child}"
        for parent, child in answered(tweets, links, stated=True)
    ]
    message = f"the order of {', '.join(ids)} is contested, in a cycle: "
    message += "; ".join([_told(contests), *closed])
    return Problem("contested-order", message, tweets[contests[0].pair[0]].place)


def _told(contests: Iterable[Contest]) -> str:
    """Say who claims which order of pairs."""
    sources: defaultdict[tuple[TweetId, ...], list[str]] = defaultdict(list)
    for claim in (claim for contest in contests for claim in contest.claims):
        sources[claim.order].append(claim.source)
    told = (
        f"{' and '.join(named)}: {' before '.join(order)}"
        for order, named in sources.items()
    )
    return "; ".join(told) or "by whom is not told"
