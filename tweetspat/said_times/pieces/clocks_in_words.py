"""Words that make clocks: "um halb acht", "20 Uhr 30", "9 pm", "et demie", "8'de"."""

from tweetspat.said_times.figures import LOOSE, Clock, hour_and_minute
from tweetspat.said_times.phrases import Phrase
from tweetspat.said_times.pieces.clocks_in_figures import (
    LEADING,
    has_minutes,
    hours_as_clock,
)
from tweetspat.said_times.pieces.neighbours import (
    Atoms,
    Read,
    counts,
    figure_at,
    is_foreign,
    is_hours,
    kind_at,
    name_at,
    number_at,
    past,
    word_at,
)

__all__ = ["clock_in_words", "with_case", "with_half"]

_MILITARY_DIGITS = 4
_LAST_HOUR = 24
_MINUTES = 60
_FEW = 10
_FEW_HOURS = 5
_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_NOON = 12
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
        sure = cued or hour >= _FEW_HOURS or kind_at(atoms, at - 1) in LEADING
        clock = Clock(hour, int(minute), sure=sure)  # "2 h 30" may be a duration
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
    if not half and clock.loose and then == at and _is_led(atoms, at):
        clock = clock._replace(half=_HALVES[atoms[at].name]).firm(sure=True)
    if half:
        halved = _halved(clock, half, atoms[then].raw.replace(".", "").lower())
        if halved is None:
            return None
        clock, then = halved, then + 1
    end = atoms[then - 1].end if then > at else phrase.end
    return phrase._replace(end=end, clock=clock), then


def _is_led(atoms: Atoms, at: int) -> bool:
    """Tell "since 7 this morning" from "killed 7 this morning"."""
    led = (
        kind_at(atoms, at - 2) in {"bound", "cue", "at"}
        or word_at(atoms, at - 2) == "at"
    )
    return led and kind_at(atoms, at) == "day" and atoms[at].name in _HALVES


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
