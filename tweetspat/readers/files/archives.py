"""What archives of all kinds have in common.  Nothing is ever extracted.

The name of a member is a text and no path: whatever it says, it leads nowhere.
"""

import io
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias, TypeVar

from tweetspat.readers.files.careful import BLOCK, Careful, Growth, Whole

__all__ = [
    "LINK",
    "Archive",
    "Guarded",
    "Refused",
    "Stored",
    "Walked",
    "Window",
    "count",
    "counted",
]

MOST_MEMBERS = 100_000
"""How many members of archives one input may have."""

_LONGEST_READ = 32 << 20

_Member = TypeVar("_Member")


class Archive(NamedTuple):
    """An archive that is about to be walked.

    Attributes:
        stream: its bytes from the first; that of a zip can seek.
        whole: what it has in common with the input that it is, or is in.
        level: how deep its own bytes lie in that input.
    """

    stream: io.BufferedReader
    whole: Whole
    level: int


class Refused(NamedTuple):
    """Why a member is not read."""

    message: str
    code: str = "unreadable"


LINK = Refused(
    "it is a link in the archive, and links are not followed; skipped", "skipped-member"
)

Walked: TypeAlias = Iterator[tuple[str, Careful | Refused]]
"""The files of an archive by their names as stored; a stream ends when the next is
asked for.  What keeps the rest from being read is raised: OSError or EOFError."""


class Guarded:
    """The bytes of an archive for a library that believes every size it is told.

    A stream that cannot seek is read forwards, which is all that a tar asks for.

    Attributes:
        last: what the latest read gave.
    """

    def __init__(self, stream: io.BufferedReader) -> None:
        self._stream = stream
        self._seekable = stream.seekable()
        self._at = 0
        self.last = b""

    def read(self, size: int = -1) -> bytes:
        """Read so many bytes, unless nobody would need so many at once."""
        if not -1 <= size <= _LONGEST_READ:
            message = f"it wants {size:,} bytes for a header"
            raise OSError(message)
        self.last = self._stream.read(size if size >= 0 else _LONGEST_READ)
        self._at += len(self.last)
        return self.last

    def read1(self, size: int, /) -> bytes:
        """Read at most so many bytes, and once: a fault costs none of them."""
        self.last = self._stream.read1(size)
        self._at += len(self.last)
        return self.last

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        """Go to a place; without seeking only a later one is reached."""
        if self._seekable:
            self._at = self._stream.seek(offset, whence)
            return self._at
        while self._at < offset and self.read(min(BLOCK, offset - self._at)):
            pass
        return self._at

    def tell(self) -> int:
        """Return the place."""
        return self._at


class Window:
    """A stretch of a stream in which others move about too."""

    def __init__(
        self, stream: io.BufferedReader | Guarded, start: int, length: int
    ) -> None:
        self._stream = stream
        self._start = start
        self._at = start
        self._end = start + length

    def read1(self, size: int, /) -> bytes:
        """Return the next bytes of it, at most so many; none at its end."""
        self._stream.seek(self._at)
        data = self._stream.read1(max(0, min(size, self._end - self._at)))
        self._at += len(data)
        return data

    def taken(self) -> int:
        """Return how much of it was read."""
        return self._at - self._start

    def left(self) -> int:
        """Return how much of it was not read; below zero if its length was."""
        return self._end - self._at


class Stored(Careful):
    """A member that stands in the archive as it is."""

    def __init__(self, window: Window, within: Growth) -> None:
        super().__init__(Growth(window.taken, within), BLOCK)
        self._window = window

    def some(self, most: int) -> bytes:
        """Return the next bytes, at most so many; none at the end."""
        piece = self._window.read1(most)
        if not piece and self._window.left() > 0:
            message = "the archive breaks off in it"
            raise EOFError(message)
        return piece


def counted(members: Iterable[_Member], whole: Whole) -> Iterator[_Member]:
    """Yield members until there are too many.

    Raises:
        OSError: there are more than `MOST_MEMBERS` in the whole input.
    """
    for member in members:
        count(whole)
        yield member


def count(whole: Whole) -> None:
    """Count one more member, as `counted` does."""
    whole.members += 1
    if whole.members > MOST_MEMBERS:
        message = f"only the first {MOST_MEMBERS:,} members were read"
        raise OSError(message)
