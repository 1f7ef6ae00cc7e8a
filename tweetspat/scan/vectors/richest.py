"""The richest copy of each tweet, as `copies.Copies` finds it."""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from tweetspat.scan.nodes import NONE, Nodes
from tweetspat.scan.rows import (
    CUT,
    INCLUDED,
    KEPT,
    LOST_WORDS,
    NESTED,
    REPEATS,
    Part,
    Rows,
)

__all__ = ["Richest", "richest", "taken"]

_RANK = CUT | LOST_WORDS | NESTED

_AT_ONCE = 1 << 16
"""Rows that are compared at a time: some sixty bytes each."""


class Richest(NamedTuple):
    """What the columns tell of copies.

    Attributes:
        best: by node the row of its richest copy; NONE for one that is not there.
        doubtful: the nodes of which how long their words are decides, so that their
            best is not told yet; of each whether its copies tell the same but for
            them.
        repeated: by file how many of its records repeat others, of the other nodes.
    """

    best: "array[int]"
    doubtful: list[tuple[int, bool]]
    repeated: Counter[str]


def richest(rows: Rows, nodes: Nodes, parts: Sequence[Part]) -> Richest:
    """Return the richest copy of each tweet whose copies tell the same.

    Cost:
        O(n), and O(n log n) in the tweets that have copies.
    """
    best = array("i", nodes.first)
    first, of = np.asarray(nodes.first), np.asarray(nodes.of)
    copied = np.zeros(len(first), bool)
    copied[of[np.asarray(nodes.copy) != NONE]] = True
    among = np.flatnonzero(copied[of]).astype(np.int32)
    found = Richest(best, [], Counter())
    for some in _portions(among[np.argsort(of[among])], of):
        _rank(found, some, rows, nodes, parts)
    return found


def _portions(among: NDArray[Any], of: NDArray[Any]) -> Iterator[NDArray[Any]]:
    """Yield rows in portions, those of one node together, as they are given."""
    start = 0
    while start < len(among):
        end = start + _AT_ONCE
        while end < len(among) and of[among[end]] == of[among[end - 1]]:
            end += 1
        yield among[start:end]
        start = end


def _rank(
    found: Richest,
    among: NDArray[Any],
    rows: Rows,
    nodes: Nodes,
    parts: Sequence[Part],
) -> None:
    """Tell the richest copies of some nodes.

    Args:
        found: where it is told.
        among: all rows of each of the nodes.
        rows: all of them.
        nodes: the nodes of all.
        parts: as `richest` has them.
    """
    of = np.asarray(nodes.of)
    among = among[_by_riches(among, of, rows, parts)]
    node = of[among]
    heads = np.flatnonzero(np.concatenate(([True], node[1:] != node[:-1])))
    np.asarray(found.best)[node[heads]] = among[heads]
    same = _same(rows, nodes, among, heads)
    alike = same & _alike(rows, among, heads)
    flags = np.asarray(rows.flags)[among]
    others = np.repeat(alike, np.diff(heads, append=len(among)))
    others[heads] = False
    others &= (flags & (NESTED | INCLUDED)) == 0
    counts = np.bincount(_part(among[others], parts), minlength=len(parts))
    for part, count in zip(parts, counts.tolist(), strict=True):
        if count:
            found.repeated[part.file] += count
    doubtful = zip(node[heads][~alike].tolist(), same[~alike].tolist(), strict=True)
    found.doubtful.extend(doubtful)


def _part(rows: NDArray[Any], parts: Sequence[Part]) -> NDArray[Any]:
    """Return the number of the part that each row is of."""
    firsts = np.array([part.first for part in parts])
    return np.searchsorted(firsts, rows, side="right") - 1


def _by_riches(
    among: NDArray[Any], of: NDArray[Any], rows: Rows, parts: Sequence[Part]
) -> NDArray[Any]:
    """Return the order of rows: those of one node together, the richest first."""
    names = sorted({part.file for part in parts})
    numbers = {name: number for number, name in enumerate(names)}
    files = np.array([numbers[part.file] for part in parts], np.int32)
    lines = np.array([part.line for part in parts], np.int64)
    part = _part(among, parts)
    flags = np.asarray(rows.flags)[among]
    return np.lexsort(
        (
            flags & INCLUDED,
            lines[part] + np.asarray(rows.line)[among],
            files[part],
            flags & _RANK,
            of[among],
        )
    )


def _same(
    rows: Rows, nodes: Nodes, among: NDArray[Any], heads: NDArray[Any]
) -> NDArray[Any]:
    """Tell for each node whether all its copies tell the same."""
    sizes = np.diff(heads, append=len(among))
    same = np.ones(len(among), bool)
    for column in (rows.author, rows.sent, nodes.reply, nodes.across):
        told = np.asarray(column)[among]
        same &= told == np.repeat(told[heads], sizes)
    odd = np.asarray(rows.flags)[among] & (REPEATS | KEPT)
    same &= odd == np.repeat(odd[heads], sizes)
    return np.logical_and.reduceat(same, heads)


def _alike(rows: Rows, among: NDArray[Any], heads: NDArray[Any]) -> NDArray[Any]:
    """Tell for each node whether its copies that rank first have one digest."""
    sizes = np.diff(heads, append=len(among))
    rank = np.asarray(rows.flags)[among] & _RANK
    digest = np.asarray(rows.digest)[among]
    alike = digest == np.repeat(digest[heads], sizes)
    alike |= rank != np.repeat(rank[heads], sizes)
    return np.logical_and.reduceat(alike, heads)


def taken(column: "array[int]", places: "array[int]", nothing: int) -> "array[int]":
    """Return what stands at each place of a column; `nothing` where it is NONE."""
    found = array(column.typecode, [nothing]) * len(places)
    for start in range(0, len(places), _AT_ONCE):
        where = np.asarray(places)[start : start + _AT_ONCE]
        there = np.flatnonzero(where != NONE)
        np.asarray(found)[start + there] = np.asarray(column)[where[there]]
    return found
