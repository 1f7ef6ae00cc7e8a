"""A cheap test that keeps most texts away from the grammar.

It may let through what holds no time; it may not stop what holds one, and the
tests compare it with the lexicons and with the labelled phrases.

What a text says is compared as bytes, in which small letters stand for letters and
a 0 for every figure: the methods of `bytes` are several times as fast as patterns.
"""

import re
from collections.abc import Iterable
from functools import cache

from tweetspat import zones
from tweetspat.said_times.tokens import folded
from tweetspat.said_times.triggers import COUNTED, TRIGGERS, ZONES

__all__ = ["may_tell"]

_CODE_PAGE = "cp1251"
"""Holds Latin and Cyrillic letters, a byte each."""


def _coded(words: Iterable[str]) -> frozenset[bytes]:
    return frozenset(" ".join(words).encode(_CODE_PAGE).split())


_IN_ADDRESSES = "_/@#=&"
"""A figure that stands behind one of these is part of an address or a handle."""

_ACCENT, _CYRILLIC, _ARABIC = b"\xc3\xd0\xd8"
"""Bytes that stand for all with which such letters begin in UTF-8."""

_TELLING = _coded(word for words in TRIGGERS.values() for word in words)
_COUNTED, _ZONES = _coded(COUNTED), _coded(ZONES)

def may_tell(text: str, *, zoned: bool) -> bool:
    """Tell whether a text may speak of a time.

    Args:
        text: the whole text.
        zoned: whether the author's zone is known; without it words such as
            "yesterday" mean no stretch of time, unless a zone stands beside them.

    Cost:
        Two microseconds for a plain tweet.
    """
    plain = text.encode("utf-8", "surrogatepass").translate(_PLAIN)
    if b" 0" in b" " + plain:
        return True
    if not text.isascii():
        if _ARABIC in plain:
            return True
        if _ACCENT in plain or _CYRILLIC in plain:
            known = folded(text) if _ACCENT in plain else text
            plain = known.encode(_CODE_PAGE, "replace").translate(_letters())
    words = plain.split()
    if _TELLING.isdisjoint(words):
        return False
    return zoned or not _COUNTED.isdisjoint(words) or _may_name_zone(text, words)


def _may_name_zone(text: str, words: list[bytes]) -> bool:
    """Tell whether a zone may stand there: a word for one, brackets or capitals."""
    if "(" in text or "[" in text or not _ZONES.isdisjoint(words):
        return True
    return any(map(zones.meanings, _abbreviations().findall(text)))


def _class(character: str) -> str:
    """Return what stands for a character: its small letter, 0, a space or a tab."""
    if character.isdecimal():
        return "0"
    if character.isalpha():
        return folded(character)
    return "\t" if character in _IN_ADDRESSES else " "


def _plain() -> bytes:
    """Return what stands for each byte of UTF-8."""
    ascii_ones = "".join(map(_class, map(chr, range(0x80)))).encode()
    letters = {
        **dict.fromkeys(range(0xC3, 0xD0), _ACCENT),
        **dict.fromkeys(range(0xD0, 0xD5), _CYRILLIC),
        **dict.fromkeys(range(0xD8, 0xDC), _ARABIC),
    }
    return ascii_ones + bytes(letters.get(byte, ord(" ")) for byte in range(0x80, 0x100))


_PLAIN = _plain()


@cache
def _abbreviations() -> re.Pattern[str]:
    """Return what finds capitals that may be a zone: Z, ET, MSK, МСК."""
    return re.compile(r"(?<![\w@#])(?:Z|[^\W\d_a-zа-яё]{2,5})(?!\w)")


@cache
def _letters() -> bytes:
    """Return what stands for each byte of the code page."""
    characters = bytes(range(0x100)).decode(_CODE_PAGE, "replace")
    return "".join(map(_class, characters)).encode(_CODE_PAGE, "replace")
