"""The file of an index: a head, blocks of bytes, and a directory of both.

    head, 512 bytes | blocks of all streams ... | directory

A stream is a sequence of bytes under a name.  It is cut into blocks, each packed by
itself and with a sum, so that any part of it can be read, and no damaged byte is.
Numbers stand in it by their first bytes, then their second, and so on: thus packed
they take half the room.
"""

import sys
from array import array
from struct import Struct
from typing import NamedTuple
from zlib import crc32

from tweetspat.heap_index.beginning import MAGIC

__all__ = [
    "BLOCK",
    "HEAD",
    "VERSION",
    "Blocks",
    "Head",
    "as_bytes",
    "as_numbers",
    "head_of",
    "parted",
    "zstd",
]

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

VERSION = 3
"""Of this layout and all that stands in it; another one is not read."""

HEAD = 512
"""Bytes at the beginning, so long that no archive is seen in it."""

BLOCK = 64 << 10
"""Bytes of a stream that are packed together; a multiple of any number's width."""

_HEAD = Struct("<16sIQQI")
_SUM = Struct("<I")


class Head(NamedTuple):
    """What stands at the beginning of an index.

    Attributes:
        at, length, crc: where the directory is, and its sum.
    """

    version: int
    at: int
    length: int
    crc: int

    def written(self) -> bytes:
        """Return it as bytes."""
        data = _HEAD.pack(MAGIC, *self)
        return (data + _SUM.pack(crc32(data))).ljust(HEAD, b"\0")


def head_of(data: bytes) -> Head | None:
    """Return the head that a file has, or None where it is damaged or there is none."""
    if len(data) < HEAD or not data.startswith(MAGIC):
        return None
    _, *rest = _HEAD.unpack_from(data)
    (told,) = _SUM.unpack_from(data, _HEAD.size)
    return Head(*rest) if told == crc32(data[: _HEAD.size]) else None


class Blocks(NamedTuple):
    """Where the blocks of a stream are, as the directory has it.

    Attributes:
        width: of its numbers, in bytes; 1 for anything else.
        size: its length, unpacked.
        places: where each begins in the file.
        lengths: how long each is in the file.
        sums: the sum of each as it stands in the file.
    """

    width: int
    size: int
    places: bytes
    lengths: bytes
    sums: bytes


def as_bytes(numbers: "array[int]") -> bytes:
    """Return numbers as bytes that are the same on any machine."""
    if sys.byteorder == "big":
        numbers = numbers[:]
        numbers.byteswap()
    return numbers.tobytes()


def as_numbers(code: str, data: bytes) -> "array[int]":
    """Return the numbers that bytes stand for.

    Raises:
        ValueError: they are cut off.
    """
    numbers = array(code)
    numbers.frombytes(data)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def parted(data: bytes, width: int) -> bytes:
    """Return the first bytes of all numbers, then the second, and so on."""
    if width == 1:
        return data
    return b"".join([data[at::width] for at in range(width)])
