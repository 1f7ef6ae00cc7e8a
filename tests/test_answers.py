"""Answers by mention: whom a tweet answers, and which of several, or all of them."""

import pytest
from inferring import asked, inferred, shown
from make import at, snowflake, tweet

from tweetspat.inference.weights import frozen
from tweetspat.model import Account, Link, TweetId

MANY = ".@m's tweets are wrong"


def said(text: str | None, **more: object) -> Link | None:
    """Return what a tweet of @w links to, after one tweet of @m."""
    return inferred(
        tweet("1", "m", "12:00"), tweet("2", "w", "12:30", text, **more)
    ).get("2")


def test_a_mention_in_front_answers_a_tweet_of_that_account_and_says_why():
    link = said(".@m no")

    assert link
    assert (link.to, link.relation, link.basis) == ("1", "answers", "mention")
    assert (link.stated, link.series) == (False, ())
    assert link.evidence == (
        "opens with .@m, whose only tweet here in the 14 days before this is "
        f"(30 min before), weights {frozen().version}"
    )


@pytest.mark.parametrize(
    "text", ["@m no", ".@m no", ". @M no", " @m", "@m's", "@m: no", "＠m no", "@m"]
)
def test_a_text_may_open_with_a_mention_in_these_ways(text):
    link = said(text)

    assert link
    assert "opens with" in link.evidence


@pytest.mark.parametrize(
    "text",
    [
        "words",
        "@mm no",
        "a@m no",
        "@ m",
        "",
        None,
        "RT @m: other words",
        "“@m: he said",
    ],
)
def test_texts_that_address_nobody_or_cite_something_else_infer_nothing(text):
    assert said(text) is None


def test_a_mention_inside_is_weaker_and_says_so():
    link = said("no, as @m said")

    assert link
    assert link.evidence.startswith("mentions @m, ")


def test_where_most_tweets_state_what_they_answer_a_mention_inside_answers_nobody():
    stating = [tweet(f"1{n}", "x", "12:10", "words", reply_to="1") for n in range(3)]
    tweets = [tweet("1", "m", "12:00"), *stating]

    for text, links in (("no, as @m said", 0), ("@m no", 1)):
        found = shown([*tweets, tweet("20", "w", "12:30", text)], infer="wide")
        assert len(found[TweetId("20")]) == links


def test_a_handle_that_is_what_the_sentence_is_about_answers_nobody():
    assert said("@m hasn't struck in #ALEPPO in 2016. Did strike in Manbij") is None
    assert said("@m is this what you struck?")


def test_handles_are_compared_without_case():
    tweets = tweet("1", "MOD_Russia", "12:00"), tweet("2", "w", "12:30", "@mod_RUSSIA")

    assert inferred(*tweets)["2"].to == "1"


def test_a_renamed_account_is_known_by_its_id():
    before, since = Account("old", None, "5"), Account("new", None, "5")
    tweets = (
        tweet("1", None, "12:00")._replace(author=before),
        tweet("2", "w", "12:10", "@new no"),
        tweet("3", None, "12:20", "@w yes")._replace(author=since),
    )

    assert inferred(*tweets)["2"].to == "1"


def test_a_mentioned_id_counts_more_than_a_handle_that_somebody_else_has_now():
    first, now = Account("m", None, "5"), Account("m", None, "6")
    tweets = (
        tweet("1", None, "12:00")._replace(author=first),
        tweet("2", None, "12:10")._replace(author=now),
        tweet("3", "w", "12:20", "@m no", mentions=(first,)),
    )

    assert inferred(*tweets)["3"].to == "1"


def test_whom_the_record_mentions_and_the_text_hides_is_addressed_first():
    link = said("no", mentions=(Account("M"),))

    assert link
    assert (link.to, link.basis) == ("1", "mention")


@pytest.mark.parametrize(
    ("more", "evidence"),
    [
        ({"mentions": (Account("M"),)}, "its record names @m, "),
        ({"reply_handle": "M"}, "its record names @m, "),
        ({"mentions": (Account("M"),), "cut": True}, "mentions @m, "),
    ],
    ids=["mentions", "reply", "a-cut-text-may-have-named-it-later"],
)
def test_the_evidence_does_not_say_that_a_text_opens_with_what_it_hides(more, evidence):
    link = said("no", **more)

    assert link
    assert link.evidence.startswith(evidence)


def test_a_mention_that_stands_in_the_text_is_not_hidden():
    link = said("no, as @m said", mentions=(Account("M"),))

    assert link
    assert link.evidence.startswith("mentions @m, ")


def test_a_reply_by_name_alone_is_a_mention():
    link = said("no", reply_handle="M")

    assert link
    assert (link.to, link.relation, link.basis) == ("1", "answers", "mention")
    assert not link.stated


def test_nobody_answers_themselves_by_mention():
    tweets = tweet("1", "m", "12:00"), tweet("2", "M", "12:30", "@m again")

    assert inferred(*tweets) == {}


def test_who_mentions_themselves_and_another_answers_the_other():
    tweets = (
        tweet("1", "w", "12:00"),
        tweet("2", "m", "12:10"),
        tweet("3", "m", "12:30", "@m @w no"),
    )

    assert inferred(*tweets)["3"].to == "1"


def test_a_chain_of_mentions_tells_which_tweet_of_the_first_is_meant():
    tweets = [
        tweet("1", "m", "12:00", "@w @x @y look"),
        tweet("2", "m", "12:25", "words"),
        tweet("3", "w", "12:30", "@m @x @y no"),
    ]

    link = inferred(*tweets)["3"]

    assert link.to == "1"
    assert "and then with whom that tweet names" in link.evidence
    assert [to for to, _ in link.alternatives] in (["2"], [])


def test_of_several_tweets_the_newest_is_likelier_and_the_others_are_alternatives():
    clocks = ["09:00", "10:00", "11:00", "11:30", "12:00"]
    tweets = [tweet(str(n), "m", clock) for n, clock in enumerate(clocks)]

    link = inferred(*tweets, tweet("9", "w", "12:02", "@m no"))["9"]

    assert link.to == "4"
    assert "whose newest tweet before it this is (2 min before)" in link.evidence
    assert len(link.alternatives) <= 3
    assert {to for to, _ in link.alternatives} <= {"0", "1", "2", "3"}


def test_a_later_tweet_is_never_answered():
    tweets = tweet("1", "w", "12:00", "@m no"), tweet("2", "m", "12:01")

    assert inferred(*tweets) == {}


@pytest.mark.parametrize(("days", "linked"), [(13, True), (15, False)])
def test_only_two_weeks_count(days, linked):
    tweets = tweet("1", "m", "00:00"), tweet("2", "w", f"{days * 24}:00", "@m no")

    assert bool(inferred(*tweets)) == linked


def test_of_equal_stamps_the_id_tells_who_was_first():
    tweets = tweet("9", "m", "12:00"), tweet("10", "w", "12:00", "@m no")

    assert inferred(*tweets)["10"].to == "9"
    assert inferred(*[each._replace(text="@w @m") for each in tweets]).keys() == {"10"}


def test_ids_that_are_no_numbers_do_no_harm():
    tweets = tweet("first", "m", "12:00"), tweet("then", "w", "12:30", "@m no")

    assert inferred(*tweets)["then"].to == "first"


def test_a_tweet_of_unknown_author_can_still_answer_by_mention():
    tweets = tweet("1", "m", "12:00"), tweet("2", None, "12:30", "@m no")

    assert inferred(*tweets)["2"].to == "1"


def test_tweets_of_unknown_authors_are_nobodys():
    tweets = tweet("1", None, "12:00"), tweet("2", None, "12:30", "@m @w no")

    assert inferred(*tweets) == {}


@pytest.mark.parametrize("clock", [None, "11:00"])
def test_a_ghost_is_not_answered_by_mention_nor_what_is_older_in_its_place(clock):
    lost = snowflake(at("11:59"))
    before = [tweet(snowflake(at(clock)), "m", clock)] if clock else []
    tweets = [
        *before,
        tweet(snowflake(at("12:00")), "x", "12:00", reply_to=lost, reply_handle="m"),
        tweet("9" * 19, "w", "12:02", "@m no"),
    ]

    assert shown(tweets, infer="wide")[TweetId("9" * 19)] == ()


def test_where_the_platform_counts_two_in_different_conversations_none_is_answered():
    tweets = [
        tweet("1", "m", "12:00", conversation="1"),
        tweet("2", "w", "12:30", "@m no", conversation="1"),
        tweet("3", "w", "12:40", "@m no", conversation="77"),
    ]

    found = shown(tweets, infer="wide")

    assert [link.to for link in found[TweetId("2")]] == ["1"]
    assert found[TweetId("3")] == ()


def test_a_retweet_is_not_what_a_mention_answers():
    tweets = [
        tweet("1", "x", "12:00"),
        tweet("2", "m", "12:05", repeats="1"),
        tweet("3", "w", "12:30", "@m no"),
    ]

    assert shown(tweets, infer="wide")[TweetId("3")] == ()


# Answers to a burst


@pytest.mark.parametrize(
    "words", ["tweets", "claims", "latest statements", "posts", "false claims"]
)
def test_words_that_speak_of_several_tweets_answer_the_series_by_one_link(words):
    tweets = (
        tweet("1", "m", "12:00"),
        tweet("2", "m", "12:10"),
        tweet("3", "w", "12:30", f".@M’s {words} are wrong"),
    )

    (link,) = asked(*tweets).links["3"]

    assert (link.to, link.series, link.basis) == ("2", ("1", "2"), "mention")
    assert 0.9 <= link.confidence < 1
    assert link.evidence == (
        "opens with .@M and speaks of several tweets: those in the 6 hours before"
    )


@pytest.mark.parametrize("words", ["tweet is wrong", "tweetstorm", "a b c tweets"])
def test_words_that_speak_of_one_tweet_or_none_do_not_answer_a_series(words):
    tweets = (
        tweet("1", "m", "12:00"),
        tweet("2", "m", "12:10"),
        tweet("3", "w", "12:30", f".@m's {words}"),
    )

    assert all(link.series == () for link in inferred(*tweets).values())


def test_a_series_is_what_was_said_in_the_six_hours_before():
    tweets = (
        tweet("1", "m", "05:59:59"),
        tweet("2", "m", "06:00"),
        tweet("3", "m", "11:00"),
        tweet("4", "w", "12:00", MANY),
        tweet("5", "m", "12:00:01"),
    )

    assert inferred(*tweets)["4"].series == ("2", "3")


def test_a_series_of_one_tweet_is_a_plain_answer():
    tweets = tweet("1", "m", "11:00"), tweet("2", "w", "12:00", MANY)

    link = inferred(*tweets)["2"]

    assert (link.to, link.series) == ("1", ())


def test_a_series_of_none_is_no_answer_to_something_older():
    tweets = tweet("1", "m", "05:00"), tweet("2", "w", "12:00", MANY)

    assert inferred(*tweets) == {}


def test_who_replies_to_another_does_not_answer_the_series_of_that_other():
    tweets = (
        tweet("1", "x", "11:00"),
        tweet("2", "x", "11:10"),
        tweet("3", "w", "12:00", MANY, reply_handle="x"),
    )

    assert all(link.series == () for link in inferred(*tweets).values())


@pytest.mark.parametrize(("text", "linked"), [("@m no", False), (".@m no", True)])
def test_what_opens_a_conversation_by_the_platforms_word_answers_only_with_a_dot(
    text, linked
):
    tweets = (
        tweet("1", "m", "12:00", conversation="1"),
        tweet("2", "w", "12:30", text, conversation="2"),
    )

    assert ("2" in inferred(*tweets)) == linked


def test_an_inferred_link_never_closes_a_ring_with_a_stated_one():
    first, then = snowflake(at("12:00")), snowflake(at("12:30"))
    words = "the radar saw both of them"
    tweets = [
        tweet(first, "m", "12:00", words, reply_to=then),
        tweet(then, "w", "12:30", f"RT @m: {words}"),
    ]

    found = shown(tweets)

    assert found[TweetId(then)] == ()
    assert found[TweetId(first)][0].stated
