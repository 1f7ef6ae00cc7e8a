"""What is counted: "three hours ago", "a few minutes ago", "last week", "in May"."""

from datetime import date, datetime, timedelta

from tweetspat.model import Precision
from tweetspat.said_times.meaning.told import Meant, Told, instant, whole_minute
from tweetspat.said_times.phrases import Ago, Period

__all__ = ["ago_meant", "period_meant"]

_MONTHS = 12
_SOON = 3
"""A month so near is taken to be to come, where no year is said."""

_FINE = {
    "second": timedelta(seconds=1),
    "minute": timedelta(minutes=1),
    "hour": timedelta(hours=1),
}
_HALF_AN_HOUR = timedelta(minutes=30)
_MINUTE = timedelta(minutes=1)
_CERTAIN = 0.97
_FEW = 5


def ago_meant(ago: Ago, told: Told) -> Meant | None:
    """Return a stretch counted from the sending: minutes, hours, days, weeks ..."""
    if ago.amount is None:
        return _few(ago, told.now)
    sign = 1 if ago.future else -1
    if ago.unit in _FINE:
        middle = whole_minute(told.now + sign * ago.amount * _FINE[ago.unit])
        if ago.unit == "hour" and ago.amount >= 1:
            start, end = middle - _HALF_AN_HOUR, middle + _HALF_AN_HOUR
            return Meant(start, end, "hour", _CERTAIN)
        return Meant(middle, middle + _MINUTE, "minute", _CERTAIN)
    if ago.amount != int(ago.amount):
        return None
    count = sign * int(ago.amount)
    if ago.unit != "day":
        return period_meant(Period(ago.unit, count), told)
    day = told.today + timedelta(days=count)
    return _days(day, day + timedelta(days=1), "day", told)._replace(certain=_CERTAIN)


def _few(ago: Ago, now: datetime) -> Meant | None:
    """Return "a few hours ago": from five to one of them before the sending."""
    if ago.unit not in {"minute", "hour"} or ago.future:
        return None
    one = _FINE[ago.unit]
    end = whole_minute(now - one)
    if end < now - one:
        end += _MINUTE
    precision: Precision = "hours" if ago.unit == "hour" else "range"
    return Meant(whole_minute(now - _FEW * one), end, precision, 0.9)


def period_meant(period: Period, told: Told) -> Meant:
    """Return a week, a month or a year."""
    today = told.today
    if period.unit == "week":
        monday = today - timedelta(days=today.weekday())
        first = monday + timedelta(weeks=period.which or 0)
        return _days(first, first + timedelta(weeks=1), "week", told)
    if period.unit == "month":
        year, month = _month(period, told)
        then = date(year + month // _MONTHS, month % _MONTHS + 1, 1)
        return _days(date(year, month, 1), then, "month", told)
    year = today.year + (period.which or 0) if period.year is None else period.year
    return _days(date(year, 1, 1), date(year + 1, 1, 1), "year", told)


def _days(first: date, then: date, precision: Precision, told: Told) -> Meant:
    return Meant(instant(told.zone, first), instant(told.zone, then), precision)


def _month(period: Period, told: Told) -> tuple[int, int]:
    """Return year and month: as named, counted, or the nearest that fits."""
    year, this, month = told.today.year, told.today.month, period.month
    if month is None:
        months = year * _MONTHS + this - 1 + (period.which or 0)
        return months // _MONTHS, months % _MONTHS + 1
    if period.year is not None:
        return period.year, month
    if period.of_year is not None:
        return year + period.of_year, month
    if period.which == -1:
        return year - (month >= this), month
    if period.which == 1:
        return year + (month <= this), month
    if period.which is None and told.ahead:
        return year + (month < this), month
    if period.which is None:
        far = (month - this) % _MONTHS > _SOON
        return year - (month > this and far), month
    return year, month
