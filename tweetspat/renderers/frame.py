"""What every turn of one spat is drawn with."""

from collections.abc import Mapping
from typing import NamedTuple

from tweetspat.model import Contest, Spat, Turn, TweetId
from tweetspat.renderers.view import View
from tweetspat.renderers.voices import Voices

__all__ = ["Frame", "frame_of"]


_CLOCK = 7
"""Cells for a clock and the gap after it."""

_LEAST_ROOM = 24
"""Cells that a tweet's words need; what is left is for clocks."""


class Frame(NamedTuple):
    """What every turn of one spat is drawn with."""

    view: View
    voices: Voices
    turns: Mapping[TweetId, Turn]
    contests: Mapping[TweetId, list[Contest]]
    clock_width: int
    head: int
    body: int

    @property
    def room(self) -> int:
        """Cells for a line of a tweet's body."""
        return self.view.width - self.body

    def within(self, width: int) -> "Frame":
        """Return the frame of a column of so many cells, all of them for words."""
        return self._replace(view=self.view._replace(width=width), head=0, body=0)


def frame_of(spat: Spat, view: View, voices: Voices) -> Frame:
    """Return the frame of a spat: columns for its clocks and its numbers."""
    clocks = max(1, (view.width - _LEAST_ROOM) // _CLOCK)
    links = view.links and not spat.synthetic
    view = view._replace(zones=view.zones[:clocks], links=links)
    contests: dict[TweetId, list[Contest]] = {}
    for contest in spat.order.contested:
        for id_ in contest.pair:
            contests.setdefault(id_, []).append(contest)
    head = 1 + _CLOCK * len(view.zones)
    number = len(str(spat.turns[-1].n))
    return Frame(
        view=view,
        voices=voices,
        turns={turn.tweet.id: turn for turn in spat.turns},
        contests=contests,
        clock_width=5,
        head=head,
        body=head + max(4, number + 2 + len(view.glyphs.sides[0])),
    )
