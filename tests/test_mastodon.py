"""Mastodon: statuses and contexts, HTML, boosts, quotes, handles with domains."""

import json

import pytest
from damaged import damaged
from hypothesis import given, settings
from make import at, fields, loaded, shared

from tweetspat.model import Account, Media, Tweet
from tweetspat.problems import Problem
from tweetspat.readers import load, mastodon

FIXTURES = sorted(shared("data", "fixtures").glob("mastodon_*/*.json"))


def status(id_="20", text="words", acct="mod_russia", **more):
    """Return a status with what a tweet needs."""
    return {
        "id": id_,
        "created_at": "2016-02-11T12:00:00.250Z",
        "content": f"<p>{text}</p>",
        "account": {"id": "5", "acct": acct, "display_name": "Ministry"},
        "in_reply_to_id": None,
        "reblog": None,
        "quote": None,
        "media_attachments": [],
        "mentions": [],
    } | more


def read(record):
    return list(mastodon.read(fields(record), None))


def codes(tweet):
    return [problem.code for problem in tweet.problems]


def test_a_regular_status_is_read_whole_and_without_problems():
    (tweet,) = read(status(text="geese &amp; ducks<br>fly"))

    assert tweet.id == "20"
    assert tweet.author == Account("mod_russia", "Ministry", "5")
    assert tweet.text == "geese & ducks\nfly"
    assert tweet.sent.replace(microsecond=0) == at("12:00")
    assert tweet.sent_basis == "created_at"
    assert (tweet.state, tweet.problems) == ("present", ())


@pytest.mark.parametrize(
    ("record", "known"),
    [
        (status(), True),
        (status(text="kept", created_at=None) | {"text": "kept"}, True),
        ({"ancestors": [], "descendants": []}, True),
        ({"ancestors": [], "descendants": None}, False),
        ({"account": {"acct": "a"}, "content": "b"}, False),
        ({"id": "1", "account": "a", "content": "b"}, False),
        ([], False),
    ],
)
def test_a_status_and_a_context_are_told_by_their_keys(record, known):
    assert mastodon.recognises(record) is known


def test_a_status_with_its_source_text_is_not_taken_for_a_tweet_of_v1(tmp_path):
    heap = loaded(tmp_path, status(text="a &amp; b") | {"text": "a & b"})

    assert [each.shape for each in heap.inputs] == ["mastodon"]


def test_a_context_gives_what_was_before_and_after(tmp_path):
    record = {
        "ancestors": [status("18")],
        "descendants": [status("21", in_reply_to_id="20")],
    }

    before, after = read(record)

    assert (before.id, before.place.path) == ("18", "$.ancestors[0]")
    assert (after.id, after.reply_to) == ("21", "20")


def test_what_is_no_status_in_a_context_costs_only_itself():
    record = {"ancestors": [{"id": "1"}, 7], "descendants": [status("21")]}

    found = read(record)

    assert [each.id for each in found if isinstance(each, Tweet)] == ["21"]
    assert {
        (each.code, each.place.path) for each in found if isinstance(each, Problem)
    } == {
        ("missing-field", "$.ancestors[0].content"),
        ("wrong-type", "$.ancestors[1]"),
    }


def test_a_boost_repeats_the_status_that_it_holds():
    boost, original = read(status("21", content="", reblog=status("20")))

    assert (boost.repeats, boost.quotes) == ("20", None)
    assert (original.state, original.nested_in) == ("recovered", "21")


@pytest.mark.parametrize(
    ("more", "nested"),
    [
        ({"quote": {"state": "accepted", "quoted_status": status("19")}}, True),
        ({"quote": status("19")}, True),
        ({"quote": {"state": "revoked", "quoted_status_id": "19"}}, False),
        ({"quote_id": "19"}, False),
    ],
)
def test_a_quote_is_named_in_several_ways(more, nested):
    tweet, *others = read(status("20", **more))

    assert tweet.quotes == "19"
    assert [each.id for each in others] == (["19"] if nested else [])


def test_a_quote_of_itself_is_told_of():
    (tweet,) = read(status("20", quote=status("20")))

    assert tweet.quotes is None
    assert codes(tweet) == ["holds-itself"]


def test_the_warning_before_a_text_is_part_of_it():
    (tweet,) = read(status(spoiler_text="geese"))

    assert tweet.text == "geese\n\nwords"


@pytest.mark.parametrize(
    ("account", "handle"),
    [("6", "oirspox@example.org"), ("5", "mod_russia"), ("7", None)],
)
def test_the_handle_that_is_answered_stands_among_the_mentions(account, handle):
    mentions = [{"id": "6", "acct": "oirspox@example.org"}]

    (tweet,) = read(status(in_reply_to_account_id=account, mentions=mentions))

    assert tweet.reply_handle == handle


@pytest.mark.parametrize(
    ("acct", "told"),
    [
        ("mod.russia@example.org", []),
        ("a-b@c-d.e", []),
        ("mod_russiа", ["odd-handle"]),
        ("a b", ["odd-handle"]),
    ],
)
def test_handles_may_have_domains(acct, told):
    (tweet,) = read(status(acct=acct))

    assert tweet.author.handle == acct
    assert codes(tweet) == told


def test_an_author_known_by_the_account_alone_is_left_to_other_records():
    record = {"ancestors": [status(account={"id": "5"})], "descendants": []}

    (tweet,) = read(record)

    assert (tweet.author, tweet.author_id) == (None, "5")
    assert codes(tweet) == []


@pytest.mark.parametrize("stamp", [None, "yesterday"])
def test_an_id_of_this_platform_tells_no_time(stamp):
    (tweet,) = read(status("110446983178245440", created_at=stamp))

    assert (tweet.sent, tweet.sent_basis) == (None, None)
    assert codes(tweet) == ["bad-stamp"]


def test_an_id_that_is_no_number_is_an_id():
    (tweet,) = read(status("AZx9dK2f"))

    assert (tweet.id, codes(tweet)) == ("AZx9dK2f", [])


def test_attachments_are_media():
    items = [
        {"type": "image", "url": "p", "description": "map"},
        {"type": "gifv", "url": None, "remote_url": "g"},
    ]

    (tweet,) = read(status(media_attachments=items))

    assert tweet.media == (Media("photo", "p", "map"), Media("animated_gif", "g"))


WHOLE = {
    "ancestors": [status("18"), status("19", reblog=status("18"))],
    "descendants": [
        status(
            "20",
            in_reply_to_id="19",
            in_reply_to_account_id="6",
            mentions=[{"id": "6", "acct": "a"}],
            media_attachments=[{"type": "image", "url": "p"}],
            quote={"quoted_status": status("18")},
        )
    ],
}


@given(damaged([WHOLE, WHOLE["descendants"][0]]))
@settings(max_examples=150, deadline=None)
def test_whatever_is_wrong_with_a_status_raises_nothing(records):
    for record in records:
        if mastodon.recognises(record):
            assert all(isinstance(each, Tweet | Problem) for each in read(record))


@pytest.mark.skipif(not FIXTURES, reason="the shared data are not here")
@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_every_real_file_gives_its_statuses_and_their_links(path):
    record = json.loads(path.read_text("utf-8"))
    tops = record.get("ancestors", []) + record.get("descendants", []) or [record]
    nested = [each.get("reblog") for each in tops]
    nested += [(each.get("quote") or {}).get("quoted_status") for each in tops]
    expected = [each for each in (*tops, *nested) if each and "id" in each]

    heap = load([str(path)])

    assert heap.unread == ()
    assert {id_: each.reply_to for id_, each in heap.tweets.items()} == {
        each["id"]: each["in_reply_to_id"] for each in expected
    }
    assert all(each.author and not each.problems for each in heap.tweets.values())
