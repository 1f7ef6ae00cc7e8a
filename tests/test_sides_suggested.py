"""Sides that nobody gave: two camps of voices that answer each other."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make import case, heap, loaded, tweet
from shown import drawn, run

from tweetspat.model import Account, Side
from tweetspat.reconstruction import reconstruct
from tweetspat.sides import Cast


def thread(*told):
    """Tweets, one a minute: "who" opens, "who>n" answers the n-th, from 1."""
    tweets = []
    for n, (author, _, answered) in enumerate(
        (each.partition(">") for each in told), 1
    ):
        to = answered or None
        clock = f"{12 + n // 60}:{n % 60:02}"
        tweets.append(tweet(str(n), author, clock, reply_to=to))
    return tweets


def signed(*told):
    """The same where the account ids are known: "who#id"."""
    tweets = []
    for each in thread(*told):
        handle, _, account_id = each.author.handle.partition("#")
        tweets.append(each._replace(author=Account(handle, None, account_id)))
    return tweets


def suggested(tweets, *cases, **options):
    """The accounts of each suggested side of the only conversation."""
    (spat,) = reconstruct(heap(tweets, *cases), **options)
    assert all(side.basis == "suggested" for side in spat.sides)
    return [side.accounts for side in spat.sides]


def test_two_who_answer_each_other_are_two_sides():
    (spat,) = reconstruct(heap(thread("A", "b>1", "a>2")))

    assert spat.sides == (
        Side("@A", ("A",), None, "suggested"),
        Side("@b", ("b",), None, "suggested"),
    )
    assert [turn.side for turn in spat.turns] == ["@A", "@b", "@A"]


@pytest.mark.parametrize(
    "told",
    [
        pytest.param(("a",), id="one-tweet"),
        pytest.param(("a", "a>1", "a>2"), id="one-voice"),
        pytest.param(("news", "b>1", "c>1", "d>1", "d>4"), id="a-crowd-unanswered"),
        pytest.param(("a", "b>1", "c>2", "d>3"), id="nobody-answers-back"),
        pytest.param(("A", "a>1", "A>2"), id="one-voice-in-two-spellings"),
    ],
)
def test_where_no_two_answer_each_other_nothing_is_suggested(told):
    assert suggested(thread(*told)) == []


def test_of_a_crowd_the_one_who_is_answered_is_the_other_side():
    tweets = thread("news", "b>1", "c>1", "d>1", "news>3", "c>5", "e>1", "e>1")

    assert suggested(tweets) == [("news",), ("c",)]


def test_the_most_back_and_forth_is_the_core_not_the_most_tweets():
    tweets = thread(
        *("a", "b>1", "a>2", "b>1", "b>1", "b>1", "b>1"),  # b talks, a answers once
        *("c>1", "d>8", "c>9", "d>10", "c>11"),
    )

    assert suggested(tweets) == [("c",), ("d",)]


def test_who_argues_with_one_camp_plainly_stands_opposite_it():
    tweets = thread("a", "b>1", "a>2", "b>3", "a>4", "c>5", "a>6", "c>7", "a>8")

    assert suggested(tweets) == [("a",), ("b", "c")]


def test_who_argues_with_an_ally_of_one_camp_stands_with_the_other():
    tweets = thread(
        *("a", "b>1", "a>2", "b>3", "a>4", "b>5", "a>6"),
        *("c>1", "a>8", "c>9", "a>10"),  # c stands with b
        *("d>8", "c>12", "d>13", "c>14"),  # and argues with d, who stands with a
    )

    assert suggested(tweets) == [("a", "d"), ("b", "c")]


@pytest.mark.parametrize(
    "more",
    [
        pytest.param(("c>1", "c>1", "c>1"), id="not-answered"),
        pytest.param(("c>1", "a>6"), id="once-each-way"),
        pytest.param(
            ("c>1", "a>6", "c>7", "a>8", "c>2", "b>10", "c>11", "b>12"), id="with-both"
        ),
        pytest.param(("c>1", "d>6", "c>7", "d>8", "c>9"), id="among-themselves"),
    ],
)
def test_everybody_else_stands_by(more):
    tweets = thread("a", "b>1", "a>2", "b>3", "a>4", *more)

    assert suggested(tweets) == [("a",), ("b",)]


def test_every_kind_of_answer_counts_and_a_lost_parent_with_its_author():
    lost = tweet("2", "b", "12:02", reply_to="1", reply_handle="a")
    quote = tweet("3", "a", "12:03", quotes="2")

    assert suggested([lost, quote]) == [("a",), ("b",)]


def test_a_tweet_whose_author_nobody_knows_is_no_answer():
    tweets = [tweet("1", None), *thread("a", "b>1", "a>2")[1:]]

    assert suggested(tweets) == []  # b answers nobody, a answers b


def test_inferred_answers_count():
    tweets = [tweet("1", "aa"), tweet("2", "bb", "12:05", "@aa no", reply_to="1")]
    tweets.append(tweet("3", "aa", "12:10", ".@bb yes"))

    assert suggested(tweets) == [("aa",), ("bb",)]
    assert suggested(tweets[:2]) == []


def test_a_renamed_account_is_one_voice_with_all_its_handles():
    tweets = signed("old#7", "b#8>1", "new#7>2", "new#7>1")

    assert suggested(tweets) == [("old", "new"), ("b",)]


def test_accounts_that_had_one_handle_are_named_by_their_ids():
    (spat,) = reconstruct(heap(signed("mod#7", "mod#8>1", "mod#7>2")))

    assert [side.name for side in spat.sides] == ["#7", "#8"]
    assert [side.accounts for side in spat.sides] == [("#7",), ("#8",)]
    assert [turn.side for turn in spat.turns] == ["#7", "#8", "#7"]


GIVEN = Side("Moscow", ("a",))


@pytest.mark.parametrize(
    ("options", "cases"),
    [
        pytest.param({"sides": [GIVEN]}, (), id="by-option"),
        pytest.param({"cast": Cast(sides=(GIVEN,))}, (), id="by-a-cast"),
        pytest.param({}, (case("1 2 3", sides=(GIVEN,)),), id="by-a-case-file"),
    ],
)
def test_where_a_side_is_given_none_is_suggested(options, cases):
    (spat,) = reconstruct(heap(thread("a", "b>1", "a>2"), *cases), **options)

    assert spat.sides == (GIVEN,)


@pytest.mark.parametrize(
    ("options", "cases"),
    [
        pytest.param({"cast": Cast(names={"a": ("Ann",)})}, (), id="a-cast-of-names"),
        pytest.param({}, (case("1 2 3"),), id="a-case-file-without-sides"),
    ],
)
def test_what_names_no_side_leaves_the_suggestion(options, cases):
    tweets = thread("a", "b>1", "a>2")

    assert suggested(tweets, *cases, **options) == [("a",), ("b",)]


def test_people_are_told_that_sides_are_a_suggestion():
    spats = list(reconstruct(heap(thread("a", "b>1", "a>2"))))
    stated = list(reconstruct(heap(thread("a", "b>1", "a>2")), sides=[GIVEN]))

    words = "sides suggested by who answers whom; nobody has stated them"
    assert f"  {words}" in drawn(spats)
    assert words not in "".join(drawn(stated))


def test_an_output_that_is_read_again_has_the_same_sides(tmp_path):
    spats = list(reconstruct(heap(thread("a", "b>1", "c>1", "a>2"))))
    written = "\n".join(drawn(spats, "json"))

    again = list(reconstruct(loaded(tmp_path, json.loads(written))))

    assert [spat.sides for spat in again] == [spat.sides for spat in spats]
    assert drawn(again, "json") == drawn(spats, "json")


def test_what_is_given_beats_a_suggestion_that_is_read_again(tmp_path):
    written = "\n".join(drawn(reconstruct(heap(thread("a", "b>1", "a>2"))), "json"))

    (spat,) = reconstruct(loaded(tmp_path, json.loads(written)), sides=[GIVEN])

    assert spat.sides == (GIVEN,)


def test_sides_are_suggested_anew_where_new_tweets_join_an_output(tmp_path):
    written = "\n".join(drawn(reconstruct(heap(thread("a", "b>1", "a>2"))), "json"))
    other = json.loads(written)
    other["spats"][0]["title"] = "another"
    other["spats"][0]["sides"] = []

    (spat,) = reconstruct(loaded(tmp_path, json.loads(written), other))

    assert [side.accounts for side in spat.sides] == [("a",), ("b",)]


THREADS = st.lists(
    st.tuples(st.sampled_from("abcd"), st.integers(0, 30)), min_size=1, max_size=30
)


def made(pairs):
    return thread(
        *(
            f"{who}>{to % n}" if n and to % n else who
            for n, (who, to) in enumerate(pairs)
        )
    )


@given(THREADS, st.randoms())
def test_the_order_of_the_input_does_not_matter(pairs, random):
    tweets = made(pairs)
    shuffled = tweets.copy()
    random.shuffle(shuffled)

    def all_sides(some):
        return [spat.sides for spat in reconstruct(heap(some))]

    assert all_sides(shuffled) == all_sides(tweets)


@given(THREADS)
def test_two_sides_that_share_nobody_and_answer_each_other_or_none(pairs):
    for spat in reconstruct(heap(made(pairs))):
        side_by_id = {turn.tweet.id: turn.side for turn in spat.turns}
        crossed = {
            (turn.side, side_by_id[link.to])
            for turn in spat.turns
            for link in turn.links
            if turn.side and side_by_id[link.to]
        }
        names = [side.name for side in spat.sides]
        accounts = [each for side in spat.sides for each in side.accounts]

        assert len(names) in {0, 2}
        assert len(accounts) == len(set(accounts))
        assert not names or {(names[0], names[1]), (names[1], names[0])} <= crossed


def test_a_long_chain_of_two_voices_has_two_sides():
    tweets = thread("a", *(f"{'ba'[n % 2]}>{n}" for n in range(1, 3000)))

    assert suggested(tweets) == [("a",), ("b",)]


def test_the_command_line_shows_and_writes_the_suggestion(tmp_path):
    spats = list(reconstruct(heap(thread("a", "b>1", "a>2"))))
    document = "\n".join(drawn(spats, "json")).encode()

    shown = run("show", "-", "--format", "json", given=document)

    (spat,) = json.loads(shown.stdout)["spats"]
    assert [side["basis"] for side in spat["sides"]] == ["suggested", "suggested"]
    assert [each["side"] for each in spat["tweets"]] == ["@a", "@b", "@a"]
