"""The timeline: one tweet after another, both clocks, every doubt marked."""

from collections.abc import Iterable, Iterator
from datetime import timedelta

from tweetspat.model import Spat, Turn
from tweetspat.renderers.cells import cells
from tweetspat.renderers.frame import Frame, frame_of
from tweetspat.renderers.heading import heading, title_of
from tweetspat.renderers.lines import Line, Span, fitted, span
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
from tweetspat.visible import Shown, one_line
from tweetspat.zones import Zone, abbreviation, wall

__all__ = ["one_line_each", "timeline"]

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
    yield from _others(list(spats), view)


def _whole(spat: Spat, view: View) -> Iterator[Line]:
    voices = voices_of(spat, view.glyphs)
    frame = frame_of(spat, view, voices)
    yield from heading(spat, voices, view)
    before: Turn | None = None
    banner = ""
    for turn in spat.turns:
        silence = _silence(before, turn)
        if silence:
            yield ()
            yield _silent(silence, frame)
        yield ()
        now = _banner(turn, frame)
        if now != banner:
            yield _banner_line(turn, now, frame)
            banner = now
        yield from turn_lines(turn, frame)
        before = turn


def _silence(before: Turn | None, turn: Turn) -> timedelta | None:
    """Return how long nobody spoke before this turn, from an hour on."""
    if before is None or before.tweet.sent is None or turn.tweet.sent is None:
        return None
    gap = turn.tweet.sent - before.tweet.sent
    return gap if gap >= _SILENCE else None


def _silent(gap: timedelta, frame: Frame) -> Line:
    glyphs = frame.view.glyphs
    words = f" {stretch(gap)} of silence "
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


def _others(spats: list[Spat], view: View) -> Iterator[Line]:
    """Yield one line for each conversation that is not shown whole."""
    if not spats:
        return
    yield ()
    yield (span("rule", view.glyphs.thin * view.width),)
    yield (span("dim bold", f"{counted(len(spats), 'more conversation')}"),)
    shown = spats if view.most_others is None else spats[: view.most_others]
    for spat in shown:
        yield _one_line(spat, view)
    left = len(spats) - len(shown)
    if left:
        yield (span("dim", f"{view.glyphs.more} {left:,} more: tweetspat list"),)


def one_line_each(spats: Iterable[Spat], view: View) -> Iterator[Line]:
    """Yield one line a conversation: id, tweets, first day, voices, first words."""
    return (_one_line(spat, view) for spat in spats)


def _one_line(spat: Spat, view: View) -> Line:
    voices = voices_of(spat, view.glyphs)
    first = next((turn.tweet for turn in spat.turns if turn.tweet.text), None)
    words = one_line((first.text or "")[:200]) if first else Shown("")
    here = sum(not turn.tweet.ghost for turn in spat.turns)
    when: list[Zone] = list(view.zones[:1])
    sent = next((turn.tweet.sent for turn in spat.turns if turn.tweet.sent), None)
    date = day(wall(when[0], sent)) if sent and when else "date unknown"
    return fitted(
        [
            Span("dim", one_line(f"{spat.id:<19}  ")),
            span("bold", f"{here:>4}  "),
            span("dim", f"{date:<15}  "),
            Span("bold", Shown(f"{title_of(spat, voices)}  ")),
            Span("dim", words),
        ],
        view.width,
        view.glyphs.more,
    )
