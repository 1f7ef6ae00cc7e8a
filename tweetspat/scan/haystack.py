"""Raw search: which lines of large files hold an id, without decoding them.

A search reads the files once and looks for an id together with those around it, by
the digits that they begin with: the ids of a conversation were mostly given out
within hours of each other, so that one search finds nearly all of them.
"""

import re
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import BinaryIO, NamedTuple

__all__ = ["MOST_SEARCHES", "File", "Haystack", "Line", "Unfit"]

MOST_SEARCHES = 4
"""Searches after which a scan would have been quicker: each takes about a quarter
of its time."""

_BLOCK = 256 << 10
"""Bytes that are searched at a time: they stay in the processor's cache."""

_LONGEST = 32 << 20
"""Bytes of a line beyond which searching is left to the scan."""

_SAMPLES = 32
_SAMPLE = 64 << 10
"""How many samples tell how many ids there are around one, and their bytes."""

_MOST_IDS = 200_000
"""Ids around those wanted that are kept in mind; each takes some hundred bytes."""

_OFTEN = 300
"""How often in a megabyte an id may be met: more would slow the search down."""

_SMALLEST = 100_000
"""The smallest id that is searched: smaller numbers stand everywhere."""

_FEWEST, _MOST = 4, 60
"""Digits that the ids around one have in common, and how many such beginnings."""

_FINE = 6
_ERA = 2
"""First digits that ids searched together share: a search of its own for others is
quicker than one for both."""


_CLOSING = ord("}")
_GOING_ON = (b"{", b"[", b",", b":")
"""How lines end whose record goes on after them."""

_ESCAPED = re.compile(rb"\\u003\d")
"""A digit that is written as an escape: no tool does, and no search would see it."""


class Unfit(Exception):  # noqa: N818 - never leaves `seeking`
    """Raw search cannot promise what a scan would find."""


class File(NamedTuple):
    """A file of lines.

    Attributes:
        number: the number of the input.
        path, name: where it is, and what it is called.
        size: its bytes.
    """

    number: int
    path: str
    name: str
    size: int


class Line(NamedTuple):
    """A line that was found.

    Attributes:
        file: the number of its file among those searched.
        start, end: where it lies, its end of line among it.
        above: how many lines come before it.
    """

    file: int
    start: int
    end: int
    above: int


class Haystack:
    """Files of lines; which of them hold an id is found out once for many ids.

    Attributes:
        files: the files.
        searches: how many searches were asked of it so far.
    """

    def __init__(self, files: Sequence[File]) -> None:
        self.files = files
        self.searches = 0
        self._size = sum(file.size for file in files)
        self._of, self._above = array("I"), array("Q")
        self._start, self._length = array("Q"), array("Q")
        self._blocks: defaultdict[bytes, list[int]] = defaultdict(list)
        self._begun: dict[int, set[str]] = {}
        self._sampled: dict[tuple[str, int], list[int]] = {}

    def knows(self, id_: int) -> bool:
        """Tell whether it has been found out which lines hold an id."""
        digits = str(id_)
        begun = self._begun.get(len(digits), ())
        return any(digits[:end] in begun for end in range(1, len(digits) + 1))

    def look_for(self, ids: Sequence[int]) -> None:
        """Find out which lines hold some ids, and those around them.

        Raises:
            Unfit: such ids cannot be searched, it were too many searches, or the
                files are not plain lines.
            OSError: a file cannot be read.

        Cost:
            O(bytes), once for each two digits that ids begin with.
        """
        if min(ids) < _SMALLEST:
            raise Unfit
        wanted: defaultdict[tuple[int, str], set[str]] = defaultdict(set)
        for id_ in ids:
            for begun in self._around(id_, len(ids)):
                wanted[len(str(id_)), begun[:_ERA]].add(begun)
        patterns = [_pattern(those, digits) for (digits, _), those in wanted.items()]
        self._spend(len(patterns))
        blocks = self._blocks
        for number, held, stop in self._every_block():
            for pattern in patterns:
                for digits in set(pattern.findall(held, 0, stop)):
                    blocks[digits].append(number)
        for (digits, _), those in wanted.items():
            self._begun.setdefault(digits, set()).update(those)

    def holding(self, id_: int) -> Iterator[tuple[Line, bytes]]:
        """Yield the lines in which an id stands, also amid text or other digits.

        Args:
            id_: one that it knows.
        """
        digits = b"%d" % id_
        for number in dict.fromkeys(self._blocks.get(digits, ())):
            data = self._block(number)
            yield from self._lines(number, data, data, digits)

    def quoting(self, words: Iterable[str]) -> Iterator[tuple[Line, bytes]]:
        """Yield the lines in which one of some words is a whole string of JSON.

        Args:
            words: in ASCII, in lower case; they are found in whatever case.

        Raises:
            Unfit: it were too many searches.
            OSError: a file cannot be read.
        """
        quoted = [f'"{word}"'.encode() for word in words]
        self._spend(1)
        for number, held, stop in self._every_block():
            lower = held[:stop].lower()
            for word in quoted:
                if word in lower:
                    yield from self._lines(number, bytes(held[:stop]), lower, word)

    def _spend(self, searches: int) -> None:
        self.searches += searches
        if self.searches > MOST_SEARCHES:
            raise Unfit

    def _lines(
        self, number: int, data: bytes, searched: bytes | bytearray, word: bytes
    ) -> Iterator[tuple[Line, bytes]]:
        """Yield the lines of a block in which a word is found."""
        at = searched.find(word)
        while at >= 0:
            start = data.rfind(b"\n", 0, at) + 1
            end = data.find(b"\n", at) + 1 or len(data)
            begun = self._start[number]
            above = self._above[number] + data.count(b"\n", 0, start)
            line = Line(self._of[number], begun + start, begun + end, above)
            yield line, data[start:end]
            at = searched.find(word, end)

    # -- blocks

    def _every_block(self) -> Iterator[tuple[int, bytearray, int]]:
        """Yield each block's number, and a buffer that it fills up to some byte."""
        return self._blocks_again() if self._of else self._first_blocks()

    def _first_blocks(self) -> Iterator[tuple[int, bytearray, int]]:
        """Do so, and note where blocks lie; make sure that lines are records."""
        for number, file in enumerate(self.files):
            above = 0
            with open(file.path, "rb", buffering=0) as source:
                for start, held, stop in _whole_lines(source):
                    if _ESCAPED.search(held, 0, stop):
                        raise Unfit
                    self._of.append(number)
                    self._above.append(above)
                    self._start.append(start)
                    self._length.append(stop)
                    above += _counted(held, stop)
                    yield len(self._of) - 1, held, stop

    def _blocks_again(self) -> Iterator[tuple[int, bytearray, int]]:
        held = bytearray(max(self._length))
        at = 0
        for number, file in enumerate(self.files):
            with open(file.path, "rb", buffering=0) as source:
                while at < len(self._of) and self._of[at] == number:
                    length = self._length[at]
                    with memoryview(held) as view:
                        if source.readinto(view[:length]) != length:
                            raise Unfit
                    yield at, held, length
                    at += 1

    def _block(self, number: int) -> bytes:
        with open(self.files[self._of[number]].path, "rb", buffering=0) as source:
            source.seek(self._start[number])
            return source.read(self._length[number])

    # -- which ids are looked for at once

    def _around(self, id_: int, shared: int) -> list[str]:
        """Return how ids begin that are looked for together with one.

        Args:
            id_: the one.
            shared: with how many others it shares what can be kept in mind.
        """
        digits = len(str(id_))
        met = self._met(str(id_)[:_ERA], digits)
        most = min(_MOST_IDS / max(self._size, 1), _OFTEN / (1 << 20))
        half = int(most * min(self._size, _SAMPLES * _SAMPLE) / shared / 2)
        at = bisect_left(met, id_)
        some = [id_, *met[max(at - half, 0) : at + half]]
        low, high = min(some), max(some)
        for common in range(_FEWEST, digits + 1):
            unit = 10 ** (digits - common)
            first, own, last = low // unit, id_ // unit, high // unit
            if last - first >= _FINE or common == digits:
                first, last = max(first, own - _MOST // 2), min(last, own + _MOST // 2)
                return [str(begun) for begun in range(first, last + 1)]
        return [str(id_)]

    def _met(self, era: str, digits: int) -> list[int]:
        """Return the numbers of so many digits that begin so, in samples, sorted."""
        if (era, digits) not in self._sampled:
            number = rf"{era}\d{{{digits - len(era)}}}(?!\d)"
            found = re.compile(number.encode()).findall
            self._sampled[era, digits] = sorted(
                int(each) for sample in self._samples() for each in found(sample)
            )
        return self._sampled[era, digits]

    def _samples(self) -> Iterator[bytes]:
        step = max(self._size // _SAMPLES, _SAMPLE)
        begun = 0
        for file in self.files:
            with open(file.path, "rb", buffering=0) as source:
                for at in range(-begun % step, file.size, step):
                    source.seek(at)
                    yield source.read(_SAMPLE)
            begun += file.size


def _whole_lines(source: BinaryIO) -> Iterator[tuple[int, bytearray, int]]:
    """Yield whole lines, some at a time: where they begin, and up to where held."""
    held = bytearray(_BLOCK)
    kept = start = 0
    while True:
        if kept == len(held):
            if kept > _LONGEST:
                raise Unfit
            held.extend(bytes(kept))
        with memoryview(held) as view:
            count: int = source.readinto(view[kept:])  # type: ignore[attr-defined]
        filled = kept + count
        stop = held.rfind(b"\n", 0, filled) + 1 if count else filled
        if stop:
            yield start, held, stop
        if not count:
            return
        held[: filled - stop] = held[stop:filled]
        kept, start = filled - stop, start + stop


def _counted(held: bytearray, stop: int) -> int:
    """Count the lines in a buffer up to there.

    Raises:
        Unfit: a record may go on after its line, so that all are read in another way.
    """
    count = start = 0
    find = held.find
    while end := find(b"\n", start, stop) + 1:
        if held[end - 2] != _CLOSING and held[start:end].rstrip()[-1:] in _GOING_ON:
            raise Unfit
        count += 1
        start = end
    return count


def _pattern(begun: Iterable[str], digits: int) -> "re.Pattern[bytes]":
    """Return what finds the numbers of so many digits that begin in one of some ways.

    Those of more digits it finds too.
    """
    whole = {each: rf"\d{{{digits - len(each)}}}" for each in begun}
    return re.compile(_any_of(whole).encode())


def _any_of(endings: dict[str, str]) -> str:
    """Return what finds digits and the ending of each; what they share comes first."""
    if "" in endings:
        return endings[""]
    groups: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for begun, ending in sorted(endings.items()):
        groups[begun[0]][begun[1:]] = ending
    parts = [digit + _any_of(group) for digit, group in groups.items()]
    return parts[0] if len(parts) == 1 else f"(?:{'|'.join(parts)})"
