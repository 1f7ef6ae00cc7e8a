"""Many lines at once, as `quick.Putting` puts them."""

from array import array
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tweetspat.scan.quick import Lines, Putting
from tweetspat.scan.rows import NOBODY, Rows
from tweetspat.scan.vectors.stamps import instants

__all__ = ["VectorPutting", "renumber"]

_SPREADS = tuple(np.uint64(each) for each in (0x9E3779B97F4A7C15, 0xC2B2AE3D27D4EB4F))
"""Two odd numbers, by which keys spread over all that eight bytes hold."""

_ACCOUNTS = 0x9E3779B97F4A7C15 - (1 << 64)
"""The first of them; so account ids spread before the hash of a handle joins them."""

_SEATS = 1 << 12
_SPARSE = 4
"""Seats that there are at least for each key."""


class _Seats:
    """Numbers by key, looked up many at a time.

    A key sits in one of two seats or, where both are taken, pushes out who sits in
    the second.  So it is a memory of what was met, which may have forgotten.
    """

    def __init__(self) -> None:
        self._sized(_SEATS)

    def _sized(self, seats: int) -> None:
        self._shift = np.uint64(64 - seats.bit_length() + 1)
        self._keys: NDArray[Any] = np.zeros(seats, np.int64)
        self._numbers: NDArray[Any] = np.full(seats, NOBODY, np.int32)

    def _seat(self, keys: NDArray[Any], which: int) -> NDArray[Any]:
        return keys.view(np.uint64) * _SPREADS[which] >> self._shift

    def find(self, keys: NDArray[Any]) -> tuple[NDArray[Any], NDArray[Any]]:
        """Return the numbers of keys, and where those stand that are not kept."""
        seats = self._seat(keys, 0)
        found = self._numbers[seats]
        missed = np.flatnonzero(self._keys[seats] != keys)
        if len(missed):
            keys = keys[missed]
            seats = self._seat(keys, 1)
            found[missed] = self._numbers[seats]
            missed = missed[self._keys[seats] != keys]
        return found, missed

    def keep(self, keys: NDArray[Any], numbers: NDArray[Any]) -> None:
        """Keep the numbers of keys that were not found; numbers count from 0."""
        while (int(numbers.max()) + 1) * _SPARSE > len(self._keys):
            self._sized(len(self._keys) * _SPARSE)  # who is asked for comes back
        seats = self._seat(keys, 0)
        seats = np.where(self._keys[seats] == 0, seats, self._seat(keys, 1))
        self._keys[seats] = keys
        self._numbers[seats] = numbers


class VectorPutting(Putting):
    """Puts lines into rows with numpy.

    Accounts are told apart by eight bytes of hash, which differ from run to run.
    """

    def clear(self) -> None:
        """Forget what has been met."""
        super().clear()
        self._accounts = _Seats()
        self._handles = _Seats()

    def lines(
        self, statuses: Sequence[Any], offset: int, ends: Sequence[int], number: int
    ) -> Lines:
        """Return lines as `quick.Putting.lines` does."""
        stops = np.array(ends, np.uint32)
        lengths = np.diff(stops, prepend=np.uint32(0))
        return Lines(
            statuses,
            _column("I", stops - lengths + np.uint32(offset)),
            _column("I", lengths),
            _column("I", np.arange(number, number + len(ends), dtype=np.uint32)),
        )

    def _authors(self, users: Sequence[int], names: Sequence[str]) -> "array[int]":
        keys = np.array(users, np.int64)
        keys *= _ACCOUNTS
        keys ^= _hashed(names)

        def author(at: int) -> int:
            return self._author(users[at], names[at])

        return _looked_up(self._accounts, keys, author)

    def _answered(self, names: Sequence[str | None]) -> "array[int]":
        def named(at: int) -> int:
            return self._named(names[at])

        return _looked_up(self._handles, _hashed(names), named)

    def _instants(self, stamps: Sequence[str]) -> "array[int]":
        found, odd = instants(stamps)
        if odd:
            one_by_one = super()._instants([stamps[at] for at in odd])
            for at, each in zip(odd, one_by_one, strict=True):
                found[at] = each
        return found

    @staticmethod
    def _taken(column: "array[int]", places: Sequence[int]) -> "array[int]":
        return _column(column.typecode, np.asarray(column)[np.array(places, np.int32)])

    @staticmethod
    def _numbers(numbers: Sequence[int]) -> "array[int]":
        return _column("q", np.array(numbers, np.int64))

    @staticmethod
    def _hashes(texts: Sequence[str | None]) -> "array[int]":
        return _column("q", _hashed(texts))

    @staticmethod
    def _plain(ids: "array[int]", reply: "array[int]", across: "array[int]") -> bool:
        one, two, three = map(np.asarray, (ids, reply, across))
        least = one.min() > 0 <= two.min() and three.min() >= 0
        return bool(least and not (one == three).any())


def _column(typecode: str, numbers: NDArray[Any]) -> "array[int]":
    return array(typecode, numbers.tobytes())


def _hashed(texts: Sequence[str | None]) -> NDArray[Any]:
    return np.fromiter(map(hash, texts), np.int64, len(texts))


def _looked_up(
    seats: _Seats, keys: NDArray[Any], one: Callable[[int], int]
) -> "array[int]":
    """Return the number of each key; those not kept are told by `one`."""
    found, missed = seats.find(keys)
    if len(missed):
        found[missed] = [*map(one, missed.tolist())]
        seats.keep(keys[missed], found[missed])
    return _column("i", found)


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
