"""Rows -> one node a tweet, and a node for each that is named and not there."""

from array import array
from collections.abc import Iterable, Iterator
from itertools import compress, count

from tweetspat.scan.rows import NOTHING, Rows

__all__ = ["NONE", "Nodes", "joined"]

NONE = -1

_BUCKET = 1 << 18
"""Ids that are told apart at a time: a table of all would take more memory than
the rows themselves."""

_MILLISECOND = 22
"""The bits of an id below its millisecond: those of many ids are alike."""


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
    """Return the nodes of rows; `rows` loses its columns reply and across.

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
    ids, reply, across = rows.id, rows.reply, rows.across
    conversation_rows, conversation_ids = rows.conversations
    wanted, made = set(named), set(lost)
    columns = [
        _bucketed(each, buckets) for each in (ids, reply, across, conversation_ids)
    ]
    every = range(size)
    seats = count(1 << 31)
    for bucket in range(buckets):
        there = _of(columns[0], bucket, buckets)
        mine = [*compress(ids, there)]
        base = len(nodes.id)
        numbers = dict(zip(dict.fromkeys(mine), count(base)))
        for row, number in zip(
            compress(every, there), map(numbers.__getitem__, mine), strict=True
        ):
            nodes.of[row] = number
        present = len(numbers)
        new = count(base + present)
        for column, targets, bucketed in (
            (nodes.reply, reply, columns[1]),
            (nodes.across, across, columns[2]),
        ):
            there = _of(bucketed, bucket, buckets)
            for row, to in zip(
                compress(every, there), compress(targets, there), strict=True
            ):
                if to != NOTHING:
                    number = numbers.get(to)
                    if number is None:
                        number = numbers[to] = next(new)
                    column[row] = number
        for id_ in [each for each in made if _bucket(each, buckets) == bucket]:
            if id_ not in numbers:
                numbers[id_] = next(new)
        begun: dict[int, int] = {}
        there = _of(columns[3], bucket, buckets)
        for row, id_ in zip(
            compress(conversation_rows, there),
            compress(conversation_ids, there),
            strict=True,
        ):
            seat = numbers.get(id_)
            if seat is None:
                seat = begun.get(id_)
                if seat is None:
                    seat = begun[id_] = next(seats)
            nodes.seats[row] = seat
        for id_ in [each for each in wanted if _bucket(each, buckets) == bucket]:
            if id_ in numbers:
                nodes.named[id_] = numbers[id_]
        nodes.id.extend(numbers)
    rows.reply, rows.across = array("q"), array("q")
    nodes.first = array("i", b"\xff" * (4 * len(nodes.id)))
    nodes.copy = array("i", b"\xff" * (4 * size))
    first, copy = nodes.first, nodes.copy
    for row in range(size - 1, -1, -1):
        number = nodes.of[row]
        copy[row] = first[number]
        first[number] = row
    return nodes


def _bucket(id_: int, buckets: int) -> int:
    return (id_ >> _MILLISECOND) % buckets


def _bucketed(column: "array[int]", buckets: int) -> bytes:
    if buckets == 1:
        return bytes(len(column))
    return bytes([(id_ >> _MILLISECOND) % buckets for id_ in column])


def _of(bucketed: bytes, bucket: int, buckets: int) -> bytes:
    """Return 1 where a column's id falls into the bucket, else 0."""
    if buckets == 1:
        return b"\x01" * len(bucketed)
    table = bytearray(256)
    table[bucket] = 1
    return bucketed.translate(table)
