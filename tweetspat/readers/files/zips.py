"""Zip archives: their members as streams.

The standard library reads the directory.  The members are unpacked here, so that
they break off like any other stream, and can be found when the directory is lost.
"""

import stat
from typing import TYPE_CHECKING, BinaryIO, NamedTuple, cast

from tweetspat.readers.files.archives import (
    LINK,
    Archive,
    Guarded,
    Refused,
    Stored,
    Walked,
    Window,
    count,
    counted,
)
from tweetspat.readers.files.careful import BLOCK, Careful, damage_told
from tweetspat.readers.files.packed import BZIP2, DEFLATE, XZ, ZSTANDARD, Unpacked

if TYPE_CHECKING:
    import zipfile

__all__ = ["walk"]

_METHODS = {8: DEFLATE, 12: BZIP2, 93: ZSTANDARD, 95: XZ}
_ENCRYPTED, _SIZES_FOLLOW, _UTF_8 = 0x1, 0x8, 0x800
_MEMBER = b"PK\x03\x04"
_EXTRA_SIZES = b"\x01\x00\x10\x00"
_IN_EXTRA = 0xFFFFFFFF
_LONGEST_SIZES = 24 + len(_MEMBER)
_ENDLESS = 1 << 62


class _Entry(NamedTuple):
    """What a zip tells of a member; a check of None cannot be made."""

    name: str
    flags: int
    method: int
    check: tuple[int, int] | None
    packed: int
    start: int


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


def walk(archive: Archive) -> Walked:
    """Yield the files in a zip, in the order of their names."""
    import zipfile

    try:
        with damage_told():
            opened = zipfile.ZipFile(cast("BinaryIO", Guarded(archive.stream)))
    except OSError as error:
        yield from _torn_zip(archive)
        message = "its directory is missing or damaged; its members were sought without"
        raise OSError(message) from error
    files = [each for each in opened.infolist() if not each.is_dir()]
    for info in counted(sorted(files, key=lambda each: each.filename), archive.whole):
        mode = stat.S_IFMT(info.external_attr >> 16)
        if mode in (0, stat.S_IFREG):
            yield info.filename, _listed(info, archive)
        elif stat.S_ISLNK(mode):
            yield info.filename, LINK


def _listed(info: "zipfile.ZipInfo", archive: Archive) -> Careful | Refused:
    """Return a member of a zip that the directory of the archive names."""
    try:
        entry = _entry(archive.stream, info.header_offset)
    except OSError as error:
        return Refused(f"it cannot be read: {error}")
    if entry is None:
        return Refused("it does not stand where the archive's directory says")
    check = (info.CRC, info.file_size)
    return _unzipped(entry._replace(check=check, packed=info.compress_size), archive)


def _torn_zip(archive: Archive) -> Walked:
    """Walk from member to member where the directory at the end is lost."""
    at = 0
    while entry := _entry(archive.stream, at):
        count(archive.whole)
        known = entry.packed or not entry.flags & _SIZES_FOLLOW
        if not known:
            entry = entry._replace(packed=_ENDLESS)
        found = _unzipped(entry, archive)
        if entry.name and entry.name[-1] != "/":
            yield entry.name, found
        end = entry.start + entry.packed if known else _end(archive, entry, found)
        if end is None:
            return
        at = end


def _end(archive: Archive, entry: _Entry, found: Careful | Refused) -> int | None:
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


def _unzipped(entry: _Entry, archive: Archive) -> Careful | Refused:
    if entry.flags & _ENCRYPTED:
        return Refused("it is encrypted in the archive")
    if entry.method and entry.method not in _METHODS:
        return Refused(f"it is packed in a way that is not known here ({entry.method})")
    if entry.packed == _ENDLESS and not entry.method:
        return Refused("nothing tells where in the archive it ends")
    window = Window(archive.stream, entry.start, entry.packed)
    within = archive.whole.level(archive.level + 1)
    inner: Careful = Stored(window, within)
    if entry.method:
        inner = Unpacked(_METHODS[entry.method], window, within)
    return _Checked(inner, entry.check) if entry.check else inner
