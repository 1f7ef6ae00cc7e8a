"""Stamps and the instant inside an id: read exactly, or not at all."""

import os
import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import snowflake

from tweetspat.model import Bounds
from tweetspat.stamps import (
    contradicted_by,
    day_within,
    id_instant,
    instant,
    lies_within,
    read_stamp,
    rfc3339,
    shapes,
    whole_second,
)

SENT = datetime(2016, 2, 11, 10, 12, 3, tzinfo=UTC)
MINUTE = SENT.replace(second=0)
MIDNIGHT = datetime(2016, 2, 12, tzinfo=UTC)
MOSCOW = ZoneInfo("Europe/Moscow")
NEW_YORK = ZoneInfo("America/New_York")


@pytest.mark.parametrize(
    ("stamp", "meant"),
    [
        pytest.param("Thu Feb 11 10:12:03 +0000 2016", SENT, id="api-v1.1"),
        pytest.param("Thu Feb 11 13:12:03 +0300 2016", SENT, id="v1.1-other-offset"),
        pytest.param("Thu Feb 11 04:42:03 -05:30 2016", SENT, id="v1.1-colon"),
        pytest.param("Thu Feb 11 10:12:03 UTC 2016", SENT, id="v1.1-utc"),
        pytest.param(
            "Wed Jan  7 11:07:51 +0000 2015",
            datetime(2015, 1, 7, 11, 7, 51, tzinfo=UTC),
            id="v1.1-padded-day",
        ),
        pytest.param(
            "Wed Jan 7 11:07:51 +0000 2015",
            datetime(2015, 1, 7, 11, 7, 51, tzinfo=UTC),
            id="v1.1-short-day",
        ),
        pytest.param("2016-02-11T10:12:03.000Z", SENT, id="api-v2"),
        pytest.param("2016-02-11T10:12:03Z", SENT, id="iso"),
        pytest.param("2016-02-11T13:12:03+03:00", SENT, id="iso-with-offset"),
        pytest.param("2016-02-11T05:12:03-0500", SENT, id="offset-without-colon"),
        pytest.param("2016-02-11 10:12:03 +0000", SENT, id="grailbird"),
        pytest.param("2016-02-11 10:12:03+00:00", SENT, id="twscrape"),
        pytest.param("2016-02-11 10:12:03Z", SENT, id="iso-blank"),
        pytest.param("2016-02-11t10:12:03z", SENT, id="iso-small"),
        pytest.param("2016-02-11T13:12:03+03", SENT, id="offset-of-hours"),
        pytest.param("2016-02-11 10:12:03 UTC", SENT, id="iso-utc"),
        pytest.param("2016/02/11 10:12:03Z", SENT, id="slashes"),
        pytest.param("20160211T101203Z", SENT, id="compact"),
        pytest.param("2016-02-11T24:00:00Z", MIDNIGHT, id="midnight-that-ends-a-day"),
        pytest.param("Thu Feb 11 24:00:00 +0000 2016", MIDNIGHT, id="v1.1-24"),
        pytest.param("2016-02-11T10:12Z", MINUTE, id="minutes-only"),
        pytest.param("1455185523", SENT, id="epoch-seconds"),
        pytest.param("1455185523000", SENT, id="epoch-milliseconds"),
        pytest.param("1455185523.0", SENT, id="epoch-seconds-as-float"),
        pytest.param("1455185523000.0", SENT, id="epoch-milliseconds-as-float"),
        pytest.param(
            "1455185523.25", SENT.replace(microsecond=250_000), id="epoch-fraction"
        ),
        pytest.param(
            "1455185523250", SENT.replace(microsecond=250_000), id="epoch-thousandths"
        ),
        pytest.param(
            "2016-02-11T10:12:03,5Z", SENT.replace(microsecond=500_000), id="comma"
        ),
        pytest.param(
            "2016-02-11T10:12:03.5Z", SENT.replace(microsecond=500_000), id="tenths"
        ),
        pytest.param(
            "2016-02-11T10:12:03.123456789Z",
            SENT.replace(microsecond=123_456),
            id="nanoseconds",
        ),
    ],
)
def test_the_shapes_of_the_exports_are_read_as_utc(stamp, meant):
    read = instant(stamp)

    assert read == meant
    assert read.tzinfo is UTC


@pytest.mark.parametrize(
    "stamp",
    [
        "Thu, 11 Feb 2016 10:12:03 GMT",
        "11 Feb 2016 10:12:03 UTC",
        "Thu, 11 Feb 2016 05:12:03 -0500",
        "11-Feb-2016 10:12:03 +0000",
        "February 11, 2016 1:12:03 PM +0300",
        "31/12/2016 10:12:03 UTC",
    ],
)
def test_odd_shapes_with_a_plain_zone_are_read(stamp):
    read = instant(stamp)

    assert read == SENT.replace(month=read.month, day=read.day)
    assert (read.month, read.day) == ((12, 31) if "31/" in stamp else (2, 11))


@pytest.mark.parametrize(
    "stamp",
    [
        pytest.param("11/02/2016 10:12:03 +0000", id="day-or-month-first"),
        pytest.param("Thu, 11 Feb 16 10:12:03 GMT", id="century"),
        pytest.param("Thu Feb 2016 10:12:03 UTC", id="weekday-for-day"),
        pytest.param("2016-02-11 10:12:03 GMT +3", id="two-zones"),
        pytest.param("2016-02-11 10:12:03 +03:00 +0000", id="two-offsets"),
        pytest.param("-0044-03-15T00:00:00Z", id="before-christ"),
        pytest.param("11 Feb 2016 10 UTC", id="hour"),
        pytest.param("11 Feb 2016 10:12 UTC 10:15 UTC", id="two-clocks"),
        pytest.param("10:12:03 AT 11 FEB 2016", id="word-like-a-zone"),
        pytest.param("32 Feb 2016 10:12:03 UTC", id="no-such-day-in-words"),
        pytest.param("11 Feb 2016 10:1A2:03 UTC", id="damaged-clock"),
        pytest.param("1M Feb 2016 10:12:03 9GMT", id="damaged-day"),
        pytest.param("11 Feb 2016 10:12:03 +5000", id="no-such-offset-after-words"),
        pytest.param("Foo, 11 Feb 2016 10:12:03 GMT", id="no-weekday"),
        pytest.param("Foo Feb 11 10:12:03 +0000 2016", id="no-weekday-v1.1"),
        pytest.param("2016-02-11T10:12:03Z/2016-02-12T10:12:03Z", id="range"),
        pytest.param("2016-02-11 10:12:03 - 10:15:00 UTC", id="range-of-clocks"),
        pytest.param("2016-02-11T10:12:03+03:00:01", id="offset-with-seconds"),
        pytest.param("2016-042T10:12:03Z", id="day-of-the-year"),
        pytest.param("2016-W06-4T10:12:03Z", id="week"),
        pytest.param("20160211", id="figures-that-may-be-a-date"),
        pytest.param("20160211101203", id="fourteen-figures"),
        pytest.param("145518552", id="epoch-of-nine-figures"),
        pytest.param("14551855230", id="epoch-of-eleven-figures"),
        pytest.param("145518552300", id="epoch-of-twelve-figures"),
        pytest.param("1455185523000000", id="microseconds"),
        pytest.param("1.455185523e9", id="epoch-with-exponent"),
        pytest.param("-1455185523", id="negative"),
    ],
)
def test_what_is_damaged_or_has_more_than_one_meaning_is_refused(stamp):
    assert read_stamp(stamp) is None
    assert read_stamp(stamp, MOSCOW) is None


@pytest.mark.parametrize(
    "stamp",
    [
        pytest.param("Thu Feb 30 10:12:03 +0000 2016", id="no-such-day"),
        pytest.param("Thu Foo 11 10:12:03 +0000 2016", id="no-such-month"),
        pytest.param("2016-13-11T10:12:03Z", id="no-such-month-iso"),
        pytest.param("2016-02-11T24:00:01Z", id="no-such-hour"),
        pytest.param("2016-02-11T25:00:00Z", id="no-such-hour-either"),
        pytest.param("2016-02-11T10:61:03Z", id="no-such-minute"),
        pytest.param("2016-02-11T10:12:61Z", id="no-such-second"),
        pytest.param("2016-02-11T10:12:60Z", id="a-leap-second-at-noon"),
        pytest.param("2016-06-30T23:59:60Z", id="a-leap-second-that-was-not"),
        pytest.param("0000-01-01T00:00:00Z", id="year-0"),
        pytest.param("10000-01-01T00:00:00Z", id="year-10000"),
        pytest.param("9999-12-31T24:00:00Z", id="the-end"),
        pytest.param("2016-02-11T10:12:03+25:00", id="no-such-offset"),
        pytest.param("2016-02-11T10:12:03+03:60", id="no-such-offset-in-minutes"),
        pytest.param("0001-01-01T00:00:00+14:00", id="before-year-1"),
        pytest.param("9999-12-31T23:59:59-12:00", id="after-year-9999"),
        pytest.param("2016-02-11", id="date"),
        pytest.param("11 Feb 2016", id="date-in-words"),
        pytest.param("10:12:03 UTC", id="clock"),
        pytest.param("Feb 2016 10:12:03 UTC", id="no-day"),
        pytest.param("yesterday at noon", id="words"),
        pytest.param("", id="empty"),
        pytest.param("2016-02-11T10:12:03Z" + " " * 60, id="long"),
        pytest.param("x" * 100_000, id="very-long"),
        pytest.param("٢٠١٦-٠٢-١١T١٠:١٢:٠٣Z", id="other-digits"),
        pytest.param("Thu Feb 11 10:12:03 +0000 ٢٠١٦", id="other-digits-v1.1"),
    ],
)
def test_what_is_no_instant_is_none(stamp):
    assert instant(stamp) is None
    assert instant(stamp, MOSCOW) is None


@pytest.mark.parametrize(
    "stamp",
    [
        "2016-02-11T13:12:03",
        "2016-02-11 13:12:03",
        "2016-02-11T13:12:03.000",
        "Thu Feb 11 13:12:03 2016",
        "Feb 11, 2016 1:12:03 PM",
    ],
)
def test_a_stamp_without_a_zone_is_read_only_in_a_given_one(stamp):
    assert instant(stamp) is None
    assert instant(stamp, MOSCOW) == SENT


@pytest.mark.parametrize(
    "stamp", ["1:12 PM · Feb 11, 2016", "1:12 PM - 11 Feb 2016", "2016-02-11 13:12"]
)
def test_what_pages_of_tweets_show_is_read_to_the_minute_in_a_given_zone(stamp):
    assert read_stamp(stamp) is None
    assert read_stamp(stamp, MOSCOW).bounds == Bounds(MINUTE, later(MINUTE, minutes=1))


def test_an_exact_stamp_has_no_bounds():
    assert read_stamp("2016-02-11T10:12:03Z").bounds is None


def test_a_zone_in_the_stamp_beats_the_given_one():
    assert instant("2016-02-11T10:12:03Z", MOSCOW) == SENT


def later(exact, **by):
    return exact + timedelta(**by)


@pytest.mark.parametrize(
    "stamp", ["2016-02-11 10:12", "2016-02-11T10:12Z", "11 Feb 2016 10:12 UTC"]
)
def test_a_minute_is_no_second(stamp):
    read = read_stamp(stamp, UTC)

    assert (read.sent, read.precision, read.odd) == (None, "minute", ())
    assert read.bounds == Bounds(MINUTE, later(MINUTE, minutes=1))
    assert instant(stamp, UTC) == MINUTE
    assert instant(stamp, UTC, minutes=False) is None


@pytest.mark.parametrize(
    ("zone", "first", "last"),
    [
        pytest.param(MOSCOW, "10T21:00", "11T21:00", id="on-a-clock"),
        pytest.param(None, "10T10:00", "12T12:00", id="anywhere-on-earth"),
    ],
)
def test_a_date_is_a_day(zone, first, last):
    read = read_stamp("2016-02-11", zone)

    assert (read.sent, read.precision, read.odd) == (None, "day", ())
    assert [f"{edge:%dT%H:%M}" for edge in read.bounds] == [first, last]


def test_a_day_that_ended_twice_ends_the_second_time():
    newfoundland = ZoneInfo("America/St_Johns")  # at 00:01 it was 23:01 again

    first, last = day_within(datetime(2010, 11, 6), newfoundland)

    assert last - first == timedelta(hours=25)


def test_a_second_that_a_clock_showed_twice_has_both_readings_and_is_told_of():
    read = read_stamp("2014-10-26 01:30:00", MOSCOW)

    one, two = datetime(2014, 10, 25, 21, 30), datetime(2014, 10, 25, 22, 30)
    assert read.sent is None
    assert [window.not_before.replace(tzinfo=None) for window in read.windows] == [
        one,
        two,
    ]
    assert read.bounds == Bounds(
        one.replace(tzinfo=UTC), later(two, seconds=1).replace(tzinfo=UTC)
    )
    (problem,) = read.odd
    assert problem.code == "fold-hour"
    assert rfc3339(one) in problem.message
    assert rfc3339(two) in problem.message
    assert instant("2014-10-26 01:30:00", MOSCOW) is None


def test_a_second_that_a_clock_skipped_has_both_readings_and_is_told_of():
    read = read_stamp("2016-03-13T02:30:00", NEW_YORK)

    assert [f"{window.not_before:%H:%M}" for window in read.windows] == [
        "06:30",
        "07:30",
    ]
    (problem,) = read.odd
    assert problem.code == "gap-hour"
    assert "2016-03-13T06:30:00.000Z" in problem.message
    assert "2016-03-13T07:30:00.000Z" in problem.message
    assert "America/New_York" in problem.message


def test_a_minute_that_a_clock_showed_twice_lies_in_one_of_two_minutes():
    read = read_stamp("2014-10-26 01:30", MOSCOW)

    assert read.precision == "minute"
    assert [later(window.not_before, minutes=1) for window in read.windows] == [
        window.not_after for window in read.windows
    ]


@pytest.mark.parametrize(
    ("stamp", "hour"),
    [
        pytest.param("2016-03-13T02:30:00-05:00", 7, id="gap"),
        pytest.param("2016-11-06T01:30:00-04:00", 5, id="fold"),
    ],
)
def test_with_an_offset_no_hour_is_doubtful(stamp, hour):
    read = read_stamp(stamp, NEW_YORK)

    assert (read.sent.hour, read.odd) == (hour, ())


@pytest.mark.parametrize(
    "stamp",
    ["Mon Feb 11 10:12:03 +0000 2016", "Mon, 11 Feb 2016 10:12:03 GMT"],
)
def test_a_weekday_that_is_not_the_dates_is_told_of_and_the_date_counts(stamp):
    read = read_stamp(stamp)

    assert (read.sent, [each.code for each in read.odd]) == (SENT, ["wrong-weekday"])
    assert "Monday" in read.odd[0].message
    assert "Thursday" in read.odd[0].message
    assert instant(stamp) is None


def test_the_weekday_is_that_of_the_stamps_own_offset():
    read = read_stamp("Fri Feb 12 02:12:03 +1600 2016")

    assert (read.sent, read.odd) == (SENT, ())


@pytest.mark.parametrize(
    "stamp",
    [
        "2016-12-31T23:59:60Z",
        "Sat Dec 31 23:59:60 +0000 2016",
        "2017-01-01T02:59:60.500+03:00",
    ],
)
def test_a_leap_second_is_the_end_of_its_minute_and_told_of(stamp):
    read = read_stamp(stamp)

    assert read.sent == datetime(2016, 12, 31, 23, 59, 59, 999_000, tzinfo=UTC)
    assert [each.code for each in read.odd] == ["leap-second"]
    assert instant(stamp) is None


def test_a_leap_second_that_a_clock_showed_twice_is_refused():
    assert read_stamp("2014-10-26 01:59:60", MOSCOW) is None


def test_a_window_is_left_by_more_than_a_second():
    minute = Bounds(MINUTE, later(MINUTE, minutes=1))

    assert lies_within(later(MINUTE, seconds=-1), minute)
    assert not lies_within(later(MINUTE, seconds=-1.001), minute)
    assert lies_within(later(MINUTE, seconds=60.999), minute)
    assert not lies_within(later(MINUTE, seconds=61), minute)
    assert lies_within(SENT, Bounds(None, None))


@given(
    st.from_regex(r"[0-9:.,+\-Z 246]{8}", fullmatch=True)
    | st.sampled_from(["24:00:00"])
)
@settings(max_examples=300, deadline=None)
@pytest.mark.parametrize(
    ("before", "after"),
    [("Thu Feb 11 ", " +0000 2016"), ("2016-02-11T", ".000Z"), ("2016-02-11 ", "")],
)
def test_a_day_that_was_met_before_changes_nothing(before, after, clock):
    shapes._days.clear()
    unmet = read_stamp(f"{before}{clock}{after}", MOSCOW)
    instant(f"{before}10:12:03{after}")

    assert read_stamp(f"{before}{clock}{after}", MOSCOW) == unmet


def test_few_days_are_remembered(monkeypatch):
    monkeypatch.setattr(shapes, "_MOST_DAYS", 2)
    shapes._days.clear()

    for day in range(10, 20):
        assert instant(f"2016-02-{day}T00:00:00Z").day == day

    assert len(shapes._days) <= 2


@pytest.fixture(params=["UTC", "Europe/Moscow", "America/New_York"])
def machine(request, monkeypatch):
    """Let the machine stand in some zone."""
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


@pytest.mark.usefixtures("machine")
@pytest.mark.parametrize(
    "stamp",
    [
        "2016-02-11 13:12:03 MSK",
        "Thu Feb 11 13:12:03 MSK 2016",
        "Thu Feb 11 05:12:03 EST 2016",
        "2016-02-11 10:12:03 CST",
        "2016-02-11 13:12:03 GMT+3",
        "2016-02-11 13:12:03 Europe/Moscow",
        "11 Feb 2016 13:12:03",
    ],
)
def test_a_zone_word_in_a_stamp_is_refused_on_every_machine(stamp):
    assert instant(stamp) is None


@pytest.mark.usefixtures("machine")
def test_no_stamp_is_read_in_the_zone_of_the_machine():
    assert "TZ" in os.environ
    assert instant("Thu Feb 11 10:12:03 +0000 2016") == SENT
    assert instant("Thu, 11 Feb 2016 10:12:03 GMT") == SENT


ANY_INSTANT = st.datetimes(
    datetime(1, 1, 2), datetime(9999, 12, 30), timezones=st.just(UTC)
)


@given(ANY_INSTANT, st.integers(-14 * 60, 14 * 60))
@settings(max_examples=100, deadline=None)
def test_an_instant_is_the_same_whatever_offset_it_is_written_with(sent, minutes):
    hours, rest = divmod(abs(minutes), 60)
    wall = (sent + timedelta(minutes=minutes)).replace(tzinfo=None)
    sign = "-" if minutes < 0 else "+"

    stamp = f"{wall.isoformat()}{sign}{hours:02}:{rest:02}"

    assert instant(stamp) == sent


@given(ANY_INSTANT)
@settings(max_examples=100, deadline=None)
def test_what_is_written_is_read_back_to_the_millisecond(sent):
    written = rfc3339(sent)

    assert len(written) == len("2016-02-11T10:12:03.000Z")
    assert instant(written) == sent.replace(microsecond=sent.microsecond // 1000 * 1000)


@given(st.text(max_size=70) | st.text("0123456789 :+-/TZ.,UTCFebThu", max_size=40))
@settings(max_examples=300, deadline=None)
def test_any_text_is_an_aware_utc_instant_or_none(text):
    for naive in (None, MOSCOW):
        read = instant(text, naive)
        whole = read_stamp(text, naive)

        assert read is None or read.utcoffset() == timedelta()
        assert whole is None or (whole.sent is None) == bool(whole.windows)
        assert whole is None or not whole.bounds or whole.bounds[0] < whole.bounds[1]
        if read and whole.sent:
            assert read == whole.sent


@given(
    st.datetimes(datetime(2000, 1, 1), datetime(2030, 1, 1)),
    st.sampled_from([MOSCOW, NEW_YORK, ZoneInfo("Australia/Lord_Howe")]),
)
@settings(max_examples=200, deadline=None)
def test_every_reading_is_one_of_the_two_that_python_knows(wall, zone):
    wall = wall.replace(microsecond=0)
    read = read_stamp(f"{wall}", zone)

    known = sorted(
        {wall.replace(tzinfo=zone, fold=fold).astimezone(UTC) for fold in (0, 1)}
    )
    found = [read.sent] if read.sent else [each.not_before for each in read.windows]
    assert found == known


def test_an_instant_is_always_written_with_three_decimals():
    assert rfc3339(SENT) == "2016-02-11T10:12:03.000Z"
    assert rfc3339(SENT.replace(microsecond=7_999)) == "2016-02-11T10:12:03.007Z"
    assert rfc3339(datetime(1, 1, 1, tzinfo=UTC)) == "0001-01-01T00:00:00.000Z"


def test_a_snowflake_tells_its_millisecond():
    assert id_instant("697751936824246272") == datetime(2016, 2, 11, 12, tzinfo=UTC)
    assert id_instant(snowflake(SENT, last=4095)) == SENT


@pytest.mark.parametrize(
    "id_",
    [
        pytest.param("20", id="the-first-tweet"),
        pytest.param("29700859246", id="just-before-snowflakes"),
        pytest.param("M1", id="text"),
        pytest.param("", id="empty"),
        pytest.param("-697751936824246272", id="negative"),
        pytest.param("697751936824246272.0", id="fraction"),
        pytest.param("٦٩٧٧٥١٩٣٦٨٢٤٢٤٦٢٧٢", id="other-digits"),
        pytest.param("9" * 20, id="too-long"),
        pytest.param("9" * 100_000, id="far-too-long"),
    ],
)
def test_an_id_that_is_no_snowflake_tells_no_time(id_):
    assert id_instant(id_) is None
    assert contradicted_by(id_, SENT) is None


def test_snowflakes_begin_in_november_2010():
    first = id_instant("29700859247")

    assert (first.year, first.month, first.day) == (2010, 11, 4)


@pytest.mark.parametrize("seconds", [0, 1, -1, 0.999])
def test_a_stamp_within_a_second_of_its_id_is_rounding(seconds):
    assert contradicted_by(snowflake(SENT), SENT + timedelta(seconds=seconds)) is None


@pytest.mark.parametrize("seconds", [1.001, -1.001, 3600, -86400])
def test_a_forged_stamp_is_contradicted_by_the_instant_of_its_id(seconds):
    forged = SENT + timedelta(seconds=seconds)

    assert contradicted_by(snowflake(SENT), forged) == SENT


def test_milliseconds_are_dropped_never_rounded():
    assert whole_second(SENT.replace(microsecond=999_999)) == SENT
