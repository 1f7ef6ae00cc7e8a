"""CSV of the links: one row a link, for programs that draw or count networks.

A cell that a spreadsheet would take for a formula begins with an apostrophe.
"""

import csv
import io
import json
from collections.abc import Iterator, Mapping

from tweetspat.model import Link, Spat, Turn, Tweet, TweetId
from tweetspat.renderers.view import Report
from tweetspat.stamps import rfc3339
from tweetspat.visible import cell

__all__ = ["COLUMNS", "rows"]

COLUMNS = (
    "spat",
    "child",
    "parent",
    "relation",
    "basis",
    "stated",
    "confidence",
    "confidence_conversation",
    "evidence",
    "series",
    "elsewhere",
    "child_n",
    "child_author",
    "child_sent",
    "parent_n",
    "parent_author",
    "parent_sent",
    "parent_state",
)
"""The header, in its order."""


def rows(report: Report) -> Iterator[str]:
    """Yield the header, then a row for each link, the children in printed order."""
    yield ",".join(COLUMNS)
    for spat in report.spats:
        turns = {turn.tweet.id: turn for turn in spat.turns}
        for turn in spat.turns:
            yield from (_row(link, turn, turns, spat) for link in turn.links)


def _row(link: Link, child: Turn, turns: Mapping[TweetId, Turn], spat: Spat) -> str:
    parent = None if link.elsewhere else turns.get(link.to)
    told = (
        spat.id,
        child.tweet.id,
        link.to,
        link.relation,
        link.basis,
        "true" if link.stated else "false",
        round(link.confidence, 4),
        round(link.confidence_conversation, 4),
        link.evidence,
        json.dumps(link.series, ensure_ascii=False) if link.series else "",
        "true" if link.elsewhere else "false",
        child.n,
        *_who(child.tweet),
        parent.n if parent else "",
        *(_who(parent.tweet) if parent else ("", "")),
        parent.tweet.state if parent else "",
    )
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(cell(str(value)) for value in told)
    return out.getvalue()[:-1]


def _who(tweet: Tweet) -> tuple[str, str]:
    """Return a tweet's author and when it was sent, empty where nobody knows."""
    handle = tweet.author.handle if tweet.author else ""
    return handle, rfc3339(tweet.sent) if tweet.sent else ""
