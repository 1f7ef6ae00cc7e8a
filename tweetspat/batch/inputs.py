"""Which files a batch reads, and through which source."""

from collections.abc import Collection, Sequence

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
        UsageError: the zone is not known, or an index stands among other inputs.
    """
    from tweetspat import scan
    from tweetspat.batch.scanned import ScannedSource
    from tweetspat.heap_index import index_among, open_index
    from tweetspat.scan.spools import folder

    index = index_among(paths, reading.infer)
    if index is None and reading.infer in {"safe", "wide"}:
        from tweetspat.batch.loaded import read_whole

        return read_whole(paths, reading, left_out)
    naive = zone_or_raise(reading.naive_zone).rules if reading.naive_zone else None
    names, zones = dict(reading.cast.names), dict(reading.cast.zones)
    cast = reading.cast._replace(names=names, zones=zones)  # which can be pickled
    how = scan.Reading(
        naive, reading.sides, cast, reading.infer or "safe", reading.without
    )
    if index is not None:
        return ScannedSource(open_index(index, how, reading.join))
    heap = scan.scan(
        paths,
        folder(),
        how,
        join=reading.join or "auto",
        jobs=jobs or cores(),
        hashed=True,
        left_out=left_out,
    )
    return ScannedSource(heap)
