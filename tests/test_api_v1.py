"""API v1.1: a status alone, many in a search answer, and real files of it."""

import json

import pytest
from make import fields, shared, status

from tweetspat.model import Notice, Tweet
from tweetspat.readers import api_v1, load

FIXTURES = sorted(shared("data", "fixtures").glob("v11_*/*.json*"))
FIXTURES += sorted(shared("data", "fixtures", "python_twitter_asdict").glob("*_*.json"))
FIXTURES += sorted(
    shared("data", "fixtures", "pheme_thread_folder").glob("*/*__*.json")
)


def read(record):
    return list(api_v1.read(fields(record), None))


def test_a_status_and_a_search_answer_are_recognised():
    assert api_v1.recognises(status())
    assert api_v1.recognises({"statuses": [], "search_metadata": {}})
    assert api_v1.recognises({"id": {"20": status(), "21": None}})
    assert not api_v1.recognises({"statuses": {}})
    assert not api_v1.recognises({"id": {"a": status()}})
    assert not api_v1.recognises({"id": {"20": []}})
    assert not api_v1.recognises({"id": {"20": None}, "name": "a"})
    assert not api_v1.recognises({"id": "20"})
    assert not api_v1.recognises({"delete": {"status": {"id_str": "1"}}})
    assert not api_v1.recognises([status()])


def test_a_search_answer_gives_its_statuses_each_at_its_place():
    first, then = read({"statuses": [status(text="a"), status(text="b")]})

    assert (first.text, first.place.path) == ("a", "$.statuses[0]")
    assert (then.text, then.place.path) == ("b", "$.statuses[1]")


def test_in_a_search_answer_what_is_no_status_costs_only_itself():
    record = {"statuses": [status(text="a"), {"limit": {}}, 7, status(text="b")]}

    found = read(record)

    assert [each.text for each in found if isinstance(each, Tweet)] == ["a", "b"]
    assert {
        (each.code, each.place.path) for each in found if not isinstance(each, Tweet)
    } == {("unknown-shape", "$.statuses[1]"), ("wrong-type", "$.statuses[2]")}


def test_what_is_odd_in_one_status_is_not_held_against_its_neighbour():
    odd, plain = read({"statuses": [status(created_at="?"), status()]})

    assert [problem.code for problem in odd.problems] == ["bad-stamp"]
    assert plain.problems == ()


def test_a_lookup_gives_its_statuses_and_says_which_were_not_available():
    made = status(text="a")
    record = {"id": {made["id_str"]: made, "21": None, "22": {"error": "no"}}}

    tweet, notice, problem = read(record)

    assert tweet.place.path == f"$.id.{made['id_str']}"
    assert isinstance(notice, Notice)
    assert (notice.id, notice.state) == ("21", "missing")
    assert notice.reason == "not available in the lookup"
    assert (problem.code, problem.place.path) == ("unknown-shape", "$.id.22")


def test_an_empty_lookup_is_an_answer_too():
    assert api_v1.recognises({"id": {}})
    assert read({"id": {}}) == []


def test_a_status_without_id_becomes_a_problem_that_names_the_member():
    made = status(id=None, id_str=None, in_reply_to_screen_name="x")

    (problem,) = read({"statuses": [made]})

    assert (problem.code, problem.place.path) == (
        "missing-field",
        "$.statuses[0].id_str",
    )


@pytest.mark.skipif(not FIXTURES, reason="the shared data are not here")
@pytest.mark.parametrize(
    "path",
    FIXTURES,
    ids=lambda path: f"{path.parent.name}/{path.name}",
)
def test_every_real_file_of_the_api_gives_its_tweets(path):
    heap = load([str(path)])

    assert heap.unread == ()
    assert {each.place.shape for each in heap.tweets.values()} == {"api-v1.1"}
    assert all(each.sent for each in heap.tweets.values())
    assert all(each.author or each.nested_in for each in heap.tweets.values())


@pytest.mark.skipif(not FIXTURES, reason="the shared data are not here")
def test_the_dumps_of_a_library_that_drops_entities_keep_their_links():
    folder = shared("data", "fixtures", "python_twitter_asdict")
    dumps = [json.loads(path.read_text("utf-8")) for path in folder.glob("*_*.json")]

    heap = load([str(folder)])

    assert {id_: len(each.urls) for id_, each in heap.tweets.items()} == {
        each["id_str"]: len(each["urls"]) for each in dumps
    }
    assert {id_: each.reply_to for id_, each in heap.tweets.items()} == {
        each["id_str"]: each.get("in_reply_to_status_id")
        and str(each["in_reply_to_status_id"])
        for each in dumps
    }
