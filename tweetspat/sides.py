"""Who stands where: sides as the user or the file gives them."""

from collections.abc import Iterable, Mapping

from tweetspat.model import Side, Tweet
from tweetspat.problems import UsageError

__all__ = ["side_of", "side_option", "sides_by_handle"]


def side_option(option: str) -> Side:
    """Read `NAME=@handle,@handle` as a side.

    Raises:
        UsageError: it has another form.
    """
    name, equals, handles = option.partition("=")
    named = (each.strip().removeprefix("@") for each in handles.split(","))
    accounts = tuple(each for each in named if each)
    if not (equals and name.strip() and accounts):
        message = f"{option[:60]!r} is no side; write NAME=@handle,@handle"
        raise UsageError(message)
    return Side(name.strip(), accounts)


def sides_by_handle(sides: Iterable[Side]) -> dict[str, Side]:
    """Return the side of each handle, lower case; the first side named counts."""
    by_handle: dict[str, Side] = {}
    for side in sides:
        for handle in side.accounts:
            by_handle.setdefault(handle.lower(), side)
    return by_handle


def side_of(tweet: Tweet, by_handle: Mapping[str, Side]) -> Side | None:
    """Return the side that a tweet's author stands on, or None."""
    return by_handle.get(tweet.author.key) if tweet.author else None
