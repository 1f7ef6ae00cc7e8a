"""Who stands where in a conversation, and whose clock is known there."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tweetspat.accounts import Accounts
from tweetspat.lookalikes import Lookalikes
from tweetspat.model import Case, Link, Side, Tweet, TweetId
from tweetspat.problems import Problem
from tweetspat.said_times import OwnZone
from tweetspat.sides import Cast, account_key, sides_by_account, suggested, united
from tweetspat.visible import handle
from tweetspat.zones import zone

__all__ = ["Stands", "clock_of", "stands_given", "stands_here", "unknown_accounts"]

_MOST_TOLD = 5
_LENGTHS = 2
_ALIKE = 0.75


class Stands(NamedTuple):
    """Who is who, who stands where, and whose clock is known.

    Attributes:
        by_account: the side of each account.
        clocks: the clock of each side, by its name.
        own: accounts' own clocks.
        alike: the accounts that look like another.
    """

    accounts: Accounts
    sides: tuple[Side, ...]
    by_account: Mapping[str, Side]
    clocks: Mapping[str, OwnZone | None]
    own: Mapping[str, OwnZone]
    alike: Lookalikes | None


def stands_given(
    sides: Sequence[Side],
    cast: Cast,
    accounts: Accounts,
    alike: Lookalikes | None,
) -> Stands:
    """Return who stands where as the user says it, for all conversations.

    Args:
        sides: they come before those of the cast.
        cast: also tells the clocks of single accounts.
        accounts: who is who.
        alike: the accounts that look like another.
    """
    own = {
        account_key(written, accounts): OwnZone(found, "zone that the cast tells")
        for written, name in cast.zones.items()
        if (found := zone(name))
    }
    given = united([*sides, *cast.sides], accounts)
    return _with(given, Stands(accounts, (), {}, {}, own, alike))


def stands_here(
    case: Case | None,
    score: int,
    order: Sequence[TweetId],
    tweets: Mapping[TweetId, Tweet],
    links: Mapping[TweetId, tuple[Link, ...]],
    given: Stands,
) -> Stands:
    """Return who stands where in one conversation.

    Those given come first, then a case file's; an earlier output of this tool is
    as it was.  Where nobody tells, sides are suggested.

    Args:
        case: what a case file says of it.
        score: how many answers its two hottest voices exchanged.
        order: its tweets as they are printed.
        tweets: the same by id.
        links: by child.
        given: what holds for all conversations.
    """
    told = case.sides if case else ()
    if case and case.order and not given.sides:
        return _with(told, given)
    stated = [side for side in told if side.basis != "suggested"]
    if stated:
        return _with(united([*given.sides, *stated], given.accounts), given)
    if given.sides or not score:
        return given  # where nobody answered back there are no camps
    found = suggested(order, tweets, links, given.accounts)
    return _with(found, given) if found else given


def clock_of(tweet: Tweet, side: Side | None, stands: Stands) -> OwnZone | None:
    """Return the author's own clock where the cast tells it, else the side's."""
    if stands.own and tweet.author:
        own = stands.own.get(stands.accounts.of(tweet.author))
        if own:
            return own
    return stands.clocks[side.name] if side else None


def _with(sides: tuple[Side, ...], stands: Stands) -> Stands:
    """Return the same with other sides."""
    return stands._replace(
        sides=sides,
        by_account=sides_by_account(sides, stands.accounts),
        clocks={side.name: _clock(side) for side in sides},
    )


def _clock(side: Side) -> OwnZone | None:
    found = zone(side.zone) if side.zone else None
    return OwnZone(found, f"zone of the author's side, {side.name}") if found else None


def unknown_accounts(
    sides: Iterable[Side], cast: Cast, tweets: Iterable[Tweet]
) -> list[Problem]:
    """Return one problem that names the accounts that nobody here is, or nothing.

    Args:
        sides: as they stand on the command line.
        cast: its sides, names and clocks name accounts, too.
        tweets: whose authors and mentioned accounts are here.

    Cost:
        O(n) in the tweets, nothing where no account is named; each of the first
        few that are not here is compared with all handles of about its length.
    """
    on_sides = [each for side in (*sides, *cast.sides) for each in side.accounts]
    named: dict[str, str] = {}
    for written in (*on_sides, *cast.names, *cast.zones):
        named.setdefault(written.lower(), written)
    if not named:
        return []
    here: dict[str, str] = {}
    for tweet in tweets:
        here.update(_accounts(tweet))
    unknown = [named[key] for key in named if key not in here]
    if not unknown:
        return []
    told = [_unknown(each, here) for each in unknown[:_MOST_TOLD]]
    more = len(unknown) - len(told)
    others = f" and {more:,} more" if more else ""
    message = f"nobody here is {', '.join(told)}{others}; correct the side or the cast"
    return [Problem("unknown-account", message)]


def _accounts(tweet: Tweet) -> Iterator[tuple[str, str]]:
    """Yield the handles and ids that a record names, as they are compared."""
    for account in (tweet.author, *tweet.mentions):
        if account:
            yield account.key, account.handle
            if account.id:
                yield f"#{account.id}", f"#{account.id}"
    if tweet.reply_handle:
        yield tweet.reply_handle.lower(), tweet.reply_handle


def _unknown(written: str, here: Mapping[str, str]) -> str:
    """Name an account that is not here, and the one that may be meant."""
    if written.startswith("#"):
        return handle(written)
    from difflib import get_close_matches

    key = written.lower()
    near = [
        each
        for each in here
        if abs(len(each) - len(key)) <= _LENGTHS and not each.startswith("#")
    ]
    close = get_close_matches(key, near, 1, _ALIKE)
    meant = f" (did you mean @{handle(here[close[0]])}?)" if close else ""
    return f"@{handle(written)}{meant}"
