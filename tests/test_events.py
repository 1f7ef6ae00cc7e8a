"""What is said to have happened when: claims about one moment stand together."""

from datetime import UTC, datetime, timedelta
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import tweet
from telling import EET, ET, MSK, on, said, spat, turn

from tweetspat.events import events
from tweetspat.model import Precision
from tweetspat.zones import wall, zone_or_raise


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


def test_yesterday_is_one_moment_on_two_clocks_though_not_the_same_24_hours():
    moscow = said("10 to 10 Feb", "2016-02-10", "2016-02-11", "range", zone=MSK)
    washington = said("Yesterday", "2016-02-10", precision="day", zone=ET)
    again = said("all of it", "2016-02-10", "2016-02-11", "range", zone=MSK)

    (event,) = events(
        spat(
            [
                turn(1, "a", "10:00", "x", washington),
                turn(2, "b", "10:00", "x", moscow),
                turn(3, "c", "10:00", "x", again),
            ]
        )
    )

    assert event.calendar == (washington, moscow, again)
    assert event.precision == "day"
    assert event.start == on("2016-02-10 00:00", MSK)
    assert event.end == on("2016-02-11 00:00", ET)


@pytest.mark.parametrize(
    ("times", "moments"),
    [
        pytest.param(("2016-02-01", "2016-02-08", "week"), 1, id="week"),
        pytest.param(("2016-03-01", "2016-04-01", "month"), 1, id="month"),
        pytest.param(("2016-01-01", "2017-01-01", "year"), 1, id="year"),
        pytest.param(("2016-02-01", "2016-02-03", "range"), 1, id="range-of-days"),
        pytest.param(("2016-02-10 18:00", "2016-02-11 06:00", "part"), 1, id="part"),
        pytest.param(("2016-02-10", "2016-02-10", "range"), 2, id="no-days-at-all"),
        pytest.param(("2016-02-10", "2016-02-09", "part"), 2, id="turned"),
        pytest.param(("2016-02-10 13:55", None, "minute"), 2, id="minute"),
        pytest.param(("2016-02-10 13:00", None, "hour"), 2, id="hour"),
        pytest.param(("2016-02-10", "2016-02-11", "hours"), 2, id="hours"),
        pytest.param(
            ("2016-02-10 16:00", "2016-02-10 18:00", "range"), 2, id="range-of-hours"
        ),
        pytest.param(
            ("2016-02-03", "2016-02-10 18:00", "week"), 2, id="week-until-then"
        ),
    ],
)
def test_what_the_calendar_counts_is_one_moment_on_two_clocks_all_else_by_instant(
    times, moments
):
    one, other = said("then", *times, zone=MSK), said("then", *times, zone=ET)

    assert len(told(turn(1, "a", None, "x", one, other))) == moments


def test_hours_are_one_moment_where_both_ends_are_the_same_instants():
    moscow = said("16 to 18", "2016-02-10 16:00", "2016-02-10 18:00", "range")
    washington = said(
        "8 to 10", "2016-02-10 08:00", "2016-02-10 10:00", "range", zone=ET
    )
    longer = said("8 to 11", "2016-02-10 08:00", "2016-02-10 11:00", "range", zone=ET)

    assert told(turn(1, "a", None, "x", moscow, longer, washington)) == [
        ["8 to 11"],
        ["16 to 18", "8 to 10"],
    ]


def test_hours_that_are_a_part_of_the_day_stand_with_it():
    hours = said("5 to 12", "2016-02-10 05:00", "2016-02-10 12:00", "range")
    part = said("in the morning", "2016-02-10 05:00", "2016-02-10 12:00", "part")
    elsewhere = part._replace(start=on("2016-02-10 05:00", ET), zone=ET)
    elsewhere = elsewhere._replace(end=on("2016-02-10 12:00", ET), text="morning")

    (event,) = events(spat([turn(1, "a", None, "x", hours, part, elsewhere)]))

    assert [claim.said for claim in event.claims] == [hours, part, elsewhere]
    assert event.calendar == (part, elsewhere)


def test_a_day_without_a_midnight_is_the_same_day_as_elsewhere():
    damascus = said("Friday", "2016-03-25 01:00", "2016-03-26", "day", zone=EET)
    moscow = said("Friday", "2016-03-25", precision="day", zone=MSK)

    assert len(told(turn(1, "a", None, "x", damascus, moscow))) == 1


def test_an_hour_that_the_clocks_show_twice_is_two_moments_on_one_clock():
    first = said("early", "2016-11-06 00:00", "2016-11-06 01:30", "part", zone=ET)
    second = first._replace(end=first.end + timedelta(hours=1))

    assert len(told(turn(1, "a", None, "x", first, second))) == 2


def test_the_first_and_the_last_instant_that_there_are_can_be_spoken_of():
    ends = {
        "start": datetime.min.replace(tzinfo=UTC),
        "end": datetime.max.replace(tzinfo=UTC),
    }
    ever = [
        said("ever", precision="day", zone=zone)._replace(**ends, precision=precision)
        for zone in (MSK, ET)
        for precision in ("range", "part")
    ]

    found = events(spat([turn(1, "a", None, "x", *ever)]))

    assert {(event.start, event.end) for event in found} == {tuple(ends.values())}


def test_on_a_clock_that_nobody_knows_a_day_is_told_by_its_instants():
    known = said("yesterday", "2016-02-10", precision="day")
    odd, another = known._replace(zone="No/Where"), known._replace(zone="")
    later = odd._replace(start=odd.start + timedelta(hours=8))

    assert told(turn(1, "a", None, "x", known, odd, another, later)) == [
        ["yesterday"] * 3,
        ["yesterday"],
    ]


def test_a_day_on_two_clocks_holds_what_lies_between_its_first_and_its_last_instant():
    moscow = said("yesterday", "2016-02-10", precision="day", zone=MSK)
    washington = said("yesterday", "2016-02-10", precision="day", zone=ET)
    in_moscows = said("at 1", "2016-02-10 01:00")
    in_washingtons = said("at 11 p.m.", "2016-02-10 23:00", zone=ET)
    across = said("6 to 6", "2016-02-10 06:00", "2016-02-11 06:00", "hours")
    in_neither = said("midnight", "2016-02-11 00:00", zone=ET)
    times = (in_neither, across, in_washingtons, in_moscows, washington, moscow)

    found = events(spat([turn(1, "a", None, "x", *times)]))

    assert [event.holds for event in found] == [3, 0, 0, 0, 0]
    assert [event.claims[0].said for event in found] == [
        washington,
        in_moscows,
        across,
        in_washingtons,
        in_neither,
    ]


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
CHANGES = [datetime(2016, 3, 12), datetime(2016, 11, 5)]
"""Days before Washington's clocks leave an hour out, and show one twice."""

MIDNIGHTS = [datetime(2016, 3, 24), datetime(2016, 10, 27)]
"""Days before Damascus' clocks leave a midnight out, and an hour before it twice."""

days_and_hours = st.integers(0, 2).map(lambda n: timedelta(days=n)) | st.integers(
    0, 60
).map(lambda n: timedelta(hours=n))


@st.composite
def times(draw, zones=(MSK, ET, EET, "No/Where"), days=(*CHANGES, *MIDNIGHTS)):
    """Times whose ends are told by the wall clock or by instants, some turned."""
    zone = draw(st.sampled_from(zones))
    clock = MSK if zone == "No/Where" else zone
    day, after = draw(st.sampled_from(days)), draw(days_and_hours)
    length = draw(days_and_hours | st.just(timedelta(hours=-1)))
    precision = draw(st.sampled_from(get_args(Precision)))
    told = said(
        "then", str(day + after), str(day + after + length), precision, zone=clock
    )
    if draw(st.booleans()):
        start = on(str(day), clock) + after
        told = told._replace(start=start, end=start + length)
    return told._replace(zone=zone)


def by_the_wall(said):
    """Both ends on the clock that counts them, seen with other eyes than the code's."""
    counted_on = zone_or_raise(said.zone)
    return [
        (f"{there:%F %T}", there.fold)
        for there in (wall(counted_on, said.start), wall(counted_on, said.end))
    ]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.lists(times(), max_size=4), min_size=1, max_size=6))
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
        assert event.start == min(claim.said.start for claim in event.claims)
        assert [claim.turn.n for claim in event.claims] == sorted(
            claim.turn.n for claim in event.claims
        )
        assert event.holds == sum(
            other.start >= event.start and other.end <= event.end
            for other in found[number + 1 :]
        )
        assert not any(
            other.start >= event.start and other.end <= event.end
            for other in found[:number]
            if (other.start, other.end) != (event.start, event.end)
        )
        if event.precision in EXACT:
            assert {claim.said.start for claim in event.claims} == {event.start}
        else:
            assert event.end == max(claim.said.end for claim in event.claims)


@settings(max_examples=300, deadline=None)
@given(st.lists(times([MSK, ET, EET], CHANGES), min_size=1, max_size=8))
def test_whatever_the_calendar_counts_reads_the_same_on_every_clock(said_times):
    found = events(spat([turn(1, "a", None, "x", *said_times)]))

    for event in found:
        assert all(
            by_the_wall(each) == by_the_wall(event.calendar[0])
            for each in event.calendar
        )
        others = {
            (claim.said.start, claim.said.end)
            for claim in event.claims
            if claim.said not in event.calendar and event.precision not in EXACT
        }
        assert len(others) < 2
        assert not event.calendar or others <= {
            (each.start, each.end) for each in event.calendar
        }
    calendars = [by_the_wall(event.calendar[0]) for event in found if event.calendar]
    assert len({str(each) for each in calendars}) == len(calendars)


@settings(max_examples=300, deadline=None)
@given(st.data(), st.sampled_from([MSK, ET, EET]))
def test_on_one_clock_what_is_coarse_is_one_moment_where_its_instants_are(data, zone):
    said_times = data.draw(st.lists(times([zone]), min_size=1, max_size=8))

    found = events(spat([turn(1, "a", None, "x", *said_times)]))

    assert sorted(
        (event.start, event.end) for event in found if event.precision not in EXACT
    ) == sorted(
        {(one.start, one.end) for one in said_times if one.precision not in EXACT}
    )


@pytest.mark.parametrize("zone", [MSK, ET, EET])
def test_the_clock_that_a_time_was_counted_on_decides_nothing(zone):
    minute = said("13:55", "2016-02-10 13:55")

    assert len(told(turn(1, "a", None, "x", minute, minute._replace(zone=zone)))) == 1
