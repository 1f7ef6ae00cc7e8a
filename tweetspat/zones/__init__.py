"""Zone words: what a reporter writes, and the place with a history that it means.

A word is a place, not an offset: MSK was UTC+4 from 27 March 2011 to
26 October 2014, and Washington is on EST in February and on EDT in July.
The rules come from the `tzdata` package and never from the machine, so that
the same input gives the same clocks everywhere.

The everyday words are here at once; the other tables are loaded when a word is
asked for that is not among them.
"""

from datetime import UTC, datetime, timedelta, tzinfo
from functools import cache, lru_cache
from typing import NamedTuple

from tweetspat.problems import UsageError
from tweetspat.zones.words import AMBIGUOUS, WORDS

__all__ = [
    "AMBIGUOUS",
    "WORDS",
    "Zone",
    "abbreviation",
    "meanings",
    "military",
    "near",
    "offset",
    "wall",
    "zone",
    "zone_or_raise",
]

_LONGEST = 80
"""Beyond it nothing is a zone word; the longest that there is has 50 characters."""

_EAST = "ABCDEFGHIKLM"
_WEST = "NOPQRSTUVWXY"


class Zone(NamedTuple):
    """A clock to show.

    Attributes:
        word: what the user wrote.
        name: the IANA name of the place; for a fixed offset that has none,
            the offset itself: UTC+5:30.
        rules: its offsets through history.
    """

    word: str
    name: str
    rules: tzinfo


def zone(word: str) -> Zone | None:
    """Return the zone that a word, an IANA name or an offset means, or None.

    Case does not matter, nor do brackets and white space around it, nor, where
    nothing else is meant by it, a missing accent.  Words that say that a clock
    is meant may stand beside it: "Moscow time", "по Москве", "heure de Paris".
    An offset has the sign that people give it: UTC+3 is ahead of UTC, while the
    IANA name Etc/GMT+3 keeps its own sense, three hours behind.  A letter other
    than Z is no zone here, "Alpha time" to "Yankee time" are; see `military`.

    Returns:
        For a word that can mean several places the likeliest; see `meanings`.
    """
    names = _names_meant(word) if len(word) <= _LONGEST else ()
    return _zone(word, names[0]) if names else None


def meanings(word: str) -> tuple[Zone, ...]:
    """Return every place that a word can mean, the likeliest first.

    Returns:
        One zone for a word that means one place, none for an unknown word.
    """
    names = _names_meant(word) if len(word) <= _LONGEST else ()
    return tuple(_zone(word, name) for name in names)


def military(letter: str) -> Zone | None:
    """Return the zone of a military letter: A is UTC+1, N is UTC-1, Z is UTC.

    J is the observer's own time and thus no zone.

    Source:
        ACP 121(I), the table of zone designators; used as in 101055ZFEB16.
    """
    if len(letter) != 1 or not letter.isascii():
        return None
    upper = letter.upper()
    if upper == "Z":
        return _zone(letter, "UTC")
    if upper in _EAST:
        return _zone(letter, f"Etc/GMT-{_EAST.index(upper) + 1}")
    if upper in _WEST:
        return _zone(letter, f"Etc/GMT+{_WEST.index(upper) + 1}")
    return None


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
    """Return up to three known words or names that look like this one.

    Each means another place; the nearest first.
    """
    from tweetspat.zones.spelling import close

    return close(word)


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


def _zone(word: str, name: str) -> Zone:
    return Zone(word, name, _rules(name))


@lru_cache(4096)
def _names_meant(word: str) -> tuple[str, ...]:
    """Return the names of the places that a word can mean, the likeliest first."""
    bare = word.strip()
    if bare.startswith("(") and bare.endswith(")"):
        bare = bare[1:-1]
    folded = " ".join(bare.casefold().split())
    for each in (folded, folded.removesuffix(" time")):
        if each in WORDS:
            return AMBIGUOUS.get(each) or (WORDS[each],)
    if "/" in folded:  # spares the other tables
        from tweetspat.zones.database import names

        if folded in names():
            return (names()[folded],)
    from tweetspat.zones.search import find

    return find(folded)


@cache
def _rules(name: str) -> tzinfo:
    if name.startswith(("UTC+", "UTC-")):
        from tweetspat.zones.offsets import fixed

        return fixed(name)
    from tweetspat.zones.database import rules

    return rules(name)
