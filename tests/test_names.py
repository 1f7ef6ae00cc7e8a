"""Accounts that are named without their handles."""

from random import Random

import pytest
from inferring import inferred
from make import tweet

from tweetspat.accounts import who_is_who
from tweetspat.inference.names import names_of
from tweetspat.model import Account

WARREN = Account("OIRspox", "Col. Steve Warren", "5")
LONG = 50_000


def said(id_, clock, text="words", account=WARREN):
    """Return a tweet of somebody who has a name."""
    return tweet(id_, None, clock, text)._replace(author=account)


def named(text, *names):
    """Return the words by which a text names one of the accounts of these names."""
    tweets = [
        said(str(n), "12:00", account=Account(f"h{n}", name))
        for n, name in enumerate(names)
    ]
    found = names_of(tweets, who_is_who(tweets)).in_text(text)
    return found and (found.words, found.name)


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Col. Warren is wrong", "Col. Warren", "Col. Steve Warren"),
        ("Col Warren", "Col Warren", "Col. Steve Warren"),
        ("COL. Warren", "COL. Warren", "Col. Steve Warren"),
        ("Colonel Warren", "Colonel Warren", "Col. Steve Warren"),
        ("Col. Warren", "Col. Warren", "Colonel Steve Warren"),
        ("Colonel Warren", "Colonel Warren", "Steve Warren"),
        ("Mr. Warren", "Mr. Warren", "Col. Steve Warren"),
        ("Mr Warren", "Mr Warren", "Steve Warren"),
        ("(Col. Warren)", "Col. Warren", "Steve Warren"),
        ("Col. Warren's", "Col. Warren", "Steve Warren"),
        ("Min. Лавров", "Min. Лавров", "Сергей Лавров"),
    ],
)
def test_a_title_and_the_last_word_of_its_name_name_an_account(text, words, name):
    assert named(text, name, "Somebody Else") == (words, name)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        pytest.param("Col. warren", "Col. Steve Warren", id="lower-case"),
        pytest.param("Warren is wrong", "Col. Steve Warren", id="without-a-title"),
        pytest.param("Steve Warren", "Col. Steve Warren", id="by-both-names"),
        pytest.param("Capt. Warren", "Col. Steve Warren", id="another-title"),
        pytest.param("Col. Steve", "Col. Steve Warren", id="by-the-first-name"),
        pytest.param("Col. Warrens", "Col. Steve Warren", id="a-longer-word"),
        pytest.param("Col. Warren", "Warren", id="a-name-of-one-word"),
        pytest.param("Col. Wu", "Ann Wu", id="a-name-of-two-letters"),
        pytest.param("@Col Warren", "Col. Steve Warren", id="a-handle"),
        pytest.param("#Col Warren", "Col. Steve Warren", id="a-hashtag"),
        pytest.param("protocol Warren", "Steve Warren", id="the-end-of-a-word"),
        pytest.param("Col. Warren_1", "Steve Warren", id="part-of-a-handle"),
    ],
)
def test_these_name_nobody(text, name):
    assert named(text, name) is None


def test_a_name_that_two_accounts_bear_names_neither():
    assert named("Mr. Warren", "Steve Warren", "Bob Warren") is None
    assert named("Col. Warren", "Steve Warren", "Bob Warren") is None


def test_a_name_that_very_many_bear_names_none_of_them_whatever_their_titles():
    names = [f"Col. {each} Smith" for each in "abcdefghijklmnopqrstuvwxyz"]

    assert named("Capt. Smith", "Capt. Bob Smith", *names[:5])
    assert named("Capt. Smith", "Capt. Bob Smith", *names) is None


def test_of_two_who_share_a_name_the_title_tells_who_is_meant():
    assert named("Capt. Warren", "Col. Steve Warren", "Capt. Bob Warren") == (
        "Capt. Warren",
        "Capt. Bob Warren",
    )


def test_the_first_name_in_a_text_that_names_one_account_counts():
    text = "Gen. Nobody and Sec. Carter on Col. Warren"

    assert named(text, "Ash Carter", "Steve Warren") == ("Sec. Carter", "Ash Carter")


@pytest.mark.parametrize("seed", range(4))
def test_an_account_of_several_names_is_named_alike_in_any_order_of_the_input(seed):
    names = ["Steve Warren", "Col. Steve Warren", "Steven Warren"]
    tweets = [
        said(str(n), "12:00", account=Account("OIRspox", name, "5"))
        for n, name in enumerate(names)
    ]
    Random(seed).shuffle(tweets)

    found = names_of(tweets, who_is_who(tweets)).in_text("Colonel Warren")

    assert (found.voice, found.name) == ("#5", "Col. Steve Warren")


@pytest.mark.parametrize("text", ["Col. " * LONG, "Col." + " " * LONG, "A" * LONG])
def test_a_long_text_is_read_in_one_go(text):
    assert named(text, "Steve Warren") is None


def test_a_tweet_answers_the_only_one_of_that_day_of_the_account_it_names():
    link = inferred(said("1", "12:00"), tweet("2", "m", "13:00", "Mr. Warren, no"))["2"]

    assert (link.to, link.relation, link.basis) == ("1", "answers", "name")
    assert link.evidence == (
        "names “Mr. Warren”: @OIRspox is Col. Steve Warren, "
        "whose only tweet in the 24 hours before this is"
    )
    assert not link.stated
    assert 0 < link.confidence < 1


def test_of_several_tweets_of_that_day_none_is_answered():
    tweets = (
        said("1", "12:00"),
        said("2", "12:30"),
        tweet("3", "m", "13:00", "Col. Warren"),
    )

    assert inferred(*tweets) == {}


def test_of_several_the_latest_that_addressed_the_author_is_answered():
    tweets = (
        said("1", "12:00", "@m no"),
        said("2", "12:10", "and no to @m"),
        said("3", "12:20"),
        tweet("4", "m", "13:00", "Col. Warren is wrong"),
    )

    link = inferred(*tweets)["4"]

    assert (link.to, link.basis) == ("2", "name")
    assert link.evidence.endswith("who addressed this author")


@pytest.mark.parametrize(("clock", "linked"), [("36:00", True), ("36:00:01", False)])
def test_only_the_day_before_counts(clock, linked):
    tweets = said("1", "12:00"), tweet("2", "m", clock, "Col. Warren")

    assert ("2" in inferred(*tweets)) == linked


def test_nobody_answers_themselves_by_name():
    assert inferred(said("1", "12:00"), said("2", "13:00", "Col. Warren here")) == {}


def test_nobody_answers_what_comes_later():
    assert inferred(tweet("1", "m", "12:00", "Col. Warren"), said("2", "12:01")) == {}


def test_an_author_who_is_not_told_answers_nobody_by_name():
    assert inferred(said("1", "12:00"), tweet("2", None, "13:00", "Col. Warren")) == {}


def test_whom_a_text_addresses_comes_before_whom_it_names():
    tweets = (
        said("1", "12:00"),
        tweet("2", "x", "12:30"),
        tweet("3", "m", "13:00", "@x Col. Warren is wrong"),
    )

    assert inferred(*tweets)["3"].to == "2"
    assert inferred(*tweets, without=["mention"])["3"].to == "1"


def test_names_can_be_switched_off():
    tweets = said("1", "12:00"), tweet("2", "m", "13:00", "Col. Warren")

    assert inferred(*tweets, without=["name"]) == {}
