"""How often an account spoke: a cell for each stretch of time, or one bar in all."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import groupby
from typing import NamedTuple

from tweetspat.renderers.lines import Line, Span, span
from tweetspat.renderers.stats_signs import Label, in_ascii, length
from tweetspat.renderers.view import View
from tweetspat.renderers.wording import counted
from tweetspat.zones import wall

__all__ = ["Axis", "axis_of", "bar", "scale_note", "spark"]

_BARS = "▁▂▃▄▅▆▇█"
_MOST_DIGIT = 9
_STEPS = [
    *(timedelta(seconds=seconds) for seconds in (1, 5, 15, 30)),
    *(timedelta(minutes=minutes) for minutes in (1, 2, 5, 10, 15, 30)),
    *(timedelta(hours=hours) for hours in (1, 2, 3, 6, 12)),
    *(timedelta(days=days) for days in (1, 2, 7, 14, 30, 90, 365, 3650, 36500)),
]


class Axis(NamedTuple):
    """Stretches of one length, each drawn in one cell.

    Attributes:
        first: the first instant.
        before: how long before it the first stretch begins.
    """

    first: datetime
    before: timedelta
    step: timedelta
    size: int

    def counts(self, times: Sequence[datetime]) -> list[int]:
        """Return how many times lie in each stretch."""
        found = [0] * self.size
        for time in times:
            found[(time - self.first + self.before) // self.step] += 1
        return found


def axis_of(first: datetime, last: datetime, room: int, view: View) -> Axis | None:
    """Return the axis with the finest stretches that fit into so many cells.

    Hours and days are those of the first clock on the first day.
    """
    there = wall(view.zones[0], first)
    since = there - there.replace(hour=0, minute=0, second=0, microsecond=0)
    for step in _STEPS:
        before = since % step
        size = (last - first + before) // step + 1
        if size <= room:
            return Axis(first, before, step, size)
    return None


def scale_note(axis: Axis, most: int, view: View) -> str:
    """Say what a cell is, and how many tweets a full one."""
    words = f"a cell is {length(axis.step)}"
    if in_ascii(view):
        return words
    return f"{words}, {_BARS[-1]} is {counted(most, 'tweet')}"


def spark(counts: Sequence[int], most: int, label: Label, view: View) -> Line:
    """Return a cell for each count: a bar, in ASCII a figure; a dot for nothing.

    Args:
        counts: tweets in each stretch.
        most: how many a bar of full height is.
        label: whose they are.
        view: how to show it.
    """
    parts: list[Span] = []
    for some, run in groupby(counts, key=bool):
        if not some:
            parts.append(span("rule", view.glyphs.dot * len(list(run))))
        elif in_ascii(view):
            figures = (str(n) if n <= _MOST_DIGIT else "+" for n in run)
            parts.append(span(f"{label.role} bold", "".join(figures)))
        else:
            bars = (_BARS[-(-n * len(_BARS) // most) - 1] for n in run)
            parts.append(span(label.role, "".join(bars)))
    return tuple(parts)


def bar(tweets: int, most: int, room: int, label: Label, view: View) -> Line:
    """Return one bar whose length is the share of the busiest account's tweets."""
    size = max(1, tweets * room // most)
    return (span(label.role, ("=" if in_ascii(view) else "▬") * size),)
