"""Measure reading stamps in multiples of bare decoding of the tweets that hold them.

usage: python tests/benchmarks/stamp_speed.py FILE.jsonl FLOOR.py

The stamps are all those that the tool reads: of the tweets, and of the quoted and
retweeted ones inside them; "spread" are as many, each of another day of ten years
than the one before, as in an account's archive.  CPU time, decoding and reading by
turns, the median of seven; FLOOR.py decodes the fields that are needed (`python
FLOOR.py FILE.jsonl`).  Before each run what is remembered of days is forgotten.
"""

import gc
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

from tweetspat.stamps import instant, shapes

RUNS = 7
MOST = 0.15
"""The goal, in multiples of decoding."""

START, DAYS = datetime(2008, 1, 1), 3653


def main(file: str, floor: str) -> None:
    with open(file, "rb") as lines:
        found = [stamp for line in lines for stamp in stamps(json.loads(line))]
    gc.disable()
    days = [START + timedelta(days=n) for n in range(DAYS)]
    spread = [
        f"{days[n % DAYS]:%a %b %d} {stamp[11:25]} {days[n % DAYS]:%Y}"
        for n, stamp in enumerate(found)
    ]
    decoding = []
    reading: dict[str, list[float]] = {"as they are": [], "spread": []}
    for _ in range(RUNS):
        decoding.append(decoded(file, floor))
        reading["as they are"].append(timed(found))
        reading["spread"].append(timed(spread))
    floored = median(decoding)
    print(f"decoding     {floored:6.3f} s")
    for name, times in reading.items():
        cost = median(times)
        print(
            f"{name:12} {cost:6.3f} s  {cost / floored:5.3f} x decoding"
            f"  {cost / len(found) * 1e9:,.0f} ns each of {len(found):,}"
        )
    sys.exit(any(median(times) > MOST * floored for times in reading.values()))


def stamps(status: dict[str, object]) -> Iterator[str]:
    """Yield the stamps of a status and of those nested in it."""
    inside = [status]
    while inside:
        status = inside.pop()
        if isinstance(status.get("created_at"), str):
            yield status["created_at"]
        held = (status.get("quoted_status"), status.get("retweeted_status"))
        inside += [each for each in held if isinstance(each, dict)]


def decoded(file: str, floor: str) -> float:
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run([sys.executable, floor, file], check=True, capture_output=True)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def timed(found: list[str]) -> float:
    shapes._days.clear()
    start = time.process_time()
    for stamp in found:
        instant(stamp)
    return time.process_time() - start


if __name__ == "__main__":
    main(*sys.argv[1:])
