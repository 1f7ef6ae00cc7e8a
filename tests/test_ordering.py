"""Sending order where times are exact, bounded, claimed or contradicting."""

from datetime import UTC, datetime, timedelta
from itertools import combinations, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import at, by_id, case, claim, heap, tweet

from tweetspat.links import stated_links
from tweetspat.model import Bounds, Claim, Link, Spat, Tweet, TweetId
from tweetspat.ordering import Arranged, arrange, claims, known
from tweetspat.reconstruction import reconstruct


def ordered(*tweets: Tweet, told: tuple[tuple[str, str], ...] = ()) -> Arranged:
    """Arrange tweets as a case file lists them."""
    every = by_id(*tweets)
    links = stated_links(every, {})
    about = known(every, [claim(*each) for each in told], links)
    return arrange(every, links, about, list(every))


def printed(*tweets: Tweet) -> list[str]:
    """Return the ids of the one conversation in the order of its turns."""
    (spat,) = reconstruct(heap(tweets), infer="off")
    return ids(spat)


def ids(spat: Spat) -> list[str]:
    """Return the ids of a spat's turns."""
    return [turn.tweet.id for turn in spat.turns]


def untimed(id_: str, **more: object) -> Tweet:
    """Return a tweet of which no time is known."""
    return tweet(id_, clock=None, **more)


def between(id_: str, first: str | None, last: str | None, **more: object) -> Tweet:
    """Return a tweet whose time is only bounded."""
    bounds = Bounds(at(first) if first else None, at(last) if last else None)
    return tweet(id_, clock=None, bounds=bounds, **more)


def test_tweets_stand_in_sending_order():
    tweets = tweet("1", clock="12:10"), tweet("2", clock="12:05", quotes="1")

    assert printed(*tweets) == ["2", "1"]


def test_equal_stamps_are_ordered_by_id_as_numbers():
    tweets = (
        tweet("11", reply_to="9"),
        tweet("9"),
        tweet("10", reply_to="9"),
    )

    assert printed(*tweets) == ["9", "10", "11"]


def test_of_equal_stamps_an_answer_comes_after_what_it_answers():
    tweets = tweet("1", reply_to="2"), tweet("2", reply_to="3"), tweet("3")

    assert printed(*tweets) == ["3", "2", "1"]


def test_equal_stamps_turned_by_an_answer_leave_the_others_in_their_time():
    tweets = (
        tweet("1", clock="12:01", reply_to="2"),
        tweet("2", clock="12:01", reply_to="3"),
        tweet("3", clock="12:00"),
        tweet("4", clock="12:02", reply_to="1"),
    )

    assert printed(*tweets) == ["3", "2", "1", "4"]


def test_a_ghost_of_unknown_time_stands_right_before_its_first_child():
    tweets = (
        tweet("1", clock="12:00"),
        tweet("2", clock="12:10", reply_to="1", quotes="M0"),
        tweet("3", clock="12:20", reply_to="1", quotes="M0"),
    )

    assert printed(*tweets) == ["1", "M0", "2", "3"]


def test_what_must_be_over_by_an_instant_stands_before_what_begins_there():
    found = ordered(between("B", "12:00", None), between("A", "11:00", "12:00"))

    assert found.ids == ["A", "B"]
    assert found.order.kind == "total"


def test_bounds_that_overlap_leave_the_files_order_and_say_that_it_is_partial():
    found = ordered(between("B", "11:30", "12:30"), between("A", "11:00", "12:00"))

    assert found.ids == ["B", "A"]
    assert found.order.kind == "partial"


@pytest.mark.parametrize(
    ("bounded", "where"),
    [
        pytest.param(between("X", None, "12:00"), 0, id="over-by-the-first"),
        pytest.param(between("X", "12:00:01", "12:10"), 1, id="between-both"),
        pytest.param(between("X", "12:10:01", None), 2, id="after-the-last"),
    ],
)
def test_a_bounded_tweet_stands_between_exact_ones_where_it_must(bounded, where):
    exact = [tweet("1", clock="12:00"), tweet("2", clock="12:10")]

    found = ordered(bounded, *exact)

    assert found.ids.index("X") == where
    assert found.order.kind == "total"


def test_a_bound_is_half_open_so_its_own_instant_is_the_first_that_it_excludes():
    exact = tweet("1", clock="12:00")

    assert ordered(exact, between("X", None, "12:00")).ids == ["X", "1"]
    assert ordered(exact, between("X", None, "12:00:01")).order.kind == "partial"


def test_where_nothing_is_known_the_files_order_stands_and_is_partial():
    found = ordered(untimed("M2"), untimed("M1"))

    assert found.ids == ["M2", "M1"]
    assert found.order.kind == "partial"


def test_what_joins_a_case_file_stands_after_its_tweets_where_nothing_decides():
    tweets = [untimed("M2"), untimed("M1"), untimed("X", reply_to="M2")]

    (spat,) = reconstruct(heap(tweets, case("M2 M1")))

    assert ids(spat) == ["M2", "M1", "X"]


def test_a_source_orders_what_has_no_times():
    found = ordered(untimed("M2"), untimed("M1"), told=(("FP", "M1 M2"),))

    assert found.ids == ["M1", "M2"]
    assert found.order.kind == "total"


def test_an_answer_orders_what_has_no_times():
    found = ordered(untimed("W1", reply_to="M1"), untimed("M1"))

    assert found.ids == ["M1", "W1"]


def test_what_a_source_passes_over_may_stand_anywhere():
    told = (("FP", "M1 M3"),)

    found = ordered(untimed("M3"), untimed("M2"), untimed("M1"), told=told)

    assert found.ids.index("M1") < found.ids.index("M3")
    assert found.order.kind == "partial"


def test_sources_that_contradict_each_other_are_named_with_what_each_claims():
    told = ("FP", "M1 M2"), ("AA", "M1 M2"), ("UPI", "M2 M1")

    found = ordered(untimed("M1"), untimed("M2"), told=told)

    assert found.order.kind == "contested"
    (contest,) = found.order.contested
    assert contest.pair == ("M1", "M2")
    assert contest.claims == (
        claim("FP", "M1 M2"),
        claim("AA", "M1 M2"),
        claim("UPI", "M2 M1"),
    )


def test_a_contest_names_its_pair_in_the_printed_order():
    told = ("FP", "A B"), ("UPI", "B A")

    found = ordered(untimed("B"), untimed("A"), told=told)

    assert found.ids == ["B", "A"]
    assert found.order.contested[0].pair == ("B", "A")


def test_what_only_some_pairs_contest_leaves_the_rest_as_told():
    told = ("FP", "M1 M2 M3"), ("UPI", "M3 M2")

    found = ordered(untimed("M3"), untimed("M2"), untimed("M1"), told=told)

    assert found.ids[0] == "M1"
    assert [set(contest.pair) for contest in found.order.contested] == [{"M2", "M3"}]


def test_three_sources_that_go_round_in_a_ring_are_contested_in_every_pair():
    told = ("A", "M1 M2"), ("B", "M2 M3"), ("C", "M3 M1")

    found = ordered(untimed("M1"), untimed("M2"), untimed("M3"), told=told)

    assert {frozenset(contest.pair) for contest in found.order.contested} == {
        frozenset(pair) for pair in combinations(("M1", "M2", "M3"), 2)
    }
    assert {each.source for c in found.order.contested for each in c.claims} == set(
        "ABC"
    )


def test_a_source_that_contradicts_the_stamps_is_contested_and_the_stamps_count():
    exact = tweet("M1", clock="12:10"), tweet("M2", clock="12:00")

    found = ordered(*exact, told=(("FP", "M1 M2"),))

    assert found.ids == ["M2", "M1"]
    (contest,) = found.order.contested
    assert set(contest.claims) == {claim("FP", "M1 M2"), claim("the stamps", "M2 M1")}


def test_a_source_that_contradicts_bounds_is_contested_and_the_bounds_count():
    bounded = between("M1", "12:00", None), between("M2", None, "12:00")

    found = ordered(*bounded, told=(("FP", "M1 M2"),))

    assert found.ids == ["M2", "M1"]
    assert found.order.kind == "contested"


def test_a_source_that_contradicts_an_answer_is_contested_and_the_answer_counts():
    found = ordered(
        untimed("W1", reply_to="M1"), untimed("M1"), told=(("FP", "W1 M1"),)
    )

    assert found.ids == ["M1", "W1"]
    (contest,) = found.order.contested
    assert set(contest.claims) == {claim("FP", "W1 M1"), claim("the links", "M1 W1")}


def test_who_tells_a_pair_twice_is_named_once():
    told = ("FP", "M1 M2"), ("FP", "M1 M2"), ("UPI", "M2 M1")

    found = ordered(untimed("M1"), untimed("M2"), told=told)

    (contest,) = found.order.contested
    assert contest.claims == (claim("FP", "M1 M2"), claim("UPI", "M2 M1"))


def test_what_others_tell_together_contradicts_a_source():
    told = ("A", "M1 M2"), ("B", "M2 M1"), ("C", "M2 M3"), ("D", "M3 M1")

    found = ordered(untimed("M1"), untimed("M2"), untimed("M3"), told=told)

    assert {frozenset(contest.pair) for contest in found.order.contested} == {
        frozenset(pair) for pair in combinations(("M1", "M2", "M3"), 2)
    }


def test_what_nobody_else_contradicts_stands_though_its_source_is_contradicted():
    told = ("A", "M1 M2 M3 M4"), ("B", "M4 M1")

    found = ordered(*map(untimed, ("M4", "M3", "M2", "M1")), told=told)

    assert found.ids == ["M1", "M2", "M3", "M4"]
    assert [set(contest.pair) for contest in found.order.contested] == [{"M1", "M4"}]


def test_where_too_much_would_have_to_be_compared_all_on_a_ring_is_contested(
    monkeypatch,
):
    monkeypatch.setattr(claims, "_MOST_STEPS", 0)
    told = ("A", "M1 M2 M3"), ("B", "M3 M1"), ("C", "M3 M4")

    found = ordered(*map(untimed, ("M1", "M2", "M3", "M4")), told=told)

    assert {frozenset(contest.pair) for contest in found.order.contested} == {
        frozenset(pair) for pair in combinations(("M1", "M2", "M3"), 2)
    }


def inferred(child: str, parent: str) -> dict[TweetId, tuple[Link, ...]]:
    link = Link(parent, "answers", "mention", False, 0.95, 0.95, "opens with @m")
    return {child: (link,)}


def test_an_inferred_answer_orders_what_nothing_else_does_but_not_for_sure():
    tweets = by_id(untimed("W1"), untimed("M1"))

    found = arrange(tweets, inferred("W1", "M1"), None, ["W1", "M1"])

    assert found.ids == ["M1", "W1"]
    assert found.order.kind == "partial"


def test_an_inferred_answer_gives_way_to_a_source_and_does_not_contest_it():
    tweets, links = by_id(untimed("W1"), untimed("M1")), inferred("W1", "M1")
    about = known(tweets, [claim("FP", "W1 M1")], links)

    found = arrange(tweets, links, about, ["W1", "M1"])

    assert found.ids == ["W1", "M1"]
    assert found.order == ("total", ())
    assert found.broken == {("W1", "M1")}


def test_a_hub_with_many_answers_on_rings_is_cut_in_little_time():
    late = tweet("late", clock="12:00")
    hub = untimed("hub", reply_to="late")
    answers = [tweet(f"T{n}", clock="11:00", reply_to="hub") for n in range(20_000)]

    found = ordered(late, hub, *answers)

    assert len(found.broken) == len(answers)
    assert found.ids[-1] == "hub"


def test_of_equal_stamps_a_source_may_tell_the_order():
    exact = tweet("1", clock="12:00"), tweet("2", clock="12:00")

    found = ordered(*exact, told=(("FP", "2 1"),))

    assert found.ids == ["2", "1"]
    assert found.order == ("total", ())


def test_what_comes_later_is_known_in_steps():
    tweets = by_id(untimed("A"), untimed("B"), untimed("C"), untimed("D"))

    about = known(tweets, [claim("FP", "A B"), claim("UPI", "B C")], {})

    assert about.later(TweetId("A")) == {"B", "C"}
    assert about.later(TweetId("D")) == set()


def test_a_source_may_tell_of_tweets_that_are_not_there():
    found = ordered(untimed("B"), untimed("A"), told=(("FP", "A lost B"),))

    assert found.ids == ["A", "B"]


def test_an_order_that_an_earlier_output_printed_stays():
    before = ordered(untimed("M2"), untimed("M1")).order
    told = case("M2 M1", order=before)

    (spat,) = reconstruct(heap([tweet("M1", clock="12:00"), untimed("M2")], told))

    assert ids(spat) == ["M2", "M1"]
    assert spat.order == before


START = datetime(2016, 2, 11, tzinfo=UTC)
LETTERS = "ABCDEF"


@st.composite
def truths(draw: st.DrawFn) -> tuple[list[str], list[Tweet], tuple[Claim, ...]]:
    """Draw a true order, and tweets and claims that tell parts of it.

    Every tweet has its own minute; it is told exactly, within bounds, or not.
    """
    true = draw(st.permutations(LETTERS[: draw(st.integers(1, 6))]))
    clocks = draw(
        st.lists(
            st.integers(0, 30), min_size=len(true), max_size=len(true), unique=True
        ).map(sorted)
    )
    tweets = []
    for n, (id_, minute) in enumerate(zip(true, clocks, strict=True)):
        sent = START + timedelta(minutes=minute)
        parent = draw(st.sampled_from([None, *true[:n]]))
        made = tweet(id_, clock=None, answers=parent)
        kind = draw(st.sampled_from(["exact", "bounded", "unknown"]))
        if kind == "exact":
            made = made._replace(sent=sent, sent_basis="case")
        elif kind == "bounded":
            first = draw(st.none() | st.integers(0, minute))
            last = draw(st.none() | st.integers(minute + 1, 31))
            made = made._replace(
                bounds=Bounds(
                    None if first is None else START + timedelta(minutes=first),
                    None if last is None else START + timedelta(minutes=last),
                )
            )
        tweets.append(made)
    claims = draw(st.lists(st.sets(st.sampled_from(true), min_size=1), max_size=3))
    told = tuple(
        Claim(f"S{n}", tuple(TweetId(id_) for id_ in true if id_ in these))
        for n, these in enumerate(claims)
    )
    return true, draw(st.permutations(tweets)), told


@given(truths())
@settings(max_examples=200, deadline=None)
def test_times_bounds_answers_and_claims_that_agree_are_all_respected(drawn):
    true, tweets, claims = drawn
    told = case(" ".join(each.id for each in tweets))._replace(claims=claims)

    (spat,) = reconstruct(heap(tweets, told), infer="off")
    order = ids(spat)
    place = {id_: n for n, id_ in enumerate(order)}

    assert sorted(order) == sorted(true)
    assert spat.order.contested == ()
    for each in claims:
        assert sorted(each.order, key=place.__getitem__) == list(each.order)
    for tweet_ in tweets:
        assert tweet_.answers is None or place[tweet_.answers] < place[tweet_.id]
    for first, then in combinations([turn.tweet for turn in spat.turns], 2):
        assert not surely_before(then, first)
    if spat.order.kind == "total":
        assert order == true


def surely_before(one: Tweet, other: Tweet) -> bool:
    """Tell whether times and bounds allow only this order."""
    last = one.sent or (one.bounds and one.bounds.not_after)
    first = other.sent or (other.bounds and other.bounds.not_before)
    if not last or not first:
        return False
    return last < first if one.sent else last <= first


@st.composite
def claims_of_any_kind(draw: st.DrawFn) -> list[Claim]:
    """Draw sources that may contradict each other, in pairs and in rings."""
    told = st.lists(st.sampled_from(LETTERS), unique=True, max_size=4)
    return [
        Claim(f"S{n}", tuple(map(TweetId, order)))
        for n, order in enumerate(draw(st.lists(told, max_size=5)))
    ]


@given(claims_of_any_kind(), st.permutations(LETTERS))
@settings(max_examples=200, deadline=None)
def test_a_claim_is_respected_or_contested_never_silently_broken(claims, given_):
    told = case(" ".join(given_))._replace(claims=tuple(claims))

    (spat,) = reconstruct(heap(map(untimed, given_), told))
    order = ids(spat)

    assert sorted(order) == sorted(given_)
    assert_respected_or_contested(claims, spat)


@given(
    claims_of_any_kind(),
    st.lists(st.integers(0, 3), min_size=len(LETTERS), max_size=len(LETTERS)),
)
@settings(max_examples=200, deadline=None)
def test_exact_times_outweigh_claims_which_are_then_contested(claims, minutes):
    tweets = [
        tweet(id_, clock=f"12:0{minute}")
        for id_, minute in zip(LETTERS, minutes, strict=True)
    ]
    told = case(" ".join(LETTERS))._replace(claims=tuple(claims))

    (spat,) = reconstruct(heap(tweets, told))

    assert all(one.tweet.sent <= then.tweet.sent for one, then in pairwise(spat.turns))
    assert_respected_or_contested(claims, spat)


def assert_respected_or_contested(claims: list[Claim], spat: Spat) -> None:
    """Check each pair of each claim; a contest names all who claim it."""
    place = {turn.tweet.id: turn.n for turn in spat.turns}
    contests = {frozenset(each.pair): each for each in spat.order.contested}
    for each in claims:
        for first, then in combinations(each.order, 2):
            contest = contests.get(frozenset((first, then)))
            assert contest or place[first] < place[then]
            assert not contest or Claim(each.source, (first, then)) in contest.claims
    assert (spat.order.kind == "contested") == bool(contests)
