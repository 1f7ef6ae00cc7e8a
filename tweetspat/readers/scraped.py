"""What the records of all scrapers have in common: ids, authors and stamps."""

from datetime import datetime
from typing import Literal, TypeAlias

from tweetspat.model import Account, TweetId
from tweetspat.readers.fields import BadField, Fields, Number, find
from tweetspat.stamps import id_instant, whole_second
from tweetspat.visible import handle_is_plain

__all__ = ["Sent", "account", "any_id", "own_id", "sent_at"]

Sent: TypeAlias = tuple[datetime | None, Literal["created_at", "id"] | None]


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
    if not handle_is_plain(written):
        user.odd(
            "odd-handle",
            "this is no handle that the platform gives out; it may be made to pass "
            "for another account (look-alike)",
            handle,
        )
    return Account(written, user.text(name), any_id(user, "id"))


def sent_at(record: Fields, key: str, stamp: datetime | None, id_: TweetId) -> Sent:
    """Return the stamp that was read under a key, else the time in the id."""
    if stamp is not None:
        return stamp, "created_at"
    inside = id_instant(id_)
    told = find(record.value, key)
    shown = told.text if isinstance(told, Number) else told
    if isinstance(shown, str) and shown:
        what = f"the stamp {shown[:40]!r} cannot be read"
    else:
        what = "there is no stamp"
    instead = "its id tells the time" if inside else "its time is unknown"
    record.odd("bad-stamp", f"{what}; {instead}", key)
    return (whole_second(inside), "id") if inside else (None, None)
