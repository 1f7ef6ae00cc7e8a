"""CSV: one row a tweet whose record or text is in the data; ghosts stand as parents.

Every member that JSON has of a tweet is a column: texts as they are, lists and
objects as JSON in one cell.  A cell that a spreadsheet would take for a formula
begins with an apostrophe.
"""

import csv
import io
import json
from collections.abc import Iterator

from tweetspat.model import Spat, Turn
from tweetspat.renderers.spat_json import turn_members
from tweetspat.renderers.view import Report, View
from tweetspat.visible import cell

__all__ = ["COLUMNS", "render"]

COLUMNS = (
    "spat",
    "n",
    "id",
    "handle",
    "name",
    "account_id",
    "side",
    "sent",
    "sent_basis",
    "state",
    "text",
    "parent",
    "relation",
    "parent_basis",
    "parent_stated",
    "parent_confidence",
    "paraphrase",
    "time_as_told",
    "sent_bounds",
    "sources",
    "links",
    "said_times",
    "retweets",
    "media",
    "urls",
    "file",
    "line",
    "path",
    "shape",
    "copies",
    "problems",
)
"""The header, in its order."""


def render(report: Report, view: View) -> Iterator[str]:
    """Yield the header and the rows; a row with line breaks is one item."""
    if view.edges:
        from tweetspat.renderers.edges_csv import rows

        yield from rows(report)
        return
    yield ",".join(COLUMNS)
    for spat in report.spats:
        for turn in spat.turns:
            if not turn.tweet.ghost:
                yield _row(spat, turn)


def _row(spat: Spat, turn: Turn) -> str:
    told = turn_members(turn)
    author, place = turn.tweet.author, turn.tweet.place
    parent = turn.links[0] if turn.links else None
    told |= {
        "spat": spat.id,
        "handle": author and author.handle,
        "name": author and author.name,
        "account_id": author and author.id,
        "parent": parent and parent.to,
        "relation": parent and parent.relation,
        "parent_basis": parent and parent.basis,
        "parent_stated": parent and parent.stated,
        "parent_confidence": parent and round(parent.confidence, 4),
        **place._asdict(),
    }
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerow(_cell(told[name]) for name in COLUMNS)
    return out.getvalue()[:-1]


def _cell(value: object) -> str:
    if value is None or value in ((), []):
        return ""
    if isinstance(value, (list, tuple, dict, bool)):
        value = json.dumps(value, ensure_ascii=False)
    return cell(str(value))
