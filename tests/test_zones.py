"""Zone words: a word is a place with a history, the same on every machine."""

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tweetspat.problems import UsageError
from tweetspat.zones import (
    WORDS,
    abbreviation,
    near,
    offset,
    wall,
    zone,
    zone_or_raise,
)

FEB_2014 = datetime(2014, 2, 11, 12, tzinfo=UTC)
FEB_2016 = datetime(2016, 2, 11, 12, tzinfo=UTC)
JUL_2016 = datetime(2016, 7, 11, 12, tzinfo=UTC)


@pytest.mark.parametrize("name", sorted(set(WORDS.values())))
def test_every_place_that_a_word_means_has_a_clock(name):
    found = zone(name)

    assert found is not None
    assert found.name == name
    assert wall(found, FEB_2016) == FEB_2016


@pytest.mark.parametrize("word", sorted(word for word in WORDS if "(" not in word))
def test_every_word_is_understood_in_any_spelling(word):
    assert zone(word).name == WORDS[word]
    assert zone(f"({word.upper()})").name == WORDS[word]
    assert zone(f"  {word.title()} ").name == WORDS[word]


def test_the_words_are_folded_as_they_are_looked_up():
    assert [word for word in WORDS if word != " ".join(word.casefold().split())] == []


@pytest.mark.parametrize(
    ("word", "name"),
    [
        ("MSK", "Europe/Moscow"),
        ("(MSK)", "Europe/Moscow"),
        ("Moscow time", "Europe/Moscow"),
        ("МСК", "Europe/Moscow"),
        ("Washington, D.C.", "America/New_York"),
        ("London time", "Europe/London"),
        ("Europe/Moscow", "Europe/Moscow"),
        ("europe/moscow", "Europe/Moscow"),
        ("Etc/GMT+3", "Etc/GMT+3"),
    ],
)
def test_words_and_names_mean_places(word, name):
    found = zone(word)

    assert (found.word, found.name, found.rules.key) == (word, name, name)


@pytest.mark.parametrize(
    ("word", "instant", "shown", "called"),
    [
        pytest.param("MSK", FEB_2014, "UTC+4", "MSK", id="moscow-2014"),
        pytest.param("MSK", FEB_2016, "UTC+3", "MSK", id="moscow-2016"),
        pytest.param("Washington", FEB_2016, "UTC-5", "EST", id="washington-winter"),
        pytest.param("EST", JUL_2016, "UTC-4", "EDT", id="washington-summer"),
        pytest.param("UTC", JUL_2016, "UTC", "UTC", id="utc"),
        pytest.param("London", FEB_2016, "UTC", "GMT", id="london-winter"),
        pytest.param("Asia/Kolkata", FEB_2016, "UTC+5:30", "IST", id="half-hours"),
        pytest.param(
            "America/St_Johns", FEB_2016, "UTC-3:30", "NST", id="half-hours-west"
        ),
        pytest.param(
            "Asia/Kathmandu", FEB_2016, "UTC+5:45", "UTC+5:45", id="no-word-of-its-own"
        ),
        pytest.param("Etc/GMT+3", FEB_2016, "UTC-3", "UTC-3", id="turned-sign"),
    ],
)
def test_a_clock_is_that_of_its_place_on_that_day(word, instant, shown, called):
    found = zone(word)

    assert offset(found, instant) == shown
    assert abbreviation(found, instant) == called


@pytest.mark.parametrize(
    ("instant", "shown"),
    [
        ("2011-03-26T23:00:00Z", "UTC+4"),
        ("2011-03-26T22:59:59Z", "UTC+3"),
        ("2014-10-25T21:59:59Z", "UTC+4"),
        ("2014-10-25T22:00:00Z", "UTC+3"),
    ],
)
def test_moscow_stood_at_utc_4_from_march_2011_to_october_2014(instant, shown):
    assert offset(zone("MSK"), datetime.fromisoformat(instant)) == shown


@pytest.mark.parametrize("edge", [datetime.min, datetime.max])
@pytest.mark.parametrize("name", ["Pacific/Kiritimati", "Pacific/Pago_Pago", "MSK"])
def test_at_the_edges_of_the_calendar_clocks_stand_still(edge, name):
    instant = edge.replace(tzinfo=UTC)

    shown = wall(zone(name), instant)

    assert shown.year == instant.year
    assert offset(zone(name), instant).startswith("UTC")


@pytest.mark.parametrize(
    "word",
    [
        "MARS",
        "",
        " ",
        "()",
        "Europe",
        "UTC+3",
        "../../etc/passwd",
        "../zones",
        "/etc/passwd",
        "Europe/../Europe/Moscow",
        "\0",
        "x" * 100_000,
    ],
)
def test_an_unknown_word_is_none_and_nothing_is_opened_for_it(word):
    assert zone(word) is None


@pytest.mark.parametrize(
    ("word", "close"),
    [
        ("Moskow", "moscow"),
        ("Washinton", "washington"),
        ("Kieev", "kiev"),
        ("Europe/Mosco", "Europe/Moscow"),
        ("Kolkatta", "Asia/Kolkata"),
    ],
)
def test_an_unknown_word_names_near_ones(word, close):
    assert close in near(word)
    with pytest.raises(UsageError, match=close):
        zone_or_raise(word)


@pytest.mark.parametrize("word", ["MARS", "../../etc/passwd", "x" * 100_000])
def test_a_word_like_no_other_is_refused_in_one_short_line(word):
    with pytest.raises(UsageError, match="is no zone that is known here") as caught:
        zone_or_raise(word)

    assert near(word) == []
    assert len(str(caught.value)) < 200


def test_a_known_word_is_not_refused():
    assert zone_or_raise("MSK") == zone("MSK")


@given(st.text(max_size=30))
@settings(max_examples=100, deadline=None)
def test_any_word_is_a_zone_or_none(word):
    found = zone(word)

    assert found is None or found.word == word
    assert len(near(word)) <= 3
