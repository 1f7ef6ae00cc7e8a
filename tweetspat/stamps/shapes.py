"""The shapes in which exports write an instant: read exactly, or not at all.

Exact shapes come first.  python-dateutil reads the odd rest, because it costs
fifty times more, guesses what is not told, and takes zones from the machine
when it is let.
"""

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo

from tweetspat.problems import Problem
from tweetspat.stamps.clocks import (
    DAY,
    MINUTE,
    SECOND,
    Stamp,
    day_within,
    on_clock,
    on_weekday,
    rfc3339,
)

__all__ = ["instant", "read_stamp"]

_LONGEST_STAMP = 64
_DATE = len("2016-02-11")
_MOST_DAYS = 10_000
_LAST, _LEAP = 59, 60
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_WEEKDAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
_LEAP_SECONDS = ("2008-12-31", "2012-06-30", "2015-06-30", "2016-12-31")
"""The days since the first tweet that ended with a 61st second (IERS, Bulletin C)."""

_CLOCK = (
    r"(?P<hour>\d\d)(?P<colon>:?)(?P<minute>\d\d)"
    r"(?:(?P=colon)(?P<second>\d\d)(?:[.,](?P<fraction>\d{1,9}))?)?"
)
_ZONE = r"(?P<zone>Z|z|UTC|GMT|[+-]\d\d(?::?\d\d)?)"
_ISO = (
    r"(?P<year>\d{4})(?P<sign>[-/.]?)(?P<month>\d\d)(?P=sign)(?P<day>\d\d)"
    rf"[Tt ]{_CLOCK} ?{_ZONE}?"
)
_V1 = (
    r"(?P<weekday>[A-Z][a-z]{2}) (?P<month>[A-Z][a-z]{2}) (?P<day> ?\d|\d\d) "
    rf"{_CLOCK} (?:{_ZONE} )?(?P<year>\d{{4}})"
)
_SINCE_EPOCH = r"(\d{10})(?:(\d{3})(?:\.0+)?|\.(\d{1,9}))?"
"""Seconds of the years 2001 to 2286 have ten digits, milliseconds thirteen; other
counts of digits may be either, or a date."""

_IN_UTC = frozenset(("Z", ".000Z", "+00:00", "+0000", " +0000"))
_from_iso = datetime.fromisoformat
_days: dict[str, str] = {}
"""What stands around the clock in stamps that were met, and its day as ISO writes it:
the tweets of a dump share their days."""


def instant(
    stamp: str, naive: tzinfo | None = None, *, minutes: bool = True
) -> datetime | None:
    """Read a stamp as an aware UTC instant, or return None.

    None also for what has to be told of; `read_stamp` says what that is.

    Args:
        stamp: `Thu Feb 11 10:12:03 +0000 2016`, or another shape.
        naive: the zone of stamps that have none; None refuses them.
        minutes: whether one without seconds means where its minute begins.

    Cost:
        One of a day that was met before is cut and put together again.
    """
    exact = _met(stamp)
    if exact is not None:
        return exact
    found = read_stamp(stamp, naive)
    if found is None or found.odd:
        return None
    if found.sent is None and minutes and found.precision == "minute":
        return found.windows[0].not_before
    return found.sent


def _met(stamp: str) -> datetime | None:
    """Return the instant of a stamp in UTC, of one of the shapes met most."""
    try:
        if stamp[13] == ":":
            day = _days.get(stamp[:11] + stamp[19:]) or _day(stamp)
            return _from_iso(f"{day}{stamp[11:19]}Z")
    except (LookupError, ValueError):
        pass  # another shape, another zone, a leap second, no time of day
    return None


def _day(stamp: str) -> str:
    """Return what stands around a clock as ISO writes it, and remember it.

    Raises:
        LookupError, ValueError: it is of another shape, or told wrongly.
    """
    before, after = stamp[:11], stamp[19:]
    if after in _IN_UTC and before[10] in "T " and before[4] == before[7] == "-":
        day = date.fromisoformat(before[:10])
    elif after.startswith(" +0000 ") and before[3] == before[7] == before[10] == " ":
        month = _MONTHS.index(before[4:7]) + 1
        day = date.fromisoformat(f"{after[7:]}-{month:02}-{before[8:10]}")
        if before[:3] != _WEEKDAYS[day.weekday()]:
            raise ValueError(stamp)
    else:
        raise ValueError(stamp)
    if len(_days) >= _MOST_DAYS:
        _days.clear()
    _days[before + after] = f"{day}T"
    return f"{day}T"


def read_stamp(stamp: str, naive: tzinfo | None = None) -> Stamp | None:
    """Read a stamp with all that it tells, or return None.

    - A minute or a day is no second: such a stamp gives bounds.
    - 24:00 is the midnight that ends a day, as in ISO 8601.  A leap second is the
      last millisecond of its minute, and told of; where there was none, none is
      read.
    - A clock time that its zone skipped or showed twice gives the bounds of both
      readings, and is told of.
    - A weekday that is not that of the date is told of; the date counts.

    Args:
        stamp: `Thu Feb 11 10:12:03 +0000 2016`, ISO 8601, seconds or milliseconds
            since 1970, or what python-dateutil reads in one way only.
        naive: the zone of stamps that have none; None refuses them, but for days,
            which then are days anywhere on earth.

    Source:
        The field map of the exports: API v1.1 and v2, archives, what tools write.
    """
    if len(stamp) > _LONGEST_STAMP:
        return None
    exact = _met(stamp)
    if exact is not None:
        return Stamp(exact)
    try:
        if len(stamp) == _DATE and stamp[4] == stamp[7] == "-":
            day = day_within(date.fromisoformat(stamp), naive)
            return Stamp(None, (day,), "day")
        found = re.fullmatch(_ISO, stamp) or re.fullmatch(_V1, stamp)
        if found and stamp.isascii():
            return _exact(found, naive)
        count = re.fullmatch(_SINCE_EPOCH, stamp, re.ASCII)
        if count:
            return _since_epoch(count)
        from tweetspat.stamps.odd import odd

        return odd(stamp, naive)
    except (ValueError, OverflowError):
        return None


def _exact(found: re.Match[str], naive: tzinfo | None) -> Stamp | None:
    """Return what is told in an exact shape.

    Raises:
        ValueError, OverflowError: there is no such day, or time, or offset.
    """
    told = found.groupdict()
    month = told["month"]
    number = int(month) if month.isdigit() else _MONTHS.index(month) + 1
    day = datetime(int(told["year"]), number, int(told["day"]))  # noqa: DTZ001 - the zone follows
    minute, second = int(told["minute"]), int(told["second"] or 0)
    clock = timedelta(
        hours=int(told["hour"]),
        minutes=minute,
        seconds=min(second, _LAST),
        microseconds=_millionths(told["fraction"]),
    )
    rules = _offset(told["zone"]) if told["zone"] else naive
    if rules is None or minute > _LAST or second > _LEAP or clock > DAY:
        return None
    stamp = on_clock(day + clock, rules, SECOND if told["second"] else MINUTE)
    if second == _LEAP:
        return _leap_second(stamp)
    return on_weekday(stamp, told["weekday"], day) if "weekday" in told else stamp


def _millionths(fraction: str | None) -> int:
    return int((fraction or "").ljust(6, "0")[:6])


def _offset(zone: str) -> tzinfo:
    if not zone.startswith(("+", "-")):
        return UTC
    hours, minutes = int(zone[1:3]), int(zone[3:].lstrip(":") or 0)
    if minutes > _LAST:
        raise ValueError(zone)
    shift = timedelta(hours=hours, minutes=minutes)
    return timezone(-shift if zone.startswith("-") else shift)


def _leap_second(stamp: Stamp) -> Stamp | None:
    """Return the end of the last minute of a day that had a leap second."""
    last = stamp.sent
    if last is None or f"{last:%H:%M:%S}" != "23:59:59":
        return None
    if f"{last:%Y-%m-%d}" not in _LEAP_SECONDS:
        return None
    last = last.replace(microsecond=999_000)
    message = f"it is stamped with a leap second, which is read as {rfc3339(last)}"
    return Stamp(last, odd=(Problem("leap-second", message),))


def _since_epoch(count: re.Match[str]) -> Stamp:
    seconds, thousandths, fraction = count.groups()
    after = timedelta(
        seconds=int(seconds),
        milliseconds=int(thousandths or 0),
        microseconds=_millionths(fraction),
    )
    return Stamp(_EPOCH + after)
