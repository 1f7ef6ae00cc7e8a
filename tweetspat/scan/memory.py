"""The memory of a process that holds large columns."""

__all__ = ["columns_apart"]

_LARGE = 1 << 20
_MMAP_THRESHOLD = -3
"""What glibc calls the size from which on memory has pages of its own."""


def columns_apart() -> None:
    """Let what takes a megabyte or more have pages of its own, from now on.

    glibc raises that size by itself, up to 32 MB, so that columns come to lie among
    small objects; where one has grown it leaves a hole that fits nothing else, of a
    million tweets some 25 MB.  With another library this does nothing.
    """
    import ctypes

    try:
        ctypes.CDLL(None).mallopt(_MMAP_THRESHOLD, _LARGE)
    except (AttributeError, OSError, TypeError):
        return
