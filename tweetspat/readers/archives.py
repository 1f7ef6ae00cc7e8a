"""Archives: zip, tar -> their members as streams.  Nothing is ever extracted.

The name of a member is a text and no path: whatever it says, it leads nowhere.
"""

import io
import stat
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import (
    TYPE_CHECKING,
    BinaryIO,
    NamedTuple,
    TypeAlias,
    TypeVar,
    cast,
)

from tweetspat.problems import Place, Problem
from tweetspat.readers.magic import Archived
from tweetspat.readers.packed import (
    BLOCK,
    BZIP2,
    DEFLATE,
    XZ,
    ZSTANDARD,
    Careful,
    Growth,
    Unpacked,
    Whole,
    damage_told,
)

if TYPE_CHECKING:
    import tarfile
    import zipfile

__all__ = ["Archive", "Member", "members"]

MOST_MEMBERS = 100_000
"""How many members of archives one input may have."""

_LONGEST_READ = 32 << 20
_LONGEST_NAME = 500

_METHODS = {8: DEFLATE, 12: BZIP2, 93: ZSTANDARD, 95: XZ}
_ENCRYPTED, _SIZES_FOLLOW, _UTF_8 = 0x1, 0x8, 0x800
_MEMBER = b"PK\x03\x04"
_EXTRA_SIZES = b"\x01\x00\x10\x00"
_IN_EXTRA = 0xFFFFFFFF
_LONGEST_SIZES = 24 + len(_MEMBER)
_ENDLESS = 1 << 62

_LINK = "it is a link in the archive, and links are not followed; skipped"


class Archive(NamedTuple):
    """An archive that is about to be walked.

    Attributes:
        name: its name, which those of its members follow.
        kind: what its first bytes tell.
        stream: its bytes from the first; that of a zip can seek.
        whole: the growth of the input that it is, or is in.
        level: how deep its own bytes lie in that input.
    """

    name: str
    kind: Archived
    stream: BinaryIO
    whole: Whole
    level: int


class Member(NamedTuple):
    """A file in an archive.

    Attributes:
        name: the archive's name, "/", its own, as text that can be written as UTF-8.
        stream: its bytes; it ends when the next member is asked for.
    """

    name: str
    stream: Careful


def members(archive: Archive) -> Iterator[Member | Problem]:
    """Yield the files in an archive; what cannot be read of it is a Problem.

    Those of a zip come in the order of their names, those of a tar as they stand.
    Hidden ones are left out.
    """
    walked = _zip(archive) if archive.kind == "zip" else _tar(archive)
    names: Counter[str] = Counter()
    nothing = True
    read: Careful | None = None
    try:
        for name, found in walked:
            nothing = False
            names[name] += 1
            again = f" ({names[name]})" if names[name] > 1 else ""
            full = f"{archive.name}/{name}{again}"
            if isinstance(found, str):
                yield _problem(full, found, "skipped-member" if found is _LINK else "")
                continue
            read = found
            yield Member(full, found)
            if archive.whole.burst:
                yield _problem(archive.name, "the rest of its members were not read")
                return
    except (OSError, EOFError) as error:
        if not (read and read.told and error is read.fault):
            yield _problem(archive.name, f"the archive cannot be read on: {error}")
        return
    if nothing:
        yield _problem(archive.name, "the archive holds no file that could be read")


def _problem(name: str, message: str, code: str = "") -> Problem:
    return Problem(code or "unreadable", message, Place(name, 0))


Walked: TypeAlias = Iterator[tuple[str, "Careful | str"]]
"""Names with a stream, or with the reason why there is none."""


class _Guarded:
    """The bytes of an archive for a library that believes every size it is told.

    A stream that cannot seek is read forwards, which is all that a tar asks for.

    Attributes:
        last: what the latest read gave.
    """

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._seekable = stream.seekable()
        self._at = 0
        self.last = b""

    def read(self, size: int = -1) -> bytes:
        if not -1 <= size <= _LONGEST_READ:
            message = f"it wants {size:,} bytes for a header"
            raise OSError(message)
        self.last = self._stream.read(size if size >= 0 else _LONGEST_READ)
        self._at += len(self.last)
        return self.last

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        if self._seekable:
            self._at = self._stream.seek(offset, whence)
            return self._at
        while self._at < offset and self.read(min(BLOCK, offset - self._at)):
            pass
        return self._at

    def tell(self) -> int:
        return self._at

    def seekable(self) -> bool:
        return self._seekable


class _Entry(NamedTuple):
    """What a zip tells of a member; a check of None cannot be made."""

    name: str
    flags: int
    method: int
    check: tuple[int, int] | None
    packed: int
    start: int


class _Window:
    """A stretch of a stream in which others move about too."""

    def __init__(self, stream: BinaryIO, start: int, length: int) -> None:
        self._stream = stream
        self._start = start
        self._at = start
        self._end = start + length

    def read(self, size: int, /) -> bytes:
        self._stream.seek(self._at)
        data = self._stream.read(max(0, min(size, self._end - self._at)))
        self._at += len(data)
        return data

    def taken(self) -> int:
        return self._at - self._start

    def left(self) -> int:
        return self._end - self._at


class _Stored(Careful):
    """A member of a zip that is not packed."""

    def __init__(self, window: _Window, within: Growth) -> None:
        super().__init__(Growth(window.taken, within), BLOCK)
        self._window = window

    def some(self, most: int) -> bytes:
        piece = self._window.read(most)
        if not piece and self._window.left():
            message = "the archive breaks off in it"
            raise EOFError(message)
        return piece


class _Checked(Careful):
    """A member of a zip whose checksum and size are compared at its end."""

    def __init__(self, inner: Careful, check: tuple[int, int]) -> None:
        super().__init__(inner.growth, inner.step)
        self._inner = inner
        self._check = check
        self._seen = (0, 0)

    def some(self, most: int) -> bytes:
        import zlib

        piece = self._inner.some(most)
        checksum, size = self._seen
        self._seen = zlib.crc32(piece, checksum), size + len(piece)
        if not piece and self._seen != self._check:
            message = "its checksum is not that of its bytes"
            raise OSError(message)
        return piece


def _zip(archive: Archive) -> Walked:
    import zipfile

    try:
        with damage_told():
            opened = zipfile.ZipFile(cast("BinaryIO", _Guarded(archive.stream)))
    except OSError as error:
        yield from _torn_zip(archive)
        message = "its directory is missing or damaged; its members were sought without"
        raise OSError(message) from error
    files = [each for each in opened.infolist() if not each.is_dir()]
    for info in _counted(sorted(files, key=lambda each: each.filename), archive.whole):
        mode = stat.S_IFMT(info.external_attr >> 16)
        if _is_hidden(info.filename):
            continue
        if mode in (0, stat.S_IFREG):
            yield _shown(info.filename), _listed(info, archive)
        elif stat.S_ISLNK(mode):
            yield _shown(info.filename), _LINK


def _listed(info: "zipfile.ZipInfo", archive: Archive) -> Careful | str:
    """Return a member of a zip that the directory of the archive names."""
    try:
        entry = _entry(archive.stream, info.header_offset)
    except OSError as error:
        return f"it cannot be read: {error}"
    if entry is None:
        return "it does not stand where the archive's directory says"
    check = (info.CRC, info.file_size)
    return _unzipped(entry._replace(check=check, packed=info.compress_size), archive)


def _torn_zip(archive: Archive) -> Walked:
    """Walk from member to member where the directory at the end is lost."""
    at = 0
    while entry := _entry(archive.stream, at):
        _count(archive.whole)
        known = entry.packed or not entry.flags & _SIZES_FOLLOW
        found = _unzipped(entry if known else entry._replace(packed=_ENDLESS), archive)
        if entry.name and entry.name[-1] != "/" and not _is_hidden(entry.name):
            yield _shown(entry.name), found
        end = entry.start + entry.packed if known else _end(archive, entry, found)
        if end is None:
            return
        at = end


def _end(archive: Archive, entry: _Entry, found: Careful | str) -> int | None:
    """Return where a member ends that does not say how long it is."""
    if not isinstance(found, Unpacked):
        return None
    try:
        while found.readinto(memoryview(bytearray(BLOCK))):
            pass
    except (OSError, EOFError):
        return None
    end = entry.start + found.packed_size
    archive.stream.seek(end)
    return end + max(0, archive.stream.read(_LONGEST_SIZES).find(_MEMBER))


@damage_told()
def _entry(stream: BinaryIO, at: int) -> _Entry | None:
    """Read what stands before a member of a zip; None where there is none."""
    import struct

    form = struct.Struct("<4s5H3L2H")
    stream.seek(at)
    header = stream.read(form.size)
    if len(header) < form.size or not header.startswith(_MEMBER):
        return None
    _, _, flags, method, _, _, checksum, packed, size, *lengths = form.unpack(header)
    name = stream.read(lengths[0]).decode(
        "utf-8" if flags & _UTF_8 else "cp437", "surrogateescape"
    )
    extra = stream.read(lengths[1])
    if packed == _IN_EXTRA and extra.startswith(_EXTRA_SIZES):
        size, packed = struct.unpack_from("<2Q", extra, len(_EXTRA_SIZES))
    check = None if flags & _SIZES_FOLLOW else (checksum, size)
    return _Entry(name, flags, method, check, packed, at + form.size + sum(lengths))


def _unzipped(entry: _Entry, archive: Archive) -> Careful | str:
    if entry.flags & _ENCRYPTED:
        return "it is encrypted in the archive"
    if entry.method and entry.method not in _METHODS:
        return f"it is packed in a way that is not known here ({entry.method})"
    window = _Window(archive.stream, entry.start, entry.packed)
    within = archive.whole.level(archive.level + 1)
    inner: Careful = _Stored(window, within)
    if entry.method:
        inner = Unpacked(_METHODS[entry.method], window, within)
    return _Checked(inner, entry.check) if entry.check else inner


class _TarMember(Careful):
    def __init__(self, file: BinaryIO, growth: Growth) -> None:
        super().__init__(growth, BLOCK)
        self._file = file

    def some(self, most: int) -> bytes:
        with damage_told():
            return self._file.read1(most)  # type: ignore[attr-defined, no-any-return]


def _tar(archive: Archive) -> Walked:
    import tarfile

    file = _Guarded(archive.stream)
    within = archive.whole.level(archive.level + 1)
    with damage_told():
        opened = tarfile.TarFile(
            fileobj=cast("BinaryIO", file),
            encoding="utf-8",
            errors="surrogateescape",
        )
    for info in _counted(_headers(opened, file), archive.whole):
        name = info.name.removeprefix("./")
        if _is_hidden(name):
            continue
        if info.isreg():
            with damage_told():
                data = opened.extractfile(info)
            yield _shown(name), _TarMember(data, Growth(file.tell, within))  # type: ignore[arg-type]
        elif info.issym() or info.islnk():
            yield _shown(name), _LINK


def _headers(opened: "tarfile.TarFile", file: _Guarded) -> "Iterator[tarfile.TarInfo]":
    at = -1
    while True:
        with damage_told():
            info = opened.next()
        if info is None:
            break
        if info.offset <= at:
            message = "a member claims a size below zero"
            raise OSError(message)
        at = info.offset
        yield info
        opened.members.clear()  # type: ignore[attr-defined]  # it would keep every one
    if file.last.strip(b"\0"):  # the library takes any damage for the end
        message = f"there is no header of a member before byte {file.tell():,}"
        raise OSError(message)


_Info = TypeVar("_Info")


def _counted(infos: Iterable[_Info], whole: Whole) -> Iterator[_Info]:
    for info in infos:
        _count(whole)
        yield info


def _count(whole: Whole) -> None:
    whole.members += 1
    if whole.members > MOST_MEMBERS:
        message = f"only the first {MOST_MEMBERS:,} members were read"
        raise OSError(message)


def _is_hidden(name: str) -> bool:
    steps = name.replace("\\", "/").split("/")
    return steps[0] == "__MACOSX" or any(
        step.startswith(".") and step not in (".", "..") for step in steps
    )


def _shown(name: str) -> str:
    shown = name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return shown if len(shown) <= _LONGEST_NAME else f"{shown[:_LONGEST_NAME]}..."
