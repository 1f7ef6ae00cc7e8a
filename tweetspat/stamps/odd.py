"""Odd stamps: read by python-dateutil, and believed where it has no choice."""

import re
from datetime import datetime, timezone, tzinfo
from functools import cache

from dateutil.parser import parser, parserinfo

from tweetspat.stamps.clocks import MINUTE, SECOND, Stamp, on_clock, on_weekday

__all__ = ["odd"]

_OF_A_PAGE = r"(?<=\d [AP]M) [·-] "
"""What stands between clock and date on the pages of tweets."""
_CLOCK = r"(?<![\w:.])\d{1,2}:\d\d(?::\d\d(?:\.\d{1,9})?)?(?![\d:.])"
_AFTER_IT = r"\s*(?:[AaPp][Mm]\b)?\s*(?:(?:UTC|GMT|Z|[+-]\d\d(?::?\d\d)?)(?![\w:]))?"
_MONTHS = (
    "jan feb mar apr may jun jul aug sep sept oct nov dec january february march april "
    "june july august september october november december"
).split()
_WORDS = frozenset("at of on st nd rd th".split())
_FIGURES = ((1, 4), (2, 4), (1, 1, 4), (1, 2, 4), (2, 2, 4))
"""How long the numbers of a date are: the day, the month if it is one, the year."""
_WEEKDAY = r"(?i)\b(mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b"


def odd(stamp: str, naive: tzinfo | None) -> Stamp | None:
    """Read a stamp of no shape that is known, or return None.

    It is read in two ways, which differ in what stands for what is not told, and
    in whether the month or the day comes first; where they come to the same, the
    stamp tells it.

    Args:
        stamp: what may be a stamp; short.
        naive: the zone of stamps that have none; None refuses them.

    Raises:
        ValueError, OverflowError: there is no such offset, or no such instant.
    """
    stamp = re.sub(_OF_A_PAGE, " ", stamp)
    if not _is_plain(stamp):
        return None
    try:
        one, other = (
            way.parse(stamp, default=blank, tzinfos=_in_figures)
            for way, blank in _ways(year_first=stamp[:4].isdigit())
        )
    except (ValueError, OverflowError, TypeError):  # whatever it stumbles over
        return None
    width = SECOND
    if one != other:
        width = MINUTE
        one, other = (each.replace(second=0, microsecond=0) for each in (one, other))
    offset, wall = one.utcoffset(), one.replace(tzinfo=None)
    rules = naive if offset is None else timezone(offset)
    if one != other or rules is None:
        return None
    read = on_clock(wall, rules, width)
    weekday = re.search(_WEEKDAY, stamp)
    return on_weekday(read, weekday[1], wall) if weekday else read


def _is_plain(stamp: str) -> bool:
    """Tell a clock, its offset and one date, for dateutil reads much into the rest.

    It takes "10:1A2:03" for 2:03:30, passes over the second one of two offsets, and
    turns the sign of "GMT+3" round.
    """
    clocks = list(re.finditer(_CLOCK, stamp, re.ASCII))
    if len(clocks) != 1 or not stamp.isascii():
        return False
    (clock,) = clocks
    rest = stamp[: clock.start()] + re.sub(
        _AFTER_IT, " ", stamp[clock.end() :], count=1
    )
    parts = re.findall(r"[A-Za-z]+|\d+|\S", rest)
    words = [part.lower() for part in parts if part.isalpha()]
    months = sum(word in _MONTHS for word in words)
    lengths = sorted(len(part) for part in parts if part.isdigit())
    return (
        all(word in _MONTHS or word in _WORDS or _is_weekday(word) for word in words)
        and all(part.isalnum() or part in ",./-" for part in parts)
        and tuple(lengths) in _FIGURES
        and len(lengths) + months == len(("day", "month", "year"))
        and parts[0].isalnum()
    )


def _is_weekday(word: str) -> bool:
    return re.fullmatch(_WEEKDAY, word) is not None


@cache
def _ways(*, year_first: bool) -> tuple[tuple[parser, datetime], ...]:
    month_first = parser(parserinfo(yearfirst=year_first))
    day_first = month_first if year_first else parser(parserinfo(dayfirst=True))
    return (
        (month_first, datetime(1, 1, 1)),  # noqa: DTZ001 - only a frame for dateutil
        (day_first, datetime(2, 2, 15, 1, 1, 30)),  # noqa: DTZ001 - another one
    )


def _in_figures(word: str | None, seconds: int | None) -> int | None:
    """Take an offset from its figures alone: of the words only UTC is one."""
    if word is None:
        return seconds
    if seconds or word not in ("UTC", "GMT", "Z"):
        raise ValueError(word)
    return 0
