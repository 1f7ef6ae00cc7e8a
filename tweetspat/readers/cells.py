"""What tables write into one cell, and what links become where only ends are told."""

import re

from tweetspat.model import Url

__all__ = ["listed", "paired"]

_SHORT = r"https?://t\.co/\w{1,40}"


def listed(cell: str) -> list[str]:
    """Return the members of a list that was written as text, quoted or not."""
    inside = cell.strip().removeprefix("[").removesuffix("]")
    return [item for part in inside.split(", ") if (item := part.strip(" '\""))]


def paired(text: str, ends: list[str]) -> tuple[Url, ...]:
    """Return links of which it is told only where they lead, in reading order.

    Where the text has as many short links, each stands for its own; else it is
    not known which is which, and the long form stands for both.
    """
    shorts = re.findall(_SHORT, text)
    if len(shorts) != len(ends):
        shorts = ends
    return tuple(Url(short, end) for short, end in zip(shorts, ends, strict=True))
