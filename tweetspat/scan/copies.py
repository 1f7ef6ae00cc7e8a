"""Copies of one tweet among the rows of a scan: which is the richest, what they tell.

As `merge` and `copies` have it for tweets.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import tzinfo
from itertools import compress
from typing import NamedTuple

from tweetspat.merge import Merged, Merging
from tweetspat.problems import Place, Problem
from tweetspat.scan.nodes import NONE, Nodes
from tweetspat.scan.records import Records, tweets_in
from tweetspat.scan.rows import (
    ANY,
    CUT,
    INCLUDED,
    KEPT,
    LOST_WORDS,
    NESTED,
    NOBODY,
    REPEATS,
    UNKNOWN,
)
from tweetspat.scan.scanning import Scan
from tweetspat.scan.words import text_in

__all__ = ["Copies", "Together"]

_RANK = CUT | LOST_WORDS | NESTED


class Together(NamedTuple):
    """Where the copies of a tweet point together, where they differ."""

    reply: int
    quotes: int
    repeats: int
    kept: int = NONE
    """The row whose links an earlier output holds, or NONE."""
    handle: int = NOBODY
    """An author with the handle that it is said to reply to, or NOBODY."""


class Copies:
    """The rows of each tweet.

    Attributes:
        best: by node the row of its richest copy; NONE for one that is not there.
        sender, time: by node who sent it, as an author, and when, as `rows` has it.
        told: by node what its copies tell together, where they differ.
    """

    def __init__(self, scan: Scan, nodes: Nodes, naive: tzinfo | None) -> None:
        """Rank them; the authors and times of `scan.rows` are used up.

        Args:
            scan: whose rows.
            nodes: which are of one tweet.
            naive: the zone of stamps that have none, where a record is read again.
        """
        self.records = Records(scan.rows, scan.parts)
        self.scan = scan
        self.nodes = nodes
        self._naive = naive
        self._repeated: Counter[str] = Counter()
        self.told: dict[int, Together] = {}
        self.best = self._richest_at_once() if scan.vectors else self._richest()
        self._columns()

    def _richest(self) -> "array[int]":
        """Return the row of each node's richest copy; note where copies differ."""
        rows, nodes = self.scan.rows, self.nodes
        copy, first = nodes.copy, nodes.first
        best = array("i", first)
        author, sent, flags = rows.author, rows.sent, rows.flags
        digest, reply, across = rows.digest, nodes.reply, nodes.across
        several_files = len({part.file for part in self.scan.parts}) > 1
        for node, row in enumerate(first):
            if row == NONE or copy[row] == NONE:
                continue
            flag = flags[row]
            best_row, rank, own = row, flag & _RANK, int(not flag & NESTED)
            told = author[row], sent[row], reply[row], across[row]
            words, same, alike = digest[row], True, True
            other = copy[row]
            while other != NONE:
                its = flags[other]
                if its & _RANK < rank:
                    best_row, rank = other, its & _RANK
                    words, alike = digest[other], True
                elif its & _RANK == rank and digest[other] != words:
                    alike = False
                if told != (
                    author[other],
                    sent[other],
                    reply[other],
                    across[other],
                ) or (its ^ flag) & (REPEATS | KEPT):
                    same = False
                own += not its & NESTED
                other = copy[other]
            best[node] = best_row
            if own != 1 or several_files or not (same and alike):
                order = self.by_riches(node, words=not (same and alike))
                best[node] = order[0]
                self._note_repeats(order)
                if not same:
                    self.told[node] = self.together(order)
        return best

    def _richest_at_once(self) -> "array[int]":
        """Do the same with numpy, but for what takes reading."""
        from tweetspat.scan.vectors.richest import richest

        found = richest(self.scan.rows, self.nodes, self.scan.parts)
        self._repeated += found.repeated
        for node, same in found.doubtful:
            order = self.by_riches(node, words=True)
            found.best[node] = order[0]
            self._note_repeats(order)
            if not same:
                self.told[node] = self.together(order)
        return found.best

    def _note_repeats(self, order: list[int]) -> None:
        """Count the copies of a tweet that repeat its richest."""
        flags = self.scan.rows.flags
        for each in order[1:]:
            if not flags[each] & (NESTED | INCLUDED):
                self._repeated[self._file(each)] += 1

    def _columns(self) -> None:
        """Fill `sender` and `time` from the rows."""
        rows, best = self.scan.rows, self.best
        author, sent = rows.author, rows.sent
        if self.scan.vectors:
            from tweetspat.scan.vectors.richest import taken

            self.sender = taken(author, best, NOBODY)
            self.time = taken(sent, best, UNKNOWN)
        else:
            author.append(NOBODY)
            sent.append(UNKNOWN)
            self.sender = array("i", map(author.__getitem__, best))
            self.time = array("q", map(sent.__getitem__, best))
        for node in self.told:
            order = self.by_riches(node, words=True)
            self.sender[node] = self._author([author[row] for row in order])
            self.time[node] = _first((sent[row] for row in order), UNKNOWN)
        rows.author, rows.sent = array("i"), array("q")

    def _author(self, told: Sequence[int]) -> int:
        """Return who sent a tweet, as its copies tell it, the richest first.

        What the first lacks of an id is filled from others with its handle.
        """
        authors = self.scan.authors
        known = [each for each in told if each != NOBODY]
        if not known or authors.keys[known[0]][0] is not None:
            return known[0] if known else NOBODY
        handle = authors.keys[known[0]][1]
        named = (authors.keys[each] for each in known)
        ids = (id_ for id_, its in named if id_ and its.lower() == handle.lower())
        return authors.numbered((next(ids, None), handle))

    def by_riches(self, node: int, *, words: bool) -> list[int]:
        """Return the rows of a node, the richest first.

        Args:
            node: which.
            words: whether to read how long the words of each are, which counts
                before where it stands.
        """
        flags, lines = self.scan.rows.flags, self.scan.rows.line
        digest = self.scan.rows.digest
        those = [*self.nodes.rows(node)]
        apart = {digest[row]: row for row in those} if words else {}
        chars = {each: self._chars(node, row) for each, row in apart.items()}

        def riches(row: int) -> tuple[int, int, str, int, int, int]:
            part, flag = self.records.part(row), flags[row]
            line = part.line + lines[row]
            length = -chars[digest[row]] if words else 0
            return flag & _RANK, length, part.file, line, flag & INCLUDED, row

        return sorted(those, key=riches)

    def _chars(self, node: int, row: int) -> int:
        """Return how long the words of a row's record are."""
        rows = self.scan.rows
        if rows.digest[row] in ANY:
            return rows.digest[row]
        return len(text_in(self.records, row, self.nodes.id[node]) or "")

    def _file(self, row: int) -> str:
        return self.records.part(row).file

    def together(self, order: list[int]) -> Together:
        """Return what copies tell, each gap of one filled from the next."""
        nodes, flags = self.nodes, self.scan.rows.flags
        repeats = [bool(flags[row] & REPEATS) for row in order]
        plain = [not each for each in repeats]
        reply = _first((nodes.reply[row] for row in order), NONE)
        return Together(
            reply,
            _first((nodes.across[row] for row in compress(order, plain)), NONE),
            _first((nodes.across[row] for row in compress(order, repeats)), NONE),
            self.kept_in(order),
            self.handle_told(order, reply),
        )

    def kept_in(self, order: Iterable[int]) -> int:
        """Return the first row whose links an earlier output holds, or NONE."""
        flags = self.scan.rows.flags
        return next((row for row in order if flags[row] & KEPT), NONE)

    def handle_told(self, order: Iterable[int], reply: int) -> int:
        """Return whom rows that reply to a tweet say that they do; see `Together`."""
        handle, its = self.scan.rows.handle, self.nodes.reply
        return _first((handle[row] for row in order if its[row] == reply), NOBODY)

    def saying(self, node: int) -> list[int]:
        """Return the rows of a tweet that have to be read: its best, and others.

        Left out are regular records that repeat the best in every column and in
        their words.
        """
        rows, nodes = self.scan.rows, self.nodes
        best = self.best[node]
        if best == NONE:
            return []
        first = nodes.first[node]
        if nodes.copy[first] == NONE:
            return [best]
        digest = rows.digest[best]
        if digest in ANY or node in self.told:
            return [*nodes.rows(node)]
        handle = self._handle(best)
        return [
            row
            for row in nodes.rows(node)
            if row == best or rows.digest[row] != digest or self._handle(row) != handle
        ]

    def _handle(self, row: int) -> str | None:
        """Return whom a row says that it replies to."""
        number = self.scan.rows.handle[row]
        return None if number == NOBODY else self.scan.authors.keys[number][1]

    def merged(self, some: Sequence[int]) -> Merged:
        """Read the tweets of some nodes again, one an id."""
        wanted = {self.scan.rows.ids.text(self.nodes.id[node]) for node in some}
        rows = [row for node in some for row in self.nodes.rows(node)]
        records = dict.fromkeys(map(self.records.of, rows))
        merging = Merging()
        unnamed = self.scan.rows.unnamed
        asked = {unnamed[row][0] for row in rows if row in unnamed}
        for account in self.scan.known_accounts() if asked else ():
            if account.id in asked:
                merging.account(account)
        for owner in self.scan.known_owners() if asked else ():
            merging.owner(owner)
        for tweet in tweets_in(records, self._naive):
            if tweet.id in wanted:
                merging.add(tweet)
        return merging.merged()

    def repeats_told(self) -> list[Problem]:
        """Say for each file how many of its records repeat others."""
        return [
            Problem(
                "duplicate",
                f"{count} of its records repeat a tweet that stands elsewhere too "
                "(duplicates); each tweet is shown once",
                Place(name, 0),
            )
            for name, count in sorted(self._repeated.items())
        ]


def _first(values: Iterable[int], nothing: int) -> int:
    return next((each for each in values if each != nothing), nothing)
