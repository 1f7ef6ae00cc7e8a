"""What is said of a time, before anybody asks when it was said."""

from typing import NamedTuple

from tweetspat.said_times.figures import Clock
from tweetspat.said_times.lexicon import UnitName
from tweetspat.zones import Zone

__all__ = ["Ago", "Date", "DayCount", "Period", "Phrase", "Weekday", "joined"]


class DayCount(NamedTuple):
    """A day counted from the day of sending: yesterday is -1."""

    days: int


class Weekday(NamedTuple):
    """A day of the week, Monday is 0.

    Attributes:
        which: -1 for "last", 0 for "this", 1 for "next", None where it is not said.
        short: it is only an abbreviation, such as "Sun".
        unsure: the word alone can mean something else.
    """

    number: int
    which: int | None = None
    short: bool = False
    unsure: bool = False


class Date(NamedTuple):
    """A day of a month.

    Attributes:
        year: None where it is not said.
        month: 0 where only the day is said (in a date-time group).
        swapped: the other reading, where the order of day and month is open.
        weekday: 0 to 6, where it says which month is meant.
    """

    year: int | None
    month: int
    day: int
    swapped: tuple[int, int] | None = None
    weekday: int | None = None


class Ago(NamedTuple):
    """A stretch before the sending (after it where `amount` is below 0).

    Attributes:
        amount: how many units, or None for "a few".
        future: it is to come.
    """

    amount: float | None
    unit: UnitName
    future: bool = False


class Period(NamedTuple):
    """A week, a month or a year.

    Attributes:
        unit: which of them.
        which: counted from the present one; for a month by name -1 the last such,
            0 this year's, 1 the next; None where it is not said.
        of_year: the year of a month by name, counted from the present one.
        year, month: as named.
    """

    unit: UnitName
    which: int | None = None
    year: int | None = None
    month: int | None = None
    of_year: int | None = None


class Phrase(NamedTuple):
    """Words that stand together and speak of one time.

    Attributes:
        start, end: where they stand in the text, in characters.
        on: the day.
        until: the last day, where it is a range of days.
        part: the part of the day.
        clock, clock_end: the time of day, or the two ends of a range.
        ago: a stretch before the sending.
        period: a week, month or year.
        zones: what the zone words can mean.
        unread: a zone is named that is not known here.
        bound: since, until, by, before, after, from, between.
        cued: words before it say that a time follows.
    """

    start: int
    end: int
    on: DayCount | Weekday | Date | None = None
    until: Weekday | Date | None = None
    part: str = ""
    clock: Clock | None = None
    clock_end: Clock | None = None
    ago: Ago | None = None
    period: Period | None = None
    zones: tuple[Zone, ...] = ()
    unread: bool = False
    bound: str = ""
    cued: bool = False

    @property
    def bare(self) -> bool:
        """Whether it says no time yet: a bound, a cue or a zone alone."""
        return not (self.on or self.part or self.clock or self.ago or self.period)

    @property
    def takes_zone(self) -> bool:
        """Whether a zone that stands behind it is its own."""
        return not self.zones and not self.bare


_PASSING = frozenset(("by", "from", "until", "before", "after", "between"))


def _may_count(one: Phrase, other: Phrase) -> bool:
    """Tell "yesterday 2016 people died" from a clock behind a day."""
    clock = other.clock
    if one.on is None or clock is None or other.clock_end or one.part:
        return False
    return not (clock.sure or clock.half or other.cued or other.zones)


def joined(one: Phrase, other: Phrase) -> Phrase | None:
    """Return two neighbours as one phrase, or None where they are two times.

    A weekday beside its date is that date; "early" beside "morning" is early.
    A bound such as "by" leads the words and is none of them.
    """
    if one.bare and one.bound in _PASSING and not one.zones:
        one = one._replace(start=other.start)
    within = _of_week(one, other) or _of_year(one, other)
    if within:
        return within
    one, other = _day_of_clock(one, other), _day_of_clock(other, one)
    if one.ago or other.ago or one.period or other.period:
        return _around(one, other)
    on, until = one.on or other.on, one.until or other.until
    if one.on and other.on:
        on = _same_day(one.on, other.on)
        if on is None:
            return None
    part = one.part or other.part
    if one.part and other.part:
        part = _exact_part(one.part, other.part)
        if not part:
            return None
    clock = one.clock or other.clock
    if one.clock and other.clock:
        clock = _about_noon(one.clock, other.clock)
        if clock is None:
            return None
    if (one.zones and other.zones) or other.bound or _may_count(one, other):
        return None
    return Phrase(
        one.start,
        other.end,
        on,
        until,
        part,
        clock,
        one.clock_end or other.clock_end,
        None,
        None,
        one.zones or other.zones,
        one.unread or other.unread,
        one.bound,
        one.cued or other.cued or bool(one.on and other.on),
    )


def _exact_part(one: str, other: str) -> str:
    """Return the more exact of two parts, one of them "early"; "" for two others."""
    if "early" not in {one, other}:
        return ""
    exact = other if one == "early" else one
    return "early" if exact == "morning" else exact


def _day_of_clock(days: Phrase, clock: Phrase) -> Phrase:
    """Return "three days ago" as the day that it is, where a clock stands beside it."""
    ago, told = days.ago, clock.clock
    if not ago or ago.unit != "day" or not ago.amount or ago.amount != int(ago.amount):
        return days
    if not told or clock.on or not (told.sure or clock.cued):
        return days
    count = int(ago.amount)
    return days._replace(ago=None, on=DayCount(count if ago.future else -count))


def _of_week(one: Phrase, other: Phrase) -> Phrase | None:
    """Join a weekday to its week: "Monday of last week"."""
    week, on = one.period or other.period, one.on or other.on
    if not week or week.unit != "week" or (one.period and other.period):
        return None
    if not isinstance(on, Weekday) or on.which is not None or on.short:
        return None
    if (one.on and other.on) or (one.clock and other.clock) or other.bound:
        return None
    return Phrase(
        one.start,
        other.end,
        on,
        part=one.part or other.part,
        clock=one.clock or other.clock,
        clock_end=one.clock_end or other.clock_end,
        period=week,
        zones=one.zones or other.zones,
        cued=True,
    )


def _of_year(one: Phrase, other: Phrase) -> Phrase | None:
    """Join a date or a month to its year: "10 февраля прошлого года"."""
    for date, period in ((one, other.period), (other, one.period)):
        if period is None or period.unit != "year" or period.which is None:
            continue
        start, end = one.start, other.end
        if isinstance(date.on, Date) and date.on.year is None and not date.period:
            return date._replace(start=start, end=end, period=period)
        month = date.period
        if month and month.month and month.which is None and month.year is None:
            named = month._replace(of_year=period.which)
            return date._replace(start=start, end=end, period=named)
    return None


def _about_noon(one: Clock, other: Clock) -> Clock | None:
    """Return the exact one of two clocks where the other is noon: "Mittag gegen 13"."""
    noon, exact = (one, other) if one.half == "m" else (other, one)
    near = noon.half == "m" and noon.hour == 12 and abs(exact.hour - 12) < 3  # noqa: PLR2004
    return exact if near and exact.half != "m" else None


def _around(one: Phrase, other: Phrase) -> Phrase | None:
    """Join a bound to the stretch or period that follows it, or a zone behind it."""
    if one.bare and not one.zones and not other.bound:
        return other._replace(start=one.start, bound=one.bound, cued=one.cued)
    return None


def _same_day(
    one: DayCount | Weekday | Date, other: DayCount | Weekday | Date
) -> DayCount | Weekday | Date | None:
    """Return the more exact of two words for one day."""
    exact = [each for each in (one, other) if isinstance(each, Date)]
    if len(exact) == 1:
        return exact[0]
    counted = [each for each in (one, other) if isinstance(each, DayCount)]
    return counted[0] if len(counted) == 1 and not exact else None
