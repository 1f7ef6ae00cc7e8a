"""What lies in a stream: packings are taken off, archives walked, down to files."""

import io
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import BinaryIO, NamedTuple, cast

from tweetspat.problems import Place, Problem
from tweetspat.readers.files import tars, zips
from tweetspat.readers.files.archives import Archive, Refused, Walked
from tweetspat.readers.files.careful import BLOCK, Careful, Whole
from tweetspat.readers.files.magic import HEAD, archived, packing
from tweetspat.readers.files.packed import PACKERS, Unpacked
from tweetspat.readers.files.temporary import no_room

__all__ = ["Content", "contents", "copied"]

MOST_LAYERS = 3
"""How many times over a stream may be packed."""

DEEPEST = 2
"""How many archives may be around a file."""

LARGEST_COPY = 1 << 30
"""How large a zip may be that has to be copied because it is itself packed."""

_LONGEST_NAME = 500
_BLOCK = 32 << 10  # malloc hands larger ones back to the system each time


class Content(NamedTuple):
    """A file that was met in another.

    Attributes:
        name: the name of what holds it, and if that is an archive, "/" and its own.
        stream: its bytes, unpacked.  It ends once where a fault is, so that a
            buffered reader hands out what it has, and raises when it is read on.
        inside: whether it is a member of an archive.
    """

    name: str
    stream: BinaryIO
    inside: bool


class _Depth(NamedTuple):
    """How many archives are around a stream, and how many streams in all."""

    archives: int
    streams: int


def contents(
    name: str, source: io.BufferedReader, whole: Whole
) -> Iterator[Content | Problem]:
    """Yield the files in a packed stream or an archive.

    What cannot be read is a Problem, so is a fault that the caller, who had what
    stands before it, did not come to.  A stream ends when the next is asked for.
    """
    return _inside(name, source, None, whole, _Depth(0, 0))


def copied(source: io.BufferedReader, most: int | None = None) -> BinaryIO:
    """Copy what cannot seek to a file that can, which nobody else can see.

    Raises:
        OSError: it cannot be read, or has more than `most` bytes.
        NothingReadable: there is no room for it.
    """
    size = 0
    copy = _Copy()
    try:
        while block := source.read(BLOCK):
            size += len(block)
            too_large = most is not None and size > most
            _refuse("it is a packed zip of more than a gigabyte", when=too_large)
            copy.put(block)
        copy.file.seek(0)
    except BaseException:
        copy.close()
        raise
    return copy.file


class _Copy:
    """A temporary file without a name, which tells when there is no room for it."""

    def __init__(self) -> None:
        import tempfile

        self._where = "TMPDIR"
        try:
            self._where = tempfile.gettempdir()
            copy = tempfile.TemporaryFile()  # noqa: SIM115 - `close` does
        except OSError as error:
            raise no_room(error, self._where) from None
        self.file = cast("BinaryIO", copy)

    def put(self, block: bytes) -> None:
        try:
            self.file.write(block)
            self.file.flush()
        except OSError as error:
            raise no_room(error, self._where) from None

    def close(self) -> None:
        with suppress(OSError):  # what is not yet written may have no room either
            self.file.close()


def _inside(
    name: str,
    source: io.BufferedReader,
    raw: Careful | None,
    whole: Whole,
    depth: _Depth,
) -> Iterator[Content | Problem]:
    """Yield what is in a stream; `raw` is what its buffer reads from."""
    try:
        layers = 0
        while how := packing(head := source.peek(HEAD)[:HEAD]):
            layers += 1
            _refuse("it is packed time and again", when=layers > MOST_LAYERS)
            depth = depth._replace(streams=depth.streams + 1)
            raw = Unpacked(PACKERS[how], source, whole.level(depth.streams))
            source = _buffered(raw)
        kind = archived(head)
        too_deep = kind is not None and depth.archives == DEEPEST
        _refuse("it is an archive in an archive in an archive", when=too_deep)
        if kind == "zip" and not source.seekable():
            source = _buffered(copied(source, LARGEST_COPY))
    except (OSError, EOFError) as error:
        yield _unreadable(name, f"it cannot be read: {error}")
        return
    with source:
        if kind:
            archive = Archive(source, whole, depth.streams)
            walked = zips.walk(archive) if kind == "zip" else tars.walk(archive)
            yield from _members(name, walked, whole, depth)
        else:
            if raw:
                raw.gentle = True
            yield Content(name, source, depth.archives > 0)
            if raw and raw.fault and not raw.told:
                raw.told = True
                yield _unreadable(name, f"it cannot be read to its end: {raw.fault}")


def _members(
    archive: str, walked: Walked, whole: Whole, depth: _Depth
) -> Iterator[Content | Problem]:
    """Yield what is in the members of an archive; hidden ones are left out."""
    below = _Depth(depth.archives + 1, depth.streams + 1)
    names: Counter[str] = Counter()
    raw: Careful | Refused | None = None
    try:
        for stored, raw in walked:
            if _is_hidden(stored):
                continue
            name = f"{archive}/{_shown(stored)}"
            names[name] += 1
            if names[name] > 1:
                name += f" ({names[name]})"
            if isinstance(raw, Refused):
                yield Problem(raw.code, raw.message, Place(name, 0))
                continue
            yield from _inside(name, _buffered(raw), raw, whole, below)
            if whole.burst:
                yield _unreadable(archive, "the rest of its members was not read")
                return
    except (OSError, EOFError) as error:
        known = isinstance(raw, Careful) and raw.told and raw.fault is error
        if not known:
            yield _unreadable(archive, f"the archive cannot be read on: {error}")
        return
    if not names:
        yield _unreadable(archive, "the archive holds no file that could be read")


def _is_hidden(name: str) -> bool:
    steps = name.replace("\\", "/").split("/")
    return "__MACOSX" in steps[:1] or any(
        step.startswith(".") and step not in (".", "..") for step in steps
    )


def _shown(name: str) -> str:
    """Return the name of a member as text that can be written as UTF-8."""
    name = (
        name.removeprefix("./")
        .encode("utf-8", "surrogateescape")
        .decode("utf-8", "backslashreplace")
    )
    return name if len(name) <= _LONGEST_NAME else f"{name[:_LONGEST_NAME]}..."


def _unreadable(name: str, message: str) -> Problem:
    return Problem("unreadable", message, Place(name, 0))


def _buffered(raw: io.RawIOBase | BinaryIO) -> io.BufferedReader:
    return io.BufferedReader(raw, _BLOCK)  # type: ignore[arg-type]


def _refuse(message: str, *, when: bool) -> None:
    if when:
        raise OSError(message)
