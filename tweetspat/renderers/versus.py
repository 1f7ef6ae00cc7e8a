"""Versus: a column for each of two sides, the clocks as the spine between them."""

from collections.abc import Iterator

from tweetspat.model import Spat, Turn
from tweetspat.renderers.banner import Banner, banner_of
from tweetspat.renderers.folding import Fold, ends, fold_words, hint, runs
from tweetspat.renderers.frame import Frame
from tweetspat.renderers.lines import Line, Span, fitted, size, span, wrapped
from tweetspat.renderers.pauses import pause, spoken_in
from tweetspat.renderers.relation import relation
from tweetspat.renderers.sent import own_clock
from tweetspat.renderers.spine import (
    CLOCK,
    RAIL,
    Columns,
    across,
    clocks_of,
    columns_of,
    row,
    spine_banner,
)
from tweetspat.renderers.timeline import dimmed
from tweetspat.renderers.turn import body, first_words, name, rail_of

__all__ = ["versus"]

_MOST_MIDDLE = 72
_LEAD = 2
"""Cells at least that lead from a head to its clock."""


def versus(spat: Spat, frame: Frame) -> Iterator[Line]:
    """Yield the turns along the spine, each in its speaker's column."""
    columns, spoken = columns_of(spat, frame), spoken_in(spat)
    tight, dots = frame.view.compact, span("dim", frame.view.glyphs.silence)
    before: Turn | None = None
    banner: Banner | None = None
    folds: list[Fold] = []
    yield ()
    for first, last, fold in ends(runs(spat, frame)):
        words = pause(before, first, spoken)
        if words:
            yield from () if tight else (row(columns),)
            yield across([dots, span("dim", f" {words} "), dots], columns)
        if before and not tight:
            yield row(columns)
        before = last
        if fold:
            folds.append(fold)
            yield across(fold_words(fold, spoken, frame), columns)
            continue
        now = banner_of(first, columns.frame)
        if now != banner:
            yield from spine_banner(now, columns)
            banner = now
        lines = _turn(first, columns)
        yield from map(dimmed, lines) if first.context else lines
    if folds:
        yield ()
        yield (hint(folds, frame),)


def _turn(turn: Turn, columns: Columns) -> Iterator[Line]:
    voice = columns.frame.voices.of_author(turn.tweet.author)
    lane = voice.lane if voice else None
    if lane not in columns.lanes:
        return _in_the_middle(turn, columns)
    on_left = lane == columns.lanes[0]
    return _on_the_left(turn, columns) if on_left else _on_the_right(turn, columns)


def _on_the_left(turn: Turn, columns: Columns) -> Iterator[Line]:
    """Yield a turn left of the spine, its head led to its clock."""
    rail = (rail_of(turn, columns.frame), span("", " "))
    head, *rest = _lines(turn, columns.width - RAIL, columns)
    thin, room = columns.frame.view.glyphs.thin, columns.width - RAIL - size(head) - 1
    lead = span(rail[0].role, f" {thin * max(0, room)}")
    before, after = clocks_of(turn, columns)
    if columns.before:
        before = (span(rail[0].role, f"{thin} "), *before[1:])
    yield row(columns, (*rail, *head, lead), before, after)
    for line in rest:
        yield row(columns, (*rail, *line))


def _on_the_right(turn: Turn, columns: Columns) -> Iterator[Line]:
    """Yield a turn right of the spine, led to from its clock."""
    rail = (rail_of(turn, columns.frame), span("", " "))
    before, after = clocks_of(turn, columns)
    if columns.after:
        thin = columns.frame.view.glyphs.thin
        after = (*after[:-1], span(rail[0].role, f" {thin}"))
    head, *rest = _lines(turn, columns.width - RAIL, columns)
    yield row(columns, (), before, after, (*rail, *head))
    for line in rest:
        yield row(columns, right=(*rail, *line))


def _in_the_middle(turn: Turn, columns: Columns) -> Iterator[Line]:
    """Yield a turn of neither side across the spine, below its clocks."""
    yield row(columns, (), *clocks_of(turn, columns))
    width = min(_MOST_MIDDLE, columns.frame.view.width - 2 * CLOCK)
    margin = span("", " " * max(0, columns.left + 1 - width // 2))
    rail = (margin, rail_of(turn, columns.frame), span("", " "))
    for line in _lines(turn, width - RAIL, columns, joined=True):
        yield (*rail, *line)


def _lines(
    turn: Turn, room: int, columns: Columns, *, joined: bool = False
) -> Iterator[Line]:
    """Yield sign, number and handle, below them all else that is told of a turn.

    Args:
        turn: the turn.
        room: cells for its lines.
        columns: where what stands.
        joined: what fits stands behind the handle.
    """
    frame = columns.frame.within(room)
    head = [*fitted(name(turn, frame, room), room - _LEAD, frame.view.glyphs.more)]
    below: list[list[Span]] = []
    for parts in filter(None, (own_clock(turn, frame), relation(turn, frame))):
        if (
            (joined or frame.view.compact)
            and not below
            and size((*head, *parts)) + 2 <= room
        ):
            head += [span("", "  "), *parts]
        else:
            below.append(parts)
    yield tuple(head)
    for parts in below:
        yield from wrapped(parts, room)
    if not frame.view.compact:
        yield from body(turn, frame)
    elif words := first_words(turn, room, frame):
        yield words
