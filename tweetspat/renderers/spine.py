"""The spine of the versus layout: two columns, and the clocks between them."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tweetspat.model import Spat, Turn
from tweetspat.renderers.banner import Banner
from tweetspat.renderers.cells import cells, cut
from tweetspat.renderers.frame import Frame
from tweetspat.renderers.lines import Line, Span, fitted, hanging, size, span
from tweetspat.renderers.sent import clock_roles
from tweetspat.renderers.voices import handle_of
from tweetspat.renderers.wording import clock, day
from tweetspat.visible import one_line

__all__ = [
    "CLOCK",
    "RAIL",
    "Columns",
    "across",
    "clocks_of",
    "columns_of",
    "hindrance",
    "row",
    "spine_banner",
]

LEAST_WIDTH = 100
"""Cells from which on there is room for two columns."""

_LEAST_COLUMN = 34
CLOCK = 7
"""Cells for a clock and the gap beside it."""

_SPINE = 3
RAIL = 2
_TWO = 2
_LEAST_NAME = 6


class Columns(NamedTuple):
    """Where what stands.

    Attributes:
        frame: what the turns are drawn with, its clocks in the order of the spine.
        width: cells of a column.
        before: how many clocks stand before the spine.
        lanes: the lanes of the left and of the right side.
        names: what they are called.
    """

    frame: Frame
    width: int
    before: int
    lanes: tuple[int, int]
    names: tuple[Span, Span]

    @property
    def left(self) -> int:
        """Cells before the spine."""
        return self.width + CLOCK * self.before

    @property
    def after(self) -> int:
        """How many clocks stand behind the spine."""
        return len(self.frame.view.zones) - self.before


def hindrance(spat: Spat, frame: Frame) -> str:
    """Say what versus needs and has not, or nothing."""
    if len(_lanes(spat, frame)) != _TWO:
        return "two sides"
    clocks = CLOCK * len(frame.view.zones)
    least = max(LEAST_WIDTH, 2 * _LEAST_COLUMN + _SPINE + clocks)
    return "" if frame.view.width >= least else f"{least} columns"


def _lanes(spat: Spat, frame: Frame) -> dict[int, Turn]:
    """Return the first turn in each lane; none where a crowd has no sides."""
    lanes: dict[int, Turn] = {}
    for turn in spat.turns:
        voice = frame.voices.of_author(turn.tweet.author)
        if voice and voice.lane is not None:
            lanes.setdefault(voice.lane, turn)
        elif not (turn.tweet.ghost or frame.voices.bystander.muted):
            return {}
    return lanes


def columns_of(spat: Spat, frame: Frame) -> Columns:
    """Return the columns: the left side's clock on its side of the spine."""
    lanes = _lanes(spat, frame)
    one, other = sorted(lanes)
    first, last = (_own_zone(lanes[lane], frame) for lane in (one, other))
    zones = sorted(
        frame.view.zones, key=lambda each: (each.name == last) - (each.name == first)
    )
    view = frame.view._replace(zones=tuple(zones))
    return Columns(
        frame=frame._replace(view=view),
        width=(view.width - _SPINE - CLOCK * len(zones)) // 2,
        before=(len(zones) + 1) // 2,
        lanes=(one, other),
        names=(_name(lanes[one], frame), _name(lanes[other], frame)),
    )


def _own_zone(turn: Turn, frame: Frame) -> str | None:
    """Return the name of a side's clock, else of that of the one who speaks."""
    voice = frame.voices.of_author(turn.tweet.author)
    own = frame.voices.clock_of(turn)
    told = voice.clock if voice else None
    return (told or own.zone).name if own else told and told.name


def _name(turn: Turn, frame: Frame) -> Span:
    """Return what a side is called, else the one who speaks."""
    name = one_line(turn.side) if turn.side else handle_of(turn.tweet)
    voice = frame.voices.of_author(turn.tweet.author)
    return Span(f"{voice.role if voice else 'dim'} bold", name)


def clocks_of(turn: Turn, columns: Columns) -> tuple[Line, Line]:
    """Return the clocks before the spine and behind it, each with its gap."""
    sent, before, after = turn.tweet.sent, list[Span](), list[Span]()
    for number, (each, role) in enumerate(clock_roles(turn, columns.frame)):
        time = span(role, clock(each, sent) if sent else "  ?  ")
        if number < columns.before:
            before += [span("", "  "), time]
        else:
            after += [time, span("", "  ")]
    return tuple(before), tuple(after)


def row(
    columns: Columns,
    left: Line = (),
    before: Line = (),
    after: Line = (),
    right: Line = (),
) -> Line:
    """Return a line with the spine in its place."""
    view = columns.frame.view
    gap = columns.left - size(left) - size(before)
    beyond = CLOCK * columns.after - size(after) if right else 0
    return (
        *left,
        span("", " " * gap),
        *before,
        span("rule", f" {view.glyphs.rail} "),
        *after,
        span("", " " * beyond),
        *right,
    )


def across(parts: Sequence[Span], columns: Columns) -> Line:
    """Return a line that interrupts the spine, centred on it."""
    start = max(0, columns.left + 1 - size(parts) // 2)
    line = [span("", " " * start), *parts]
    return fitted(line, columns.frame.view.width, columns.frame.view.glyphs.more)


def spine_banner(banner: Banner, columns: Columns) -> Iterator[Line]:
    """Yield the clocks' names above them, beside them each side's name and date."""
    glyphs = columns.frame.view.glyphs
    if banner.unknown:
        words = f" {glyphs.dot} ".join(banner.unknown)
        rule = glyphs.dashed * _TWO
        yield across([span("dim bold", f"{rule} {words} {rule}")], columns)
        return
    parts = slice(0, columns.before), slice(columns.before, None)
    here, there = (
        [*_dated(banner, part, name, columns)]
        for part, name in zip(parts, columns.names, strict=True)
    )
    for number in range(max(len(here), len(there))):
        left = here[number] if number < len(here) else ()
        right = there[number] if number < len(there) else ()
        yield _banner_row(left, right, banner if not number else Banner(), columns)


def _banner_row(left: Line, right: Line, banner: Banner, columns: Columns) -> Line:
    dashed, most = columns.frame.view.glyphs.dashed, columns.frame.clock_width
    names = [span("dim bold", f"{_short(name, most):>{most}}") for name in banner.names]
    before = [
        part for name in names[: columns.before] for part in (span("", "  "), name)
    ]
    after = [
        part for name in names[columns.before :] for part in (name, span("", "  "))
    ]
    fill, rest = (columns.width - size(line) for line in (left, right))
    here = (span("rule", dashed * (fill - 1) + " "), *left)
    there = (span("", "  "), *right, span("rule", " " + dashed * max(0, rest - 3)))
    return row(
        columns,
        here if banner.names else (span("", " " * fill), *left),
        tuple(before),
        tuple(after),
        there,
    )


def _short(name: str, most: int) -> str:
    """Return what a clock is called where it has so many cells, or nothing."""
    label = name if cells(name) <= most else name.removeprefix("UTC")
    return label if cells(label) <= most else ""


def _dated(banner: Banner, part: slice, name: Span, columns: Columns) -> Iterator[Line]:
    """Yield a side's name with the date and the offset on each of its clocks."""
    names, labels, dates = banner.names[part], banner.labels[part], banner.dates[part]
    if len(set(dates)) > 1:
        both = zip(labels, dates, strict=True)
        words = [f"{label} {day(date)}" for label, date in both]
    else:
        words = [*map(day, dates[:1]), *labels]
    if len(names) == 1:
        words[1] = labels[0].removeprefix(names[0]).lstrip() or labels[0]
    glyphs, room = columns.frame.view.glyphs, columns.width - RAIL
    dot = span("dim", f" {glyphs.dot} ")
    pieces = [[dot, span("dim bold", word)] for word in words]
    left = room - sum(map(size, pieces))
    shown = name._replace(text=cut(name.text, max(_LEAST_NAME, left), glyphs.more))
    for _, *line in hanging(span("", ""), [[shown], *pieces], room):
        yield tuple(line)
