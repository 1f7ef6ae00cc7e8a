"""The body of an API v1.1 status, which many shapes carry: one mapping for all.

Compat mode (`text`), extended mode (`full_text`) and the stream's
`extended_tweet`; quoted and retweeted statuses nested to any depth.
"""

from collections.abc import Iterator
from datetime import tzinfo

from tweetspat.model import Account, Media, Source, Tweet, TweetId, Url
from tweetspat.problems import Problem
from tweetspat.readers.common_fields import (
    Sent,
    any_id,
    best_film,
    check_handle,
    copied_from,
    mentioned,
    sent_at,
    settled,
    shortened,
    stamp_at,
)
from tweetspat.readers.fields import BadField, Fields, find
from tweetspat.stamps import Stamp, whole_second
from tweetspat.zones import zone

__all__ = [
    "looks_like_status",
    "media",
    "own_zone",
    "statuses",
    "unescape",
    "urls",
]

_BODY = (("full_text", "text", "extended_tweet"), ("user",), ("created_at",))
_FOREIGN = ("author_id", "author", "rest_id", "legacy", "__typename", "account")
_OF_V2 = ("edit_history_tweet_ids", "referenced_tweets")
_ENTITIES = (("&lt;", "<"), ("&gt;", ">"), ("&quot;", '"'), ("&#39;", "'"))


def looks_like_status(record: object) -> bool:
    """Tell a v1.1 status by its keys: two of text, user and created_at."""
    if not isinstance(record, dict) or any(
        record.get(key) is not None for key in _FOREIGN
    ):
        return False
    if "user" not in record and any(key in record for key in _OF_V2):
        return False
    return sum(any(key in record for key in keys) for keys in _BODY) > 1


def unescape(text: str) -> str:
    """Undo once the HTML entities that the platform writes into texts."""
    if "&" not in text:
        return text
    for entity, char in _ENTITIES:
        text = text.replace(entity, char)
    return text.replace("&amp;", "&")


def own_zone(name: str) -> str | None:
    """Return the IANA name for a profile's `time_zone`, or None."""
    found = zone(name) if len(name) < 60 else None  # noqa: PLR2004 - longer is junk
    return found.name if found else None


def statuses(
    top: Fields, naive: tzinfo | None = None, *, unsigned: bool = False
) -> Iterator[Tweet | Problem]:
    """Yield the tweet of a status, then those nested in it, each once.

    Args:
        top: the status.
        naive: the zone of stamps that have none; the platform itself writes one.
        unsigned: the shape tells elsewhere who its author is.

    Raises:
        BadField: the status itself has no id or no text.  What is wrong with a
            nested one is yielded as a Problem, and costs only that one.
    """
    inside: list[tuple[Fields, TweetId]] = []
    yield _tweet(top, None, inside, naive, unsigned=unsigned)
    while inside:
        fields, holder = inside.pop()
        try:
            yield _tweet(fields, holder, inside, naive)
        except BadField as error:
            yield Problem("missing-field", error.message, fields.place.at(*error.path))


def _tweet(
    status: Fields,
    holder: TweetId | None,
    inside: list[tuple[Fields, TweetId]],
    naive: tzinfo | None,
    *,
    unsigned: bool = False,
) -> Tweet:
    id_ = status.id("id")
    if id_ is None:
        raise BadField(("id_str",), "a status id was expected; the record is skipped")
    if not (id_.isascii() and id_.isdigit()):
        status.odd("odd-id", "this is no status id of the platform's", "id_str")
    long = status.below("extended_tweet")
    text = _text(status, long)
    whole = long or status
    repeats = _nested(status, "retweeted_status", id_, inside)
    quotes = _nested(status, "quoted_status", id_, inside)
    author, author_id, zone_name = _author(status, unsigned=unsigned)
    when = _sent(status, id_, naive)
    reply_to = any_id(status, "in_reply_to_status_id")
    pictures, copied = _media(whole, id_)
    if long and not pictures:
        pictures, copied = _media(status, id_)
    return Tweet(
        id=id_,
        author=author,
        text=unescape(text),
        sent=when.sent,
        sent_basis=when.basis,
        place=status.place,
        reply_to=reply_to,
        reply_handle=status.text("in_reply_to_screen_name"),
        quotes=None if repeats else quotes or any_id(status, "quoted_status_id"),
        repeats=repeats,
        state="recovered" if holder else "present",
        zone=own_zone(zone_name) if zone_name else None,
        sources=(f"nested in {holder}",) if holder else (),
        urls=_urls(whole),
        media=pictures,
        cut=status.flag("truncated") and long is None,
        nested_in=holder,
        bounds=when.bounds,
        problems=tuple(status.problems),
        synthetic=status.flag("synthetic"),
        author_id=author_id,
        mentions=() if reply_to or repeats else _mentions(whole),
        copied_from=copied,
    )


def _sent(status: Fields, id_: TweetId, naive: tzinfo | None) -> Sent:
    """Return the time by the stamp; by the stream's milliseconds where it is unread."""
    if find(status.value, "timestamp_ms") is None:
        return sent_at(status, "created_at", id_, naive)
    stamp = stamp_at(status, "created_at", naive)
    counted = None if stamp else stamp_at(status, "timestamp_ms")
    if counted is None or counted.sent is None:
        return settled(status, "created_at", stamp, id_)
    told = status.text("created_at")
    if told:
        message = f"the stamp {shortened(told)} cannot be read; timestamp_ms is"
        status.odd("bad-stamp", f"{message} used in its place", "created_at")
    return settled(status, "timestamp_ms", Stamp(whole_second(counted.sent)), id_)


def _text(status: Fields, long: Fields | None) -> str:
    text = long.text("full_text") if long else None
    if text is None:
        text = status.text("full_text")
    return status.need("text") if text is None else text


def _nested(
    status: Fields, key: str, id_: TweetId, inside: list[tuple[Fields, TweetId]]
) -> TweetId | None:
    """Put a nested status aside for reading and return its id."""
    found = status.below(key)
    if found is None:
        return None
    nested = Fields(found.value, found.place, [])
    nested_id = Fields(found.value, found.place, []).id("id")
    if nested_id == id_:
        status.odd("holds-itself", "it holds a copy of itself; ignored", key)
        return None
    inside.append((nested, id_))
    return nested_id


def _author(
    status: Fields, *, unsigned: bool
) -> tuple[Account | None, str | None, str | None]:
    """Return the author, or where only that is told the account's id; and the zone."""
    user = status.below("user")
    handle = user.text("screen_name") if user else None
    id_ = user.id("id") if user else None
    if not user or not handle:
        if not id_ and not unsigned:
            status.odd("missing-field", "the author is not told", "user", "screen_name")
        return None, id_, None
    check_handle(status, handle, "user", "screen_name")
    return Account(handle, user.text("name"), id_), None, user.text("time_zone")


def _urls(status: Fields) -> tuple[Url, ...]:
    return urls(status, *_way_to("urls", status))


def _mentions(status: Fields) -> tuple[Account, ...]:
    """Return who is mentioned: asked only where no metadata tells the parent."""
    return mentioned(status, *_way_to("user_mentions", status))


def _media(
    status: Fields, id_: TweetId
) -> tuple[tuple[Media, ...], tuple[Source, ...]]:
    """Return the pictures and films, and the tweets that they were taken from."""
    path = _way_to("media", status)
    if find(status.value, "extended_entities", "media") is not None:
        path = ("extended_entities", "media")
    return media(status, *path), copied_from(status, id_, *path)


def _way_to(entities: str, status: Fields) -> tuple[str, ...]:
    return (entities,) if _is_bare(status) else ("entities", entities)


def _is_bare(status: Fields) -> bool:
    """Tell the dumps of libraries that drop `entities` and keep what was in it."""
    return find(status.value, "entities") is None


def urls(holder: Fields, *path: str) -> tuple[Url, ...]:
    """Return the links of an entity array."""
    found = []
    for url in holder.each(*path):
        short = url.text("url")
        if short:
            found.append(Url(short, url.text("expanded_url")))
    return tuple(found)


def media(holder: Fields, *path: str) -> tuple[Media, ...]:
    """Return the pictures and films of an entity array."""
    return tuple(
        Media(item.text("type") or "media", _media_url(item), item.text("ext_alt_text"))
        for item in holder.each(*path)
    )


def _media_url(item: Fields) -> str | None:
    """Return the film of the highest bitrate, else the picture."""
    film = best_film(item, "video_info", "variants")
    return film or item.text("media_url_https") or item.text("media_url")
