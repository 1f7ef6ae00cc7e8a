"""Which conversation is likeliest the spat: two voices that hit back, and fast."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import NamedTuple, TypeVar

from tweetspat.model import Link, Tweet, TweetId

__all__ = ["COLD", "FEWEST", "Heat", "heat", "hottest", "likeliest_first"]

Voice = TypeVar("Voice", str, int)

_DAY = timedelta(days=1)
_HOUR = timedelta(hours=1)
_SECOND = timedelta(seconds=1)
_MONTH = 30

FEWEST = 3
"""Tweets that it takes for two voices to have answered each other."""


class Heat(NamedTuple):
    """How hot the exchange of a conversation's two hottest voices was.

    Attributes:
        score: the answers that the two exchanged on their hottest day.
        pace: those answers an hour; 0 where not every time is known.
    """

    score: int
    pace: float


COLD = Heat(0, 0.0)
"""Nobody answered back."""


def heat(
    ids: Sequence[TweetId],
    tweets: Mapping[TweetId, Tweet],
    links: Mapping[TweetId, tuple[Link, ...]],
    voices: Mapping[TweetId, str],
) -> Heat:
    """Return how hot a conversation is.

    Args:
        ids: its tweets.
        tweets: those of the whole heap.
        links: the same, by child.
        voices: by tweet whose voice it is: its side's, else its account's.

    An answer is a link between two voices.  What two voices *exchange* is twice
    the answers of the one that answered less: a hundred bystanders whom nobody
    answers exchange nothing, nor does somebody who answers themselves.

    The score of two voices is what they exchanged in their hottest 24 hours,
    less what they exchange on an average day beside (at least a month is
    averaged): two bots that answer each other every hour for months do on their
    hottest day what they do every day.  Answers whose time nobody knows count as
    of that day.  The conversation has the score of its hottest two voices, so
    that one long quarrel comes before a thread of many short ones.

    Cost:
        O(n log n).
    """
    if len(ids) < FEWEST:
        return COLD
    here = set(ids)
    answers: defaultdict[tuple[str, str], list[datetime | None]] = defaultdict(list)
    for id_ in ids:
        for link in links.get(id_, ()):
            one, other = voices.get(id_), voices.get(link.to)
            if one and other and one != other and link.to in here:
                answers[one, other].append(tweets[id_].sent)
    return hottest(answers)


def hottest(answers: Mapping[tuple[Voice, Voice], Sequence[datetime | None]]) -> Heat:
    """Return the heat of the two voices whose exchange was the hottest.

    Args:
        answers: for one voice and another when the first answered the second.
    """
    return max(
        (
            _heat(those, answers[other, one])
            for (one, other), those in answers.items()
            if one < other and (other, one) in answers
        ),
        default=COLD,
    )


def _heat(*ways: Sequence[datetime | None]) -> Heat:
    """Return the heat of two voices from when each answered the other."""
    timed = sorted((sent, way) for way in (0, 1) for sent in ways[way] if sent)
    untimed = [each.count(None) for each in ways]
    if not timed:
        return Heat(2 * min(untimed), 0.0)
    hottest, length = _hottest_day(timed, untimed)
    beside = 2 * min(map(len, ways)) - hottest
    days = max(_MONTH, (timed[-1][0] - timed[0][0]) // _DAY)
    pace = 0.0 if any(untimed) else hottest / (max(length, _SECOND) / _HOUR)
    return Heat(max(1, hottest - beside // days), pace)


def _hottest_day(
    timed: Sequence[tuple[datetime, int]], untimed: Sequence[int]
) -> tuple[int, timedelta]:
    """Return the most that was exchanged in 24 hours, and in how short a time."""
    counts = list(untimed)
    first = 0
    best = 2 * min(counts), -_DAY
    for sent, way in timed:
        counts[way] += 1
        while sent - timed[first][0] > _DAY:
            counts[timed[first][1]] -= 1
            first += 1
        best = max(best, (2 * min(counts), timed[first][0] - sent))
    return best[0], -best[1]


def likeliest_first(
    groups: Sequence[Sequence[TweetId]], heats: Sequence[Heat]
) -> list[int]:
    """Return the numbers of the groups, the likeliest spat first.

    The highest score comes first, then the fastest pace, then the longest, then
    the oldest id.
    """

    def key(number: int) -> tuple[int, float, int, int, str]:
        score, pace = heats[number]
        first = min(groups[number], key=lambda id_: (len(id_), id_))
        return -score, -pace, -len(groups[number]), len(first), first

    return sorted(range(len(groups)), key=key)
