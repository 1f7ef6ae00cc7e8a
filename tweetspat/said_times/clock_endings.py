"""What makes a clock of figures that are none alone: endings, hyphens, minutes.

Turkish says it by an ending ("17.00'de"), Russian writes "в 19-30", Arabic counts
minutes behind the hour.
"""

import re
from collections.abc import Sequence

from tweetspat.said_times.atoms import Atom
from tweetspat.said_times.dates import counts, kind_at, number_at
from tweetspat.said_times.figures import Clock, Figure
from tweetspat.said_times.phrases import Phrase

__all__ = [
    "LOOSE",
    "firm",
    "hyphened",
    "is_cue",
    "is_in",
    "is_led",
    "is_loose",
    "minutes_at",
    "of_day",
    "with_case",
]

LOOSE = -1
"""Stands for the seconds of a number that nothing makes a clock yet."""

_WITH_COLON = re.compile(r"(?:[012]\d|[4-9]):\d\d")
_WITH_SIGN = re.compile(r"[012]\d[:.]\d\d")
_BEFORE_HYPHENED = frozenset(("в", "с", "до", "к", "на", "после", "около"))
_LAST_HOUR = 24
_FIRST_ARABIC = "\u0600"


def is_loose(clock: Clock) -> bool:
    """Whether it is a number that nothing makes a clock yet."""
    return clock.second == LOOSE


def firm(clock: Clock) -> Clock:
    """Return a clock of what was only a number."""
    return clock._replace(second=None) if is_loose(clock) else clock


def is_cue(atoms: Sequence[Atom], at: int) -> bool:
    """Tell whether a unit leads a clock, as in "saat 15"."""
    if kind_at(atoms, at) != "unit" or number_at(atoms, at - 1) is not None:
        return False
    return atoms[at].name == "hour" and atoms[at].number == 1


def with_case(
    atoms: Sequence[Atom], at: int, phrase: Phrase, behind: int
) -> tuple[Phrase, int]:
    """Read the ending that makes a clock of "17.00'de", "akşam 8'de", "8.30'dan"."""
    clock, case = phrase.clock, atoms[at].name
    if kind_at(atoms, behind) == "case" and (
        atoms[behind].joined or atoms[behind].name == "about"
    ):
        case = atoms[behind].name
        behind += case != "from"
    elif case != "at" or atoms[at].kind != "number":
        return phrase, behind
    if clock is None:
        return phrase, behind
    if is_loose(clock):
        before = atoms[at - 1] if at else None
        led = before is not None and before.raw == "عند"
        told = before and (
            before.kind == "part" or (before.kind == "day" and before.name)
        )
        if told or led:
            clock = firm(clock)._replace(sure=True)
    elif case == "at" and _WITH_SIGN.fullmatch(atoms[at].raw):
        priced = any(atom.kind == "price" for atom in atoms)
        clock = clock._replace(sure=clock.sure or not priced)
    return phrase._replace(end=atoms[behind - 1].end, clock=clock, cued=True), behind


def is_in(atoms: Sequence[Atom], at: int) -> bool:
    """Tell whether a word stands there that leads months and clocks alike: "в"."""
    return kind_at(atoms, at) == "in" and not atoms[at].raw.isascii()


def is_led(atoms: Sequence[Atom], at: int) -> bool:
    """Tell whether a preposition makes a clock sure: "в 18:40", "в 18.40", "к 9:30"."""
    raw, before = atoms[at].raw, atoms[at - 1] if at else None
    bound = before is not None and before.name in {"by", "until"}
    if before is None or before.raw.isascii():
        return False
    if (bound or is_in(atoms, at - 1)) and _WITH_COLON.fullmatch(raw):
        return True
    measured = kind_at(atoms, at + 1) in {"unit", "void"} or counts(atoms, at + 1)
    return is_in(atoms, at - 1) and not measured and bool(_WITH_SIGN.fullmatch(raw))


def hyphened(atoms: Sequence[Atom], at: int, read: Figure) -> tuple[Phrase, int] | None:
    """Read "в 19-30", as Russian has it; "на 10-30 минут" is none."""
    before = atoms[at - 1].raw.lower() if at else ""
    minutes = atoms[at].raw[-2:]
    if before not in _BEFORE_HYPHENED or minutes not in {"00", "15", "30", "45"}:
        return None
    if counts(atoms, at + 1) or kind_at(atoms, at + 1) in {"unit", "hours", "month"}:
        return None
    clock = Clock(read.numbers[0], read.numbers[1], sure=True)
    if clock.hour >= _LAST_HOUR:
        return None
    return Phrase(atoms[at].start, atoms[at].end, clock=clock, cued=True), at + 1


def minutes_at(atoms: Sequence[Atom], at: int) -> tuple[int, int]:
    """Read the minutes behind an hour: "وثماني دقائق"; 0 without."""
    then = at + (kind_at(atoms, at) == "and")
    number = number_at(atoms, then)
    unit = atoms[then + 1] if kind_at(atoms, then + 1) == "unit" else None
    if number is None or unit is None or unit.name != "minute":
        return 0, at
    arabic = unit.raw > _FIRST_ARABIC and number < 60  # noqa: PLR2004
    return (int(number), then + 2) if arabic else (0, at)


def of_day(atoms: Sequence[Atom], at: int) -> bool:
    """Tell "للمرة الثالثة صباح اليوم" from "الثالثة صباحا اليوم"."""
    led = kind_at(atoms, at - 2) in {"bound", "in"} and atoms[at - 1].name == "at"
    adverb = atoms[at].raw[-1] in "اً" or led
    return not adverb and kind_at(atoms, at + 1) in {"day", "weekday"}
