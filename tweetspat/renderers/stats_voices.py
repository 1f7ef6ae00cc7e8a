"""Who spoke when: a row for each account, how often, first and last on each clock."""

from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from tweetspat.renderers.cells import cells, pad
from tweetspat.renderers.lines import Line, Span, fitted, span, wrapped
from tweetspat.renderers.stats_signs import Drawn, Label, section
from tweetspat.renderers.stats_spark import axis_of, bar, scale_note, spark
from tweetspat.renderers.view import View
from tweetspat.renderers.wording import clock, counted, day
from tweetspat.stats import Voice
from tweetspat.visible import Shown, one_line
from tweetspat.zones import Zone, abbreviation, wall

__all__ = ["voices_lines"]

_MOST_ROWS = 10
_LABELS = (8, 24)
_TWEETS = len("tweets")
_FEWEST_CELLS = 10
_LONGEST_BAR = 40
_LEAST_SCALE = 4
"""A cell of full height is at least so many tweets: a single one is no peak."""

_GAP = "  "


class _Columns(NamedTuple):
    """Cells of the columns; 0 for one that there is no room for, or no need of.

    Attributes:
        dated: instants are told with their day.
        year: and that with its year.
    """

    label: int
    middle: int = 0
    clock: int = 0
    moment: int = 0
    dated: bool = False
    year: bool = False

    @property
    def before(self) -> int:
        """Cells before the middle."""
        return self.label + len(_GAP) + _TWEETS + len(_GAP)

    @property
    def clocks_at(self) -> int:
        """Cells before the clocks."""
        return self.before + (self.middle + len(_GAP) if self.middle else 0)


def voices_lines(drawn: Drawn) -> Iterator[Line]:
    """Yield who spoke when: the accounts of each side first, then the busiest."""
    stats, view = drawn.stats, drawn.view
    ranked = sorted(stats.voices, key=lambda voice: drawn.lane(voice.key))
    shown, rest = ranked[:_MOST_ROWS], ranked[_MOST_ROWS:]
    labels = [drawn.account(voice.key) for voice in shown]
    columns = _columns(shown, labels, view)
    note, drawings = _drawings(shown, labels, columns, drawn)
    yield section("Who spoke when", note, view)
    yield _head(columns)
    for voice, label, drawing in zip(shown, labels, drawings, strict=True):
        for line in _rows(voice, label, drawing, columns, view):
            yield fitted(line, view.width, view.glyphs.more)
    if rest:
        tweets = counted(sum(voice.tweets for voice in rest), "tweet")
        others = Shown(f"{drawn.others(len(rest)).text}, {tweets}")
        yield fitted([Span("dim", others)], view.width, view.glyphs.more)
    if stats.nameless:
        words = f"{view.glyphs.ghost} {counted(stats.nameless, 'tweet')}"
        parts = [span("lost", words), span("dim", ", nobody knows by whom")]
        yield from wrapped(parts, view.width)


def _columns(shown: Sequence[Voice], labels: Sequence[Label], view: View) -> _Columns:
    """Return what fits beside what; the sparkline gives way first."""
    label = max([_LABELS[0], *(cells(each.text) for each in labels)])
    columns = _Columns(min(label, _LABELS[1]))
    ends = [end for voice in shown for end in (*voice.times[:1], *voice.times[-1:])]
    if not ends or not view.zones:
        room = min(_LONGEST_BAR, view.width - columns.before)
        return columns._replace(middle=room if room >= _FEWEST_CELLS else 0)
    days = {wall(zone, end).date() for zone in view.zones for end in ends}
    columns = columns._replace(
        dated=len(days) > 1, year=len({each.year for each in days}) > 1
    )
    columns = columns._replace(
        clock=max(len(_clock(zone, v)) for zone in view.zones for v in shown),
        moment=max(len(_moment(z, end, columns)) for z in view.zones for end in ends),
    )
    both = columns.clock + len(_GAP) + columns.moment + len(_GAP) + columns.moment
    spare = view.width - columns.before - both
    if spare < 0:
        return columns._replace(moment=0)
    room = spare - len(_GAP)
    return columns._replace(middle=room if room >= _FEWEST_CELLS else 0)


def _drawings(
    shown: Sequence[Voice], labels: Sequence[Label], columns: _Columns, drawn: Drawn
) -> tuple[str, list[Line]]:
    """Return what the middle column shows of each account, and what that means."""
    stats, view, room = drawn.stats, drawn.view, columns.middle
    if stats.first is None or stats.last is None or not view.zones:
        most = max((voice.tweets for voice in shown), default=1)
        bars = [
            bar(voice.tweets, most, room, label, view) if room else ()
            for voice, label in zip(shown, labels, strict=True)
        ]
        return "no time is known" if stats.first is None else "", bars
    axis = axis_of(stats.first, stats.last, room, view) if room else None
    if axis is None:
        return "", [() for _ in shown]
    counts = [axis.counts(voice.times) for voice in shown]
    most = max([_LEAST_SCALE, *(n for each in counts for n in each)])
    sparks = [
        spark(each, most, label, view)
        for each, label in zip(counts, labels, strict=True)
    ]
    return scale_note(axis, most, view), sparks


def _head(columns: _Columns) -> Line:
    words = f"{'':{columns.label}}{_GAP}tweets"
    if columns.moment:
        first = f"{'first':<{columns.moment}}"
        words = f"{words:<{columns.clocks_at + columns.clock}}{_GAP}{first}{_GAP}last"
    return (span("dim", words),)


def _rows(
    voice: Voice, label: Label, drawing: Line, columns: _Columns, view: View
) -> Iterator[Line]:
    """Yield an account's line, and one more for each further clock."""
    head = (
        label.padded(columns.label),
        span("bold", f"{_GAP}{voice.tweets:>{_TWEETS},}{_GAP}"),
    )
    named = _named(voice, label)
    below = Shown(f"{_GAP}{named}" if named else "")
    clocks = [_told(zone, voice, columns) for zone in view.zones if voice.times]
    if not columns.moment:
        yield *head, *drawing
        yield from [(Span("dim", below),)] if named else []
        yield from ((span("dim", f"{_GAP}{each}"),) for each in clocks)
        return
    gap = columns.clocks_at - columns.before - sum(cells(part.text) for part in drawing)
    first, *others = clocks or ["time unknown"]
    yield *head, *drawing, span("", " " * gap), span("dim bold", first)
    for each in others or [""] * bool(named):
        yield Span("dim", pad(below, columns.clocks_at)), span("dim", each)
        below = Shown("")


def _named(voice: Voice, label: Label) -> Shown:
    """Return the account's side, else its name; nothing that its handle tells."""
    side, name = one_line(voice.side or ""), one_line(voice.name or "")
    told = side if side and side != label.name else name
    return Shown("") if told in voice.handles else told


def _told(zone: Zone, voice: Voice, columns: _Columns) -> str:
    """Return a clock's name, and on it when an account spoke first and last."""
    first, last = (_moment(zone, voice.times[at], columns) for at in (0, -1))
    name = f"{_clock(zone, voice):<{columns.clock}}"
    return f"{name}{_GAP}{first:<{columns.moment}}{_GAP}{last}"


def _clock(zone: Zone, voice: Voice) -> str:
    ends = (*voice.times[:1], *voice.times[-1:])
    return "/".join(dict.fromkeys(abbreviation(zone, end) for end in ends))


def _moment(zone: Zone, sent: datetime, columns: _Columns) -> str:
    if not columns.dated:
        return clock(zone, sent)
    date = day(wall(zone, sent), year=columns.year).partition(" ")[2]
    return f"{date} {clock(zone, sent)}"
