"""Stamps of API v1.1, many at once.

A stamp is read as four numbers, of eight letters each, so that an operation on one of
them reads or checks eight letters.
"""

from array import array
from collections.abc import Sequence
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

__all__ = ["instants"]

_SECOND = 1_000_000
_LENGTH = len("Thu Feb 11 10:12:03 +0000 2016")


def _letters(letters: str) -> int:
    """Return eight letters as one number, the first of them lowest."""
    return int.from_bytes(letters.encode(), "little")


def _beginnings() -> tuple[NDArray[Any], NDArray[Any]]:
    """Return how stamps can begin, sorted, and which month and weekday that is.

    A month's number is seven times that of a weekday; 1970 began on a Thursday.
    """
    months = "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split()
    weekdays = "Thu Fri Sat Sun Mon Tue Wed".split()
    words = [f"{weekday} {month} " for month, weekday in product(months, weekdays)]
    numbers = np.array([*map(_letters, words)])
    order = np.argsort(numbers)
    return numbers[order], order


_BEGINNINGS, _NAMED = _beginnings()
_STARTS = np.arange("1970-01", "2200-02", dtype="M8[M]").astype("M8[D]").astype(int)
"""The days from 1970 to the start of each month, of the years that are known here."""

_LENGTHS = np.diff(_STARTS)
_FIRST_YEAR, _MONTHS, _WEEK = 1970, 12, 7


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
    sent, right = _read(told.encode())
    return array("q", sent.tobytes()), np.flatnonzero(~right).tolist()


def _read(told: bytes) -> tuple[NDArray[Any], NDArray[Any]]:
    """Read stamps of v1.1, one behind the other.

    Returns:
        Microseconds since 1970, UTC; and which of them are right: those of a zone, of
        another shape, of a day that there is not or has another name are not.
    """
    pairs, right = _pairs(told, 8, "dd dd:dd")
    day, hour, minute = (pairs >> (8 * at) & 0xFF for at in (0, 3, 6))
    pairs, known = _pairs(told, 16, ":dd +000")
    second = pairs >> 8 & 0xFF
    right &= known
    pairs, known = _pairs(told, 22, "000 dddd")
    year = (pairs >> 32 & 0xFF) * 100 + (pairs >> 48 & 0xFF)
    right &= known
    begun = _eight(told, 0)
    where = np.searchsorted(_BEGINNINGS, begun)
    where[where == len(_BEGINNINGS)] = 0
    right &= _BEGINNINGS[where] == begun
    month, weekday = np.divmod(_NAMED[where], _WEEK)
    month += (year - _FIRST_YEAR) * _MONTHS
    right &= (month >= 0) & (month < len(_LENGTHS))
    month[~right] = 0
    right &= (day > 0) & (day <= _LENGTHS[month])
    right &= (hour < 24) & (minute < 60) & (second < 60)  # noqa: PLR2004
    days = _STARTS[month] + day - 1
    right &= days % _WEEK == weekday
    return (((days * 24 + hour) * 60 + minute) * 60 + second) * _SECOND, right


def _eight(told: bytes, at: int) -> NDArray[Any]:
    """Return eight letters of each stamp, from the n-th on, as numbers."""
    count = len(told) // _LENGTH
    return np.ndarray(count, "<i8", told, at, (_LENGTH,)).astype(np.int64)


def _pairs(told: bytes, at: int, shape: str) -> tuple[NDArray[Any], NDArray[Any]]:
    """Read eight letters of each stamp, from the n-th on.

    Args:
        told: the stamps, one behind the other.
        at: where in a stamp the letters begin.
        shape: what they should be: letters, and `d` for any digit.

    Returns:
        In each byte what the digit there and the one after it say together; and
        which are of the shape.
    """
    value = _eight(told, at) ^ _letters(shape.replace("d", "0"))  # digits become 0 to 9
    fixed = bytes(0xF0 if each == "d" else 0xFF for each in shape)
    beyond_9 = bytes(0x06 if each == "d" else 0 for each in shape)
    carried = value + int.from_bytes(beyond_9, "little")
    wrong = (value | carried) & int.from_bytes(fixed, "little", signed=True)
    return value * 10 + (value >> 8), wrong == 0
