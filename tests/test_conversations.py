"""Where one conversation ends and the next begins."""

from cutting import cut
from hypothesis import given, settings
from hypothesis import strategies as st
from make import at, by_id, case, heap, snowflake, turns, tweet

from tweetspat.conversations import conversations
from tweetspat.links import ghosts, stated_links
from tweetspat.model import Kept, Link, Tweet, TweetId
from tweetspat.reconstruction import reconstruct


def test_replies_and_quotes_of_any_depth_are_one_conversation():
    tweets = (
        tweet("1"),
        tweet("2", reply_to="1"),
        tweet("3", quotes="2"),
        tweet("4", reply_to="3"),
        tweet("5"),
    )

    assert cut(*tweets) == {frozenset("1234"), frozenset("5")}


def test_a_ghost_keeps_its_children_together():
    tweets = tweet("2", reply_to="1"), tweet("3", reply_to="1"), tweet("4")

    assert cut(*tweets) == {frozenset("123"), frozenset("4")}


def test_a_lost_parent_does_not_hang_its_child_on_somebody_else():
    tweets = tweet("1"), tweet("2", reply_to="1"), tweet("4", reply_to="3")

    assert cut(*tweets) == {frozenset("12"), frozenset("34")}


def test_a_quote_beside_a_reply_does_not_join_two_conversations():
    tweets = tweet("1"), tweet("2"), tweet("3", reply_to="1", quotes="2")

    spats = list(reconstruct(heap(tweets)))
    reply, quote = turns(spats)["3"].links

    assert cut(*tweets) == {frozenset("13"), frozenset("2")}
    assert (reply.to, reply.elsewhere) == ("1", False)
    assert (quote.to, quote.elsewhere) == ("2", True)
    assert "another conversation" in quote.evidence


def test_a_quote_beside_a_reply_into_the_same_conversation_is_not_elsewhere():
    tweets = tweet("1"), tweet("2", reply_to="1"), tweet("3", reply_to="2", quotes="1")

    links = turns(reconstruct(heap(tweets)))["3"].links

    assert [link.elsewhere for link in links] == [False, False]


def test_a_ghost_that_only_cross_links_name_stands_with_the_first_naming_it():
    tweets = (
        tweet("1"),
        tweet("2"),
        tweet("9", reply_to="1", quotes="0"),
        tweet("10", reply_to="2", quotes="0"),
    )

    quotes = {
        child: turn.links[1].elsewhere
        for child, turn in turns(reconstruct(heap(tweets))).items()
        if len(turn.links) > 1
    }

    assert cut(*tweets) == {frozenset({"0", "1", "9"}), frozenset({"2", "10"})}
    assert quotes == {"9": False, "10": True}


def test_a_ghost_that_a_reply_names_stands_with_that_reply():
    tweets = tweet("1"), tweet("2", reply_to="1", quotes="0"), tweet("3", reply_to="0")

    assert cut(*tweets) == {frozenset("12"), frozenset("03")}


def test_a_case_file_is_one_conversation_whatever_its_links():
    tweets = [tweet("M1"), tweet("M2"), tweet("W1", reply_to="M1")]

    (spat,) = reconstruct(heap(tweets, case("M1 M2 W1", title="Aleppo")))

    assert {turn.tweet.id for turn in spat.turns} == {"M1", "M2", "W1"}
    assert spat.title == "Aleppo"


def test_tweets_beside_a_case_file_join_it_only_by_their_links():
    tweets = [tweet("M1"), tweet("M2"), tweet("3", reply_to="M2"), tweet("4")]

    case_spat, other = reconstruct(heap(tweets, case("M1 M2")))

    assert {turn.tweet.id for turn in case_spat.turns} == {"M1", "M2", "3"}
    assert [turn.tweet.id for turn in other.turns] == ["4"]


def test_a_conversations_id_is_that_of_its_earliest_present_tweet():
    lost = snowflake(at("11:00"))
    tweets = [tweet("2", reply_to=lost, clock="12:00"), tweet("3", reply_to=lost)]

    (spat,) = reconstruct(heap(tweets))

    assert spat.turns[0].tweet.id == lost
    assert spat.id == "2"


def test_what_an_earlier_output_says_to_stand_elsewhere_joins_nothing():
    away = Link("1", "quoted", "metadata", True, 1.0, 1.0, "said", elsewhere=True)
    again = tweet("2", kept=Kept((away,), (), ()))

    alone = turns(reconstruct(heap([again])))
    both = turns(reconstruct(heap([tweet("1"), again])))

    assert alone.keys() == {"2"}
    assert cut(tweet("1"), again) == {frozenset("1"), frozenset("2")}
    assert both["2"].links == (away,)
    assert [by.id for by in both["1"].quoted_by] == ["2"]


IDS = [str(n) for n in range(8)]


@st.composite
def heaps(draw: st.DrawFn) -> list[Tweet]:
    """Draw tweets that may reply to and quote anything, lost tweets too."""
    ids = draw(st.lists(st.sampled_from(IDS), unique=True, min_size=1))
    anything = st.sampled_from([None, *IDS])
    return [tweet(i, reply_to=draw(anything), quotes=draw(anything)) for i in ids]


@given(heaps())
@settings(max_examples=100, deadline=None)
def test_conversations_are_what_primary_links_join_and_nothing_else_does(drawn):
    tweets = by_id(*drawn)
    links = stated_links(tweets, {})
    lost = ghosts(tweets, links, {})
    edges = [(child, those[0].to) for child, those in links.items()]
    quoted_beside = {
        ghost: min(c for c, those in links.items() if ghost in {x.to for x in those})
        for ghost in lost.keys() - {to for _, to in edges}
    }

    groups = conversations({**tweets, **lost}, links).groups

    assert sorted(map(sorted, groups)) == sorted(
        joined([*tweets, *lost], [*edges, *quoted_beside.items()])
    )


def joined(ids: list[TweetId], edges: list[tuple[TweetId, TweetId]]) -> list[list[str]]:
    """Return connected components, found by repainting until nothing changes."""
    colour = {id_: id_ for id_ in ids}
    for _ in ids:
        for one, other in edges:
            colour[one] = colour[other] = min(colour[one], colour[other])
    return [
        sorted(id_ for id_ in ids if colour[id_] == each)
        for each in set(colour.values())
    ]
