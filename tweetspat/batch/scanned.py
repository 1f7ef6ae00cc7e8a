"""A source that holds only where things lie: a heap that is scanned."""

import sys
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tweetspat.batch.source import Entry, portions
from tweetspat.model import Account, Input, Spat
from tweetspat.problems import NothingReadable, Problem
from tweetspat.scan import Excerpt, ScannedHeap
from tweetspat.scan.rows import NOBODY

if TYPE_CHECKING:
    from tweetspat.heap_index.indexed import IndexedExcerpt, IndexedHeap

__all__ = ["ScannedSource", "authors_of"]

_PORTION = 500
"""Tweets that one process gets at a time: enough to share what each portion costs,
few enough to stay in the processor's cache."""


class _Portion(NamedTuple):
    """Conversations that are read where they lie."""

    excerpt: "Excerpt | IndexedExcerpt"

    def spats(self) -> Iterator[Spat | Exception]:
        """Read them; where they cannot be read together, each by itself."""
        try:
            found: list[Spat | Exception] = [*self.excerpt.spats()]
        except NothingReadable:
            raise
        except Exception as error:  # noqa: BLE001 - what is odd in one costs no other
            if len(self.excerpt.parts) == 1:
                yield error
                return
            for each in self.excerpt.single():
                yield from _Portion(each).spats()
            return
        yield from found


class ScannedSource:
    """The conversations of a scanned heap."""

    in_memory = False

    def __init__(self, heap: "ScannedHeap | IndexedHeap") -> None:
        self._heap = heap
        self.inputs: Sequence[Input] = heap.inputs
        unknown = heap.unknown_accounts() if heap.tweets else []
        self.problems: Sequence[Problem] = (*unknown, *heap.problems)
        self.unread: Sequence[Problem] = heap.unread
        self.skipped = heap.skipped

    def entries(self) -> Iterator[Entry]:
        """Yield every conversation, the likeliest spat first."""
        heap = self._heap
        numbers: dict[str, list[int]] = {}
        inputs: dict[tuple[str, ...], tuple[int, ...]] = {}
        for number, each in enumerate(heap.inputs):
            numbers.setdefault(each.file, []).append(number)
        for number, summary in zip(heap.ranked, heap.summaries(), strict=True):
            files, mark = heap.standing(number)
            if files not in inputs:
                those = (n for file in files for n in numbers.get(file, ()))
                inputs[files] = tuple(sorted(those))
            yield Entry(number, summary, heap.size(number), inputs[files], mark)

    def portions(self, numbers: Iterable[int]) -> Iterator[list[int]]:
        """Cut conversations into portions of some hundred tweets, in this order."""
        return portions(numbers, self._heap.size, _PORTION)

    def portion(self, numbers: Sequence[int]) -> _Portion:
        """Return where a portion of conversations lies."""
        ((_, excerpt),) = self._heap.excerpts(numbers, sys.maxsize)
        return _Portion(excerpt)

    def authors(self) -> set[Account]:
        """Return those whom tweets are by, and those who are replied to."""
        return authors_of(self._heap)


def authors_of(heap: "ScannedHeap | IndexedHeap") -> set[Account]:
    """Return those whom tweets are by, and those who are replied to.

    As `reconstruction.Conversations.authors` does.

    Cost:
        O(n) in the tweets; of an index also to take out its columns.
    """
    if not isinstance(heap, ScannedHeap):
        heap = heap.cut_again(heap.join)
    graph = heap.graph
    keys = graph.scan.authors.keys
    senders = {keys[number] for number in {*graph.sender} if number != NOBODY}
    found = {Account(handle, None, id_) for id_, handle in senders}
    return found | {Account(handle) for _, handle in keys}
