"""Twitter API v1.1: a status alone, or many in a search envelope."""

from collections.abc import Iterator
from datetime import tzinfo

from tweetspat.model import Tweet
from tweetspat.problems import Problem
from tweetspat.readers.fields import BadField, Fields, find
from tweetspat.readers.status_v1 import looks_like_status, statuses

__all__ = ["LACKS", "SHAPE", "TELLS", "read", "recognises"]

SHAPE = "api-v1.1"
TELLS = (
    "statuses of API v1.1 in compat, extended and stream mode, alone or in a search "
    "envelope; tells replies, quotes, retweets, stamps to the second"
)
LACKS = ""


def recognises(record: object) -> bool:
    """Tell whether a JSON value is a status or a search answer."""
    return looks_like_status(record) or isinstance(find(record, "statuses"), list)


def read(record: Fields, naive: tzinfo | None) -> Iterator[Tweet | Problem]:  # noqa: ARG001 - its stamps have zones
    """Yield every tweet in the record; what is no status becomes a Problem."""
    if looks_like_status(record.value):
        yield from _status(record)
        return
    for status in record.each("statuses"):
        status.problems = []
        if looks_like_status(status.value):
            yield from _status(status)
        else:
            yield Problem("unknown-shape", "this is no status; skipped", status.place)
    yield from record.problems


def _status(status: Fields) -> Iterator[Tweet | Problem]:
    try:
        yield from statuses(status)
    except BadField as error:
        place = status.place.at(*error.path)
        yield Problem("missing-field", error.message, place)
        yield from status.problems
