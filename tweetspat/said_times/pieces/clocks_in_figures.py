"""Clocks in figures: 13:55, 9:30am, 0600Z, 18h, "15-17 Uhr", "в 19-30"."""

import re
from functools import cache

from tweetspat.said_times.figures import Clock, Figure
from tweetspat.said_times.phrases import Phrase
from tweetspat.said_times.pieces.neighbours import (
    Atoms,
    Read,
    counts,
    kind_at,
    name_at,
    word_at,
)
from tweetspat.said_times.pieces.places import zones_of_figures

__all__ = [
    "LEADING",
    "clock_in_figures",
    "has_minutes",
    "hours_as_clock",
    "with_half_of_end",
]

LEADING = frozenset(("glue", "cue", "at", "in", "bound"))
"""What stands before a clock."""

_NEVER_BEFORE = frozenset("in ahead_before ago_before number each void".split())
"""What before "13 heures" says that they last so long."""

_APART = frozenset(("comma", "dash", "open"))
_BEFORE_HYPHENED = frozenset(("в", "с", "до", "к", "на", "после", "около"))
_QUARTERS = frozenset(("00", "15", "30", "45"))
_LAST_HOUR, _NOON, _MORNING = 24, 12, 6
_WITH_COLON = r"(?:[012]\d|[4-9]):\d\d"
_WITH_MINUTES = r"[012]\d[:.]\d\d"
_HOURS = r"(?i)\d{1,2}(?:h[0-5]\d|h|hs)"


def clock_in_figures(atoms: Atoms, at: int) -> Read:
    """Read a clock, or two that a hyphen joins."""
    atom, read = atoms[at], atoms[at].figure
    if read is None:
        return None
    if read.kind == "pair":
        return _hyphened(atoms, at, read) or _hours_of_pair(atoms, at, read)
    if read.kind == "clocks":
        return _two(atoms, at, read)
    if "h" in atom.raw.lower() and _fits(_HOURS, atom.raw):
        return _hours(atoms, at, read.clocks[0])
    if read.kind != "clock":
        return None
    clock = read.clocks[0]
    if _is_led(atoms, at):
        clock = clock._replace(sure=True)
    zones, unread = zones_of_figures(read.zone)
    cued = read.certain or kind_at(atoms, at - 1) in LEADING
    phrase = Phrase(atom.start, atom.end, clock=clock, zones=zones, unread=unread)
    return phrase._replace(cued=cued), at + 1


def hours_as_clock(atoms: Atoms, at: int, end: int, clock: Clock) -> Clock | None:
    """Return the clock that "13h" or "13 heures" are, or None where they last.

    A word before them makes it sure; else it counts beside a day only.
    """
    before, behind = kind_at(atoms, at - 1), kind_at(atoms, end)
    if behind in {"half", "part", "add"} or before in {"cue", "at"}:
        return clock._replace(sure=before in {"cue", "at"})
    small = clock.hour < _MORNING
    if _is_foreign_in(atoms, at - 1):
        return clock._replace(sure=not small) if clock.hour < _LAST_HOUR else None
    if before in _NEVER_BEFORE or behind == "void":
        return None
    if (small and behind in {"bound", "and"}) or word_at(atoms, end) in {
        "de",
        "d",
        "of",
    }:
        return None
    if before == "bound":
        since = name_at(atoms, at - 1) == "since"
        return clock if since and small else clock._replace(sure=True)
    if clock.minute:
        return clock._replace(sure=not small)
    return None if small or clock.hour == _LAST_HOUR else clock


def with_half_of_end(one: Clock, other: Clock) -> Clock:
    """Return the first of two clocks with the half of the day that its end tells."""
    if one.half or not other.half or one.hour > _NOON:
        return one
    before_noon = other.half == "p" and one.hour % _NOON > other.hour % _NOON
    return one._replace(half="a" if before_noon else other.half)


def has_minutes(raw: str) -> bool:
    """Tell 17.30 and 17:30 from figures that may be less exact."""
    return _fits(_WITH_MINUTES, raw)


def _hours(atoms: Atoms, at: int, clock: Clock) -> Read:
    """Read "18h"; between commas it is the clock of an announcement."""
    some = hours_as_clock(atoms, at, at + 1, clock)
    if some is None:
        return None
    if some.hour >= _MORNING and _stands_apart(atoms, at):
        some = some._replace(sure=True)
    return Phrase(atoms[at].start, atoms[at].end, clock=some, cued=True), at + 1


def _stands_apart(atoms: Atoms, at: int) -> bool:
    return kind_at(atoms, at - 1) in _APART or (
        not at and kind_at(atoms, at + 1) in _APART
    )


def _hours_of_pair(atoms: Atoms, at: int, read: Figure) -> Read:
    """Read "15-17 Uhr"."""
    first, last = read.numbers
    kind = kind_at(atoms, at + 1)
    if kind not in {"clock", "hours"} or max(first, last) > _LAST_HOUR:
        return None
    sure = kind == "clock" or kind_at(atoms, at - 1) in LEADING
    start, end = atoms[at].start, atoms[at + 1].end
    clock, clock_end = Clock(first, sure=sure), Clock(last)
    return Phrase(start, end, clock=clock, clock_end=clock_end, cued=True), at + 2


def _hyphened(atoms: Atoms, at: int, read: Figure) -> Read:
    """Read "в 19-30", as Russian has it; "на 10-30 минут" is none."""
    before, minutes = word_at(atoms, at - 1), atoms[at].raw[-2:]
    if before not in _BEFORE_HYPHENED or minutes not in _QUARTERS:
        return None
    if counts(atoms, at + 1) or kind_at(atoms, at + 1) in {"unit", "hours", "month"}:
        return None
    clock = Clock(read.numbers[0], read.numbers[1], sure=True)
    if clock.hour >= _LAST_HOUR:
        return None
    return Phrase(atoms[at].start, atoms[at].end, clock=clock, cued=True), at + 1


def _two(atoms: Atoms, at: int, read: Figure) -> Read:
    """Read "16:00-18:00", "0200-0430Z", "9-11h"."""
    one, other = read.clocks
    if other.half and not one.half:
        one = with_half_of_end(one, other)._replace(sure=True)
    end, then = atoms[at].end, at + 1
    if kind_at(atoms, then) in {"clock", "hours"}:
        one, end, then = one._replace(sure=True), atoms[then].end, then + 1
    zones, unread = zones_of_figures(read.zone)
    phrase = Phrase(atoms[at].start, end, clock=one, clock_end=other, zones=zones)
    return phrase._replace(unread=unread, cued=read.certain), then


def _is_led(atoms: Atoms, at: int) -> bool:
    """Tell whether a preposition makes a clock sure: "в 18:40", "в 18.40", "к 9:30"."""
    if word_at(atoms, at - 1).isascii():
        return False
    foreign_in = _is_foreign_in(atoms, at - 1)
    led = foreign_in or name_at(atoms, at - 1) in {"by", "until"}
    if led and _fits(_WITH_COLON, atoms[at].raw):
        return True
    measured = kind_at(atoms, at + 1) in {"unit", "void"} or counts(atoms, at + 1)
    return foreign_in and not measured and has_minutes(atoms[at].raw)


def _is_foreign_in(atoms: Atoms, at: int) -> bool:
    """Tell whether a word stands there that leads months and clocks alike: "в"."""
    return kind_at(atoms, at) == "in" and not atoms[at].raw.isascii()


def _fits(written: str, raw: str) -> bool:
    return bool(_pattern(written).fullmatch(raw))


@cache
def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(written)
