"""What a phrase means: its day and its interval, once zone and sending are known."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple

from tweetspat.model import Precision
from tweetspat.said_times.figures import Clock
from tweetspat.said_times.phrases import Ago, Date, DayCount, Period, Phrase, Weekday
from tweetspat.zones import Zone, wall

__all__ = ["Meant", "When", "meant"]

PARTS = {
    "early": (0, 9),
    "small_hours": (0, 6),
    "dawn": (3, 7),
    "morning": (5, 12),
    "afternoon": (12, 18),
    "evening": (18, 24),
    "night": (18, 30),
    "overnight": (18, 30),
    "night_to": (-6, 6),
}
"""First and last hour of each part of a day; a night ends on the next day."""

_LATE = frozenset(("evening", "night", "this_night"))
_NOON, _DAY = 12, 24
_WEEK = 7
_SOON = 2
"""Days within which a weekday without other hints is taken to be to come."""

_AMERICAN = (
    "New_York Chicago Denver Los_Angeles Phoenix Detroit Boise Anchorage Toronto "
    "Vancouver Edmonton Winnipeg Halifax Indiana/Indianapolis Kentucky/Louisville "
    "Puerto_Rico"
)

_SOON_FROM = timedelta(days=60)
"""A date farther ahead is not "from" then on, where no word looks ahead."""

_FAR = timedelta(hours=14)
"""A clock farther than this from the sending is of the day before or after."""


class When(NamedTuple):
    """When a tweet was sent: the first and the last instant that it can be."""

    first: datetime
    last: datetime


class Meant(NamedTuple):
    """An interval, half open, UTC.

    Attributes:
        certain: the share of certainty that the wording leaves, from 0 to 1.
    """

    start: datetime
    end: datetime
    precision: Precision
    certain: float = 1.0


class _Told(NamedTuple):
    """A phrase, and what decides where its words leave a choice."""

    phrase: Phrase
    zone: Zone
    here: datetime
    ahead: bool | None


def meant(
    phrase: Phrase, when: When, zone: Zone, ahead: bool | None = None
) -> Meant | None:
    """Return what a phrase means when it is sent at that time and said in that zone.

    Args:
        phrase: what is said.
        when: where it is a stretch, both of its ends must give the same meaning.
        zone: the zone that counts.
        ahead: whether words of the future stand there (True), or of the past.

    Returns:
        None where the words mean nothing on the calendar, or two things.
    """
    try:
        if when.first != when.last and not _counts_in_days(phrase):
            return None
        edges = dict.fromkeys((when.first, when.last))
        read = [
            _meant(_Told(phrase, zone, wall(zone, edge), ahead))
            for edge in edges
        ]
    except (OverflowError, ValueError):
        return None
    return read[0] if all(each == read[0] for each in read) else None


def _counts_in_days(phrase: Phrase) -> bool:
    """Tell whether a phrase does not depend on the hour of sending."""
    since_part = phrase.bound == "since" and bool(phrase.part)
    return not phrase.ago and not since_part and phrase.part != "overnight"


def _meant(told: _Told) -> Meant | None:
    phrase = told.phrase
    if phrase.ago:
        return _ago(phrase.ago, told)
    if phrase.period and not phrase.on:
        return _period(phrase.period, told)
    if phrase.clock:
        if isinstance(phrase.until, Weekday):  # opening hours
            return None
        return _clock(phrase.clock, told)
    on = _day(told)
    if on is None:
        return _part_alone(told) if phrase.part else None
    day, certain = on
    if phrase.part:
        return _part(phrase.part, day, told)._replace(certain=certain)
    last = _last_day(phrase.until, day, told) if phrase.until else day
    if last is None or last < day:
        return None
    start, end = _at(told.zone, day), _at(told.zone, last + timedelta(days=1))
    return Meant(start, end, "range" if phrase.until else "day", certain)


def _at(zone: Zone, day: date, hour: int = 0, minute: int = 0, second: int = 0) -> datetime:
    """Return an instant by the wall clock; an hour beyond 24 is of the next day."""
    days, hour = divmod(hour, _DAY)
    clock = time(hour, minute, second, tzinfo=zone.rules)
    return datetime.combine(day + timedelta(days=days), clock).astimezone(UTC)


def _day(told: _Told) -> tuple[date, float] | None:
    """Return the day that is meant, and how certain that is."""
    on, today = told.phrase.on, told.here.date()
    if isinstance(on, DayCount):
        days = on.days
        if told.phrase.part == "this_night":
            hours = _NOON + 6 * (told.ahead is False)
            days -= told.here.hour < hours and not told.ahead
        if told.phrase.part == "night" and not days and told.ahead is False:
            days -= told.here.hour < _NOON  # said on the morning after
        if told.phrase.part == "overnight":
            days -= told.here.hour < _NOON + 6 and not told.ahead
        return today + timedelta(days=days), 1.0
    if isinstance(on, Weekday):
        return _weekday(on, told, today)
    if isinstance(on, Date):
        return _date(on, told, today)
    return None


def _weekday(on: Weekday, told: _Told, today: date) -> tuple[date, float]:
    """Return the day that a weekday means: the latest, unless words look ahead."""
    back = (today.weekday() - on.number) % _WEEK
    ahead = (on.number - today.weekday()) % _WEEK
    before, after = today - timedelta(days=back), today + timedelta(days=ahead)
    bound, period = told.phrase.bound, told.phrase.period
    if period:
        monday = today - timedelta(days=today.weekday())
        return monday + timedelta(weeks=period.which or 0, days=on.number), 1.0
    if on.which == -1:
        return today - timedelta(days=back or _WEEK), 1.0
    if on.which == 1:
        return today + timedelta(days=ahead or _WEEK), 0.95
    if bound in {"until", "by", "before"}:
        return today + timedelta(days=ahead), 0.97
    if bound == "since" or not back:
        return before, 1.0
    if told.ahead is None and (bound == "from" or on.short):
        return after, 0.9
    if told.ahead is not None:
        return (after, 0.97) if told.ahead else (before, 0.98)
    return (after, 0.9) if ahead <= _SOON else (before, 0.95)


def _date(on: Date, told: _Told, today: date) -> tuple[date, float] | None:
    month, day = on.month, on.day
    certain = 1.0
    if on.swapped:
        month, day = _in_order(on, told.zone)
        certain = 0.9 if on.swapped[0] <= _NOON and on.swapped[1] <= _NOON else 1.0
    if on.year is not None:
        return date(on.year, month, day), certain
    if told.phrase.period and told.phrase.period.unit == "year":
        return date(today.year + (told.phrase.period.which or 0), month, day), certain
    if not month:
        near_day = _nearest_of_month(day, today, on.weekday)
        return (near_day, certain) if near_day else None
    near = [
        date(year, month, day)
        for year in (today.year - 1, today.year, today.year + 1)
        if _exists(year, month, day)
    ]
    if told.phrase.bound in {"since", "from"} and not told.ahead:
        soon = _SOON_FROM if told.phrase.bound == "from" else timedelta()
        near = [each for each in near if each - today <= soon]
    return min(near, key=lambda each: abs(each - today), default=None), certain  # type: ignore[return-value]


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


_MONTH_FIRST = frozenset(
    (
        *(f"America/{city}" for city in _AMERICAN.split()),
        *(f"US/{each}" for each in "Eastern Central Mountain Pacific".split()),
        "Pacific/Honolulu",
        "Asia/Manila",
    )
)
"""Where dates in figures begin with the month."""


def _in_order(on: Date, zone: Zone) -> tuple[int, int]:
    """Return month and day of figures: as in the States there, else the day first."""
    one, other = on.swapped or (0, 0)
    month_first = other > _NOON or (zone.name in _MONTH_FIRST and one <= _NOON)
    return (one, other) if month_first else (other, one)


def _nearest_of_month(day: int, today: date, weekday: int | None) -> date | None:
    first = today.replace(day=1)
    months = (first - timedelta(days=1), first, first + timedelta(days=32))
    near = [
        date(each.year, each.month, day)
        for each in months
        if _exists(each.year, each.month, day)
        and weekday in {None, date(each.year, each.month, day).weekday()}
    ]
    return min(near, key=lambda each: abs(each - today), default=None)


def _last_day(until: DayCount | Weekday | Date, first: date, told: _Told) -> date | None:
    if isinstance(until, Weekday):
        return first + timedelta(days=(until.number - first.weekday()) % _WEEK)
    if not isinstance(until, Date):
        return None
    year = until.year or first.year
    month, day = _in_order(until, told.zone) if until.swapped else until[1:3]
    last = date(year, month, day)
    return last if last >= first or until.year else last.replace(year=year + 1)


def _part(part: str, day: date, told: _Told) -> Meant:
    first, last = PARTS.get("night" if part == "this_night" else part, (0, _DAY))
    start, end = _at(told.zone, day, first), _at(told.zone, day, last)
    now = told.here.astimezone(UTC)
    if part == "overnight" and start < now and now - end < timedelta(hours=6):
        end = now.replace(second=0, microsecond=0)
    if told.phrase.bound == "since" and start < now:
        end = now.replace(second=0, microsecond=0)
    return Meant(start, end, "part")


def _part_alone(told: _Told) -> Meant | None:
    """Read a part of the day of sending; "since dawn": from then to the sending."""
    today = told.here.date()
    found = _part(told.phrase.part, today, told)
    if told.phrase.bound != "since" or found.start < told.here:
        return found
    return _part(told.phrase.part, today - timedelta(days=1), told)


def _clock(clock: Clock, told: _Told) -> Meant | None:
    phrase = told.phrase
    on = _day(told)
    choices = list(_hours(clock, phrase.part, told))
    if on is None:
        picked = _nearest(choices, clock, told)
        if picked is None:
            return None
        day, hour, certain = picked
    else:
        (day, certain), (hour, sure) = on, choices[0]
        certain *= sure
        day += timedelta(days=_next_morning(phrase.part, hour))
        if phrase.part == "night_to" and hour >= _NOON:
            day -= timedelta(days=1)
    start = _at(told.zone, day, hour, clock.minute, clock.second or 0)
    if phrase.clock_end:
        end = _end_of(phrase.clock_end, start, day, told)
        return Meant(start, end, "range", certain) if end > start else None
    if clock.second is not None:
        return Meant(start, start + timedelta(seconds=1), "second", certain)
    return Meant(start, start + timedelta(minutes=1), "minute", certain)


def _hours(clock: Clock, part: str, told: _Told) -> Iterator[tuple[int, float]]:
    """Yield the hours that a clock can mean, the likeliest first."""
    hour, half = clock.hour, clock.half
    if half == "n":
        half = "a" if hour < _NOON // 2 or hour == _NOON else "p"
    if half in {"", "?"} and part and 0 < hour <= _NOON:
        if part in {"morning", "early", "dawn", "small_hours"}:
            half = "a"
        elif part in {"afternoon", "evening"}:
            half = "p"
        elif hour >= _NOON // 2:
            half = "p" if hour < _NOON else "a"
    if half == "a":
        yield hour % _NOON, 1.0
    elif half == "p":
        yield hour % _NOON + _NOON, 1.0
    elif half == "?":
        yield from ((hour, 0.8), ((hour + _NOON) % _DAY, 0.8))
    else:
        yield hour, 1.0


def _next_morning(part: str, hour: int) -> bool:
    """Tell whether a clock of a night is of the day after that on which it began."""
    return part in {"night", "this_night", "overnight"} and hour < _NOON // 2


def _nearest(
    choices: list[tuple[int, float]], clock: Clock, told: _Told
) -> tuple[date, int, float] | None:
    """Return the day and hour of a clock without a day.

    It is of the day of sending, unless that is far off and a neighbour is near;
    of two halves of the day the one nearer to the sending, ahead for "by".
    """
    today = told.here.date()
    now = told.here.astimezone(UTC)
    found = []
    for hour, certain in choices:
        for days in (0, -1, 1):
            day = today + timedelta(days=days)
            away = _at(told.zone, day, hour, clock.minute) - now
            ahead = told.phrase.bound in {"by", "until", "before"} or (
                told.phrase.bound == "from" and clock.half == "m"
            )
            late = ahead and away < timedelta() and told.ahead is not False
            since = told.phrase.bound == "since" and not told.phrase.clock_end
            since = since and not told.ahead  # "desde las 22 habrá toque de queda"
            if clock.half == "m":
                since = since or (told.ahead is False and not ahead)
            late = late or (since and away > timedelta())
            far = abs(away) > _FAR or (clock.half == "m" and days < 0)
            rank = (late, far if len(choices) == 1 and clock.half != "m" else False)
            near = bool(days) if len(choices) == 1 and clock.half != "m" else False
            found.append((*rank, near, abs(away), day, hour, certain))
    if not found:
        return None
    *_, day, hour, certain = min(found)
    return day, hour, certain * (1.0 if day == today else 0.97)


def _end_of(clock: Clock, start: datetime, day: date, told: _Told) -> datetime:
    hour, _ = next(_hours(clock, told.phrase.part, told))
    end = _at(told.zone, day, hour, clock.minute, clock.second or 0)
    return end if end > start else _at(told.zone, day + timedelta(days=1), hour, clock.minute)


def _ago(ago: Ago, told: _Told) -> Meant | None:
    """Return a stretch counted from the sending: minutes, hours, days, weeks ..."""
    now = told.here.astimezone(UTC)
    sign = 1 if ago.future else -1
    if ago.amount is None:
        return _few(ago, told, now)
    if ago.unit == "hour" and ago.amount >= 1:
        hours = timedelta(hours=ago.amount)
        middle = (now + sign * hours).replace(second=0, microsecond=0)
        half = timedelta(minutes=30)
        return Meant(middle - half, middle + half, "hour", 0.97)
    if ago.unit in {"second", "minute", "hour"}:
        unit = {"second": 1, "minute": 60}.get(ago.unit, 3600)
        start = now + sign * timedelta(seconds=ago.amount * unit)
        start = start.replace(second=0, microsecond=0)
        return Meant(start, start + timedelta(minutes=1), "minute", 0.97)
    if ago.amount != int(ago.amount):
        return None
    count = sign * int(ago.amount)
    if ago.unit == "day":
        day = told.here.date() + timedelta(days=count)
        return Meant(_at(told.zone, day), _at(told.zone, day + timedelta(days=1)), "day", 0.97)
    unit = ago.unit
    return _period(Period(unit, count), told)


def _few(ago: Ago, told: _Told, now: datetime) -> Meant | None:
    """Return "a few hours ago": from five to one of them before the sending."""
    if ago.unit not in {"minute", "hour"} or ago.future:
        return None
    one = timedelta(hours=1) if ago.unit == "hour" else timedelta(minutes=1)
    whole = (now - 5 * one).replace(second=0, microsecond=0)
    end = (now - one).replace(second=0, microsecond=0)
    if end < now - one:
        end += timedelta(minutes=1)
    precision: Precision = "hours" if ago.unit == "hour" else "range"
    return Meant(whole, end, precision, 0.9)


def _period(period: Period, told: _Told) -> Meant | None:
    today = told.here.date()
    if period.unit == "week":
        monday = today - timedelta(days=today.weekday())
        first = monday + timedelta(weeks=period.which or 0)
        return _days(first, first + timedelta(weeks=1), "week", told)
    if period.unit == "month":
        year, month = _month(period, told)
        then = date(year + month // _NOON, month % _NOON + 1, 1)
        return _days(date(year, month, 1), then, "month", told)
    year = today.year + (period.which or 0) if period.year is None else period.year
    return _days(date(year, 1, 1), date(year + 1, 1, 1), "year", told)


def _month(period: Period, told: _Told) -> tuple[int, int]:
    """Return year and month: as named, counted, or the nearest that fits."""
    today = told.here.date()
    if period.month is None:
        months = today.year * _NOON + today.month - 1 + (period.which or 0)
        return months // _NOON, months % _NOON + 1
    if period.year is not None:
        return period.year, period.month
    if period.of_year is not None:
        return today.year + period.of_year, period.month
    year = today.year
    if period.which == -1:
        return year - (period.month >= today.month), period.month
    if period.which == 1:
        return year + (period.month <= today.month), period.month
    if period.which is None and not told.ahead:
        ahead = (period.month - today.month) % _NOON
        year -= period.month > today.month and ahead > _SOON + 1
    elif period.which is None:
        year += period.month < today.month
    return year, period.month


def _days(first: date, then: date, precision: Precision, told: _Told) -> Meant:
    return Meant(_at(told.zone, first), _at(told.zone, then), precision)
