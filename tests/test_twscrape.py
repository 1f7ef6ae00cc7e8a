"""twscrape: one tweet a line; its names are snscrape's, its ids also texts."""

import json

import pytest
from make import at, fields, shared, snowflake

from tweetspat.model import Account, Media, Notice, Tweet, Url
from tweetspat.problems import Problem
from tweetspat.readers import load, twscrape

FIXTURES = sorted(shared("data", "fixtures", "twscrape_jsonl").glob("*.jsonl"))
CLAIM = "snscrape.modules.twitter."


def record(clock="12:00", author="mod_russia", text="words", **more):
    id_ = snowflake(at(clock))
    user = {"id": 7, "id_str": "7", "username": author, "displayname": "M"}
    made = {
        "id": int(id_),
        "id_str": id_,
        "date": f"{at(clock):%Y-%m-%d %H:%M:%S}+00:00",
        "user": user,
        "rawContent": text,
        "_type": f"{CLAIM}Tweet",
    }
    return made | more


def read(value):
    return list(twscrape.read(fields(value), None))


def tweet(value):
    (found,) = read(value)
    return found


def codes(found):
    return [problem.code for problem in found.problems]


def test_a_tweet_gives_its_words_author_time_and_parent():
    made = record(
        text="a &amp;amp; b https://t.co/x",
        inReplyToTweetId=12,
        inReplyToTweetIdStr="12",
        inReplyToScreenName="other",
        links=[{"url": "https://example.org", "tcourl": "https://t.co/x"}] * 2,
    )

    found = tweet(made)

    assert found.text == "a &amp; b https://t.co/x"
    assert found.author == Account("mod_russia", "M", "7")
    assert (found.sent, found.sent_basis) == (at("12:00"), "created_at")
    assert (found.reply_to, found.reply_handle) == ("12", "other")
    assert found.urls == (Url("https://t.co/x", "https://example.org"),)
    assert (found.cut, found.problems) == (False, ())


def test_of_an_id_as_text_and_as_rounded_number_the_text_counts():
    found = tweet(
        record(
            inReplyToTweetId=697722300000000000,
            inReplyToTweetIdStr="697722306658172928",
        )
    )

    assert found.reply_to == "697722306658172928"
    assert codes(found) == ["rounded-id"]


def test_the_handle_answered_is_found_in_the_user_where_no_member_has_it():
    found = tweet(record(inReplyToTweetId=12, inReplyToUser={"username": "other"}))

    assert (found.reply_to, found.reply_handle) == ("12", "other")


def test_a_quoted_tweet_is_a_recovered_tweet_of_its_own():
    quoted = record("11:00", "them", "first")
    holder, nested = read(record(quotedTweet=quoted))

    assert holder.quotes == nested.id == quoted["id_str"]
    assert (nested.nested_in, nested.state) == (holder.id, "recovered")
    assert nested.place.path == "$.quotedTweet"


def test_a_retweet_quotes_nothing_although_its_original_does():
    quoted = record("10:00", "us")
    original = record("11:00", "them", quotedTweet=quoted)

    found = {each.id: each for each in read(record(retweetedTweet=original))}

    retweet = found[snowflake(at("12:00"))]
    assert (retweet.repeats, retweet.quotes) == (original["id_str"], None)
    assert found[original["id_str"]].quotes == quoted["id_str"]


def test_a_retweets_text_that_the_tool_put_together_is_known_to_be_rewritten():
    long = "w" * 200
    original = record("11:00", "them", long)

    again, _ = read(record(text=f"RT @them: {long}", retweetedTweet=original))
    short, _ = read(record(text="RT @them: w", retweetedTweet=original))

    assert (again.cut, short.cut) == (True, False)


def test_a_tweet_that_holds_itself_is_read_once_and_told_of():
    found = tweet(record(quotedTweet=record()))

    assert found.quotes is None
    assert codes(found) == ["holds-itself"]


def test_tweets_nested_as_deep_as_json_may_be_are_all_read():
    made = None
    for minute in range(60):
        made = record(f"11:{minute:02}", quotedTweet=made)

    assert len(read(made)) == 60


def test_media_of_all_three_kinds_are_told_with_the_best_film():
    films = [
        {"contentType": "video/mp4", "bitrate": rate, "url": f"https://v/{rate}"}
        for rate in (9, 80, 10)
    ]
    media = {
        "photos": [{"url": "https://p/1"}],
        "videos": [{"thumbnailUrl": "https://t/1", "variants": films}],
        "animated": [{"thumbnailUrl": "https://t/2", "videoUrl": "https://g/1"}],
    }

    assert tweet(record(media=media)).media == (
        Media("photo", "https://p/1"),
        Media("video", "https://v/80"),
        Media("animated_gif", "https://g/1"),
    )


def test_the_versions_of_an_edited_tweet_are_told_and_one_alone_is_none():
    id_ = snowflake(at("12:00"))
    older = snowflake(at("11:59"))

    edited = tweet(record(editControl={"edit_tweet_ids": [older, id_]}))
    plain = tweet(record(editControl={"edit_tweet_ids": [id_]}))

    assert (edited.versions, plain.versions) == ((older, id_), ())


def test_without_a_stamp_the_id_tells_the_time_and_that_is_said():
    found = tweet(record(date=None))

    assert (found.sent, found.sent_basis) == (at("12:00"), "id")
    assert codes(found) == ["bad-stamp"]


def test_without_an_author_the_tweet_stands_with_nobody_made_up():
    found = tweet(record(user=None))

    assert found.author is None
    assert codes(found) == ["missing-field"]


def test_a_look_alike_handle_is_told_of():
    assert codes(tweet(record(author="mоd_russia"))) == ["odd-handle"]


@pytest.mark.parametrize("member", [("id", "id_str"), ("rawContent",)])
def test_without_id_or_text_the_record_is_a_problem_at_the_member(member):
    made = {key: value for key, value in record().items() if key not in member}

    (problem,) = read(made)

    assert (problem.code, problem.place.path) == ("missing-field", f"$.{member[0]}")


def test_a_nested_tweet_without_text_costs_only_itself():
    holder, problem = read(record(quotedTweet={"id_str": "12"}))

    assert isinstance(holder, Tweet)
    assert isinstance(problem, Problem)
    assert problem.place.path == "$.quotedTweet.rawContent"


def test_a_user_alone_is_an_account():
    user = {"_type": f"{CLAIM}User", "id_str": "7", "username": "a", "displayname": "A"}

    assert twscrape.recognises(user)
    assert read(user) == [Account("a", "A", "7")]


def test_a_placeholder_in_the_place_of_a_quoted_tweet_is_a_notice():
    holder, notice = read(record(quotedTweet={"_type": f"{CLAIM}TweetRef", "id": 12}))

    assert isinstance(notice, Notice)
    assert (holder.quotes, notice.id, notice.state) == ("12", "12", "missing")


def test_snscrapes_records_are_left_to_its_own_reader():
    made = record()
    del made["id_str"]

    assert not twscrape.recognises(made)


@pytest.mark.skipif(not FIXTURES, reason="the shared data are not here")
@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_every_real_tweet_is_read_with_its_parent(path):
    told = [json.loads(line) for line in path.read_text("utf-8").splitlines()]

    heap = load([str(path)])

    assert (heap.unread, heap.problems, heap.skipped) == ((), (), 0)
    assert {id_: each.reply_to for id_, each in heap.tweets.items()} == {
        each["id_str"]: each["inReplyToTweetIdStr"] for each in told
    }
    assert all(each.problems == () for each in heap.tweets.values())
