"""What hangs on a v1.1 status, as the quick way decodes it: links, media, mentions.

What is not plainly regular raises `Odd`: the tolerant reader then reads the
record.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import starmap

from msgspec import DecodeError, Raw, Struct
from msgspec.json import Decoder

from tweetspat.model import Account, Media, Source, TweetId, Url
from tweetspat.visible import handle_is_plain

__all__ = [
    "NOBODY",
    "TOO_LONG",
    "Entities",
    "Medium",
    "Odd",
    "copied_from",
    "exact_id",
    "mentions",
    "shown",
    "urls",
]

NOBODY = Raw(b"[]")
"""The list of mentions where nobody is mentioned."""

TOO_LONG = 20
"""Digits that no 64-bit id has."""

_MOST_MENTIONED = 20_000


_url: Callable[[type[Url], tuple[object, ...]], Url] = tuple.__new__
_media: Callable[[type[Media], tuple[object, ...]], Media] = tuple.__new__
"""They make a Url and a Media from all fields, in half the time of a call."""


class Odd(Exception):  # noqa: N818 - never leaves the quick way
    """The record wants the tolerant reader."""


class _Url(Struct, gc=False):
    url: str | None = None
    expanded_url: str | None = None


class _Film(Struct, gc=False):
    bitrate: int | None = None
    url: str | None = None
    content_type: str | None = None


class _Films(Struct, gc=False):
    variants: list[_Film] | None = None


class Medium(Struct, gc=False):
    """A picture or film; copied from another tweet where a source is named."""

    type: str | None = None
    media_url_https: str | None = None
    media_url: str | None = None
    ext_alt_text: str | None = None
    video_info: _Films | None = None
    source_status_id: int | None = None
    source_status_id_str: str | None = None
    source_user_id: int | None = None
    source_user_id_str: str | None = None


class _Mention(Struct, gc=False):
    screen_name: str
    name: str | None = None
    id_str: str | None = None
    id: int | None = None


class Entities(Struct, gc=False):
    """The arrays of `entities`; the mentions are only cut out, not yet decoded."""

    urls: list[_Url] | None = None
    media: list[Medium] | None = None
    user_mentions: Raw = NOBODY


_decode_mentions = Decoder(list[_Mention] | None).decode


def exact_id(text: str | None, number: int | None) -> TweetId | None:
    """Return the id when text and number agree; anything else is odd."""
    if text is None:
        if number is None:
            return None
        raise Odd
    if (
        (number is not None and (str(number) != text or number < 0))
        or (number is None and not (text.isdigit() and text.isascii()))
        or not 0 < len(text) < TOO_LONG
    ):
        raise Odd
    return TweetId(text)


def urls(found: list[_Url]) -> tuple[Url, ...]:
    """Return the links of a status."""
    return tuple([_url(Url, (url.url, url.expanded_url)) for url in found if url.url])


def mentions(raw: Raw) -> tuple[Account, ...]:
    """Decode who is mentioned, each once."""
    try:
        told = _decode_mentions(raw)
    except (DecodeError, UnicodeError):
        raise Odd from None
    if not told:
        return ()
    found = [_mentioned(m.screen_name, m.name, m.id_str, m.id) for m in told]
    return tuple(dict.fromkeys(found)) if len(found) > 1 else (found[0],)


@lru_cache(_MOST_MENTIONED)
def _mentioned(
    handle: str, name: str | None, id_: str | None, number: int | None
) -> Account:
    if not handle_is_plain(handle):
        raise Odd
    return Account(handle, name or None, exact_id(id_, number))


def copied_from(media: Sequence[Medium], own: str) -> tuple[Source, ...]:
    """Return the tweets that pictures and films were taken over from, each once."""
    found: dict[TweetId, str | None] = {}
    for item in media:
        id_ = exact_id(item.source_status_id_str, item.source_status_id)
        if id_ and id_ != own:
            account = exact_id(item.source_user_id_str, item.source_user_id)
            if "0" in (id_, account):
                raise Odd
            found[id_] = found.get(id_) or account
    return tuple(starmap(Source, found.items()))


def shown(media: Sequence[Medium]) -> tuple[Media, ...]:
    """Return the pictures and films as they are shown."""
    return tuple(
        [
            _media(Media, (item.type or "media", _media_url(item), item.ext_alt_text))
            for item in media
        ]
    )


def _media_url(item: Medium) -> str | None:
    if item.video_info is None:
        return item.media_url_https or item.media_url
    films = [
        (film.bitrate or 0, film.url or "")
        for film in item.video_info.variants or ()
        if film.content_type == "video/mp4"
    ]
    best = max(films, default=(0, ""))[1]
    return best or item.media_url_https or item.media_url
