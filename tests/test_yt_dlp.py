"""yt-dlp: the film's id is not the tweet's; stamps count seconds."""

import json
from datetime import UTC, datetime

import pytest
from make import at, fields, shared, snowflake

from tweetspat.model import Account, Media
from tweetspat.readers import load, yt_dlp

FIXTURES = sorted(shared("data", "fixtures", "yt_dlp").glob("*.json"))
ID = snowflake(at("12:00"))


def record(**more):
    made = {
        "id": "697000000000000000",
        "display_id": ID,
        "description": "words",
        "uploader": "M",
        "uploader_id": "mod_russia",
        "channel_id": "7",
        "timestamp": int(at("12:00").timestamp()),
        "webpage_url": f"https://twitter.com/i/status/{ID}",
        "extractor": "twitter",
        "extractor_key": "Twitter",
    }
    return made | more


def read(value):
    return list(yt_dlp.read(fields(value), None))


def tweet(value):
    (found,) = read(value)
    return found


def codes(found):
    return [problem.code for problem in found.problems]


def test_the_tweets_id_is_not_the_films():
    found = tweet(record())

    assert found.id == ID
    assert found.author == Account("mod_russia", "M", "7")
    assert (found.sent, found.sent_basis) == (at("12:00"), "created_at")
    assert found.problems == ()


@pytest.mark.parametrize("shown", [None, "", "a-film"])
@pytest.mark.parametrize(
    "page",
    [
        "https://twitter.com/i/status/{}",
        "https://x.com/i/web/status/{}",
        "https://mobile.twitter.com/mod_russia/status/{}/video/1",
    ],
)
def test_where_no_id_is_shown_the_page_has_it(shown, page):
    assert tweet(record(display_id=shown, webpage_url=page.format(ID))).id == ID


def test_an_id_and_a_page_that_contradict_each_other_are_told_of():
    found = tweet(record(webpage_url="https://x.com/a/status/12"))

    assert found.id == ID
    assert codes(found) == ["contradicting-id"]


def test_without_any_id_of_a_tweet_the_record_is_a_problem():
    (problem,) = read(record(display_id=None, webpage_url="https://x.com/i/spaces/1"))

    assert (problem.code, problem.place.path) == ("missing-field", "$.display_id")


def test_without_words_the_record_is_a_problem():
    (problem,) = read(record(description=None))

    assert (problem.code, problem.place.path) == ("missing-field", "$.description")


@pytest.mark.parametrize(
    ("stamp", "second"),
    [
        ("1455192000", 0),
        ("1455192000.0", 0),
        ("1455192001.9999999999999999", 1),
        ("1.455192000e9", 0),
    ],
)
def test_a_stamp_is_read_to_the_whole_second_exactly(stamp, second):
    text = json.dumps(record(timestamp=0)).replace(
        '"timestamp": 0', f'"timestamp": {stamp}'
    )

    assert tweet(text).sent == datetime(2016, 2, 11, 12, 0, second, tzinfo=UTC)


@pytest.mark.parametrize(
    "stamp", ["null", "1e999999999", "NaN", "-Infinity", "999999999999", '"1455192000"']
)
def test_a_stamp_that_is_none_leaves_the_time_to_the_id(stamp):
    text = json.dumps(record(timestamp=0)).replace(
        '"timestamp": 0', f'"timestamp": {stamp}'
    )

    found = tweet(text)

    assert (found.sent, found.sent_basis) == (at("12:00"), "id")
    assert codes(found) == ["bad-stamp"]


def test_a_stamp_of_another_time_than_the_ids_may_be_that_of_another_tweet():
    found = tweet(record(timestamp=int(at("10:00").timestamp())))

    assert codes(found) == ["other-tweet"]


def test_words_are_unescaped_and_lost_line_breaks_are_told_of():
    plain, broken = (
        tweet(record(description=text)) for text in ("a &amp; b", "one  two")
    )

    assert (plain.text, plain.cut) == ("a & b", False)
    assert (broken.text, broken.cut) == ("one  two", True)


def test_the_film_is_the_one_taken_else_the_best_on_offer():
    offered = [{"url": "https://v/small"}, {"url": "https://v/large"}]

    assert tweet(record(url="https://v/1")).media == (Media("video", "https://v/1"),)
    assert tweet(record(formats=offered)).media == (Media("video", "https://v/large"),)
    assert tweet(record()).media == ()


def test_without_an_author_nobody_is_made_up():
    found = tweet(record(uploader_id=None))

    assert found.author is None
    assert codes(found) == ["missing-field"]


def test_films_from_elsewhere_are_not_taken():
    assert not yt_dlp.recognises(record(extractor_key="Youtube"))
    assert not yt_dlp.recognises(record(extractor_key="TwitterSpaces"))
    page = "https://example.org/?u=https://x.com/a/status/12"
    assert not yt_dlp.recognises(record(extractor_key=None, webpage_url=page))


def test_without_extractor_the_page_tells_where_a_film_is_from():
    assert yt_dlp.recognises(record(extractor_key=None))


@pytest.mark.skipif(not FIXTURES, reason="the shared data are not here")
@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_every_real_file_gives_its_tweet(path):
    told = json.loads(path.read_text("utf-8"))

    heap = load([str(path)])

    (found,) = heap.tweets.values()
    assert (heap.unread, codes(heap), heap.skipped) == ((), ["shape-lacks"], 0)
    assert found.id == told["webpage_url"].rpartition("/")[2]
    assert found.author.handle == told["uploader_id"]
    assert found.sent.timestamp() == told["timestamp"]
    assert found.media[0].url == told["url"]
    assert found.problems == ()
