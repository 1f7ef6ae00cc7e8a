"""Compact: a line for each tweet, in columns, its words cut; two where it is narrow."""

from collections.abc import Iterator
from typing import NamedTuple

from tweetspat.model import Spat, Turn
from tweetspat.renderers.cells import cells
from tweetspat.renderers.frame import Frame
from tweetspat.renderers.lines import Line, fitted, size, span
from tweetspat.renderers.relation import marks
from tweetspat.renderers.sent import clocks
from tweetspat.renderers.turn import first_words, name
from tweetspat.renderers.voices import handle_of

__all__ = ["LEAST_WORDS", "Columns", "columns_of", "row"]

LEAST_WORDS = 20
"""Cells that the first words need; with fewer they have a line of their own."""

_GAP = 2
_MOST_MARKS = 12
_LEAST_HANDLE = 10


class Columns(NamedTuple):
    """How wide the columns of handles and of relations are, in cells."""

    handles: int
    marks: int


def columns_of(spat: Spat, frame: Frame) -> Columns:
    """Return columns that hold the longest handle and relation, within reason."""
    handles = max(cells(handle_of(turn.tweet)) for turn in spat.turns)
    signs = max(size(marks(turn, frame)) for turn in spat.turns)
    most = max(_LEAST_HANDLE, frame.view.width // 5)
    return Columns(min(handles, most), min(signs, _MOST_MARKS))


def row(turn: Turn, frame: Frame, columns: Columns) -> Iterator[Line]:
    """Yield clocks, number, handle, relation and first words of a turn."""
    more = frame.view.glyphs.more
    handle = name(turn, frame, columns.handles)
    left = frame.body - frame.head + columns.handles - size(handle)
    signs = fitted(marks(turn, frame), columns.marks, more)
    line = [*clocks(turn, frame), *handle, span("", " " * left)]
    if columns.marks:
        left = columns.marks - size([*signs]) + _GAP
        line += [span("", " " * _GAP), *signs, span("", " " * left)]
    else:
        line.append(span("", " " * _GAP))
    room = frame.view.width - size(line)
    if room >= LEAST_WORDS:
        yield *line, *first_words(turn, room, frame)
        return
    yield fitted(line, frame.view.width, more)
    words = first_words(turn, frame.room, frame)
    if words:
        yield span("", " " * frame.body), *words
