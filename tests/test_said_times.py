"""Times said in the text: the zone is settled first, the day after it."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tweetspat.model import Bounds
from tweetspat.said_times import OwnZone, said_times
from tweetspat.zones import zone

SPAT = "Yesterday at 13:55 (MSK), 2 A-10 attack aircraft of US AF entered"
SENT = datetime(2016, 2, 11, 10, 12, tzinfo=UTC)
MOSCOW = OwnZone(zone("MSK"), "zone of the side")
MINUTE = timedelta(minutes=1)


def at(stamp):
    return datetime.fromisoformat(stamp)


def read(text, sent=SENT, own=None, bounds=None):
    return said_times(text, sent, bounds, own)


def only(text, sent=SENT, own=None, bounds=None):
    (said,) = read(text, sent, own, bounds)
    return said


@pytest.mark.parametrize(
    ("sent", "meant"),
    [
        pytest.param("2016-02-11T10:12Z", "2016-02-10T10:55Z", id="the-spat"),
        pytest.param(
            "2016-02-10T21:30Z", "2016-02-10T10:55Z", id="past-midnight-in-moscow"
        ),
        pytest.param(
            "2014-02-11T10:12Z", "2014-02-10T09:55Z", id="moscow-was-+04-in-2014"
        ),
    ],
)
@pytest.mark.parametrize("own", [None, MOSCOW, OwnZone(zone("UTC"), "profile")])
def test_the_day_is_counted_in_the_named_zone(sent, meant, own):
    said = only(SPAT, at(sent), own)

    assert (said.start, said.end) == (at(meant), at(meant) + MINUTE)
    assert (said.zone, said.precision) == ("Europe/Moscow", "minute")
    assert said.basis == "zone named in the text"
    assert said.text == SPAT[said.start_index : said.end_index]
    assert said.text == "Yesterday at 13:55 (MSK)"


@pytest.mark.parametrize(
    ("text", "meant", "lasts"),
    [
        pytest.param(
            "at 13:55 (MSK)", "2016-02-11T10:55Z", MINUTE, id="day-of-sending"
        ),
        pytest.param("today, 13:55 MSK", "2016-02-11T10:55Z", MINUTE, id="today"),
        pytest.param(
            "Tomorrow at 9:30 MSK", "2016-02-12T06:30Z", MINUTE, id="tomorrow"
        ),
        pytest.param(
            "13:55 MSK yesterday", "2016-02-10T10:55Z", MINUTE, id="day-after"
        ),
        pytest.param(
            "YESTERDAY 9:30 PM ET", "2016-02-11T02:30Z", MINUTE, id="capitals"
        ),
        pytest.param("9:30 a.m. ET", "2016-02-11T14:30Z", MINUTE, id="points"),
        pytest.param("at 9 am ET", "2016-02-11T14:00Z", MINUTE, id="hour-only"),
        pytest.param(
            "12:30 am MSK", "2016-02-10T21:30Z", MINUTE, id="half-past-midnight"
        ),
        pytest.param("12:30 pm MSK", "2016-02-11T09:30Z", MINUTE, id="half-past-noon"),
        pytest.param("tonight at 8 pm MSK", "2016-02-11T17:00Z", MINUTE, id="tonight"),
        pytest.param(
            "today at 9:30 (Washington time)", "2016-02-11T14:30Z", MINUTE, id="words"
        ),
        pytest.param(
            "00:05 (MSK)", "2016-02-10T21:05Z", MINUTE, id="just-past-midnight"
        ),
    ],
)
def test_a_clock_with_its_zone_means_one_stretch_of_time(text, meant, lasts):
    said = only(text)

    assert (said.start, said.end - said.start) == (at(meant), lasts)
    assert text[said.start_index : said.end_index] == said.text


def test_several_times_stand_in_reading_order_each_in_its_own_zone():
    text = "Today at 9:30 (Washington time), not yesterday at 13:55 (MSK)"

    first, then = read(text)

    assert (first.zone, first.start) == ("America/New_York", at("2016-02-11T14:30Z"))
    assert (then.zone, then.start) == ("Europe/Moscow", at("2016-02-10T10:55Z"))


def test_positions_count_characters_of_the_whole_text():
    text = "🦢🦢 Вчера… yesterday at 13:55 (MSK)!"

    said = only(text)

    assert text[said.start_index : said.end_index] == "yesterday at 13:55 (MSK)"


def test_without_a_named_zone_the_authors_own_counts_and_is_less_sure():
    said = only("Yesterday at 13:55 they came", own=MOSCOW)
    named = only(SPAT, own=MOSCOW)

    assert said.start == at("2016-02-10T10:55Z")
    assert said.basis == "zone of the side"
    assert said.confidence < named.confidence


@pytest.mark.parametrize("text", ["Yesterday at 13:55", "yesterday", "today at 9 am"])
def test_without_any_zone_nothing_is_read(text):
    assert read(text) == ()
    assert len(read(text, own=MOSCOW)) == 1


def test_a_day_alone_is_the_whole_day_on_the_authors_clock():
    said = only("We flew nothing yesterday", own=MOSCOW)

    assert said.precision == "day"
    assert (said.start, said.end) == (at("2016-02-09T21:00Z"), at("2016-02-10T21:00Z"))


def test_a_day_lasts_as_long_as_its_clock_says():
    washington = OwnZone(zone("Washington"), "side")

    said = only("yesterday", at("2016-03-14T12:00Z"), washington)

    assert said.end - said.start == timedelta(hours=23)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("USA Today says so", id="newspaper"),
        pytest.param("on the Today show", id="programme"),
        pytest.param("#today @yesterday", id="hashtag-and-handle"),
        pytest.param("example.org/today", id="address"),
        pytest.param("Yesterday is history", id="noun"),
        pytest.param("We work 24/7", id="round-the-clock"),
        pytest.param("They won 3:1", id="score"),
        pytest.param("Exodus 20:13", id="verse"),
        pytest.param("ping 192.168.13.55:80", id="ip-address"),
        pytest.param("2 A-10, S-300 and F-16", id="weapons"),
        pytest.param("at 13:55 they came", id="clock-without-zone-or-day"),
        pytest.param("13:55 (MARS)", id="unknown-zone"),
        pytest.param("Yesterday at 13:55 (MARS)", id="unknown-zone-and-day"),
        pytest.param("at 25:10 MSK", id="no-such-hour"),
        pytest.param("at 13:61 MSK", id="no-such-minute"),
        pytest.param("at 13 pm MSK", id="no-such-hour-pm"),
        pytest.param("at 0 am MSK", id="no-such-hour-am"),
        pytest.param("the daytime tomorrowland", id="parts-of-words"),
        pytest.param("", id="empty"),
    ],
)
@pytest.mark.parametrize("own", [None, MOSCOW], ids=["no-zone", "own-zone"])
def test_what_is_no_time_or_could_be_two_gives_nothing(text, own):
    assert read(text, own=own) == ()


def test_without_a_sending_time_nothing_is_read():
    assert read(SPAT, sent=None) == ()
    assert read(SPAT, sent=None, bounds=Bounds(SENT, None)) == ()
    assert read(SPAT, sent=None, bounds=Bounds(None, SENT)) == ()


@pytest.mark.parametrize(
    ("first", "last", "found"),
    [
        pytest.param("2016-02-10T21:00Z", "2016-02-11T21:00Z", 1, id="one-moscow-day"),
        pytest.param("2016-02-10T20:59Z", "2016-02-11T21:00Z", 0, id="begins-before"),
        pytest.param("2016-02-10T21:00Z", "2016-02-11T21:01Z", 0, id="ends-after"),
    ],
)
def test_bounds_are_enough_when_they_lie_in_one_day_of_the_named_zone(
    first, last, found
):
    said = read(SPAT, sent=None, bounds=Bounds(at(first), at(last)))

    assert [each.start for each in said] == [at("2016-02-10T10:55Z")] * found


@pytest.mark.parametrize("edge", [datetime.min, datetime.max])
@pytest.mark.parametrize(
    "text", [SPAT, "yesterday", "tomorrow", "tomorrow at 23:59 ET"]
)
def test_at_the_edges_of_the_calendar_nothing_breaks(edge, text):
    for said in read(text, edge.replace(tzinfo=UTC), MOSCOW):
        assert said.start < said.end


WORDS = (
    "yesterday today Tomorrow at 13:55 9:30 a.m. pm (MSK) ET 24/7 (MARS) 2016 Monday "
    "the USA Today , . 🦢 noon 3:1 before"
).split()


@given(
    st.lists(st.sampled_from(WORDS), max_size=10).map(" ".join) | st.text(max_size=40),
    st.datetimes(timezones=st.just(UTC)),
    st.sampled_from([None, MOSCOW]),
)
@settings(max_examples=200, deadline=None)
def test_every_reading_quotes_the_text_in_order_and_without_overlap(text, sent, own):
    end = 0
    for said in read(text, sent, own):
        assert said.text == text[said.start_index : said.end_index] != ""
        assert said.start_index >= end
        assert said.start < said.end
        end = said.end_index
