"""The rules: a phrase's pieces, each read by one small function, put together.

A rule gets the atoms and where to begin, and returns the piece that begins
there with the place behind it, or None.  What a phrase means on a day is the
business of `meaning`.
"""

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
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
from tweetspat.said_times.days_of_month import day_of_month_piece
from tweetspat.said_times.figures import Clock
from tweetspat.said_times.lexicon import UnitName
from tweetspat.said_times.phrases import Ago, Phrase, joined
from tweetspat.said_times.places import zone_piece

__all__ = ["RULES", "Sentence", "sentences"]

_BETWEEN = frozenset(
    ("glue", "in", "ahead_before", "cue", "at", "case", "comma", "dash", "close")
)
_REPEATED = frozenset(("weekday", "part", "unit", "hours", "moment", "month"))
_BETWEEN_TOO = frozenset(("на",))
_MOST_BETWEEN = 3
_SOME = -1.0
_YEAR_DIGITS = 4
_GAP = 6
_BEGIN_NOTHING = frozenset(
    "other comma open close dash slash stop and glue in void each will was half".split()
)
"""With what no piece of a phrase begins, so that no rule has to be asked."""

_HOURS, _NOON = 24, 12
_OF = frozenset(("de", "del", "du", "des", "d", "of"))
_NO_ZONES = frozenset(("GB", "UK", "NZ", "DC", "ROC", "PRC", "ROK"))
"""What behind a number is more often something else than a zone."""

_GREEK = "\u0370"  # what is before it is Latin
_FINE = frozenset(("second", "minute", "hour"))
_UNITS: dict[str, UnitName] = {
    **dict.fromkeys(("h", "hr", "hrs", "hs", "std"), "hour"),
    **dict.fromkeys(("min", "mins", "mn", "m"), "minute"),
    **dict.fromkeys(("j", "d"), "day"),
}
_ATTACHED = re.compile(r"(\d+)(?:[hH]([0-5]\d)|(hr?s?|std|min|mins|mn|m|j|d))()")
"""Figures with their unit: 2h, 1h30, 20min, 3j."""


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
    marks = {"ago_before": False, "ahead_before": True, "later_before": True}
    lead = marks.get(kind_at(atoms, at))
    if kind_at(atoms, at) == "bound" and atoms[at].number:
        lead = atoms[at].number > 0
    read = _amount(atoms, at + (lead is not None))
    if read is None:
        return None
    amount, unit, then = read
    if lead is not None and _lasts(atoms, at, then, unit):
        return None
    if _counted_from_elsewhere(atoms, at, then):
        return None
    if lead is None:
        marks = {"ago": False, "ahead": True, "later": True}
        behind = marks.get(kind_at(atoms, then))
        if behind is None:
            return None
        lead, then = behind, then + 1
    elif kind_at(atoms, then) == "ago":
        then += 1
    ago = Ago(amount, unit, lead)
    return Phrase(atoms[at].start, atoms[then - 1].end, ago=ago), then


def _lasts(atoms: Sequence[Atom], at: int, then: int, unit: UnitName) -> bool:
    """Tell a stretch that something takes: "il y a 5 minutes d'attente".

    "In 48 hours" is to come only where words look ahead or begin with it.
    """
    lead = atoms[at].raw.lower()
    if atoms[at].kind == "ago_before" or not lead.isascii():
        return then < len(atoms) and atoms[then].raw.lower() in {"de", "d", "من"}
    if lead not in {"in", "en"}:
        return False
    kinds = {atom.kind for atom in atoms}
    fine = unit in {"second", "minute", "hour"}
    return "will" not in kinds and (at > 0 or "was" in kinds or not fine)


def _counted_from_elsewhere(atoms: Sequence[Atom], at: int, then: int) -> bool:
    """Tell "через час после взрыва", "depremden iki saat sonra", a tale's "later"."""
    if kind_at(atoms, at - 1) == "then" or kind_at(atoms, then + 1) == "then":
        return True
    behind = atoms[then] if then < len(atoms) else None
    if behind and (behind.kind == "then" or behind.name == "after"):
        return True
    kinds = {atom.kind for atom in atoms}
    later = kind_at(atoms, then) == "later" or atoms[at].kind == "later_before"
    later = later or (atoms[at].kind == "bound" and atoms[at].number > 0)
    return later and "was" in kinds and "will" not in kinds


def _amount(
    atoms: Sequence[Atom], at: int
) -> tuple[float | None, UnitName, int] | None:
    """Read a number and its unit; "half an hour", "two and a half hours", "Stunde"."""
    then = at
    while kind_at(atoms, then) == "glue" and then < at + 2:
        then += 1
    short = _ATTACHED.fullmatch(atoms[then].raw) if then < len(atoms) else None
    if short:
        hours = int(short[2]) / 60 if short[2] else 0
        return int(short[1]) + hours, _UNITS[short[3] or short[4] or "h"], then + 1
    about = number_at(atoms, then + 1)
    turned = kind_at(atoms, then) in {"unit", "hours"}  # "минут 20 назад"
    if turned and about is not None and kind_at(atoms, then + 2) == "ago":
        name: UnitName = atoms[then].name  # type: ignore[assignment]
        return about, name, then + 2
    counted = _count(atoms, then)
    if counted is None:
        return None
    number, then = counted
    few = number < 0
    while kind_at(atoms, then) in {"glue", "in"} and then < at + 5:
        then += 1
    extra = 0.0
    if kind_at(atoms, then) == "add":
        extra, then = atoms[then].number / 60, then + 1
    one = kind_at(atoms, then) == "number" and atoms[then].number == 1
    then += one and 0 < number < 1  # "half an hour"
    if kind_at(atoms, then) not in {"unit", "hours"}:
        return None
    unit: UnitName = atoms[then].name  # type: ignore[assignment]  # as the index says
    if atoms[then].number > 0 and number == 1.0:
        number = atoms[then].number  # a dual, as the Arabic "two hours"
    then += 1
    if kind_at(atoms, then) == "add":
        extra, then = atoms[then].number / 60, then + 1
    return None if few else number + extra, unit, then


def _count(atoms: Sequence[Atom], at: int) -> tuple[float, int] | None:
    """Return how many units are said, -1 for some, and the place of the unit."""
    if kind_at(atoms, at) == "number" and atoms[at].name == "few":
        return _SOME, at + 1
    number = number_at(atoms, at)
    if number is not None:
        return number, at + 1
    if kind_at(atoms, at) not in {"unit", "hours"} or _names_year(atoms, at):
        return None
    if number_at(atoms, at - 1) is not None:
        return None
    latin = max(atoms[at].raw) < _GREEK
    if latin and not atoms[at].number:
        return None  # "days ago" are no count
    return atoms[at].number or 1.0, at


def _names_year(atoms: Sequence[Atom], at: int) -> bool:
    """Tell "منذ عام 2011" from a year that counts."""
    read = atoms[at + 1].figure if at + 1 < len(atoms) else None
    return atoms[at].name == "year" and read is not None and read.digits == _YEAR_DIGITS


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
    since = atoms[at].number and not {"day", "weekday"} & {
        kind_at(atoms, at + way) for way in (-2, -1, 1, 2)
    }
    bound = "since" if since else ""
    return Phrase(
        atoms[at].start, atoms[at].end, part=atoms[at].name, bound=bound
    ), at + 1


RULES = (
    ago_piece,
    date_piece,
    period_piece,
    day_of_month_piece,
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
    if any(atom.kind == "saying" for atom in atoms):
        return Sentence((), ())
    return Sentence(tuple(_of_one_night(list(_phrases(text, atoms)))), tuple(cues))


def _of_one_night(phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """Leave out the first day of "15 Temmuz'u 16 Temmuz'a bağlayan gece"."""
    for phrase, then in zip_longest(phrases, phrases[1:]):
        day = phrase.on and not phrase.clock and not phrase.part
        night = then and then.part == "night_to" and then.start - phrase.end < _GAP
        if not (day and night):
            yield phrase


def _phrases(text: str, atoms: Sequence[Atom]) -> Iterator[Phrase]:
    """Join neighbouring pieces; what stands apart is another time."""
    at, between = 0, 0
    held: Phrase | None = None
    while at < len(atoms):
        kind = atoms[at].kind
        if kind == "place":
            if held:
                yield held
            held, at = None, _past_name(atoms, at + 1)
            continue
        if kind == "each":
            at = _past_each(text, atoms, at + 1)
            continue
        if kind == "lasting" and _is_hours(atoms, at + 1):
            at += 2
            continue
        if kind == "bound_behind" and held:
            held = held._replace(bound=atoms[at].name, end=atoms[at].end)
            at += 1
            continue
        read = _piece(text, atoms, at, held)
        if read is None:
            between += 1
            apart = kind not in _BETWEEN and atoms[at].raw.lower() not in _BETWEEN_TOO
            if held and (apart or between > _MOST_BETWEEN):
                yield held
                held = None
            at += 1
            continue
        piece, at = read
        if held and held.on and piece.bound and _opens(atoms, at, held, piece):
            held, between = held._replace(bound=piece.bound), 0
            continue
        both = joined(held, piece) if held else None
        if held and both is None:
            yield held
        held, between = both or piece, 0
    if held:
        yield held


def _past_name(atoms: Sequence[Atom], at: int) -> int:
    """Return the place behind the date that a street is named by: "rue du 8 mai"."""
    then = at
    while then < len(atoms) and atoms[then].raw.lower() in _OF:
        then += 1
    read = date_piece(atoms, then) if then < len(atoms) else None
    return read[1] if read else at


def _opens(atoms: Sequence[Atom], at: int, held: Phrase, bound: Phrase) -> bool:
    """Tell whether a bound stands between a day and its clock: "Friday from 10"."""
    if not bound.bare or held.clock or held.until or held.bound:
        return False
    clock = clock_piece(atoms, at)
    return clock is not None and not clock[0].on


def _is_hours(atoms: Sequence[Atom], at: int) -> bool:
    """Tell "7h30", which lasts behind "for", from a clock."""
    raw = atoms[at].raw.lower() if kind_at(atoms, at) == "figure" else ""
    return "h" in raw and raw.replace("h", "").isdigit()


def _past_each(text: str, atoms: Sequence[Atom], at: int) -> int:
    """Return the place behind what recurs and is no time: "every Monday at 6 pm"."""
    known = kind_at(atoms, at) in _REPEATED
    end = then = at + (not known and kind_at(atoms, at + 1) in _REPEATED)
    while then < len(atoms):
        kind = atoms[then].kind
        read = None if kind in {"day", "bound"} else _piece(text, atoms, then, None)
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


def _piece(
    text: str, atoms: Sequence[Atom], at: int, held: Phrase | None
) -> tuple[Phrase, int] | None:
    read = None
    if atoms[at].kind not in _BEGIN_NOTHING:
        for rule in RULES:
            read = rule(atoms, at)
            if read:
                return read
        read = _hour_of_zone(text, atoms, at)
    held_time = held and not held.zones and not held.bare
    if read is None and (held_time or atoms[at].kind in {"zone", "local", "zone_lead"}):
        return zone_piece(text, atoms, at)
    return read


def _hour_of_zone(
    text: str, atoms: Sequence[Atom], at: int
) -> tuple[Phrase, int] | None:
    """Read an hour that only its zone makes a clock: "9 ET"."""
    number = number_at(atoms, at)
    if kind_at(atoms, at) != "figure" or number is None or not 0 <= number < _HOURS:
        return None
    zone = zone_piece(text, atoms, at + 1) if at + 1 < len(atoms) else None
    if zone is None or not zone[0].zones or atoms[at + 1].raw in _NO_ZONES:
        return None
    clock = Clock(int(number), half="?" if number <= _NOON else "", sure=True)
    return zone[0]._replace(start=atoms[at].start, clock=clock, cued=True), zone[1]
