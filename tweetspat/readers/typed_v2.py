"""The quick way through large inputs of API v2: responses, pages, flattened tweets.

It reads what is regular and hands everything else over (None): the tolerant
reader then reads the same bytes and says what is odd.  Where this module
reads a record, both ways give the same, in the same order; a property test holds
them to it.
"""

import json
from collections.abc import Sequence
from itertools import chain
from typing import TypeAlias

from msgspec import DecodeError, Raw, Struct, ValidationError, field
from msgspec.json import Decoder

from tweetspat.model import Account, Notice, Tweet, TweetId
from tweetspat.problems import Place
from tweetspat.readers.errors_v2 import became, is_about_tweets
from tweetspat.readers.fields import Number
from tweetspat.readers.typed_entities import Odd
from tweetspat.readers.typed_tweet_v2 import (
    ALONE,
    Beside,
    Id,
    Medium,
    Person,
    Post,
    inside,
    told_of,
    tweet,
)

__all__ = ["read_record"]

_SHAPE = "api-v2"
_NULL = Raw(b"null")
_GRAPHQL = (b'"instructions"', b'"tweetResult', b'"tweet_result')
"""Members of GraphQL's answers, which hold one object under `data` too."""

_SPELT_OUT = (b"\\u004", b"\\u005", b"\\u006", b"\\u007")
"""Letters that nobody escapes; a member's name may hide behind them."""

_Found: TypeAlias = Tweet | Account | Notice


class _Error(Struct, gc=False):
    title: str | None = None
    type: str | None = None
    detail: str | None = None
    resource_type: str | None = None
    parameter: str | None = None
    resource_id: Id | None = None
    value: Id | None = None
    field: Raw = _NULL
    resource_id_str: None = None
    value_str: None = None


class _Includes(Struct, gc=False):
    users: list[Person] | None = None
    tweets: list[Raw] | None = None
    media: list[Medium] | None = None


class _Meta(Struct, gc=False):
    result_count: int | None = None


class _Response(Struct, gc=False, kw_only=True, forbid_unknown_fields=True):
    """What has other members may be of another shape."""

    includes: _Includes | None = None
    errors: list[_Error] | None = None
    meta: _Meta | None = None
    matching_rules: Raw = _NULL
    twarc: Raw = field(default=_NULL, name="__twarc")


class _Page(_Response, gc=False, kw_only=True):
    """Its tweets are only cut out here, and decoded one by one."""

    data: list[Raw]


class _One(_Response, gc=False, kw_only=True):
    data: Raw


class _Flat(Post, gc=False, forbid_unknown_fields=True):
    """A flattened tweet, with all the members that the API and twarc give it."""

    article: None = None
    card_uri: Raw = _NULL
    community_id: Raw = _NULL
    context_annotations: Raw = _NULL
    display_text_range: Raw = _NULL
    edit_controls: Raw = _NULL
    geo: Raw = _NULL
    lang: Raw = _NULL
    matching_rules: Raw = _NULL
    media_metadata: Raw = _NULL
    non_public_metrics: Raw = _NULL
    organic_metrics: Raw = _NULL
    possibly_sensitive: Raw = _NULL
    promoted_metrics: Raw = _NULL
    public_metrics: Raw = _NULL
    reply_settings: Raw = _NULL
    scopes: Raw = _NULL
    source: Raw = _NULL
    twarc: Raw = field(default=_NULL, name="__twarc")
    withheld: Raw = _NULL


_decode_page = Decoder(_Page).decode
_decode_one = Decoder(_One).decode
_decode_post = Decoder(Post).decode
_decode_flat = Decoder(_Flat).decode

_new = tuple.__new__
"""Makes a Place in half the time of a call."""


def read_record(raw: bytes | Raw, place: Place) -> list[_Found] | None:
    """Return what a record holds, or None when it is not plainly regular.

    Args:
        raw: one response, one line of a stream, or one flattened tweet.
        place: where it stands; its shape does not count.
    """
    place = place._replace(shape=_SHAPE)
    for read in (_read_page, _read_one, _read_flat):
        try:
            return read(raw, place)
        except ValidationError:
            continue
        except (DecodeError, RecursionError, UnicodeError, Odd):
            break
    return None


def _read_page(raw: bytes | Raw, place: Place) -> list[_Found]:
    page = _decode_page(raw)
    if not page.data:
        raise Odd
    return _delivered(page, page.data, _paths(place, "data", page.data), place)


def _read_one(raw: bytes | Raw, place: Place) -> list[_Found]:
    response = _decode_one(raw)
    whole = bytes(raw)
    if any(each in whole for each in chain(_GRAPHQL, _SPELT_OUT)):
        raise Odd
    return _delivered(response, [response.data], [f"{place.path}.data"], place)


def _read_flat(raw: bytes | Raw, place: Place) -> list[_Found]:
    post = _decode_flat(raw)
    if post.author_id is None:
        raise Odd
    found: list[_Found] = []
    _put(post, place, ALONE, found)
    return found


def _paths(place: Place, member: str, raws: Sequence[Raw]) -> list[str]:
    begun = f"{place.path}.{member}["
    return [f"{begun}{number}]" for number in range(len(raws))]


def _delivered(
    told: _Response, raws: Sequence[Raw], paths: Sequence[str], place: Place
) -> list[_Found]:
    """Return what a response tells: accounts, tweets, and which tweets are gone."""
    includes = told.includes
    if not _is_plain(told):
        raise Odd
    beside, included = ALONE, (includes and includes.tweets) or ()
    if includes is not None:
        beside = Beside(includes.users or (), includes.media or ())
    found: list[_Found] = [*beside.users.values()]
    file, line, _, shape = place
    seen: dict[str, Raw] = {}
    for raw, path in zip(raws, paths, strict=True):
        post = _decode_post(raw)
        seen[post.id] = raw
        _put(post, _new(Place, (file, line, path, shape)), beside, found)
    paths = _paths(place, "includes.tweets", included)
    for raw, path in zip(included, paths, strict=True):
        post = _decode_post(raw)
        if post.id not in seen or not _are_same(seen[post.id], raw):
            _put(post, _new(Place, (file, line, path, shape)), beside, found)
    for number, error in enumerate(told.errors or ()):
        at = Place(file, line, f"{place.path}.errors[{number}]", shape)
        notice = _notice(error, at)
        if notice is not None:
            found.append(notice)
    return found


def _is_plain(response: _Response) -> bool:
    """Tell a response of API v2 by what stands beside its data."""
    includes, meta = response.includes, response.meta
    if includes is not None and (includes.users, includes.tweets) != (None, None):
        return True
    return meta is not None and meta.result_count is not None


def _put(post: Post, place: Place, beside: Beside, found: list[_Found]) -> None:
    """Put a tweet, those inlined in it, and the accounts that they tell of."""
    found.append(tweet(post, place, None, beside))
    if beside is ALONE:
        found += told_of(post)
    for each in post.referenced_tweets or ():
        if each.text is not None:
            _put_inlined(post, place, beside, found)
            break


def _put_inlined(post: Post, place: Place, beside: Beside, found: list[_Found]) -> None:
    waiting = [(*each, post.id) for each in inside(post, place)]
    while waiting:
        nested, at, holder = waiting.pop()
        found.append(tweet(nested, at, TweetId(holder), beside))
        if beside is ALONE:
            found += told_of(nested)
        waiting += [(*each, nested.id) for each in inside(nested, at)]


def _are_same(one: Raw, other: Raw) -> bool:
    """Tell whether two objects hold the same, however they are written."""
    return one == other or _value(one) == _value(other)


def _value(raw: Raw) -> object:
    text = bytes(raw).decode("utf-8", "surrogateescape")
    return json.loads(text, parse_int=Number, parse_float=Number, parse_constant=Number)


def _notice(error: _Error, place: Place) -> Notice | None:
    """Return what an error says of a tweet, or None where it speaks of none."""
    kind, detail = error.type or "", error.detail or ""
    if error.field != _NULL or kind.endswith("-for-field"):
        return None
    if not is_about_tweets(error.resource_type or "", error.parameter or "", detail):
        return None
    ids = (error.resource_id, error.value)
    id_ = next((each for each in ids if each and each.isdigit()), None)
    if id_ is None:
        return None
    state, reason = became(error.title or "", detail, kind)
    return Notice(TweetId(id_), state, reason, place)
