"""The strip "who spoke when": a lane for each side, a sign for each tweet."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import NamedTuple

from tweetspat.model import Spat, Turn
from tweetspat.renderers.cells import cells
from tweetspat.renderers.lines import Line, fitted, span
from tweetspat.renderers.view import View
from tweetspat.renderers.voices import Voice, Voices
from tweetspat.renderers.wording import clock, day
from tweetspat.zones import Zone, abbreviation, wall

__all__ = [
    "Axis",
    "Spoken",
    "axis_name",
    "axis_of",
    "spoken_in",
    "strip",
    "tick_words",
]

_MARGIN = 10
_LABEL = 8
_FEWEST = 3
_A_DAY = timedelta(days=1)
_HALF_A_DAY = timedelta(hours=12)
_A_YEAR = timedelta(days=365)
_STEPS = [
    *(timedelta(minutes=minutes) for minutes in (1, 2, 5, 10, 15, 30)),
    *(timedelta(hours=hours) for hours in (1, 2, 3, 6, 12)),
    *(timedelta(days=days) for days in (1, 2, 7, 14, 30, 90, 365, 3650, 36500)),
]


class Axis(NamedTuple):
    """An axis of time: `gap` cells are `step` long, and there are `ticks` marks."""

    start: datetime
    step: timedelta
    ticks: int
    gap: int

    def column(self, instant: datetime) -> int:
        """Return the cell of an instant."""
        return round((instant - self.start) / self.step * self.gap)


class Spoken(NamedTuple):
    """Who speaks in a strip.

    Attributes:
        lanes: the sides' voices, in order.
        turns: the turns that have a sign, in printed order.
        voices: whose each is.
        timed: those whose time is known, with it.
    """

    lanes: list[Voice]
    turns: list[Turn]
    voices: list[Voice]
    timed: list[tuple[datetime, Voice]]


def spoken_in(spat: Spat, voices: Voices) -> Spoken | None:
    """Return who speaks when, or None where there are too few tweets for a strip."""
    lanes = sorted(
        {voice for voice in voices.by_account.values() if voice.lane is not None},
        key=lambda voice: voice.lane or 0,
    )
    turns = [turn for turn in spat.turns if not (turn.tweet.ghost or turn.context)]
    if len(lanes) < 2 or len(turns) < _FEWEST:  # noqa: PLR2004 - two sides
        return None
    spoken = [voices.of(turn) for turn in turns]
    timed = [
        (turn.tweet.sent, voice)
        for turn, voice in zip(turns, spoken, strict=True)
        if turn.tweet.sent
    ]
    return Spoken(lanes, turns, spoken, timed)


def strip(spat: Spat, voices: Voices, view: View) -> Iterator[Line]:
    """Yield the strip; nothing where there are too few tweets for one.

    Where no tweet's time is known it shows the order alone, and says so.  Tweets
    that only stay for context have no sign in it.
    """
    found = spoken_in(spat, voices)
    room = view.width - _MARGIN - 1
    if found is None:
        return
    lanes, spoken, timed = found.lanes, found.voices, found.timed
    if not timed and 2 * len(spoken) <= room:
        yield from _by_order(spoken, lanes, view)
    elif len(timed) == len(spoken) and view.zones:
        try:
            times = [sent for sent, _ in timed]  # the order may contradict them
            axis = axis_of(min(times), max(times), view, room)
            if axis:
                yield from list(_by_time(axis, timed, lanes, view))
        except OverflowError:  # the years 1 and 9999 have no room for an axis
            return


def _by_order(spoken: list[Voice], lanes: list[Voice], view: View) -> Iterator[Line]:
    for lane in lanes:
        cell = [lane.sign if voice == lane else view.glyphs.lane for voice in spoken]
        yield _lane(lane, list(view.glyphs.lane.join(cell)))
    note = "in the order shown below; no clock time is known"
    yield fitted([span("dim", " " * _MARGIN + note)], view.width, view.glyphs.more)


def axis_of(first: datetime, last: datetime, view: View, room: int) -> Axis | None:
    """Return the finest axis whose labels stand apart in so many cells, or None."""
    for step in _STEPS:
        there = wall(view.zones[0], first)
        midnight = there.replace(hour=0, minute=0, second=0, microsecond=0)
        start = first - (there - midnight) % step
        ticks = (last - start) // step + 2
        if (ticks - 1) * _LABEL + len("00:00") <= room:
            return Axis(start, step, ticks, (room - len("00:00")) // (ticks - 1))
    return None


def _by_time(
    axis: Axis,
    timed: list[tuple[datetime, Voice]],
    lanes: list[Voice],
    view: View,
) -> Iterator[Line]:
    length = (axis.ticks - 1) * axis.gap + 1
    yield _labels(axis, 0, view)
    for lane in lanes:
        cell = [view.glyphs.lane] * length
        cell[:: axis.gap] = [view.glyphs.tick] * axis.ticks
        for sent, voice in timed:
            at = axis.column(sent)
            if voice == lane and 0 <= at < length:
                cell[at] = lane.sign
        yield _lane(lane, cell)
    if len(view.zones) > 1:
        yield _labels(axis, 1, view)


def _lane(lane: Voice, cell: list[str]) -> Line:
    parts = [span("dim", " " * (_MARGIN - 3)), span(lane.role, f"{lane.sign}  ")]
    run = ""
    for sign in cell:
        if sign == lane.sign:
            parts += [span("dim", run), span(f"{lane.role} bold", sign)]
            run = ""
        else:
            run += sign
    return (*parts, span("dim", run))


def _date(there: datetime, step: timedelta) -> str:
    if step >= _A_YEAR:
        return str(there.year)
    return day(there, year=False).partition(" ")[2]


def tick_words(axis: Axis, at: datetime, zone: Zone) -> str:
    """Write what stands at a mark: a date where one begins, else the clock."""
    there = wall(zone, at)
    midnight = axis.step >= _HALF_A_DAY and not there.hour
    dated = axis.step >= _A_DAY or midnight
    return (_date(there, axis.step) if dated else clock(zone, at)).strip()


def axis_name(axis: Axis, zone: Zone) -> str:
    """Return what a clock is called along an axis: EST, or EST/EDT."""
    ends = (axis.start, axis.start + (axis.ticks - 1) * axis.step)
    return "/".join(dict.fromkeys(abbreviation(zone, end) for end in ends))


def _labels(axis: Axis, number: int, view: View) -> Line:
    zone = view.zones[number]
    line = f"{axis_name(axis, zone):>{_MARGIN - 2}}  "[:_MARGIN]
    for tick in range(axis.ticks):
        at = axis.start + tick * axis.step
        text = tick_words(axis, at, zone)
        line += " " * (_MARGIN + tick * axis.gap - cells(line)) + text
    return (span("dim", line),)
