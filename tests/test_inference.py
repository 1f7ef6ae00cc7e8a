"""What is inferred where nothing is stated, and when nothing is said."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import at, by_id, case, heap, snowflake, turns, tweet

from tweetspat.accounts import who_is_who
from tweetspat.inference import Wanted, infer_links
from tweetspat.inference.weights import frozen
from tweetspat.model import Link, Tweet
from tweetspat.reconstruction import reconstruct

MANY = ".@m's tweets are wrong"


def inferred(*tweets: Tweet) -> dict[str, Link]:
    """Return what is inferred where nothing is stated and all times are known."""
    found = infer_links(
        by_id(*tweets), {}, None, who_is_who(tweets), {}, Wanted(least=0.9)
    )
    return {child: link for child, (link,) in found.links.items()}


def said(text: str) -> dict[str, Link]:
    """Return what is inferred from a text, after one tweet of @m."""
    return inferred(tweet("1", "m", "12:00"), tweet("2", "w", "12:30", text))


def test_a_mention_in_front_answers_that_accounts_only_tweet_of_the_day_before():
    link = said(".@m no")["2"]

    assert (link.to, link.relation, link.basis) == ("1", "answers", "mention")
    assert not link.stated
    assert link.series == ()


def test_an_inferred_link_says_why_how_surely_and_by_which_weights():
    link = said(".@m no")["2"]

    assert "opens with .@m, whose only tweet in the 14 days before" in link.evidence
    assert link.evidence.endswith(f"weights {frozen().version}")
    assert 0.9 <= link.confidence <= link.confidence_conversation < 1


@pytest.mark.parametrize("text", ["@m no", ".@m no", ". @M no", " @m", "@m's"])
def test_a_text_may_open_with_a_mention_in_these_ways(text):
    assert said(text)["2"].to == "1"


@pytest.mark.parametrize(
    "text",
    ["words", "@mm no", "a@m no", "@ m", "", None],
)
def test_other_texts_infer_nothing(text):
    assert said(text) == {}


@pytest.mark.parametrize("text", ["RT @m: other things", "“@m: other things” yes"])
def test_words_that_stand_nowhere_are_not_taken_for_an_answer(text):
    assert said(text) == {}


@pytest.mark.parametrize("text", ["@m hasn't struck", "@m is right", ".@M won’t say"])
def test_an_opening_handle_can_be_the_sentences_subject(text):
    assert said(text) == {}


def test_a_mention_inside_answers_the_only_tweet_there_is():
    link = said("no @m")["2"]

    assert link.to == "1"
    assert link.evidence.startswith("mentions @m")


def test_handles_are_compared_without_case():
    tweets = tweet("1", "MOD_Russia", "12:00"), tweet("2", "w", "12:30", "@mod_RUSSIA")

    assert inferred(*tweets)["2"].to == "1"


def test_no_link_is_better_than_a_coin_toss_between_tweets():
    tweets = (
        tweet("1", "m", "12:00"),
        tweet("2", "m", "15:58"),
        tweet("3", "m", "15:59"),
        tweet("4", "m", "15:59:50"),
        tweet("5", "w", "16:00", "@m " + "I have thought about this for long " * 3),
    )

    assert inferred(*tweets) == {}


@pytest.mark.parametrize(
    "words", ["tweets", "claims", "latest statements", "posts", "false claims"]
)
def test_words_that_speak_of_several_tweets_answer_the_series_by_one_link(words):
    tweets = (
        tweet("1", "m", "12:00"),
        tweet("2", "m", "12:10"),
        tweet("3", "w", "12:30", f".@m’s {words} are wrong"),
    )

    link = inferred(*tweets)["3"]

    assert link.to == "2"
    assert link.series == ("1", "2")
    assert "speaks of several tweets" in link.evidence


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


@pytest.mark.parametrize(
    ("days", "linked"),
    [
        pytest.param(14, True, id="14-days-ago"),
        pytest.param(15, False, id="15-days-ago"),
    ],
)
def test_only_the_fourteen_days_before_count(days, linked):
    tweets = tweet("1", "m", "00:00"), tweet("2", "w", f"{24 * days}:00", "@m no")

    assert ("2" in inferred(*tweets)) == linked


def test_an_older_tweet_does_not_stand_in_the_way_of_the_only_one_of_the_day():
    tweets = (
        tweet("1", "m", "00:00"),
        tweet("2", "m", "24:30"),
        tweet("3", "w", "25:00", "@m no"),
    )

    assert inferred(*tweets)["3"].to == "2"


def test_a_later_tweet_is_never_answered():
    tweets = tweet("1", "w", "12:00", "@m no"), tweet("2", "m", "12:01")

    assert inferred(*tweets) == {}


def test_of_equal_stamps_the_id_tells_who_was_first():
    tweets = tweet("9", "m", "12:00"), tweet("10", "w", "12:00", "@m no")

    assert inferred(*tweets)["10"].to == "9"


def test_nobody_answers_themselves_by_mention():
    tweets = tweet("1", "m", "12:00"), tweet("2", "M", "12:30", "@m again")

    assert inferred(*tweets) == {}


def test_a_tweet_of_unknown_author_can_still_answer_by_mention():
    tweets = tweet("1", "m", "12:00"), tweet("2", None, "12:30", "@m no")

    assert inferred(*tweets)["2"].to == "1"


def test_a_tweet_with_a_stated_link_is_left_alone():
    spats = reconstruct(
        heap(
            [
                tweet("1", "m", "12:00"),
                tweet("2", "x", "12:10"),
                tweet("3", "w", "12:30", "@m no", reply_to="2"),
            ]
        )
    )

    (link,) = turns(spats)["3"].links

    assert (link.to, link.stated) == ("2", True)


def test_a_ghost_is_never_answered_by_mention():
    lost = snowflake(at("11:59"))
    tweets = [
        tweet("1", "x", "12:00", reply_to=lost, reply_handle="m"),
        tweet("2", "w", "12:30", "@m no"),
    ]

    assert turns(reconstruct(heap(tweets)))["2"].links == ()


def test_a_retweet_is_not_what_a_mention_answers():
    tweets = [
        tweet("1", "x", "12:00"),
        tweet("2", "m", "12:05", repeats="1"),
        tweet("3", "w", "12:30", "@m no"),
    ]

    assert turns(reconstruct(heap(tweets)))["3"].links == ()


@pytest.mark.parametrize(
    "options", [{"infer": "off"}, {"without": ["mention"]}], ids=["off", "basis"]
)
def test_inference_can_be_switched_off(options):
    made = heap([tweet("1", "m", "12:00"), tweet("2", "w", "12:30", "@m no")])

    assert turns(reconstruct(made))["2"].links
    assert turns(reconstruct(made, **options))["2"].links == ()


def test_unknown_times_infer_nothing_where_no_source_tells_the_order():
    tweets = [tweet("M1", "m", None), tweet("W1", "w", None, "@m no")]

    spats = reconstruct(heap(tweets, case("M1 W1")))

    assert turns(spats)["W1"].links == ()


def test_unknown_times_answer_what_a_source_tells_was_earlier():
    tweets = [
        tweet("M1", "m", None),
        tweet("W1", "w", None, "@m no"),
        tweet("M2", "m", None),
    ]

    spats = reconstruct(heap(tweets, case("M1 W1 M2", ("FP", "M1 W1"))))

    assert turns(spats)["W1"].links[0].to == "M1"


def test_earlier_may_be_told_in_steps_by_several_sources():
    tweets = [
        tweet("M1", "m", None),
        tweet("X", "x", None),
        tweet("W1", "w", None, "@m no"),
    ]

    spats = reconstruct(heap(tweets, case("W1 X M1", ("A", "M1 X"), ("B", "X W1"))))

    assert turns(spats)["W1"].links[0].to == "M1"


def test_a_tweet_whose_order_is_contested_is_no_part_of_the_series():
    tweets = [
        tweet("M1", "m", None),
        tweet("M2", "m", None),
        tweet("M3", "m", None),
        tweet("W1", "w", None, MANY),
    ]
    told = case("M1 M3 M2 W1", ("A", "M1 M3 M2 W1"), ("B", "W1 M2"))

    spats = reconstruct(heap(tweets, told))

    assert turns(spats)["W1"].links[0].series == ("M1", "M3")


TEXTS = ["words", "@a no", ".@b no", "@c's claims", "@d who"]


@st.composite
def heaps(draw: st.DrawFn) -> list[Tweet]:
    """Draw tweets of three accounts that mention each other within two days."""
    hours = draw(st.lists(st.integers(0, 47), max_size=8))
    return [
        tweet(
            str(n),
            draw(st.sampled_from("abc")),
            f"{hour}:00",
            draw(st.sampled_from(TEXTS)),
        )
        for n, hour in enumerate(hours)
    ]


@given(heaps(), st.randoms())
@settings(max_examples=100, deadline=None)
def test_what_is_inferred_is_earlier_and_by_who_is_addressed_or_the_author(
    tweets, chance
):
    known = by_id(*tweets)

    found = inferred(*tweets)

    for child, link in found.items():
        answered, by = known[link.to], known[child]
        handle = answered.author.key
        assert by.text.lstrip(".").startswith(f"@{handle}") or (
            handle == by.author.key and "before it" in link.evidence
        )
        assert answered.rank < by.rank
        assert link.to == (link.series or (link.to,))[-1]
        assert not link.stated
        assert 0.9 <= link.confidence < 1
        assert len(link.alternatives) <= 3
    chance.shuffle(tweets)
    assert inferred(*tweets) == found
