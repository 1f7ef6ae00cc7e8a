"""The rules: a phrase's pieces, each read by one small function, put together.

A rule gets the atoms and where to begin, and returns the piece that begins
there with the place behind it, or None.  What a phrase means on a day is the
business of `meaning`.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tweetspat.said_times.atoms import Atom
from tweetspat.said_times.clocks import clock_piece, moment_piece
from tweetspat.said_times.dates import (
    date_piece,
    day_piece,
    kind_at,
    number_at,
    period_piece,
)
from tweetspat.said_times.figures import Clock
from tweetspat.said_times.lexicon import UnitName
from tweetspat.said_times.phrases import Ago, Phrase, joined
from tweetspat.said_times.places import zone_piece

__all__ = ["RULES", "Sentence", "sentences"]

_BETWEEN = frozenset(("glue", "in", "ahead_before", "cue", "comma", "dash", "close"))
_MOST_BETWEEN = 3
_HOURS, _NOON = 24, 12


class Sentence(NamedTuple):
    """The times that one sentence speaks of.

    Attributes:
        phrases: in reading order.
        cues: where words of the future (True) or of the past (False) stand.
    """

    phrases: tuple[Phrase, ...]
    cues: tuple[tuple[int, bool], ...]

    def looks_ahead(self, phrase: Phrase) -> bool | None:
        """Tell whether the nearest such word is of the future; None without one.

        Words before a phrase speak of it rather than those behind.
        """
        before = [ahead for at, ahead in self.cues if at < phrase.start]
        behind = [ahead for at, ahead in self.cues if at >= phrase.start]
        return next(iter((*before[-1:], *behind)), None)


def ago_piece(atoms: Sequence[Atom], at: int) -> tuple[Phrase, int] | None:
    """Read "three hours ago", "vor zwei Stunden", "in 20 minutes"."""
    marks = {"ago_before": False, "ahead_before": True}
    lead = marks.get(kind_at(atoms, at))
    read = _amount(atoms, at + (lead is not None))
    if read is None:
        return None
    amount, unit, then = read
    if lead is None:
        behind = {"ago": False, "ahead": True}.get(kind_at(atoms, then))
        if behind is None:
            return None
        lead, then = behind, then + 1
    elif kind_at(atoms, then) == "ago":
        then += 1
    ago = Ago(amount, unit, lead)
    return Phrase(atoms[at].start, atoms[then - 1].end, ago=ago), then


def _amount(
    atoms: Sequence[Atom], at: int
) -> tuple[float | None, UnitName, int] | None:
    """Read a number and its unit; "half an hour", "two and a half hours", "Stunde"."""
    then = at
    while kind_at(atoms, then) == "glue" and then < at + 2:
        then += 1
    few = kind_at(atoms, then) == "number" and atoms[then].name == "few"
    number = number_at(atoms, then)
    if number is not None or few:
        then += 1
    elif kind_at(atoms, then) == "unit":
        number = 1.0 if not atoms[then].number else atoms[then].number
    else:
        return None
    while kind_at(atoms, then) in {"glue", "in"} and then < at + 5:
        then += 1
    extra = 0.0
    if kind_at(atoms, then) == "number" and number is not None:
        if atoms[then].number == 1 and number < 1:  # "half an hour"
            then += 1
    if kind_at(atoms, then) != "unit":
        return None
    unit: UnitName = atoms[then].name  # type: ignore[assignment]  # as the index says
    if atoms[then].number and number == 1.0:
        number = atoms[then].number  # a dual, as the Arabic "two hours"
    then += 1
    if kind_at(atoms, then) == "add":
        extra, then = atoms[then].number / 60, then + 1
    return None if few else (number or 0) + extra, unit, then


def bound_piece(atoms: Sequence[Atom], at: int) -> tuple[Phrase, int] | None:
    """Read "since", "until", "by", "from"."""
    if kind_at(atoms, at) != "bound":
        return None
    atom = atoms[at]
    return Phrase(atom.start, atom.end, bound=atom.name), at + 1


def part_piece(atoms: Sequence[Atom], at: int) -> tuple[Phrase, int] | None:
    """Read "morning", "in the evening"."""
    if kind_at(atoms, at) != "part":
        return None
    return Phrase(atoms[at].start, atoms[at].end, part=atoms[at].name), at + 1


RULES = (
    ago_piece,
    date_piece,
    period_piece,
    clock_piece,
    moment_piece,
    day_piece,
    part_piece,
    bound_piece,
)
"""Asked in this order; the first that reads a piece has it."""


def sentences(text: str, atoms: Sequence[Atom]) -> Iterator[Sentence]:
    """Yield what each sentence says of times."""
    first = 0
    for last in range(len(atoms) + 1):
        if last == len(atoms) or atoms[last].kind == "stop":
            if last > first:
                yield _sentence(text, atoms[first:last])
            first = last + 1


def _sentence(text: str, atoms: Sequence[Atom]) -> Sentence:
    cues = (
        (atom.start, atom.kind == "will")
        for atom in atoms
        if atom.kind in {"will", "was"}
    )
    return Sentence(tuple(_phrases(text, atoms)), tuple(cues))


def _phrases(text: str, atoms: Sequence[Atom]) -> Iterator[Phrase]:
    """Join neighbouring pieces; what stands apart is another time."""
    at, between = 0, 0
    held: Phrase | None = None
    while at < len(atoms):
        kind = atoms[at].kind
        if kind == "each":
            at += 2
            continue
        read = _piece(text, atoms, at, held)
        if read is None:
            between += 1
            if held and (kind not in _BETWEEN or between > _MOST_BETWEEN):
                yield held
                held = None
            at += 1
            continue
        piece, at = read
        both = joined(held, piece) if held else None
        if held and both is None:
            yield held
        held, between = both or piece, 0
    if held:
        yield held


def _piece(
    text: str, atoms: Sequence[Atom], at: int, held: Phrase | None
) -> tuple[Phrase, int] | None:
    for rule in RULES:
        read = rule(atoms, at)
        if read:
            return read
    read = _hour_of_zone(text, atoms, at)
    if read is None and held and not held.zones and not held.bare:
        return zone_piece(text, atoms, at)
    return read


def _hour_of_zone(
    text: str, atoms: Sequence[Atom], at: int
) -> tuple[Phrase, int] | None:
    """Read an hour that only its zone makes a clock: "9 ET"."""
    number = number_at(atoms, at)
    if number is None or number != int(number) or not 0 <= number < _HOURS:
        return None
    zone = zone_piece(text, atoms, at + 1) if at + 1 < len(atoms) else None
    if zone is None or not zone[0].zones:
        return None
    clock = Clock(int(number), half="?" if number <= _NOON else "", sure=True)
    return zone[0]._replace(start=atoms[at].start, clock=clock, cued=True), zone[1]
