"""Who answers whom, and how fast.

An *answer* is a tweet's reply to, quote of or answer to a tweet of somebody else.  A
tweet answers each account once, by its strongest link to it, and a whole series that
it answers is one answer.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from functools import lru_cache
from typing import NamedTuple

from tweetspat.accounts import Accounts
from tweetspat.model import Link, Relation, Spat, Turn, TweetId

__all__ = ["Answer", "Count", "Pair", "Response", "Unplaced", "exchanges", "paired"]

_NO_TIME = timedelta()
_KINDS: Mapping[Relation, int] = {
    "replied_to": 0,
    "quoted": 1,
    "answers": 2,
    "continues": 2,
}
"""Which of the three kinds a relation to somebody else is."""


class Count(NamedTuple):
    """How many links are stated, and how many inferred."""

    stated: int = 0
    inferred: int = 0


class Response(NamedTuple):
    """How long answers took; the lengths are None where no time is known.

    Attributes:
        timed: the answers whose time and whose target's time are known.
        unknown: those where one of the two is not.
        backwards: those that are older than what they answer, as the data has it;
            they are in no length.
        quartiles: the lower one, the median, the upper one, between neighbours in
            proportion.
    """

    timed: int
    unknown: int
    backwards: int
    shortest: timedelta | None
    quartiles: tuple[timedelta, timedelta, timedelta] | None
    longest: timedelta | None

    @property
    def median(self) -> timedelta | None:
        """The middle response time, or None where none is known."""
        return self.quartiles[1] if self.quartiles else None


class Pair(NamedTuple):
    """How often and how fast one end answers the other.

    Attributes:
        by, to: keys of accounts, or names of sides; None for the bystanders.
        total: how many answers there are.
    """

    by: str | None
    to: str | None
    total: int
    replies: Count
    quotes: Count
    answers: Count
    response: Response


class Unplaced(NamedTuple):
    """Links that are no answers of one account to another.

    Attributes:
        nameless: nobody knows who one of the two tweets is by.
        elsewhere: they lead out of what is counted here.
    """

    nameless: int
    elsewhere: int


class Answer(NamedTuple):
    """One account answers another; `took` is None where a time is not known."""

    accounts: tuple[str, str]
    sides: tuple[str | None, str | None]
    relation: Relation
    stated: bool
    took: timedelta | None


def exchanges(
    there: Iterable[Turn], spat: Spat, who: Accounts
) -> tuple[list[Answer], Unplaced, Counter[str]]:
    """Return who answers whom, what is no such answer, and who goes on.

    Args:
        there: the turns that are counted.
        spat: where they are from.
        who: which handles are one account.

    Returns:
        The answers; the links that are none; and by account, in how many of its
        tweets it answers or continues its own.

    Cost:
        O(n) in the turns and links.
    """
    turns = {turn.tweet.id: turn for turn in spat.turns}
    keys = _keys(spat.turns, who)
    found: list[Answer] = []
    continued: Counter[str] = Counter()
    nameless = elsewhere = 0
    for turn in there:
        by = keys.get(turn.tweet.id)
        answered: set[str] = set()
        for link in turn.links:
            to = None if link.elsewhere else turns.get(link.to)
            whom = keys.get(to.tweet.id) if to else None
            if to is None:
                elsewhere += 1
            elif by is None or whom is None:
                nameless += 1
            elif whom not in answered:
                answered.add(whom)
                if by == whom:
                    continued[by] += 1
                    continue
                ends, took = (
                    ((by, whom), (turn.side, to.side)),
                    _took(turn, link, turns),
                )
                found.append(Answer(*ends, link.relation, link.stated, took))
    return found, Unplaced(nameless, elsewhere), continued


def _keys(turns: Iterable[Turn], who: Accounts) -> dict[TweetId, str]:
    """Tell by tweet what its author is compared by, one text an account."""
    seen: dict[str, str] = {}
    keys: dict[TweetId, str] = {}
    for turn in turns:
        if turn.tweet.author:
            key = who.of(turn.tweet.author)
            keys[turn.tweet.id] = seen.setdefault(key, key)
    return keys


def _took(turn: Turn, link: Link, turns: Mapping[TweetId, Turn]) -> timedelta | None:
    """Return how long after the last tweet that it answers a tweet was sent."""
    sent = turn.tweet.sent
    answered = [
        turns[id_].tweet.sent for id_ in (link.to, *link.series) if id_ in turns
    ]
    known = [each for each in answered if each]
    return sent - max(known) if sent and len(known) == len(answered) else None


def paired(
    answers: Iterable[tuple[tuple[str | None, str | None], Answer]],
) -> tuple[Pair, ...]:
    """Group answers by their ends: the most first, then by the ends' names.

    Args:
        answers: each with its two ends, accounts or sides.

    Cost:
        O(n log n).
    """
    grouped: dict[tuple[str | None, str | None], list[Answer]] = {}
    for ends, answer in answers:
        grouped.setdefault(ends, []).append(answer)
    pairs = [
        Pair(
            *ends,
            len(those),
            *_counts(those),
            response=_response([each.took for each in those]),
        )
        for ends, those in grouped.items()
    ]
    return tuple(sorted(pairs, key=lambda p: (-p.total, p.by or "", p.to or "")))


def _counts(answers: Iterable[Answer]) -> tuple[Count, Count, Count]:
    """Count replies, quotes and answers, each stated and inferred."""
    kinds = [0, 0], [0, 0], [0, 0]
    for answer in answers:
        kinds[_KINDS[answer.relation]][not answer.stated] += 1
    replies, quotes, others = kinds
    return _count(*replies), _count(*quotes), _count(*others)


@lru_cache(1024)
def _count(stated: int, inferred: int) -> Count:
    """Return one value for all that are equal: there may be a million pairs."""
    return Count(stated, inferred)


def _response(took: Sequence[timedelta | None]) -> Response:
    known = [each for each in took if each is not None]
    timed = sorted(each for each in known if each >= _NO_TIME)
    return Response(
        timed=len(timed),
        unknown=len(took) - len(known),
        backwards=len(known) - len(timed),
        shortest=timed[0] if timed else None,
        quartiles=(_quarter(timed, 1), _quarter(timed, 2), _quarter(timed, 3))
        if timed
        else None,
        longest=timed[-1] if timed else None,
    )


def _quarter(lengths: Sequence[timedelta], quarters: int) -> timedelta:
    """Return the length below which so many quarters lie, in whole microseconds."""
    at, beyond = divmod(quarters * (len(lengths) - 1), 4)
    if not beyond:
        return lengths[at]
    return lengths[at] + (lengths[at + 1] - lengths[at]) * beyond // 4
