"""A text read whole: its sentences' phrases, each in its zone, on its day."""

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import datetime, timedelta
from functools import cache

from tweetspat.model import Bounds, SaidTime
from tweetspat.said_times import OwnZone
from tweetspat.said_times.atoms import atoms
from tweetspat.said_times.languages import Language, language, language_of
from tweetspat.said_times.meaning import Meant, When, meant
from tweetspat.said_times.phrases import Date, Phrase, Weekday
from tweetspat.said_times.pieces.places import LOCAL
from tweetspat.said_times.sentences import Sentence, looks_ahead, sentences
from tweetspat.said_times.tokens import Token, tokens
from tweetspat.said_times.triggers import TRIGGERS
from tweetspat.zones import Zone, wall, zone_or_raise

__all__ = ["read", "read_tokens"]

_NAMED = "zone named in the text"
_COUNTED = "counted from the sending time"
_SURE = 0.99
_LESS_SURE = 0.95
_AMBIGUOUS = 0.9
_FINE = frozenset(("second", "minute", "hour"))


def read(
    text: str, sent: datetime | None, bounds: Bounds | None, own: OwnZone | None
) -> tuple[SaidTime, ...]:
    """Return the times that a text speaks of, in reading order."""
    when = _when(sent, bounds)
    if when is None:
        return ()
    found = tokens(text)
    words = {token.word for token in found if token.kind == "word"}
    spoken = language_of(text, words)
    if not _may_tell(spoken, words, found):
        return ()
    return tuple(read_tokens(text, found, language(spoken), when, own))


def _may_tell(spoken: str, words: AbstractSet[str], found: Sequence[Token]) -> bool:
    """Tell whether figures or a word of a language may speak of a time.

    What the gate lets through may be a word of another: "an" is a year in French.
    """
    if spoken not in TRIGGERS or not _triggers(spoken).isdisjoint(words):
        return True
    return any(token.kind == "figure" for token in found)


@cache
def _triggers(spoken: str) -> frozenset[str]:
    return frozenset(TRIGGERS[spoken].split())


def read_tokens(
    text: str,
    found: Sequence[Token],
    spoken: Language,
    when: When,
    own: OwnZone | None,
) -> Iterator[SaidTime]:
    """Yield the times that a text speaks of in one language."""
    for sentence in sentences(text, atoms(text, found, spoken)):
        yield from _said(text, sentence, when, own)


def _when(sent: datetime | None, bounds: Bounds | None) -> When | None:
    if sent:
        return sent, sent
    if bounds and bounds.not_before and bounds.not_after:
        return bounds.not_before, bounds.not_after - timedelta(microseconds=1)
    return None


def _said(
    text: str, sentence: Sentence, when: When, own: OwnZone | None
) -> Iterator[SaidTime]:
    ahead: bool | None = None
    for phrase in _with_context(text, sentence[0]):
        counted = _zone_of(phrase, when, own) if _tells(phrase) else None
        if counted is None:
            continue
        there, basis, confidence = counted
        looks = looks_ahead(sentence, phrase)
        read = meant(phrase, when, there, ahead=ahead if looks is None else looks)
        if read:
            ahead = True if read.start > when[1] else ahead
            yield _told(text, phrase, read, there, basis, confidence)


def _told(
    text: str, phrase: Phrase, read: Meant, there: Zone, basis: str, confidence: float
) -> SaidTime:
    return SaidTime(
        text=text[phrase.start : phrase.end],
        start_index=phrase.start,
        end_index=phrase.end,
        start=read.start,
        end=read.end,
        precision=read.precision,
        zone=there.name,
        basis=basis,
        confidence=round(confidence * read.certain, 4),
    )


def _with_context(text: str, phrases: Sequence[Phrase]) -> Iterator[Phrase]:
    """Give a clock that lacks day or zone those of its sentence.

    The day is that of the clock before it, else the one day that the sentence
    names; the zone is that of the clock before it.
    """
    days = [each for each in phrases if each.on and not each.clock and not each.until]
    clocks = [each for each in phrases if each.clock]
    only = days[0] if len(days) == 1 else None
    lent = only and clocks and not clocks[0].on and _tells(clocks[0])
    before: Phrase | None = None
    for phrase in phrases:
        if lent and phrase is only:
            continue
        if phrase.clock:
            before = _completed(text, phrase, before, only)
            yield before
        else:
            yield phrase


def _completed(
    text: str, phrase: Phrase, before: Phrase | None, only: Phrase | None
) -> Phrase:
    """Return a clock with the zone of the one before it, and with a day."""
    if before and not phrase.zones and not phrase.unread:
        phrase = phrase._replace(zones=before.zones)
    day = before or only
    if day is None or phrase.on or not _is_plainly_a_clock(text, phrase):
        return phrase
    part = phrase.part or (before.part if before else "")
    return phrase._replace(on=day.on, part=part)


def _is_plainly_a_clock(text: str, phrase: Phrase) -> bool:
    """Tell "at 13:00" from "11 horas", which may last so long."""
    clock = phrase.clock
    return clock is not None and (
        clock.sure
        or bool(phrase.zones or clock.minute or clock.half)
        or ":" in text[phrase.start : phrase.end]
    )


def _tells(phrase: Phrase) -> bool:
    """Tell whether a phrase says enough to be a time."""
    if phrase.unread:
        return False
    if phrase.ago or phrase.period:
        return True
    if phrase.clock:
        led = phrase.on and (phrase.cued or phrase.clock.half == "m")
        ranged = phrase.on and phrase.clock_end
        return bool(phrase.zones or phrase.clock.sure or phrase.part or ranged or led)
    if isinstance(phrase.on, Weekday) and (phrase.on.short or phrase.on.unsure):
        return bool(phrase.part)
    if isinstance(phrase.on, Date) and phrase.on.swapped:
        return phrase.cued
    if phrase.on:
        return True
    return bool(phrase.part) and (phrase.bound == "since" or bool(phrase.zones))


def _zone_of(
    phrase: Phrase, when: When, own: OwnZone | None
) -> tuple[Zone, str, float] | None:
    """Return the zone that counts, why, and how sure that is."""
    if phrase.zones and LOCAL not in phrase.zones:
        return _named(phrase.zones, when, own)
    if own:
        return own.zone, own.basis, _LESS_SURE
    if phrase.ago and phrase.ago.unit in _FINE:
        return zone_or_raise("UTC"), _COUNTED, _SURE
    return None


def _named(
    meant: Sequence[Zone], when: When, own: OwnZone | None
) -> tuple[Zone, str, float]:
    """Return the place that a zone word means.

    Of several the one whose clock shows that day what the author's own does.
    """
    offsets = [wall(each, when[0]).utcoffset() for each in meant]
    if len(set(offsets)) == 1:
        return meant[0], _NAMED, _SURE
    mine = wall(own.zone, when[0]).utcoffset() if own else None
    if mine in offsets:
        taken = meant[offsets.index(mine)]
        return taken, f"{_NAMED}, taken as the author's", _LESS_SURE
    return meant[0], f"{_NAMED}, which has other meanings", _AMBIGUOUS
