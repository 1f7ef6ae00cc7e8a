"""The body of a scraped tweet: one mapping for twscrape and snscrape.

The two write a tweet under the same names; they differ in how ids are written
and in how links and media hang on it, which each reader passes in.
"""

from collections.abc import Callable, Iterator
from datetime import tzinfo
from typing import NamedTuple, TypeAlias

from tweetspat.model import Account, Media, Notice, Tweet, TweetId, Url
from tweetspat.problems import Problem
from tweetspat.readers.common_fields import (
    account,
    any_id,
    best_film,
    mentioned,
    own_id,
    sent_at,
)
from tweetspat.readers.fields import BadField, Fields, Number, find
from tweetspat.readers.status_v1 import unescape
from tweetspat.readers.web_client import became

__all__ = ["Hung", "film_of", "is_type", "links", "notice", "scraped", "users"]

Hung: TypeAlias = Callable[[Fields], tuple[tuple[Url, ...], tuple[Media, ...]]]
"""How a tool writes the links and the media of a tweet."""

_MODULE = "snscrape.modules.twitter."
_LONGEST_RETWEET = 140


class _Inside(NamedTuple):
    """A tweet that another one holds."""

    fields: Fields
    holder: TweetId


def is_type(record: object, *names: str) -> bool:
    """Tell whether `_type` is one of snscrape's classes for tweets."""
    kind = find(record, "_type")
    return isinstance(kind, str) and kind.removeprefix(_MODULE) in names


def film_of(media: Fields) -> str | None:
    """Return the address of a film as the two tools write it."""
    return best_film(media, "variants", kind="contentType")


def links(record: Fields) -> tuple[Url, ...]:
    """Return short links and where they lead, each once."""
    found = ((link.text("tcourl"), link.text("url")) for link in record.each("links"))
    return tuple(dict.fromkeys(Url(short, long) for short, long in found if short))


def users(record: Fields) -> Iterator[Account | Problem]:
    """Yield the account of a record that is a user."""
    found = account(record, "username", "displayname")
    if found is not None and found.id:
        yield found
    else:
        message = "an account needs an id and a username; skipped"
        yield Problem("missing-field", message, record.place)
    yield from record.problems


def scraped(
    top: Fields, naive: tzinfo | None, hung: Hung
) -> Iterator[Tweet | Notice | Problem]:
    """Yield the tweet of a record, then those nested in it, each once."""
    inside: list[_Inside] = []
    try:
        yield _tweet(top, None, naive, hung, inside)
    except BadField as error:
        yield Problem("missing-field", error.message, top.place.at(*error.path))
        yield from top.problems
        return
    while inside:
        fields, holder = inside.pop()
        try:
            if is_type(fields.value, "Tombstone", "TweetRef"):
                yield notice(fields)
                yield from fields.problems
            else:
                yield _tweet(fields, holder, naive, hung, inside)
        except BadField as error:
            yield Problem("missing-field", error.message, fields.place.at(*error.path))


def notice(record: Fields) -> Notice:
    """Return what a placeholder says of the tweet in whose place it stands.

    Raises:
        BadField: it has no id.
    """
    id_ = own_id(record, "id")
    said = record.text("text")
    reason = said or "a bare reference to a tweet that was not delivered"
    return Notice(id_, became(said or ""), reason, record.place)


def _tweet(
    record: Fields,
    holder: TweetId | None,
    naive: tzinfo | None,
    hung: Hung,
    inside: list[_Inside],
) -> Tweet:
    id_ = own_id(record, "id")
    text, cut = _text(record)
    repeats = _nested(record, "retweetedTweet", id_, inside)
    quotes = _nested(record, "quotedTweet", id_, inside)
    when = sent_at(record, "date", id_, naive)
    urls, media = hung(record)
    return Tweet(
        id=id_,
        author=_author(record),
        text=unescape(text),
        sent=when.sent,
        sent_basis=when.basis,
        place=record.place,
        reply_to=_id(record, "inReplyToTweetId"),
        reply_handle=_reply_handle(record),
        quotes=None if repeats else quotes,
        repeats=repeats,
        state="recovered" if holder else "present",
        sources=(f"nested in {holder}",) if holder else (),
        urls=urls,
        media=media,
        # the platform cuts a retweet's own text here; tools put the rest back
        cut=cut or (repeats is not None and len(text) > _LONGEST_RETWEET),
        nested_in=holder,
        bounds=when.bounds,
        problems=tuple(record.problems),
        synthetic=record.flag("synthetic"),
        versions=_versions(record, id_),
        conversation=_id(record, "conversationId"),
        mentions=mentioned(
            record, "mentionedUsers", handle="username", name="displayname"
        ),
    )


def _text(record: Fields) -> tuple[str, bool]:
    """Return the words, and whether they are known to be rewritten."""
    for key in ("rawContent", "content"):
        text = record.text(key)
        if text is not None:
            return text, False
    rendered = record.text("renderedContent")
    return (record.need("rawContent"), False) if rendered is None else (rendered, True)


def _nested(
    record: Fields, key: str, id_: TweetId, inside: list[_Inside]
) -> TweetId | None:
    """Put a nested tweet aside for reading and return its id."""
    found = record.below(key)
    if found is None:
        return None
    nested_id = any_id(Fields(found.value, found.place, []), "id")
    if nested_id == id_:
        record.odd("holds-itself", "it holds a copy of itself; ignored", key)
        return None
    inside.append(_Inside(Fields(found.value, found.place, []), id_))
    return nested_id


def _author(record: Fields) -> Account | None:
    found = account(record.below("user"), "username", "displayname")
    if found is None:
        told = {"username": find(record.value, "username")}
        found = account(Fields(told, record.place, record.problems), "username", "name")
    if found is None:
        record.odd("missing-field", "the author is not told", "user", "username")
    return found


def _id(record: Fields, key: str) -> TweetId | None:
    """Return an id, which twscrape writes as text too, under a name of its own."""
    pair = {key: find(record.value, key), f"{key}_str": find(record.value, f"{key}Str")}
    return any_id(Fields(pair, record.place, record.problems), key)


def _reply_handle(record: Fields) -> str | None:
    handle = record.text("inReplyToScreenName")
    user = None if handle else record.below("inReplyToUser")
    return user.text("username") if user else handle


def _versions(record: Fields, id_: TweetId) -> tuple[TweetId, ...]:
    """Return the versions of an edited tweet; () for one that never was."""
    found = find(record.value, "editControl", "edit_tweet_ids")
    if found is None:
        found = find(record.value, "editState", "editTweetIds")
    if not isinstance(found, list):
        return ()
    texts = [each.text if isinstance(each, Number) else each for each in found]
    ids = [TweetId(each) for each in texts if isinstance(each, str) and each.isdigit()]
    return tuple(ids) if len(ids) > 1 and id_ in ids else ()
