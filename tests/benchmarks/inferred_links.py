"""Measure the links that are inferred, on 170 real threads whose trees are known.

usage: python tests/benchmarks/inferred_links.py [SHARED]

All threads stand in one heap, every reply field taken away.  Then a share of the
tweets that others answer is deleted (seeded), so that inference has to abstain.

These are no figures to quote: the weights that are shipped were trained on these very
threads.  Those of events that were held back from training `train_weights.py` prints.
What is measured here is the whole line as it is shipped, and that it still gives what
it gave.

parent: the link names the true parent; the recall is of the answers whose parent
is still there.  conversation: the link leads into the thread that the tweet is
of; the recall is of all answers that are still there.  quotations: the same as for
parents, of texts with RT, MT or quotation marks only.
"""

import json
import random
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from tweetspat.inference.addresses import address
from tweetspat.model import Heap, TweetId
from tweetspat.readers import load
from tweetspat.reconstruction import Infer, reconstruct

SHARED = Path(__file__).parents[3] / "shared"
DELETED = (0.0, 0.3, 0.6)
SHOWN: tuple[Infer, ...] = ("safe", "wide")
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
    """How many links there are and are right; how many were found of those possible.

    A link can be right and name a deleted tweet, by its id: it is none that was
    possible.
    """

    links: int
    right: int
    found: int
    possible: int

    def __str__(self) -> str:
        precision = self.right / self.links if self.links else 0.0
        return f"{precision:9.4f} {self.found / self.possible:7.4f}"


def main(shared: Path) -> None:
    """Print one line for each share of deleted parents and each kind of inference."""
    gold = read(shared / "data" / "gold")
    print(f"{'parent':>40}{'conversation':>21}{'quotations':>18}")
    print("deleted infer  tweets  links" + "  precision  recall" * 3)
    for share in DELETED:
        heap = without_parents(gold, share)
        for infer in SHOWN:
            found = dict(inferred(heap, infer))
            told = scores(gold, heap, found)
            print(
                f"{share:7.0%} {infer} {len(heap.tweets):8} {len(found):6}  "
                + "  ".join(map(str, told))
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


def scores(gold: Gold, heap: Heap, found: Mapping[str, str]) -> tuple[Score, ...]:
    """Return the scores of the parents, of the conversations and of quotations."""
    quotations = {id_ for id_ in heap.tweets if is_quotation(gold, id_)}
    same = sum(gold.threads[child] == gold.threads.get(found[child]) for child in found)
    answers = gold.parents.keys() & heap.tweets.keys()
    return (
        of_parents(gold, heap, found),
        Score(len(found), same, same, len(answers)),
        of_parents(gold, heap, found, quotations),
    )


def of_parents(
    gold: Gold, heap: Heap, found: Mapping[str, str], among: set[str] | None = None
) -> Score:
    """Return how many links of some tweets, or of all, name the true parent."""
    asked = heap.tweets.keys() if among is None else among
    links = {child: to for child, to in found.items() if child in asked}
    right = [to for child, to in links.items() if gold.parents.get(child) == to]
    there = [gold.parents[child] for child in gold.parents.keys() & asked]
    return Score(
        len(links),
        len(right),
        sum(to in heap.tweets for to in right),
        sum(to in heap.tweets for to in there),
    )


def is_quotation(gold: Gold, id_: str) -> bool:
    """Tell an RT, an MT or a quotation in marks by its text."""
    cited = address(gold.heap.tweets[id_].text or "").cited
    return any(each.how in {"retweet", "modified", "quote"} for each in cited)


def inferred(heap: Heap, infer: Infer) -> Iterator[tuple[TweetId, TweetId]]:
    """Yield each inferred link as child and parent."""
    for spat in reconstruct(heap, infer=infer):
        for turn in spat.turns:
            for link in turn.links:
                if not link.stated:
                    yield turn.tweet.id, link.to


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED)
