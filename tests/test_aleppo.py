"""The sample tells what is known of 11 February 2016, and nothing more."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from make import SAMPLES, shared, turns

from tweetspat.model import Claim, Spat, Turn
from tweetspat.readers import load
from tweetspat.reconstruction import reconstruct

SEED = shared("seed", "tweets.json")
WORDS = {
    "M1": "#SYRIA Yesterday, Pentagon official: allegedly Rus bombers attacked 2 "
    "hospitals in #ALEPPO;50,000 Syrians were deprived from med services",
    "M2": "#SYRIA Col. Warren is to be disappointed—Rus aircraft didn't work near "
    "#ALEPPO yesterday. Nearest target was more than 20 km far from city",
    "M3": "Yesterday at 13:55 (MSK), 2 A-10 attack aircraft of US AF entered Syrian "
    "airspace from Turkish territory made strikes on objects in city",
    "M4": "Colonel Warren, for some reason, did not make this mission public in the "
    "literal and even figurative sense",
    "W1": ".@MOD_Russia's tweets are wrong. Furthermore their bombing is reckless and "
    "indiscriminate and their efforts are strategically short-sighted",
    "W2": "Strikes in question didn't happen yesterday. Regardless, only Rus/Syr "
    "operating over #ALEPPO",
    "W3": "@CJTFOIR hasn't struck in #ALEPPO in 2016. Did strike in Manbij yesterday, "
    "95km away",
}
EARLIER = ("Foreign Policy", "World Bulletin/Anadolu")
LATER = ("WTVR/CNN", "UPI")
MOST_CHARACTERS = 140


@pytest.fixture(scope="module")
def spat() -> Spat:
    """The one spat of the sample."""
    (only,) = reconstruct(load([str(SAMPLES / "aleppo-2016.json")]))
    return only


@pytest.fixture
def told(spat: Spat) -> dict[str, Turn]:
    """The turns of the sample by id."""
    return dict(turns([spat]))


def test_the_sample_is_one_reconstructed_spat_of_17_tweets_without_a_problem(spat):
    heap = load([str(SAMPLES / "aleppo-2016.json")])

    assert len(spat.turns) == len(heap.tweets) == 17
    assert spat.reconstructed
    assert not spat.synthetic
    assert heap.problems == ()
    assert [turn.problems for turn in spat.turns if turn.problems] == []


def test_seven_tweets_survive_word_for_word_and_no_other_text_is_given(told):
    texts = {id_: turn.tweet.text for id_, turn in told.items() if turn.tweet.text}

    assert texts == WORDS
    for id_, turn in told.items():
        assert turn.tweet.state == ("present" if id_ in WORDS else "reported")
        assert (turn.tweet.paraphrase is None) == (id_ in WORDS)


@pytest.mark.skipif(not SEED.exists(), reason="the seed stands beside the project")
def test_texts_authors_and_paraphrases_are_those_of_the_seed(told):
    seed = {each["key"]: each for each in json.loads(SEED.read_text("utf-8"))}

    assert told.keys() == seed.keys()
    for id_, each in seed.items():
        tweet = told[id_].tweet
        assert (tweet.text, tweet.author.handle) == (each["text"], each["author"])
        if each["paraphrase"]:
            assert tweet.paraphrase == each["paraphrase"]
        if each["fragment"]:
            assert each["fragment"] in tweet.paraphrase


def test_every_text_fits_the_140_characters_of_the_time(told):
    lengths = {id_: len(turn.tweet.text or "") for id_, turn in told.items()}

    assert max(lengths.values()) <= MOST_CHARACTERS
    assert [lengths[id_] for id_ in ("M1", "M2", "M3", "W1")] == [137, 138, 136, 139]


def test_no_clock_time_is_made_up_every_tweet_is_bounded_by_11_february(told):
    moscow = datetime(2016, 2, 10, 21, tzinfo=UTC)
    washington = datetime(2016, 2, 11, 5, tzinfo=UTC)

    for id_, turn in told.items():
        first = moscow if id_.startswith("M") else washington
        assert turn.tweet.sent is None
        assert turn.tweet.bounds == (first, first + timedelta(days=1))


def test_no_id_is_made_up(told):
    assert not any(id_.isdigit() for id_ in told)
    assert {turn.tweet.author.id for turn in told.values()} == {None}


def test_the_strike_was_said_to_be_at_13_55_in_moscow_on_the_day_before(told):
    (said,) = told["M3"].said_times

    assert said.text == "Yesterday at 13:55 (MSK)"
    assert said.start == datetime(2016, 2, 10, 10, 55, tzinfo=UTC)
    assert said.end - said.start == timedelta(minutes=1)
    assert said.zone == "Europe/Moscow"


def test_w1_answers_the_series_of_what_is_known_to_be_earlier(told):
    (link,) = told["W1"].links

    assert (link.relation, link.basis, link.stated) == ("answers", "mention", False)
    assert link.series == ("M1", "M3")
    assert link.to in link.series
    assert link.confidence < 1


def test_w3_opens_with_the_sentences_subject_and_answers_nobody(told):
    assert told["W3"].tweet.text.startswith("@CJTFOIR")
    assert told["W3"].links == ()


def test_w4_quotes_m7_by_its_sources_word(told):
    (link,) = told["W4"].links

    assert (link.to, link.relation, link.basis) == ("M7", "quoted", "source_claim")
    assert link.stated
    assert "Foreign Policy" in link.evidence


def test_m4_answers_w1_by_the_name_of_its_author(told):
    (link,) = told["M4"].links

    assert (link.to, link.relation, link.basis) == ("W1", "answers", "name")
    assert not link.stated
    assert link.confidence < 1
    assert "Colonel Warren" in link.evidence


def test_m2_names_him_too_and_is_not_linked_since_its_order_is_contested(told):
    assert "Col. Warren" in told["M2"].tweet.text
    assert told["M2"].links == ()


def test_nothing_else_is_linked_than_what_a_source_tells_a_mention_or_a_name(told):
    linked = {id_ for id_, turn in told.items() if turn.links}

    assert linked == {"M4", "W1", "W4", "W6"}


@pytest.mark.parametrize("other", ["M3", "W1"])
def test_the_order_of_m2_is_contested_with_its_claimants_on_both_sides(spat, other):
    contests = {frozenset(each.pair): each for each in spat.order.contested}

    contest = contests[frozenset(("M2", other))]

    assert spat.order.kind == "contested"
    assert len(contests) == 2
    assert set(contest.claims) == {
        *(Claim(source, ("M2", other)) for source in EARLIER),
        *(Claim(source, (other, "M2")) for source in LATER),
    }


def test_the_printed_order_breaks_no_claim_that_is_not_contested(spat):
    place = {turn.tweet.id: turn.n for turn in spat.turns}
    sample = json.loads((SAMPLES / "aleppo-2016.json").read_text("utf-8"))

    for order in sample["orders"]:
        without_m2 = [id_ for id_ in order["order"] if id_ != "M2"]
        assert sorted(without_m2, key=place.__getitem__) == without_m2
    assert place["M1"] < place["M2"] < place["M4"] < place["W2"]


def test_both_sides_are_given_with_their_clocks(spat, told):
    sides = {side.name: (side.zone, side.basis) for side in spat.sides}

    assert sides == {
        "Moscow": ("Europe/Moscow", "given"),
        "Washington": ("America/New_York", "given"),
    }
    for id_, turn in told.items():
        assert turn.side == ("Moscow" if id_.startswith("M") else "Washington")
