"""What the shapes of the web client share: lost tweets in words, and versions."""

from tweetspat.model import State, TweetId
from tweetspat.readers.fields import Fields, find

__all__ = ["became", "said_instead", "versions"]

_FATES: tuple[tuple[str, State], ...] = (
    ("deleted", "deleted"),
    ("suspended", "suspended"),
    ("limits who can view", "protected"),
    ("protected", "protected"),
    ("withheld", "withheld"),
)
_WORDS = (
    ("tombstone", "text", "text"),
    ("tombstoneInfo", "richText", "text"),
    ("tombstoneInfo", "text"),
    ("reason",),
)


def became(words: str) -> State:
    """Tell what became of a tweet from the words in its place."""
    lower = words.lower()
    return next((state for word, state in _FATES if word in lower), "missing")


def said_instead(record: Fields) -> str | None:
    """Return the words that stand in the place of a tweet."""
    for path in _WORDS:
        if find(record.value, *path):
            return record.text(*path)
    return None


def versions(record: Fields, id_: TweetId) -> tuple[TweetId, ...]:
    """Return the versions of an edited tweet; () for one that never was."""
    control = "edit_control"
    for path in ((control,), (control, "edit_control_initial")):
        ids = record.texts(*path, "edit_tweet_ids")
        if len(ids) > 1 and id_ in ids:
            return tuple(map(TweetId, ids))
    return ()
