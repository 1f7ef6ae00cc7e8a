"""Packed streams: gzip, bzip2, xz, zstandard -> what was packed, within bounds.

A few bytes can unpack to more than any disk holds, so every stream is measured
against what went into it, and all streams of one input against that input.
"""

import io
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NamedTuple, Protocol

from tweetspat.readers.magic import Packing, packing

__all__ = [
    "BLOCK",
    "BZIP2",
    "DEFLATE",
    "PACKERS",
    "STEP",
    "XZ",
    "ZSTANDARD",
    "Careful",
    "Decompressor",
    "Growth",
    "Packer",
    "Source",
    "Unpacked",
    "Whole",
    "damage_told",
]

BLOCK = 128 << 10
"""How much is read from a file at a time."""

FREE = 64 << 20
"""Up to this many bytes nothing is asked."""

MOST = 250
"""How many times its stored size an input may unpack to."""

STEP = 16 << 10
"""What is unpacked at a time; damage costs at most the step that it is in."""

_TAKEN = 32 << 10
_LONGEST_MAGIC = 10
_MOST_MEMORY = 256 << 20
_LONGEST_REASON = 200
_GZIP_BITS = 16 + 15
_DEFLATE_BITS = -15


class Growth:
    """How much came out of a stream against what went in.

    Args:
        taken: tells how many bytes went in so far.
        within: what these bytes also count for.
        what: whose size it is, for the message.
    """

    def __init__(
        self,
        taken: Callable[[], int],
        within: "Growth | None" = None,
        what: str = "it",
    ) -> None:
        self.out = 0
        self.burst = False
        self._taken = taken
        self._within = within
        self._what = what

    def add(self, count: int) -> None:
        """Count bytes that came out.

        Raises:
            OSError: they are out of proportion.
        """
        self.out += count
        if self.out > FREE and self.out > MOST * self._taken():
            self.burst = True
            message = f"{self._what} unpacks to more than {MOST} times its size"
            raise OSError(message)
        if self._within:
            self._within.add(count)


class Whole:
    """What all streams of one input have in common.

    Args:
        taken: tells how many bytes of the input as stored there are, or were read.
    """

    def __init__(self, taken: Callable[[], int]) -> None:
        self.members = 0
        """How many members of archives were met in it."""
        self._taken = taken
        self._levels: dict[int, Growth] = {}

    def level(self, level: int) -> Growth:
        """Return the growth of all streams that lie that deep, taken together.

        Counted level by level, so that a tar in a gzip is not counted twice.
        """
        if level not in self._levels:
            self._levels[level] = Growth(self._taken, what="the whole input")
        return self._levels[level]

    @property
    def burst(self) -> bool:
        """Tell whether the streams of some level have grown out of proportion."""
        return any(each.burst for each in self._levels.values())


@contextmanager
def damage_told() -> Iterator[None]:
    """Turn whatever an unpacker raises over damaged bytes into an OSError.

    The standard library's own raise, beside what they document, errors of struct,
    of codecs and of arithmetic.
    """
    try:
        yield
    except (OSError, EOFError):
        raise
    except MemoryError:
        message = "it asks for more memory than there is"
        raise OSError(message) from None
    except Exception as error:
        reason = str(error)[:_LONGEST_REASON] or type(error).__name__
        message = f"it is damaged ({reason})"
        raise OSError(message) from error


class Careful(io.RawIOBase):
    """A raw stream whose faults are OSError or EOFError, told after its last byte.

    Attributes:
        growth: what came out of it.
        step: how much is asked of it at a time.
        gentle: end once where the fault is and raise it only when asked again, so
            that a buffered reader hands out what it has.
        fault: what keeps it from being read further.
        told: whether somebody was told of the fault.
    """

    gentle = False
    told = False
    fault: OSError | EOFError | None = None

    def __init__(self, growth: Growth, step: int = STEP) -> None:
        self.growth = growth
        self.step = step
        self._ended = False

    def readable(self) -> bool:
        """Say yes, as a buffered reader asks."""
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        """Fill the buffer; only the end or a fault leaves it short."""
        if self.fault is None:
            filled = self._fill(memoryview(buffer))
            if filled or self.fault is None:
                return filled
        if self.gentle and not self._ended:
            self._ended = True
            return 0
        self.told = True
        raise self.fault

    def readall(self) -> bytes:
        """Read on to the end, in larger steps than the standard library's."""
        return b"".join(iter(lambda: self.read(BLOCK) or b"", b""))

    def _fill(self, buffer: memoryview) -> int:
        filled = 0
        try:
            while filled < len(buffer):
                piece = self.some(min(self.step, len(buffer) - filled))
                if not piece:
                    break
                buffer[filled : filled + len(piece)] = piece
                filled += len(piece)
                self.growth.add(len(piece))
        except (OSError, EOFError) as error:
            self.fault = error
        return filled

    def some(self, most: int) -> bytes:
        """Return the next bytes, at most so many; none at the end."""
        raise NotImplementedError


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
        try:
            for at in range(len(data)):
                kept += before.decompress(data[at : at + 1])
        except self._error as error:
            if not kept:
                raise
            self._failed = error
        return bytes(kept)


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
        from compression import zstd
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

    def read(self, size: int, /) -> bytes:
        """Return the next bytes, at most so many; none at the end."""


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
            data = self._source.read(_TAKEN)
            self._taken += len(data)
        return data
