"""Twitter API v1.1: a status alone, or many in a search envelope."""

from collections.abc import Iterator
from datetime import tzinfo

from tweetspat.model import Notice, Tweet, TweetId
from tweetspat.problems import Problem
from tweetspat.readers.fields import BadField, Fields, find
from tweetspat.readers.status_v1 import looks_like_status, statuses

__all__ = ["LACKS", "SHAPE", "TELLS", "read", "recognises"]

SHAPE = "api-v1.1"
TELLS = (
    "statuses of API v1.1 in compat, extended and stream mode, alone, in a search "
    "envelope or a lookup map; tells replies, quotes, retweets, stamps to the second"
)
LACKS = ""


def recognises(record: object) -> bool:
    """Tell whether a JSON value is a status, a search answer or a lookup map."""
    return (
        looks_like_status(record)
        or isinstance(find(record, "statuses"), list)
        or _looked_up(record) is not None
    )


def _looked_up(record: object) -> dict[str, object] | None:
    """Return the map of a lookup by id: `{"id": {"20": {...}, "21": null}}`."""
    found = find(record, "id")
    if not isinstance(found, dict) or not isinstance(record, dict) or len(record) > 1:
        return None
    if all(_is_answer(key, value) for key, value in found.items()):
        return found
    return None


def _is_answer(key: str, value: object) -> bool:
    return (
        key.isascii() and key.isdigit() and (value is None or isinstance(value, dict))
    )


def read(record: Fields, naive: tzinfo | None) -> Iterator[Tweet | Notice | Problem]:
    """Yield every tweet in the record; what is no status becomes a Problem."""
    if looks_like_status(record.value):
        yield from _status(record, naive)
        return
    looked_up = _looked_up(record.value)
    if looked_up is not None:
        yield from _answers(record, looked_up, naive)
    for status in record.each("statuses"):
        yield from _member(status, naive)
    yield from record.problems


def _answers(
    record: Fields, looked_up: dict[str, object], naive: tzinfo | None
) -> Iterator[Tweet | Notice | Problem]:
    """Yield what a lookup found, and which tweets it did not."""
    for key in looked_up:
        status = record.below("id", key)
        if status is not None:
            yield from _member(status, naive)
        else:
            reason = "not available in the lookup"
            place = record.place.at("id", key)
            yield Notice(TweetId(key), "missing", reason, place)


def _member(status: Fields, naive: tzinfo | None) -> Iterator[Tweet | Problem]:
    """Yield a status of an answer, with problems of its own."""
    status.problems = []
    if looks_like_status(status.value):
        yield from _status(status, naive)
    else:
        yield Problem("unknown-shape", "this is no status; skipped", status.place)


def _status(status: Fields, naive: tzinfo | None) -> Iterator[Tweet | Problem]:
    try:
        yield from statuses(status, naive)
    except BadField as error:
        place = status.place.at(*error.path)
        yield Problem("missing-field", error.message, place)
        yield from status.problems
