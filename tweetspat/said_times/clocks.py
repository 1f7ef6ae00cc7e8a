"""Clocks: 13:55, 9 p.m., half past nine, 0600Z, from 10 to 12, noon."""

import re
from collections.abc import Sequence

from tweetspat.said_times.atoms import Atom
from tweetspat.said_times.clock_endings import (
    LOOSE,
    firm,
    hyphened,
    is_cue,
    is_in,
    is_led,
    is_loose,
    minutes_at,
    of_day,
    with_case,
)
from tweetspat.said_times.dates import counts, kind_at, number_at
from tweetspat.said_times.figures import Clock, Figure, hour_and_minute
from tweetspat.said_times.phrases import Phrase
from tweetspat.said_times.places import offset_names

__all__ = ["clock_piece", "moment_piece"]

_LEADING = frozenset(("glue", "cue", "at", "in", "bound"))
_LAST_HOUR = 24
_NOON = 12
_MORNING = 6
_HOURS = re.compile(r"\d{1,2}(?:h[0-5]\d|h|hs)", re.IGNORECASE)
_MILITARY_DIGITS = 4
_FIRST_ARABIC = "\u0600"
_FIRST_YEAR, _LAST_YEAR = 1900, 2099

Read = tuple[Phrase, int] | None


def clock_piece(atoms: Sequence[Atom], at: int) -> Read:
    """Read a clock or two ends of a stretch.

    A number alone is a clock only with a word or sign that makes it one.
    """
    first = _clock(atoms, at)
    if first is None:
        return None
    phrase, then = first
    if phrase.clock_end is None and _joins(atoms, then):
        after = then + (kind_at(atoms, then) not in {"cue", "number"})
        second = _clock(atoms, after) or moment_piece(atoms, after)
        if second and second[0].clock and second[0].clock_end is None:
            between = kind_at(atoms, second[1]) == "bound_behind"
            ranged = between or _ranged(atoms, at, then)
            both = _both(phrase, second[0], ranged=ranged)
            if both:
                return both, second[1]
    if phrase.clock and is_loose(phrase.clock):
        return None
    return first


def _joins(atoms: Sequence[Atom], at: int) -> bool:
    kind = kind_at(atoms, at)
    until = kind == "bound" and atoms[at].name == "until"
    from_ = kind == "case" and atoms[at].name == "from"
    from_ = from_ or (kind == "number" and atoms[at].raw[0] == "و")  # "and three"
    return kind in {"and", "dash", "at", "cue"} or until or from_


def _ranged(atoms: Sequence[Atom], at: int, then: int) -> bool:
    """Tell whether words or signs say that two clocks are the ends of a stretch."""
    before = at - 1
    while kind_at(atoms, before) in {"glue", "cue", "at"}:
        before -= 1
    led = kind_at(atoms, before) == "bound" and atoms[before].name in {
        "from",
        "between",
    }
    together = atoms[then].raw.lower() in {"ile", "ila", "to", "a", "al"}
    return led or together or kind_at(atoms, then) in {"dash", "bound", "at", "case"}


def _both(first: Phrase, second: Phrase, *, ranged: bool) -> Phrase | None:
    """Return one stretch; half of the day and certainty of its end are its start's."""
    one, other = first.clock, second.clock
    if one is None or other is None or second.zones:
        return None
    if not ranged and not (is_loose(one) and not is_loose(other)):
        return None
    if is_loose(one) and is_loose(other):
        return None
    if not one.half and other.half and one.hour <= _NOON:
        half = other.half
        if one.hour % _NOON > other.hour % _NOON:
            half = "a" if half == "p" else half
        one = one._replace(half=half)
    if one.half in {"a", "p"} and not other.half and 0 < other.hour <= _NOON:
        later = other.hour % _NOON > one.hour % _NOON  # "from one p.m. to three"
        other = other._replace(half=one.half if later else "ap"[one.half == "a"])
    sure = one.sure or other.sure
    return Phrase(
        first.start,
        second.end,
        clock=firm(one)._replace(sure=sure),
        clock_end=firm(other)._replace(sure=sure),
        cued=first.cued or second.cued,
    )


def _clock(atoms: Sequence[Atom], at: int) -> Read:
    then = at
    cued = led = False
    while kind_at(atoms, then) in {"cue", "at"} or is_cue(atoms, then):
        cued = cued or is_cue(atoms, then)
        cued = cued or atoms[then].kind == "cue" or kind_at(atoms, at - 1) == "bound"
        led, then = True, then + 1
    while (
        led and kind_at(atoms, then) == "glue" and atoms[then].raw not in {"de", "del"}
    ):
        then += 1
    if then >= len(atoms):
        return None
    read = _figures(atoms, then) or _in_words(atoms, then, cued=cued)
    if read is None:
        return None
    phrase, behind = read
    clock = phrase.clock
    if (
        clock
        and is_loose(clock)
        and (kind_at(atoms, behind) in {"unit", "void"} or counts(atoms, behind))
    ):
        return None
    if clock and (cued or (led and not is_loose(clock))):
        phrase = phrase._replace(start=atoms[at].start, cued=True)
        if clock.hour < _LAST_HOUR:
            phrase = phrase._replace(clock=firm(clock)._replace(sure=True))
    phrase, behind = with_case(atoms, then, phrase, behind)
    return _with_half(atoms, phrase, behind)


def _figures(atoms: Sequence[Atom], at: int) -> Read:
    atom = atoms[at]
    read = atom.figure
    if read is None:
        return None
    if read.kind == "pair":
        return hyphened(atoms, at, read) or _hours_of_pair(atoms, at, read)
    zones, unread = offset_names(read.zone)
    if read.kind == "clocks":
        two = _two(atom, read)._replace(zones=zones, unread=unread)
        if two.clock and kind_at(atoms, at + 1) in {"oclock", "hours"}:
            sure = two.clock._replace(sure=True)
            return two._replace(end=atoms[at + 1].end, clock=sure), at + 2
        return two, at + 1
    if _HOURS.fullmatch(atom.raw):
        some = _some_hours(atoms, at, at + 1, read.clocks[0])
        if some and some.hour >= _MORNING and _stands_apart(atoms, at):
            some = some._replace(sure=True)
        return some and (Phrase(atom.start, atom.end, clock=some, cued=True), at + 1)
    if read.kind == "clock":
        clock = read.clocks[0]
        if is_led(atoms, at):
            clock = clock._replace(sure=True)
        phrase = Phrase(
            atom.start, atom.end, clock=clock, zones=zones, unread=unread,
            cued=read.certain or kind_at(atoms, at - 1) in _LEADING,
        )  # fmt: skip
        return phrase, at + 1
    return None


def _some_hours(atoms: Sequence[Atom], at: int, end: int, clock: Clock) -> Clock | None:
    """Return the clock that "13h" or "13 heures" are, or None where they last.

    A word before them makes it sure; else it counts beside a day only.
    """
    before, behind = kind_at(atoms, at - 1), kind_at(atoms, end)
    if behind in {"half", "part", "add"} or before in {"cue", "at"}:
        return clock._replace(sure=before in {"cue", "at"})
    small = clock.hour < _MORNING
    if is_in(atoms, at - 1):
        return clock._replace(sure=not small) if clock.hour < _LAST_HOUR else None
    if before in {"in", "ahead_before", "ago_before", "number", "each", "void"}:
        return None
    if behind == "void" or (small and behind in {"bound", "and"}):
        return None
    if end < len(atoms) and atoms[end].raw.lower() in {"de", "d", "of"}:
        return None
    if before == "bound":
        since = atoms[at - 1].name == "since"
        return clock if since and small else clock._replace(sure=True)
    if clock.minute:
        return clock._replace(sure=not small)
    return None if small or clock.hour == _LAST_HOUR else clock


def _stands_apart(atoms: Sequence[Atom], at: int) -> bool:
    """Tell whether "18h" stands between commas, as the clock of an announcement."""
    before, behind = kind_at(atoms, at - 1), kind_at(atoms, at + 1)
    apart = {"comma", "dash", "open"}
    return before in apart or (not at and behind in apart)


def _hours_of_pair(atoms: Sequence[Atom], at: int, read: Figure) -> Read:
    """Read "15-17 Uhr"."""
    first, last = read.numbers
    kind = kind_at(atoms, at + 1)
    if kind not in {"oclock", "hours"} or max(first, last) > _LAST_HOUR:
        return None
    clock = Clock(first, sure=kind == "oclock" or kind_at(atoms, at - 1) in _LEADING)
    end = atoms[at + 1].end
    return Phrase(
        atoms[at].start, end, clock=clock, clock_end=Clock(last), cued=True
    ), at + 2


def _two(atom: Atom, read: Figure) -> Phrase:
    one, other = read.clocks
    if not one.half and other.half:
        half = other.half
        if one.hour % _NOON > other.hour % _NOON and half == "p":
            half = "a"
        one = one._replace(half=half if one.hour <= _NOON else "", sure=True)
    return Phrase(atom.start, atom.end, clock=one, clock_end=other, cued=read.certain)


def _in_words(atoms: Sequence[Atom], at: int, *, cued: bool) -> Read:
    """Read a number that words around it make a clock."""
    minutes, then = 0, at
    if kind_at(atoms, at) == "past":
        minutes, then = int(atoms[at].number), at + 1
        while kind_at(atoms, then) == "glue":
            then += 1
    number = number_at(atoms, then)
    if number is None or number != int(number):
        return None
    hour, start, end = int(number), atoms[at].start, then + 1
    read = atoms[then].figure
    if read and read.digits == _MILITARY_DIGITS:
        clock = hour_and_minute(hour)
        if clock is None:
            return None
        if kind_at(atoms, end) == "half" and kind_at(atoms, at - 1) not in _LEADING:
            return None  # a radio station: 1010 AM
        if kind_at(atoms, end) == "oclock" or _is_hours(atoms, end):
            return Phrase(start, atoms[end].end, clock=clock, cued=True), end + 1
        year = _FIRST_YEAR <= hour <= _LAST_YEAR
        lead = kind_at(atoms, at - 1) == "glue" and not year and not counts(atoms, end)
        lead = lead and atoms[at - 1].raw.isascii()
        return Phrase(
            start, atoms[then].end, clock=clock._replace(sure=False), cued=lead
        ), end
    if hour > _LAST_HOUR:
        return None
    clock = Clock(hour, 0, LOOSE)
    if then > at:
        total = hour * 60 + minutes
        clock = Clock(total // 60, total % 60, sure=True)
        if total < 0:
            return None
    if _hours_at(atoms, end, hour) and then == at and not atoms[end].joined:
        return _number_of_hours(atoms, at, hour, cued=cued)
    if kind_at(atoms, end) == "oclock":
        if atoms[end].joined:  # "die 20-Uhr-Nachrichten"
            return None
        clock = firm(clock)._replace(sure=True)
        start, end = start, end + 1
        minute = number_at(atoms, end)
        if minute is not None and minute < 60 and _is_figure(atoms, end):  # noqa: PLR2004
            clock, end = clock._replace(minute=int(minute)), end + 1
            end += kind_at(atoms, end) in {"oclock", "unit"}
    return Phrase(start, atoms[end - 1].end, clock=clock, cued=cued or then > at), end


def _number_of_hours(atoms: Sequence[Atom], at: int, hour: int, *, cued: bool) -> Read:
    """Read "20 heures", "20 h 30"."""
    start, end = atoms[at].start, at + 2
    minute = number_at(atoms, end)
    led = not atoms[at + 1].raw[0] > "z" or kind_at(atoms, at - 1) in _LEADING
    read = _is_figure(atoms, end) or _spelled_minutes(atoms, end)
    if minute is not None and minute < 60 and read and led:  # noqa: PLR2004
        end += 1 + (kind_at(atoms, end + 1) == "unit")
        clock = Clock(hour, int(minute), sure=True)
        return Phrase(start, atoms[end - 1].end, clock=clock, cued=True), end
    some = Clock(hour) if cued else _some_hours(atoms, at, end, Clock(hour))
    if some is None or not (_is_figure(atoms, at) or cued or some.sure):
        alone = kind_at(atoms, end) not in {"half", "part"}
        if some is None or alone:
            return None
    return Phrase(start, atoms[end - 1].end, clock=some, cued=True), end


def _spelled_minutes(atoms: Sequence[Atom], at: int) -> bool:
    """Tell the minutes of "à quinze heures trente" from what follows a clock."""
    few = (number_at(atoms, at) or 0) < 10  # noqa: PLR2004
    led = kind_at(atoms, at - 3) in {"at", "cue"}
    behind = kind_at(atoms, at + 1) in {"unit", "hours", "number"}
    return led and not few and not behind and not counts(atoms, at + 1)


def _hours_at(atoms: Sequence[Atom], at: int, hour: int) -> bool:
    """Tell whether hours stand there and not the "hour" that a zone follows."""
    hours = kind_at(atoms, at) == "hours"
    return hours and (hour <= 1 or atoms[at].raw.lower() not in {"heure", "hora"})


def _is_hours(atoms: Sequence[Atom], at: int) -> bool:
    unit = kind_at(atoms, at) in {"unit", "hours"}
    return unit and atoms[at].name == "hour"


def _is_figure(atoms: Sequence[Atom], at: int) -> bool:
    return kind_at(atoms, at) == "figure"


def _with_half(atoms: Sequence[Atom], phrase: Phrase, at: int) -> Read:
    """Add what follows a clock: minutes in words, the half of the day."""
    clock = phrase.clock
    if clock is None or phrase.clock_end:
        return phrase, at
    end = phrase.end
    counted = kind_at(atoms, at + 1) == "unit" or counts(atoms, at + 1)
    if kind_at(atoms, at) == "add" and not (is_loose(clock) and counted):
        total = clock.hour * 60 + clock.minute + int(atoms[at].number)
        sure = clock.sure or is_loose(clock)
        clock = Clock(total // 60, total % 60, None, clock.half, sure)
        end, at = atoms[at].end, at + 1
    minutes, then = minutes_at(atoms, at)
    if minutes and not clock.minute and not is_loose(clock):
        clock = clock._replace(minute=minutes)
        end, at = atoms[then - 1].end, then
    oclock = kind_at(atoms, at) == "oclock" or _hours_at(atoms, at, _LAST_HOUR)
    if oclock and clock.second != LOOSE:
        if atoms[at].joined:
            return None
        clock = clock._replace(sure=True)
        end, at = atoms[at].end, at + 1
    half = _half_at(atoms, at, loose=is_loose(clock))
    if half:
        if half == "d":
            half = "p" if clock.hour == _NOON else "a"
        if half in {"a", "p"} and not 0 < clock.hour <= _NOON:
            said = atoms[at].raw.replace(".", "").lower()
            if half == "a" or clock.hour == 0 or said in {"am", "pm"}:
                return None
            half = ""  # "в 15 часов дня"
        clock = firm(clock)._replace(half=half, sure=True)
        end, at = atoms[at].end, at + 1
    return phrase._replace(end=end, clock=clock), at


_HALVES = {
    "early": "a",
    "small_hours": "a",
    "dawn": "a",
    "morning": "a",
    "afternoon": "p",
    "evening": "p",
    "night": "n",
}


def _half_at(atoms: Sequence[Atom], at: int, *, loose: bool = False) -> str:
    """Return which half of the day stands there: "pm", "in the morning"; else ""."""
    kind = kind_at(atoms, at)
    if kind == "half":
        return atoms[at].name
    if kind == "moment" and atoms[at].raw > _FIRST_ARABIC:
        return "p" if atoms[at].number == _NOON * 60 else ""
    several = kind == "part" and (
        atoms[at].end - atoms[at].start > len(atoms[at].raw)
        or (atoms[at].raw > _FIRST_ARABIC and not (loose and of_day(atoms, at)))
    )
    return _HALVES.get(atoms[at].name, "") if several else ""


def moment_piece(atoms: Sequence[Atom], at: int) -> Read:
    """Read noon and midnight."""
    if kind_at(atoms, at) != "moment":
        return None
    if atoms[at].name == "of" and kind_at(atoms, at + 1) not in {"day", "weekday"}:
        return None  # "ظهر" is a verb, too
    hour, minute = divmod(int(atoms[at].number), 60)
    before = kind_at(atoms, at - 1)
    led = atoms[at].raw.lower() in {"a", "al", "am", "zu"}  # "al mediodía"
    led = led or atoms[at].name == "alone"
    sure = led or before in {*_LEADING, "day", "weekday"}
    half = "?" if atoms[at].name == "?" else ""
    half = "m" if not int(atoms[at].number) % (_NOON * 60) else half
    clock = Clock(hour, minute, half=half, sure=sure)
    phrase = Phrase(atoms[at].start, atoms[at].end, clock=clock, cued=sure)
    if half == "m" and kind_at(atoms, at + 1) == "add":  # "midi et demi"
        total = hour * 60 + int(atoms[at + 1].number)
        clock = Clock(*divmod(total % (24 * 60), 60), sure=True)
        end = atoms[at + 1].end
        return Phrase(atoms[at].start, end, clock=clock, cued=True), at + 2
    return _with_half(atoms, phrase, at + 1) if half == "?" else (phrase, at + 1)
