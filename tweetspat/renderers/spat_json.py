"""JSON: the whole contract, one document; or one document a spat (jsonl).

Members stand in the order of `schema.py`, and every one is always there.  One
tweet stands on one line, so that a large document can still be searched.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import lru_cache
from json import JSONEncoder
from typing import TypeAlias

from tweetspat.model import Copy, Link, SaidTime, Spat, Turn
from tweetspat.problems import Place, Problem
from tweetspat.renderers.view import Report, View
from tweetspat.stamps import rfc3339
from tweetspat.version import VERSION

__all__ = ["SCHEMA", "render", "render_lines"]

SCHEMA = "tweetspat/1"

Write: TypeAlias = Callable[[object], str]

_UNSAFE = re.compile(
    "[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
"""What a JSON string may hold, but a terminal should not get: it is escaped."""


def render(report: Report, view: View) -> Iterator[str]:
    """Yield one document, line by line, without line ends."""
    write = _writer(report)
    yield f"{_head(report, view, write)},"
    yield '"spats":['
    comma = ""
    for spat in report.spats:
        yield from _spat(spat, write, comma)
        comma = ","
    yield "],"
    yield f'"problems":{write([_problem(each) for each in report.problems])}}}'


def render_lines(report: Report, view: View) -> Iterator[str]:
    """Yield one document a spat, each on one line."""
    write = _writer(report)
    problems = write([_problem(each) for each in report.problems])
    for spat in report.spats:
        lines = "".join(_spat(spat, write))
        yield f'{_head(report, view, write)},"spats":[{lines}],"problems":{problems}}}'


def _writer(report: Report) -> Write:
    """Return what writes a value as JSON that a terminal cannot choke on.

    Both encoders write the same; a property test holds them to it.
    """
    if not report.large:
        encode = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
        return lambda value: _safe(encode(value))
    from msgspec.json import Encoder

    encode_bytes = Encoder().encode
    return lambda value: _safe(encode_bytes(value).decode())


def _head(report: Report, view: View, write: Write) -> str:
    """Return the opening of a document without its last brace."""
    head = {
        "schema": SCHEMA,
        "tool": f"tweetspat {VERSION}",
        "inputs": [
            {
                "file": each.file,
                "sha256": each.sha256,
                "shape": each.shape,
                "tweets": each.tweets,
                "problems": each.problems,
            }
            for each in report.inputs
        ],
        "zones": [{"word": zone.word, "name": zone.name} for zone in view.zones],
    }
    return write(head)[:-1]


def _safe(text: str) -> str:
    if text.isascii() and "\x7f" not in text:
        return text
    return _UNSAFE.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return "\\ufffd" if 0xD800 <= code <= 0xDFFF else f"\\u{code:04x}"  # noqa: PLR2004


def _spat(spat: Spat, write: Write, comma: str = "") -> Iterator[str]:
    stated = inferred = missing = 0
    for turn in spat.turns:
        missing += turn.tweet.state == "missing"
        for link in turn.links:
            stated += link.stated
            inferred += not link.stated
    head = {
        "id": spat.id,
        "title": spat.title,
        "synthetic": spat.synthetic,
        "reconstructed": spat.reconstructed,
        "sources": spat.sources,
        "sides": [
            {
                "name": side.name,
                "accounts": side.accounts,
                "zone": side.zone,
                "basis": side.basis,
            }
            for side in spat.sides
        ],
        "order": {
            "kind": spat.order.kind,
            "contested": [
                {
                    "pair": contest.pair,
                    "claims": [
                        {"source": claim.source, "order": claim.order}
                        for claim in contest.claims
                    ],
                }
                for contest in spat.order.contested
            ],
        },
        "completeness": {"stated": stated, "inferred": inferred, "missing": missing},
    }
    yield f'{comma}{write(head)[:-1]},"tweets":['
    last = len(spat.turns) - 1
    for number, turn in enumerate(spat.turns):
        yield write(_turn(turn)) + ("," if number < last else "")
    yield "]}"


def _turn(turn: Turn) -> dict[str, object]:
    tweet = turn.tweet
    author, bounds = tweet.author, tweet.bounds
    return {
        "id": tweet.id,
        "n": turn.n,
        "author": {"handle": author.handle, "name": author.name, "id": author.id}
        if author
        else None,
        "text": tweet.text,
        "paraphrase": tweet.paraphrase,
        "sources": tweet.sources,
        "state": tweet.state,
        "sent": _stamp(tweet.sent),
        "sent_basis": tweet.sent_basis,
        "sent_bounds": {
            "not_before": _stamp(bounds.not_before),
            "not_after": _stamp(bounds.not_after),
        }
        if bounds
        else None,
        "time_as_told": tweet.time_as_told,
        "side": turn.side,
        "links": [_link(link) for link in turn.links] if turn.links else (),
        "said_times": [_said(said) for said in turn.said_times] if turn.said_times else (),
        "retweets": [
            {"by": repeat.by, "sent": _stamp(repeat.sent)} for repeat in turn.retweets
        ]
        if turn.retweets
        else (),
        "media": [
            {"kind": media.kind, "url": media.url, "alt": media.alt}
            for media in tweet.media
        ]
        if tweet.media
        else (),
        "urls": [{"short": url.short, "expanded": url.expanded} for url in tweet.urls]
        if tweet.urls
        else (),
        "place": _place(tweet.place),
        "copies": [_copy(copy) for copy in tweet.copies] if tweet.copies else (),
        "problems": [
            {"code": problem.code, "message": problem.message}
            for problem in turn.problems
        ]
        if turn.problems
        else (),
    }


@lru_cache(4096)
def _stamp(instant: datetime | None) -> str | None:
    return rfc3339(instant) if instant else None


def _link(link: Link) -> dict[str, object]:
    return {
        "to": link.to,
        "relation": link.relation,
        "basis": link.basis,
        "stated": link.stated,
        "confidence": link.confidence,
        "confidence_conversation": link.confidence_conversation,
        "evidence": link.evidence,
        "alternatives": [
            {"to": to, "confidence": share} for to, share in link.alternatives
        ]
        if link.alternatives
        else (),
        "series": link.series,
        "elsewhere": link.elsewhere,
    }


def _said(said: SaidTime) -> dict[str, object]:
    return {
        "text": said.text,
        "from": said.start_index,
        "to": said.end_index,
        "start": rfc3339(said.start),
        "end": rfc3339(said.end),
        "precision": said.precision,
        "zone": said.zone,
        "basis": said.basis,
        "confidence": said.confidence,
    }


def _copy(copy: Copy) -> dict[str, object]:
    return {"text": copy.text, "author": copy.author, "place": _place(copy.place)}


def _place(place: Place) -> dict[str, object]:
    return {
        "file": place.file,
        "line": place.line,
        "path": place.path,
        "shape": place.shape,
    }


def _problem(problem: Problem) -> dict[str, object]:
    return {
        "place": _place(problem.place) if problem.place else None,
        "code": problem.code,
        "message": problem.message,
    }
