"""Days whose month is not said: "samedi 16", "le 16 à 18h", "10-го числа"."""

from tweetspat.said_times.phrases import Date, Phrase
from tweetspat.said_times.pieces.neighbours import (
    Atoms,
    Read,
    day_number,
    figure_at,
    is_foreign,
    kind_at,
    leads_a_date,
    name_at,
    word_at,
)

__all__ = ["day_of_month", "weekday_and_day"]

_ENDS = frozenset(("", "stop", "comma", "close", "at", "cue", "part"))
"""What behind a weekday and a number says that the number counts nothing."""

_OF_MONTH = frozenset(("числа", "число", "числу"))
_THE_MONTHS = "ayın"
_CLOCKS = frozenset(("at", "cue"))


def weekday_and_day(atoms: Atoms, at: int) -> Read:
    """Read a weekday with its number; together they say which month it is."""
    if atoms[at].name not in {"", "short"}:
        return None
    day = day_number(atoms, at + 1)
    if day is None or kind_at(atoms, at + 2) not in _ENDS:
        return None
    on = Date(None, 0, day, weekday=int(atoms[at].number))
    return Phrase(atoms[at].start, atoms[at + 1].end, on, cued=True), at + 2


def day_of_month(atoms: Atoms, at: int) -> Read:
    """Read "10-го числа", "ayın 15'inde", "15 الجاري", and the 16 of "le 16 à 18h"."""
    day = day_number(atoms, at)
    if day is None:
        return None
    then = _behind_its_month(atoms, at)
    if not then:
        framed = leads_a_date(atoms, at - 1) and _is_clock(atoms, at + 1)
        then = at + 1 if framed else 0
    if not then:
        return None
    on = Date(None, 0, day)
    return Phrase(atoms[at].start, atoms[then - 1].end, on, cued=True), then


def _behind_its_month(atoms: Atoms, at: int) -> int:
    """Return the place behind a day and words for this month; 0 without such words."""
    led = word_at(atoms, at - 1) == _THE_MONTHS
    then = at + 1
    while kind_at(atoms, then) in {"glue", "case"}:
        led = led or word_at(atoms, then) in _OF_MONTH
        then += 1
    month = kind_at(atoms, then) == "unit" and name_at(atoms, then) == "month"
    which = then + month
    this = kind_at(atoms, which) == "which" and not atoms[which].number
    if this and is_foreign(atoms[which]):
        return which + 1
    return then if led else 0


def _is_clock(atoms: Atoms, at: int) -> bool:
    """Tell whether a preposition and a clock in figures stand there."""
    read = figure_at(atoms, at + 1) if kind_at(atoms, at) in _CLOCKS else None
    if read is None:
        return False
    return read.kind == "clock" or kind_at(atoms, at + 2) in {"hours", "clock"}
