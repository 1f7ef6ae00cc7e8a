"""Clocks, one or the two ends of a stretch: 13:55, half past nine, from 10 to 12."""

from tweetspat.said_times.figures import Clock
from tweetspat.said_times.phrases import Phrase
from tweetspat.said_times.pieces.clocks_in_figures import (
    clock_in_figures,
    with_half_of_end,
)
from tweetspat.said_times.pieces.clocks_in_words import (
    clock_in_words,
    with_case,
    with_half,
)
from tweetspat.said_times.pieces.neighbours import (
    Atoms,
    Read,
    counts,
    is_clock_unit,
    kind_at,
    name_at,
    number_at,
    word_at,
)
from tweetspat.said_times.pieces.places import zone_piece

__all__ = ["clock_piece", "hour_of_zone", "moment_piece"]

_LEADING = frozenset(("glue", "cue", "at", "in", "bound", "day", "weekday"))
"""What before noon or midnight makes it a clock rather than a part of the day."""

_TOGETHER = frozenset(("ile", "ila", "to", "a", "al"))
_HOURS, _NOON = 24, 12
_MOST_CUES = 6
_NO_ZONES = frozenset(("GB", "UK", "NZ", "DC", "ROC", "PRC", "ROK"))
"""What behind a number is more often something else than a zone."""


def clock_piece(atoms: Atoms, at: int) -> Read:
    """Read a clock or two ends of a stretch.

    A number alone is a clock only with a word or sign that makes it one.
    """
    first = _one_clock(atoms, at)
    if first is None:
        return None
    phrase, then = first
    if phrase.clock_end is None and _joins(atoms, then):
        after = then + (kind_at(atoms, then) not in {"cue", "number"})
        second = _one_clock(atoms, after) or moment_piece(atoms, after)
        if second and second[0].clock and second[0].clock_end is None:
            ranged = kind_at(atoms, second[1]) == "bound_behind"
            ranged = ranged or _is_ranged(atoms, at, then)
            both = _both(phrase, second[0], ranged=ranged)
            if both:
                return both, second[1]
    return None if phrase.clock and phrase.clock.loose else first


def moment_piece(atoms: Atoms, at: int) -> Read:
    """Read noon and midnight, and other times that have words of their own."""
    if kind_at(atoms, at) != "moment":
        return None
    atom = atoms[at]
    if atom.name == "of" and kind_at(atoms, at + 1) not in {"day", "weekday"}:
        return None  # "ظهر" is a verb, too
    hour, minute = divmod(int(atom.number), 60)
    sure = atom.name == "alone" or word_at(atoms, at) in {"a", "al", "am", "zu"}
    sure = sure or kind_at(atoms, at - 1) in _LEADING
    if atom.number % (_NOON * 60):
        half = "?" if atom.name == "?" else ""
        clock = Clock(hour, minute, half=half, sure=sure)
        phrase = Phrase(atom.start, atom.end, clock=clock, cued=sure)
        return with_half(atoms, phrase, at + 1) if half else (phrase, at + 1)
    if kind_at(atoms, at + 1) == "add":  # "midi et demi"
        total = hour * 60 + int(atoms[at + 1].number)
        clock = Clock(*divmod(total % (_HOURS * 60), 60), sure=True)
        return Phrase(atom.start, atoms[at + 1].end, clock=clock, cued=True), at + 2
    clock = Clock(hour, half="m", sure=sure)
    return Phrase(atom.start, atom.end, clock=clock, cued=sure), at + 1


def hour_of_zone(text: str, atoms: Atoms, at: int) -> Read:
    """Read an hour that only its zone makes a clock: "9 ET"."""
    number = number_at(atoms, at)
    if number is None or not 0 <= number < _HOURS or at + 1 >= len(atoms):
        return None
    zone = zone_piece(text, atoms, at + 1)
    if zone is None or not zone[0].zones or atoms[at + 1].raw in _NO_ZONES:
        return None
    clock = Clock(int(number), half="?" if number <= _NOON else "", sure=True)
    return zone[0]._replace(start=atoms[at].start, clock=clock, cued=True), zone[1]


def _one_clock(atoms: Atoms, at: int) -> Read:
    then, cued = _past_cues(atoms, at)
    led = then > at
    while led and kind_at(atoms, then) == "glue":
        if atoms[then].raw in {"de", "del"}:
            break
        then += 1
    if then >= len(atoms):
        return None
    read = clock_in_figures(atoms, then) or clock_in_words(atoms, then, cued=cued)
    if read is None:
        return None
    phrase, behind = read
    clock = phrase.clock
    if clock and clock.loose and _is_counted(atoms, behind):
        return None
    if clock and (cued or (led and not clock.loose)):
        phrase = phrase._replace(start=atoms[at].start, cued=True)
        if clock.hour < _HOURS:
            phrase = phrase._replace(clock=clock.firm(sure=True))
    phrase, behind = with_case(atoms, then, phrase, behind)
    return with_half(atoms, phrase, behind)


def _past_cues(atoms: Atoms, at: int) -> tuple[int, bool]:
    """Return the place behind cues, and whether one of them makes a number a clock."""
    then, cued = at, False
    while then < at + _MOST_CUES and (
        kind_at(atoms, then) in {"cue", "at"} or is_clock_unit(atoms, then)
    ):
        bound = kind_at(atoms, at - 1) == "bound"
        cued = cued or bound or kind_at(atoms, then) != "at"
        then += 1
    return then, cued


def _is_counted(atoms: Atoms, at: int) -> bool:
    return kind_at(atoms, at) in {"unit", "void"} or counts(atoms, at)


def _joins(atoms: Atoms, at: int) -> bool:
    """Tell whether what stands there may join two clocks."""
    kind, name = kind_at(atoms, at), name_at(atoms, at)
    if kind == "number":
        return atoms[at].raw[0] == "و"  # "and three"
    if kind == "bound":
        return name == "until"
    return kind in {"and", "dash", "at", "cue"} or (kind == "case" and name == "from")


def _is_ranged(atoms: Atoms, at: int, then: int) -> bool:
    """Tell whether words or signs say that two clocks are the ends of a stretch."""
    before = at - 1
    while kind_at(atoms, before) in {"glue", "cue", "at"}:
        before -= 1
    if kind_at(atoms, before) == "bound" and atoms[before].name in {"from", "between"}:
        return True
    if kind_at(atoms, then) in {"dash", "bound", "at", "case"}:
        return True
    return word_at(atoms, then) in _TOGETHER


def _both(first: Phrase, second: Phrase, *, ranged: bool) -> Phrase | None:
    """Return one stretch; half of the day and certainty of its end are its start's."""
    one, other = first.clock, second.clock
    if one is None or other is None or second.zones:
        return None
    if (one.loose and other.loose) or not (ranged or (one.loose and not other.loose)):
        return None
    one = with_half_of_end(one, other)
    if one.half in {"a", "p"} and not other.half and 0 < other.hour <= _NOON:
        later = other.hour % _NOON > one.hour % _NOON  # "from one p.m. to three"
        other = other._replace(half=one.half if later else "ap"[one.half == "a"])
    sure = one.sure or other.sure
    return Phrase(
        first.start,
        second.end,
        clock=one.firm(sure=sure),
        clock_end=other.firm(sure=sure),
        cued=first.cued or second.cued,
    )
