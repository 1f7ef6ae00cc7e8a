"""Which files a batch reads, and through which source."""

import os
from collections.abc import Collection, Iterator, Sequence

from tweetspat.batch.source import Source
from tweetspat.batch.wanted import Reading
from tweetspat.processes import cores
from tweetspat.zones import zone_or_raise

__all__ = ["source_of"]


def source_of(
    paths: Sequence[str],
    reading: Reading,
    left_out: Collection[str] = (),
    *,
    jobs: int | None = None,
) -> Source:
    """Return the conversations of some inputs.

    Args:
        paths: files, folders, or "-" for standard input.
        reading: how to read, link and cut.
        left_out: real paths of files that are outputs, and no inputs, wherever a
            folder holds them.
        jobs: how many processes scan; None for as many as there are processors.

    Raises:
        NothingReadable: not one input could be read.
        UsageError: the zone is not known.
    """
    given = [*_without(paths, left_out)]
    if reading.infer in {"safe", "wide"}:
        from tweetspat.batch.loaded import read_whole

        return read_whole(given, reading)
    from tweetspat import scan
    from tweetspat.batch.scanned import ScannedSource
    from tweetspat.scan.spools import folder

    naive = zone_or_raise(reading.naive_zone).rules if reading.naive_zone else None
    names, zones = dict(reading.cast.names), dict(reading.cast.zones)
    cast = reading.cast._replace(names=names, zones=zones)  # which can be pickled
    how = scan.Reading(
        naive, reading.sides, cast, reading.infer or "safe", reading.without
    )
    heap = scan.scan(
        given, folder(), how, join=reading.join, jobs=jobs or cores(), hashed=True
    )
    return ScannedSource(heap)


def _without(paths: Sequence[str], left_out: Collection[str]) -> Iterator[str]:
    """Yield inputs; a folder that holds outputs as its files, without those."""
    for path in paths:
        real = os.path.join(os.path.realpath(path), "")
        if os.path.isdir(path) and any(each.startswith(real) for each in left_out):
            for relative in _files(path):
                if real + relative not in left_out:
                    yield os.path.join(path, relative)
        else:
            yield path


def _files(path: str) -> Iterator[str]:
    """Yield the files below a folder as the readers do, hidden ones left out."""
    for folder, folders, files in os.walk(path):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(files):
            if not name.startswith("."):
                yield os.path.relpath(os.path.join(folder, name), path)
