"""170 real threads whose trees are known, where they stand beside the project."""

import json
import random
from functools import cache

import pytest
from make import shared, turns

from tweetspat.model import Heap, Turn
from tweetspat.readers import load
from tweetspat.reconstruction import reconstruct

GOLD = shared("data", "gold")
THREADS = 170
QUOTED = {"manual_quote", "manual_retweet"}

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


def without_parents(share: float) -> Heap:
    """Return all threads in one heap without reply fields, a share of the tweets
    that others answer deleted."""
    made = load([str(GOLD / "masked_hard.jsonl.gz")])
    answered = sorted(set(parents().values()) & set(made.tweets))
    gone = set(random.Random(7).sample(answered, round(share * len(answered))))
    left = {id_: each for id_, each in made.tweets.items() if id_ not in gone}
    return made._replace(tweets=left)


def parents() -> dict[str, str]:
    """Return the true parent of each answer."""
    trees = truth("gold.json").values()
    return {child: to for links in trees for child, to in links.items()}


@pytest.mark.parametrize(
    ("deleted", "precision", "recall"),
    [(0.0, 0.97, 0.80), (0.3, 0.95, 0.70), (0.6, 0.95, 0.50)],
)
def test_inferred_links_are_right_as_often_as_promised(deleted, precision, recall):
    """Notice what breaks; it is no proof, for the weights have seen these threads."""
    heap = without_parents(deleted)
    true = {child: to for child, to in parents().items() if child in heap.tweets}

    found = turns(reconstruct(heap))

    links = {child: turn.links[0] for child, turn in found.items() if turn.links}
    right = sum(true.get(child) == link.to for child, link in links.items())
    assert not any(link.stated for link in links.values())
    assert all(link.confidence >= 0.9 for link in links.values())
    assert right / len(links) >= precision
    assert right / sum(to in heap.tweets for to in true.values()) >= recall


def test_where_parents_are_stated_a_name_inside_a_text_infers_nothing():
    found = turns(reconstruct(load([str(GOLD / "all.jsonl.gz")])))

    inferred = [
        link for turn in found.values() for link in turn.links if not link.stated
    ]

    assert {link.basis for link in inferred} <= {"status_url", "media_source"} | QUOTED
    assert len(inferred) < THREADS / 5
