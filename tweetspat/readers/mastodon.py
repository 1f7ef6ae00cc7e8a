"""Mastodon: statuses alone, and the context around one."""

import re
from collections.abc import Iterator
from datetime import tzinfo
from typing import TypeAlias

from tweetspat.model import Account, Media, Tweet, TweetId
from tweetspat.problems import Problem
from tweetspat.readers.common_fields import mentioned, sent_at
from tweetspat.readers.fields import BadField, Fields, find
from tweetspat.readers.html_text import text_of

__all__ = ["LACKS", "SHAPE", "TELLS", "read", "recognises"]

SHAPE = "mastodon"
TELLS = (
    "statuses of Mastodon, alone or as the context of one; tells replies, quotes, "
    "boosts, stamps to the millisecond"
)
LACKS = "where links lead that stand behind other words"

_AROUND = ("ancestors", "descendants")
_KINDS = {"image": "photo", "gifv": "animated_gif"}

_Inside: TypeAlias = list[tuple[Fields, TweetId | None]]


def recognises(record: object) -> bool:
    """Tell a status by its account and content, or the two arrays of a context."""
    return _looks_like_status(record) or all(
        isinstance(find(record, key), list) for key in _AROUND
    )


def _looks_like_status(record: object) -> bool:
    return (
        isinstance(find(record, "account", "acct"), str)
        and isinstance(find(record, "content"), str)
        and find(record, "id") is not None
    )


def read(record: Fields, naive: tzinfo | None) -> Iterator[Tweet | Problem]:
    """Yield every status; the one that a context was asked for is not in it."""
    if _looks_like_status(record.value):
        yield from _statuses(record, naive)
        return
    for key in _AROUND:
        for status in record.each(key):
            yield from _statuses(Fields(status.value, status.place, []), naive)
    yield from record.problems


def _statuses(top: Fields, naive: tzinfo | None) -> Iterator[Tweet | Problem]:
    """Yield a status and those nested in it; what is no status costs only itself."""
    inside: _Inside = [(top, None)]
    while inside:
        status, holder = inside.pop()
        try:
            yield _tweet(status, holder, inside, naive)
        except BadField as error:
            place = status.place.at(*error.path)
            yield Problem("missing-field", error.message, place)
            yield from status.problems


def _tweet(
    status: Fields, holder: TweetId | None, inside: _Inside, naive: tzinfo | None
) -> Tweet:
    id_ = status.id("id")
    if id_ is None:
        raise BadField(("id",), "a status id was expected; the record is skipped")
    text = _text(status)
    author, author_id = _author(status)
    when = sent_at(status, "created_at", None, naive)
    repeats = _nested(status, status.below("reblog"), id_, inside)
    quotes = _quotes(status, id_, inside)
    return Tweet(
        id=id_,
        author=author,
        author_id=author_id,
        text=text,
        sent=when.sent,
        sent_basis=when.basis,
        place=status.place,
        reply_to=status.id("in_reply_to_id"),
        reply_handle=_reply_handle(status, author),
        quotes=None if repeats else quotes,
        repeats=repeats,
        state="recovered" if holder else "present",
        sources=(f"nested in {holder}",) if holder else (),
        media=tuple(_media(status)),
        nested_in=holder,
        bounds=when.bounds,
        problems=tuple(status.problems),
        synthetic=status.flag("synthetic"),
        mentions=mentioned(status, "mentions", handle="acct", plain=_is_handle),
    )


def _text(status: Fields) -> str:
    """Return the words, after the warning that their author set before them."""
    words = text_of(status.need("content"))
    warning = status.text("spoiler_text")
    return f"{warning}\n\n{words}" if warning else words


def _nested(
    status: Fields, nested: Fields | None, id_: TweetId, inside: _Inside
) -> TweetId | None:
    """Put a nested status aside for reading and return its id."""
    if nested is None:
        return None
    nested_id = Fields(nested.value, nested.place, []).id("id")
    if nested_id == id_:
        status.odd("holds-itself", "it holds a copy of itself; ignored")
        return None
    inside.append((Fields(nested.value, nested.place, []), id_))
    return nested_id


def _quotes(status: Fields, id_: TweetId, inside: _Inside) -> TweetId | None:
    """Return the quoted status: whole, or by its id where it may not be shown."""
    quote = status.below("quote")
    if quote is None:
        return status.id("quote_id")
    nested = quote if _looks_like_status(quote.value) else quote.below("quoted_status")
    if nested is None:
        return quote.id("quoted_status_id") or status.id("quote_id")
    return _nested(status, nested, id_, inside)


def _author(status: Fields) -> tuple[Account | None, str | None]:
    account = status.below("account")
    handle = account.text("acct") if account else None
    id_ = account.id("id") if account else None
    if not account or not handle:
        if not id_:
            status.odd("missing-field", "the author is not told", "account", "acct")
        return None, id_
    if not _is_handle(handle):
        message = "this is no handle; it may be made to pass for another (look-alike)"
        status.odd("odd-handle", message, "account", "acct")
    return Account(handle, account.text("display_name") or None, id_), None


def _is_handle(text: str) -> bool:
    return re.fullmatch(r"[A-Za-z0-9_.@-]+", text) is not None


def _reply_handle(status: Fields, author: Account | None) -> str | None:
    """Return the handle of the account that is answered, where it is mentioned."""
    id_ = status.id("in_reply_to_account_id")
    if id_ is None:
        return None
    if author and author.id == id_:
        return author.handle
    for mention in status.each("mentions"):
        if mention.id("id") == id_:
            return mention.text("acct") or None
    return None


def _media(status: Fields) -> Iterator[Media]:
    for item in status.each("media_attachments"):
        kind = item.text("type") or "media"
        url = item.text("url") or item.text("remote_url")
        yield Media(_KINDS.get(kind, kind), url, item.text("description") or None)
