"""Zones that a text names beside a clock: "(MSK)", "heure de Paris", "UTC+3"."""

import re
from collections.abc import Sequence

from tweetspat import zones
from tweetspat.said_times.atoms import Atom
from tweetspat.said_times.phrases import Phrase
from tweetspat.said_times.tokens import folded

__all__ = ["LOCAL", "offset_names", "zone_piece"]

LOCAL = "local"
"""Stands for the zone of who speaks."""

_LONGEST = 5
_FIRST_ARABIC = "\u0600"
_NO_END = frozenset(("comma", "dash", "slash", "stop", "open", "close"))
_LONGEST_ABBREVIATION = 5
_OFFSETS = frozenset(("UTC", "GMT", "utc", "gmt"))
_TIME = frozenset(
    "time zeit saati saatiyle saatine vaktiyle время времени час часом".split()
)
"""What stands behind a place's name where its clock is meant."""

_LOOKS_LIKE_ZONE = re.compile(r"[A-Z]{2,5}|[A-Z]\w+(?: [A-Z]\w+)? [Tt]ime")
_SAFE = frozenset(("msk", "gmt", "utc", "мск", "cet", "cest", "mez", "mesz", "edt"))
"""Abbreviations that are no words in small letters, either."""


def offset_names(written: str) -> tuple[tuple[str, ...], bool]:
    """Return the zone of "Z", "C", "+03:00" or "", and whether it is unknown."""
    if not written:
        return (), False
    if written in {"Z", "z"}:
        return ("UTC",), False
    if written.isalpha():
        letter = zones.military(written)
        return ((letter.name,), False) if letter else ((), True)
    meant = zones.meanings(written)
    return tuple(each.name for each in meant), not meant


def zone_piece(text: str, atoms: Sequence[Atom], at: int) -> tuple[Phrase, int] | None:
    """Read a zone with or without brackets, the longest wording first.

    An unknown zone in brackets or with "time" behind it is read too, as unknown:
    then the clock beside it must not be counted in another.
    """
    bracketed = atoms[at].kind == "open"
    first = at + bracketed
    if first >= len(atoms):
        return None
    found = _inside(text, atoms, first)
    if found is None:
        return None
    phrase, then = found
    if not bracketed:
        return found
    if then < len(atoms) and atoms[then].kind == "close":
        return phrase._replace(start=atoms[at].start, end=atoms[then].end), then + 1
    return None


def _inside(text: str, atoms: Sequence[Atom], at: int) -> tuple[Phrase, int] | None:
    atom = atoms[at]
    if atom.kind == "local":
        return Phrase(atom.start, atom.end, zones=(LOCAL,)), at + 1
    if atom.kind == "zone":
        return Phrase(atom.start, atom.end, zones=(atom.name,)), at + 1
    first = at + 1 if atom.kind == "zone_lead" else at
    for last in range(min(first + _LONGEST, len(atoms)) - 1, first - 1, -1):
        words = text[atoms[first].start : atoms[last].end]
        if atoms[last].kind in _NO_END or any(
            each.kind in {"stop", "open", "close"} for each in atoms[first:last]
        ):
            continue
        bracketed = at > 0 and atoms[at - 1].kind == "open"
        leads = first > at or bracketed or atom.kind == "hours"
        names = _names(words, led=leads)
        if not names and atom.kind == "hours" and last > first:  # "hora Colombia"
            names = _names(text[atoms[first + 1].start : atoms[last].end], led=True)
        if names:
            return Phrase(atom.start, atoms[last].end, zones=names), last + 1
    if first > at and atom.raw > _FIRST_ARABIC:  # no other words follow "بتوقيت"
        return Phrase(atom.start, atom.end, unread=True), at + 1
    return _unknown(text, atoms, at)


def _names(words: str, *, led: bool) -> tuple[str, ...]:
    """Return the places that words mean; without a cheap hint nobody is asked.

    Args:
        words: as they stand.
        led: brackets or words around them say that a zone is meant.
    """
    if len(words) == 1 and words != "Z":
        return ()
    last = folded(words.rpartition(" ")[2])
    abbreviated = (
        words.isupper() and words.isalpha() and len(words) <= _LONGEST_ABBREVIATION
    )
    if led or abbreviated or last in _TIME or last in _SAFE or words[:3] in _OFFSETS:
        return tuple(each.name for each in zones.meanings(words))
    return ()


def _unknown(text: str, atoms: Sequence[Atom], at: int) -> tuple[Phrase, int] | None:
    """Read what looks like a zone and is none that is known."""
    bracketed = at > 0 and atoms[at - 1].kind == "open"
    for last in range(min(at + 2, len(atoms) - 1), at - 1, -1):
        words = text[atoms[at].start : atoms[last].end]
        if not _LOOKS_LIKE_ZONE.fullmatch(words):
            continue
        closed = last + 1 < len(atoms) and atoms[last + 1].kind == "close"
        if words.lower().endswith(" time") or (bracketed and closed) or _abbreviates(words):
            return Phrase(atoms[at].start, atoms[last].end, unread=True), last + 1
    return None


def _abbreviates(words: str) -> bool:
    """Tell "XST" from other capitals: names of standard times end with ST or DT."""
    return len(words) in {3, 4} and words.isupper() and words[-2:] in {"ST", "DT"}
