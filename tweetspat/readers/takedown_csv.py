"""The platform's releases of information operations: a table, a row a tweet."""

from collections.abc import Iterator
from datetime import UTC, tzinfo

from tweetspat.model import Account, Tweet, TweetId
from tweetspat.problems import Problem
from tweetspat.readers.cells import listed, paired
from tweetspat.readers.common_fields import Sent, check_handle, settled, stamp_at
from tweetspat.readers.fields import BadField, Fields, Number, find
from tweetspat.readers.status_v1 import unescape
from tweetspat.stamps import read_stamp

__all__ = ["LACKS", "SHAPE", "TELLS", "read", "recognises"]

SHAPE = "takedown-csv"
TELLS = (
    "the tables of tweets that the platform released of information operations; "
    "tells replies, quotes, retweets, stamps to the minute (to the second where the "
    "id tells it)"
)
LACKS = (
    "the seconds of old tweets, or the handles and names of small accounts, which the "
    "platform replaced by pseudonyms"
)

_KEYS = frozenset({"tweetid", "userid", "user_screen_name", "tweet_text", "tweet_time"})
_PSEUDONYM = 20
"""What hashes of the platform's are long, at the least."""


def recognises(record: object) -> bool:
    """Tell a row by the names of its columns."""
    return isinstance(record, dict) and record.keys() >= _KEYS


def read(record: Fields, naive: tzinfo | None) -> Iterator[Tweet | Problem]:  # noqa: ARG001 - its stamps are UTC
    """Yield the tweet of the row."""
    try:
        yield _tweet(record)
    except BadField as error:
        yield Problem("missing-field", error.message, record.place.at(*error.path))
        yield from record.problems


def _tweet(row: Fields) -> Tweet:
    id_ = _id(row, "tweetid")
    if id_ is None:
        message = "a status id was expected; the row is skipped"
        raise BadField(("tweetid",), message)
    text = unescape(row.need("tweet_text"))
    repeats = _id(row, "retweet_tweetid")
    quotes = _id(row, "quoted_tweet_tweetid")
    if repeats is None and (_cell(row, "is_retweet") or "").lower() == "true":
        message = "it is a retweet, and of what is not told; shown as a tweet"
        row.odd("missing-field", message, "retweet_tweetid")
    when = _sent(row, id_)
    return Tweet(
        id=id_,
        author=_author(row),
        text=text,
        sent=when.sent,
        sent_basis=when.basis,
        place=row.place,
        reply_to=_id(row, "in_reply_to_tweetid"),
        quotes=None if repeats else quotes,
        repeats=repeats,
        urls=paired(text, listed(_cell(row, "urls") or "")),
        cut=text.startswith("RT @") and text.endswith("…"),
        bounds=when.bounds,
        problems=tuple(row.problems),
        synthetic=row.flag("synthetic"),
    )


def _cell(row: Fields, name: str) -> str | None:
    """Return what stands in a column; an empty cell is nothing."""
    return row.text(name) or None


def _id(row: Fields, name: str) -> TweetId | None:
    """Return an id; spreadsheets may have made a rounded float of it."""
    told = find(row.value, name)
    if isinstance(told, str):
        written = (row.text(name) or "").strip()
        if not written or (written.isascii() and written.isdigit()):
            return TweetId(written) if written.strip("0") else None
        told = Number(written)
    return Fields({name: told}, row.place, row.problems).id(name)


def _author(row: Fields) -> Account | None:
    handle, id_ = _cell(row, "user_screen_name"), _cell(row, "userid")
    name = _cell(row, "user_display_name")
    if handle is None:
        row.odd("missing-field", "the author is not told", "user_screen_name")
        return None
    if not (handle == id_ or _is_hash(handle)):
        check_handle(row, handle, "user_screen_name")
    return Account(
        handle,
        None if name == handle and handle == id_ else name,
        id_ if id_ and id_.isascii() and id_.isdigit() else None,
    )


def _is_hash(handle: str) -> bool:
    """Tell a pseudonym of the platform's: a hash in base 64 or in hex."""
    plain = handle.rstrip("=").translate({ord(sign): "a" for sign in "+/-_"})
    return len(handle) >= _PSEUDONYM and plain.isascii() and plain.isalnum()


def _sent(row: Fields, id_: TweetId) -> Sent:
    """Return the time: the id's second where it lies in the minute of the stamp.

    Spreadsheets write a minute with the second 00, which nobody told.
    """
    stamp = stamp_at(row, "tweet_time", UTC)
    if stamp and stamp.sent and not (stamp.sent.second or stamp.sent.microsecond):
        stamp = read_stamp(stamp.sent.isoformat(" ", "minutes"))
    return settled(row, "tweet_time", stamp, id_)
