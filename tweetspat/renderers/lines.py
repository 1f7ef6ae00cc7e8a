"""A line of people's output: stretches of shown text, each with a role.

Text, terminal and SVG share the same walk; only they know what a role looks
like.  A role is a word of the palette, or several: "side0 bold".
"""

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, TypeAlias

from tweetspat.renderers.cells import cells, cut, wrap
from tweetspat.visible import Shown, own

__all__ = ["Line", "Span", "fitted", "plain", "rtl", "span", "wrapped"]

_WORD = re.compile(" *[^ ]+ *| +")
_RTL = (
    ("\u0590", "\u08ff"),
    ("\ufb1d", "\ufdff"),
    ("\ufe70", "\ufefc"),
    ("\U00010800", "\U00010fff"),
    ("\U0001e800", "\U0001efff"),
)


class Span(NamedTuple):
    """A stretch of a line in one role."""

    role: str
    text: Shown


Line: TypeAlias = tuple[Span, ...]


def span(role: str, text: str) -> Span:
    """Return a stretch of the tool's own words."""
    return Span(role, own(text))


def plain(line: Line) -> Shown:
    """Return a line's text without trailing spaces."""
    return Shown("".join(part.text for part in line).rstrip(" "))


def rtl(text: str) -> bool:
    """Tell whether a text holds letters that run from right to left."""
    return not text.isascii() and any(
        first <= char <= last for char in text for first, last in _RTL
    )


def wrapped(parts: Iterable[Span], width: int) -> Iterator[Line]:
    """Break a run of stretches at spaces into lines of at most `width` cells.

    A dot that would begin a line is left out.
    """
    line: list[Span] = []
    size = 0
    for role, word in _words(parts):
        length = cells(word.rstrip(" "))
        if line and size + length > width:
            yield tuple(line)
            line, size = [], 0
        if not line and word.strip(" ") in ("", "·"):
            continue
        *whole, last = wrap(word, width) if length > width else (word,)
        yield from ((Span(role, each),) for each in whole)
        line.append(Span(role, last))
        size += cells(last)
    if line:
        yield tuple(line)


def _words(parts: Iterable[Span]) -> Iterator[Span]:
    """Yield each word, with the spaces around it, as a stretch of its own."""
    for part in parts:
        for found in _WORD.finditer(part.text):
            yield Span(part.role, Shown(found[0]))


def fitted(parts: Iterable[Span], width: int) -> Line:
    """Return one line of at most `width` cells; what is beyond is cut."""
    line: list[Span] = []
    size = 0
    for part in parts:
        left = width - size
        if left <= 0:
            break
        text = cut(part.text, left)
        line.append(Span(part.role, text))
        size += cells(text)
        if text != part.text:
            break
    return tuple(line)
