"""When something is said to have been, in words: exact, short, on every clock.

A stretch of whole days on the clock it was counted on is told as days, a month or
a year; everything else on each clock, with the date once where all agree on it.  A
day that each clock counts for itself is told once, with how far apart they are.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from tweetspat.model import Precision
from tweetspat.renderers.wording import clock_label, day, days, later
from tweetspat.zones import Zone, abbreviation, wall

__all__ = ["Moment", "each_for_itself", "is_exact", "moment_on", "of_whole_days"]

_A_MINUTE, _A_DAY = timedelta(minutes=1), timedelta(days=1)
_INSTANT = timedelta(microseconds=1)


class Moment(Protocol):
    """A half-open stretch of time, UTC, and how exactly it was said."""

    @property
    def start(self) -> datetime:
        """Its first instant."""

    @property
    def end(self) -> datetime:
        """Its end, exclusive."""

    @property
    def precision(self) -> Precision:
        """How exactly it was said."""


def is_exact(moment: Moment) -> bool:
    """Tell whether an instant is meant, not a stretch of time."""
    return moment.precision in {"second", "minute"} or moment.end <= moment.start


def of_whole_days(moment: Moment, zone: Zone) -> bool:
    """Tell whether it runs from the beginning of a day to that of another."""
    return not is_exact(moment) and all(
        _begins_day(edge, zone) for edge in (moment.start, moment.end)
    )


def moment_on(
    moment: Moment, clocks: Sequence[Zone], to: str, near: datetime | None = None
) -> list[str]:
    """Write a moment on every clock, in pieces that lines should not break.

    Args:
        moment: what is meant.
        clocks: one at least; whole days are told on the first one alone.
        to: the sign between two ends.
        near: an instant; the year of dates in its year is not told.  None: all
            dates tell theirs.

    Returns:
        Joined: "13:55 MSK = 05:55 EST, Wed 10 Feb", "05:00 MSK Thu 11 Feb = 21:00 EST
        Wed 10 Feb", "18:00–06:00 MSK, Tue 9–Wed 10 Feb", "about 09:00–10:00 EST, Wed
        10 Feb", "Wed 10 Feb (MSK)", "Mon 1 – Sun 7 Feb (MSK)", "February 2016 (MSK)".
    """
    if of_whole_days(moment, clocks[0]):
        ran = _calendar(moment, clocks[0], to, near)
        return [f"{ran} ({_names(moment, clocks[0])})"]
    there = [_on(moment, clock, to, near) for clock in clocks]
    about = "about " if moment.precision == "hour" and not is_exact(moment) else ""
    dates = {date for _, date in there}
    if len(dates) > 1:
        told = [f"{clock} {date}".rstrip() for clock, date in there]
    else:
        told = [clock for clock, _ in there]
        told[-1] += f", {date}" if (date := dates.pop()) else ""
    return [about + told[0], *(f" = {each}" for each in told[1:])]


def each_for_itself(on: Sequence[tuple[Moment, Zone]], to: str) -> list[str]:
    """Write a day or a part of a day that every clock counts for itself, in pieces.

    Args:
        on: one stretch of time by clock, two at least; their ends read the same
            there and are other instants.
        to: the sign between two ends.

    Returns:
        Joined: "Wed 10 Feb 2016 (MSK, or EST: begins 8 h later)", "March 2016 (MSK,
        or EST/EDT: begins 8 h later, ends 7 h later)", "18:00–06:00, Tue 9–Wed 10
        Feb 2016 (MSK, or EST: begins 8 h later)".
    """
    (first, zone), *others = on
    names = [_names(moment, clock) for moment, clock in on]
    if len(set(names)) < len(names):
        names = [clock_label(clock, moment.start) for moment, clock in on]
    told = [
        f" or {name}: {_apart(first, moment)}"
        for name, (moment, _) in zip(names[1:], others, strict=True)
    ]
    told.insert(0, f"{_calendar(first, zone, to, None)} ({names[0]}")
    return [*(f"{each}," for each in told[:-1]), f"{told[-1]})"]


def _apart(first: Moment, other: Moment) -> str:
    """Say how much later the other one is, its end only where that is not as much."""
    begins = _later("begins", other.start, first.start)
    if other.start - first.start == other.end - first.end:
        return begins
    return f"{begins}, {_later('ends', other.end, first.end)}"


def _later(verb: str, edge: datetime, first: datetime) -> str:
    return f"{verb} {later(edge, first) if edge != first else 'with it'}"


def _calendar(moment: Moment, zone: Zone, to: str, near: datetime | None) -> str:
    """Return what one clock's calendar calls it, without the name of the clock."""
    if of_whole_days(moment, zone):
        first, last = wall(zone, moment.start), _last(moment, zone)
        year = _year(near, first, last)
        return days(first.date(), last.date(), f" {to} ", year=year)
    told, date = _on(moment, zone, to, near, named=False)
    return f"{told}, {date}" if date else told


def _names(moment: Moment, zone: Zone) -> str:
    """Return what the clock is called within: EST, or EST/EDT where it changes."""
    edges = (moment.start, moment.end - _INSTANT)
    return "/".join(dict.fromkeys(abbreviation(zone, edge) for edge in edges))


def _on(
    moment: Moment, zone: Zone, to: str, near: datetime | None, *, named: bool = True
) -> tuple[str, str]:
    """Return what one clock shows, and the date, empty where the clock tells it."""
    first = wall(zone, moment.start)
    label, changed = _labels(moment, zone) if named else ("", "")
    seconds = moment.precision == "second" or moment.end - moment.start < _A_MINUTE
    if is_exact(moment):
        year = _year(near, first)
        return f"{_time(first, seconds=seconds)} {label}", day(first, year=year)
    last, end = _last(moment, zone), wall(zone, moment.end)
    year = _year(near, first, last)
    ends = [_time(first, seconds=seconds), _time(end, seconds=seconds)]
    if end.date() != last.date() and _begins_day(moment.end, zone):
        ends[1] = "24:00"
    if label != changed:
        ends[0] += f" {label}"
    if moment.end - moment.start >= _A_DAY:
        began = day(first, year=first.year != last.year)
        ended = day(last, year=year)
        return f"{began} {ends[0]} {to} {ended} {ends[1]} {changed}".rstrip(), ""
    ran = days(first.date(), last.date(), to, year=year)
    return f"{ends[0]}{to}{ends[1]} {changed}".rstrip(), ran


def _time(there: datetime, *, seconds: bool) -> str:
    minutes = f"{there.hour:02}:{there.minute:02}"
    return f"{minutes}:{there.second:02}" if seconds else minutes


def _labels(moment: Moment, zone: Zone) -> tuple[str, str]:
    """Return what a clock is called at both ends: it may change in between."""
    end = moment.start if is_exact(moment) else moment.end
    return abbreviation(zone, moment.start), abbreviation(zone, end)


def _year(near: datetime | None, *edges: datetime) -> bool:
    return near is None or any(edge.year != near.year for edge in edges)


def _last(moment: Moment, zone: Zone) -> datetime:
    """Return the last instant within."""
    return wall(zone, moment.end - _INSTANT)


def _begins_day(instant: datetime, zone: Zone) -> bool:
    """Tell whether a day begins: at 01:00 where the clocks leave midnight out."""
    try:
        before = instant - _INSTANT
    except OverflowError:
        return True
    return wall(zone, before).date() != wall(zone, instant).date()
