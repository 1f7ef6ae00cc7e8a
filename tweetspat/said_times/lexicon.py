"""A language's words of time, and what each means.

A language is a module that holds one `Lexicon` made of these plain tables; the
rules that read it are the same for all.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias, TypeVar

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
    "later",
    "later_before",
    "then",
    "bound",
    "bound_behind",
    "case",
    "and",
    "in",
    "cue",
    "at",
    "clock",
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
    "saying",
    "price",
    "each",
    "place",
    "lasting",
    "will",
    "was",
]
"""What a word can be.

day: counted from today, `name` is a part of it or "" ("tonight" is 0, "night").
weekday: 0 is Monday.  month: 1 to 12.  part: morning.  moment: noon, in minutes.
number: in words; `name` "few" where it is none.  unit: hour.
which: last (-1), this (0), next (1).
ago: after a number and its unit.  ago_before: before them.  ahead: the same of
what is to come.  later, later_before: the same, but "then later" in a tale
("через", "sonra").  then: beside such a stretch, what it is counted from.
bound: since, until, by, before, after, from, between; -1 where it is ago_before,
too, 1 where later_before.  bound_behind: what follows its time.
case: an ending behind an apostrophe, `name` is "at", "from", "to", "of", "about".
and: what joins two ends.
in: what can stand before a month or a year.  cue: what makes a number after it a
clock ("um", "a las").  clock: what does so behind it ("Uhr").
at: what makes a clock sure that is written as one, and a number behind a bound
("à", "gegen", "las").  hours: a unit that may be a clock's, too ("heures").
half: behind a clock, "a" or "p" of the day, "n" of the night.
past: before an hour, minutes after it ("half past"); `add`: behind it.
zone: `name` is a place; zone_lead: a place follows ("heure de"); local: the zone
of who speaks.
glue: what may stand inside ("at", "about").  void: a name or saying that is no
time.  saying: one that leaves its sentence without any.  price: what makes figures
with a dot and an ending no clock.  each: "every", which makes it none.  lasting:
"for", before a number that lasts.  will, was: words of the future, of the past.
"""

PartName: TypeAlias = Literal[
    "early", "dawn", "morning", "afternoon", "evening", "night",
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
        unsure_weekdays: words that mean something else, too, when they stand alone.
        months: twelve; `marked_months`: inflected as "in May".
        parts: words to parts of a day; `since_parts`: words for "since morning".
        moments: words to minutes of the day; with "?", of either half of it.
        numbers: words to numbers; None is "a few".
        ordinals: words to numbers that may be days of a month, too.
        at_numbers: words to hours, inflected as "at eight".
        units: unit to its words.
        which: -1, 0, 1 to its words.
        words: kind to its words, where they are of no number.
        bounds: bound to its words; `bounds_behind`: those that follow their time.
        weekday_parts: parts to what may be joined to a weekday ("Montagabend");
            "noon" is one.
        spans: words for a number of units ("Viertelstunde"); of 1 where the word leads
            or follows a figure, too ("saat 15", "2013 год"), of -1 for "some".
        cases: "at", "from", "to", "of" to endings.
        endings, beginnings: kind to those of words that are listed nowhere.
        counted: a pattern of words that a number before them counts; no clock.
        halves: "a", "p", "n" to their words; "d" is "a" with a noon of its own.
        past, add: minutes to their words.
        zones: IANA name to its words; "" is the speaker's own.
        prefixes: what may stand before a word, as the Arabic "and".
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
    moments: Mapping[str, int | tuple[int, str]] = {}
    numbers: Mapping[str, float | None] = {}
    halves: Mapping[str, str] = {}
    past: Mapping[int, str] = {}
    add: Mapping[int, str] = {}
    zones: Mapping[str, str] = {}
    weekday_parts: Mapping[PartName, str] = {}
    spans: Mapping[str, tuple[UnitName, float]] = {}
    counted: str = ""
    ordinals: Mapping[str, int] = {}
    at_numbers: Mapping[str, int] = {}
    unsure_weekdays: tuple[str, ...] = ()
    marked_months: tuple[str, ...] = ()
    since_parts: Mapping[str, PartName] = {}
    bounds_behind: Mapping[str, str] = {}
    cases: Mapping[str, str] = {}
    endings: Mapping[Kind, str] = {}
    beginnings: Mapping[Kind, str] = {}
    prefixes: tuple[str, ...] = ()


Name = TypeVar("Name", bound=str)
Index: TypeAlias = Mapping[str, Sequence[Entry]]
"""Entries by their first word, the longest first."""

Meaning: TypeAlias = tuple[str, Kind, float, str]
"""Words joined by "|", their kind, number and name."""


def index_of(lexicon: Lexicon) -> Index:
    """Return the entries of a lexicon by their first word, the longest first."""
    found: dict[str, list[Entry]] = {}
    for all_words, kind, number, name in _meanings(lexicon):
        for words in _as_tokens(all_words).split("|"):
            first, *rest = words.split() or ("",)
            if first:
                found.setdefault(first, []).append(Entry((*rest,), kind, number, name))
    for entries in found.values():
        entries.sort(key=_length, reverse=True)
    return found


def _as_tokens(words: str) -> str:
    """Return words as tokens have them: folded, cut at apostrophes and hyphens.

    The hyphen of "17-25" stays, for that is one token.
    """
    words = folded(words)
    return re.sub(r"'|-(?!\d)", " ", words) if "'" in words or "-" in words else words


def _length(entry: Entry) -> int:
    return len(entry.rest)


def _meanings(lexicon: Lexicon) -> Iterator[Meaning]:
    """Yield words with their kind, number and name; of equals the first counts."""
    yield from _days(lexicon)
    yield from _ordered(lexicon.months, "month", 1, "")
    yield from _ordered(lexicon.marked_months, "month", 1, "in")
    yield from _parts(lexicon)
    for words, amount in lexicon.numbers.items():
        yield words, "number", amount or 0, "" if amount is not None else "few"
    yield from _numbered(lexicon.ordinals, "number", "ordinal")
    yield from _numbered(lexicon.at_numbers, "number", "at")
    yield from _named(lexicon.units, "unit")
    for words, (unit, amount) in lexicon.spans.items():
        yield words, "unit", amount, unit
    yield from _counted(lexicon.which, "which")
    yield from _bounds(lexicon)
    yield from _named(lexicon.cases, "case")
    yield from _named(lexicon.halves, "half")
    yield from _counted(lexicon.past, "past")
    yield from _counted(lexicon.add, "add")
    for name, words in lexicon.zones.items():
        yield words, "zone" if name else "local", 0, name
    for kind, words in lexicon.words.items():
        yield words, kind, 0, "hour" if kind == "hours" else ""


def _days(lexicon: Lexicon) -> Iterator[Meaning]:
    for words, day in lexicon.days.items():
        number, part = day if isinstance(day, tuple) else (day, "")
        yield words, "day", number, part
    yield from _ordered(lexicon.weekdays, "weekday", 0, "")
    yield from _ordered(lexicon.short_weekdays, "weekday", 0, "short")
    for part, ends in lexicon.weekday_parts.items():
        for end in ends.split("|"):
            days = (_with(each, end) for each in lexicon.weekdays)
            yield from _ordered(days, "weekday", 0, part)
    yield from _ordered(lexicon.unsure_weekdays, "weekday", 0, "unsure")


def _with(weekdays: str, end: str) -> str:
    return "|".join(day + gap + end for day in weekdays.split("|") for gap in ("", " "))


def _parts(lexicon: Lexicon) -> Iterator[Meaning]:
    for since, parts in enumerate((lexicon.parts, lexicon.since_parts)):
        for words, part in parts.items():
            yield words, "part", since, part
    for words, moment in lexicon.moments.items():
        minutes, half = moment if isinstance(moment, tuple) else (moment, "")
        yield words, "moment", minutes, half


def _bounds(lexicon: Lexicon) -> Iterator[Meaning]:
    ago = lexicon.words.get("ago_before", "").split("|")
    later = lexicon.words.get("later_before", "").split("|")
    for bound, all_words in lexicon.bounds.items():
        for words in all_words.split("|"):
            yield words, "bound", (words in later) - (words in ago), bound
    yield from _named(lexicon.bounds_behind, "bound_behind")


def _ordered(
    all_words: Iterable[str], kind: Kind, first: int, name: str
) -> Iterator[Meaning]:
    for number, words in enumerate(all_words, start=first):
        yield words, kind, number, name


def _numbered(table: Mapping[str, int], kind: Kind, name: str) -> Iterator[Meaning]:
    for words, number in table.items():
        yield words, kind, number, name


def _counted(table: Mapping[int, str], kind: Kind) -> Iterator[Meaning]:
    for number, words in table.items():
        yield words, kind, number, ""


def _named(table: Mapping[Name, str], kind: Kind) -> Iterator[Meaning]:
    for name, words in table.items():
        yield words, kind, 0, name
