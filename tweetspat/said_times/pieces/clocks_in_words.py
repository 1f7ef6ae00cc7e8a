"""Numbers that words around them make clocks: "um halb acht", "20 Uhr 30"."""

from tweetspat.said_times.figures import LOOSE, Clock, hour_and_minute
from tweetspat.said_times.phrases import Phrase
from tweetspat.said_times.pieces.clocks_in_figures import LEADING, hours_as_clock
from tweetspat.said_times.pieces.neighbours import (
    Atoms,
    Read,
    counts,
    figure_at,
    is_hours,
    kind_at,
    number_at,
    past,
)

__all__ = ["clock_in_words"]

_MILITARY_DIGITS = 4
_LAST_HOUR = 24
_MINUTES = 60
_FEW = 10
_FIRST_YEAR, _LAST_YEAR = 1900, 2099


def clock_in_words(atoms: Atoms, at: int, *, cued: bool) -> Read:
    """Read a number that words around it make a clock.

    Args:
        atoms: those of the sentence.
        at: where the number begins, or the "half past" before it.
        cued: words before it say that a clock follows.
    """
    then, minutes = at, 0
    if kind_at(atoms, at) == "past":
        then, minutes = past(atoms, at + 1, "glue"), int(atoms[at].number)
    number = number_at(atoms, then)
    if number is None or number != int(number):
        return None
    read, hour = figure_at(atoms, then), int(number)
    if read and read.digits == _MILITARY_DIGITS:
        return _military(atoms, at, then)
    if hour > _LAST_HOUR:
        return None
    if then == at:
        return _hour(atoms, at, hour, cued=cued)
    total = hour * _MINUTES + minutes
    if total < 0:
        return None
    clock = Clock(*divmod(total, _MINUTES), sure=True)
    return _with_sign(atoms, at, then + 1, clock, cued=True)


def _military(atoms: Atoms, at: int, then: int) -> Read:
    """Read "1041 hours"; without a word beside it, it may be a year."""
    number = int(number_at(atoms, then) or 0)
    clock = hour_and_minute(number)
    start, end = atoms[at].start, then + 1
    if clock is None:
        return None
    led = kind_at(atoms, at - 1)
    if kind_at(atoms, end) == "half" and led not in LEADING:
        return None  # a radio station: 1010 AM
    hours = kind_at(atoms, end) in {"unit", "hours"} and atoms[end].name == "hour"
    if hours or kind_at(atoms, end) == "clock":
        return Phrase(start, atoms[end].end, clock=clock, cued=True), end + 1
    year = _FIRST_YEAR <= number <= _LAST_YEAR
    cued = led == "glue" and atoms[at - 1].raw.isascii()
    cued = cued and not year and not counts(atoms, end)
    clock = clock._replace(sure=False)
    return Phrase(start, atoms[then].end, clock=clock, cued=cued), end


def _hour(atoms: Atoms, at: int, hour: int, *, cued: bool) -> Read:
    if is_hours(atoms, at + 1, hour) and not atoms[at + 1].joined:
        return _number_of_hours(atoms, at, hour, cued=cued)
    return _with_sign(atoms, at, at + 1, Clock(hour, 0, LOOSE), cued=cued)


def _with_sign(atoms: Atoms, at: int, end: int, clock: Clock, *, cued: bool) -> Read:
    """Read the "Uhr" behind a number, and the minutes behind that."""
    if kind_at(atoms, end) == "clock":
        if atoms[end].joined:  # "die 20-Uhr-Nachrichten"
            return None
        clock, end = clock.firm(sure=True), end + 1
        minute = number_at(atoms, end) if kind_at(atoms, end) == "figure" else None
        if minute is not None and minute < _MINUTES:
            clock, end = clock._replace(minute=int(minute)), end + 1
            end += kind_at(atoms, end) in {"clock", "unit"}
    return Phrase(atoms[at].start, atoms[end - 1].end, clock=clock, cued=cued), end


def _number_of_hours(atoms: Atoms, at: int, hour: int, *, cued: bool) -> Read:
    """Read "20 heures", "20 h 30"."""
    start, end = atoms[at].start, at + 2
    minute = number_at(atoms, end)
    figures = kind_at(atoms, end) == "figure" or _spells_minutes(atoms, end)
    led = atoms[at + 1].raw[0] <= "z" or kind_at(atoms, at - 1) in LEADING
    if minute is not None and minute < _MINUTES and figures and led:
        end += 1 + (kind_at(atoms, end + 1) == "unit")
        clock = Clock(hour, int(minute), sure=True)
        return Phrase(start, atoms[end - 1].end, clock=clock, cued=True), end
    some = Clock(hour) if cued else hours_as_clock(atoms, at, end, Clock(hour))
    if some is None:
        return None
    told = cued or some.sure or kind_at(atoms, at) == "figure"
    if not told and kind_at(atoms, end) not in {"half", "part"}:
        return None
    return Phrase(start, atoms[end - 1].end, clock=some, cued=True), end


def _spells_minutes(atoms: Atoms, at: int) -> bool:
    """Tell the minutes of "à quinze heures trente" from what follows a clock."""
    few = (number_at(atoms, at) or 0) < _FEW
    led = kind_at(atoms, at - 3) in {"at", "cue"}
    behind = kind_at(atoms, at + 1) in {"unit", "hours", "number"}
    return led and not few and not behind and not counts(atoms, at + 1)
