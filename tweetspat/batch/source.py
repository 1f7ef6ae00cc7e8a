"""What a batch is made from: conversations that can be read one by one, anywhere."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple, Protocol

from tweetspat.model import Account, Input, Spat
from tweetspat.problems import Problem
from tweetspat.summaries import Summary

__all__ = ["Entry", "Portion", "Source", "portions"]


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
    """Some conversations that one process reads; it can be pickled."""

    def spats(self) -> Iterator[Spat | Exception]:
        """Read them and put each together, in the order that they were asked for.

        One that cannot be put together stands there as the exception that it raised,
        so that it costs no other.

        Raises:
            OSError, UsageError: an input is gone, or has changed since the scan.
        """


class Source(Protocol):
    """The conversations of some inputs, the likeliest spat first.

    Attributes:
        in_memory: it holds all of them.  Then each portion is handed over: a process
            that went through them in this one's memory would copy it.
    """

    in_memory: bool
    inputs: Sequence[Input]
    problems: Sequence[Problem]
    unread: Sequence[Problem]
    skipped: int

    def entries(self) -> Iterator[Entry]:
        """Yield every conversation, the likeliest spat first; taken once in a run."""

    def portions(self, numbers: Iterable[int]) -> Iterator[list[int]]:
        """Cut conversations into portions of some thousand tweets, in this order."""

    def portion(self, numbers: Sequence[int]) -> Portion:
        """Return a portion of conversations, as `portions` cut it off."""

    def authors(self) -> set[Account]:
        """Return those whom tweets are by, and those who are replied to."""


def portions(
    numbers: Iterable[int], size: Callable[[int], int], tweets: int
) -> Iterator[list[int]]:
    """Cut conversations into portions of about so many tweets, in their order.

    Args:
        numbers: what they are called by.
        size: tells how many tweets one has.
        tweets: how many are enough.
    """
    those: list[int] = []
    held = 0
    for number in numbers:
        those.append(number)
        held += size(number)
        if held >= tweets:
            yield those
            those, held = [], 0
    if those:
        yield those
