"""Problems are values with a place; errors carry their exit code."""

import pickle

import pytest

from tweetspat.problems import (
    NothingFound,
    NothingReadable,
    Place,
    Problem,
    SpatError,
    UsageError,
)


def test_a_place_is_shown_as_file_line_and_path():
    assert str(Place("a.jsonl", 3, "$.user")) == "a.jsonl:3: $.user"


def test_line_0_means_the_whole_file():
    assert str(Place("a.jsonl", 0)) == "a.jsonl"


def test_a_place_goes_down_by_keys_and_indices():
    place = Place("a.json", 1, "$[0]", "api-v1.1")

    below = place.at("entities", "urls", 2, "url")

    assert below == Place("a.json", 1, "$[0].entities.urls[2].url", "api-v1.1")
    assert place.path == "$[0]"


def test_a_problem_is_shown_with_its_place():
    problem = Problem("missing-field", "text was expected", Place("a.json", 2))

    assert str(problem) == "a.json:2: $: text was expected"
    assert str(problem._replace(place=None)) == "text was expected"


@pytest.mark.parametrize(
    ("error", "code"), [(NothingFound, 1), (UsageError, 2), (NothingReadable, 3)]
)
def test_every_error_is_one_of_this_package_and_knows_its_exit_code(error, code):
    assert issubclass(error, SpatError)
    assert error.exit_code == code


def test_a_problem_survives_the_way_between_processes():
    problem = Problem("cut-off", "it breaks off", Place("a.json", 2, "$[1]", "case"))

    assert pickle.loads(pickle.dumps(problem)) == problem
