"""Releases of information operations: stamps to the minute, pseudonyms, empty cells."""

import csv
import io
from datetime import timedelta

import pytest
from damaged import damaged
from hypothesis import given, settings
from make import at, fields, shared, snowflake, written
from neutral import sample
from shapes import takedown_csv as sampled

from tweetspat.model import Account, Bounds, Tweet, Url
from tweetspat.problems import Problem
from tweetspat.readers import SKIPPING, load, takedown_csv

FIXTURES = sorted(shared("data", "fixtures", "takedown_csv").glob("*.csv"))
HASH = "ygQRwhQRrh1+6N7J6IM="
LONG_HASH = "hT3bd8sR5cWqPzYk0aQ1vXm2nJb7LdEfGiUoCpVsTyA="


def row(clock="12:00:30", **more):
    made = {
        "tweetid": snowflake(at(clock)),
        "userid": "7",
        "user_display_name": "Me",
        "user_screen_name": "me",
        "tweet_text": "words",
        "tweet_time": f"2016-02-11 {clock[:5]}",
        "in_reply_to_tweetid": "",
        "quoted_tweet_tweetid": "",
        "is_retweet": "False",
        "retweet_tweetid": "",
        "urls": "[]",
    }
    return made | more


def read(value):
    return list(takedown_csv.read(fields([value]), None))


def tweet(value):
    (found,) = read(value)
    return found


def codes(found):
    return [problem.code for problem in found.problems]


def test_a_row_tells_words_author_and_time():
    found = tweet(row())

    assert (found.text, found.author) == ("words", Account("me", "Me", "7"))
    assert (found.reply_to, found.quotes, found.repeats) == (None, None, None)
    assert found.problems == ()


@pytest.mark.parametrize("clock", ["12:00:00", "12:00:30", "12:00:59"])
def test_the_second_is_the_ids_where_it_lies_in_the_minute(clock):
    found = tweet(row(clock))

    assert (found.sent, found.sent_basis) == (at(clock), "id")


@pytest.mark.parametrize("clock", ["11:59", "12:01"])
def test_a_minute_that_the_id_contradicts_is_kept_as_bounds(clock):
    found = tweet(row(tweet_time=f"2016-02-11 {clock}"))

    assert (found.sent, found.sent_basis) == (None, None)
    assert found.bounds == Bounds(at(clock), at(clock) + timedelta(minutes=1))


def test_a_minute_that_a_spreadsheet_wrote_with_seconds_is_a_minute():
    found = tweet(row(tweetid="10000000000", tweet_time="2010-02-11 12:00:00"))

    assert [f"{edge:%Y %H:%M}" for edge in found.bounds] == ["2010 12:00", "2010 12:01"]


def test_where_no_id_tells_the_time_the_minute_alone_is_known():
    found = tweet(row(tweetid="10000000000", tweet_time="2010-02-11 12:00"))

    assert (found.sent, found.sent_basis) == (None, None)
    assert [f"{edge:%Y %H:%M}" for edge in found.bounds] == ["2010 12:00", "2010 12:01"]


def test_a_minute_after_which_no_minute_begins_is_not_known():
    found = tweet(row(tweetid="10000000000", tweet_time="9999-12-31 23:59"))

    assert (found.sent, found.bounds) == (None, None)


def test_a_stamp_with_seconds_is_exact():
    found = tweet(row(tweetid="10000000000", tweet_time="2010-02-11 12:00:07"))

    assert (f"{found.sent:%H:%M:%S}", found.bounds) == ("12:00:07", None)


@pytest.mark.parametrize(("stamp", "basis"), [("", "id"), ("noon", "id")])
def test_without_a_stamp_the_id_tells_the_time(stamp, basis):
    found = tweet(row(tweet_time=stamp))

    assert (found.sent, found.sent_basis) == (at("12:00:30"), basis)
    assert codes(found) == ["bad-stamp"]


def test_parents_quotes_and_retweets_are_told_by_id():
    found = tweet(row(in_reply_to_tweetid="12", quoted_tweet_tweetid="13"))
    repeat = tweet(
        row(is_retweet="True", retweet_tweetid="14", quoted_tweet_tweetid="13")
    )

    assert (found.reply_to, found.quotes) == ("12", "13")
    assert (repeat.repeats, repeat.quotes) == ("14", None)


def test_a_retweet_of_nobody_knows_what_is_shown_as_a_tweet():
    found = tweet(row(is_retweet="True"))

    assert (found.repeats, codes(found)) == (None, ["missing-field"])


def test_an_id_that_went_through_a_spreadsheet_is_known_to_be_rounded():
    found = tweet(row(in_reply_to_tweetid="6.977E+17"))

    assert found.reply_to == "697700000000000000"
    assert codes(found) == ["rounded-id"]


def test_a_cut_retweet_is_cut():
    assert tweet(row(tweet_text="RT @a: words…")).cut
    assert not tweet(row(tweet_text="words…")).cut


@pytest.mark.parametrize(
    ("handle", "id_"), [(HASH, HASH), (LONG_HASH, LONG_HASH), (LONG_HASH, "x")]
)
def test_pseudonyms_are_kept_and_are_not_odd(handle, id_):
    found = tweet(row(user_screen_name=handle, userid=id_, user_display_name=handle))

    assert (found.author.handle, found.author.id) == (handle, None)
    assert found.problems == ()


def test_a_pseudonym_is_no_display_name():
    made = row(user_screen_name=HASH, userid=HASH, user_display_name=HASH)

    assert tweet(made).author.name is None


def test_a_look_alike_is_odd():
    assert codes(tweet(row(user_screen_name="mе"))) == ["odd-handle"]


@pytest.mark.parametrize(
    ("cell", "text", "urls"),
    [
        ("[]", "words", ()),
        ("", "words", ()),
        (
            "[https://e.org/1]",
            "a https://t.co/1",
            (("https://t.co/1", "https://e.org/1"),),
        ),
        (
            "['https://e.org/1', 'https://e.org/2']",
            "https://t.co/1 and https://t.co/2",
            (
                ("https://t.co/1", "https://e.org/1"),
                ("https://t.co/2", "https://e.org/2"),
            ),
        ),
        ("[https://e.org/1]", "words", (("https://e.org/1", "https://e.org/1"),)),
    ],
)
def test_where_links_lead_stands_in_a_list(cell, text, urls):
    found = tweet(row(urls=cell, tweet_text=text))

    assert found.urls == tuple(Url(*each) for each in urls)


@pytest.mark.parametrize(
    ("member", "value"), [("tweetid", ""), ("tweetid", None), ("tweet_text", None)]
)
def test_without_id_or_words_the_row_is_a_problem_at_the_column(member, value):
    (problem,) = read(row(**{member: value}))

    assert (problem.code, problem.place.path) == ("missing-field", f"$[0].{member}")


def test_without_an_author_none_is_made_up():
    found = tweet(row(user_screen_name=""))

    assert (found.author, codes(found)) == (None, ["missing-field"])


def test_other_tables_are_not_taken():
    assert takedown_csv.recognises(row())
    assert not takedown_csv.recognises({"tweetid": "1", "userid": "2", "text": "x"})
    assert not takedown_csv.recognises([row()])


def test_a_row_that_is_cut_off_costs_only_itself(tmp_path):
    (data,) = sampled.files(sample()).values()
    rows = list(csv.DictReader(io.StringIO(data.decode(), newline="")))

    heap = load([written(tmp_path, "cut.csv", data[:-100])])

    assert len(heap.tweets) == len(rows) - 1
    assert [each.code for each in heap.problems if each.code != "shape-lacks"] == [
        "cut-off"
    ]


def test_the_sample_tells_every_author(tmp_path):
    (data,) = sampled.files(sample()).values()

    heap = load([written(tmp_path, "sample.csv", data)])

    assert {id_: each.author for id_, each in heap.tweets.items()} == {
        said.id: Account(said.handle, said.name, said.account_id) for said in sample()
    }


@given(
    made=damaged(
        row(in_reply_to_tweetid="12", urls="[https://e.org]", is_retweet="True")
    )
)
@settings(max_examples=200, deadline=None)
def test_any_change_to_any_member_raises_nothing_and_no_loss_is_silent(made):
    takedown_csv.recognises(made)

    found = read(made)

    assert all(isinstance(each, Tweet | Problem) for each in found)
    assert any(not isinstance(each, Problem) or each.code in SKIPPING for each in found)


@pytest.mark.skipif(not FIXTURES, reason="the shared data are not here")
@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_every_real_row_is_read_with_what_it_repeats(path):
    told = list(csv.DictReader(io.StringIO(path.read_text("utf-8"), newline="")))

    heap = load([str(path)])

    assert (heap.unread, heap.skipped) == ((), 0)
    assert {id_: each.repeats for id_, each in heap.tweets.items()} == {
        each["tweetid"]: each["retweet_tweetid"] or None for each in told
    }
    assert all(each.problems == () for each in heap.tweets.values())
