"""Accounts and stamps of many lines at once, as `quick.Putting` puts them."""

from array import array
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tweetspat.scan.quick import Putting
from tweetspat.scan.rows import NOBODY, Rows

__all__ = ["VectorPutting", "renumber"]

_MANY = 1_000
"""Names that wait before they are sorted among the others."""

_SPREAD = 0x9E3779B97F4A7C15 - (1 << 64)
"""An odd number, by which account ids spread over all that eight bytes hold."""


class _Table:
    """Numbers by key, where keys are looked up many at a time."""

    def __init__(self) -> None:
        self._keys: NDArray[Any] = np.empty(0, np.int64)
        self._numbers: NDArray[Any] = np.empty(0, np.int32)
        self._waiting: dict[int, int] = {}

    def get(self, key: int) -> int | None:
        """Return the number of a key that waits."""
        return self._waiting.get(key)

    def put(self, key: int, number: int) -> None:
        """Keep the number of a key that was not found."""
        self._waiting[key] = number

    def find(self, keys: NDArray[Any]) -> tuple[NDArray[Any], list[int]]:
        """Return the numbers of keys, and where those stand that were not found."""
        waiting = self._waiting
        if len(waiting) > max(_MANY, len(self._keys) // 8):
            self._sort()
        if not len(self._keys):
            return np.empty(len(keys), np.int32), [*range(len(keys))]
        places = np.searchsorted(self._keys, keys)
        places[places == len(self._keys)] = 0
        found = self._numbers[places]
        missed = np.flatnonzero(self._keys[places] != keys)
        if not len(missed):
            return found, []
        left = []
        for place, key in zip(missed.tolist(), keys[missed].tolist(), strict=True):
            number = waiting.get(key)
            if number is None:
                left.append(place)
            else:
                found[place] = number
        return found, left

    def _sort(self) -> None:
        """Put the keys that wait among the others."""
        count = len(self._waiting)
        keys = np.fromiter(self._waiting, np.int64, count)
        numbers = np.fromiter(self._waiting.values(), np.int32, count)
        order = np.argsort(keys)
        places = np.searchsorted(self._keys, keys[order])
        self._keys = np.insert(self._keys, places, keys[order])
        self._numbers = np.insert(self._numbers, places, numbers[order])
        self._waiting = {}


class VectorPutting(Putting):
    """Puts lines into rows; looks accounts and stamps up many at a time.

    Accounts are told apart by eight bytes of hash, which differ from run to run.
    """

    def clear(self) -> None:
        """Forget what has been met."""
        super().clear()
        self._accounts = _Table()
        self._handles = _Table()
        self._handles.put(hash(None), NOBODY)

    def _authors(self, users: Sequence[int], names: Sequence[str]) -> "array[int]":
        named = np.fromiter(map(hash, names), np.int64, len(names))
        keys = np.array(users, np.int64)
        keys *= _SPREAD
        keys ^= named
        found, missed = self._accounts.find(keys)
        for at in missed:
            key = int(keys[at])
            known = self._accounts.get(key)
            if known is None:
                known = self._met(users[at], names[at])
                self._accounts.put(key, known)
                self._handles.put(int(named[at]), known)
            found[at] = known
        return array("i", found.tobytes())

    def _numbered(self, key: tuple[str | None, str], _: int) -> int:
        return self._known.numbered(key)

    def _answered(self, names: Sequence[str | None]) -> "array[int]":
        keys = np.fromiter(map(hash, names), np.int64, len(names))
        found, missed = self._handles.find(keys)
        for at in missed:
            key = int(keys[at])
            known = self._handles.get(key)
            if known is None:
                known = self._named(names[at])
                self._handles.put(key, known)
            found[at] = known
        return array("i", found.tobytes())

    def _instants(self, stamps: Sequence[str]) -> "array[int]":
        try:
            told = "".join(stamps).encode("ascii")
        except UnicodeEncodeError:
            return super()._instants(stamps)
        if set(map(len, stamps)) != {_LENGTH}:
            return super()._instants(stamps)
        sent, plain = _read(np.frombuffer(told, np.uint8).reshape(-1, _LENGTH))
        found = array("q", sent.tobytes())
        if not plain.all():
            odd = np.flatnonzero(~plain).tolist()
            told_one_by_one = super()._instants([stamps[at] for at in odd])
            for at, each in zip(odd, told_one_by_one, strict=True):
                found[at] = each
        return found


_SHAPE = b"Thu Feb 11 10:12:03 +0000 2016"
_LENGTH = len(_SHAPE)
_DIGITS = [8, 9, 11, 12, 14, 15, 17, 18, 26, 27, 28, 29]
_SIGNS = [3, 7, 10, 13, 16, *range(19, 26)]
_SIGNED = np.frombuffer(_SHAPE, np.uint8)[_SIGNS]
_WORTHS = [(0, 10), (0, 1), (1, 10), (1, 1), (2, 10), (2, 1), (3, 10), (3, 1)]
_WORTHS += [(4, 1000), (4, 100), (4, 10), (4, 1)]
_PLACES = np.zeros((len(_WORTHS), 5), np.int32)
"""What each digit counts for: day, hour, minute, second, year."""
for _digit, (_column, _worth) in enumerate(_WORTHS):
    _PLACES[_digit, _column] = _worth
_LETTERS = np.array([1 << 16, 1 << 8, 1], np.int32)


def _words(words: str) -> tuple[NDArray[Any], NDArray[Any]]:
    """Return the numbers of words of three letters, sorted, and their places."""
    letters = np.frombuffer(words.replace(" ", "").encode(), np.uint8).reshape(-1, 3)
    numbers = letters @ _LETTERS
    order = np.argsort(numbers)
    return numbers[order], order


_MONTHS = _words("Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec")
_WEEKDAYS = _words("Thu Fri Sat Sun Mon Tue Wed")
"""1970 began on a Thursday."""

_BEFORE = np.array([0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365])
"""Days of a year before each month."""

_FEBRUARY = 1
_MARCH = 2
_FIRST_YEAR = 1970


def _place(known: tuple[NDArray[Any], NDArray[Any]], told: NDArray[Any]) -> Any:
    """Return the places of words, and which are among those known."""
    numbers, places = known
    words = told @ _LETTERS
    where = np.searchsorted(numbers, words)
    where[where == len(numbers)] = 0
    return places[where], numbers[where] == words


def _read(told: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
    """Read stamps of v1.1, one a row of bytes.

    Returns:
        Microseconds since 1970, UTC; and which of them are right: those of a zone, of
        another shape, of a day that there is not or has another name are not.
    """
    digits = told[:, _DIGITS] - np.uint8(ord("0"))  # wraps below 0
    right = (digits <= 9).all(axis=1)  # noqa: PLR2004 - a digit
    right &= (told[:, _SIGNS] == _SIGNED).all(axis=1)
    day, hour, minute, second, year = (digits @ _PLACES).T
    month, known = _place(_MONTHS, told[:, 4:7])
    right &= known
    leap = (year % 4 == 0) & ((year % 100 != 0) | (year % 400 == 0))
    length = _BEFORE[month + 1] - _BEFORE[month] + (leap & (month == _FEBRUARY))
    right &= (day >= 1) & (day <= length) & (year >= _FIRST_YEAR)
    right &= (hour < 24) & (minute < 60) & (second < 60)  # noqa: PLR2004
    past = year - 1
    leaps = past // 4 - past // 100 + past // 400 - _LEAPS_BEFORE_1970
    days = (year.astype(np.int64) - _FIRST_YEAR) * 365 + leaps
    days += _BEFORE[month] + (leap & (month >= _MARCH)) + day - 1
    weekday, known = _place(_WEEKDAYS, told[:, 0:3])
    right &= known & (days % 7 == weekday)
    return (((days * 24 + hour) * 60 + minute) * 60 + second) * _SECOND, right


_SECOND = 1_000_000
_LEAPS_BEFORE_1970 = 1969 // 4 - 1969 // 100 + 1969 // 400


def renumber(rows: Rows, authors: "array[int]") -> None:
    """Give the authors of rows other numbers, in place.

    Args:
        rows: whose.
        authors: by number the new one; NOBODY comes last.
    """
    numbers = np.asarray(authors)
    for column in (rows.author, rows.handle):
        told = np.asarray(column)
        told[:] = numbers[told]
