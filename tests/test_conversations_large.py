"""Which quotes join conversations, and which begin their own in a large tree."""

from itertools import pairwise
from random import Random

import pytest
from cutting import cut
from make import by_id, case, heap, turns, tweet, written
from shown import drawn, lines

from tweetspat.conversations import conversations
from tweetspat.links import stated_links
from tweetspat.model import Account, Tweet
from tweetspat.readers import load
from tweetspat.reconstruction import reconstruct


@pytest.mark.parametrize("join", ["auto", "all"])
def test_by_default_a_quote_joins_as_a_reply_does(join):
    tweets = tweet("1"), tweet("2", quotes="1"), tweet("3", reply_to="2")

    assert cut(*tweets, join=join) == {frozenset("123")}


def test_where_only_replies_join_a_quote_is_a_cross_link():
    tweets = tweet("1"), tweet("2", quotes="1"), tweet("3", reply_to="2")

    spats = list(reconstruct(heap(tweets), join="replies"))
    (quote,) = turns(spats)["2"].links

    assert cut(*tweets, join="replies") == {frozenset("1"), frozenset("23")}
    assert (quote.to, quote.stated, quote.elsewhere) == ("1", True, True)
    assert quote.evidence.endswith("; it stands in another conversation")


def test_where_only_replies_join_a_quoted_ghost_stands_with_who_quotes_it():
    tweets = tweet("3", quotes="1"), tweet("20", quotes="1")

    spats = list(reconstruct(heap(tweets), join="replies"))

    assert cut(*tweets, join="replies") == {frozenset("13"), frozenset(["20"])}
    assert not turns(spats)["3"].links[0].elsewhere
    assert turns(spats)["20"].links[0].elsewhere


def large(*more: Tweet) -> list[Tweet]:
    """Return a tree of 1,001 tweets by m and its readers, and some more."""
    readers = [tweet(str(n), f"r{n}", reply_to="100") for n in range(101, 1101)]
    return [tweet("100", "m"), *readers, *more]


def test_in_a_large_tree_a_lonely_quote_begins_a_conversation_of_its_own():
    tweets = large(tweet("5000", "q", quotes="100"), tweet("5001", reply_to="5000"))

    spats = list(reconstruct(heap(tweets)))
    (quote,) = turns(spats)["5000"].links

    assert sorted(len(spat.turns) for spat in spats) == [2, 1001]
    assert (quote.to, quote.elsewhere) == ("100", True)


def test_the_quoted_tweet_tells_who_quotes_it_in_another_conversation():
    tweets = large(tweet("5001", "q", quotes="100"), tweet("90", "p", quotes="100"))

    found = turns(reconstruct(heap(tweets)))

    assert [by.id for by in found["100"].quoted_by] == ["90", "5001"]
    assert found["101"].quoted_by == ()


@pytest.mark.parametrize(
    ("quotes", "told"),
    [
        (1, "❝ quoted in another conversation by @q0 (5000)"),
        (2, "❝ quoted in others by @q0 (5000) and @q1 (5001)"),
        (9, "@q3 (5003), @q4 (5004) and 4 others"),
    ],
)
def test_both_ends_of_a_cross_link_are_told_to_people(quotes, told):
    tweets = [tweet(str(5000 + n), f"q{n}", quotes="100") for n in range(quotes)]

    shown = " ".join(" ".join(lines(large(*tweets), width=200)).split())

    assert told in shown
    assert shown.count("❝ quotes 100 of another conversation") == quotes


def test_what_was_cut_apart_stays_apart_when_it_is_read_again(tmp_path):
    tweets = large(tweet("5000", "q", quotes="100"), tweet("5001", reply_to="5000"))
    first = list(reconstruct(heap(tweets)))
    document = written(tmp_path, "spats.json", "\n".join(drawn(first, "json")))

    again = list(reconstruct(load([document])))

    assert drawn(again, "json")[1:] == drawn(first, "json")[1:]
    assert drawn(again) == drawn(first)


def test_in_a_tree_of_a_thousand_every_quote_joins():
    tweets = [*large()[:-1], tweet("5000", "q", quotes="100")]

    assert len(cut(*tweets[:-2], tweets[-1])) == 1
    assert len(cut(*tweets)) == 2


@pytest.mark.parametrize(
    "more",
    [
        pytest.param(tweet("5001", "m", reply_to="5000"), id="the-quoted-one-answers"),
        pytest.param(tweet("5001", "Q", reply_to="100"), id="the-quoter-also-replies"),
        pytest.param(
            tweet("5001", "q", reply_to="101", quotes="100"), id="a-cross-link-too"
        ),
    ],
)
def test_in_a_large_tree_a_quote_joins_when_the_two_exchange_more(more):
    assert len(cut(*large(tweet("5000", "q", quotes="100"), more))) == 1


def test_what_the_two_exchange_in_another_conversation_does_not_count():
    elsewhere = tweet("7000", "m"), tweet("7001", "q", reply_to="7000")

    found = cut(*large(tweet("5000", "q", quotes="100"), *elsewhere))

    assert sorted(map(len, found)) == [1, 2, 1001]


def test_in_a_large_tree_somebody_who_quotes_themselves_goes_on():
    assert len(cut(*large(tweet("5000", "m", quotes="100")))) == 1


def test_accounts_are_compared_by_their_ids_where_these_are_known():
    renamed = [
        tweet("5000", quotes="100")._replace(author=Account("old", None, "7")),
        tweet("5001", reply_to="100")._replace(author=Account("new", None, "7")),
    ]

    assert len(cut(*large(*renamed))) == 1


def test_in_a_large_tree_the_quote_of_a_ghost_that_nobody_knows_is_lonely():
    tweets = large(tweet("100", "m", reply_to="50"), tweet("5000", "q", quotes="50"))

    assert sorted(map(len, cut(*tweets[1:]))) == [1, 1002]


def test_all_lets_lonely_quotes_join():
    assert len(cut(*large(tweet("5000", "q", quotes="100")), join="all")) == 1


def test_a_case_file_is_one_conversation_even_where_a_lonely_quote_joins_it():
    tweets = large(tweet("5000", "q", quotes="100"))

    (spat,) = reconstruct(heap(tweets, case("100 5000")))

    assert len(spat.turns) == 1002
    assert not turns([spat])["5000"].links[0].elsewhere


def test_lonely_quotes_do_not_depend_on_the_order_of_the_tweets():
    tweets = large(
        tweet("5000", "q", quotes="100"),
        tweet("5001", "r101", quotes="100"),
        tweet("5002", "p", quotes="5001"),
        tweet("5003", "p", quotes="5000"),
        tweet("5004", "q", reply_to="5003"),
        tweet("5005", "s", quotes="50"),
        tweet("5006", "s", quotes="5000", reply_to="105"),
    )

    for seed in range(3):
        mixed = tweets.copy()
        Random(seed).shuffle(mixed)
        assert list(reconstruct(heap(mixed))) == list(reconstruct(heap(tweets)))


LONG = 100_000


@pytest.mark.parametrize("step", [1, -1], ids=["ids-growing", "ids-falling"])
def test_a_chain_of_a_hundred_thousand_is_cut_as_one(step):
    ids = [str(LONG + n) for n in range(LONG)][::step]
    relation = ["reply_to", "quotes"]
    tweets = by_id(
        tweet(ids[0]),
        *(
            tweet(child, "ab"[n % 2], **{relation[n % 2]: parent})
            for n, (parent, child) in enumerate(pairwise(ids))
        ),
    )

    (group,) = conversations(tweets, stated_links(tweets, {})).groups

    assert len(group) == LONG


def test_a_star_of_a_hundred_thousand_lonely_quotes_falls_apart():
    tweets = by_id(
        tweet("1"), *(tweet(str(n), f"q{n}", quotes="1") for n in range(2, LONG))
    )

    found = conversations(tweets, stated_links(tweets, {}))

    assert len(found.groups) == LONG - 1
    assert len(found.quoted_by["1"]) == LONG - 2
