"""Links that are stated, retweets that fold, ghosts, and replies that go in rings."""

import pytest
from make import at, by_id, heap, snowflake, turns, tweet

from tweetspat.links import fold_retweets, ghosts, loops, primary, stated_links
from tweetspat.model import Account, Kept, Link, TweetId
from tweetspat.problems import Place
from tweetspat.reconstruction import reconstruct


def link(to: str, **more: object) -> Link:
    """Return a stated reply to a tweet."""
    made = Link(TweetId(to), "replied_to", "metadata", True, 1.0, 1.0, "told")
    return made._replace(**more)


def answers(**parents: str) -> dict[TweetId, tuple[Link, ...]]:
    """Return links, each written child="parent"; the ids begin with "t"."""
    return {TweetId(child): (link(parent),) for child, parent in parents.items()}


def test_native_retweets_fold_under_their_original_in_sending_order():
    tweets = by_id(
        tweet("1"),
        tweet("3", "late", "12:20", repeats="1"),
        tweet("2", "early", "12:10", repeats="1"),
    )

    left, folded, originals = fold_retweets(tweets)

    assert list(left) == ["1"]
    assert [each.id for each in folded["1"]] == ["2", "3"]
    assert originals == {"2": "1", "3": "1"}


def test_a_retweet_of_a_retweet_folds_under_what_was_first_said():
    tweets = by_id(tweet("1"), tweet("2", repeats="1"), tweet("3", repeats="2"))

    left, folded, originals = fold_retweets(tweets)

    assert list(left) == ["1"]
    assert [each.id for each in folded["1"]] == ["2", "3"]
    assert originals["3"] == "1"


@pytest.mark.parametrize(
    "repeats",
    [
        pytest.param({"1": "1"}, id="itself"),
        pytest.param({"1": "2", "2": "1"}, id="each-other"),
        pytest.param({"1": "2", "2": "3", "3": "1"}, id="in-a-ring"),
        pytest.param({"0": "1", "1": "2", "2": "1"}, id="into-a-ring"),
    ],
)
def test_retweets_that_lead_to_no_original_stay_turns(repeats):
    tweets = by_id(*(tweet(id_, repeats=to) for id_, to in repeats.items()))

    left, folded, _ = fold_retweets(tweets)

    assert left.keys() == tweets.keys()
    assert all("cycle" in each.problems[-1].message for each in left.values())
    assert not folded


def test_a_reply_comes_before_a_quote():
    tweets = by_id(tweet("3", reply_to="1", quotes="2"))

    (reply, quote) = stated_links(tweets, {})["3"]

    assert (reply.to, reply.relation) == ("1", "replied_to")
    assert (quote.to, quote.relation) == ("2", "quoted")


def test_what_the_platform_states_is_certain_and_names_its_field():
    tweets = by_id(tweet("2", reply_to="1"))

    assert stated_links(tweets, {})["2"] == (
        Link(
            to=TweetId("1"),
            relation="replied_to",
            basis="metadata",
            stated=True,
            confidence=1.0,
            confidence_conversation=1.0,
            evidence="in_reply_to_status_id_str",
        ),
    )


def test_what_a_case_file_states_is_its_sources_word():
    typed = tweet("2", answers="1", place=Place("x", 1, "$", "case"), sources=("FP",))

    (stated,) = stated_links(by_id(typed), {})["2"]

    assert (stated.relation, stated.basis, stated.stated) == (
        "answers",
        "source_claim",
        True,
    )
    assert "FP" in stated.evidence


def test_links_are_stated_whatever_they_point_at():
    tweets = by_id(
        tweet("1", clock="12:00", reply_to="2"),
        tweet("2", clock="12:10", reply_to="2"),
        tweet("3", reply_to="404"),
    )

    stated = stated_links(tweets, {})

    assert {child: those[0].to for child, those in stated.items()} == {
        "1": "2",
        "2": "2",
        "3": "404",
    }


@pytest.mark.parametrize("field", ["reply_to", "quotes"])
def test_an_answer_to_a_retweets_id_links_to_the_original_and_says_so(field):
    tweets = by_id(tweet("3", **{field: "2"}))

    (stated,) = stated_links(tweets, {TweetId("2"): TweetId("1")})["3"]

    assert stated.to == "1"
    assert stated.evidence.endswith("names 2, a retweet of 1")


def test_links_of_an_earlier_output_are_kept_as_they_were():
    before = link("1", stated=False, confidence=0.93, basis="name", relation="answers")
    again = tweet("2", kept=Kept((before,), (), ()))

    assert stated_links(by_id(again), {})["2"] == (before,)


def test_an_earlier_output_that_knew_no_link_still_knows_none():
    again = tweet("2", kept=Kept((), (), ()))

    assert stated_links(by_id(again), {}) == {}


@pytest.mark.parametrize(
    ("field", "relation"), [("reply_to", "replied_to"), ("quotes", "quoted")]
)
def test_what_another_copy_states_is_added_to_what_an_earlier_output_knew(
    field, relation
):
    again = tweet("2", kept=Kept((), (), ()), **{field: "9"})

    (stated,) = stated_links(by_id(again), {})["2"]

    assert (stated.to, stated.relation, stated.stated) == ("9", relation, True)


def test_what_is_stated_takes_the_place_of_what_was_inferred():
    guess = link("1", stated=False, confidence=0.93, basis="name", relation="answers")
    quote = link(
        "3", stated=False, confidence=0.99, basis="status_url", relation="quoted"
    )
    again = tweet("2", reply_to="9", kept=Kept((guess, quote), (), ()))

    those = stated_links(by_id(again), {})["2"]

    assert [(each.to, each.relation) for each in those] == [
        ("9", "replied_to"),
        ("3", "quoted"),
    ]


def test_a_reply_comes_before_the_quote_that_an_earlier_output_states():
    quote = link("1", relation="quoted", evidence="quoted_status_id_str")
    again = tweet("2", reply_to="9", quotes="1", kept=Kept((quote,), (), ()))

    reply, kept = stated_links(by_id(again), {})["2"]

    assert (reply.to, kept) == ("9", quote)


def test_a_kept_link_to_a_retweet_leads_to_its_original():
    before = link("3", relation="replied_to")
    again = tweet("2", reply_to="3", kept=Kept((before,), (), ()))

    (found,) = stated_links(by_id(again), {TweetId("3"): TweetId("1")})["2"]

    assert found == before._replace(to="1")


def test_a_lost_parent_is_a_ghost_with_the_time_of_its_id_and_the_author_told():
    lost = snowflake(at("11:59:30"), 5)
    child = tweet("2", reply_to=lost, reply_handle="MOD_Russia")

    ghost = ghosts(by_id(child), stated_links(by_id(child), {}), {})[TweetId(lost)]

    assert ghost.state == "missing"
    assert ghost.text is None
    assert (ghost.sent, ghost.sent_basis) == (at("11:59:30"), "id")
    assert ghost.author == Account("MOD_Russia")


def test_a_ghost_whose_id_holds_no_instant_has_no_time():
    tweets = by_id(tweet("M2", reply_to="M1"))

    ghost = ghosts(tweets, stated_links(tweets, {}), {})[TweetId("M1")]

    assert (ghost.sent, ghost.sent_basis, ghost.author) == (None, None, None)


def test_a_quote_does_not_tell_the_author_of_a_ghost():
    quoter = tweet("3", quotes="1", reply_to="2", reply_handle="of_the_reply")
    tweets = by_id(quoter, tweet("2"))

    assert ghosts(tweets, stated_links(tweets, {}), {})[TweetId("1")].author is None


@pytest.mark.parametrize("first_named", [0, 1])
def test_a_ghost_stands_where_it_is_first_named_whatever_was_read_first(first_named):
    naming = [
        tweet("2", reply_to="1", place=Place("a.json", 9)),
        tweet("3", reply_to="1", place=Place("a.json", 10)),
    ]
    tweets = by_id(naming[first_named], naming[1 - first_named])

    ghost = ghosts(tweets, stated_links(tweets, {}), {})[TweetId("1")]

    assert ghost.place == Place("a.json", 9)


def test_an_original_known_only_from_its_retweets_is_a_ghost_that_was_repeated():
    spats = reconstruct(heap([tweet("2", "fan", "12:10", repeats="1")]))

    turn = turns(spats)["1"]

    assert turn.tweet.state == "missing"
    assert [(each.by, each.sent) for each in turn.retweets] == [("fan", at("12:10"))]


def test_what_is_in_the_data_is_no_ghost():
    tweets = by_id(tweet("1"), tweet("2", reply_to="1"))

    assert ghosts(tweets, stated_links(tweets, {}), {}) == {}


def test_the_first_link_that_stays_here_places_a_tweet():
    away, here = link("1", elsewhere=True), link("2")

    assert primary((away, here)) == here
    assert primary((away,)) is None
    assert primary(()) is None


@pytest.mark.parametrize(
    ("parents", "ring"),
    [
        pytest.param({"t1": "t1"}, {"t1"}, id="itself"),
        pytest.param({"t1": "t2", "t2": "t1"}, {"t1", "t2"}, id="each-other"),
        pytest.param(
            {"t1": "t2", "t2": "t3", "t3": "t1"}, {"t1", "t2", "t3"}, id="three"
        ),
        pytest.param(
            {"t4": "t1", "t5": "t4", "t1": "t2", "t2": "t1"},
            {"t1", "t2"},
            id="what-hangs-under-a-ring-is-not-in-it",
        ),
        pytest.param({"t2": "t1", "t3": "t2"}, set(), id="straight"),
        pytest.param({"t1": "t2", "t2": "t3"}, set(), id="straight-ids-falling"),
    ],
)
def test_replies_that_lead_back_to_themselves_are_told_of(parents, ring):
    found = loops(answers(**parents))

    assert found.keys() == ring
    assert {problem.code for problem in found.values()} <= {"loop"}


def test_the_words_of_a_loop_tell_how_long_it_is_and_name_its_first_tweet():
    found = loops(answers(t3="t10", t10="t3"))

    assert "cycle of 2 with t3" in found[TweetId("t10")].message


def test_two_rings_are_told_of_apart():
    found = loops(answers(t1="t2", t2="t1", t3="t4", t4="t3"))

    assert "with t1" in found[TweetId("t2")].message
    assert "with t3" in found[TweetId("t4")].message
