"""The JSON Schema (2020-12) of `tweetspat list --format json`."""

from tweetspat.renderers.json_schema import (
    COUNT,
    STAMP,
    TEXT,
    Json,
    document,
    listed,
    members,
    or_null,
)

__all__ = ["conversation", "list_schema"]


def list_schema() -> Json:
    """Return the schema as plain JSON values."""
    title = "what `tweetspat list --format json` prints"
    return document(title, conversations=listed(members(**conversation())))


def conversation() -> dict[str, Json]:
    """Return the members that a list tells of a conversation."""
    return {
        "id": TEXT,
        "tweets": COUNT,
        "voices": COUNT,
        "first": or_null(STAMP),
        "last": or_null(STAMP),
        "score": COUNT,
        "words": or_null(TEXT),
    }
