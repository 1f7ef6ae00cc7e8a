"""The web client's GraphQL: answers for threads, timelines, searches, single tweets.

The timelines change their names from year to year; what does not is how a tweet
result looks, so results are looked for wherever they stand.
"""

import re
from collections.abc import Iterator
from datetime import tzinfo
from typing import NamedTuple

from tweetspat.model import Account, Notice, Tweet, TweetId
from tweetspat.problems import Problem
from tweetspat.readers.fields import Fields, find
from tweetspat.readers.graphql_body import account_of, results

__all__ = ["LACKS", "SHAPE", "TELLS", "read", "recognises"]

SHAPE = "web-graphql"
TELLS = (
    "answers of the web client (TweetDetail, timelines, searches, single tweets, "
    "entries and results alone); tells replies, quotes, retweets, stamps to the "
    "second, which tweets were deleted, suspended or withheld"
)
LACKS = ""

_DEEPEST_ROOT = 8
_SLOTS = frozenset({"tweet_results", "tweetResult", "tweet_result", "tweetResults"})
"""Where a tweet is expected, so that an empty one is told of."""

_ROOTS = ("instructions", *sorted(_SLOTS))
_LOST = frozenset(
    {"TweetTombstone", "TweetUnavailable", "TweetPreviewDisplay", "TimelineTombstone"}
)
_OF_TWEETS = ("full_text", "user_id_str", "conversation_id_str", "retweet_count")
_NAMED = r".*tweet-([0-9]{1,19})(?![0-9])"


class _Here(NamedTuple):
    """A value of the document.

    Attributes:
        keys: the way to it from the record.
        entry: the tweet that the entry around it is named after.
        slot: a tweet result is expected in it ("around") or as it ("exactly").
    """

    value: object
    keys: tuple[str | int, ...]
    entry: TweetId | None = None
    slot: str = ""


def recognises(record: object) -> bool:
    """Tell an answer by a timeline or result in it, else an entry or a result."""
    if not isinstance(record, dict):
        return False
    if isinstance(record.get("data"), dict):
        return _leads_to_tweets(record["data"])
    if isinstance(record.get("entryId"), str):
        return isinstance(record.get("content") or record.get("item"), dict)
    # the tombstones of the syndication have no id, and mean nothing alone
    return _is_result(record) and (
        record.get("__typename") != "TweetTombstone" or "rest_id" in record
    )


def read(
    record: Fields, naive: tzinfo | None
) -> Iterator[Tweet | Account | Notice | Problem]:
    """Yield every tweet in the record, in its order, with those nested in it."""
    waiting = [_Here(record.value, ())]
    while waiting:
        here = waiting.pop()
        value = here.value
        if _is_result(value) or _ought_to_be(here):
            yield from _results(here, record, naive)
        elif isinstance(value, list):
            items = [
                _Here(item, (*here.keys, index), here.entry, here.slot)
                for index, item in enumerate(value)
            ]
            waiting += reversed(items)
        elif isinstance(value, dict):
            yield from _accounts(here, record)
            waiting += reversed(_members(here, value))
    yield from record.problems


def _leads_to_tweets(data: object) -> bool:
    """Tell whether a timeline or a tweet stands near the top of an answer."""
    level = [data]
    for _ in range(_DEEPEST_ROOT):
        dicts = [each for each in level if isinstance(each, dict)]
        if any(
            isinstance(each.get(key), dict | list) for each in dicts for key in _ROOTS
        ):
            return True
        level = [member for each in dicts for member in each.values()]
    return False


def _is_result(value: object) -> bool:
    """Tell a tweet, or what stands in the place of one, by its own look."""
    if not isinstance(value, dict):
        return False
    kind = value.get("__typename")
    if kind == "Tweet":
        return "rest_id" in value or "legacy" in value
    if kind == "TweetWithVisibilityResults":
        return "tweet" in value or "legacy" in value
    if isinstance(kind, str) and kind in _LOST:
        return True
    if value.get("itemType") == "TimelineTombstone":
        return True
    legacy = value.get("legacy")
    return (
        kind is None
        and "rest_id" in value
        and isinstance(legacy, dict)
        and any(key in legacy for key in _OF_TWEETS)
    )


def _ought_to_be(here: _Here) -> bool:
    """Tell a value that stands where a tweet does, whatever it looks like."""
    if here.slot == "around":
        around = isinstance(here.value, list) or "result" in _keys(here.value)
        return not around
    return here.slot == "exactly"


def _keys(value: object) -> dict[str, object]:
    return value if isinstance(value, dict) else {}


def _results(
    here: _Here, record: Fields, naive: tzinfo | None
) -> Iterator[Tweet | Notice | Problem]:
    place = record.place.at(*here.keys)
    value = {} if here.value is None else here.value
    if isinstance(value, dict):
        yield from results(Fields(value, place, []), here.entry, naive)
    else:
        yield Problem("missing-field", "a tweet was expected; skipped", place)


def _accounts(here: _Here, record: Fields) -> Iterator[Account]:
    """Yield a user that stands beside the tweets."""
    if find(here.value, "__typename") == "User":
        found = account_of(Fields(here.value, record.place.at(*here.keys), []))
        if found and found.id:
            yield found


def _members(here: _Here, value: dict[str, object]) -> list[_Here]:
    entry = here.entry
    if "entryId" in value:
        entry = _named(value["entryId"])
    if here.slot and "result" in value:
        return [_Here(value["result"], (*here.keys, "result"), entry, "exactly")]
    return [
        _Here(member, (*here.keys, key), entry, "around" if key in _SLOTS else "")
        for key, member in value.items()
        if key in _SLOTS or isinstance(member, dict | list)
    ]


def _named(entry: object) -> TweetId | None:
    """Return the tweet that an entry is named after, as in `tweet-20`."""
    found = re.match(_NAMED, entry) if isinstance(entry, str) else None
    return TweetId(found[1]) if found else None
