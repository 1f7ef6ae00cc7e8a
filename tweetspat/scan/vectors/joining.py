"""Rows -> nodes, as `nodes.joined` does."""

from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import count
from typing import Any

import numpy as np
from numpy.typing import NDArray

from tweetspat.scan.nodes import NONE, SEATS, Nodes
from tweetspat.scan.rows import NOTHING, Rows

__all__ = ["joined"]

_AT_ONCE = 1 << 17
"""Ids that are looked up at a time: that takes some thirty bytes each."""

_DRAWN = 1 << 10
_SHARES = 6
"""Into how many shares, about equal, ids are divided to be put in order."""


def joined(rows: Rows, named: Iterable[int], lost: Iterable[int]) -> Nodes:
    """Return the nodes of rows; see `nodes.joined`.

    Cost:
        O(n log n); memory for some thirty bytes a row beside the rows.
    """
    nodes = Nodes(0)
    lost_ids = np.fromiter(lost, np.int64)
    known = _distinct([lost_ids, *map(np.asarray, (rows.id, rows.reply, rows.across))])
    nodes.of = _placed(known, np.asarray(rows.id))
    rows.id = array("q")
    nodes.reply = _placed(known, np.asarray(rows.reply))
    rows.reply = array("q")
    nodes.across = _placed(known, np.asarray(rows.across))
    rows.across = array("q")
    told_by, told = rows.conversations
    beyond = count(SEATS)
    begun: defaultdict[int, int] = defaultdict(lambda: next(beyond))
    nodes.seats = {
        row: begun[id_] if place == NONE else place
        for row, id_, place in zip(
            told_by, told, _placed(known, np.asarray(told)), strict=True
        )
    }
    asked = np.fromiter(named, np.int64)
    places = _placed(known, asked)
    nodes.named = {
        int(id_): place
        for id_, place in zip(asked, places, strict=True)
        if place != NONE
    }
    nodes.id = array("q", [0]) * len(known)
    np.asarray(nodes.id)[:] = known
    del known
    _chain(nodes)
    return nodes


def _distinct(columns: Sequence[NDArray[Any]]) -> NDArray[Any]:
    """Return the ids of columns, each once, the smallest first; NOTHING is none.

    The smaller ones are put in order before the larger ones, so that this takes little
    beside what it returns.
    """
    longest = max(columns, key=len)
    drawn = np.sort(longest[:: len(longest) // _DRAWN + 1])
    bounds = drawn[len(drawn) // _SHARES :: len(drawn) // _SHARES + 1]
    found: list[NDArray[Any]] = []
    least = None
    for most in (*bounds.tolist(), None):
        some = np.concatenate([_between(column, least, most) for column in columns])
        some.sort()
        fresh = np.ones(len(some), bool)
        np.not_equal(some[1:], some[:-1], out=fresh[1:])
        found.append(some[fresh])
        least = most
    return np.concatenate(found)


def _between(column: NDArray[Any], least: int | None, most: int | None) -> NDArray[Any]:
    """Return the ids of a column from one on and below another."""
    wanted = column != NOTHING
    if least is not None:
        wanted &= column >= least
    if most is not None:
        wanted &= column < most
    found: NDArray[Any] = column[wanted]
    return found


def _placed(known: NDArray[Any], ids: NDArray[Any]) -> "array[int]":
    """Return where each id stands among those known; NONE where it does not."""
    found = array("i", b"\xff" * (4 * len(ids)))
    if not len(known):
        return found
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        told = np.flatnonzero(some != NOTHING)
        told = told[np.argsort(some[told])]  # each is found near the one before it
        some = some[told]
        where = np.searchsorted(known, some)
        where[where == len(known)] = 0
        where[known[where] != some] = NONE
        np.asarray(found)[start + told] = where
    return found


def _chain(nodes: Nodes) -> None:
    """Fill `first` and `copy`: the rows of a node one after another."""
    size = len(nodes.of)
    nodes.first = array("i", b"\xff" * (4 * len(nodes.id)))
    nodes.copy = array("i", b"\xff" * (4 * size))
    of, first = np.asarray(nodes.of), np.asarray(nodes.first)
    rows = np.arange(size, dtype=np.int32)
    first[of[::-1]] = rows[::-1]  # of several the last that is written stays: the first
    several = np.zeros(len(first), bool)
    several[of[first[of] != rows]] = True
    rows = rows[several[of]]
    rows = rows[np.argsort(of[rows], kind="stable")]
    same = of[rows[1:]] == of[rows[:-1]]
    np.asarray(nodes.copy)[rows[:-1][same]] = rows[1:][same]
