"""Real files of every shape: each that holds a tweet gives it."""

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


def test_all_of_them_together_are_one_heap_in_any_order():
    paths = [str(path) for path in FILES]

    one, other = load(paths), load(reversed(paths))

    assert one.tweets == other.tweets
    assert sorted(one.notices.items()) == sorted(other.notices.items())
    assert set(one.problems) == set(other.problems)
