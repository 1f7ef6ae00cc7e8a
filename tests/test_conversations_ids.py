"""What a conversation id joins, and where it contradicts a reply."""

import pytest
from cutting import cut
from make import by_id, heap, turns, tweet

from tweetspat.model import Heap, Tweet
from tweetspat.reconstruction import reconstruct


def codes(*tweets: Tweet) -> dict[str, list[str]]:
    """Return the codes of each turn's problems, without turns that have none."""
    found = turns(reconstruct(heap(tweets), infer="off"))
    return {
        id_: [problem.code for problem in turn.problems]
        for id_, turn in found.items()
        if turn.problems
    }


def counted(id_: str, conversation: str | None, **more: object) -> Tweet:
    """Return a tweet that the platform counts in a conversation."""
    return tweet(id_, conversation=conversation, **more)


def test_a_conversation_id_joins_what_a_lost_tweet_split_without_a_link():
    tweets = (
        counted("1", "1"),
        counted("2", "1", reply_to="1"),
        counted("4", "1", reply_to="3"),
    )

    found = turns(reconstruct(heap(tweets), infer="off"))

    assert cut(*tweets) == {frozenset("1234")}
    assert [(link.to, link.elsewhere) for link in found["4"].links] == [("3", False)]
    assert found["3"].links == ()


def test_a_conversation_id_joins_tweets_that_tell_no_parent():
    assert cut(counted("2", "1"), counted("3", "1"), counted("4", "9")) == {
        frozenset("23"),
        frozenset("4"),
    }


@pytest.mark.parametrize("join", ["auto", "all", "replies"])
def test_a_conversation_id_joins_with_the_tweet_of_that_id(join):
    found = cut(tweet("1"), counted("5", "1"), counted("6", "6"), join=join)

    assert found == {frozenset("15"), frozenset("6")}


def test_a_parent_that_tells_no_conversation_is_counted_with_its_child():
    tweets = counted("1", "1"), tweet("2"), counted("3", "1", reply_to="2")

    assert cut(*tweets) == {frozenset("123")}


def test_a_quote_is_in_its_own_conversation_and_joins_all_the_same():
    tweets = counted("1", "1"), counted("2", "2", quotes="1")

    assert cut(*tweets) == {frozenset("12")}
    assert codes(*tweets) == {}


def test_a_reply_is_believed_more_than_a_conversation_id():
    tweets = (
        counted("1", "1"),
        counted("2", "2"),
        counted("3", "2", reply_to="1"),
        counted("4", "2", reply_to="3"),
    )

    assert cut(*tweets) == {frozenset("134"), frozenset("2")}
    assert codes(*tweets) == {"3": ["conversation-differs"]}


def test_the_problem_tells_both_conversation_ids():
    tweets = counted("1", "1"), counted("3", "2", reply_to="1")

    (problem,) = turns(reconstruct(heap(tweets)))["3"].problems

    assert "in conversation 2 and 1, to which it replies, in 1" in problem.message
    assert problem.place == tweets[1].place


def test_a_conversation_named_by_an_earlier_version_is_that_of_the_last():
    tweets = by_id(
        counted("2", "1"), counted("3", "1", reply_to="2"), counted("9", "1")
    )
    told = Heap((), tweets, (), (), versions={"1": "2"})

    (spat,) = reconstruct(told)

    assert {turn.tweet.id for turn in spat.turns} == set("239")
    assert not any(turn.problems for turn in spat.turns)


def test_a_conversation_named_by_a_retweet_is_that_of_its_original():
    tweets = tweet("1"), tweet("2", repeats="1"), counted("3", "2"), counted("4", "2")

    assert cut(*tweets) == {frozenset("134")}


def test_a_ghost_that_begins_a_conversation_stays_in_it():
    tweets = (
        counted("2", "1"),
        counted("3", "1"),
        tweet("0"),
        tweet("01", reply_to="0", quotes="1"),
    )

    assert cut(*tweets) == {frozenset("123"), frozenset(["0", "01"])}
