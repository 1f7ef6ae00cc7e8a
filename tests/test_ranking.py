"""Which conversation is the spat: who hits back, how often and how fast."""

from datetime import timedelta
from random import Random

import pytest
from make import at, case, heap, tweet

from tweetspat.model import Account, Side, Spat, Tweet
from tweetspat.ranking import COLD, Heat, likeliest_first
from tweetspat.reconstruction import Conversations, reconstruct

MINUTE, HOUR, DAY = timedelta(minutes=1), timedelta(hours=1), timedelta(days=1)


def exchange(
    first: int, voices: str, gap: timedelta, *, parent: int | None = None
) -> list[Tweet]:
    """Return a chain in which each voice (a letter) answers the one before.

    Ids count up from the first; the tweets are a gap apart.
    """
    return [
        tweet(str(first + n), voice, **above(first + n, n, parent))._replace(
            sent=at("12:00") + n * gap
        )
        for n, voice in enumerate(voices)
    ]


def above(id_: int, n: int, parent: int | None) -> dict[str, str]:
    """Return the reply field of the n-th tweet of a chain."""
    answered = id_ - 1 if n else parent
    return {} if answered is None else {"reply_to": str(answered)}


def ranked(*conversations: list[Tweet], **options: object) -> list[str]:
    """Return the conversations' ids, the likeliest spat first."""
    tweets = [each for those in conversations for each in those]
    return [spat.id for spat in reconstruct(heap(tweets), infer="off", **options)]


def only(tweets: list[Tweet], **options: object) -> Spat:
    """Return the one spat of some tweets."""
    (spat,) = reconstruct(heap(tweets), infer="off", **options)
    return spat


SPAT = exchange(100, "mwmwmwmwmwmwmwmwm", 15 * MINUTE)
"""Two voices that hit back eight times each within four hours."""


def test_the_score_is_what_two_voices_exchanged_both_ways():
    assert only(exchange(1, "abab", MINUTE)).score == 2  # b twice, and a once
    assert only(SPAT).score == 16


@pytest.mark.parametrize(
    "voices",
    [
        pytest.param("abbb", id="never-answered-back"),
        pytest.param("aaaaaa", id="talks-to-itself"),
        pytest.param("abcd", id="each-answers-another"),
        pytest.param("ab", id="one-answer"),
    ],
)
def test_what_goes_one_way_is_no_back_and_forth(voices):
    assert only(exchange(1, voices, MINUTE)).score == 0


def test_answers_of_nobody_known_are_no_back_and_forth():
    tweets = [each._replace(author=None) for each in exchange(1, "abab", MINUTE)]

    assert only(tweets).score == 0


def test_an_account_is_one_voice_however_its_handle_is_spelt():
    assert only(exchange(1, "MwmW", MINUTE)).score == 2


def thread_of_fans(count: int, voices: str) -> list[Tweet]:
    """Return a tweet by "star" under which each fan (f) has a chain with the star."""
    found = [tweet("1000", "star")]
    for n in range(count):
        names = {"f": f"fan{n}", "s": "star"}
        found += [
            each._replace(author=Account(names[each.author.handle]))
            for each in exchange(2000 + 10 * n, voices, MINUTE, parent=1000)
        ]
    return found


@pytest.mark.parametrize(
    "voices",
    [
        pytest.param("f", id="whom-nobody-answers"),
        pytest.param("fs", id="who-are-answered-once"),
        pytest.param("fsfsf", id="who-thank-for-it-twice"),
    ],
)
def test_a_spat_comes_before_a_long_thread_of_bystanders(voices):
    assert ranked(thread_of_fans(200, voices), SPAT) == ["100", "1000"]


@pytest.mark.parametrize(
    "gap",
    [
        pytest.param(DAY, id="every-day"),
        pytest.param(6 * HOUR, id="four-times-a-day"),
        pytest.param(HOUR, id="every-hour"),
        pytest.param(10 * MINUTE, id="every-ten-minutes"),
    ],
)
def test_a_spat_comes_before_two_bots_that_answer_each_other_for_months(gap):
    bots = exchange(1000, "xy" * (100 * DAY // gap // 2), gap)

    assert ranked(bots, SPAT) == ["100", "1000"]
    assert only(bots).score >= 1


def test_a_spat_comes_before_a_self_thread_of_any_length():
    assert ranked(exchange(1000, "s" * 500, MINUTE), SPAT) == ["100", "1000"]


def test_a_quarrel_of_some_days_keeps_the_score_of_its_hottest():
    days = [
        tweet(str(n), "mw"[n % 2], reply_to=str(n - 1))._replace(
            sent=at("12:00") + n // 8 * DAY + n % 8 * MINUTE
        )
        for n in range(1, 25)
    ]

    assert only(days).score == 8


def test_of_two_with_one_score_the_faster_comes_first():
    slow = exchange(1, "ababa", HOUR)
    fast = exchange(1000, "ababa", MINUTE)

    assert ranked(slow, fast) == ["1000", "1"]


def test_of_two_with_one_pace_the_longer_comes_first_then_the_older():
    short, long = exchange(1, "aba", MINUTE), exchange(1000, "abac", MINUTE)
    young = exchange(2000, "aba", MINUTE)

    assert ranked(young, short, long) == ["1000", "1", "2000"]


def test_where_nobody_hits_back_the_longer_comes_first_then_the_older():
    assert ranked([tweet("10")], [tweet("9")], exchange(20, "ab", DAY)) == [
        "20",
        "9",
        "10",
    ]


def test_answers_without_times_count_and_have_no_pace():
    untimed = [each._replace(sent=None) for each in exchange(1000, "ababa", MINUTE)]
    timed = exchange(1, "ababa", HOUR)

    assert only(untimed).score == 4
    assert ranked(untimed, timed) == ["1", "1000"]


def test_some_answers_without_times_count_as_of_the_hottest_day():
    tweets = exchange(1, "ababa", 2 * DAY)
    tweets[2] = tweets[2]._replace(sent=None)

    assert only(tweets).score == 2


def test_where_sides_are_given_they_are_the_voices():
    tweets = exchange(1, "abcdab", MINUTE)
    sides = (Side("one", ("a", "c")), Side("other", ("b", "d")))

    assert only(tweets).score == 0
    assert only(tweets, sides=sides).score == 4


def test_the_sides_of_a_case_file_are_voices_too():
    tweets = exchange(1, "abcdab", MINUTE)
    told = case("1", sides=(Side("one", ("a", "c")), Side("other", ("b", "d"))))

    (spat,) = reconstruct(heap(tweets, told), infer="off")

    assert spat.score == 4


def test_a_cross_link_out_of_a_conversation_counts_in_none():
    tweets = [
        tweet("1", "a"),
        tweet("2", "b", reply_to="1"),
        tweet("3", "x"),
        tweet("4", "a", reply_to="3", quotes="2"),
    ]

    assert [spat.score for spat in reconstruct(heap(tweets), infer="off")] == [0, 0]


def test_the_rank_does_not_depend_on_the_order_of_the_tweets():
    tweets = [
        *SPAT,
        *exchange(1000, "xyx", HOUR),
        *exchange(2000, "xyx", HOUR),
        *exchange(3000, "ss", HOUR),
        *exchange(4000, "mwmw", HOUR),
    ]
    expected = ["100", "4000", "1000", "2000", "3000"]

    for seed in range(5):
        mixed = tweets.copy()
        Random(seed).shuffle(mixed)
        assert ranked(mixed) == expected


def test_summaries_and_spats_come_in_one_order_with_one_score():
    found = Conversations(heap([*exchange(1, "aba", HOUR), *SPAT]), infer="off")

    assert [(each.id, each.score) for each in found.summaries()] == [
        (each.id, each.score) for each in found.spats()
    ]


def test_a_score_of_equal_heats_is_settled_by_the_ids_as_numbers():
    assert likeliest_first([["10"], ["9"]], [COLD, COLD]) == [1, 0]
    assert likeliest_first([["1"], ["2"]], [Heat(2, 0.5), Heat(2, 0.6)]) == [1, 0]


def test_a_chain_of_a_hundred_thousand_answers_has_its_score():
    tweets = exchange(100_000, "ab" * 50_000, MINUTE)

    (each,) = Conversations(heap(tweets), infer="off").summaries()

    assert each.tweets == 100_000
    assert each.score >= 1
