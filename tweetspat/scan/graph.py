"""Which tweet hangs under which, over the columns of a scan.

The same rules as `merge`, `links` and `linking` have for tweets, for numbers: a test
holds the two to the same conversations.
"""

from array import array
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import compress
from typing import TYPE_CHECKING, NamedTuple

from tweetspat.accounts import who_is_who
from tweetspat.merge import Merged, Merging, last_word, told_of
from tweetspat.model import Account, Notice, Tweet, TweetId
from tweetspat.naming import Naming
from tweetspat.problems import Place, Problem
from tweetspat.scan.nodes import NONE, joined
from tweetspat.scan.records import Records, tweets_in
from tweetspat.scan.rows import (
    ANY,
    CUT,
    GHOST,
    INCLUDED,
    KEPT,
    LOST_WORDS,
    NESTED,
    NOBODY,
    REPEATS,
    UNKNOWN,
    micros,
)
from tweetspat.scan.scanning import Scan
from tweetspat.sides import side_of, sides_by_account, united
from tweetspat.stamps import id_instant

if TYPE_CHECKING:
    from tweetspat.scan.excerpts import Reading

__all__ = ["ANSWER", "NO_LINK", "QUOTE", "REPLY", "Edge", "Graph"]

NO_LINK, REPLY, QUOTE, ANSWER = range(4)

_RANK = CUT | LOST_WORDS | NESTED
_ODD = KEPT | REPEATS
"""What makes that a row alone does not tell a turn's links."""


class Edge(NamedTuple):
    """A link of a turn.

    Attributes:
        to: the node that it leads to.
        kind: REPLY, QUOTE or ANSWER.
        elsewhere: what it leads to is known to stand in another conversation.
    """

    to: int
    kind: int
    elsewhere: bool = False


class _Told(NamedTuple):
    """Where the copies of a tweet point together, where they differ."""

    reply: int
    quotes: int
    repeats: int


class Graph:
    """Turns, lost tweets and the links between them.

    Attributes:
        nodes: the tweets.
        best: by node the row of its richest copy; NONE for one that is not there.
        stands: by node what stands for it: the original of a retweet, the newest of
            an edited tweet's versions; NONE for a turn.
        parent: by node where its first link leads that is not elsewhere, or NONE.
        kind: by node what that link is: NO_LINK, REPLY, QUOTE or ANSWER.
        several: by node whether it has other links than the first.
        alive: by node whether it is a turn, or a lost tweet that a turn names.
        who: by author who it is: the numbers of one account are the same.
        sender, time: by node who sent it, as an author, and when, as `rows` has it.
        voice: the same, but those of one side are the same where sides are given.
        bare, bare_voice: by author the same of the handle alone, without the id.
        handles: by author the handle.
        told: by node what its copies tell together, where they differ.
        problems: what a reader should know of the whole.
        versions: for the ids of earlier versions, those that stand for them.
    """

    def __init__(self, scan: Scan, reading: "Reading") -> None:
        """Build it; the columns of `scan.rows` that name other tweets are used up."""
        self.scan = scan
        self._reading = reading
        self.records = Records(scan.rows, scan.parts)
        ids = scan.rows.ids
        told = [id_ for teller, own in scan.rows.versions for id_ in (teller, *own)]
        told += [notice.id for notice in scan.notices]
        told += scan.gathered.stamped()
        cases = [id_ for case in scan.gathered.cases for id_ in case.tweets]
        linked = [
            link.to
            for links in scan.rows.links.values()
            for link in links
            if not link.elsewhere
        ]
        far = [
            link.to
            for links in scan.rows.links.values()
            for link in links
            if link.elsewhere
        ]
        self.problems: list[Problem] = []
        self._name_authors()
        self.nodes = joined(
            scan.rows,
            map(ids.number, dict.fromkeys((*told, *cases, *linked, *far))),
            map(ids.number, dict.fromkeys(linked)),
        )
        size = len(self.nodes)
        self.handles = [handle for _, handle in scan.authors.keys]
        self.who, self.bare = self._accounts()
        self.voice, self.bare_voice = self._sided()
        self.told: dict[int, _Told] = {}
        self._repeated: Counter[str] = Counter()
        self.best = self._richest()
        self._columns()
        self.stands = array("i", b"\xff" * (4 * size))
        self.versions = self._join_versions()
        self.alive = bytearray(size)
        self.parent = array("i", b"\xff" * (4 * size))
        self.kind = bytearray(size)
        self.several = bytearray(size)
        self._fold()
        self._link()

    # -- who

    def _name_authors(self) -> None:
        """Fill the authors that other records tell of."""
        scan, rows = self.scan, self.scan.rows
        if not rows.unnamed:
            return
        accounts: dict[str, set[Account]] = {}
        for id_, handle in scan.authors.keys:
            if id_ is not None:
                accounts.setdefault(id_, set()).add(Account(handle, None, id_))
        for account in scan.accounts:
            if account.id:
                accounts.setdefault(account.id, set()).add(account)
        naming = Naming(accounts, scan.owners)
        for row, (account_id, archive) in rows.unnamed.items():
            found = naming.author(account_id, archive)
            if found is not None:
                rows.author[row] = scan.authors.number(found)
        self.problems += naming.problems()

    def _accounts(self) -> "tuple[array[int], array[int]]":
        """Return who each author is, as `accounts.who_is_who` tells it, and who its
        handle is without the account id.
        """  # noqa: D205 - one sentence
        keys = self.scan.authors.keys
        ids: dict[str, str | None] = {}
        for id_, handle in keys:
            if id_ is not None and ids.setdefault(handle.lower(), id_) != id_:
                ids[handle.lower()] = None  # several accounts have had it
        numbers: dict[str, int] = {}
        who, bare = array("i"), array("i")
        for id_, handle in keys:
            named = ids.get(handle.lower()) or f"@{handle.lower()}"
            bare.append(numbers.setdefault(named, len(numbers)))
            who.append(numbers.setdefault(id_ or named, len(numbers)))
        who.append(NOBODY)
        bare.append(NOBODY)
        return who, bare

    def _sided(self) -> "tuple[array[int], array[int]]":
        """Return the same by voices: a side's where one is given."""
        reading, keys = self._reading, self.scan.authors.keys
        told = [side for case in self.scan.gathered.cases for side in case.sides]
        stated = [side for side in told if side.basis != "suggested"]
        given = [*reading.sides, *reading.cast.sides] or stated
        if not given:
            return self.who, self.bare
        accounts = who_is_who(self.as_tweets())
        stands = sides_by_account(united(given, accounts), accounts)
        voices, named = array("i", self.who), array("i", self.bare)
        names: dict[str, int] = {}
        for number, (id_, handle) in enumerate(keys):
            for account, those in ((id_, voices), (None, named)):
                side = side_of(Account(handle, None, account), stands, accounts)
                if side:
                    own = names.setdefault(side.name, 2 * len(keys) + len(names))
                    those[number] = own
        return voices, named

    def as_tweets(self) -> Iterator[Tweet]:
        """Yield the authors as `who_is_who` takes them."""
        return _as_authors(self.scan.authors.keys)

    # -- copies

    def _richest(self) -> "array[int]":
        """Return the row of each node's richest copy; note where copies differ."""
        rows, nodes = self.scan.rows, self.nodes
        copy, first = nodes.copy, nodes.first
        best = array("i", first)
        author, sent, flags = rows.author, rows.sent, rows.flags
        reply, across = nodes.reply, nodes.across
        several_files = len({part.file for part in self.scan.parts}) > 1
        for node, row in enumerate(first):
            if row == NONE or copy[row] == NONE:
                continue
            flag = flags[row]
            best_row, rank, own = row, flag & _RANK, int(not flag & NESTED)
            told = author[row], sent[row], reply[row], across[row]
            same = True
            other = copy[row]
            while other != NONE:
                its = flags[other]
                if its & _RANK < rank:
                    best_row, rank = other, its & _RANK
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
            if own != 1 or several_files or not same:
                order = self._by_riches(node, words=not same)
                best[node] = order[0]
                for each in order[1:]:
                    if not flags[each] & (NESTED | INCLUDED):
                        self._repeated[self._file(each)] += 1
                if not same:
                    self.told[node] = self._together(order)
        return best

    def _columns(self) -> None:
        """Fill `sender` and `time` from the rows."""
        rows, best = self.scan.rows, self.best
        author, sent = rows.author, rows.sent
        author.append(NOBODY)
        sent.append(UNKNOWN)
        self.sender = array("i", map(author.__getitem__, best))
        self.time = array("q", map(sent.__getitem__, best))
        for node in self.told:
            order = self._by_riches(node, words=True)
            self.sender[node] = _first((author[row] for row in order), NOBODY)
            self.time[node] = _first((sent[row] for row in order), UNKNOWN)
        rows.author, rows.sent = array("i"), array("q")

    def _by_riches(self, node: int, *, words: bool) -> list[int]:
        """Return the rows of a node, the richest first.

        Args:
            node: which.
            words: whether to read how long the words of each are, which counts
                before where it stands.
        """
        flags, lines = self.scan.rows.flags, self.scan.rows.line

        def riches(row: int) -> tuple[int, int, str, int, int, int]:
            part, flag = self.records.part(row), flags[row]
            line = part.line + lines[row]
            length = -self._chars(row) if words else 0
            return flag & _RANK, length, part.file, line, flag & INCLUDED, row

        return sorted(self.nodes.rows(node), key=riches)

    def _chars(self, row: int) -> int:
        """Return how long the words of a row's record are."""
        rows = self.scan.rows
        id_, nested = rows.ids.text(rows.id[row]), bool(rows.flags[row] & NESTED)
        found = tweets_in([self.records.of(row)], self._reading.naive)
        lengths = (
            len(tweet.text or "")
            for tweet in found
            if tweet.id == id_ and (tweet.nested_in is not None) == nested
        )
        return next(lengths, 0)

    def _file(self, row: int) -> str:
        return self.records.part(row).file

    def _together(self, order: list[int]) -> _Told:
        """Return what copies tell, each gap of one filled from the next."""
        nodes, flags = self.nodes, self.scan.rows.flags
        repeats = [bool(flags[row] & REPEATS) for row in order]
        plain = [not each for each in repeats]
        return _Told(
            _first((nodes.reply[row] for row in order), NONE),
            _first((nodes.across[row] for row in compress(order, plain)), NONE),
            _first((nodes.across[row] for row in compress(order, repeats)), NONE),
        )

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
        if digest == ANY or node in self.told:
            return [*nodes.rows(node)]
        return [
            row for row in nodes.rows(node) if row == best or rows.digest[row] != digest
        ]

    def merged(self, some: Sequence[int]) -> Merged:
        """Read the tweets of some nodes again, one an id."""
        wanted = {self.scan.rows.ids.text(self.nodes.id[node]) for node in some}
        rows = [row for node in some for row in self.nodes.rows(node)]
        records = dict.fromkeys(map(self.records.of, rows))
        merging = Merging()
        unnamed = self.scan.rows.unnamed
        asked = {unnamed[row][0] for row in rows if row in unnamed}
        for account in self.scan.accounts if asked else ():
            if account.id in asked:
                merging.account(account)
        for tweet in tweets_in(records, self._reading.naive):
            if tweet.id in wanted:
                merging.add(tweet)
        return merging.merged()

    def _join_versions(self) -> dict[TweetId, TweetId]:
        """Let the newest version of an edited tweet stand for the others."""
        told = self.scan.rows.versions
        if not told:
            return {}
        number, named = self.scan.rows.ids.number, self.nodes.named
        asked = {number(id_) for teller, own in told for id_ in (teller, *own)}
        there = [named[id_] for id_ in asked if id_ in named]
        found = self.merged([node for node in there if self.best[node] != NONE])
        for old, new in found.versions.items():
            if number(old) in named:
                self.stands[named[number(old)]] = named[number(new)]
        for id_ in set(found.versions.values()):
            self._tell(named[number(id_)], found.tweets[id_])
        return dict(found.versions)

    def _tell(self, node: int, tweet: Tweet) -> None:
        """Note what a merged tweet tells, where its copies alone do not."""
        old = self.told.get(node) or self._together([self.best[node]])
        self.time[node] = micros(tweet.sent)
        self.told[node] = _Told(
            old.reply if tweet.reply_to else NONE,
            old.quotes if tweet.quotes else NONE,
            old.repeats if tweet.repeats else NONE,
        )

    # -- what a node tells

    def ghost(self, node: int) -> bool:
        """Tell whether a node stands for a tweet whose words are lost."""
        row = self.best[node]
        return row == NONE or bool(self.scan.rows.flags[row] & GHOST)

    def text(self, node: int) -> TweetId:
        """Return the id of a node as its source wrote it."""
        return self.scan.rows.ids.text(self.nodes.id[node])

    def copied(self, node: int) -> bool:
        """Tell whether a tweet has another copy as rich as its best."""
        nodes = self.nodes
        if nodes.copy[nodes.first[node]] == NONE:
            return False
        flags = self.scan.rows.flags
        ranks = [flags[row] & _RANK for row in self.nodes.rows(node)]
        return ranks.count(min(ranks)) > 1

    def dated(self, node: int) -> bool:
        """Tell whether the id of a lost tweet tells when it was sent."""
        return id_instant(self.text(node)) is not None

    def answered(self, child: int, to: int) -> int:
        """Return whom a turn says that it replies to, if `to` is its reply.

        An author with that handle, whoever has it, or NOBODY.
        """
        rows, reply = self.scan.rows, self.nodes.reply
        best = self.best[child]
        if reply[best] == to and rows.handle[best] != NOBODY:
            handle = rows.handle[best]
        else:
            handle = next(
                (
                    rows.handle[row]
                    for row in self.nodes.rows(child)
                    if reply[row] == to and rows.handle[row] != NOBODY
                ),
                NOBODY,
            )
        return handle

    def lay_claim(self, found: dict[int, int], child: int, to: int) -> None:
        """Note whose a lost tweet is, as a reply to it tells; the first handle counts.

        Args:
            found: by lost tweet an author with the handle.
            child: what answers the lost tweet.
            to: the lost tweet.
        """
        author = self.answered(child, to)
        if author == NOBODY:
            return
        known = found.get(to)
        if known is None or self.handles[author] < self.handles[known]:
            found[to] = author

    def node(self, id_: TweetId) -> int | None:
        """Return the node of an id, or None where it is named nowhere."""
        number = self.scan.rows.ids.known(id_)
        if number is None:
            return None
        try:
            return self.nodes.id.index(number)
        except ValueError:
            return None

    def begun_by(self, id_: TweetId) -> int | None:
        """Return a turn that the platform counts in the conversation of that id."""
        number = self.scan.rows.ids.known(id_)
        rows, ids = self.scan.rows.conversations
        found = (
            self.standing(self.nodes.of[row])
            for row, each in zip(rows, ids, strict=True)
            if each == number
        )
        return next((node for node in found if self.alive[node]), None)

    # -- links

    def _fold(self) -> None:
        """Let originals stand for their retweets; tell which tweets are turns."""
        best, stands, alive = self.best, self.stands, self.alive
        flags = self.scan.rows.flags
        for node, row in enumerate(best):
            if row != NONE:
                alive[node] = 1
                if flags[row] & REPEATS or node in self.told:
                    repeating = stands[node] == NONE and self._repeats(node) != NONE
                    if repeating:
                        stands[node] = self._original(node)
        gone = [node for node, original in enumerate(stands) if original != NONE]
        for node in gone:
            alive[stands[node]] = 1
        for node in gone:
            alive[node] = 0

    def _repeats(self, node: int) -> int:
        """Return what a tweet natively retweets, or NONE."""
        told = self.told.get(node)
        if told:
            return told.repeats
        row = self.best[node]
        if row == NONE or not self.scan.rows.flags[row] & REPEATS:
            return NONE
        return self.nodes.across[row]

    def _original(self, node: int) -> int:
        """Follow a retweet of a retweet to what was first said; NONE in a ring."""
        seen = {node}
        original = self._repeats(node)
        while original != NONE:
            newest = self.stands[original]
            if newest != NONE and self._repeats(original) == NONE:
                original = newest
            if self.best[original] == NONE:
                break
            if original in seen:
                return NONE
            seen.add(original)
            following = self._repeats(original)
            if following == NONE:
                break
            original = following
        return original

    def standing(self, node: int) -> int:
        """Return what stands for a node: itself, an original, a newest version."""
        found = self.stands[node]
        if found == NONE:
            return node
        further = self.stands[found]
        return found if further == NONE else further

    def edges(self, node: int) -> list[Edge]:
        """Return the links of a turn, the primary parent first."""
        row = self.best[node]
        if row == NONE:
            return []
        told = self.told.get(node)
        flags = self.scan.rows.flags[row]
        if flags & KEPT:
            return [*self._kept(row)]
        reply, across = self.nodes.reply[row], self.nodes.across[row]
        if told:
            reply, across = told.reply, told.quotes
        elif flags & REPEATS:
            across = NONE
        found = []
        if reply != NONE:
            found.append(Edge(self.standing(reply), REPLY))
        if across != NONE:
            found.append(Edge(self.standing(across), QUOTE))
        return found

    def replaced(self, node: int) -> list[int]:
        """Return which nodes that a turn names others stand for: retweets, versions."""
        row = self.best[node]
        if row == NONE:
            return []
        named = [self.nodes.reply[row], self.nodes.across[row]]
        if node in self.told:
            named += self.told[node]
        number, nodes = self.scan.rows.ids.number, self.nodes.named
        named += (
            nodes.get(number(link.to), NONE)
            for link in self.scan.rows.links.get(row, ())
        )
        return [each for each in named if each != NONE and self.stands[each] != NONE]

    def _kept(self, row: int) -> Iterator[Edge]:
        number, named = self.scan.rows.ids.number, self.nodes.named
        for link in self.scan.rows.links.get(row, ()):
            to = named.get(number(link.to))
            if to is None:
                continue
            kind = {"replied_to": REPLY, "quoted": QUOTE}.get(link.relation, ANSWER)
            yield Edge(self.standing(to), kind, link.elsewhere)

    def _link(self) -> None:
        """Fill `parent` and `kind`; tell which lost tweets are named."""
        stands, alive, told = self.stands, self.alive, self.told
        reply, across, flags = self.nodes.reply, self.nodes.across, self.scan.rows.flags
        parent, kind, several = self.parent, self.kind, self.several
        standing = self.standing
        for node, row in enumerate(self.best):
            if row == NONE or not alive[node]:
                continue
            to, quoted = reply[row], across[row]
            if flags[row] & _ODD or node in told:
                self._link_odd(node)
            elif to != NONE:
                if stands[to] != NONE:
                    to = standing(to)
                kind[node] = REPLY
                parent[node] = to
                alive[to] = 1
                if quoted != NONE:
                    several[node] = 1
                    alive[standing(quoted)] = 1
            elif quoted != NONE:
                if stands[quoted] != NONE:
                    quoted = standing(quoted)
                kind[node] = QUOTE
                parent[node] = quoted
                alive[quoted] = 1

    def _link_odd(self, node: int) -> None:
        """Do the same for a turn whose row alone does not tell its links."""
        found = self.edges(node)
        near = [edge for edge in found if not edge.elsewhere]
        for edge in near:
            self.alive[edge.to] = 1
        if near:
            self.parent[node], self.kind[node] = near[0].to, near[0].kind
        self.several[node] = len(found) > 1 or len(near) < len(found)

    def untold(self) -> list[Problem]:
        """Say how many tweets each file tells of that nothing else names."""
        notices: dict[TweetId, Notice] = {}
        for notice in self.scan.notices:
            known = notices.get(notice.id)
            if known is None or last_word(notice) < last_word(known):
                notices[notice.id] = notice
        number, named = self.scan.rows.ids.number, self.nodes.named
        counts = Counter(
            (notice.place.file, notice.state)
            for id_, notice in notices.items()
            if number(id_) not in named and id_ not in self.versions
        )
        return [told_of(*key, count) for key, count in sorted(counts.items())]

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


def _as_authors(keys: Sequence[tuple[str | None, str]]) -> Iterator[Tweet]:
    place = Place("", 0)
    for id_, handle in keys:
        author = Account(handle, None, id_)
        yield Tweet(TweetId(""), author, None, None, None, place)
