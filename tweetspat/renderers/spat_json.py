"""JSON: the whole contract, one document; or one document a spat (jsonl).

Members stand in the order of `schema.py`, and every one is always there.  One
tweet stands on one line, so that a large document can still be searched.
"""

import re
from collections.abc import Callable, Iterator
from datetime import datetime
from functools import cache, lru_cache
from json import JSONEncoder
from typing import NamedTuple, TypeAlias, cast

from tweetspat.model import Link, SaidTime, Spat, Turn
from tweetspat.renderers.view import Report, View
from tweetspat.stamps import rfc3339
from tweetspat.version import VERSION

__all__ = ["SCHEMA", "render", "render_lines", "said_members", "turn_members"]

SCHEMA = "tweetspat/1"

Make: TypeAlias = Callable[..., object]
"""Makes one JSON object from its members' values, in the order of their names."""

_UNSAFE = re.compile(
    "[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
"""What a JSON string may hold, but a terminal should not get: it is escaped."""

_MEMBERS = {
    "turn": (
        "id n author text paraphrase sources state sent sent_basis sent_bounds "
        "time_as_told side links said_times retweets media urls place copies problems"
    ),
    "author": "handle name id",
    "bounds": "not_before not_after",
    "link": (
        "to relation basis stated confidence confidence_conversation evidence "
        "alternatives series elsewhere"
    ),
    "said": "text from to start end precision zone basis confidence",
    "retweet": "by sent",
    "media": "kind url alt",
    "url": "short expanded",
    "place": "file line path shape",
    "copy": "text author place",
    "oddity": "code message",
}


class _Writer(NamedTuple):
    """How objects are made and written."""

    write: Callable[[object], str]
    turn: Make
    author: Make
    bounds: Make
    link: Make
    said: Make
    retweet: Make
    media: Make
    url: Make
    place: Make
    copy: Make
    oddity: Make


def render(report: Report, view: View) -> Iterator[str]:
    """Yield one document, line by line, without line ends."""
    make = _writer(large=report.large)
    yield f"{_head(report, view, make)},"
    yield '"spats":['
    comma = ""
    for spat in report.spats:
        yield from _spat(spat, make, comma)
        comma = ","
    yield "],"
    yield f'"problems":{_problems(report, make)}}}'


def render_lines(report: Report, view: View) -> Iterator[str]:
    """Yield one document a spat, each on one line."""
    make = _writer(large=report.large)
    problems = _problems(report, make)
    for spat in report.spats:
        lines = "".join(_spat(spat, make))
        yield f'{_head(report, view, make)},"spats":[{lines}],"problems":{problems}}}'


def turn_members(turn: Turn) -> dict[str, object]:
    """Return a turn as the JSON output has it, as a dict of its members."""
    return cast("dict[str, object]", _turn(turn, _writer(large=False)))


def said_members(said: SaidTime) -> dict[str, object]:
    """Return a time said in a text as the JSON output has it."""
    return cast("dict[str, object]", _said(said, _writer(large=False)))


@cache
def _writer(*, large: bool) -> _Writer:
    """Return what writes values as JSON that a terminal cannot choke on.

    For thousands of tweets objects are msgspec's structs, which are made and
    written in half the time of dicts.  Both ways write the same; a property
    test holds them to it.
    """
    names = {kind: members.split() for kind, members in _MEMBERS.items()}
    if not large:
        encode = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode
        makers = {kind: _dicts(members) for kind, members in names.items()}
        return _Writer(lambda value: _safe(encode(value)), **makers)
    from msgspec import defstruct
    from msgspec.json import Encoder

    encode_bytes = Encoder().encode
    structs = {
        kind: defstruct(
            kind, [f"{each}_" for each in members], rename=_unmangled, gc=False
        )
        for kind, members in names.items()
    }
    return _Writer(lambda value: _safe(encode_bytes(value).decode()), **structs)


def _dicts(members: list[str]) -> Make:
    return lambda *values: dict(zip(members, values, strict=True))


def _unmangled(name: str) -> str:
    return name.removesuffix("_")


def _head(report: Report, view: View, make: _Writer) -> str:
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
    return make.write(head)[:-1]


def _safe(text: str) -> str:
    if text.isascii() and "\x7f" not in text:
        return text
    return _UNSAFE.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return "\\ufffd" if 0xD800 <= code <= 0xDFFF else f"\\u{code:04x}"  # noqa: PLR2004


def _spat(spat: Spat, make: _Writer, comma: str = "") -> Iterator[str]:
    links = stated = missing = 0
    for turn in spat.turns:
        if turn.tweet.ghost:
            missing += 1
        for link in turn.links:
            links += 1
            stated += link.stated
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
        "completeness": {
            "stated": stated,
            "inferred": links - stated,
            "missing": missing,
        },
    }
    yield f'{comma}{make.write(head)[:-1]},"tweets":['
    *before, last = spat.turns
    for turn in before:
        yield f"{make.write(_turn(turn, make))},"
    yield make.write(_turn(last, make)) + "]}"


def _turn(turn: Turn, make: _Writer) -> object:
    tweet = turn.tweet
    author, bounds = tweet.author, tweet.bounds
    return make.turn(
        tweet.id,
        turn.n,
        make.author(*author) if author else None,
        tweet.text,
        tweet.paraphrase,
        tweet.sources,
        tweet.state,
        _stamp(tweet.sent),
        tweet.sent_basis,
        make.bounds(*map(_stamp, bounds)) if bounds else None,
        tweet.time_as_told,
        turn.side,
        [_link(link, make) for link in turn.links] if turn.links else (),
        [_said(said, make) for said in turn.said_times] if turn.said_times else (),
        [make.retweet(each.by, _stamp(each.sent)) for each in turn.retweets]
        if turn.retweets
        else (),
        [make.media(*each) for each in tweet.media] if tweet.media else (),
        [make.url(*each) for each in tweet.urls] if tweet.urls else (),
        make.place(*tweet.place),
        [
            make.copy(each.text, each.author, make.place(*each.place))
            for each in tweet.copies
        ]
        if tweet.copies
        else (),
        [make.oddity(each.code, each.message) for each in turn.problems]
        if turn.problems
        else (),
    )


@lru_cache(65536)
def _stamp(instant: datetime | None) -> str | None:
    return rfc3339(instant) if instant else None


def _link(link: Link, make: _Writer) -> object:
    return make.link(
        link.to,
        link.relation,
        link.basis,
        link.stated,
        1.0 if link.stated else round(link.confidence, 4),
        1.0 if link.stated else round(link.confidence_conversation, 4),
        link.evidence,
        [{"to": to, "confidence": round(share, 4)} for to, share in link.alternatives]
        if link.alternatives
        else (),
        link.series,
        link.elsewhere,
    )


def _said(said: SaidTime, make: _Writer) -> object:
    return make.said(
        said.text,
        said.start_index,
        said.end_index,
        _stamp(said.start),
        _stamp(said.end),
        said.precision,
        said.zone,
        said.basis,
        round(said.confidence, 4),
    )


def _problems(report: Report, make: _Writer) -> str:
    return make.write(
        [
            {
                "place": make.place(*each.place) if each.place else None,
                "code": each.code,
                "message": each.message,
            }
            for each in report.problems
        ]
    )
