"""Who stands where: as it is given, else as who answers whom suggests it.

A suggestion is two camps.  Their core are the two voices with the most back and
forth; whoever else argued with one camp, plainly and not with the other, stands
opposite it.  Everybody else is a bystander.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from tweetspat.accounts import Accounts
from tweetspat.model import Account, Link, Side, Tweet, TweetId
from tweetspat.problems import UsageError

__all__ = [
    "Cast",
    "account_key",
    "answers",
    "side_of",
    "side_option",
    "sides_by_account",
    "suggested",
    "united",
]

_CLEAR = 2
"""Answers each way that show which camp a further voice argues with."""

_MOSTLY = 3
"""How many times as many they must be as those exchanged with the other camp."""


class Cast(NamedTuple):
    """Who takes part in a spat, as a cast file tells it.

    Attributes:
        sides: who stands where, each with the IANA name of its clock or None.
        names: what an account is called in words, such as "Col. Warren"; by
            handle in lower case, or "#" and the account id.
        zones: IANA names of the accounts' own clocks, by the same.
    """

    sides: tuple[Side, ...] = ()
    names: Mapping[str, tuple[str, ...]] = MappingProxyType({})
    zones: Mapping[str, str] = MappingProxyType({})


def side_option(option: str) -> Side:
    """Read `NAME=@handle,@handle` as a side; an account id is written `#123`.

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


def account_key(written: str, accounts: Accounts) -> str:
    """Return what an account is compared by that stands as a handle or as "#id"."""
    return written if written.startswith("#") else accounts.named(written.lower())


def united(sides: Iterable[Side], accounts: Accounts) -> tuple[Side, ...]:
    """Return sides in which every account stands on one: the first that names it.

    Sides of one name, compared without case, are one, whose clock is the first
    told.  A side that keeps no account is left out.

    Args:
        sides: the strongest first.
        accounts: which handles are one account.
    """
    kept: dict[str, Side] = {}
    stands: dict[str, str] = {}
    for side in sides:
        name = side.name.casefold()
        own = [
            written
            for written in side.accounts
            if stands.setdefault(account_key(written, accounts), name) == name
        ]
        before = kept.setdefault(name, side._replace(accounts=()))
        spelt = {each.lower(): each for each in reversed((*before.accounts, *own))}
        kept[name] = before._replace(
            accounts=tuple(spelt.values())[::-1], zone=before.zone or side.zone
        )
    return tuple(side for side in kept.values() if side.accounts)


def sides_by_account(sides: Iterable[Side], accounts: Accounts) -> dict[str, Side]:
    """Return the side of each account; the first side that names it counts."""
    found: dict[str, Side] = {}
    for side in sides:
        for written in side.accounts:
            found.setdefault(account_key(written, accounts), side)
    return found


def side_of(
    author: Account | None, by_account: Mapping[str, Side], accounts: Accounts
) -> Side | None:
    """Return the side that an author stands on, or None.

    A handle that two accounts have had, one after the other, means both.
    """
    if author is None:
        return None
    return by_account.get(accounts.of(author)) or by_account.get(author.key)


def suggested(
    order: Sequence[TweetId],
    tweets: Mapping[TweetId, Tweet],
    links: Mapping[TweetId, tuple[Link, ...]],
    accounts: Accounts,
) -> tuple[Side, ...]:
    """Return two camps of voices that answer each other, or nothing.

    Nothing is suggested where no two voices have answered each other.

    Args:
        order: the ids of one conversation as they are printed.
        tweets: its tweets; what a link names beyond them is passed over.
        links: by child.
        accounts: which handles are one account.

    Returns:
        Two sides, that which speaks first before the other, named by the handles
        of the core; or ().

    Cost:
        O(n) in the tweets and links.
    """
    voices: dict[TweetId, str] = {}
    for id_ in order:
        author = tweets[id_].author
        if author:
            voices[id_] = accounts.of(author)
    counted = answers(order, voices, links)
    exchanged = _exchanged(counted)
    if not exchanged:
        return ()
    core = _core(counted, Counter(voices.values()))
    camps = _camps(core, exchanged)
    names: list[dict[str, str]] = [{}, {}]
    leads = ["", ""]
    for id_, voice in voices.items():
        author = tweets[id_].author
        if author and voice in camps:
            camp = camps[voice]
            known = accounts.named(author.key) == voice
            written = author.handle if known else voice
            names[camp].setdefault(written.lower(), written)
            if voice in core and not leads[camp]:
                leads[camp] = f"@{written}" if known else written
    sides = [
        Side(lead, tuple(handles.values()), None, "suggested")
        for lead, handles in zip(leads, names, strict=True)
    ]
    first = next(camps[voice] for voice in voices.values() if voice in camps)
    return sides[first], sides[1 - first]


def answers(
    order: Iterable[TweetId],
    voices: Mapping[TweetId, str],
    links: Mapping[TweetId, tuple[Link, ...]],
) -> Counter[tuple[str, str]]:
    """Count the tweets in which one voice answers another.

    Args:
        order: ids of tweets.
        voices: who each tweet is by, where that is known.
        links: by child; what they name beyond `voices` is passed over.
    """
    return Counter(
        (voices[id_], other)
        for id_ in order
        if id_ in links and id_ in voices
        for other in _answered(links[id_], voices)
        if other != voices[id_]
    )


def _answered(links: tuple[Link, ...], voices: Mapping[TweetId, str]) -> Iterator[str]:
    """Yield the voices that a tweet answers, each once."""
    yield from dict.fromkeys(voices[link.to] for link in links if link.to in voices)


def _exchanged(counted: Counter[tuple[str, str]]) -> dict[str, dict[str, int]]:
    """Return for each voice those it answers and who answer it: how often each way.

    Of two that answer each other unequally often the smaller number counts.
    """
    found: dict[str, dict[str, int]] = {}
    for (one, other), count in counted.items():
        back = counted.get((other, one))
        if back:
            found.setdefault(one, {})[other] = min(count, back)
    return found


def _core(counted: Counter[tuple[str, str]], spoken: Counter[str]) -> tuple[str, str]:
    """Return the two voices with the most back and forth.

    Of equals those with more answers in all, then those who speak more, then
    those of whom one answers the other first.
    """
    return max(
        (pair for pair in counted if pair[::-1] in counted),
        key=lambda pair: (
            min(counted[pair], counted[pair[::-1]]),
            counted[pair] + counted[pair[::-1]],
            spoken[pair[0]] + spoken[pair[1]],
        ),
    )


def _camps(
    core: tuple[str, str], exchanged: Mapping[str, Mapping[str, int]]
) -> dict[str, int]:
    """Return the camp, 0 or 1, of each voice that stands in one.

    Voices join in rounds, opposite the camp that they plainly argue with; every
    exchange is looked at once from each end.
    """
    camps = dict(zip(core, (0, 1), strict=True))
    tallies: dict[str, list[int]] = {}
    newest = [*core]
    while newest:
        for voice in newest:
            for other, count in exchanged[voice].items():
                tallies.setdefault(other, [0, 0])[camps[voice]] += count
        touched = dict.fromkeys(each for voice in newest for each in exchanged[voice])
        newest = []
        for voice in touched:
            against = tallies[voice]
            most, least = max(against), min(against)
            if voice not in camps and most >= _CLEAR and most >= _MOSTLY * least:
                newest.append(voice)
        camps |= {voice: int(tallies[voice][0] > tallies[voice][1]) for voice in newest}
    return camps
