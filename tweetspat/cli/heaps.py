"""Inputs -> a heap and its conversations: loaded, scanned, sought or indexed."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from tweetspat.cli.asked import Asked, stated_bases
from tweetspat.cli.output import tell
from tweetspat.heap_index import index_among
from tweetspat.model import Account, Case, Heap, Input, Spat, TweetId
from tweetspat.problems import NothingFound, Problem
from tweetspat.processes import cores
from tweetspat.reconstruction import Conversations, Infer
from tweetspat.selection import named_by
from tweetspat.sides import Cast
from tweetspat.summaries import Summary
from tweetspat.zones import zone_or_raise

if TYPE_CHECKING:
    from typing import TypeAlias

    from tweetspat.heap_index.indexed import IndexedHeap
    from tweetspat.scan import Reading, ScannedHeap

    AnyHeap: TypeAlias = "Heap | ScannedHeap | IndexedHeap | SoughtHeap"
    AnyConversations: TypeAlias = (
        "Conversations | ScannedHeap | IndexedHeap | SoughtHeap"
    )

__all__ = [
    "SoughtHeap",
    "Source",
    "authors_of",
    "bytes_of",
    "conversations_of",
    "opened_heap",
    "reading_of",
    "told",
]


class Source(NamedTuple):
    """How inputs are read.

    Attributes:
        infer: which links are inferred where nobody asks.
        large: the bytes from which on they are scanned, not loaded.
        hashed: whether their hashes are told.
        jobs: how many processes scan; None for as many as there are processors.
        thread: the status whose conversation alone is wanted, where nothing is told
            of the inputs as a whole.
    """

    infer: Infer
    large: int
    naive_zone: str | None = None
    hashed: bool = False
    jobs: int | None = None
    thread: str | None = None


class SoughtHeap(NamedTuple):
    """A heap of which one conversation was sought, and nothing else is known."""

    spat: Spat
    id: TweetId | None
    inputs: tuple[Input, ...] = ()
    problems: tuple[Problem, ...] = ()
    unread: tuple[Problem, ...] = ()
    cases: tuple[Case, ...] = ()
    skipped: int = 0
    tweets: int = 1

    def holding(self, _: TweetId) -> tuple[Spat, TweetId | None]:
        """Return the spat that was sought, and the tweet that stands for the status."""
        return self.spat, self.id

    def spats(self) -> Iterator[Spat]:
        """Yield the spat that was sought."""
        yield self.spat

    def summaries(self, _: int = 0) -> Iterator[Summary]:
        """Yield none: the others are not known."""
        return iter(())


def opened_heap(
    inputs: list[str], asked: Asked, source: Source, *, quiet: bool
) -> "tuple[AnyHeap, AnyConversations]":
    """Load or scan inputs, link and cut them; tell what a reader should know.

    Small inputs are loaded, so that links are inferred across all of them.  Large
    ones are scanned: they are cut by what is stated, and links are inferred inside
    each conversation, unless `--infer` asks for more.  An index is as its scan was.

    Returns:
        What the inputs are, and their conversations.

    Raises:
        NothingFound: there is no tweet in it.
    """
    index = index_among(inputs, asked.infer)
    if index is not None:
        from tweetspat.heap_index import open_index

        kept = open_index(index, reading_of(asked, source), asked.join)
        _tell(kept, kept, asked, inputs, quiet=quiet)
        return kept, kept
    if asked.infer in {None, "off"} and bytes_of(inputs) >= source.large:
        sought = _sought(inputs, asked, source)
        if sought is not None:
            return sought, sought
        from tweetspat.scan import scan
        from tweetspat.scan.spools import folder

        scanned = scan(
            inputs,
            folder(),
            reading_of(asked, source),
            join=asked.join or "auto",
            jobs=source.jobs or cores(),
            hashed=source.hashed,
        )
        _tell(scanned, scanned, asked, inputs, quiet=quiet)
        return scanned, scanned
    from tweetspat.interface import load

    heap = load(inputs, naive_zone=source.naive_zone, hashed=source.hashed)
    return heap, conversations_of(heap, asked, inputs, quiet=quiet, infer=source.infer)


def _sought(inputs: list[str], asked: Asked, source: Source) -> SoughtHeap | None:
    """Return the conversation that is asked for, found by raw search, or None.

    What is told of inputs as a whole, and of accounts that nobody is, takes a scan.
    """
    if source.thread is None or source.hashed or asked.given or asked.cast != Cast():
        return None
    from tweetspat.scan.seeking import seek

    word = source.thread
    status = TweetId(word) if word.isdigit() else named_by(word)
    found = seek(inputs, status, reading_of(asked, source), join=asked.join or "auto")
    return None if found is None else SoughtHeap(found.spat, found.id)


def told(
    found: "AnyConversations",
    tell: Callable[[Iterable[Summary]], Iterable[str]],
    jobs: int | None,
) -> Iterable[str]:
    """Return what is told of conversations, the likeliest first.

    Args:
        found: the conversations.
        tell: tells of summaries; it is called with some of them at a time where
            processes share the work, as they do where inputs were scanned.
        jobs: how many processes; None for as many as there are processors.
    """
    if not isinstance(found, Conversations | SoughtHeap):
        from tweetspat.heap_index.indexed import IndexedHeap

        if not isinstance(found, IndexedHeap):
            return found.told(tell, jobs or cores())
    return tell(found.summaries())


def authors_of(found: "AnyConversations") -> set[Account]:
    """Return those whom tweets are by, and those who are replied to."""
    if isinstance(found, Conversations):
        return found.authors()
    if isinstance(found, SoughtHeap):  # of which the others are not known
        return {t.tweet.author for t in found.spat.turns if t.tweet.author}
    from tweetspat.batch.scanned import authors_of as authors

    return authors(found)


def reading_of(asked: Asked, source: Source) -> "Reading":
    """Return how the conversations of a scan are read."""
    from tweetspat.scan import Reading

    naive = zone_or_raise(source.naive_zone).rules if source.naive_zone else None
    return Reading(
        naive, asked.sides, asked.cast, asked.infer or source.infer, asked.without
    )


def bytes_of(inputs: Sequence[str]) -> int:
    """Return how many bytes inputs have that are files or folders of files."""
    from tweetspat.readers.files import Listed, listed

    paths = [each.path for each in listed([*inputs]) if isinstance(each, Listed)]
    return sum(os.path.getsize(path) for path in paths if os.path.isfile(path))


def conversations_of(
    heap: Heap,
    asked: Asked,
    inputs: Sequence[str],
    *,
    quiet: bool,
    infer: Infer = "safe",
) -> Conversations:
    """Link and cut a heap as asked; tell on stderr what a reader should know.

    Raises:
        NothingFound: there is no tweet in it.
    """
    found = Conversations(
        heap,
        sides=asked.sides,
        cast=asked.cast,
        infer=asked.infer or infer,
        without=asked.without,
        join=asked.join or "auto",
    )
    _tell(heap, found, asked, inputs, quiet=quiet)
    return found


def _tell(
    heap: "Heap | ScannedHeap | IndexedHeap",
    found: "Conversations | ScannedHeap | IndexedHeap",
    asked: Asked,
    inputs: Sequence[str],
    *,
    quiet: bool,
) -> None:
    problems = [*heap.unread, *heap.problems]
    if heap.tweets:
        problems = [*found.unknown_accounts(), *stated_bases(asked), *problems]
    if not quiet:
        tell(problems)
    if not heap.tweets:
        raise NothingFound(f"{inputs[0]}: there is no tweet in it")
