"""Zone words: what a reporter writes, and the place with a history that it means.

A word is a place, not an offset: MSK was UTC+4 from 27 March 2011 to
26 October 2014, and Washington is on EST in February and on EDT in July.
The rules come from the `tzdata` package and never from the machine, so that
the same input gives the same clocks everywhere.
"""

import os
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import NamedTuple
from zoneinfo import ZoneInfo

from tweetspat.problems import UsageError

__all__ = [
    "WORDS",
    "Zone",
    "abbreviation",
    "near",
    "offset",
    "wall",
    "zone",
    "zone_or_raise",
]

WORDS = {
    "msk": "Europe/Moscow",
    "msd": "Europe/Moscow",
    "moscow": "Europe/Moscow",
    "moscow time": "Europe/Moscow",
    "мск": "Europe/Moscow",
    "москва": "Europe/Moscow",
    "по москве": "Europe/Moscow",
    "московское время": "Europe/Moscow",
    "washington": "America/New_York",
    "washington time": "America/New_York",
    "washington, d.c.": "America/New_York",
    "washington, d.c. time": "America/New_York",
    "washington dc": "America/New_York",
    "dc": "America/New_York",
    "et": "America/New_York",
    "est": "America/New_York",
    "edt": "America/New_York",
    "eastern": "America/New_York",
    "eastern time": "America/New_York",
    "eastern time (us & canada)": "America/New_York",
    "new york": "America/New_York",
    "ct": "America/Chicago",
    "cdt": "America/Chicago",
    "central time (us & canada)": "America/Chicago",
    "mt": "America/Denver",
    "mdt": "America/Denver",
    "mountain time (us & canada)": "America/Denver",
    "pt": "America/Los_Angeles",
    "pst": "America/Los_Angeles",
    "pdt": "America/Los_Angeles",
    "pacific time (us & canada)": "America/Los_Angeles",
    "aleppo": "Asia/Damascus",
    "aleppo time": "Asia/Damascus",
    "damascus": "Asia/Damascus",
    "damascus time": "Asia/Damascus",
    "syria": "Asia/Damascus",
    "baghdad": "Asia/Baghdad",
    "tehran": "Asia/Tehran",
    "ankara": "Europe/Istanbul",
    "istanbul": "Europe/Istanbul",
    "turkey": "Europe/Istanbul",
    "trt": "Europe/Istanbul",
    "kyiv": "Europe/Kyiv",
    "kiev": "Europe/Kyiv",
    "london": "Europe/London",
    "bst": "Europe/London",
    "paris": "Europe/Paris",
    "berlin": "Europe/Berlin",
    "brussels": "Europe/Brussels",
    "cet": "Europe/Berlin",
    "cest": "Europe/Berlin",
    "eet": "Europe/Athens",
    "eest": "Europe/Athens",
    "jerusalem": "Asia/Jerusalem",
    "utc": "UTC",
    "gmt": "UTC",
    "z": "UTC",
    "zulu": "UTC",
}
"""Zone words, case folded, and the IANA name of the place that each means."""


class Zone(NamedTuple):
    """A clock to show.

    Attributes:
        word: what the user wrote.
        name: the IANA name of the place.
        rules: its offsets through history.
    """

    word: str
    name: str
    rules: ZoneInfo


def zone(word: str) -> Zone | None:
    """Return the zone that a word or an IANA name means, or None.

    Case does not matter, nor do brackets, "time" and white space around it.
    """
    bare = word.strip()
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1]
    folded = " ".join(bare.casefold().split())
    name = WORDS.get(folded) or WORDS.get(folded.removesuffix(" time"))
    if name is None:
        name = _names().get(folded)
    if name is None:
        return None
    return Zone(word, name, _rules(name))


def zone_or_raise(word: str) -> Zone:
    """Return the zone, or raise a UsageError that names near words."""
    found = zone(word)
    if found is None:
        close = near(word)
        advice = f"did you mean {' or '.join(close)}?" if close else "try MSK or ET"
        message = f"{word[:60]!r} is no zone that is known here; {advice}"
        raise UsageError(f"{message} (tweetspat zones lists them)")
    return found


def near(word: str) -> list[str]:
    """Return up to three known words or names that look like this one."""
    from difflib import get_close_matches

    folded = word[:60].casefold()
    known = {name.casefold(): name for name in (*_names().values(), *WORDS)}
    tails = {name.rpartition("/")[2].casefold(): name for name in _names().values()}
    close = get_close_matches(folded, [*known, *tails], n=3, cutoff=0.7)
    return list(dict.fromkeys(known.get(each) or tails[each] for each in close))


def abbreviation(zone: Zone, instant: datetime) -> str:
    """Return what a clock of that place is called at that instant: MSK, EST, UTC+5."""
    name = wall(zone, instant).tzname() or ""
    return name if name.isalpha() else offset(zone, instant)


def offset(zone: Zone, instant: datetime) -> str:
    """Return the offset of that place at that instant: UTC+3, UTC-3:30, UTC."""
    shift = wall(zone, instant).utcoffset() or timedelta()
    minutes = int(shift.total_seconds()) // 60
    if not minutes:
        return "UTC"
    hours, rest = divmod(abs(minutes), 60)
    return f"UTC{'-' if minutes < 0 else '+'}{hours}" + (f":{rest:02}" if rest else "")


def wall(zone: Zone, instant: datetime) -> datetime:
    """Return the instant on that place's clock.

    The last hours of year 9999 and the first of year 1 have no clock in some
    zones; they stay at the edge.
    """
    try:
        return instant.astimezone(zone.rules)
    except OverflowError:
        edge = datetime.max if instant.year > 1 else datetime.min  # noqa: DTZ901
        return edge.replace(tzinfo=UTC)


@cache
def _folder() -> str:
    import tzdata  # type: ignore[import-untyped]

    return os.path.join(os.path.dirname(tzdata.__file__), "zoneinfo")


@cache
def _names() -> dict[str, str]:
    """Every IANA name of the package, by its case-folded spelling."""
    with open(os.path.join(_folder(), os.pardir, "zones"), encoding="ascii") as names:
        listed = names.read().split()
    return {name.casefold(): name for name in listed}


@cache
def _rules(name: str) -> ZoneInfo:
    with open(os.path.join(_folder(), *name.split("/")), "rb") as file:
        return ZoneInfo.from_file(file, key=name)
