"""Links that no metadata holds, each with its evidence and how often such are right.

A tweet that states nothing is asked for evidence in a fixed order: a copied
picture, a status URL, quoted words, a number in a series, whom its text
addresses, whom it names.  The first that speaks decides; where a tweet names
something that the heap does not hold, the weaker ones are not asked.  No link is
better than a wrong one.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain
from typing import NamedTuple

from tweetspat.accounts import Accounts
from tweetspat.inference.addresses import address
from tweetspat.inference.evidence import mention_link, name_link
from tweetspat.inference.ledger import DAY, Ledger
from tweetspat.inference.mentions import pick
from tweetspat.inference.names import Names, names_of
from tweetspat.inference.numbering import numbered
from tweetspat.inference.pointers import older, status_urls
from tweetspat.inference.rules import Rules
from tweetspat.inference.untimed import Earlier, untimed_links
from tweetspat.inference.weights import frozen
from tweetspat.model import Basis, Link, Tweet, TweetId

__all__ = ["Earlier", "Inferred", "Wanted", "infer_links"]

_FEW = 4
"""Where fewer than one tweet in so many lacks a parent, only those tweets are
looked at that can matter to them."""

_LATEST = 12


class Wanted(NamedTuple):
    """Which inferred links are wanted.

    Attributes:
        without: bases that are not asked.
        least: links of less confidence are left out.
    """

    without: frozenset[Basis] = frozenset()
    least: float = 0.0


class Inferred(NamedTuple):
    """What was inferred.

    Attributes:
        links: for each child its links, the likeliest parent first; for a tweet
            that states a parent only what it quotes besides.
        handles: whose the lost tweets are that only URLs and quotations name.
    """

    links: dict[TweetId, tuple[Link, ...]]
    handles: Mapping[TweetId, str]


def infer_links(
    tweets: Mapping[TweetId, Tweet],
    linked: Mapping[TweetId, tuple[Link, ...]],
    earlier: Earlier | None,
    accounts: Accounts,
    standing: Mapping[TweetId, TweetId],
    wanted: Wanted = Wanted(),  # noqa: B008 - frozen
) -> Inferred:
    """Return the links that can be inferred.

    Args:
        tweets: the turns and ghosts; a ghost is never answered by mention, but
            where one may be meant, nothing else is.
        linked: the stated links, which are never overridden.
        earlier: for tweets whose times are not known: what sources tell of
            their order; None leaves such tweets unlinked.
        accounts: who is who.
        standing: for the id of a retweet or of an earlier version the tweet
            that stands for it.
        wanted: which links are.

    Cost:
        O(n log n); the work a tweet is bounded.
    """
    without, least = wanted
    found: dict[TweetId, tuple[Link, ...]] = {}
    handles: dict[TweetId, str] = {}
    if "status_url" not in without:
        found.update(_besides(tweets, linked, standing, handles))
    open_ = [
        each
        for each in tweets.values()
        if each.id not in linked and not each.kept and not each.ghost
    ]
    names = Names({}) if "name" in without else names_of(tweets.values(), accounts)
    timed = [each for each in open_ if each.sent and _may_speak(each, names)]
    if timed:
        relevant = _relevant(tweets, timed, accounts, names, standing)
        ledger = Ledger(relevant, accounts, linked)
        rules = Rules(ledger, frozen().shares, standing, without)
        unsure = frozenset(
            accounts.of(each.author)
            for each in tweets.values()
            if each.sent is None and each.author
        )
        asked = _Asked(ledger, rules, names, unsure, len(linked) > len(timed))
        for tweet in timed:
            link = _inferred(asked, ledger.numbers[tweet.id])
            if link:
                found[tweet.id] = (link,)
        for to, handle in rules.handles.items():
            handles[to] = min(handle, handles.get(to, handle))
    if earlier:
        untimed = [each for each in open_ if each.sent is None and each.text]
        found.update(untimed_links(untimed, tweets, earlier, accounts, without))
    shown = {
        child: kept
        for child, those in found.items()
        if (kept := tuple(link for link in those if link.confidence >= least))
    }
    return Inferred(shown, handles)


def _besides(
    tweets: Mapping[TweetId, Tweet],
    linked: Mapping[TweetId, tuple[Link, ...]],
    standing: Mapping[TweetId, TweetId],
    handles: dict[TweetId, str],
) -> Iterator[tuple[TweetId, tuple[Link, ...]]]:
    """Yield what tweets with stated parents quote by a status URL besides."""
    share = frozen().shares["status_url"]
    for child, those in linked.items():
        tweet = tweets[child]
        text = tweet.text or ""
        if tweet.kept or not (tweet.urls or "/status" in text):
            continue
        if not (
            "/status" in text
            or any("/status" in (url.expanded or "") for url in tweet.urls)
        ):
            continue
        stated = {link.to for link in those}
        links = []
        for url in status_urls(tweet):
            to = standing.get(url.id, url.id)
            if to in stated or not older(to, tweet, tweets):
                continue
            if url.handle and to not in tweets:
                handles[to] = min(url.handle, handles.get(to, url.handle))
            evidence = f"links to {url.url}"
            links.append(
                Link(to, "quoted", "status_url", False, share, share, evidence)  # noqa: FBT003
            )
        if links:
            yield child, tuple(links)


def _may_speak(tweet: Tweet, names: Names) -> bool:
    """Tell whether a tweet has anything that could point at another."""
    text = tweet.text or ""
    return bool(
        "@" in text
        or "＠" in text
        or tweet.copied_from
        or tweet.mentions
        or tweet.reply_handle
        or ("/" in text and numbered(text))
        or next(status_urls(tweet), None)
        or names.in_text(text)
    )


def _relevant(
    tweets: Mapping[TweetId, Tweet],
    timed: Sequence[Tweet],
    accounts: Accounts,
    names: Names,
    standing: Mapping[TweetId, TweetId],
) -> list[Tweet]:
    """Return the tweets that can matter to those asked.

    They themselves, what they point at, and all that is by or to whom they name.
    """
    if _FEW * len(timed) > len(tweets):
        return list(tweets.values())
    voices: set[str] = set()
    ids = {tweet.id for tweet in timed}
    for tweet in timed:
        text = tweet.text or ""
        told = address(text)
        handles = [*told.lead, *told.inner]
        if tweet.reply_handle:
            handles.append(tweet.reply_handle.lower())
        voices.update(map(accounts.named, handles))
        voices.update(map(accounts.of, tweet.mentions))
        if tweet.author:
            voices.add(accounts.of(tweet.author))
        if named := names.in_text(text):
            voices.add(named.voice)
        pointed = [url.id for url in status_urls(tweet)]
        pointed += [source.tweet for source in tweet.copied_from]
        ids.update(standing.get(each, each) for each in pointed)
    return [
        each
        for each in tweets.values()
        if each.id in ids
        or (each.author and accounts.of(each.author) in voices)
        or (each.reply_handle and accounts.named(each.reply_handle.lower()) in voices)
    ]


class _Asked(NamedTuple):
    """What tweets that state nothing are asked against.

    Attributes:
        unsure: voices with tweets of unknown time, any of which may lie between.
        stating: most tweets state what they answer; then one that states
            nothing, and names somebody only inside, answers nobody.  Nor does
            one of which the platform says that it opens a conversation, unless
            it begins ".@x".
    """

    ledger: Ledger
    rules: Rules
    names: Names
    unsure: frozenset[str]
    stating: bool


def _inferred(asked: _Asked, number: int) -> Link | None:
    ledger, rules = asked.ledger, asked.rules
    ruled = rules.of(number)
    if ruled.link or ruled.silent:
        return ruled.link
    tweet = ledger.tweets[number]
    opens = tweet.conversation == tweet.id and not ledger.addresses[number].dot
    lead = ledger.leads[number] or (ledger.inners[number] and not asked.stating)
    if "mention" not in rules.without and lead and not opens:
        picked = pick(ledger, number, frozen())
        if picked:
            shut = _shut_out(asked, tweet, picked.number)
            return None if shut else mention_link(ledger, picked, frozen().version)
    found = _by_name(ledger, asked.names, number, rules.shares["name"])
    if found is None or _shut_out(asked, tweet, ledger.numbers[found.to]):
        return None
    return found


def _shut_out(asked: _Asked, tweet: Tweet, picked: int) -> bool:
    """Tell whether a picked tweet cannot be answered for sure.

    It is lost, or tweets of unknown time may lie between, or the platform counts
    the two in different conversations.
    """
    other = asked.ledger.tweets[picked]
    apart = (
        tweet.conversation not in {None, tweet.id}
        and other.conversation is not None
        and other.conversation != tweet.conversation
    )
    return other.ghost or apart or asked.ledger.voices[picked] in asked.unsure


def _by_name(ledger: Ledger, names: Names, number: int, share: float) -> Link | None:
    """Answer an account that is named by title and last name.

    Its latest tweet to the one who names it, or the only one that it sent in the
    24 hours before.
    """
    named = names.in_text(ledger.tweets[number].text or "")
    voice = ledger.voices[number]
    if named is None or named.voice == voice or not voice:
        return None
    since = ledger.minutes[number] - DAY
    latest = [
        each
        for each in ledger.before(named.voice, number, _LATEST)
        if ledger.minutes[each] >= since
    ]
    for other in reversed(latest):
        if voice in chain(ledger.leads[other], ledger.inners[other]):
            return name_link(
                ledger.tweets[other], named, "who addressed this author", share
            )
    if len(latest) == 1:
        only = "whose only tweet in the 24 hours before this is"
        return name_link(ledger.tweets[latest[0]], named, only, share)
    return None
