"""The nouns: how tweets rank, how accounts compare, how a place is written."""

import pytest
from make import at, tweet

from tweetspat.model import Account
from tweetspat.problems import Place, Problem


def test_tweets_rank_by_time_and_ids_of_one_second_as_numbers():
    tweets = [
        tweet("10", clock="12:00"),
        tweet("9", clock="12:00"),
        tweet("1", clock="12:01"),
    ]

    ranked = sorted(tweets, key=lambda each: each.rank)

    assert [each.id for each in ranked] == ["9", "10", "1"]


def test_a_tweet_of_unknown_time_ranks_after_all_others():
    unknown = tweet("1", clock=None)

    assert unknown.rank > tweet("2", clock="23:59").rank


def test_handles_keep_their_spelling_and_compare_without_case():
    account = Account("MOD_Russia")

    assert account.handle == "MOD_Russia"
    assert account.key == Account("mod_russia").key


def test_a_tweet_cannot_be_changed():
    made = tweet("1")

    with pytest.raises(AttributeError):
        made.sent = at("12:01")  # type: ignore[misc]


def test_a_place_goes_down_by_keys_and_numbers():
    place = Place("x.jsonl", 7)

    deeper = place.at("tweets", 2, "author")

    assert str(deeper) == "x.jsonl:7: $.tweets[2].author"
    assert str(place) == "x.jsonl:7: $"


def test_line_0_means_the_whole_file():
    assert str(Place("x.jsonl", 0)) == "x.jsonl"


@pytest.mark.parametrize(
    ("place", "said"),
    [
        pytest.param(Place("x.json", 3, "$.id"), "x.json:3: $.id: odd", id="placed"),
        pytest.param(None, "odd", id="of-no-one-record"),
    ],
)
def test_a_problem_says_where_it_was_seen(place, said):
    assert str(Problem("code", "odd", place)) == said
