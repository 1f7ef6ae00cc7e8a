"""A page of people's output: heading, the conversation in its layout, the others.

The one place where the layouts part; text, terminal and SVG share it.
"""

from collections.abc import Iterator, Sequence

from tweetspat.model import Spat
from tweetspat.renderers.frame import Frame, frame_of
from tweetspat.renderers.heading import heading
from tweetspat.renderers.lines import Line, span, wrapped
from tweetspat.renderers.listing import listing
from tweetspat.renderers.timeline import timeline
from tweetspat.renderers.view import Report, View
from tweetspat.renderers.voices import voices_of
from tweetspat.renderers.wording import counted
from tweetspat.summaries import Summary, summary_of

__all__ = ["laid_out"]


def laid_out(report: Report, view: View) -> Iterator[Line]:
    """Yield the likeliest spat whole, then the others, whole or a line each."""
    spats = iter(report.spats)
    for number, spat in enumerate(spats):
        if number:
            yield from ((), (), ())
        yield from _whole(spat, view)
        if not view.whole:
            break
    yield from _others([*map(summary_of, spats), *report.others], view)


def _whole(spat: Spat, view: View) -> Iterator[Line]:
    voices = voices_of(spat, view.glyphs)
    frame = frame_of(spat, view, voices)
    yield from heading(spat, voices, view)
    yield from _turns(spat, frame)
    if view.verbose:
        from tweetspat.renderers.legend import legend

        yield ()
        yield from legend(spat, frame)
    if view.events:
        from tweetspat.renderers.happenings import happenings

        yield from ((), ())
        yield from happenings(spat, frame)


def _turns(spat: Spat, frame: Frame) -> Iterator[Line]:
    """Yield the turns in the layout that is asked for, or in a timeline."""
    if frame.view.layout == "tree":
        from tweetspat.renderers.tree import tree

        yield from tree(spat, frame)
        return
    if frame.view.layout == "versus":
        from tweetspat.renderers.spine import hindrance
        from tweetspat.renderers.versus import versus

        why_not = hindrance(spat, frame)
        if not why_not:
            yield from versus(spat, frame)
            return
        if frame.view.verbose:
            words = f"shown as a timeline: the versus layout needs {why_not}"
            yield ()
            yield from wrapped([span("dim", words)], frame.view.width)
    yield from timeline(spat, frame)


def _others(others: Sequence[Summary], view: View) -> Iterator[Line]:
    """Yield one line for each conversation that is not shown whole."""
    if not others:
        return
    yield ()
    yield (span("rule", view.glyphs.thin * view.width),)
    yield (span("dim bold", f"{counted(len(others), 'more conversation')}"),)
    shown = others if view.most_others is None else others[: view.most_others]
    yield from listing(shown, view)
    left = len(others) - len(shown)
    if left:
        yield (span("dim", f"{view.glyphs.more} {left:,} more: tweetspat list"),)
