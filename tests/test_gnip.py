"""Activity Streams: tags, shares, answered links, deletions, system messages."""

import json

import pytest
from damaged import damaged
from hypothesis import given, settings
from make import at, fields, loaded, shared

from tweetspat.model import Account, Media, Notice, Tweet, Url
from tweetspat.problems import Problem
from tweetspat.readers import gnip, load

FIXTURES = sorted(shared("data", "fixtures", "activity_streams_gnip").glob("*.json"))
TAG = "tag:search.twitter.com,2005:"


def activity(id_="20", text="words", **more):
    """Return an activity with what a tweet needs."""
    return {
        "id": f"{TAG}{id_}",
        "objectType": "activity",
        "verb": "post",
        "actor": {
            "id": "id:twitter.com:5",
            "displayName": "Ministry",
            "preferredUsername": "mod_russia",
        },
        "postedTime": "2016-02-11T12:00:00.000Z",
        "body": text,
        "object": {"objectType": "note", "id": f"object:search.twitter.com,2005:{id_}"},
    } | more


def read(record):
    return list(gnip.read(fields(record), None))


def codes(tweet):
    return [problem.code for problem in tweet.problems]


def test_a_regular_activity_is_read_whole_and_without_problems():
    (tweet,) = read(activity(text="geese &amp; ducks"))

    assert tweet.id == "20"
    assert tweet.author == Account("mod_russia", "Ministry", "5")
    assert tweet.text == "geese & ducks"
    assert (tweet.sent, tweet.sent_basis) == (at("12:00"), "created_at")
    assert (tweet.repeats, tweet.quotes, tweet.reply_to) == (None, None, None)
    assert (tweet.state, tweet.cut, tweet.problems) == ("present", False, ())


def test_only_activities_about_tweets_and_system_messages_are_recognised():
    assert gnip.recognises(activity())
    assert gnip.recognises({"verb": "delete", "object": {"id": f"{TAG}20"}})
    assert gnip.recognises({"info": {"message": "done", "sent": "2016"}})
    assert not gnip.recognises(activity() | {"id": "tag:blogs:1", "object": {}})
    assert not gnip.recognises({"verb": "delete", "user": "x", "resource": "pods"})
    assert not gnip.recognises({"error": {"message": "no"}})
    assert not gnip.recognises([activity()])


def test_a_share_repeats_the_activity_that_is_its_object():
    share, original = read(activity("21", verb="share", object=activity("20")))

    assert (share.id, share.repeats, share.quotes) == ("21", "20", None)
    assert (original.id, original.state, original.nested_in) == (
        "20",
        "recovered",
        "21",
    )
    assert original.sources == ("nested in 21",)
    assert original.place.path == "$.object"


def test_a_quoted_activity_is_a_tweet_of_its_own():
    quoting, quoted = read(activity("21", twitter_quoted_status=activity("20")))

    assert quoting.quotes == quoted.id == "20"
    assert quoted.nested_in == "21"


def test_what_is_wrong_with_a_nested_activity_costs_only_that_one():
    broken = activity("20")
    del broken["body"]

    tweet, problem = read(activity("21", twitter_quoted_status=broken))

    assert tweet.quotes == "20"
    assert problem.code == "missing-field"
    assert problem.place.path == "$.twitter_quoted_status.body"


def test_an_activity_that_shares_itself_is_told_of():
    (tweet,) = read(activity("20", verb="share", object=activity("20")))

    assert tweet.repeats is None
    assert codes(tweet) == ["holds-itself"]


@pytest.mark.parametrize(
    ("link", "answered"),
    [
        ("http://twitter.com/OIRspox/statuses/19", ("19", "OIRspox")),
        ("https://www.twitter.com/OIRspox/status/19", ("19", "OIRspox")),
        ("http://twitter.com/statuses/19", ("19", None)),
    ],
)
def test_the_answered_tweet_and_handle_stand_in_the_link(link, answered):
    (tweet,) = read(activity(inReplyTo={"link": link}))

    assert (tweet.reply_to, tweet.reply_handle) == answered


def test_an_answered_link_that_names_no_tweet_is_told_of():
    (tweet,) = read(activity(inReplyTo={"link": "http://twitter.com/OIRspox"}))

    assert tweet.reply_to is None
    assert codes(tweet) == ["odd-id"]


def test_the_whole_text_of_a_long_tweet_comes_with_its_links():
    whole = {
        "body": "the whole",
        "twitter_entities": {"urls": [{"url": "a", "expanded_url": "b"}]},
    }

    (tweet,) = read(activity(text="the…", long_object=whole))

    assert (tweet.text, tweet.cut) == ("the whole", False)
    assert tweet.urls == (Url("a", "b"),)


def test_a_shared_text_that_ends_cut_is_known_to_be_cut():
    share, _ = read(activity("21", "RT @a: the…", verb="share", object=activity()))

    assert share.cut


def test_the_film_is_taken_from_the_extended_entities():
    film = {"content_type": "video/mp4", "url": "f", "bitrate": 0}
    item = {"type": "animated_gif", "video_info": {"variants": [film]}}
    still = {"type": "photo", "media_url_https": "p"}

    (tweet,) = read(
        activity(
            twitter_extended_entities={"media": [item]},
            twitter_entities={"media": [still]},
        )
    )

    assert tweet.media == (Media("animated_gif", "f"),)


def test_the_zone_of_the_profile_is_kept():
    actor = activity()["actor"] | {"twitterTimeZone": "Moscow"}

    (tweet,) = read(activity(actor=actor))

    assert tweet.zone == "Europe/Moscow"


@pytest.mark.parametrize(
    ("more", "code"),
    [
        ({"actor": None}, "missing-field"),
        ({"actor": {"preferredUsername": "mod_russiа"}}, "odd-handle"),
        ({"postedTime": "yesterday"}, "bad-stamp"),
        ({"id": f"{TAG}M1"}, "odd-id"),
    ],
)
def test_what_is_odd_is_kept_and_told_of(more, code):
    (tweet,) = read(activity() | more)

    assert codes(tweet) == [code]


def test_without_a_stamp_the_id_tells_the_time():
    (tweet,) = read(activity("697751936824246272", postedTime=None))

    assert tweet.sent_basis == "id"
    assert tweet.sent.microsecond == 0


@pytest.mark.parametrize(
    "record",
    [
        {"verb": "delete", "object": {"id": f"{TAG}20", "objectType": "note"}},
        {"verb": "delete", "id": f"{TAG}20", "object": {}},
        {"verb": "delete", "id": f"{TAG}9", "object": {"id": f"{TAG}20"}},
    ],
)
def test_a_deletion_is_a_notice(record):
    (notice,) = read(record)

    assert (notice.id, notice.state) == ("20", "deleted")
    assert notice.reason == "delete activity"


def test_a_deletion_that_names_no_tweet_is_a_problem():
    (problem,) = read({"verb": "delete", "object": {"id": TAG}})

    assert (problem.code, problem.place.path) == ("missing-field", "$.object.id")


def test_what_is_no_activity_gives_nothing():
    assert read({"news": {}}) == []


@pytest.mark.parametrize("verb", ["scrub_geo", "undelete", "user_protect"])
def test_what_does_not_take_a_tweet_away_is_nothing(verb):
    assert read({"verb": verb, "object": {"id": f"{TAG}20"}}) == []


def test_an_activity_without_words_is_a_problem():
    (problem,) = read(activity(body=None))

    assert (problem.code, problem.place.path) == ("missing-field", "$.body")


@pytest.mark.parametrize(
    ("message", "code"),
    [
        ({"info": {"activity_count": 9}}, None),
        ({"info": {"minutes_failed": []}}, None),
        ({"info": {"minutes_failed": ["2016-02-11T12:00Z"]}}, "stream-gap"),
        ({"error": {}}, "stream-warning"),
        ({"warn": {}}, "stream-warning"),
    ],
)
def test_a_system_message_is_told_of_only_when_something_is_lost(message, code):
    ((word, body),) = message.items()

    found = read({word: body | {"message": "Replay done", "sent": "2016-02-11"}})

    assert [each.code for each in found] == ([code] if code else [])
    assert all("Replay done" in each.message for each in found)


def test_a_chain_of_quotes_is_read_to_its_end(tmp_path):
    made = activity("1")
    for number in range(2, 101):
        made = activity(str(number), twitter_quoted_status=made)

    assert len(loaded(tmp_path, made).tweets) == 100


WHOLE = activity(
    "21",
    verb="share",
    object=activity(
        "20", twitter_quoted_status=activity("19"), long_object={"body": ""}
    ),
    inReplyTo={"link": "http://twitter.com/a/statuses/18"},
    twitter_entities={"urls": [{"url": "a"}], "media": [{"type": "photo"}]},
)


@given(damaged(WHOLE))
@settings(max_examples=150, deadline=None)
def test_whatever_is_wrong_with_an_activity_raises_nothing(record):
    if gnip.recognises(record):
        assert all(isinstance(each, Tweet | Notice | Problem) for each in read(record))


@pytest.mark.skipif(not FIXTURES, reason="the shared data are not here")
@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_every_real_file_gives_its_tweets_and_their_links(path):
    record = json.loads(path.read_text("utf-8"))
    nested = [record.get("twitter_quoted_status")]
    if record["verb"] == "share":
        nested += [record["object"], record["object"].get("twitter_quoted_status")]
    expected = {
        each["id"].split(":")[-1]: each.get("inReplyTo", {}).get("link", "/")
        for each in [record, *filter(None, nested)]
    }

    heap = load([str(path)])

    assert heap.problems == ()
    assert {id_: each.reply_to for id_, each in heap.tweets.items()} == {
        id_: link.split("/")[-1] or None for id_, link in expected.items()
    }
    assert all(each.author and not each.problems for each in heap.tweets.values())
