"""The same conversations counted without tweetspat, to compare with its list.

Only what the data states, every quote joining (`list --join all`): a retweet folds
into what it repeats; each tweet hangs on what it answers, else on what it quotes;
lost tweets hold together what hangs on them; tweets inside others count.
"""

import json
from collections import Counter
from collections.abc import Iterable

__all__ = ["sizes"]


def sizes(lines: Iterable[bytes]) -> Counter[int]:
    """Return how many conversations there are of each number of tweets.

    A retweet is no tweet of a conversation, and neither is a lost tweet.
    """
    held: dict[str, dict] = {}
    found = list(filter(None, map(_status, lines)))
    for status in found:  # those inside others are added behind, and count less
        held.setdefault(status["id_str"], status)
        found += filter(None, map(status.get, ("retweeted_status", "quoted_status")))
    repeated = {
        id_: status["retweeted_status"]["id_str"]
        for id_, status in held.items()
        if status.get("retweeted_status")
    }
    nearby: dict[str, set[str]] = {}
    for id_, status in held.items():
        if id_ in repeated:
            continue
        nearby.setdefault(id_, set())
        to = status.get("in_reply_to_status_id_str") or status.get(
            "quoted_status_id_str"
        )
        to = repeated.get(to, to)
        if to:
            nearby[id_].add(to)
            nearby.setdefault(to, set()).add(id_)
    return Counter(_sizes(nearby, held))


def _status(line: bytes) -> dict | None:
    """Return a line's tweet; what is odd is left to others."""
    try:
        status = json.loads(line)
    except ValueError:
        return None
    return status if isinstance(status, dict) and "user" in status else None


def _sizes(nearby: dict[str, set[str]], held: dict[str, dict]) -> Iterable[int]:
    """Yield the number of tweets in each piece of a graph."""
    seen: set[str] = set()
    for start in nearby:
        if start in seen:
            continue
        seen.add(start)
        reached = [start]
        for id_ in reached:
            fresh = nearby[id_] - seen
            seen |= fresh
            reached += fresh
        yield sum(id_ in held for id_ in reached)
