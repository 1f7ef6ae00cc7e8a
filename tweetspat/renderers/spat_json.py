"""JSON: the whole contract, one document; or one document a spat (jsonl).

Members stand in the order of `schema.py`, and every one is always there.  One
tweet stands on one line, so that a large document can still be searched.

A tweet is written as one text, member by member: making objects of it first, and an
encoder that goes through them, would take four times as long.
"""

import json
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime
from functools import lru_cache
from json.encoder import JSONEncoder, encode_basestring
from typing import TypeAlias, TypeVar

from tweetspat.model import (
    Account,
    Copy,
    Input,
    Link,
    Media,
    Retweet,
    SaidTime,
    Spat,
    Turn,
    Url,
)
from tweetspat.problems import Place, Problem
from tweetspat.renderers.view import Report, View
from tweetspat.stamps import rfc3339
from tweetspat.version import VERSION
from tweetspat.zones import Zone

__all__ = ["SCHEMA", "render", "render_lines", "said_members", "turn_members"]

SCHEMA = "tweetspat/1"

Value = TypeVar("Value")

_About: TypeAlias = tuple[
    str,
    str,
    bool,
    float,
    float,
    str,
    tuple[tuple[str, float], ...],
    tuple[str, ...],
    bool,
]
"""A link but for where it leads."""

_UNSAFE = re.compile(
    "[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff\ud800-\udfff]"
)
"""What a JSON string may hold, but a terminal should not get: it is escaped."""

_encoded = JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


def render(report: Report, view: View) -> Iterator[str]:
    """Yield one document, line by line, without line ends."""
    yield f"{_head(tuple(report.inputs), tuple(view.zones))},"
    yield '"spats":['
    comma = ""
    for spat in report.spats:
        yield comma + _opening(spat)
        *before, last = map(_turn, spat.turns)
        for turn in before:
            yield f"{turn},"
        yield f"{last}]}}"
        comma = ","
    yield "],"
    yield f'"problems":{_problems(report)}}}'


def render_lines(report: Report, view: View) -> Iterator[str]:
    """Yield one document a spat, each on one line."""
    head, problems = _head(tuple(report.inputs), tuple(view.zones)), _problems(report)
    for spat in report.spats:
        tweets = _each(_turn, spat.turns)
        yield (f'{head},"spats":[{_opening(spat)}{tweets}]}}],"problems":{problems}}}')


def turn_members(turn: Turn) -> dict[str, object]:
    """Return a turn as the JSON output has it, as a dict of its members."""
    members: dict[str, object] = json.loads(_turn(turn))
    return members


def said_members(said: SaidTime) -> dict[str, object]:
    """Return a time said in a text as the JSON output has it."""
    members: dict[str, object] = json.loads(_said(said))
    return members


def _text(text: str) -> str:
    """Write a text; what a terminal cannot stand is never printable."""
    if text.isprintable() and '"' not in text and "\\" not in text:
        return f'"{text}"'
    return _UNSAFE.sub(_escape, encode_basestring(text))


def _escape(found: re.Match[str]) -> str:
    code = ord(found[0])
    return "\\ufffd" if 0xD800 <= code <= 0xDFFF else f"\\u{code:04x}"  # noqa: PLR2004


def _known(text: str | None) -> str:
    """Write a text that nobody may know."""
    return "null" if text is None else _text(text)


class _Again(dict[Value, str]):
    """What comes again and again, by how it was written when it first came.

    Forgets everything when it holds too much: keeping account of what came last would
    cost more than to write it again.
    """

    def __init__(self, write: Callable[[Value], str], most: int = 1024) -> None:
        self._write, self._most = write, most

    def __missing__(self, value: Value) -> str:
        if len(self) >= self._most:
            self.clear()
        written = self[value] = self._write(value)
        return written


_name = _Again(_known)


def _stamp(instant: datetime | None) -> str:
    return f'"{rfc3339(instant)}"' if instant else "null"


def _plain(value: object) -> str:
    """Write what few documents have, whatever it is."""
    return _UNSAFE.sub(_escape, _encoded(value))


@lru_cache(64)
def _head(inputs: tuple[Input, ...], zones: tuple[Zone, ...]) -> str:
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
            for each in inputs
        ],
        "zones": [{"word": zone.word, "name": zone.name} for zone in zones],
    }
    return _plain(head)[:-1]


def _opening(spat: Spat) -> str:
    """Return a spat up to its first tweet."""
    links = stated = missing = 0
    for turn in spat.turns:
        if turn.tweet.ghost:
            missing += 1
        for link in turn.links:
            links += 1
            stated += link.stated
    return (
        f'{{"id":{_text(spat.id)},"title":{_known(spat.title)},'
        f'"synthetic":{_bool(spat.synthetic)},'
        f'"reconstructed":{_bool(spat.reconstructed)},'
        f'"sources":{_plain(spat.sources) if spat.sources else "[]"},'
        f'"sides":{_sides(spat) if spat.sides else "[]"},'
        f'"order":{{"kind":"{spat.order.kind}",'
        f'"contested":{_contested(spat) if spat.order.contested else "[]"}}},'
        f'"completeness":{{"stated":{stated},"inferred":{links - stated},'
        f'"missing":{missing}}},"tweets":['
    )


def _bool(value: bool) -> str:  # noqa: FBT001 - a value to be written
    return "true" if value else "false"


def _sides(spat: Spat) -> str:
    return _plain(
        [
            {
                "name": side.name,
                "accounts": side.accounts,
                "zone": side.zone,
                "basis": side.basis,
            }
            for side in spat.sides
        ]
    )


def _contested(spat: Spat) -> str:
    return _plain(
        [
            {
                "pair": contest.pair,
                "claims": [
                    {"source": claim.source, "order": claim.order}
                    for claim in contest.claims
                ],
            }
            for contest in spat.order.contested
        ]
    )


def _turn(turn: Turn) -> str:
    tweet, links = turn.tweet, turn.links
    author, text, bounds = tweet.author, tweet.text, tweet.bounds
    paraphrase, told, side = tweet.paraphrase, tweet.time_as_told, turn.side
    return (
        f'{{"id":{_text(tweet.id)},"n":{turn.n},'
        f'"author":{_author[author] if author else "null"},'
        f'"text":{"null" if text is None else _text(text)},'
        f'"paraphrase":{"null" if paraphrase is None else _text(paraphrase)},'
        f'"sources":{_plain(tweet.sources) if tweet.sources else "[]"},'
        f'"state":"{tweet.state}","sent":{_stamp(tweet.sent)},'
        f'"sent_basis":{_name[tweet.sent_basis]},'
        f'"sent_bounds":{_bounds(*bounds) if bounds else "null"},'
        f'"time_as_told":{"null" if told is None else _text(told)},'
        f'"side":{"null" if side is None else _name[side]},'
        f'"links":[{_link(links[0]) if len(links) == 1 else _each(_link, links)}],'
        f'"said_times":[{_each(_said, turn.said_times) if turn.said_times else ""}],'
        f'"retweets":[{_each(_retweet, turn.retweets) if turn.retweets else ""}],'
        f'"media":[{_each(_medium, tweet.media) if tweet.media else ""}],'
        f'"urls":[{_each(_url, tweet.urls) if tweet.urls else ""}],'
        f'"place":{_place(tweet.place)},'
        f'"copies":[{_each(_copy, tweet.copies) if tweet.copies else ""}],'
        f'"problems":[{_each(_oddity, turn.problems) if turn.problems else ""}]}}'
    )


def _each(write: Callable[[Value], str], values: Iterable[Value]) -> str:
    return ",".join(map(write, values))


def _written_author(account: Account) -> str:
    handle, name, id_ = account
    return f'{{"handle":{_text(handle)},"name":{_known(name)},"id":{_known(id_)}}}'


_author = _Again(_written_author, 1 << 16)


def _bounds(first: datetime | None, last: datetime | None) -> str:
    return f'{{"not_before":{_stamp(first)},"not_after":{_stamp(last)}}}'


def _link(link: Link) -> str:
    return f'{{"to":{_text(link[0])},{_about[link[1:]]}}}'


def _written_about(link: _About) -> str:
    """Write a link but for where it leads: nearly all that are stated say the same."""
    relation, basis, stated, share, whole, evidence, others, series, elsewhere = link
    if stated:
        share = whole = 1.0
    told = [{"to": to, "confidence": round(each, 4)} for to, each in others]
    return (
        f'"relation":"{relation}","basis":"{basis}","stated":{_bool(stated)},'
        f'"confidence":{round(share, 4)!r},'
        f'"confidence_conversation":{round(whole, 4)!r},'
        f'"evidence":{_text(evidence)},"alternatives":{_plain(told)},'
        f'"series":{_plain(series)},"elsewhere":{_bool(elsewhere)}'
    )


_about = _Again(_written_about)


def _said(said: SaidTime) -> str:
    return (
        f'{{"text":{_text(said.text)},"from":{said.start_index},"to":{said.end_index},'
        f'"start":{_stamp(said.start)},"end":{_stamp(said.end)},'
        f'"precision":"{said.precision}","zone":{_name[said.zone]},'
        f'"basis":{_name[said.basis]},"confidence":{round(said.confidence, 4)!r}}}'
    )


def _retweet(retweet: Retweet) -> str:
    return f'{{"by":{_known(retweet.by)},"sent":{_stamp(retweet.sent)}}}'


def _medium(medium: Media) -> str:
    kind, url, alt = medium
    return f'{{"kind":{_name[kind]},"url":{_known(url)},"alt":{_known(alt)}}}'


def _url(url: Url) -> str:
    return f'{{"short":{_text(url.short)},"expanded":{_known(url.expanded)}}}'


def _place(place: Place) -> str:
    file, line, path, shape = place
    return f"{_file[file]}{line}{_within[path, shape]}"


def _written_file(file: str) -> str:
    return f'{{"file":{_text(file)},"line":'


def _written_within(inside: tuple[str, str | None]) -> str:
    path, shape = inside
    return f',"path":{_text(path)},"shape":{_known(shape)}}}'


_file, _within = _Again(_written_file), _Again(_written_within)


def _copy(copy: Copy) -> str:
    return (
        f'{{"text":{_known(copy.text)},"author":{_known(copy.author)},'
        f'"place":{_place(copy.place)}}}'
    )


def _oddity(problem: Problem) -> str:
    return f'{{"code":{_text(problem.code)},"message":{_text(problem.message)}}}'


def _problems(report: Report) -> str:
    return f"[{_each(_problem, report.problems)}]"


def _problem(problem: Problem) -> str:
    place = _place(problem.place) if problem.place else "null"
    return f'{{"place":{place},{_oddity(problem)[1:]}'
