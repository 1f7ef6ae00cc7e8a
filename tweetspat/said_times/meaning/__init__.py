"""What a phrase means: its day and its interval, once zone and sending are known."""

from datetime import timedelta

from tweetspat.said_times.meaning.clocks import clock_meant
from tweetspat.said_times.meaning.days import (
    day_meant,
    last_day,
    part_alone,
    part_meant,
)
from tweetspat.said_times.meaning.stretches import ago_meant, period_meant
from tweetspat.said_times.meaning.told import Meant, Told, When, instant
from tweetspat.said_times.phrases import Phrase, Weekday
from tweetspat.zones import Zone, wall

__all__ = ["Meant", "When", "meant"]


def meant(
    phrase: Phrase, when: When, zone: Zone, *, ahead: bool | None
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
    edges = {*when}
    if len(edges) > 1 and not _counts_in_days(phrase):
        return None
    try:
        read = {_meant(Told(phrase, zone, wall(zone, edge), ahead)) for edge in edges}
    except (OverflowError, ValueError):
        return None
    return read.pop() if len(read) == 1 else None


def _counts_in_days(phrase: Phrase) -> bool:
    """Tell whether a phrase does not depend on the hour of sending."""
    since_part = phrase.bound == "since" and bool(phrase.part)
    return not phrase.ago and not since_part and phrase.part != "overnight"


def _meant(told: Told) -> Meant | None:
    phrase = told.phrase
    if phrase.ago:
        return ago_meant(phrase.ago, told)
    if phrase.period and not phrase.on:
        return period_meant(phrase.period, told)
    if phrase.clock:
        opening_hours = isinstance(phrase.until, Weekday)
        return None if opening_hours else clock_meant(phrase.clock, told)
    on = day_meant(told)
    if on is None:
        return part_alone(told) if phrase.part else None
    day, certain = on
    if phrase.part:
        return part_meant(phrase.part, day, told)._replace(certain=certain)
    last = last_day(phrase.until, day, told) if phrase.until else day
    if last < day:
        return None
    start, end = instant(told.zone, day), instant(told.zone, last + timedelta(days=1))
    return Meant(start, end, "range" if phrase.until else "day", certain)
