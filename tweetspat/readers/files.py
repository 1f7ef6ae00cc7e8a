"""Opening inputs: paths -> bytes.  The only place where input files are opened."""

import io
import os
import stat
import sys
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from tweetspat.problems import Place, Problem

__all__ = ["STDIN", "Opened", "opened", "readable_name"]

STDIN = "-"
_GZIP = b"\x1f\x8b"
_BLOCK = 128 << 10
_FREE_EXPANSION = 64 << 20
_MOST_EXPANSION = 250


class Opened(NamedTuple):
    """An input that can be read.

    Attributes:
        name: its name as the user gave it.
        stream: its bytes, unpacked.
        digest: call it when the stream has been read to its end: the SHA-256 of
            the bytes as stored; None when nobody asked for hashes.
    """

    name: str
    stream: BinaryIO
    digest: "_Hashed | None"

    def sha256(self) -> str | None:
        """Return the hash of the whole input in hex; reads what is left of it."""
        return self.digest.sha256() if self.digest else None


class _Lent(io.RawIOBase):
    """A stream that is somebody else's to close."""

    def __init__(self, owned: BinaryIO) -> None:
        self._owned = owned

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._owned.read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


class _Hashed(io.RawIOBase):
    """A raw stream that hashes what passes through."""

    def __init__(self, raw: BinaryIO) -> None:
        import hashlib  # loads OpenSSL, which only hashes are worth

        self._raw = raw
        self._hash = hashlib.sha256()

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        count: int = self._raw.readinto(buffer)  # type: ignore[attr-defined]
        self._hash.update(buffer[:count])
        return count

    def close(self) -> None:
        self._raw.close()
        super().close()

    def sha256(self) -> str:
        while block := self._raw.read(_BLOCK):
            self._hash.update(block)
        return self._hash.hexdigest()


class _Unpacked(io.RawIOBase):
    """A gzip stream that refuses to grow out of proportion."""

    def __init__(self, packed: BinaryIO) -> None:
        import gzip

        self._packed = packed
        self._gzip = gzip.GzipFile(fileobj=packed, mode="rb")
        self._out = 0
        self._in = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        count = self._gzip.readinto(buffer)
        self._out += count
        taken = self._packed.tell() if self._packed.seekable() else self._out
        if self._out > _FREE_EXPANSION and self._out > _MOST_EXPANSION * taken:
            message = f"it unpacks to more than {_MOST_EXPANSION} times its size"
            raise OSError(message)
        return count

    def close(self) -> None:
        self._gzip.close()
        self._packed.close()
        super().close()


def readable_name(path: str) -> str:
    """Return a file's name as text that can be written as UTF-8."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def opened(paths: list[str], *, hashed: bool) -> Iterator[Opened | Problem]:
    """Yield each input, opened; folders give their files, hidden ones left out.

    An input that cannot be opened is a Problem; the others are still read.
    The caller reads each stream before it takes the next, and this closes it.
    """
    for path in paths:
        if path == STDIN:
            yield from _standard_input(hashed=hashed)
        elif os.path.isdir(path):
            yield from _folder(path, hashed=hashed)
        else:
            yield from _file(path, hashed=hashed)


def _folder(path: str, *, hashed: bool) -> Iterator[Opened | Problem]:
    found = False
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                found = True
                yield from _file(os.path.join(folder, name), hashed=hashed)
    if not found:
        message = "the folder holds no file that could be read"
        yield Problem("unreadable", message, Place(readable_name(path), 0))


def _standard_input(*, hashed: bool) -> Iterator[Opened | Problem]:
    if sys.stdin is None:
        yield Problem("unreadable", "standard input is closed", Place(STDIN, 0))
        return
    yield _stream(STDIN, _Lent(sys.stdin.buffer), hashed=hashed)  # type: ignore[arg-type]


def _file(path: str, *, hashed: bool) -> Iterator[Opened | Problem]:
    name = readable_name(path)
    try:
        file = _regular(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield Problem("unreadable", f"it cannot be opened: {reason}", Place(name, 0))
        return
    with file:
        try:
            source = _stream(name, file, hashed=hashed)
        except OSError as error:
            message = f"it cannot be read: {error.strerror}"
            yield Problem("unreadable", message, Place(name, 0))
            return
        yield source


def _regular(path: str) -> BinaryIO:
    """Open a regular file; a pipe or device could block or never end."""
    number = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    if stat.S_ISREG(os.fstat(number).st_mode):
        return open(number, "rb", buffering=0)
    os.close(number)
    message = "it is no regular file; use - to read from a pipe"
    raise ValueError(message)


def _stream(name: str, raw: BinaryIO, *, hashed: bool) -> Opened:
    digest = _Hashed(raw) if hashed else None
    source = io.BufferedReader(digest or raw, _BLOCK)  # type: ignore[type-var]
    if source.peek(2).startswith(_GZIP):
        unpacked = io.BufferedReader(_Unpacked(source), _BLOCK)
        return Opened(name, unpacked, digest)
    return Opened(name, source, digest)
