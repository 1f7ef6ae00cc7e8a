"""Each input scanned, or taken from an earlier index where it has not changed."""

import os
from collections.abc import Iterator, Sequence
from datetime import tzinfo
from itertools import islice
from typing import NamedTuple

from tweetspat.heap_index.kept import Scanned, kept_scan
from tweetspat.heap_index.opened import File
from tweetspat.heap_index.sources import Source, digest, state_of
from tweetspat.problems import NothingReadable
from tweetspat.processes import in_order
from tweetspat.readers.gathering import Taken
from tweetspat.scan import stretches as cutting
from tweetspat.scan.records import close_files
from tweetspat.scan.scanning import Scan, take, work
from tweetspat.scan.stretches import Broken, Stretch, begin
from tweetspat.scan.stretches import File as Whole
from tweetspat.scan.stretches import Scanned as Found
from tweetspat.scan.vectors import able

__all__ = ["scanned"]


_WORTH = 8 << 20
"""Bytes from which on a second process pays."""


class _Digest(NamedTuple):
    """A file to be hashed."""

    path: str


_Task = _Digest | Stretch | Whole


def _do(task: _Task) -> str | list[Found] | Broken | None:
    return digest(task.path) if isinstance(task, _Digest) else work(task)


def scanned(
    sources: Sequence[Source],
    earlier: File | None,
    folder: str,
    naive: tzinfo | None,
    jobs: int,
) -> Iterator[tuple[Source, Scanned]]:
    """Yield each input, with its hash, and its scan, in their order.

    Args:
        sources: the inputs; those whose scan is kept are not scanned again.
        earlier: the index that keeps them.
        folder: where to spool what cannot be read from its middle.
        naive: the zone of stamps that have none.
        jobs: how many processes; small inputs are scanned in this one.

    Raises:
        NothingReadable: an input changed while it was read.
        Damaged: the earlier index is damaged.
    """
    close_files()
    tasks = {
        number: [*_tasks(number, source, folder, naive)]
        for number, source in enumerate(sources)
        if not (earlier and source.kept)
    }
    size = sum(
        source.state.size
        for number, source in enumerate(sources)
        if source.state and number in tasks
    )
    begin(vectors=able(size))
    every = (task for those in tasks.values() for task in those)
    results = in_order(_do, every, jobs if size > _WORTH else 1)
    before = Scan()
    for number, source in enumerate(sources):
        if earlier and source.kept:
            path = os.fsdecode(source.whole)
            spool = os.path.join(folder, f"kept-{number}")
            yield source, kept_scan(earlier, source.kept, path, spool)
            continue
        its = tasks[number]
        yield _one(source, its, islice(results, len(its)), before)


def _tasks(
    number: int, source: Source, folder: str, naive: tzinfo | None
) -> Iterator[_Task]:
    """Yield what there is to do for an input."""
    path = os.fsdecode(source.path)
    spool = os.path.join(folder, f"input-{number}")
    if source.state:
        yield _Digest(path)
    cuts = [*_cuts(path, source.state.size)] if source.state else []
    for at, (start, end) in enumerate(cuts):
        yield Stretch(0, path, source.name, start, end, naive, f"{spool}-{at}")
    if not cuts:
        yield Whole(0, path, source.found, naive, spool, source.piped)


def _cuts(path: str, size: int) -> Iterator[tuple[int, int]]:
    """Yield the stretches of a file of lines; none of what cannot be opened."""
    if os.access(path, os.R_OK):
        yield from cutting.stretches(path, size)


def _one(
    source: Source,
    tasks: Sequence[_Task],
    results: Iterator[str | list[Found] | Broken | None],
    before: Scan,
) -> tuple[Source, Scanned]:
    """Return an input and its scan from what its tasks gave."""
    path = os.fsdecode(source.path)
    if isinstance(tasks[0], _Digest):
        sha256 = next(results)
        source = source._replace(sha256=sha256 if isinstance(sha256, str) else None)
    scan = _scan(source, before)
    told: list[list[Taken]] = [[]]
    if take(scan, told, (each for each in results if isinstance(each, list | Broken))):
        scan, told = _scan(source, before), [[]]
        last = next(task for task in tasks if isinstance(task, Stretch))
        whole = Whole(0, path, source.found, last.naive, f"{last.spool}-whole")
        take(scan, told, [work(whole)])
    if source.state != (None if source.piped else state_of(path)):
        raise NothingReadable(f"{source.name}: it changed while it was read; run again")
    return source, Scanned(scan, [_hashed(each, source) for each in told[0]], path)


def _scan(source: Source, before: Scan) -> Scan:
    scan = Scan(before)
    scan.names.append(source.name)
    return scan


def _hashed(taken: Taken, source: Source) -> Taken:
    """Return what an input gave, with its hash."""
    if taken.input is None or source.sha256 is None:
        return taken
    return taken._replace(input=taken.input._replace(sha256=source.sha256))
