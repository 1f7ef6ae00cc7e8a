"""A tweet result of the web client: the tweet, or what stands in its place.

Quoted and retweeted results are nested to any depth.  The members of a tweet are
spread over the result and its `legacy`, those of a user, by the year, over
`legacy` and `core`.
"""

from collections.abc import Iterator
from datetime import tzinfo
from typing import NamedTuple

from tweetspat.model import Account, Media, Notice, Source, Tweet, TweetId, Url
from tweetspat.problems import Problem
from tweetspat.readers.common_fields import (
    account,
    any_id,
    copied_from,
    mentioned,
    sent_at,
)
from tweetspat.readers.fields import BadField, Fields, find
from tweetspat.readers.status_v1 import media, unescape, urls
from tweetspat.readers.web_client import became, said_instead, versions

__all__ = ["account_of", "results"]

_CONTENT = ("core", "note_tweet")
"""What a result has only when its tweet was delivered."""

_SOURCE_USER = ("additional_media_info", "source_user", "user_results", "result")
"""Where a picture or film tells whose it was."""


class _Part(NamedTuple):
    """A result to be read.

    Attributes:
        holder: the tweet that it stands in; None at top level.
        told: the id by which what stands around it calls it.
    """

    result: Fields
    holder: TweetId | None
    told: TweetId | None


def results(
    top: Fields, told: TweetId | None = None, naive: tzinfo | None = None
) -> Iterator[Tweet | Notice | Problem]:
    """Yield the tweet of a result, then those nested in it, each once.

    Args:
        top: the result, with problems of its own.
        told: the id that its entry has, for a tweet that was not delivered.
        naive: the zone of stamps that have none; the platform itself writes one.
    """
    inside = [_Part(top, None, told)]
    while inside:
        part = inside.pop()
        result = _unwrapped(part.result)
        try:
            if _is_content(result.value):
                yield _tweet(result, part.holder, inside, naive)
            else:
                yield _instead(result, part.told)
                yield from result.problems
        except BadField as error:
            place = result.place.at(*error.path)
            yield Problem("missing-field", error.message, place)
            yield from result.problems


def account_of(user: Fields) -> Account | None:
    """Return the account of a user result of any year, or None without a handle."""
    for key in ("core", "legacy"):
        handle = find(user.value, key, "screen_name")
        if handle:
            name = find(user.value, key, "name")
            told = {"screen_name": handle, "name": name, "id": _rest_id(user)}
            place = user.place.at(key)
            return account(Fields(told, place, user.problems), "screen_name", "name")
    return None


def _rest_id(user: Fields) -> object:
    return find(user.value, "rest_id")


def _unwrapped(result: Fields) -> Fields:
    """Return the tweet in a wrapper that limits who may see it or answer."""
    while find(result.value, "__typename") in (None, "TweetWithVisibilityResults"):
        inner = find(result.value, "tweet")
        if not isinstance(inner, dict) or find(result.value, "legacy") is not None:
            break
        result = Fields(inner, result.place.at("tweet"), result.problems)
    return result


def _is_content(result: object) -> bool:
    """Tell a tweet, be it a damaged one, from what stands in a tweet's place."""
    if find(result, "legacy") is not None:
        return True
    bare = find(result, "__typename") in (None, "Tweet")
    return bare and any(find(result, key) is not None for key in _CONTENT)


def _instead(result: Fields, told: TweetId | None) -> Notice | Problem:
    """Return what is said of a tweet that was not delivered."""
    kind = result.text("__typename")
    id_ = any_id(result, "rest_id") or told
    said = said_instead(result)
    if said is None:
        bare = "stub without content" if result.value else "empty result"
        said = bare if kind in (None, "Tweet") else kind
    if id_ is None:
        message = f"a tweet that cannot be had, its id is not told: {said[:200]!r}"
        return Problem("unavailable", message, result.place)
    return Notice(id_, became(said), said, result.place)


def _tweet(
    result: Fields,
    holder: TweetId | None,
    inside: list[_Part],
    naive: tzinfo | None,
) -> Tweet:
    legacy = result.below("legacy")
    if legacy is None:
        raise BadField(("legacy",), "the body of a tweet was expected; skipped")
    id_ = _own_id(result, legacy)
    text, note = _text(result, legacy)
    repeats = _nested(result, legacy, "retweeted_status", id_, inside)
    quotes = _nested(result, legacy, "quoted_status", id_, inside)
    author, author_id = _author(result, legacy)
    when = sent_at(legacy, "created_at", id_, naive)
    pictures, copied = _media(legacy, id_)
    return Tweet(
        id=id_,
        author=author,
        text=text,
        sent=when.sent,
        sent_basis=when.basis,
        place=result.place,
        reply_to=any_id(legacy, "in_reply_to_status_id"),
        reply_handle=legacy.text("in_reply_to_screen_name"),
        quotes=None if repeats else quotes or _reference(result),
        repeats=repeats,
        state="recovered" if holder else "present",
        sources=(f"nested in {holder}",) if holder else (),
        urls=_urls(legacy, note),
        media=pictures,
        cut=note is None and find(result.value, "note_tweet") is not None,
        nested_in=holder,
        bounds=when.bounds,
        versions=versions(result, id_),
        synthetic=result.flag("synthetic"),
        author_id=author_id,
        conversation=any_id(legacy, "conversation_id"),
        mentions=_mentions(legacy, note),
        copied_from=copied,
        problems=tuple(result.problems),
    )


def _own_id(result: Fields, legacy: Fields) -> TweetId:
    id_, other = any_id(result, "rest_id"), any_id(legacy, "id")
    if id_ and other and id_ != other:
        message = (
            f"it is called {id_[:40]} and its body {other[:40]}; the first is used, "
            "one of them may be forged"
        )
        legacy.odd("contradicting-id", message, "id_str")
    id_ = id_ or other
    if id_ is None:
        raise BadField(("rest_id",), "a status id was expected; skipped")
    if not (id_.isascii() and id_.isdigit()):
        result.odd("odd-id", "this is no status id of the platform's", "rest_id")
    return id_


def _text(result: Fields, legacy: Fields) -> tuple[str, Fields | None]:
    """Return the words, and the long tweet that they are from.

    Long texts are not escaped, those of the body are.
    """
    note = result.below("note_tweet", "note_tweet_results", "result")
    text = note.text("text") if note else None
    if text is not None:
        return text, note
    text = legacy.text("full_text")
    if text is None:
        raise BadField(("legacy", "full_text"), "text was expected")
    return unescape(text), None


def _nested(
    result: Fields, legacy: Fields, key: str, id_: TweetId, inside: list[_Part]
) -> TweetId | None:
    """Put a nested result aside for reading and return its id."""
    told = any_id(legacy, f"{key}_id")
    holder = legacy if find(legacy.value, f"{key}_result") else result
    found = holder.below(f"{key}_result", "result")
    if found is None or not (found.value or told):
        return told
    nested = Fields(found.value, found.place, [])
    plain = _unwrapped(Fields(found.value, found.place, []))
    nested_id = any_id(plain, "rest_id")
    if nested_id is None and isinstance(find(plain.value, "legacy"), dict):
        body = Fields(find(plain.value, "legacy"), plain.place, [])
        nested_id = any_id(body, "id")
    if nested_id == id_:
        holder.odd(
            "holds-itself", "it holds a copy of itself; ignored", f"{key}_result"
        )
        return None if told == id_ else told
    known = {nested_id, *versions(plain, nested_id)} if nested_id else {told}
    if told and told not in known:
        message = (
            f"it names {told[:40]} and holds {(nested_id or '')[:40]}; the second is "
            "used, one of them may be forged"
        )
        legacy.odd("contradicting-id", message, f"{key}_id_str")
    inside.append(_Part(nested, id_, told))
    return nested_id or told


def _reference(result: Fields) -> TweetId | None:
    """Return the quoted tweet where only its id is told."""
    found = result.below("quotedRefResult", "result")
    return any_id(_unwrapped(found), "rest_id") if found else None


def _author(result: Fields, legacy: Fields) -> tuple[Account | None, str | None]:
    """Return the author, or where only that is told the account's id."""
    told = any_id(legacy, "user_id")
    user = result.below("core", "user_results", "result")
    if user is None:  # as the oldest answers and those for telephones have it
        user = result.below("core", "user_result", "result")
    author = account_of(user) if user else None
    if author is None:
        id_ = (any_id(user, "rest_id") if user else None) or told
        if id_ is None:
            result.odd("missing-field", "the author is not told", "core")
        return None, id_
    if told and author.id and told != author.id:
        message = (
            f"its author is account {author.id[:40]} and its body is of account "
            f"{told[:40]}; the first is used, one of them may be forged"
        )
        legacy.odd("contradicting-id", message, "user_id_str")
    return author._replace(id=author.id or told), None


def _urls(legacy: Fields, note: Fields | None) -> tuple[Url, ...]:
    long = urls(note, "entity_set", "urls") if note else ()
    return long or urls(legacy, "entities", "urls")


def _mentions(legacy: Fields, note: Fields | None) -> tuple[Account, ...]:
    long = mentioned(note, "entity_set", "user_mentions") if note else ()
    return long or mentioned(legacy, "entities", "user_mentions")


def _media(
    legacy: Fields, id_: TweetId
) -> tuple[tuple[Media, ...], tuple[Source, ...]]:
    """Return the pictures and films, and the tweets that they were taken from."""
    for holder in ("extended_entities", "entities"):
        found = media(legacy, holder, "media")
        if found:
            path = (holder, "media")
            return found, copied_from(legacy, id_, *path, user=_SOURCE_USER)
    return (), ()
