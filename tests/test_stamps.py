"""Stamps and the instant inside an id: read exactly, or not at all."""

import os
import time
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import snowflake

from tweetspat.stamps import (
    contradicted_by,
    id_instant,
    instant,
    rfc3339,
    whole_second,
)

SENT = datetime(2016, 2, 11, 10, 12, 3, tzinfo=UTC)
MINUTE = SENT.replace(second=0)
MOSCOW = ZoneInfo("Europe/Moscow")


@pytest.mark.parametrize(
    ("stamp", "meant"),
    [
        pytest.param("Thu Feb 11 10:12:03 +0000 2016", SENT, id="api-v1.1"),
        pytest.param("2016-02-11T10:12:03.000Z", SENT, id="api-v2"),
        pytest.param("2016-02-11T10:12:03Z", SENT, id="iso"),
        pytest.param("2016-02-11T13:12:03+03:00", SENT, id="iso-with-offset"),
        pytest.param("2016-02-11T05:12:03-0500", SENT, id="offset-without-colon"),
        pytest.param("2016-02-11 10:12:03 +0000", SENT, id="grailbird"),
        pytest.param("2016-02-11 10:12:03+00:00", SENT, id="twscrape"),
        pytest.param("2016-02-11T10:12Z", MINUTE, id="minutes-only"),
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
        "2016-02-11T10:12:03 UTC",
        "20160211T101203Z",
    ],
)
def test_odd_shapes_with_a_plain_zone_are_read(stamp):
    assert instant(stamp) == SENT


@pytest.mark.parametrize(
    "stamp",
    [
        pytest.param("Thu Feb 30 10:12:03 +0000 2016", id="no-such-day"),
        pytest.param("Thu Foo 11 10:12:03 +0000 2016", id="no-such-month"),
        pytest.param("2016-13-11T10:12:03Z", id="no-such-month-iso"),
        pytest.param("2016-02-11T24:00:00Z", id="no-such-hour"),
        pytest.param("2016-06-30T23:59:60Z", id="leap-second"),
        pytest.param("2016-02-11T10:12:03+25:00", id="no-such-offset"),
        pytest.param("0001-01-01T00:00:00+14:00", id="before-year-1"),
        pytest.param("9999-12-31T23:59:59-12:00", id="after-year-9999"),
        pytest.param("2016-02-11", id="date"),
        pytest.param("11 Feb 2016", id="date-in-words"),
        pytest.param("10:12:03 UTC", id="clock"),
        pytest.param("Feb 2016 10:12:03 UTC", id="no-day"),
        pytest.param("1455185523", id="bare-number"),
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
    "stamp", ["2016-02-11T13:12:03", "2016-02-11 13:12:03", "2016-02-11T13:12:03.000"]
)
def test_a_stamp_without_a_zone_is_read_only_in_a_given_one(stamp):
    assert instant(stamp) is None
    assert instant(stamp, MOSCOW) == SENT


def test_a_zone_in_the_stamp_beats_the_given_one():
    assert instant("2016-02-11T10:12:03Z", MOSCOW) == SENT


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
    read = instant(text)

    assert read is None or read.utcoffset() == timedelta()


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
