"""Events of the X Activity API: posts, deletions, and events of other kinds."""

import json

import pytest
from damaged import damaged
from hypothesis import given, settings
from make import fields, shared
from make_v2 import (
    accounts,
    post,
    problems,
    read,
    refers,
    tweets,
    user,
)

from tweetspat.model import Account, Notice, Tweet
from tweetspat.problems import Problem
from tweetspat.readers import activity_v2, api_v2, load

REAL = shared("data", "fixtures", "v2_activity_api_2026", "handmade_events.jsonl")


def event(kind="post.create", payload=None, **includes):
    payload = post() if payload is None else payload
    return {"data": {"event_type": kind, "payload": payload, "includes": includes}}


def test_an_event_is_recognised_and_no_response_is_one():
    assert activity_v2.recognises(event())
    assert not activity_v2.recognises({"data": post()})
    assert not activity_v2.recognises({"event_type": "post.create", "payload": {}})
    assert not activity_v2.recognises(event(payload=[]))
    assert not api_v2.recognises(event())


def test_a_reply_gives_the_post_the_parent_that_comes_with_it_and_its_author():
    asked = post("11:00", "root")
    answer = post("12:00", "@a reply", "22", in_reply_to_tweet_id=asked["id"])

    found = read(
        activity_v2,
        event("post.reply.create", answer, users=[user("22", "b")], tweets=[asked]),
    )
    reply, root = tweets(found)

    assert (reply.reply_to, reply.author) == (asked["id"], Account("b", "B", "22"))
    assert reply.place.path == "$.data.payload"
    assert root.place.path == "$.data.includes.tweets[0]"
    assert (root.author, root.author_id) == (None, "11")
    assert accounts(found) == [Account("b", "B", "22")]
    assert problems(found) == []


@pytest.mark.parametrize(
    ("kind", "references", "links"),
    [
        ("post.quote.create", refers(quoted="7"), ("7", None)),
        ("post.repost.create", refers(retweeted="7"), (None, "7")),
    ],
)
def test_quotes_and_reposts_are_told_by_their_references(kind, references, links):
    (tweet,) = tweets(read(activity_v2, event(kind, post(**references))))

    assert (tweet.quotes, tweet.repeats) == links


def test_a_deletion_is_a_notice():
    (notice,) = read(activity_v2, event("post.delete", {"id": "7", "author_id": "2"}))

    assert notice == Notice("7", "deleted", "post.delete event", notice.place)
    assert notice.place.path == "$.data.payload"


def test_a_deletion_that_names_no_post_is_a_problem():
    found = read(activity_v2, event("post.delete", {}))

    assert problems(found) == [("missing-field", "$.data.payload.id")]


def test_an_event_of_another_kind_tells_of_accounts_at_most():
    payload = {"id": "1", "source": {"id": "11"}}

    found = read(activity_v2, event("follow.follow", payload, users=[user()]))

    assert found == [Account("mod_russia", "Mod_Russia", "11")]


def test_a_post_without_text_is_skipped_with_its_place():
    found = read(activity_v2, event(payload={"id": "7"}))

    assert problems(found) == [("missing-field", "$.data.payload.text")]


@given(damaged(event("post.reply.create", users=[user()], tweets=[post("11:00")])))
@settings(max_examples=100, deadline=None)
def test_no_odd_event_makes_the_reader_fail(record):
    activity_v2.recognises(fields(record).value)

    for found in read(activity_v2, record):
        assert isinstance(found, Tweet | Account | Notice | Problem)


@pytest.mark.skipif(not REAL.exists(), reason="the shared data are not here")
def test_the_shared_events_give_their_posts_and_the_deletion():
    events = [json.loads(line)["data"] for line in REAL.read_text("utf-8").splitlines()]
    posts = {
        each["payload"]["id"]: each["payload"].get("in_reply_to_tweet_id")
        for each in events
        if each["event_type"] != "post.delete"
    }
    gone = {
        each["payload"]["id"] for each in events if each["event_type"] == "post.delete"
    }

    heap = load([str(REAL)])

    assert {id_: tweet.reply_to for id_, tweet in heap.tweets.items()} == posts
    assert all(tweet.author for tweet in heap.tweets.values())
    assert {id_ for id_, tweet in heap.tweets.items() if tweet.state == "deleted"} == (
        gone
    )
