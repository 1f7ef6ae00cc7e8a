"""One input's bytes -> what its records hold, by the quick way or the tolerant one."""

import json
import re
from collections.abc import Iterator
from datetime import tzinfo
from itertools import chain

from tweetspat.problems import Place, Problem
from tweetspat.readers import api_v1
from tweetspat.readers.fields import Fields, Number
from tweetspat.readers.files import Opened
from tweetspat.readers.recognition import Found, reader_of
from tweetspat.readers.records import Fault, Record, decode, records
from tweetspat.readers.tables import is_table, rows

__all__ = ["TYPED_FROM", "again", "is_of_lines", "read"]

TYPED_FROM = 2 << 20
"""Inputs beyond this many bytes take the typed reader; loading it costs about
as much as reading 1 MB by the tolerant one."""


def read(source: Opened, naive: tzinfo | None) -> Iterator[Found]:
    """Yield what an input holds, in its order; never raise for what is odd in it.

    Raises:
        OSError, EOFError: the stream breaks off; what came before was yielded.
    """
    head = source.stream.read(TYPED_FROM)
    if source.found and not _may_hold_records(head[:4096]):
        return
    if is_table(head[:4096]):
        yield from _table(head, source, naive)
        return
    if len(head) < TYPED_FROM:
        yield from _tolerant(head, source.name, naive)
        return
    if is_of_lines(head):
        yield from _lines(head, source, naive)
    elif _opening(head) == b"[":
        yield from _array(head, source, naive)
    else:
        yield from _tolerant(head + source.stream.read(), source.name, naive)


def is_of_lines(head: bytes) -> bool:
    """Tell from the first bytes of an input whether each of its lines is an object."""
    return _opening(head) == b"{" and not is_table(head[:4096]) and _is_line(head)


def _opening(head: bytes) -> bytes:
    """Return the bracket that it opens with, or whatever else it does."""
    if b"\x00" in head[:4]:  # UTF-16 or UTF-32 without its mark
        return b""
    return head.lstrip(b" \t\r\n\xef\xbb\xbf")[:1]


def _may_hold_records(head: bytes) -> bool:
    """Tell by its first bytes whether a file that nobody named is worth reading."""
    if head.startswith((b"\xff\xfe", b"\xfe\xff")) or b"\x00" in head[:4]:
        return True
    text = head.lstrip(b"\xef\xbb\xbf \t\r\n")
    assigned = rb"(?:var\s+)?[\w$.]{3,100}\s*=\s*[\[{]"
    return is_table(head) or re.match(rb"[\[{]|" + assigned, text) is not None


def _array(head: bytes, source: Opened, naive: tzinfo | None) -> Iterator[Found]:
    """Read one large array; what the typed reader refuses is read again."""
    from tweetspat.readers.arrays import members
    from tweetspat.readers.typed import Typed

    typed = Typed()
    for member in members(head, source.stream):
        path = f"$[{member.number}]"
        place = Place(source.name, member.line, path, api_v1.SHAPE)
        known = None if member.damaged else typed.read(member.raw, place)
        if known is None:
            rest = bytes(member.raw) if member.damaged else b"[%s]" % bytes(member.raw)
            yield from _members_from(rest, place, member.number, naive)
        else:
            yield from known


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
    from tweetspat.readers.typed import Typed

    typed = Typed()
    lines = _every_line(head, source)
    ahead: list[bytes] = []
    number = 0
    while line := ahead.pop() if ahead else next(lines, b""):
        number += 1
        place = Place(source.name, number, "$", api_v1.SHAPE)
        known = typed.read(line, place)
        if known is not None:
            yield from known
            continue
        if line.rstrip()[-1:] in (b"{", b"[", b",", b":"):
            ahead = [next(lines, b"")]
            if typed.read(ahead[0], place) is None:  # a record over several lines
                yield from again(b"".join([line, *ahead, *lines]), place, naive)
                return
        if line.strip():
            yield from again(line, place, naive)


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


def again(raw: bytes, place: Place, naive: tzinfo | None) -> Iterator[Found]:
    """Let the tolerant reader read a stretch that begins at a known place.

    Args:
        raw: whole lines; where they hold one record of a file of lines, `read`
            gives the same for it.
        place: where it begins.
        naive: the zone of stamps that have none.
    """
    text, faults = decode(raw)
    for found in chain(faults, records(text)):
        line, path = place.line + found.line - 1, place.path + found.path[1:]
        yield from _found(found._replace(line=line, path=path), place.file, naive)


def _tolerant(data: bytes, file: str, naive: tzinfo | None) -> Iterator[Found]:
    """Read a whole input by the standard library, record by record."""
    yield from again(data, Place(file, 1), naive)


def _found(found: Record | Fault, file: str, naive: tzinfo | None) -> Iterator[Found]:
    """Hand a record to the reader that recognises it; a fault is a Problem."""
    place = Place(file, found.line, found.path)
    if isinstance(found, Fault):
        yield Problem("broken" if found.broken else found.code, found.message, place)
        return
    known = reader_of(found)
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
