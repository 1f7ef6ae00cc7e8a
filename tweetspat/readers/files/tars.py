"""Tar archives: their members as streams, read from the first byte to the last."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, BinaryIO, cast

from tweetspat.readers.files.archives import (
    LINK,
    Archive,
    Guarded,
    Refused,
    Stored,
    Walked,
    Window,
    counted,
)
from tweetspat.readers.files.careful import BLOCK, damage_told

if TYPE_CHECKING:
    import tarfile

__all__ = ["walk"]


def walk(archive: Archive) -> Walked:
    """Yield the files in a tar as they stand in it."""
    import tarfile

    file = Guarded(archive.stream)
    within = archive.whole.level(archive.level + 1)
    with damage_told():
        opened = tarfile.TarFile(
            fileobj=cast("BinaryIO", file),
            encoding="utf-8",
            errors="surrogateescape",
        )
    for info in counted(_headers(opened, file), archive.whole):
        if info.issparse():
            yield info.name, Refused("it is stored with holes, which is not read here")
        elif info.isreg():
            data = Window(file, info.offset_data, info.size)
            yield info.name, Stored(data, within)
        elif info.issym() or info.islnk():
            yield info.name, LINK


def _headers(opened: "tarfile.TarFile", file: Guarded) -> "Iterator[tarfile.TarInfo]":
    at = -1
    while True:
        with damage_told():
            info = opened.next()
        backwards = (info or opened).offset <= at
        if backwards or (info and info.size < 0):
            message = "a member claims a size below zero"
            raise OSError(message)
        if info is None:
            break
        at = info.offset
        yield info
        opened.members.clear()  # type: ignore[attr-defined]  # it would keep every one
    if file.last.strip(b"\0"):  # the library takes any damage for the end
        message = f"there is no header of a member before byte {file.tell():,}"
        raise OSError(message)
    _refuse_more(file)


def _refuse_more(file: Guarded) -> None:
    """Read to the very end, where a packed stream has its checksum."""
    more = 0
    while block := file.read(BLOCK):
        more += len(block.strip(b"\0"))
    if more:
        message = "behind its end mark stands more, which was not read"
        raise OSError(message)
