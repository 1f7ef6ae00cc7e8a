"""Accounts of many lines at once, as `quick.Putting` puts them."""

from array import array
from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tweetspat.scan.quick import Putting
from tweetspat.scan.rows import NOBODY, Rows
from tweetspat.scan.vectors.stamps import instants

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
        found, odd = instants(stamps)
        if odd:
            one_by_one = super()._instants([stamps[at] for at in odd])
            for at, each in zip(odd, one_by_one, strict=True):
                found[at] = each
        return found


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
