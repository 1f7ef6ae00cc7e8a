"""Scanning: a stretch of a file of lines, or an input of any other kind."""

import os
from collections.abc import Iterator
from datetime import tzinfo
from io import FileIO
from typing import BinaryIO, NamedTuple

from tweetspat.model import Account, Notice, Owner, Tweet
from tweetspat.problems import Place, Problem
from tweetspat.readers import api_v1
from tweetspat.readers.files import Listed, Opened, opened_one
from tweetspat.readers.gathering import Taken, Tally, take
from tweetspat.readers.reading import TYPED_FROM, again, is_of_lines, read
from tweetspat.readers.typed import read_v2
from tweetspat.readers.typed_v1 import read_status
from tweetspat.scan.quick import Lines, Odd, Putting, decoded
from tweetspat.scan.rows import RAW, Authors, Part, Rows
from tweetspat.scan.spools import Spool, spooled

__all__ = [
    "AUTHORS",
    "STRETCH",
    "Broken",
    "File",
    "Scanned",
    "Stretch",
    "begin",
    "scan_file",
    "scan_stretch",
    "stretches",
]

STRETCH = 16 << 20
"""Bytes of a file that are scanned in one go."""

_BLOCK = 4 << 20
"""Bytes that are decoded at a time: with numpy a call costs what some dozen accounts
do; and the numbers of authors, which an index keeps, follow from it."""

_FEW = 4
"""Tweets of one line that are read from it again; more, as a page of search results
has, are spooled, so that no page is decoded for each of its tweets."""

_MANY = 512
"""Tweets that are put into rows at a time."""

_FAR = 1 << 31
"""Bytes that one part may reach; offsets in it take four bytes."""


AUTHORS = Authors()
"""Those that this process has met."""

_putting = Putting(AUTHORS)


def begin(*, vectors: bool) -> None:
    """Forget the authors that this process has met, before another scan begins.

    Args:
        vectors: whether lines are put with numpy.
    """
    global _putting  # noqa: PLW0603 - a process has one, as it has its authors
    AUTHORS.clear()
    if vectors:
        from tweetspat.scan.vectors.columns import VectorPutting

        _putting = VectorPutting(AUTHORS)
    else:
        _putting = Putting(AUTHORS)


class Stretch(NamedTuple):
    """Part of a file of lines, from one line's start to another's.

    Attributes:
        number: the number of the input.
        path, name: where the file is, and what it is called.
        spool: the path of a file for what is not read from here again.
    """

    number: int
    path: str
    name: str
    start: int
    end: int
    naive: tzinfo | None
    spool: str


class File(NamedTuple):
    """An input of any kind, read from its start to its end."""

    number: int
    path: str
    found: bool
    naive: tzinfo | None
    spool: str
    hashed: bool = False


class Scanned(NamedTuple):
    """What was found in a stretch or an input.

    Attributes:
        rows: what is kept of its records.
        parts: where they lie; lines count from 1 at the start of a stretch.
        tally: the rest, of a stretch.
        taken: the rest, of a whole input.
        number: the number of the input.
        process: the process that scanned it, whose numbers authors have.
        authors: the authors that it had not met before.
        lines: how many lines a stretch has.
    """

    rows: Rows
    parts: list[Part]
    accounts: set[Account]
    owners: list[Owner]
    notices: list[Notice]
    number: int
    process: int
    authors: list[tuple[str | None, str]]
    tally: Tally | None = None
    taken: Taken | None = None
    lines: int = 0


class Broken(NamedTuple):
    """A stretch that cannot be read by itself: a record goes over several lines.

    Attributes:
        process, authors: as `Scanned` has them: those met before it broke off.
    """

    number: int
    process: int = 0
    authors: tuple[tuple[str | None, str], ...] = ()


class _Sink:
    """Takes records of any shape into rows.

    Attributes:
        line: offset, length and number of the line that they are read from; None
            where they have to be spooled.
    """

    def __init__(self, number: int, name: str, spool: Spool) -> None:
        self.rows = Rows()
        self.parts: list[Part] = []
        self.accounts: set[Account] = set()
        self.owners: list[Owner] = []
        self.notices: list[Notice] = []
        self.line: tuple[int, int, int] | None = None
        self._number = number
        self._name = name
        self._spool = spool
        self._known = len(AUTHORS.keys)
        self._tweets: list[Tweet] = []
        self._places: list[tuple[int, int, int, int]] = []

    def at(self, store: str, start: int) -> None:
        """Say where the rows lie that come now."""
        self.settle()
        first = len(self.rows)
        self.parts.append(Part(self._number, self._name, store, start, 0, first))

    def add(self, tweet: Tweet) -> None:
        if self.line is not None:
            place = (*self.line, RAW)
        else:
            data = spooled(tweet)
            offset = self._spool.write(data)
            part = self.parts[-1] if self.parts else None
            if not part or part.store != self._spool.path or offset - part.start > _FAR:
                self.at(self._spool.path, offset)
            at = offset - self.parts[-1].start
            place = at, len(data), tweet.record.line, 0
        self._tweets.append(tweet)
        self._places.append(place)
        if len(self._tweets) == _MANY:
            self.settle()

    def settle(self) -> None:
        """Put what was added into rows, before others are."""
        if self._tweets:
            self.rows.add(self._tweets, AUTHORS, self._places)
            self._tweets, self._places = [], []

    def account(self, account: Account) -> None:
        self.accounts.add(account)

    def owner(self, owner: Owner) -> None:
        self.owners.append(owner)

    def notice(self, notice: Notice) -> None:
        self.notices.append(notice)

    def scanned(
        self, *, tally: Tally | None = None, taken: Taken | None = None, lines: int = 0
    ) -> Scanned:
        self.settle()
        return Scanned(
            self.rows,
            self.parts,
            self.accounts,
            self.owners,
            self.notices,
            self._number,
            os.getpid(),
            AUTHORS.keys[self._known :],
            tally,
            taken,
            lines,
        )


def scan_file(task: File) -> list[Scanned]:
    """Scan an input; each member of an archive is an input of its own.

    Never raises for what is odd in it; one that cannot be opened is in `taken`.
    """
    spool = Spool(task.spool)
    found: list[Scanned] = []
    try:
        for source in opened_one(Listed(task.path, task.found), hashed=task.hashed):
            name = source.name if isinstance(source, Opened) else ""
            sink = _Sink(task.number, name, spool)
            if isinstance(source, Problem):
                taken = Taken(None, unread=source)
            else:
                taken = take(source, read(source, task.naive), sink)
            found.append(sink.scanned(taken=taken))
    finally:
        spool.close()
    return found


def stretches(path: str, size: int) -> Iterator[tuple[int, int]]:
    """Yield where the stretches of a file of lines begin and end, if it is one.

    Yields nothing for a file of another kind.
    """
    with open(path, "rb", buffering=0) as file:
        head = file.read(TYPED_FROM)
        if len(head) < TYPED_FROM or not is_of_lines(head):
            return
        start = 0
        while start < size:
            end = min(start + STRETCH, size)
            if end < size:
                file.seek(end)
                end += _to_line_end(file)
            yield start, min(end, size)
            start = end


def _to_line_end(file: BinaryIO) -> int:
    """Return how many bytes there are to the start of the next line."""
    passed = 0
    while block := file.read(1 << 16):
        at = block.find(b"\n")
        if at >= 0:
            return passed + at + 1
        passed += len(block)
    return passed


def scan_stretch(task: Stretch) -> Scanned | Broken:
    """Scan part of a file of lines.

    Raises:
        OSError: it cannot be read, though it could be a moment ago.
    """
    spool = Spool(task.spool)
    sink = _Sink(task.number, task.name, spool)
    sink.at(task.path, task.start)
    scanning = _Scanning(task, sink)
    number = 0
    with FileIO(task.path) as file:
        for offset, block, ends in _blocks(file, task.start, task.end):
            statuses = None if scanning.paged else decoded(block, len(ends))
            if statuses is not None:
                scanning.put(_putting.lines(statuses, offset, ends, number + 1))
            else:
                starts = [0, *ends[:-1]]
                for at, (start, end) in enumerate(zip(starts, ends, strict=True)):
                    line = bytes(block[start:end])
                    if not scanning.line(line, offset + start, number + at + 1):
                        return Broken(task.number)
            number += len(ends)
    spool.close()
    return sink.scanned(tally=scanning.tally, lines=number)


_held = bytearray()


def _buffer() -> bytearray:
    """Return the same memory for one stretch after another: new pages take time."""
    global _held  # noqa: PLW0603 - a process reads one stretch at a time
    if len(_held) != _BLOCK:
        _held = bytearray(_BLOCK)
    return _held


def _blocks(
    file: FileIO, start: int, end: int
) -> Iterator[tuple[int, memoryview, list[int]]]:
    """Yield whole lines, some at a time: how far from the start, and where they end.

    What is yielded is overwritten by what comes next.
    """
    file.seek(start)
    held = _buffer()
    kept = offset = 0
    left = end - start
    while left or kept:
        if kept == len(held):
            held.extend(bytes(len(held)))
        with memoryview(held) as view:
            count = file.readinto(view[kept : kept + left]) if left else 0
            left = left - count if count else 0
            filled = kept + count
            stop = held.rfind(b"\n", 0, filled) + 1 if left else filled
            if stop:
                lines = view[:stop]
                yield offset, lines, _ends(held, stop)
                lines.release()
        held[: filled - stop] = held[stop:filled]
        kept, offset = filled - stop, offset + stop


def _ends(held: bytearray, stop: int) -> list[int]:
    """Return where each line ends."""
    ends = []
    at, find = 0, held.find
    while at < stop:
        at = find(b"\n", at, stop) + 1 or stop
        ends.append(at)
    return ends


class _Scanning:
    """Lines on their way into rows, the plain ones many at once.

    Attributes:
        paged: the last line was of API v2, so that the next is likely one too.
    """

    def __init__(self, task: Stretch, sink: _Sink) -> None:
        self.tally = Tally()
        self.paged = False
        self._task = task
        self._sink = sink

    def put(self, lines: Lines) -> None:
        """Put statuses; an odd one among them is found by halving."""
        if self._sink.parts[-1].store != self._task.path:
            self._sink.at(self._task.path, self._task.start)
        self._sink.settle()
        try:
            _putting.put(lines, self._sink.rows)
        except (Odd, RecursionError):
            if len(lines) == 1:
                (offset,), (length,), (number,) = lines[1:]
                line = _read(self._task.path, self._task.start + offset, length)
                self.odd(line, offset, number)
                return
            middle = len(lines) // 2
            self.put(lines.half(slice(middle)))
            self.put(lines.half(slice(middle, None)))
            return
        if not self.tally.tweets:
            self.tally.shapes.setdefault(api_v1.SHAPE)
        self.tally.tweets += len(lines)

    def line(self, line: bytes, offset: int, number: int) -> bool:
        """Put one line, whatever it is; False where its record goes on after it."""
        statuses = None if self.paged else decoded(line, 1)
        if statuses is None:
            return self.odd(line, offset, number)
        self.put(_putting.lines(statuses, offset, [len(line)], number))
        return True

    def odd(self, line: bytes, offset: int, number: int) -> bool:
        """Read a line that is no plain status; False where it goes on after it."""
        if not line.strip():
            return True
        task = self._task
        if line.rstrip()[-1:] in {b"{", b"[", b",", b":"}:
            following = _read(task.path, task.start + offset + len(line), None)
            if following and read_status(following, Place("", 0)) is None:
                return False
        place = Place(task.name, number, "$", api_v1.SHAPE)
        known = read_v2(line, place)
        if known is None and self.paged:
            self.paged = False
            return self.line(line, offset, number)
        self.paged = known is not None
        found = list(again(line, place, task.naive)) if known is None else known
        few = sum(isinstance(each, Tweet) for each in found) <= _FEW
        if few and self._sink.parts[-1].store != task.path:
            self._sink.at(task.path, task.start)
        self._sink.line = (offset, len(line), number) if few else None
        self.tally.take(found, self._sink)
        return True


def _read(path: str, at: int, length: int | None) -> bytes:
    """Read so many bytes from there, or to the line's end."""
    with open(path, "rb") as file:
        file.seek(at)
        return file.readline() if length is None else file.read(length)
