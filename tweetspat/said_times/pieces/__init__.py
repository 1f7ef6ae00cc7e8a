"""The pieces of phrases, each read by one small function.

A rule gets a sentence's atoms and where to begin, and returns the piece that begins
there with the place behind it, or None.  What a phrase means on a day is the
business of `meaning`.
"""

from collections.abc import Callable

from tweetspat.said_times.phrases import Phrase
from tweetspat.said_times.pieces.clocks import clock_piece, hour_of_zone, moment_piece
from tweetspat.said_times.pieces.dates import (
    date_in_figures,
    day_before_month,
    month_before_day,
)
from tweetspat.said_times.pieces.days import (
    day_of_month,
    day_piece,
    weekday_and_day,
    weekday_piece,
)
from tweetspat.said_times.pieces.neighbours import Atoms, Read, kind_at
from tweetspat.said_times.pieces.periods import counted_period, named_period
from tweetspat.said_times.pieces.places import zone_piece
from tweetspat.said_times.pieces.stretches import ago_piece

__all__ = ["RULES", "piece"]


def bound_piece(atoms: Atoms, at: int) -> Read:
    """Read "since", "until", "by", "from"."""
    atom = atoms[at]
    return Phrase(atom.start, atom.end, bound=atom.name), at + 1


def part_piece(atoms: Atoms, at: int) -> Read:
    """Read "morning", "in the evening", "since morning"."""
    atom = atoms[at]
    beside = {kind_at(atoms, at + way) for way in (-2, -1, 1, 2)}
    since = atom.number and beside.isdisjoint(("day", "weekday"))
    bound = "since" if since else ""
    return Phrase(atom.start, atom.end, part=atom.name, bound=bound), at + 1


RULES: dict[str, tuple[Callable[[Atoms, int], Read], ...]] = {
    "ago_before": (ago_piece,),
    "ahead_before": (ago_piece,),
    "later_before": (ago_piece,),
    "at": (clock_piece,),
    "bound": (ago_piece, bound_piece),
    "cue": (clock_piece,),
    "day": (day_piece,),
    "figure": (
        ago_piece,
        date_in_figures,
        day_before_month,
        named_period,
        day_of_month,
        clock_piece,
    ),
    "hours": (ago_piece,),
    "moment": (moment_piece,),
    "month": (month_before_day, counted_period, named_period),
    "number": (ago_piece, day_before_month, day_of_month, clock_piece),
    "part": (part_piece,),
    "past": (clock_piece,),
    "unit": (ago_piece, counted_period, named_period, clock_piece),
    "weekday": (weekday_and_day, weekday_piece),
    "which": (counted_period, weekday_piece),
    "year_word": (named_period,),
}
"""The kinds with which a piece can begin, each with the rules that may read it.

They are asked in this order; the first that reads a piece has it.
"""

_ZONES = frozenset(("zone", "local", "zone_lead"))


def piece(text: str, atoms: Atoms, at: int, held: Phrase | None) -> Read:
    """Read the piece of a phrase that begins at a place.

    Args:
        text: the text.
        atoms: those of the sentence.
        at: where the piece begins.
        held: what is read of the phrase before it; a zone may follow it.
    """
    kind = atoms[at].kind
    for rule in RULES.get(kind, ()):
        read = rule(atoms, at)
        if read:
            return read
    zoned = hour_of_zone(text, atoms, at) if kind == "figure" else None
    if zoned is None and (kind in _ZONES or (held and held.takes_zone)):
        return zone_piece(text, atoms, at)
    return zoned
