"""What stands at a place among a sentence's atoms; beyond its ends stands nothing."""

from collections.abc import Sequence
from typing import TypeAlias

from tweetspat.said_times.atoms import Atom
from tweetspat.said_times.figures import Figure
from tweetspat.said_times.phrases import Phrase

__all__ = [
    "Atoms",
    "Read",
    "counts",
    "day_number",
    "figure_at",
    "is_clock_unit",
    "is_foreign",
    "is_hours",
    "is_month",
    "is_year_word",
    "joins_dates",
    "kind_at",
    "leads_a_date",
    "name_at",
    "number_at",
    "past",
    "word_at",
    "year_at",
]

Atoms: TypeAlias = Sequence[Atom]
Read: TypeAlias = tuple[Phrase, int] | None
"""A piece of a phrase and the place behind it, or None where it is none."""

_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_YEAR_DIGITS = 4
_LAST_DAY = 31
_DAY_DIGITS = 2
_MOST = 6
_FIRST_ARABIC = "\u0600"
_NO_MONTHS = frozenset("may march mar dec jan sat sun wed fri".split())
"""Words that are no month in small letters."""

_ON = frozenset("on am le el dated vom dem den del zum".split())
"""Words that a date in figures follows."""


def kind_at(atoms: Atoms, at: int) -> str:
    """Return the kind of an atom, "" where none stands."""
    return atoms[at].kind if 0 <= at < len(atoms) else ""


def name_at(atoms: Atoms, at: int) -> str:
    """Return which of its kind an atom is, "" where none stands."""
    return atoms[at].name if 0 <= at < len(atoms) else ""


def word_at(atoms: Atoms, at: int) -> str:
    """Return an atom's first word in small letters, "" where none stands."""
    return atoms[at].raw.lower() if 0 <= at < len(atoms) else ""


def figure_at(atoms: Atoms, at: int) -> Figure | None:
    """Return what the figures can be that stand there."""
    return atoms[at].figure if 0 <= at < len(atoms) else None


def past(atoms: Atoms, at: int, *kinds: str, most: int = _MOST) -> int:
    """Return the place behind atoms of some kinds, which may be none."""
    end = at + most
    while at < end and kind_at(atoms, at) in kinds:
        at += 1
    return at


def number_at(atoms: Atoms, at: int) -> float | None:
    """Return the number that stands there, in figures or in words; else None."""
    if not 0 <= at < len(atoms):
        return None
    atom = atoms[at]
    if atom.kind == "number" and atom.name != "few":
        return atom.number
    read = atom.figure
    return read.numbers[0] if read and read.kind == "number" else None


def day_number(atoms: Atoms, at: int) -> int | None:
    """Return a day of a month: 10, 15th, 1er, "первого"."""
    if kind_at(atoms, at) == "number" and atoms[at].name == "ordinal":
        return int(atoms[at].number)
    read = figure_at(atoms, at)
    if read is None or read.kind not in {"number", "ordinal"}:
        return None
    day = read.numbers[0]
    return day if read.digits <= _DAY_DIGITS and 0 < day <= _LAST_DAY else None


def year_at(atoms: Atoms, at: int) -> int | None:
    """Return a year in four figures."""
    read = figure_at(atoms, at)
    if read is None or read.kind != "number" or read.digits != _YEAR_DIGITS:
        return None
    return read.numbers[0] if _FIRST_YEAR <= read.numbers[0] <= _LAST_YEAR else None


def is_foreign(atom: Atom) -> bool:
    """Tell an Arabic word, or one beyond it, from those of the other languages."""
    return atom.raw > _FIRST_ARABIC


def is_month(atoms: Atoms, at: int) -> bool:
    """Tell a month's name from the verbs "may" and "march", which are not capital."""
    if kind_at(atoms, at) != "month":
        return False
    raw = atoms[at].raw
    return raw[0].isupper() or raw.lower() not in _NO_MONTHS


def is_year_word(atoms: Atoms, at: int, *, before: bool = False) -> bool:
    """Tell whether a word stands there that says of figures that they are a year.

    The unit itself does so behind them ("2013 год"), before them in Arabic only.
    """
    kind = kind_at(atoms, at)
    if kind == "unit" and (not before or is_foreign(atoms[at])):
        return atoms[at].name == "year" and atoms[at].number == 1
    return kind == "year_word"


def is_clock_unit(atoms: Atoms, at: int) -> bool:
    """Tell whether a unit leads a clock, as in "saat 15"."""
    if kind_at(atoms, at) != "unit" or number_at(atoms, at - 1) is not None:
        return False
    return atoms[at].name == "hour" and atoms[at].number == 1


def is_hours(atoms: Atoms, at: int, hour: int) -> bool:
    """Tell whether hours stand there and not the "hour" that a zone follows."""
    hours = kind_at(atoms, at) == "hours"
    return hours and (hour <= 1 or atoms[at].raw.lower() not in {"heure", "hora"})


def counts(atoms: Atoms, at: int) -> bool:
    """Tell whether a word stands there that a number before it counts."""
    return kind_at(atoms, at) == "other" and atoms[at].name == "counted"


def leads_a_date(atoms: Atoms, at: int) -> bool:
    """Tell whether a word stands there that a date follows."""
    return word_at(atoms, at) in _ON and atoms[at].kind != "half"


def joins_dates(atoms: Atoms, at: int) -> bool:
    """Tell whether words or a sign stand there that join two ends of some days."""
    kind = kind_at(atoms, at)
    return kind in {"and", "dash"} or (kind == "bound" and atoms[at].name == "until")
