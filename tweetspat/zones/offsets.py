"""Offsets in figures: UTC+3, GMT-5, +05:30, with the sign as people read it."""

import re
from datetime import timedelta, timezone

__all__ = ["fixed", "offset_name"]

_OFFSET = re.compile(
    r"""
    (?: (?:utc|gmt|z) \s? (?P<sign>[+±-]) \s?
        (?P<hours>\d{1,2}) (?: :(?P<minutes>\d\d) )?
      | (?:utc|gmt|z)? \s? (?P<sign_>[+±-]) (?P<hours_>\d\d) :? (?P<minutes_>\d\d)
    )
    """,
    re.VERBOSE | re.ASCII,
)
_MINUSES = str.maketrans("\u2212\u2013\u2010\u2011", "----")
_QUARTER = 15
_LEAST = -12 * 60
_MOST = 14 * 60


def offset_name(word: str) -> str | None:
    """Return the name of the zone that a case-folded offset is, or None.

    Whole hours have an IANA name, whose sign is turned round (UTC+3 is
    Etc/GMT-3); others get their own spelling, UTC+5:30.  Only quarters of an hour
    from -12:00 to +14:00 are offsets: no place ever had another.  A bare "+3" is
    no zone, as it counts something else more often than hours.
    """
    found = _OFFSET.fullmatch(word.translate(_MINUSES))
    if found is None:
        return None
    hours, rest = (found["hours"] or found["hours_"], found["minutes"])
    minutes = int(rest or found["minutes_"] or 0)
    behind = (found["sign"] or found["sign_"]) == "-"
    shift = int(hours) * 60 + minutes
    if minutes >= 60 or minutes % _QUARTER:  # noqa: PLR2004 - minutes of an hour
        return None
    shift = -shift if behind else shift
    if not _LEAST <= shift <= _MOST:
        return None
    return _name(shift)


def _name(shift: int) -> str:
    if not shift:
        return "UTC"
    hours, minutes = divmod(abs(shift), 60)
    if minutes:
        return f"UTC{'-' if shift < 0 else '+'}{hours}:{minutes:02}"
    return f"Etc/GMT{'+' if shift < 0 else '-'}{hours}"


def fixed(name: str) -> timezone:
    """Return the rules of a name such as UTC+5:30, which `offset_name` made."""
    hours, _, minutes = name[4:].partition(":")
    shift = timedelta(hours=int(hours), minutes=int(minutes))
    return timezone(-shift if name[3] == "-" else shift)
