"""twscrape: one tweet a line, ids as numbers and as texts."""

from collections.abc import Iterator
from datetime import tzinfo

from tweetspat.model import Account, Media, Notice, Tweet, Url
from tweetspat.problems import Problem
from tweetspat.readers.fields import Fields
from tweetspat.readers.scraped_body import film_of, is_type, links, scraped, users

__all__ = ["LACKS", "SHAPE", "TELLS", "read", "recognises"]

SHAPE = "twscrape"
TELLS = (
    "tweets and accounts saved by twscrape as JSON lines; tells replies, quotes and "
    "retweets with the tweets they point at, edits, stamps to the second"
)
LACKS = ""


def recognises(record: object) -> bool:
    """Tell twscrape's records by snscrape's names together with ids as texts."""
    if not isinstance(record, dict) or "id_str" not in record:
        return False
    return is_type(record, "Tweet", "User") or (
        "rawContent" in record and "user" in record
    )


def read(
    record: Fields, naive: tzinfo | None
) -> Iterator[Tweet | Account | Notice | Problem]:
    """Yield the tweet, or the account, of a record and the tweets nested in it."""
    if is_type(record.value, "User"):
        yield from users(record)
    else:
        yield from scraped(record, naive, _hung)


def _hung(record: Fields) -> tuple[tuple[Url, ...], tuple[Media, ...]]:
    return links(record), tuple(_media(record))


def _media(record: Fields) -> Iterator[Media]:
    for photo in record.each("media", "photos"):
        yield Media("photo", photo.text("url"))
    for film in record.each("media", "videos"):
        yield Media("video", film_of(film) or film.text("thumbnailUrl"))
    for film in record.each("media", "animated"):
        url = film.text("videoUrl") or film.text("thumbnailUrl")
        yield Media("animated_gif", url)
