"""Widths in cells, not characters: measuring, wrapping and cutting lines.

rich's tables do the measuring, pinned to one Unicode version, so that lines
break alike on every machine.
"""

import re
from collections.abc import Iterator
from functools import cache

from tweetspat.visible import Shown, one_line, unbroken

__all__ = ["CHARS", "beginning", "cells", "cut", "pad", "wrap"]

CHARS = 4
"""Characters that are looked at for each cell: marks take none of their own."""

_UNICODE = "16.0.0"


def cells(text: str) -> int:
    """Return how many cells a text takes in a terminal."""
    if text.isascii():
        return len(text)
    from rich.cells import cell_len

    return cell_len(text, _UNICODE)


@cache
def _narrow() -> "re.Pattern[str]":
    """Return what matches characters that take one cell, whatever is beside them."""
    return re.compile("[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f]*")


def pad(text: Shown, width: int) -> Shown:
    """Fill a text with spaces to the width; a longer one is cut."""
    if cells(text) > width:
        text = cut(text, width)
    return Shown(text + " " * (width - cells(text)))


def cut(text: Shown, width: int, more: str = "…") -> Shown:
    """Cut a text to the width, ending in a sign that says so."""
    if len(text) > width and _narrow().fullmatch(text, 0, width + 1):
        # one cell a character, and nothing that the character before it takes in
        return _cut_short(text, width - _cells_of(more), more)
    if cells(text) <= width:
        return text
    room = width - cells(more)
    if room < 0:
        return Shown("")
    kept = next(_chopped(text, room)) if room else ""
    return Shown((kept.rstrip() if cells(kept) <= room else "") + more)


def beginning(text: str, width: int, more: str = "…") -> Shown:
    """Show the beginning of a text on one line, its line breaks as spaces."""
    as_it_is = text[:1] != " " and "  " not in text
    if len(text) > width and as_it_is and _narrow().fullmatch(text, 0, width + 1):
        # what comes after need not be looked at
        return _cut_short(text, width - _cells_of(more), more)
    return cut(one_line(unbroken(text[: width * CHARS])), width, more)


def _cut_short(narrow: str, room: int, more: str) -> Shown:
    return Shown("" if room < 0 else narrow[:room].rstrip() + more)


@cache
def _cells_of(sign: str) -> int:
    return cells(sign)


def wrap(text: Shown, width: int) -> Iterator[Shown]:
    """Yield a line broken at spaces into lines of at most `width` cells.

    Spaces within a line stay as they are; a word longer than a line is cut.

    Cost:
        O(n), also for one word of a million characters.
    """
    if cells(text) <= width:
        yield Shown(text.rstrip(" "))
        return
    line, size = "", 0
    for word in _words(text):
        length = cells(word)
        if size + cells(word.rstrip(" ")) <= width:
            line, size = line + word, size + length
            continue
        if line.strip(" "):
            yield Shown(line.rstrip(" "))
        if length <= width or cells(word.rstrip(" ")) <= width:
            line, size = word, length
            continue
        *whole, line = _chopped(word, width)
        yield from map(Shown, whole)
        size = cells(line)
    yield Shown(line.rstrip(" "))


def _words(text: str) -> Iterator[str]:
    """Yield the words, each with the spaces that follow it."""
    start = 0
    while start < len(text):
        end = text.find(" ", start)
        if end < 0:
            yield text[start:]
            return
        while end < len(text) and text[end] == " ":
            end += 1
        yield text[start:end]
        start = end


def _chopped(text: str, width: int) -> Iterator[str]:
    if text.isascii():
        for start in range(0, len(text), width):
            yield text[start : start + width]
        return
    from rich.cells import split_graphemes

    spans, _ = split_graphemes(text, _UNICODE)
    start = size = 0
    for begin, _, length in spans:
        if size + length > width and begin > start:
            yield text[start:begin]
            start, size = begin, 0
        size += length
    yield text[start:]
