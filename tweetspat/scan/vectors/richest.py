"""The richest copy of each tweet, as `copies.Copies` finds it."""

from array import array
from collections import Counter
from collections.abc import Sequence
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


class Richest(NamedTuple):
    """What the columns tell of copies.

    Attributes:
        best: by node the row of its richest copy; NONE for one that is not there.
        differing: the nodes whose copies differ, so that their words decide; their
            best is not told yet.
        repeated: by file how many of its records repeat others, of the other nodes.
    """

    best: "array[int]"
    differing: list[int]
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
    among = np.flatnonzero(copied[of])
    if not len(among):
        return Richest(best, [], Counter())
    among = among[_by_riches(among, of, rows, parts)]
    node = of[among]
    heads = np.flatnonzero(np.concatenate(([True], node[1:] != node[:-1])))
    np.asarray(best)[node[heads]] = among[heads]
    same = _same(rows, nodes, among, heads)
    flags = np.asarray(rows.flags)[among]
    others = np.repeat(same, np.diff(heads, append=len(among)))
    others[heads] = False
    others &= (flags & (NESTED | INCLUDED)) == 0
    repeated: Counter[str] = Counter()
    counts = np.bincount(_part(among[others], parts), minlength=len(parts))
    for part, count in zip(parts, counts.tolist(), strict=True):
        if count:
            repeated[part.file] += count
    return Richest(best, node[heads][~same].tolist(), repeated)


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


def taken(column: "array[int]", places: "array[int]", nothing: int) -> "array[int]":
    """Return what stands at each place of a column; `nothing` where it is NONE."""
    where = np.asarray(places)
    found = array(column.typecode, bytes(column.itemsize * len(where)))
    there = np.asarray(found)
    there[:] = nothing
    those = where != NONE
    there[those] = np.asarray(column)[where[those]]
    return found
