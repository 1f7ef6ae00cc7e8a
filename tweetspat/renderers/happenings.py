"""What is said to have happened when: claims by the moment that they speak of.

It stands below the conversation.  Where both sides make claims and there is room,
each has a column of its own, so that one moment's stand side by side.
"""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from itertools import zip_longest

from tweetspat.events import Event, EventClaim, events
from tweetspat.model import Side, Spat
from tweetspat.renderers.cells import cells
from tweetspat.renderers.claims import claim_lines
from tweetspat.renderers.frame import Frame
from tweetspat.renderers.lines import Line, Span, fitted, hanging, span, wrapped
from tweetspat.renderers.moments import (
    Moment,
    each_for_itself,
    moment_on,
    of_whole_days,
)
from tweetspat.renderers.wording import counted
from tweetspat.visible import one_line
from tweetspat.zones import Zone, zone

__all__ = ["NOTHING", "TITLE", "happenings", "in_words", "remarks", "told_first"]

TITLE = "What is said to have happened when"
NOTHING = "No text here speaks of a time that is understood."
_ROOMY = 100
"""Cells from which on each of two sides has a column."""

_BETWEEN = 3
_TWO_DAYS = timedelta(days=2)


def happenings(spat: Spat, frame: Frame) -> Iterator[Line]:
    """Yield what is said to have happened when, or a line that says of nothing."""
    found = events(spat)
    view = frame.view
    if not found:
        yield from wrapped([span("dim", f"{view.glyphs.clock} {NOTHING}")], view.width)
        return
    yield from _heading(found, frame)
    columns = _columns(spat, found, frame)
    if columns:
        yield _names(columns, frame)
    for event in found:
        yield ()
        yield from _moment(event, spat, frame)
        if columns:
            yield from _side_by_side(event, columns, frame)
        else:
            yield from _below_each_other(event.claims, event, frame)


def _heading(found: Sequence[Event], frame: Frame) -> Iterator[Line]:
    view = frame.view
    claims = sum(len(event.claims) for event in found)
    count = f"{counted(claims, 'claim')}, {counted(len(found), 'moment')}"
    gap = view.width - cells(TITLE) - len(count)
    if gap > 1:
        yield (
            span("title", TITLE),
            span("", " " * gap),
            span("dim bold", count),
        )
    else:
        yield from wrapped([span("title", TITLE)], view.width)
        yield (span("dim bold", count),)
    yield (span("rule", view.glyphs.rule * view.width),)


def _columns(spat: Spat, found: Sequence[Event], frame: Frame) -> Sequence[Side]:
    """Return the two sides that have a column each, or nothing."""
    claiming = {claim.turn.side for event in found for claim in event.claims}
    sides = [side for side in spat.sides if side.name in claiming]
    two = len(spat.sides) == len(sides) == 2  # noqa: PLR2004 - left and right
    return sides if two and frame.view.width >= _ROOMY else ()


def _column_width(frame: Frame) -> int:
    return (frame.view.width - _BETWEEN) // 2


def _names(columns: Sequence[Side], frame: Frame) -> Line:
    glyphs, width = frame.view.glyphs, _column_width(frame)
    line: list[Span] = []
    for number, side in enumerate(columns):
        name = one_line(f"{glyphs.sides[number]} {side.name}")
        line += fitted([Span(f"side{number} bold", name)], width, glyphs.more)
        if not number:
            line.append(span("", " " * (width + _BETWEEN - cells(line[0].text))))
    return tuple(line)


def _moment(event: Event, spat: Spat, frame: Frame) -> Iterator[Line]:
    """Yield the moment on every clock, ruled off, and what else is to be known."""
    view = frame.view
    glyphs = view.glyphs
    first = span("when bold", f"{glyphs.clock} ")
    pieces = [[piece] for piece in in_words(event, frame)]
    pieces += [
        [span("dim", f" {glyphs.dot} {words}")] for words in remarks(event, spat)
    ]
    *above, last = hanging(first, pieces, view.width)
    yield from above
    left = view.width - sum(cells(part.text) for part in last) - 1
    yield *last, span("rule", f" {glyphs.dashed * left}" if left > 0 else "")


def in_words(event: Event, frame: Frame) -> Iterator[Span]:
    """Yield what the moment is, in pieces; the bold ones on the clocks that count."""
    to, on_each = frame.view.glyphs.to, _on_each_clock(event, frame)
    if on_each:
        yield from (span("when bold", each) for each in each_for_itself(on_each, to))
        return
    clocks = _clocks(event, frame)
    yield from (span("when bold", each) for each in moment_on(event, clocks, to))
    yield from (span("when", f" = {each}") for each in _elsewhere(event, frame))


def _on_each_clock(event: Event, frame: Frame) -> list[tuple[Moment, Zone]]:
    """Return what a day is by each clock that counts it, or nothing where all agree.

    The clocks that are shown come first, in their order, then others.
    """
    ranks = {each.name: rank for rank, each in enumerate(frame.view.zones)}
    days = [(said, clock) for said in event.calendar if (clock := zone(said.zone))]
    days.sort(key=lambda day: ranks.get(day[1].name, len(ranks)))
    on_each: dict[tuple[datetime, datetime], tuple[Moment, Zone]] = {}
    for said, clock in days:
        on_each.setdefault((said.start, said.end), (said, clock))
    return [*on_each.values()] if len(on_each) > 1 else []


def told_first(event: Event, frame: Frame) -> Moment:
    """Return the moment as its line tells it first: a day by the first clock."""
    on_each = _on_each_clock(event, frame)
    first = on_each[0][0] if on_each else event
    return event._replace(start=first.start, end=first.end)


def _clocks(event: Event, frame: Frame) -> list[Zone]:
    """Return the clocks of a moment: those shown, in their order, then others.

    Whole days are told on the clock that counts them.
    """
    counted_on = [zone(claim.said.zone) for claim in event.claims]
    shown = {each.name: each for each in (*frame.view.zones, *counted_on) if each}
    clocks = [*shown.values()] or [utc for utc in (zone("UTC"),) if utc]
    whole = [each for each in clocks if of_whole_days(event, each)]
    return whole[:1] or clocks


def _elsewhere(event: Event, frame: Frame) -> Iterator[str]:
    """Yield what a day of one clock is on the others, where it is none there."""
    clock = _clocks(event, frame)[0]
    if event.end - event.start < _TWO_DAYS and of_whole_days(event, clock):
        for each in frame.view.zones:
            if not of_whole_days(event, each):
                yield from moment_on(event, [each], frame.view.glyphs.to, event.start)


def remarks(event: Event, spat: Spat) -> Iterator[str]:
    """Yield what else is to be known of a moment."""
    sides = {claim.turn.side for claim in event.claims if claim.turn.side}
    if len(sides) > 1:
        both = len(spat.sides) == len(sides) == 2  # noqa: PLR2004 - "both"
        yield "told by both sides" if both else f"told by {len(sides)} sides"
    if event.holds:
        yield f"holds {counted(event.holds, 'moment')} below"


def _below_each_other(
    claims: Sequence[EventClaim], event: Event, frame: Frame
) -> Iterator[Line]:
    told = told_first(event, frame)
    for claim in claims:
        yield from claim_lines(claim, told, frame, frame.view.width)


def _side_by_side(
    event: Event, columns: Sequence[Side], frame: Frame
) -> Iterator[Line]:
    """Yield each side's claims in its column; below them those of bystanders."""
    width, told = _column_width(frame), told_first(event, frame)
    left, right = (
        [
            line
            for claim in event.claims
            if claim.turn.side == side.name
            for line in claim_lines(claim, told, frame, width)
        ]
        for side in columns
    )
    for one, other in zip_longest(left, right, fillvalue=()):
        gap = width + 1 - sum(cells(part.text) for part in one)
        between = span("rule", frame.view.glyphs.quote_rail)
        yield *one, span("", " " * gap), between, span("", " "), *other
    names = [side.name for side in columns]
    others = [claim for claim in event.claims if claim.turn.side not in names]
    yield from _below_each_other(others, event, frame)
