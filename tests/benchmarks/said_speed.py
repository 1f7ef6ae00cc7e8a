"""Measure reading times said in texts, in multiples of bare decoding.

usage: python tests/benchmarks/said_speed.py FILE.jsonl FLOOR.py

without a zone: as for authors whose zone nobody knows.  with a zone: as if each
spoke on Moscow's clock, so that every "yesterday" is resolved.  CPU time, medians of
runs that alternate with FLOOR.py, which decodes the fields that are needed
(`python FLOOR.py FILE.jsonl`).
"""

import gc
import subprocess
import sys
import time
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

from tweetspat.model import Tweet
from tweetspat.readers import load
from tweetspat.said_times import OwnZone, said_times
from tweetspat.zones import zone_or_raise

RUNS = 5


def main(file: str, floor: str) -> None:
    tweets = [each for each in load([file]).tweets.values() if each.text]
    moscow = OwnZone(zone_or_raise("MSK"), "given")
    gc.disable()
    costs: dict[str, list[float]] = {"decoding": [], "no zone": [], "a zone": []}
    for _ in range(RUNS):
        costs["decoding"].append(decoded(file, floor))
        costs["no zone"].append(timed(tweets, None))
        costs["a zone"].append(timed(tweets, moscow))
    decoding = median(costs["decoding"])
    print(f"{len(tweets):,} tweets")
    for name, seconds in costs.items():
        cost = median(seconds)
        each = cost / len(tweets) * 1e6
        print(f"{name:9}{cost:7.3f} s {each:7.2f} us each {cost / decoding:6.2f} x")


def decoded(file: str, floor: str) -> float:
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run([sys.executable, floor, file], check=True, capture_output=True)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def timed(tweets: list[Tweet], own: OwnZone | None) -> float:
    start = time.process_time()
    for each in tweets:
        said_times(each.text or "", each.sent, each.bounds, own)
    return time.process_time() - start


if __name__ == "__main__":
    main(*sys.argv[1:])
