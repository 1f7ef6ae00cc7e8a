"""What is looked up in an index: ids, and conversations in one line and whole."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from typing import NamedTuple

from msgspec.msgpack import Encoder

from tweetspat.heap_index.entries import Entry, Place, name_key
from tweetspat.heap_index.kept import account_order
from tweetspat.heap_index.written import Writer
from tweetspat.model import Notice, Owner
from tweetspat.scan import ScannedHeap
from tweetspat.scan.nodes import NONE
from tweetspat.scan.rows import NOTHING, RAW

__all__ = ["Store", "write_tables"]

_encode = Encoder().encode


class Store(NamedTuple):
    """What a file is in which records lie.

    Attributes:
        source: the number of the input.
        spooled: it is what was spooled of the input, else the input.
        base: where in what is spooled it begins.
    """

    source: int
    spooled: bool
    base: int


def write_tables(
    writer: Writer, heap: ScannedHeap, stores: Mapping[str, Store]
) -> None:
    """Write what is looked up.

    Args:
        writer: the index.
        heap: its conversations; the first in rank becomes number 0.
        stores: by path the files in which records lie.

    Cost:
        O(n log n); each conversation is written by itself.
    """
    _write_conversations(writer, heap, stores)
    _write_ids(writer, heap)
    _write_names(writer, [*heap.graph.scan.rows.ids.texts])


class _Records:
    """Where the records of rows lie, by row."""

    def __init__(self, heap: ScannedHeap, stores: Mapping[str, Store]) -> None:
        """Resolve the parts that rows are of.

        Attributes:
            places: what the numbers in `place` stand for.
        """
        scan = heap.graph.scan
        rows = scan.rows
        numbers: dict[Place, int] = {}
        self.place = array("I")
        self.at = array("q")
        self.line = array("I")
        self.length = rows.length
        ends = [*(part.first for part in scan.parts[1:]), len(rows)]
        for part, end in zip(scan.parts, ends, strict=True):
            first = part.first
            if first == end:
                continue
            store = stores[part.store]
            raw = bool(rows.flags[first] & RAW)
            place = Place(store.source, store.spooled, raw, part.file)
            number = numbers.setdefault(place, len(numbers))
            start = part.start + store.base
            self.place.extend([number] * (end - first))
            self.at.extend([start + offset for offset in rows.offset[first:end]])
            line = part.line
            self.line.extend(
                [line + each for each in rows.line[first:end]]
                if raw
                else [line] * (end - first)
            )
        self.places = [*numbers]

    def of(self, rows: Sequence[int]) -> list[tuple[int, int, int, int]]:
        """Return where the records of some rows lie, each once."""
        place, at, length, line = self.place, self.at, self.length, self.line
        if len(rows) == 1:
            (row,) = rows
            return [(place[row], at[row], length[row], line[row])]
        return sorted({(place[row], at[row], length[row], line[row]) for row in rows})


def _write_conversations(
    writer: Writer, heap: ScannedHeap, stores: Mapping[str, Store]
) -> None:
    starts, lines = array("q", [0]), array("q", [0])
    entries, summaries = writer.stream("entries"), writer.stream("summaries")
    for each in heap.summaries():
        summaries.write(_encode(each))
        lines.append(summaries.size)
    records = _Records(heap, stores)
    for number in heap.ranked:
        entries.write(_encode(_entry(heap, number, records)))
        starts.append(entries.size)
    writer.column("entry", starts)
    writer.column("summary", lines)
    writer.column("size", array("I", map(heap.size, heap.ranked)))
    writer.value("places", records.places)
    writer.value("owners", sorted(heap.places.owners, key=_owner_order))


def _owner_order(owner: Owner) -> tuple[str, tuple[str, str, str]]:
    return owner.place.file, account_order(owner.account)


def _entry(heap: ScannedHeap, number: int, records: _Records) -> Sequence[object]:
    """Return an `Entry` as it is written: up to the last that it has."""
    found = heap.places.lying((number,))
    (piece,) = found.parts
    lying = records.of(found.rows)
    nodes, members = found.nodes, len(piece.ids)
    cases = tuple(heap.groups.cases.get(number, ()))
    told = heap.graph.scan.notices
    if len(nodes) == members and not (
        told
        or cases
        or found.beside
        or found.repeats
        or found.unnamed
        or found.known
        or piece.alike
    ):
        return piece.ids, piece.score, lying
    text = heap.graph.text
    notices: Iterable[Notice] = ()
    if told:
        notices = heap.places.notices([*map(text, (*nodes, *found.beside))])
    return _shortened(
        Entry(
            piece.ids,
            piece.score,
            tuple(lying),
            tuple(text(node) for node in islice(nodes, members, None)),
            tuple(text(node) for node in found.beside if node not in nodes),
            tuple(sorted(found.crossing)),
            dict(found.quoted_by),
            found.repeats,
            cases,
            tuple(sorted(found.unnamed)),
            tuple(sorted(heap.places.accounts(found.unnamed), key=account_order)),
            tuple(sorted(set(notices), key=repr)),
            found.known,
            piece.alike,
        )
    )


def _shortened(entry: Entry) -> Sequence[object]:
    """Return an entry without the empty members that it ends with."""
    length = len(entry)
    while not entry[length - 1]:
        length -= 1
    return entry[: max(length, 3)]


def _write_ids(writer: Writer, heap: ScannedHeap) -> None:
    """Write in which conversation each id is, and what stands for it."""
    graph, of = heap.graph, heap.groups.of
    ids = graph.nodes.id[:]
    ranks = array("i", bytes(4 * len(heap)))
    for rank, number in enumerate(heap.ranked):
        ranks[number] = rank
    ranks.append(NONE)  # of what is in no conversation
    groups = array("i", map(ranks.__getitem__, of))
    standing: list[int] = []
    stands_for = array("q", [NOTHING]) * len(ids)
    for node, stands in enumerate(graph.stands):
        if stands != NONE:
            original = graph.standing(node)
            groups[node] = ranks[of[original]]
            stands_for[node] = ids[original]
            standing.append(node)
    for id_, group in _begun(heap, ids, groups, ranks):
        standing.append(len(ids))
        ids.append(id_)
        groups.append(group)
        stands_for.append(NOTHING)
    found = [at for at, group in enumerate(groups) if group != NONE]
    _write_sorted(writer, found, ids, {"id": ids, "of": groups})
    standing = [at for at in standing if groups[at] != NONE]
    _write_sorted(writer, standing, ids, {"stands": ids, "stands.for": stands_for})


def _write_sorted(
    writer: Writer,
    those: list[int],
    by: "array[int]",
    columns: "Mapping[str, array[int]]",
) -> None:
    """Write some numbers of columns, as those of one are sorted."""
    those.sort(key=by.__getitem__)
    for name, column in columns.items():
        sort = array(column.typecode, map(column.__getitem__, those))
        writer.column(name, sort)


def _begun(
    heap: ScannedHeap, ids: "array[int]", groups: "array[int]", ranks: "array[int]"
) -> list[tuple[int, int]]:
    """Return each id that is one of a conversation only, and which that is."""
    graph, of = heap.graph, heap.groups.of
    rows, told = graph.scan.rows.conversations
    if not rows:
        return []
    known = {id_ for id_, group in zip(ids, groups, strict=True) if group != NONE}
    found = []
    for row, id_ in zip(rows, told, strict=True):
        if id_ in known:
            continue
        node = graph.standing(graph.nodes.of[row])
        if graph.alive[node]:
            known.add(id_)
            found.append((id_, ranks[of[node]]))
    return found


def _write_names(writer: Writer, texts: Sequence[str]) -> None:
    """Write the ids that are no plain numbers, so that each can be found."""
    starts, stream = array("q", [0]), writer.stream("names")
    for text in texts:
        stream.write(text.encode("utf-8", "surrogatepass"))
        starts.append(stream.size)
    writer.column("name", starts)
    keys = sorted(name_key(text) | number for number, text in enumerate(texts))
    writer.column("name.key", array("q", keys))
