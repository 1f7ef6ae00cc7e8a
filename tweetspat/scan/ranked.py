"""Conversations of a scan, ranked, each in one line."""

from array import array
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property, partial
from typing import Any

from tweetspat.ranking import COLD, FEWEST, Heat, hottest
from tweetspat.scan.counting import Counted, counted
from tweetspat.scan.cutting import Groups
from tweetspat.scan.graph import Graph
from tweetspat.scan.nodes import NONE
from tweetspat.scan.rows import NOBODY, instant
from tweetspat.scan.words import texts
from tweetspat.summaries import Summary

__all__ = ["Ranked"]

_AT_ONCE = 1 << 11
"""Conversations that are told of together: enough to share what that costs."""

_AT_FIRST = 1 << 6

_ANSWERS = 1 << 24
_SPREAD = 7_368_787
"""A prime, by which the voices of an answer spread over the table of answers."""

_new: Callable[[type[Summary], tuple[object, ...]], Summary] = tuple.__new__
"""Makes a Summary from all its fields in their order, in a quarter of a call's time."""


class Ranked:
    """Every conversation's score, and its summary where it is asked for."""

    def __init__(self, graph: Graph, groups: Groups, *, inferred: bool) -> None:
        """Score all of them.

        Args:
            graph: of the whole scan.
            groups: its conversations.
            inferred: whether links are inferred where one is read.

        Cost:
            O(n log n).
        """
        self._graph = graph
        self._groups = groups
        self._inferred = inferred
        self._heats: dict[int, Heat] = {}
        for number in self._mutual():
            found = self._heat(number)
            if found is not COLD:
                self._heats[number] = found
        self.order = self._ordered()

    def _mutual(self) -> Iterable[int]:
        """Return the conversations in which two voices may have answered each other.

        That is where a turn's author is answered, anywhere, by whom it answers; who
        answers whom is kept by a short hash, which may be that of others too.
        """
        if self._graph.scan.vectors:
            from tweetspat.scan.vectors.ranking import mutual

            return mutual(self._graph, self._groups)
        graph, of = self._graph, self._groups.of
        best, sender, voice = graph.best, graph.sender, graph.people.voice
        several, told, bare = graph.several, graph.told, graph.people.bare_voice
        found: dict[int, None] = {}
        lost: dict[int, int] = {}
        size = self._groups.size
        answers = bytearray(_ANSWERS)
        for again in (False, True):
            for child, to in enumerate(graph.parent):
                if to == NONE or size[of[child]] < FEWEST:
                    continue
                one = voice[sender[child]]
                if best[to] != NONE:
                    other = voice[sender[to]]
                else:
                    author = NOBODY if again else graph.answered(child, to)
                    if author != NOBODY and lost.setdefault(to, author) != author:
                        found[of[child]] = None  # replies differ on whose it was
                    other = bare[lost.get(to, NOBODY)]
                if again:
                    if answers[(other * _SPREAD + one) % _ANSWERS]:
                        found[of[child]] = None
                elif several[child] or child in told:
                    found[of[child]] = None
                elif one != other and one >= 0 and other >= 0:
                    answers[(one * _SPREAD + other) % _ANSWERS] = 1
        return found

    def score(self, number: int) -> int:
        """Return the score of a conversation."""
        return self._heats.get(number, COLD).score

    def _ordered(self) -> "array[int]":
        """Return the numbers of all, the likeliest spat first."""
        ages, sizes, heats = self._ages(), self._groups.size, self._heats
        hot = sorted(
            heats,
            key=lambda number: (
                -heats[number].score,
                -heats[number].pace,
                -sizes[number],
                ages[number],
            ),
        )
        order = array("i", hot)
        if isinstance(ages, list):
            cold = [number for number in range(len(sizes)) if number not in heats]
            cold.sort(key=ages.__getitem__)
            cold.sort(key=sizes.__getitem__, reverse=True)
            order.extend(cold)
        else:
            from tweetspat.scan.vectors.ranking import largest_first

            order.frombytes(largest_first(self._groups, ages, hot).tobytes())
        return order

    def _ages(self) -> Any:
        """Return by conversation how old its oldest id is: a list, or with numpy."""
        graph, of = self._graph, self._groups.of
        ids, age = graph.nodes.id, graph.scan.rows.ids.age
        found = self._oldest()
        if not graph.scan.rows.ids.texts:
            return found
        ages = [age(id_) if id_ else None for id_ in found]
        for node, id_ in enumerate(ids):
            if id_ < 0 and of[node] != NONE:
                known, other = ages[of[node]], age(id_)
                ages[of[node]] = other if known is None else min(known, other)
        return ages

    def _oldest(self) -> Any:
        """Return by conversation its smallest plain id, or 0: a list, or with numpy."""
        if self._graph.scan.vectors:
            from tweetspat.scan.vectors.ranking import oldest

            return oldest(self._graph, self._groups)
        of = self._groups.of
        found = [0] * len(self._groups)
        for node, id_ in enumerate(self._graph.nodes.id):
            group = of[node]
            if group != NONE and id_ > 0 and not 0 < found[group] < id_:
                found[group] = id_
        return found

    def _heat(self, number: int) -> Heat:
        """Return how hot a conversation is; see `ranking.heat`."""
        graph, groups = self._graph, self._groups
        parent, best, several = graph.parent, graph.best, graph.several
        answers: dict[tuple[int, int], list[int]] = {}
        members = groups.members(number)
        named = self._ghosts(members)
        voice_of, sender = graph.people.voice, graph.sender
        back = False
        for node in members:
            row = best[node]
            if row == NONE:
                continue
            to = parent[node]
            if several[node]:
                of = groups.of
                targets = [
                    edge.to for edge in graph.edges(node) if of[edge.to] == number
                ]
            elif to == NONE:
                continue
            else:
                targets = [to] if groups.of[to] == number else []
            for to in targets:
                one = voice_of[sender[node]]
                other = (
                    voice_of[sender[to]] if best[to] != NONE else named.get(to, NOBODY)
                )
                if one not in {NOBODY, other} and other != NOBODY:
                    answers.setdefault((one, other), []).append(node)
                    back = back or (other, one) in answers
        if not back:
            return COLD
        sent = graph.time
        return hottest(
            {
                pair: [instant(sent[node]) for node in those]
                for pair, those in answers.items()
                if pair[::-1] in answers
            }
        )

    def _ghosts(self, members: list[int]) -> dict[int, int]:
        """Return whose voices the lost tweets are that replies tell of."""
        graph = self._graph
        lost = {node for node in members if graph.best[node] == NONE}
        if not lost:
            return {}
        found: dict[int, int] = {}
        for node in members:
            if graph.parent[node] in lost:
                graph.lay_claim(found, node, graph.parent[node])
        return {node: graph.people.bare_voice[author] for node, author in found.items()}

    def portions(self, start: int = 0) -> Iterator[slice]:
        """Yield conversations in portions, by their places, from the n-th on.

        The first are small: who wants to see the first few does not wait for more.
        """
        size = _AT_FIRST
        while start < len(self.order):
            yield slice(start, start + size)
            start, size = start + size, min(2 * size, _AT_ONCE)

    def summaries(self, places: slice) -> list[Summary | int]:
        """Return summaries, or a number where it takes a reading.

        See `counting.counted`.
        """
        numbers = self.order[places]
        return self._summed(numbers, self._counting(numbers))

    def summary(self, number: int) -> Summary | None:
        """Return what a list tells of a conversation, or None; see `summaries`."""
        (found,) = self._summed((number,), (self._counted(number),))
        return found if isinstance(found, Summary) else None

    def _summed(
        self, numbers: Sequence[int], counts: Iterable[Counted | None]
    ) -> list[Summary | int]:
        """Return conversations' summaries, or their numbers; see `summaries`.

        Args:
            numbers: of the conversations.
            counts: for each of them what is known without its words, or None.
        """
        graph, heats = self._graph, self._heats
        ids, text = graph.nodes.id, graph.text
        counts = [*counts]
        words = iter(texts(graph, [each[0] for each in counts if each]))
        found: list[Summary | int] = [*numbers]
        for at, each in enumerate(counts):
            if each is None:
                continue
            first, tweets, voices, begun, ended = each
            said = next(words)
            if said is None:
                continue
            number, id_ = numbers[at], ids[first]
            named = str(id_) if id_ > 0 else text(first)
            score = heats[number].score if number in heats else 0
            fields = (named, None, tweets, voices, begun, ended, score, said)
            found[at] = _new(Summary, fields)
        return found

    @cached_property
    def _counting(self) -> Callable[[Sequence[int]], Iterable[Counted | None]]:
        """Return what counts conversations by their numbers."""
        if self._graph.scan.vectors:
            from tweetspat.scan.vectors.counting import counting

            return counting(self._graph, self._groups, self._counted)
        return partial(map, self._counted)

    def _counted(self, number: int) -> Counted | None:
        return counted(self._graph, self._groups, number, inferred=self._inferred)
