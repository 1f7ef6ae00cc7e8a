"""A source that holds only where things lie: a heap that is scanned."""

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tweetspat.batch.source import Entry
from tweetspat.model import Input, Spat
from tweetspat.problems import NothingReadable, Problem
from tweetspat.scan import Excerpt, ScannedHeap

if TYPE_CHECKING:
    from tweetspat.heap_index.indexed import IndexedExcerpt, IndexedHeap

__all__ = ["ScannedSource"]


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
        for number, each in enumerate(heap.inputs):
            numbers.setdefault(each.file, []).append(number)
        for number in heap.ranked:
            files, mark = heap.standing(number)
            inputs = sorted(n for file in files for n in numbers.get(file, ()))
            summary = heap.summary(number)
            yield Entry(number, summary, heap.size(number), tuple(inputs), mark)

    def portions(self, numbers: Iterable[int]) -> Iterator[tuple[list[int], _Portion]]:
        """Cut conversations into portions of some thousand tweets, in this order."""
        for those, excerpt in self._heap.excerpts(numbers):
            yield those, _Portion(excerpt)
