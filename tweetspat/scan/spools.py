"""Temporary files for what cannot be read again from its middle.

What is packed, comes from a pipe, or stands in a shape whose records are not lines,
is written here once, so that a conversation can be read by itself later.
"""

import atexit
import contextlib
import os
import secrets
import shutil
import stat
import tempfile
from typing import BinaryIO

from msgspec import Raw, Struct, ValidationError
from msgspec.msgpack import Decoder, Encoder

from tweetspat.model import Tweet
from tweetspat.problems import NothingReadable
from tweetspat.readers.files.temporary import no_room

__all__ = ["Spool", "folder", "spooled", "sweep", "text_of", "unspooled"]

_BEGINS = "tweetspat-spools-"
_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0) | getattr(os, "O_NOFOLLOW", 0)
_OWN: dict[str, tuple[int, int]] = {}
"""The folders that were made: by which process, and what holds their lock."""


def folder(inside: str | None = None) -> str:
    """Return a folder for spools; it is removed by `sweep`, or when Python ends.

    Folders of runs that were killed are removed.  One that is in use is locked as
    long as its run, or a process of it, is there.

    Args:
        inside: where; None for the system's place for temporary files.
    """
    try:
        place = inside or tempfile.gettempdir()
    except OSError:  # what spools nothing does without
        place = os.environ.get("TMPDIR") or "/tmp"  # noqa: S108 - it cannot be written
    _sweep_others(place)
    path = os.path.join(place, f"{_BEGINS}{secrets.token_hex(8)}")
    _OWN[path] = os.getpid(), _made(path)
    return path


def _made(path: str) -> int:
    """Make a folder and lock it; -1 where it is made when something is spooled."""
    try:
        while True:
            os.mkdir(path, 0o700)
            number = os.open(path, _FOLDER)
            locked = _lock(number, wait=True)
            if not locked or os.path.exists(path):
                return number
            os.close(number)  # another run swept it before it was locked
    except OSError:
        return -1


def _lock(number: int, *, wait: bool) -> bool:
    try:
        import fcntl

        fcntl.flock(number, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except (ImportError, OSError):  # not on Windows, not on every file system
        return False
    return True


def _sweep_others(place: str) -> None:
    """Remove the folders of runs that are no more."""
    try:
        with os.scandir(place) as entries:
            found = [each.path for each in entries if _is_spools(each)]
    except OSError:
        return
    for path in found:
        if path in _OWN:
            continue
        with contextlib.suppress(OSError):
            number = os.open(path, _FOLDER)
            try:
                if _lock(number, wait=False):
                    shutil.rmtree(path, ignore_errors=True)
            finally:
                os.close(number)


def _is_spools(entry: "os.DirEntry[str]") -> bool:
    if not entry.name.startswith(_BEGINS):
        return False
    try:
        there = entry.stat(follow_symlinks=False)
    except OSError:  # another run swept it just now
        return False
    own = not hasattr(os, "geteuid") or there.st_uid == os.geteuid()
    return own and stat.S_ISDIR(there.st_mode)


def sweep() -> None:
    """Remove the folders that this process made."""
    while _OWN:
        path, (process, number) = _OWN.popitem()
        if process == os.getpid():
            shutil.rmtree(path, ignore_errors=True)
        if number >= 0:
            os.close(number)


atexit.register(sweep)
_encode = Encoder().encode
_decode = Decoder(Tweet).decode


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
        """Append bytes and return where they begin.

        Raises:
            NothingReadable: there is no room for them.
        """
        try:
            if self._file is None:
                os.makedirs(os.path.dirname(self.path), mode=0o700, exist_ok=True)
                self._file = open(self.path, "wb")  # noqa: SIM115 - `close` does
            begun, self.size = self.size, self.size + len(data)
            self._file.write(data)
        except OSError as error:
            raise self._no_room(error) from None
        return begun

    def close(self) -> None:
        """Write out what is pending.

        Raises:
            NothingReadable: there is no room for it.
        """
        file, self._file = self._file, None
        if file is not None:
            try:
                file.close()
            except OSError as error:
                raise self._no_room(error) from None

    def _no_room(self, error: OSError) -> NothingReadable:
        return no_room(error, os.path.dirname(os.path.dirname(self.path)))

    def remove(self) -> None:
        """Forget all of it."""
        self.close()
        if os.path.exists(self.path):
            os.unlink(self.path)
        self.size = 0


class _Begun(Struct, array_like=True, gc=False):
    """The first members of a tweet, as it is spooled."""

    id: str
    author: Raw
    text: str | None


_decode_begun = Decoder(_Begun).decode


def spooled(tweet: Tweet) -> bytes:
    """Return a tweet as bytes."""
    return _encode(tweet)


def unspooled(data: bytes) -> Tweet | None:
    """Return the tweet that bytes stand for, or None where they are no tweet's."""
    try:
        return _decode(data)
    except ValidationError:
        return None


def text_of(data: bytes) -> str | None:
    """Return the text of the tweet that bytes stand for; None where it has none."""
    try:
        return _decode_begun(data).text
    except ValidationError:
        return None
