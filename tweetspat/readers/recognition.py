"""Which reader reads a record: they are asked in turn, the common ones first."""

from collections.abc import Iterator, Sequence
from datetime import tzinfo
from importlib import import_module
from typing import Protocol, TypeAlias, cast

from tweetspat.model import Account, Case, Notice, Owner, Tweet
from tweetspat.problems import Problem
from tweetspat.readers.fields import Fields
from tweetspat.readers.records import Record

__all__ = ["READERS", "Found", "Reader", "reader", "reader_of", "shapes"]

Found: TypeAlias = Tweet | Case | Account | Owner | Notice | Problem


class Reader(Protocol):
    """What a reader module offers; a plain module satisfies it."""

    SHAPE: str
    """The name of the shape in `place.shape`."""

    TELLS: str
    """What the shape can tell, for `tweetspat formats`."""

    LACKS: str
    """What the shape cannot tell, said once for each input; "" where nothing."""

    def recognises(self, record: object, /) -> bool:
        """Tell from its keys whether a JSON value is of this shape."""

    def read(self, record: Fields, naive: tzinfo | None, /) -> Iterator[Found]:
        """Yield what the record holds; never raise for what is odd in it."""


READERS: Sequence[str] = (
    "case_file",
    "own_json",
    "api_v1",
    "account_archive",
    "twint",
    "takedown_csv",
    "graphql",
    "syndication",
    "oembed",
    "stream_control",
    "thread_structure",
    "gnip",
    "bluesky",
    "mastodon",
    "twscrape",
    "snscrape",
    "gallery_dl",
    "yt_dlp",
    "api_v2",
    "activity_v2",
    "compliance_v2",
)
"""The modules that are asked, in this order; one is loaded when it is reached,
so that the common shapes cost nothing for the rare ones."""

_ARCHIVES = (
    "window.YTD.",
    "YTD.",
    "window.__THAR_CONFIG",
    "__THAR_CONFIG",
    "Grailbird.",
    "payload_details",
    "tweet_index",
    "user_details",
)
"""How the variables of account archives are called."""


def reader(name: str) -> Reader:
    """Return the reader of that module."""
    return cast("Reader", import_module(f"tweetspat.readers.{name}"))


def shapes() -> list[Reader]:
    """Return every reader there is."""
    return [reader(name) for name in READERS]


def reader_of(found: Record) -> Reader | None:
    """Return who reads a record, or None where nobody knows its keys."""
    if found.variable.startswith(_ARCHIVES):
        return reader("account_archive")
    each = map(reader, READERS)
    return next((one for one in each if one.recognises(found.value)), None)
