"""A large JSON array -> its members, undecoded, a stretch of it in memory at a time."""

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from msgspec import DecodeError, Raw
from msgspec.json import Decoder

__all__ = ["Member", "members"]

_list_decoder = Decoder(list[Raw])


class Member(NamedTuple):
    """One member of a JSON array, undecoded.

    Attributes:
        raw: its bytes; of the last one given, where `damaged`, all that is left.
        line: where it begins, counted from 1.
        number: its number in the array.
        damaged: what begins here is no well-formed rest of an array.
    """

    raw: bytes | Raw
    line: int
    number: int
    damaged: bool = False


def members(head: bytes, stream: BinaryIO) -> Iterator[Member]:
    """Yield the members of an array that begins in `head` and goes on in `stream`.

    A stretch is cut where a member like the first one seems to begin; whether
    it is the whole of some members is then the decoder's word, not the cut's.

    Cost:
        Memory for one stretch of some MB, or for one member where it is larger.
    """
    rest, line, index = head[head.index(b"[") + 1 :], 1, 0
    line += head.count(b"\n", 0, len(head) - len(rest))
    opening = re.match(rb'\s*\{\s*"[^"\\]{1,99}"\s*:', rest)
    between = (
        re.compile(rb",\s*(?=%s)" % re.escape(opening[0].strip())) if opening else None
    )
    ended = False
    while not ended:
        block = stream.read(max(_STRETCH, len(rest)))
        rest, ended = rest + block, not block
        whole, end = (_whole(rest), len(rest)) if ended else _stretch(rest, between)
        if whole is None:
            if ended:
                yield Member(b"[" + rest, line, index, damaged=True)
            continue
        at = 0
        for raw in whole:
            found = rest.find(raw, at)
            line += rest.count(b"\n", at, found)
            yield Member(raw, line, index)
            index += 1
            at = found + len(memoryview(raw))
            line += rest.count(b"\n", found, at)
        line += rest.count(b"\n", at, end)
        rest = rest[end:]


_STRETCH = 4 << 20
_CUTS = 8
"""Cuts that are tried in one stretch, from its end, before more is read."""


def _whole(rest: bytes) -> list[Raw] | None:
    """Decode what is left of an array, its closing bracket last."""
    try:
        return _list_decoder.decode(b"[" + rest)
    except (DecodeError, RecursionError):
        return None


def _stretch(
    rest: bytes, between: "re.Pattern[bytes] | None"
) -> tuple[list[Raw] | None, int]:
    """Return the whole members at the start, and where the next one begins."""
    near = max(0, len(rest) - _STRETCH // 4)
    cuts = [*between.finditer(rest, near)] if between else []
    for cut in reversed(cuts[-_CUTS:]):
        try:
            return _list_decoder.decode(b"[%s]" % rest[: cut.start()]), cut.end()
        except (DecodeError, RecursionError):
            continue
    return None, 0
