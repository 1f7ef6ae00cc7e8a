"""Answers among tweets whose times nobody knows."""

import pytest
from make import case, heap, turns, tweet

from tweetspat.model import Account
from tweetspat.reconstruction import reconstruct

MANY = ".@m's tweets are wrong"
WARREN = Account("oirspox", "Col. Steve Warren")


def linked(told, *orders, **texts):
    """Return the links of tweets, each by the account that its id begins with.

    Args:
        told: the ids, in the order in which the case file holds them.
        orders: ("source", "M1 W1").
        texts: what some of them say.
    """
    tweets = [
        tweet(id_, id_[0].lower(), None, texts.get(id_, "words"))
        for id_ in told.split()
    ]
    found = turns(reconstruct(heap(tweets, case(told, *orders))))
    return {id_: turn.links[0] for id_, turn in found.items() if turn.links}


def test_nothing_is_inferred_where_no_source_tells_the_order():
    assert linked("M1 W1", W1="@m no") == {}


def test_the_only_tweet_that_a_source_tells_was_earlier_is_answered():
    link = linked("M1 W1 M2", ("FP", "M1 W1"), W1=".@M no")["W1"]

    assert (link.to, link.relation, link.basis) == ("M1", "answers", "mention")
    assert link.evidence == (
        "opens with .@M, whose only tweet known to be earlier this is"
    )
    assert not link.stated
    assert 0 < link.confidence < 1


def test_a_tweet_that_a_source_tells_was_later_is_not_answered():
    assert linked("M1 W1", ("FP", "W1 M1"), W1="@m no") == {}


def test_earlier_may_be_told_in_steps_by_several_sources():
    found = linked("W1 X M1", ("A", "M1 X"), ("B", "X W1"), W1="@m no")

    assert found["W1"].to == "M1"


def test_of_several_earlier_tweets_none_is_guessed():
    assert linked("M1 M2 W1", ("A", "M1 M2 W1"), W1="@m no") == {}


def test_words_that_speak_of_several_answer_all_that_are_earlier_by_one_link():
    link = linked("M2 M1 W1 M3", ("A", "M1 M2 W1 M3"), W1=MANY)["W1"]

    assert (link.to, link.series) == ("M2", ("M1", "M2"))
    assert link.evidence == (
        "opens with .@m and speaks of several tweets: those known to be earlier"
    )


def test_a_series_of_one_is_a_plain_answer():
    link = linked("M1 W1", ("A", "M1 W1"), W1=MANY)["W1"]

    assert (link.to, link.series) == ("M1", ())


def test_a_series_whose_order_nobody_tells_is_told_by_id():
    found = linked(
        "M3 M1 M2 W1", ("A", "M1 W1"), ("B", "M2 W1"), ("C", "M3 W1"), W1=MANY
    )

    assert found["W1"].series == ("M1", "M2", "M3")


def test_a_tweet_whose_order_is_contested_is_no_part_of_the_series():
    told = ("A", "M1 M3 M2 W1"), ("B", "W1 M2")

    assert linked("M1 M3 M2 W1", *told, W1=MANY)["W1"].series == ("M1", "M3")


@pytest.mark.parametrize(
    "text", ["@m hasn't struck in #ALEPPO", "no @m", "RT @m: words", "@w and @m", None]
)
def test_only_an_account_that_is_addressed_first_is_answered(text):
    assert linked("M1 W1", ("A", "M1 W1"), W1=text) == {}


def test_an_account_may_be_named_by_title_and_last_name():
    tweets = [
        tweet("W1", None, None)._replace(author=WARREN),
        tweet("M1", "m", None, "Colonel Warren did not make this public"),
    ]

    (link,) = turns(reconstruct(heap(tweets, case("W1 M1", ("A", "W1 M1")))))[
        "M1"
    ].links

    assert (link.to, link.basis) == ("W1", "name")
    assert link.evidence == (
        "names “Colonel Warren”: @oirspox is Col. Steve Warren, "
        "whose only tweet known to be earlier this is"
    )


@pytest.mark.parametrize("told", ["W1 M1 W2", "W1 W2 M1"])
def test_of_several_tweets_of_who_is_named_the_earlier_one_must_be_the_only_one(told):
    tweets = [
        tweet("W1", None, None)._replace(author=WARREN),
        tweet("W2", None, None)._replace(author=WARREN),
        tweet("M1", "m", None, "Colonel Warren is wrong"),
    ]

    found = turns(reconstruct(heap(tweets, case("W1 W2 M1", ("A", told)))))["M1"].links

    assert [link.to for link in found] == (["W1"] if told == "W1 M1 W2" else [])


@pytest.mark.parametrize("without", [["mention"], ["name"]])
def test_each_can_be_switched_off(without):
    tweets = [
        tweet("W1", None, None)._replace(author=WARREN),
        tweet("M1", "m", None, "Colonel Warren is wrong"),
        tweet("X1", "x", None, "@m no"),
    ]
    told = case("W1 M1 X1", ("A", "W1 M1 X1"))

    found = turns(reconstruct(heap(tweets, told), without=without))

    assert bool(found["X1"].links) == (without != ["mention"])
    assert bool(found["M1"].links) == (without != ["name"])


def test_what_the_file_states_is_left_alone():
    tweets = [
        tweet("M1", "m", None),
        tweet("X1", "x", None),
        tweet("W1", "w", None, "@m no", answers="X1"),
    ]

    spats = reconstruct(heap(tweets, case("M1 X1 W1", ("A", "M1 X1 W1"))))

    (link,) = turns(spats)["W1"].links
    assert (link.to, link.stated) == ("X1", True)


def test_a_tweet_with_a_time_does_not_answer_one_whose_time_is_unknown():
    tweets = [tweet("M1", "m", None), tweet("W1", "w", "12:00", "@m no")]

    spats = reconstruct(heap(tweets, case("M1 W1", ("A", "M1 W1"))))

    assert turns(spats)["W1"].links == ()


def test_nor_one_of_an_account_whose_other_tweets_may_lie_between():
    tweets = [
        tweet("M1", "m", "12:00"),
        tweet("M2", "m", None),
        tweet("W1", "w", "12:10", "@m no"),
    ]

    assert turns(reconstruct(heap(tweets)))["W1"].links == ()


def test_many_tweets_without_times_beside_a_case_cost_little():
    tweets = [tweet(f"M{n}", "m", None, "@m's tweets") for n in range(5_000)]
    tweets += [tweet(f"W{n}", "w", None, MANY) for n in range(5_000)]

    found = turns(reconstruct(heap(tweets, case("M1 W1", ("A", "M1 W1")))))

    assert len(found) == 10_000


def test_a_case_of_five_hundred_tweets_is_linked_whole():
    ids = [f"{'MW'[n % 2]}{n:03}" for n in range(500)]
    told = " ".join(ids)

    found = linked(told, ("A", told), **dict.fromkeys(ids[1::2], MANY))

    assert len(found) == 250
    assert found["W499"].series == tuple(ids[0:499:2])
