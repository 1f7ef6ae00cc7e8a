"""A text's sentences, and the phrases of each that speak of times."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from tweetspat.said_times.atoms import Atom
from tweetspat.said_times.phrases import Phrase, joined
from tweetspat.said_times.pieces import RULES, piece
from tweetspat.said_times.pieces.clocks import clock_piece
from tweetspat.said_times.pieces.dates import any_date
from tweetspat.said_times.pieces.neighbours import Atoms, kind_at, word_at

__all__ = ["Sentence", "looks_ahead", "sentences"]

_LONGEST = 500
"""Longer sentences are cut, so that reading a text takes linear time."""

_BEGINNING = frozenset((*RULES, "zone", "local", "zone_lead"))
_TELLING = _BEGINNING | {"place", "each", "lasting"}
_BETWEEN = frozenset(
    ("glue", "in", "ahead_before", "cue", "at", "case", "comma", "dash", "close")
)
"""What may stand between two pieces of one phrase."""

_BETWEEN_TOO = "на"
_MOST_BETWEEN = 3
_REPEATED = frozenset(("weekday", "part", "unit", "hours", "moment", "month"))
_OF = frozenset(("de", "del", "du", "des", "d", "of"))
_GAP = 6


Sentence: TypeAlias = tuple[Sequence[Phrase], Sequence[tuple[int, bool]]]
"""Its phrases, and where words of the future (True) or of the past (False) stand."""


def looks_ahead(sentence: Sentence, phrase: Phrase) -> bool | None:
    """Tell whether the nearest such word is of the future; None without one.

    Words before a phrase speak of it rather than those behind.
    """
    nearest: bool | None = None
    for at, ahead in sentence[1]:
        if at >= phrase.start:
            return ahead if nearest is None else nearest
        nearest = ahead
    return nearest


def sentences(text: str, atoms: Sequence[Atom]) -> Iterator[Sentence]:
    """Yield what each sentence says of times, where it says something."""
    first = 0
    for last in range(len(atoms) + 1):
        ended = last == len(atoms) or atoms[last].kind == "stop"
        if ended or last - first == _LONGEST:
            of_sentence = atoms[first:last]
            kinds = {atom.kind for atom in of_sentence}
            if not kinds.isdisjoint(_BEGINNING) and "saying" not in kinds:
                yield _sentence(text, of_sentence)
            first = last + ended


def _sentence(text: str, atoms: Atoms) -> Sentence:
    cues = [
        (atom.start, atom.kind == "will")
        for atom in atoms
        if atom.kind in {"will", "was"}
    ]
    return list(_of_one_night(list(_phrases(text, atoms)))), cues


def _of_one_night(phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """Leave out the first day of "15 Temmuz'u 16 Temmuz'a bağlayan gece"."""
    for place, phrase in enumerate(phrases, start=1):
        then = phrases[place] if place < len(phrases) else None
        day = phrase.on and not phrase.clock and not phrase.part
        night = then and then.part == "night_to" and then.start - phrase.end < _GAP
        if not (day and night):
            yield phrase


def _phrases(text: str, atoms: Atoms) -> Iterator[Phrase]:
    """Join neighbouring pieces; what stands apart is another time."""
    at = between = 0
    held: Phrase | None = None
    while at < len(atoms):
        kind = atoms[at].kind
        if held is None and kind not in _TELLING:
            at += 1
            continue
        then = _past_no_time(text, atoms, at)
        if then:
            if kind == "place" and held:
                yield held
                held = None
            at = then
            continue
        if held and kind == "bound_behind":
            held = held._replace(bound=atoms[at].name, end=atoms[at].end)
            at += 1
            continue
        read = piece(text, atoms, at, held)
        if read is None:
            between += 1
            if held and (between > _MOST_BETWEEN or not _may_stand_inside(atoms, at)):
                yield held
                held = None
            at += 1
            continue
        found, at = read
        between = 0
        if held and _opens(atoms, at, held, found):
            held = held._replace(bound=found.bound)
            continue
        both = joined(held, found) if held else found
        if held and both is None:
            yield held
        held = both or found
    if held:
        yield held


def _may_stand_inside(atoms: Atoms, at: int) -> bool:
    return atoms[at].kind in _BETWEEN or word_at(atoms, at) == _BETWEEN_TOO


def _opens(atoms: Atoms, at: int, held: Phrase, bound: Phrase) -> bool:
    """Tell whether a bound stands between a day and its clock: "Friday from 10"."""
    if not held.on or not bound.bound or not bound.bare:
        return False
    if held.clock or held.until or held.bound:
        return False
    clock = clock_piece(atoms, at) if at < len(atoms) else None
    return clock is not None and not clock[0].on


def _past_no_time(text: str, atoms: Atoms, at: int) -> int:
    """Return the place behind what looks like a time and is none; 0 without it."""
    kind = atoms[at].kind
    if kind == "place":
        return _past_name(atoms, at + 1)
    if kind == "each":
        return _past_each(text, atoms, at + 1)
    return at + 2 if kind == "lasting" and _is_hours(atoms, at + 1) else 0


def _past_name(atoms: Atoms, at: int) -> int:
    """Return the place behind the date that a street is named by: "rue du 8 mai"."""
    then = at
    while word_at(atoms, then) in _OF:
        then += 1
    read = any_date(atoms, then) if then < len(atoms) else None
    return read[1] if read else at


def _is_hours(atoms: Atoms, at: int) -> bool:
    """Tell "7h30", which lasts behind "for", from a clock."""
    raw = word_at(atoms, at) if kind_at(atoms, at) == "figure" else ""
    return "h" in raw and raw.replace("h", "").isdigit()


def _past_each(text: str, atoms: Atoms, at: int) -> int:
    """Return the place behind what recurs and is no time: "every Monday at 6 pm"."""
    known = kind_at(atoms, at) in _REPEATED
    end = then = at + (not known and kind_at(atoms, at + 1) in _REPEATED)
    while then < len(atoms):
        kind = atoms[then].kind
        read = None if kind in {"day", "bound"} else piece(text, atoms, then, None)
        if kind == "bound" and then + 1 < len(atoms):  # "daily from 9:00 to 21:00"
            read = clock_piece(atoms, then + 1)
        if read:
            end = then = read[1]
        elif kind in _REPEATED:
            end = then = then + 1
        elif kind in _BETWEEN and kind != "comma":
            then += 1
        else:
            break
    return end
