"""An API v2 response: which of its members are tweets, and what it delivers."""

from collections.abc import Iterable, Iterator
from datetime import tzinfo

from tweetspat.model import Account, Tweet
from tweetspat.problems import Problem
from tweetspat.readers.fields import Fields, find
from tweetspat.readers.page_v2 import account, is_id, looks_like_user, page
from tweetspat.readers.tweet_v2 import apart, tweets

__all__ = ["delivered", "looks_like_tweet", "stands_alone"]

_FOREIGN = ("__typename", "rest_id", "legacy", "full_text", "user")
_CONTENT = ("text", "note_tweet", "article")
_OWN = (
    "author_id",
    "edit_history_tweet_ids",
    "referenced_tweets",
    "conversation_id",
    "created_at",
    "public_metrics",
    "note_tweet",
    "attachments",
)
_COMMON = frozenset({"id", "text", "lang", "source", "entities"})
"""What other platforms' posts have too; nothing else makes a tweet of the least."""


def looks_like_tweet(value: object) -> bool:
    """Tell whether a member of a response is a tweet, and no other platform's post."""
    if not isinstance(value, dict) or any(key in value for key in _FOREIGN):
        return False
    if not is_id(value.get("id")) or not any(key in value for key in _CONTENT):
        return False
    return any(key in value for key in _OWN) or value.keys() <= _COMMON


def stands_alone(record: object) -> bool:
    """Tell a tweet that is a record by itself: nothing around it vouches for it.

    Rows of tables with columns such as `author.username` are no such tweets.
    """
    return (
        isinstance(record, dict)
        and looks_like_tweet(record)
        and (
            is_id(record.get("author_id"))
            or isinstance(find(record, "author", "username"), str)
            or isinstance(record.get("edit_history_tweet_ids"), list)
            or isinstance(record.get("referenced_tweets"), list)
        )
        and not any("." in key for key in record)
    )


def delivered(
    items: Iterable[Fields], includes: Fields | None, naive: tzinfo | None
) -> Iterator[Tweet | Account | Problem]:
    """Yield the tweets and accounts of a response, and those that it includes.

    A tweet that the response holds twice, member for member, is yielded once.
    """
    beside = page(includes)
    yield from beside.users.values()
    seen: dict[object, object] = {}
    for item in items:
        if looks_like_user(item.value):
            user = account(item)
            if user is not None:
                yield user
            continue
        seen[_id_of(item)] = item.value
        yield from tweets(apart(item), beside, naive)
    for item in includes.each("tweets") if includes else ():
        if seen.get(_id_of(item)) != item.value:
            yield from tweets(apart(item), beside, naive)


def _id_of(item: Fields) -> object:
    id_ = find(item.value, "id")
    return id_ if is_id(id_) else None
