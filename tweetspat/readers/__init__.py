"""Readers: bytes -> Tweet | Case | Problem, one file an input shape.

Every record is recognised by its own keys, whatever the file is called and
whatever stands beside it.
"""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import tzinfo
from importlib import import_module
from itertools import chain
from typing import Protocol, TypeAlias, cast

from tweetspat.merge import Merging
from tweetspat.model import Account, Case, Heap, Input, Notice, Owner, Tweet
from tweetspat.problems import NothingReadable, Place, Problem
from tweetspat.readers import api_v1, own_json
from tweetspat.readers.fields import Fields, Number
from tweetspat.readers.files import Opened, opened
from tweetspat.readers.records import Fault, Record, decode, is_table, records, rows

__all__ = ["READERS", "Found", "Reader", "load", "reader", "shapes"]

Found: TypeAlias = Tweet | Case | Account | Owner | Notice | Problem

TYPED_FROM = 2 << 20
"""Inputs beyond this many bytes take the typed reader; loading it costs about
as much as reading 1 MB by the tolerant one."""


class Reader(Protocol):
    """What a reader module offers; a plain module satisfies it."""

    SHAPE: str
    """The name of the shape in `place.shape`."""

    TELLS: str
    """What the shape can tell, for `tweetspat formats`."""

    LACKS: str
    """What the shape cannot tell, said once for each input; "" where nothing."""

    def recognises(self, record: object, /) -> bool:
        """Tell from its keys whether a JSON value is of this shape."""

    def read(self, record: Fields, naive: tzinfo | None, /) -> Iterator[Found]:
        """Yield what the record holds; never raise for what is odd in it."""


READERS: Sequence[str] = (
    "case_file",
    "own_json",
    "api_v1",
    "account_archive",
    "twint",
    "takedown_csv",
    "graphql",
    "syndication",
    "oembed",
    "stream_control",
    "thread_structure",
    "gnip",
    "bluesky",
    "mastodon",
    "twscrape",
    "snscrape",
    "gallery_dl",
    "yt_dlp",
    "api_v2",
    "activity_v2",
    "compliance_v2",
)
"""The modules that are asked, in this order; one is loaded when it is reached,
so that the common shapes cost nothing for the rare ones."""

_ALWAYS_TOLD = frozenset((api_v1.SHAPE, own_json.SHAPE, "case"))
"""Shapes that tell all there is; asking them loads no other reader."""

_NAMED = 3

_ARCHIVES = (
    "window.YTD.",
    "YTD.",
    "window.__THAR_CONFIG",
    "__THAR_CONFIG",
    "Grailbird.",
    "payload_details",
    "tweet_index",
    "user_details",
)
"""How the variables of account archives are called."""


def reader(name: str) -> Reader:
    """Return the reader of that module."""
    return cast("Reader", import_module(f"tweetspat.readers.{name}"))


def shapes() -> list[Reader]:
    """Return every reader there is."""
    return [reader(name) for name in READERS]


def _reader_of(found: Record) -> Reader | None:
    if found.variable.startswith(_ARCHIVES):
        return reader("account_archive")
    each = map(reader, READERS)
    return next((one for one in each if one.recognises(found.value)), None)


def load(
    paths: Iterable[str],
    *,
    naive: tzinfo | None = None,
    hashed: bool = False,
) -> Heap:
    """Read inputs into one heap, one tweet a status id.

    Args:
        paths: files, folders, or "-" for standard input.
        naive: the zone of stamps that have none; None refuses such stamps.
        hashed: also take the SHA-256 of every input.

    Returns:
        The heap; what could not be read stands in its `problems` and `unread`.

    Raises:
        NothingReadable: not one input could be read.

    Cost:
        O(bytes); inputs beyond 2 MB of one object a line are streamed.
    """
    gathered = _Gathered()
    for source in opened(list(paths), hashed=hashed):
        if isinstance(source, Problem):
            gathered.unread.append(source)
        else:
            gathered.take(source, naive)
    if gathered.unread and not gathered.inputs:
        raise NothingReadable(_advice(gathered.unread))
    passed = [*gathered.passed_over()]
    if passed and not gathered.inputs:
        raise NothingReadable(passed[0].message)
    merged = gathered.merging.merged()
    return Heap(
        inputs=tuple(gathered.inputs),
        tweets=merged.tweets,
        cases=tuple(gathered.cases),
        problems=tuple(dict.fromkeys((*gathered.problems, *passed, *merged.problems))),
        unread=tuple(gathered.unread),
        skipped=gathered.skipped,
        notices=merged.notices,
        versions=merged.versions,
    )


def _advice(unread: list[Problem]) -> str:
    more = f" (and {len(unread) - 1} more inputs)" if len(unread) > 1 else ""
    return f"{unread[0]}{more}"


class _Gathered:
    """What has been read so far."""

    def __init__(self) -> None:
        self.inputs: list[Input] = []
        self.merging = Merging()
        self.cases: list[Case] = []
        self.problems: list[Problem] = []
        self.unread: list[Problem] = []
        self.passed: list[str] = []
        self.skipped = 0

    def take(self, source: Opened, naive: tzinfo | None) -> None:
        """Read one input; when nothing in it is a tweet, say why."""
        problems: list[Problem] = []
        shapes: dict[str, None] = {}
        count = told = 0
        broken = False
        try:
            for found in _read(source, naive):
                if isinstance(found, Tweet):
                    self.merging.add(found)
                    if found.nested_in is None:
                        count += 1
                        shape = own_json.SHAPE if found.kept else found.place.shape
                        if shape not in shapes:
                            shapes[shape or ""] = None
                elif isinstance(found, Problem):
                    problems.append(found)
                    broken = broken or found.code == "broken"
                else:
                    self._note(found, shapes)
                    told += 1
            source.stream.read(1)  # a damaged stream ends once, then says so
        except (OSError, EOFError) as error:
            message = f"it cannot be read to its end: {error}"
            problems.append(Problem("unreadable", message, Place(source.name, 0)))
            broken = True
        if not count and not told:
            if source.found and all(each.code == "unknown-shape" for each in problems):
                self.passed.append(source.name)
                return
            self.skipped += sum(problem.code in SKIPPING for problem in problems)
            if problems:
                self.unread.append(_reason(problems))
                return
        else:
            self.skipped += sum(problem.code in SKIPPING for problem in problems)
        if count:
            problems += _lacking(shapes, source.name)
        self.problems += problems
        shape = ", ".join(shapes) or None
        digest = source.sha256()
        self.inputs.append(
            Input(source.name, digest, shape, count, len(problems), broken)
        )

    def _note(
        self, found: Case | Account | Owner | Notice, shapes: dict[str, None]
    ) -> None:
        """Keep what is told of spats, accounts and tweets that are not there."""
        match found:
            case Case():
                self.cases.append(found)
            case Account():
                self.merging.account(found)
            case Owner():
                self.merging.owner(found)
                shapes.setdefault(found.place.shape or "")
            case Notice():
                self.merging.notice(found)
                shapes.setdefault(found.place.shape or "")

    def passed_over(self) -> Iterator[Problem]:
        """Tell of the files in folders and archives that hold no tweets."""
        if self.passed:
            names = ", ".join(self.passed[:_NAMED])
            more = ", ..." if len(self.passed) > _NAMED else ""
            message = (
                f"{len(self.passed)} files were passed over, because they hold no "
                f"tweets ({names}{more})"
            )
            yield Problem("passed-over", message)


def _lacking(names: Iterable[str], file: str) -> Iterator[Problem]:
    """Yield once for each shape in a file what it cannot tell."""
    if not _ALWAYS_TOLD.issuperset(names):
        for each in shapes():
            if each.SHAPE in names and each.LACKS:
                message = f"{each.SHAPE} records do not tell {each.LACKS}"
                yield Problem("shape-lacks", message, Place(file, 0))


def _reason(problems: list[Problem]) -> Problem:
    """Return what kept an input from being read: bytes that are odd did not."""
    return next((each for each in problems if each.code != "bad-encoding"), problems[0])


SKIPPING = frozenset(
    (
        "bad-json",
        "bad-row",
        "broken",
        "cut-off",
        "missing-field",
        "too-deep",
        "unknown-shape",
    )
)
"""Problems for which a record was passed over."""


def _read(source: Opened, naive: tzinfo | None) -> Iterator[Found]:
    head = source.stream.read(TYPED_FROM)
    if source.found and not _may_hold_records(head[:4096]):
        return
    if is_table(head[:4096]):
        yield from _table(head, source, naive)
        return
    if len(head) < TYPED_FROM:
        yield from _tolerant(head, source.name, naive)
        return
    opening = head.lstrip(b" \t\r\n\xef\xbb\xbf")[:1]
    if b"\x00" in head[:4]:  # UTF-16 or UTF-32 without its mark
        opening = b""
    if opening == b"{" and _is_line(head):
        yield from _lines(head, source, naive)
    elif opening == b"[":
        yield from _array(head, source, naive)
    else:
        yield from _tolerant(head + source.stream.read(), source.name, naive)


def _may_hold_records(head: bytes) -> bool:
    """Tell by its first bytes whether a file that nobody named is worth reading."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in head[:4]:
        return True
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    assigned = rb"(?:var\s+)?[\w$.]{3,100}\s*=\s*[\[{]"
    return is_table(head) or re.match(rb"[\[{]|" + assigned, text) is not None


def _array(head: bytes, source: Opened, naive: tzinfo | None) -> Iterator[Found]:
    """Read one large array; what the typed reader refuses is read again."""
    from tweetspat.readers.typed_v1 import members, read_status

    for member in members(head, source.stream):
        path = f"$[{member.number}]"
        place = Place(source.name, member.line, path, api_v1.SHAPE)
        tweets = None if member.damaged else read_status(member.raw, place)
        if tweets is None:
            rest = bytes(member.raw) if member.damaged else b"[%s]" % bytes(member.raw)
            yield from _members_from(rest, place, member.number, naive)
        else:
            yield from tweets


def _members_from(
    raw: bytes, place: Place, first: int, naive: tzinfo | None
) -> Iterator[Found]:
    """Let the tolerant reader read an array whose first member is number `first`."""
    text, faults = decode(raw)
    for found in chain(faults, records(text)):
        inside = re.match(r"\$\[(\d+)\](.*)", found.path, re.DOTALL)
        path = f"$[{int(inside[1]) + first}]{inside[2]}" if inside else found.path
        line = place.line + found.line - 1
        yield from _found(found._replace(line=line, path=path), place.file, naive)


def _is_line(head: bytes) -> bool:
    """Tell whether one of the first lines is a record by itself."""
    for line in head.split(b"\n", 3)[:3]:
        try:
            if line.strip() and isinstance(json.loads(line), dict):
                return True
        except (ValueError, RecursionError):
            continue
    return False


def _lines(head: bytes, source: Opened, naive: tzinfo | None) -> Iterator[Found]:
    """Read one object a line; what the typed reader refuses is read again."""
    from tweetspat.readers.typed_v1 import read_status

    lines = _every_line(head, source)
    ahead: list[bytes] = []
    number = 0
    while line := ahead.pop() if ahead else next(lines, b""):
        number += 1
        place = Place(source.name, number, "$", api_v1.SHAPE)
        tweets = read_status(line, place)
        if tweets is not None:
            yield from tweets
            continue
        if line.rstrip()[-1:] in (b"{", b"[", b",", b":"):
            ahead = [next(lines, b"")]
            if read_status(ahead[0], place) is None:  # a record over several lines
                yield from _again(b"".join([line, *ahead, *lines]), place, naive)
                return
        if line.strip():
            yield from _again(line, place, naive)


def _every_line(head: bytes, source: Opened) -> Iterator[bytes]:
    """Yield the lines of an input whose head has been read."""
    *whole, last = head.split(b"\n")
    rest = chain((last + source.stream.readline(),), source.stream)
    return chain((line + b"\n" for line in whole), rest)


def _table(head: bytes, source: Opened, naive: tzinfo | None) -> Iterator[Found]:
    """Read a table row by row; bytes that are no UTF-8 become signs in `fields`."""
    head = head.removeprefix(b"\xef\xbb\xbf")
    lines = (
        line.decode("utf-8", "surrogateescape") for line in _every_line(head, source)
    )
    for found in rows(lines):
        yield from _found(found, source.name, naive)


def _again(raw: bytes, place: Place, naive: tzinfo | None) -> Iterator[Found]:
    """Let the tolerant reader read a stretch that begins at a known place."""
    text, faults = decode(raw)
    for found in chain(faults, records(text)):
        line, path = place.line + found.line - 1, place.path + found.path[1:]
        yield from _found(found._replace(line=line, path=path), place.file, naive)


def _tolerant(data: bytes, file: str, naive: tzinfo | None) -> Iterator[Found]:
    """Read a whole input by the standard library, record by record."""
    yield from _again(data, Place(file, 1), naive)


def _found(found: Record | Fault, file: str, naive: tzinfo | None) -> Iterator[Found]:
    """Hand a record to the reader that recognises it; a fault is a Problem."""
    place = Place(file, found.line, found.path)
    if isinstance(found, Fault):
        yield Problem("broken" if found.broken else found.code, found.message, place)
        return
    known = _reader_of(found)
    if known is None:
        yield Problem("unknown-shape", _unknown(found.value), place)
        return
    problems = [
        Problem(
            "duplicate-key",
            f"the key {key[:40]!r} stands twice in one object (duplicate); the last "
            "one counts",
            place,
        )
        for key in dict.fromkeys(found.twice)
    ]
    place = place._replace(shape=known.SHAPE)
    yield from known.read(Fields(found.value, place, problems, found.variable), naive)


def _unknown(value: object) -> str:
    if isinstance(value, dict):
        keys = ", ".join(repr(key[:20]) for key in list(value)[:4])
        what = f"an object with the keys {keys}" if keys else "an empty object"
    elif isinstance(value, Number):
        what = f"the number {value.text[:20]}"
    else:
        what = "an array" if isinstance(value, list) else "a single value"
    return f"{what} is no shape of tweets known here; see tweetspat formats"
