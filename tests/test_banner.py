"""Between the days: every date on every clock; and silences that were none."""

from datetime import timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import at, tweet
from shown import clocks, drawn, lines, view
from telling import spat, turn

from tweetspat.renderers.cells import cells
from tweetspat.zones import offset, wall

ZONES = ["MSK", "ET", "Asia/Damascus"]


def banners(shown):
    """What stands in each banner; pieces that have lines of their own follow "|"."""
    found = []
    for line in shown:
        before, dashes, words = line.partition("╌╌ ")
        if dashes:
            found.append(words.rstrip("╌ "))
        elif found and before.strip().endswith(("MSK", "EST", "EET")):
            found[-1] += f" | {before.strip()}"
    return found


def silences(*clocks_told):
    """The silences between turns that were sent at those times, "HH:MM" or None."""
    turns = [
        turn(n, "a", each if each is None else at("00:00") + timedelta(hours=each))
        for n, each in enumerate(clocks_told, start=1)
    ]
    shown = drawn([spat(turns)])
    return [line.strip(" ⋮┄") for line in shown if "silence" in line]


LATE = [tweet("1", "a", "20:59"), tweet("2", "b", "22:30", reply_to="1")]


@pytest.mark.parametrize(
    ("width", "zones", "second"),
    [
        (80, ZONES[:2], "Fri 12 Feb 2016 MSK UTC+3 · Thu 11 Feb 2016 EST UTC-5"),
        (60, ZONES[:2], "Fri 12 Feb 2016 MSK · Thu 11 Feb 2016 EST"),
        (50, ZONES[:2], "Fri 12 Feb MSK · Thu 11 Feb EST"),
        (40, ZONES[:2], "Fri 12 Feb MSK | Thu 11 Feb EST"),
        (60, ZONES, "Fri 12 Feb MSK | Thu 11 Feb EST | Fri 12 Feb EET"),
    ],
)
def test_every_date_stands_there_on_however_narrow_a_line(width, zones, second):
    shown = lines(LATE, width=width, zones=zones)

    assert banners(shown)[1] == second


def test_a_new_day_after_a_silence_is_marked_below_it():
    shown = lines(LATE)

    silence = next(n for n, line in enumerate(shown) if "silence" in line)
    assert "╌╌ Fri 12 Feb" in shown[silence + 2]


def test_a_clock_whose_name_is_too_long_for_its_column_shows_its_offset():
    shown = lines(LATE[:1], zones=["UTC", "Asia/Kathmandu"])

    assert any(line.startswith("   UTC  +5:45  ╌╌") for line in shown)


sendings = st.lists(
    st.integers(0, 400).map(
        lambda hours: at("00:00") + timedelta(days=27, hours=hours)
    ),
    min_size=1,
    max_size=8,
)
"""Around 13 and 25 March 2016, when the clocks change in Washington and Damascus."""


@settings(max_examples=100, deadline=None)
@given(sendings, st.integers(40, 120))
def test_every_change_of_a_date_or_offset_on_any_shown_clock_is_marked(sent, width):
    turns = [turn(n, "a", each) for n, each in enumerate(sorted(sent), start=1)]
    zones = clocks("MSK", "ET")

    shown = drawn([spat(turns)], seen=view(width=width))

    assert all(cells(line) <= width for line in shown)
    marked, above = [], False
    for line in shown:
        above = above or "╌╌" in line
        if line[:1] == " " and line[1:3].isdigit() and "╌╌" not in line:
            marked.append(above)
            above = False
    told = [
        [(wall(zone, each).date(), offset(zone, each)) for zone in zones]
        for each in sorted(sent)
    ]
    assert marked == [True, *(one != other for one, other in pairwise(told))]


# Silences.


@pytest.mark.parametrize(
    ("sent", "told"),
    [
        pytest.param((10, 12), ["2 h of silence"], id="two-hours"),
        pytest.param((10, None, 15), [], id="somebody-spoke-nobody-knows-when"),
        pytest.param((None, 10, 15), ["5 h of silence"], id="unknown-before-both"),
        pytest.param((12, 10), [], id="backwards"),
        pytest.param((10, 9, 10.5), [], id="somebody-above-spoke-in-between"),
        pytest.param((9, 12, 10), [], id="somebody-below-spoke-in-between"),
        pytest.param((9, 9, 12, 12), ["3 h of silence"], id="several-at-one-instant"),
    ],
)
def test_a_silence_is_claimed_only_where_nobody_spoke(sent, told):
    assert silences(*sent) == told
