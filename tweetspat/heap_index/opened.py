"""Reading the file of an index, as far as it is asked for."""

import os
import stat
from array import array
from bisect import bisect_left
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from typing import TypeVar, overload
from zlib import crc32

from msgspec import MsgspecError
from msgspec.msgpack import Decoder, decode

from tweetspat.heap_index.beginning import MAGIC
from tweetspat.heap_index.damage import Damaged
from tweetspat.heap_index.layout import (
    BLOCK,
    HEAD,
    VERSION,
    Blocks,
    as_numbers,
    head_of,
    zstd,
)

__all__ = ["Column", "File"]

Value = TypeVar("Value")

_MOST_HELD = 64
_LARGEST_WINDOW: Mapping[int, int] = {zstd.DecompressionParameter.window_log_max: 17}
"""What unpacking may take: as much as a block."""


class _Stream:
    def __init__(self, blocks: Blocks) -> None:
        self.width = blocks.width
        self.size = blocks.size
        self.places = as_numbers("Q", blocks.places)
        self.lengths = as_numbers("I", blocks.lengths)
        self.sums = as_numbers("I", blocks.sums)
        counts = {*map(len, (self.places, self.lengths, self.sums))}
        if (
            counts != {-(-self.size // BLOCK)}
            or self.width not in (1, 4, 8)
            or self.size % self.width
        ):
            raise ValueError


class File:
    """The streams of an index; what is read of them is never damaged.

    Attributes:
        path: where it is.
    """

    def __init__(self, path: str) -> None:
        """Open it and read its directory.

        Raises:
            Damaged: it is no index that this version reads.
        """
        self.path = path
        self._held: OrderedDict[tuple[str, int], bytes] = OrderedDict()
        self._number = -1
        try:
            flags = os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC
            self._number = os.open(path, flags)
            if not stat.S_ISREG(os.fstat(self._number).st_mode):
                raise Damaged(path, "it is no index")
            self._streams = self._directory()
        except OSError as error:
            what = f"it cannot be read: {error.strerror}"
            raise Damaged(path, what) from None

    def _directory(self) -> dict[str, _Stream]:
        data = os.pread(self._number, HEAD, 0)
        head = head_of(data)
        if not data.startswith(MAGIC):
            raise Damaged(self.path, "it is no index")
        if head is None:
            raise self.damaged()
        if head.version != VERSION:
            what = f"another version of tweetspat made this index ({head.version})"
            raise Damaged(self.path, what)
        size = os.fstat(self._number).st_size
        if head.at + head.length != size:
            raise self.damaged()
        data = os.pread(self._number, head.length, head.at)
        if crc32(data) != head.crc:
            raise self.damaged()
        try:
            told = decode(data, type=dict[str, Blocks])
            return {name: _Stream(blocks) for name, blocks in told.items()}
        except (MsgspecError, ValueError, OverflowError):
            raise self.damaged() from None

    def damaged(self) -> Damaged:
        """Return what to raise where something is not what it has to be."""
        return Damaged(self.path, "the index is damaged")

    def close(self) -> None:
        """Close it."""
        if self._number >= 0:
            os.close(self._number)
            self._number = -1

    def __del__(self) -> None:
        self.close()

    def size(self, name: str) -> int:
        """Return the length of a stream in bytes; 0 where there is none."""
        stream = self._streams.get(name)
        return stream.size if stream else 0

    def read(self, name: str, start: int = 0, end: int | None = None) -> bytes:
        """Return a part of a stream, or all of it.

        Raises:
            Damaged: it is not there, or not as it was written.
        """
        size = self.size(name)
        end = size if end is None else end
        if not 0 <= start <= end <= size:
            raise self.damaged()
        if start == end:
            return b""
        first, last = start // BLOCK, (end - 1) // BLOCK
        if first == last:
            return self._block(name, first)[start - first * BLOCK : end - first * BLOCK]
        whole = b"".join([self._block(name, at) for at in range(first, last + 1)])
        return whole[start - first * BLOCK : end - first * BLOCK]

    def _block(self, name: str, number: int) -> bytes:
        held = self._held
        data = held.pop((name, number), None)
        if data is None:
            data = self._unpacked(self._streams[name], number)
            if len(held) >= _MOST_HELD:
                held.popitem(last=False)
        held[name, number] = data
        return data

    def _unpacked(self, stream: _Stream, number: int) -> bytes:
        length = min(BLOCK, stream.size - number * BLOCK)
        stored = stream.lengths[number]
        try:
            data = os.pread(self._number, min(stored, length), stream.places[number])
        except (OSError, OverflowError):
            raise self.damaged() from None
        if len(data) != stored or crc32(data) != stream.sums[number]:
            raise self.damaged()
        if stored == length:
            return data
        try:
            unpacking = zstd.ZstdDecompressor(options=_LARGEST_WINDOW)
            data = unpacking.decompress(data, length + 1)
        except zstd.ZstdError:
            raise self.damaged() from None
        if len(data) != length:
            raise self.damaged()
        return _united(data, stream.width)

    def column(self, name: str, code: str) -> "Column":
        """Return a stream of numbers."""
        return Column(self, name, code)

    def value(self, name: str, kind: type[Value]) -> Value:
        """Return what was written as one value.

        Raises:
            Damaged: it is something else.
        """
        return self.decoded(Decoder(kind), self.read(name))

    def decoded(self, decoder: "Decoder[Value]", data: bytes) -> Value:
        """Return the value that bytes stand for.

        Raises:
            Damaged: it is something else.
        """
        try:
            return decoder.decode(data)
        except (MsgspecError, ValueError, OverflowError, RecursionError):
            raise self.damaged() from None


def _united(data: bytes, width: int) -> bytes:
    """Return what was `parted`."""
    if width == 1:
        return data
    whole, count = bytearray(len(data)), len(data) // width
    for at in range(width):
        whole[at::width] = data[at * count : (at + 1) * count]
    return bytes(whole)


class Column(Sequence[int]):
    """A stream of numbers, read where it is asked for."""

    def __init__(self, file: File, name: str, code: str) -> None:
        self._file, self._name, self._code = file, name, code
        self._width = array(code).itemsize
        self._count = file.size(name) // self._width

    def __len__(self) -> int:
        return self._count

    @overload
    def __getitem__(self, at: int) -> int: ...

    @overload
    def __getitem__(self, at: slice) -> "array[int]": ...

    def __getitem__(self, at: int | slice) -> "int | array[int]":
        if isinstance(at, slice):
            start, stop, _ = at.indices(self._count)
            return self._numbers(start, max(start, stop))
        return self._numbers(at, at + 1)[0]

    def _numbers(self, start: int, stop: int) -> "array[int]":
        width = self._width
        return as_numbers(
            self._code, self._file.read(self._name, start * width, stop * width)
        )

    def pair(self, at: int) -> tuple[int, int]:
        """Return the number there and the next: where something begins and ends.

        Raises:
            Damaged: it ends before it begins.
        """
        if not 0 <= at < self._count - 1:
            raise self._file.damaged()
        begins, ends = self._numbers(at, at + 2)
        if not 0 <= begins <= ends:
            raise self._file.damaged()
        return begins, ends

    def first(self, number: int) -> int:
        """Return where the first number of a sorted column is that is as large."""
        return bisect_left(self, number)

    def find(self, number: int) -> int | None:
        """Return where a number is in a sorted column, or None."""
        at = self.first(number)
        return at if at < self._count and self[at] == number else None
