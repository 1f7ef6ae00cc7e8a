"""The texts of tweets, read again from where they lie, without the rest of them."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import DecodeError, Struct
from msgspec.json import Decoder

from tweetspat.model import Tweet
from tweetspat.readers.status_v1 import unescape
from tweetspat.scan.nodes import NONE
from tweetspat.scan.rows import ANY, CUT, LOST_WORDS, NESTED, RAW
from tweetspat.scan.spools import text_of

if TYPE_CHECKING:
    from tweetspat.scan.graph import Graph
    from tweetspat.scan.records import Records

__all__ = ["text_in", "texts"]


class _Long(Struct, gc=False):
    full_text: str | None = None


class _Words(Struct, gc=False):
    id_str: int
    full_text: str | None = None
    text: str | None = None
    extended_tweet: _Long | None = None
    quoted_status: "_Words | None" = None
    retweeted_status: "_Words | None" = None


_words = Decoder(_Words, strict=False).decode
_string = Decoder(str).decode

_OPENING = 768
"""Bytes at the start of a record in which its text usually stands."""

_WHOLE = 1 << 32

_MANY = 32
"""Tweets for which numpy pays."""

_FULL = b'"full_text":"'
_BEFORE = len(_FULL) - 1
_STRING = re.compile(rb'"[^"\\]*+(?:\\.[^"\\]*+)*+"')
_TEXT = re.compile(rb'"(?:full_)?text": ?(' + _STRING.pattern + rb")")
_NOT_CUT = re.compile(rb'"truncated": ?false')
_RANK = CUT | LOST_WORDS | NESTED


def texts(graph: "Graph", nodes: Sequence[int]) -> list[str | None]:
    """Return the text of each of some tweets, or None where it has none."""
    flags = graph.scan.rows.flags
    found: list[str | None] = [None] * len(nodes)
    if graph.scan.vectors and len(nodes) >= _MANY:
        from tweetspat.scan.vectors.regular import regular

        plain, odd = regular(graph, nodes, _differ)
    else:
        plain, odd = _regular(graph, nodes)
    openings = graph.records.openings([row for row, _ in plain], _OPENING)
    for (row, at), opening in zip(plain, openings, strict=True):
        text = None if flags[row] & NESTED else _cut_out(opening)
        if text is None:
            text = _decoded(graph.records, row, graph.nodes.id[nodes[at]])
            if text is None:
                odd.append(at)
                continue
        found[at] = unescape(text) if "&" in text else text
    alone = sorted(
        (graph.best[nodes[at]], at) for at in odd if _alone(graph, nodes[at])
    )
    spooled = graph.records.openings([row for row, _ in alone], _WHOLE)
    for (_, at), data in zip(alone, spooled, strict=True):
        found[at] = text_of(data)
    for at in odd:
        if found[at] is None:
            found[at] = _merged(graph, nodes[at])
    return found


def _alone(graph: "Graph", node: int) -> bool:
    """Tell whether a tweet is spooled once, so that nothing else tells its words."""
    spooled = not graph.scan.rows.flags[graph.best[node]] & RAW
    return spooled and graph.nodes.copy[graph.nodes.first[node]] == NONE


def _regular(
    graph: "Graph", nodes: Sequence[int]
) -> tuple[list[tuple[int, int]], list[int]]:
    """Return the rows of tweets and which each is of; and which have to be merged.

    The rows are in the order of the files: each is opened once, and read from its
    start on.
    """
    best, digest = graph.best, graph.scan.rows.digest
    copy, first = graph.nodes.copy, graph.nodes.first
    plain, odd = [], []
    for at, node in enumerate(nodes):
        row = best[node]
        if digest[row] in ANY or (copy[first[node]] != NONE and _differ(graph, node)):
            odd.append(at)
        else:
            plain.append((row, at))
    plain.sort()
    return plain, odd


def _differ(graph: "Graph", node: int) -> bool:
    """Tell whether a tweet has another copy as rich as its best, with other words."""
    rows, copy = graph.scan.rows, graph.nodes.copy
    flags, digest = rows.flags, rows.digest
    best, row = graph.best[node], graph.nodes.first[node]
    said = digest[best]
    while row != NONE:
        if digest[row] != said and not (flags[row] ^ flags[best]) & _RANK:
            return True
        row = copy[row]
    return False


def _cut_out(opening: bytes) -> str | None:
    """Return the text that stands in the first bytes of a status.

    Where nothing is nested before it, it is the status's own.
    """
    begun = opening.find(_FULL)
    if begun >= 0:
        found = _STRING.match(opening, begun + _BEFORE)
        string = found and found[0]
    else:
        found = _TEXT.search(opening)
        begun = found.start() if found else 0
        whole = found and (found[0][1:2] == b"f" or _NOT_CUT.search(opening))
        string = found[1] if found and whole else None
    if not string or opening.find(b"{", 1, begun) >= 0:
        return None
    try:
        return _string(string)
    except (DecodeError, UnicodeError):
        return None


def text_in(records: "Records", row: int, id_: int) -> str | None:
    """Return the text of a regular row's tweet, or None where its line is another."""
    text = _decoded(records, row, id_)
    return unescape(text) if text and "&" in text else text


def _decoded(records: "Records", row: int, id_: int) -> str | None:
    """Return the text of a row's status, which may be nested in its record."""
    inside: list[_Words | None]
    try:
        inside = [_words(records.opening(row, _WHOLE))]
    except (DecodeError, UnicodeError):
        return None
    for status in inside:
        if status is None:
            continue
        if status.id_str == id_:
            return _text(status)
        inside += (status.quoted_status, status.retweeted_status)
    return None


def _text(status: _Words) -> str | None:
    long = status.extended_tweet
    if long is not None and long.full_text is not None:
        return long.full_text
    return status.text if status.full_text is None else status.full_text


def _merged(graph: "Graph", node: int) -> str | None:
    """Return what the copies of a tweet say together."""
    tweet: Tweet | None = graph.copies.merged([node]).tweets.get(graph.text(node))
    return tweet.text if tweet else None
