"""Twitter API v2: responses, twarc's pages of them, stream lines, flattened tweets."""

from collections.abc import Iterator
from datetime import tzinfo

from tweetspat.model import Account, Notice, Tweet
from tweetspat.problems import Problem
from tweetspat.readers.errors_v2 import became, is_about_tweets
from tweetspat.readers.fields import Fields, Number, find
from tweetspat.readers.page_v2 import ALONE, looks_like_user
from tweetspat.readers.response_v2 import delivered, looks_like_tweet, stands_alone
from tweetspat.readers.tweet_v2 import tweets

__all__ = ["LACKS", "SHAPE", "TELLS", "read", "recognises"]

SHAPE = "api-v2"
TELLS = (
    "responses of API v2, pages and flattened tweets as twarc saves them, and lines of "
    "its stream; tells replies, quotes, retweets, edits, and which tweets are gone"
)
LACKS = ""

_PROBLEM_TYPES = (
    "https://api.twitter.com/2/problems/",
    "https://api.x.com/2/problems/",
    "about:blank",
)


def recognises(record: object) -> bool:
    """Tell a response by its data, its includes or its errors; or a flattened tweet."""
    if not isinstance(record, dict):
        return False
    if record.get("data") is None and stands_alone(record):
        return True
    data = record.get("data")
    members = data if isinstance(data, list) else [data]
    return (
        any(looks_like_tweet(each) or looks_like_user(each) for each in members)
        or isinstance(find(record, "includes", "tweets"), list)
        or isinstance(find(record, "includes", "users"), list)
        or isinstance(find(record, "meta", "result_count"), Number)
        or _is_error(record)
        or _holds_errors(record.get("errors"))
    )


def _is_error(record: object) -> bool:
    kind = find(record, "type")
    return (
        isinstance(kind, str)
        and kind.startswith(_PROBLEM_TYPES)
        and isinstance(find(record, "title"), str)
    )


def _holds_errors(errors: object) -> bool:
    """Tell the errors of API v2 from those of GraphQL, which have a path."""
    return isinstance(errors, list) and any(
        isinstance(each, dict)
        and isinstance(each.get("title"), str)
        and isinstance(each.get("detail", each.get("type")), str)
        and "path" not in each
        for each in errors
    )


def read(
    record: Fields, naive: tzinfo | None
) -> Iterator[Tweet | Account | Notice | Problem]:
    """Yield every tweet and account of the record, and what its errors say.

    Args:
        record: a response, a line of the stream, or one flattened tweet.
        naive: the zone of stamps that have none; the API itself writes UTC.
    """
    if find(record.value, "data") is None and stands_alone(record.value):
        yield from tweets(record, ALONE, naive)
        return
    data = find(record.value, "data")
    one = record.below("data") if isinstance(data, dict) else None
    items = [one] if one else [*record.each("data")]
    includes = record.below("includes")
    yield from delivered(items, includes, naive)
    yield from _errors(record, silent=bool(items) or includes is not None)
    yield from record.problems


def _errors(record: Fields, *, silent: bool) -> Iterator[Notice | Problem]:
    """Yield what errors say of tweets; the rest only where nothing else came."""
    count = 0
    for error in record.each("errors"):
        count += 1
        notice = _notice(error)
        if notice is not None:
            yield notice
        elif not silent:
            yield Problem("api-error", _answer(error, record), error.place)
    if not count and not silent and _is_error(record.value):
        yield Problem("api-error", _answer(record, record), record.place)


def _answer(error: Fields, record: Fields) -> str:
    title = error.text("title") or record.text("title")
    detail = error.text("detail") or error.text("message")
    words = ": ".join(each for each in (title, detail) if each)
    return f"the API answered with an error, not with tweets: {words[:200]}"


def _notice(error: Fields) -> Notice | None:
    """Return what an error says of a tweet, or None where it speaks of none.

    An error about a field of a tweet does not say that the tweet is gone.
    """
    kind, detail = error.text("type") or "", error.text("detail") or ""
    if find(error.value, "field") is not None or kind.endswith("-for-field"):
        return None
    resource, parameter = error.text("resource_type"), error.text("parameter")
    if not is_about_tweets(resource or "", parameter or "", detail):
        return None
    ids = (error.id("resource_id"), error.id("value"))
    id_ = next((each for each in ids if each and each.isdigit()), None)
    if id_ is None:
        return None
    state, reason = became(error.text("title") or "", detail, kind)
    return Notice(id_, state, reason, error.place)
