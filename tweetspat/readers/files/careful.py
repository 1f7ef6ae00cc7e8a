"""Streams that are read with care: bounded, and every fault one of two kinds.

A few bytes can unpack to more than any disk holds, so every stream is measured
against what went into it, and all streams of one input against that input.
"""

import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager

__all__ = ["BLOCK", "FREE", "MOST", "STEP", "Careful", "Growth", "Whole", "damage_told"]

BLOCK = 128 << 10
"""How much is read from a file at a time."""

FREE = 64 << 20
"""Up to this many bytes nothing is asked."""

MOST = 250
"""How many times its stored size an input may unpack to."""

STEP = 16 << 10
"""What is unpacked at a time; damage costs at most the step that it is in."""

_LONGEST_REASON = 200


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
