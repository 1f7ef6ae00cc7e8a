"""Markdown: a report for GitHub and for pandoc, from which it becomes any other.

Whatever a stranger wrote is words and nothing else in it.  It is UTF-8 with all
signs, whatever the terminal can show, and its lines are as long as their words.
"""

from collections.abc import Iterator

from tweetspat.model import Spat
from tweetspat.renderers.frame import frame_of
from tweetspat.renderers.markdown.conversation import conversation
from tweetspat.renderers.markdown.inputs import inputs
from tweetspat.renderers.markdown.markup import UNBROKEN, Page
from tweetspat.renderers.markdown.others import others
from tweetspat.renderers.view import GLYPHS, Report, View
from tweetspat.renderers.voices import voices_of
from tweetspat.summaries import summary_of

__all__ = ["render"]


def render(report: Report, view: View) -> Iterator[str]:
    """Yield the likeliest spat whole, then the others, inputs and footnotes."""
    view = view._replace(
        width=UNBROKEN, glyphs=GLYPHS, theme=None, isolate=False, links=True
    )
    footnotes: dict[str, int] = {}
    spats = iter(report.spats)
    for number, spat in enumerate(spats, start=1):
        if number > 1:
            yield ""
        yield from conversation(spat, _page(spat, view, footnotes, number))
        if not view.whole:
            break
    yield from others([*map(summary_of, spats), *report.others], view)
    yield from inputs(report)
    if footnotes:
        yield ""
        yield from (f"[^{number}]: {note}" for note, number in footnotes.items())


def _page(spat: Spat, view: View, footnotes: dict[str, int], number: int) -> Page:
    frame = frame_of(spat, view, voices_of(spat, view.glyphs))
    anchor = "tweet" if number == 1 else f"tweet-{number}"
    return Page(frame.within(UNBROKEN), anchor, footnotes)
