"""Measure the sides that are suggested, on 170 real threads whose trees are known.

usage: python tests/benchmarks/sides.py [SHARED]

Who answers whom is counted here from the known trees (a child and its parent by
two accounts), not from the program's links.  Two accounts answer each other when
each has answered the other at least once.  Of such two the busiest are taken,
and "busiest" is read in four ways:

exchange    the most answers of the one that answered less, then the most in all
answers     the most answers between the two
tweets      the most tweets of the two together
two of all  the two who tweeted most in the thread, where they answer each other

Told is in how many threads these two stand on different suggested sides (of equals
the share), and how many threads without such two have no sides, as it should be.
Then, for the same threads in one heap without reply fields: how many of the sides
that inferred answers suggest are of accounts that do answer each other.
"""

import json
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from tweetspat.model import Spat
from tweetspat.readers import load
from tweetspat.reconstruction import reconstruct

SHARED = Path(__file__).parents[3] / "shared"


class Thread(NamedTuple):
    """A thread as it was.

    Attributes:
        answers: how often one account answered another.
        tweets: how many each account has.
        side: the suggested side of each account that has one.
    """

    answers: Counter[tuple[str, str]]
    tweets: Counter[str]
    side: Mapping[str, str]


def main(shared: Path) -> None:
    """Print the figures."""
    gold = shared / "data" / "gold"
    parents = json.loads((gold / "gold.json").read_bytes())
    threads = [
        thread(file, parents[file.stem.rpartition("-")[2]])
        for file in sorted((gold / "threads").glob("*/*.json"))
    ]
    with_camps = [each for each in threads if mutual(each)]
    without = [each for each in threads if not mutual(each)]
    print(f"{len(threads)} threads, {len(with_camps)} with two who answer each other")
    for name, busier in BUSIEST.items():
        found = [hit for each in with_camps if (hit := apart(each, busier)) is not None]
        print(f"  {name:10}  {sum(found) / len(found):.3f} of {len(found)} apart")
    silent = sum(not each.side for each in without)
    print(f"  {silent} of {len(without)} others have no sides")
    sizes = Counter(len(each.side) for each in with_camps)
    print(f"  accounts on sides: {dict(sorted(sizes.items()))} (accounts: threads)")
    both = {pair for each in threads for pair in mutual(each)}
    masked(gold / "masked_hard.jsonl.gz", both)


def thread(file: Path, parents: Mapping[str, str]) -> Thread:
    """Read a thread, and ask for its sides."""
    authors = {
        each["id_str"]: each["user"]["screen_name"].lower()
        for each in json.loads(file.read_bytes())
    }
    answers = Counter(
        (authors[child], authors[parent])
        for child, parent in parents.items()
        if child in authors and parent in authors and authors[child] != authors[parent]
    )
    spats = list(reconstruct(load([str(file)])))
    side = {key: name for spat in spats for key, name in sides(spat).items()}
    return Thread(answers, Counter(authors.values()), side)


def sides(spat: Spat) -> dict[str, str]:
    """Return the suggested side of each account."""
    return {
        turn.tweet.author.key: turn.side
        for turn in spat.turns
        if turn.side and turn.tweet.author
    }


def mutual(thread: Thread) -> list[tuple[str, str]]:
    """Return the accounts that answer each other."""
    return [
        (one, other)
        for one, other in thread.answers
        if one < other and (other, one) in thread.answers
    ]


Busier = Callable[[Thread, tuple[str, str]], object]


def exchange(thread: Thread, pair: tuple[str, str]) -> tuple[int, int]:
    """Return the answers of the one that answered less, and all between the two."""
    ways = thread.answers[pair], thread.answers[pair[::-1]]
    return min(ways), sum(ways)


def two_of_all(thread: Thread, pair: tuple[str, str]) -> bool:
    """Tell whether nobody else tweeted more than either."""
    least = min(thread.tweets[each] for each in pair)
    return all(n <= least for each, n in thread.tweets.items() if each not in pair)


BUSIEST: Mapping[str, Busier] = {
    "exchange": exchange,
    "answers": lambda thread, pair: sum(exchange(thread, pair)[1:]),
    "tweets": lambda thread, pair: sum(thread.tweets[each] for each in pair),
    "two of all": two_of_all,
}


def apart(thread: Thread, busier: Busier) -> float | None:
    """Return whether the busiest two stand apart; of equals the share that does."""
    ranks = {pair: busier(thread, pair) for pair in mutual(thread)}
    best = max(ranks.values())  # type: ignore[type-var]
    if best is False:
        return None
    pairs = [pair for pair, rank in ranks.items() if rank == best]
    hits = (
        one in thread.side
        and other in thread.side
        and thread.side[one] != thread.side[other]
        for one, other in pairs
    )
    return sum(hits) / len(pairs)


def masked(file: Path, both: set[tuple[str, str]]) -> None:
    """Print how many of the sides that inferred answers suggest are right."""
    found = right = 0
    for spat in reconstruct(load([str(file)])):
        if spat.sides:
            found += 1
            spoken = sides(spat)
            right += any(
                one in spoken and other in spoken and spoken[one] != spoken[other]
                for one, other in both
            )
    print(f"without reply fields: {found} conversations have sides, {right} rightly")


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED)
