"""A language's words of time, and what each means.

A language is a module that holds one `Lexicon` made of these plain tables; the
rules that read it are the same for all.
"""

from collections.abc import Iterable, Mapping
from typing import Literal, NamedTuple, TypeAlias

from tweetspat.said_times.tokens import folded

__all__ = ["Entry", "Index", "Kind", "Lexicon", "PartName", "UnitName", "index_of"]

Kind: TypeAlias = Literal[
    "day",
    "weekday",
    "month",
    "part",
    "moment",
    "number",
    "unit",
    "which",
    "ago",
    "ago_before",
    "ahead",
    "ahead_before",
    "bound",
    "and",
    "in",
    "cue",
    "at",
    "oclock",
    "hours",
    "half",
    "past",
    "add",
    "zone",
    "local",
    "zone_lead",
    "year_word",
    "glue",
    "void",
    "each",
    "will",
    "was",
]
"""What a word can be.

day: counted from today, `name` is a part of it or "" ("tonight" is 0, "night").
weekday: 0 is Monday.  month: 1 to 12.  part: morning.  moment: noon, in minutes.
number: in words; `name` "few" where it is none.  unit: hour.
which: last (-1), this (0), next (1).
ago: after a number and its unit.  ago_before: before them.  ahead: the same of
what is to come.
bound: since, until, by, before, after, from, between.  and: what joins two ends.
in: what can stand before a month or a year.  cue: what makes a number after it a
clock ("um", "a las").  oclock: what does so behind it ("Uhr").
at: what makes a clock sure that is written as one, and a number behind a bound
("à", "gegen", "las").  hours: a unit that may be a clock's, too ("heures").
half: behind a clock, "a" or "p" of the day, "n" of the night.
past: before an hour, minutes after it ("half past"); `add`: behind it.
zone: `name` is a place; zone_lead: a place follows ("heure de"); local: the zone
of who speaks.
glue: what may stand inside ("at", "about").  void: a name or saying that is no
time.  each: "every", which makes it none.  will, was: words of the future, of
the past.
"""

PartName: TypeAlias = Literal[
    "early", "dawn", "morning", "forenoon", "afternoon", "evening", "night",
    "overnight", "small_hours", "this_night", "night_to", "noon",
]  # fmt: skip
UnitName: TypeAlias = Literal[
    "second", "minute", "hour", "day", "week", "month", "year"
]


class Entry(NamedTuple):
    """What one word, or several, mean.

    Attributes:
        rest: the words that follow the first.
        kind: what it is.
        number, name: which of its kind.
    """

    rest: tuple[str, ...]
    kind: Kind
    number: float = 0
    name: str = ""


class Lexicon(NamedTuple):
    """The words of one language, as people write them; several are joined by "|".

    Attributes:
        days: words to days from today; a value with a part is of that part only.
        weekdays: seven, Monday first; `short_weekdays` count beside a date only.
        months: twelve.
        parts: words to parts of a day.
        moments: words to minutes of the day.
        numbers: words to numbers; None is "a few".
        units: unit to its words.
        which: -1, 0, 1 to its words.
        words: kind to its words, where they are of no number.
        bounds: bound to its words.
        weekday_parts: parts to what may be joined to a weekday ("Montagabend");
            "noon" is one.
        spans: words for a number of units ("Viertelstunde").
        counted: a pattern of words that a number before them counts; no clock.
        halves: "a", "p", "n" to their words; "d" is "a" with a noon of its own.
        past, add: minutes to their words.
        zones: IANA name to its words; "" is the speaker's own.
        variants: prefixes that may stand before a word, as the Arabic "and".
    """

    days: Mapping[str, int | tuple[int, PartName]]
    weekdays: tuple[str, ...]
    months: tuple[str, ...]
    parts: Mapping[str, PartName]
    units: Mapping[UnitName, str]
    which: Mapping[int, str]
    bounds: Mapping[str, str]
    words: Mapping[Kind, str]
    short_weekdays: tuple[str, ...] = ()
    moments: Mapping[str, int] = {}
    numbers: Mapping[str, float | None] = {}
    halves: Mapping[str, str] = {}
    past: Mapping[int, str] = {}
    add: Mapping[int, str] = {}
    zones: Mapping[str, str] = {}
    weekday_parts: Mapping[PartName, str] = {}
    spans: Mapping[str, tuple[UnitName, float]] = {}
    counted: str = ""
    prefixes: tuple[str, ...] = ()


def _with(weekdays: str, end: str) -> list[str]:
    return [day + gap + end for day in weekdays.split("|") for gap in ("", " ")]


Index: TypeAlias = Mapping[str, tuple[Entry, ...]]
"""Entries by their first word, the longest first."""


def index_of(lexicon: Lexicon) -> Index:
    """Return the entries of a lexicon by their first word, the longest first."""
    found: dict[str, list[Entry]] = {}

    def put(words: str, kind: Kind, number: float = 0, name: str = "") -> None:
        for each in words.split("|"):
            first, *rest = folded(each).replace("'", " ").replace("-", " ").split()
            found.setdefault(first, []).append(Entry((*rest,), kind, number, name))

    def count(all_words: Iterable[str], kind: Kind, first: int, name: str = "") -> None:
        for number, each in enumerate(all_words, start=first):
            if each:
                put(each, kind, number, name)

    for words, day in lexicon.days.items():
        put(words, "day", *(day if isinstance(day, tuple) else (day,)))
    count(lexicon.weekdays, "weekday", 0)
    count(lexicon.short_weekdays, "weekday", 0, "short")
    for part, ends in lexicon.weekday_parts.items():
        for end in ends.split("|"):
            days = ("|".join(_with(each, end)) for each in lexicon.weekdays)
            count(days, "weekday", 0, part)
    count(lexicon.months, "month", 1)
    for words, part in lexicon.parts.items():
        put(words, "part", 0, part)
    for words, minutes in lexicon.moments.items():
        put(words, "moment", minutes)
    for words, amount in lexicon.numbers.items():
        put(words, "number", amount or 0, "" if amount is not None else "few")
    for unit, words in lexicon.units.items():
        put(words, "unit", 0, unit)
    for words, (unit, amount) in lexicon.spans.items():
        put(words, "unit", amount, unit)
    for number, words in lexicon.which.items():
        put(words, "which", number)
    for bound, words in lexicon.bounds.items():
        put(words, "bound", 0, bound)
    for half, words in lexicon.halves.items():
        put(words, "half", 0, half)
    for minutes, words in lexicon.past.items():
        put(words, "past", minutes)
    for minutes, words in lexicon.add.items():
        put(words, "add", minutes)
    for name, words in lexicon.zones.items():
        put(words, "zone" if name else "local", 0, name)
    for kind, words in lexicon.words.items():
        put(words, kind, 0, "hour" if kind == "hours" else "")
    return {
        first: tuple(sorted(those, key=lambda entry: -len(entry.rest)))
        for first, those in found.items()
    }
