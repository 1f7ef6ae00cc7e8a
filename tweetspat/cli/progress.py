"""How far a batch is, on one line of a terminal; silent everywhere else."""

import contextlib
import sys
from collections.abc import Callable, Sequence
from time import monotonic
from typing import TextIO

from tweetspat.cli.output import say, tell
from tweetspat.problems import Problem
from tweetspat.renderers.wording import counted

__all__ = ["Progress"]

_EVERY = 0.1
"""Seconds between two looks of the line."""

_SETTLED = 2.0
"""Seconds after which a rate tells how long it will take."""

_TO_COLUMN_0 = "\r\x1b[K"


class Progress:
    """Tells on stderr what a run meets, and on a terminal how far it is."""

    def __init__(
        self,
        *,
        quiet: bool,
        stated: Sequence[Problem] = (),
        stream: TextIO | None = None,
        clock: Callable[[], float] = monotonic,
    ) -> None:
        """Say nothing yet.

        Args:
            quiet: say nothing at all.
            stated: problems to tell before those of the inputs.
            stream: where to draw; None for stderr.
            clock: seconds of a clock that never goes back.
        """
        self._quiet, self._stated, self._clock = quiet, stated, clock
        self._stream = stream or sys.stderr
        self._drawn = not quiet and self._stream is not None and self._stream.isatty()
        self._whole = self._done = self._tweets = self._tweets_done = 0
        self._began = self._told = clock()
        self._line("reading …")

    def waiting(self) -> None:
        """Say that another run has the folder."""
        self.clear()
        if not self._quiet:
            say("tweetspat: another run writes this folder; waiting until it is done")

    def read(self, problems: Sequence[Problem]) -> None:
        """Tell the problems that were met."""
        self.clear()
        if not self._quiet:
            tell([*self._stated, *problems])

    def begins(self, conversations: int, tweets: int) -> None:
        """Begin to count."""
        self._whole, self._tweets = conversations, tweets
        self._began = self._told = self._clock()

    def went_on(self, conversations: int, tweets: int) -> None:
        """Count on, and show it now and then."""
        self._done += conversations
        self._tweets_done += tweets
        now = self._clock()
        if now - self._told >= _EVERY:
            self._told = now
            self._line(self._counted(now - self._began))

    def _counted(self, seconds: float) -> str:
        line = f"{self._done:,} of {counted(self._whole, 'conversation')}"
        if seconds > 0:
            line += f" · {self._done / seconds:,.0f}/s"
        if seconds > _SETTLED and self._tweets_done:
            left = seconds * (self._tweets / self._tweets_done - 1)
            line += f" · {_stretch(left)} left"
        return line

    def _line(self, text: str) -> None:
        if self._drawn:
            with contextlib.suppress(OSError, ValueError):
                self._stream.write(f"{_TO_COLUMN_0}{text}")
                self._stream.flush()

    def clear(self) -> None:
        """Take the line away."""
        self._line("")


def _stretch(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    if hours:
        return f"{hours} h {minutes:02} m"
    return f"{minutes} m {rest:02} s" if minutes else f"{rest} s"
