"""API v2: responses, pages, stream lines, flattened tweets, and real files of them."""

import json

import pytest
from damaged import damaged
from hypothesis import given, settings
from make import fields, loaded, shared
from make_v2 import (
    accounts,
    notices,
    post,
    problems,
    read,
    refers,
    tweets,
    user,
)
from neutral import sample
from shapes.api_v2 import files, flattened
from test_shapes import seen

from tweetspat import load
from tweetspat.model import Account, Notice, Tweet
from tweetspat.problems import Problem
from tweetspat.readers import api_v1, api_v2

FIXTURES = shared("data", "fixtures")
REAL = sorted(
    path
    for folder in ("pages_twarc", "flat_twarc", "stream", "note_tweet", "response")
    for path in FIXTURES.glob(f"v2_{folder}/*.json*")
)
EDITED = sorted(FIXTURES.glob("v2_edit_history/*.jsonl"))
NEEDS_REAL = pytest.mark.skipif(not REAL, reason="the shared data are not here")


def error(id_="7", **more):
    return {
        "resource_id": id_,
        "value": id_,
        "resource_type": "tweet",
        "parameter": "referenced_tweets.id",
        "title": "Not Found Error",
        "type": "https://api.twitter.com/2/problems/resource-not-found",
        "detail": f"Could not find tweet with referenced_tweets.id: [{id_}].",
    } | more


@pytest.mark.parametrize(
    "record",
    [
        {"data": [post()]},
        {"data": post(), "matching_rules": [{"id": "1", "tag": None}]},
        {"data": [], "includes": {"tweets": [post()]}},
        {"data": [user()]},
        {"includes": {"users": [user()]}},
        {"meta": {"result_count": 0}},
        {"errors": [error()]},
        {"title": "Unauthorized", "type": "about:blank", "status": 401},
        post(),
        post(author=None),
    ],
)
def test_responses_and_flattened_tweets_are_recognised(record):
    assert api_v2.recognises(fields(record).value)
    assert not api_v1.recognises(fields(record).value)


@pytest.mark.parametrize(
    "record",
    [
        {},
        {"data": None},
        {"data": {"user": {"result": {}}}},
        {"data": {"event_type": "post.create", "payload": post()}},
        {"data": [{"id": "1", "text": "a", "timestamp": "t", "permalink": "p"}]},
        {"errors": [{"code": 34, "message": "Sorry, that page does not exist"}]},
        {"errors": [{"title": "t", "detail": "d", "path": ["user"]}], "data": {}},
        {"title": "a", "type": "article"},
        {"meta": {"result_count": "7"}},
    ],
)
def test_what_is_no_response_is_not_recognised(record):
    assert not api_v2.recognises([record])
    assert not api_v2.recognises(fields(record).value)


def test_a_page_gives_its_tweets_its_included_tweets_and_its_accounts():
    page = {
        "data": [post("12:00", "a", **refers(replied_to=post("11:00")["id"]))],
        "includes": {"tweets": [post("11:00", "b")], "users": [user()]},
    }

    found = read(api_v2, page)
    answer, asked = tweets(found)

    assert answer.reply_to == asked.id
    assert answer.place.path == "$.data[0]"
    assert asked.place.path == "$.includes.tweets[0]"
    assert (asked.state, asked.nested_in) == ("present", None)
    assert accounts(found) == [Account("mod_russia", "Mod_Russia", "11")]
    assert problems(found) == []


def test_data_may_be_one_tweet():
    (tweet,) = tweets(read(api_v2, {"data": post()}))

    assert tweet.place.path == "$.data"


def test_a_tweet_that_a_page_includes_beside_itself_is_yielded_once():
    page = {"data": [post()], "includes": {"tweets": [post()]}}

    assert len(tweets(read(api_v2, page))) == 1


def test_users_that_were_asked_for_are_accounts():
    found = read(api_v2, {"data": [user("1", "a"), user("2", "b", name=None)]})

    assert found == [Account("a", "A", "1"), Account("b", None, "2")]


def test_what_is_no_tweet_in_a_page_costs_only_itself():
    page = {"data": [post("11:00"), 7, {"id": "1", "author_id": "2"}, post("12:00")]}

    found = read(api_v2, page)

    assert len(tweets(found)) == 2
    assert set(problems(found)) == {
        ("wrong-type", "$.data[1]"),
        ("missing-field", "$.data[2].text"),
    }


def test_what_is_odd_in_one_tweet_is_not_held_against_its_neighbour():
    odd, plain = tweets(
        read(api_v2, {"data": [post("11:00", created_at="?"), post("12:00")]})
    )

    assert "bad-stamp" in [each.code for each in odd.problems]
    assert "bad-stamp" not in [each.code for each in plain.problems]


def test_what_is_odd_in_a_flattened_record_is_told_once(tmp_path):
    text = json.dumps(post()).replace('"text"', '"lang": "ru", "lang": "en", "text"')

    heap = loaded(tmp_path, text)

    (tweet,) = heap.tweets.values()
    told = [each.code for each in (*tweet.problems, *heap.problems)]
    assert told.count("duplicate-key") == 1


def test_an_author_whom_another_page_tells_is_found(tmp_path):
    first = {"data": [post("11:00", author="11")]}
    second = {"data": [post("12:00", author="22")], "includes": {"users": [user()]}}

    heap = loaded(tmp_path, f"{json.dumps(first)}\n{json.dumps(second)}\n")

    known, unknown = sorted(heap.tweets.values())
    assert known.author == Account("mod_russia", "Mod_Russia", "11")
    assert unknown.author is None
    assert [each.code for each in unknown.problems] == ["unknown-author"]


@pytest.mark.parametrize(
    ("more", "state", "reason"),
    [
        ({}, "missing", "Could not find tweet"),
        (
            {
                "title": "Authorization Error",
                "type": "https://api.twitter.com/2/problems/"
                "not-authorized-for-resource",
                "detail": "Sorry, you are not authorized to see the Tweet with "
                "referenced_tweets.id: [7].",
            },
            "protected",
            "Sorry, you are not authorized to see the Tweet",
        ),
        (
            {"title": "Forbidden", "detail": "User has been suspended: [a]."},
            "suspended",
            "User has been suspended",
        ),
        ({"detail": "The Post was deleted."}, "deleted", "The Post was deleted"),
        ({"detail": "Tweet withheld in DE"}, "withheld", "Tweet withheld in DE"),
        ({"detail": None}, "missing", "Not Found Error"),
        ({"resource_type": "post"}, "missing", "Could not find tweet"),
        ({"resource_type": None}, "missing", "Could not find tweet"),
        ({"resource_id": None}, "missing", "Could not find tweet"),
        ({"detail": "x" * 500}, "missing", "x" * 80),
    ],
)
def test_an_error_about_a_tweet_tells_what_became_of_it(more, state, reason):
    (notice,) = notices(read(api_v2, {"data": [post()], "errors": [error(**more)]}))

    assert notice == Notice("7", state, reason, notice.place)
    assert notice.place.path == "$.errors[0]"


@pytest.mark.parametrize(
    "more",
    [
        {"resource_type": "user"},
        {"resource_type": "media", "value": "3_7"},
        {"resource_type": None, "parameter": "ids", "detail": "Could not find user."},
        {"resource_id": "gatewaypundit", "value": "gatewaypundit"},
        {"field": "non_public_metrics"},
        {"type": "https://api.twitter.com/2/problems/not-authorized-for-field"},
    ],
)
def test_an_error_about_something_else_in_a_page_is_passed_over(more):
    found = read(api_v2, {"data": [post()], "errors": [error(**more)]})

    assert notices(found) == []
    assert problems(found) == []


def test_an_answer_of_errors_alone_is_told_with_their_words():
    disconnected = {
        "title": "operational-disconnect",
        "disconnect_type": "UpstreamOperationalDisconnect",
        "detail": "This stream has been disconnected for operational reasons.",
        "type": "https://api.twitter.com/2/problems/operational-disconnect",
    }

    (problem,) = read(api_v2, {"errors": [disconnected]})

    assert (problem.code, problem.place.path) == ("api-error", "$.errors[0]")
    assert "operational-disconnect: This stream has been" in problem.message


def test_an_answer_that_lost_tweets_alone_gives_notices_and_no_problem():
    found = read(api_v2, {"errors": [error("7"), error("8")]})

    assert [each.id for each in notices(found)] == ["7", "8"]
    assert problems(found) == []


def test_a_refused_request_is_told_with_the_words_of_both_levels():
    refused = {
        "errors": [{"parameters": {"ids": ["x"]}, "message": "[x] is not valid"}],
        "title": "Invalid Request",
        "detail": "One or more parameters to your request was invalid.",
        "type": "https://api.twitter.com/2/problems/invalid-request",
    }
    alone = {"title": "Unauthorized", "type": "about:blank", "detail": "Unauthorized"}

    (first,) = read(api_v2, refused)
    (second,) = read(api_v2, alone)

    assert first.message.endswith("Invalid Request: [x] is not valid")
    assert (second.code, second.place.path) == ("api-error", "$")


def test_a_page_without_results_gives_nothing_and_is_no_problem(tmp_path):
    heap = loaded(tmp_path, {"meta": {"result_count": 0}}, {"data": [post()]})

    assert (len(heap.tweets), heap.problems, heap.unread) == (1, (), ())


def test_the_flattened_sample_is_the_paged_sample(tmp_path):
    (pages,), (flat,) = files(sample()).values(), flattened(sample()).values()
    (tmp_path / "pages.jsonl").write_bytes(pages)
    (tmp_path / "flat.jsonl").write_bytes(flat)

    paged = seen(load([str(tmp_path / "pages.jsonl")]), frozenset())

    assert seen(load([str(tmp_path / "flat.jsonl")]), frozenset()) == paged


def test_a_page_of_the_sample_lacks_an_author_that_the_other_tells():
    (pages,) = files(sample()).values()
    first, second = map(json.loads, pages.splitlines())

    lacking = {each["author_id"] for each in first["data"]} - {
        each["id"] for each in first["includes"]["users"]
    }

    assert lacking
    assert lacking <= {each["id"] for each in second["includes"]["users"]}


WHOLE = {
    "data": [
        post("12:00", **refers(replied_to=post("11:00")["id"], quoted="7")),
        post("12:01", edit_history_tweet_ids=["1", "2"]),
    ],
    "includes": {
        "users": [user()],
        "tweets": [post("11:00", attachments={"media_keys": ["3_1"]})],
        "media": [{"media_key": "3_1", "type": "photo", "url": "https://p"}],
    },
    "errors": [error(), error("8", resource_type="user")],
    "meta": {"result_count": 2},
    "__twarc": {"version": "2.12.0"},
}


@given(damaged(WHOLE))
@settings(max_examples=200, deadline=None)
def test_no_odd_page_makes_the_reader_fail(record):
    api_v2.recognises(fields(record).value)

    for found in read(api_v2, record):
        assert isinstance(found, Tweet | Account | Notice | Problem)


def records_of(path):
    """Return the whole JSON values of a file; one that breaks off is left out."""
    text, found = path.read_text("utf-8"), []
    try:
        return [json.loads(text)]
    except ValueError:
        for line in text.splitlines():
            try:
                found.append(json.loads(line))
            except ValueError:
                continue
        return found


def expected_of(path):
    """Return by id what the file's tweets refer to, and their author ids."""
    expected = {}
    for record in records_of(path):
        data = record.get("data", record)
        members = data if isinstance(data, list) else [data]
        members = members + record.get("includes", {}).get("tweets", [])
        for member in members:
            inlined = member.get("referenced_tweets", [])
            for each in [member, *(one for one in inlined if "text" in one)]:
                expected[each["id"]] = (
                    sorted(
                        (one["type"], one["id"])
                        for one in each.get("referenced_tweets", [])
                    ),
                    each.get("author_id"),
                )
    return expected


def told_of(tweet):
    """Return the same of a tweet that was read."""
    links = {
        "replied_to": tweet.reply_to,
        "quoted": tweet.quotes,
        "retweeted": tweet.repeats,
    }
    author = tweet.author.id if tweet.author else tweet.author_id
    return sorted((kind, id_) for kind, id_ in links.items() if id_), author


@NEEDS_REAL
@pytest.mark.parametrize(
    "path", REAL, ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_every_real_file_gives_all_its_tweets_with_their_references(path):
    heap = load([str(path)])

    assert {id_: told_of(tweet) for id_, tweet in heap.tweets.items()} == expected_of(
        path
    )
    assert {each.place.shape for each in heap.tweets.values()} == {"api-v2"}
    assert all(tweet.sent for tweet in heap.tweets.values())
    assert {each.code for each in heap.problems} <= {"cut-off", "broken"}


@NEEDS_REAL
def test_pages_and_flattened_tweets_of_one_search_are_the_same():
    paged, flat = (
        load([str(FIXTURES / path)]).tweets
        for path in (
            "v2_pages_twarc/twarccsv_noflat.jsonl",
            "v2_flat_twarc/twarccsv_flat.jsonl",
        )
    )

    assert sum(tweet.nested_in is None for tweet in flat.values()) == 100
    apart = dict.fromkeys(("place", "state", "sources", "nested_in", "author_id"))
    assert {id_: tweet._replace(**apart) for id_, tweet in paged.items()} == {
        id_: tweet._replace(**apart) for id_, tweet in flat.items()
    }


@NEEDS_REAL
@pytest.mark.parametrize("path", EDITED, ids=lambda path: path.name)
def test_the_versions_of_a_real_edited_tweet_are_one_tweet(path):
    heap = load([str(path)])

    assert [*heap.tweets] == ["1576994789110992896"]
    assert heap.versions == {"1576994746135764992": "1576994789110992896"}


@NEEDS_REAL
def test_the_errors_of_a_page_become_notices():
    heap = load([str(FIXTURES / "v2_note_tweet" / "handmade_note_tweet.json")])

    assert {id_: each.state for id_, each in heap.notices.items()} == {
        "1899999999999999999": "missing",
        "1900000000000000000": "protected",
    }
    (tweet,) = heap.tweets.values()
    assert tweet.text.startswith("the whole long text")


@NEEDS_REAL
def test_a_large_file_of_flattened_tweets_is_read_the_same(tmp_path):
    path = FIXTURES / "v2_flat_twarc" / "twarccsv_flat.jsonl"
    large = tmp_path / "flat.jsonl"
    large.write_bytes(path.read_bytes() * 4)

    heap, again = load([str(path)]), load([str(large)])

    assert again.inputs[0].tweets == 4 * heap.inputs[0].tweets
    assert again.tweets.keys() == heap.tweets.keys()
