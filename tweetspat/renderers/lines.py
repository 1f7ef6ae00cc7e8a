"""A line of people's output: stretches of shown text, each with a role.

Text, terminal and SVG share the same walk; only they know what a role looks
like.  A role is a word of the palette, or several: "side0 bold".
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from tweetspat.renderers.cells import cells, cut, wrap
from tweetspat.visible import Shown, own

__all__ = ["Line", "Span", "fitted", "plain", "rtl", "span", "wrapped"]

_DOTS = ("·", "-")
_OWN = ("dim", "relation", "lost", "warning")
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

    A dot of the tool's own that would begin a line is left out.
    """
    line: list[Span] = []
    size = 0
    for role, word in _words(parts):
        bare = word.rstrip(" ")
        length = cells(bare)
        if line and size + length > width:
            yield _joined(line)
            line, size = [], 0
        if not line and (not bare or (bare.strip(" ") in _DOTS and role in _OWN)):
            continue
        *whole, last = wrap(Shown(bare), width) if length > width else (bare,)
        yield from ((Span(role, Shown(each)),) for each in whole)
        line.append(Span(role, Shown(last + word[len(bare) :])))
        size += cells(line[-1].text)
    if line:
        yield _joined(line)


def _joined(line: list[Span]) -> Line:
    """Make one stretch of neighbours with one role."""
    return tuple(
        Span(role, Shown("".join(part.text for part in parts)))
        for role, parts in groupby(line, key=attrgetter("role"))
    )


def _words(parts: Iterable[Span]) -> Iterator[Span]:
    """Yield each word, with the spaces around it, as a stretch of its own."""
    for part in parts:
        for found in _WORD.finditer(part.text):
            yield Span(part.role, Shown(found[0]))


def fitted(parts: Iterable[Span], width: int, more: str = "…") -> Line:
    """Return one line of at most `width` cells; what is beyond is cut."""
    line: list[Span] = []
    size = 0
    for part in parts:
        left = width - size
        if left <= 0:
            break
        text = cut(part.text, left, more)
        line.append(Span(part.role, text))
        size += cells(text)
        if text != part.text:
            break
    return tuple(line)
