"""Weeks, months and years: "last week", "in 2013", "in March 2016", "mois dernier"."""

from tweetspat.said_times.lexicon import UnitName
from tweetspat.said_times.phrases import Period, Phrase
from tweetspat.said_times.pieces.dates import BEHIND_NO_YEAR, year_behind
from tweetspat.said_times.pieces.neighbours import (
    Atoms,
    Read,
    counts,
    is_month,
    is_year_word,
    kind_at,
    name_at,
    year_at,
)

__all__ = ["counted_period", "named_period"]

_MARKS = frozenset(("in", "ahead_before", "bound", "year_word"))
"""What before a month or a year alone says that it is meant."""

_UNITS: dict[str, UnitName] = {"week": "week", "month": "month", "year": "year"}


def counted_period(atoms: Atoms, at: int) -> Read:
    """Read a unit or a month with "last", "this" or "next" beside it."""
    kinds = kind_at(atoms, at), kind_at(atoms, at + 1)
    if "which" not in kinds:
        return None
    which, noun = (at, at + 1) if kinds[0] == "which" else (at + 1, at)
    period = _counted(atoms, noun, int(atoms[which].number))
    if period is None:
        return None
    return Phrase(atoms[at].start, atoms[at + 1].end, period=period), at + 2


def _counted(atoms: Atoms, at: int, which: int) -> Period | None:
    """Return a month by its name, or a unit, counted from the present one."""
    kind = kind_at(atoms, at)
    if kind == "month" and is_month(atoms, at):
        return Period("month", which, month=int(atoms[at].number))
    unit = _UNITS.get(atoms[at].name) if kind == "unit" else None
    return Period(unit, which) if unit and atoms[at].number >= 0 else None


def named_period(atoms: Atoms, at: int) -> Read:
    """Read a month or a year that a preposition, a bound or a year word marks."""
    then = at
    while is_year_word(atoms, then, before=True):
        then += 1
    marked = then > at or _is_marked(atoms, at)
    if is_month(atoms, then):
        return _month(atoms, at, then, marked=marked)
    year = year_at(atoms, then)
    if year is None:
        return None
    end = then + 1
    if is_year_word(atoms, end):
        end, marked = end + 1, True
    elif kind_at(atoms, end) == "case" and atoms[end].joined:
        at_it = atoms[end].name == "at" or kind_at(atoms, end + 1) == "bound_behind"
        marked = marked or at_it
    if not marked or kind_at(atoms, end) in BEHIND_NO_YEAR:
        return None
    if year % 50 == 0 and counts(atoms, end) and end == then + 1:
        return None  # "in 2000 Orten"
    period = Period("year", year=year)
    return Phrase(atoms[at].start, atoms[end - 1].end, period=period), end


def _is_marked(atoms: Atoms, at: int) -> bool:
    """Tell whether what is before a month or a year says that it is meant."""
    before = kind_at(atoms, at - 1)
    year = before == "unit" and name_at(atoms, at - 1) == "year"
    leads = kind_at(atoms, at - 2) in {"", "glue", "in", "ahead_before"}
    return before in _MARKS or (year and leads)


def _month(atoms: Atoms, at: int, then: int, *, marked: bool) -> Read:
    year, behind = year_behind(atoms, then + 1)
    case = kind_at(atoms, behind) == "case" and atoms[behind].joined
    marked = marked or case or atoms[then].name == "in"
    if year is None and kind_at(atoms, behind) == "year_word":  # "Mart ayında"
        behind, marked = behind + 1, True
    if year is None and not marked:
        return None
    period = Period("month", year=year, month=int(atoms[then].number))
    return Phrase(atoms[at].start, atoms[behind - 1].end, period=period), behind
