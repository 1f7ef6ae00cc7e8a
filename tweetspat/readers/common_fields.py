"""What the records of many shapes have in common: ids, handles, stamps, films."""

from collections.abc import Callable
from datetime import UTC, datetime, tzinfo
from itertools import starmap
from typing import Literal, NamedTuple

from tweetspat.model import Account, Bounds, Source, TweetId
from tweetspat.readers.fields import BadField, Fields, Number, find
from tweetspat.stamps import (
    Stamp,
    id_instant,
    lies_within,
    read_stamp,
    whole_second,
)
from tweetspat.visible import handle_is_plain

__all__ = [
    "Sent",
    "account",
    "account_id",
    "any_id",
    "best_film",
    "check_handle",
    "copied_from",
    "mentioned",
    "own_id",
    "sent_at",
    "settled",
    "shortened",
    "stamp_at",
    "unread",
]

_MOST_DIGITS = 18
_MOST_SHOWN = 40


def own_id(record: Fields, key: str) -> TweetId:
    """Return the id of the tweet itself.

    Raises:
        BadField: there is none.
    """
    id_ = any_id(record, key)
    if id_ is None:
        raise BadField((key,), "a status id was expected; the record is skipped")
    if not (id_.isascii() and id_.isdigit()):
        record.odd("odd-id", "this is no status id of the platform's", key)
    return id_


def any_id(record: Fields, key: str) -> TweetId | None:
    """Return an id; 0 stands for none."""
    id_ = record.id(key)
    return None if id_ == "0" else id_


def account(user: Fields | None, handle: str, name: str) -> Account | None:
    """Return an author from the members that hold the handle and the name."""
    written = user.text(handle) if user else None
    if not user or not written:
        return None
    check_handle(user, written, handle)
    return Account(written, user.text(name), any_id(user, "id"))


def account_id(record: Fields, key: str, *holder: str) -> str | None:
    """Return the id of an account; what cannot be one is passed over, untold.

    Args:
        record: what holds the id, or the object that has it.
        key: what the id is called.
        holder: the way to that object.
    """
    id_ = any_id(Fields(find(record.value, *holder), record.place, []), key)
    return id_ if id_ and id_.isascii() and id_.isdigit() else None


def check_handle(record: Fields, handle: str, *path: str) -> None:
    """Tell of a handle that the platform cannot have given out."""
    if not handle_is_plain(handle):
        record.odd(
            "odd-handle",
            "this is no handle that the platform gives out; it may be made to pass "
            "for another account (look-alike)",
            *path,
        )


def mentioned(
    record: Fields,
    *path: str,
    handle: str = "screen_name",
    name: str = "name",
    plain: Callable[[str], object] = handle_is_plain,
) -> tuple[Account, ...]:
    """Return the accounts in a list of mentions, each once, in its order.

    An entry without a handle that can have been given out is passed over, and
    nothing is told of it: it takes no word away from the tweet.

    Args:
        record: what holds the list.
        path: where the list stands in it.
        handle: what the shape calls the handle.
        name: what it calls the display name.
        plain: tells whether the platform can have given out a handle.
    """
    found: dict[Account, None] = {}
    for entry in Fields(record.value, record.place, []).each(*path):
        written = entry.text(handle)
        if written and plain(written):
            id_ = entry.id("id")
            known = id_ if id_ and id_.isascii() and id_.isalnum() else None
            found[Account(written, entry.text(name) or None, known)] = None
    return tuple(found)


def copied_from(
    record: Fields, own: TweetId, *path: str, user: tuple[str, ...] = ()
) -> tuple[Source, ...]:
    """Return the tweets that pictures and films were taken over from, each once.

    Args:
        record: what holds the list of pictures and films.
        own: the tweet that carries them.
        path: where the list stands; what in it is no object is passed over.
        user: the way from an entry to the source's author, where the shape may
            have the account's id only there, as `rest_id`.
    """
    found: dict[TweetId, str | None] = {}
    for item in record.objects(*path):
        id_ = any_id(item, "source_status_id")
        if id_ and id_ != own and id_.isascii() and id_.isdigit():
            told = found.get(id_) or account_id(item, "source_user_id")
            if told is None and user:
                told = account_id(item, "rest_id", *user)
            found[id_] = told
    return tuple(starmap(Source, found.items()))


def best_film(
    item: Fields, *path: str, rate: str = "bitrate", kind: str = "content_type"
) -> str | None:
    """Return the address of the film of the highest bitrate in a list of variants.

    Args:
        item: what holds the list.
        path: where the list stands in it.
        rate: what the shape calls the bitrate.
        kind: what it calls the kind of file.
    """
    films = [
        (_number(film, rate), film.text("url") or "")
        for film in item.each(*path)
        if film.text(kind) == "video/mp4"
    ]
    return max(films, default=(0, ""))[1] or None


def _number(film: Fields, key: str) -> int:
    """Return a bitrate, which archives write as text."""
    told = find(film.value, key)
    if isinstance(told, str) and told.isascii() and told.isdecimal():
        return int(told[:_MOST_DIGITS])
    return film.whole(key) or 0


class Sent(NamedTuple):
    """When a record says that it was sent: exactly, within bounds, or not at all."""

    sent: datetime | None = None
    basis: Literal["created_at", "id"] | None = None
    bounds: Bounds | None = None


def sent_at(
    record: Fields, key: str, id_: TweetId | None, naive: tzinfo | None = None
) -> Sent:
    """Return what is told under a key of when it was sent, else the time in the id.

    Args:
        record: what has the stamp.
        key: what that is called.
        id_: the id, where ids of the shape tell times.
        naive: the zone of stamps that have none; None refuses them.
    """
    return settled(record, key, stamp_at(record, key, naive), id_)


def stamp_at(record: Fields, key: str, naive: tzinfo | None = None) -> Stamp | None:
    """Return the stamp under a key, which may be a number; None for one unread."""
    told = find(record.value, key)
    text = told.text if isinstance(told, Number) else record.text(key)
    return read_stamp(text, naive) if text else None


def settled(record: Fields, key: str, stamp: Stamp | None, id_: TweetId | None) -> Sent:
    """Return what a stamp tells; where it is not exact, the id may tell more.

    Args:
        record: what has the stamp; what is odd about it is noted there.
        key: where it stands.
        stamp: what was read, or None for what could not be.
        id_: the id, where ids of the shape tell times.
    """
    inside = id_instant(id_) if id_ else None
    if stamp is None:
        instead = "its id tells the time" if inside else "its time is unknown"
        record.odd("bad-stamp", f"{unread(record, key)}; {instead}", key)
        return Sent(whole_second(inside), "id") if inside else Sent()
    for window in stamp.windows if inside else ():
        if inside and lies_within(inside, window):
            if stamp.precision == "second":  # the id tells which of two is meant
                return Sent(window.not_before, "created_at")
            return Sent(whole_second(inside), "id")
    for problem in stamp.odd:
        record.odd(problem.code, problem.message, key)
    if stamp.sent is None:
        return Sent(bounds=stamp.bounds)
    return Sent(stamp.sent, "created_at")


def unread(record: Fields, key: str) -> str:
    """Say that a stamp cannot be read, and what it is."""
    told = find(record.value, key)
    shown = told.text if isinstance(told, Number) else told
    if not isinstance(shown, str) or not shown:
        return "there is no stamp"
    if read_stamp(shown, UTC):
        return f"the stamp {shortened(shown)} has no zone; --naive-zone can tell it"
    return f"the stamp {shortened(shown)} cannot be read"


def shortened(value: str) -> str:
    """Quote a value for a message: its beginning, and nothing in it invisible."""
    return f"{value[:_MOST_SHOWN]!r}{'...' if len(value) > _MOST_SHOWN else ''}"
