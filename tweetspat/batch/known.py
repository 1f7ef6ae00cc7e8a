"""What earlier runs wrote into the folder, as their manifest and journal tell it."""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

__all__ = ["Known", "Output", "is_plain"]


class Output(NamedTuple):
    """A file that a run wrote, or was about to.

    Attributes:
        path: below the folder, with "/" between folders.
        key: a hash of all that decides what is in it, in hex.
        sha256: the hash of what is in it, in hex.
        size: in bytes.
    """

    path: str
    key: str
    sha256: str
    size: int


class Known:
    """The outputs of earlier runs; of one path there may be several versions."""

    def __init__(self, outputs: Iterable[Output] = ()) -> None:
        self._by_path: dict[str, list[Output]] = {}
        for each in outputs:
            if is_plain(each.path):
                self._by_path.setdefault(each.path, []).append(each)

    def __contains__(self, path: str) -> bool:
        return path in self._by_path

    def __iter__(self) -> Iterator[str]:
        return iter(self._by_path)

    def made(self, path: str, key: str) -> Output | None:
        """Return what a file of that path and key was written as, or None."""
        versions = self._by_path.get(path, ())
        return next((each for each in reversed(versions) if each.key == key), None)

    def hashes(self, path: str) -> set[str]:
        """Return the hashes of all that was ever written under a path."""
        return {each.sha256 for each in self._by_path.get(path, ())}


def is_plain(path: str) -> bool:
    """Tell whether a path is one that a batch can have made, and leads nowhere else.

    A manifest is a file that anybody may have put there.
    """
    parts = path.split("/")
    return all(
        part.isascii()
        and part[:1] not in ("", ".", "-")
        and part.translate(_PLAIN).isalnum()
        for part in parts
    )


_PLAIN = {ord(sign): "a" for sign in "._-"}
