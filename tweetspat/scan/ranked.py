"""Conversations of a scan, ranked, each in one line."""

import re
from collections.abc import Iterator
from itertools import islice
from typing import Any

from msgspec import DecodeError, Struct
from msgspec.json import Decoder

from tweetspat.model import Tweet
from tweetspat.ranking import COLD, FEWEST, Heat, hottest
from tweetspat.readers.status_v1 import unescape
from tweetspat.scan.cutting import Groups
from tweetspat.scan.graph import Graph
from tweetspat.scan.nodes import NONE
from tweetspat.scan.rows import ANY, NESTED, NOBODY, UNKNOWN, instant
from tweetspat.summaries import Summary

__all__ = ["Ranked"]


class _Long(Struct, gc=False):
    full_text: str | None = None


class _Words(Struct, gc=False):
    id_str: int
    full_text: str | None = None
    text: str | None = None
    extended_tweet: _Long | None = None
    quoted_status: "_Words | None" = None
    retweeted_status: "_Words | None" = None


_words = Decoder(_Words, strict=False).decode
_string = Decoder(str).decode

_OPENING = 1_000
"""Bytes at the start of a record in which its text usually stands."""

_WHOLE = 1 << 32

_TEXT = re.compile(rb'"(?:full_)?text":("[^"\\]*+(?:\\.[^"\\]*+)*+")')
_TOLD_BY_ID = 1 << 40
"""Ids beyond it tell their instant; smaller ones are looked at."""

_LATEST_ID = 1 << 62
_ANSWERS = 1 << 24
_SPREAD = 7_368_787
"""A prime, by which the voices of an answer spread over the table of answers."""


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
        for number in self._mutual():
            found = self._heat(number)
            if found is not COLD:
                self._heats[number] = found
        self.order = self._ordered()

    def _mutual(self) -> Iterator[int]:
        """Yield the conversations in which two voices may have answered each other.

        That is where a turn's author is answered, anywhere, by whom it answers; who
        answers whom is kept by a short hash, which may be that of others too.
        """
        graph, of = self._graph, self._groups.of
        best, sender, voice, rows = (
            graph.best,
            graph.sender,
            graph.people.voice,
            graph.scan.rows,
        )
        handle, several, told = rows.handle, graph.several, graph.told
        bare = graph.people.bare_voice
        found: dict[int, None] = {}
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
                    other = bare[handle[best[child]]]
                if again:
                    if answers[(other * _SPREAD + one) % _ANSWERS]:
                        found[of[child]] = None
                elif several[child] or child in told:
                    found[of[child]] = None
                elif one != other and one >= 0 and other >= 0:
                    answers[(one * _SPREAD + other) % _ANSWERS] = 1
        return iter(found)

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
            ages: list[Any] = oldest
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
        cold.sort(key=ages.__getitem__)
        cold.sort(key=sizes.__getitem__, reverse=True)
        return hot + cold

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
        if number in self._groups.cases:
            return None
        graph = self._graph
        best, time, following = graph.best, graph.time, self._groups.next
        there: list[int] = []
        node = self._groups.head[number]
        while node != NONE:
            if best[node] == NONE:
                if not _TOLD_BY_ID < graph.nodes.id[
                    node
                ] < _LATEST_ID and not graph.dated(node):
                    return None
            elif time[node] == UNKNOWN:
                return None
            elif not graph.ghost(node):
                there.append(node)
            node = following[node]
        times = [time[node] for node in there]
        begun = min(times, default=UNKNOWN)
        if times.count(begun) != 1:
            return None
        first = there[times.index(begun)]
        words = self._first_words(first)
        if words is None:
            return None
        return Summary(
            id=graph.text(first),
            title=None,
            tweets=len(there),
            voices=self._voices(there),
            first=instant(begun),
            last=instant(max(times)),
            score=self.score(number),
            words=words,
        )

    def _voices(self, nodes: list[int]) -> tuple[str, ...]:
        """Return the handles of those who sent some tweets, the busiest first."""
        graph = self._graph
        who, handles = graph.people.who, graph.people.handles
        if len(nodes) == 1:
            sender = graph.sender[nodes[0]]
            return () if sender == NOBODY else (handles[sender],)
        counts: dict[int, int] = {}
        named: dict[int, str] = {}
        for node in nodes:
            sender = graph.sender[node]
            if sender == NOBODY:
                continue
            key = who[sender]
            if key not in counts:
                counts[key], named[key] = 1, handles[sender]
            else:
                counts[key] += 1
                if handles[sender] != named[key]:
                    named[key] = min(handles[sender], named[key])
        if len(counts) <= 1:
            return tuple(named.values())
        busiest = [(-count, named[key].lower(), key) for key, count in counts.items()]
        busiest.sort()
        return tuple([named[key] for _, _, key in busiest])

    def _first_words(self, node: int) -> str | None:
        """Return the text of a tweet, or None where it has none."""
        graph = self._graph
        row = graph.best[node]
        if graph.scan.rows.digest[row] != ANY and not graph.copies.copied(node):
            text = _quick_words(graph, row)
            if text is not None:
                return unescape(text) if "&" in text else text
        tweet: Tweet | None = graph.copies.merged([node]).tweets.get(graph.text(node))
        return tweet.text if tweet else None


def _quick_words(graph: Graph, row: int) -> str | None:
    """Return the text of a regular status, or None where it takes the whole reader.

    Where nothing is nested before it, a text is the status's own.
    """
    rows, records = graph.scan.rows, graph.records
    if not rows.flags[row] & NESTED:
        opening = records.opening(row, _OPENING)
        found = _TEXT.search(opening)
        whole = found and (found[0][1:2] == b"f" or b'"truncated":false' in opening)
        if found and whole and opening.find(b"{", 1, found.start()) < 0:
            try:
                return _string(found[1])
            except (DecodeError, UnicodeError):
                return None
    inside: list[_Words | None]
    try:
        inside = [_words(records.opening(row, _WHOLE))]
    except (DecodeError, UnicodeError):
        return None
    for status in inside:
        if status is None:
            continue
        if status.id_str == rows.id[row]:
            return _text(status)
        inside += (status.quoted_status, status.retweeted_status)
    return None


def _text(status: _Words) -> str | None:
    long = status.extended_tweet
    if long is not None and long.full_text is not None:
        return long.full_text
    return status.text if status.full_text is None else status.full_text
