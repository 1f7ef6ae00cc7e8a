"""When something is said to have been, in words: exact, short, on every clock."""

from datetime import UTC, datetime, timedelta
from itertools import cycle
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shown import clocks
from telling import EET, ET, MSK, said

from tweetspat.model import Precision
from tweetspat.renderers.moments import (
    each_for_itself,
    is_exact,
    moment_on,
    of_whole_days,
)

NEAR = datetime(2016, 2, 11, 10, tzinfo=UTC)
IN_2017 = NEAR.replace(year=2017)


def told(*times, zone=MSK, others=(ET,), near=NEAR, to="–"):
    """What a time is said to be, on its own clock and then on others."""
    moment = said("then", *times, zone=zone)
    return "".join(moment_on(moment, clocks(zone, *others), to, near))


# On every clock.


@pytest.mark.parametrize(
    ("times", "words"),
    [
        pytest.param(
            ("2016-02-10 13:55",), "13:55 MSK = 05:55 EST, Wed 10 Feb", id="minute"
        ),
        pytest.param(
            ("2016-02-11 05:00",),
            "05:00 MSK Thu 11 Feb = 21:00 EST Wed 10 Feb",
            id="a-minute-on-two-dates",
        ),
        pytest.param(
            ("2016-02-10 13:55:07", None, "second"),
            "13:55:07 MSK = 05:55:07 EST, Wed 10 Feb",
            id="second",
        ),
        pytest.param(
            ("2016-02-10 08:20", None, "hour"),
            "about 08:20–09:20 MSK = 00:20–01:20 EST, Wed 10 Feb",
            id="hour",
        ),
        pytest.param(
            ("2016-02-10 14:55", "2016-02-10 18:56", "hours"),
            "14:55–18:56 MSK = 06:55–10:56 EST, Wed 10 Feb",
            id="hours",
        ),
        pytest.param(
            ("2016-02-09 18:00", "2016-02-10 06:00", "part"),
            "18:00–06:00 MSK Tue 9–Wed 10 Feb = 10:00–22:00 EST Tue 9 Feb",
            id="part-over-midnight",
        ),
        pytest.param(
            ("2016-02-10 18:00", "2016-02-11 00:00", "part"),
            "18:00–24:00 MSK = 10:00–16:00 EST, Wed 10 Feb",
            id="part-until-midnight",
        ),
        pytest.param(
            ("2016-02-10 19:00", "2016-02-10 21:00", "range"),
            "19:00–21:00 MSK = 11:00–13:00 EST, Wed 10 Feb",
            id="range-of-clock-times",
        ),
        pytest.param(
            ("2016-02-04 00:00", "2016-02-11 14:00", "range"),
            "Thu 4 Feb 00:00 – Thu 11 Feb 14:00 MSK = "
            "Wed 3 Feb 16:00 – Thu 11 Feb 06:00 EST",
            id="range-that-ends-within-a-day",
        ),
    ],
)
def test_what_is_no_whole_day_is_told_on_every_clock(times, words):
    assert told(*times) == words


@pytest.mark.parametrize(
    ("times", "words"),
    [
        pytest.param(("2016-02-10", None, "day"), "Wed 10 Feb (MSK)", id="day"),
        pytest.param(
            ("2016-02-01", None, "week"), "Mon 1 – Sun 7 Feb (MSK)", id="week"
        ),
        pytest.param(
            ("2016-02-29", None, "week"),
            "Mon 29 Feb – Sun 6 Mar (MSK)",
            id="two-months",
        ),
        pytest.param(
            ("2015-12-28", None, "week"),
            "Mon 28 Dec 2015 – Sun 3 Jan 2016 (MSK)",
            id="two-years",
        ),
        pytest.param(
            ("2016-02-10", "2016-02-17", "range"),
            "Wed 10 – Tue 16 Feb (MSK)",
            id="range",
        ),
        pytest.param(
            ("2016-01-01", "2016-04-01", "range"),
            "Fri 1 Jan – Thu 31 Mar (MSK)",
            id="whole-months",
        ),
        pytest.param(
            ("2016-02-01", "2016-03-01", "month"), "February 2016 (MSK)", id="month"
        ),
        pytest.param(
            ("2015-12-01", "2016-01-01", "month"), "December 2015 (MSK)", id="december"
        ),
        pytest.param(("2015-01-01", "2016-01-01", "year"), "2015 (MSK)", id="year"),
    ],
)
def test_whole_days_are_told_as_days_of_the_clock_that_counts_them(times, words):
    assert told(*times) == words
    assert told(*times, near=None).endswith(" (MSK)")


@pytest.mark.parametrize(
    ("near", "words"),
    [(NEAR, "Wed 10 Feb"), (IN_2017, "Wed 10 Feb 2016"), (None, "Wed 10 Feb 2016")],
)
def test_the_year_is_told_unless_it_goes_without_saying(near, words):
    assert told("2016-02-10", None, "day", near=near) == f"{words} (MSK)"
    assert told("2016-02-10 13:55", near=near).endswith(f", {words}")


def test_in_ascii_a_hyphen_stands_between_two_ends():
    assert told("2016-02-10 08:20", None, "hour", others=(), to="-") == (
        "about 08:20-09:20 MSK, Wed 10 Feb"
    )


# Clocks that change.


def test_a_day_on_which_the_clocks_change_names_both():
    assert told("2016-03-13", "2016-03-14", "day", zone=ET, near=None) == (
        "Sun 13 Mar 2016 (EST/EDT)"
    )


def test_a_stretch_in_which_the_clocks_change_names_the_clock_at_each_end():
    assert told("2016-03-13 00:00", "2016-03-13 06:00", "part", zone=ET, others=()) == (
        "00:00 EST–06:00 EDT, Sun 13 Mar"
    )


def test_a_day_begins_at_one_where_the_clocks_leave_midnight_out():
    first = datetime(2016, 3, 24, 22, tzinfo=UTC)  # 01:00 in Damascus
    moment = said("Friday", precision="day")._replace(
        start=first, end=first + timedelta(hours=23), precision="day"
    )

    assert moment_on(moment, clocks(EET), "–", NEAR) == ["Fri 25 Mar (EEST)"]
    assert told("2016-03-24", "2016-03-25", "day", zone=EET) == "Thu 24 Mar (EET)"


# What each clock counts for itself.


def each(*times, on=(MSK, ET)):
    """How one part of the calendar is told that several clocks count."""
    moments = [said("then", *times, zone=zone) for zone in on]
    return "".join(each_for_itself([*zip(moments, clocks(*on), strict=True)], "–"))


@pytest.mark.parametrize(
    ("times", "on", "words"),
    [
        pytest.param(
            ("2016-02-10", None, "day"),
            (MSK, ET),
            "Wed 10 Feb 2016 (MSK, or EST: begins 8 h later)",
            id="day",
        ),
        pytest.param(
            ("2016-02-10", None, "day"),
            (ET, MSK, EET),
            "Wed 10 Feb 2016 "
            "(EST, or MSK: begins 8 h earlier, or EET: begins 7 h earlier)",
            id="three-clocks",
        ),
        pytest.param(
            ("2016-02-01", None, "week"),
            (MSK, "Asia/Kathmandu"),
            "Mon 1 – Sun 7 Feb 2016 (MSK, or UTC+5:45: begins 2 h 45 m earlier)",
            id="week",
        ),
        pytest.param(
            ("2016-03-01", "2016-04-01", "month"),
            (MSK, ET),
            "March 2016 (MSK, or EST/EDT: begins 8 h later, ends 7 h later)",
            id="month-in-which-one-clock-changes",
        ),
        pytest.param(
            ("2016-03-01", "2016-04-01", "month"),
            ("UTC", "Europe/London"),
            "March 2016 (UTC, or GMT/BST: begins with it, ends 1 h earlier)",
            id="only-the-ends-differ",
        ),
        pytest.param(
            ("2016-10-01", "2016-11-01", "month"),
            ("UTC", "Europe/London"),
            "October 2016 (UTC, or BST/GMT: begins 1 h earlier, ends with it)",
            id="only-the-beginnings-differ",
        ),
        pytest.param(
            ("2016-01-01", "2017-01-01", "year"),
            (MSK, ET),
            "2016 (MSK, or EST: begins 8 h later)",
            id="year",
        ),
        pytest.param(
            ("2016-02-09 18:00", "2016-02-10 06:00", "part"),
            (MSK, ET),
            "18:00–06:00, Tue 9–Wed 10 Feb 2016 (MSK, or EST: begins 8 h later)",
            id="part",
        ),
        pytest.param(
            ("2016-02-10", None, "day"),
            ("Asia/Shanghai", "America/Chicago"),
            "Wed 10 Feb 2016 (CST UTC+8, or CST UTC-6: begins 14 h later)",
            id="two-clocks-of-one-name",
        ),
    ],
)
def test_what_each_clock_counts_for_itself_is_told_once_with_how_far_apart_it_is(
    times, on, words
):
    assert each(*times, on=on) == words


# Whatever is told.


def test_an_instant_is_meant_where_the_end_is_not_after_the_start():
    turned = said("then", "2016-02-10 13:55", "2016-02-10 13:00", "range")

    assert is_exact(turned)
    assert moment_on(turned, clocks(MSK), "–", NEAR) == ["13:55:00 MSK, Wed 10 Feb"]
    assert not of_whole_days(turned, *clocks(MSK))


instants = st.datetimes(timezones=st.just(UTC)) | st.sampled_from(
    [datetime.min.replace(tzinfo=UTC), datetime.max.replace(tzinfo=UTC)]
)


@settings(max_examples=300, deadline=None)
@given(
    instants,
    instants | st.none(),
    st.sampled_from(get_args(Precision)),
    st.sampled_from([(MSK, ET), (ET,), (EET, "UTC", "Asia/Kathmandu")]),
)
def test_every_moment_can_be_told_in_every_precision(start, end, precision, zones):
    moment = said("then")._replace(start=start, end=end or start, precision=precision)

    pieces = moment_on(moment, clocks(*zones), "–")

    assert all(piece.isprintable() for piece in pieces)
    assert len(pieces) in {1, len(zones)}


@settings(max_examples=300, deadline=None)
@given(
    st.lists(st.sets(instants, min_size=2, max_size=2).map(sorted), min_size=2),
    st.sampled_from(["part", "day", "week", "month", "year", "range", "hours"]),
    st.sampled_from([(MSK, ET), (EET, "UTC"), ("Asia/Kathmandu", ET)]),
)
def test_whatever_clocks_count_can_be_told(stretches, precision, zones):
    on = [
        (said("then")._replace(start=start, end=end, precision=precision), zone)
        for (start, end), zone in zip(stretches, cycle(clocks(*zones)))
    ]

    pieces = each_for_itself(on, "–")

    assert len(pieces) == len(on)
    assert all(piece.isprintable() for piece in pieces)
