"""The syndication's tweet-result: the JSON from which pages show a tweet."""

from collections.abc import Iterator
from datetime import tzinfo
from typing import NamedTuple

from tweetspat.model import Account, Media, Notice, Tweet, TweetId
from tweetspat.problems import Problem
from tweetspat.readers.common_fields import (
    account,
    any_id,
    mentioned,
    own_id,
    sent_at,
)
from tweetspat.readers.fields import BadField, Fields, find
from tweetspat.readers.status_v1 import media, unescape, urls
from tweetspat.readers.web_client import became, said_instead, versions

__all__ = ["LACKS", "SHAPE", "TELLS", "read", "recognises"]

SHAPE = "syndication"
TELLS = (
    "tweet-result answers of the syndication, which embedded tweets are shown from; "
    "tells replies with the answered tweet, quotes, stamps to the second"
)
LACKS = "retweets, or the words of long tweets beyond their cut"

_NO_TWEET = "TweetTombstone"


class _Part(NamedTuple):
    """A tweet to be read.

    Attributes:
        holder: the tweet that it stands in; None at top level.
        told: the id by which its holder calls it.
    """

    fields: Fields
    holder: TweetId | None = None
    told: TweetId | None = None


def recognises(record: object) -> bool:
    """Tell a tweet by its type and members, or a tombstone without an id."""
    if not isinstance(record, dict) or "rest_id" in record or "legacy" in record:
        return False
    kind = record.get("__typename")
    if kind == _NO_TWEET:
        return True
    return kind == "Tweet" and ("id_str" in record or "user" in record)


def read(record: Fields, naive: tzinfo | None) -> Iterator[Tweet | Notice | Problem]:
    """Yield the tweet, then the answered and the quoted one that stand in it."""
    inside = [_Part(record)]
    while inside:
        part = inside.pop()
        fields = part.fields
        try:
            if find(fields.value, "__typename") == _NO_TWEET:
                yield _instead(part)
                yield from fields.problems
            else:
                yield _tweet(fields, part.holder, inside, naive)
        except BadField as error:
            place = fields.place.at(*error.path)
            yield Problem("missing-field", error.message, place)
            yield from fields.problems


def _instead(part: _Part) -> Notice | Problem:
    """Return what is said of a tweet that was not delivered."""
    said = said_instead(part.fields) or "no reason is given"
    if part.told is None:
        message = f"a tweet that cannot be had, its id is not told: {said[:200]!r}"
        return Problem("unavailable", message, part.fields.place)
    return Notice(part.told, became(said), said, part.fields.place)


def _tweet(
    record: Fields,
    holder: TweetId | None,
    inside: list[_Part],
    naive: tzinfo | None,
) -> Tweet:
    id_ = own_id(record, "id")
    text = record.need("text")
    quotes = _nested(record, "quoted_tweet", "quoted_status_id", inside)
    reply_to = _nested(record, "parent", "in_reply_to_status_id", inside)
    author, author_id = _author(record)
    when = sent_at(record, "created_at", id_, naive)
    return Tweet(
        id=id_,
        author=author,
        text=unescape(text),
        sent=when.sent,
        sent_basis=when.basis,
        place=record.place,
        reply_to=reply_to,
        reply_handle=record.text("in_reply_to_screen_name"),
        quotes=quotes,
        state="recovered" if holder else "present",
        sources=(f"nested in {holder}",) if holder else (),
        urls=urls(record, "entities", "urls"),
        media=_media(record),
        cut=find(record.value, "note_tweet") is not None,
        nested_in=holder,
        versions=versions(record, id_),
        synthetic=record.flag("synthetic"),
        author_id=author_id,
        mentions=mentioned(record, "entities", "user_mentions"),
        problems=tuple(record.problems),
        bounds=when.bounds,
    )


def _nested(
    record: Fields, key: str, told_by: str, inside: list[_Part]
) -> TweetId | None:
    """Put a nested tweet aside for reading and return its id."""
    told = any_id(record, told_by)
    found = record.below(key)
    if found is None:
        return told
    own = any_id(Fields(record.value, record.place, []), "id")
    nested = Fields(found.value, found.place, [])
    nested_id = any_id(Fields(found.value, found.place, []), "id")
    if nested_id is not None and nested_id == own:
        record.odd("holds-itself", "it holds a copy of itself; ignored", key)
        return told if told != own else None
    if told and nested_id and told not in {nested_id, *versions(nested, nested_id)}:
        message = (
            f"it names {told[:40]} and holds {nested_id[:40]}; the first is used, one "
            "of them may be forged"
        )
        record.odd("contradicting-id", message, key)
    inside.append(_Part(nested, own, told))
    return told or nested_id


def _author(record: Fields) -> tuple[Account | None, str | None]:
    """Return the author, or where only that is told the account's id."""
    user = record.below("user")
    author = account(user, "screen_name", "name")
    if author is not None:
        return author, None
    id_ = any_id(user, "id") if user else None
    if id_ is None:
        record.odd("missing-field", "the author is not told", "user", "screen_name")
    return None, id_


def _media(record: Fields) -> tuple[Media, ...]:
    """Return what hangs on a tweet; older answers have pictures and film apart."""
    found = media(record, "mediaDetails")
    if found:
        return found
    pictures = tuple(
        Media("photo", picture.text("url")) for picture in record.each("photos")
    )
    film = record.below("video")
    if film is None:
        return pictures
    sources = (
        each.text("src")
        for each in film.each("variants")
        if each.text("type") == "video/mp4"
    )
    return (*pictures, Media("video", next(sources, None) or film.text("poster")))
