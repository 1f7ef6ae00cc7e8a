"""Dates, clocks, stretches of time and counts, in words."""

from datetime import date, datetime, timedelta

from tweetspat.model import Bounds, Spat
from tweetspat.zones import Zone, abbreviation, offset, wall

__all__ = [
    "ahead",
    "clock",
    "clock_label",
    "counted",
    "day",
    "days",
    "days_of",
    "later",
    "listed",
    "long_day",
    "moment_of",
    "stretch",
    "within",
]

_DAYS = "Mon Tue Wed Thu Fri Sat Sun".split()
_LONG_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
_MONTHS = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
_LONG_MONTHS = (
    "January February March April May June July August September October November "
    "December"
).split()


def day(there: date, *, year: bool = True) -> str:
    """Write a date: Thu 11 Feb 2016.  Never by locale."""
    name = f"{_DAYS[there.weekday()]} {there.day} {_MONTHS[there.month - 1]}"
    return f"{name} {there.year}" if year else name


def days(first: date, last: date, to: str, *, year: bool = True) -> str:
    """Write a run of days: Mon 1 – Sun 7 Feb 2016; February 2016; 2015.

    Args:
        first: the first day.
        last: the last one, inclusive.
        to: what stands between them.
        year: whether the year of a run within one year has to be told; that of a
            whole month or year always is.
    """
    if first == last:
        return day(first, year=year)
    if first.year != last.year:
        return f"{day(first)}{to}{day(last)}"
    if first.day == 1 and _ends_month(last):
        if first.month == last.month:
            return f"{_LONG_MONTHS[first.month - 1]} {first.year}"
        if (first.month, last.month) == (1, 12):
            return f"{first.year}"
    from_ = day(first, year=False)
    if first.month == last.month:
        from_ = from_.rpartition(" ")[0]
    return f"{from_}{to}{day(last, year=year)}"


def _ends_month(there: date) -> bool:
    longest = 31
    return there.day == longest or (there + timedelta(days=1)).day == 1


def long_day(there: datetime) -> str:
    """Write a date in full: Thursday 11 February 2016."""
    month = _LONG_MONTHS[there.month - 1]
    return f"{_LONG_DAYS[there.weekday()]} {there.day} {month} {there.year}"


def clock(zone: Zone, instant: datetime) -> str:
    """Write the time of day in a zone: 13:55."""
    there = wall(zone, instant)
    return f"{there.hour:02}:{there.minute:02}"


def clock_label(zone: Zone, instant: datetime) -> str:
    """Write what a clock is called that day, with its offset: MSK UTC+3."""
    name, shift = abbreviation(zone, instant), offset(zone, instant)
    return name if name == shift else f"{name} {shift}"


def stretch(length: timedelta) -> str:
    """Write a stretch of time in its two largest units: 2 h 27 m."""
    minutes = abs(int(length.total_seconds())) // 60
    days, minutes = divmod(minutes, 24 * 60)
    hours, minutes = divmod(minutes, 60)
    units = ((days, "d"), (hours, "h"), (minutes, "m"))
    words = [f"{count} {unit}" for count, unit in units if count]
    return " ".join(words[:2]) or "less than a minute"


def later(earlier: datetime, now: datetime) -> str:
    """Say how long before or after now something is: 2 h 27 m earlier."""
    return f"{stretch(now - earlier)} {'earlier' if earlier <= now else 'later'}"


def counted(count: int, noun: str) -> str:
    """Write a count with its noun: 1 tweet, 1,204 tweets, 2 replies, 3 days."""
    if count == 1:
        return f"1 {noun}"
    several = f"{noun[:-1]}ies" if noun.endswith("ly") else f"{noun}s"
    return f"{count:,} {several}"


def listed(words: list[str]) -> str:
    """Write a list: a, b and c."""
    return (
        f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else "".join(words)
    )


def ahead(
    first: tuple[str, Zone],
    second: tuple[str, Zone],
    instant: datetime,
    last: datetime | None = None,
) -> str:
    """Say how far one clock is ahead of the other that day, by their names.

    Where the gap is another at the last instant, that is said too.
    """
    gap = _gap(first[1], second[1], instant)
    later = gap if last is None else _gap(first[1], second[1], last)
    more = f", later {stretch(later)}" if abs(later) != abs(gap) else ""
    if not gap:
        return f"{first[0]} and {second[0]} have the same time{more}"
    early, late = (first, second) if gap > timedelta() else (second, first)
    return f"{early[0]} is {stretch(gap)} ahead of {late[0]}{more}"


def _gap(one: Zone, other: Zone, instant: datetime) -> timedelta:
    none = timedelta()
    there, here = wall(one, instant).utcoffset(), wall(other, instant).utcoffset()
    return (there or none) - (here or none)


def moment_of(spat: Spat) -> datetime | None:
    """Return an instant of the spat's first day, for the offsets of that day."""
    for turn in spat.turns:
        if turn.tweet.sent and not turn.tweet.ghost:
            return turn.tweet.sent
    for turn in spat.turns:
        bounds = turn.tweet.bounds
        edge = bounds and (bounds.not_before or bounds.not_after)
        if turn.tweet.sent or edge:
            return turn.tweet.sent or edge
    return None


def days_of(bounds: Bounds, zones: tuple[Zone, ...]) -> datetime | None:
    """Return the one day that bounds span in one of the zones, else None."""
    if not (bounds.not_before and bounds.not_after):
        return None
    for zone in zones:
        first, last = wall(zone, bounds.not_before), wall(zone, bounds.not_after)
        midnights = first.time() == last.time() == datetime.min.time()
        if midnights and last.date() - first.date() == timedelta(days=1):
            return first
    return None


def within(bounds: Bounds, zones: tuple[Zone, ...]) -> str:
    """Say in words when something lies that is known by bounds only."""
    one = days_of(bounds, zones)
    if one:
        return f"on {day(one)}"
    first, last = (
        edge and _edge(edge, zones) for edge in (bounds.not_before, bounds.not_after)
    )
    if first and last:
        return f"between {first} and {last}"
    return f"not before {first}" if first else f"before {last}"


def _edge(edge: datetime, zones: tuple[Zone, ...]) -> str:
    """Write the edge of bounds: a midnight as its day, else with the clock."""
    for zone in zones:
        there = wall(zone, edge)
        if there.time() == datetime.min.time():
            return f"{day(there)} ({abbreviation(zone, edge)})"
    zone = zones[0]
    return f"{day(wall(zone, edge))}, {clock(zone, edge)} {abbreviation(zone, edge)}"
