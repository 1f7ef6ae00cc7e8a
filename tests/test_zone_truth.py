"""Clocks against the tz database as others read it: a reader of its own, and zdump.

The reader knows RFC 8536 and nothing of the code under test: the transitions of the
second block, and the rule of the footer for all that comes after them.
"""

import re
import shutil
import struct
import subprocess
from bisect import bisect_right
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest
import tzdata

from tweetspat.zones import AMBIGUOUS, abbreviation, offset, wall, zone
from tweetspat.zones.history import changes
from tweetspat.zones.search import every_word

FOLDER = Path(tzdata.__file__).parent / "zoneinfo"
FIRST = int(datetime(1990, 1, 1, tzinfo=UTC).timestamp())
LAST = int(datetime(2038, 1, 1, tzinfo=UTC).timestamp())
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
ZDUMP = shutil.which("zdump")

PLACES = (
    "Europe/Moscow",
    "America/New_York",
    "Asia/Damascus",
    "Africa/Cairo",
    "Africa/Casablanca",
    "America/Caracas",
    "America/Chicago",
    "America/Nuuk",
    "America/Sao_Paulo",
    "America/St_Johns",
    "Asia/Baghdad",
    "Asia/Beirut",
    "Asia/Gaza",
    "Asia/Jerusalem",
    "Asia/Kathmandu",
    "Asia/Pyongyang",
    "Asia/Tehran",
    "Asia/Yekaterinburg",
    "Australia/Lord_Howe",
    "Europe/Dublin",
    "Europe/Istanbul",
    "Europe/Kyiv",
    "Europe/London",
    "Europe/Simferopol",
    "Pacific/Apia",
    "Pacific/Kwajalein",
)


class Rule(NamedTuple):
    """The footer: "EST5EDT,M3.2.0,M11.1.0"."""

    clock: tuple[int, str]
    other: tuple[int, str] | None
    start: str
    end: str


class Truth(NamedTuple):
    """One file: what it lists, and what goes on after that."""

    times: tuple[int, ...]
    clocks: tuple[tuple[int, str], ...]
    first: tuple[int, str]
    rule: Rule


@cache
def truth(name):
    data = (FOLDER / name).read_bytes()
    counts = struct.unpack(">20x6L", data[:44])
    isut, isstd, leap, times, types, letters = counts
    at = 44 + times * 5 + types * 6 + letters + leap * 8 + isstd + isut
    assert data[at : at + 4] == b"TZif"
    counts = struct.unpack(">20x6L", data[at : at + 44])
    isut, isstd, leap, times, types, letters = counts
    at += 44
    listed = struct.unpack(f">{times}q", data[at : at + 8 * times])
    at += 8 * times
    kinds = data[at : at + times]
    at += times
    rows = [
        struct.unpack(">lBB", data[at + 6 * n : at + 6 * n + 6]) for n in range(types)
    ]
    at += 6 * types
    words = data[at : at + letters]
    at += letters + 12 * leap + isstd + isut
    clocks = [
        (shift, words[start : words.index(b"\0", start)].decode())
        for shift, _, start in rows
    ]
    footer = data[at:].decode().strip("\n")
    return Truth(listed, tuple(clocks[kind] for kind in kinds), clocks[0], rule(footer))


def rule(footer):
    name, time = r"(<[^>]+>|[A-Za-z]+)", r"([-+]?\d+(?::\d+)*)"
    found = re.fullmatch(rf"{name}{time}(?:{name}{time}?,(M[^,]+),(M[^,]+))?", footer)
    assert found, footer
    std, behind, dst, dst_behind, start, end = found.groups()
    shift = -seconds(behind)
    later = -seconds(dst_behind) if dst_behind else shift + 3600
    other = (later, dst.strip("<>")) if dst else None
    return Rule((shift, std.strip("<>")), other, start, end)


def seconds(clock):
    sign = -1 if clock.startswith("-") else 1
    parts = [*map(int, clock.lstrip("+-").split(":")), 0, 0]
    return sign * (parts[0] * 3600 + parts[1] * 60 + parts[2])


def moment(year, when, shift):
    """Return the epoch second of "M3.2.0/2" of a year, on a clock of that offset."""
    date, _, clock = when.removeprefix("M").partition("/")
    month, week, weekday = map(int, date.split("."))
    day = datetime(year, month, 1, tzinfo=UTC)
    day += timedelta(days=(weekday - day.isoweekday()) % 7 + 7 * (week - 1))
    while day.month != month:
        day -= timedelta(days=7)
    return int(day.timestamp()) + seconds(clock or "2") - shift


def turns(name):
    """Return every instant from 1990 to 2038 at which a file or its rule says so."""
    told = truth(name)
    found = {each for each in told.times if FIRST <= each < LAST}
    if told.rule.other:
        after = max(told.times, default=FIRST)
        for year in range(1990, 2038):
            found |= {each for each in both(told.rule, year) if after < each < LAST}
    return sorted(found)


def both(rule, year):
    return (
        moment(year, rule.start, rule.clock[0]),
        moment(year, rule.end, rule.other[0]),
    )


def clock(name, at):
    """Return the offset in seconds and the abbreviation at an epoch second."""
    told = truth(name)
    index = bisect_right(told.times, at)
    if not index and told.times:
        return told.first
    if index < len(told.times):
        return told.clocks[index - 1]
    if told.rule.other is None:
        return told.rule.clock
    start, end = both(told.rule, (EPOCH + timedelta(seconds=at)).year)
    other = start <= at < end if start < end else not end <= at < start
    return told.rule.other if other else told.rule.clock


def in_figures(shift):
    hours, minutes = divmod(abs(shift) // 60, 60)
    sign = "-" if shift < 0 else "+"
    return (
        f"UTC{sign}{hours}" + (f":{minutes:02}" if minutes else "") if shift else "UTC"
    )


def shown(name, at):
    """Return what the code under test says: the wall clock, the offset, the name."""
    found, instant = zone(name), EPOCH + timedelta(seconds=at)
    there = wall(found, instant).replace(tzinfo=None, fold=0)
    return there, offset(found, instant), abbreviation(found, instant)


def expected(at, shift, word):
    there = EPOCH.replace(tzinfo=None) + timedelta(seconds=at + shift)
    return there, in_figures(shift), word if word.isalpha() else in_figures(shift)


def wrong(name):
    return [
        (name, at, told, meant)
        for turn in (FIRST, *turns(name), LAST)
        for at in (turn - 1, turn)
        if (told := shown(name, at)) != (meant := expected(at, *clock(name, at)))
    ]


@pytest.mark.parametrize("name", PLACES)
def test_at_every_change_and_a_second_before_clocks_are_those_of_the_database(name):
    assert wrong(name) == []


def test_so_are_those_of_every_place_that_a_word_means():
    places = {*every_word().values(), *(n for each in AMBIGUOUS.values() for n in each)}

    assert len(places) > 200
    assert [each for name in sorted(places) for each in wrong(name)] == []


def test_the_reader_of_this_test_finds_what_is_known_of_moscow_and_new_york():
    autumn = int(datetime(2014, 10, 25, 22, tzinfo=UTC).timestamp())
    spring = int(datetime(2037, 3, 8, 7, tzinfo=UTC).timestamp())

    assert len(turns("Europe/Moscow")) > 40
    assert clock("Europe/Moscow", autumn - 1) == (4 * 3600, "MSK")
    assert clock("Europe/Moscow", autumn) == (3 * 3600, "MSK")
    assert len(turns("America/New_York")) == 2 * 48
    assert clock("America/New_York", spring - 1) == (-5 * 3600, "EST")
    assert clock("America/New_York", spring) == (-4 * 3600, "EDT")


@pytest.mark.parametrize("name", PLACES)
def test_the_changes_that_are_listed_are_those_of_the_database(name):
    first = int(datetime(2006, 1, 1, tzinfo=UTC).timestamp())
    real = [
        at
        for at in turns(name)
        if at > first and clock(name, at) != clock(name, at - 1)
    ]

    found = changes(zone(name), at_second(first), at_second(LAST))

    assert [int(each.instant.timestamp()) for each in found] == real


def at_second(at):
    return EPOCH + timedelta(seconds=at)


@pytest.mark.skipif(not ZDUMP, reason="there is no zdump here")
@pytest.mark.parametrize("name", PLACES)
def test_zdump_reads_the_same_from_the_same_file(name):
    path = str(FOLDER / name)
    told = subprocess.run(
        [ZDUMP, "-v", "-c", "1990,2038", path],
        capture_output=True,
        check=True,
        text=True,
        env={"LC_ALL": "C"},
    ).stdout

    lines = re.findall(
        r" (\w{3} [\w: ]+) UTC? = .* (\S+) isdst=\d gmtoff=(-?\d+)", told
    )

    for utc, word, shift in lines:
        instant = datetime.strptime(utc, "%a %b %d %H:%M:%S %Y").replace(tzinfo=UTC)
        at = int(instant.timestamp())
        assert shown(name, at) == expected(at, int(shift), word.strip("<>"))
    assert len(lines) >= 2 * len([at for at in turns(name) if at > FIRST]) - 2
