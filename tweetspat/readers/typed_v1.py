"""The quick way through large inputs: v1.1 statuses decoded by msgspec.

It reads what is regular and hands everything else over (None): the tolerant
reader then reads the same bytes and says what is odd.  Where this module
reads a record, both ways give the same tweets; a property test holds them to it.
"""

from collections.abc import Iterator
from functools import lru_cache
from typing import TypeAlias

from msgspec import DecodeError, Raw, Struct
from msgspec.json import Decoder

from tweetspat.model import Account, Media, Tweet, TweetId, Url
from tweetspat.problems import Place
from tweetspat.readers.status_v1 import own_zone, unescape
from tweetspat.stamps import instant
from tweetspat.visible import handle_is_plain

__all__ = ["members", "read_lines", "read_status"]


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
    author_id: None = None
    author: None = None
    rest_id: None = None
    legacy: None = None
    synthetic: bool | None = None


Lines: TypeAlias = tuple[Place, bytes, list[Tweet] | None]


class _Odd(Exception):  # noqa: N818 - never leaves this module
    """The record wants the tolerant reader."""


_decoder = Decoder(_Status)
_own_zone = lru_cache(1024)(own_zone)


def read_status(raw: bytes | Raw, place: Place) -> list[Tweet] | None:
    """Return the tweets of one status, or None when it is not plainly regular."""
    try:
        return _tweets(_decoder.decode(raw), place)
    except (_Odd, DecodeError, RecursionError, UnicodeError):
        return None


def read_lines(block: bytes, file: str, first: int, shape: str) -> list[Lines]:
    """Return what each line of a block holds, lines numbered from `first`.

    Lines that the decoder takes in one go are a good deal quicker than lines
    one by one; where one of them is odd, they are read one by one.

    Returns:
        For each line that is not blank its place, its bytes where they are
        known to be wanted, and its tweets; None for what is not plainly regular.
    """
    try:
        statuses = _decoder.decode_lines(block)
    except (DecodeError, RecursionError, UnicodeError):
        statuses = None
    if statuses is None or len(statuses) != block.count(b"\n"):
        return [
            (place, line, read_status(line, place))
            for number, line in enumerate(block.split(b"\n"), start=first)
            if line.strip()
            for place in [Place(file, number, "$", shape)]
        ]
    found: list[Lines] = []
    odd: dict[int, bytes] = {}
    for number, status in enumerate(statuses):
        place = Place(file, first + number, "$", shape)
        try:
            found.append((place, b"", _tweets(status, place)))
        except _Odd:
            odd = odd or dict(enumerate(block.split(b"\n")))
            found.append((place, odd[number], None))
    return found


def _tweets(status: _Status, place: Place) -> list[Tweet]:
    found = [_tweet(status, place, None)]
    if status.retweeted_status or status.quoted_status:
        _nested(status, place, found)
    return found


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
    if text is None or sent is None or id_ is None:
        raise _Odd
    repeats = quotes = None
    if status.retweeted_status:
        repeats = _nested_id(status.retweeted_status, id_)
    elif status.quoted_status:
        quotes = _nested_id(status.quoted_status, id_)
    elif status.quoted_status_id_str or status.quoted_status_id:
        quotes = _id(status.quoted_status_id_str, status.quoted_status_id)
    reply_to = status.in_reply_to_status_id_str
    if reply_to is not None or status.in_reply_to_status_id is not None:
        reply_to = _id(reply_to, status.in_reply_to_status_id)
    whole = long or status
    user = status.user
    return Tweet(
        id_,
        _account(user.screen_name, user.name, user.id_str, user.id),
        unescape(text) if "&" in text else text,
        sent,
        "created_at",
        place,
        reply_to,  # type: ignore[arg-type]
        status.in_reply_to_screen_name,
        quotes,
        repeats,
        None,
        "recovered" if holder else "present",
        _own_zone(user.time_zone) if user.time_zone else None,
        (f"nested in {holder}",) if holder else (),
        _urls(whole.entities) if whole.entities and whole.entities.urls else (),
        _pictures(whole) or (_pictures(status) if long else ()),
        bool(status.truncated) and long is None,
        holder,
        synthetic=bool(status.synthetic),
    )


def _id(text: str | None, number: int | None) -> TweetId | None:
    """Return the id when text and number agree; anything else is odd."""
    if (
        not text
        or (number is not None and str(number) != text)
        or not (text.isdigit() and text.isascii() and len(text) < 20)  # noqa: PLR2004
    ):
        if text is None and number is None:
            return None
        raise _Odd
    return TweetId(text)


def _nested_id(nested: _Status, id_: TweetId) -> TweetId:
    if nested.id_str == id_:
        raise _Odd
    return TweetId(nested.id_str)


@lru_cache(65536)
def _account(
    handle: str, name: str | None, id_: str | None, number: int | None
) -> Account:
    if not handle_is_plain(handle):
        raise _Odd
    return Account(handle, name, _id(id_, number))


def _urls(entities: _Entities) -> tuple[Url, ...]:
    return tuple(
        Url(url.url, url.expanded_url) for url in entities.urls or () if url.url
    )


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
