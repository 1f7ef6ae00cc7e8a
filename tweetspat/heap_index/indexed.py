"""A heap that was indexed: its conversations, looked up one by one."""

import os
from array import array
from collections import OrderedDict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from msgspec.msgpack import Decoder, encode

from tweetspat.conversations import Join
from tweetspat.heap_index.about import about
from tweetspat.heap_index.damage import guarded
from tweetspat.heap_index.entries import Entry, Place
from tweetspat.heap_index.lookup import lookup
from tweetspat.heap_index.opened import File
from tweetspat.heap_index.sources import located
from tweetspat.linking import Infer
from tweetspat.model import Basis, Case, Input, Owner, Spat, TweetId
from tweetspat.problems import Problem
from tweetspat.scan import ScannedHeap
from tweetspat.scan.excerpts import Excerpt, Piece, Reading
from tweetspat.scan.records import Record
from tweetspat.scan.spools import folder
from tweetspat.summaries import Summary
from tweetspat.zones import zone_or_raise

__all__ = ["IndexedExcerpt", "IndexedHeap"]

_AT_ONCE = 2_000
"""Tweets that are read in one go."""

_entry = Decoder(Entry)
_summary = Decoder(Summary)


class IndexedExcerpt(NamedTuple):
    """Some conversations of an index, which any process can read.

    Attributes:
        path: of the index.
        numbers: of the conversations.
        infer, without: as of a `Reading`; the index tells the rest.
    """

    path: str
    numbers: tuple[int, ...]
    infer: Infer = "safe"
    without: frozenset[Basis] = frozenset()

    @property
    def parts(self) -> tuple[int, ...]:
        """The conversations."""
        return self.numbers

    def single(self) -> "Iterator[IndexedExcerpt]":
        """Yield an excerpt of each conversation."""
        for number in self.numbers:
            yield self._replace(numbers=(number,))

    def spats(self) -> Iterator[Spat]:
        """Read them and put each together, in their order.

        Raises:
            NothingReadable: the index is damaged, or an input gone or changed.
        """
        yield from _opened(self.path, self.infer, self.without).spats_of(self.numbers)


class IndexedHeap:
    """The conversations of an index; what is not asked for is not read.

    Attributes:
        inputs, unread, skipped: as a loaded `Heap` has them.
        tweets: how many tweets are there.
    """

    def __init__(self, path: str, reading: Reading = Reading()) -> None:  # noqa: B008
        """Open it, and see whether its inputs are what they were.

        Raises:
            NothingReadable: it is damaged, or an input is gone or has changed.
        """
        self._file = File(path)
        told = about(self._file)
        with guarded(path):
            naive = zone_or_raise(told.naive).rules if told.naive else None
        self._about = told
        self._reading = reading._replace(naive=naive)
        self._path = path
        self._located: dict[int, str] = {}
        for number, source in enumerate(told.sources):
            if not source.piped:
                self._located[number] = located(source, path)
        self.inputs: tuple[Input, ...] = told.inputs
        self.unread = told.unread
        self.skipped = told.skipped
        self.tweets = told.tweets
        self._entries = self._file.column("entry", "q")
        if len(self._entries) != told.conversations + 1:
            raise self._file.damaged()

    def __len__(self) -> int:
        return self._about.conversations

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """What was odd in the inputs as a whole, as a loaded heap has it."""
        return self._file.value("problems", tuple[Problem, ...])

    @cached_property
    def cases(self) -> tuple[Case, ...]:
        """What case files say of whole spats."""
        return self._file.value("cases", tuple[Case, ...])

    @cached_property
    def _owners(self) -> tuple[Owner, ...]:
        return self._file.value("owners", tuple[Owner, ...])

    @cached_property
    def _places(self) -> tuple[Place, ...]:
        return self._file.value("places", tuple[Place, ...])

    @cached_property
    def _sizes(self) -> "array[int]":
        sizes = self._file.column("size", "I")[:]
        if len(sizes) != len(self):
            raise self._file.damaged()
        return sizes

    @property
    def reading(self) -> Reading:
        """How its conversations are read."""
        return self._reading

    @property
    def join(self) -> Join:
        """Which primary parents join its conversations."""
        return self._about.join

    def cut_again(self, join: Join) -> ScannedHeap:
        """Return its tweets in other conversations, or otherwise ranked.

        Raises:
            Damaged: it does not hold what it has to.
        """
        from tweetspat.heap_index.again import cut_again

        with guarded(self._path):
            return cut_again(
                self._file, self._about, self._located, self._reading, join, folder()
            )

    # -- in rank order

    @property
    def ranked(self) -> Sequence[int]:
        """The numbers of the conversations, the likeliest first."""
        return range(len(self))

    def size(self, number: int) -> int:
        """Return how many tweets a conversation has, lost ones among them."""
        return self._sizes[number]

    def summaries(self, start: int = 0) -> Iterator[Summary]:
        """Yield one summary a conversation, the likeliest first, from the n-th on."""
        ends = self._file.column("summary", "q")[:]
        if len(ends) != len(self) + 1:
            raise self._file.damaged()
        for at in range(start, len(self)):
            data = self._file.read("summaries", ends[at], ends[at + 1])
            yield self._file.decoded(_summary, data)

    def summary(self, number: int) -> Summary:
        """Return the summary of a conversation."""
        begins, ends = self._file.column("summary", "q").pair(number)
        data = self._file.read("summaries", begins, ends)
        return self._file.decoded(_summary, data)

    def standing(self, number: int) -> tuple[tuple[str, ...], str]:
        """Return the files that a conversation stands in, and what marks it.

        The mark changes when its records do, as far as where they lie tells: it
        is to be taken together with the hashes of the files.
        """
        from hashlib import blake2b  # loads OpenSSL, which only hashes are worth

        entry, places = self._entry(number), self._places
        with guarded(self._path):
            lying = [(places[place].file, *rest) for place, *rest in entry.records]
        files = dict.fromkeys(file for file, *_ in lying)
        files.update(dict.fromkeys(repeat.file for repeat in entry.repeats))
        told = lying, entry._replace(records=()), self._reading.infer
        return tuple(map(str, files)), blake2b(encode(told), digest_size=16).hexdigest()

    # -- whole

    def spat(self, number: int) -> Spat:
        """Read a conversation and put it together."""
        return next(self.spats_of([number]))

    def spats(self) -> Iterator[Spat]:
        """Yield the spats, the likeliest first."""
        for _, excerpt in self.excerpts(self.ranked):
            yield from self.spats_of(excerpt.numbers)

    def excerpts(
        self, numbers: Iterable[int], tweets: int = _AT_ONCE
    ) -> Iterator[tuple[list[int], IndexedExcerpt]]:
        """Yield conversations in portions of about so many tweets, in their order."""
        infer, without = self._reading.infer, self._reading.without
        portion: list[int] = []
        size = 0
        for number in numbers:
            portion.append(number)
            size += self.size(number)
            if size >= tweets:
                yield (
                    portion,
                    IndexedExcerpt(self._path, tuple(portion), infer, without),
                )
                portion, size = [], 0
        if portion:
            yield portion, IndexedExcerpt(self._path, tuple(portion), infer, without)

    def spats_of(self, numbers: Iterable[int]) -> Iterator[Spat]:
        """Read some conversations and put each together, in their order.

        Raises:
            NothingReadable: the index is damaged, or an input has changed.
        """
        with guarded(self._path):
            yield from self._excerpt(numbers).spats()

    def _excerpt(self, numbers: Iterable[int]) -> Excerpt:
        entries = [*map(self._entry, numbers)]
        places = self._places
        own = {id_ for each in entries for id_ in (*each.ids, *each.others)}
        beside = dict.fromkeys(id_ for each in entries for id_ in each.beside)
        records = dict.fromkeys(each for entry in entries for each in entry.records)
        return Excerpt(
            records=tuple(
                sorted(
                    self._record(places[place], offset, length, line)
                    for place, offset, length, line in records
                )
            ),
            parts=tuple(
                Piece(
                    each.ids,
                    each.score,
                    tuple(self.cases[at] for at in each.cases),
                    each.alike,
                )
                for each in entries
            ),
            wanted=frozenset(own.union(beside)),
            beside=tuple(beside),
            crossing=frozenset(id_ for each in entries for id_ in each.crossing),
            quoted_by={
                id_: by for each in entries for id_, by in each.quoted_by.items()
            },
            repeats=tuple(each for entry in entries for each in entry.repeats),
            unnamed=frozenset(id_ for each in entries for id_ in each.unnamed),
            accounts=tuple(dict.fromkeys(a for each in entries for a in each.accounts)),
            owners=self._owners,
            notices=tuple(dict.fromkeys(n for each in entries for n in each.notices)),
            reading=self._reading,
            known=tuple(each for entry in entries for each in entry.known),
        )

    def _entry(self, number: int) -> Entry:
        begins, ends = self._entries.pair(number)
        data = self._file.read("entries", begins, ends)
        return self._file.decoded(_entry, data)

    def _record(self, place: Place, offset: int, length: int, line: int) -> Record:
        """Return where a record is; what was spooled is read here."""
        if not place.spooled:
            store = self._located[place.source]
            state = self._about.sources[place.source].state
            if state is None or not 0 <= offset <= offset + length <= state.size:
                raise self._file.damaged()
            return Record(store, offset, length, line, place.raw, place.file)
        data = self._spooled(place.source, offset, length)
        return Record("", offset, length, line, place.raw, place.file, data)

    def _spooled(self, source: int, offset: int, length: int) -> bytes:
        kept = self._about.sources[source].kept
        if kept is None or not 0 <= offset <= offset + length:
            raise self._file.damaged()
        begins, ends = kept.spool
        if begins + offset + length > ends:
            raise self._file.damaged()
        return self._file.read("spool", begins + offset, begins + offset + length)

    # -- by id

    def holding(self, status: TweetId) -> tuple[Spat, TweetId | None] | None:
        """Return the spat that holds a status, and the tweet that stands for it.

        As `reconstruction.Conversations.holding` does.
        """
        found = lookup(self._file, status)
        if found is None:
            return None
        number, stands = found
        return self.spat(number), stands

    def unknown_accounts(self) -> list[Problem]:
        """Return no problem: who is given sides gets another heap, see `open_index`."""
        return []


_OPEN: OrderedDict[tuple[object, ...], IndexedHeap] = OrderedDict()
_MOST_OPEN = 2


def _opened(path: str, infer: Infer, without: frozenset[Basis]) -> IndexedHeap:
    """Return an index; those used last stay open."""
    key = os.path.abspath(path), infer, without
    found = _OPEN.pop(key, None)
    if found is None:
        found = IndexedHeap(path, Reading(infer=infer, without=without))
        if len(_OPEN) >= _MOST_OPEN:
            _OPEN.popitem(last=False)
    _OPEN[key] = found
    return found
