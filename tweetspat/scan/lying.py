"""Where the conversations of a scan lie: the excerpts of it that are read again."""

import sys
from array import array
from collections import defaultdict
from collections.abc import (
    Callable,
    Collection,
    Container,
    Iterable,
    Mapping,
    Sequence,
)
from functools import cached_property
from hashlib import blake2b
from itertools import chain, islice
from typing import NamedTuple

from tweetspat.lookalikes import Lookalikes, concerning
from tweetspat.model import Account, Notice, Tweet, TweetId
from tweetspat.scan.alike import Alike, alike
from tweetspat.scan.cutting import Groups
from tweetspat.scan.excerpts import Excerpt, Piece, Reading, Repeat
from tweetspat.scan.graph import QUOTE, Graph
from tweetspat.scan.nodes import NONE
from tweetspat.scan.ranked import Ranked
from tweetspat.scan.records import close_files
from tweetspat.scan.rows import ANY, NOBODY

__all__ = ["Excerpts", "Lying"]

_piece: Callable[[type[Piece], tuple[object, ...]], Piece] = tuple.__new__
_repeat: Callable[[type[Repeat], tuple[object, ...]], Repeat] = tuple.__new__
"""They make a Piece and a Repeat from all fields, in half the time of a call."""


class Lying(NamedTuple):
    """Where some conversations lie, as numbers.

    Attributes:
        parts: the conversations.
        nodes: their tweets, then retweets that have to be read.
        beside: tweets elsewhere that they point at or that quote them.
        rows: the rows to be read.
        crossing, quoted_by, repeats, unnamed: as of an `Excerpt`.
        known: the same, but for what is asked of any conversation.
    """

    parts: tuple[Piece, ...]
    nodes: Mapping[int, None]
    beside: Mapping[int, None]
    rows: Sequence[int]
    crossing: frozenset[TweetId]
    quoted_by: Mapping[TweetId, tuple[TweetId, ...]]
    repeats: tuple[Repeat, ...]
    unnamed: frozenset[str]
    known: tuple[tuple[str, str | None], ...]


class Excerpts:
    """Makes excerpts of a scan."""

    def __init__(
        self, graph: Graph, groups: Groups, ranked: Ranked, reading: Reading
    ) -> None:
        """Find what repeats what, and what quotes what from elsewhere."""
        self._graph = graph
        self._groups = groups
        self._ranked = ranked
        self._reading = reading
        size = len(graph.nodes)
        self._folded = array("i", b"\xff" * (4 * size))
        self._next = array("i", b"\xff" * (4 * size))
        self._accompanied = bytearray(size)
        for node, stands in enumerate(graph.stands):
            if stands != NONE:
                original = graph.standing(node)
                self._next[node] = self._folded[original]
                self._folded[original] = node
                self._accompanied[original] = 1
        self._out: defaultdict[int, list[int]] = defaultdict(list)
        self._into: defaultdict[int, list[int]] = defaultdict(list)
        for child, to in groups.crossing:
            self._out[child].append(to)
            self._into[to].append(child)
            self._accompanied[child] = self._accompanied[to] = 1
        for node in graph.read_with:
            self._accompanied[node] = 1
        notices: defaultdict[TweetId, list[Notice]] = defaultdict(list)
        for notice in graph.scan.notices:
            notices[notice.id].append(notice)
        self._notices = notices
        self.owners = tuple(graph.scan.known_owners())

    @cached_property
    def _alike(self) -> Alike | None:
        """The accounts of the whole heap that look like another."""
        return alike(self._graph, self.tweets)

    def _told_alike(self, members: Iterable[int]) -> Lookalikes | None:
        """Return what it takes to tell of look-alikes in a conversation."""
        if self._alike is None:
            return None
        authors, text = self._alike.authors, self._graph.text
        own = {text(node): authors[node] for node in members if node in authors}
        return concerning(self._alike.found, own) if own else None

    def speak_alike(self, number: int) -> bool:
        """Tell whether an account of a conversation looks like another of the heap."""
        if self._alike is None:
            return False
        return any(map(self._alike.authors.__contains__, self._groups.members(number)))

    def tweets(self, nodes: Iterable[int]) -> Mapping[TweetId, Tweet]:
        """Read some tweets again, as a loaded heap has them; retweets among it.

        Args:
            nodes: which; others can be read with them.

        Raises:
            NothingReadable: an input is gone, or has changed since the scan.
        """
        graph, those = self._graph, dict.fromkeys(nodes)
        those |= self._read_with(those, ())
        rows = self._rows(those)
        unnamed, introducing = self._introduced(rows)
        excerpt = Excerpt(
            records=tuple(graph.records.each(rows + introducing)),
            parts=(),
            wanted=frozenset(map(graph.text, those)),
            beside=(),
            crossing=frozenset(),
            quoted_by={},
            repeats=(),
            unnamed=frozenset(unnamed),
            accounts=self.accounts(unnamed),
            owners=self.owners,
            notices=(),
            reading=self._reading,
        )
        close_files()
        return excerpt.heap().tweets

    def lying(self, numbers: Iterable[int], *, alike: bool = True) -> Lying:
        """Return where some conversations lie, in this order.

        Args:
            numbers: which.
            alike: whether look-alike handles are to be told of; that takes a look at
                the whole heap, once.
        """
        graph, groups = self._graph, self._groups
        text, id_of = graph.text, graph.nodes.id.__getitem__
        ids = graph.scan.rows.ids
        written = ids.text if ids.texts else str
        parts: list[Piece] = []
        nodes: dict[int, None] = {}
        others: dict[int, None] = {}
        beside: dict[int, None] = {}
        crossing: set[TweetId] = set()
        quoted_by: dict[TweetId, tuple[TweetId, ...]] = {}
        repeats: list[Repeat] = []
        cases = graph.scan.gathered.cases
        out, into = self._out, self._into
        folding, following, best = self._folded, self._next, graph.best
        accompanied, score = self._accompanied.__getitem__, self._ranked.score
        for number in numbers:
            members = groups.members(number)
            nodes.update(dict.fromkeys(members))
            told = tuple(map(written, map(id_of, members)))
            held = groups.cases.get(number)
            own = tuple([cases[each] for each in held]) if held else ()
            others_alike = self._told_alike(members) if alike else None
            parts.append(_piece(Piece, (told, score(number), own, others_alike)))
            for node in filter(accompanied, members):
                if node in out:
                    crossing.add(text(node))
                    beside.update(dict.fromkeys(out[node]))
                    others.update(dict.fromkeys(graph.replaced(node)))
                if node in into:
                    quoting = self._quoting(node)
                    if quoting:
                        quoted_by[text(node)] = tuple(map(text, quoting))
                    # whose a lost tweet is, all that answer it tell
                    telling = sorted(into[node]) if best[node] == NONE else quoting
                    beside.update(dict.fromkeys(telling))
                folded = folding[node]
                while folded != NONE:
                    if self._plain(folded):
                        repeats.append(self._repeat(folded, node))
                    else:
                        others[folded] = None
                    folded = following[folded]
        nodes |= others
        nodes |= self._read_with(chain(nodes, beside), beside)
        rows = self._rows(chain(nodes, beside))
        unnamed: set[str] = set()
        if graph.scan.rows.unnamed:
            unnamed, introducing = self._introduced(rows)
            rows += introducing
        return Lying(
            tuple(parts),
            nodes,
            beside,
            rows,
            frozenset(crossing),
            quoted_by,
            tuple(repeats),
            frozenset(unnamed),
            self._known(chain(nodes, beside), rows),
        )

    def _known(
        self, nodes: Iterable[int], rows: Iterable[int]
    ) -> tuple[tuple[str, str | None], ...]:
        """Return who has had the handles that tweets and rows name, where it is odd."""
        who, graph = self._graph.people, self._graph
        odd = who.told_by_others
        if not odd:
            return ()
        handle = graph.scan.rows.handle
        those = {graph.sender[node] for node in nodes}.union(
            handle[row] for row in rows
        )
        named = {who.handles[each].lower() for each in those if each != NOBODY}
        return tuple((each, odd[each]) for each in sorted(named & odd.keys()))

    def _rows(self, nodes: Iterable[int]) -> list[int]:
        """Return the rows that have to be read of some tweets."""
        graph = self._graph
        found: list[int] = []
        best, first, copy = graph.best, graph.nodes.first, graph.nodes.copy
        for node in nodes:
            row = best[node]
            if row != NONE:
                if copy[first[node]] == NONE:
                    found.append(row)
                else:
                    found += graph.copies.saying(node)
        return found

    def of(self, numbers: Iterable[int], *, alike: bool = True) -> Excerpt:
        """Return the excerpt of some conversations, in this order; see `lying`."""
        graph, found = self._graph, self.lying(numbers, alike=alike)
        text, nodes, beside = graph.text, found.nodes, found.beside
        members = [id_ for part in found.parts for id_ in part.ids]
        others = chain(islice(nodes, len(members), None), beside)
        wanted = frozenset(chain(members, map(text, others)))
        return Excerpt(
            tuple(graph.records.each(found.rows)),
            found.parts,
            wanted,
            tuple(text(node) for node in beside if node not in nodes),
            found.crossing,
            found.quoted_by,
            found.repeats,
            found.unnamed,
            self.accounts(found.unnamed),
            self.owners,
            self.notices(wanted),
            self._reading,
            (*found.known, *graph.people.asked.items()),
        )

    def _read_with(
        self, nodes: Iterable[int], without: Container[int]
    ) -> dict[int, None]:
        """Return what else is read, so that tweets are told as what they are."""
        known = self._graph.read_with
        those = chain.from_iterable(known[node] for node in nodes if node in known)
        return {other: None for other in those if other not in without}

    def accounts(self, unnamed: Collection[str]) -> tuple[Account, ...]:
        """Return what records beside tweets tell of accounts."""
        if not unnamed:
            return ()
        return tuple(each for each in self._graph.scan.accounts if each.id in unnamed)

    def notices(self, wanted: Iterable[TweetId]) -> tuple[Notice, ...]:
        """Return what records beside tweets tell of some tweets."""
        return tuple(
            notice
            for id_ in (wanted if self._notices else ())
            for notice in self._notices.get(id_, ())
        )

    def standing(self, number: int) -> tuple[tuple[str, ...], str]:
        """Return the files that a conversation stands in, and what marks it.

        The mark is another where its tweets are others, lie elsewhere, are pointed at
        by others, or where others tell who has had a handle or look alike; what the
        files hold there it does not look at, nor by which numbers this scan knows the
        tweets.
        """
        graph = self._graph
        ids, first, copy = graph.nodes.id, graph.nodes.first, graph.nodes.copy
        members = self._groups.members(number)
        others = [
            each
            for node in filter(self._accompanied.__getitem__, members)
            for each in self._beside(node)
        ]
        rows: list[int] = []
        for node in chain(members, others):
            row = first[node]
            while row != NONE:
                rows.append(row)
                row = copy[row]
        rows.sort()
        told = sorted([ids[node] for node in members])
        told.append(NONE)
        told += sorted([ids[node] for node in others])
        files: dict[str, None] = {}
        lying: dict[str, list[int]] = {}
        found: list[int] = []
        offset, ends, start = graph.scan.rows.offset, 0, 0
        for row in rows:
            if row >= ends:
                _, ends, part = graph.records.stretch(row)
                found, start = lying.setdefault(part.store, []), part.start
                files[part.file] = None
            found.append(start + offset[row])
        for places in lying.values():
            told.append(NONE)
            told += sorted(places)
        packed = array("q", told)
        if sys.byteorder == "big":
            packed.byteswap()
        mark = blake2b(packed, digest_size=16)
        mark.update(self._reading.infer.encode())
        known = self._known(chain(members, others), rows)
        asked = graph.people.asked
        if known or asked:
            mark.update(repr((known, sorted(asked.items()))).encode())
        told_alike = self._told_alike(members)
        if told_alike:
            mark.update(repr(told_alike).encode())
        return tuple(files), mark.hexdigest()

    def _beside(self, node: int) -> list[int]:
        """Return what repeats a tweet, and tweets elsewhere that are linked with it."""
        found: list[int] = []
        if node in self._out:
            found += self._out[node]
        if node in self._into:
            found += self._into[node]
        found += self._graph.read_with.get(node, ())
        folded = self._folded[node]
        while folded != NONE:
            found.append(folded)
            folded = self._next[folded]
        return found

    def _quoting(self, node: int) -> list[int]:
        """Return what quotes a tweet from elsewhere, the oldest first."""
        graph = self._graph
        found = [
            child
            for child in dict.fromkeys(self._into[node])
            if any(
                edge.to == node and edge.kind == QUOTE for edge in graph.edges(child)
            )
        ]
        ids, age = graph.nodes.id, graph.scan.rows.ids.age
        return sorted(found, key=lambda each: age(ids[each]))

    def _plain(self, node: int) -> bool:
        """Tell whether the scan tells all there is of a retweet."""
        graph = self._graph
        row = graph.best[node]
        if row == NONE or node in graph.told:
            return False
        digest, nodes = graph.scan.rows.digest, graph.nodes
        if nodes.copy[nodes.first[node]] == NONE:
            return digest[row] not in ANY
        return digest[row] not in ANY and all(
            digest[each] == digest[row] for each in nodes.rows(node)
        )

    def _repeat(self, node: int, original: int) -> Repeat:
        graph = self._graph
        rows, row = graph.scan.rows, graph.best[node]
        part = graph.records.part(row)
        return _repeat(
            Repeat,
            (
                graph.text(node),
                graph.text(original),
                graph.scan.authors.keys[graph.sender[node]],
                graph.time[node],
                part.file,
                part.line + rows.line[row],
            ),
        )

    def _introduced(self, rows: Sequence[int]) -> tuple[set[str], list[int]]:
        """Return the ids of authors that rows name by nothing else, and rows that do.

        The latter are of other tweets by the same accounts.
        """
        unnamed = self._graph.scan.rows.unnamed
        ids = {id_ for row in rows if row in unnamed and (id_ := unnamed[row][0])}
        introducing = self._graph.introducing
        return ids, [row for id_ in sorted(ids) for row in introducing.get(id_, ())]
