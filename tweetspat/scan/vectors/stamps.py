"""Stamps of API v1.1, many at once."""

from array import array
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["instants"]

_SECOND = 1_000_000
_LEAPS_BEFORE_1970 = 1969 // 4 - 1969 // 100 + 1969 // 400
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


def instants(stamps: Sequence[str]) -> "tuple[array[int], list[int]]":
    """Read stamps.

    Returns:
        When each was, as `rows.micros` has it; and where those stand that are of
        another shape, of a zone, or of no time that there was: what is told of
        these means nothing.
    """
    told = "".join(stamps)
    if not told.isascii() or set(map(len, stamps)) != {_LENGTH}:
        return array("q", bytes(8 * len(stamps))), [*range(len(stamps))]
    letters = np.frombuffer(told.encode(), np.uint8).reshape(-1, _LENGTH)
    sent, right = _read(letters)
    return array("q", sent.tobytes()), np.flatnonzero(~right).tolist()


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
