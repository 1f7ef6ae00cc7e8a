"""Zones that a text names beside a clock: "(MSK)", "heure de Paris", "UTC+3"."""

import re
from datetime import UTC
from functools import cache

from tweetspat import zones
from tweetspat.said_times.phrases import Phrase
from tweetspat.said_times.pieces.neighbours import Atoms, Read, is_foreign, kind_at
from tweetspat.said_times.tokens import folded

__all__ = ["LOCAL", "zone_piece", "zones_of_figures"]

LOCAL = zones.Zone("local", "", UTC)
"""Stands for the zone of who speaks."""

_LONGEST = 5
"""So many words make a zone: "Central European standard time"."""

_NO_END = frozenset(("comma", "dash", "slash", "stop", "open", "close"))
_BREAKS = frozenset(("stop", "open", "close"))
_LONGEST_ABBREVIATION = 5
_OFFSETS = frozenset(("UTC", "GMT", "utc", "gmt"))
TIME_WORDS = frozenset(
    "time zeit saati saatiyle saatine vaktiyle время времени час часом".split()
)
"""What stands behind a place's name where its clock is meant."""

SAFE = frozenset(("msk", "gmt", "utc", "мск", "cet", "cest", "mez", "mesz", "edt"))
"""Abbreviations that are no words in small letters, either."""

_HINTS = TIME_WORDS | SAFE

_AMERICAN = {"Eastern": "ET", "Central": "CT", "Mountain": "MT", "Pacific": "PT"}
"""What stands behind a clock for a zone: "3 p.m. Central"."""


def zones_of_figures(written: str) -> tuple[tuple[zones.Zone, ...], bool]:
    """Return the zone of "Z", "C", "+03:00" or "", and whether it is unknown."""
    if not written:
        return (), False
    if written.isalpha():
        letter = zones.military(written)
        return ((letter,), False) if letter else ((), True)
    meant = zones.meanings(written)
    return meant, not meant


def zone_piece(text: str, atoms: Atoms, at: int) -> Read:
    """Read a zone with or without brackets, the longest wording first.

    An unknown zone in brackets or with "time" behind it is read too, as unknown:
    then the clock beside it must not be counted in another.
    """
    bracketed = atoms[at].kind == "open"
    first = at + bracketed
    if first >= len(atoms):
        return None
    found = _zone(text, atoms, first)
    if found is None or not bracketed:
        return found
    phrase, then = found
    if kind_at(atoms, then) != "close":
        return None
    return phrase._replace(start=atoms[at].start, end=atoms[then].end), then + 1


def _zone(text: str, atoms: Atoms, at: int) -> Read:
    atom = atoms[at]
    if atom.kind in {"local", "zone"}:
        meant = zones.meanings(atom.name) if atom.kind == "zone" else (LOCAL,)
        return Phrase(atom.start, atom.end, zones=meant), at + 1
    if atom.raw in _AMERICAN and not _names_place(atoms, at + 1):
        return Phrase(
            atom.start, atom.end, zones=zones.meanings(_AMERICAN[atom.raw])
        ), at + 1
    lead = atom.kind == "zone_lead"
    hours = atom.kind == "hours"
    led = lead or hours or kind_at(atoms, at - 1) == "open"
    named = _named(text, atoms, at + lead, led=led, hours=hours)
    if named:
        meant, then = named
        return Phrase(atom.start, atoms[then - 1].end, zones=meant), then
    if lead and is_foreign(atom):  # no other words follow "بتوقيت"
        return Phrase(atom.start, atom.end, unread=True), at + 1
    return _unknown(text, atoms, at)


def _names_place(atoms: Atoms, at: int) -> bool:
    """Tell "Central Aleppo" and "Pacific time" from the zone alone."""
    return at < len(atoms) and (
        atoms[at].raw[0].isupper() or atoms[at].raw.lower() in TIME_WORDS
    )


def _named(
    text: str, atoms: Atoms, at: int, *, led: bool, hours: bool
) -> tuple[tuple[zones.Zone, ...], int] | None:
    """Return what the longest wording that is known means, and the place behind it.

    Args:
        text: the text; what is between its words counts.
        atoms: those of the sentence.
        at: where the wording begins.
        led: what is before it says that a zone is meant.
        hours: it begins with "hora", which the place's name may lack.
    """
    end = at
    while end < min(at + _LONGEST, len(atoms)):
        end += 1
        if atoms[end - 1].kind in _BREAKS:
            break
    if not led and not _hints(text, atoms[at:end]):
        return None
    for then in range(end, at, -1):
        if atoms[then - 1].kind in _NO_END:
            continue
        last = atoms[then - 1].end
        meant = _meanings(text[atoms[at].start : last], led=led)
        if not meant and hours and then > at + 1:  # "hora Colombia"
            meant = _meanings(text[atoms[at + 1].start : last], led=True)
        if meant:
            return meant, then
    return None


def _hints(text: str, atoms: Atoms) -> bool:
    """Tell cheaply whether one of the wordings that begin there may be a zone."""
    first = atoms[0].raw
    if first[0].isupper() or first[:3] in _OFFSETS:
        return True
    ends = [text[atom.start : atom.end].rpartition(" ")[2] for atom in atoms]
    return not _HINTS.isdisjoint(map(folded, ends))


def _meanings(words: str, *, led: bool) -> tuple[zones.Zone, ...]:
    """Return the places that words mean; without a cheap hint nobody is asked.

    Args:
        words: as they stand.
        led: brackets or words around them say that a zone is meant.
    """
    if len(words) == 1 and words != "Z":
        return ()
    abbreviated = len(words) <= _LONGEST_ABBREVIATION and words.isupper()
    if led or (abbreviated and words.isalpha()) or words[:3] in _OFFSETS:
        return zones.meanings(words)
    if folded(words.rpartition(" ")[2]) in _HINTS:
        return zones.meanings(words)
    return ()


def _unknown(text: str, atoms: Atoms, at: int) -> Read:
    """Read what looks like a zone and is none that is known."""
    if not text[atoms[at].start].isupper():
        return None
    bracketed = kind_at(atoms, at - 1) == "open" and kind_at(atoms, at + 1) == "close"
    if bracketed and atoms[at].raw.isalpha():  # "(Atlantis)" is no place of the author
        return Phrase(atoms[at].start, atoms[at].end, unread=True), at + 1
    for last in range(min(at + 2, len(atoms) - 1), at - 1, -1):
        words = text[atoms[at].start : atoms[last].end]
        if words.lower().endswith(" time") and _zone_like().fullmatch(words):
            return Phrase(atoms[at].start, atoms[last].end, unread=True), last + 1
    if _abbreviates(atoms[at].raw):
        return Phrase(atoms[at].start, atoms[at].end, unread=True), at + 1
    return None


def _abbreviates(words: str) -> bool:
    """Tell "XST" from other capitals: names of standard times end with ST or DT."""
    return len(words) in {3, 4} and words.isupper() and words.endswith(("ST", "DT"))


@cache
def _zone_like() -> re.Pattern[str]:
    return re.compile(r"[A-Z]\w+(?: [A-Z]\w+)? [Tt]ime")
