"""One tweet seen many times: which copy wins, and what differed.

Copies come from repeated lines, several files and shapes, the tweets that quotes
and retweets carry inside them, and the versions of an edited tweet.  What other
records tell of authors and of lost tweets is joined here too.  The result does
not depend on the order in which anything was read.
"""

import os.path
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from itertools import chain
from operator import itemgetter
from typing import NamedTuple

from tweetspat.copies import (
    FATES,
    THERE,
    merged_copies,
    richer,
    richest_first,
    say_the_same,
)
from tweetspat.model import Account, Notice, Owner, Tweet, TweetId
from tweetspat.naming import Naming, archived_in
from tweetspat.problems import Place, Problem
from tweetspat.versions import join_versions

__all__ = ["Merged", "Merging", "last_word", "merge", "told_of"]


class Merged(NamedTuple):
    """One tweet an id, and what a reader should know of the whole.

    Attributes:
        notices: what is said of tweets, by id, the last word only.
        versions: for each earlier version's id, the id that stands for it.
    """

    tweets: dict[TweetId, Tweet]
    problems: list[Problem]
    notices: Mapping[TweetId, Notice]
    versions: Mapping[TweetId, TweetId]


def merge(records: Iterable[Tweet]) -> tuple[dict[TweetId, Tweet], list[Problem]]:
    """Return one tweet for each id, and what a reader should know of the whole.

    The richest copy wins: a record of its own before one nested in another
    tweet, whole text before cut, more text before less, then the first place.
    What it lacks is filled from the others; a text or author that differs is
    kept in `copies`.

    Cost:
        O(n) time; memory for one tweet an id, plus the copies that differ.
    """
    merging = Merging()
    for tweet in records:
        merging.add(tweet)
    merged = merging.merged()
    return merged.tweets, merged.problems


class Merging:
    """A merge that is fed one record after another, and forgets plain repeats."""

    def __init__(self) -> None:
        self._first: dict[TweetId, Tweet] = {}
        self._others: defaultdict[TweetId, list[Tweet]] = defaultdict(list)
        self._repeats: defaultdict[str, int] = defaultdict(int)
        self._accounts: dict[str, set[Account]] = {}
        self._signed: dict[
            tuple[str, str], tuple[tuple[int, str, bool, str], Account]
        ] = {}
        self._owners: dict[str, set[Account]] = {}
        self._notices: dict[TweetId, Notice] = {}
        self._edited: list[tuple[TweetId, tuple[TweetId, ...]]] = []
        self._anonymous = False

    def add(self, tweet: Tweet) -> None:
        """Take one record in."""
        if tweet.versions:
            self._edited.append((tweet.id, tweet.versions))
        if tweet.author is None:
            self._anonymous = True
        first = self._first.setdefault(tweet.id, tweet)
        if first is tweet:
            return
        if not say_the_same(first, tweet):
            self._others[tweet.id].append(tweet)
            return
        if tweet.nested_in is not None and first.nested_in is None:
            return  # a nested copy is never the richer one, nor counts as a repeat
        if richer(tweet, first) is tweet:
            self._first[tweet.id], tweet = tweet, first
        self._repeated(tweet)

    def _repeated(self, tweet: Tweet) -> None:
        """Count a record that repeats another; what a page includes does not."""
        if tweet.nested_in is None and ".includes." not in tweet.record.path:
            self._repeats[tweet.record.file] += 1

    def account(self, account: Account) -> None:
        """Take in an account, for the tweets that name their author by its id."""
        if account.id:
            self._accounts.setdefault(account.id, set()).add(account)

    def introduce(self, tweet: Tweet) -> None:
        """Take in the account that a tweet is by, as `account` does.

        What it is called counts as its oldest tweet under that handle tells it: so one
        that reads some tweets only knows which.
        """
        author = tweet.author
        if author and author.id:
            key = author.id, author.handle
            name = author.name or ""
            signed = (len(tweet.id), tweet.id, not name, name), author
            self._signed[key] = min(
                self._signed.get(key, signed), signed, key=itemgetter(0)
            )

    def owner(self, owner: Owner) -> None:
        """Take in whose archive the files of a folder are."""
        folder = os.path.dirname(owner.place.file)
        self._owners.setdefault(folder, set()).add(owner.account)

    def notice(self, notice: Notice) -> None:
        """Take in what a file says of a tweet without having it."""
        known = self._notices.get(notice.id)
        if known is None or last_word(notice) < last_word(known):
            self._notices[notice.id] = notice

    def merged(self) -> Merged:
        """Return the tweets by id, what is said of them, and what was odd."""
        problems: list[Problem] = []
        named = self._named() if self._notices else set()
        if self._anonymous:
            problems += self._name_authors()
        for id_, others in self._others.items():
            copies = sorted([self._first[id_], *others], key=richest_first)
            self._first[id_] = merged_copies(copies)
            for copy in copies[1:]:
                self._repeated(copy)
        versions = join_versions(self._first, self._edited)
        for notice in list(self._notices.values()):
            if notice.id in versions:
                self.notice(notice._replace(id=versions[notice.id]))
        for id_ in self._notices.keys() & self._first.keys():
            self._first[id_] = _noticed(self._first[id_], self._notices[id_])
        problems += self._untold(named | versions.keys())
        problems += [
            Problem(
                "duplicate",
                f"{count} of its records repeat a tweet that stands elsewhere too "
                "(duplicates); each tweet is shown once",
                Place(file, 0),
            )
            for file, count in sorted(self._repeats.items())
        ]
        return Merged(self._first, problems, self._notices, versions)

    def _name_authors(self) -> list[Problem]:
        """Fill authors that another record tells of; say whose stay unknown."""
        for tweet in chain(self._first.values(), *self._others.values()):
            self.introduce(tweet)
        for _, account in self._signed.values():
            self.account(account)
        naming = Naming(self._accounts, self._owners)

        def named(tweet: Tweet) -> Tweet:
            if tweet.author is not None:
                return tweet
            found = naming.author(tweet.author_id, archived_in(tweet))
            if found is not None:
                return tweet._replace(author=found)
            return tweet if tweet.author_id is None else _nobody(tweet)

        for id_, tweet in self._first.items():
            self._first[id_] = named(tweet)
        for id_, others in self._others.items():
            self._others[id_] = [named(tweet) for tweet in others]
        return naming.problems()

    def _named(self) -> set[TweetId | None]:
        """Return every id that some record speaks of."""
        every = chain(self._first.values(), *self._others.values())
        return {id_ for tweet in every for id_ in _names(tweet)}

    def _untold(self, named: Collection[TweetId | None]) -> Iterator[Problem]:
        """Yield how many tweets each file tells of that nothing else names."""
        counts = Counter(
            (notice.place.file, notice.state)
            for notice in self._notices.values()
            if notice.id not in named
        )
        for (file, state), count in sorted(counts.items()):
            yield told_of(file, state, count)


def _names(tweet: Tweet) -> Iterator[TweetId | None]:
    """Yield every id that a record speaks of."""
    yield from (tweet.id, tweet.reply_to, tweet.quotes, tweet.repeats, tweet.answers)
    yield from tweet.versions
    for link in tweet.kept.links if tweet.kept else ():
        yield link.to


def told_of(file: str, state: str, count: int) -> Problem:
    """Say that a file tells of tweets that nothing else names."""
    message = (
        f"it tells of tweets that are {state}: {count}, which are not in the data, nor "
        "does any tweet there name them"
    )
    return Problem("notices", message, Place(file, 0))


def last_word(notice: Notice) -> tuple[int, str, int, str]:
    """Sort what is said of one tweet: the last word first."""
    rank = FATES.index(notice.state) if notice.state in FATES else len(FATES)
    return rank, notice.place.file, notice.place.line, notice.place.path


def _noticed(tweet: Tweet, notice: Notice) -> Tweet:
    """Say of a tweet that is there what became of it on the platform."""
    if notice.state == "missing" or tweet.state not in THERE:
        return tweet
    source = f"{notice.reason} ({notice.place})"
    return tweet._replace(state=notice.state, sources=(*tweet.sources, source))


def _nobody(tweet: Tweet) -> Tweet:
    message = (
        f"its author is account {tweet.author_id}, whose handle is not in the data"
    )
    problem = Problem("unknown-author", message, tweet.place)
    return tweet._replace(problems=(*tweet.problems, problem))
