"""What a batch is made from: conversations that can be read one by one, anywhere."""

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from tweetspat.model import Input, Spat
from tweetspat.problems import Problem
from tweetspat.summaries import Summary

__all__ = ["Entry", "Portion", "Source"]


class Entry(NamedTuple):
    """A conversation before it is read.

    Attributes:
        number: what it is called by in this run; the same inputs give the same.
        summary: what a list tells of it.
        size: its tweets, lost ones among them.
        inputs: the numbers of the inputs that its records stand in.
        mark: what changes when any of its records, or what they are read with,
            changes; in hex.
    """

    number: int
    summary: Summary
    size: int
    inputs: tuple[int, ...]
    mark: str


class Portion(Protocol):
    """Some conversations that one process reads; it can be pickled and is small."""

    def spats(self) -> Iterator[Spat | Exception]:
        """Read them and put each together, in the order that they were asked for.

        One that cannot be put together stands there as the exception that it raised,
        so that it costs no other.

        Raises:
            OSError, UsageError: an input is gone, or has changed since the scan.
        """


class Source(Protocol):
    """The conversations of some inputs, the likeliest spat first."""

    inputs: Sequence[Input]
    problems: Sequence[Problem]
    unread: Sequence[Problem]
    skipped: int

    def entries(self) -> Iterator[Entry]:
        """Yield every conversation, the likeliest spat first; taken once in a run."""

    def portions(self, numbers: Iterable[int]) -> Iterator[tuple[list[int], Portion]]:
        """Cut conversations into portions of some thousand tweets, in this order."""
