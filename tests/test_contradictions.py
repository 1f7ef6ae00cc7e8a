"""What contradicts itself: respected where it can be, never broken silently."""

import pytest
from make import at, case, heap, turns, tweet, written

from tweetspat.model import Bounds
from tweetspat.problems import UsageError
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
