"""170 real threads whose trees are known, where they stand beside the project."""

import json
from functools import cache

import pytest
from make import shared, turns

from tweetspat.inference import CONFIDENCE, CONFIDENCE_CONVERSATION
from tweetspat.model import Link, Turn
from tweetspat.readers import load
from tweetspat.reconstruction import reconstruct

GOLD = shared("data", "gold")
THREADS = 170

pytestmark = pytest.mark.skipif(not GOLD.exists(), reason=f"{GOLD} is not there")


def truth(name: str) -> dict[str, dict[str, str]]:
    """Return a table of the gold data, by thread id."""
    return json.loads((GOLD / name).read_bytes())


@cache
def threads() -> dict[str, tuple[set[str], dict[str, Turn], int]]:
    """Return for each thread id its records' ids, its turns and their number."""
    found = {}
    for file in sorted((GOLD / "threads").glob("*/*.json")):
        records = {each["id_str"] for each in json.loads(file.read_bytes())}
        spats = list(reconstruct(load([str(file)]), infer="off"))
        count = sum(len(spat.turns) for spat in spats)
        found[file.stem.rpartition("-")[2]] = records, dict(turns(spats)), count
    return found


def test_all_threads_are_there():
    assert len(threads()) == THREADS
    assert threads().keys() == truth("gold_present.json").keys()


def test_stated_links_are_the_known_trees_for_every_thread_ghosts_included():
    stated = {
        thread: {
            child: link.to
            for child, turn in found.items()
            for link in turn.links
            if link.relation == "replied_to" and link.stated
        }
        for thread, (_, found, _) in threads().items()
    }

    assert stated == truth("gold_present.json")


def test_no_tweet_is_lost_or_told_twice():
    for records, found, count in threads().values():
        present = {id_ for id_, turn in found.items() if turn.tweet.state != "missing"}
        assert present == records
        assert count == len(found)


def test_with_inference_off_nothing_is_guessed():
    for _, found, _ in threads().values():
        assert all(link.stated for turn in found.values() for link in turn.links)


@pytest.fixture(scope="module")
def inferred() -> dict[str, Link]:
    """What is inferred where all threads stand in one heap without reply fields."""
    found = turns(reconstruct(load([str(GOLD / "masked_hard.jsonl.gz")])))
    links = {child: link for child, turn in found.items() for link in turn.links}
    assert not any(link.stated for link in links.values())
    return links


@pytest.fixture
def right(inferred: dict[str, Link]) -> float:
    """The share of the inferred links that name the true parent."""
    parents = {
        child: to
        for links in truth("gold.json").values()
        for child, to in links.items()
    }
    hits = sum(parents.get(child) == link.to for child, link in inferred.items())
    return hits / len(inferred)


def test_inferred_links_are_right_and_more_than_a_few(inferred, right):
    assert right >= 0.95
    assert len(inferred) > 1000


def test_the_confidence_that_is_shown_is_the_share_that_is_right(inferred, right):
    assert pytest.approx(right, abs=0.005) == CONFIDENCE
    assert {link.confidence for link in inferred.values()} == {CONFIDENCE}


def test_the_confidence_in_the_conversation_is_not_more_than_the_share_that_is_right(
    inferred,
):
    nodes = truth("gold_nodes.json")
    thread_of = {id_: thread for thread, those in nodes.items() for id_ in those}

    hits = sum(
        thread_of[child] == thread_of[link.to] for child, link in inferred.items()
    )

    assert hits / len(inferred) >= CONFIDENCE_CONVERSATION > CONFIDENCE
