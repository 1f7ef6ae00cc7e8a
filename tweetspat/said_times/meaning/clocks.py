"""Which instant a clock means: its hour, and its day where none is said."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta

from tweetspat.said_times.figures import Clock
from tweetspat.said_times.meaning.days import day_meant
from tweetspat.said_times.meaning.told import Meant, Told, instant

__all__ = ["clock_meant"]

_NOON, _HOURS = 12, 24
_MORNING = 6
_FAR = timedelta(hours=14)
"""A clock farther than this from the sending is of the day before or after."""

_NIGHTS = frozenset(("night", "this_night", "overnight"))
_HALVES = {
    **dict.fromkeys(("morning", "early", "dawn", "small_hours"), "a"),
    **dict.fromkeys(("afternoon", "evening"), "p"),
}


def clock_meant(clock: Clock, told: Told) -> Meant | None:
    """Return the minute or second of a clock, or what lies between two."""
    on, part = day_meant(told), told.phrase.part
    choices = list(_hours(clock, part))
    if on is None:
        day, hour, certain = _nearest(choices, clock, told)
    else:
        (day, certain), (hour, sure) = on, choices[0]
        certain *= sure
        if part in _NIGHTS and hour < _MORNING:  # of the day after it began
            day += timedelta(days=1)
        if part == "night_to" and hour >= _NOON:
            day -= timedelta(days=1)
    start = instant(told.zone, day, hour, clock.minute, clock.second or 0)
    if told.phrase.clock_end:
        end = _end(told.phrase.clock_end, start, day, told)
        return Meant(start, end, "range", certain) if end > start else None
    if clock.second is not None:
        return Meant(start, start + timedelta(seconds=1), "second", certain)
    return Meant(start, start + timedelta(minutes=1), "minute", certain)


def _end(clock: Clock, start: datetime, day: date, told: Told) -> datetime:
    """Return the end of a stretch that begins on a day, or on the next."""
    hour, _ = next(_hours(clock, told.phrase.part))
    end = instant(told.zone, day, hour, clock.minute, clock.second or 0)
    if end > start:
        return end
    return instant(told.zone, day + timedelta(days=1), hour, clock.minute)


def _hours(clock: Clock, part: str) -> Iterator[tuple[int, float]]:
    """Yield the hours that a clock can mean, the likeliest first, and how sure."""
    half = _half(clock, part)
    if half == "a":
        yield clock.hour % _NOON, 1.0
    elif half == "p":
        yield clock.hour % _NOON + _NOON, 1.0
    elif half == "?":
        yield from ((clock.hour, 0.8), ((clock.hour + _NOON) % _HOURS, 0.8))
    else:
        yield clock.hour, 1.0


def _half(clock: Clock, part: str) -> str:
    """Return the half of the day, as it is said or as a part of the day tells."""
    hour, half = clock.hour, clock.half
    if half == "n":
        return "a" if hour < _MORNING or hour == _NOON else "p"
    if half not in {"", "?"} or not part or not 0 < hour <= _NOON:
        return half
    if part in _HALVES:
        return _HALVES[part]
    if hour < _MORNING:
        return half
    return "p" if hour < _NOON else "a"


def _nearest(
    choices: list[tuple[int, float]], clock: Clock, told: Told
) -> tuple[date, int, float]:
    """Return the day and hour of a clock without a day.

    It is of the day of sending, unless that is far off and a neighbour is near;
    of two halves of the day the one nearer to the sending, ahead for "by".
    """
    moment = clock.half == "m"
    alone = len(choices) == 1 and not moment
    found = []
    for hour, certain in choices:
        for days in (0, -1, 1):
            day = told.today + timedelta(days=days)
            away = instant(told.zone, day, hour, clock.minute) - told.now
            late = _is_late(away, told, moment=moment)
            far = alone and abs(away) > _FAR
            found.append(
                (late, far, alone and days != 0, abs(away), day, hour, certain)
            )
    *_, day, hour, certain = min(found)
    return day, hour, certain * (1.0 if day == told.today else 0.97)


def _is_late(away: timedelta, told: Told, *, moment: bool) -> bool:
    """Tell whether a clock is on the wrong side of the sending for its words."""
    bound, ahead = told.phrase.bound, told.ahead
    until = bound in {"by", "until", "before"} or (bound == "from" and moment)
    since = bound == "since" and not told.phrase.clock_end
    since = since and not ahead  # "desde las 22 habrá toque de queda"
    since = since or (moment and ahead is False and not until)
    if away < timedelta():
        return until and ahead is not False
    return since and away > timedelta()
