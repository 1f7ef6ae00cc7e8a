"""Handles that look like another account's: told of, never taken for one.

Alike are signs that the common fonts draw nearly alike, a choice from Unicode's
confusables (UTS #39): I, l and 1; O and 0; rn and m; vv and w; Cyrillic, Greek and
full-width letters for Latin ones; what cannot be seen; underscores at the ends or
in a row.  So is a handle with figures after it that also bears the other's name.
A difference in case alone is none: such handles are one account.
"""

import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import NamedTuple, TypeAlias

from tweetspat.accounts import Accounts
from tweetspat.model import Account, Turn, Tweet, TweetId
from tweetspat.problems import Problem
from tweetspat.visible import handle

__all__ = [
    "Lookalikes",
    "candidates",
    "concerning",
    "lookalikes",
    "marked",
    "skeleton",
    "skeletons",
]

_ALIKE = str.maketrans("I1|0", "lllo")
"""Signs that look like another as they are written."""

_CAPITAL_L = "\u029f"
"""A capital L looks like neither I nor l; it becomes a letter that handles do not have.
Not by the table, which is quick where it leads from ASCII to ASCII alone."""

_FOREIGN = str.maketrans(
    "аеёорсухѕіјԁһԛԝѵкмтАВЕКМНОРСТУХЅІЈӀӏαορνυικχϲωΑΒΕΖΗΙΚΜΝΟΡΤΥΧıɑɡɩøđħłØĐĦŁ",
    "aeeopcyxsijdhqwvkmtABEKMHOPCTYXSIJIlaopvuikxcwABEZHIKMNOPTYXiagiodhlODHL",
)
"""Cyrillic, Greek and Latin letters that look like one of A to Z."""

_UNSEEN = frozenset(("Mn", "Me", "Cf", "Cc", "Cs", "Zs"))
_FILLERS = "\u115f\u1160\u3164\uffa0"

_FIGURES = "0123456789_"
_SHORTEST = 4
"""Letters in a handle for which the same with figures after it is no chance."""

_MOST_NAMED = 3

_Group: TypeAlias = Mapping[str, str]
"""Accounts that look alike: what each is compared by, and its handle."""


class Lookalikes(NamedTuple):
    """The accounts of a heap that look like another.

    Attributes:
        groups: accounts that look alike.
        of: the numbers of the groups that an account is in.
        first: the earliest tweet of each such account.
        accounts: who is who among them.
    """

    groups: Sequence[_Group]
    of: Mapping[str, Sequence[int]]
    first: Collection[TweetId]
    accounts: Accounts

    def account(self, author: Account | None) -> str | None:
        """Return by what an author is known in `of`; None for all others.

        A handle that two accounts have had is one there, whoever of them speaks.
        """
        if author is None:
            return None
        account, own = self.accounts.of(author), author.key
        return account if account in self.of else own if own in self.of else None


def skeleton(written: str) -> str:
    """Return what a handle looks like: two that look alike give the same.

    Args:
        written: the handle as its owner wrote it; its looks depend on case.
    """
    return _drawn(written if written.isascii() else _latin(written)).strip("_")


def skeletons(handles: Collection[str]) -> list[str]:
    """Return what each of some handles looks like, in their order.

    Cost:
        A fifth of one by one, where all are ASCII without line ends.
    """
    together = "\n".join(handles)
    if together.isascii() and together.count("\n") == len(handles) - 1:
        return [looks.strip("_") for looks in _drawn(together).split("\n")]
    return [*map(skeleton, handles)]


def _drawn(text: str) -> str:
    """Draw signs that look alike in one way."""
    looks = text.translate(_ALIKE).replace("L", _CAPITAL_L).replace("rn", "m")
    looks = looks.replace("vv", "w").replace("VV", "w").lower()
    while "__" in looks:
        looks = looks.replace("__", "_")
    return looks


def _latin(written: str) -> str:
    """Return the letters that a handle of other letters passes for."""
    seen = (
        each
        for each in unicodedata.normalize("NFKD", written)
        if unicodedata.category(each) not in _UNSEEN and each not in _FILLERS
    )
    return "".join(seen).translate(_FOREIGN)


def lookalikes(tweets: Collection[Tweet], accounts: Accounts) -> Lookalikes | None:
    """Return the authors that look like another author of the heap, if any do.

    Cost:
        O(n) in the tweets; each spelling of a handle is looked at once.
    """
    spelt = {author.handle for tweet in tweets if (author := tweet.author)}
    groups = [
        *_looking_alike(spelt, accounts),
        *_named_alike(spelt, tweets, accounts),
    ]
    if not groups:
        return None
    groups.sort(key=lambda group: [*group.values()])
    of: dict[str, list[int]] = {}
    for number, group in enumerate(groups):
        for each in group:
            of.setdefault(each, []).append(number)
    found = Lookalikes(groups, of, (), accounts)
    first: dict[str, Tweet] = {}
    for tweet in tweets:
        account = found.account(tweet.author)
        if account is not None:
            before = first.setdefault(account, tweet)
            if tweet.rank < before.rank:
                first[account] = tweet
    return found._replace(first=frozenset(tweet.id for tweet in first.values()))


def candidates(spelt: Collection[str]) -> set[str]:
    """Return the handles that may look like another of some; tweets tell if they do.

    Args:
        spelt: handles as their owners wrote them, each once.

    Cost:
        O(n); nearly always none are left.
    """
    found: set[str] = set()
    for those in _clashing(spelt):
        if len({written.lower() for written in those}) > 1:
            found.update(those)
    for bare, numbered in _stems(spelt):
        found.update(bare, numbered)
    return found


def concerning(
    alike: Lookalikes, authors: Mapping[TweetId, Account]
) -> Lookalikes | None:
    """Return what it takes to mark one conversation; None where nothing is told.

    Args:
        alike: that of the whole heap.
        authors: of the conversation's tweets; others than those of `of` change nothing.

    Cost:
        O(n) in these, whatever the size of the groups.
    """
    speaking: dict[str, set[str]] = {}
    first: dict[str, TweetId] = {}
    for id_, author in authors.items():
        account = alike.account(author)
        if account is not None:
            speaking.setdefault(account, set()).add(author.key)
            if id_ in alike.first:
                first[account] = id_
    here = Counter(number for each in speaking for number in alike.of[each])
    elsewhere = {number for each in first for number in alike.of[each]}
    kept = sorted({number for number in here if here[number] > 1} | elsewhere)
    if not kept:
        return None
    groups = [
        {
            account: written
            for at, (account, written) in enumerate(alike.groups[number].items())
            if account in speaking or (number in elsewhere and at <= _MOST_NAMED)
        }
        for number in kept
    ]
    of = {
        account: [at for at, number in enumerate(kept) if number in alike.of[account]]
        for account in sorted(speaking)
    }
    named = {account for account, numbers in of.items() if numbers}
    for each in {*of} - named:
        if not speaking[each] & named:
            del of[each]  # else it would be taken for the other with its handle
    ids = alike.accounts.ids
    keys = sorted(key for each in of for key in speaking[each] if key in ids)
    told = Accounts({key: ids[key] for key in keys})
    return Lookalikes(groups, of, tuple(sorted(first.values())), told)


def _looking_alike(spelt: Collection[str], accounts: Accounts) -> Iterator[_Group]:
    """Yield handles that only signs tell apart which look alike."""
    for those in _clashing(spelt):
        yield from _several(those, accounts)


def _clashing(spelt: Collection[str]) -> Iterable[list[str]]:
    """Return the spellings that look alike, together."""
    looking = skeletons(spelt)
    if len({*looking}) == len(looking):
        return ()  # as nearly everywhere
    seen: dict[str, str] = {}
    clashing: dict[str, list[str]] = {}
    for written, looks in zip(spelt, looking, strict=True):
        other = seen.setdefault(looks, written)
        if other != written and looks:
            clashing.setdefault(looks, [other]).append(written)
    return clashing.values()


def _named_alike(
    spelt: Collection[str], tweets: Iterable[Tweet], accounts: Accounts
) -> Iterator[_Group]:
    """Yield handles that only figures tell apart and that bear the same name."""
    stems = _stems(spelt)
    asked = {each for stem in stems for those in stem for each in those}
    names: dict[str, set[str]] = {}
    for tweet in tweets if asked else ():
        author = tweet.author
        if author and author.name and author.handle in asked:
            folded = " ".join(author.name.casefold().split())
            names.setdefault(author.handle, set()).add(folded)
    for bare, numbered in stems:
        own = set().union(*(names.get(each, ()) for each in bare))
        same = [each for each in numbered if own & names.get(each, set())]
        if same:
            yield from _several((*bare, *same), accounts)


def _stems(spelt: Collection[str]) -> list[tuple[list[str], list[str]]]:
    """Return the spellings of handles that also stand with figures, and those."""
    numbered: dict[str, list[str]] = {}
    for written in spelt:
        if written.rstrip("_")[-1:].isdigit():
            stem = written.lower().lstrip("_").rstrip(_FIGURES)
            if len(stem) >= _SHORTEST:
                numbered.setdefault(stem, []).append(written)
    bare: dict[str, list[str]] = {}
    for written in spelt if numbered else ():
        if written.lower().strip("_") in numbered:
            bare.setdefault(written.lower().strip("_"), []).append(written)
    return [(those, numbered[stem]) for stem, those in bare.items()]


def _several(those: Iterable[str], accounts: Accounts) -> Iterator[_Group]:
    """Yield the accounts of some handles as a group where they are more than one."""
    group: dict[str, str] = {}
    for written in sorted(those):
        group.setdefault(accounts.named(written.lower()), written)
    if len(group) > 1:
        yield group


def marked(turns: Sequence[Turn], alike: Lookalikes) -> tuple[Turn, ...]:
    """Return turns whose problems tell of look-alike handles.

    Told where an account first speaks in a spat in which another looks like it;
    for those that look like one of another spat, at their first tweet of all.

    Cost:
        O(n) in the turns.
    """
    here: dict[int, dict[str, str]] = {}
    speaks: dict[str, int] = {}
    first: set[str] = set()
    for at, turn in enumerate(turns):
        author = turn.tweet.author
        account = alike.account(author)
        if author and account is not None:
            speaks.setdefault(account, at)
            if turn.tweet.id in alike.first:
                first.add(account)
            for number in alike.of[account]:
                here.setdefault(number, {}).setdefault(account, author.handle)
    found = list(turns)
    for account, at in speaks.items():
        numbers = alike.of[account]
        nearest = [here[number] for number in numbers]
        others = [alike.groups[number] for number in numbers if account in first]
        named = _others(account, [*nearest, *others])
        if named:
            found[at] = _told(turns[at], named)
    return tuple(found)


def _others(account: str, groups: Iterable[_Group]) -> list[str]:
    """Return the handles of the first few that an account looks like."""
    found: dict[str, str] = {}
    for group in groups:
        those = (item for item in group.items() if item[0] != account)
        for other, written in islice(those, _MOST_NAMED):
            found.setdefault(other, written)
    return [*found.values()][:_MOST_NAMED]


def _told(turn: Turn, others: Sequence[str]) -> Turn:
    """Return a turn that tells of those that its author looks like, once."""
    own = turn.tweet.author.handle if turn.tweet.author else ""
    named = " and ".join(f"@{handle(each)} ({_apart(own, each)})" for each in others)
    message = f"@{handle(own)} is not {named}: look-alike handles, kept apart"
    if any(message == problem.message for problem in turn.problems):
        return turn  # an earlier output of this tool, read again, says it already
    problem = Problem("lookalike-handle", message, turn.tweet.place)
    return turn._replace(problems=(*turn.problems, problem))


_SIGNS = {
    "I": "a capital i",
    "l": "a small L",
    "1": "the figure 1",
    "O": "a capital o",
    "o": "a small o",
    "0": "the figure 0",
}


def _apart(own: str, other: str) -> str:
    """Say what tells two handles apart that look alike."""
    if skeleton(own) != skeleton(other):
        return "which bears the same name"
    if own.lower() == other.lower():
        return "which has another id"
    if len(own) != len(other):
        return f"{len(own)} characters, not {len(other)}"
    at = next(
        number
        for number, (one, two) in enumerate(zip(own, other, strict=True))
        if one.lower() != two.lower()
    )
    return f"character {at + 1} is {_sign(own[at])}, not {_sign(other[at])}"


def _sign(sign: str) -> str:
    return _SIGNS.get(sign) or (sign if sign.isascii() else f"U+{ord(sign):04X}")
