"""The strip "who spoke when": a lane for each side, drawn in shares of its width.

Places are percentages and sizes are pixels, so that it is as legible on a phone:
there only every other mark has its words.
"""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from tweetspat.model import Link, Turn
from tweetspat.renderers.html.markup import Html, tag, words
from tweetspat.renderers.html.page import Page
from tweetspat.renderers.strip import (
    Axis,
    Spoken,
    axis_name,
    axis_of,
    spoken_in,
    tick_words,
)
from tweetspat.renderers.voices import Voice
from tweetspat.renderers.wording import counted
from tweetspat.visible import one_line
from tweetspat.zones import wall

__all__ = ["strip_of"]

_ROOM = 72
"""Cells that the words of the marks may take at full width."""

_MOST_NUMBERED = 24
"""Turns that are all numbered where no clock time is known."""

_LANE, _TOP = 30, 26
_MOST_LINES = 60
"""Links that are drawn; more would only be a thicket."""

_MOST_SIGNS = 200
"""Tweets that have a sign each."""

_BARS = 250
_BAR = 100 / _BARS

_SHAPES = {
    "●": '<circle r="5.5"/>',
    "◆": '<path d="M0-7.5 7.5 0 0 7.5-7.5 0z"/>',
    "▲": '<path d="M0-7 7.5 6h-15z"/>',
    "■": '<path d="M-5.5-5.5h11v11h-11z"/>',
}


class _Strip(NamedTuple):
    """Where everything stands: `at` is the share of the width, in percent."""

    page: Page
    spoken: Spoken
    at: dict[int, float]
    axis: Axis | None

    @property
    def top(self) -> int:
        """Return where the first lane begins: below the words of a clock."""
        return _TOP if self.axis else 2

    def y(self, voice: Voice) -> int:
        """Return the height of a voice's lane."""
        return self.top + 14 + _LANE * self.spoken.lanes.index(voice)

    @property
    def bottom(self) -> int:
        """Return where the last lane ends."""
        return self.top + _LANE * len(self.spoken.lanes)


def strip_of(page: Page) -> Html | None:
    """Return the strip as a picture that describes itself, or None."""
    spoken = spoken_in(page.spat, page.voices)
    placed = spoken and _placed(page, spoken)
    if not placed:
        return None
    name, about = f"{page.prefix}strip", f"{page.prefix}strip-about"
    picture = tag(
        "svg",
        tag("title", words("Who spoke when"), id=name),
        tag("desc", words(_about(placed)), id=about),
        _shapes(placed),
        *_marks(placed),
        *_lanes(placed),
        *_links(placed),
        *_signs(placed),
        role="img",
        height=placed.bottom + 22,
        aria_labelledby=name,
        aria_describedby=about,
    )
    note = "In the order shown below; no clock time is known."
    more = [] if placed.axis else [tag("figcaption", words(note))]
    return tag("figure", picture, *more, class_="strip")


def _placed(page: Page, spoken: Spoken) -> _Strip | None:
    if not spoken.timed:
        share = 100 / len(spoken.turns)
        at = {turn.n: (i + 0.5) * share for i, turn in enumerate(spoken.turns)}
        return _Strip(page, spoken, at, None) if len(at) <= _ROOM else None
    axis = _axis(page, spoken)
    if axis is None:
        return None
    length = axis.step * (axis.ticks - 1)
    at = {
        turn.n: (turn.tweet.sent - axis.start) / length * 100
        for turn in spoken.turns
        if turn.tweet.sent
    }
    return _Strip(page, spoken, at, axis)


def _axis(page: Page, spoken: Spoken) -> Axis | None:
    """Return the axis of time; the years 1 and 9999 have no room for one."""
    zones = page.frame.view.zones
    if len(spoken.timed) < len(spoken.turns) or not zones:
        return None
    times = [sent for sent, _ in spoken.timed]
    try:
        axis = axis_of(min(times), max(times), page.frame.view, _ROOM)
        if axis:
            for each in zones:
                wall(each, axis.start)
                wall(each, _ticks(axis)[-1])
    except OverflowError:
        return None
    return axis


def _ticks(axis: Axis) -> list[datetime]:
    return [axis.start + number * axis.step for number in range(axis.ticks)]


def _about(strip: _Strip) -> str:
    """Say in words what the picture shows."""
    counts = [
        f"{_called(lane, strip)}: {counted(strip.spoken.voices.count(lane), 'tweet')}"
        for lane in strip.spoken.lanes
    ]
    inferred = "solid lines are stated links, dashed ones inferred"
    return f"A lane for each side. {'; '.join(counts)}. Between the lanes {inferred}."


def _called(lane: Voice, strip: _Strip) -> str:
    for turn in strip.spoken.turns:
        if strip.page.voices.of(turn) == lane:
            author = turn.tweet.author
            return one_line(turn.side or f"@{author.handle if author else '?'}")
    return lane.sign


def _shapes(strip: _Strip) -> Html:
    prefix = strip.page.prefix
    return tag(
        "defs",
        *(
            tag("g", Html(_SHAPES[lane.sign]), id=f"{prefix}s{lane.lane}")
            for lane in strip.spoken.lanes
        ),
    )


def _percent(share: float) -> str:
    return f"{share:.2f}".rstrip("0").rstrip(".") + "%"


def _marks(strip: _Strip) -> Iterator[Html]:
    """Yield the marks of time with their words: the first clock above, others below."""
    axis = strip.axis
    if axis is None:
        yield from _numbers(strip)
        return
    zones = strip.page.frame.view.zones[:2]
    roles = _roles(strip)
    heights = (_TOP - 12, strip.bottom + 16)
    for zone, y in zip(zones, heights, strict=False):
        name = words(axis_name(axis, zone))
        role = roles.get(zone.name, "")
        yield tag("text", name, x=-28, y=y, class_=f"name {role}".rstrip())
    for number, at in enumerate(_ticks(axis)):
        x = _percent(number * 100 / (axis.ticks - 1))
        kind = "tick odd" if number % 2 else "tick"
        yield tag("line", x1=x, x2=x, y1=_TOP - 6, y2=strip.bottom + 4, class_="rule")
        for zone, y in zip(zones, heights, strict=False):
            yield tag("text", words(tick_words(axis, at, zone)), x=x, y=y, class_=kind)


def _numbers(strip: _Strip) -> Iterator[Html]:
    """Yield the number of every turn, or of every fifth, below the lanes."""
    every = 1 if len(strip.at) <= _MOST_NUMBERED else 5
    for n, share in strip.at.items():
        if n % every == 0 or n == 1:
            kind = "tick odd" if n % (2 * every) == 0 else "tick"
            y = strip.bottom + 16
            yield tag("text", words(str(n)), x=_percent(share), y=y, class_=kind)


def _roles(strip: _Strip) -> dict[str, str]:
    """Return the colour of each clock: that of the one side that lives by it."""
    roles: dict[str, str] = {}
    for lane in strip.spoken.lanes:
        if lane.clock:
            roles[lane.clock.name] = "" if lane.clock.name in roles else lane.role
    return roles


def _lanes(strip: _Strip) -> Iterator[Html]:
    for lane in strip.spoken.lanes:
        y = strip.y(lane)
        yield tag("line", x1="0", x2="100%", y1=y, y2=y, class_="rule")
        yield tag(
            "use",
            href=f"#{strip.page.prefix}s{lane.lane}",
            x=-22,
            y=y,
            class_=lane.role,
        )


def _links(strip: _Strip) -> Iterator[Html]:
    """Yield the links between lanes, solid where stated, dashed where inferred."""
    found = [
        (turn, link, strip.page.frame.turns[id_])
        for turn in strip.spoken.turns
        for link in turn.links
        for id_ in (link.series or (link.to,))
        if id_ in strip.page.frame.turns
    ]
    across = [each for each in found if _crosses(*each, strip)]
    if len(across) > _MOST_LINES:
        return
    for turn, link, parent in across:
        yield tag(
            "line",
            x1=_percent(strip.at[parent.n]),
            y1=strip.y(strip.page.voices.of(parent)),
            x2=_percent(strip.at[turn.n]),
            y2=strip.y(strip.page.voices.of(turn)),
            class_="stated" if link.stated else "inferred",
        )


def _crosses(turn: Turn, _: Link, parent: Turn, strip: _Strip) -> bool:
    voices = strip.page.voices
    lanes = [voices.of(each) for each in (turn, parent)]
    drawn = all(each.n in strip.at for each in (turn, parent))
    return (
        drawn and lanes[0] != lanes[1] and all(v in strip.spoken.lanes for v in lanes)
    )


def _signs(strip: _Strip) -> Iterator[Html]:
    """Yield a sign for each tweet; of very many, how many there are at each place."""
    turns = zip(strip.spoken.turns, strip.spoken.voices, strict=True)
    spoken = [(turn.n, voice) for turn, voice in turns if voice in strip.spoken.lanes]
    if len(spoken) > _MOST_SIGNS:
        yield from _heaps(strip, spoken)
        return
    for n, voice in spoken:
        there, x = f"#{strip.page.prefix}s{voice.lane}", _percent(strip.at[n])
        yield tag("use", href=there, x=x, y=strip.y(voice), class_=voice.role)


def _heaps(strip: _Strip, spoken: list[tuple[int, Voice]]) -> Iterator[Html]:
    """Yield bars, the higher the more tweets there are in a share of the width."""
    counts = Counter((min(int(strip.at[n] / _BAR), _BARS), v) for n, v in spoken)
    highest = max(counts.values())
    for (bar, voice), count in counts.items():
        height = 3 + (_LANE - 7) * count / highest
        yield tag(
            "rect",
            x=_percent(bar * _BAR),
            y=f"{strip.y(voice) - height / 2:.1f}",
            width=_percent(_BAR * 0.8),
            height=f"{height:.1f}",
            class_=voice.role,
        )
