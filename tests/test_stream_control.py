"""Lines of the v1.1 streams that are no tweets: what they tell, and what not."""

import json

import pytest
from damaged import damaged
from hypothesis import given, settings
from make import fields, shared, status

from tweetspat.model import Notice, Tweet
from tweetspat.problems import Problem
from tweetspat.readers import load, stream_control

FIXTURE = shared("data", "fixtures", "v11_stream_control", "handmade_stream.jsonl")
TWENTY = {"status": {"id": 20, "id_str": "20", "user_id": 5}}


def read(record):
    return list(stream_control.read(fields(record), None))


@pytest.mark.parametrize(
    ("record", "told"),
    [
        ({"delete": TWENTY}, ("deleted", "delete event")),
        ({"drop": TWENTY}, ("missing", "drop event")),
        (
            {"status_withheld": {"id": 20, "withheld_in_countries": ["DE", "AR"]}},
            ("withheld", "withheld in DE, AR"),
        ),
        ({"status_withheld": {"id": 20}}, ("withheld", "withheld")),
    ],
)
def test_what_takes_a_tweet_away_is_a_notice(record, told):
    (notice,) = read(record)

    assert notice.id == "20"
    assert (notice.state, notice.reason) == told


@pytest.mark.parametrize(
    "record",
    [
        {"undrop": TWENTY},
        {"scrub_geo": {"user_id": 5, "up_to_status_id": 20}},
        {"user_withheld": {"id": 5, "withheld_in_countries": ["DE"]}},
        {"user_delete": {"id": 5}},
        {"friends": [5, 6]},
        {"friends_str": ["5"]},
        {"control": {"control_uri": "/1.1/site/c/1"}},
        {"direct_message": {"text": "private", "id": 20}},
        {"event": "follow", "source": {}, "target": {}},
        {"for_user": 5, "message": {"friends": []}},
    ],
)
def test_what_tells_nothing_of_a_tweet_is_known_and_gives_nothing(record):
    assert stream_control.recognises(record)
    assert read(record) == []


@pytest.mark.parametrize(
    ("record", "code", "words"),
    [
        ({"limit": {"track": 262}}, "limit", "262 tweets"),
        ({"limit": {"track": "?"}}, "limit", "did not deliver tweets"),
        (
            {"warning": {"code": "FALLING_BEHIND", "message": "too slow"}},
            "stream-warning",
            "'FALLING_BEHIND: too slow'",
        ),
        (
            {"disconnect": {"code": 7, "reason": "admin logout"}},
            "stream-disconnect",
            "'7: admin logout'",
        ),
        (
            {"tweet_edit": {"id": "21", "edit_tweet_ids": ["20", "21"]}},
            "edited",
            "20, 21",
        ),
        ({"delete": {"status": {}}}, "missing-field", "the id of a tweet"),
    ],
)
def test_what_a_careful_reader_should_know_is_a_problem(record, code, words):
    assert stream_control.recognises(record)

    (problem,) = read(record)

    assert problem.code == code
    assert words in problem.message


@pytest.mark.parametrize(
    "record",
    [
        {"limit": {}},
        {"limit": {"track": 7}, "prices": []},
        {"delete": {"rows": 3}},
        {"warning": "careful"},
        {"friends": {"5": "Ann"}},
        {"event": "concert", "source": "web"},
        {"for_user": 5},
        status(),
        {},
        [],
        None,
    ],
)
def test_other_json_with_such_words_is_not_taken_for_a_stream(record):
    assert not stream_control.recognises(record)


def test_a_tweet_in_an_envelope_is_read_where_it_stands():
    record = {"for_user": 5, "message": {"for_user": 6, "message": status(text="in")}}

    (tweet,) = read(record)

    assert (tweet.text, tweet.state) == ("in", "present")
    assert tweet.place.path == "$.message.message"


def test_the_tweet_that_an_event_is_about_is_read():
    made = status(text="liked")
    record = {"event": "favorite", "source": {}, "target": {}, "target_object": made}

    (tweet,) = read(record)

    assert (tweet.text, tweet.place.path) == ("liked", "$.target_object")


def test_a_message_of_no_known_kind_in_an_envelope_is_told_of():
    (problem,) = read({"for_user": 5, "message": {"news": 1}})

    assert (problem.code, problem.place.path) == ("unknown-shape", "$.message")


def test_an_envelope_in_an_envelope_may_be_empty():
    record = {"for_user": 5, "message": {"for_user": 6, "message": "none"}}

    assert [each.code for each in read(record)] == ["unknown-shape", "wrong-type"]


def test_a_deletion_of_something_else_is_told_of():
    (problem,) = read({"delete": {"status": [20]}})

    assert (problem.code, problem.place.path) == ("wrong-type", "$.delete.status")


def test_a_tweet_without_an_id_in_an_envelope_is_told_of():
    (problem,) = read({"for_user": 5, "message": status(id=None, id_str=None)})

    assert (problem.code, problem.place.path) == ("missing-field", "$.message.id_str")


LINES = [
    {"delete": TWENTY},
    {"status_withheld": {"id": 20, "withheld_in_countries": ["DE"]}},
    {"limit": {"track": 262}},
    {"disconnect": {"code": 7, "reason": "x"}},
    {"tweet_edit": {"id": "21", "edit_tweet_ids": ["20", "21"]}},
    {"for_user": 5, "message": status()},
    {"event": "favorite", "source": {}, "target": {}, "target_object": status()},
]


@given(damaged(LINES))
@settings(max_examples=150, deadline=None)
def test_whatever_is_wrong_with_a_line_raises_nothing(lines):
    for line in lines:
        if stream_control.recognises(line):
            assert all(
                isinstance(each, Tweet | Notice | Problem) for each in read(line)
            )


@pytest.mark.skipif(not FIXTURE.exists(), reason="the shared data are not here")
def test_a_real_stream_gives_its_tweets_and_what_became_of_them():
    lines = [
        json.loads(line)
        for line in FIXTURE.read_text("utf-8").split("\n")
        if line.strip()
    ]
    heap = load([str(FIXTURE)])

    assert len(heap.tweets) == sum("text" in line for line in lines)
    assert {*heap.notices} == {"697700000000000001", "1234567890"}
    assert heap.tweets["697700000000000001"].state == "deleted"
    assert heap.skipped == 0
    told = [each.code for each in heap.problems if each.place and each.place.line]
    controls = [next(iter(line)) for line in lines if len(line) == 1]
    codes = {
        "limit": "limit",
        "disconnect": "stream-disconnect",
        "warning": "stream-warning",
        "tweet_edit": "edited",
    }
    assert told == [codes[word] for word in controls if word in codes]
