"""What of a spat is asked for, and what stays for context.

What a selected tweet points at stays with it, so that it can be understood: its
parent, what it quotes, the series that it answers.  These *context* tweets are
marked, and drawn dim.

Where a context tweet points at one that is left out, its link stays too, and
leads elsewhere: its evidence says that the target is not selected.  So nothing
that was stated is lost, nothing is made up, and every other link still leads to
a tweet that is there.  A selected tweet never has such a link.

Numbers, the spat's id and its sides are those of the whole.
"""

import re
from collections import defaultdict
from collections.abc import Collection, Iterator
from typing import NamedTuple

from tweetspat.links import primary
from tweetspat.model import Link, Order, Spat, Turn, TweetId
from tweetspat.problems import UsageError

__all__ = ["NOT_SELECTED", "Branch", "branch", "named_by", "select"]

NOT_SELECTED = "it is not selected"
"""How the evidence ends of a link that leads out of what is selected."""


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
        asked: which way to go from there.  Both ways follow the primary parents;
            who answers a series answers each of its tweets.

    Cost:
        O(n); no recursion.
    """
    if not (asked.up or asked.down):
        return spat
    chosen = {id_}
    if asked.up:
        chosen.update(_ancestors(spat, id_))
    if asked.down:
        chosen.update(_descendants(spat, id_))
    return select(spat, chosen)


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


def select(spat: Spat, chosen: Collection[TweetId]) -> Spat:
    """Return the part of a spat that some of its tweets are, with their context.

    Args:
        spat: a whole spat.
        chosen: the ids that are selected, one of the spat's at least; all of them
            give the spat itself.

    Cost:
        O(n).
    """
    chosen = frozenset(chosen)
    if all(turn.tweet.id in chosen for turn in spat.turns):
        return spat
    kept = {
        to
        for turn in spat.turns
        if turn.tweet.id in chosen
        for link in turn.links
        if not link.elsewhere
        for to in (link.to, *link.series)
    } | chosen
    contested = tuple(
        contest for contest in spat.order.contested if kept.issuperset(contest.pair)
    )
    kind = spat.order.kind
    if kind == "contested" and not contested:
        kind = "partial"
    return spat._replace(
        turns=tuple(
            turn if turn.tweet.id in chosen else _as_context(turn, kept)
            for turn in spat.turns
            if turn.tweet.id in kept
        ),
        order=Order(kind, contested),
        whole=sum(not turn.tweet.ghost for turn in spat.turns),
    )


def _as_context(turn: Turn, kept: Collection[TweetId]) -> Turn:
    links = tuple(
        link if link.elsewhere or link.to in kept else _leading_out(link)
        for link in turn.links
    )
    return turn._replace(links=links, context=True)


def _leading_out(link: Link) -> Link:
    return link._replace(elsewhere=True, evidence=f"{link.evidence}; {NOT_SELECTED}")
