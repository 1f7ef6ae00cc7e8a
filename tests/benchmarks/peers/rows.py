"""What every peer is fed with: each tweet once, with the one tweet that it hangs on.

The standard library's json, as people use it.  A tweet hangs on what it repeats, else
on what it answers, else on what it quotes; tweets inside others are tweets too.  A
peer writes one line a conversation, as `tweetspat list` does: id, tweets, voices, first
and last stamp, first words.  It prints, as its last line, how much it found.
"""

import json
import os
import sys
import time
from collections.abc import Iterator, Sequence
from typing import NamedTuple

IMPORTED = time.process_time()
WORDS = 80
"""Characters of the first tweet that a line shows."""


class Row(NamedTuple):
    id: int
    parent: int | None
    author: str
    created_at: str
    text: str


def rows(file: str) -> Iterator[Row]:
    """Yield every tweet of a v1.1 file once, those inside others after all lines.

    Cost: O(distinct ids) memory for what was seen, and one row for each tweet that
    stands in another.
    """
    seen: set[int] = set()
    inner: dict[int, Row] = {}
    with open(file, encoding="utf-8") as lines:
        for line in lines:
            status = json.loads(line)
            for each in inside(status):
                inner.setdefault(each["id"], row(each))
            if status["id"] not in seen:
                seen.add(status["id"])
                yield row(status)
    for each in inner.values():
        if each.id not in seen:
            yield each


def inside(status: dict) -> Iterator[dict]:
    """Yield the tweets that a tweet holds, at any depth."""
    for member in ("retweeted_status", "quoted_status"):
        if held := status.get(member):
            yield held
            yield from inside(held)


def row(status: dict) -> Row:
    repeated = status.get("retweeted_status")
    return Row(
        status["id"],
        repeated["id"]
        if repeated
        else status.get("in_reply_to_status_id") or status.get("quoted_status_id"),
        status["user"]["screen_name"],
        status["created_at"],
        status.get("full_text") or status["text"],
    )


def openings(parents: dict[int, int | None]) -> dict[int, int]:
    """Return for each tweet the tweet at the head of its chain, lost or not."""
    found: dict[int, int] = {}
    for start in parents:
        way, id_ = [start], start
        while id_ not in found and (above := parents.get(id_)) is not None:
            way.append(id_ := above)
        found.update(dict.fromkeys(way, found.get(id_, id_)))
    return found


def listed(turns: Sequence[Row]) -> str:
    """Return what a list tells of a conversation, its tweets given in order."""
    voices = len({turn.author for turn in turns})
    first, last = turns[0], turns[-1]
    words = " ".join(first.text.split())[:WORDS]
    told = (first.id, len(turns), voices, first.created_at, last.created_at, words)
    return "\t".join(map(str, told)) + "\n"


def told(tweets: int, conversations: int, largest: int, **more: object) -> None:
    """Print what was found, for `large.py`."""
    found = {"tweets": tweets, "conversations": conversations, "largest": largest}
    print(json.dumps({**found, "imports": round(IMPORTED, 2), **more}))


def files() -> tuple[str, str]:
    """Return the file to read and the one to write."""
    _, source, target, *_ = sys.argv
    return source, target


def done() -> None:
    """End at once: freeing millions of objects one by one is no part of the work."""
    sys.stdout.flush()
    os._exit(0)
