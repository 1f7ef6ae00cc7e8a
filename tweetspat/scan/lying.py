"""Where the conversations of a scan lie: the excerpts of it that are read again."""

import sys
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import blake2b
from itertools import chain, islice
from typing import NamedTuple

from tweetspat.model import (
    Account,
    Notice,
    Owner,
    TweetId,
)
from tweetspat.problems import Place
from tweetspat.scan.cutting import Groups
from tweetspat.scan.excerpts import Excerpt, Piece, Reading, Repeat
from tweetspat.scan.graph import QUOTE, Graph
from tweetspat.scan.nodes import NONE
from tweetspat.scan.ranked import Ranked
from tweetspat.scan.rows import ANY

__all__ = ["Excerpts", "Lying"]


class Lying(NamedTuple):
    """Where some conversations lie, as numbers.

    Attributes:
        parts: the conversations.
        nodes: their tweets, then retweets that have to be read.
        beside: tweets elsewhere that they point at or that quote them.
        rows: the rows to be read.
        crossing, quoted_by, repeats, unnamed: as of an `Excerpt`.
    """

    parts: tuple[Piece, ...]
    nodes: Mapping[int, None]
    beside: Mapping[int, None]
    rows: Sequence[int]
    crossing: frozenset[TweetId]
    quoted_by: Mapping[TweetId, tuple[TweetId, ...]]
    repeats: tuple[Repeat, ...]
    unnamed: frozenset[str]


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
        for node, stands in enumerate(graph.stands):
            if stands != NONE:
                original = graph.standing(node)
                self._next[node] = self._folded[original]
                self._folded[original] = node
        self._out: defaultdict[int, list[int]] = defaultdict(list)
        self._into: defaultdict[int, list[int]] = defaultdict(list)
        for child, to in groups.crossing:
            self._out[child].append(to)
            self._into[to].append(child)
        notices: defaultdict[TweetId, list[Notice]] = defaultdict(list)
        for notice in graph.scan.notices:
            notices[notice.id].append(notice)
        self._notices = notices
        self._by: dict[int, list[int]] = {}
        self.owners = tuple(
            Owner(account, Place(f"{folder}/" if folder else "", 0))
            for folder, accounts in graph.scan.owners.items()
            for account in accounts
        )

    def lying(self, numbers: Iterable[int]) -> Lying:
        """Return where some conversations lie, in this order."""
        graph, groups = self._graph, self._groups
        text, ids = graph.text, graph.nodes.id
        parts: list[Piece] = []
        nodes: dict[int, None] = {}
        others: dict[int, None] = {}
        beside: dict[int, None] = {}
        crossing: set[TweetId] = set()
        quoted_by: dict[TweetId, tuple[TweetId, ...]] = {}
        repeats: list[Repeat] = []
        cases = graph.scan.gathered.cases
        age = graph.scan.rows.ids.age
        out, into = self._out, self._into
        folding, following = self._folded, self._next
        for number in numbers:
            members = groups.members(number)
            nodes.update(dict.fromkeys(members))
            own = tuple(cases[each] for each in groups.cases.get(number, ()))
            told = [
                TweetId(str(id_)) if (id_ := ids[node]) > 0 else text(node)
                for node in members
            ]
            parts.append(Piece(tuple(told), self._ranked.score(number), own))
            for node in members:
                if node in out:
                    crossing.add(text(node))
                    beside.update(dict.fromkeys(out[node]))
                    others.update(dict.fromkeys(graph.replaced(node)))
                if node in into:
                    quoting = [
                        child
                        for child in dict.fromkeys(into[node])
                        if any(
                            edge.to == node and edge.kind == QUOTE
                            for edge in graph.edges(child)
                        )
                    ]
                    if quoting:
                        quoting.sort(key=lambda each: age(ids[each]))
                        quoted_by[text(node)] = tuple(map(text, quoting))
                        beside.update(dict.fromkeys(quoting))
                folded = folding[node]
                while folded != NONE:
                    if self._plain(folded):
                        repeats.append(self._repeat(folded, node))
                    else:
                        others[folded] = None
                    folded = following[folded]
        nodes |= others
        rows: list[int] = []
        best, first, copy = graph.best, graph.nodes.first, graph.nodes.copy
        for node in chain(nodes, beside):
            row = best[node]
            if row != NONE:
                if copy[first[node]] == NONE:
                    rows.append(row)
                else:
                    rows += graph.copies.saying(node)
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
        )

    def of(self, numbers: Iterable[int]) -> Excerpt:
        """Return the excerpt of some conversations, in this order."""
        graph, found = self._graph, self.lying(numbers)
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
        )

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

        The mark is another where its tweets are others, lie elsewhere, or are
        pointed at by others; what the files hold there it does not look at, nor by
        which numbers this scan knows the tweets.
        """
        graph = self._graph
        id_of, first, copy = (
            graph.nodes.id.__getitem__,
            graph.nodes.first,
            graph.nodes.copy,
        )
        members = self._groups.members(number)
        out, into, folded = self._out, self._into, self._folded
        others: list[int] = []
        for node in members:
            if folded[node] != NONE or node in out or node in into:
                others += self._beside(node)
        rows: list[int] = []
        for node in chain(members, others):
            row = first[node]
            while row != NONE:
                rows.append(row)
                row = copy[row]
        rows.sort()
        told = array("q", sorted(map(id_of, members)))
        told.append(NONE)
        told.extend(sorted(map(id_of, others)))
        files: dict[str, None] = {}
        lying: dict[str, list[int]] = {}
        while rows:
            _, ends, part = graph.records.stretch(rows[0])
            count = bisect_left(rows, ends)
            offsets = map(graph.scan.rows.offset.__getitem__, rows[:count])
            found = lying.setdefault(part.store, [])
            found += [part.start + offset for offset in offsets]
            files[part.file] = None
            del rows[:count]
        for places in lying.values():
            told.append(NONE)
            told.extend(sorted(places))
        if sys.byteorder == "big":
            told.byteswap()
        mark = blake2b(told, digest_size=16)
        mark.update(self._reading.infer.encode())
        return tuple(files), mark.hexdigest()

    def _beside(self, node: int) -> list[int]:
        """Return what repeats a tweet, and tweets elsewhere that are linked with it."""
        found: list[int] = []
        if node in self._out:
            found += self._out[node]
        if node in self._into:
            found += self._into[node]
        folded = self._folded[node]
        while folded != NONE:
            found.append(folded)
            folded = self._next[folded]
        return found

    def _plain(self, node: int) -> bool:
        """Tell whether the scan tells all there is of a retweet."""
        graph = self._graph
        row = graph.best[node]
        if row == NONE or node in graph.told:
            return False
        digest, nodes = graph.scan.rows.digest, graph.nodes
        if nodes.copy[nodes.first[node]] == NONE:
            return digest[row] != ANY
        return digest[row] != ANY and all(
            digest[each] == digest[row] for each in nodes.rows(node)
        )

    def _repeat(self, node: int, original: int) -> Repeat:
        graph = self._graph
        rows, row = graph.scan.rows, graph.best[node]
        part = graph.records.part(row)
        return Repeat(
            graph.text(node),
            graph.text(original),
            graph.scan.authors.keys[graph.sender[node]],
            graph.time[node],
            part.file,
            part.line + rows.line[row],
        )

    def _introduced(self, rows: Sequence[int]) -> tuple[set[str], list[int]]:
        """Return the ids of authors that rows name by nothing else, and rows that do.

        The latter are of other tweets by the same accounts.
        """
        scan = self._graph.scan
        unnamed = scan.rows.unnamed
        ids = {id_ for row in rows if row in unnamed and (id_ := unnamed[row][0])}
        found = []
        for number, (id_, _) in enumerate(scan.authors.keys if ids else ()):
            if id_ in ids:
                if number not in self._by:
                    self._by[number] = _row_by(self._graph, number)
                found += self._by[number]
        return ids, found


def _row_by(graph: Graph, author: int) -> list[int]:
    """Return a row whose record tells an author in full, in a list, if there is one."""
    node = NONE
    while True:
        try:
            node = graph.sender.index(author, node + 1)
        except ValueError:
            return []
        row = graph.best[node]
        if row != NONE and row not in graph.scan.rows.unnamed:
            return [row]
