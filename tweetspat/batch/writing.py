"""Lines to bytes in a file, in blocks."""

import os
from collections.abc import Iterable, Iterator
from io import BufferedWriter, FileIO

__all__ = ["blocks", "buffered_new", "opened_new", "put", "write_whole"]

_BLOCK = 1 << 16
_BUFFER = 1 << 18


def blocks(lines: Iterable[str]) -> Iterator[bytes]:
    """Yield lines, each ended by LF, as UTF-8 in blocks of some 64 KiB."""
    block: list[str] = []
    size = 0
    for line in lines:
        block.append(line)
        size += len(line) + 1
        if size > _BLOCK:
            yield "\n".join((*block, "")).encode("utf-8", "backslashreplace")
            block, size = [], 0
    if block:
        yield "\n".join((*block, "")).encode("utf-8", "backslashreplace")


def opened_new(path: str) -> FileIO:
    """Open a file for writing from its beginning, never through a link.

    Raises:
        OSError: it cannot be written.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_NOFOLLOW", 0)
    return FileIO(os.open(path, flags, 0o666), "wb")


def buffered_new(path: str) -> BufferedWriter:
    """Open a file in the same way, for many small writes.

    Raises:
        OSError: it cannot be written.
    """
    return BufferedWriter(opened_new(path), _BUFFER)


def write_whole(path: str, lines: Iterable[str]) -> tuple[str, int]:
    """Write lines to a file and return its SHA-256 and size.

    Raises:
        OSError: it cannot be written, or not to its end.
    """
    from hashlib import sha256

    whole, size = sha256(), 0
    with opened_new(path) as file:
        for block in blocks(lines):
            put(file, block)
            whole.update(block)
            size += len(block)
    return whole.hexdigest(), size


def put(file: FileIO, data: bytes) -> None:
    """Write all of it to a file that may take less at a time.

    Raises:
        OSError: it takes no more.
    """
    left = memoryview(data)
    while left:
        left = left[file.write(left) :]
