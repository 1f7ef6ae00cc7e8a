"""Temporary files for what cannot be read again from its middle.

What is packed, comes from a pipe, or stands in a shape whose records are not lines,
is written here once, so that a conversation can be read by itself later.
"""

import os
import secrets
import shutil
import tempfile
from typing import BinaryIO

from msgspec import ValidationError
from msgspec.msgpack import Decoder, Encoder

from tweetspat.model import Tweet

__all__ = ["LEFT", "Spool", "folder", "spooled", "sweep", "unspooled"]

LEFT: list[str] = []
"""Folders that the program sweeps away when it ends, or is ended."""

_encode = Encoder().encode
_decode = Decoder(Tweet).decode


def folder(inside: str | None = None) -> str:
    """Return a folder for spools, which is made when something is spooled.

    Args:
        inside: where; None for the system's place for temporary files.
    """
    place = inside or tempfile.gettempdir()
    path = os.path.join(place, f"tweetspat-{secrets.token_hex(8)}")
    LEFT.append(path)
    return path


def sweep() -> None:
    """Remove the folders that were made."""
    while LEFT:
        shutil.rmtree(LEFT.pop(), ignore_errors=True)


class Spool:
    """A file that grows, in which tweets and lines lie one after another.

    Attributes:
        path: its path.
        size: its length in bytes.
    """

    def __init__(self, path: str) -> None:
        self.path = path
        self.size = 0
        self._file: BinaryIO | None = None

    def write(self, data: bytes) -> int:
        """Append bytes and return where they begin."""
        if self._file is None:
            os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
            self._file = open(self.path, "wb")  # noqa: SIM115 - `close` does
        begun, self.size = self.size, self.size + len(data)
        self._file.write(data)
        return begun

    def close(self) -> None:
        """Write out what is pending."""
        if self._file is not None:
            self._file.close()
            self._file = None

    def remove(self) -> None:
        """Forget all of it."""
        self.close()
        if os.path.exists(self.path):
            os.unlink(self.path)
        self.size = 0


def spooled(tweet: Tweet) -> bytes:
    """Return a tweet as bytes."""
    return _encode(tweet)


def unspooled(data: bytes) -> Tweet | None:
    """Return the tweet that bytes stand for, or None where they are no tweet's."""
    try:
        return _decode(data)
    except ValidationError:
        return None
