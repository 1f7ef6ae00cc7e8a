"""The quick way through lines of v1.1 statuses: only what a scan keeps is decoded.

What it refuses goes to the tolerant reader, which says what is odd.  What it does
not look at it cannot tell of: entities, names, whether an id and its number agree.
That is looked at when the conversation is read.

Many lines are put at once, column by column: a function call a record would cost
more than decoding it.  A list of one attribute is what takes least: 15 ns each.
"""

from array import array
from collections.abc import Sequence
from functools import lru_cache, partial
from itertools import chain, compress
from operator import eq, sub
from typing import Any, NamedTuple

from msgspec import DecodeError, Struct, field
from msgspec.json import Decoder

from tweetspat.readers.typed_entities import Odd
from tweetspat.scan.rows import (
    CUT,
    NESTED,
    NOBODY,
    NOTHING,
    RAW,
    REPEATS,
    Authors,
    Rows,
    micros,
    set_flag,
)
from tweetspat.stamps import instant
from tweetspat.visible import handle_is_plain

__all__ = ["Lines", "Odd", "Putting", "decoded"]


class _User(Struct, gc=False):
    id_str: int
    screen_name: str


class _Long(Struct, gc=False):
    full_text: str | None = None


class _Status(Struct, gc=False):
    id_str: int
    created_at: str
    user: _User
    full_text: str | None = None
    text: str | None = None
    truncated: bool | None = None
    extended_tweet: _Long | None = None
    in_reply_to_status_id: int | None = None
    in_reply_to_status_id_str: int | None = None
    in_reply_to_screen_name: str | None = None
    quoted_status_id: int | None = None
    quoted_status_id_str: int | None = None
    quoted_status: "_Status | None" = None
    retweeted_status: "_Status | None" = None
    author_id: None = None
    author: None = None
    legacy: None = None
    typename: None = field(default=None, name="__typename")
    account: None = None


_decoder = Decoder(_Status, strict=False)
"""Not strict, so that ids in text become numbers at once."""

_instant = partial(instant, minutes=False)
_SECOND = 1_000_000

_NO_ID = -(1 << 63)
"""The account id of a handle alone: a user may say that theirs is -1."""

_MOST_STAMPS = 20_000


def decoded(lines: bytes | memoryview, count: int) -> list[_Status] | None:
    """Return what a scan looks at in lines, or None where one is no plain status.

    Args:
        lines: whole ones.
        count: how many there are.
    """
    try:
        found = _decoder.decode_lines(lines)
    except (DecodeError, UnicodeError, RecursionError):
        return None
    return found if len(found) == count else None


class Lines(NamedTuple):
    """Lines that lie in one part, each a status.

    Attributes:
        statuses: as `decoded` returns them.
        offsets, lengths, numbers: where each lies, from the start of the part.
    """

    statuses: Sequence[_Status]
    offsets: "array[int]"
    lengths: "array[int]"
    numbers: "array[int]"

    def __len__(self) -> int:
        return len(self.statuses)

    def half(self, which: slice) -> "Lines":
        """Return some of the lines."""
        statuses, offsets, lengths, numbers = self
        return Lines(statuses[which], offsets[which], lengths[which], numbers[which])


class _Columns(NamedTuple):
    id: "array[int]"
    author: "array[int]"
    sent: "array[int]"
    reply: "array[int]"
    across: "array[int]"
    handle: "array[int]"
    flags: bytearray
    digest: "array[int]"


class Putting:
    """Puts lines into rows; knows the accounts and stamps that it has met."""

    def __init__(self, authors: Authors) -> None:
        self._known = authors
        self.clear()

    def clear(self) -> None:
        """Forget what has been met."""
        self._by_name: dict[str | None, int] = {None: NOBODY}
        self._users = array("q")
        self._sents: dict[str, int] = {}

    def lines(
        self, statuses: Sequence[_Status], offset: int, ends: Sequence[int], number: int
    ) -> Lines:
        """Return lines that follow one another, as they can be put.

        Args:
            statuses: what `decoded` made of them.
            offset: where the first begins, from the start of the part.
            ends: where each ends, from there.
            number: the line number of the first.
        """
        starts = [0, *ends[:-1]]
        return Lines(
            statuses,
            array("I", [offset + start for start in starts]),
            array("I", map(sub, ends, starts)),
            array("I", range(number, number + len(ends))),
        )

    def put(self, lines: Lines, rows: Rows) -> None:
        """Put a row for each status, then for those nested in them.

        Raises:
            Odd: one of them is not plainly regular; nothing was put.
        """
        if len(self._sents) > _MOST_STAMPS:
            self._sents.clear()
        found = []
        level, flags = lines, RAW
        while level.statuses:
            columns, inside = self._columns(level.statuses, flags)
            found.append((columns, level))
            level = self._inside(level, inside)
            flags = RAW | NESTED
        for columns, level in found:
            rows.id.extend(columns.id)
            rows.author.extend(columns.author)
            rows.sent.extend(columns.sent)
            rows.reply.extend(columns.reply)
            rows.across.extend(columns.across)
            rows.handle.extend(columns.handle)
            rows.flags.extend(columns.flags)
            rows.digest.extend(columns.digest)
            rows.offset.extend(level.offsets)
            rows.length.extend(level.lengths)
            rows.line.extend(level.numbers)

    def _inside(
        self, lines: Lines, inside: tuple[Sequence[_Status | None], ...]
    ) -> Lines:
        """Return the statuses that are nested in lines, each where its holder lies."""
        every = range(len(lines))
        holders = [*chain.from_iterable(compress(every, each) for each in inside)]
        statuses = [each for one in inside for each in one if each is not None]
        return Lines(statuses, *(self._taken(each, holders) for each in lines[1:]))

    def _columns(
        self, statuses: Sequence[_Status], flags: int
    ) -> tuple[_Columns, tuple[Sequence[_Status | None], ...]]:
        """Return the columns of some statuses, and what is nested in them."""
        ids = [each.id_str for each in statuses]
        texts = [each.full_text for each in statuses]
        flagged = bytearray([flags]) * len(ids)
        cut = [each.truncated for each in statuses]
        if any(cut):
            cut = [each.truncated and not each.extended_tweet for each in statuses]
            set_flag(flagged, CUT, cut)
        long = [each.extended_tweet for each in statuses]
        if any(long) or not all(texts):
            texts = [*map(_text, statuses)]
            if None in texts:
                raise Odd
        reply = _first(
            [each.in_reply_to_status_id_str for each in statuses],
            [each.in_reply_to_status_id for each in statuses],
        )
        across = _first(
            [each.quoted_status_id_str for each in statuses],
            [each.quoted_status_id for each in statuses],
        )
        quoted = [each.quoted_status for each in statuses]
        repeated = [each.retweeted_status for each in statuses]
        inside: tuple[Sequence[_Status | None], ...] = ()
        for nested, flag in ((quoted, 0), (repeated, REPEATS)):
            if any(nested):
                inside = (*inside, nested)
                for at in compress(range(len(ids)), nested):
                    across[at] = nested[at].id_str  # type: ignore[union-attr]
                    flagged[at] |= flag
        try:
            columns = _Columns(
                self._numbers(ids),
                self._authors(
                    [each.user.id_str for each in statuses],
                    [each.user.screen_name for each in statuses],
                ),
                self._instants([each.created_at for each in statuses]),
                self._numbers([each or NOTHING for each in reply]),
                self._numbers([each or NOTHING for each in across]),
                self._answered([each.in_reply_to_screen_name for each in statuses]),
                flagged,
                self._hashes(texts),
            )
        except OverflowError:
            raise Odd from None
        if not self._plain(columns.id, columns.reply, columns.across):
            raise Odd
        return columns, inside

    @staticmethod
    def _taken(column: "array[int]", places: Sequence[int]) -> "array[int]":
        """Return what stands at some places of a column."""
        return array(column.typecode, [column[place] for place in places])

    @staticmethod
    def _numbers(numbers: Sequence[int]) -> "array[int]":
        """Return numbers as a column.

        Raises:
            OverflowError: one takes more than eight bytes.
        """
        return array("q", numbers)

    @staticmethod
    def _hashes(texts: Sequence[str | None]) -> "array[int]":
        """Return the hash of each text."""
        return array("q", map(hash, texts))

    @staticmethod
    def _plain(ids: "array[int]", reply: "array[int]", across: "array[int]") -> bool:
        """Tell whether ids are plain, and no status quotes or repeats itself."""
        below = min(ids) <= 0 or min(reply) < 0 or min(across) < 0
        return not below and not any(map(eq, across, ids))

    def _authors(self, users: Sequence[int], names: Sequence[str]) -> "array[int]":
        """Return the numbers of authors."""
        found: list[Any] = list(map(self._by_name.get, names))
        if None in found or [*map(self._users.__getitem__, found)] != users:
            found = [*map(self._author, users, names)]
        return array("i", found)

    def _author(self, user: int, name: str) -> int:
        """Return the number of an author."""
        known = self._by_name.get(name)
        if known is None or self._users[known] != user:
            return self._met(user, name)
        return known

    def _met(self, user: int, name: str) -> int:
        """Return the number of an author that may be new.

        Raises:
            Odd: it is no plain one.
        """
        if user <= 0 or not handle_is_plain(name):
            raise Odd
        return self._numbered((str(user), name), user)

    def _named(self, name: str | None) -> int:
        """Return the number of a handle; NOBODY where it is none."""
        known = self._by_name.get(name)
        if known is None:
            known = self._numbered((None, name), _NO_ID) if name else NOBODY
        return known

    def _numbered(self, key: tuple[str | None, str], user: int) -> int:
        number = self._known.numbered(key)
        if number >= len(self._users):
            self._users.extend([_NO_ID] * (number + 1 - len(self._users)))
        self._users[number] = user
        self._by_name.setdefault(key[1], number)
        return number

    def _answered(self, names: Sequence[str | None]) -> "array[int]":
        """Return the author of each handle that was met first."""
        found: list[Any] = list(map(self._by_name.get, names))
        if None in found:
            found = [*map(self._named, names)]
        return array("i", found)

    def _instants(self, stamps: Sequence[str]) -> "array[int]":
        """Return when tweets were sent, as `micros` has it.

        Raises:
            Odd: the tolerant reader has to read one of the stamps.
        """
        found: list[Any] = list(map(self._sents.get, stamps))
        if None in found:
            for at in [at for at, each in enumerate(found) if each is None]:
                stamp = stamps[at]
                found[at] = self._sents[stamp] = _sent(stamp)
        return array("q", found)


def _first(one: list[int | None], other: list[int | None]) -> list[int | None]:
    """Return the first of each two that is there."""
    if one == other:
        return one
    return [a if a is not None else b for a, b in zip(one, other, strict=True)]


def _text(status: _Status) -> str | None:
    long = status.extended_tweet
    if long is not None and long.full_text is not None:
        return long.full_text
    return status.text if status.full_text is None else status.full_text


@lru_cache(4096)
def _minute(stamp: str) -> int:
    sent = _instant(stamp)
    if sent is None:
        raise Odd
    return micros(sent)


def _sent(stamp: str) -> int:
    """Read a stamp; of v1.1's shape each minute is read once.

    Raises:
        Odd: the tolerant reader has to.
    """
    seconds = stamp[17:19]
    if (
        stamp[16:17] == ":"
        and stamp[19:20] == " "
        and "00" <= seconds < "60"
        and seconds.isdigit()
    ):
        return _minute(f"{stamp[:17]}00{stamp[19:]}") + int(seconds) * _SECOND
    return _minute(stamp)
