"""The journal of a run: what it is about to name, so that the next one goes on there.

One JSON object a line.  A line stands there before its file gets its name: whatever
moment a run is killed at, the next one knows the file for its own, and by its hash
whether it is right.
"""

import json
import os
from collections.abc import Iterable
from io import FileIO
from typing import NamedTuple

from tweetspat.batch.known import Output
from tweetspat.batch.writing import put

__all__ = ["JOURNAL", "Journal", "Piece"]

JOURNAL = "journal.jsonl"


class Piece(NamedTuple):
    """A stretch of a file that grows.

    Attributes:
        file: its name.
        start, end: where the stretch lies, in bytes.
        key: a hash of all that decides what is in it, in hex.
        sha256: the hash of the file up to its end, in hex.
        failed: the conversations that it lacks, and why.
    """

    file: str
    start: int
    end: int
    key: str
    sha256: str
    failed: tuple[tuple[str, str], ...] = ()


class Journal:
    """What earlier runs and this one noted; of a killed run the last line may lack."""

    def __init__(self, path: str) -> None:
        """Read what is there; it is opened for more when there is more.

        Raises:
            OSError: it cannot be read or cut, or is a link.
        """
        self.outputs: list[Output] = []
        self._pieces: dict[str, list[Piece]] = {}
        self._path = path
        self._file: FileIO | None = None
        if os.path.lexists(path):
            self._file = _opened(path)
            whole = self._file.readall()
            kept = whole.rfind(b"\n") + 1
            for line in whole[:kept].splitlines():
                self._recall(line)
            self._file.truncate(kept)

    def _recall(self, line: bytes) -> None:
        """Take in what a line tells; one that tells nothing is passed over."""
        try:
            told = json.loads(line)
            if "file" in told:
                failed = tuple((str(id_), str(why)) for id_, why in told["failed"])
                self._keep(Piece(**{**told, "failed": failed}))
            else:
                self.outputs.append(Output(**told))
        except (ValueError, TypeError, KeyError):
            return

    def _keep(self, piece: Piece) -> None:
        """Keep a piece; it takes the place of those that stood there before."""
        earlier = self._pieces.get(piece.file, [])
        kept = [each for each in earlier if each.end <= piece.start]
        self._pieces[piece.file] = [*kept, piece]

    def pieces(self, file: str) -> list[Piece]:
        """Return the pieces of a file, one after another."""
        return self._pieces.get(file, [])

    def note(self, outputs: Iterable[Output], *, safely: bool = False) -> None:
        """Note files that are about to get their names.

        Args:
            outputs: which.
            safely: wait until the disk has it.
        """
        self._write(each._asdict() for each in outputs)
        if safely and self._file:
            os.fsync(self._file.fileno())

    def grew(self, piece: Piece) -> None:
        """Note a piece that has been written."""
        self._write([piece._asdict()])

    def _write(self, told: Iterable[dict[str, object]]) -> None:
        if self._file is None:
            self._file = _opened(self._path)
        put(self._file, b"".join(f"{json.dumps(each)}\n".encode() for each in told))

    def close(self) -> None:
        """Close the file."""
        if self._file:
            self._file.close()


def _opened(path: str) -> FileIO:
    flags = os.O_RDWR | os.O_CREAT | os.O_APPEND | getattr(os, "O_NOFOLLOW", 0)
    return FileIO(os.open(path, flags, 0o666), "r+b")
