"""Readers: bytes -> Tweet | Case | Problem, one file an input shape.

Every record is recognised by its own keys, whatever the file is called and
whatever stands beside it.
"""

from collections.abc import Collection, Iterable
from datetime import tzinfo

from tweetspat.merge import Merging
from tweetspat.model import Heap
from tweetspat.problems import Problem
from tweetspat.readers.files import opened
from tweetspat.readers.gathering import SKIPPING, Gathered, take
from tweetspat.readers.reading import TYPED_FROM, read
from tweetspat.readers.recognition import READERS, Found, Reader, reader, shapes

__all__ = [
    "READERS",
    "SKIPPING",
    "TYPED_FROM",
    "Found",
    "Reader",
    "load",
    "reader",
    "shapes",
]


def load(
    paths: Iterable[str],
    *,
    naive: tzinfo | None = None,
    hashed: bool = False,
    left_out: Collection[str] = (),
) -> Heap:
    """Read inputs into one heap, one tweet a status id.

    Args:
        paths: files, folders, or "-" for standard input.
        naive: the zone of stamps that have none; None refuses such stamps.
        hashed: also take the SHA-256 of every input.
        left_out: real paths of files that no folder gives.

    Returns:
        The heap; what could not be read stands in its `problems` and `unread`.

    Raises:
        NothingReadable: not one input could be read.

    Cost:
        O(bytes); inputs beyond 2 MB of one object a line are streamed.
    """
    gathered, merging = Gathered(), Merging()
    for source in opened(list(paths), hashed=hashed, left_out=left_out):
        if isinstance(source, Problem):
            gathered.unread.append(source)
        else:
            gathered.add(take(source, read(source, naive), merging))
    gathered.refuse_nothing()
    merged = merging.merged()
    told = (
        *gathered.problems,
        *gathered.of_copies(merged.tweets),
        *gathered.passed_over(),
        *merged.problems,
    )
    return Heap(
        inputs=tuple(gathered.inputs),
        tweets=merged.tweets,
        cases=tuple(gathered.cases),
        problems=tuple(dict.fromkeys(told)),
        unread=tuple(gathered.unread),
        skipped=gathered.skipped,
        notices=merged.notices,
        versions=merged.versions,
    )
