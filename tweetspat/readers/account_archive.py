"""Account archives: what the platform gives an owner of all their tweets.

Since 2018 a script a kind of data, which assigns an array to `window.YTD.KIND.part0`;
before that one script a month, `Grailbird.data.tweets_2016_02`.  Whose archive it
is stands in a script of its own, not in the tweets.
"""

from collections.abc import Callable, Iterator
from datetime import time, timedelta, tzinfo
from typing import TypeAlias

from tweetspat.model import Account, Bounds, Notice, Owner, Tweet, TweetId
from tweetspat.problems import Problem
from tweetspat.readers.common_fields import check_handle
from tweetspat.readers.fields import BadField, Fields, find
from tweetspat.readers.status_v1 import statuses
from tweetspat.stamps import id_instant

__all__ = ["LACKS", "SHAPE", "TELLS", "read", "recognises"]

SHAPE = "account-archive"
TELLS = (
    "the archive that the platform gives an account's owner (tweets.js, tweet.js and "
    "the monthly scripts before 2018), zipped or not; tells replies, stamps to the "
    "second, deleted tweets; the owner stands in account.js or manifest.js beside them"
)
LACKS = "who was quoted or retweeted (only links and RT texts stand in them)"

Told: TypeAlias = Tweet | Owner | Notice | Problem
Change: TypeAlias = Callable[[Tweet], Tweet]

_TWEETS = frozenset(
    {"tweet", "tweets", "community_tweet", "deleted_tweet", "deleted_tweets"}
)
_DELETED = frozenset({"deleted_tweet", "deleted_tweets"})
_OWNERS = {
    "account": ("account", "username", "accountDisplayName", "accountId"),
    "manifest": ("userInfo", "userName", "displayName", "accountId"),
    "user_details": (None, "screen_name", "full_name", "id"),
}
"""Where the owner stands in each kind: the object, the handle, the name, the id."""


def recognises(record: object) -> bool:
    """Tell the wrapped tweet or account of an archive whose script was stripped."""
    return _kind_by_keys(record) is not None


def read(record: Fields, naive: tzinfo | None) -> Iterator[Told]:
    """Yield the tweet or the owner; other kinds of data hold neither."""
    kind = _kind(record.variable) or _kind_by_keys(record.value)
    if kind in _OWNERS:
        yield from _owner(record, *_OWNERS[kind])
    elif kind == "deleted_tweet_headers":
        yield from _notice(record.below("tweet") or record)
    elif kind == "grailbird":
        yield from _tweets(record, naive, _undated)
    elif kind in _TWEETS:
        tweet = record.below("tweet") or record
        deleted = kind in _DELETED or find(tweet.value, "deleted_at") is not None
        yield from _tweets(tweet, naive, _gone if deleted else None)


def _kind(variable: str) -> str | None:
    """Return what a variable holds: "window.YTD.tweets.part0" holds "tweets"."""
    first, *rest = variable.removeprefix("window.").split(".")
    if first == "YTD" and rest:
        return rest[0]
    return {"Grailbird": "grailbird", "__THAR_CONFIG": "manifest"}.get(first, first)


def _kind_by_keys(record: object) -> str | None:
    if not isinstance(record, dict):
        return None
    keys = record.keys()
    tweet, account = find(record, "tweet"), find(record, "account")
    if keys == {"tweet"} and isinstance(tweet, dict):
        told = ("full_text" in tweet or "text" in tweet) and "created_at" in tweet
        return "tweets" if told and ("id_str" in tweet or "id" in tweet) else None
    if keys == {"account"} and isinstance(account, dict):
        return "account" if {"username", "accountId"} <= account.keys() else None
    info = find(record, "userInfo")
    if isinstance(info, dict) and {"userName", "accountId"} <= info.keys():
        return "manifest" if "archiveInfo" in keys or "dataTypes" in keys else None
    return None


def _owner(
    record: Fields, holder: str | None, handle: str, name: str, id_: str
) -> Iterator[Owner | Problem]:
    told = record.below(holder) if holder else record
    written = told.text(handle) if told else None
    if not told or not written:
        path = (holder, handle) if holder else (handle,)
        message = "whose archive it is is not told; skipped"
        yield Problem("missing-field", message, record.place.at(*path))
    else:
        check_handle(told, written, handle)
        account = Account(written, told.text(name) or None, told.id(id_))
        yield Owner(account, told.place)
    yield from record.problems


def _notice(header: Fields) -> Iterator[Notice | Problem]:
    """Yield that a tweet was deleted, of which only the head is left."""
    id_ = header.id("tweet_id")
    if id_ is None:
        message = "the id of a deleted tweet was expected; skipped"
        yield Problem("missing-field", message, header.place.at("tweet_id"))
    else:
        yield Notice(id_, "deleted", "deleted tweet header", header.place)
    yield from header.problems


def _tweets(
    record: Fields, naive: tzinfo | None, change: Change | None = None
) -> Iterator[Tweet | Problem]:
    unsigned = find(record.value, "user") is None
    versions = _versions(record)
    try:
        for found in statuses(record, naive, unsigned=unsigned):
            if isinstance(found, Problem) or found.nested_in is not None:
                yield found
                continue
            ids = versions | {found.id}
            tweet = found._replace(
                cut=found.cut or _is_cut_repeat(found.text or ""),
                versions=tuple(sorted(ids, key=_age)) if len(ids) > 1 else (),
            )
            yield change(tweet) if change else tweet
    except BadField as error:
        yield Problem("missing-field", error.message, record.place.at(*error.path))
        yield from record.problems


def _age(id_: TweetId) -> tuple[int, str]:
    return len(id_), id_


def _versions(record: Fields) -> frozenset[TweetId]:
    """Return what `edit_info` names as the versions of an edited tweet."""
    info = record.below("edit_info")
    first = info.below("initial") if info else None
    edit = info.below("edit") if info else None
    later = edit.below("editControlInitial") if edit else None
    told = (each.texts("editTweetIds") for each in (first, later) if each)
    return frozenset(TweetId(id_) for ids in told for id_ in ids if id_)


def _is_cut_repeat(text: str) -> bool:
    """Tell a retweet's text, which the archive cuts at 140 characters."""
    return text.startswith("RT @") and text.endswith("…")


def _gone(tweet: Tweet) -> Tweet:
    return tweet._replace(state="deleted")


def _undated(tweet: Tweet) -> Tweet:
    """Take back a midnight of the time before ids told times.

    The monthly scripts have the day alone of tweets from before November 2010.
    """
    if tweet.sent is None or tweet.sent.time() != time() or id_instant(tweet.id):
        return tweet
    try:
        day = Bounds(tweet.sent, tweet.sent + timedelta(days=1))
    except OverflowError:
        return tweet
    return tweet._replace(sent=None, sent_basis=None, bounds=day)
