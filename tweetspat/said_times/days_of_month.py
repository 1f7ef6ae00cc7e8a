"""Days whose month is not said: "samedi 16", "le 16 à 18h"."""

from collections.abc import Sequence

from tweetspat.said_times.atoms import Atom
from tweetspat.said_times.dates import day_number, kind_at, leads_a_date
from tweetspat.said_times.phrases import Date, Phrase

__all__ = ["day_of_month_piece"]

_ENDS = frozenset(("", "stop", "comma", "close", "at", "cue", "part"))
"""What behind a weekday and a number says that the number counts nothing."""

_OF_MONTH = frozenset(("числа", "число", "числу"))
_FIRST_ARABIC = "\u0600"
_CLOCKS = frozenset(("at", "cue"))


def day_of_month_piece(atoms: Sequence[Atom], at: int) -> tuple[Phrase, int] | None:
    """Read a weekday with its number, or a number that an article and a clock frame.

    Which month it is, the weekday or the sending says.
    """
    said = _of_this_month(atoms, at)
    if said:
        return said
    named = kind_at(atoms, at) == "weekday" and atoms[at].name in {"", "short"}
    then = at + named
    day = day_number(atoms, then)
    if day is None:
        return None
    if named:
        if kind_at(atoms, then + 1) not in _ENDS:
            return None
        on = Date(None, 0, day, weekday=int(atoms[at].number))
        return Phrase(atoms[at].start, atoms[then].end, on, cued=True), then + 1
    if not leads_a_date(atoms, at - 1) or kind_at(atoms, at + 1) not in _CLOCKS:
        return None
    figure = atoms[at + 2].figure if at + 2 < len(atoms) else None
    clock = figure is not None and (
        figure.kind == "clock" or kind_at(atoms, at + 3) in {"hours", "oclock"}
    )
    if not clock:
        return None
    on = Date(None, 0, day)
    return Phrase(atoms[at].start, atoms[at].end, on, cued=True), at + 1


def _of_this_month(atoms: Sequence[Atom], at: int) -> tuple[Phrase, int] | None:
    """Read "10-го числа", "ayın 15'inde", "15 الجاري", "15 من الشهر الجاري"."""
    led = at > 0 and atoms[at - 1].raw.lower() == "ayın"
    day = day_number(atoms, at)
    if day is None:
        return None
    then = at + 1
    while kind_at(atoms, then) in {"glue", "case"}:
        led = led or atoms[then].raw.lower() in _OF_MONTH
        then += 1
    month = kind_at(atoms, then) == "unit" and atoms[then].name == "month"
    this = kind_at(atoms, then + month) == "which" and not atoms[then + month].number
    if this and atoms[then + month].raw > _FIRST_ARABIC:
        led, then = True, then + month + 1
    if not led:
        return None
    on = Date(None, 0, day)
    return Phrase(atoms[at].start, atoms[then - 1].end, on, cued=True), then
