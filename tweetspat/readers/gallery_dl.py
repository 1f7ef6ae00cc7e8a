"""gallery-dl: what it notes of a tweet for each file that it takes from it.

One object (written beside the media), or a message of its dump: `[2, {...}]` for
a tweet, `[3, "address", {...}]` for a file of it.
"""

from collections.abc import Iterator
from datetime import UTC, tzinfo

from tweetspat.model import Account, Media, Source, Tweet, TweetId
from tweetspat.problems import Problem
from tweetspat.readers.common_fields import (
    Sent,
    account,
    account_id,
    any_id,
    mentioned,
    own_id,
    sent_at,
)
from tweetspat.readers.fields import BadField, Fields, find
from tweetspat.stamps import id_instant, whole_second

__all__ = ["LACKS", "SHAPE", "TELLS", "read", "recognises"]

SHAPE = "gallery-dl"
TELLS = (
    "tweet metadata written by gallery-dl, one object a file or its JSON dump; tells "
    "replies, quotes, retweets, stamps to the second; its texts have links rewritten"
)
LACKS = "the short links of a text, in whose place gallery-dl writes the long ones"

_LONGEST_MESSAGE = 3


def recognises(record: object) -> bool:
    """Tell the metadata of a tweet, alone or in a message of the dump."""
    noted = _noted(record)
    return "tweet_id" in noted and "author" in noted and "date" in noted


def read(record: Fields, naive: tzinfo | None) -> Iterator[Tweet | Problem]:  # noqa: ARG001 - it writes UTC
    """Yield the tweet; one that has several files comes once for each of them."""
    url = None
    if isinstance(record.value, list):
        last = len(record.value) - 1
        if last > 1 and isinstance(record.value[1], str):
            url = record.value[1].removeprefix("ytdl:")
        noted = _noted(record.value)
        record = Fields(noted, record.place.at(last), record.problems)
    try:
        yield _tweet(record, url)
    except BadField as error:
        yield Problem("missing-field", error.message, record.place.at(*error.path))
        yield from record.problems


def _noted(record: object) -> dict[str, object]:
    """Return the metadata that a record is or, as a message, ends with."""
    if isinstance(record, list) and 1 < len(record) <= _LONGEST_MESSAGE:
        record = record[-1]
    return record if isinstance(record, dict) else {}


def _tweet(record: Fields, url: str | None) -> Tweet:
    id_ = own_id(record, "tweet_id")
    retweeted = any_id(record, "retweet_id")
    repeats = None if retweeted == id_ else retweeted
    text = record.need("content")
    author = account(record.below("author"), "name", "nick")
    if repeats:
        author = _retweeter(record, author)
    elif author is None:
        record.odd("missing-field", "the author is not told", "author", "name")
    elif retweeted:  # the original in place of its retweet, with words put before it
        text = text.removeprefix(f"RT @{author.handle}: ")
    media = _media(record, url)
    when = _sent(record, id_)
    return Tweet(
        id=id_,
        author=author,
        text=text,
        sent=when.sent,
        sent_basis=when.basis,
        place=record.place,
        reply_to=any_id(record, "reply_id"),
        reply_handle=record.text("reply_to") or None,
        quotes=None if repeats else _quotes(record, id_),
        repeats=repeats,
        media=media,
        cut=bool(retweeted or media or record.whole("count") or _has_long_link(text)),
        bounds=when.bounds,
        problems=tuple(record.problems),
        synthetic=record.flag("synthetic"),
        conversation=any_id(record, "conversation_id"),
        mentions=mentioned(record, "mentions", handle="name", name="nick"),
        copied_from=_copied_from(record, id_),
    )


def _retweeter(record: Fields, original: Account | None) -> Account | None:
    """Return who retweeted: `author` is then the author of the original.

    `user` is whose timeline was read; where nobody's was, it repeats `author`.
    """
    user = account(record.below("user"), "name", "nick")
    if user is not None and original is not None and user.key != original.key:
        return user
    record.odd("missing-field", "who retweeted is not told", "user", "name")
    return None


def _quotes(record: Fields, id_: TweetId) -> TweetId | None:
    """Return the tweet that this one quotes.

    `quote_id` is the tweet that quotes this one; in versions that had no
    `quoted_id` it once was the quoted tweet, which is always the older.
    """
    if find(record.value, "quoted_id") is not None:
        return any_id(record, "quoted_id")
    other = any_id(record, "quote_id")
    if other and (len(other), other) < (len(id_), id_):
        return other
    return None


def _sent(record: Fields, id_: TweetId) -> Sent:
    """Return the time; the tool takes it from the id wherever an id tells it."""
    when = sent_at(record, "date", id_, UTC)
    inside = id_instant(id_)
    if inside and whole_second(inside) == when.sent:
        return Sent(when.sent, "id")
    return when


def _copied_from(record: Fields, id_: TweetId) -> tuple[Source, ...]:
    """Return the tweet that the file was taken over from."""
    source = any_id(record, "source_id")
    if not source or source == id_:
        return ()
    return (Source(source, account_id(record, "id", "source_user")),)


def _media(record: Fields, url: str | None) -> tuple[Media, ...]:
    """Return the file that the record is about; one of a whole tweet has none."""
    if url is None and record.whole("num") is None:
        return ()
    return (Media(record.text("type") or "media", url, record.text("description")),)


def _has_long_link(text: str) -> bool:
    """Tell whether a link was put in for the short one that was tweeted."""
    return any(
        "://" in word and not word.startswith("https://t.co/") for word in text.split()
    )
