"""What two accounts said to each other."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache

from tweetspat.model import Account, Spat, Turn, Tweet, TweetId
from tweetspat.selection.asked import is_among

__all__ = ["exchanged"]


def exchanged(spat: Spat, one: frozenset[str], other: frozenset[str]) -> set[TweetId]:
    """Return the tweets of two accounts that are between them.

    Args:
        spat: a whole spat.
        one: what the one account is compared by.
        other: the same of the other.

    Returns:
        The tweets of each that answer, quote, repeat or name the other, and those
        that the other answers or quotes.

    Cost:
        O(n) in the tweets, links and texts.
    """
    authors = {turn.tweet.id: turn.tweet.author for turn in spat.turns}
    found: set[TweetId] = set()
    for own, theirs in ((one, other), (other, one)):
        for turn in spat.turns:
            if not is_among(turn.tweet.author, own):
                continue
            pointed = {id_ for id_ in _ends(turn) if is_among(authors.get(id_), theirs)}
            quoted = any(is_among(each.author, theirs) for each in turn.quoted_by)
            found |= pointed
            if pointed or quoted or _names(turn.tweet, theirs):
                found.add(turn.tweet.id)
    return found


def _ends(turn: Turn) -> Iterator[TweetId]:
    for link in turn.links:
        yield link.to
        yield from link.series


def _names(tweet: Tweet, keys: frozenset[str]) -> bool:
    """Tell whether a tweet names an account: as whom it replies to, or in its words."""
    if tweet.reply_handle and is_among(Account(tweet.reply_handle), keys):
        return True
    if any(is_among(each, keys) for each in tweet.mentions):
        return True
    written = [tweet.text, *(url.expanded for url in tweet.urls)]
    search = _naming(keys)
    return any(search(text) for text in written if text)


@lru_cache(16)
def _naming(keys: frozenset[str]) -> Callable[[str], object]:
    """Return what searches a text for one of some handles, or for a link to it."""
    handles = "|".join(re.escape(each) for each in sorted(keys) if each[:1] != "#")
    if not handles:
        return _nothing
    return re.compile(
        rf"""
        (?: (?<! [A-Za-z0-9_@＠] ) [@＠]
          | (?<! [\w.-] ) (?: (?: www | mobile | m ) \. )? (?: twitter | x ) \.com
            / (?: \#!/ )? @? )
        (?: {handles} ) (?! [A-Za-z0-9_@] )
        """,
        re.VERBOSE | re.IGNORECASE,
    ).search


def _nothing(_: str) -> None:
    """Find nothing."""
