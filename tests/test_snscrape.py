"""snscrape: ids as numbers only, names of several years, placeholders."""

import json

import pytest
from make import at, fields, shared, snowflake

from tweetspat.model import Account, Media, Notice, Url
from tweetspat.readers import load, snscrape

FIXTURES = sorted(shared("data", "fixtures", "snscrape_jsonl").glob("*.jsonl"))
MODULE = "snscrape.modules.twitter."


def record(clock="12:00", author="mod_russia", text="words", **more):
    made = {
        "_type": f"{MODULE}Tweet",
        "date": f"{at(clock):%Y-%m-%dT%H:%M:%S}+00:00",
        "rawContent": text,
        "renderedContent": text,
        "id": int(snowflake(at(clock))),
        "user": {"username": author, "id": 7, "displayname": "M"},
        "conversationId": 1,
    }
    return made | more


def without(made, *keys):
    return {key: value for key, value in made.items() if key not in keys}


def read(value):
    return list(snscrape.read(fields(value), None))


def tweet(value):
    (found,) = read(value)
    return found


def test_an_id_above_2_to_the_53_keeps_every_digit():
    found = tweet(record(id=1682072224013099009, inReplyToTweetId=1682072224013099007))

    assert (found.id, found.reply_to) == ("1682072224013099009", "1682072224013099007")
    assert found.author == Account("mod_russia", "M", "7")


def test_an_id_that_went_through_a_float_is_told_of():
    found = tweet(json.dumps(record(id=0)).replace('"id": 0', '"id": 1.682e18'))

    assert found.id == "1682000000000000000"
    assert [problem.code for problem in found.problems] == ["rounded-id"]


def test_old_versions_call_the_words_content():
    old = without(record(content="a &lt; b"), "rawContent")

    assert tweet(old).text == "a < b"


def test_words_with_links_written_out_are_taken_only_when_nothing_else_is_there():
    old = without(record(), "rawContent")

    assert (tweet(old).cut, tweet(record()).cut) == (True, False)


def test_old_versions_keep_links_in_two_arrays():
    made = record(
        outlinks=["https://a", "https://b"],
        tcooutlinks=["https://t.co/1", "https://t.co/2"],
    )

    assert tweet(made).urls == (
        Url("https://t.co/1", "https://a"),
        Url("https://t.co/2", "https://b"),
    )


def test_arrays_of_links_that_do_not_match_tell_only_the_short_ones():
    made = record(
        outlinks=["https://a"], tcooutlinks=["https://t.co/1", "https://t.co/2"]
    )

    assert tweet(made).urls == (Url("https://t.co/1"), Url("https://t.co/2"))


def test_new_versions_keep_links_as_objects():
    made = record(
        links=[{"tcourl": "https://t.co/1", "url": "https://a"}],
        tcooutlinks=["https://t.co/9"],
    )

    assert tweet(made).urls == (Url("https://t.co/1", "https://a"),)


def test_media_are_told_with_kind_address_and_description():
    film = {"contentType": "video/mp4", "bitrate": 5, "url": "https://v/5"}
    made = record(
        media=[
            {"_type": f"{MODULE}Photo", "fullUrl": "https://p/1", "altText": "a goose"},
            {
                "_type": f"{MODULE}Video",
                "thumbnailUrl": "https://t/1",
                "variants": [film],
            },
            {"_type": f"{MODULE}Gif", "thumbnailUrl": "https://t/2", "variants": []},
            {"type": "photo", "fullUrl": "https://p/2"},
        ]
    )

    assert tweet(made).media == (
        Media("photo", "https://p/1", "a goose"),
        Media("video", "https://v/5"),
        Media("animated_gif", "https://t/2"),
        Media("photo", "https://p/2"),
    )


@pytest.mark.parametrize(
    ("said", "state"),
    [
        (None, "missing"),
        ("This Tweet is unavailable.", "missing"),
        ("This Tweet was deleted by the Tweet author.", "deleted"),
        ("This Tweet is from a suspended account.", "suspended"),
        ("... this account owner limits who can view their Tweets.", "protected"),
    ],
)
def test_a_tombstone_is_a_notice_with_what_it_says(said, state):
    made = {"_type": f"{MODULE}Tombstone", "id": 12, "text": said}

    notice = tweet(made)

    assert snscrape.recognises(made)
    assert isinstance(notice, Notice)
    assert (notice.id, notice.state) == ("12", state)
    assert said is None or notice.reason == said


def test_a_placeholder_without_id_is_a_problem():
    (problem,) = read({"_type": f"{MODULE}TweetRef", "id": None})

    assert problem.code == "missing-field"


def test_a_quoted_tweet_that_was_not_delivered_is_quoted_all_the_same():
    holder, notice = read(record(quotedTweet={"_type": f"{MODULE}TweetRef", "id": 12}))

    assert (holder.quotes, notice.id, notice.place.path) == (
        "12",
        "12",
        "$.quotedTweet",
    )


def test_a_retweeted_tweet_is_read_as_a_tweet_of_its_own():
    original = record("11:00", "them", "first")

    holder, nested = read(record(text="RT @them: first", retweetedTweet=original))

    assert holder.repeats == nested.id == str(original["id"])
    assert nested.nested_in == holder.id


def test_the_versions_of_an_edited_tweet_are_told():
    ids = [int(snowflake(at("11:59"))), int(snowflake(at("12:00")))]

    found = tweet(record(editState={"editTweetIds": ids}))

    assert found.versions == tuple(map(str, ids))


def test_records_of_other_networks_and_unclaimed_ones_are_not_taken():
    assert not snscrape.recognises(record(_type="snscrape.modules.mastodon.Toot"))
    assert not snscrape.recognises(record(id_str="1"))
    assert not snscrape.recognises({"content": "x", "user": {}, "id": 1})


def test_a_record_without_type_is_known_by_its_names():
    assert snscrape.recognises(without(record(), "_type"))


def test_the_handle_stands_at_the_top_where_the_user_is_missing():
    assert tweet(record(user=None, username="a")).author == Account("a")


def test_a_user_needs_an_id_and_a_handle():
    assert read({"_type": f"{MODULE}User", "id": 7, "username": "a"}) == [
        Account("a", None, "7")
    ]
    assert tweet({"_type": f"{MODULE}User", "id": 7}).code == "missing-field"


@pytest.mark.skipif(not FIXTURES, reason="the shared data are not here")
@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_every_real_tweet_is_read_with_its_parent(path):
    told = [json.loads(line) for line in path.read_text("utf-8").splitlines()]

    heap = load([str(path)])

    assert (heap.unread, heap.problems, heap.skipped) == ((), (), 0)
    assert {id_: each.reply_to for id_, each in heap.tweets.items()} == {
        str(each["id"]): each["inReplyToTweetId"] and str(each["inReplyToTweetId"])
        for each in told
    }
    assert {id_: len(each.urls) for id_, each in heap.tweets.items()} == {
        str(each["id"]): len(each["tcooutlinks"]) for each in told
    }
    assert all(each.problems == () for each in heap.tweets.values())
