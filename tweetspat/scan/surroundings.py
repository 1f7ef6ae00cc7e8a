"""What tells one conversation of a scan that may be a scan of some lines only.

Which tweets have to be known in full before it is what a scan of all lines would
make of it, and whose accounts.
"""

from collections import defaultdict
from collections.abc import Iterator

from tweetspat.ranking import FEWEST
from tweetspat.scan import ScannedHeap
from tweetspat.scan.excerpts import Reading
from tweetspat.scan.graph import QUOTE
from tweetspat.scan.haystack import Unfit
from tweetspat.scan.nodes import NONE
from tweetspat.scan.rows import NOBODY

__all__ = ["Surroundings"]


class Surroundings:
    """A conversation, and what stands around it.

    Attributes:
        size: how many tweets it has, lost ones among them.
    """

    def __init__(self, heap: ScannedHeap, group: int) -> None:
        self._graph = heap.graph
        self._groups = heap.groups
        self._members = set(heap.groups.members(group))
        self.size = len(self._members)

    def ids(self, *, quotes: bool) -> Iterator[int]:
        """Yield the ids of all tweets that its spat is told by.

        Args:
            quotes: whether a quote joins in small trees only.

        Raises:
            Unfit: what else names a lost tweet beside it has to be known.
        """
        graph, members = self._graph, self._members
        id_ = graph.nodes.id
        beside: set[int] = set()
        for child, to in self._groups.crossing:
            if child in members:
                beside.add(to)
            elif to in members:
                beside.add(child)
        for node, stands in enumerate(graph.stands):
            if stands != NONE and graph.standing(node) in members:
                yield id_[node]
        for node in members | beside:
            yield id_[node]
        lost = {to for to in beside if graph.best[to] == NONE}
        kinds: defaultdict[int, set[int]] = defaultdict(set)
        for child in range(len(graph.nodes)) if lost else ():
            if graph.alive[child] and any(e.to in lost for e in graph.edges(child)):
                kinds[graph.parent[child]].add(graph.kind[child])
                yield id_[child]
        if quotes and any(kinds.get(to) == {QUOTE} for to in lost):
            raise Unfit

    def handles(self, reading: Reading) -> Iterator[str]:
        """Yield the handles of which it matters for the score who has had them.

        Those of sides do, and that of a lost tweet whose answers were answered: it
        may be by who did so.

        Raises:
            Unfit: records do not agree on who sent a lost tweet.
        """
        if self.size < FEWEST:
            return
        given = (*reading.sides, *reading.cast.sides)
        for written in (each for side in given for each in side.accounts):
            if not written.startswith("#"):
                yield written.lower()
        graph, sender, who = self._graph, self._graph.sender, self._graph.people.who
        links = [
            (child, edge.to)
            for child in self._members
            if graph.best[child] != NONE
            for edge in graph.edges(child)
            if edge.to in self._members
        ]
        lost = {to for _, to in links if graph.best[to] == NONE}
        answered = {
            who[sender[to]]
            for child, to in links
            if to not in lost and who[sender[child]] != who[sender[to]]
        }
        for to in lost:
            children = [child for child, other in links if other == to]
            if answered.isdisjoint(who[sender[child]] for child in children):
                continue
            named = {each for child in children for each in self._told(child, to)}
            if len(named) > 1:
                raise Unfit
            yield from (each.lower() for each in named)

    def _told(self, child: int, to: int) -> Iterator[str]:
        """Yield the handles to which the copies of a tweet say that it replies."""
        graph = self._graph
        rows = graph.scan.rows
        for row in graph.nodes.rows(child):
            if graph.nodes.reply[row] == to and rows.handle[row] != NOBODY:
                yield graph.people.handles[rows.handle[row]]
