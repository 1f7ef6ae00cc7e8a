"""How long nobody spoke, and where tweets are not shown."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import pairwise

from tweetspat.model import Spat, Turn
from tweetspat.renderers.wording import counted, stretch

__all__ = ["pause", "silence", "silences", "spoken_in"]

_SILENCE = timedelta(hours=1)


def spoken_in(spat: Spat) -> Sequence[datetime]:
    """Return when anybody spoke, in order."""
    return sorted(turn.tweet.sent for turn in spat.turns if turn.tweet.sent)


def silence(
    before: Turn | None, turn: Turn, spoken: Sequence[datetime]
) -> timedelta | None:
    """Return how long nobody spoke between two turns, an hour or more, else None.

    Args:
        before: the turn above, if any.
        turn: the turn below.
        spoken: when anybody spoke, in order; where the order contradicts the times
            somebody may have in between.
    """
    last, first = before and before.tweet.sent, turn.tweet.sent
    if last is None or first is None or first - last < _SILENCE:
        return None
    if bisect_right(spoken, last) < bisect_left(spoken, first):
        return None
    return first - last


def silences(turns: Sequence[Turn], spoken: Sequence[datetime]) -> timedelta:
    """Return how long nobody spoke among turns that stand one after another."""
    found = (silence(one, other, spoken) for one, other in pairwise(turns))
    return sum(filter(None, found), timedelta())


def pause(before: Turn | None, turn: Turn, spoken: Sequence[datetime]) -> str:
    """Say how long nobody spoke before this turn, or how many are not shown."""
    left_out = turn.n - before.n - 1 if before else 0
    if left_out > 0:
        return f"{counted(left_out, 'tweet')} not shown"
    long = silence(before, turn, spoken)
    return f"{stretch(long)} of silence" if long else ""
