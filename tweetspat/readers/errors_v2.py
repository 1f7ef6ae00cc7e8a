"""What an error of API v2 is about, and what became of the tweet that it is about."""

from tweetspat.model import State

__all__ = ["became", "is_about_tweets"]

_LONGEST_REASON = 80
_STATES: tuple[tuple[str, State], ...] = (
    ("suspended", "suspended"),
    ("withheld", "withheld"),
    ("deleted", "deleted"),
    ("protected", "protected"),
    ("authoriz", "protected"),
    ("forbidden", "protected"),
)
"""What words in an error say of the tweet, the most telling first."""


def is_about_tweets(resource: str, parameter: str, detail: str) -> bool:
    """Tell by the type of resource, or where that is not told by the words."""
    if resource:
        return resource.lower() in {"tweet", "post"}
    return "tweet" in f"{parameter} {detail}".lower()


def became(title: str, detail: str, kind: str) -> tuple[State, str]:
    """Return what became of the tweet, and the error's own words for it."""
    words = f"{title} {detail} {kind}".lower()
    state: State = next((state for word, state in _STATES if word in words), "missing")
    reason = _short(detail) or title or kind or "an error of the API"
    return state, reason[:_LONGEST_REASON]


def _short(detail: str) -> str:
    """Drop what a message repeats of the request: the parameter and the id."""
    return detail.partition(" with ")[0].partition(":")[0].rstrip(". ")
