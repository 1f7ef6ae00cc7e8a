"""Times said in the text: "Yesterday at 13:55 (MSK)", and what they mean.

Two facts, never mixed: the words stay verbatim in the tweet; what they mean
stands beside them, with the zone it was counted in and why that zone.  The
zone is settled first and the day after it: a tweet sent at 00:30 in Moscow
means Moscow's yesterday.
"""

import re
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from functools import cache
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from tweetspat.model import Bounds, Precision, SaidTime
from tweetspat.zones import Zone, wall, zone

__all__ = ["OwnZone", "said_times"]

_NAMED = "zone named in the text"
_ELSEWHEN = frozenset(
    (
        "yesterday today tonight tomorrow ago last next previous night evening morning "
        "gestern heute morgen hier demain ayer mañana dün bugün yarın"
    ).split()
)
_DAYS = {"yesterday": -1, "today": 0, "tonight": 0, "tomorrow": 1}
_NOON = 12
_YEAR = 4
_SURE = 0.99
"""When the zone is named in the text: all 9 such readings of the labelled
phrases are right, and the next may be wrong."""

_LESS_SURE = 0.95
"""When the zone is that of the author's side or profile: both such readings are
right, but a zone that is not said can be another."""


class OwnZone(NamedTuple):
    """The zone an author is taken to speak in, and why."""

    zone: Zone
    basis: str


class _When(NamedTuple):
    """When a tweet was sent: the first and the last instant that it can be."""

    first: datetime
    last: datetime


class _Wording(NamedTuple):
    """What one rule read.

    Attributes:
        span: where the words begin and end.
        days: whole days from the sending day, in the zone that counts.
        clock: hour and minute, minute None where only the hour is said.
        zone: the zone that the words name.
        unread: the words name a zone that is not known here.
    """

    span: tuple[int, int]
    days: int
    clock: tuple[int, int | None] | None = None
    zone: Zone | None = None
    unread: bool = False


Rule: TypeAlias = Callable[[str], Iterator[_Wording]]


def said_times(
    text: str,
    sent: datetime | None,
    bounds: Bounds | None,
    own: OwnZone | None,
) -> tuple[SaidTime, ...]:
    """Return the times that a text speaks of, in reading order.

    Args:
        text: the whole text, entities undone.
        sent: when it was sent; aware.
        bounds: where that is not known, the stretch in which it lies.
        own: the zone of the author's side or profile; None leaves wordings
            that name no zone unresolved.

    Returns:
        Nothing for a wording that could mean two days.

    Cost:
        Texts without a day word or a clock are left at once.
    """
    clock = _may_hold_a_clock(text)
    if not clock and own is None:
        return ()
    folded = text.lower()
    if not clock and "day" not in folded and "tomorrow" not in folded:
        return ()
    when = _when(sent, bounds)
    if when is None:
        return ()
    taken: list[tuple[int, int]] = []
    found: list[SaidTime] = []
    for rule in RULES if clock else (_day_alone,):
        for wording in rule(text):
            start, end = wording.span
            beside = f"{folded[max(0, start - 14) : start]} {folded[end : end + 14]}"
            if _moves_the_day(beside):
                continue
            if any(start < other[1] and other[0] < end for other in taken):
                continue
            taken.append(wording.span)
            said = None if wording.unread else _meaning(text, wording, when, own)
            if said:
                found.append(said)
    return tuple(sorted(found, key=attrgetter("start_index")))


def _may_hold_a_clock(text: str) -> bool:
    """Tell by a few searches, not by a pattern, whether to look closer."""
    at = text.find(":") if text.count(":") > text.count("://") else -1
    while at >= 0:
        if text[at - 1 : at].isdigit() and text[at + 1 : at + 2].isdigit():
            return True
        at = text.find(":", at + 1)
    return (
        "am" in text
        or "pm" in text
        or ".m." in text
        or "AM" in text
        or "PM" in text
        or ".M." in text
    )


def _moves_the_day(beside: str) -> bool:
    """Tell whether a date, a weekday or "noon" stands beside a wording."""
    words = [word.strip(".,;:!?()\"'") for word in beside.split()]
    return any(
        word in _OTHER_DAY
        or (word.isdigit() and len(word) == _YEAR)
        or (word[:1].isdigit() and any(sign in word for sign in "./-"))
        for word in words
    )


def _when(sent: datetime | None, bounds: Bounds | None) -> _When | None:
    if sent:
        return _When(sent, sent)
    if bounds and bounds.not_before and bounds.not_after:
        return _When(bounds.not_before, bounds.not_after - timedelta(microseconds=1))
    return None


def _clock_and_day(text: str) -> Iterator[_Wording]:
    """Read a clock beside a day word, or with a zone of its own.

    "Yesterday at 13:55 (MSK)", "9:30 a.m. ET today"; "13:55 (MSK)" alone is of
    the sending day in the zone that is named.

    Source:
        @mod_russia, 11 Feb 2016: "Yesterday at 13:55 (MSK), 2 A-10 attack ..."
    """
    for found in _clocks().finditer(text):
        clock = _clock(found)
        word = found["bracketed"] or found["zone"] or found["unknown"]
        named = zone(word) if word else None
        if clock is None:
            continue
        unread = named is None and _looks_like_zone(word)
        lead = text[max(0, found.start() - 24) : found.start()]
        before, after = (
            _day_before().search(lead),
            _day_after().match(text, found.end()),
        )
        start, end = found.span()
        if before:
            span = start - len(before[0]), end
            yield _Wording(span, _days(before), clock, named, unread)
        elif after:
            yield _Wording((start, after.end()), _days(after), clock, named, unread)
        elif named and not _another_day(text):
            yield _Wording((start, end), 0, clock, named)


def _days(found: re.Match[str]) -> int:
    return _DAYS[found["day"].lower()]


def _day_alone(text: str) -> Iterator[_Wording]:
    """Read "yesterday", "today" and "tomorrow"; not "USA Today", not "#today"."""
    for found in _day().finditer(text):
        if found["day"].lower() != "tonight" and not _is_a_name(text, found):
            yield _Wording(found.span(), _days(found))


def _is_a_name(text: str, found: re.Match[str]) -> bool:
    """Tell "USA Today" and "the Today show" from the day."""
    *_, before, _ = ["", *text[max(0, found.start() - 40) : found.start()].split(" ")]
    capital = found["day"] == "Today" and before[:1].isupper()
    return capital or (found["day"].lower() == "today" and before.lower() == "the")


RULES: tuple[Rule, ...] = (_clock_and_day, _day_alone)
"""Asked in this order; a stretch that one has read is closed to the next."""


def _clock(found: re.Match[str]) -> tuple[int, int | None] | None:
    """Return hour and minute; None where the figures are no clock."""
    half = (found["half"] or "").lower()[:1]
    hour = int(found["hour"])
    minute = int(found["minute"]) if found["minute"] else None
    if not half:
        return (hour, minute) if minute is not None else None
    if not 0 < hour <= _NOON:
        return None
    return hour % _NOON + (_NOON if half == "p" else 0), minute


def _looks_like_zone(word: str | None) -> bool:
    """Tell an unknown zone such as "(XST)" or "(Beijing time)" from a remark."""
    place = r"[A-Z]{2,5}|[A-Z][a-z]+(?: [A-Z][a-z]+)?(?: time)?|.* time"
    return bool(word) and bool(re.fullmatch(place, word or ""))


def _another_day(text: str) -> bool:
    """Tell whether words anywhere may put a clock on a day that is not read here.

    Texts of other scripts are left to rules that know their words.
    """
    words = {word.strip(".,;:!?()\"'#") for word in text.lower().split()}
    letters = (char for char in text if char.isalpha())
    return not words.isdisjoint(_ELSEWHEN) or any(char > "\u024f" for char in letters)


def _meaning(
    text: str, said: _Wording, when: _When, own: OwnZone | None
) -> SaidTime | None:
    counted = OwnZone(said.zone, _NAMED) if said.zone else own
    day = _day_meant(when, said.days, counted.zone) if counted else None
    if counted is None or day is None:
        return None
    hour, minute = said.clock or (0, None)
    rules = counted.zone.rules
    start = datetime(day.year, day.month, day.day, hour, minute or 0, tzinfo=rules)
    try:
        if said.clock is None:
            precision: Precision = "day"
            end = (start + timedelta(days=1)).astimezone(UTC)
        elif minute is None:
            precision = "hour"
            end = start.astimezone(UTC) + timedelta(hours=1)
        else:
            precision = "minute"
            end = start.astimezone(UTC) + timedelta(minutes=1)
        start = start.astimezone(UTC)
    except OverflowError:
        return None
    return SaidTime(
        text=text[slice(*said.span)],
        start_index=said.span[0],
        end_index=said.span[1],
        start=start,
        end=end,
        precision=precision,
        zone=counted.zone.name,
        basis=counted.basis,
        confidence=_SURE if said.zone else _LESS_SURE,
    )


def _day_meant(when: _When, days: int, counted: Zone) -> date | None:
    """Return the one day that is meant; None when the sending day is not sure."""
    try:
        meant = {wall(counted, edge).date() + timedelta(days=days) for edge in when}
    except OverflowError:
        return None
    return meant.pop() if len(meant) == 1 else None


_DAY = r"""
    (?<![\w#@/.]) (?P<day> (?i:yesterday|today|tonight|tomorrow) ) \b
    (?! ['’]s | \s(?:is|was)\s )
"""
_CLOCK = r"""
    (?<![\d:./\-]) (?P<hour> [01]?\d | 2[0-3] )
    (?: : (?P<minute> [0-5]\d ) )? (?! [:\d] )
    (?: \s? (?P<half> (?i: [ap]\.m\. | [ap]m \b ) ) )?
    (?: \s* \( (?P<bracketed> [A-Za-z][A-Za-z ,.]{1,30} ) \)
      | \s+ (?P<zone> MSK | MSD | UTC | GMT | E[SD]?T | CES?T | EES?T | BST | P[SD]?T
          | TRT | Moscow (?:\ time)? | Washington (?:,?\ D\.?C\.?)? (?:\ time)?
          | (?:Aleppo|Damascus|Baghdad|Ankara|Kyiv|Kiev|London)\ time ) \b
      | \s+ (?P<unknown> [A-Z]{2,5} | [A-Z][a-z]+\ time ) \b )?
"""
_OTHER_DAY = frozenset(
    (
        "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed "
        "thu thurs fri sat sun january february march april june july august "
        "september october november december jan feb mar apr jun jul aug sep sept "
        "oct nov dec before after noon midnight"
    ).split()
)
"""Words beside a clock or a day word that move it to a day not read here."""


@cache
def _day() -> re.Pattern[str]:
    return re.compile(_DAY, re.VERBOSE)


@cache
def _clocks() -> re.Pattern[str]:
    return re.compile(_CLOCK, re.VERBOSE)


@cache
def _day_before() -> re.Pattern[str]:
    return re.compile(rf"{_DAY} ,? \s+ (?: (?i:at) \s+ )? $", re.VERBOSE)


@cache
def _day_after() -> re.Pattern[str]:
    return re.compile(rf",? \s+ {_DAY}", re.VERBOSE)
