"""snscrape: one tweet a line, ids as numbers only; names changed over the years."""

from collections.abc import Iterator
from datetime import tzinfo

from tweetspat.model import Account, Media, Notice, Tweet, Url
from tweetspat.problems import Problem
from tweetspat.readers.fields import BadField, Fields, find
from tweetspat.readers.scraped_body import (
    film_of,
    is_type,
    links,
    notice,
    scraped,
    users,
)

__all__ = ["LACKS", "SHAPE", "TELLS", "read", "recognises"]

SHAPE = "snscrape"
TELLS = (
    "tweets and accounts saved by snscrape as JSON lines, old versions too; tells "
    "replies, quotes and retweets with the tweets they point at, what is gone, stamps "
    "to the second"
)
LACKS = ""

_KINDS = {"gif": "animated_gif"}


def recognises(record: object) -> bool:
    """Tell snscrape's records by `_type`, or by its names without ids as texts."""
    if not isinstance(record, dict) or "id_str" in record:
        return False
    if isinstance(record.get("_type"), str):
        return is_type(record, "Tweet", "Tombstone", "TweetRef", "User")
    return "conversationId" in record and (
        "rawContent" in record or "renderedContent" in record
    )


def read(
    record: Fields, naive: tzinfo | None
) -> Iterator[Tweet | Account | Notice | Problem]:
    """Yield the tweet, account or notice of a record and the tweets nested in it."""
    if is_type(record.value, "User"):
        yield from users(record)
    elif is_type(record.value, "Tombstone", "TweetRef"):
        yield from _placeholder(record)
    else:
        yield from scraped(record, naive, _hung)


def _placeholder(record: Fields) -> Iterator[Notice | Problem]:
    try:
        yield notice(record)
    except BadField as error:
        place = record.place.at(*error.path)
        yield Problem("missing-field", error.message, place)
    yield from record.problems


def _hung(record: Fields) -> tuple[tuple[Url, ...], tuple[Media, ...]]:
    urls = links(record) or _parallel(record)
    return urls, tuple(map(_media, record.each("media")))


def _parallel(record: Fields) -> tuple[Url, ...]:
    """Join the two arrays in which old versions keep short and long links."""
    if find(record.value, "tcooutlinks") is None:
        return ()
    short, long = record.texts("tcooutlinks"), record.texts("outlinks")
    if len(short) != len(long):
        return tuple(map(Url, short))
    return tuple(dict.fromkeys(map(Url, short, long)))


def _media(item: Fields) -> Media:
    kind = (item.text("_type") or item.text("type") or "media").rpartition(".")[2]
    kind = kind.lower()
    url = item.text("fullUrl") or film_of(item) or item.text("thumbnailUrl")
    return Media(_KINDS.get(kind, kind), url, item.text("altText"))
