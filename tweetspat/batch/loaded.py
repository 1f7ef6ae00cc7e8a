"""A source that holds everything: a heap, loaded, linked and cut.

What is inferred from a whole heap needs the whole heap.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import NamedTuple

from tweetspat.batch.source import Entry, portions
from tweetspat.batch.wanted import Reading
from tweetspat.model import Account, Heap, Input, Spat
from tweetspat.problems import Problem
from tweetspat.readers import load
from tweetspat.reconstruction import Conversations
from tweetspat.zones import zone_or_raise

__all__ = ["LoadedSource", "read_whole"]

_PORTION = 1_000
"""Tweets that one process gets at a time."""


class _Held(NamedTuple):
    """Conversations that are there already."""

    those: list[Spat | Exception]

    def spats(self) -> Iterator[Spat | Exception]:
        return iter(self.those)


class LoadedSource:
    """The conversations of a heap, every one of them put together."""

    in_memory = True

    def __init__(self, heap: Heap, reading: Reading) -> None:
        """Link and cut.

        Cost:
            O(n log n) in the number of tweets, and all of them in memory.
        """
        found = Conversations(
            heap,
            sides=reading.sides,
            cast=reading.cast,
            infer=reading.infer or "off",
            without=reading.without,
            join=reading.join or "auto",
        )
        self.inputs: Sequence[Input] = heap.inputs
        unknown = found.unknown_accounts() if heap.tweets else []
        self.problems: Sequence[Problem] = (*unknown, *heap.problems)
        self.unread: Sequence[Problem] = heap.unread
        self.skipped = heap.skipped
        self._summaries = found.summaries()
        self._authors = found.authors
        self._spats = [*_each(found, len(found))]
        self._standing: dict[str, list[int]] = {}
        for number, each in enumerate(heap.inputs):
            self._standing.setdefault(each.file, []).append(number)

    def entries(self) -> Iterator[Entry]:
        """Yield every conversation, the likeliest spat first; taken once in a run."""
        for number, summary in enumerate(self._summaries):
            spat = self._spats[number]
            if isinstance(spat, Exception):
                yield Entry(number, summary, summary.tweets, (), "")
            else:
                inputs = self._inputs_of(spat)
                yield Entry(number, summary, len(spat.turns), inputs, _mark(spat))

    def portions(self, numbers: Iterable[int]) -> Iterator[list[int]]:
        """Cut conversations into portions of about a thousand tweets, in this order."""
        return portions(numbers, self._size, _PORTION)

    def portion(self, numbers: Sequence[int]) -> _Held:
        """Return a portion of conversations."""
        return _Held([self._spats[each] for each in numbers])

    def authors(self) -> set[Account]:
        """Return those whom tweets are by, and those who are replied to."""
        return self._authors()

    def _size(self, number: int) -> int:
        spat = self._spats[number]
        return 1 if isinstance(spat, Exception) else len(spat.turns)

    def _inputs_of(self, spat: Spat) -> tuple[int, ...]:
        """Return the numbers of the inputs that its records and copies stand in."""
        files = {turn.tweet.place.file for turn in spat.turns}
        files |= {copy.place.file for turn in spat.turns for copy in turn.tweet.copies}
        standing = self._standing
        return tuple(sorted(n for file in files for n in standing.get(file, ())))


def _each(found: Conversations, count: int) -> Iterator[Spat | Exception]:
    spats = found.spats()
    for _ in range(count):
        try:
            yield next(spats)
        except Exception as error:  # noqa: BLE001 - what is odd in one costs no other
            yield error


def _mark(spat: Spat) -> str:
    """Return the hash of all that is known of a conversation.

    By its `repr`, which is the same for the same values; a pickle need not be.
    """
    from hashlib import sha256

    return sha256(repr(spat).encode("utf-8", "surrogatepass")).hexdigest()


def read_whole(
    paths: Sequence[str], reading: Reading, left_out: Collection[str] = ()
) -> LoadedSource:
    """Load inputs, hashed, and return their conversations.

    Args:
        paths: files, folders, or "-" for standard input.
        reading: how to read, link and cut.
        left_out: real paths of files that no folder gives.

    Raises:
        NothingReadable: not one input could be read.
        UsageError: the zone is not known.
    """
    naive = zone_or_raise(reading.naive_zone).rules if reading.naive_zone else None
    heap = load(paths, naive=naive, hashed=True, left_out=left_out)
    return LoadedSource(heap, reading)
