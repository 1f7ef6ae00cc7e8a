"""What the options say of sides and links, read once for every command."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple, get_args

from tweetspat.cli.indexes import index_among
from tweetspat.cli.options import words
from tweetspat.cli.output import tell
from tweetspat.linking import STATED
from tweetspat.model import Basis, Heap, Side
from tweetspat.problems import NothingFound, Problem
from tweetspat.processes import cores
from tweetspat.reconstruction import Conversations, Infer, Join
from tweetspat.sides import Cast, side_option
from tweetspat.zones import zone_or_raise

if TYPE_CHECKING:
    from tweetspat.heap_index.indexed import IndexedHeap
    from tweetspat.scan import Reading, ScannedHeap

__all__ = [
    "Asked",
    "Source",
    "asked_for",
    "bytes_of",
    "conversations_of",
    "opened_heap",
    "reading_of",
    "stated_bases",
]


class Asked(NamedTuple):
    """Who is said to stand where, and which links are wanted.

    Attributes:
        infer, join: which links are to be inferred, and which join; None where
            nobody asked.
        without: the bases on which nothing is to be inferred.
    """

    sides: tuple[Side, ...] = ()
    cast: Cast = Cast()
    infer: Infer | None = None
    without: frozenset[Basis] = frozenset()
    join: Join | None = None

    @property
    def given(self) -> tuple[Side, ...]:
        """The sides of both, those of the command line first."""
        return (*self.sides, *self.cast.sides)


class Source(NamedTuple):
    """How inputs are read.

    Attributes:
        infer: which links are inferred where nobody asks.
        large: the bytes from which on they are scanned, not loaded.
        hashed: whether their hashes are told.
        jobs: how many processes scan; None for as many as there are processors.
    """

    infer: Infer
    large: int
    naive_zone: str | None = None
    hashed: bool = False
    jobs: int | None = None


def asked_for(
    infer: str | None,
    no_basis: list[str] | None,
    join: str | None,
    side: list[str] | None = None,
    cast: str | None = None,
) -> Asked:
    """Read what is said of links and sides.

    Raises:
        UsageError: a side or the cast cannot be read, or a word is not known.
    """
    sides = tuple(side_option(each) for each in side or ())
    told = Cast()
    if cast is not None:
        from tweetspat.interface import read_cast

        told = read_cast(cast)
    joined: Join = words(join or "auto", "auto", "all", "replies")
    wanted: Infer = words(infer or "off", "off", "safe", "wide")
    return Asked(
        sides,
        told,
        None if infer is None else wanted,
        frozenset(words(each, *get_args(Basis)) for each in no_basis or ()),
        None if join is None else joined,
    )


def opened_heap(
    inputs: list[str], asked: Asked, source: Source, *, quiet: bool
) -> (
    "tuple[Heap | ScannedHeap | IndexedHeap, Conversations | ScannedHeap | IndexedHeap]"
):
    """Load or scan inputs, link and cut them; tell what a reader should know.

    Small inputs are loaded, so that links are inferred across all of them.  Large
    ones are scanned: they are cut by what is stated, and links are inferred inside
    each conversation, unless `--infer` asks for more.  An index is as its scan was.

    Returns:
        What the inputs are, and their conversations.

    Raises:
        NothingFound: there is no tweet in it.
    """
    index = index_among(inputs)
    if index is not None:
        from tweetspat.heap_index import open_index

        kept = open_index(index, reading_of(asked, source), asked.join)
        _tell(kept, kept, asked, inputs, quiet=quiet)
        return kept, kept
    if asked.infer in {None, "off"} and bytes_of(inputs) >= source.large:
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


def stated_bases(asked: Asked) -> list[Problem]:
    """Return a problem where a basis is not wanted that is never inferred."""
    stated = sorted(STATED & asked.without)
    if not stated:
        return []
    what = f"--no-basis {' '.join(stated)}: such links are stated, and always shown"
    return [Problem("stated-basis", what)]
