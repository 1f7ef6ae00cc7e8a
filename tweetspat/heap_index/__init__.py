"""A heap on disk: scanned once, its conversations looked up one by one.

An index keeps the columns of a scan, so that inputs can be added without reading the
others again; what of them cannot be read from its middle; and, of each conversation,
its line in a list and where its records lie.  Records of files of lines stay in
these, and are read from there: the index says so where such a file has changed.

Whatever it holds may be anybody's: nothing in it is executed, and no file is read that
is not called what the index says.
"""

from typing import TYPE_CHECKING

from tweetspat.heap_index.beginning import is_index
from tweetspat.problems import UsageError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tweetspat.conversations import Join
    from tweetspat.heap_index.indexed import IndexedHeap
    from tweetspat.heap_index.writing import Telling, Written
    from tweetspat.linking import Infer
    from tweetspat.scan import ScannedHeap
    from tweetspat.scan.excerpts import Reading

__all__ = ["index_among", "is_index", "open_index", "write_index"]


def index_among(inputs: "Sequence[str]", infer: "Infer | None" = None) -> str | None:
    """Return the index that is the input, or None where it is none.

    Args:
        inputs: what the user named.
        infer: which inferred links are asked for across conversations, if any.

    Raises:
        UsageError: it stands among others, or holds less than is asked for.
    """
    found = [each for each in inputs if is_index(each)]
    if found and len(inputs) > 1:
        raise UsageError(
            f"{found[0]}: an index is an input by itself; to add to it: tweetspat "
            f"index INPUT... -o {found[0]}"
        )
    if found and infer in {"safe", "wide"}:
        raise UsageError(
            f"{found[0]}: an index is cut by what is stated; leave --infer {infer} "
            "away, or name the files that it was made of"
        )
    return found[0] if found else None


def open_index(
    path: str, reading: "Reading | None" = None, join: "Join | None" = None
) -> "IndexedHeap | ScannedHeap":
    """Open an index.

    Args:
        path: its path.
        reading: how conversations are read.  Sides and a cast change who is one
            voice, and so the ranks: the conversations are then ranked again.
        join: which primary parents join; None as the index was written.  Where it is
            another, the conversations are cut again.

    Returns:
        The conversations; an `IndexedHeap`, which reads what it is asked for, or
        where they are cut or ranked again a `ScannedHeap`.

    Raises:
        NothingReadable: it is damaged, of another version, or an input is gone or
            has changed since.
        UsageError: stamps without zone are to be read in another zone than the
            index was written with.

    Cost:
        O(inputs), or where it is cut again O(n log n) in all tweets.
    """
    from tweetspat.heap_index.indexed import IndexedHeap
    from tweetspat.scan.excerpts import Reading

    reading = reading or Reading()
    heap = IndexedHeap(path, reading)
    if reading.naive is not None and str(reading.naive) != str(heap.reading.naive):
        raise UsageError(
            f"{path}: its stamps without zone are those of {heap.reading.naive}; index "
            "the inputs again to read them in another zone"
        )
    same_ranks = not reading.sides and reading.cast == Reading().cast
    if same_ranks and join in {None, heap.join}:
        return heap
    return heap.cut_again(join or heap.join)


def write_index(
    paths: "list[str]",
    output: str,
    naive_zone: str | None = None,
    join: "Join | None" = None,
    jobs: int = 1,
    told: "Telling | None" = None,
) -> "Written":
    """Write an index; see `writing.write_index`."""
    from tweetspat.heap_index import writing

    return writing.write_index(
        paths, output, naive_zone, join, jobs, told or writing.Telling()
    )
