"""X Activity API of 2026: events of posts that were sent, answered or deleted."""

from collections.abc import Iterator
from datetime import tzinfo

from tweetspat.model import Account, Notice, Tweet
from tweetspat.problems import Problem
from tweetspat.readers.fields import Fields, find
from tweetspat.readers.response_v2 import delivered

__all__ = ["LACKS", "SHAPE", "TELLS", "read", "recognises"]

SHAPE = "api-v2-activity"
TELLS = (
    "events of the X Activity API, one a line; tells replies, quotes and reposts as "
    "they were sent, and which posts were deleted"
)
LACKS = ""


def recognises(record: object) -> bool:
    """Tell an event by its type and its payload."""
    return isinstance(find(record, "data", "event_type"), str) and isinstance(
        find(record, "data", "payload"), dict
    )


def read(
    record: Fields, naive: tzinfo | None
) -> Iterator[Tweet | Account | Notice | Problem]:
    """Yield the post of an event, and those that come with it.

    Events that are not about posts tell of accounts at most.
    """
    event = record.below("data")
    payload = event.below("payload") if event else None
    if event is None or payload is None:
        yield from record.problems
        return
    kind = event.text("event_type") or ""
    about_post = kind.startswith("post.")
    if about_post and kind.endswith(".delete"):
        yield _deleted(payload, kind)
        about_post = False
    posts = [payload] if about_post else []
    yield from delivered(posts, event.below("includes"), naive)
    yield from record.problems


def _deleted(payload: Fields, kind: str) -> Notice | Problem:
    id_ = payload.id("id")
    if id_ is None:
        message = "the id of the deleted post was expected; the record is skipped"
        return Problem("missing-field", message, payload.place.at("id"))
    return Notice(id_, "deleted", f"{kind} event", payload.place)
