"""What a clock showed, and when: to the second or not, once, twice or never."""

from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import Literal, NamedTuple

from tweetspat.model import Bounds
from tweetspat.problems import Problem

__all__ = [
    "DAY",
    "MINUTE",
    "SECOND",
    "Stamp",
    "day_within",
    "lies_within",
    "on_clock",
    "on_weekday",
    "rfc3339",
]

SECOND, MINUTE, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1)

_EARLIEST, _LATEST = timezone(timedelta(hours=14)), timezone(timedelta(hours=-12))
_TWO = [f"{number:02}" for number in range(60)]
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


class Stamp(NamedTuple):
    """What a stamp tells.

    Attributes:
        sent: the instant, aware, UTC; None where no second is told.
        windows: the stretches in one of which it then lies, the earlier first: a
            minute, a day, or two where a clock showed its time twice or never.
        precision: how exactly it was written.
        odd: what a reader should know of it; no place is told.
    """

    sent: datetime | None
    windows: tuple[Bounds, ...] = ()
    precision: Literal["second", "minute", "day"] = "second"
    odd: tuple[Problem, ...] = ()

    @property
    def bounds(self) -> Bounds | None:
        """Between what it lies, where no second is told."""
        if not self.windows:
            return None
        return Bounds(self.windows[0].not_before, self.windows[-1].not_after)


def on_clock(wall: datetime, rules: tzinfo, width: timedelta) -> Stamp:
    """Return when a clock showed a time.

    Args:
        wall: what it showed, without a zone.
        rules: the zone of the clock.
        width: a second or a minute, how exactly it was read.

    Raises:
        OverflowError: that is before the year 1 or after 9999.
    """
    first, last = _readings(wall, rules)
    if first == last and width == SECOND:
        return Stamp(first)
    precision: Literal["second", "minute"] = "second" if width == SECOND else "minute"
    if first == last:
        return Stamp(None, (Bounds(first, first + width),), precision)
    windows = Bounds(first, first + width), Bounds(last, last + width)
    return Stamp(None, windows, precision, (_twice_or_never(wall, rules),))


def _readings(wall: datetime, rules: tzinfo) -> tuple[datetime, datetime]:
    """Return the first and the last instant that a time on a clock can mean, UTC.

    They differ where the clock was set back, and for a time that it skipped.
    """
    if isinstance(rules, timezone):  # an offset, which is one
        only = wall.replace(tzinfo=rules).astimezone(UTC)
        return only, only
    one, other = (
        wall.replace(tzinfo=rules, fold=fold).astimezone(UTC) for fold in (0, 1)
    )
    return min(one, other), max(one, other)


def _twice_or_never(wall: datetime, rules: tzinfo) -> Problem:
    first, last = _readings(wall, rules)
    shown, either = f"{wall:%Y-%m-%d %H:%M:%S}", f"{rfc3339(first)} or {rfc3339(last)}"
    if first.astimezone(rules).replace(tzinfo=None, fold=0) == wall:
        message = f"the clocks of {rules} showed {shown} twice: it is {either}"
        return Problem("fold-hour", message)
    message = (
        f"the clocks of {rules} skipped {shown}: by their rules after and before, it "
        f"is {either}"
    )
    return Problem("gap-hour", message)


def on_weekday(stamp: Stamp, told: str, day: date) -> Stamp | None:
    """Compare the weekday that a stamp tells with that of its date.

    Args:
        stamp: what else it tells.
        told: the English word, which may be cut short.
        day: the date.

    Returns:
        The stamp, with a problem where the two contradict each other; None where
        the word is no weekday.
    """
    named = next((w for w in _WEEKDAYS if w.startswith(told.capitalize())), None)
    right = _WEEKDAYS[day.weekday()]
    if named is None:
        return None
    if named == right:
        return stamp
    message = (
        f"its stamp calls {day:%Y-%m-%d} a {named}, and it was a {right}; the date "
        "counts, and one of the two may be forged"
    )
    return stamp._replace(odd=(*stamp.odd, Problem("wrong-weekday", message)))


def day_within(day: date, zone: tzinfo | None) -> Bounds:
    """Return the bounds of a day on a clock; where no zone is told, anywhere on earth.

    Raises:
        OverflowError: it is the first or the last day that there is.
    """
    midnight = datetime(day.year, day.month, day.day)  # noqa: DTZ001 - the zone follows
    first, _ = _readings(midnight, zone or _EARLIEST)
    _, last = _readings(midnight + DAY, zone or _LATEST)
    return Bounds(first, last)


def lies_within(exact: datetime, window: Bounds) -> bool:
    """Tell whether an instant lies in a stretch, give or take a second's rounding."""
    first, last = window
    return (first is None or first - exact <= SECOND) and (
        last is None or exact - last < SECOND
    )


def rfc3339(exact: datetime) -> str:
    """Write a UTC instant with three decimals and a Z."""
    clock = (
        f"{_day(exact.toordinal())}{_TWO[exact.hour]}:{_TWO[exact.minute]}:"
        f"{_TWO[exact.second]}"
    )
    within = exact.microsecond
    return f"{clock}.{within // 1000:03}Z" if within else f"{clock}.000Z"


@lru_cache(4096)
def _day(ordinal: int) -> str:
    """Return what stands before the time of a day."""
    return f"{date.fromordinal(ordinal)}T"
