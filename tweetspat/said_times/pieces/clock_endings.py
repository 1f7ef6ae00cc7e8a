"""What follows a clock: "pm", "in the morning", "Uhr", "et demie", "17.00'de"."""

from tweetspat.said_times.figures import Clock
from tweetspat.said_times.phrases import Phrase
from tweetspat.said_times.pieces.clocks_in_figures import has_minutes
from tweetspat.said_times.pieces.neighbours import (
    Atoms,
    Read,
    counts,
    is_foreign,
    is_hours,
    kind_at,
    name_at,
    number_at,
)

__all__ = ["with_case", "with_half"]

_LAST_HOUR, _NOON = 24, 12
_MINUTES = 60
_AT = "عند"
_ADVERBS = "اً"
"""An Arabic part of the day ends so where it follows a clock."""

_HALVES = {
    "early": "a",
    "small_hours": "a",
    "dawn": "a",
    "morning": "a",
    "afternoon": "p",
    "evening": "p",
    "night": "n",
}


def with_case(atoms: Atoms, at: int, phrase: Phrase, behind: int) -> tuple[Phrase, int]:
    """Read the ending that makes a clock of "17.00'de", "akşam 8'de", "8.30'dan".

    Args:
        atoms: those of the sentence.
        at: where the figures stand.
        phrase: what is read of them.
        behind: the place behind them.
    """
    clock, case = phrase.clock, name_at(atoms, at)
    if kind_at(atoms, behind) == "case" and (
        atoms[behind].joined or atoms[behind].name == "about"
    ):
        case = atoms[behind].name
        behind += case != "from"
    elif case != "at" or atoms[at].kind != "number":
        return phrase, behind
    if clock is None:
        return phrase, behind
    if clock.loose:
        if _is_told(atoms, at - 1):
            clock = clock.firm(sure=True)
    elif case == "at" and has_minutes(atoms[at].raw):
        priced = any(atom.kind == "price" for atom in atoms)
        clock = clock._replace(sure=clock.sure or not priced)
    return phrase._replace(end=atoms[behind - 1].end, clock=clock, cued=True), behind


def _is_told(atoms: Atoms, at: int) -> bool:
    """Tell whether what stands before a number with an ending makes it a clock."""
    kind = kind_at(atoms, at)
    if kind == "day":
        return bool(atoms[at].name) or atoms[at].raw == _AT
    return kind == "part" or (at >= 0 and atoms[at].raw == _AT)


def with_half(atoms: Atoms, phrase: Phrase, at: int) -> Read:
    """Add what follows a clock: minutes in words, "Uhr", the half of the day."""
    if phrase.clock is None or phrase.clock_end:
        return phrase, at
    clock, then = _with_minutes(atoms, phrase.clock, at)
    sign = kind_at(atoms, then) == "clock" or is_hours(atoms, then, _LAST_HOUR)
    if sign and not clock.loose:
        if atoms[then].joined:
            return None
        clock, then = clock._replace(sure=True), then + 1
    half = _half_at(atoms, then, loose=clock.loose)
    if half:
        halved = _halved(clock, half, atoms[then].raw.replace(".", "").lower())
        if halved is None:
            return None
        clock, then = halved, then + 1
    end = atoms[then - 1].end if then > at else phrase.end
    return phrase._replace(end=end, clock=clock), then


def _with_minutes(atoms: Atoms, clock: Clock, at: int) -> tuple[Clock, int]:
    """Add the minutes of "et demie" and of "وثماني دقائق"."""
    counted = kind_at(atoms, at + 1) == "unit" or counts(atoms, at + 1)
    if kind_at(atoms, at) == "add" and not (clock.loose and counted):
        total = clock.hour * _MINUTES + clock.minute + int(atoms[at].number)
        hour, minute = divmod(total, _MINUTES)
        sure = clock.sure or clock.loose
        clock, at = Clock(hour, minute, None, clock.half, sure), at + 1
    minutes, then = _arabic_minutes(atoms, at)
    if minutes and not clock.minute and not clock.loose:
        return clock._replace(minute=minutes), then
    return clock, at


def _arabic_minutes(atoms: Atoms, at: int) -> tuple[int, int]:
    """Read the minutes behind an hour; 0 without."""
    then = at + (kind_at(atoms, at) == "and")
    number = number_at(atoms, then)
    if number is None or kind_at(atoms, then + 1) != "unit":
        return 0, at
    unit = atoms[then + 1]
    minutes = unit.name == "minute" and is_foreign(unit) and number < _MINUTES
    return (int(number), then + 2) if minutes else (0, at)


def _half_at(atoms: Atoms, at: int, *, loose: bool) -> str:
    """Return which half of the day stands there: "pm", "in the morning"; else ""."""
    kind = kind_at(atoms, at)
    if kind == "half":
        return atoms[at].name
    if kind == "moment" and is_foreign(atoms[at]):
        return "p" if atoms[at].number == _NOON * _MINUTES else ""
    if kind != "part":
        return ""
    several = atoms[at].end - atoms[at].start > len(atoms[at].raw)
    foreign = is_foreign(atoms[at]) and not (loose and _is_of_day(atoms, at))
    return _HALVES.get(atoms[at].name, "") if several or foreign else ""


def _is_of_day(atoms: Atoms, at: int) -> bool:
    """Tell "للمرة الثالثة صباح اليوم" from "الثالثة صباحا اليوم"."""
    if atoms[at].raw[-1] in _ADVERBS:
        return False
    if kind_at(atoms, at - 2) in {"bound", "in"} and name_at(atoms, at - 1) == "at":
        return False
    return kind_at(atoms, at + 1) in {"day", "weekday"}


def _halved(clock: Clock, half: str, said: str) -> Clock | None:
    """Return a clock of one half of the day; None where it has no such hour."""
    if half == "d":
        half = "p" if clock.hour == _NOON else "a"
    if half in {"a", "p"} and not 0 < clock.hour <= _NOON:
        if half == "a" or clock.hour == 0 or said in {"am", "pm"}:
            return None
        half = ""  # "в 15 часов дня"
    return clock._replace(half=half).firm(sure=True)
