"""Terminal: the timeline in colour.

Colour is never the only carrier: every role has a sign or a word of its own.
"""

from collections.abc import Iterator
from functools import cache

from rich.color import ColorSystem
from rich.style import Style

from tweetspat.model import Turn
from tweetspat.renderers.lines import Line, plain
from tweetspat.renderers.palette import palette
from tweetspat.renderers.timeline import timeline
from tweetspat.renderers.view import Report, View
from tweetspat.visible import drives_terminals

__all__ = ["render"]

_SYSTEMS = {
    "truecolor": ColorSystem.TRUECOLOR,
    "256": ColorSystem.EIGHT_BIT,
    "standard": ColorSystem.STANDARD,
}


def render(report: Report, view: View) -> Iterator[str]:
    """Yield the lines without line ends, coloured by SGR sequences only.

    Where a tweet tries to drive the terminal, not one sequence is written: then
    any that acted would have come from the tweet, and none can.
    """
    report = report._replace(spats=list(report.spats), others=list(report.others))
    if any(_drives(turn) for spat in report.spats for turn in spat.turns) or any(
        drives_terminals(text)
        for each in report.others
        for text in (*each.voices, each.words, each.title)
        if text
    ):
        yield from map(plain, timeline(report, view._replace(theme=None)))
        yield ""
        yield "Shown without colour: a tweet holds control sequences for terminals."
        return
    for line in timeline(report, view):
        yield _coloured(line, view.theme or "ansi", _SYSTEMS[view.colors])


def _drives(turn: Turn) -> bool:
    author = turn.tweet.author
    names = (author.handle, author.name) if author else ()
    return any(drives_terminals(text) for text in (turn.tweet.text, *names) if text)


def _coloured(line: Line, theme: str, system: ColorSystem) -> str:
    return "".join(
        _style(part.role, theme, system).render(part.text, color_system=system)
        if part.role and part.text.strip(" ")
        else part.text
        for part in line
    ).rstrip(" ")


@cache
def _style(role: str, theme: str, _: ColorSystem) -> Style:
    """Return a style of its own for each depth: a style keeps its first codes."""
    look = palette(theme, role)
    return Style(
        color=look.color,
        bold=look.bold or None,
        italic=look.italic or None,
        dim=look.dim or None,
        underline=look.underline or None,
    )
