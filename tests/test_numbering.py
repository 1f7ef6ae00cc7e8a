"""Numbered threads: which tweet continues which, and what only looks like one."""

import pytest
from inferring import inferred
from make import tweet

from tweetspat.inference.numbering import numbered

LONG = 50_000


def thread(*texts, minutes=10):
    """Return what tweets of one account continue, so many minutes apart."""
    tweets = [
        tweet(str(n), "m", f"{12 + n * minutes // 60}:{n * minutes % 60:02}", text)
        for n, text in enumerate(texts)
    ]
    return {child: link.to for child, link in inferred(*tweets).items()}


@pytest.mark.parametrize(
    "texts",
    [
        ("1/3 one", "2/3 two", "3/3 three"),
        ("1/ one", "2/ two", "3/ three"),
        ("one 1/3", "two 2/3", "three 3/3"),
        ("one (1/3)", "two [2/3]", "three 3/3."),
        ("(1/n) one", "2/n) two", "3/N: three"),
        ("1/x one", "2/x two", "3/x three"),
        ("one 1/3 https://t.co/a", "two 2/3 #ALEPPO", "3/3 three"),
        ("@w 1/3 one", ".@w 2/3 two", "@w @x 3/3"),
        ("1/3: one", "2/3. two", "3/3- three"),
        ("24/7 they bomb 1/3", "24/7 again 2/3", "3/3 three"),
    ],
)
def test_a_numbered_tweet_continues_the_one_before(texts):
    assert thread(*texts) == {"1": "0", "2": "1"}


def test_it_is_no_reply_and_says_by_which_number_it_is_known():
    tweets = tweet("1", "m", "12:00", "1/2 one"), tweet("2", "m", "12:01", "two (2/2)")

    link = inferred(*tweets)["2"]

    assert (link.relation, link.basis) == ("continues", "numbering")
    assert link.evidence == "(2/2) of the same author, within the hour"
    assert not link.stated
    assert 0.9 <= link.confidence < 1


def test_the_last_of_two_that_answers_somebody_else_still_continues_the_first():
    tweets = (
        tweet("1", "m", "12:00", "@w no 1/2"),
        tweet("2", "w", "12:01", "@m yes"),
        tweet("3", "m", "12:02", "@w and never 2/2"),
    )

    link = inferred(*tweets)["3"]

    assert (link.to, link.relation) == ("1", "continues")


@pytest.mark.parametrize(
    "text",
    [
        "24/7",
        "they bomb 24/7",
        "13/8 was a Thursday",
        "4/3 of them",
        "0/3 hit",
        "we hit 1/2 of them",
        "on 2/11 of that year",
        "2/5th",
        "a2/5",
        "2/5/2016",
        "12/2/2016",
        "1000/2000",
        "2/500",
        "https://example.com/2/5",
        "٢/٥ words",
        "and/or",
        "",
    ],
)
def test_what_no_thread_is_numbered_by_is_no_number(text):
    assert numbered(text) is None


@pytest.mark.parametrize(
    "text", ["9/11 was worse", "8/13", "2/3 of the city is ruined"]
)
def test_what_may_be_a_number_is_none_without_the_tweet_before_it(text):
    assert numbered(text)
    assert thread("1/2", "words", text) == {}


@pytest.mark.parametrize(
    "texts",
    [
        pytest.param(("1/3 one", "3/3 three"), id="its-partner-is-missing"),
        pytest.param(("1/3 one", "2/4 two"), id="another-total"),
        pytest.param(("1/ one", "2/2 two"), id="a-total-that-came-later"),
        pytest.param(("2/3 two", "1/3 one"), id="the-wrong-way-round"),
        pytest.param(("1/3 one", "1/3 one"), id="the-first-twice"),
        pytest.param(("2/3 two", "3/3 three"), id="its-beginning-is-missing"),
        pytest.param(("9/11", "words", "10/11 of them"), id="dates-and-shares"),
    ],
)
def test_without_its_partner_a_number_continues_nothing(texts):
    assert thread(*texts) == {}


def test_a_thread_goes_on_within_the_hour():
    assert thread("1/2 one", "2/2 two", minutes=60) == {"1": "0"}
    assert thread("1/2 one", "2/2 two", minutes=61) == {}


def test_a_second_thread_with_the_same_numbers_is_another():
    assert thread("1/2", "2/2", "1/2", "2/2") == {"1": "0", "3": "2"}


def test_of_two_threads_at_once_the_one_to_the_same_accounts_is_continued():
    tweets = (
        tweet("1", "m", "12:00", "@w 1/2 one"),
        tweet("2", "m", "12:01", "@x 1/2 one"),
        tweet("3", "m", "12:02", "@w 2/2 two"),
    )

    assert inferred(*tweets)["3"].to == "1"


def test_of_two_threads_at_once_that_look_alike_none_is_guessed():
    assert thread("1/2 one", "1/2 another", "2/2 two") == {}


def test_words_between_do_not_end_a_thread():
    assert thread("1/2 one", "words", "2/2 two") == {"2": "0"}


def test_a_number_of_another_author_is_not_continued():
    tweets = tweet("1", "m", "12:00", "1/2 one"), tweet("2", "w", "12:01", "2/2 two")

    assert inferred(*tweets) == {}


def test_tweets_of_unknown_authors_continue_nothing():
    tweets = tweet("1", None, "12:00", "1/2 one"), tweet("2", None, "12:01", "2/2 two")

    assert inferred(*tweets) == {}


def test_a_long_thread_is_a_chain():
    texts = [f"{n}/60 words" for n in range(1, 61)]

    assert thread(*texts, minutes=1) == {str(n): str(n - 1) for n in range(1, 60)}


@pytest.mark.parametrize(
    "text",
    [
        "1/" * LONG,
        "1/2 " * LONG,
        " " * LONG + "/",
        "1/2" + " " * LONG + "x",
        "1/2" + " #a" * LONG + " !",
        "1/2" + " https://a" * LONG + " !",
        "@a " * LONG + "/!",
    ],
    ids=range(7),
)
def test_a_long_text_is_read_in_one_go(text):
    assert numbered(text) in {None, numbered("1/2")}
