"""Links that no metadata holds: who a ".@handle" or "@handle" tweet answers.

One rule, as narrow as it takes to be right: an account that tweeted once in
the day before can only be answered there.  Where it tweeted more, the words
decide whether the series is meant; otherwise nothing is said.  No link is
better than a wrong one.
"""

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Container, Mapping
from datetime import timedelta
from functools import cache
from typing import NamedTuple, TypeAlias

from tweetspat.model import Link, Tweet, TweetId

__all__ = ["infer_links"]

CONFIDENCE = 0.987
"""Share of the rule's links that name the true parent, on 170 real threads
(2,785 tweets in one heap) with every reply field taken away;
`tests/benchmarks/mention_rule.py` measures it.  Where tweets are missing the share
is lower (.91 with 30 % of the parents gone), which this rule cannot see."""

CONFIDENCE_CONVERSATION = 0.99
"""The same for the conversation that the link leads into."""

_WINDOW = timedelta(hours=24)
_BURST = timedelta(hours=6)

Earlier: TypeAlias = Callable[[TweetId, TweetId], bool]
"""Tells whether a first tweet is known to be older than a second."""


def infer_links(
    tweets: Mapping[TweetId, Tweet],
    linked: Mapping[TweetId, object],
    earlier: Earlier | None,
) -> dict[TweetId, Link]:
    """Return at most one inferred link for each tweet that has no stated one.

    Args:
        tweets: the turns, ghosts left out.
        linked: the ids that have links already; they are left alone.
        earlier: for tweets whose times are not known: what sources tell of
            their order; None leaves such tweets unlinked.

    Cost:
        O(n log n); a tweet looks at the two latest of the account it names,
        at a burst's length when it speaks of several tweets.
    """
    openings: dict[TweetId, _Opening] = {}
    for tweet in tweets.values():
        if tweet.text and "@" in tweet.text[:4] and tweet.id not in linked:
            opening = _opening(tweet)
            if opening:
                openings[tweet.id] = opening
    named = {opening.handle for opening in openings.values()}
    timelines, untimed = _by_author(tweets, named)
    found: dict[TweetId, Link] = {}
    for id_, opening in openings.items():
        link = _answer(tweets[id_], opening, timelines, untimed, earlier)
        if link:
            found[id_] = link
    return found


class _Opening(NamedTuple):
    """How a text begins.

    Attributes:
        handle: the key of the first handle.
        words: the handle as it stands there, its dot included.
        many: the words after it speak of several tweets.
    """

    handle: str
    words: str
    many: bool


def _opening(tweet: Tweet) -> _Opening | None:
    found = _lead().match(tweet.text or "")
    if found is None or tweet.kept:
        return None
    handle = found["handle"].lower()
    if tweet.author and tweet.author.key == handle:
        return None
    return _Opening(handle, found["lead"], bool(found["many"]))


@cache
def _lead() -> re.Pattern[str]:
    return re.compile(
        r"""
        \s* ["“]? (?P<lead> \.? \s? @ (?P<handle> [A-Za-z0-9_]{1,20} ) (?! \w ) )
        (?! \s (?:ha[sd]|is|was|did|does|will|wo) (?: n['’]t )? \b )  # its subject
        (?P<many> ['’]s \s (?:\w+ \s)? (?:tweets|claims|statements|posts) \b )?
        """,
        re.VERBOSE,
    )


def _answer(
    tweet: Tweet,
    opening: _Opening,
    timelines: "Mapping[str, _Timeline]",
    untimed: Mapping[str, list[Tweet]],
    earlier: Earlier | None,
) -> Link | None:
    handle, lead, many = opening
    if tweet.sent is None:
        before = [
            other.id
            for other in untimed.get(handle, ())
            if earlier and earlier(other.id, tweet.id)
        ]
        if earlier and many:
            before.sort(
                key=lambda id_: (sum(earlier(each, id_) for each in before), id_)
            )
        return _choice(before, lead, "known to be earlier", many=many)
    timeline = timelines.get(handle)
    if timeline is None or handle in untimed:  # an untimed one may lie between
        return None
    end = bisect_left(timeline.ranks, tweet.rank)
    span = _BURST if many else _WINDOW
    first = bisect_left(timeline.ranks, (tweet.sent - span, 0, ""), hi=end)
    if not many:
        first = max(first, end - 2)
    within = "in the 6 hours before" if many else "in the 24 hours before"
    return _choice(timeline.ids[first:end], lead, within, many=many)


def _choice(
    before: list[TweetId], lead: str, within: str, *, many: bool
) -> Link | None:
    """Link to the only tweet, or to the series when the words say so."""
    if not before or (len(before) > 1 and not many):
        return None
    if len(before) == 1:
        evidence = f"opens with {lead}, whose only tweet {within} this is"
    else:
        evidence = f"opens with {lead} and speaks of several tweets: those {within}"
    return Link(
        to=before[-1],
        relation="answers",
        basis="mention",
        stated=False,
        confidence=CONFIDENCE,
        confidence_conversation=CONFIDENCE_CONVERSATION,
        evidence=evidence,
        series=tuple(before) if len(before) > 1 else (),
    )


class _Timeline:
    """One account's tweets in sending order, as columns."""

    __slots__ = ("ids", "ranks")

    def __init__(self, tweets: list[Tweet]) -> None:
        ranked = sorted((tweet.rank, tweet.id) for tweet in tweets)
        self.ranks = [rank for rank, _ in ranked]
        self.ids = [id_ for _, id_ in ranked]


def _by_author(
    tweets: Mapping[TweetId, Tweet], named: Container[str]
) -> tuple[dict[str, _Timeline], dict[str, list[Tweet]]]:
    """Return the tweets of the accounts that are named, with and without times."""
    timed: defaultdict[str, list[Tweet]] = defaultdict(list)
    untimed: defaultdict[str, list[Tweet]] = defaultdict(list)
    for tweet in tweets.values():
        if tweet.author and (key := tweet.author.key) in named:
            (timed if tweet.sent else untimed)[key].append(tweet)
    return {author: _Timeline(those) for author, those in timed.items()}, untimed
