"""Measure linking in multiples of bare decoding, stated and inferred.

usage: python tests/benchmarks/link_speed.py FILE.jsonl FLOOR.py

stated: retweets folded, stated links, rings and ghosts.  unresolved: the reply fields
of every tweet are taken away, and all that can be is inferred.  one author: as many
tweets, half of them by one account and half addressed to it.  CPU time, the best of
three; FLOOR.py decodes the fields that are needed (`python FLOOR.py FILE.jsonl`).
"""

import gc
import subprocess
import sys
import time
from collections.abc import Callable
from datetime import timedelta
from resource import RUSAGE_CHILDREN, getrusage

from tweetspat.accounts import who_is_who
from tweetspat.inference import infer_links
from tweetspat.links import fold_retweets, ghosts, loops, stated_links
from tweetspat.model import Account, Heap, Tweet
from tweetspat.readers import load

RUNS = 3


def main(file: str, floor: str) -> None:
    gc.disable()
    decoding = min(decoded(file, floor) for _ in range(RUNS))
    heap = load([file])
    masked = {
        id_: each._replace(reply_to=None, reply_handle=None)
        for id_, each in heap.tweets.items()
    }
    turns = fold_retweets(masked)[0]
    alone = of_one_author(list(turns.values()))
    print(f"decoding    {decoding:6.2f} s")
    for name, count, job in (
        ("stated", len(heap.tweets), lambda: stated(heap)),
        ("unresolved", len(turns), lambda: inferred(turns)),
        ("one author", len(alone), lambda: inferred(alone)),
    ):
        cost = min(timed(job) for _ in range(RUNS))
        print(
            f"{name:11} {cost:6.2f} s  {cost / decoding:6.2f} x decoding"
            f"  {count / cost:9,.0f} tweets a second"
        )


def decoded(file: str, floor: str) -> float:
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run([sys.executable, floor, file], check=True, capture_output=True)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def timed(job: Callable[[], object]) -> float:
    start = time.process_time()
    job()
    return time.process_time() - start


def stated(heap: Heap) -> None:
    turns, folded, originals = fold_retweets(heap.tweets, heap.versions)
    links = stated_links(turns, originals, heap.versions)
    loops(links)
    ghosts(turns, links, folded, heap.notices)


def inferred(tweets: dict[str, Tweet]) -> None:
    infer_links(tweets, {}, None, who_is_who(tweets.values()), {})


def of_one_author(tweets: list[Tweet]) -> dict[str, Tweet]:
    """Return tweets by one account, each followed by one that addresses it."""
    start = min(each.sent for each in tweets if each.sent)
    found = {}
    for n, each in enumerate(tweets):
        asks = n % 2
        found[each.id] = each._replace(
            author=Account(f"asker{n % 5000}" if asks else "one"),
            sent=start + timedelta(seconds=15 * n),
            text=f"@one {each.text}" if asks else each.text,
        )
    return found


if __name__ == "__main__":
    main(*sys.argv[1:])
