"""Days and their parts: "Tuesday", "10 February", "8/13", "morning", "since dawn"."""

from datetime import date, timedelta

from tweetspat.said_times.meaning.told import Meant, Told, instant, whole_minute
from tweetspat.said_times.phrases import Date, DayCount, Weekday
from tweetspat.zones import Zone

__all__ = ["day_meant", "last_day", "part_alone", "part_meant"]

_NOON, _EVENING = 12, 18
_WEEK = 7
_SOON = 2
"""Days within which a weekday without other hints is taken to be to come."""

_SOON_FROM = timedelta(days=60)
"""A date farther ahead is not "from" then on, where no word looks ahead."""

_AMERICAN = frozenset(
    "America/New_York America/Chicago America/Denver America/Los_Angeles "
    "America/Phoenix America/Detroit America/Boise America/Anchorage America/Toronto "
    "America/Vancouver America/Edmonton America/Winnipeg America/Halifax "
    "America/Indiana/Indianapolis America/Kentucky/Louisville America/Puerto_Rico "
    "US/Eastern US/Central US/Mountain US/Pacific Pacific/Honolulu Asia/Manila".split()
)
"""Where dates in figures begin with the month."""

_PARTS = {
    "early": (0, 9),
    "small_hours": (0, 6),
    "dawn": (3, 7),
    "morning": (5, 12),
    "afternoon": (12, 18),
    "evening": (18, 24),
    "night": (18, 30),
    "this_night": (18, 30),
    "overnight": (18, 30),
    "night_to": (-6, 6),
}
"""First and last hour of each part of a day; a night ends on the next day."""

_JUST_OVER = timedelta(hours=6)


def day_meant(told: Told) -> tuple[date, float] | None:
    """Return the day that is meant, and how certain that is; None where none is said.

    Raises:
        ValueError: there is no such day: 30 February.
    """
    on = told.phrase.on
    if isinstance(on, DayCount):
        return _counted(on, told), 1.0
    if isinstance(on, Weekday):
        return _weekday(on, told)
    return _date(on, told) if on else None


def last_day(until: Weekday | Date, first: date, told: Told) -> date:
    """Return the last of some days, the first on which it can be."""
    if isinstance(until, Weekday):
        return first + timedelta(days=(until.number - first.weekday()) % _WEEK)
    month, day = _month_and_day(until, told.zone)
    last = date(until.year or first.year, month, day)
    return last if last >= first or until.year else last.replace(year=last.year + 1)


def _counted(on: DayCount, told: Told) -> date:
    """Return a day counted from that of sending; a night begins on the day before."""
    part, hour, ahead = told.phrase.part, told.here.hour, told.ahead
    past = False
    if part == "this_night":
        past = hour < (_EVENING if ahead is False else _NOON) and not ahead
    elif part == "night":  # said on the morning after
        past = not on.days and ahead is False and hour < _NOON
    elif part == "overnight":
        past = hour < _EVENING and not ahead
    return told.today + timedelta(days=on.days - past)


def _weekday(on: Weekday, told: Told) -> tuple[date, float]:
    """Return the day that a weekday means: the latest, unless words look ahead."""
    today, bound, ahead = told.today, told.phrase.bound, told.ahead
    period = told.phrase.period
    if period:
        monday = today - timedelta(days=today.weekday())
        return monday + timedelta(weeks=period.which or 0, days=on.number), 1.0
    back = (today.weekday() - on.number) % _WEEK
    forth = (on.number - today.weekday()) % _WEEK
    before, after = today - timedelta(days=back), today + timedelta(days=forth)
    if on.which == -1:
        return today - timedelta(days=back or _WEEK), 1.0
    if on.which == 1:
        return today + timedelta(days=forth or _WEEK), 0.95
    if bound in {"until", "by", "before"}:
        return after, 0.97
    if bound == "since" or not back:
        return before, 1.0
    if ahead is not None:
        return (after, 0.97) if ahead else (before, 0.98)
    soon = bound == "from" or on.short or forth <= _SOON
    return (after, 0.9) if soon else (before, 0.95)


def _date(on: Date, told: Told) -> tuple[date, float]:
    """Return the day of a date, the nearest where no year is said."""
    month, day = _month_and_day(on, told.zone)
    certain = 0.9 if on.swapped and max(on.swapped) <= _NOON else 1.0
    today, period = told.today, told.phrase.period
    if on.year is not None:
        return date(on.year, month, day), certain
    if period and period.unit == "year":
        return date(today.year + (period.which or 0), month, day), certain
    if month:
        near = _in_years_near(month, day, told)
    else:
        near = _of_months_near(day, today, on.weekday)
    return min(near, key=lambda each: abs(each - today)), certain


def _month_and_day(on: Date, zone: Zone) -> tuple[int, int]:
    """Return month and day of figures: as in the States there, else the day first."""
    if on.swapped is None:
        return on.month, on.day
    one, other = on.swapped
    month_first = other > _NOON or (zone.name in _AMERICAN and one <= _NOON)
    return (one, other) if month_first else (other, one)


def _in_years_near(month: int, day: int, told: Told) -> list[date]:
    """Return a date of this year and of those beside it, as far as its words allow."""
    today, bound = told.today, told.phrase.bound
    years = (today.year - 1, today.year, today.year + 1)
    near = [found for year in years if (found := _existing(year, month, day))]
    if bound in {"since", "from"} and not told.ahead:
        soon = _SOON_FROM if bound == "from" else timedelta()
        return [each for each in near if each - today <= soon]
    return near


def _of_months_near(day: int, today: date, weekday: int | None) -> list[date]:
    """Return a day of this month and of those beside it, where it is that weekday."""
    first = today.replace(day=1)
    months = (first - timedelta(days=1), first, first + timedelta(days=32))
    near = [
        found for each in months if (found := _existing(each.year, each.month, day))
    ]
    return [each for each in near if weekday in {None, each.weekday()}]


def _existing(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def part_meant(part: str, day: date, told: Told) -> Meant:
    """Return a part of a day; what goes on since then, or just did, ends now."""
    first, last = _PARTS[part]
    start, end = instant(told.zone, day, first), instant(told.zone, day, last)
    now = told.now
    if start < now and (
        told.phrase.bound == "since" or (part == "overnight" and now - end < _JUST_OVER)
    ):
        end = whole_minute(now)
    return Meant(start, end, "part")


def part_alone(told: Told) -> Meant:
    """Read a part of the day of sending; "since dawn": from then to the sending."""
    found = part_meant(told.phrase.part, told.today, told)
    if told.phrase.bound != "since" or found.start < told.here:
        return found
    return part_meant(told.phrase.part, told.today - timedelta(days=1), told)
