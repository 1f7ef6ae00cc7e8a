"""Measure the rule that infers links, on 170 real threads whose trees are known.

usage: python tests/benchmarks/mention_rule.py [SHARED]

All threads stand in one heap, every reply field taken away.  Then a share of the
tweets that others answer is deleted (seeded), so that the rule has to abstain.

parent: the link names the true parent; the recall is of the answers whose parent
is still there.  conversation: the link leads into the thread that the tweet is
of; the recall is of all answers that are still there.
"""

import json
import random
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from tweetspat.model import Heap, TweetId
from tweetspat.readers import load
from tweetspat.reconstruction import reconstruct

SHARED = Path(__file__).parents[3] / "shared"
DELETED = (0.0, 0.3, 0.6)
SEED = 170


class Gold(NamedTuple):
    """The threads as they were.

    Attributes:
        heap: all tweets, without reply fields.
        parents: what each answer answers.
        threads: the thread that each tweet is of.
    """

    heap: Heap
    parents: Mapping[str, str]
    threads: Mapping[str, str]


class Score(NamedTuple):
    """How many links there are, how many are right, how many there could be."""

    links: int
    right: int
    possible: int

    def __str__(self) -> str:
        precision = self.right / self.links if self.links else 0.0
        return f"{precision:9.4f} {self.right / self.possible:7.4f}"


def main(shared: Path) -> None:
    """Print one line for each share of deleted parents."""
    gold = read(shared / "data" / "gold")
    print("                            parent        conversation")
    print("deleted  tweets  links  precision  recall  precision  recall")
    for share in DELETED:
        heap = without_parents(gold, share)
        parent, conversation = scores(gold, heap)
        print(
            f"{share:7.0%} {len(heap.tweets):7} {parent.links:6}"
            f"  {parent}  {conversation}"
        )


def read(folder: Path) -> Gold:
    """Read the masked tweets and the truth about them."""
    trees = json.loads((folder / "gold.json").read_bytes())
    nodes = json.loads((folder / "gold_nodes.json").read_bytes())
    return Gold(
        heap=load([str(folder / "masked_hard.jsonl.gz")]),
        parents={child: to for links in trees.values() for child, to in links.items()},
        threads={id_: thread for thread, those in nodes.items() for id_ in those},
    )


def without_parents(gold: Gold, share: float) -> Heap:
    """Return the heap without that share of the tweets that others answer."""
    answered = sorted(set(gold.parents.values()) & set(gold.heap.tweets))
    deleted = set(random.Random(SEED).sample(answered, round(share * len(answered))))
    left = {id_: each for id_, each in gold.heap.tweets.items() if id_ not in deleted}
    return gold.heap._replace(tweets=left)


def scores(gold: Gold, heap: Heap) -> tuple[Score, Score]:
    """Return the score of the parents and that of the conversations."""
    found = dict(inferred(heap))
    answers = gold.parents.keys() & heap.tweets.keys()
    parent = Score(
        len(found),
        sum(gold.parents.get(child) == to for child, to in found.items()),
        sum(gold.parents[child] in heap.tweets for child in answers),
    )
    conversation = Score(
        len(found),
        sum(gold.threads[child] == gold.threads.get(to) for child, to in found.items()),
        len(answers),
    )
    return parent, conversation


def inferred(heap: Heap) -> Iterator[tuple[TweetId, TweetId]]:
    """Yield each inferred link as child and parent."""
    for spat in reconstruct(heap):
        for turn in spat.turns:
            for link in turn.links:
                if not link.stated:
                    yield turn.tweet.id, link.to


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED)
