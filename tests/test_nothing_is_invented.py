"""The bundled reconstruction shows no clock time and no id that nobody told.

Of the spat of 11 February 2016 no posting time, status id or permalink is
public.  What looks like one in the output can only be an invention.
"""

import re
from datetime import timedelta

import pytest
from make import at
from shown import clocks, drawn, sample, view

from tweetspat.renderers.wording import clock

CLOCK = re.compile(r"(?<!UTC[+-])\b\d{1,2}:\d\d\b")
ID = re.compile(r"\b\d{6,}\b")
SGR = re.compile(r"\x1b\[[0-9;]*m")


@pytest.fixture
def aleppo():
    (spat,) = sample("aleppo-2016.json")
    return spat


def told(spat, zones):
    """Every clock time in somebody's words, or meant by them on a shown clock."""
    words = [spat.title, *spat.sources]
    meant = set()
    for turn in spat.turns:
        tweet = turn.tweet
        words += [tweet.text, tweet.paraphrase, tweet.time_as_told, *tweet.sources]
        for said in turn.said_times:
            meant |= {clock(zone, said.start) for zone in zones}
    return meant.union(*(CLOCK.findall(each or "") for each in words))


def invented(spat, form, words=("MSK", "Washington")):
    shown = "\n".join(drawn([spat], form, view(zones=words, theme="ansi")))
    return set(CLOCK.findall(SGR.sub("", shown))) - told(spat, clocks(*words))


@pytest.mark.parametrize("form", ["text", "terminal"])
@pytest.mark.parametrize(
    "zones", [("MSK", "Washington"), ("Aleppo",), ("UTC", "MSK", "Asia/Kathmandu")]
)
def test_every_clock_time_shown_was_told_by_somebody(aleppo, form, zones):
    assert invented(aleppo, form, zones) == set()


def test_the_times_that_were_told_are_shown(aleppo):
    shown = set(CLOCK.findall("\n".join(drawn([aleppo]))))

    assert shown == {"13:55", "05:55"}


@pytest.mark.parametrize("form", ["text", "terminal"])
def test_an_invented_posting_time_would_be_noticed(aleppo, form):
    first, *rest = aleppo.turns
    forged = first._replace(tweet=first.tweet._replace(sent=at("10:31")))

    assert invented(aleppo._replace(turns=(forged, *rest)), form) == {"13:31", "05:31"}


def test_an_invented_meaning_of_a_said_time_would_be_noticed(aleppo):
    (number, turn), *_ = (
        (number, turn)
        for number, turn in enumerate(aleppo.turns)
        if turn.tweet.id == "M3"
    )
    (said,) = turn.said_times
    late = said._replace(start=said.start + timedelta(minutes=1))

    shown = "\n".join(
        drawn(
            [
                aleppo._replace(
                    turns=(
                        *aleppo.turns[:number],
                        turn._replace(said_times=(late,)),
                        *aleppo.turns[number + 1 :],
                    )
                )
            ]
        )
    )

    assert set(CLOCK.findall(shown)) - told(aleppo, clocks()) == {"13:56", "05:56"}


@pytest.mark.parametrize("form", ["text", "terminal", "json"])
def test_nothing_shown_looks_like_a_status_id_or_a_permalink(aleppo, form):
    shown = SGR.sub("", "\n".join(drawn([aleppo], form)))

    assert ID.findall(shown) == []
    assert "/status/" not in shown


def test_no_tweet_has_a_posting_time(aleppo):
    assert {turn.tweet.sent for turn in aleppo.turns} == {None}


def test_only_what_a_source_says_is_called_stated(aleppo):
    stated = {
        (turn.tweet.id, link.to)
        for turn in aleppo.turns
        for link in turn.links
        if link.stated
    }

    assert stated == {("W4", "M7"), ("W6", "M8")}
