"""A conversation in one line: what a list tells of it, without its turns."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

from tweetspat.accounts import who_is_who
from tweetspat.model import Spat, Tweet, TweetId

__all__ = ["Summary", "earliest", "summary", "summary_of"]


class Summary(NamedTuple):
    """What a list tells of a conversation.

    Attributes:
        id: that of its earliest tweet that is there.
        title: as a case file gives it, else None.
        tweets: how many are there; lost ones are not counted.
        voices: the handles of those whose tweets are there, one an account,
            the busiest first.
        first, last: when it began and ended; None where no time is known.
        score: the answers that its hottest two voices exchanged in a day.
        words: the first text, or None.
    """

    id: TweetId
    title: str | None
    tweets: int
    voices: tuple[str, ...]
    first: datetime | None
    last: datetime | None
    score: int
    words: str | None


def earliest(tweets: Iterable[Tweet]) -> Tweet | None:
    """Return the tweet that is printed first of those that are there.

    None where that takes a closer look: a time is not known, or is another's too.
    """
    first: Tweet | None = None
    alone = True
    for tweet in tweets:
        if tweet.sent is None:
            return None
        if tweet.text is None and tweet.ghost:
            continue
        if first is None or first.sent is None or tweet.sent < first.sent:
            first, alone = tweet, True
        elif tweet.sent == first.sent:
            alone = False
    return first if alone else None


def summary(
    tweets: Sequence[Tweet],
    accounts: Mapping[TweetId, str],
    title: str | None,
    score: int,
    first: Tweet | None = None,
) -> Summary:
    """Return what a list tells of a conversation.

    Args:
        tweets: its tweets and ghosts; in the printed order if `first` is None.
        accounts: by tweet, what its author is compared by.
        title: as a case file gives it.
        score: what was exchanged.
        first: the earliest that is there, as `earliest` tells it.
    """
    there = [tweet for tweet in tweets if tweet.text is not None or not tweet.ghost]
    handles: dict[str, str] = {}
    counts: dict[str, int] = {}
    for tweet in there:
        if tweet.author:
            key, handle = accounts[tweet.id], tweet.author.handle
            counts[key] = counts.get(key, 0) + 1
            handles[key] = min(handle, handles.get(key, handle))
    busiest = list(counts)
    if len(busiest) > 1:
        busiest.sort(key=lambda key: (-counts[key], handles[key].lower(), handles[key]))
    times = [tweet.sent for tweet in there if tweet.sent]
    begun = first or (there[0] if there else tweets[0])
    return Summary(
        id=begun.id,
        title=title,
        tweets=len(there),
        voices=tuple(handles[key] for key in busiest),
        first=min(times, default=None),
        last=max(times, default=None),
        score=score,
        words=first.text
        if first
        else next((tweet.text for tweet in there if tweet.text), None),
    )


def summary_of(spat: Spat, known: Sequence[tuple[str, str | None]] = ()) -> Summary:
    """Return what a list tells of a spat, or of the part of it that is selected.

    Args:
        spat: it.
        known: what other tweets tell of its accounts; see `Accounts.knowing`.
    """
    tweets = [turn.tweet for turn in spat.turns if not turn.context]
    who = who_is_who(tweets).knowing(known)
    accounts = {tweet.id: who.of(tweet.author) for tweet in tweets if tweet.author}
    return summary(tweets, accounts, spat.title, spat.score)._replace(id=spat.id)
