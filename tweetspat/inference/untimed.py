"""Answers among tweets whose times nobody knows: what sources tell of their order."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeAlias

from tweetspat.accounts import Accounts
from tweetspat.inference.addresses import address
from tweetspat.inference.evidence import name_link
from tweetspat.inference.names import Names, names_of
from tweetspat.inference.weights import frozen
from tweetspat.inference.wording import speaks_of_several, subject_of_its_sentence
from tweetspat.model import Basis, Link, Tweet, TweetId

__all__ = ["Earlier", "untimed_links"]

_MOST = 500
"""An account with more tweets of unknown time is in no case file."""

Earlier: TypeAlias = Callable[[TweetId, TweetId], bool]
"""Tells whether a first tweet is known to be older than a second."""


def untimed_links(
    asked: Sequence[Tweet],
    tweets: Mapping[TweetId, Tweet],
    earlier: Earlier,
    accounts: Accounts,
    without: frozenset[Basis],
) -> Iterator[tuple[TweetId, tuple[Link, ...]]]:
    """Yield the links of tweets without times.

    An account of which only one tweet is known to be earlier can only be
    answered there; of which several are, where the words speak of several.

    Cost:
        O(m) for each tweet asked, m being the untimed tweets of an account, and
        O(m²) for each account; m is bounded.
    """
    shares = frozen().shares
    by_voice: defaultdict[str, list[Tweet]] = defaultdict(list)
    for tweet in tweets.values():
        if tweet.author and tweet.sent is None:
            by_voice[accounts.of(tweet.author)].append(tweet)
    for voice, those in by_voice.items():
        by_voice[voice] = _in_order(those, earlier) if len(those) <= _MOST else []
    names = Names({}) if "name" in without else names_of(tweets.values(), accounts)
    for tweet in asked:
        link = None
        if "mention" not in without:
            link = _mentioned(tweet, by_voice, earlier, accounts, shares)
        link = link or _named(tweet, by_voice, earlier, accounts, names)
        if link:
            yield tweet.id, (link,)


def _mentioned(
    tweet: Tweet,
    by_voice: Mapping[str, list[Tweet]],
    earlier: Earlier,
    accounts: Accounts,
    shares: Mapping[str, float],
) -> Link | None:
    text = tweet.text or ""
    told = address(text)
    if not told.lead or subject_of_its_sentence(text):
        return None
    voice = accounts.named(told.lead[0])
    if tweet.author and accounts.of(tweet.author) == voice:
        return None
    before = _before(tweet, by_voice.get(voice, ()), earlier)
    many = speaks_of_several(text)
    if not before or (len(before) > 1 and not many):
        return None
    lead = f"{'.' if told.dot else ''}@{_as_written(text, told.lead[0])}"
    if len(before) == 1:
        evidence = f"opens with {lead}, whose only tweet known to be earlier this is"
        share = shares["only one"]
    else:
        evidence = (
            f"opens with {lead} and speaks of several tweets: those known to be earlier"
        )
        share = shares["series"]
    return Link(
        before[-1].id,
        "answers",
        "mention",
        False,  # noqa: FBT003
        share,
        share,
        evidence,
        series=tuple(each.id for each in before) if len(before) > 1 else (),
    )


def _named(
    tweet: Tweet,
    by_voice: Mapping[str, list[Tweet]],
    earlier: Earlier,
    accounts: Accounts,
    names: Names,
) -> Link | None:
    """Answer the only earlier tweet of an account that is named."""
    named = names.in_text(tweet.text or "")
    if named is None or tweet.author is None:
        return None
    before = _before(tweet, by_voice.get(named.voice, ()), earlier)
    if named.voice == accounts.of(tweet.author) or len(before) != 1:
        return None
    only = "whose only tweet known to be earlier this is"
    return name_link(before[0], named, only, frozen().shares["name"])


def _in_order(those: list[Tweet], earlier: Earlier) -> list[Tweet]:
    """Return tweets so that none stands before one that is known to be earlier."""
    if len(those) == 1:
        return those
    before = {one.id: sum(earlier(each.id, one.id) for each in those) for one in those}
    return sorted(those, key=lambda one: (before[one.id], len(one.id), one.id))


def _before(tweet: Tweet, others: Sequence[Tweet], earlier: Earlier) -> list[Tweet]:
    """Return those of some in order that are known to be earlier, the latest last."""
    return [each for each in others if earlier(each.id, tweet.id)]


def _as_written(text: str, handle: str) -> str:
    start = text.lower().index(handle)
    return text[start : start + len(handle)]
