"""Any order that is printed agrees with what is known, and says what it is not."""

from collections.abc import Iterable, Iterator
from datetime import timedelta
from itertools import combinations, pairwise, permutations

from hypothesis import given, settings
from hypothesis import strategies as st
from make import DAY, by_id, case, heap, tweet

from tweetspat.links import stated_links
from tweetspat.model import Bounds, Claim, Tweet, TweetId
from tweetspat.ordering import Arranged, arrange, known, surely_earlier
from tweetspat.reconstruction import reconstruct

LETTERS = "ABCDE"
SOURCES = ("Foreign Policy", "UPI", "CNN", "Anadolu")


@st.composite
def heaps(draw: st.DrawFn) -> tuple[list[Tweet], list[Claim]]:
    """Draw tweets with times, bounds or neither, which answer any other, and claims."""
    ids = LETTERS[: draw(st.integers(1, len(LETTERS)))]
    minutes = st.integers(0, 3)
    tweets = []
    for id_ in ids:
        made = tweet(
            id_,
            clock=None,
            reply_to=draw(st.none() | st.sampled_from(ids)),
            quotes=draw(st.none() | st.none() | st.sampled_from(ids)),
        )
        kind = draw(st.sampled_from(["exact", "bounded", "unknown", "unknown"]))
        if kind == "exact":
            sent = DAY + timedelta(minutes=draw(minutes))
            made = made._replace(sent=sent, sent_basis="case")
        elif kind == "bounded":
            edges = st.none() | minutes.map(lambda n: DAY + timedelta(minutes=n))
            made = made._replace(bounds=Bounds(draw(edges), draw(edges)))
        tweets.append(made)
    orders = st.lists(st.sampled_from(ids), unique=True, max_size=4)
    claims = [
        Claim(source, tuple(map(TweetId, draw(orders))))
        for source in draw(st.lists(st.sampled_from(SOURCES), max_size=5))
    ]
    return tweets, claims


def put_in_order(tweets: Iterable[Tweet], claims: list[Claim]) -> Arranged:
    every = by_id(*tweets)
    links = stated_links(every, {})
    told = known(every, claims, links)
    return arrange(every, links, told, sorted(every))


def told_pairs(claims: list[Claim]) -> dict[tuple[str, str], set[str]]:
    """Return who tells each pair."""
    found: dict[tuple[str, str], set[str]] = {}
    for each in claims:
        for pair in combinations(each.order, 2):
            found.setdefault(pair, set()).add(each.source)
    return found


def contested(found: Arranged) -> set[frozenset[str]]:
    return {frozenset(each.pair) for each in found.order.contested}


def of_times(tweets: Iterable[Tweet]) -> set[tuple[str, str]]:
    return {(a.id, b.id) for a, b in permutations(tweets, 2) if surely_earlier(a, b)}


def of_answers(tweets: Iterable[Tweet]) -> set[tuple[str, str]]:
    """Return (parent, child) where the times of the two allow it."""
    every = by_id(*tweets)
    pairs = {
        (to, each.id)
        for each in every.values()
        for to in (each.reply_to, each.quotes)
        if to and to != each.id
    }
    return {(a, b) for a, b in pairs if not surely_earlier(every[b], every[a])}


def leads(edges: set[tuple[str, str]], start: str, goal: str) -> bool:
    """Tell whether following edges leads from one to the other."""
    seen, stack = {start}, [start]
    while stack:
        at = stack.pop()
        ahead = {then for first, then in edges if first == at} - seen
        seen |= ahead
        stack += ahead
    return goal in seen


@given(heaps())
@settings(max_examples=100, deadline=None)
def test_every_exact_time_and_every_bound_is_respected(drawn):
    tweets, claims = drawn

    found = put_in_order(tweets, claims)

    place = {id_: n for n, id_ in enumerate(found.ids)}
    assert sorted(found.ids) == sorted(each.id for each in tweets)
    assert all(place[a] < place[b] for a, b in of_times(tweets))


@given(heaps())
@settings(max_examples=100, deadline=None)
def test_every_uncontested_claim_is_respected(drawn):
    tweets, claims = drawn

    found = put_in_order(tweets, claims)

    place = {id_: n for n, id_ in enumerate(found.ids)}
    doubted = contested(found)
    for a, b in told_pairs(claims):
        assert place[a] < place[b] or frozenset((a, b)) in doubted


@given(heaps())
@settings(max_examples=100, deadline=None)
def test_a_contest_names_everybody_who_tells_the_pair_and_how(drawn):
    tweets, claims = drawn
    pairs = told_pairs(claims)

    found = put_in_order(tweets, claims)

    for contest in found.order.contested:
        for pair in (contest.pair, contest.pair[::-1]):
            named = [each.source for each in contest.claims if each.order == pair]
            assert len(named) == len(set(named))
            assert pairs.get(pair, set()) == set(named) & {*SOURCES}
    assert (found.order.kind == "contested") == bool(found.order.contested)


@given(heaps())
@settings(max_examples=100, deadline=None)
def test_what_sources_contradict_outright_is_contested(drawn):
    tweets, claims = drawn
    pairs, times = told_pairs(claims), of_times(tweets)

    doubted = contested(put_in_order(tweets, claims))

    for a, b in pairs:
        if (b, a) in pairs or (b, a) in times or (b, a) in of_answers(tweets):
            assert frozenset((a, b)) in doubted


@given(heaps())
@settings(max_examples=100, deadline=None)
def test_what_others_contradict_together_is_contested(drawn):
    tweets, claims = drawn
    pairs = told_pairs(claims)

    doubted = contested(put_in_order(tweets, claims))

    for (a, b), sources in pairs.items():
        others = {pair for pair, by in pairs.items() if by - sources}
        if leads(others | of_times(tweets) | of_answers(tweets), b, a):
            assert frozenset((a, b)) in doubted


@given(heaps())
@settings(max_examples=100, deadline=None)
def test_every_pair_on_a_ring_of_claims_that_nobody_contradicts_is_contested(drawn):
    tweets, claims = drawn
    pairs, times = told_pairs(claims), of_times(tweets)
    links = of_answers(tweets)
    agreed = {(a, b) for a, b in pairs if not {(b, a)} & (pairs.keys() | times | links)}

    doubted = contested(put_in_order(tweets, claims))

    for a, b in agreed:
        if leads(agreed | times | links, b, a):
            assert frozenset((a, b)) in doubted


@given(heaps())
@settings(max_examples=100, deadline=None)
def test_what_nothing_leads_back_from_is_not_contested(drawn):
    tweets, claims = drawn
    pairs = told_pairs(claims)
    every = {*pairs} | of_times(tweets) | of_answers(tweets)

    doubted = contested(put_in_order(tweets, claims))

    for a, b in pairs:
        assert leads(every, b, a) or frozenset((a, b)) not in doubted


@given(heaps())
@settings(max_examples=100, deadline=None)
def test_an_answer_comes_after_what_it_answers_or_it_is_told_of(drawn):
    tweets, claims = drawn

    found = put_in_order(tweets, claims)

    place = {id_: n for n, id_ in enumerate(found.ids)}
    for parent, child in of_answers(tweets):
        assert place[parent] < place[child] or (child, parent) in found.broken


@given(heaps())
@settings(max_examples=100, deadline=None)
def test_an_answer_is_set_aside_only_where_something_leads_back(drawn):
    tweets, claims = drawn
    links, doubted = of_answers(tweets), contested(put_in_order(tweets, claims))
    sure = {pair for pair in told_pairs(claims) if frozenset(pair) not in doubted}

    for child, parent in put_in_order(tweets, claims).broken:
        assert leads(links | sure | of_times(tweets), child, parent)


@given(heaps())
@settings(max_examples=100, deadline=None)
def test_an_order_is_total_where_it_is_the_only_one_and_only_there(drawn):
    tweets, claims = drawn

    found = put_in_order(tweets, claims)

    if found.order.kind != "contested":
        many = len(list(orders(tweets, claims, found))) > 1
        assert found.order.kind == ("partial" if many else "total")


def orders(
    tweets: list[Tweet], claims: list[Claim], found: Arranged
) -> Iterator[tuple[str, ...]]:
    """Yield every order that agrees with all that is known; ids settle one instant."""
    broken = {(parent, child) for child, parent in found.broken}
    known_ = {*told_pairs(claims)} | of_times(tweets)
    known_ |= of_answers(tweets) - broken
    sent = {each.id: each.sent for each in tweets}
    known_ |= {
        (a, b) for a, b in combinations(found.ids, 2) if sent[a] and sent[a] == sent[b]
    }
    for order in permutations(found.ids):
        place = {id_: n for n, id_ in enumerate(order)}
        if all(place[a] < place[b] for a, b in known_):
            yield order


@given(heaps(), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_the_order_of_what_is_read_does_not_matter(drawn, random):
    tweets, claims = drawn
    told = case(" ".join(sorted(each.id for each in tweets)))
    shuffled, turned = tweets.copy(), claims.copy()
    random.shuffle(shuffled)
    random.shuffle(turned)

    (one,) = reconstruct(heap(tweets, told._replace(claims=tuple(claims))))
    (other,) = reconstruct(heap(shuffled, told._replace(claims=tuple(turned))))

    assert [turn.tweet.id for turn in one.turns] == [t.tweet.id for t in other.turns]
    assert one.order.kind == other.order.kind
    assert {(each.pair, frozenset(each.claims)) for each in one.order.contested} == {
        (each.pair, frozenset(each.claims)) for each in other.order.contested
    }


@given(heaps(), st.randoms(use_true_random=False))
@settings(max_examples=100, deadline=None)
def test_without_a_case_file_the_input_order_does_not_matter_either(drawn, random):
    tweets, _ = drawn
    shuffled = tweets.copy()
    random.shuffle(shuffled)

    assert list(reconstruct(heap(shuffled))) == list(reconstruct(heap(tweets)))


def test_many_claims_on_rings_are_compared_in_little_time():
    ids = [f"T{n}" for n in range(200)]
    claims = [
        Claim(f"S{n}", tuple(map(TweetId, ids[n:] + ids[:n])))
        for n in range(0, 200, 20)
    ]

    found = put_in_order([tweet(id_, clock=None) for id_ in ids], claims)

    assert sorted(found.ids) == sorted(ids)
    assert all(pair in contested(found) for pair in map(frozenset, pairwise(ids[::20])))
