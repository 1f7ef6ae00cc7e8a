"""What of a spat is shown, and what stays for context."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import case, heap, tweet

from tweetspat.model import Claim, Link, Spat, Tweet, TweetId
from tweetspat.problems import UsageError
from tweetspat.reconstruction import Conversations, reconstruct
from tweetspat.selection import Branch, branch, named_by, select

UP, DOWN, BOTH = Branch(up=True), Branch(down=True), Branch(up=True, down=True)


def spat_of(*tweets: Tweet) -> Spat:
    """Return the one spat of some tweets."""
    (spat,) = reconstruct(heap(tweets), infer="off")
    return spat


def shown(spat: Spat) -> dict[str, str]:
    """Return the ids of a part, those for context marked by "context"."""
    return {
        turn.tweet.id: "context" if turn.context else "selected" for turn in spat.turns
    }


def chosen(spat: Spat) -> list[str]:
    """Return the ids that are selected."""
    return [turn.tweet.id for turn in spat.turns if not turn.context]


def links(spat: Spat, id_: str) -> list[tuple[str, bool]]:
    """Return where a tweet of a part points, and whether that leads elsewhere."""
    (turn,) = (turn for turn in spat.turns if turn.tweet.id == id_)
    return [(link.to, link.elsewhere) for link in turn.links]


TREE = spat_of(
    tweet("1", "a", "12:00"),
    tweet("2", "b", "12:02", reply_to="1"),
    tweet("3", "c", "12:03", reply_to="1"),
    tweet("4", "a", "12:04", reply_to="2"),
    tweet("5", "b", "12:05", reply_to="4", quotes="3"),
    tweet("6", "c", "12:06", reply_to="4"),
    tweet("7", "a", "12:07", reply_to="5"),
)


def test_neither_up_nor_down_is_the_whole():
    assert branch(TREE, TweetId("4"), Branch()) is TREE


def test_up_is_the_chain_of_parents_and_the_tweet_itself():
    assert chosen(branch(TREE, TweetId("4"), UP)) == ["1", "2", "4"]


def test_down_is_the_tweet_and_all_that_answers_it():
    assert chosen(branch(TREE, TweetId("4"), DOWN)) == ["4", "5", "6", "7"]


def test_up_and_down_is_both():
    assert chosen(branch(TREE, TweetId("5"), BOTH)) == ["1", "2", "4", "5", "7"]


def test_numbers_and_the_id_are_those_of_the_whole():
    part = branch(TREE, TweetId("4"), DOWN)

    assert {turn.tweet.id: turn.n for turn in part.turns} == {
        turn.tweet.id: turn.n for turn in TREE.turns if turn.tweet.id in shown(part)
    }
    assert (part.id, part.score, part.sides) == (TREE.id, TREE.score, TREE.sides)
    assert (part.whole, TREE.whole) == (7, None)


def test_what_a_selected_tweet_points_at_stays_for_context():
    part = branch(TREE, TweetId("5"), DOWN)

    assert shown(part) == {
        "3": "context",
        "4": "context",
        "5": "selected",
        "7": "selected",
    }


def test_a_link_of_context_to_what_is_left_out_stays_and_says_so():
    part = branch(TREE, TweetId("5"), DOWN)
    (link,) = part.turns[1].links

    assert links(part, "4") == [("2", True)]
    assert (link.stated, link.relation) == (True, "replied_to")
    assert link.evidence == "in_reply_to_status_id_str; it is not selected"


def test_a_link_of_context_to_what_is_there_leads_there():
    part = select(TREE, ["7", "4"])

    assert shown(part) == {
        "2": "context",
        "4": "selected",
        "5": "context",
        "7": "selected",
    }
    assert links(part, "5") == [("4", False), ("3", True)]


def test_all_selected_is_the_whole():
    assert select(TREE, [turn.tweet.id for turn in TREE.turns]) is TREE


def test_a_part_of_ghosts_and_of_tweets_counts_the_tweets_of_the_whole():
    spat = spat_of(tweet("2", reply_to="1"), tweet("3", reply_to="2"))

    part = branch(spat, TweetId("2"), UP)

    assert chosen(part) == ["1", "2"]
    assert part.whole == 2


@pytest.mark.parametrize("asked", [UP, DOWN, BOTH])
def test_replies_that_lead_back_to_themselves_end(asked):
    ring = spat_of(
        tweet("1", reply_to="3"), tweet("2", reply_to="1"), tweet("3", reply_to="2")
    )

    assert branch(ring, TweetId("2"), asked) is ring


SERIES = Link(
    TweetId("2"),
    "answers",
    "mention",
    stated=False,
    confidence=0.99,
    confidence_conversation=0.99,
    evidence="speaks of several",
    series=(TweetId("1"), TweetId("2")),
)


def series() -> Spat:
    """Return a burst of two tweets and an answer to both."""
    spat = spat_of(tweet("1", "m"), tweet("2", "m", quotes="1"), tweet("3", quotes="2"))
    first, second, answer = spat.turns
    return spat._replace(turns=(first, second, answer._replace(links=(SERIES,))))


def test_who_answers_a_series_answers_each_of_its_tweets():
    assert chosen(branch(series(), TweetId("1"), DOWN)) == ["1", "2", "3"]


def test_a_series_that_is_answered_stays_whole_for_context():
    assert shown(select(series(), ["3"])) == {
        "1": "context",
        "2": "context",
        "3": "selected",
    }


def test_contests_stay_where_both_tweets_do():
    tweets = [tweet(each, clock=None) for each in ("x", "y", "z")]
    claims = (Claim("FP", ("x", "y", "z")), Claim("UPI", ("y", "x", "z")))

    (spat,) = reconstruct(heap(tweets, case("x y z", claims=claims)))

    assert select(spat, ["x", "y"]).order == spat.order
    assert spat.order.kind == "contested"
    assert select(spat, ["x", "z"]).order == ("partial", ())


@pytest.mark.parametrize(
    "word",
    [
        "697700000000000001",
        " 697700000000000001\n",
        "https://twitter.com/mod_russia/status/697700000000000001",
        "http://www.twitter.com/mod_russia/statuses/697700000000000001",
        "twitter.com/mod_russia/status/697700000000000001",
        "https://mobile.twitter.com/mod_russia/status/697700000000000001?s=20&t=x",
        "https://x.com/mod_russia/status/697700000000000001/photo/1",
        "https://x.com/@mod_russia/status/697700000000000001",
        "https://X.com/mod_russia/Status/697700000000000001/",
        "https://nitter.example/mod_russia/status/697700000000000001#m",
        "https://twitter.com/i/web/status/697700000000000001",
        "https://twitter.com/statuses/697700000000000001",
        "https://twitter.com/#!/mod_russia/status/697700000000000001",
        "https://mastodon.example/@mod@other.example/697700000000000001",
        "https://mastodon.example/users/mod/statuses/697700000000000001",
        "https://archive.example/web/2016/https://twitter.com/a/status/697700000000000001",
    ],
)
def test_a_status_url_of_any_host_names_its_status(word):
    assert named_by(word) == "697700000000000001"


@pytest.mark.parametrize(
    "word", ["M1", "at://did:plc:abc/app.bsky.feed.post/3k", "12a", "a status/12"]
)
def test_what_is_no_url_is_an_id_as_it_stands(word):
    assert named_by(word) == word


@pytest.mark.parametrize(
    "word",
    [
        "",
        "https://twitter.com/mod_russia",
        "https://twitter.com/a/status/12b",
        "https://example.org/?of=/a/status/12",
    ],
)
def test_a_url_of_something_else_is_refused(word):
    with pytest.raises(UsageError, match="neither a status id nor a status URL"):
        named_by(word)


def held(*tweets: Tweet, status: str, **more: object) -> tuple[str, str | None] | None:
    """Return the spat's id and the tweet that stand for a status."""
    told = heap(tweets)._replace(**more)
    found = Conversations(told, infer="off").holding(TweetId(status))
    return (found[0].id, found[1]) if found else None


def test_the_spat_of_a_status_is_found_and_of_none_other():
    tweets = tweet("1"), tweet("2", reply_to="1"), tweet("3", reply_to="4")

    assert held(*tweets, status="2") == ("1", "2")
    assert held(*tweets, status="4") == ("3", "4")
    assert held(*tweets, status="5") is None


def test_a_retweet_is_found_in_the_spat_of_its_original():
    tweets = tweet("1"), tweet("2", reply_to="1"), tweet("9", repeats="2")

    assert held(*tweets, status="9") == ("1", "2")


def test_an_earlier_version_is_found_where_the_last_stands():
    tweets = tweet("2"), tweet("3", reply_to="1")

    assert held(*tweets, status="1", versions={"1": "2"}) == ("2", "2")


def test_an_id_that_only_conversations_have_finds_theirs_and_no_tweet():
    tweets = tweet("2", conversation="1"), tweet("3", conversation="1")

    assert held(*tweets, status="1") == ("2", None)


def test_a_spat_that_is_found_is_the_one_that_is_listed():
    told = heap([tweet("1"), tweet("2", "b", reply_to="1"), tweet("3", reply_to="2")])
    found = Conversations(told)

    assert found.holding(TweetId("3")) == (next(found.spats()), "3")


LONG = 100_000


@pytest.mark.parametrize(
    "parent",
    [pytest.param(lambda n: n - 1, id="chain"), pytest.param(lambda _: 0, id="star")],
)
def test_a_hundred_thousand_answers_are_followed(parent):
    tweets = [
        tweet(str(n + LONG), **({"reply_to": str(parent(n) + LONG)} if n else {}))
        for n in range(LONG)
    ]
    spat, id_ = Conversations(heap(tweets), infer="off").holding(str(2 * LONG - 1))
    first = spat.turns[0].tweet.id

    assert len(branch(spat, id_, UP).turns) == (LONG if parent(2) == 1 else 2)
    assert len(branch(spat, first, DOWN).turns) == LONG


IDS = [str(n) for n in range(8)]


@st.composite
def trees(draw: st.DrawFn) -> Spat:
    """Draw a spat of tweets that may reply to and quote anything."""
    anything = st.sampled_from([None, *IDS])
    tweets = [tweet(i, reply_to=draw(anything), quotes=draw(anything)) for i in IDS]
    return max(reconstruct(heap(tweets)), key=lambda spat: len(spat.turns))


@given(trees(), st.sets(st.sampled_from(IDS)))
@settings(max_examples=100, deadline=None)
def test_every_link_leads_to_a_tweet_that_is_there_or_elsewhere(spat, ids):
    part = select(spat, ids)
    there = shown(part)

    assert {id_ for id_ in ids if id_ in shown(spat)} == set(chosen(part))
    for turn in part.turns:
        (whole,) = (each for each in spat.turns if each.tweet.id == turn.tweet.id)
        assert [link.to for link in turn.links] == [link.to for link in whole.links]
        assert all(link.elsewhere or link.to in there for link in turn.links)
        if not turn.context:
            assert turn == whole
