"""What is said to have happened when: claims about one moment stand together."""

from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import at, tweet
from telling import EET, ET, MSK, on, said, spat, turn

from tweetspat.events import events


def told(*turns):
    """The words by moment."""
    return [
        [claim.said.text for claim in event.claims] for event in events(spat(turns))
    ]


def test_the_same_minute_on_two_clocks_is_one_moment_that_both_speak_of():
    moscow = said("13:55 (MSK)", "2016-02-10 13:55", zone=MSK)
    washington = said("5:55 a.m. ET", "2016-02-10 05:55", zone=ET)

    (event,) = events(
        spat(
            [
                turn(1, "moscow_mod", "10:00", "13:55 (MSK)", moscow),
                turn(2, "coalition_pao", "10:05", "5:55 a.m. ET", washington),
            ]
        )
    )

    assert event.start == on("2016-02-10 13:55", MSK)
    assert [claim.turn.n for claim in event.claims] == [1, 2]
    assert [claim.said for claim in event.claims] == [moscow, washington]


def test_an_hour_and_a_minute_that_begin_together_are_one_moment_as_exact_as_it():
    hour = said("about an hour ago", "2016-02-10 13:55", precision="hour")
    minute = said("13:55", "2016-02-10 13:55")

    (event,) = events(spat([turn(1, "a", "10:00", "x", hour, minute)]))

    assert event.precision == "minute"
    assert (event.start, event.end) == (minute.start, minute.end)
    assert [claim.said for claim in event.claims] == [hour, minute]


def test_yesterday_is_another_day_on_another_clock():
    moscow = said("yesterday", "2016-02-10", precision="day", zone=MSK)
    washington = said("Yesterday", "2016-02-10", precision="day", zone=ET)
    again = said("Wednesday", "2016-02-10", precision="day", zone=MSK)

    assert told(
        turn(1, "a", "10:00", "x", moscow),
        turn(2, "b", "10:00", "x", washington),
        turn(3, "c", "10:00", "x", again),
    ) == [["yesterday", "Wednesday"], ["Yesterday"]]


def test_coarse_times_that_only_begin_together_are_two_moments_the_longer_first():
    year = said("in 2016", "2016-01-01", "2017-01-01", "year")
    month = said("in January", "2016-01-01", "2016-02-01", "month")
    day = said("on New Year", "2016-01-01", precision="day")
    midnight = said("at midnight", "2016-01-01 00:00")

    found = events(spat([turn(1, "a", "10:00", "x", midnight, day, month, year)]))

    assert [event.precision for event in found] == ["year", "month", "day", "minute"]
    assert [event.holds for event in found] == [3, 2, 1, 0]


def test_a_day_comes_before_what_is_said_of_its_hours_and_says_how_much_it_holds():
    day = said("yesterday", "2016-02-10", precision="day")
    morning = said("in the morning", "2016-02-10 05:00", "2016-02-10 12:00", "part")
    minute = said("at 9:30", "2016-02-10 09:30")
    later = said("today at 9:30", "2016-02-11 09:30")

    found = events(spat([turn(1, "a", "10:00", "x", later, minute, morning, day)]))

    assert [claim.said.text for event in found for claim in event.claims] == [
        "yesterday",
        "in the morning",
        "at 9:30",
        "today at 9:30",
    ]
    assert [event.holds for event in found] == [2, 1, 0, 0]


def test_what_begins_within_and_ends_later_is_not_held():
    day = said("yesterday", "2016-02-10", precision="day")
    night = said("overnight", "2016-02-10 18:00", "2016-02-11 06:00", "part")

    assert [
        event.holds for event in events(spat([turn(1, "a", None, "x", day, night)]))
    ] == [0, 0]


def test_claims_stand_in_printed_order_whenever_they_were_sent():
    day = said("yesterday", "2016-02-10", precision="day")
    late, unknown, early = (
        turn(n, "a", clock, "yesterday", day)
        for n, clock in enumerate(["12:00", None, "09:00"], start=1)
    )

    (event,) = events(spat([late, unknown, early]))

    assert [claim.turn.n for claim in event.claims] == [1, 2, 3]


def test_what_only_stays_for_context_claims_nothing_and_neither_does_a_ghost():
    minute = said("13:55")
    ghost = tweet("9", None, "10:00", None, state="missing")

    assert (
        told(
            turn(1, "a", "10:00", "13:55", minute, context=True),
            turn(2, "b", "10:00", "13:55", minute, tweet=ghost._asdict()),
        )
        == []
    )


def test_where_no_text_speaks_of_a_time_there_are_no_events():
    assert events(spat([turn(1, "a", "10:00")])) == ()


EXACT = ["second", "minute", "hour"]
times = st.builds(
    lambda begins, lasts, precision: said("then", precision="day")._replace(
        start=at("00:00") + timedelta(hours=begins),
        end=at("00:00") + timedelta(hours=begins + lasts),
        precision=precision,
    ),
    st.integers(0, 9),
    st.integers(-1, 9),
    st.sampled_from([*EXACT, "part", "day", "range"]),
)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.lists(times, max_size=4), min_size=1, max_size=6))
def test_every_claim_stands_in_one_moment_and_these_in_order(told_by):
    turns = [turn(n, "a", "10:00", "x", *each) for n, each in enumerate(told_by, 1)]

    found = events(spat(turns))

    claims = [claim for event in found for claim in event.claims]
    assert sorted(
        (claim.turn.n, claim.said.start, claim.said.end) for claim in claims
    ) == sorted(
        (each.n, one.start, one.end) for each in turns for one in each.said_times
    )
    assert [event.start for event in found] == sorted(event.start for event in found)
    for number, event in enumerate(found):
        assert event.start == {claim.said.start for claim in event.claims}.pop()
        assert [claim.turn.n for claim in event.claims] == sorted(
            claim.turn.n for claim in event.claims
        )
        assert event.holds == sum(
            other.start >= event.start and other.end <= event.end
            for other in found[number + 1 :]
        )
        coarse = event.precision not in EXACT
        assert not coarse or {c.said.end for c in event.claims} == {event.end}


@pytest.mark.parametrize("zone", [MSK, ET, EET])
def test_the_clock_that_a_time_was_counted_on_decides_nothing(zone):
    minute = said("13:55", "2016-02-10 13:55")

    assert len(told(turn(1, "a", None, "x", minute, minute._replace(zone=zone)))) == 1
