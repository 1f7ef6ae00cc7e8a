"""Days: "yesterday", "last Tuesday", "samedi 16", "le 16 à 18h", "10-го числа"."""

from tweetspat.said_times.figures import Clock
from tweetspat.said_times.phrases import Date, DayCount, Phrase, Weekday
from tweetspat.said_times.pieces.neighbours import (
    Atoms,
    Read,
    day_number,
    figure_at,
    is_foreign,
    kind_at,
    leads_a_date,
    name_at,
    past,
    word_at,
)

__all__ = ["day_of_month", "day_piece", "weekday_and_day", "weekday_piece"]

_TO = frozenset(("to", "thru", "a", "al", "au", "по"))
"""Words between the two ends of some days."""

_BETWEEN = ("and", "at", "bound", "glue", "dash", "slash", "case")
"""What stands between the two days of one night."""

_OPENING, _CLOSING = frozenset("«“„\"'‘"), frozenset("»”“\"'’")
_TITLES = frozenset("herr herrn frau mr mrs ms miss dr don doña sr sra señor".split())
_FIRST_NAME = "Domingo"

_ENDS = frozenset(("", "stop", "comma", "close", "at", "cue", "part"))
"""What behind a weekday and a number says that the number counts nothing."""

_OF_MONTH = frozenset(("числа", "число", "числу"))
_THE_MONTHS = "ayın"
_CLOCKS = frozenset(("at", "cue"))


def day_piece(atoms: Atoms, at: int) -> Read:
    """Read "yesterday", "tonight", "heute Abend"."""
    atom = atoms[at]
    if _is_quoted(atoms, at):
        return None
    on = DayCount(int(atom.number))
    return Phrase(atom.start, atom.end, on, part=atom.name), at + 1


def weekday_piece(atoms: Atoms, at: int) -> Read:
    """Read "Tuesday", "last Tuesday", "mardi dernier", "Monday to Wednesday"."""
    if _is_quoted(atoms, at):
        return None
    which, then = None, at
    if atoms[at].kind == "which":
        which, then = int(atoms[at].number), past(atoms, at + 1, "glue", most=2)
    if kind_at(atoms, then) != "weekday":
        return None
    end = then
    if which is None and kind_at(atoms, then + 1) == "which":
        which, end = int(atoms[then + 1].number), then + 1
    if _is_a_name(atoms, at, end):
        return None
    number, name = int(atoms[then].number), atoms[then].name
    unsure = name == "unsure" and which is None
    on = Weekday(number, which, name == "short", unsure)
    start, behind = atoms[at].start, end + 1
    if name == "noon":
        noon = Clock(12, half="m", sure=True)
        return Phrase(start, atoms[end].end, on, clock=noon, cued=True), behind
    part = "" if name in {"short", "unsure"} else name  # in its own word: Montagabend
    if which is not None or part:
        return Phrase(start, atoms[end].end, on, part=part), behind
    return _with_another(atoms, at, behind, on)


def _with_another(atoms: Atoms, at: int, behind: int, on: Weekday) -> Read:
    """Read the weekday that may follow one: "Monday to Wednesday"."""
    start, of_part = atoms[at].start, kind_at(atoms, at - 1) == "part"
    if of_part:
        night = name_at(atoms, at - 1) in {"night", "evening"}
        last, behind = _next_weekday(atoms, behind, on)
        on = on if night or last is None else last
    else:
        until, then = _to_weekday(atoms, behind)
        if until:
            return Phrase(start, atoms[then - 1].end, on, until), then
    return Phrase(start, atoms[behind - 1].end, on), behind


def _to_weekday(atoms: Atoms, at: int) -> tuple[Weekday | None, int]:
    """Read the last day of "Monday to Wednesday", "de lundi à mercredi"."""
    to = kind_at(atoms, at) in {"dash", "at"} or name_at(atoms, at) == "until"
    to = to or word_at(atoms, at) in _TO
    if not to and not (at < len(atoms) and atoms[at].joined):
        return None, at
    then = past(atoms, at + to, "glue")
    if kind_at(atoms, then) != "weekday" or atoms[then].name not in {"", "unsure"}:
        return None, at
    return Weekday(int(atoms[then].number)), then + 1


def _next_weekday(atoms: Atoms, at: int, first: Weekday) -> tuple[Weekday | None, int]:
    """Read the second day of "the night from Friday to Saturday"."""
    then = past(atoms, at, *_BETWEEN, most=3)
    if kind_at(atoms, then) != "weekday" or atoms[then].name:
        return None, at
    number = int(atoms[then].number)
    follows = number == (first.number + 1) % 7
    return (Weekday(number), then + 1) if follows else (None, at)


def _is_quoted(atoms: Atoms, at: int) -> bool:
    """Tell «Сегодня», a newspaper, from the day."""
    if not 0 < at < len(atoms) - 1 or not atoms[at].raw[:1].isupper():
        return False
    return atoms[at - 1].raw in _OPENING and atoms[at + 1].raw in _CLOSING


def _is_a_name(atoms: Atoms, first: int, last: int) -> bool:
    """Tell "The Friday Project" and "Mr. Friday" from the day."""
    before = word_at(atoms, first - 1)
    if before in _TITLES:
        return True
    if before != "the" and atoms[first].raw != _FIRST_NAME:
        return False
    return kind_at(atoms, last + 1) == "other" and atoms[last + 1].raw[:1].isupper()


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
