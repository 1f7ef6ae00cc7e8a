"""API v2 compliance: which tweets are gone, by batch job or by stream."""

from collections.abc import Iterator
from datetime import tzinfo

from tweetspat.model import Notice, State
from tweetspat.problems import Problem
from tweetspat.readers.fields import Fields, find

__all__ = ["LACKS", "SHAPE", "TELLS", "read", "recognises"]

SHAPE = "api-v2-compliance"
TELLS = (
    "results of compliance jobs and lines of the compliance stream of API v2; tells "
    "which tweets are gone and why, holds none itself"
)
LACKS = ""

_REASONS: dict[str, State] = {"suspended": "suspended", "protected": "protected"}
"""What else takes a tweet away does so as its deletion would, as far as it tells."""

_EVENTS: dict[str, State] = {
    "delete": "deleted",
    "withheld": "withheld",
    "drop": "missing",
}
_HARMLESS = ("undrop", "tweet_edit")


def recognises(record: object) -> bool:
    """Tell a line of a batch job, or of the stream, by what it says happened."""
    return _is_result(record) or _event(record) is not None


def _is_result(record: object) -> bool:
    return (
        isinstance(record, dict)
        and "id" in record
        and isinstance(record.get("action"), str)
        and isinstance(record.get("reason"), str)
        and ("created_at" in record or "redacted_at" in record)
        and "text" not in record
    )


def _event(record: object) -> str | None:
    """Return the word for what happened, if it is a line of the stream."""
    for word in (*_EVENTS, *_HARMLESS):
        event = find(record, "data", word)
        if isinstance(find(event, "tweet"), dict) and find(event, "event_at"):
            return word
    return None


def read(record: Fields, naive: tzinfo | None) -> Iterator[Notice | Problem]:  # noqa: ARG001 - no stamp of it is kept
    """Yield what the record says of a tweet; losing its place on a map is nothing."""
    word = _event(record.value)
    if word is None:
        yield from _result(record)
    elif word in _EVENTS:
        tweet = record.below("data", word, "tweet")
        if tweet is not None:
            yield _notice(tweet, _EVENTS[word], f"{word} event")
    yield from record.problems


def _result(record: Fields) -> Iterator[Notice | Problem]:
    action, reason = record.text("action") or "", record.text("reason") or ""
    if "scrub_geo" not in (action, reason):
        yield _notice(record, _REASONS.get(reason, "deleted"), f"{action}: {reason}")


def _notice(holder: Fields, state: State, reason: str) -> Notice | Problem:
    id_ = holder.id("id")
    if id_ is None:
        message = "the id of a tweet was expected; the record is skipped"
        return Problem("missing-field", message, holder.place.at("id"))
    return Notice(id_, state, reason[:80], holder.place)
