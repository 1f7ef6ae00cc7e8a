"""Reading single records again, from where a scan found them."""

import os
import sys
from array import array
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import tzinfo
from typing import NamedTuple

from tweetspat.model import Tweet
from tweetspat.problems import NothingReadable, Place
from tweetspat.readers import api_v1
from tweetspat.readers.reading import again
from tweetspat.readers.recognition import Found
from tweetspat.readers.typed import Typed
from tweetspat.scan.places import tweet_lowered
from tweetspat.scan.rows import RAW, Part, Rows
from tweetspat.scan.spools import unspooled

__all__ = ["Record", "Records", "bytes_of", "close_files", "tweets_in"]

_MOST_OPEN = 8

_new: Callable[[type["Record"], tuple[object, ...]], "Record"] = tuple.__new__
"""Makes a Record from all its fields in their order, in half the time of a call."""

_place: Callable[[type[Place], tuple[object, ...]], Place] = tuple.__new__
"""Makes a Place in the same way."""


class Record(NamedTuple):
    """Where the bytes of one record lie.

    Attributes:
        store: the path of the file that they lie in.
        offset, length: where in it.
        line: of a line of JSON its number; else by how much the lines that the
            tweet tells are too low.
        raw: it is a line of JSON.
        file: the input that it is of, as places name it.
        data: the bytes, where they have been read.
    """

    store: str
    offset: int
    length: int
    line: int
    raw: bool
    file: str
    data: bytes | None = None


class Records:
    """Where the records of rows lie."""

    def __init__(self, rows: Rows, parts: Sequence[Part]) -> None:
        self._rows = rows
        self._parts = parts
        self._firsts = array("q", [part.first for part in parts])

    def part(self, row: int) -> Part:
        """Return the part that a row is of."""
        return self._parts[bisect_right(self._firsts, row) - 1]

    def opening(self, row: int, most: int) -> bytes:
        """Return the first bytes of a row's record, not more than `most`.

        Raises:
            NothingReadable: its file is gone, or is not what it was.
        """
        return self.openings((row,), most)[0]

    def openings(self, rows: Iterable[int], most: int) -> list[bytes]:
        """Return the first bytes of the records of some rows, best in ascending order.

        Raises:
            NothingReadable: a file is gone, or is not what it was.
        """
        offset, length = self._rows.offset, self._rows.length
        found = []
        start = first = end = opened = 0
        store = file = ""
        read = os.pread
        try:
            for row in rows:
                if not first <= row < end:
                    first, end, (_, file, path, start, *_) = self.stretch(row)
                    if path != store:
                        store = path
                        known = _open.get(store)
                        opened = _opened(store) if known is None else known
                size = min(length[row], most)
                data = read(opened, size, start + offset[row])
                if len(data) < size:
                    raise _changed(file)
                found.append(data)
        except OSError as error:
            raise _unreadable(file, error) from None
        return found

    def stretch(self, row: int) -> tuple[int, int, Part]:
        """Return the part that a row is of, and between which rows that lies."""
        at = bisect_right(self._firsts, row)
        ends = self._firsts[at] if at < len(self._firsts) else sys.maxsize
        return self._firsts[at - 1], ends, self._parts[at - 1]

    def of(self, row: int) -> Record:
        """Return where a row's record lies; rows of one line have the same."""
        return next(self.each((row,)))

    def each(self, those: Iterable[int]) -> Iterator[Record]:
        """Yield where the records of some rows lie, each once, in their order."""
        rows = self._rows
        offsets, lengths, lines, flags = rows.offset, rows.length, rows.line, rows.flags
        ends, before, start, line, store, file = 0, -1, 0, 0, "", ""
        for row in sorted(those):
            if row >= ends:
                _, ends, (_, file, store, start, line, *_) = self.stretch(row)
                before = -1
            offset = offsets[row]
            if offset != before:
                before, raw = offset, bool(flags[row] & RAW)
                yield _new(
                    Record,
                    (
                        store,
                        start + offset,
                        lengths[row],
                        line + lines[row] if raw else line,
                        raw,
                        file,
                        None,
                    ),
                )


def tweets_in(records: Iterable[Record], naive: tzinfo | None) -> Iterator[Tweet]:
    """Read records again and yield what each holds, nested tweets among it.

    Args:
        records: where they lie.
        naive: the zone of stamps that have none.

    Raises:
        NothingReadable: a file is gone, or is not what it was.
    """
    read = Typed().read
    for store, offset, length, line, raw, file, known in records:
        data = _read(store, file, offset, length) if known is None else known
        if raw:
            place = _place(Place, (file, line, "$", api_v1.SHAPE))
            found: Iterable[Found] | None = read(data, place)
            if found is None:
                found = again(data, place, naive)
            for each in found:
                if isinstance(each, Tweet):
                    yield each
        else:
            tweet = unspooled(data)
            if tweet is None:
                raise _changed(file)
            yield tweet_lowered(tweet, line) if line else tweet


def bytes_of(record: Record) -> bytes:
    """Return the bytes of a record.

    Raises:
        NothingReadable: its file is gone, or is not what it was.
    """
    if record.data is not None:
        return record.data
    return _read(record.store, record.file, record.offset, record.length)


def _read(store: str, file: str, offset: int, length: int) -> bytes:
    number = _open.get(store)
    try:
        data = os.pread(_opened(store) if number is None else number, length, offset)
    except OSError as error:
        raise _unreadable(file, error) from None
    if len(data) < length:
        raise _changed(file)
    return data


def _unreadable(name: str, error: OSError) -> NothingReadable:
    return NothingReadable(f"{name}: it cannot be read again: {error.strerror}")


def _changed(name: str) -> NothingReadable:
    return NothingReadable(f"{name}: it changed while it was read; run this again")


_open: dict[str, int] = {}


def close_files() -> None:
    """Close what stayed open: another file may have come to a path."""
    while _open:
        os.close(_open.popitem()[1])


def _opened(path: str) -> int:
    """Open a file; the last few stay open."""
    number = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    if len(_open) >= _MOST_OPEN:
        os.close(_open.pop(next(iter(_open))))
    _open[path] = number
    return number
