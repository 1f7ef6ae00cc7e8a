"""What an index holds of a conversation, and how names are found."""

from typing import NamedTuple
from zlib import crc32

from tweetspat.lookalikes import Lookalikes
from tweetspat.model import Account, Notice, TweetId
from tweetspat.scan.excerpts import Repeat

__all__ = ["NAME_BITS", "Entry", "Place", "name_key"]

NAME_BITS = 31
"""The bits that tell the number of a name; those above are its sum."""


class Place(NamedTuple):
    """Where records lie that have much in common.

    Attributes:
        file: what places call it.
    """

    source: int
    spooled: bool
    raw: bool
    file: str


class Entry(NamedTuple):
    """A conversation: what it takes to read it, as an `Excerpt` has it.

    Attributes:
        records: number of the place, offset, length and line of each.
        cases: numbers of case files.
        others: ids that are wanted beside the conversation's and those of `beside`.
    """

    ids: tuple[TweetId, ...]
    score: int
    records: tuple[tuple[int, int, int, int], ...]
    others: tuple[TweetId, ...] = ()
    beside: tuple[TweetId, ...] = ()
    crossing: tuple[TweetId, ...] = ()
    quoted_by: dict[TweetId, tuple[TweetId, ...]] = {}  # noqa: RUF012 - never changed
    repeats: tuple[Repeat, ...] = ()
    cases: tuple[int, ...] = ()
    unnamed: tuple[str, ...] = ()
    accounts: tuple[Account, ...] = ()
    notices: tuple[Notice, ...] = ()
    known: tuple[tuple[str, str | None], ...] = ()
    alike: Lookalikes | None = None


def name_key(text: str) -> int:
    """Return a number that names are sorted by, in the upper part of 63 bits."""
    return crc32(text.encode("utf-8", "surrogatepass")) << NAME_BITS
