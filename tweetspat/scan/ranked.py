"""Conversations of a scan, ranked, each in one line."""

from collections.abc import Iterator
from itertools import islice

from msgspec import DecodeError, Struct
from msgspec.json import Decoder

from tweetspat.model import Tweet
from tweetspat.ranking import COLD, FEWEST, Heat, hottest
from tweetspat.readers.status_v1 import unescape
from tweetspat.scan.cutting import Groups
from tweetspat.scan.graph import Graph
from tweetspat.scan.nodes import NONE
from tweetspat.scan.records import bytes_of
from tweetspat.scan.rows import KEPT, NESTED, NOBODY, RAW, UNKNOWN, instant
from tweetspat.summaries import Summary

__all__ = ["Ranked"]


class _Long(Struct, gc=False):
    full_text: str | None = None


class _Words(Struct, gc=False):
    full_text: str | None = None
    text: str | None = None
    extended_tweet: _Long | None = None


_words = Decoder(_Words).decode


class Ranked:
    """Every conversation's score, and its summary where it is asked for."""

    def __init__(self, graph: Graph, groups: Groups) -> None:
        """Score all of them.

        Cost:
            O(n log n).
        """
        self._graph = graph
        self._groups = groups
        self._heats: dict[int, Heat] = {}
        for number, size in enumerate(groups.size):
            if size >= FEWEST:
                found = self._heat(number)
                if found is not COLD:
                    self._heats[number] = found
        self.order = self._ordered()

    def score(self, number: int) -> int:
        """Return the score of a conversation."""
        return self._heats.get(number, COLD).score

    def _ordered(self) -> list[int]:
        """Return the numbers of all, the likeliest spat first."""
        groups, ids = self._groups, self._graph.nodes.id
        oldest = [0] * len(groups)
        of = groups.of
        plain = not self._graph.scan.rows.ids.texts
        if plain:
            for node, id_ in enumerate(ids):
                group = of[node]
                if group != NONE and (not oldest[group] or id_ < oldest[group]):
                    oldest[group] = id_
            ages: list[object] = [*oldest]
        else:
            age = self._graph.scan.rows.ids.age
            ages = [
                min(age(ids[node]) for node in groups.members(number))
                for number in range(len(groups))
            ]
        sizes, heats = groups.size, self._heats
        hot = sorted(
            heats,
            key=lambda number: (
                -heats[number].score,
                -heats[number].pace,
                -sizes[number],
                ages[number],
            ),
        )
        cold = [number for number in range(len(groups)) if number not in heats]
        if plain:
            cold.sort(key=lambda number: oldest[number] - (sizes[number] << 64))
        else:
            cold.sort(key=lambda number: (-sizes[number], ages[number]))
        return hot + cold

    def _heat(self, number: int) -> Heat:
        """Return how hot a conversation is; see `ranking.heat`."""
        graph, groups = self._graph, self._groups
        parent, best, several = graph.parent, graph.best, graph.several
        answers: dict[tuple[int, int], list[int]] = {}
        members = groups.members(number)
        named = self._ghosts(members)
        voice_of, author = graph.voice, graph.author
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
                one = voice_of[author(node)]
                other = (
                    voice_of[author(to)] if best[to] != NONE else named.get(to, NOBODY)
                )
                if one != NOBODY and other != NOBODY and one != other:
                    answers.setdefault((one, other), []).append(node)
                    back = back or (other, one) in answers
        if not back:
            return COLD
        sent = graph.sent
        return hottest(
            {
                pair: [instant(sent(node)) for node in those]
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
        handles: dict[int, str] = {}
        for node in members:
            to = graph.parent[node]
            if to in lost:
                handle = graph.answered(node, to)
                if handle is not None and (to not in handles or handle < handles[to]):
                    handles[to] = handle
        return {
            node: graph.voice[graph.named(handle)] for node, handle in handles.items()
        }

    def summaries(self, start: int = 0) -> Iterator[Summary | int]:
        """Yield each conversation's summary, or its number where it takes a reading.

        That is where it is a case file, where a time is not known, or where two
        tweets were sent first.
        """
        for number in islice(self.order, start, None):
            found = self.summary(number)
            yield number if found is None else found

    def summary(self, number: int) -> Summary | None:
        """Return what a list tells of a conversation, or None; see `summaries`."""
        graph = self._graph
        if number in self._groups.cases:
            return None
        best, sent_of, author_of, handles = (
            graph.best,
            graph.sent,
            graph.author,
            graph.handles,
        )
        voice_of = graph.who
        first = last = NONE
        earliest = latest = 0
        alone = True
        count = 0
        counts: dict[int, int] = {}
        named: dict[int, str] = {}
        for node in self._groups.members(number):
            if best[node] == NONE:
                if not graph.dated(node):
                    return None
                continue
            sent = sent_of(node)
            if sent == UNKNOWN:
                return None
            if graph.ghost(node):
                continue
            count += 1
            author = author_of(node)
            if author != NOBODY:
                voice, handle = voice_of[author], handles[author]
                counts[voice] = counts.get(voice, 0) + 1
                named[voice] = min(handle, named.get(voice, handle))
            if first == NONE or sent < earliest:
                first, earliest, alone = node, sent, True
            elif sent == earliest:
                alone = False
            if last == NONE or sent > latest:
                last, latest = node, sent
        if first == NONE or not alone:
            return None
        words = self._first_words(first)
        if words is None:
            return None
        busiest = [*counts]
        if len(busiest) > 1:
            busiest.sort(key=lambda key: (-counts[key], named[key].lower()))
        return Summary(
            id=graph.text(first),
            title=None,
            tweets=count,
            voices=tuple([named[key] for key in busiest]),
            first=instant(earliest),
            last=instant(latest),
            score=self.score(number),
            words=words,
        )

    def _first_words(self, node: int) -> str | None:
        """Return the text of a tweet, or None where it has none."""
        graph = self._graph
        rows, row = graph.scan.rows, graph.best[node]
        flags = rows.flags[row]
        if flags & (RAW | NESTED | KEPT) == RAW and not graph.copied(node):
            try:
                status = _words(bytes_of(graph.records.of(row)))
            except DecodeError:
                pass
            else:
                long = status.extended_tweet
                text = long.full_text if long else None
                if text is None:
                    text = status.text if status.full_text is None else status.full_text
                if text is not None:
                    return unescape(text) if "&" in text else text
        tweet: Tweet | None = graph.merged([node]).tweets.get(graph.text(node))
        return tweet.text if tweet else None
