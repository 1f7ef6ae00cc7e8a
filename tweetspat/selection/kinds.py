"""What kinds a turn is of."""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from tweetspat.model import Relation, Retweet, Spat, Turn
from tweetspat.selection.asked import Kind, Selection

__all__ = ["kinds_of", "kinds_of_retweets", "wanted"]

_Is: TypeAlias = Callable[[Turn, Spat], bool]

_REPLIES: frozenset[Relation] = frozenset(("replied_to", "answers"))


def wanted(kinds: frozenset[Kind], asked: Selection) -> bool:
    """Tell whether what is of some kinds is of those that are asked for."""
    return kinds.isdisjoint(asked.without) and not (
        asked.only and kinds.isdisjoint(asked.only)
    )


def kinds_of(turn: Turn, spat: Spat, among: frozenset[Kind]) -> frozenset[Kind]:
    """Return which of some kinds a turn is of; see `Kind`.

    Cost:
        O(its text and links).
    """
    return frozenset(kind for kind in among if _IS[kind](turn, spat))


def kinds_of_retweets(spat: Spat) -> Callable[[Retweet], frozenset[Kind]]:
    """Return what tells the kinds of a native retweet of a spat's tweets."""
    on_sides = {each.lower() for side in spat.sides for each in side.accounts}
    spoken = (turn.tweet.author for turn in spat.turns if turn.side is not None)
    on_sides |= {author.key for author in spoken if author}

    def kinds(retweet: Retweet) -> frozenset[Kind]:
        beside = bool(spat.sides) and retweet.by and retweet.by.lower() not in on_sides
        return frozenset(("retweet", "bystander") if beside else ("retweet",))

    return kinds


def _replies(turn: Turn, _: Spat) -> bool:
    return any(link.relation in _REPLIES for link in turn.links)


def _quotes(turn: Turn, _: Spat) -> bool:
    return any(
        link.relation == "quoted" and link.basis != "manual_retweet"
        for link in turn.links
    )


def _repeats(turn: Turn, _: Spat) -> bool:
    """Tell whether a turn repeats a tweet, be it here or not.

    What links it by hand stands in its words: those tell it also where no link is
    inferred, and where the other tweet is not in the data.
    """
    if turn.tweet.repeats or any(each.basis == "manual_retweet" for each in turn.links):
        return True
    text = turn.tweet.text or ""
    if "T" not in text and "t" not in text:
        return False
    from tweetspat.inference.addresses import address

    return any(each.how in {"retweet", "modified"} for each in address(text).cited)


def _is_ghost(turn: Turn, _: Spat) -> bool:
    return turn.tweet.ghost


def _says_a_time(turn: Turn, _: Spat) -> bool:
    return bool(turn.said_times)


def _has_media(turn: Turn, _: Spat) -> bool:
    return bool(turn.tweet.media)


def _stands_by(turn: Turn, spat: Spat) -> bool:
    return bool(spat.sides) and turn.side is None and turn.tweet.author is not None


_IS: Mapping[Kind, _Is] = {
    "reply": _replies,
    "quote": _quotes,
    "retweet": _repeats,
    "ghost": _is_ghost,
    "said-time": _says_a_time,
    "media": _has_media,
    "bystander": _stands_by,
}
