"""Writing the file of an index: streams, one after another or side by side."""

from array import array
from typing import BinaryIO
from zlib import crc32

from msgspec.msgpack import encode

from tweetspat.heap_index.layout import (
    BLOCK,
    HEAD,
    VERSION,
    Blocks,
    Head,
    as_bytes,
    parted,
    zstd,
)

__all__ = ["Stream", "Writer"]

_LEVEL = 1
"""The quickest; the next ones take a fifth longer for a twentieth less."""


class Stream:
    """Bytes under a name, written from their beginning.

    Attributes:
        size: how many have been written.
    """

    def __init__(self, file: BinaryIO, width: int) -> None:
        self.size = 0
        self._file = file
        self._width = width
        self._pending = bytearray()
        self._places = array("Q")
        self._lengths = array("I")
        self._sums = array("I")

    def write(self, data: bytes) -> int:
        """Append bytes and return where they begin."""
        begun = self.size
        self._pending += data
        self.size += len(data)
        if len(self._pending) >= BLOCK:
            whole = len(self._pending) // BLOCK * BLOCK
            with memoryview(self._pending) as view:
                for at in range(0, whole, BLOCK):
                    self._put(bytes(view[at : at + BLOCK]))
            del self._pending[:whole]
        return begun

    def numbers(self, numbers: "array[int]") -> int:
        """Append numbers and return where they begin, in bytes."""
        return self.write(as_bytes(numbers))

    def blocks(self) -> Blocks:
        """Write what is pending and return where all of it is."""
        if self._pending:
            self._put(bytes(self._pending))
            self._pending.clear()
        return Blocks(
            self._width,
            self.size,
            *map(as_bytes, (self._places, self._lengths, self._sums)),
        )

    def _put(self, data: bytes) -> None:
        packed = zstd.compress(parted(data, self._width), _LEVEL)
        stored = packed if len(packed) < len(data) else data
        self._places.append(self._file.tell())
        self._lengths.append(len(stored))
        self._sums.append(crc32(stored))
        self._file.write(stored)


class Writer:
    """An index that is being written."""

    def __init__(self, file: BinaryIO) -> None:
        """Leave room for the head, so that an index that breaks off is none."""
        self._file = file
        self._streams: dict[str, Stream] = {}
        file.write(bytes(HEAD))

    def stream(self, name: str, width: int = 1) -> Stream:
        """Return the stream of that name; it begins empty."""
        return self._streams.setdefault(name, Stream(self._file, width))

    def column(self, name: str, numbers: "array[int]") -> None:
        """Append numbers to a stream of such."""
        self.stream(name, numbers.itemsize).numbers(numbers)

    def value(self, name: str, value: object) -> None:
        """Write one value as a stream of its own."""
        self.stream(name).write(encode(value))

    def end(self) -> None:
        """Write the directory, then the head."""
        directory = {name: each.blocks() for name, each in self._streams.items()}
        data = encode(directory)
        at = self._file.tell()
        self._file.write(data)
        self._file.seek(0)
        self._file.write(Head(VERSION, at, len(data), crc32(data)).written())
