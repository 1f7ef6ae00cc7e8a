"""What the first bytes of a stream tell of it: packed, an archive, or neither."""

from typing import Literal, TypeAlias

__all__ = ["HEAD", "Archived", "Packing", "archived", "packing"]

HEAD = 512
"""How many bytes it takes: the header of a tar."""

Packing: TypeAlias = Literal["gzip", "bzip2", "xz", "zstandard"]
Archived: TypeAlias = Literal["zip", "tar"]

_PACKINGS: tuple[tuple[bytes, bytes, Packing], ...] = (
    (b"\x1f\x8b", b"", "gzip"),
    (b"BZh", b"1AY&SY", "bzip2"),
    (b"BZh", b"\x17\x72\x45\x38\x50\x90", "bzip2"),  # of nothing
    (b"\xfd7zXZ\0", b"", "xz"),
    (b"\x28\xb5\x2f\xfd", b"", "zstandard"),
)
"""How they begin, and what follows after one byte more."""

_LONGEST = 10
_SKIPPED_BY_ZSTANDARD = b"\x2a\x4d\x18"
_ZIPS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08")
_CHECKSUM = slice(148, 156)


def packing(head: bytes) -> Packing | None:
    """Tell from its first bytes how a stream is packed."""
    head = head[:_LONGEST]
    for begins, then, how in _PACKINGS:
        if head.startswith(begins) and head[len(begins) + 1 :].startswith(then):
            return how
    if head[1:4] == _SKIPPED_BY_ZSTANDARD and head[0] & 0xF0 == 0x50:  # noqa: PLR2004 - RFC 8878, 3.1.2
        return "zstandard"
    return None


def archived(head: bytes) -> Archived | None:
    """Tell from its first `HEAD` bytes which archive a stream is."""
    if head.startswith(_ZIPS):
        return "zip"
    if b"\0" in head and (head[257:262] == b"ustar" or _is_tar_header(head)):
        return "tar"
    return None


def _is_tar_header(block: bytes) -> bool:
    """Tell whether the checksum is right; the oldest tars have no other mark."""
    told = block[_CHECKSUM].strip(b" \0")
    if len(block) < HEAD or not told.isdigit():
        return False
    total = sum(block[:HEAD]) - sum(block[_CHECKSUM]) + sum(b" " * 8)
    return told.lstrip(b"0") == b"%o" % total
