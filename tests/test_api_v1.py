"""API v1.1: a status alone, many in a search answer, and real files of it."""

import pytest
from make import fields, shared, status

from tweetspat.model import Tweet
from tweetspat.readers import api_v1, load

FIXTURES = sorted(shared("data", "fixtures").glob("v11_*/*.json*"))
NOT_YET = {"pt_get_statuses_map.json": "a lookup map is a shape of its own"}


def read(record):
    return list(api_v1.read(fields(record), None))


def test_a_status_and_a_search_answer_are_recognised():
    assert api_v1.recognises(status())
    assert api_v1.recognises({"statuses": [], "search_metadata": {}})
    assert not api_v1.recognises({"statuses": {}})
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
    [path for path in FIXTURES if path.name not in NOT_YET],
    ids=lambda path: f"{path.parent.name}/{path.name}",
)
def test_every_real_file_of_the_api_gives_its_tweets(path):
    heap = load([str(path)])

    assert heap.unread == ()
    assert {each.place.shape for each in heap.tweets.values()} == {"api-v1.1"}
    assert all(each.sent for each in heap.tweets.values())
    assert all(each.author or each.nested_in for each in heap.tweets.values())
