"""Labelled phrases: what is found in them, what is not, and that nothing is wrong."""

import json
from datetime import datetime
from pathlib import Path

import pytest
from make import shared

from tweetspat.said_times import OwnZone, said_times
from tweetspat.zones import zone

OWN = Path(__file__).with_name("phrases") / "own.json"
GIVEN = shared("data", "times", "said_times_dev.json")
PHRASES = json.loads(OWN.read_text("utf-8"))
MORE = json.loads(OWN.with_name("more.json").read_text("utf-8"))
"""Written by people who had not seen the rules; some of these have since learned."""

LABELLED = json.loads(GIVEN.read_text("utf-8")) if GIVEN.exists() else []


def at(stamp):
    return datetime.fromisoformat(stamp)


def read(phrase):
    """Return what is read of a phrase, its author's zone given."""
    there = phrase["default_zone"] and zone(phrase["default_zone"])
    own = OwnZone(there, "label") if there else None
    return said_times(phrase["text"], at(phrase["tweet_utc"]), None, own)


def means(said, expected):
    """Tell whether a reading is the one that is expected; an exact time has no end."""
    end = expected["end"]
    return said.start == at(expected["start"]) and end in {None, stamp(said.end)}


def stamp(instant):
    return f"{instant:%Y-%m-%dT%H:%M:%SZ}"


def found(phrases):
    """Return how many of the expected times are found, and how many there are."""
    hits = [
        any(means(said, each) for said in read(phrase))
        for phrase in phrases
        for each in phrase["expected"]
    ]
    return sum(hits), len(hits)


def test_our_own_phrases_are_as_many_and_as_mixed_as_they_should_be():
    silent = [each for each in PHRASES if not each["expected"]]
    foreign = [each for each in PHRASES if each["lang"] != "en"]

    assert len(PHRASES) >= 150
    assert 3 * len(silent) >= len(PHRASES)
    assert 2 * len(foreign) >= len(PHRASES)
    assert {each["lang"] for each in foreign} == {"ru", "de", "fr", "tr", "es", "ar"}


@pytest.mark.parametrize("phrase", PHRASES, ids=lambda phrase: str(phrase["id"]))
def test_a_phrase_of_our_own_means_what_its_label_says_and_nothing_else(phrase):
    said = read(phrase)

    assert [stamp(each.start) for each in said] == [
        each["start"] for each in phrase["expected"]
    ]
    assert all(map(means, said, phrase["expected"]))
    assert [each.precision for each in said] == [
        each["precision"] for each in phrase["expected"]
    ]


@pytest.mark.skipif(not LABELLED, reason="the shared data are not here")
@pytest.mark.parametrize("phrase", LABELLED, ids=lambda phrase: str(phrase["id"]))
def test_a_given_phrase_without_a_time_stays_silent_and_the_others_are_found(phrase):
    hits, expected = found([phrase])

    assert hits == expected
    assert bool(read(phrase)) == bool(phrase["expected"])


def test_of_phrases_by_others_nearly_all_are_found_and_nearly_no_silence_is_broken():
    hits, expected = found(MORE)
    silent = [each for each in MORE if not each["expected"]]
    broken = [each["text"] for each in silent if read(each)]

    assert len(silent) > 250
    assert hits >= 0.98 * expected
    assert len(broken) <= 0.01 * len(silent)
