"""Statistics of a spat: who spoke, who answers whom, how fast, what is unknown."""

import random
from datetime import timedelta

from counting import counted, heaps, names, pairs, turns_of
from hypothesis import given, settings
from hypothesis import strategies as st
from make import at, tweet
from shown import SIDES, sample, spats

from tweetspat.exchanges import Count
from tweetspat.model import Account, Link, Order, Retweet, TweetId
from tweetspat.selection import Branch, branch
from tweetspat.stats import stats

TALK = (
    tweet("1", "mod", "12:00"),
    tweet("2", "oir", "12:10", reply_to="1"),
    tweet("3", "mod", "12:40", reply_to="2"),
    tweet("4", "oir", "12:45", quotes="3"),
)


def minutes(*numbers):
    return tuple(timedelta(minutes=n) for n in numbers)


# Who spoke when.


def test_the_busiest_voice_comes_first_then_by_handle():
    found = counted(*TALK, tweet("5", "b", "12:50", reply_to="1"))

    assert names(found.voices) == ["mod", "oir", "b"]
    assert [voice.tweets for voice in found.voices] == [2, 2, 1]


def test_a_voice_has_its_times_in_order_and_those_unknown_are_counted():
    tweets = (
        tweet("1", "a", "12:00"),
        tweet("2", "a", None, reply_to="1"),
        tweet("3", "a", "12:30", reply_to="1"),
    )

    found = counted(*tweets)

    assert found.voices[0].times == (at("12:00"), at("12:30"))
    assert (found.first, found.last) == (at("12:00"), at("12:30"))
    assert found.completeness.untimed == 1


def test_a_renamed_account_is_one_voice_with_both_handles_and_its_name():
    tweets = [
        tweet("1")._replace(author=Account("Old", None, "7")),
        tweet("2", reply_to="1", clock="12:01")._replace(
            author=Account("new", "Name", "7")
        ),
    ]

    (voice,) = counted(*tweets).voices

    assert (voice.key, voice.handles, voice.name) == ("#7", ("Old", "new"), "Name")
    assert voice.continued == 1


def test_a_lost_tweet_is_counted_as_lost_and_is_nobodys_voice():
    answer = tweet("2", "a", "12:10", reply_to="1", reply_handle="gone")

    found = counted(answer)

    assert names(found.voices) == ["a"]
    assert names(found.unheard) == ["gone"]
    assert found.completeness.missing == 1
    assert pairs(found) == {("a", "gone"): 1}


def test_a_tweet_whose_author_nobody_knows_is_no_voice():
    found = counted(tweet("1", None), tweet("2", "a", "12:01", reply_to="1"))

    assert names(found.voices) == ["a"]
    assert (found.nameless, found.unplaced.nameless) == (1, 1)
    assert found.pairs == ()


def test_context_is_not_counted_but_answered():
    (whole,) = spats(TALK, infer="off")

    found = stats(branch(whole, TweetId("4"), Branch(down=True)))

    assert names(found.voices) == ["oir"]
    assert names(found.unheard) == ["mod"]
    assert (found.tweets, found.whole) == (1, 4)
    assert pairs(found) == {("oir", "mod"): 1}


# Who answers whom.


def test_replies_quotes_and_answers_are_counted_apart():
    told = tweet("5", "mod", "12:50", answers="4")

    found = counted(*TALK, told)

    assert pairs(found) == {("mod", "oir"): 2, ("oir", "mod"): 2}
    there, back = found.pairs
    assert (there.replies, there.quotes, there.answers) == (
        Count(1),
        Count(),
        Count(1),
    )
    assert (back.replies, back.quotes, back.answers) == (Count(1), Count(1), Count())


def test_stated_and_inferred_are_counted_apart():
    found = counted(
        TALK[0], tweet("2", "oir", "12:10", ".@mod That is wrong."), infer="safe"
    )

    (pair,) = found.pairs
    assert pair.answers == Count(0, 1)
    assert found.answers == Count(0, 1)
    assert found.completeness.inferred == 1


def test_a_tweet_answers_an_account_once_by_its_strongest_link():
    both = tweet("5", "oir", "12:50", reply_to="3", quotes="1")

    found = counted(TALK[0], TALK[1], TALK[2], both)

    assert pairs(found)["oir", "mod"] == 2
    assert found.pairs[0].replies == Count(2)


def test_a_tweet_may_answer_two_accounts():
    both = tweet("5", "c", "12:50", reply_to="3", quotes="2")

    found = counted(*TALK[:3], both)

    assert {pair for pair in pairs(found) if pair[0] == "c"} == {
        ("c", "mod"),
        ("c", "oir"),
    }


def test_answering_oneself_is_no_answer():
    found = counted(TALK[0], tweet("2", "MOD", "12:10", reply_to="1"))

    assert found.pairs == ()
    assert found.voices[0].continued == 1


def test_an_answer_to_a_series_is_one_answer_counted_from_the_last_of_it():
    series = tweet("1", "mod", "12:00"), tweet("2", "mod", "12:20", reply_to="1")
    (spat,) = spats((*series, tweet("3", "oir", "12:30", reply_to="2")), infer="off")
    link = (
        spat.turns[2]
        .links[0]
        ._replace(to=TweetId("1"), series=(TweetId("1"), TweetId("2"), TweetId("9")))
    )

    (pair,) = stats(turns_of(spat, t3={"links": (link,)})).pairs

    assert pair.total == 1
    assert pair.response.median == timedelta(minutes=10)


def test_a_link_that_leads_elsewhere_is_no_answer_here():
    (spat,) = spats(TALK, infer="off")
    away = Link(
        TweetId("99"), "quoted", "metadata", True, 1.0, 1.0, "x", elsewhere=True
    )

    found = stats(turns_of(spat, t2={"links": (away,)}))

    assert found.unplaced.elsewhere == 1
    assert pairs(found) == {("mod", "oir"): 1, ("oir", "mod"): 1}


def test_sides_answer_each_other_and_bystanders_are_a_group():
    tweets = (
        *TALK[:2],
        tweet("3", "pal", "12:20", reply_to="2"),
        tweet("4", "by", "12:30", reply_to="3"),
    )
    sides = (SIDES[0]._replace(accounts=("mod", "pal")), SIDES[1])

    found = counted(*tweets, sides=sides)

    assert {(p.by, p.to): p.total for p in found.between_sides} == {
        ("Washington", "Moscow"): 1,
        ("Moscow", "Washington"): 1,
        (None, "Moscow"): 1,
    }


def test_without_sides_there_is_no_matrix_of_them():
    found = counted(TALK[0], TALK[1])

    assert found.between_sides == ()


# How fast.


def test_response_times_have_median_quartiles_and_ends():
    tweets = [tweet("1", "a", "12:00")] + [
        tweet(str(n), "b", f"12:{n:02}", reply_to="1") for n in (2, 4, 10, 20)
    ]

    (pair,) = counted(*tweets).pairs

    assert pair.response.timed == 4
    assert pair.response.quartiles == minutes(3.5, 7, 12.5)
    assert (pair.response.shortest, pair.response.longest) == minutes(2, 20)


def test_a_median_of_nothing_is_unknown():
    (pair,) = counted(TALK[0], tweet("2", "oir", None, reply_to="1")).pairs

    assert (pair.response.timed, pair.response.unknown) == (0, 1)
    assert pair.response.median is None
    assert pair.response.quartiles is None
    assert pair.response.shortest is None


def test_a_time_that_only_one_end_has_is_unknown():
    (pair,) = counted(tweet("1", "a", None), tweet("2", "b", reply_to="1")).pairs

    assert pair.response.unknown == 1


def test_an_answer_older_than_what_it_answers_is_in_no_median():
    tweets = (
        tweet("1", "a", "12:00"),
        tweet("2", "b", "11:00", reply_to="1"),
        tweet("3", "b", "12:05", reply_to="1"),
    )

    (pair,) = counted(*tweets).pairs

    assert (pair.response.backwards, pair.response.timed) == (1, 1)
    assert pair.response.median == timedelta(minutes=5)


# Silence, the last word, retweets.


def test_the_longest_silence_lies_between_two_known_times():
    found = counted(*TALK, tweet("5", "by", None, reply_to="1"))

    assert found.silence.length == timedelta(minutes=30)
    assert [found.silence.before.tweet.id, found.silence.after.tweet.id] == ["2", "3"]


def test_one_known_time_makes_no_silence():
    assert counted(TALK[0], tweet("2", "a", None, reply_to="1")).silence is None


def test_the_last_word_says_whose_it_is_and_whether_the_order_is_known():
    (spat,) = spats(TALK, infer="off")
    partial = stats(spat._replace(order=Order("partial")))

    assert stats(spat).last_word[1:] == ("oir", True)
    assert stats(spat).last_word.turn.tweet.id == "4"
    assert not partial.last_word.certain


def test_nobody_has_the_last_word_where_no_tweet_is_left():
    (spat,) = spats(TALK, infer="off")
    context = {f"t{n}": {"context": True} for n in range(1, 5)}

    found = stats(turns_of(spat, **context))

    assert found.last_word is None
    assert (found.first, found.last, found.silence) == (None, None, None)


def test_the_last_word_may_be_by_nobody_knows_whom():
    found = counted(TALK[0], tweet("2", None, "12:10", reply_to="1"))

    assert found.last_word.account is None


def test_retweets_are_counted_by_who_is_repeated_and_who_repeats():
    (spat,) = spats(TALK, infer="off")
    repeats = (Retweet("OIR", None), Retweet("fan", None), Retweet(None, None))

    found = stats(turns_of(spat, t1={"retweets": repeats}))

    assert found.retweets[:3] == (3, 2, 1)
    assert found.retweets.most.tweet.id == "1"
    mod, oir = found.voices
    assert (mod.repeated, oir.repeats) == (3, 1)


def test_contested_pairs_reports_and_lost_texts_are_counted():
    found = stats(sample("aleppo-2016.json")[0])

    assert found.completeness == (2, 2, 0, 10, 0, 17, 2)


# What holds whatever the data claims.


@settings(deadline=None)
@given(heaps())
def test_the_sum_of_the_matrix_is_the_number_of_answers(tweets):
    for spat in spats(tweets, infer="off"):
        found = stats(spat)

        total = sum(pair.total for pair in found.pairs)
        assert total == sum(found.answers)
        assert total == sum(voice.answers for voice in found.voices)
        everybody = (*found.voices, *found.unheard)
        assert total == sum(voice.answered for voice in everybody)
        for pair in found.pairs:
            assert sum(pair.response[:3]) == pair.total
            assert pair.by != pair.to


@settings(deadline=None)
@given(heaps())
def test_the_matrix_of_sides_holds_the_same_answers(tweets):
    sides = (SIDES[0]._replace(accounts=("a",)), SIDES[1]._replace(accounts=("c",)))
    for spat in spats(tweets, infer="off", sides=sides):
        found = stats(spat)

        if found.between_sides:
            sums = [
                sum(pair.total for pair in table)
                for table in (found.pairs, found.between_sides)
            ]
            assert sums[0] == sums[1]


@settings(deadline=None)
@given(heaps())
def test_every_tweet_is_somebodys_or_nobodys(tweets):
    for spat in spats(tweets, infer="off"):
        found = stats(spat)

        spoken = sum(voice.tweets for voice in found.voices)
        assert spoken + found.nameless == found.tweets
        lost = found.completeness.missing
        assert found.tweets + lost == len(spat.turns)


@settings(deadline=None)
@given(heaps(), st.randoms())
def test_the_order_of_the_input_does_not_matter(tweets, how):
    shuffled = tweets.copy()
    how.shuffle(shuffled)

    assert [*map(stats, spats(shuffled))] == [*map(stats, spats(tweets))]


def test_five_thousand_tweets_take_no_time_worth_telling():
    numbers = random.Random(1)
    tweets = [tweet("1", "v1", "00:00")] + [
        tweet(
            str(n),
            f"v{numbers.randrange(1000)}",
            None,
            sent=at("00:00") + timedelta(seconds=n),
            reply_to=str(numbers.randrange(1, n)),
        )
        for n in range(2, 5_001)
    ]
    (spat,) = spats(tweets, infer="off")

    found = stats(spat)

    assert found.tweets == 5_000
