"""The timeline: one tweet after another, both clocks, every doubt marked."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta

from tweetspat.model import Spat, Turn
from tweetspat.renderers.banner import Banner, banner_lines, banner_of
from tweetspat.renderers.frame import Frame, frame_of
from tweetspat.renderers.heading import heading
from tweetspat.renderers.lines import Line, Span, span
from tweetspat.renderers.listing import listing
from tweetspat.renderers.turn import turn_lines
from tweetspat.renderers.view import Report, View
from tweetspat.renderers.voices import voices_of
from tweetspat.renderers.wording import counted, stretch
from tweetspat.summaries import Summary, summary_of

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
    spoken = sorted(turn.tweet.sent for turn in spat.turns if turn.tweet.sent)
    before: Turn | None = None
    banner: Banner | None = None
    for turn in spat.turns:
        pause = _pause(before, turn, spoken)
        if pause:
            yield ()
            yield _ruled(pause, frame)
        yield ()
        now = banner_of(turn, frame)
        if now != banner:
            yield from banner_lines(now, frame)
            banner = now
        lines = turn_lines(turn, frame)
        yield from map(_dimmed, lines) if turn.context else lines
        before = turn
    if view.events:
        from tweetspat.renderers.happenings import happenings

        yield from ((), ())
        yield from happenings(spat, frame)


def _pause(before: Turn | None, turn: Turn, spoken: Sequence[datetime]) -> str:
    """Say how long nobody spoke before this turn, or how many are not shown.

    Args:
        before: the turn above, if any.
        turn: the turn below.
        spoken: when anybody spoke, in order; where the order contradicts the times
            somebody may have in between.
    """
    if before is None:
        return ""
    left_out = turn.n - before.n - 1
    if left_out > 0:
        return f"{counted(left_out, 'tweet')} not shown"
    last, first = before.tweet.sent, turn.tweet.sent
    if last is None or first is None or first - last < _SILENCE:
        return ""
    if bisect_right(spoken, last) < bisect_left(spoken, first):
        return ""
    return f"{stretch(first - last)} of silence"


def _dimmed(line: Line) -> Line:
    return tuple(Span("dim", part.text) for part in line)


def _ruled(words: str, frame: Frame) -> Line:
    glyphs = frame.view.glyphs
    words = f" {words} "
    left = (frame.room - len(words)) // 2
    right = frame.room - len(words) - left
    margin = f"{glyphs.silence:^{frame.head}}" + " " * (frame.body - frame.head)
    fits = max(0, frame.view.width - len(words))
    return (
        span("dim", margin[: min(frame.body, fits)]),
        span("rule", "┄" * left if len(glyphs.sides[0].encode()) > 1 else "." * left),
        span("dim", words),
        span("rule", "┄" * right if len(glyphs.sides[0].encode()) > 1 else "." * right),
    )


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
