"""What a terminal folds of a long conversation: what bystanders say to each other.

No side's tweet is ever folded, nor one that a shown tweet points at, nor one whose
order is contested.  Numbers stay those of the whole.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from itertools import groupby
from typing import NamedTuple

from tweetspat.model import Spat, Turn, TweetId
from tweetspat.renderers.frame import Frame
from tweetspat.renderers.lines import Span, span
from tweetspat.renderers.pauses import silences
from tweetspat.renderers.wording import counted, stretch

__all__ = ["LONG", "Fold", "ends", "fold_words", "hint", "quiet", "runs"]

LONG = 30
"""Tweets from which on a conversation is long."""


class Fold(NamedTuple):
    """Turns of which one line is shown."""

    turns: tuple[Turn, ...]


def quiet(spat: Spat, frame: Frame) -> frozenset[TweetId]:
    """Return what may be folded: whatever stands by, and nobody shown points at.

    A part of a conversation is what was asked for, so that nothing of it is.
    """
    long = len(spat.turns) >= LONG and spat.whole is None
    if not (frame.view.fold and long and frame.voices.bystander.muted):
        return frozenset()
    folded = {turn.tweet.id for turn in spat.turns if _stands_by(turn, frame)}
    shown = [turn for turn in spat.turns if turn.tweet.id not in folded]
    while shown:
        for link in shown.pop().links:
            for id_ in folded.intersection((link.to, *link.series)):
                folded.discard(id_)
                shown.append(frame.turns[id_])
    return frozenset(folded)


def _stands_by(turn: Turn, frame: Frame) -> bool:
    beside = frame.voices.of_author(turn.tweet.author) is None
    return beside and turn.tweet.id not in frame.contests


def runs(spat: Spat, frame: Frame) -> Iterator[Turn | Fold]:
    """Yield the turns in printed order, runs of what may be folded as one.

    A single one is shown: the line that stood for it would tell less.
    """
    folded = quiet(spat, frame)
    if not folded:
        yield from spat.turns
        return
    for (is_quiet, _), those in groupby(
        enumerate(spat.turns),
        key=lambda each: (
            each[1].tweet.id in folded,
            each[1].tweet.id in folded and each[1].n - each[0],
        ),
    ):
        run = tuple(turn for _, turn in those)
        if is_quiet and len(run) > 1:
            yield Fold(run)
        else:
            yield from run


def ends(each: Iterable[Turn | Fold]) -> Iterator[tuple[Turn, Turn, Fold | None]]:
    """Yield the first and the last turn of each run, and the run where it is folded."""
    for one in each:
        if isinstance(one, Fold):
            yield one.turns[0], one.turns[-1], one
        else:
            yield one, one, None


def fold_words(fold: Fold, spoken: Sequence[datetime], frame: Frame) -> list[Span]:
    """Return how many replies by how many others are folded, and which."""
    glyphs, turns = frame.view.glyphs, fold.turns
    noun = "reply" if all(turn.links for turn in turns) else "tweet"
    accounts = frame.voices.accounts
    others = {accounts.of(t.tweet.author) for t in turns if t.tweet.author}
    count = counted(len(turns), noun)
    by = f" by {counted(len(others), 'other')}" if others else ""
    first, last = turns[0], turns[-1]
    ends = (f"{frame.voices.of(turn).sign}{turn.n}" for turn in (first, last))
    parts = [
        span("dim", f"{glyphs.more} {count}{by} {glyphs.dot} "),
        span("bystander", glyphs.to.join(ends)),
    ]
    long = silences(turns, spoken)
    if long:
        words = f"{stretch(long)} of silence"
        parts.append(span("dim", f" {glyphs.dot} {words}"))
    return parts


def hint(folds: Iterable[Fold], frame: Frame) -> Span:
    """Say how many tweets are folded, and what shows them."""
    count = counted(sum(len(fold.turns) for fold in folds), "tweet")
    return span("dim", f"{frame.view.glyphs.more} {count} folded: --unfold shows them")
