"""Twint: a scraper of before 2023, its JSON lines and its CSV alike.

Its clocks are those of the machine that ran it.  `timezone` is the offset on the
day it ran, not on the day of the tweet, and names of zones come in any language:
where an id tells the time and differs by a zone's shift, the id is right.
"""

import re
from collections.abc import Iterator
from datetime import timedelta, tzinfo

from tweetspat.model import Account, Media, Tweet, TweetId
from tweetspat.problems import Problem
from tweetspat.readers.cells import listed, paired
from tweetspat.readers.common_fields import Sent, account, any_id, own_id, settled
from tweetspat.readers.fields import BadField, Fields, Number, find
from tweetspat.readers.status_v1 import unescape
from tweetspat.readers.twint_accounts import answered, first_other, mentions
from tweetspat.stamps import (
    Stamp,
    id_instant,
    read_stamp,
    rfc3339,
    whole_second,
)
from tweetspat.visible import handle_is_plain

__all__ = ["LACKS", "SHAPE", "TELLS", "read", "recognises"]

SHAPE = "twint"
TELLS = (
    "tweets scraped by Twint, JSON lines or CSV; tells who is answered, quotes, most "
    "retweets, stamps to the second by the saving machine's clock; its texts have no "
    "line breaks"
)
LACKS = "which tweet is answered, or where the lines of a text break"

_KEYS = frozenset({"id", "conversation_id", "date", "time", "timezone", "tweet"})
_QUOTED = (
    r"https?://(?:\w+\.)?(?:twitter|x)\.com/(?:i/web|[^/]+)/status(?:es)?/"
    r"([0-9]{1,19})\b.*"
)
_REWRITTEN = r"(?=http|pic\.twitter)"
_STEP, _MOST_APART = timedelta(minutes=15), timedelta(hours=26)


def recognises(record: object) -> bool:
    """Tell a record by the members of all its versions."""
    return isinstance(record, dict) and record.keys() >= _KEYS


def read(record: Fields, naive: tzinfo | None) -> Iterator[Tweet | Problem]:
    """Yield the tweet, and what else is told of a retweet."""
    try:
        yield from _tweets(record, naive)
    except BadField as error:
        yield Problem("missing-field", error.message, record.place.at(*error.path))
        yield from record.problems


def _tweets(record: Fields, naive: tzinfo | None) -> Iterator[Tweet]:
    id_ = own_id(record, "id")
    text, rewritten = _text(record)
    author = _author(record)
    other = _other_end(record, id_)
    repeats = other if other and _before(other, id_) else None
    when = _sent(record, naive, id_)
    handles = answered(record)
    yield Tweet(
        id=id_,
        author=author,
        text=text,
        sent=when.sent,
        sent_basis=when.basis,
        place=record.place,
        reply_handle=first_other(record, handles, id_, author),
        quotes=None if repeats else _quotes(record),
        repeats=repeats,
        urls=() if repeats else paired(text, _texts(record, "urls")),
        media=() if repeats else _media(record),
        cut=rewritten or bool(repeats and text.endswith("…")),
        bounds=when.bounds,
        problems=tuple(record.problems),
        synthetic=record.flag("synthetic"),
        conversation=any_id(record, "conversation_id"),
        mentions=mentions(record, author),
    )
    if repeats:
        yield from _original(record, repeats, id_)
    elif other:
        yield _retweet(record, other, id_)


def _before(one: TweetId, other: TweetId) -> bool:
    return (len(one), one) < (len(other), other)


def _other_end(record: Fields, id_: TweetId) -> TweetId | None:
    """Return the other id of a retweet: the original's, or the retweet's own.

    Versions that read web pages give the original, and who retweeted it under
    what id; later ones give the retweet, and the original's id.  A retweet is
    the later of the two.
    """
    told = find(record.value, "retweet")
    if told is not True and told not in ("True", Number("1")):
        return None
    other = any_id(record, "retweet_id")
    if other is None:
        message = "it was retweeted, and the retweet's own id is not told; left out"
        record.odd("missing-field", message, "retweet_id")
    elif not (other.isascii() and other.isdigit()):
        record.odd("odd-id", "this is no status id; ignored", "retweet_id")
        return None
    return None if other == id_ else other


def _original(record: Fields, id_: TweetId, holder: TweetId) -> Iterator[Tweet]:
    """Yield a retweet's original: its whole text stands where its author should."""
    text = record.text("user_rt")
    if not text or handle_is_plain(text):
        return
    inside = id_instant(id_)
    yield Tweet(
        id=id_,
        author=None,
        author_id=any_id(record, "user_rt_id"),
        text=unescape(text),
        sent=whole_second(inside) if inside else None,
        sent_basis="id" if inside else None,
        place=record.place,
        state="recovered",
        sources=(f"nested in {holder}",),
        nested_in=holder,
        synthetic=record.flag("synthetic"),
    )


def _retweet(record: Fields, id_: TweetId, original: TweetId) -> Tweet:
    """Return the retweet that a record of its original tells of, without text."""
    who = record.text("user_rt") or ""
    inside = id_instant(id_)
    return Tweet(
        id=id_,
        author=Account(who, None, any_id(record, "user_rt_id"))
        if handle_is_plain(who)
        else None,
        text=None,
        sent=whole_second(inside) if inside else None,
        sent_basis="id" if inside else None,
        place=record.place,
        repeats=original,
        synthetic=record.flag("synthetic"),
    )


def _text(record: Fields) -> tuple[str, bool]:
    """Return the words, and whether they are known to be rewritten.

    A blank was put before every link, which is taken back, and in place of every
    line break, which cannot be.
    """
    text = record.need("tweet")
    *before, last = re.split(_REWRITTEN, text)
    if all(part == " " or part.endswith("  ") for part in before):
        text = "".join([*(part[:-1] for part in before), last])
    if not _since_epoch(record):  # the versions that do read web pages
        text = unescape(text)
    return text, "  " in text


def _author(record: Fields) -> Account | None:
    told = {key: find(record.value, key) for key in ("username", "name")}
    told["id"] = find(record.value, "user_id")
    found = account(Fields(told, record.place, record.problems), "username", "name")
    if found is None:
        record.odd("missing-field", "the author is not told", "username")
    return found


def _texts(record: Fields, key: str) -> list[str]:
    """Return a list of texts, which CSV writes as one text."""
    told = find(record.value, key)
    if isinstance(told, str):
        return listed(told)
    return [each for each in record.texts(key) if each]


def _quotes(record: Fields) -> TweetId | None:
    """Return the id in the address that the platform gives of a quoted tweet."""
    address = find(record.value, "quote_url")
    if isinstance(address, Number) or address in (None, "", "0"):
        return None
    found = re.fullmatch(_QUOTED, record.text("quote_url") or "")
    if found is None:
        record.odd("wrong-type", "a status address was expected; ignored", "quote_url")
    return TweetId(found[1]) if found else None


def _media(record: Fields) -> tuple[Media, ...]:
    photos = tuple(Media("photo", url) for url in _texts(record, "photos"))
    film = find(record.value, "video")
    shown = film.text if isinstance(film, Number) else film
    return photos or ((Media("video"),) if shown == "1" else ())


def _sent(record: Fields, naive: tzinfo | None, id_: TweetId) -> Sent:
    when = settled(record, "created_at", _stamp(record, naive), id_)
    inside = id_instant(id_)
    if when.basis != "created_at" or when.sent is None or inside is None:
        return when
    apart = when.sent - whole_second(inside)
    if not apart or apart % _STEP or abs(apart) > _MOST_APART:
        return when
    message = (
        f"its clock ({rfc3339(when.sent)}) is off by a zone's shift, as this tool "
        "writes the offset of the day on which it ran; its id tells the time "
        f"({rfc3339(whole_second(inside))})"
    )
    record.odd("bad-stamp", message, "timezone")
    return Sent(whole_second(inside), "id")


def _stamp(record: Fields, naive: tzinfo | None) -> Stamp | None:
    """Read the stamp: its offset in figures, or seconds or milliseconds since 1970."""
    written = find(record.value, "created_at")
    digits = _since_epoch(record)
    counted = read_stamp(digits) if digits else None
    if counted and counted.sent:
        return Stamp(whole_second(counted.sent))
    clock = f"{record.text('date')} {record.text('time')}"
    after = written[len(clock) + 1 :] if isinstance(written, str) else ""
    zone = _offset(record.text("timezone") or "") or _offset(after)
    return read_stamp(clock + zone, naive)


def _since_epoch(record: Fields) -> str | None:
    """Return the digits of a stamp that counts from 1970."""
    stamp = find(record.value, "created_at")
    digits = stamp.text if isinstance(stamp, Number) else stamp
    if isinstance(digits, str) and re.fullmatch(r"[0-9]{10}|[0-9]{13}", digits):
        return digits
    return None


def _offset(zone: str) -> str:
    """Return an offset in figures; the name of a zone is nothing to go by."""
    found = re.fullmatch(r"([+-]\d\d):?(\d\d)?", zone.strip(), re.ASCII)
    return f"{found[1]}{found[2] or '00'}" if found else ""
