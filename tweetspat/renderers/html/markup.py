"""Markup: the only way into the document.  Whatever is not `Html` is escaped.

Attributes hold the tool's own words, numbers, or what `visible` has passed.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NewType

from tweetspat.renderers.lines import Span
from tweetspat.renderers.permalinks import address
from tweetspat.visible import Shown, own, xml

__all__ = [
    "Html",
    "apart",
    "joined",
    "link",
    "linked",
    "shown",
    "spans",
    "tag",
    "words",
]

Html = NewType("Html", str)
"""Markup that is safe to write: every stranger's word in it is escaped."""

_VOID = frozenset(("meta", "line", "use", "rect"))


def words(text: str) -> Html:
    """Return the tool's own words."""
    return Html(xml(own(text)))


def shown(text: Shown) -> Html:
    """Return what may be displayed."""
    return Html(xml(text))


def joined(parts: Iterable[Html], between: str = "") -> Html:
    """Put pieces one after another."""
    return Html(between.join(parts))


def tag(name: str, /, *content: Html, **attributes: str | float | None) -> Html:
    """Return an element; attributes of None are left out, `class_` is class."""
    told = "".join(
        f' {key.rstrip("_").replace("_", "-")}="{xml(own(str(value)))}"'
        for key, value in attributes.items()
        if value is not None
    )
    if name in _VOID:
        return Html(f"<{name}{told}>" if name == "meta" else f"<{name}{told}/>")
    return Html(f"<{name}{told}>{''.join(content)}</{name}>")


def spans(parts: Iterable[Span]) -> Html:
    """Return stretches, each in its role's class, web addresses as links."""
    return joined(map(_span, parts))


def _span(part: Span) -> Html:
    words_ = link(part.text, part.url) if part.url else linked(part.text)
    return tag("span", words_, class_=part.role) if part.role else words_


def linked(text: Shown) -> Html:
    """Return shown text in which every web address leads there."""
    if "://" not in text:
        return shown(text)
    return joined(
        link(piece, piece) if leads else shown(piece) for piece, leads in apart(text)
    )


def apart(text: Shown) -> Iterator[tuple[Shown, bool]]:
    """Yield what looks like a web address, with True, and what stands between."""
    at = 0
    for found in _address().finditer(text) if "://" in text else ():
        yield Shown(text[at : found.start()]), False
        yield Shown(found[0]), True
        at = found.end()
    yield Shown(text[at:]), False


def link(text: Shown, there: str | None) -> Html:
    """Return a link to a web address, or only words where it is none to follow."""
    there = address(there)
    if there is None:
        return shown(text)
    return tag("a", shown(text), href=there, rel="noopener noreferrer nofollow")


@cache
def _address() -> re.Pattern[str]:
    """Match what looks like a web address, without the stop that ends a sentence."""
    return re.compile(
        r"https?://[^\s<>\"'“”«»`|\\^{}]+(?<![.,;:!?…)\]])", re.IGNORECASE
    )
