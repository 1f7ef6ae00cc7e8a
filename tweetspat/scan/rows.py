"""What a scan keeps of a record: who, when, what it points at, and where it lies.

Columns of machine numbers, some sixty bytes a record however long it is.
"""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from itertools import compress, count
from typing import NamedTuple

from tweetspat.model import LOST, Account, Link, Tweet, TweetId
from tweetspat.naming import archived_in

__all__ = [
    "ANY",
    "CUT",
    "GHOST",
    "INCLUDED",
    "KEPT",
    "LOST_WORDS",
    "NESTED",
    "NOBODY",
    "NOTHING",
    "RAW",
    "REPEATS",
    "UNKNOWN",
    "Authors",
    "Ids",
    "Part",
    "Rows",
    "instant",
    "micros",
    "set_flag",
]

UNKNOWN = -(1 << 63)
"""The time of a tweet whose time is not known."""

NOTHING = 0
"""The id of no tweet."""

NOBODY = -1

ANY = range(1 << 20)
"""The digests of records that have to be read to know what they say: how long their
words are.  That the hash of a text falls among them takes 10^13 texts."""

CUT = 1
LOST_WORDS = 2
NESTED = 4
"""The first three rank copies: the smaller, the richer."""

REPEATS = 8
"""It natively retweets what `across` names; else that is quoted."""

RAW = 16
"""A line of JSON lies there; else one tweet as `spools` writes it."""

GHOST = 32
KEPT = 64
"""Its links are those that an earlier output holds, in `links`."""

INCLUDED = 128
"""A page includes it beside its own tweets: no repeat."""

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)
_LARGEST = 1 << 63
_TOO_LONG = 20
_SURELY_SHORT = 19
"""Digits from which on a number may be too large."""

_OWN = ("sent", "offset", "length", "line", "flags", "digest")
_AUTHORS = ("author", "handle")
_NAMING = ("id", "reply", "across")


def micros(sent: datetime | None) -> int:
    """Return an instant as microseconds since 1970, UTC; UNKNOWN for None."""
    return UNKNOWN if sent is None else (sent - _EPOCH) // _MICROSECOND


def instant(sent: int) -> datetime | None:
    """Return what `micros` was made from."""
    return None if sent == UNKNOWN else _EPOCH + timedelta(microseconds=sent)


def _plain(id_: str) -> int | None:
    """Return an id as a number where it is one that is written as it is."""
    if len(id_) < _TOO_LONG and id_.isdigit() and id_.isascii() and id_[0] != "0":
        value = int(id_)
        return value if value < _LARGEST else None
    return None


class Ids:
    """Ids as numbers: their own where they are plain, else negative ones in turn."""

    def __init__(self) -> None:
        self.texts: dict[str, int] = {}
        self._names: list[str] = []

    def number(self, id_: str) -> int:
        """Return the number of an id."""
        value = _plain(id_)
        if value is not None:
            return value
        known = self.texts.get(id_)
        if known is None:
            known = self.texts[id_] = -len(self.texts) - 1
            self._names.append(id_)
        return known

    def numbers(self, ids: Sequence[str | None]) -> "array[int]":
        """Return the number of each id; NOTHING where there is none."""
        told = [each or "" for each in ids]
        together = "".join(told)
        plain = together.isdigit() and together.isascii()
        short = plain and len(max(told, key=len)) < _SURELY_SHORT
        if short and "0" not in [each[:1] for each in told]:
            return array("q", [int(each) if each else NOTHING for each in told])
        return array("q", [self.number(each) if each else NOTHING for each in told])

    def known(self, id_: str) -> int | None:
        """Return the number of an id, or None where it is new and no plain one."""
        value = _plain(id_)
        return self.texts.get(id_) if value is None else value

    def text(self, number: int) -> TweetId:
        """Return an id as its source wrote it."""
        return TweetId(str(number) if number > 0 else self._names[-number - 1])

    def age(self, number: int) -> tuple[int, str]:
        """Sort ids as their texts are sorted: the shorter, then the smaller first."""
        text = self.text(number)
        return len(text), text


class Authors:
    """Authors as numbers: each account id and handle that stand together, once.

    Attributes:
        keys: account id, or None, and handle, by number.
    """

    def __init__(self) -> None:
        self.keys: list[tuple[str | None, str]] = []
        self._numbers: dict[tuple[str | None, str], int] = {}

    def clear(self) -> None:
        """Forget all of them."""
        self.keys.clear()
        self._numbers.clear()

    def number(self, account: Account) -> int:
        """Return the number of an account."""
        return self.numbered((account.id, account.handle))

    def numbered(self, key: tuple[str | None, str]) -> int:
        """Return the number of an account id and a handle."""
        known = self._numbers.get(key)
        if known is None:
            known = self._numbers[key] = len(self.keys)
            self.keys.append(key)
        return known


class Part(NamedTuple):
    """A stretch of rows that lie together.

    Attributes:
        input: the number of the input that they are of.
        file: the file that they are of, as places name it.
        store: the path of the file in which their bytes lie.
        start: what their offsets are counted from.
        line: what their lines are counted from.
        first: the number of the first of them.
    """

    input: int
    file: str
    store: str
    start: int
    line: int
    first: int = 0


class Rows:
    """The columns, row by row as records are met.

    Attributes:
        id: of the tweet, as `Ids` has it.
        author: as `Authors` has it; NOBODY where the data does not tell.
        sent: as `micros` has it.
        reply: the id that it replies to, or NOTHING.
        across: the id that it quotes or repeats, or NOTHING.
        handle: whom it says that it replies to, as an author without id.
        offset, length: where its bytes lie in the store, from its part's start.
        line: the line that its record begins on, counted from its part's.
        flags: CUT, LOST_WORDS, NESTED, REPEATS, RAW, GHOST, KEPT, INCLUDED.
        digest: of two regular records with the same one the words are the same; one
            of ANY where they may differ in more than their columns.
        links: by row, what cannot be told in columns.
        conversations: rows and the conversation ids that they tell.
        unnamed: by row, of an author that is not told the account id, and the file
            of the archive whose owner it is; see `naming`.
    """

    def __init__(self) -> None:
        self.id = array("q")
        self.author = array("i")
        self.sent = array("q")
        self.reply = array("q")
        self.across = array("q")
        self.handle = array("i")
        self.offset = array("I")
        self.length = array("I")
        self.line = array("I")
        self.flags = bytearray()
        self.digest = array("q")
        self.links: dict[int, tuple[Link, ...]] = {}
        self.conversations = (array("I"), array("q"))
        self.unnamed: dict[int, tuple[str | None, str | None]] = {}
        self.versions: list[tuple[TweetId, tuple[TweetId, ...]]] = []
        self.ids = Ids()

    def __len__(self) -> int:
        return len(self.flags)

    def add(
        self,
        tweets: Sequence[Tweet],
        authors: Authors,
        places: Sequence[tuple[int, int, int, int]],
    ) -> None:
        """Keep records.

        Column by column, as each list of one member takes a fraction of what a call
        for each record does.

        Args:
            tweets: what a reader made of them.
            authors: those that are known.
            places: of each the offset, length and line, from the start of the part,
                and as its flags RAW or none; the others are told by the tweet.
        """
        first = len(self.id)
        offsets, lengths, lines, raw = zip(*places, strict=True)
        flags = bytearray(raw)
        across = [each.repeats or each.quotes for each in tweets]
        for at, each in enumerate(tweets):
            if each.kept or each.answers or (each.repeats and each.quotes):
                links = self._links(each)
                if each.kept or links:
                    self.links[first + at] = links
                    flags[at] |= KEPT
        set_flag(flags, REPEATS, [each.repeats for each in tweets])
        set_flag(flags, CUT, [each.cut for each in tweets])
        set_flag(flags, NESTED, [each.nested_in for each in tweets])
        set_flag(flags, INCLUDED, [".includes." in each.record.path for each in tweets])
        for at in [at for at, each in enumerate(tweets) if each.text is None]:
            lost = tweets[at].state in LOST
            flags[at] |= LOST_WORDS | (GHOST if lost else 0)
        for at in [at for at, each in enumerate(tweets) if each.author is None]:
            self.unnamed[first + at] = tweets[at].author_id, archived_in(tweets[at])
        self.versions += [(each.id, each.versions) for each in tweets if each.versions]
        self._tell_conversations(first, [each.conversation for each in tweets])
        numbers, numbered = self.ids.numbers, authors.numbered
        self.id.extend(numbers([each.id for each in tweets]))
        self.author.extend(
            numbered((each.id, each.handle)) if each else NOBODY
            for each in [each.author for each in tweets]
        )
        self.sent.extend([micros(each.sent) for each in tweets])
        self.reply.extend(numbers([each.reply_to for each in tweets]))
        self.across.extend(numbers(across))
        self.handle.extend(
            numbered((None, handle)) if handle and to else NOBODY
            for handle, to in [(each.reply_handle, each.reply_to) for each in tweets]
        )
        self.offset.extend(offsets)
        self.length.extend(lengths)
        self.line.extend(lines)
        self.flags.extend(flags)
        self.digest.extend([min(len(each.text or ""), ANY[-1]) for each in tweets])

    def _tell_conversations(self, first: int, told: list[TweetId | None]) -> None:
        """Keep which conversation each of some rows is told to be of."""
        rows, ids = self.conversations
        rows.extend([first + at for at, each in enumerate(told) if each is not None])
        ids.extend(self.ids.numbers([each for each in told if each is not None]))

    @staticmethod
    def _links(tweet: Tweet) -> tuple[Link, ...]:
        """Return the links that are not only a reply and a quote."""
        if tweet.kept:
            return tweet.kept.links
        if not tweet.answers and not (tweet.repeats and tweet.quotes):
            return ()
        named = (
            (tweet.reply_to, "replied_to"),
            (tweet.quotes, "quoted"),
            (tweet.answers, "answers"),
        )
        return tuple(
            Link(to, relation, "metadata", True, 1.0, 1.0, "")  # type: ignore[arg-type]  # noqa: FBT003
            for to, relation in named
            if to
        )

    def keep(self, wanted: bytearray) -> None:
        """Drop the rows at which `wanted` is 0."""
        numbers = dict(zip(compress(count(), wanted), count(), strict=False))
        for name in (*_OWN, *_AUTHORS, *_NAMING):
            column = getattr(self, name)
            column[:] = type(column)(
                *((column.typecode,) if isinstance(column, array) else ()),
                bytes(compress(column, wanted))
                if isinstance(column, bytearray)
                else compress(column, wanted),
            )
        rows, ids = self.conversations
        told = [(numbers[r], i) for r, i in zip(rows, ids, strict=True) if wanted[r]]
        self.conversations = (
            array("I", (row for row, _ in told)),
            array("q", (id_ for _, id_ in told)),
        )
        self.links = {numbers[r]: each for r, each in self.links.items() if wanted[r]}
        self.unnamed = {
            numbers[r]: each for r, each in self.unnamed.items() if wanted[r]
        }

    def join(self, later: "Rows", authors: Sequence[int] | None) -> None:
        """Put the rows of another scan behind these.

        Args:
            later: the other.
            authors: for each author's number there the one here; NOBODY comes last.
                None where the numbers are those of here.
        """
        first = len(self.id)
        numbers = {
            number: self.ids.number(text) for text, number in later.ids.texts.items()
        }
        for name in _OWN:
            getattr(self, name).extend(getattr(later, name))
        for name in _AUTHORS:
            column = getattr(later, name)
            if authors is not None:
                column = map(authors.__getitem__, column)
            getattr(self, name).extend(column)
        for name in _NAMING:
            getattr(self, name).extend(_renumbered(getattr(later, name), numbers))
        rows, ids = later.conversations
        self.conversations[0].extend(row + first for row in rows)
        self.conversations[1].extend(_renumbered(ids, numbers))
        self.links |= {row + first: links for row, links in later.links.items()}
        self.unnamed |= {row + first: id_ for row, id_ in later.unnamed.items()}
        self.versions += later.versions


def set_flag(flags: bytearray, flag: int, told: Iterable[object]) -> None:
    """Set a flag where something is told."""
    for at in compress(count(), told):
        flags[at] |= flag


def _renumbered(column: "array[int]", numbers: Mapping[int, int]) -> Iterable[int]:
    if not numbers:
        return column
    return map(lambda each: numbers.get(each, each), column)  # noqa: C417
