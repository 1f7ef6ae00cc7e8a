"""The timeline: one tweet after another, both clocks, every doubt marked."""

from collections.abc import Iterator, Sequence
from datetime import timedelta

from tweetspat.model import Spat, Turn
from tweetspat.renderers.cells import cells
from tweetspat.renderers.frame import Frame, frame_of
from tweetspat.renderers.heading import heading
from tweetspat.renderers.lines import Line, Span, fitted, span
from tweetspat.renderers.listing import listing
from tweetspat.renderers.turn import turn_lines
from tweetspat.renderers.view import Report, View
from tweetspat.renderers.voices import voices_of
from tweetspat.renderers.wording import (
    clock_label,
    counted,
    day,
    stretch,
    within,
)
from tweetspat.summaries import Summary, summary_of
from tweetspat.zones import abbreviation, wall

__all__ = ["timeline"]

_SILENCE = timedelta(hours=1)


def timeline(report: Report, view: View) -> Iterator[Line]:
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
    before: Turn | None = None
    banner = ""
    for turn in spat.turns:
        pause = _pause(before, turn)
        if pause:
            yield ()
            yield _ruled(pause, frame)
        yield ()
        now = _banner(turn, frame)
        if now != banner:
            yield _banner_line(turn, now, frame)
            banner = now
        lines = turn_lines(turn, frame)
        yield from map(_dimmed, lines) if turn.context else lines
        before = turn


def _pause(before: Turn | None, turn: Turn) -> str:
    """Say how long nobody spoke before this turn, or how many are not shown."""
    if before is None:
        return ""
    left_out = turn.n - before.n - 1
    if left_out > 0:
        return f"{counted(left_out, 'tweet')} not shown"
    if before.tweet.sent is None or turn.tweet.sent is None:
        return ""
    gap = turn.tweet.sent - before.tweet.sent
    return f"{stretch(gap)} of silence" if gap >= _SILENCE else ""


def _dimmed(line: Line) -> Line:
    return tuple(Span("dim", part.text) for part in line)


def _ruled(words: str, frame: Frame) -> Line:
    glyphs = frame.view.glyphs
    words = f" {words} "
    left = (frame.room - len(words)) // 2
    right = frame.room - len(words) - left
    margin = f"{glyphs.silence:^{frame.head}}" + " " * (frame.body - frame.head)
    return (
        span("dim", margin[: frame.body]),
        span("rule", "┄" * left if len(glyphs.sides[0].encode()) > 1 else "." * left),
        span("dim", words),
        span("rule", "┄" * right if len(glyphs.sides[0].encode()) > 1 else "." * right),
    )


def _banner(turn: Turn, frame: Frame) -> str:
    """Return the date of a turn on every clock: a change starts a new stretch."""
    tweet, zones, dot = turn.tweet, frame.view.zones, f" {frame.view.glyphs.dot} "
    if tweet.sent and zones:
        days = [day(wall(each, tweet.sent)) for each in zones]
        labels = [clock_label(each, tweet.sent) for each in zones]
        if len(set(days)) == 1:
            return dot.join([days[0], *labels])
        return dot.join(f"{on} {label}" for on, label in zip(days, labels, strict=True))
    if tweet.bounds and zones:
        return f"sent {within(tweet.bounds, zones)}{dot}clock time unknown"
    return "time unknown"


def _banner_line(turn: Turn, words: str, frame: Frame) -> Line:
    view = frame.view
    parts = [span("", " ")]
    sent = turn.tweet.sent
    for each in view.zones if sent else ():
        label = abbreviation(each, sent) if sent else ""
        label = label if len(label) <= frame.clock_width else ""
        parts.append(span("dim bold", f"{label:>{frame.clock_width}}  "))
    rule = view.glyphs.dashed
    used = sum(cells(part.text) for part in parts) + cells(words) + 4
    parts += [span("rule", f"{rule}{rule} "), span("dim bold", words)]
    if used < view.width:
        parts.append(span("rule", " " + rule * (view.width - used)))
    return fitted(parts, view.width, view.glyphs.more)


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
