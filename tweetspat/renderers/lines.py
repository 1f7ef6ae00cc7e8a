"""A line of people's output: stretches of shown text, each with a role.

Text, terminal and SVG share the same walk; only they know what a role looks
like.  A role is a word of the palette, or several: "side0 bold".
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple, TypeAlias

from tweetspat.renderers.cells import cells, cut, wrap
from tweetspat.visible import Shown, own

__all__ = [
    "Line",
    "Span",
    "fitted",
    "flowed",
    "hanging",
    "isolated",
    "plain",
    "rtl",
    "size",
    "span",
    "wrapped",
]

_DOTS = ("·", "-")
_FSI, _PDI = "\u2068", "\u2069"
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
    """A stretch of a line in one role.

    Attributes:
        url: where it leads, as `tweetspat.renderers.permalinks` lets it; outputs
            that cannot lead anywhere leave it out.
    """

    role: str
    text: Shown
    url: str | None = None


Line: TypeAlias = tuple[Span, ...]


def span(role: str, text: str) -> Span:
    """Return a stretch of the tool's own words."""
    return Span(role, own(text))


def size(parts: Iterable[Span]) -> int:
    """Return how many cells stretches take."""
    return sum(cells(part.text) for part in parts)


def plain(line: Line) -> Shown:
    """Return a line's text without trailing spaces."""
    return Shown("".join(part.text for part in line).rstrip(" "))


def rtl(text: str) -> bool:
    """Tell whether a text holds letters that run from right to left."""
    return not text.isascii() and any(
        first <= char <= last for char in text for first, last in _RTL
    )


def isolated(parts: Iterable[Span]) -> Line:
    """Keep the reading order of stretches from that of their surroundings.

    For terminals, which order a line as a whole; FSI and PDI take no cells.
    """
    return span("", _FSI), *parts, span("", _PDI)


def wrapped(parts: Iterable[Span], width: int) -> Iterator[Line]:
    """Break a run of stretches at spaces into lines of at most `width` cells.

    A dot of the tool's own that would begin a line is left out.
    """
    line: list[Span] = []
    size = 0
    for role, found, url in _words(parts):
        if line and size + cells(found.rstrip(" ")) > width:
            yield _joined(line)
            line, size = [], 0
        word = found if line else found.lstrip(" ")
        bare = word.rstrip(" ")
        if not line and (not bare or (bare in _DOTS and role in _OWN)):
            continue
        length = cells(bare)
        *whole, last = wrap(Shown(bare), width) if length > width else (bare,)
        yield from ((Span(role, Shown(each), url),) for each in whole)
        line.append(Span(role, Shown(last + word[len(bare) :]), url))
        size += cells(line[-1].text)
    if line:
        yield _joined(line)


def _joined(line: list[Span]) -> Line:
    """Make one stretch of neighbours with one role that lead to one place."""
    return tuple(
        Span(role, Shown("".join(part.text for part in parts)), url)
        for (role, url), parts in groupby(line, key=attrgetter("role", "url"))
    )


def _words(parts: Iterable[Span]) -> Iterator[Span]:
    """Yield each word, with the spaces around it, as a stretch of its own."""
    for part in parts:
        for found in _WORD.finditer(part.text):
            yield Span(part.role, Shown(found[0]), part.url)


def hanging(
    first: Span, pieces: Iterable[Sequence[Span]], width: int
) -> Iterator[Line]:
    """Put pieces into lines, breaking those only that are longer than a line.

    Args:
        first: what stands before the first line; below it the others are indented.
        pieces: runs of stretches, each with the space or dot before it that a line
            does not begin with.
        width: cells of a whole line.
    """
    room = width - cells(first.text)
    indent = span("", " " * cells(first.text))
    lines: list[list[Span]] = [[]]
    size = 0
    for piece in pieces:
        length = sum(cells(part.text) for part in piece)
        if size + length <= room:
            lines[-1] += piece
            size += length
            continue
        broken = list(wrapped(piece, room))
        lines += map(list, broken)
        size = sum(cells(part.text) for part in broken[-1]) if broken else size
    for number, line in enumerate(line for line in lines if line):
        yield (indent if number else first), *_joined(line)


def flowed(parts: Sequence[Span], width: int) -> Iterator[Line]:
    """Break a stranger's words into lines, each keeping its role.

    They break where `wrap` breaks them as one text, never because a role ends.
    """
    if len(parts) == 1:
        role, text, url = parts[0]
        yield from ((Span(role, line, url),) for line in wrap(text, width))
        return
    whole = Shown("".join(part.text for part in parts))
    rest = iter(parts)
    role, left, url = span("", "")
    at = 0
    for line in wrap(whole, width):
        begins = whole.index(line, at)
        taken: list[Span] = []
        while at < begins + len(line):
            if not left:
                role, left, url = next(rest)
                continue
            end = begins if at < begins else begins + len(line)
            piece, left = left[: end - at], Shown(left[end - at :])
            if at >= begins:
                taken.append(Span(role, Shown(piece), url))
            at += len(piece)
        yield tuple(taken)


def fitted(parts: Iterable[Span], width: int, more: str = "…") -> Line:
    """Return one line of at most `width` cells; what is beyond is cut."""
    line: list[Span] = []
    size = 0
    for part in parts:
        left = width - size
        if left <= 0:
            break
        text = cut(part.text, left, more)
        line.append(Span(part.role, text, part.url))
        size += cells(text)
        if text != part.text:
            break
    return tuple(line)
