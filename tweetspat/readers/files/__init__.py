"""Opening inputs: paths -> bytes.  The only place where input files are opened.

What is packed is unpacked and archives are walked, whatever they are called; every
member of an archive is an input of its own.
"""

import io
import os
import stat
import sys
from collections.abc import Callable, Collection, Iterator
from functools import partial
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, cast

from tweetspat.problems import Place, Problem
from tweetspat.readers.files.magic import HEAD, archived, packing

if TYPE_CHECKING:
    from tweetspat.readers.files.containers import Content

__all__ = [
    "STDIN",
    "Listed",
    "Opened",
    "listed",
    "opened",
    "opened_one",
    "readable_name",
]

STDIN = "-"
_BLOCK = 128 << 10


class Opened(NamedTuple):
    """An input that can be read.

    Attributes:
        name: its name as the user gave it; that of a member of an archive follows
            the archive's after "/".
        stream: its bytes, unpacked.  Where they break off or are damaged, it ends
            once, and raises OSError or EOFError when it is read on.
        digest: gives, when the stream has been read, the SHA-256 of the whole file
            as stored; None when nobody asked for hashes.
        found: whether it was met in a folder or an archive; else the user named it.
    """

    name: str
    stream: BinaryIO
    digest: Callable[[], str] | None
    found: bool = False

    def sha256(self) -> str | None:
        """Return the hash of the whole input in hex; reads what is left of it."""
        return self.digest() if self.digest else None


class _Lent(io.RawIOBase):
    """A stream that is somebody else's to close."""

    def __init__(self, owned: BinaryIO) -> None:
        self._owned = owned
        self.taken = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int:  # type: ignore[override]
        data = self._owned.read(len(buffer))
        buffer[: len(data)] = data
        self.taken += len(data)
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


class _Stored:
    """The hash of a regular file, taken once and when it is asked for.

    It is read beside its stream, wherever that stands.
    """

    def __init__(self, raw: BinaryIO) -> None:
        self._raw = raw
        self._digest: str | None = None

    def sha256(self) -> str:
        if self._digest is None:
            import hashlib

            whole = hashlib.sha256()
            number, at = self._raw.fileno(), 0
            while block := os.pread(number, _BLOCK, at):
                whole.update(block)
                at += len(block)
            self._digest = whole.hexdigest()
        return self._digest


def readable_name(path: str) -> str:
    """Return a file's name as text that can be written as UTF-8."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def opened(
    paths: list[str], *, hashed: bool, left_out: Collection[str] = ()
) -> Iterator[Opened | Problem]:
    """Yield each input, opened; folders give their files, hidden ones left out.

    An input that cannot be opened is a Problem; the others are still read.
    The caller reads each stream before it takes the next, and this closes it.
    """
    for each in listed(paths, left_out):
        if isinstance(each, Problem):
            yield each
        else:
            yield from opened_one(each, hashed=hashed)


class Listed(NamedTuple):
    """A file, or standard input, before it is opened.

    Attributes:
        found: whether it was met in a folder; else the user named it.
    """

    path: str
    found: bool


def listed(
    paths: list[str], left_out: Collection[str] = ()
) -> Iterator[Listed | Problem]:
    """Yield each file; folders give theirs, hidden ones left out.

    Args:
        paths: files, folders, or "-" for standard input.
        left_out: real paths of files that no folder gives: outputs of this tool.
    """
    for path in paths:
        if path != STDIN and os.path.isdir(path):
            yield from _folder(path, left_out)
        else:
            yield Listed(path, found=False)


def opened_one(each: Listed, *, hashed: bool) -> Iterator[Opened | Problem]:
    """Yield what a file holds, opened; see `opened`."""
    if each.path == STDIN:
        yield from _standard_input(hashed=hashed)
    else:
        yield from _file(each.path, hashed=hashed, found=each.found)


def _folder(path: str, left_out: Collection[str]) -> Iterator[Listed | Problem]:
    """Yield the files below a folder, and tell of folders that are passed over."""
    found, odd = False, list[Problem]()
    for folder, folders, files in os.walk(path, onerror=partial(_closed, odd)):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in folders:
            below = os.path.join(folder, name)
            if os.path.islink(below) and not _inside(below, path):
                message = "a link to a folder is not followed; name the folder itself"
                odd.append(Problem("unreadable", message, _whole(below)))
        for name in sorted(files):
            file = os.path.join(folder, name)
            if name.startswith(".") or (
                left_out and os.path.realpath(file) in left_out
            ):
                continue
            found = True
            yield Listed(file, found=True)
    yield from odd
    if not found and not odd:
        message = "the folder holds no file that could be read"
        yield Problem("unreadable", message, _whole(path))


def _closed(odd: list[Problem], error: OSError) -> None:
    """Note a folder that cannot be looked into."""
    message = f"the folder cannot be read: {error.strerror}"
    odd.append(Problem("unreadable", message, _whole(error.filename)))


def _inside(path: str, folder: str) -> bool:
    """Tell whether a link leads to what is in a folder anyway."""
    there, whole = os.path.realpath(path), os.path.realpath(folder)
    return there == whole or there.startswith(os.path.join(whole, ""))


def _whole(path: str) -> Place:
    return Place(readable_name(path), 0)


def _standard_input(*, hashed: bool) -> Iterator[Opened | Problem]:
    if sys.stdin is None:
        yield Problem("unreadable", "standard input is closed", Place(STDIN, 0))
        return
    lent = _Lent(sys.stdin.buffer)
    digest = _Hashed(cast("BinaryIO", lent)) if hashed else None
    source = _buffered(digest or lent)
    head = source.peek(HEAD)[:HEAD]
    if not (packing(head) or archived(head)):
        yield Opened(STDIN, source, digest.sha256 if digest else None)
    elif hashed or archived(head) == "zip":
        yield from _kept(source, hashed=hashed)
    else:
        for each in _contents(STDIN, source, lambda: lent.taken):
            if isinstance(each, Problem):
                yield each
            else:
                yield Opened(each.name, each.stream, None, each.inside)


def _kept(source: io.BufferedReader, *, hashed: bool) -> Iterator[Opened | Problem]:
    """Read standard input from a copy on disk, where it can seek."""
    from tweetspat.readers.files.containers import copied

    try:
        copy = copied(source)
    except OSError as error:
        message = f"it cannot be kept while it is read: {error}"
        yield Problem("unreadable", message, Place(STDIN, 0))
        return
    with copy:
        yield from _stored(STDIN, copy, hashed=hashed, found=False)


def _file(path: str, *, hashed: bool, found: bool) -> Iterator[Opened | Problem]:
    name = readable_name(path)
    try:
        file = _regular(path)
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        yield Problem("unreadable", f"it cannot be opened: {reason}", Place(name, 0))
        return
    with file:
        yield from _stored(name, file, hashed=hashed, found=found)


def _stored(
    name: str, raw: BinaryIO, *, hashed: bool, found: bool
) -> Iterator[Opened | Problem]:
    digest = _Hashed(raw) if hashed else None
    with _buffered(digest or raw) as source:
        try:
            head = source.peek(HEAD)[:HEAD]
        except OSError as error:
            message = f"it cannot be read: {error.strerror}"
            yield Problem("unreadable", message, Place(name, 0))
            return
        if not (packing(head) or archived(head)):
            yield Opened(name, source, digest.sha256 if digest else None, found)
            return
        raw.seek(0)
        size = os.fstat(raw.fileno()).st_size
        stored = _Stored(raw).sha256 if hashed else None
        with _buffered(raw) as again:
            for each in _contents(name, again, lambda: size):
                if isinstance(each, Problem):
                    yield each
                else:
                    yield Opened(each.name, each.stream, stored, found or each.inside)


def _contents(
    name: str, source: io.BufferedReader, taken: Callable[[], int]
) -> "Iterator[Content | Problem]":
    from tweetspat.readers.files.careful import Whole
    from tweetspat.readers.files.containers import contents

    return contents(name, source, Whole(taken))


def _buffered(raw: io.RawIOBase | BinaryIO) -> io.BufferedReader:
    return io.BufferedReader(raw, _BLOCK)  # type: ignore[arg-type]


def _regular(path: str) -> BinaryIO:
    """Open a regular file; a pipe or device could block or never end."""
    number = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    if stat.S_ISREG(os.fstat(number).st_mode):
        return open(number, "rb", buffering=0)
    os.close(number)
    message = "it is no regular file; use - to read from a pipe"
    raise ValueError(message)
