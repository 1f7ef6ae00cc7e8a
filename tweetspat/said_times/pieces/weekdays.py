"""Days by their names: "yesterday", "tonight", "last Tuesday", "mardi dernier"."""

from tweetspat.said_times.figures import Clock
from tweetspat.said_times.phrases import DayCount, Phrase, Weekday
from tweetspat.said_times.pieces.neighbours import (
    Atoms,
    Read,
    kind_at,
    name_at,
    past,
    word_at,
)

__all__ = ["day_piece", "weekday_piece"]

_TO = frozenset(("to", "thru", "a", "al", "au", "по"))
"""Words between the two ends of some days."""

_BETWEEN = ("and", "at", "bound", "glue", "dash", "slash", "case")
"""What stands between the two days of one night."""

_OPENING, _CLOSING = frozenset("«“„\"'‘"), frozenset("»”“\"'’")
_TITLES = frozenset("herr herrn frau mr mrs ms miss dr don doña sr sra señor".split())
_FIRST_NAME = "Domingo"


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
