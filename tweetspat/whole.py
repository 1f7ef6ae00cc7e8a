"""A file of bytes that stands under its name when it is whole, and not before."""

import contextlib
import os
from collections.abc import Iterator
from typing import BinaryIO

__all__ = ["whole"]


@contextlib.contextmanager
def whole(path: str, pending: list[str]) -> Iterator[BinaryIO]:
    """Open a file that appears under its name only when it is whole.

    Args:
        path: its path.
        pending: holds the path of what is unfinished while it is there.

    Raises:
        OSError: it cannot be written.
    """
    import tempfile

    folder, name = os.path.split(path)
    try:
        number, unfinished = tempfile.mkstemp(
            prefix=f".{name[:40]}.", dir=folder or "."
        )
    except OSError as error:
        error.filename = path
        raise
    pending.append(unfinished)
    try:
        with open(number, "w+b") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        os.chmod(unfinished, 0o666 & ~_umask())
        os.replace(unfinished, path)
    except BaseException as error:
        if isinstance(error, OSError) and error.filename in (None, unfinished):
            error.filename = path
        with contextlib.suppress(OSError):
            os.unlink(unfinished)
        raise
    finally:
        pending.remove(unfinished)


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
