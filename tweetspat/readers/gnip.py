"""Activity Streams as Gnip and PowerTrack delivered tweets."""

import re
from collections.abc import Iterator
from datetime import tzinfo
from typing import TypeAlias

from tweetspat.model import Account, Media, Notice, Source, State, Tweet, TweetId, Url
from tweetspat.problems import Problem
from tweetspat.readers.common_fields import (
    check_handle,
    copied_from,
    mentioned,
    sent_at,
)
from tweetspat.readers.fields import BadField, Fields, find
from tweetspat.readers.status_v1 import media, own_zone, unescape, urls

__all__ = ["LACKS", "SHAPE", "TELLS", "read", "recognises"]

SHAPE = "activity-streams"
TELLS = (
    "Activity Streams of Gnip and PowerTrack; tells replies, quotes, retweets, stamps "
    "to the second, deletions and what a replay could not deliver"
)
LACKS = ""

_OF_TWITTER = ("tag:search.twitter.com", "object:search.twitter.com")
_MESSAGES = ("info", "warn", "error")
_GONE: dict[str, State] = {"delete": "deleted", "status_withheld": "withheld"}
_ANSWERED = r"https?://(?:\w+\.)?twitter\.com/(?:(\w+)/)?status(?:es)?/(\d{1,100})"
_LONGEST = 200
_LONGEST_ID = 100

_Inside: TypeAlias = list[tuple[Fields, TweetId | None]]


def recognises(record: object) -> bool:
    """Tell an activity about a tweet by its verb and tag, or a system message."""
    if not isinstance(record, dict):
        return False
    if isinstance(record.get("verb"), str):
        return _has_tag(record) or _has_tag(record.get("object"))
    return _message(record) is not None


def _has_tag(value: object) -> bool:
    tag = find(value, "id")
    return isinstance(tag, str) and tag.startswith(_OF_TWITTER)


def _message(record: object) -> str | None:
    """Return the word of a system message: `{"info": {"message": .., "sent": ..}}`."""
    for word in _MESSAGES:
        parts = (find(record, word, "message"), find(record, word, "sent"))
        if all(isinstance(part, str) for part in parts):
            return word
    return None


def read(record: Fields, naive: tzinfo | None) -> Iterator[Tweet | Notice | Problem]:
    """Yield the tweet of an activity, those nested in it, or what became of one."""
    verb = find(record.value, "verb")
    if isinstance(verb, str) and find(record.value, "body") is None:
        yield from _event(record, verb)
    elif isinstance(verb, str):
        yield from _tweets(record, naive)
    else:
        yield from _system(record)


def _event(record: Fields, verb: str) -> Iterator[Notice | Problem]:
    """Yield what a compliance event says of a tweet; of accounts it says nothing."""
    holder = (
        record.below("object") if _has_tag(find(record.value, "object")) else record
    )
    if verb in ("post", "share"):
        message = "the body of a tweet was expected; the record is skipped"
        yield Problem("missing-field", message, record.place.at("body"))
    elif holder is not None and verb in _GONE:
        id_ = _id(holder)
        if id_ is None:
            message = "the id of a tweet was expected; the record is skipped"
            yield Problem("missing-field", message, holder.place.at("id"))
        else:
            yield Notice(id_, _GONE[verb], f"{verb} activity", record.place)
    yield from record.problems


def _system(record: Fields) -> Iterator[Problem]:
    """Yield what tells of something lost: errors, and minutes that a replay lacks."""
    word = _message(record.value)
    body = record.below(word or "")
    if body is not None:
        failed = find(body.value, "minutes_failed")
        said = f"{(body.text('message') or '')[:_LONGEST]!r}"
        if failed:
            lost = f"{len(failed)} minutes" if isinstance(failed, list) else "minutes"
            message = f"{lost} of tweets could not be delivered: {said}"
            yield Problem("stream-gap", message, body.place)
        elif word != "info":
            told = "warned" if word == "warn" else "told of an error"
            message = f"the stream {told}: {said}"
            yield Problem("stream-warning", message, body.place)
    yield from record.problems


def _tweets(top: Fields, naive: tzinfo | None) -> Iterator[Tweet | Problem]:
    """Yield a tweet and those nested in it; what is no tweet costs only itself."""
    inside: _Inside = [(top, None)]
    while inside:
        fields, holder = inside.pop()
        try:
            yield _tweet(fields, holder, inside, naive)
        except BadField as error:
            place = fields.place.at(*error.path)
            yield Problem("missing-field", error.message, place)
            yield from fields.problems


def _tweet(
    post: Fields, holder: TweetId | None, inside: _Inside, naive: tzinfo | None
) -> Tweet:
    id_ = _id(post)
    if id_ is None:
        raise BadField(
            ("id",), "the tag of a tweet was expected; the record is skipped"
        )
    if not (id_.isascii() and id_.isdigit()):
        post.odd("odd-id", "this is no status id of the platform's", "id")
    long = post.below("long_object")
    text = long.text("body") if long else None
    if text is None:
        text = post.need("body")
    shared = find(post.value, "verb") == "share"
    repeats = _nested(post, "object", id_, inside) if shared else None
    quotes = _nested(post, "twitter_quoted_status", id_, inside)
    author, zone = _author(post)
    when = sent_at(post, "postedTime", id_, naive)
    reply_to, reply_handle = _answered(post)
    whole = long or post
    pictures, copied = _media(whole, id_)
    if long and not pictures:
        pictures, copied = _media(post, id_)
    return Tweet(
        id=id_,
        author=author,
        text=unescape(text),
        sent=when.sent,
        sent_basis=when.basis,
        place=post.place,
        reply_to=reply_to,
        reply_handle=reply_handle,
        quotes=None if repeats else quotes,
        repeats=repeats,
        state="recovered" if holder else "present",
        zone=zone,
        sources=(f"nested in {holder}",) if holder else (),
        urls=_urls(whole),
        media=pictures,
        cut=shared and long is None and text.endswith("…"),
        nested_in=holder,
        bounds=when.bounds,
        problems=tuple(post.problems),
        synthetic=post.flag("synthetic"),
        mentions=mentioned(whole, "twitter_entities", "user_mentions"),
        copied_from=copied,
    )


def _id(post: Fields) -> TweetId | None:
    """Return the id in a tag such as `tag:search.twitter.com,2005:20`."""
    tag = post.text("id")
    last = tag.rpartition(":")[2] if tag else ""
    return TweetId(last) if 0 < len(last) <= _LONGEST_ID else None


def _nested(post: Fields, key: str, id_: TweetId, inside: _Inside) -> TweetId | None:
    """Put a nested activity aside for reading and return its tweet's id."""
    found = post.below(key)
    if found is None:
        return None
    nested = Fields(found.value, found.place, [])
    nested_id = _id(Fields(found.value, found.place, []))
    if nested_id == id_:
        post.odd("holds-itself", "it holds a copy of itself; ignored", key)
        return None
    inside.append((nested, id_))
    return nested_id


def _answered(post: Fields) -> tuple[TweetId | None, str | None]:
    """Return the tweet and the handle that `inReplyTo` names by a link."""
    link = post.text("inReplyTo", "link")
    if not link:
        return None, None
    found = re.match(_ANSWERED, link)
    if found is None:
        message = f"the link {link[:80]!r} names no tweet; ignored"
        post.odd("odd-id", message, "inReplyTo", "link")
        return None, None
    return TweetId(found[2]), found[1]


def _author(post: Fields) -> tuple[Account | None, str | None]:
    actor = post.below("actor")
    handle = actor.text("preferredUsername") if actor else None
    if not actor or not handle:
        post.odd(
            "missing-field", "the author is not told", "actor", "preferredUsername"
        )
        return None, None
    check_handle(post, handle, "actor", "preferredUsername")
    id_ = (actor.text("id") or "").rpartition(":")[2] or None
    zone = actor.text("twitterTimeZone")
    account = Account(handle, actor.text("displayName"), id_)
    return account, own_zone(zone) if zone else None


def _urls(post: Fields) -> tuple[Url, ...]:
    return urls(post, "twitter_entities", "urls")


def _media(post: Fields, id_: TweetId) -> tuple[tuple[Media, ...], tuple[Source, ...]]:
    """Return the pictures and films, and the tweets that they were taken from."""
    for holder in ("twitter_extended_entities", "twitter_entities"):
        if find(post.value, holder, "media") is not None:
            path = (holder, "media")
            return media(post, *path), copied_from(post, id_, *path)
    return (), ()
