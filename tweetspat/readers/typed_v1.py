"""The quick way through large inputs: v1.1 statuses decoded by msgspec.

It reads what is regular and hands everything else over (None): the tolerant
reader then reads the same bytes and says what is odd.  Where this module
reads a record, both ways give the same tweets; a property test holds them to it.
"""

from collections.abc import Iterator
from functools import lru_cache

from msgspec import DecodeError, Raw, Struct, ValidationError
from msgspec.json import Decoder

from tweetspat.model import Account, Media, Tweet, TweetId, Url
from tweetspat.problems import Place
from tweetspat.readers.status_v1 import own_zone, unescape
from tweetspat.stamps import instant
from tweetspat.visible import handle_is_plain

__all__ = ["members", "read_status"]


class _User(Struct, gc=False):
    screen_name: str
    id_str: str | None = None
    id: int | None = None
    name: str | None = None
    time_zone: str | None = None


class _Url(Struct, gc=False):
    url: str | None = None
    expanded_url: str | None = None


class _Film(Struct, gc=False):
    bitrate: int | None = None
    url: str | None = None
    content_type: str | None = None


class _Films(Struct, gc=False):
    variants: list[_Film] | None = None


class _Media(Struct, gc=False):
    type: str | None = None
    media_url_https: str | None = None
    media_url: str | None = None
    ext_alt_text: str | None = None
    video_info: _Films | None = None


class _Entities(Struct, gc=False):
    urls: list[_Url] | None = None
    media: list[_Media] | None = None


class _Long(Struct, gc=False):
    full_text: str | None = None
    entities: _Entities | None = None
    extended_entities: _Entities | None = None


class _Status(Struct, gc=False):
    id_str: str
    created_at: str
    user: _User
    id: int | None = None
    full_text: str | None = None
    text: str | None = None
    truncated: bool | None = None
    extended_tweet: _Long | None = None
    entities: _Entities | None = None
    extended_entities: _Entities | None = None
    in_reply_to_status_id: int | None = None
    in_reply_to_status_id_str: str | None = None
    in_reply_to_screen_name: str | None = None
    quoted_status_id: int | None = None
    quoted_status_id_str: str | None = None
    quoted_status: "_Status | None" = None
    retweeted_status: "_Status | None" = None
    author_id: object = None
    author: object = None
    rest_id: object = None
    legacy: object = None


class _Odd(Exception):  # noqa: N818 - never leaves this module
    """The record wants the tolerant reader."""


_decode = Decoder(_Status).decode
_own_zone = lru_cache(1024)(own_zone)


def read_status(raw: bytes | Raw, place: Place) -> list[Tweet] | None:
    """Return the tweets of one status, or None when it is not plainly regular.

    Cost:
        About twice that of decoding the record.
    """
    try:
        status = _decode(raw)
        found = [_tweet(status, place, None)]
        if status.retweeted_status or status.quoted_status:
            _nested(status, place, found)
        return found
    except (_Odd, DecodeError, ValidationError, RecursionError, UnicodeError):
        return None


def members(data: bytes) -> Iterator[tuple[Raw, int]] | None:
    """Return the members of a JSON array, undecoded, each with its line.

    None when the whole is not one well-formed array.
    """
    try:
        raws = Decoder(list[Raw]).decode(data)
    except (DecodeError, RecursionError):
        return None
    return _placed(raws, data)


def _placed(raws: list[Raw], data: bytes) -> Iterator[tuple[Raw, int]]:
    line, counted = 1, 0
    for raw in raws:
        at = data.find(raw, counted)
        line += data.count(b"\n", counted, at)
        counted = at
        yield raw, line
        line += data.count(b"\n", at, at + len(memoryview(raw)))
        counted = at + len(memoryview(raw))


def _nested(top: _Status, place: Place, found: list[Tweet]) -> None:
    """Add the nested statuses in the order in which the tolerant reader does."""
    inside = [(top, place)]
    while inside:
        holder, at = inside.pop()
        if holder is not top:
            found.append(_tweet(holder, at, _holder_of(found, at)))
        if holder.retweeted_status:
            inside.append((holder.retweeted_status, at.at("retweeted_status")))
        if holder.quoted_status:
            inside.append((holder.quoted_status, at.at("quoted_status")))


def _holder_of(found: list[Tweet], at: Place) -> TweetId:
    above = at.path.rpartition(".")[0]
    return next(tweet.id for tweet in reversed(found) if tweet.place.path == above)


def _tweet(status: _Status, place: Place, holder: TweetId | None) -> Tweet:
    id_ = _id(status.id_str, status.id)
    long = status.extended_tweet
    text = long.full_text if long else None
    if text is None:
        text = status.text if status.full_text is None else status.full_text
    sent = instant(status.created_at)
    if text is None or sent is None or id_ is None or not _plain(status, id_):
        raise _Odd
    repeated, quoted = status.retweeted_status, status.quoted_status
    if repeated:
        quotes = None
    elif quoted:
        quotes = quoted.id_str
    else:
        quotes = _id(status.quoted_status_id_str, status.quoted_status_id)
    whole = long or status
    user = status.user
    return Tweet(
        TweetId(id_),
        _account(user.screen_name, user.name, _id(user.id_str, user.id)),
        unescape(text),
        sent,
        "created_at",
        place,
        _id(status.in_reply_to_status_id_str, status.in_reply_to_status_id),  # type: ignore[arg-type]
        status.in_reply_to_screen_name,
        quotes,  # type: ignore[arg-type]
        TweetId(repeated.id_str) if repeated else None,
        None,
        "recovered" if holder else "present",
        _own_zone(user.time_zone) if user.time_zone else None,
        (f"nested in {holder}",) if holder else (),
        _urls(whole.entities),
        _pictures(whole) or (_pictures(status) if long else ()),
        bool(status.truncated) and long is None,
        holder,
    )


def _plain(status: _Status, id_: str) -> bool:
    repeated, quoted = status.retweeted_status, status.quoted_status
    return not (
        status.author_id is not None
        or status.author is not None
        or status.rest_id is not None
        or status.legacy is not None
        or (repeated and repeated.id_str == id_)
        or (quoted and quoted.id_str == id_)
    )


def _id(text: str | None, number: int | None) -> str | None:
    """Return the id when text and number agree; anything else is odd."""
    if text is None and number is None:
        return None
    if (
        not text
        or (number is not None and str(number) != text)
        or not (text.isascii() and text.isdigit() and len(text) < 20)  # noqa: PLR2004
    ):
        raise _Odd
    return text


@lru_cache(65536)
def _account(handle: str, name: str | None, id_: str | None) -> Account:
    if not handle_is_plain(handle):
        raise _Odd
    return Account(handle, name, id_)


def _urls(entities: _Entities | None) -> tuple[Url, ...]:
    if entities is None or not entities.urls:
        return ()
    return tuple(Url(url.url, url.expanded_url) for url in entities.urls if url.url)


def _pictures(status: _Status | _Long) -> tuple[Media, ...]:
    holder = status.extended_entities
    if holder is None or holder.media is None:
        holder = status.entities
    if holder is None or not holder.media:
        return ()
    return tuple(
        Media(item.type or "media", _media_url(item), item.ext_alt_text)
        for item in holder.media
    )


def _media_url(item: _Media) -> str | None:
    films = [
        (film.bitrate or 0, film.url or "")
        for film in (item.video_info and item.video_info.variants) or ()
        if film.content_type == "video/mp4"
    ]
    best = max(films, default=(0, ""))[1]
    return best or item.media_url_https or item.media_url
