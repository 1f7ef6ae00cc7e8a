"""A source of those conversations in which something is selected, and of that part."""

from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from typing import NamedTuple

from tweetspat.batch.source import Entry, Portion, Source
from tweetspat.model import Account, Input, Spat
from tweetspat.problems import Problem
from tweetspat.processes import made_ready
from tweetspat.selection import Selection, met, selected

__all__ = ["SelectedSource"]


class _Selected(NamedTuple):
    """What is selected of some conversations."""

    portion: Portion
    asked: Selection

    def spats(self) -> Iterator[Spat | Exception]:
        """Read them and select, in their order; nothing selected is an exception."""
        for spat in self.portion.spats():
            yield _part(spat, self.asked) or LookupError("nothing of it is selected")


class SelectedSource:
    """The conversations of a source in which something is selected.

    Each is read once to know whether it is one, and once more when it is drawn.
    """

    def __init__(self, source: Source, asked: Selection, jobs: int = 1) -> None:
        """Tell who of those that are named is not there.

        Args:
            source: all conversations.
            asked: what is asked for.
            jobs: how many processes read them.

        Raises:
            NothingFound: no tweet is by those who are asked for.
        """
        self.asked, unknown = met(asked, source.authors() if asked.accounts else ())
        self._source, self._jobs = source, 1 if source.in_memory else jobs
        self.in_memory = source.in_memory
        self.inputs: Sequence[Input] = source.inputs
        self.problems: Sequence[Problem] = (*unknown, *source.problems)
        self.unread: Sequence[Problem] = source.unread
        self.skipped = source.skipped

    def entries(self) -> Iterator[Entry]:
        """Yield those in which something is selected; their figures are the whole's.

        Cost:
            Reads every conversation, some thousand tweets at a time.
        """
        waiting: dict[int, Entry] = {}

        def numbers() -> Iterator[int]:
            for entry in self._source.entries():
                waiting[entry.number] = entry
                yield entry.number

        some: deque[list[int]] = deque()
        tasks = _noted(self._source.portions(numbers()), some)
        work = partial(_holding, asked=self.asked)
        holding = made_ready(work, self._source.portion, tasks, self._jobs)
        for found in holding:
            those = some.popleft()
            entries = [waiting.pop(number) for number in those]
            for entry, held in zip(entries, found, strict=True):
                if held:
                    yield entry

    def portions(self, numbers: Iterable[int]) -> Iterator[list[int]]:
        """Cut conversations into portions of some thousand tweets, in this order."""
        return self._source.portions(numbers)

    def portion(self, numbers: Sequence[int]) -> _Selected:
        """Return what is selected of a portion of conversations."""
        return _Selected(self._source.portion(numbers), self.asked)

    def authors(self) -> set[Account]:
        """Return those whom tweets are by, selected or not."""
        return self._source.authors()


def _noted(
    portions: Iterable[list[int]], those: deque[list[int]]
) -> Iterator[list[int]]:
    """Yield portions, and note in their order which were taken."""
    for each in portions:
        those.append(each)
        yield each


def _holding(portion: Portion, asked: Selection) -> list[bool]:
    """Tell of each conversation of a portion whether something is selected.

    One that cannot be put together is held to be, so that it is told of.
    """
    return [_part(spat, asked) is not None for spat in portion.spats()]


def _part(spat: Spat | Exception, asked: Selection) -> Spat | Exception | None:
    return spat if isinstance(spat, Exception) else selected(spat, asked)
