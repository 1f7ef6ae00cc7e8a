"""Some conversations of a scan, read again and put together by themselves."""

from collections.abc import Iterator, Mapping
from datetime import tzinfo
from typing import NamedTuple

from tweetspat.conversations import Cut
from tweetspat.linking import Infer, linked, linked_inside
from tweetspat.lookalikes import Lookalikes
from tweetspat.merge import Merging
from tweetspat.model import (
    Account,
    Basis,
    Case,
    Heap,
    Notice,
    Owner,
    Side,
    Spat,
    Tweet,
    TweetId,
)
from tweetspat.problems import NothingReadable, Place
from tweetspat.readers import api_v1
from tweetspat.reconstruction import one_case
from tweetspat.scan.nodes import NONE
from tweetspat.scan.records import Record, close_files, tweets_in
from tweetspat.scan.rows import instant
from tweetspat.sides import Cast
from tweetspat.spats import Group, put_together
from tweetspat.standing import stands_given

__all__ = ["Excerpt", "Piece", "Reading", "Repeat"]


class Reading(NamedTuple):
    """How conversations are read: what holds for all of them.

    Attributes:
        naive: the zone of stamps that have none.
        sides, cast: who is said to stand where.
        infer: which inferred links are shown, inside each conversation.
        without: inferred links of these bases are left out.
    """

    naive: tzinfo | None = None
    sides: tuple[Side, ...] = ()
    cast: Cast = Cast()
    infer: Infer = "safe"
    without: frozenset[Basis] = frozenset()


class Piece(NamedTuple):
    """One conversation of an excerpt.

    Attributes:
        alike: what it takes to tell of look-alike handles there, wherever in the heap
            the others stand; see `lookalikes.concerning`.
    """

    ids: tuple[TweetId, ...]
    score: int
    cases: tuple[Case, ...]
    alike: Lookalikes | None = None


class Repeat(NamedTuple):
    """A native retweet: all of it that is ever shown."""

    id: TweetId
    of: TweetId
    account: tuple[str | None, str]
    sent: int
    file: str
    line: int

    def tweet(self) -> Tweet:
        """Return it as a tweet without words."""
        id_, handle = self.account
        return Tweet(
            self.id,
            Account(handle, None, id_),
            "",
            instant(self.sent),
            "created_at",
            Place(self.file, self.line, "$", api_v1.SHAPE),
            repeats=self.of,
        )


class Excerpt(NamedTuple):
    """What it takes to read some conversations.

    Attributes:
        records: of their tweets, of what repeats these, and of those in other
            conversations that they point at or that quote them.
        beside: the ids of the latter.
        crossing: the tweets with a link that leads out of their conversation.
        quoted_by: for a tweet those elsewhere that quote it.
        repeats: the native retweets of which the scan tells all that there is.
        unnamed: the ids of authors whose handles other records tell.
        accounts, owners, notices: what other records tell of them.
        known: what other tweets tell of who has had a handle; see `Accounts.knowing`.
    """

    records: tuple[Record, ...]
    parts: tuple[Piece, ...]
    wanted: frozenset[TweetId]
    beside: tuple[TweetId, ...]
    crossing: frozenset[TweetId]
    quoted_by: Mapping[TweetId, tuple[TweetId, ...]]
    repeats: tuple[Repeat, ...]
    unnamed: frozenset[str]
    accounts: tuple[Account, ...]
    owners: tuple[Owner, ...]
    notices: tuple[Notice, ...]
    reading: Reading
    known: tuple[tuple[str, str | None], ...] = ()

    def spats(self) -> Iterator[Spat]:
        """Read the records and put each conversation together, in their order.

        Raises:
            NothingReadable: an input is gone, or has changed since the scan.
        """
        close_files()
        found = linked(self.heap(), "off", self.reading.without)
        found = found._replace(accounts=found.accounts.knowing(self.known))
        for part in self.parts:
            for id_ in part.ids:
                if id_ not in found.tweets:
                    raise NothingReadable(
                        f"{self.records[0].file}: tweet {id_} is not where it was; run "
                        "this again"
                    )
        if self.reading.infer != "off":
            found = linked_inside(
                found,
                [part.ids for part in self.parts],
                self.reading.infer,
                self.reading.without,
            )
        group_of: dict[TweetId, int] = dict.fromkeys(self.beside, NONE)
        for number, part in enumerate(self.parts):
            group_of.update(dict.fromkeys(part.ids, number))
        groups = [list(part.ids) for part in self.parts]
        cut = Cut(groups, group_of, self.crossing, self.quoted_by)
        sides, cast = self.reading.sides, self.reading.cast
        stands = stands_given(sides, cast, found.accounts, None)
        cases = iter(found.cases)
        for part, ids in zip(self.parts, groups, strict=True):
            own = [next(cases) for _ in part.cases]
            case = one_case(own) if own else None
            given = stands._replace(alike=part.alike) if part.alike else stands
            yield put_together(Group(ids, part.score, case), found, cut, given)

    def single(self) -> "Iterator[Excerpt]":
        """Yield an excerpt of each conversation; they share their records."""
        for part in self.parts:
            others = (
                id_ for each in self.parts if each is not part for id_ in each.ids
            )
            yield self._replace(parts=(part,), beside=(*self.beside, *others))

    def heap(self) -> Heap:
        """Read the records; return what they hold, before it is linked.

        Raises:
            NothingReadable: an input is gone, or has changed since the scan.
        """
        merging = Merging()
        wanted, unnamed = self.wanted, self.unnamed
        for account in self.accounts:
            merging.account(account)
        for owner in self.owners:
            merging.owner(owner)
        for notice in self.notices:
            merging.notice(notice)
        for tweet in tweets_in(self.records, self.reading.naive):
            if tweet.id in wanted:
                merging.add(tweet)
            elif unnamed and tweet.author and tweet.author.id in unnamed:
                merging.introduce(tweet)
        for repeat in self.repeats:
            merging.add(repeat.tweet())
        merged = merging.merged()
        return Heap(
            inputs=(),
            tweets=merged.tweets,
            cases=tuple(case for part in self.parts for case in part.cases),
            problems=(),
            notices=merged.notices,
            versions=merged.versions,
        )
