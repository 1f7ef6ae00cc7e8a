"""Files of all conversations, which grow piece by piece, in order.

What a killed run wrote of one is kept as far as it is what is wanted now.
"""

import os
from collections.abc import Sequence
from io import FileIO
from typing import NamedTuple

from tweetspat.batch.folder import Folder
from tweetspat.batch.journal import Journal, Piece
from tweetspat.batch.known import Output
from tweetspat.batch.writing import put

__all__ = ["Table", "Wrapping"]

_BLOCK = 1 << 20


class Wrapping(NamedTuple):
    """What a file begins with and ends in; in JSON the first piece has a comma off."""

    head: bytes
    tail: bytes
    commas: bool


class Table:
    """A file that grows in the hidden folder."""

    def __init__(
        self, folder: Folder, journal: Journal, name: str, wrapping: Wrapping
    ) -> None:
        """Open it where a killed run left it, or begin it.

        Cost:
            Reads what is there once.
        """
        from hashlib import sha256

        self.name = name
        self.failed: list[tuple[str, str]] = []
        self._folder, self._journal, self._wrapping = folder, journal, wrapping
        self._file = _opened(folder.work(name))
        self._whole = sha256()
        self._end = 0
        self._passed = 0
        pieces = journal.pieces(name)
        self._kept = pieces[: self._proven(pieces)]
        if len(self._kept) < len(pieces):
            self._stand_after(self._kept)
        else:
            self._cut()

    def _proven(self, pieces: Sequence[Piece]) -> int:
        """Read the pieces that are there as they were written, and count them."""
        head = self._wrapping.head
        if not pieces or self._file.read(len(head)) != head:
            return 0
        self._whole.update(head)
        self._end = len(head)
        for count, piece in enumerate(pieces):
            if piece.start != self._end or not self._passes(piece):
                return count
        return len(pieces)

    def _passes(self, piece: Piece) -> bool:
        self._read_on(piece.end)
        return self._end == piece.end and self._whole.hexdigest() == piece.sha256

    def _read_on(self, end: int) -> None:
        """Hash what is there up to a place."""
        while self._end < end:
            block = self._file.read(min(end - self._end, _BLOCK))
            if not block:
                return
            self._whole.update(block)
            self._end += len(block)

    def _stand_after(self, kept: Sequence[Piece]) -> None:
        """Forget what follows the pieces that are kept."""
        from hashlib import sha256

        self._whole, self._end = sha256(), 0
        self._file.seek(0)
        self._read_on(kept[-1].end if kept else 0)
        self._cut()

    def _cut(self) -> None:
        """Cut the file off where it stands; an empty one gets its beginning."""
        self._file.seek(self._end)
        self._file.truncate()
        if not self._end:
            put(self._file, self._wrapping.head)
            self._whole.update(self._wrapping.head)
            self._end = len(self._wrapping.head)

    def has(self, key: str) -> bool:
        """Tell whether the next piece is there already; then go on to the one after.

        Once one is not there, none after it is.
        """
        if self._passed < len(self._kept) and self._kept[self._passed].key == key:
            self.failed += self._kept[self._passed].failed
            self._passed += 1
            return True
        if self._passed < len(self._kept):
            self._kept = self._kept[: self._passed]
            self._stand_after(self._kept)
        return False

    def grow(self, key: str, path: str, failed: Sequence[tuple[str, str]]) -> None:
        """Join a piece on that stands in a file of its own.

        Raises:
            OSError: it cannot be read, or the file cannot take it.
        """
        start = self._end
        with open(path, "rb", buffering=0) as piece:
            if self._wrapping.commas and start == len(self._wrapping.head):
                piece.read(1)
            while block := piece.read(_BLOCK):
                put(self._file, block)
                self._whole.update(block)
                self._end += len(block)
        self.failed += failed
        told = (self.name, start, self._end, key, self._whole.hexdigest())
        self._journal.grew(Piece(*told, tuple(failed)))

    def finish(self, key: str) -> Output:
        """End it, and return what it is; it still stands in the hidden folder."""
        if self._passed < len(self._kept):
            self._stand_after(self._kept[: self._passed])
        put(self._file, self._wrapping.tail)
        self._whole.update(self._wrapping.tail)
        os.fsync(self._file.fileno())
        self.close()
        size = self._end + len(self._wrapping.tail)
        key = "" if self.failed else key
        return Output(self.name, key, self._whole.hexdigest(), size)

    def close(self) -> None:
        """Close the file."""
        self._file.close()


def _opened(path: str) -> FileIO:
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    return FileIO(os.open(path, flags, 0o666), "r+b")
