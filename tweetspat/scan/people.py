"""Whose voice a tweet is: accounts, handles and sides as numbers."""

from array import array
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from tweetspat.accounts import who_is_who
from tweetspat.model import Account, Side, Tweet, TweetId
from tweetspat.naming import Naming
from tweetspat.problems import Place, Problem
from tweetspat.scan.rows import NOBODY
from tweetspat.scan.scanning import Scan
from tweetspat.sides import side_of, sides_by_account, united

__all__ = ["People", "as_tweets", "name_authors", "people"]

Key = tuple[str | None, str]


class People(NamedTuple):
    """Who the authors of a scan are, by their numbers there; NOBODY is NOBODY.

    Attributes:
        who: the numbers of one account are the same, whatever its handle.
        voice: the same, but those of one side are the same where sides are given.
        bare, bare_voice: the same of the handle alone, without the account id.
        handles: the handle.
    """

    who: "array[int]"
    voice: "array[int]"
    bare: "array[int]"
    bare_voice: "array[int]"
    handles: list[str]


def name_authors(scan: Scan) -> list[Problem]:
    """Fill the authors that other records tell of; return what was odd."""
    rows = scan.rows
    if not rows.unnamed:
        return []
    accounts: dict[str, set[Account]] = {}
    for id_, handle in scan.authors.keys:
        if id_ is not None:
            accounts.setdefault(id_, set()).add(Account(handle, None, id_))
    for account in scan.accounts:
        if account.id:
            accounts.setdefault(account.id, set()).add(account)
    naming = Naming(accounts, scan.owners)
    for row, (account_id, archive) in rows.unnamed.items():
        found = naming.author(account_id, archive)
        if found is not None:
            rows.author[row] = scan.authors.number(found)
    return naming.problems()


def people(scan: Scan, sides: Sequence[Side]) -> People:
    """Return who is who.

    Args:
        scan: whose authors.
        sides: those that are given; else those that case files state.
    """
    keys = scan.authors.keys
    handles = [handle for _, handle in keys]
    who, bare = _accounts(keys)
    told = [side for case in scan.gathered.cases for side in case.sides]
    given = sides or [side for side in told if side.basis != "suggested"]
    if not given:
        return People(who, who, bare, bare, handles)
    accounts = who_is_who(as_tweets(keys))
    stands = sides_by_account(united(given, accounts), accounts)
    voices, named = array("i", who), array("i", bare)
    names: dict[str, int] = {}
    for number, (id_, handle) in enumerate(keys):
        for account, those in ((id_, voices), (None, named)):
            side = side_of(Account(handle, None, account), stands, accounts)
            if side:
                own = names.setdefault(side.name, 2 * len(keys) + len(names))
                those[number] = own
    return People(who, voices, bare, named, handles)


def _accounts(keys: Sequence[Key]) -> "tuple[array[int], array[int]]":
    """Return who each author is, and who its handle is without the account id.

    As `accounts.who_is_who` tells it.
    """
    ids: dict[str, str | None] = {}
    for id_, handle in keys:
        if id_ is not None and ids.setdefault(handle.lower(), id_) != id_:
            ids[handle.lower()] = None  # several accounts have had it
    numbers: dict[str, int] = {}
    who, bare = array("i"), array("i")
    for id_, handle in keys:
        named = ids.get(handle.lower()) or f"@{handle.lower()}"
        bare.append(numbers.setdefault(named, len(numbers)))
        who.append(numbers.setdefault(id_ or named, len(numbers)))
    who.append(NOBODY)
    bare.append(NOBODY)
    return who, bare


def as_tweets(keys: Sequence[Key]) -> Iterator[Tweet]:
    """Yield authors as `who_is_who` takes them."""
    place = Place("", 0)
    for id_, handle in keys:
        author = Account(handle, None, id_)
        yield Tweet(TweetId(""), author, None, None, None, place)
