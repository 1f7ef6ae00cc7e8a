"""The timeline: one tweet after another, both clocks, every doubt marked."""

from collections.abc import Callable, Iterator
from functools import partial

from tweetspat.model import Spat, Turn
from tweetspat.renderers.banner import Banner, banner_lines, banner_of
from tweetspat.renderers.folding import Fold, ends, fold_words, hint, runs
from tweetspat.renderers.frame import Frame
from tweetspat.renderers.lines import Line, Span, span, wrapped
from tweetspat.renderers.pauses import pause, spoken_in
from tweetspat.renderers.turn import turn_lines

__all__ = ["dimmed", "timeline"]


def timeline(spat: Spat, frame: Frame) -> Iterator[Line]:
    """Yield the turns one after another; compact ones without a blank line."""
    spoken, drawn = spoken_in(spat), _drawn(spat, frame)
    blank: tuple[Line, ...] = () if frame.view.compact else ((),)
    if frame.view.compact:
        yield ()
    before: Turn | None = None
    after_fold = False
    banner: Banner | None = None
    folds: list[Fold] = []
    for turn, last, fold in ends(runs(spat, frame)):
        words = pause(before, turn, spoken)
        if words:
            yield from () if after_fold else blank
            yield _ruled(words, frame)
        before, after_fold = last, fold is not None
        if fold:
            folds.append(fold)
            yield from () if words else blank
            yield from _folded(fold_words(fold, spoken, frame), frame)
            continue
        yield from blank
        now = banner_of(turn, frame)
        if now != banner:
            yield from banner_lines(now, frame)
            banner = now
        yield from map(dimmed, drawn(turn)) if turn.context else drawn(turn)
    if folds:
        yield from blank
        yield (hint(folds, frame),)


def _drawn(spat: Spat, frame: Frame) -> Callable[[Turn], Iterator[Line]]:
    """Return what draws a turn."""
    if not frame.view.compact:
        return partial(turn_lines, frame=frame)
    from tweetspat.renderers.compact import columns_of, row

    return partial(row, frame=frame, columns=columns_of(spat, frame))


def dimmed(line: Line) -> Line:
    """Return a line of a tweet that stands only for context."""
    return tuple(Span("dim", part.text) for part in line)


def _margin(frame: Frame) -> str:
    dots = f"{frame.view.glyphs.silence:^{frame.head}}"
    return dots + " " * (frame.body - frame.head)


def _folded(words: list[Span], frame: Frame) -> Iterator[Line]:
    """Yield what stands for turns, where their words would."""
    margin = span("dim", _margin(frame))
    for line in wrapped(words, frame.room):
        yield margin, *line
        margin = span("", " " * frame.body)


def _ruled(words: str, frame: Frame) -> Line:
    glyphs = frame.view.glyphs
    words = f" {words} "
    left = (frame.room - len(words)) // 2
    right = frame.room - len(words) - left
    fits = max(0, frame.view.width - len(words))
    return (
        span("dim", _margin(frame)[: min(frame.body, fits)]),
        span("rule", "┄" * left if len(glyphs.sides[0].encode()) > 1 else "." * left),
        span("dim", words),
        span("rule", "┄" * right if len(glyphs.sides[0].encode()) > 1 else "." * right),
    )
