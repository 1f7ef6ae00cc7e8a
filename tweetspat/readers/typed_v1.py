"""The quick way through large inputs: v1.1 statuses decoded by msgspec.

It reads what is regular and hands everything else over (None): the tolerant
reader then reads the same bytes and says what is odd.  Where this module
reads a record, both ways give the same tweets; a property test holds them to it.
"""

from collections.abc import Callable, Sequence
from functools import lru_cache

from msgspec import DecodeError, Raw, Struct, field
from msgspec.json import Decoder

from tweetspat.model import Account, Tweet, TweetId
from tweetspat.problems import Place
from tweetspat.readers.status_v1 import own_zone, unescape
from tweetspat.readers.typed_entities import (
    NOBODY,
    TOO_LONG,
    Entities,
    Medium,
    Odd,
    copied_from,
    exact_id,
    mentions,
    shown,
    urls,
)
from tweetspat.stamps import instant
from tweetspat.visible import handle_is_plain

__all__ = ["read_status"]


class _User(Struct, gc=False):
    screen_name: str
    id_str: str | None = None
    id: int | None = None
    name: str | None = None
    time_zone: str | None = None


class _Long(Struct, gc=False):
    full_text: str | None = None
    entities: Entities | None = None
    extended_entities: Entities | None = None
    urls: None = None
    media: None = None
    user_mentions: None = None


class _Status(Struct, gc=False):
    id_str: str
    created_at: str
    user: _User
    id: int | None = None
    full_text: str | None = None
    text: str | None = None
    truncated: bool | None = None
    extended_tweet: _Long | None = None
    entities: Entities | None = None
    extended_entities: Entities | None = None
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
    typename: None = field(default=None, name="__typename")
    account: None = None
    urls: None = None
    media: None = None
    user_mentions: None = None
    synthetic: bool | None = None


_decode = Decoder(_Status).decode
_own_zone = lru_cache(1024)(own_zone)
_TOO_LARGE = 10 ** (TOO_LONG - 1)
_MOST_ACCOUNTS = 100_000

_new: Callable[[type[Tweet], tuple[object, ...]], Tweet] = tuple.__new__
"""Makes a Tweet from all its fields in their order, in half the time of a call."""


def read_status(raw: bytes | Raw, place: Place) -> list[Tweet] | None:
    """Return the tweets of one status, or None when it is not plainly regular.

    Its own comes first, then the nested ones as the tolerant reader has them.
    """
    try:
        status = _decode(raw)
        found = [_tweet(status, place, None)]
        if status.retweeted_status or status.quoted_status:
            inside: list[tuple[_Status, TweetId, str]] = []
            _hold(status, found[0].id, place.path, inside)
            while inside:
                nested, holder, path = inside.pop()
                at = Place(place.file, place.line, path, place.shape)
                found.append(_tweet(nested, at, holder))
                _hold(nested, found[-1].id, path, inside)
    except (Odd, DecodeError, RecursionError, UnicodeError):
        return None
    return found


def _hold(
    status: _Status, id_: TweetId, path: str, inside: list[tuple[_Status, TweetId, str]]
) -> None:
    if status.retweeted_status:
        inside.append((status.retweeted_status, id_, f"{path}.retweeted_status"))
    if status.quoted_status:
        inside.append((status.quoted_status, id_, f"{path}.quoted_status"))


def _tweet(status: _Status, place: Place, holder: TweetId | None) -> Tweet:
    id_ = status.id_str
    number = status.id
    if not number or str(number) != id_ or not 0 < number < _TOO_LARGE:
        id_ = exact_id(id_, number) or ""
    replied = status.in_reply_to_status_id
    reply_to = _pointed(status.in_reply_to_status_id_str, replied)
    long, text = status.extended_tweet, status.full_text
    if long and long.full_text is not None:
        text = long.full_text
    if text is None:
        text = status.text
    sent = instant(status.created_at, minutes=False)
    if text is None or sent is None or not id_:
        raise Odd
    repeats = quotes = None
    if status.quoted_status:
        quotes = _nested_id(status.quoted_status, id_)
    if status.retweeted_status:
        repeats, quotes = _nested_id(status.retweeted_status, id_), None
    elif status.quoted_status is None:
        quotes = _pointed(status.quoted_status_id_str, status.quoted_status_id)
    user, entities = status.user, long.entities if long else status.entities
    pictures: Sequence[Medium]
    if long is None and status.extended_entities is None:
        pictures = entities.media or () if entities else ()
    else:
        pictures = _pictures(long or status) or _pictures(status)
    mentioned: tuple[Account, ...] = ()
    if (
        entities
        and reply_to is None
        and repeats is None
        and entities.user_mentions != NOBODY
    ):
        mentioned = mentions(entities.user_mentions)
    known = _accounts.get(user.id_str)
    if (
        known is None
        or known[0].handle != user.screen_name
        or known[0].name != user.name
        or known[1] != user.id
    ):
        known = _remember(user)
    return _new(
        Tweet,
        (
            id_,
            known[0],
            unescape(text) if "&" in text else text,
            sent,
            "created_at",
            place,
            reply_to,
            status.in_reply_to_screen_name,
            quotes,
            repeats,
            None,
            "recovered" if holder else "present",
            _own_zone(user.time_zone) if user.time_zone else None,
            (f"nested in {holder}",) if holder else (),
            urls(entities.urls) if entities and entities.urls else (),
            shown(pictures) if pictures else (),
            status.truncated is True and long is None,
            holder,
            None,
            None,
            None,
            (),
            (),
            None,
            status.synthetic is True,
            None,
            (),
            None,
            mentioned,
            copied_from(pictures, id_) if pictures else (),
        ),
    )


def _pointed(text: str | None, number: int | None) -> TweetId | None:
    """Return the id of another tweet; 0 stands for none."""
    if text is None and number is None:
        return None
    if number and text == str(number) and 0 < number < _TOO_LARGE:
        return TweetId(text)
    id_ = exact_id(text, number)
    return None if id_ == "0" else id_


def _nested_id(nested: _Status, id_: str) -> TweetId:
    if nested.id_str == id_:
        raise Odd
    return TweetId(nested.id_str)


_accounts: dict[str | None, tuple[Account, int | None]] = {}
"""The account last seen under each id, as text and number: most tweets share
theirs with others."""


def _remember(user: _User) -> tuple[Account, int | None]:
    if not handle_is_plain(user.screen_name):
        raise Odd
    made = Account(user.screen_name, user.name, exact_id(user.id_str, user.id)), user.id
    if len(_accounts) > _MOST_ACCOUNTS:
        _accounts.clear()
    _accounts[user.id_str] = made
    return made


def _pictures(status: _Status | _Long) -> Sequence[Medium]:
    holder = status.extended_entities
    if holder is None or holder.media is None:
        holder = status.entities
    return holder.media or () if holder else ()
