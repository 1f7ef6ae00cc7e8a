"""The quick way through large inputs, whatever their shape."""

from collections.abc import Callable, Sequence
from typing import TypeAlias

from msgspec import Raw

from tweetspat.model import Account, Notice, Tweet
from tweetspat.problems import Place
from tweetspat.readers.typed_v1 import read_status

__all__ = ["Typed", "read_v2"]

_Found: TypeAlias = Sequence[Tweet | Account | Notice]
_Way: TypeAlias = Callable[[bytes | Raw, Place], _Found | None]


class Typed:
    """Asks the typed readers; first the one that read the last record."""

    def __init__(self) -> None:
        self._ways: list[_Way] = [read_status, read_v2]

    def read(self, raw: bytes | Raw, place: Place) -> _Found | None:
        """Return what a record holds, or None when it is not plainly regular."""
        first, other = self._ways
        found = first(raw, place)
        if found is None:
            found = other(raw, place)
            if found is not None:
                self._ways.reverse()
        return found


def read_v2(raw: bytes | Raw, place: Place) -> _Found | None:
    """Return what a record of API v2 holds, or None; loads its reader only now."""
    from tweetspat.readers.typed_v2 import read_record

    return read_record(raw, place)
