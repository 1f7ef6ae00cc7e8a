"""Whose voice a tweet is: accounts, handles and sides as numbers."""

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from tweetspat.accounts import who_is_who
from tweetspat.model import Account, Side, Tweet, TweetId
from tweetspat.naming import Naming
from tweetspat.problems import Place, Problem
from tweetspat.scan.rows import NOBODY
from tweetspat.scan.scanning import Scan
from tweetspat.sides import side_of, sides_by_account, united

__all__ = ["Named", "People", "as_tweets", "name_authors", "people"]

Key = tuple[str | None, str]


class People(NamedTuple):
    """Who the authors of a scan are, by their numbers there; NOBODY is NOBODY.

    Attributes:
        who: the numbers of one account are the same, whatever its handle.
        voice: the same, but those of one side are the same where sides are given.
        bare, bare_voice: the same of the handle alone, without the account id.
        handles: the handle.
        told_by_others: by handle in lower case its account id, where the tweets of one
            conversation may not tell it: accounts that were renamed, handles that
            stand without an id somewhere, or that several accounts have had (None).
        asked: the same of handles that were asked for.
    """

    who: "array[int]"
    voice: "array[int]"
    bare: "array[int]"
    bare_voice: "array[int]"
    handles: list[str]
    told_by_others: Mapping[str, str | None]
    asked: Mapping[str, str | None]


class Named(NamedTuple):
    """What it took to name authors that their records tell by the account id alone.

    Attributes:
        problems: what was odd.
        introducing: by account id the rows that tell what the account is called; see
            `Merging.introduce`.
    """

    problems: list[Problem]
    introducing: Mapping[str, list[int]]


def name_authors(scan: Scan) -> Named:
    """Fill the authors that other records tell of."""
    rows = scan.rows
    if not rows.unnamed:
        return Named([], {})
    accounts: dict[str, set[Account]] = {}
    for account in scan.known_accounts():
        if account.id:
            accounts.setdefault(account.id, set()).add(account)
    introducing = _introducing(scan)
    naming = Naming(accounts, scan.owners)
    for row, (account_id, archive) in rows.unnamed.items():
        found = naming.author(account_id, archive)
        if found is not None:
            rows.author[row] = scan.authors.number(found)
    return Named(naming.problems(), introducing)


def _introducing(scan: Scan) -> dict[str, list[int]]:
    """Return for accounts that are named elsewhere the oldest tweets by each handle."""
    rows, keys = scan.rows, scan.authors.keys
    asked = {id_ for id_, _ in rows.unnamed.values() if id_ is not None}
    wanted = {number for number, (id_, _) in enumerate(keys) if id_ in asked}
    oldest: dict[int, tuple[tuple[int, str], list[int]]] = {}
    for row, author in enumerate(rows.author if wanted else ()):
        if author not in wanted:
            continue
        age = rows.ids.age(rows.id[row])
        known = oldest.get(author)
        if known is None or age < known[0]:
            oldest[author] = age, [row]
        elif age == known[0]:
            known[1].append(row)
    found: dict[str, list[int]] = {}
    for author in sorted(oldest):
        id_, _ = keys[author]
        found.setdefault(id_ or "", []).extend(oldest[author][1])
    return found


def people(
    scan: Scan, senders: Iterable[int], sides: Sequence[Side], asked: Iterable[str] = ()
) -> People:
    """Return who is who.

    Args:
        scan: whose authors.
        senders: the authors of tweets, merged; others tell only a lesser copy.
        sides: those that are given; else those that case files state.
        asked: handles of which it matters in any conversation who has them.
    """
    keys = scan.authors.keys
    handles = [handle for _, handle in keys]
    sent = [keys[number] for number in dict.fromkeys(senders) if number != NOBODY]
    ids = _ids(sent)
    who, bare = _accounts(keys, ids)
    odd = _told_by_others(sent, ids)
    known = {each.lower(): ids.get(each.lower()) for each in asked}
    told = [side for case in scan.gathered.cases for side in case.sides]
    given = sides or [side for side in told if side.basis != "suggested"]
    if not given:
        return People(who, who, bare, bare, handles, odd, known)
    accounts = who_is_who(as_tweets(sent))
    stands = sides_by_account(united(given, accounts), accounts)
    voices, named = array("i", who), array("i", bare)
    names: dict[str, int] = {}
    for number, (id_, handle) in enumerate(keys):
        for account, those in ((id_, voices), (None, named)):
            side = side_of(Account(handle, None, account), stands, accounts)
            if side:
                own = names.setdefault(side.name, 2 * len(keys) + len(names))
                those[number] = own
    return People(who, voices, bare, named, handles, odd, known)


def _ids(sent: Iterable[Key]) -> dict[str, str | None]:
    """Return the account id of each handle, as `accounts.who_is_who` tells it."""
    ids: dict[str, str | None] = {}
    for id_, handle in sent:
        if id_ is not None and ids.setdefault(handle.lower(), id_) != id_:
            ids[handle.lower()] = None  # several accounts have had it
    return ids


def _told_by_others(
    sent: Iterable[Key], ids: Mapping[str, str | None]
) -> dict[str, str | None]:
    """Return what `People` has under that name."""
    first: dict[str, str] = {}
    found: set[str] = set()
    for id_, written in sent:
        handle = written.lower()
        before = first.setdefault(id_, handle) if id_ else handle
        if before != handle:
            found.add(before)
        if before != handle or not id_ or ids[handle] is None:
            found.add(handle)
    return {handle: ids[handle] for handle in found if handle in ids}


def _accounts(
    keys: Sequence[Key], ids: Mapping[str, str | None]
) -> "tuple[array[int], array[int]]":
    """Return who each author is, and who its handle is without the account id."""
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
