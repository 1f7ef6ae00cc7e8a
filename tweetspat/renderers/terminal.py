"""Terminal: the timeline in colour.

Colour is never the only carrier: every role has a sign or a word of its own.
"""

from collections.abc import Iterator
from functools import cache
from zlib import crc32

from rich.color import ColorSystem
from rich.style import Style

from tweetspat.model import Turn
from tweetspat.renderers.layout import laid_out
from tweetspat.renderers.lines import Line, plain
from tweetspat.renderers.palette import palette
from tweetspat.renderers.view import Report, View
from tweetspat.visible import drives_terminals

__all__ = ["coloured", "render"]

_SYSTEMS = {
    "truecolor": ColorSystem.TRUECOLOR,
    "256": ColorSystem.EIGHT_BIT,
    "standard": ColorSystem.STANDARD,
}


def render(report: Report, view: View) -> Iterator[str]:
    """Yield the lines without line ends, in colour, and linked where the view asks.

    The only sequences are SGR and OSC 8, both closed within their line.  Where a
    tweet tries to drive the terminal, not one is written: then any that acted would
    have come from the tweet, and none can.
    """
    report = report._replace(spats=list(report.spats), others=list(report.others))
    if any(_drives(turn) for spat in report.spats for turn in spat.turns) or any(
        drives_terminals(text)
        for each in report.others
        for text in (*each.voices, each.words, each.title)
        if text
    ):
        yield from map(plain, laid_out(report, view._replace(theme=None)))
        yield ""
        yield "Shown without colour: a tweet holds control sequences for terminals."
        return
    for line in laid_out(report, view):
        yield coloured(line, view.theme or "ansi", view)


def _drives(turn: Turn) -> bool:
    author = turn.tweet.author
    names = (author.handle, author.name) if author else ()
    return any(drives_terminals(text) for text in (turn.tweet.text, *names) if text)


def coloured(line: Line, theme: str, view: View) -> str:
    """Return a line in the colours of a theme, without spaces at its end."""
    system = _SYSTEMS[view.colors]
    drawn: list[str] = []
    for part in line:
        text: str = part.text
        if part.role and text.strip(" "):
            style = _style(part.role, theme, system)
            text = style.render(text, color_system=system)
        drawn.append(_linked(text, part.url) if part.url and view.links else text)
    return "".join(drawn).rstrip(" ")


def _linked(text: str, url: str) -> str:
    """Enclose a stretch in OSC 8; one address has one id, so that its parts are one.

    Source:
        https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda
    """
    return f"\x1b]8;id={crc32(url.encode()):08x};{url}\x1b\\{text}\x1b]8;;\x1b\\"


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
