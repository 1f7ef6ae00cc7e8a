"""What contradicts itself: respected where it can be, never broken silently."""

from datetime import datetime, timedelta

import pytest
from make import at, by_id, case, heap, snowflake, turns, tweet, written

from tweetspat.contradictions import of_order, of_retweets, of_stamp
from tweetspat.model import Bounds, Contest, Order
from tweetspat.problems import Place, UsageError
from tweetspat.readers import load
from tweetspat.reconstruction import reconstruct
from tweetspat.sides import side_option


def one(tweets, *cases, **more):
    (spat,) = reconstruct(heap(tweets, *cases), **more)
    return spat, [t.tweet.id for t in spat.turns]


def u(id_, **m):
    return tweet(id_, clock=None, **m)


def test_a_case_file_may_hold_a_retweet(tmp_path):
    file = written(
        tmp_path,
        "r.json",
        {
            "tweetspat": 1,
            "tweets": [
                {"id": "A", "author": "x", "text": "one"},
                {"id": "B", "author": "y", "text": "RT", "retweeted": "A"},
            ],
            "orders": [{"source": "FP", "order": ["A", "B"]}],
        },
    )
    (spat,) = reconstruct(load([file]))
    assert [t.tweet.id for t in spat.turns] == ["A"]


def test_tweets_without_ids_of_two_case_files_stay_two(tmp_path):
    files = [
        written(tmp_path, n, {"tweetspat": 1, "tweets": [{"author": a, "text": n}]})
        for n, a in (("a.json", "x"), ("b.json", "y"))
    ]
    assert sum(len(s.turns) for s in reconstruct(load(files))) == 2


def test_exact_times_outweigh_a_chain_of_claims():
    _spat, order = one(
        [tweet("A", clock="12:10"), u("B"), tweet("C", clock="12:00")],
        case("A B C", ("S1", "A B"), ("S2", "B C")),
    )
    assert order.index("C") < order.index("A")


def test_and_the_chain_is_contested():
    spat, _order = one(
        [tweet("A", clock="12:10"), u("B"), tweet("C", clock="12:00")],
        case("A B C", ("S1", "A B"), ("S2", "B C")),
    )
    assert spat.order.kind == "contested"


def test_a_claim_against_a_stated_answer_is_not_broken_silently():
    spat, order = one([u("A"), u("B", answers="A")], case("A B", ("S1", "B A")))
    assert spat.order.kind == "contested" or order == ["B", "A"]


def test_a_claim_between_two_rings_is_respected():
    told = [
        ("1", "A B"),
        ("2", "B C"),
        ("3", "C A"),
        ("4", "D E"),
        ("5", "E F"),
        ("6", "F D"),
        ("7", "C D"),
    ]
    _spat, order = one([u(i) for i in "FEDCBA"], case("F E D C B A", *told))
    assert order.index("C") < order.index("D")


def test_a_one_sided_pair_on_no_ring_is_not_contested():
    told = [
        ("1", "A B"),
        ("2", "B C"),
        ("3", "C A"),
        ("4", "D E"),
        ("5", "E F"),
        ("6", "F D"),
        ("7", "C D"),
    ]
    spat, _ = one([u(i) for i in "FEDCBA"], case("F E D C B A", *told))
    assert {"C", "D"} not in [set(c.pair) for c in spat.order.contested]


def test_a_contested_pair_is_not_known_in_steps():
    tweets = [
        u("M1", author="m"),
        u("M2", author="m"),
        u("M3", author="m"),
        u("W1", author="w", text=".@m's tweets are wrong"),
    ]
    spat, _ = one(tweets, case("M1 M2 M3 W1", ("A", "M1 M2 M3 W1"), ("B", "W1 M2")))
    assert {"M2", "W1"} in [set(c.pair) for c in spat.order.contested]
    assert "M2" not in turns([spat])["W1"].links[0].series


def test_a_loop_of_equal_stamps_does_not_move_past_later_times():
    _spat, order = one(
        [
            tweet("1", clock="12:00", reply_to="2"),
            tweet("2", clock="12:00", reply_to="1"),
            tweet("5", clock="12:09", reply_to="1"),
            tweet("3", clock="12:01", reply_to="5"),
        ]
    )
    assert order == ["1", "2", "3", "5"]


def test_bounds_that_contradict_an_answer_are_told_of():
    spat, _ = one(
        [
            u("A", bounds=Bounds(at("12:10"), at("12:20"))),
            u("B", reply_to="A", bounds=Bounds(at("11:00"), at("11:10"))),
        ]
    )
    assert any(t.problems for t in spat.turns)


def test_bounds_of_one_tweet_that_contradict_each_other_are_told_of():
    spat, _ = one(
        [
            u("A", bounds=Bounds(at("12:10"), at("12:00"))),
            tweet("B", clock="12:05"),
            tweet("C", clock="12:07"),
        ],
        case("A B C"),
    )
    assert spat.order.kind != "total" or any(t.problems for t in spat.turns)


def test_a_quote_stamped_earlier_than_what_it_quotes_elsewhere_is_told_of():
    spats = reconstruct(
        heap(
            [
                tweet("1"),
                tweet("2", clock="12:30"),
                tweet("3", clock="12:02", reply_to="1", quotes="2"),
            ]
        )
    )
    assert turns(spats)["3"].problems


def test_one_account_spelt_two_ways_does_not_argue_with_itself():
    spat, _ = one([tweet("1", "Ann"), tweet("2", "ann", "12:30", reply_to="1")])
    assert spat.score == 0


def test_a_side_needs_a_handle():
    with pytest.raises(UsageError):
        side_option("Moscow=@")


def test_only_tweet_of_the_day_is_not_said_where_another_has_no_exact_time():
    spat, _ = one(
        [
            tweet("1", "m", "12:00"),
            tweet("2", "m", None, bounds=Bounds(at("11:00"), at("12:30"))),
            tweet("3", "w", "13:00", "@m no"),
        ],
        case("1 2 3"),
    )
    assert turns([spat])["3"].links == ()


def test_an_order_too_long_to_compare_is_told_of():
    ids = " ".join(f"T{n}" for n in range(401))
    made = heap(
        [u(i) for i in ids.split()], case(ids, ("FP", " ".join(reversed(ids.split()))))
    )
    (spat,) = reconstruct(made)
    assert (
        made.problems
        or any(t.problems for t in spat.turns)
        or spat.turns[0].tweet.id == "T400"
    )


def test_two_case_files_that_share_tweets_print_the_same_in_any_order():
    tweets = [u("1"), u("2"), u("3")]
    a, b = case("1 2", ("A", "2 1"), title="A"), case("2 3", ("B", "3 2"), title="B")
    assert list(reconstruct(heap(tweets, a, b))) == list(
        reconstruct(heap(tweets, b, a))
    )


def test_and_the_claims_of_both_count():
    tweets = [u("1"), u("2"), u("3")]
    a, b = case("1 2", ("A", "2 1"), title="A"), case("2 3", ("B", "3 2"), title="B")
    (spat,) = reconstruct(heap(tweets, a, b))
    assert [t.tweet.id for t in spat.turns] == ["3", "2", "1"]


def test_retweets_that_name_each_other_are_told_of():
    assert turns(reconstruct(heap([tweet("1", repeats="2"), tweet("2", repeats="1")])))[
        "1"
    ].problems


def test_a_loop_through_a_quote_beside_a_reply_is_told_of():
    spat, order = one(
        [
            tweet("0", clock="11:00"),
            tweet("1", reply_to="0", quotes="2"),
            tweet("2", reply_to="1"),
        ]
    )
    assert order.index("2") < order.index("1") or any(t.problems for t in spat.turns)


def test_a_loop_closed_by_inference_is_told_of():
    found = turns(
        reconstruct(
            heap(
                [
                    tweet("1", "a", "12:00", reply_to="2"),
                    tweet("2", "b", "12:00", "@a no"),
                ]
            )
        )
    )
    assert not found["2"].links or found["1"].problems


def test_a_leading_handle_that_is_the_sentences_subject_makes_no_link():
    found = turns(
        reconstruct(
            heap(
                [
                    tweet("1", "CJTFOIR", "12:00"),
                    tweet(
                        "2", "w", "12:30", "@CJTFOIR hasn't struck in #ALEPPO in 2016."
                    ),
                ]
            )
        )
    )
    assert found["2"].links == ()


def test_equal_stamps_of_a_case_are_ordered_by_id():
    _spat, order = one([tweet("2"), tweet("1")], case("2 1"))
    assert order == ["1", "2"]


def test_a_handle_longer_than_handles_are_does_not_answer_its_beginning():
    h = "a" * 20
    found = turns(
        reconstruct(
            heap([tweet("1", h, "12:00"), tweet("2", "w", "12:30", f"@{h}b no")])
        )
    )
    assert found["2"].links == ()


def test_stamps_that_contradict_through_a_tweet_of_unknown_time_are_told_of():
    spat, order = one(
        [
            tweet("A", clock="12:03"),
            u("U", reply_to="A"),
            tweet("B", clock="12:00", reply_to="U"),
        ]
    )
    assert order.index("B") < order.index("A")
    assert any(t.problems for t in spat.turns)


NOON = at("12:00")
BEFORE_ALL = datetime(2005, 2, 11, 10, 12, 3, tzinfo=NOON.tzinfo)


def told(problems):
    """Return codes and messages."""
    return [(each.code, each.message) for each in problems]


def codes(problems):
    return [each.code for each in problems]


@pytest.mark.parametrize("seconds", [1.001, -1.001, 3600])
def test_an_id_that_contradicts_its_stamp_is_told_of_with_both_values(seconds):
    made = NOON + timedelta(seconds=seconds)

    (problem,) = of_stamp(tweet(snowflake(made)))

    assert problem.code == "forged-stamp"
    assert "2016-02-11T12:00:00.000Z" in problem.message
    assert f"{made:%Y-%m-%dT%H:%M:%S}" in problem.message


@pytest.mark.parametrize("seconds", [0, 1, -1, 0.999])
def test_an_id_within_a_second_of_its_stamp_is_rounding(seconds):
    made = NOON + timedelta(seconds=seconds)

    assert [*of_stamp(tweet(snowflake(made)))] == []


@pytest.mark.parametrize(
    ("clock", "count"),
    [
        ("11:59:58", 1),
        ("11:59:59", 0),
        ("12:00:30", 0),
        ("12:01:00", 0),
        ("12:01:01", 1),
    ],
)
def test_an_id_that_contradicts_a_minute_is_told_of_with_both_values(clock, count):
    minute = Bounds(NOON, at("12:01"))

    problems = [*of_stamp(u(snowflake(at(clock)), bounds=minute))]

    assert codes(problems) == ["forged-stamp"] * count
    for each in problems:
        assert "not before 2016-02-11T12:00:00.000Z" in each.message
        assert "before 2016-02-11T12:01:00.000Z" in each.message
        assert f"2016-02-11T{clock}.000Z" in each.message


def test_a_stamp_taken_from_the_id_is_not_compared_with_it():
    assert [*of_stamp(tweet(snowflake(at("13:00")), sent_basis="id"))] == []


@pytest.mark.parametrize("id_", ["20", "M1"])
def test_a_stamp_from_before_the_platform_is_told_of_with_both_values(id_):
    (problem,) = of_stamp(tweet(id_, sent=BEFORE_ALL))

    assert problem.code == "before-platform"
    assert "2005-02-11T10:12:03.000Z" in problem.message
    assert "2006-03-21T20:50:00.000Z" in problem.message


@pytest.mark.parametrize(
    ("bounds", "count"),
    [
        (Bounds(None, BEFORE_ALL), 1),
        (Bounds(BEFORE_ALL, BEFORE_ALL + timedelta(days=1)), 1),
        (Bounds(BEFORE_ALL, NOON), 0),
        (Bounds(BEFORE_ALL, None), 0),
    ],
)
def test_bounds_from_before_the_platform_are_told_of(bounds, count):
    assert codes(of_stamp(u("M1", bounds=bounds))) == ["before-platform"] * count


def test_the_first_tweet_is_no_forgery():
    first = datetime(2006, 3, 21, 20, 50, 14, tzinfo=NOON.tzinfo)

    assert [*of_stamp(tweet("20", sent=first))] == []


@pytest.mark.parametrize("shape", ["mastodon", "bluesky-thread"])
def test_other_platforms_have_other_ids_and_other_ages(shape):
    place = Place("made.json", 1, "$", shape)
    moved = tweet(snowflake(at("13:00")), sent=BEFORE_ALL, place=place)

    assert [*of_stamp(moved)] == []


def test_bounds_that_are_turned_round_are_told_of_with_both_values():
    (problem,) = of_stamp(u("A", bounds=Bounds(at("12:10"), NOON)))

    assert problem.code == "bad-bounds"
    assert "2016-02-11T12:10:00.000Z" in problem.message
    assert "2016-02-11T12:00:00.000Z" in problem.message


@pytest.mark.parametrize(
    ("relation", "verb"),
    [("reply_to", "answers"), ("quotes", "quotes"), ("answers", "answers")],
)
def test_a_tweet_older_than_its_parent_is_told_of_with_both_stamps(relation, verb):
    spat, _ = one([tweet("1", clock="12:10"), tweet("2", **{relation: "1"})])

    ((code, message),) = told(turns([spat])["2"].problems)
    assert code == "older-than-parent"
    assert "its stamp (2016-02-11T12:00:00.000Z)" in message
    assert f"that of 1 (2016-02-11T12:10:00.000Z), which it {verb}" in message


def test_a_parent_that_is_lost_tells_its_time_by_its_id():
    lost = snowflake(at("12:10"))
    spat, _ = one([tweet("2", reply_to=lost)])

    ((code, message),) = told(turns([spat])["2"].problems)
    assert code == "older-than-parent"
    assert "(2016-02-11T12:10:00.000Z, by its id)" in message


def test_bounds_older_than_a_parents_are_told_of_with_both():
    spat, _ = one(
        [
            u("A", bounds=Bounds(at("12:10"), None)),
            u("B", reply_to="A", bounds=Bounds(None, at("11:10"))),
        ]
    )

    ((code, message),) = told(turns([spat])["B"].problems)
    assert code == "older-than-parent"
    assert "(before 2016-02-11T11:10:00.000Z)" in message
    assert "(not before 2016-02-11T12:10:00.000Z)" in message


def test_retweets_are_looked_at_though_they_are_no_turns():
    other = tweet("1")
    original = tweet(snowflake(NOON))
    early = tweet(snowflake(at("12:05")), clock="11:00", repeats=original.id)
    late = tweet(snowflake(at("12:06")), clock="12:06", repeats=original.id)
    every = by_id(other, original, early, late)

    problems = [*of_retweets(every, {other.id, original.id})]

    assert codes(problems) == ["forged-stamp", "older-than-parent"]
    assert f"{original.id} (2016-02-11T12:00:00.000Z), which it retweets" in (
        problems[1].message
    )


def test_a_retweet_that_is_a_turn_or_whose_original_is_lost_is_not_compared():
    repeat = tweet("2", repeats="1")

    assert [*of_retweets(by_id(repeat), ())] == []
    assert [*of_retweets(by_id(repeat, tweet("1", clock="13:00")), {"2"})] == []


def lines(tweets, *orders):
    """Return what is told of the order of a case file."""
    ids = " ".join(each.id for each in tweets)
    spat, _ = one(tweets, case(ids, *orders))
    return told(of_order(spat.order, spat.turns))


def test_a_contested_pair_has_a_line_that_says_who_claims_what():
    found = lines([u("A"), u("B")], ("FP", "A B"), ("CNN", "A B"), ("UPI", "B A"))

    ((code, message),) = found
    assert code == "contested-order"
    assert "the order of A and B is contested: " in message
    assert message.endswith("FP and CNN: A before B; UPI: B before A")


def test_a_ring_of_claims_has_one_line_that_says_who_claims_what():
    found = lines([u("A"), u("B"), u("C")], ("S1", "A B"), ("S2", "B C"), ("S3", "C A"))

    ((code, message),) = found
    assert code == "contested-order"
    assert "A, B, C" in message
    assert "cycle" in message
    for claim in ("S1: A before B", "S2: B before C", "S3: C before A"):
        assert claim in message


def test_two_rings_have_two_lines():
    rings = [(f"S{n}", pair) for n, pair in enumerate(("A B", "B C", "C A"))]
    others = [(f"T{n}", pair) for n, pair in enumerate(("D E", "E F", "F D"))]

    found = lines([u(id_) for id_ in "ABCDEF"], *rings, *others)

    assert [code for code, _ in found] == ["contested-order"] * 2


def test_a_ring_names_the_stamps_and_the_answers_that_close_it():
    by_stamps = lines(
        [tweet("A", clock="12:10"), u("B"), tweet("C")], ("S1", "A B"), ("S2", "B C")
    )
    by_answers = lines(
        [u("A", reply_to="C"), u("B"), u("C")], ("S1", "A B"), ("S2", "B C")
    )

    assert "the stamps: C before A" in by_stamps[0][1]
    assert "the links: C before A" in by_answers[0][1]
    assert (len(by_stamps), len(by_answers)) == (1, 1)


def test_a_ring_that_other_tweets_close_is_told_of_by_its_claim():
    found = lines([u("A", reply_to="X"), u("X", reply_to="B"), u("B")], ("S1", "A B"))

    ((code, message),) = found
    assert code == "contested-order"
    assert "S1: A before B" in message


def test_a_contest_of_which_nobody_is_named_is_told_of():
    spat, _ = one([u("A"), u("B")], case("A B"))
    order = Order("contested", (Contest(("A", "B"), ()),))

    ((_, message),) = told(of_order(order, spat.turns))

    assert message.endswith("by whom is not told")


def test_an_order_that_is_known_in_part_has_a_line():
    assert [code for code, _ in lines([u("A"), u("B")])] == ["partial-order"]
    assert lines([u("A"), u("B")], ("FP", "A B")) == []
