"""Dates, clocks, stretches of time and counts, in words."""

from datetime import UTC, datetime, timedelta

import pytest
from make import at, tweet
from shown import spats

from tweetspat.model import Bounds
from tweetspat.renderers.wording import (
    ahead,
    clock,
    clock_label,
    counted,
    day,
    days_of,
    listed,
    long_day,
    moment_of,
    stretch,
    within,
)
from tweetspat.zones import zone_or_raise

MSK, ET, UTC_ZONE = map(zone_or_raise, ("MSK", "Washington", "UTC"))
FEB = at("12:00")
JUL = datetime(2016, 7, 11, 12, tzinfo=UTC)
Y2013 = datetime(2013, 2, 11, 12, tzinfo=UTC)
MOSCOWS_DAY = Bounds(
    datetime(2016, 2, 10, 21, tzinfo=UTC), datetime(2016, 2, 11, 21, tzinfo=UTC)
)


@pytest.mark.parametrize("month", range(1, 13))
def test_months_are_english_in_every_locale(month):
    there = datetime(2016, month, 1, tzinfo=UTC)

    assert (
        day(there).split()[2]
        == "JanFebMarAprMayJunJulAugSepOctNovDec"[3 * month - 3 : 3 * month]
    )
    assert long_day(there).split()[2].startswith(day(there).split()[2])


def test_a_day_is_written_without_a_leading_zero():
    there = datetime(2016, 2, 1, tzinfo=UTC)

    assert day(there) == "Mon 1 Feb 2016"
    assert day(there, year=False) == "Mon 1 Feb"
    assert long_day(there) == "Monday 1 February 2016"


def test_a_clock_shows_the_time_of_its_own_place():
    instant = at("10:05")

    assert [clock(each, instant) for each in (MSK, ET)] == ["13:05", "05:05"]


@pytest.mark.parametrize(
    ("zone", "instant", "label"),
    [
        pytest.param(MSK, FEB, "MSK UTC+3", id="moscow"),
        pytest.param(MSK, Y2013, "MSK UTC+4", id="moscow-was-an-hour-further-in-2013"),
        pytest.param(ET, FEB, "EST UTC-5", id="washington-in-winter"),
        pytest.param(ET, JUL, "EDT UTC-4", id="washington-in-summer"),
        pytest.param(UTC_ZONE, FEB, "UTC", id="utc-is-said-once"),
        pytest.param(
            zone_or_raise("Asia/Kathmandu"),
            FEB,
            "UTC+5:45",
            id="a-place-without-letters",
        ),
    ],
)
def test_a_clock_is_labelled_with_its_offset_of_that_day(zone, instant, label):
    assert clock_label(zone, instant) == label


@pytest.mark.parametrize(
    ("length", "words"),
    [
        (timedelta(), "less than a minute"),
        (timedelta(seconds=59), "less than a minute"),
        (timedelta(seconds=60), "1 m"),
        (timedelta(minutes=147), "2 h 27 m"),
        (timedelta(hours=2), "2 h"),
        (timedelta(days=1, hours=3, minutes=5), "1 d 3 h"),
        (timedelta(days=400), "400 d"),
        (-timedelta(minutes=5), "5 m"),
    ],
)
def test_a_stretch_is_told_in_its_two_largest_units(length, words):
    assert stretch(length) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [(0, "0 tweets"), (1, "1 tweet"), (2, "2 tweets"), (1204, "1,204 tweets")],
)
def test_one_alone_has_no_plural(count, words):
    assert counted(count, "tweet") == words


@pytest.mark.parametrize(
    ("words", "sentence"),
    [([], ""), (["a"], "a"), (["a", "b"], "a and b"), (["a", "b", "c"], "a, b and c")],
)
def test_a_list_ends_with_and(words, sentence):
    assert listed(words) == sentence


@pytest.mark.parametrize(
    ("instant", "words"),
    [
        pytest.param(FEB, "Moscow is 8 h ahead of Washington", id="winter"),
        pytest.param(JUL, "Moscow is 7 h ahead of Washington", id="summer"),
        pytest.param(Y2013, "Moscow is 9 h ahead of Washington", id="winter-of-2013"),
    ],
)
def test_the_clock_that_is_ahead_is_named_first_whatever_the_order(instant, words):
    moscow, washington = ("Moscow", MSK), ("Washington", ET)

    assert ahead(moscow, washington, instant) == words
    assert ahead(washington, moscow, instant) == words


def test_two_clocks_of_one_offset_have_the_same_time():
    aleppo, kyiv = ((name, zone_or_raise(name)) for name in ("Aleppo", "Kyiv"))

    assert ahead(aleppo, kyiv, FEB) == "Aleppo and Kyiv have the same time"


@pytest.mark.parametrize(
    ("bounds", "words"),
    [
        pytest.param(MOSCOWS_DAY, "on Thu 11 Feb 2016", id="one-day-of-a-shown-clock"),
        pytest.param(
            MOSCOWS_DAY._replace(not_after=MOSCOWS_DAY.not_after + timedelta(days=1)),
            "between Thu 11 Feb 2016 (MSK) and Sat 13 Feb 2016 (MSK)",
            id="two-days",
        ),
        pytest.param(
            Bounds(at("10:00"), at("11:30")),
            "between Thu 11 Feb 2016, 13:00 MSK and Thu 11 Feb 2016, 14:30 MSK",
            id="hours",
        ),
        pytest.param(
            Bounds(at("10:00"), None),
            "not before Thu 11 Feb 2016, 13:00 MSK",
            id="from",
        ),
        pytest.param(
            Bounds(None, at("05:00")),
            "before Thu 11 Feb 2016 (EST)",
            id="until-a-midnight-in-washington",
        ),
    ],
)
def test_bounds_say_when_it_was_and_on_whose_clock(bounds, words):
    assert within(bounds, (MSK, ET)) == words


def test_a_day_is_recognised_on_the_clock_on_which_it_is_whole():
    found = days_of(MOSCOWS_DAY, (ET, MSK))

    assert found is not None
    assert found.isoformat() == "2016-02-11T00:00:00+03:00"
    assert days_of(MOSCOWS_DAY, (ET,)) is None
    assert days_of(Bounds(None, at("00:00")), (MSK,)) is None


def test_the_day_of_a_spat_is_that_of_its_first_tweet_in_the_data():
    (spat,) = spats([tweet("2", clock="09:00", reply_to="1"), tweet("3", reply_to="2")])

    assert spat.turns[0].tweet.state == "missing"
    assert moment_of(spat) == at("09:00")


def test_a_spat_known_by_bounds_has_the_day_of_its_first_bound():
    (spat,) = spats([tweet("1", clock=None, bounds=Bounds(None, at("09:00")))])

    assert moment_of(spat) == at("09:00")


def test_a_spat_of_unknown_time_has_no_day():
    (spat,) = spats([tweet("1", clock=None)])

    assert moment_of(spat) is None
