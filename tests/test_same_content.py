"""Real files that hold the same tweets in several shapes tell the same of them."""

import pytest
from make import shared

from tweetspat.readers import READERS, load

FIXTURES = shared("data", "fixtures")
DETAIL = {
    "graphql": "graphql_tweetdetail/twscrape_raw_tweet_details.json",
    "twscrape": "twscrape_jsonl/tweet_details.jsonl",
    "gallery_dl": "gallery_dl/tweet_detail.jsonl",
}
ISSUE = {
    "graphql": "graphql_tweetdetail/twscrape__issue_56.json",
    "snscrape": "snscrape_jsonl/_issue_56.jsonl",
}
PAIRS = [
    (37, DETAIL, "twscrape", "gallery_dl"),
    (37, DETAIL, "graphql", "twscrape"),
    (37, DETAIL, "graphql", "gallery_dl"),
    (11, ISSUE, "graphql", "snscrape"),
]
REWRITES = {"gallery_dl"}
"""Shapes whose texts have their links written out."""


@pytest.fixture(
    params=PAIRS, ids=lambda pair: f"{pair[2]}-{pair[3]}", name="pair", scope="module"
)
def _pair(request):
    count, files, *shapes = request.param
    for shape in shapes:
        if shape not in READERS:
            pytest.skip(f"there is no reader {shape} yet")
        if not (FIXTURES / files[shape]).exists():
            pytest.skip("the shared data are not here")
    one, other = (load([str(FIXTURES / files[shape])]).tweets for shape in shapes)
    return count, one, other, REWRITES.isdisjoint(shapes)


def told(tweets, what):
    return {id_: what(tweet) for id_, tweet in tweets.items()}


def test_the_same_tweets_are_in_both(pair):
    count, one, other, _ = pair

    assert len(one) == count
    assert one.keys() == other.keys()


def test_both_tell_the_same_authors(pair):
    _, one, other, _ = pair

    assert told(one, lambda tweet: tweet.author) == told(
        other, lambda tweet: tweet.author
    )


@pytest.mark.parametrize(
    "field", ["reply_to", "quotes", "repeats", "conversation", "mentions"]
)
def test_both_tell_the_same_links_conversations_and_mentions(pair, field):
    _, one, other, _ = pair

    assert told(one, lambda tweet: getattr(tweet, field)) == told(
        other, lambda tweet: getattr(tweet, field)
    )


def test_both_tell_the_same_times(pair):
    _, one, other, _ = pair

    assert told(one, lambda tweet: tweet.sent) == told(other, lambda tweet: tweet.sent)


def test_both_have_the_same_words_where_neither_is_known_to_be_rewritten(pair):
    _, one, other, whole = pair
    same = {id_ for id_ in one if not (one[id_].cut or other[id_].cut)}

    assert {id_: one[id_].text for id_ in same} == {
        id_: other[id_].text for id_ in same
    }
    assert not whole or same == one.keys()


def test_read_together_they_are_one_heap_without_contradictions(pair, request):
    count, files, *shapes = request.node.callspec.params["pair"]

    heap = load([str(FIXTURES / files[shape]) for shape in shapes])

    assert len(heap.tweets) == count
    assert [each.problems for each in heap.tweets.values() if each.problems] == []
