"""A heap that is scanned, not loaded: where its conversations are, and what of them.

A scan keeps of each record who, when, what it points at and where it lies.  A
conversation is read when it is wanted, by itself.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import TypeAlias

from tweetspat.conversations import Join
from tweetspat.model import Input, Spat, TweetId
from tweetspat.problems import Problem
from tweetspat.processes import made_ready
from tweetspat.scan.cutting import Groups, cut
from tweetspat.scan.excerpts import Excerpt, Reading
from tweetspat.scan.graph import Graph
from tweetspat.scan.lying import Excerpts
from tweetspat.scan.nodes import NONE
from tweetspat.scan.people import as_tweets
from tweetspat.scan.ranked import Ranked
from tweetspat.scan.scanning import scan_inputs
from tweetspat.summaries import Summary, summary_of

__all__ = ["Excerpt", "Reading", "ScannedHeap", "scan"]

Tell: TypeAlias = Callable[[Iterable[Summary]], Iterable[str]]

_AT_ONCE = 2_000
"""Tweets that are read in one go: enough to share what each portion costs, few
enough to stay in the processor's cache."""


def scan(  # noqa: PLR0913 - each by its name
    paths: Sequence[str],
    folder: str,
    reading: Reading = Reading(),  # noqa: B008 - frozen
    *,
    join: Join = "auto",
    jobs: int = 1,
    hashed: bool = False,
    left_out: Collection[str] = (),
) -> "ScannedHeap":
    """Scan inputs and cut them into conversations.

    Args:
        paths: files, folders, or "-" for standard input.
        folder: where to spool what cannot be read from its middle; it has to stay
            as long as conversations are read.
        reading: how conversations are read later.
        join: which primary parents join, see `conversations`.
        jobs: how many processes scan.
        hashed: also take the SHA-256 of every input.
        left_out: real paths of files that no folder gives.

    Raises:
        NothingReadable: not one input could be read.

    Cost:
        O(bytes) time; some hundred bytes of memory a record.
    """
    found = scan_inputs(
        paths, folder, naive=reading.naive, jobs=jobs, hashed=hashed, left_out=left_out
    )
    return ScannedHeap(Graph(found, reading), join, reading)


class ScannedHeap:
    """The conversations of a scan, the likeliest spat first.

    Attributes:
        inputs, problems, unread, skipped, cases: as a loaded `Heap` has them.
        tweets: how many tweets are there.
    """

    def __init__(self, graph: Graph, join: Join, reading: Reading) -> None:
        self._graph = graph
        self._groups = cut(graph, join)
        inferred = reading.infer != "off"
        self._ranked = Ranked(graph, self._groups, inferred=inferred)
        self._reading = reading
        gathered = graph.scan.gathered
        self.inputs: tuple[Input, ...] = tuple(gathered.inputs)
        self.unread = tuple(gathered.unread)
        self.skipped = gathered.skipped
        self.cases = tuple(gathered.cases)
        self.tweets = len(graph.best) - graph.best.count(NONE)

    def __len__(self) -> int:
        return len(self._groups)

    @property
    def graph(self) -> Graph:
        """Its tweets and links, as numbers."""
        return self._graph

    @property
    def groups(self) -> Groups:
        """Its conversations, as numbers."""
        return self._groups

    @property
    def places(self) -> Excerpts:
        """Where its conversations lie."""
        return self._excerpts

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What was odd in the inputs as a whole, as a loaded heap has it."""
        graph = self._graph
        gathered = graph.scan.gathered
        number, named = graph.scan.rows.ids.number, graph.nodes.named
        stamped = {named[number(id_)] for id_ in gathered.stamped()}
        stamped.update(*(graph.read_with.get(node, ()) for node in stamped))
        return tuple(
            dict.fromkeys(
                (
                    *gathered.problems,
                    *gathered.of_copies(graph.copies.merged([*stamped]).tweets),
                    *gathered.passed_over(),
                    *graph.problems,
                    *graph.untold(),
                    *graph.copies.repeats_told(),
                )
            )
        )

    @cached_property
    def _excerpts(self) -> Excerpts:
        return Excerpts(self._graph, self._groups, self._ranked, self._reading)

    def summaries(self, start: int = 0) -> Iterator[Summary]:
        """Yield one summary a conversation, the likeliest first, from the n-th on."""
        for places in self._ranked.portions(start):
            yield from self._summed(places)

    def told(self, tell: Tell, jobs: int) -> Iterator[str]:
        """Yield what is told of the conversations, the likeliest first.

        Args:
            tell: tells of summaries; processes that share the work call it with some
                of them at a time.
            jobs: how many processes.
        """

        def some(places: slice) -> list[str]:
            return [*tell(self._summed(places))]

        portions = self._ranked.portions()
        return chain.from_iterable(made_ready(_as_told, some, portions, jobs))

    def _summed(self, places: slice) -> Iterator[Summary]:
        for each in self._ranked.summaries(places):
            yield self._read_summary(each) if isinstance(each, int) else each

    def summary(self, number: int) -> Summary:
        """Return the summary of a conversation."""
        return self._ranked.summary(number) or self._read_summary(number)

    def _read_summary(self, number: int) -> Summary:
        excerpt = self._excerpts.of([number], alike=False)
        return summary_of(next(excerpt.spats()), excerpt.known)

    @property
    def ranked(self) -> Sequence[int]:
        """The numbers of the conversations, the likeliest first."""
        return self._ranked.order

    def size(self, number: int) -> int:
        """Return how many tweets a conversation has, lost ones among them."""
        return self._groups.size[number]

    def standing(self, number: int) -> tuple[tuple[str, ...], str]:
        """Return the files that a conversation stands in, and what marks it.

        The mark changes when its records do, as far as where they lie tells: it
        is to be taken together with the hashes of the files.
        """
        return self._excerpts.standing(number)

    def spat(self, number: int) -> Spat:
        """Read a conversation and put it together."""
        return next(self._excerpts.of([number]).spats())

    def excerpts(
        self, numbers: Iterable[int], tweets: int = _AT_ONCE
    ) -> Iterator[tuple[list[int], Excerpt]]:
        """Yield conversations in portions of about so many tweets, in their order."""
        portion: list[int] = []
        size = 0
        for number in numbers:
            portion.append(number)
            size += self.size(number)
            if size >= tweets:
                yield portion, self._excerpts.of(portion)
                portion, size = [], 0
        if portion:
            yield portion, self._excerpts.of(portion)

    def spats(self) -> Iterator[Spat]:
        """Yield the spats, the likeliest first."""
        for _, excerpt in self.excerpts(self.ranked):
            yield from excerpt.spats()

    def holding(self, status: TweetId) -> tuple[Spat, TweetId | None] | None:
        """Return the spat that holds a status, and the tweet that stands for it.

        As `reconstruction.Conversations.holding` does.
        """
        graph = self._graph
        node = graph.node(status)
        found: int | None = None
        group = NONE
        if node is not None:
            node = graph.standing(node)
            group = self._groups.of[node]
            found = node if group != NONE else None
        if group == NONE:
            node = graph.begun_by(status)
            group = NONE if node is None else self._groups.of[node]
        if group == NONE:
            return None
        return self.spat(group), None if found is None else graph.text(found)

    def unknown_accounts(self) -> list[Problem]:
        """Return a problem that names accounts of sides and cast that nobody is."""
        from tweetspat.standing import unknown_accounts

        return unknown_accounts(
            self._reading.sides,
            self._reading.cast,
            as_tweets(self._graph.scan.authors.keys),
        )


def _as_told(lines: list[str]) -> list[str]:
    return lines
