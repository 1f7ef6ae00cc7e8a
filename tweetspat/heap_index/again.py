"""The conversations of an index cut or ranked in another way than it holds them."""

import os
from collections.abc import Mapping

from tweetspat.conversations import Join
from tweetspat.heap_index.about import About
from tweetspat.heap_index.kept import join as join_scan
from tweetspat.heap_index.kept import kept_scan
from tweetspat.heap_index.opened import File
from tweetspat.heap_index.sources import bytes_of
from tweetspat.problems import Problem
from tweetspat.scan import ScannedHeap
from tweetspat.scan.excerpts import Reading
from tweetspat.scan.graph import Graph
from tweetspat.scan.scanning import Scan
from tweetspat.scan.vectors import able

__all__ = ["cut_again"]


def cut_again(
    file: File,
    told: About,
    located: Mapping[int, str],
    reading: Reading,
    join: Join,
    folder: str,
) -> ScannedHeap:
    """Join what an index keeps of the scan of its inputs, and cut it.

    Args:
        file: the index.
        told: what it tells of itself.
        located: by number of the input where it is.
        reading: how conversations are read and ranked.
        join: which primary parents join.
        folder: where to put what was spooled; it has to stay while conversations
            are read.

    Cost:
        O(n log n), no input is read; half of what a scan costs.
    """
    scan = Scan()
    for number, source in enumerate(told.sources):
        if source.kept is None:
            raise file.damaged()
        spool = os.path.join(folder, f"kept-{number}")
        one = kept_scan(file, source.kept, located.get(number, source.name), spool)
        join_scan(scan, one, number)
    known: tuple[Problem, ...] = told.unread
    scan.gathered.unread[:] = known
    scan.vectors = able(bytes_of(told.sources))
    return ScannedHeap(Graph(scan, reading), join, reading)
