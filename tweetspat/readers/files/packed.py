"""Packed streams: gzip, bzip2, xz, zstandard -> what was packed."""

import sys
from collections.abc import Callable
from contextlib import suppress
from typing import NamedTuple, Protocol

from tweetspat.readers.files.careful import BLOCK, STEP, Careful, Growth, damage_told
from tweetspat.readers.files.magic import Packing, packing

__all__ = [
    "BZIP2",
    "DEFLATE",
    "PACKERS",
    "XZ",
    "ZSTANDARD",
    "Decompressor",
    "Packer",
    "Source",
    "Unpacked",
]

_TAKEN = 32 << 10
_LONGEST_MAGIC = 10
_MOST_MEMORY = 256 << 20
_GZIP_BITS = 16 + 15
_DEFLATE_BITS = -15


class Decompressor(Protocol):
    """What the decompressors of the standard library have in common."""

    @property
    def eof(self) -> bool:
        """Whether the end of the packed stream was met."""

    @property
    def needs_input(self) -> bool:
        """Whether nothing more comes out before something goes in."""

    @property
    def unused_data(self) -> bytes:
        """What stood behind the end of the packed stream."""

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        """Unpack at most so many bytes."""


class _Inflate:
    """zlib's decompressor with the manners of the others.

    What came before damage is kept to the byte: where a step fails, it is done again
    from its beginning, byte by byte.
    """

    def __init__(self, bits: int = _GZIP_BITS) -> None:
        import zlib

        self._error = zlib.error
        self._failed: zlib.error | None = None
        self._inflate = zlib.decompressobj(wbits=bits)

    @property
    def eof(self) -> bool:
        return self._inflate.eof

    @property
    def needs_input(self) -> bool:
        return not self._inflate.unconsumed_tail

    @property
    def unused_data(self) -> bytes:
        return self._inflate.unused_data

    def decompress(self, data: bytes, max_length: int, /) -> bytes:
        if self._failed:
            raise self._failed
        data = self._inflate.unconsumed_tail + data
        before = self._inflate.copy()
        try:
            return self._inflate.decompress(data, max_length)
        except self._error as error:
            self._failed = error
        kept = bytearray()
        with suppress(self._error):
            for byte in data:  # pragma: no branch - it does not come to the end
                kept += before.decompress(bytes((byte,)))
        if not kept:
            raise self._failed
        return bytes(kept[:max_length])


def _deflate() -> Decompressor:
    return _Inflate(_DEFLATE_BITS)


def _bzip2() -> Decompressor:
    import bz2

    return bz2.BZ2Decompressor()


def _xz() -> Decompressor:
    import lzma

    return lzma.LZMADecompressor(lzma.FORMAT_XZ, memlimit=_MOST_MEMORY)


def _zstandard() -> Decompressor:
    if sys.version_info >= (3, 14):
        from compression import zstd  # pragma: no cover - tested where it is
    else:
        from backports import zstd
    return zstd.ZstdDecompressor()


class Packer(NamedTuple):
    """A way of packing one stream.

    Attributes:
        name: how it is called.
        begun: makes what unpacks one packed stream.
        step: how much is unpacked at a time.
        joins: whether several packed streams may follow each other.
    """

    name: str
    begun: Callable[[], Decompressor]
    step: int = STEP
    joins: bool = True


DEFLATE = Packer("deflate", _deflate, BLOCK, joins=False)
BZIP2 = Packer("bzip2", _bzip2)
XZ = Packer("xz", _xz)
ZSTANDARD = Packer("zstandard", _zstandard)

PACKERS: dict[Packing, Packer] = {
    "gzip": Packer("gzip", _Inflate, BLOCK),
    "bzip2": BZIP2,
    "xz": XZ,
    "zstandard": ZSTANDARD,
}


class Source(Protocol):
    """Where packed bytes come from."""

    def read1(self, size: int, /) -> bytes:
        """Return the next bytes, at most so many; none at the end.

        Unlike `read` it asks what is below once, so that a fault costs no bytes.
        """


class Unpacked(Careful):
    """What a packed stream holds; packed streams behind each other are one.

    Args:
        how: the way that it is packed.
        source: the packed bytes.
        within: the growth that these bytes also count for.
    """

    def __init__(self, how: Packer, source: Source, within: Growth) -> None:
        super().__init__(Growth(lambda: self._taken, within), how.step)
        self._how = how
        self._source = source
        self._taken = 0
        self._ahead = b""
        self._decompressor = how.begun()

    @property
    def packed_size(self) -> int:
        """How many bytes it took up to its end, when that was reached."""
        return self._taken - len(self._decompressor.unused_data)

    def some(self, most: int) -> bytes:
        """Unpack at most so many bytes."""
        while not self._decompressor.eof or self._next_stream():
            needy = self._decompressor.needs_input
            data = self._more() if needy else b""
            with damage_told():
                piece = self._decompressor.decompress(data, most)
            if piece:
                return piece
            if needy and not data and not self._decompressor.eof:
                message = f"the {self._how.name} stream breaks off"
                raise EOFError(message)
        return b""

    def _next_stream(self) -> bool:
        """Begin the packed stream behind the one that has ended, if there is one."""
        if not self._how.joins:
            return False
        rest = self._decompressor.unused_data.lstrip(b"\0")
        while len(rest) < _LONGEST_MAGIC and (more := self._more()):
            rest = (rest + more).lstrip(b"\0")
        if not rest:
            return False
        if packing(rest) != self._how.name:
            message = f"behind its end stands something that is not {self._how.name}"
            raise OSError(message)
        self._decompressor = self._how.begun()
        self._ahead = rest
        return True

    def _more(self) -> bytes:
        data, self._ahead = self._ahead, b""
        if not data:
            data = self._source.read1(_TAKEN)
            self._taken += len(data)
        return data
