"""Reading single records again, from where a scan found them."""

import os
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
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
        rows, part = self._rows, self.part(row)
        length = min(rows.length[row], most)
        return _read(part.store, part.file, part.start + rows.offset[row], length)

    def of(self, row: int) -> Record:
        """Return where a row's record lies; rows of one line have the same."""
        rows, part = self._rows, self.part(row)
        raw = bool(rows.flags[row] & RAW)
        return Record(
            part.store,
            part.start + rows.offset[row],
            rows.length[row],
            part.line + rows.line[row] if raw else part.line,
            raw,
            part.file,
        )


def tweets_in(records: Iterable[Record], naive: tzinfo | None) -> Iterator[Tweet]:
    """Read records again and yield what each holds, nested tweets among it.

    Args:
        records: where they lie.
        naive: the zone of stamps that have none.

    Raises:
        NothingReadable: a file is gone, or is not what it was.
    """
    typed = Typed()
    for record in records:
        data = bytes_of(record)
        if record.raw:
            place = Place(record.file, record.line, "$", api_v1.SHAPE)
            found: Iterable[Found] | None = typed.read(data, place)
            if found is None:
                found = again(data, place, naive)
            yield from (each for each in found if isinstance(each, Tweet))
        else:
            tweet = unspooled(data)
            if tweet is None:
                raise _changed(record.file)
            yield tweet_lowered(tweet, record.line) if record.line else tweet


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
        message = f"{file}: it cannot be read again: {error.strerror}"
        raise NothingReadable(message) from None
    if len(data) < length:
        raise _changed(file)
    return data


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
