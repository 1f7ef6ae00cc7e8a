"""A cheap test that keeps most texts away from the grammar.

It may let through what holds no time; it may not stop what holds one, and the
tests compare it with the lexicons and with the labelled phrases.

What a text says is compared as bytes, in which small letters stand for letters and
a 0 for every figure: the methods of `bytes` are several times as fast as patterns.
"""

import re
from functools import cache

from tweetspat import zones
from tweetspat.said_times.tokens import folded
from tweetspat.said_times.triggers import CAPITALS, COUNTED, TRIGGERS, ZONES

__all__ = ["may_tell"]

_CODE_PAGE = "cp1251"
"""Holds Latin and Cyrillic letters, a byte each."""


_IN_ADDRESSES = b"_/@#=&"
"""A figure that stands behind one of these is part of an address or a handle."""

_ACCENT, _CYRILLIC, _ARABIC = b"\xc3\xd0\xd8"
"""Bytes that stand for all with which such letters begin in UTF-8."""

_FIGURE = ord("0")

_BRACKET = ord("\v")
"""Stands for a bracket that opens, and parts words, too."""


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
    if _FIGURE in plain and (plain.find(b" 0") >= 0 or plain[0] == _FIGURE):
        return True  # `find` is quicker than `in` for bytes, not for one of them
    telling, naming, hints = _LATIN
    if not text.isascii():
        if _ARABIC in plain:
            return True
        if _ACCENT in plain or _CYRILLIC in plain:
            known = folded(text) if _ACCENT in plain else text
            plain = known.encode(_CODE_PAGE, "replace").translate(_letters())
            telling, naming, hints = _foreign()
    words = plain.split()
    if zoned:
        return not telling.isdisjoint(words)
    bracketed = _BRACKET in plain
    if (naming.isdisjoint(words) and not bracketed) or telling.isdisjoint(words):
        return False
    if bracketed or not hints.isdisjoint(words):
        return True
    return any(map(_is_zone, _in_capitals().findall(text)))


def _is_zone(word: str) -> bool:
    return (len(word) > 1 or word == "Z") and bool(zones.meanings(word))


def _ascii() -> bytearray:
    """Return what stands for each character of ASCII."""
    table = bytearray(b" " * 0x80)
    table[ord("0") : ord("9") + 1] = b"0" * 10
    for first in (ord("A"), ord("a")):
        table[first : first + 26] = b"abcdefghijklmnopqrstuvwxyz"
    for sign in _IN_ADDRESSES:
        table[sign] = ord("\t")
    for sign in b"([":
        table[sign] = _BRACKET
    return table


def _utf8() -> bytes:
    """Return what stands for each byte of UTF-8."""
    table = _ascii() + b" " * 0x80
    for letters, first, behind in (
        (_ACCENT, 0xC3, 0xD0),
        (_CYRILLIC, 0xD0, 0xD5),
        (_ARABIC, 0xD8, 0xDC),
    ):
        table[first:behind] = bytes([letters]) * (behind - first)
    return bytes(table)


def _sets(codec: str) -> tuple[frozenset[bytes], ...]:
    """Return the triggers; words that name a zone; those that do so in small letters.

    One of the second, or a bracket, stands in texts of authors without a zone.
    """
    telling, hints, capitals = (
        words.encode(codec, "ignore").split()
        for words in (" ".join(TRIGGERS.values()), COUNTED + ZONES, CAPITALS)
    )
    return frozenset(telling), frozenset(hints + capitals), frozenset(hints)


_PLAIN = _utf8()
_LATIN = _sets("ascii")


@cache
def _foreign() -> tuple[frozenset[bytes], ...]:
    return _sets(_CODE_PAGE)


@cache
def _letters() -> bytes:
    """Return what stands for each byte of the code page."""
    others = bytes(range(0x80, 0x100)).decode(_CODE_PAGE, "replace")
    small = (folded(each) if each.isalpha() else " " for each in others)
    return bytes(_ascii()) + "".join(small).encode(_CODE_PAGE, "replace")


@cache
def _in_capitals() -> re.Pattern[str]:
    """Return what finds short words in capitals, but for handles and hashtags.

    It begins with the letter, not with what stands before it, for speed.
    """
    return re.compile(r"[A-ZÀ-ÞА-Я](?<![\w@#].)[A-ZÀ-ÞА-Я]{0,4}(?!\w)")
