"""Measure the times said in labelled phrases: found, false alarms, confidence.

usage: python tests/benchmarks/said_phrases.py PHRASES.json...

A phrase is {"lang", "text", "tweet_utc", "default_zone", "expected": [{"start", "end",
...}]}, as in tests/phrases/own.json; an expected time without an end is found when a
reading begins there.  A false alarm is a reading in a text that holds no time.
"""

import json
import sys
from collections import Counter
from datetime import datetime
from pathlib import Path

from tweetspat.model import SaidTime
from tweetspat.said_times import OwnZone, said_times
from tweetspat.zones import zone

SURE = (0.97, 0.93, 0.88, 0.0)
"""Lower edges of the bands of confidence that are told of."""


def main(files: list[str]) -> None:
    counts: Counter[tuple[str, str]] = Counter()
    bands: Counter[tuple[float, bool]] = Counter()
    for file in files:
        for phrase in json.loads(Path(file).read_text("utf-8")):
            score(phrase, counts, bands)
    names = sorted({name for name, _ in counts})
    for name in [*names, "all"]:
        of = names if name == "all" else [name]
        found, times, alarms, silent = (
            sum(counts[each, what] for each in of)
            for what in ("found", "times", "alarms", "silent")
        )
        print(
            f"{name:4} found {found:4} of {times:4} {found / max(times, 1):6.3f}"
            f"   false alarms {alarms:2} of {silent:3} texts without a time"
        )
    for edge in SURE:
        right, wrong = bands[edge, True], bands[edge, False]
        if right + wrong:
            share = right / (right + wrong)
            print(f"confidence from {edge:4.2f}: {share:.3f} of {right + wrong} right")


def score(
    phrase: dict, counts: Counter[tuple[str, str]], bands: Counter[tuple[float, bool]]
) -> None:
    """Count what is read of one phrase."""
    there = phrase["default_zone"] and zone(phrase["default_zone"])
    own = OwnZone(there, "label") if there else None
    sent = datetime.fromisoformat(phrase["tweet_utc"])
    said = said_times(phrase["text"], sent, None, own)
    language, expected = phrase["lang"], phrase["expected"]
    counts[language, "times"] += len(expected)
    counts[language, "found"] += sum(
        any(means(each, one) for each in said) for one in expected
    )
    counts[language, "silent"] += not expected
    counts[language, "alarms"] += bool(said and not expected)
    for each in said:
        edge = next(edge for edge in SURE if each.confidence >= edge)
        bands[edge, any(means(each, one) for one in expected)] += 1


def means(said: SaidTime, expected: dict) -> bool:
    """Tell whether a reading is the time that is expected."""
    end = expected["end"]
    return said.start == datetime.fromisoformat(expected["start"]) and (
        end is None or said.end == datetime.fromisoformat(end)
    )


if __name__ == "__main__":
    main(sys.argv[1:])
