"""Terminal: the timeline in colour.

Colour is never the only carrier: every role has a sign or a word of its own.
"""

from collections.abc import Iterator
from functools import cache

from rich.color import ColorSystem
from rich.style import Style

from tweetspat.renderers.lines import Line
from tweetspat.renderers.palette import palette
from tweetspat.renderers.timeline import timeline
from tweetspat.renderers.view import Report, View

__all__ = ["render"]

_SYSTEMS = {
    "truecolor": ColorSystem.TRUECOLOR,
    "256": ColorSystem.EIGHT_BIT,
    "standard": ColorSystem.STANDARD,
}


def render(report: Report, view: View) -> Iterator[str]:
    """Yield the lines without line ends, coloured by SGR sequences only."""
    for line in timeline(report, view):
        yield _coloured(line, view.theme or "ansi", _SYSTEMS[view.colors])


def _coloured(line: Line, theme: str, system: ColorSystem) -> str:
    return "".join(
        _style(part.role, theme).render(part.text, color_system=system)
        if part.role and part.text.strip(" ")
        else part.text
        for part in line
    ).rstrip(" ")


@cache
def _style(role: str, theme: str) -> Style:
    look = palette(theme, role)
    return Style(
        color=look.color,
        bold=look.bold or None,
        italic=look.italic or None,
        dim=look.dim or None,
        underline=look.underline or None,
    )
