"""The banner between days: which date it is on every clock, and their offsets.

A day that begins on any of the clocks starts a new stretch, and so does a change
of its offset.
"""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from tweetspat.model import Turn
from tweetspat.renderers.cells import cells
from tweetspat.renderers.frame import Frame
from tweetspat.renderers.lines import Line, span, wrapped
from tweetspat.renderers.wording import clock_label, day, within
from tweetspat.zones import abbreviation, wall

__all__ = ["Banner", "banner_lines", "banner_of", "wordings"]


class Banner(NamedTuple):
    """What stands above a stretch of turns: each clock's name, offset and date.

    Attributes:
        names: what each clock is called then; empty where no time is known.
        labels: the same with its offset.
        dates: the date on each.
        unknown: what is said where no time is known, in pieces.
    """

    names: tuple[str, ...] = ()
    labels: tuple[str, ...] = ()
    dates: tuple[date, ...] = ()
    unknown: tuple[str, ...] = ()


def banner_of(turn: Turn, frame: Frame) -> Banner:
    """Return the banner under which a turn stands."""
    (sent, bounds), zones = (turn.tweet.sent, turn.tweet.bounds), frame.view.zones
    if sent and zones:
        return Banner(
            tuple(abbreviation(each, sent) for each in zones),
            tuple(clock_label(each, sent) for each in zones),
            tuple(wall(each, sent).date() for each in zones),
        )
    if bounds and zones:
        return Banner(unknown=(f"sent {within(bounds, zones)}", "clock time unknown"))
    return Banner(unknown=("time unknown",))


def wordings(banner: Banner) -> tuple[tuple[str, ...], ...]:
    """Return what a banner says, in pieces; the roomiest wording first."""
    if banner.unknown:
        return (banner.unknown,)
    names, labels, dates = banner.names, banner.labels, banner.dates
    days = [*map(day, dates)]
    if len(set(dates)) == 1:
        return (days[0], *labels), (days[0], *names), (days[0],)
    short = [day(each, year=False) for each in dates]
    dated = ((days, labels), (days, names), (short, names))
    return tuple(tuple(map(" ".join, zip(*each, strict=True))) for each in dated)


def banner_lines(banner: Banner, frame: Frame) -> Iterator[Line]:
    """Yield the banner on one line, in the roomiest wording that fits.

    Where none does, every piece has a line of its own, so that no date is lost.
    """
    view = frame.view
    parts = [span("", " ")]
    for name in banner.names:
        label = name if cells(name) <= frame.clock_width else name.removeprefix("UTC")
        label = label if cells(label) <= frame.clock_width else ""
        parts.append(span("dim bold", f"{label:>{frame.clock_width}}  "))
    parts.append(span("rule", f"{view.glyphs.dashed * 2} "))
    used = sum(cells(part.text) for part in parts)
    room = view.width - used
    roomiest = wordings(banner)
    joined = [f" {view.glyphs.dot} ".join(pieces) for pieces in roomiest]
    fitting = [words for words in joined if cells(words) <= room]
    lines = fitting[:1] or roomiest[-1]
    first, *rest = (
        part for words in lines for part in wrapped([span("dim bold", words)], room)
    )
    left = room - cells(lines[0]) - 1
    yield (
        *parts,
        *first,
        span("rule", f" {view.glyphs.dashed * left}" if left > 0 else ""),
    )
    for line in rest:
        yield span("", " " * used), *line
