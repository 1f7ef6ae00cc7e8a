"""What the clocks of a place did through the years, and what they do on one day."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from tweetspat.zones import Zone, wall

__all__ = ["SINCE", "Change", "Day", "Regime", "changes", "history", "on_day"]

SINCE = datetime(2006, 1, 1, tzinfo=UTC)
"""Twitter opened in 2006: no tweet has an older clock."""

_FROM = datetime(2004, 1, 1, tzinfo=UTC)
"""Far enough before it to tell whether a clock of that day lasted a year."""

_UNTIL = datetime(2038, 1, 1, tzinfo=UTC)
"""Where the lists of the tz database end; then its last rule goes on for ever."""

_DAY = timedelta(days=1)
_SECOND = timedelta(seconds=1)
_WIDEST = timedelta(hours=40)
"""More than an offset (16 hours) and a change at the date line (24 hours)."""

_LONG = timedelta(days=366)
"""A clock that lasts so long does not belong to summer and winter."""

_YEAR = timedelta(days=320), timedelta(days=410)
"""Between these lie a summer and a winter, also where the rule changed between."""


class Change(NamedTuple):
    """A moment at which the clocks of a place changed.

    Attributes:
        instant: the first instant of the new clock, in UTC.
        before: what the old clock would have shown at it; naive.
        after: what the new clock shows at it; naive.
    """

    instant: datetime
    before: datetime
    after: datetime


class Day(NamedTuple):
    """One date of a place.

    Attributes:
        first: an instant of it, in UTC; None for a date that was left out.
        changes: what happened to its clocks on it.
    """

    first: datetime | None
    changes: tuple[Change, ...]


class Regime(NamedTuple):
    """A stretch of time in which a place kept one clock, or two in turn.

    Attributes:
        clocks: for each clock an instant at which it was in force, the one that
            is behind first.
        since: the change that began it; None when it is older than the history.
        until: the change that ended it; None when it goes on.
        yearly: two clocks take turns, each once a year.
    """

    clocks: tuple[datetime, ...]
    since: Change | None
    until: Change | None
    yearly: bool


class _Stretch(NamedTuple):
    """A stretch of one clock, from one change to the next."""

    begins: datetime
    ends: datetime
    since: Change | None
    until: Change | None


def changes(zone: Zone, first: datetime, last: datetime) -> Iterator[Change]:
    """Yield every change of offset or name after `first`, up to `last`.

    Args:
        zone: whose clocks.
        first: in whole seconds, like `last`.
        last: days without a change cost a look-up each.
    """
    here, clock = first, _clock(zone, first)
    while here < last:
        there = min(here + _DAY, last)
        if _clock(zone, there) != clock:
            there = _changed(zone, here, there)
            yield _change(zone, there, clock[0])
            clock = _clock(zone, there)
        here = there


def _changed(zone: Zone, low: datetime, high: datetime) -> datetime:
    """Return the first second after `low` that has another clock."""
    clock = _clock(zone, low)
    while high - low > _SECOND:
        middle = low + (high - low) // _SECOND // 2 * _SECOND
        if _clock(zone, middle) == clock:
            low = middle
        else:
            high = middle
    return high


def _clock(zone: Zone, instant: datetime) -> tuple[timedelta, str]:
    there = wall(zone, instant)
    return there.utcoffset() or timedelta(), there.tzname() or ""


def _change(zone: Zone, instant: datetime, before: timedelta) -> Change:
    after = wall(zone, instant).replace(tzinfo=None, fold=0)
    return Change(instant, instant.replace(tzinfo=None) + before, after)


def on_day(zone: Zone, day: date) -> Day:
    """Return what the clocks of a place do on a date of its own calendar.

    Args:
        zone: whose clocks.
        day: not of the years 1 and 9999, where the calendar ends.
    """
    start = datetime(day.year, day.month, day.day, tzinfo=UTC)
    opens, closes = start - _WIDEST, start + _WIDEST
    found = tuple(changes(zone, opens, closes))
    firsts = [
        _first_of(start - _clock(zone, since)[0], since, until)
        for since, until in pairwise((opens, *(each.instant for each in found), closes))
    ]
    first = next((each for each in firsts if each), None)
    return Day(first, tuple(each for each in found if _touches(each, day)))


def _first_of(midnight: datetime, since: datetime, until: datetime) -> datetime | None:
    """Return the first instant of a date on a clock that is in force for a while."""
    begins, ends = max(midnight, since), min(midnight + _DAY, until)
    return begins if begins < ends else None


def _touches(change: Change, day: date) -> bool:
    """Tell whether the time that was left out, or came twice, lies on that date."""
    low, high = sorted((change.before, change.after))
    last = max(low, high - _SECOND)
    return low.date() <= day <= last.date()


def history(zone: Zone) -> list[Regime]:
    """Return what the clocks of a place did since Twitter opened, oldest first.

    Where no clock lasts a year (summer time and its like), two in turn are one
    regime.  The rule that is the last in the tz database goes on.
    """
    regimes = [_regime(zone, group) for group in _groups(zone)]
    return [each for each in regimes if each.until is None or _recent(each.until)]


def _groups(zone: Zone) -> list[list[_Stretch]]:
    """Put stretches together that are two clocks in turn."""
    groups: list[list[_Stretch]] = []
    for each in _stretches(zone):
        joined = [*groups[-1], each] if groups else [each]
        clocks = {_clock(zone, one.begins) for one in joined}
        short = all(one.ends - one.begins < _LONG for one in joined)
        if len(joined) > 1 and short and len(clocks) == 2:  # noqa: PLR2004 - two in turn
            groups[-1] = joined
        else:
            groups.append([each])
    return groups


def _stretches(zone: Zone) -> Iterator[_Stretch]:
    found = [None, *changes(zone, _FROM, _UNTIL), None]
    for since, until in pairwise(found):
        begins = since.instant if since else _FROM
        ends = until.instant if until else _UNTIL
        yield _Stretch(begins, ends, since, until)


def _regime(zone: Zone, group: list[_Stretch]) -> Regime:
    by_clock = {_clock(zone, each.begins): each.begins for each in group}
    since = group[0].since
    whole = [each for each in group if each.since and each.until]
    years = [later.ends - earlier.begins for earlier, later in pairwise(whole)]
    return Regime(
        tuple(by_clock[clock] for clock in sorted(by_clock)),
        since if since and _recent(since) else None,
        group[-1].until,
        bool(years) and all(_YEAR[0] < each < _YEAR[1] for each in years),
    )


def _recent(change: Change) -> bool:
    return change.instant > SINCE
