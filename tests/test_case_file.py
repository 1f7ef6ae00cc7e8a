"""The case file: what nobody knows may be left out, and stays unknown."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from make import SAMPLES, fields, snowflake

from tweetspat.model import Account, Bounds, Case, Claim, Media, Side, Tweet, Url
from tweetspat.problems import Problem
from tweetspat.readers import case_file, load

NOON = datetime(2016, 2, 11, 12, tzinfo=UTC)


def typed(*tweets, naive=None, **more):
    """Return the tweets, the case and the problems of a case file."""
    record = fields({"tweetspat": 1, "tweets": list(tweets)} | more)
    found = list(case_file.read(record, naive))
    (case,) = (each for each in found if isinstance(each, Case))
    return (
        [each for each in found if isinstance(each, Tweet)],
        case,
        [each for each in found if isinstance(each, Problem)],
    )


def one(naive=None, **members):
    """Return the one tweet of a case file, made by @a."""
    ((tweet,), _, problems) = typed(
        {"author": "a", "text": "words"} | members, naive=naive
    )
    assert problems == []
    return tweet


def told(problems):
    return [(problem.code, problem.place.path) for problem in problems]


def utc(day, hour, minute=0):
    return datetime(2016, 2, day, hour, minute, tzinfo=UTC)


@pytest.mark.parametrize(
    ("record", "recognised"),
    [
        pytest.param({"tweetspat": 1, "tweets": []}, True, id="case"),
        pytest.param({"tweetspat": "1", "tweets": []}, False, id="version-as-text"),
        pytest.param({"tweetspat": 2, "tweets": []}, False, id="later-version"),
        pytest.param({"tweetspat": 1}, False, id="no-tweets"),
        pytest.param({"tweets": []}, False, id="no-version"),
        pytest.param({"tweetspat": 1, "tweets": {}}, False, id="tweets-no-array"),
    ],
)
def test_a_case_file_is_told_by_its_version_and_tweets(record, recognised):
    assert case_file.recognises(fields(record).value) is recognised


def test_an_author_and_a_text_are_enough():
    tweet = one()

    assert (tweet.author, tweet.text) == (Account("a"), "words")
    assert (tweet.state, tweet.sent, tweet.sent_basis) == ("present", None, None)
    assert (tweet.bounds, tweet.time_as_told) == (None, None)


def test_a_paraphrase_without_text_is_reported_not_present():
    ((tweet,), _, _) = typed({"author": "a", "paraphrase": "that it was not them"})

    assert (tweet.text, tweet.state) == (None, "reported")
    assert tweet.paraphrase == "that it was not them"


@pytest.mark.parametrize(
    "tweet",
    [{"author": "a"}, {"text": "b"}, {"author": "", "text": "b"}, {"author": {}}],
)
def test_a_tweet_without_author_or_words_is_skipped_and_told_of(tweet):
    tweets, case, problems = typed(tweet, {"author": "a", "text": "b"})

    assert [each.id for each in tweets] == list(case.tweets) == ["made.json#2"]
    assert told(problems)[0] == ("missing-field", "$.tweets[0]")


def test_what_is_no_object_among_the_tweets_is_told_of():
    tweets, _, problems = typed("a tweet", {"author": "a", "text": "b"})

    assert len(tweets) == 1
    assert told(problems) == [("wrong-type", "$.tweets[0]")]


@pytest.mark.parametrize(
    ("author", "read"),
    [
        ("@mod_russia", Account("mod_russia")),
        ({"handle": "@a", "name": "A", "id": "5"}, Account("a", "A", "5")),
        ({"handle": "a", "name": None, "id": 5}, Account("a", None, "5")),
    ],
)
def test_an_author_is_a_handle_or_an_object(author, read):
    assert one(author=author).author == read


def test_a_handle_that_may_pass_for_another_is_told_of():
    tweet = one(author="mod_russiа")

    assert told(tweet.problems) == [("odd-handle", "$.tweets[0].author")]


def test_missing_ids_are_numbered_by_their_place_and_given_ones_are_kept():
    words = {"author": "a", "text": "b"}

    tweets, case, _ = typed(words, words | {"id": "M2"}, words | {"id": 7}, words)

    assert [tweet.id for tweet in tweets] == ["made.json#1", "M2", "7", "made.json#4"]
    assert case.tweets == ("made.json#1", "M2", "7", "made.json#4")


@pytest.mark.parametrize(
    ("key", "field"),
    [
        ("replied_to", "reply_to"),
        ("quoted", "quotes"),
        ("retweeted", "repeats"),
        ("answers", "answers"),
    ],
)
def test_a_tweet_names_others_by_their_ids(key, field):
    tweet = one(**{key: "M1"})

    named = {name: getattr(tweet, name) for name in tweet._fields}
    others = {"reply_to", "quotes", "repeats", "answers"} - {field}

    assert named[field] == "M1"
    assert {named[other] for other in others} == {None}


def test_what_hangs_on_a_tweet_is_kept():
    tweet = one(
        urls=[{"short": "https://t.co/a", "expanded": "https://a.org"}, {}],
        media=[{"kind": "photo", "url": "https://p/1", "alt": "a map"}, {}],
        sources=["UPI"],
    )

    assert tweet.urls == (Url("https://t.co/a", "https://a.org"),)
    assert tweet.media == (Media("photo", "https://p/1", "a map"), Media("media"))
    assert tweet.sources == ("UPI",)


@pytest.mark.parametrize(
    "stamp", ["2016-02-11T12:00Z", "2016-02-11T15:00:00+03:00", "2016-02-11 12:00 UTC"]
)
def test_an_instant_with_an_offset_is_exact(stamp):
    tweet = one(sent=stamp)

    assert (tweet.sent, tweet.sent_basis, tweet.bounds) == (NOON, "case", None)


def test_an_instant_without_offset_is_read_only_in_a_given_zone():
    refused = one(sent="2016-02-11T15:00")
    read = one(sent="2016-02-11T15:00", naive=ZoneInfo("Europe/Moscow"))

    assert (refused.sent, told(refused.problems)) == (
        None,
        [("bad-stamp", "$.tweets[0].sent")],
    )
    assert (read.sent, read.problems) == (NOON, ())


def test_a_date_bounds_the_time_by_that_day_anywhere_on_earth():
    tweet = one(sent="2016-02-11")

    assert tweet.sent is None
    assert tweet.bounds == Bounds(utc(10, 10), utc(12, 12))


def test_a_date_is_a_day_on_the_clock_of_the_authors_side():
    sides = [{"name": "Moscow", "accounts": ["@MOD_Russia"], "zone": "MSK"}]
    words = {"author": "mod_russia", "text": "a", "sent": "2016-02-11"}

    ((tweet,), _, _) = typed(words, sides=sides)

    assert tweet.bounds == Bounds(utc(10, 21), utc(11, 21))


def test_a_day_lasts_as_long_as_its_clock_says():
    sides = [{"name": "W", "accounts": ["a"], "zone": "Washington"}]

    ((tweet,), _, _) = typed(
        {"author": "a", "text": "b", "sent": "2016-03-13"}, sides=sides
    )

    first, last = tweet.bounds
    assert (last - first).total_seconds() == 23 * 3600


@pytest.mark.parametrize(
    ("edges", "bounds"),
    [
        pytest.param(
            {"not_before": "2016-02-11T12:00Z"}, Bounds(NOON, None), id="first"
        ),
        pytest.param({"not_after": "2016-02-11T12:00Z"}, Bounds(None, NOON), id="last"),
        pytest.param(
            {"not_before": "2016-02-11", "not_after": "2016-02-11"},
            Bounds(utc(10, 10), utc(12, 12)),
            id="dates-are-whole-days",
        ),
        pytest.param(
            {
                "sent": "2016-02-11",
                "not_before": "2016-02-01",
                "not_after": "2016-03-01",
            },
            Bounds(utc(10, 10), utc(12, 12)),
            id="wider-than-the-day",
        ),
        pytest.param(
            {"sent": "2016-02-11", "not_before": "2016-02-11T12:00Z"},
            Bounds(NOON, utc(12, 12)),
            id="narrower-than-the-day",
        ),
    ],
)
def test_bounds_are_kept_as_they_are_told(edges, bounds):
    tweet = one(**edges)

    assert (tweet.sent, tweet.bounds) == (None, bounds)


@pytest.mark.parametrize("key", ["sent", "not_before", "not_after"])
@pytest.mark.parametrize("stamp", ["noon", "2016-02-30", "11.02.2016", "2016-02"])
def test_a_stamp_that_cannot_be_read_is_told_of_and_stays_unknown(key, stamp):
    tweet = one(**{key: stamp})

    assert (tweet.sent, tweet.bounds) == (None, None)
    assert told(tweet.problems) == [("bad-stamp", f"$.tweets[0].{key}")]


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_a_day_at_the_edge_of_the_calendar_is_told_of(day):
    tweet = one(sent=day)

    assert tweet.bounds is None
    assert told(tweet.problems) == [("bad-stamp", "$.tweets[0].sent")]


@pytest.mark.parametrize(
    ("edges", "path"),
    [
        pytest.param(
            {"not_before": "2016-02-11T12:00Z", "not_after": "2016-02-11T11:00Z"},
            "",
            id="turned-round",
        ),
        pytest.param(
            {"not_before": "2016-02-11T12:00Z", "not_after": "2016-02-11T12:00Z"},
            "",
            id="empty",
        ),
        pytest.param(
            {"sent": "2016-02-11", "not_before": "2016-02-20T12:00:00Z"},
            "",
            id="outside-the-day",
        ),
    ],
)
def test_bounds_that_contradict_each_other_are_told_of_and_bound_nothing(edges, path):
    tweet = one(**edges)

    assert (tweet.sent, tweet.bounds) == (None, None)
    assert told(tweet.problems) == [("bad-bounds", f"$.tweets[0]{path}")]
    assert "12:00:00.000Z" in tweet.problems[0].message


@pytest.mark.parametrize(
    "edges",
    [{"not_before": "2016-02-11T12:00:01Z"}, {"not_after": "2016-02-11T12:00Z"}],
)
def test_an_instant_outside_its_bounds_counts_and_is_told_of(edges):
    tweet = one(sent="2016-02-11T12:00:00Z", **edges)

    assert (tweet.sent, tweet.bounds) == (NOON, None)
    assert told(tweet.problems) == [("bad-bounds", "$.tweets[0].sent")]


def test_an_instant_within_its_bounds_is_all_right():
    tweet = one(
        sent="2016-02-11T12:00:00Z", not_before="2016-02-11", not_after="2016-02-11"
    )

    assert (tweet.sent, tweet.bounds, tweet.problems) == (NOON, None, ())


def test_the_zone_of_the_file_is_that_of_its_stamps_without_one():
    words = {"author": "a", "text": "b", "sent": "2016-02-11 15:00:00"}

    ((own,), _, _) = typed(words, naive_zone="MSK")
    ((both,), _, _) = typed(words, naive_zone="MSK", naive=ZoneInfo("Asia/Tokyo"))
    ((odd,), _, problems) = typed(words, naive_zone="MARS", naive=UTC)

    assert own.sent == both.sent == NOON
    assert odd.sent == utc(11, 15)
    assert told(problems) == [("unknown-zone", "$.naive_zone")]


def test_a_date_is_a_day_in_the_zone_of_the_file_where_no_side_has_a_clock():
    words = {"author": "a", "text": "b", "sent": "2016-02-11"}

    ((tweet,), _, _) = typed(words, naive_zone="MSK")

    assert tweet.bounds == Bounds(utc(10, 21), utc(11, 21))


def test_an_hour_that_the_clock_showed_twice_is_told_of_and_stays_open():
    tweet = one(sent="2014-10-26 01:30:00", naive=ZoneInfo("Europe/Moscow"))

    assert tweet.sent is None
    assert [f"{edge:%H:%M:%S}" for edge in tweet.bounds] == ["21:30:00", "22:30:01"]
    assert told(tweet.problems) == [("fold-hour", "$.tweets[0].sent")]


def test_a_bound_in_such_an_hour_is_the_wider_one():
    moscow = ZoneInfo("Europe/Moscow")

    first = one(not_before="2014-10-26 01:30", naive=moscow)
    last = one(not_after="2014-10-26 01:30:00", naive=moscow)

    assert f"{first.bounds.not_before:%H:%M:%S}" == "21:30:00"
    assert f"{last.bounds.not_after:%H:%M:%S}" == "22:30:01"
    assert told(first.problems) == [("fold-hour", "$.tweets[0].not_before")]


def test_a_wrong_weekday_is_told_of():
    tweet = one(sent="Mon Feb 11 12:00:00 +0000 2016")

    assert tweet.sent == NOON
    assert told(tweet.problems) == [("wrong-weekday", "$.tweets[0].sent")]


@pytest.mark.parametrize("stamp", [1455192000, "1455192000000"])
def test_a_count_since_1970_is_an_instant(stamp):
    assert one(sent=stamp).sent == NOON


@pytest.mark.parametrize("key", ["sent", "not_before", "not_after"])
def test_a_stamp_of_another_type_is_told_of(key):
    tweet = one(**{key: ["2016-02-11"]})

    assert (tweet.sent, tweet.bounds) == (None, None)
    assert {path for _, path in told(tweet.problems)} == {f"$.tweets[0].{key}"}


def test_the_id_tells_the_time_only_where_nothing_else_does():
    id_ = snowflake(NOON)

    from_id = one(id=id_)
    bounded = one(id=id_, sent="2016-02-10")

    assert (from_id.sent, from_id.sent_basis) == (NOON, "id")
    assert (bounded.sent, bounded.sent_basis) == (None, None)


def test_a_time_is_kept_as_it_was_told():
    told_so = "early in the morning Washington time"

    assert one(time_as_told=told_so).time_as_told == told_so


def test_sides_keep_their_handles_as_written_and_their_zone_as_a_place():
    sides = [
        {"name": "Moscow", "accounts": ["@mod_russia"], "zone": "MSK"},
        {"name": "Washington", "accounts": ["OIRspox"]},
    ]

    _, case, problems = typed(sides=sides)

    assert case.sides == (
        Side("Moscow", ("mod_russia",), "Europe/Moscow"),
        Side("Washington", ("OIRspox",)),
    )
    assert problems == []


@pytest.mark.parametrize(
    ("side", "code", "path"),
    [
        ({"name": "A", "accounts": ["a"], "zone": "MARS"}, "unknown-zone", ".zone"),
        ({"name": "A", "accounts": []}, "missing-field", ""),
        ({"accounts": ["a"]}, "missing-field", ""),
    ],
)
def test_an_odd_side_is_told_of(side, code, path):
    _, case, problems = typed(sides=[side])

    assert told(problems) == [(code, f"$.sides[0]{path}")]
    assert [each.zone for each in case.sides] == [None] * (code == "unknown-zone")


def test_an_order_keeps_the_tweets_of_the_file_once_each():
    tweets = [{"id": id_, "author": "a", "text": "b"} for id_ in ("M1", "M2", "M3")]
    orders = [{"source": "UPI", "order": ["M2", "M9", "M1", "M2"]}]

    _, case, problems = typed(*tweets, orders=orders)

    assert case.claims == (Claim("UPI", ("M2", "M1")),)
    assert told(problems) == [("unknown-id", "$.orders[0].order")]


def test_an_order_of_one_tweet_claims_nothing():
    tweets = [{"id": "M1", "author": "a", "text": "b"}]

    _, case, _ = typed(*tweets, orders=[{"source": "UPI", "order": ["M1"]}])

    assert case.claims == ()


def test_orders_of_more_pairs_than_can_be_compared_are_told_of(monkeypatch):
    monkeypatch.setattr(case_file, "MOST_PAIRS", 2)
    tweets = [{"id": id_, "author": "a", "text": "b"} for id_ in ("M1", "M2", "M3")]
    orders = [{"source": str(n), "order": ["M1", "M2", "M3"]} for n in range(2)]

    _, case, problems = typed(*tweets, orders=orders)

    assert [each.source for each in case.claims] == ["0"]
    assert told(problems) == [("long-order", "$.orders[1].order")]


def test_an_order_that_is_too_long_is_told_of(monkeypatch):
    monkeypatch.setattr(case_file, "LONGEST_CLAIM", 2)
    tweets = [{"id": id_, "author": "a", "text": "b"} for id_ in ("M1", "M2", "M3")]

    _, case, problems = typed(
        *tweets, orders=[{"source": "UPI", "order": ["M1", "M2", "M3"]}]
    )

    assert case.claims == ()
    assert told(problems) == [("long-order", "$.orders[0].order")]


def test_an_order_needs_its_source():
    tweets = [{"id": id_, "author": "a", "text": "b"} for id_ in ("M1", "M2")]

    _, case, problems = typed(*tweets, orders=[{"order": ["M1", "M2"]}])

    assert case.claims == ()
    assert told(problems) == [("missing-field", "$.orders[0].source")]


def test_the_whole_says_what_it_is():
    _, case, _ = typed(
        title="Who bombed Aleppo?", reconstructed=True, sources=["UPI", "CNN"]
    )

    assert case.title == "Who bombed Aleppo?"
    assert (case.reconstructed, case.synthetic) == (True, False)
    assert case.sources == ("UPI", "CNN")


def test_the_sample_is_read_without_a_problem():
    heap = load([str(SAMPLES / "aleppo-2016.json")])

    (case,) = heap.cases

    assert set(case.tweets) == set(heap.tweets)
    assert heap.problems == ()
    assert {tweet.problems for tweet in heap.tweets.values()} == {()}
    assert [side.zone for side in case.sides] == ["Europe/Moscow", "America/New_York"]
