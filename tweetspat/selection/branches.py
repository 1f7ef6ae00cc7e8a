"""One tweet of a spat, and what lies above and below it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple

from tweetspat.links import primary
from tweetspat.model import Spat, TweetId
from tweetspat.problems import UsageError
from tweetspat.selection.parts import select

__all__ = ["Branch", "around", "branch", "named_by"]


class Branch(NamedTuple):
    """The part of a conversation around one tweet that is asked for.

    Attributes:
        up: its chain of parents.
        down: whatever answers it, and what answers that.

    Neither means the whole conversation.
    """

    up: bool = False
    down: bool = False


def named_by(word: str) -> TweetId:
    """Return the status id that a word is, or that a status URL names.

    URLs of any host are read, with or without "https://": twitter.com, x.com,
    their mobile ones and mirrors, Mastodon; whatever follows the id is ignored.

    Raises:
        UsageError: it is a URL of something else.
    """
    word = word.strip()
    path = word.partition("?")[0]
    found = re.search(
        r"[^/]/(?:status(?:es)?|@[^/]+)/([0-9]+)(?![^/#&])", path, re.IGNORECASE
    )
    if found:
        return TweetId(found[1])
    if re.match(r"https?://", word, re.IGNORECASE) or not word:
        message = f"{word[:80]!r} is neither a status id nor a status URL"
        raise UsageError(f"{message}; tweetspat list tells the ids")
    return TweetId(word)


def branch(spat: Spat, id_: TweetId, asked: Branch) -> Spat:
    """Return the part of a spat that is asked for, or the whole.

    Args:
        spat: a whole spat.
        id_: one of its tweets.
        asked: which way to go from there; see `around`.

    Cost:
        O(n); no recursion.
    """
    chosen = around(spat, id_, asked)
    return spat if chosen is None else select(spat, chosen)


def around(spat: Spat, id_: TweetId, asked: Branch) -> set[TweetId] | None:
    """Return the ids of the tweets around one, or None for all of the spat.

    Both ways follow the primary parents; who answers a series answers each of its
    tweets.

    Cost:
        O(n); no recursion.
    """
    if not (asked.up or asked.down):
        return None
    chosen = {id_}
    if asked.up:
        chosen.update(_ancestors(spat, id_))
    if asked.down:
        chosen.update(_descendants(spat, id_))
    return chosen


def _ancestors(spat: Spat, id_: TweetId) -> Iterator[TweetId]:
    links = {turn.tweet.id: primary(turn.links) for turn in spat.turns}
    seen = {id_}
    link = links[id_]
    while link and link.to not in seen:  # replies may lead back to themselves
        yield link.to
        seen.add(link.to)
        link = links[link.to]


def _descendants(spat: Spat, id_: TweetId) -> set[TweetId]:
    answers: defaultdict[TweetId, list[TweetId]] = defaultdict(list)
    for turn in spat.turns:
        link = primary(turn.links)
        for parent in (link.to, *link.series) if link else ():
            answers[parent].append(turn.tweet.id)
    found = {id_}
    stack = [id_]
    while stack:
        for child in answers.get(stack.pop(), ()):
            if child not in found:
                found.add(child)
                stack.append(child)
    return found
