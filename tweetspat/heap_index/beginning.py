"""How an index begins; asking for it loads nothing."""

import os
import stat

__all__ = ["MAGIC", "is_index"]

MAGIC = b"\x89tweetspat-heap\n"
"""No text begins so, nor anything packed."""


def is_index(path: str) -> bool:
    """Tell by its first bytes whether a file is an index, whole or not."""
    try:
        number = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError):
        return False
    try:
        regular = stat.S_ISREG(os.fstat(number).st_mode)
        return regular and os.pread(number, len(MAGIC), 0) == MAGIC
    except OSError:
        return False
    finally:
        os.close(number)
