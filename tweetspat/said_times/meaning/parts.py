"""What parts of a day mean: "morning", "overnight", "since dawn"."""

from datetime import date, timedelta

from tweetspat.said_times.meaning.told import Meant, Told, instant, whole_minute

__all__ = ["part_alone", "part_meant"]

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
