"""What is said to have happened when: the times that a spat's texts speak of.

Claims about one moment stand together, whoever makes them and whenever.  Nothing
here says whether any of them is true.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple, TypeAlias, get_args

from tweetspat.model import Precision, SaidTime, Spat, Turn

__all__ = ["Event", "EventClaim", "events"]

_FINEST_FIRST: tuple[Precision, ...] = get_args(Precision)
_EXACT = ("second", "minute", "hour")
"""Said so exactly that what begins together is one moment."""

_NEVER = datetime.max.replace(tzinfo=UTC)
_Moment: TypeAlias = tuple[datetime, datetime | None]


class EventClaim(NamedTuple):
    """A tweet speaks of a moment."""

    turn: Turn
    said: SaidTime


class Event(NamedTuple):
    """A moment that texts speak of.

    Attributes:
        start: the first instant meant, aware, UTC.
        end: the end of the interval, exclusive, UTC, after the finest claim.
        precision: how exactly the finest claim says it.
        claims: who speaks of it, in printed order.
        holds: how many of the other events lie within it; they all come later.
    """

    start: datetime
    end: datetime
    precision: Precision
    claims: tuple[EventClaim, ...]
    holds: int = 0


def events(spat: Spat) -> tuple[Event, ...]:
    """Return the moments that a spat's texts speak of.

    What is said to the second, the minute or the hour is one moment where it
    begins at one instant; what is said more coarsely ("yesterday", "last week")
    where both its ends are the same.  Tweets that stay for context claim nothing.

    Returns:
        In order of their start; of those that begin together the longest first,
        so that a day comes before every hour of it.

    Cost:
        O(n log n) in the said times.
    """
    told: defaultdict[_Moment, list[EventClaim]] = defaultdict(list)
    for turn in spat.turns:
        if not (turn.tweet.ghost or turn.context):
            for said in turn.said_times:
                told[_moment(said)].append(EventClaim(turn, said))
    found = sorted(map(_event, told.values()), key=_place)
    return tuple(
        event._replace(holds=count)
        for event, count in zip(found, _held(found), strict=True)
    )


def _moment(said: SaidTime) -> _Moment:
    return said.start, None if said.precision in _EXACT else said.end


def _event(claims: Sequence[EventClaim]) -> Event:
    finest = min((each.said for each in claims), key=_fineness)
    return Event(finest.start, finest.end, finest.precision, tuple(claims))


def _fineness(said: SaidTime) -> tuple[int, datetime]:
    return _FINEST_FIRST.index(said.precision), said.end


def _place(event: Event) -> tuple[datetime, timedelta, int]:
    return event.start, _NEVER - event.end, -_FINEST_FIRST.index(event.precision)


def _held(found: Sequence[Event]) -> list[int]:
    """Count for each event those after it that end no later than it does.

    What comes after it begins no earlier, so these are the ones within it.  Going
    backwards, the ends met so far are counted in a Fenwick tree over their ranks.
    """
    ends = {end: rank for rank, end in enumerate(sorted({e.end for e in found}), 1)}
    tree = [0] * (len(ends) + 1)
    counts: list[int] = []
    for event in reversed(found):
        rank = at = ends[event.end]
        count = 0
        while at:
            count += tree[at]
            at &= at - 1
        counts.append(count)
        while rank < len(tree):
            tree[rank] += 1
            rank += rank & -rank
    return counts[::-1]
