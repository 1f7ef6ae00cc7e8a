"""The whole line from a heap to its spats: nothing is lost, nothing made up."""

import json
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import at, case, heap, snowflake, status, turns, tweet, written

from tweetspat.model import Kept, Tweet
from tweetspat.problems import Place, Problem
from tweetspat.readers import load
from tweetspat.reconstruction import reconstruct


def codes(*tweets: Tweet) -> dict[str, list[str]]:
    """Return the codes of each turn's problems, without turns that have none."""
    found = turns(reconstruct(heap(tweets), infer="off"))
    return {
        id_: [problem.code for problem in turn.problems]
        for id_, turn in found.items()
        if turn.problems
    }


def read(folder: Path, *statuses: dict[str, object]) -> dict[str, object]:
    """Write v1.1 statuses, load them and return the turns by id."""
    lines = "\n".join(map(json.dumps, statuses))
    return dict(turns(reconstruct(load([written(folder, "x.jsonl", lines)]))))


def test_a_conversation_is_numbered_from_one_in_sending_order():
    tweets = (
        tweet("3", "a", "12:20", reply_to="2"),
        tweet("1", "a", "12:00"),
        tweet("2", "b", "12:10", reply_to="1"),
    )

    (spat,) = reconstruct(heap(tweets))

    assert [(turn.n, turn.tweet.id) for turn in spat.turns] == [
        (1, "1"),
        (2, "2"),
        (3, "3"),
    ]
    assert spat.id == "1"
    assert spat.order.kind == "total"


def test_an_empty_heap_has_no_spats():
    assert list(reconstruct(heap([]))) == []


def test_what_a_case_file_says_of_itself_is_said_of_its_spat():
    told = case(
        "M1 M2", title="Aleppo", reconstructed=True, synthetic=True, sources=("FP",)
    )

    case_spat, other = reconstruct(heap([tweet("M1"), tweet("M2"), tweet("3")], told))

    assert (case_spat.title, case_spat.sources) == ("Aleppo", ("FP",))
    assert case_spat.reconstructed
    assert case_spat.synthetic
    assert (other.title, other.reconstructed, other.synthetic) == (None, False, False)


def test_one_made_up_tweet_makes_its_spat_synthetic():
    tweets = tweet("1"), tweet("2", reply_to="1", synthetic=True), tweet("3")

    first, second = reconstruct(heap(tweets))

    assert (first.synthetic, second.synthetic) == (True, False)


def test_retweets_are_told_under_the_tweet_that_they_repeat_in_sending_order():
    tweets = (
        tweet("1", "a", "12:00"),
        tweet("9", "late", "12:20", repeats="1"),
        tweet("8", None, "12:10", repeats="1"),
    )

    (spat,) = reconstruct(heap(tweets))
    (turn,) = spat.turns

    assert turn.retweets == ((None, at("12:10")), ("late", at("12:20")))


def test_retweets_are_added_to_those_that_an_earlier_output_told():
    again = tweet("1", kept=Kept((), (), (("before", None),)))

    (spat,) = reconstruct(heap([again, tweet("2", "new", "12:10", repeats="1")]))

    assert [by for by, _ in spat.turns[0].retweets] == ["before", "new"]


def test_a_reply_to_a_retweets_id_stands_under_the_original():
    tweets = (
        tweet("1", "a", "12:00"),
        tweet("2", "fan", "12:10", repeats="1"),
        tweet("3", "b", "12:20", reply_to="2"),
    )

    (spat,) = reconstruct(heap(tweets))

    assert [turn.tweet.id for turn in spat.turns] == ["1", "3"]
    (link,) = spat.turns[1].links
    assert link.to == "1"
    assert "names 2, a retweet of 1" in link.evidence


def test_an_original_that_only_its_retweet_carries_is_recovered_whole(tmp_path):
    original = status("12:00", "mod_russia", "the whole text")
    retweet = status("12:10", "fan", "RT @mod_russia: the…", retweeted_status=original)

    found = read(tmp_path, retweet)
    turn = found[original["id_str"]]

    assert found.keys() == {original["id_str"]}
    assert (turn.tweet.state, turn.tweet.text) == ("recovered", "the whole text")
    assert any(retweet["id_str"] in source for source in turn.tweet.sources)
    assert [each.by for each in turn.retweets] == ["fan"]


def test_a_lost_parent_that_a_quote_carries_is_recovered_for_its_replies(tmp_path):
    lost = status("12:00", "mod_russia", "deleted since")
    reply = status("12:10", "a", "no", answers=lost)
    quote = status(
        "12:20",
        "b",
        "see",
        is_quote_status=True,
        quoted_status_id_str=lost["id_str"],
        quoted_status=lost,
    )

    found = read(tmp_path, reply, quote)

    assert found[lost["id_str"]].tweet.state == "recovered"
    assert found[lost["id_str"]].tweet.text == "deleted since"
    assert found[reply["id_str"]].links[0].to == lost["id_str"]


def test_a_record_of_its_own_is_present_whatever_carries_it_too(tmp_path):
    original = status("12:00", "mod_russia", "the whole text")
    retweet = status("12:10", "fan", "RT", retweeted_status=original)

    found = read(tmp_path, retweet, original)

    assert found[original["id_str"]].tweet.state == "present"


def test_a_ghost_has_a_turn_of_its_own_with_what_is_known():
    lost = snowflake(at("11:59:30"))
    child = tweet("2", "w", "12:00", reply_to=lost, reply_handle="m")

    ghost, answer = next(reconstruct(heap([child]))).turns

    assert (ghost.tweet.id, ghost.tweet.state, ghost.tweet.text) == (
        lost,
        "missing",
        None,
    )
    assert ghost.tweet.sent == at("11:59:30")
    assert answer.links[0].to == lost


@pytest.mark.parametrize(
    "tweets",
    [
        pytest.param([tweet("1", reply_to="1")], id="itself"),
        pytest.param(
            [tweet("1", reply_to="2"), tweet("2", reply_to="1")], id="each-other"
        ),
        pytest.param(
            [tweet(i, reply_to=to) for i, to in ("12", "23", "34", "41")], id="four"
        ),
    ],
)
def test_replies_that_go_in_a_ring_are_told_of_and_kept(tweets):
    (spat,) = reconstruct(heap(tweets))

    assert len(spat.turns) == len(tweets)
    for turn in spat.turns:
        assert [problem.code for problem in turn.problems] == ["loop"]
        assert turn.links[0].to == turn.tweet.reply_to


def test_what_hangs_under_a_ring_is_kept_and_has_no_problem_of_its_own():
    tweets = (
        tweet("1", reply_to="2"),
        tweet("2", reply_to="1"),
        tweet("3", reply_to="2"),
    )

    assert codes(*tweets).keys() == {"1", "2"}


def test_an_answer_stamped_earlier_than_its_parent_is_told_of_and_the_link_stays():
    tweets = tweet("1", clock="12:10"), tweet("2", clock="12:00", reply_to="1")

    (spat,) = reconstruct(heap(tweets))
    child, parent = spat.turns

    assert (child.tweet.id, parent.tweet.id) == ("2", "1")
    assert child.links[0].to == "1"
    assert [problem.code for problem in child.problems] == ["older-than-parent"]
    assert parent.problems == ()


def test_a_stamp_that_contradicts_its_id_is_told_of():
    forged = tweet(snowflake(at("12:00")), clock="13:00")

    assert codes(forged) == {forged.id: ["forged-stamp"]}


@pytest.mark.parametrize(
    "made",
    [
        pytest.param(tweet(snowflake(at("12:00"))), id="agree"),
        pytest.param(tweet(snowflake(at("12:00:01"))), id="a-second-is-rounding"),
        pytest.param(tweet("M1"), id="no-instant-in-the-id"),
    ],
)
def test_a_stamp_that_its_id_does_not_contradict_is_no_problem(made):
    assert codes(made) == {}


def test_what_was_odd_about_a_record_comes_first_and_has_its_place():
    odd = Problem("odd", "odd", Place("x", 1))

    (spat,) = reconstruct(heap([tweet("1", reply_to="1", problems=(odd,))]))

    assert spat.turns[0].problems[0] == odd
    assert spat.turns[0].problems[1].place == spat.turns[0].tweet.place


LONG = 50_000


@pytest.mark.parametrize("step", [1, -1], ids=["ids-growing", "ids-falling"])
@pytest.mark.parametrize("ring", [False, True], ids=["chain", "ring"])
def test_a_chain_of_fifty_thousand_replies_is_one_spat_in_its_order(step, ring):
    chain = [str(LONG + n)[-6:] for n in range(LONG, 2 * LONG)][::step]
    parents = [chain[-1] if ring else None, *chain]
    tweets = [
        tweet(id_, "ab"[n % 2], reply_to=parent)
        for n, (id_, parent) in enumerate(zip(chain, parents, strict=False))
    ]

    (spat,) = reconstruct(heap(tweets))

    found = [turn.tweet.id for turn in spat.turns]
    assert sorted(found) == sorted(chain)
    if not ring:
        assert found == chain


def test_a_star_of_fifty_thousand_replies_to_a_lost_tweet_is_one_spat():
    tweets = [tweet(str(n), reply_to="M0") for n in range(LONG)]

    (spat,) = reconstruct(heap(tweets))

    assert len(spat.turns) == LONG + 1
    assert spat.turns[0].tweet.id == "M0"


IDS = ["1", "2", "3", "10", "M4", "M5", snowflake(at("12:02")), snowflake(at("12:03"))]
TEXTS = ["words", "@a no", ".@b's claims are wrong", "yesterday at 13:55 (MSK)", None]


@st.composite
def heaps(draw: st.DrawFn, *, more: tuple[str, ...] = ()) -> list[Tweet]:
    """Draw tweets that may reply to anything: themselves, later ones, lost ones.

    Args:
        draw: given by hypothesis.
        more: the other fields that may name anything.
    """
    anything = st.sampled_from([None, None, *IDS, "99"])
    return [
        tweet(
            id_,
            draw(st.sampled_from(["a", "B", "c", None])),
            draw(st.sampled_from(["12:00", "12:01", "12:02", "12:03", None])),
            draw(st.sampled_from(TEXTS)),
            place=Place("made.json", draw(st.integers(1, 9))),
            **{field: draw(anything) for field in ("reply_to", *more)},
        )
        for id_ in draw(st.lists(st.sampled_from(IDS), unique=True, min_size=1))
    ]


ANYTHING = heaps(more=("quotes", "repeats", "answers"))


@given(ANYTHING, st.randoms(use_true_random=False))
@settings(max_examples=150, deadline=None)
def test_input_order_does_not_matter(tweets, random):
    shuffled = tweets.copy()
    random.shuffle(shuffled)

    assert list(reconstruct(heap(shuffled))) == list(reconstruct(heap(tweets)))


@given(ANYTHING)
@settings(max_examples=150, deadline=None)
def test_every_tweet_is_told_once_as_a_turn_or_as_a_retweet(tweets):
    spats = list(reconstruct(heap(tweets)))
    told = Counter(turn.tweet.id for spat in spats for turn in spat.turns)
    present = [
        id_ for id_, turn in turns(spats).items() if turn.tweet.state == "present"
    ]
    retweets = sum(len(turn.retweets) for spat in spats for turn in spat.turns)

    assert set(told.values()) == {1}
    assert set(present) <= {each.id for each in tweets}
    assert len(present) + retweets == len(tweets)
    for each in tweets:
        assert each.repeats or each.id in told


@given(ANYTHING)
@settings(max_examples=150, deadline=None)
def test_every_stated_link_stays_and_leads_to_a_turn(tweets):
    spats = list(reconstruct(heap(tweets)))
    found = turns(spats)
    spat_of = {turn.tweet.id: spat.id for spat in spats for turn in spat.turns}

    for id_, turn in found.items():
        stated = [link for link in turn.links if link.stated]
        named = [turn.tweet.reply_to, turn.tweet.quotes, turn.tweet.answers]
        assert len(stated) == sum(to is not None for to in named)
        for link in turn.links:
            assert link.elsewhere == (spat_of[link.to] != spat_of[id_])
        if turn.links:
            assert not turn.links[0].elsewhere


@given(heaps())
@settings(max_examples=150, deadline=None)
def test_a_reply_is_told_to_be_older_than_its_parent_where_stamps_say_so(tweets):
    found = turns(reconstruct(heap(tweets), infer="off"))

    for turn in found.values():
        child = turn.tweet.sent
        parents = [found[link.to].tweet.sent for link in turn.links]
        older = any(child and parent and child < parent for parent in parents)
        codes_ = [problem.code for problem in turn.problems]
        assert codes_.count("older-than-parent") == older


@given(heaps())
@settings(max_examples=150, deadline=None)
def test_outside_rings_a_reply_comes_after_its_parent_unless_stamps_contradict(tweets):
    stamped = [each for each in tweets if each.sent]  # the others become ghosts

    for spat in reconstruct(heap(stamped), infer="off"):
        told = {problem.code for turn in spat.turns for problem in turn.problems}
        place = {turn.tweet.id: turn.n for turn in spat.turns}
        if "loop" in told:
            continue
        for turn in spat.turns:
            contradicts = any(p.code == "older-than-parent" for p in turn.problems)
            for link in turn.links:
                assert contradicts or place[link.to] < turn.n


@given(heaps())
@settings(max_examples=150, deadline=None)
def test_a_loop_is_told_of_exactly_where_replies_lead_back(tweets):
    parents = {each.id: each.reply_to for each in tweets}

    for id_, turn in turns(reconstruct(heap(tweets), infer="off")).items():
        above, steps = parents.get(id_), 0
        while above is not None and above != id_ and steps < len(IDS):
            above, steps = parents.get(above), steps + 1
        codes_ = [problem.code for problem in turn.problems]
        assert codes_.count("loop") == (above == id_)
