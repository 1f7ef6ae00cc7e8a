"""What is said to have happened when: the times that a spat's texts speak of.

Claims about one moment stand together, whoever makes them and whenever.  Nothing
here says whether any of them is true.
"""

from collections import defaultdict
from collections.abc import Sequence
from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple, TypeAlias, get_args

from tweetspat.model import Precision, SaidTime, Spat, Turn
from tweetspat.zones import Zone, wall, zone

__all__ = ["Event", "EventClaim", "events"]

_FINEST_FIRST: tuple[Precision, ...] = get_args(Precision)
_EXACT = ("second", "minute", "hour")
"""Said so exactly that what begins together is one moment."""

_DAYS = ("day", "week", "month", "year", "range")
"""Said so that the calendar is meant, where both ends are midnights."""

_EVER = datetime.min.replace(tzinfo=UTC)
_NEVER = datetime.max.replace(tzinfo=UTC)
_INSTANT, _MIDNIGHT = timedelta(microseconds=1), time()
_Edge: TypeAlias = tuple[datetime, int]
_Calendar: TypeAlias = tuple[_Edge, _Edge]
_Instants: TypeAlias = tuple[datetime, datetime | None]


class EventClaim(NamedTuple):
    """A tweet speaks of a moment."""

    turn: Turn
    said: SaidTime


_Told: TypeAlias = tuple[EventClaim, _Calendar | None]


class Event(NamedTuple):
    """A moment that texts speak of.

    Attributes:
        start: the first instant meant, aware, UTC; of a day that claims count on
            several clocks, where it begins first.
        end: the end of the interval, exclusive, UTC, after the finest claim; of
            such a day, where it ends last.
        precision: how exactly the finest claim says it.
        claims: who speaks of it, in printed order.
        calendar: what those of them mean that speak of days or of a part of a day,
            in printed order; each on its own clock, so that the intervals differ.
        holds: how many of the other events lie within start and end; they all come
            later.  Of a day on several clocks that is from its first beginning to
            its last end: what lies within it on any one of the clocks is held.
    """

    start: datetime
    end: datetime
    precision: Precision
    claims: tuple[EventClaim, ...]
    calendar: tuple[SaidTime, ...] = ()
    holds: int = 0


def events(spat: Spat) -> tuple[Event, ...]:
    """Return the moments that a spat's texts speak of.

    What is said to the second, the minute or the hour is one moment where it
    begins at one instant.  Whole days, weeks, months and years and parts of a day
    are one where both ends read the same on the clocks that count them: Moscow's
    10 February and Washington's are one, though they are not the same 24 hours.
    All else ("a few hours ago", "from 16:00 to 18:00") is one where both ends are
    the same instants.  Tweets that stay for context claim nothing.

    Returns:
        In order of their start; of those that begin together the longest first,
        so that a day comes before every hour of it.

    Cost:
        O(n log n) in the said times.
    """
    claims = [
        (EventClaim(turn, said), _calendar(said))
        for turn in spat.turns
        if not (turn.tweet.ghost or turn.context)
        for said in turn.said_times
    ]
    alike: dict[_Instants, _Calendar] = {}
    for claim, days in claims:
        if days:
            alike.setdefault(_instants(claim.said), days)
    told: defaultdict[_Calendar | _Instants, list[_Told]] = defaultdict(list)
    for claim, days in claims:
        instants = _instants(claim.said)
        told[days or alike.get(instants) or instants].append((claim, days))
    found = sorted(map(_event, told.values()), key=_place)
    return tuple(
        event._replace(holds=count)
        for event, count in zip(found, _held(found), strict=True)
    )


def _calendar(said: SaidTime) -> _Calendar | None:
    """Return both ends by the wall clock where days or a part of a day are meant."""
    counted_on = zone(said.zone)
    if not counted_on or said.end <= said.start:
        return None
    ends = _edge(said.start, counted_on), _edge(said.end, counted_on)
    if said.precision == "part":
        return ends
    midnights = all(there.time() == _MIDNIGHT for there, _ in ends)
    return ends if midnights and said.precision in _DAYS else None


def _edge(instant: datetime, counted_on: Zone) -> _Edge:
    """Return what a clock shows, and whether for the second time (1) that day.

    Where the clocks leave midnight out, a day begins with it all the same.
    """
    there = wall(counted_on, instant)
    before = wall(counted_on, max(instant, _EVER + _INSTANT) - _INSTANT)
    fold, there = there.fold, there.replace(tzinfo=None)
    if before.date() < there.date():
        there = datetime.combine(there, _MIDNIGHT)
    return there, fold


def _instants(said: SaidTime) -> _Instants:
    return said.start, None if said.precision in _EXACT else said.end


def _event(told: Sequence[_Told]) -> Event:
    claims = tuple(claim for claim, _ in told)
    times = [claim.said for claim in claims]
    finest = min(times, key=_fineness)
    exact = finest.precision in _EXACT
    return Event(
        start=min(said.start for said in times),
        end=finest.end if exact else max(said.end for said in times),
        precision=finest.precision,
        claims=claims,
        calendar=tuple(claim.said for claim, days in told if days),
    )


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
