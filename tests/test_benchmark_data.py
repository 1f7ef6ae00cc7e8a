"""The made-up dumps that speed is measured on: the same each time, shaped as told."""

import json
from collections import Counter

import pytest
from benchmarks.at_scale import agreement, extremes, v1, v2
from benchmarks.at_scale.saying import statuses

TWEETS = 3_000


@pytest.fixture(scope="module")
def lines():
    return list(v1.lines(TWEETS, seed=7))


@pytest.fixture(scope="module")
def found(lines):
    return {status["id"]: status for status in map(json.loads, lines)}


@pytest.mark.parametrize("made", [v1.lines, v2.pages])
def test_a_seed_gives_the_same_bytes_and_another_seed_others(made):
    assert list(made(300, seed=1)) == list(made(300, seed=1))
    assert list(made(300, seed=1)) != list(made(300, seed=2))


def test_some_lines_stand_there_twice(lines, found):
    assert 0.01 < 1 - len(found) / len(lines) < 0.06


def test_a_line_has_about_the_size_of_a_real_one(lines):
    assert 3_000 < sum(map(len, lines)) / len(lines) < 3_500


def test_retweets_and_quotes_carry_the_other_tweet_whole(found):
    repeats = [each for each in found.values() if "retweeted_status" in each]
    quotes = [each for each in found.values() if "quoted_status" in each]

    assert 0.15 < len(repeats) / len(found) < 0.22
    assert 0.07 < len(quotes) / len(found) < 0.13
    for each in quotes:
        assert each["quoted_status"]["id_str"] == each["quoted_status_id_str"]
    assert any("quoted_status" in each["retweeted_status"] for each in repeats)


def test_some_answered_tweets_are_lost_and_others_come_after_their_answers(lines):
    place = {}
    for n, line in enumerate(lines):
        place.setdefault(json.loads(line)["id"], n)
    answered = [
        (place[status["id"]], place.get(status["in_reply_to_status_id"]))
        for status in map(json.loads, lines)
        if status["in_reply_to_status_id"]
    ]

    assert 0 < sum(there is None for _, there in answered) < len(answered) / 5
    assert sum(there is not None and there > here for here, there in answered) > 100


def test_nobody_answers_or_quotes_what_is_not_yet_said():
    for status in statuses(TWEETS, seed=7):
        for named in (status.answers, status.quotes, status.repeats):
            assert named is None or named.id < status.id


def test_a_few_conversations_are_much_larger_than_the_others():
    sizes = Counter(each.conversation for each in statuses(20_000, seed=7))

    assert max(sizes.values()) > 20 * sizes.total() / len(sizes)


def test_pages_hold_the_same_conversations_as_the_lines():
    pages = [json.loads(page) for page in v2.pages(TWEETS, seed=7)]
    told = {
        tweet["id"]: tweet["conversation_id"]
        for page in pages
        for tweet in page["data"]
    }
    said = {str(each.id): str(each.conversation) for each in statuses(TWEETS, seed=7)}

    assert told.items() <= said.items()
    assert 0.9 < len(told) / TWEETS < 1


def test_pages_include_what_their_tweets_name_or_say_that_it_is_lost():
    for page in map(json.loads, v2.pages(TWEETS, seed=7)):
        named = {
            reference["id"]
            for tweet in page["data"]
            for reference in tweet.get("referenced_tweets", ())
        }
        included = {tweet["id"] for tweet in page["includes"]["tweets"]}
        lost = {error["resource_id"] for error in page["errors"]}

        assert included | lost == named


@pytest.mark.parametrize(
    ("made", "answered"),
    [
        pytest.param(extremes.chain, lambda n: n - 1, id="chain"),
        pytest.param(extremes.star, lambda _: 0, id="star"),
    ],
)
def test_a_chain_answers_the_last_tweet_and_a_star_the_first(made, answered):
    found = [json.loads(line) for line in made(50)]
    ids = [status["id"] for status in found]

    assert len(set(ids)) == 51
    assert [status.get("in_reply_to_status_id") for status in found[1:]] == [
        ids[answered(n)] for n in range(1, 51)
    ]


def test_the_count_without_tweetspat_knows_chains_and_loose_tweets():
    lines = [*extremes.chain(3), b"not json", b'{"user": {}, "id_str": "9"}']

    assert agreement.sizes(lines) == {4: 1, 1: 1}
