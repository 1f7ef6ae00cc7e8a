"""Between which moments a tweet lies, and what that says of two of them."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import TypeAlias

from tweetspat.model import Link, Tweet, TweetId

__all__ = ["NEVER", "Edge", "Moment", "answered", "height", "span", "surely_earlier"]

NEVER = datetime.max.replace(tzinfo=UTC)

Edge: TypeAlias = tuple[TweetId, TweetId]
"""A first tweet, and one that comes after it."""

Moment: TypeAlias = tuple[datetime, int]
"""An instant, and 1 when it stands for "just after" it."""

Height: TypeAlias = tuple[datetime, int, int, int, str]


def surely_earlier(one: Tweet, other: Tweet) -> bool:
    """Tell whether times or bounds put one tweet wholly before another."""
    if one.sent and other.sent:
        return one.sent < other.sent
    end, start = span(one)[1], span(other)[0]
    return end is not None and start is not None and end <= start


def span(tweet: Tweet) -> tuple[Moment | None, Moment | None]:
    """Return the first moment a tweet can be of, and the first it cannot."""
    if tweet.sent:
        return (tweet.sent, 0), (tweet.sent, 1)
    first, last = tweet.bounds or (None, None)
    if first and last and first >= last:  # such bounds bound nothing
        return None, None
    return (first, 0) if first else None, (last, 0) if last else None


def height(tweet: Tweet) -> Height:
    """Return where a tweet stands on the ladder; every step of time leads up."""
    start, end = span(tweet)
    if start:
        return (*start, 1, len(tweet.id), tweet.id)
    if end:
        return (*end, -1, len(tweet.id), tweet.id)
    return (NEVER, 0, 0, len(tweet.id), tweet.id)


def answered(
    tweets: Mapping[TweetId, Tweet],
    links: Mapping[TweetId, Iterable[Link]],
    *,
    stated: bool,
) -> Iterator[Edge]:
    """Yield (parent, child) for the links that the tweets' own times allow.

    Args:
        tweets: by id; links to others are passed over.
        links: by child.
        stated: whether those that are stated are meant, or those inferred.
    """
    for child in tweets:
        for link in links.get(child, ()):
            if (
                link.stated == stated
                and link.to in tweets
                and link.to != child
                and not link.elsewhere
                and not surely_earlier(tweets[child], tweets[link.to])
            ):
                yield link.to, child
