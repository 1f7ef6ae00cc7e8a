"""Stretches counted from the sending: "three hours ago", "in 20 minutes"."""

import re
from functools import cache

from tweetspat.said_times.lexicon import UnitName
from tweetspat.said_times.phrases import Ago, Phrase
from tweetspat.said_times.pieces.neighbours import (
    Atoms,
    Read,
    figure_at,
    kind_at,
    name_at,
    number_at,
    past,
    word_at,
)

__all__ = ["ago_piece"]

_LEADS = {"ago_before": False, "ahead_before": True, "later_before": True}
_ENDS = {"ago": False, "ahead": True, "later": True}
"""Kinds of what stands before a stretch and behind it, and whether it is to come."""

_SOME = -1.0
_YEAR_DIGITS = 4
_GREEK = "\u0370"
"""What is before it is Latin."""

_OF = frozenset(("de", "d", "من"))
_UNITS: dict[str, UnitName] = {
    **dict.fromkeys(("second",), "second"),
    **dict.fromkeys(("h", "hr", "hrs", "hs", "std", "hour"), "hour"),
    **dict.fromkeys(("min", "mins", "mn", "m", "minute"), "minute"),
    **dict.fromkeys(("j", "d", "day"), "day"),
    "week": "week",
    "month": "month",
    "year": "year",
}
_FINE = frozenset(("second", "minute", "hour"))


def ago_piece(atoms: Atoms, at: int) -> Read:
    """Read "three hours ago", "il y a deux heures", "in 20 minutes"."""
    lead = _LEADS.get(atoms[at].kind)
    if atoms[at].kind == "bound" and atoms[at].number:
        lead = atoms[at].number > 0
    read = _amount(atoms, at + (lead is not None))
    if read is None:
        return None
    amount, unit, then = read
    if lead is not None and _lasts(atoms, at, then, unit):
        return None
    if _is_counted_from_elsewhere(atoms, at, then):
        return None
    if lead is None:
        lead = _ENDS.get(kind_at(atoms, then))
        then += 1
    elif kind_at(atoms, then) == "ago":
        then += 1
    if lead is None:
        return None
    start, end = atoms[at].start, atoms[then - 1].end
    return Phrase(start, end, ago=Ago(amount, unit, lead)), then


def _lasts(atoms: Atoms, at: int, then: int, unit: UnitName) -> bool:
    """Tell a stretch that something takes: "il y a 5 minutes d'attente".

    "In 48 hours" is to come only where words look ahead or begin with it.
    """
    lead = word_at(atoms, at)
    if atoms[at].kind == "ago_before" or not lead.isascii():
        return word_at(atoms, then) in _OF
    if lead not in {"in", "en"}:
        return False
    kinds = {atom.kind for atom in atoms}
    return "will" not in kinds and (at > 0 or "was" in kinds or unit not in _FINE)


def _is_counted_from_elsewhere(atoms: Atoms, at: int, then: int) -> bool:
    """Tell "через час после взрыва", "depremden iki saat sonra", a tale's "later"."""
    if kind_at(atoms, at - 1) == "then" or kind_at(atoms, then + 1) == "then":
        return True
    if kind_at(atoms, then) == "then" or name_at(atoms, then) == "after":
        return True
    later = kind_at(atoms, then) == "later" or atoms[at].kind == "later_before"
    if not later and not (atoms[at].kind == "bound" and atoms[at].number > 0):
        return False
    kinds = {atom.kind for atom in atoms}
    return "was" in kinds and "will" not in kinds


def _amount(atoms: Atoms, at: int) -> tuple[float | None, UnitName, int] | None:
    """Read a number and its unit; "half an hour", "two and a half hours", "Stunde"."""
    then = past(atoms, at, "glue", most=2)
    attached = _attached(atoms, then) or _turned(atoms, then)
    if attached:
        return attached
    counted = _count(atoms, then)
    if counted is None:
        return None
    number, then = counted
    few = number < 0
    then = past(atoms, then, "glue", "in", most=at + 5 - then)
    extra = 0.0
    if kind_at(atoms, then) == "add":
        extra, then = atoms[then].number / 60, then + 1
    one = kind_at(atoms, then) == "number" and atoms[then].number == 1
    then += one and 0 < number < 1  # "half an hour"
    if kind_at(atoms, then) not in {"unit", "hours"}:
        return None
    unit = _UNITS[atoms[then].name]
    if atoms[then].number > 0 and number == 1.0:
        number = atoms[then].number  # a dual, as the Arabic "two hours"
    then += 1
    if kind_at(atoms, then) == "add":
        extra, then = atoms[then].number / 60, then + 1
    return None if few else number + extra, unit, then


def _attached(atoms: Atoms, at: int) -> tuple[float, UnitName, int] | None:
    """Read figures with their unit: 2h, 1h30, 20min, 3j."""
    raw = atoms[at].raw if at < len(atoms) else ""
    if not raw[:1].isdigit() or not raw.isalnum() or raw.isdecimal():
        return None
    found = _with_unit().fullmatch(raw)
    if not found:
        return None
    hours = int(found[2]) / 60 if found[2] else 0
    return int(found[1]) + hours, _UNITS[found[3] or "h"], at + 1


def _turned(atoms: Atoms, at: int) -> tuple[float, UnitName, int] | None:
    """Read "минут 20 назад": about so many."""
    if kind_at(atoms, at) not in {"unit", "hours"} or kind_at(atoms, at + 2) != "ago":
        return None
    about = number_at(atoms, at + 1)
    return None if about is None else (about, _UNITS[atoms[at].name], at + 2)


def _count(atoms: Atoms, at: int) -> tuple[float, int] | None:
    """Return how many units are said, -1 for some, and the place of the unit."""
    if kind_at(atoms, at) == "number" and atoms[at].name == "few":
        return _SOME, at + 1
    number = number_at(atoms, at)
    if number is not None:
        return number, at + 1
    if kind_at(atoms, at) not in {"unit", "hours"} or _names_year(atoms, at):
        return None
    if number_at(atoms, at - 1) is not None:
        return None
    latin = max(atoms[at].raw) < _GREEK
    if latin and not atoms[at].number:
        return None  # "days ago" are no count
    return atoms[at].number or 1.0, at


def _names_year(atoms: Atoms, at: int) -> bool:
    """Tell "منذ عام 2011" from a year that counts."""
    read = figure_at(atoms, at + 1)
    return atoms[at].name == "year" and read is not None and read.digits == _YEAR_DIGITS


@cache
def _with_unit() -> re.Pattern[str]:
    return re.compile(r"(\d+)(?:[hH]([0-5]\d)|(hr?s?|std|min|mins|mn|m|j|d))")
