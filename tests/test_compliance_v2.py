"""Compliance of API v2: lines that say of tweets that they are gone."""

import json

import pytest
from damaged import damaged
from hypothesis import given, settings
from make import fields, loaded, shared
from make_v2 import post, problems, read

from tweetspat.model import Notice
from tweetspat.problems import Problem
from tweetspat.readers import compliance_v2, load

REAL = sorted(shared("data", "fixtures", "v2_compliance").glob("*.jsonl"))


def result(reason="deleted", **more):
    return {
        "id": "1170025343920402432",
        "action": "delete",
        "created_at": "2019-09-06T17:25:54.667Z",
        "reason": reason,
    } | more


def event(word="delete", **more):
    told = {"tweet": {"id": "7", "author_id": "2"}, "event_at": "2021-07-06T18:40:40Z"}
    return {"data": {word: told | more}}


def test_results_and_events_are_recognised():
    assert compliance_v2.recognises(result())
    assert compliance_v2.recognises(event())
    assert compliance_v2.recognises(event("undrop"))


@pytest.mark.parametrize(
    "record",
    [
        None,
        post(),
        {"data": post()},
        {"data": {"delete": {"tweet": {"id": "7"}}}},
        {"delete": {"status": {"id_str": "1"}}},
        {"id": "1", "action": "delete"},
        result() | {"text": "a"},
        result(reason=7),
    ],
)
def test_what_is_no_compliance_is_not_recognised(record):
    assert not compliance_v2.recognises(record)


@pytest.mark.parametrize(
    ("reason", "state"),
    [
        ("deleted", "deleted"),
        ("deactivated", "deleted"),
        ("suspended", "suspended"),
        ("protected", "protected"),
    ],
)
def test_a_result_is_a_notice_in_the_files_own_words(reason, state):
    (notice,) = read(compliance_v2, result(reason))

    assert notice == Notice(
        "1170025343920402432", state, f"delete: {reason}", notice.place
    )


def test_a_tweet_that_only_lost_its_place_on_the_map_is_not_gone():
    assert read(compliance_v2, result("scrub_geo")) == []
    assert read(compliance_v2, result("scrub_geo", action="scrub_geo")) == []


@pytest.mark.parametrize(
    ("word", "state"),
    [("delete", "deleted"), ("withheld", "withheld"), ("drop", "missing")],
)
def test_an_event_of_the_stream_is_a_notice(word, state):
    (notice,) = read(compliance_v2, event(word))

    assert notice == Notice("7", state, f"{word} event", notice.place)
    assert notice.place.path == f"$.data.{word}.tweet"


@pytest.mark.parametrize("word", ["undrop", "tweet_edit"])
def test_an_event_that_takes_nothing_away_gives_nothing(word):
    assert read(compliance_v2, event(word)) == []


def test_without_id_a_line_is_skipped_with_its_place():
    assert problems(read(compliance_v2, result(id=None))) == [("missing-field", "$.id")]
    assert problems(read(compliance_v2, event(tweet={}))) == [
        ("missing-field", "$.data.delete.tweet.id")
    ]


def test_a_tweet_of_another_file_is_known_to_be_deleted(tmp_path):
    made = post()

    heap = loaded(tmp_path, {"data": [made]}, result(id=made["id"]))

    assert heap.tweets[made["id"]].state == "deleted"
    assert heap.unread == ()


@given(damaged(result()) | damaged(event()))
@settings(max_examples=100, deadline=None)
def test_no_odd_line_makes_the_reader_fail(record):
    compliance_v2.recognises(fields(record).value)

    for found in read(compliance_v2, record):
        assert isinstance(found, Notice | Problem)


@pytest.mark.skipif(not REAL, reason="the shared data are not here")
@pytest.mark.parametrize("path", REAL, ids=lambda path: path.name)
def test_every_line_of_a_real_file_gives_its_notice(path):
    lines = [json.loads(line) for line in path.read_text("utf-8").split("\n") if line]

    heap = load([str(path)])

    assert {each["id"] for each in lines} == heap.notices.keys()
    assert {each.code for each in heap.problems} == {"notices"}
