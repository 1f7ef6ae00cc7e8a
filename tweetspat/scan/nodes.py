"""Rows -> one node a tweet, and a node for each that is named and not there."""

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress, count, repeat

from tweetspat.scan.rows import NOTHING, Rows

__all__ = [
    "ANSWER",
    "NONE",
    "NO_LINK",
    "QUOTE",
    "REPLY",
    "SEATS",
    "Nodes",
    "joined",
]

NONE = -1

NO_LINK, REPLY, QUOTE, ANSWER = range(4)
"""What a link of a turn is."""

_BUCKET = 1 << 18
"""Ids that are told apart at a time: a table of all would take more memory than
the rows themselves."""

SEATS = 1 << 31
"""The first number of what stands for a conversation id that no tweet has."""

_SAMPLE = 64
"""Ids by which the bounds of each bucket are told."""


class Nodes:
    """Tweets by number, those that are lost among them.

    Attributes:
        id: of each node, as `Ids` has it.
        of: by row, the node of its tweet.
        first: by node, one of its rows; NONE for a tweet that is not there.
        copy: by row, another of the same tweet; NONE after the last.
        reply, across: by row, the node it points at; NONE where it does not.
        seats: by row, what its conversation id stands for: a node, or a number
            beyond them all where no tweet has that id.
        named: the nodes of other ids that were asked for.
    """

    def __init__(self, rows: int) -> None:
        self.id = array("q")
        self.of = array("i", bytes(4 * rows))
        self.first = array("i")
        self.copy = array("i")
        self.reply = array("i", b"\xff" * (4 * rows))
        self.across = array("i", b"\xff" * (4 * rows))
        self.seats: dict[int, int] = {}
        self.named: dict[int, int] = {}

    def __len__(self) -> int:
        return len(self.id)

    def rows(self, node: int) -> Iterator[int]:
        """Yield the rows of a node; none for one that is not there."""
        row = self.first[node]
        while row != NONE:
            yield row
            row = self.copy[row]


def joined(rows: Rows, named: Iterable[int], lost: Iterable[int]) -> Nodes:
    """Return the nodes of rows, numbered in the order of their ids.

    `rows` loses its columns id, reply and across.

    Args:
        rows: all of them.
        named: other ids whose nodes are wanted, where there are any.
        lost: ids that get a node even where no row has them.

    Cost:
        O(n); memory for some bytes a row beside the rows.
    """
    size = len(rows)
    nodes = Nodes(size)
    buckets = size // _BUCKET + 1
    told_by, told = rows.conversations
    asked, made = set(named), set(lost)
    seats = count(SEATS)
    bounds = _bounds(rows.id, buckets)
    columns = [
        (column, _bucketed(column, bounds))
        for column in (rows.id, rows.reply, rows.across, told)
    ]
    for bucket in range(buckets):
        mine = [_falling(*column, bucket) for column in columns[:3]]
        known = {id_ for id_ in made if bisect_right(bounds, id_) == bucket}
        known.update(*(ids for _, ids in mine))
        known.discard(NOTHING)
        numbers = dict(zip(sorted(known), count(len(nodes.id)), strict=False))
        for column, (there, ids) in zip(
            (nodes.of, nodes.reply, nodes.across), mine, strict=True
        ):
            _scatter(column, there, map(numbers.get, ids, repeat(NONE)))
        begun: dict[int, int] = {}
        there, ids = _falling(*columns[3], bucket)
        for place, id_ in zip(there, ids, strict=True):
            seat = numbers.get(id_, begun.get(id_, NONE))
            if seat == NONE:
                seat = begun[id_] = next(seats)
            nodes.seats[told_by[place]] = seat
        nodes.named |= {id_: numbers[id_] for id_ in asked if id_ in numbers}
        nodes.id.extend(numbers)
    rows.id, rows.reply, rows.across = array("q"), array("q"), array("q")
    _chain(nodes, size)
    return nodes


def _chain(nodes: Nodes, size: int) -> None:
    """Fill `first` and `copy`: the rows of a node one after another."""
    nodes.first = first = array("i", b"\xff" * (4 * len(nodes.id)))
    nodes.copy = copy = array("i", b"\xff" * (4 * size))
    of = nodes.of
    for row in range(size - 1, -1, -1):
        node = of[row]
        later = first[node]
        if later != NONE:
            copy[row] = later
        first[node] = row


def _falling(
    column: "array[int]", bucketed: bytes | None, bucket: int
) -> tuple[Sequence[int], Sequence[int]]:
    """Return where the ids of a column stand that fall into a bucket, and they."""
    if bucketed is None:
        return range(len(column)), column
    table = bytearray(256)
    table[bucket] = 1
    there = bucketed.translate(table)
    where = array("I", compress(count(), there))
    return where, array("q", compress(column, there))


def _scatter(
    column: "array[int]", places: Sequence[int], values: Iterable[int]
) -> None:
    """Write values at places; where these are all, in one go."""
    if isinstance(places, range):
        column[:] = array("i", values)
    else:
        for place, value in zip(places, values, strict=True):
            column[place] = value


def _bounds(ids: "array[int]", buckets: int) -> list[int]:
    """Return the ids at which buckets of about the same size begin.

    Ids of one time share a bucket, so that what is said together lies together.
    """
    some = sorted(ids[:: max(1, len(ids) // (buckets * _SAMPLE))])
    return [some[len(some) * bucket // buckets] for bucket in range(1, buckets)]


def _bucketed(column: "array[int]", bounds: list[int]) -> bytes | None:
    """Return the bucket of each id; None where there is only one."""
    return bytes(map(bisect_right, repeat(bounds), column)) if bounds else None
