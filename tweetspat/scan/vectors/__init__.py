"""The steps of a scan that look at every row, by numpy where it is there.

Each module does what its neighbour of the package above does in loops, and falls back
on it for what is irregular; tests hold the two to the same conversations.  Only
`able` may be imported without numpy.
"""

__all__ = ["able"]

_WORTH = 32 << 20
"""Bytes from which on loading numpy pays."""


def able(size: int) -> bool:
    """Tell whether inputs of so many bytes are scanned with numpy: is it there?"""
    if size < _WORTH:
        return False
    try:
        import numpy.typing as npt  # noqa: F401 - can it be loaded is the question
    except Exception:  # noqa: BLE001 - nobody has to have it, or have it whole
        return False
    return True
