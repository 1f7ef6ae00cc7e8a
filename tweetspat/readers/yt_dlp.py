"""yt-dlp: the info.json of a film, where it was taken from a tweet."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, tzinfo

from tweetspat.model import Media, Tweet, TweetId
from tweetspat.problems import Problem
from tweetspat.readers.common_fields import account, settled
from tweetspat.readers.fields import BadField, Fields, Number, find
from tweetspat.readers.status_v1 import unescape
from tweetspat.stamps import Stamp, contradicted_by

__all__ = ["LACKS", "SHAPE", "TELLS", "read", "recognises"]

SHAPE = "yt-dlp"
TELLS = (
    "info.json of films that yt-dlp took from tweets; tells words without line breaks, "
    "author, stamps to the second"
)
LACKS = "which tweet is answered, quoted or retweeted"

_PAGE = (
    r"https?://(?:(?:www|m|mobile)\.)?(?:twitter|x)\.com/.*?/status(?:es)?/(\d{1,19})"
)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_LONGEST_NUMBER = 40
_LARGEST_EXPONENT = 11


def recognises(record: object) -> bool:
    """Tell by the extractor, else by the page, that a film is from a tweet."""
    extractor = find(record, "extractor_key") or find(record, "ie_key")
    if extractor is not None:
        return extractor == "Twitter" and "webpage_url" in _keys(record)
    page = find(record, "webpage_url")
    return isinstance(page, str) and "uploader_id" in _keys(record) and bool(_id(page))


def read(record: Fields, naive: tzinfo | None) -> Iterator[Tweet | Problem]:  # noqa: ARG001 - its stamps count seconds
    """Yield the tweet that the film is from."""
    try:
        yield _tweet(record)
    except BadField as error:
        yield Problem("missing-field", error.message, record.place.at(*error.path))
        yield from record.problems


def _keys(record: object) -> dict[str, object]:
    return record if isinstance(record, dict) else {}


def _tweet(record: Fields) -> Tweet:
    id_ = _tweet_id(record)
    text = record.need("description")
    sent = _instant(record)
    when = settled(record, "timestamp", Stamp(sent) if sent else None, id_)
    if sent and contradicted_by(id_, sent):
        record.odd(
            "other-tweet",
            "its stamp is not that of its id: words, author and stamp may be those of "
            "a tweet that this one retweets",
            "timestamp",
        )
    author = account(_uploader(record), "uploader_id", "uploader")
    if author is None:
        record.odd("missing-field", "the author is not told", "uploader_id")
    return Tweet(
        id=id_,
        author=author,
        text=unescape(text),
        sent=when.sent,
        sent_basis=when.basis,
        place=record.place,
        media=_media(record),
        cut="  " in text,  # line breaks were turned into blanks
        problems=tuple(record.problems),
        synthetic=record.flag("synthetic"),
    )


def _tweet_id(record: Fields) -> TweetId:
    """Return the id of the tweet, which is not `id`: that is the film's."""
    shown = record.text("display_id") or ""
    page = _id(record.text("webpage_url") or "")
    if not (shown.isascii() and shown.isdigit()):
        if page is None:
            raise BadField(("display_id",), "a status id was expected; skipped")
        return page
    if page is not None and page != shown:
        record.odd(
            "contradicting-id",
            f"it is called {shown[:40]} and its page {page}; the first is used",
            "webpage_url",
        )
    return TweetId(shown)


def _id(page: str) -> TweetId | None:
    import re

    found = re.match(_PAGE, page)
    return TweetId(found[1]) if found else None


def _uploader(record: Fields) -> Fields:
    """Return the author's members; the account id stands under another name."""
    told = {key: find(record.value, key) for key in ("uploader_id", "uploader")}
    told["id"] = find(record.value, "channel_id")
    return Fields(told, record.place, record.problems)


def _instant(record: Fields) -> datetime | None:
    """Return the whole second of an epoch stamp, which may be written as a float."""
    from decimal import Decimal

    stamp = find(record.value, "timestamp")
    if not isinstance(stamp, Number) or len(stamp.text) > _LONGEST_NUMBER:
        return None
    exact = Decimal(stamp.text)
    if not exact.is_finite() or exact.adjusted() > _LARGEST_EXPONENT:
        return None
    try:
        return _EPOCH + timedelta(seconds=int(exact // 1))
    except OverflowError:
        return None


def _media(record: Fields) -> tuple[Media, ...]:
    """Return the film that was taken, else the best of those on offer."""
    url = record.text("url")
    if url is None:
        offered = [film.text("url") for film in record.each("formats")]
        url = offered[-1] if offered else None
    return (Media("video", url),) if url else ()
