"""The strip "who spoke when"."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import at, tweet
from shown import case_of, spats, view
from telling import spat, turn

from tweetspat.model import Side
from tweetspat.renderers.cells import cells
from tweetspat.renderers.lines import plain
from tweetspat.renderers.strip import strip
from tweetspat.renderers.view import ASCII, GLYPHS
from tweetspat.renderers.voices import voices_of

FIRST_CELL = 10
"""Where the axis begins, after the margin."""


def shown(tweets, *cases, **more):
    (spat,) = spats(tweets, *cases)
    seen = view(**more)
    return [plain(line) for line in strip(spat, voices_of(spat, seen.glyphs), seen)]


def talk(*sent, **more):
    """A chain of answers of a and b in turn, sent so long after noon."""
    return [
        tweet(
            str(n),
            "ba"[n % 2],
            sent=at("12:00") + each,
            reply_to=str(n - 1) if n > 1 else None,
            **more,
        )
        for n, each in enumerate(sent, start=1)
    ]


MINUTES = [timedelta(minutes=minutes) for minutes in (0, 10, 25, 40)]


def test_each_clock_labels_the_axis_and_each_voice_has_a_lane():
    assert shown(talk(*MINUTES), width=60) == [
        "     MSK  15:00   15:10   15:20   15:30   15:40   15:50",
        "       ●  ●───────┼───────┼───●───┼───────┼───────┼",
        "       ◆  ┼───────◆───────┼───────┼───────◆───────┼",
        "     EST  07:00   07:10   07:20   07:30   07:40   07:50",
    ]


def test_with_one_clock_only_it_labels_the_axis():
    first, *lanes = shown(talk(*MINUTES), zones=["UTC"])

    assert first.split()[:2] == ["UTC", "12:00"]
    assert len(lanes) == 2


def test_it_is_drawn_in_ascii_where_the_signs_are_missing():
    assert shown(talk(*MINUTES), width=60, glyphs=ASCII)[1:3] == [
        "       A  A-------+-------+---A---+-------+-------+",
        "       B  +-------B-------+-------+-------B-------+",
    ]


def test_days_are_labelled_by_their_dates():
    talked = talk(*(timedelta(days=days) for days in (0, 3, 6)))

    labels = shown(talked, zones=["UTC"])[0]

    assert labels.split()[1:5] == ["11", "Feb", "12", "Feb"]


def test_years_are_labelled_by_their_numbers():
    talked = talk(*(timedelta(days=366 * years) for years in range(5)))

    assert shown(talked, zones=["UTC"])[0].split() == [
        "UTC",
        *map(str, range(2016, 2022)),
    ]


def test_without_times_it_shows_the_order_and_says_so():
    tweets = [tweet("x", "a", None), tweet("y", "b", None), tweet("z", "a", None)]

    assert shown(tweets, case_of("x", "y", "z", sides=())) == [
        "       ●  ●───●",
        "       ◆  ──◆──",
        "          in the order shown below; no clock time is known",
    ]


@pytest.mark.parametrize(
    "tweets",
    [
        pytest.param(talk(*MINUTES[:2]), id="two-tweets"),
        pytest.param(
            [*talk(*MINUTES[:2]), tweet("9", "a", None, reply_to="1")],
            id="a-time-among-them-unknown",
        ),
        pytest.param(
            [tweet("1"), tweet("2", reply_to="1"), tweet("3", reply_to="2")],
            id="a-monologue",
        ),
    ],
)
def test_there_is_none_where_it_could_tell_nothing(tweets):
    assert shown(tweets) == []


def test_a_lost_tweet_has_no_cell():
    first, *rest = talk(*MINUTES)
    tweets = [first._replace(reply_to="0"), *rest]

    assert shown(tweets) == shown([first, *rest])


def test_the_edges_of_the_calendar_have_no_strip_and_do_no_harm():
    year_one = at("12:00").replace(year=1, month=1, day=1)
    year_last = at("12:00").replace(year=9999, month=12, day=31)
    tweets = [
        tweet("1", "a", sent=year_one),
        tweet("2", "b", sent=year_last, reply_to="1"),
        tweet("3", "a", sent=year_last, reply_to="2"),
    ]

    assert all(cells(line) <= 80 for line in shown(tweets))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.timedeltas(timedelta(), timedelta(days=9000)), min_size=3, max_size=9),
    st.integers(40, 120),
)
def test_it_is_never_wider_than_the_width_and_shows_every_voice(after, width):
    lines = shown(talk(*sorted(after)), width=width)

    assert all(cells(line) <= width for line in lines)
    assert {"●", "◆"} <= set("".join(lines))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.integers(0, 600), min_size=3, max_size=9, unique=True).map(sorted),
    st.integers(40, 120),
)
def test_a_sign_under_a_tick_was_sent_at_about_the_time_of_its_label(minutes, width):
    talked = talk(*(timedelta(minutes=each) for each in minutes))
    labels, *lanes = shown(talked, width=width, zones=["UTC"])

    first, second = labels.split()[1:3]
    step = (at(second) - at(first)) % timedelta(days=1)
    gap = labels.index(second) - labels.index(first)
    for lane in lanes:
        for cell, sign in enumerate(lane[FIRST_CELL:]):
            if sign in "●◆":
                start = at(first) + cell * step / gap
                near = min(abs(start - each.sent) for each in talked)
                assert near <= step / gap / 2 + timedelta(seconds=1)


def test_an_order_that_contradicts_the_times_has_its_strip_all_the_same():
    sides = (Side("A", ("a",)), Side("B", ("b",)))
    minutes = ("12:40", "12:00", "12:10")
    turns = [turn(n, "ab"[n % 2], each) for n, each in enumerate(minutes)]
    told = spat([each._replace(side="AB"[each.n % 2]) for each in turns], sides)

    lines = [
        plain(line) for line in strip(told, voices_of(told, GLYPHS), view(width=60))
    ]

    assert lines[1:3] == [
        "       ●  ┼───────●───────┼───────┼───────●───────┼",
        "       ◆  ◆───────┼───────┼───────┼───────┼───────┼",
    ]
