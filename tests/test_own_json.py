"""The tool's own JSON is an input: read again, it prints the same."""

import json

import pytest
from make import SAMPLES, fields, status, written

import tweetspat
from tweetspat.model import Case, Retweet, Tweet
from tweetspat.readers import own_json

CASES = ["aleppo-2016.json", "synthetic-v1.json"]
FORMATS = ["text", "json", "jsonl", "svg"]


def shown(paths, format_):
    """Return what the tool prints of some files.

    The clock that only a profile tells is bold, and no member of the JSON keeps it.
    """
    heap = tweetspat.load(paths)
    spats = [
        spat._replace(
            turns=tuple(
                turn._replace(tweet=turn.tweet._replace(zone=None), zone=None)
                for turn in spat.turns
            )
        )
        for spat in tweetspat.reconstruct(heap)
    ]
    return tweetspat.render(spats, format_)


def document(paths):
    """Return the whole JSON that the tool writes, inputs and problems with it."""
    heap = tweetspat.load(paths)
    return tweetspat.render(tweetspat.reconstruct(heap), "json", heap=heap)


def one(**members):
    """Return the tweet that stands with these members in an output."""
    tweet = {"id": "1", "author": {"handle": "a"}, "text": "words"} | members
    document = {"schema": "tweetspat/1", "spats": [{"tweets": [tweet]}]}
    found = own_json.read(fields(document), None)
    return next(each for each in found if isinstance(each, Tweet))


@pytest.mark.parametrize("format_", FORMATS)
@pytest.mark.parametrize("sample", CASES)
def test_its_own_json_read_again_prints_the_same(tmp_path, sample, format_):
    asked = [SAMPLES / sample]

    again = [written(tmp_path, "again.json", document(asked))]

    assert shown(again, format_) == shown(asked, format_)


@pytest.mark.parametrize("sample", CASES)
def test_its_own_lines_read_again_print_the_same(tmp_path, sample):
    asked = [SAMPLES / sample]

    again = [written(tmp_path, "again.jsonl", shown(asked, "jsonl"))]

    assert shown(again, "jsonl") == shown(asked, "jsonl")


def test_problems_are_carried_over_and_never_doubled(tmp_path):
    lines = f"{json.dumps(status(created_at='?'))}\n{{oops\n"
    first = document([written(tmp_path, "a.jsonl", lines)])

    second = document([written(tmp_path, "b.json", first)])
    third = document([written(tmp_path, "c.json", second)])

    one, two, three = map(json.loads, (first, second, third))
    assert [problem["code"] for problem in one["problems"]] == ["bad-json"]
    assert one["problems"] == two["problems"] == three["problems"]
    assert one["spats"] == two["spats"] == three["spats"]


def test_a_copy_that_differs_is_still_there_after_reading_again(tmp_path):
    asked = [
        written(tmp_path, "a.json", status(text="We did not bomb.")),
        written(tmp_path, "b.json", status(text="We bombed.")),
    ]
    first = document(asked)

    again = document([written(tmp_path, "c.json", first)])

    (spat,) = json.loads(first)["spats"]
    assert [copy["text"] for copy in spat["tweets"][0]["copies"]] == ["We bombed."]
    assert json.loads(again)["spats"] == [spat]


def test_an_output_is_told_by_the_name_of_its_schema():
    assert own_json.recognises({"schema": "tweetspat/1"})
    assert not own_json.recognises({"schema": "tweetspat/2"})
    assert not own_json.recognises({"spats": []})


def test_the_case_keeps_the_printed_order_and_its_certainty():
    tweets = [{"id": id_} for id_ in ("3", "1", "2")]
    spat = {"tweets": tweets, "order": {"kind": "contested", "contested": []}}
    record = fields({"schema": "tweetspat/1", "spats": [spat]})

    (case,) = (each for each in own_json.read(record, None) if isinstance(each, Case))

    assert case.tweets == ("3", "1", "2")
    assert case.order.kind == "contested"


def test_a_tweet_without_id_is_skipped_and_told_of():
    spat = {"tweets": [{"text": "a"}, {"id": "1"}]}
    record = fields({"schema": "tweetspat/1", "spats": [spat]})

    problem, tweet, case = own_json.read(record, None)

    assert (problem.code, problem.place.path) == (
        "missing-field",
        "$.spats[0].tweets[0].id",
    )
    assert case.tweets == (tweet.id,) == ("1",)


def test_links_are_kept_as_they_were_found():
    link = {
        "to": "9",
        "relation": "answers",
        "basis": "mention",
        "stated": False,
        "confidence": 0.93,
        "confidence_conversation": 0.97,
        "evidence": "mentions @b",
        "alternatives": [{"to": "8", "confidence": 0.05}],
        "series": ["7", "9"],
    }

    tweet = one(links=[link])

    (kept,) = tweet.kept.links
    assert (kept.to, kept.confidence, kept.confidence_conversation) == ("9", 0.93, 0.97)
    assert (kept.alternatives, kept.series) == ((("8", 0.05),), ("7", "9"))
    assert tweet.answers is None


@pytest.mark.parametrize(
    ("relation", "field"),
    [("replied_to", "reply_to"), ("quoted", "quotes"), ("answers", "answers")],
)
def test_a_stated_link_is_also_what_the_tweet_itself_says(relation, field):
    link = {"to": "9", "relation": relation, "basis": "metadata", "stated": True}

    tweet = one(links=[link | {"confidence": 1.0}])

    assert getattr(tweet, field) == "9"


@pytest.mark.parametrize(
    "change", [{"to": None}, {"relation": "loves"}, {"basis": "astrology"}]
)
def test_a_link_that_says_nothing_known_is_left_out(change):
    link = {"to": "9", "relation": "answers", "basis": "mention"} | change

    tweet = one(links=[link])

    assert tweet.kept.links == ()


def test_retweets_are_kept():
    repeats = [{"by": "c", "sent": "2016-02-11T12:00:00.000Z"}, {"by": None}]

    known, unknown = one(retweets=repeats).kept.retweets

    assert (known.by, known.sent.hour) == ("c", 12)
    assert unknown == Retweet(None, None)


@pytest.mark.parametrize("missing", ["start", "end", "precision"])
def test_a_said_time_without_its_meaning_is_left_out(missing):
    said = {
        "text": "today",
        "from": 0,
        "to": 5,
        "start": "2016-02-11T00:00:00.000Z",
        "end": "2016-02-12T00:00:00.000Z",
        "precision": "day",
        "zone": "UTC",
        "basis": "side",
        "confidence": 0.95,
    }

    assert len(one(said_times=[said]).kept.said_times) == 1
    assert one(said_times=[said | {missing: None}]).kept.said_times == ()


def test_a_state_that_nobody_knows_is_taken_as_present():
    assert one(state="deleted").state == "deleted"
    assert one(state="vaporised").state == "present"
