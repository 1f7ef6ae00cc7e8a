"""Which tweet hangs under which, over the columns of a scan.

The same rules as `merge`, `links` and `linking` have for tweets, for numbers: a test
holds the two to the same conversations.
"""

from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from tweetspat.links import beside_kept
from tweetspat.merge import last_word, told_of
from tweetspat.model import Notice, Relation, Tweet, TweetId
from tweetspat.problems import Problem
from tweetspat.scan.copies import Copies, Together
from tweetspat.scan.kept_links import answers_among, earlier_links
from tweetspat.scan.nodes import ANSWER, NO_LINK, NONE, QUOTE, REPLY, Nodes, joined
from tweetspat.scan.people import name_authors, people
from tweetspat.scan.rows import GHOST, KEPT, NOBODY, REPEATS, Rows, micros
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
        versions: for the ids of earlier versions, those that stand for them.
    """

    def __init__(self, scan: Scan, reading: "Reading") -> None:
        """Build it; the columns of `scan.rows` that name other tweets are used up."""
        self.scan = scan
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
        self.problems = name_authors(scan)
        self.nodes = _joined(scan)(
            scan.rows,
            map(ids.number, dict.fromkeys((*told, *cases, *linked, *far))),
            map(ids.number, dict.fromkeys(linked)),
        )
        size = len(self.nodes)
        self.people = people(scan, (*reading.sides, *reading.cast.sides))
        self.copies = Copies(scan, self.nodes, reading.naive)
        self.records, self.told = self.copies.records, self.copies.told
        self.best = self.copies.best
        self.sender, self.time = self.copies.sender, self.copies.time
        if not scan.rows.conversations[0]:
            self.nodes.of = array("i")  # only who tells a conversation is looked up
        self.stands = array("i", b"\xff" * (4 * size))
        self.versions = self._join_versions()
        self.alive = bytearray(size)
        self.parent = array("i", b"\xff" * (4 * size))
        self.kind = bytearray(size)
        self.several = bytearray(size)
        self._fold()
        self._link()

    def _join_versions(self) -> dict[TweetId, TweetId]:
        """Let the newest version of an edited tweet stand for the others."""
        told = self.scan.rows.versions
        if not told:
            return {}
        number, named = self.scan.rows.ids.number, self.nodes.named
        asked = {number(id_) for teller, own in told for id_ in (teller, *own)}
        there = [named[id_] for id_ in asked if id_ in named]
        found = self.copies.merged([node for node in there if self.best[node] != NONE])
        for old, new in found.versions.items():
            if number(old) in named:
                self.stands[named[number(old)]] = named[number(new)]
        for id_ in set(found.versions.values()):
            self._tell(named[number(id_)], found.tweets[id_])
        return dict(found.versions)

    def _tell(self, node: int, tweet: Tweet) -> None:
        """Note what a merged tweet tells, where its copies alone do not."""
        old = self.told.get(node) or self.copies.together([self.best[node]])
        self.time[node] = micros(tweet.sent)
        self.told[node] = Together(
            old.reply if tweet.reply_to else NONE,
            old.quotes if tweet.quotes else NONE,
            old.repeats if tweet.repeats else NONE,
            old.kept,
        )

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
                stands[node] = self._original(node)

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
            row = self.told[node].kept if self.told[node].kept != NONE else row
        number, nodes = self.scan.rows.ids.number, self.nodes.named
        named += (
            nodes.get(number(link.to), NONE)
            for link in self.scan.rows.links.get(row, ())
        )
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
        held = [
            rows.links[each] for each in self.nodes.rows(node) if each in rows.links
        ]
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
        number, named = self.scan.rows.ids.number, self.nodes.named
        counts = Counter(
            (notice.place.file, notice.state)
            for id_, notice in notices.items()
            if number(id_) not in named and id_ not in self.versions
        )
        return [told_of(*key, count) for key, count in sorted(counts.items())]
