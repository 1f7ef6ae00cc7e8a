"""Real files of every shape: each that holds a tweet gives it."""

import csv
import json
import re
import zipfile

import pytest
from make import shared

from tweetspat import load
from tweetspat.model import Heap
from tweetspat.problems import NothingReadable

FIXTURES = shared("data", "fixtures")
FILES = sorted(
    path
    for path in FIXTURES.rglob("*")
    if path.is_file() and path.suffix not in (".md", ".yml")
)
HOLD_NONE = {
    "account_archive/t2s_account.js": "says whose archive it is",
    "community_notes_tsv/handmade_notes.tsv": "notes on tweets, no tweets",
    "gallery_dl/ut.jsonl": "empty",
    "graphql_single/fx_TweetResultByRestId_991500.json": "a suspended account's, no id",
    "graphql_tweetdetail/fx_TweetDetail_991503.json": "a tombstone",
    "hand_edited_traps/pheme_blank_file.json": "blank",
    "mastodon_context/test_status_context_1.json": "a context without any status",
    "pheme_thread_folder/580333763512705025/structure.json": "ids only",
    "python_twitter_asdict/structure.json": "ids only",
    "syndication_tweet_result/handmade_tombstone.json": "a tombstone",
    "syndication_tweet_result/handmade_tombstone_empty.json": "a tombstone",
    "v2_compliance/twarccsv_tweets_compliance.jsonl": "notices only",
}
SKIPS = {
    "v11_compat_extended/initial_compatibility_classic_13995.json": 1,  # prose
    "v2_stream/twarccsv_streaming_output_with_error.jsonl": 1,  # a line is cut off
}

pytestmark = pytest.mark.skipif(not FILES, reason="the shared data are not here")


def named(path):
    return str(path.relative_to(FIXTURES))


@pytest.mark.parametrize("path", FILES, ids=named)
def test_every_real_file_that_holds_a_tweet_gives_one_and_skips_nothing_else(path):
    try:
        heap = load([str(path)])
    except NothingReadable:
        heap = Heap((), {}, (), ())

    tweets = sum(each.tweets for each in heap.inputs)
    assert (tweets == 0) == (named(path) in HOLD_NONE)
    assert heap.skipped == SKIPS.get(named(path), 0)


def values(path):
    """Yield the JSON values of a file by other means than the readers'."""
    if path.suffix == ".zip":
        with zipfile.ZipFile(path) as archive:
            texts = [
                archive.read(name).decode()
                for name in archive.namelist()
                if re.search(r"/tweets?(-part\d+)?\.js$", f"/{name}")
            ]
    elif path.suffix == ".csv":
        yield from csv.DictReader(path.read_text("utf-8").splitlines())
        return
    else:
        texts = [path.read_text("utf-8-sig")]
    for text in texts:
        at = re.search(r"[\[{]|$", text).start()
        while at < len(text):
            try:
                value, at = json.JSONDecoder().raw_decode(text, at)
                yield value
            except ValueError:
                at += 1
            at = re.compile(r"[\[{]|$").search(text, at).start()


def objects(value):
    held = [value]
    while held:
        each = held.pop()
        held += each.values() if isinstance(each, dict) else each
        if isinstance(each, dict):
            yield each
        held = [inner for inner in held if isinstance(inner, dict | list)]


WORDS = ("text", "full_text", "rawContent", "tweet", "body", "content", "tweet_text")


def tweet_id(told):
    """Return the id of an object that is a tweet in any shape, counted by its keys."""
    if "full_text" in (told.get("legacy") or ()):
        return told["rest_id"]
    if "uri" in told and "text" in (told.get("record") or told.get("value") or ()):
        return told["uri"]
    if told.get("extractor_key") == "Twitter":
        return told["display_id"]
    if told.get("type") == "rich" and "html" in told:
        return re.search(r"/status(?:es)?/(\d+)", told["url"])[1]
    if not any(isinstance(told.get(word), str) for word in WORDS):
        return None
    if "media_attachments" not in told and "spoiler_text" in told:
        return None
    ids = (told.get(key) for key in ("id_str", "tweet_id", "tweetid", "id"))
    found = next((each for each in ids if each), None)
    digits = str(found).rpartition(":")[2]
    return digits if digits.isdecimal() else None


@pytest.mark.parametrize("path", FILES, ids=named)
def test_no_tweet_of_a_real_file_is_lost(path):
    held = {tweet_id(each) for value in values(path) for each in objects(value)}
    try:
        heap = load([str(path)])
    except NothingReadable:
        assert held <= {None}
        return

    kept = heap.tweets.keys() | heap.notices.keys() | heap.versions.keys()
    assert held - kept <= {None}
    assert held != {None} or named(path) in HOLD_NONE


COUNTED = [
    path
    for path in FILES
    if path.parent.name
    in {
        *("gallery_dl", "graphql_search", "graphql_single", "graphql_tweetdetail"),
        *("graphql_usertweets", "snscrape_jsonl", "twint_jsonl", "twscrape_jsonl"),
        *("v2_activity_api_2026", "v2_flat_twarc", "v2_pages_twarc"),
    }
    and named(path) not in HOLD_NONE
]


@pytest.mark.parametrize("path", COUNTED, ids=named)
def test_every_tweet_of_a_real_file_names_its_conversation(path):
    tweets = load([str(path)]).tweets.values()

    assert [tweet.id for tweet in tweets if not tweet.conversation] == []


@pytest.mark.parametrize("path", FILES, ids=named)
def test_no_tweet_of_a_real_file_is_its_own_source(path):
    try:
        tweets = load([str(path)]).tweets.values()
    except NothingReadable:
        return

    sources = {(tweet.id, each.tweet) for tweet in tweets for each in tweet.copied_from}
    assert {pair for pair in sources if pair[0] == pair[1]} == set()


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in FILES
        if path.suffix != ".zip" and b'"source_user_id_str"' in path.read_bytes()
    ],
    ids=named,
)
def test_every_source_in_a_real_file_that_names_accounts_tells_its_own(path):
    tweets = load([str(path)]).tweets.values()

    owners = [each.account_id for tweet in tweets for each in tweet.copied_from]
    assert None not in owners
    assert all(f'"{owner}"'.encode() in path.read_bytes() for owner in owners)


MENTIONS = ("user_mentions", "mentions", "mentionedUsers", "reply_to")
HANDLES = ("screen_name", "username", "acct", "name")


def handles(value):
    """Return the handles in the lists of mentions, but for those of profiles."""
    profiles = [each.get("description") for each in objects(value)]
    lists = [
        each[key]
        for each in objects(value)
        for key in MENTIONS
        if isinstance(each.get(key), list) and not any(each is it for it in profiles)
    ]
    return {
        next(entry[key] for key in HANDLES if key in entry).lower()
        for entries in lists
        for entry in entries
    }


@pytest.mark.parametrize("path", FILES, ids=named)
def test_those_whom_a_real_file_mentions_are_mentioned_and_nobody_else(path):
    try:
        tweets = load([str(path)]).tweets.values()
    except NothingReadable:
        return
    told = {each.key for tweet in tweets for each in tweet.mentions}
    leaves_out = any(
        tweet.place.shape in ("api-v1.1", "account-archive")
        and (tweet.reply_to or tweet.repeats)
        for tweet in tweets
    )

    there = {name for value in values(path) for name in handles(value)}

    assert told <= there
    assert leaves_out or told == there


def test_all_of_them_together_are_one_heap_in_any_order():
    paths = [str(path) for path in FILES]

    one, other = load(paths), load(reversed(paths))

    assert one.tweets == other.tweets
    assert sorted(one.notices.items()) == sorted(other.notices.items())
    assert set(one.problems) == set(other.problems)
