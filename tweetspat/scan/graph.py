"""Which tweet hangs under which, over the columns of a scan.

The same rules as `merge`, `links` and `linking` have for tweets, for numbers: a test
holds the two to the same conversations.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from tweetspat.links import beside_kept
from tweetspat.merge import last_word, told_of
from tweetspat.model import Link, Notice, Relation, TweetId
from tweetspat.problems import Problem
from tweetspat.scan.copies import Copies
from tweetspat.scan.edits import joined_versions
from tweetspat.scan.kept_links import answers_among, earlier_links
from tweetspat.scan.nodes import ANSWER, NO_LINK, NONE, QUOTE, REPLY, Nodes, joined
from tweetspat.scan.people import People, name_authors, people
from tweetspat.scan.rows import GHOST, KEPT, NOBODY, REPEATS, Rows
from tweetspat.scan.scanning import Scan
from tweetspat.stamps import id_instant

if TYPE_CHECKING:
    from tweetspat.scan.excerpts import Reading

__all__ = ["ANSWER", "NO_LINK", "QUOTE", "REPLY", "Edge", "Graph"]

_KINDS: Mapping[Relation, int] = {"replied_to": REPLY, "quoted": QUOTE}

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


def _joined(scan: Scan) -> Callable[[Rows, Iterable[int], Iterable[int]], Nodes]:
    """Return what joins rows of one tweet."""
    if scan.vectors:
        from tweetspat.scan.vectors import joining

        return joining.joined
    return joined


class Graph:
    """Turns, lost tweets and the links between them.

    Attributes:
        nodes: the tweets.
        stands: by node what stands for it: the original of a retweet, the newest of
            an edited tweet's versions; NONE for a turn.
        parent: by node where its first link leads that is not elsewhere, or NONE.
        kind: by node what that link is: NO_LINK, REPLY, QUOTE or ANSWER.
        several: by node whether it has other links than the first.
        alive: by node whether it is a turn, or a lost tweet that a turn names.
        people: who the authors are.
        copies: the rows of each tweet; `best`, `sender`, `time`, `told` and `records`
            are theirs.
        problems: what a reader should know of the whole.
        introducing: by account id the rows that tell what the account is called.
        versions: for the ids of earlier versions, those that stand for them.
        read_with: by node others without which its own records do not tell what it is:
            those of a ring of retweets, or that are said to be versions of one tweet.
        seats: by node what its conversation id stands for, where `nodes.seats` do not
            tell; see there.
    """

    def __init__(self, scan: Scan, reading: "Reading") -> None:
        """Build it; the columns of `scan.rows` that name other tweets are used up."""
        self.scan = scan
        ids = scan.rows.ids
        versions = [id_ for teller, own in scan.rows.versions for id_ in (teller, *own)]
        told = [notice.id for notice in scan.notices]
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
        self.problems, self.introducing = name_authors(scan)
        self.nodes = _joined(scan)(
            scan.rows,
            map(ids.number, dict.fromkeys((*told, *versions, *cases, *linked, *far))),
            map(ids.number, dict.fromkeys((*versions, *linked))),
        )
        size = len(self.nodes)
        self.copies = Copies(scan, self.nodes, reading.naive)
        self.records, self.told = self.copies.records, self.copies.told
        self.best = self.copies.best
        self.sender, self.time = self.copies.sender, self.copies.time
        if not scan.rows.conversations[0]:
            self.nodes.of = array("i")  # only who tells a conversation is looked up
        self.stands = array("i", b"\xff" * (4 * size))
        edits = joined_versions(scan, self.nodes, self.copies, self.stands)
        self.versions, self.seats = edits.versions, edits.seats
        self.read_with = edits.together
        self._newest, self._earlier = edits.newest, edits.earlier
        self.people = self._people(reading)
        self.alive = bytearray(size)
        self.parent = array("i", b"\xff" * (4 * size))
        self.kind = bytearray(size)
        self.several = bytearray(size)
        self._fold()
        self._link()

    def _people(self, reading: "Reading") -> People:
        """Return who is who, of those who sent a tweet that no newer one stands for."""
        sides, cast = (*reading.sides, *reading.cast.sides), reading.cast
        cases = self.scan.gathered.cases
        stated = (side for case in cases for side in case.sides)
        named = [each for side in (*sides, *stated) for each in side.accounts]
        senders = self.sender
        if self._newest:
            senders = senders[:]
            for earlier in self._newest:
                senders[earlier] = NOBODY
        return people(self.scan, senders, sides, (*named, *cast.names, *cast.zones))

    # -- what a node tells

    def ghost(self, node: int) -> bool:
        """Tell whether a node stands for a tweet whose words are lost."""
        row = self.best[node]
        return row == NONE or bool(self.scan.rows.flags[row] & GHOST)

    def text(self, node: int) -> TweetId:
        """Return the id of a node as its source wrote it."""
        return self.scan.rows.ids.text(self.nodes.id[node])

    def dated(self, node: int) -> bool:
        """Tell whether the id of a lost tweet tells when it was sent."""
        return id_instant(self.text(node)) is not None

    def answered(self, child: int, to: int) -> int:
        """Return whom a turn says that it replies to, if `to` is its reply.

        An author with that handle, whoever has it, or NOBODY.
        """
        best, told = self.best[child], self.told.get(child)
        if told:
            return told.handle if told.reply == to else NOBODY
        if self.nodes.reply[best] != to:
            return NOBODY
        handle = self.scan.rows.handle[best]
        if handle == NOBODY and self.nodes.copy[self.nodes.first[child]] != NONE:
            order = self.copies.by_riches(child, words=True)
            handle = self.copies.handle_told(order, to)
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
        if known is None or self.people.handles[author] < self.people.handles[known]:
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
        stands, alive = self.stands, self.alive
        if self.scan.vectors:
            from tweetspat.scan.vectors.linking import fold

            fold(self, self._follow)
            return
        self._follow(self._retweets())
        gone = [node for node, original in enumerate(stands) if original != NONE]
        for node in gone:
            alive[stands[node]] = 1
        for node in gone:
            alive[node] = 0

    def _follow(self, retweets: Iterable[int]) -> None:
        """Let the originals of some tweets that may be retweets stand for them."""
        stands = self.stands
        for node in retweets:
            if stands[node] == NONE and self._repeats(node) != NONE:
                seen, stands[node] = self._original(node)
                if stands[node] == NONE:
                    self._read_with(node, seen)

    def _retweets(self) -> list[int]:
        """Tell which tweets are there; return those that may repeat others."""
        alive, flags = self.alive, self.scan.rows.flags
        found = []
        for node, row in enumerate(self.best):
            if row != NONE:
                alive[node] = 1
                if flags[row] & REPEATS or node in self.told:
                    found.append(node)
        return found

    def _repeats(self, node: int) -> int:
        """Return what a tweet natively retweets, or NONE."""
        told = self.told.get(node)
        if told:
            return told.repeats
        row = self.best[node]
        if row == NONE or not self.scan.rows.flags[row] & REPEATS:
            return NONE
        return self.nodes.across[row]

    def _original(self, node: int) -> tuple[list[int], int]:
        """Follow a retweet of a retweet to what was first said; NONE in a ring.

        Returns:
            All that lies between, and that.
        """
        seen = {node: None}
        original = self._repeats(node)
        while original != NONE:
            original = self._newest.get(original, original)
            if self.best[original] == NONE:
                break
            if original in seen:
                return [*seen], NONE
            seen[original] = None
            following = self._repeats(original)
            if following == NONE:
                break
            original = following
        return [*seen], original

    def counted_in(self, node: int, seat: int) -> None:
        """Note that a turn's conversation id is one that another tweet stands for."""
        self._read_with(node, self._behind([seat]))

    def _read_with(self, node: int, others: Sequence[int]) -> None:
        known = self.read_with.get(node, ())
        further = (each for one in others for each in self.read_with.get(one, ()))
        self.read_with[node] = tuple(dict.fromkeys((*known, *others, *further)))

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
        kept = told.kept if told else row if flags & KEPT else NONE
        if kept != NONE:
            return [*self._kept(node, kept)]
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
            named += self.told[node][:3]
        if self.scan.rows.links:
            number, nodes = self.scan.rows.ids.number, self.nodes.named
            links = chain.from_iterable(self._held(node))
            named += (nodes.get(number(link.to), NONE) for link in links)
        return self._behind(named)

    def _behind(self, named: Iterable[int]) -> list[int]:
        """Return those of some nodes that others stand for, and what lies between."""
        found = [each for each in named if each != NONE and self.stands[each] != NONE]
        for each in found:  # grows: of a retweet of a retweet all that lies between
            for further in (self.stands[each], self._repeats(each)):
                gone = further != NONE and self.stands[further] != NONE
                if gone and further not in found:
                    found.append(further)
        return found

    def _kept(self, node: int, row: int) -> Iterator[Edge]:
        """Yield the links that an earlier output holds, with what copies state."""
        rows, told = self.scan.rows, self.told.get(node)
        number, named = rows.ids.number, self.nodes.named
        held = self._held(node)
        links = earlier_links(rows.links.get(row, ()), held)
        kept = [
            (link, self.standing(to))
            for link in links
            if (to := named.get(number(link.to))) is not None
        ]
        said: list[tuple[Relation, int]] = []
        if told:
            said = [("replied_to", told.reply), ("quoted", told.quotes)]
        said += [("answers", named.get(number(to), NONE)) for to in answers_among(held)]
        stated = [(word, self.standing(to)) for word, to in said if to != NONE]
        for at, (relation, to) in beside_kept(kept, stated):
            kind = _KINDS.get(relation, ANSWER)
            yield Edge(to, kind, at is not None and kept[at][0].elsewhere)

    def _held(self, node: int) -> list[tuple[Link, ...]]:
        """Return the links of each copy of a turn and its versions that has its own."""
        those = (node, *self._earlier.get(node, ()))
        links = self.scan.rows.links
        every = (row for each in those for row in self.nodes.rows(each))
        return [links[row] for row in every if row in links]

    def _link(self) -> None:
        """Fill `parent` and `kind`; tell which lost tweets are named."""
        if self.scan.vectors:
            from tweetspat.scan.vectors.linking import link

            link(self, self._link_odd)
            return
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
        rows, named = self.scan.rows, self.nodes.named
        number = rows.ids.number
        spoken = {link.to for links in rows.links.values() for link in links}
        counts = Counter(
            (notice.place.file, notice.state)
            for id_, notice in notices.items()
            if number(id_) not in named and id_ not in spoken
        )
        return [told_of(*key, count) for key, count in sorted(counts.items())]
