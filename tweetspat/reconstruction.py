"""The straight line from a heap to its spats: fold, link, cut, order, number."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING

from tweetspat.conversations import Join, conversations
from tweetspat.linking import Infer, linked
from tweetspat.lookalikes import lookalikes
from tweetspat.model import Account, Basis, Case, Heap, Side, Spat, TweetId
from tweetspat.problems import Problem
from tweetspat.ranking import Heat, heat, likeliest_first
from tweetspat.sides import Cast, side_of, sides_by_account, united
from tweetspat.spats import Group, arranged, put_together
from tweetspat.standing import Stands, stands_given, unknown_accounts
from tweetspat.summaries import Summary, earliest, summary

if TYPE_CHECKING:
    from tweetspat.selection import Selection

__all__ = ["Conversations", "Infer", "Join", "one_case", "reconstruct"]


def reconstruct(  # noqa: PLR0913 - each by its name
    heap: Heap,
    *,
    sides: Sequence[Side] = (),
    cast: Cast | None = None,
    infer: Infer = "safe",
    without: Iterable[Basis] = (),
    join: Join = "auto",
    selection: "Selection | None" = None,
) -> Iterator[Spat]:
    """Yield the spats of a heap, the likeliest first.

    Args:
        heap: what `load` returned.
        sides: who stands where; they come before those of the cast, and those
            before a case file's.  Where nobody tells, sides are suggested.
        cast: who takes part, as a cast file tells it.
        infer: which inferred links are shown: none, those of confidence .9 and
            more, or those of .7 and more.
        without: inferred links of these bases are left out.
        join: which primary parents join, see `conversations`.
        selection: which tweets are asked for; None for all.  Of each spat the part
            that is selected is yielded, if there is any.

    Raises:
        UsageError: the selection's regular expression is broken.

    Cost:
        O(n log n) in the number of tweets; no recursion.  A spat is put
        together when it is asked for.
    """
    found = Conversations(
        heap, sides=sides, cast=cast, infer=infer, without=without, join=join
    )
    if selection is None:
        yield from found.spats()
        return
    from tweetspat.selection import selected, with_handles

    asked = with_handles(selection, found.authors())
    for spat in found.spats():
        part = selected(spat, asked)
        if part is not None:
            yield part


class Conversations:
    """The conversations of a heap; each is put together when it is asked for."""

    def __init__(
        self,
        heap: Heap,
        *,
        sides: Sequence[Side] = (),
        cast: Cast | None = None,
        infer: Infer = "safe",
        without: Iterable[Basis] = (),
        join: Join = "auto",
    ) -> None:
        """Link and cut; the arguments are those of `reconstruct`."""
        found = linked(heap, infer, frozenset(without))
        self._given = (sides, cast or Cast())
        self._linked = found
        self._cut = conversations(
            found.tweets,
            found.links,
            found.cases,
            found.stands_for,
            join,
            accounts=found.accounts,
        )
        self._heats: dict[int, Heat] = {}
        self._cases: dict[int, list[Case]] = {}
        for case in found.cases:
            if case.tweets:
                number = self._cut.group_of[case.tweets[0]]
                self._cases.setdefault(number, []).append(case)

    def __len__(self) -> int:
        return len(self._cut.groups)

    def spats(self) -> Iterator[Spat]:
        """Yield the spats, the likeliest first."""
        return map(self._spat, self._ranked)

    def summaries(self, start: int = 0) -> Iterator[Summary]:
        """Yield one summary a conversation, the likeliest first, from the n-th on."""
        return map(self._summary, self._ranked[start:])

    def holding(self, status: TweetId) -> tuple[Spat, TweetId | None] | None:
        """Return the spat that holds a status, and the tweet that stands for it.

        A retweet stands in the spat of its original, an earlier version of an
        edited tweet in that of the last.  Where an id is known as that of a
        conversation only, no tweet stands for it.  None: it stands nowhere.
        """
        found: TweetId | None = self._linked.stands_for.get(status, status)
        group_of = self._cut.group_of
        if found not in group_of:
            found, tweets = None, self._linked.tweets.values()
            status = next((t.id for t in tweets if t.conversation == status), status)
        number = group_of.get(found or status)
        return None if number is None else (self._spat(number), found)

    def unknown_accounts(self) -> list[Problem]:
        """Return a problem that names accounts of sides and cast that nobody here is.

        Empty where there are none.
        """
        retweets = chain.from_iterable(self._linked.folded.values())
        tweets = chain(self._linked.tweets.values(), retweets)
        return unknown_accounts(*self._given, tweets)

    def authors(self) -> set[Account]:
        """Return those whom tweets are by, lost ones and native retweets among them.

        Also those who are replied to, by their handles alone.

        Cost:
            O(n).
        """
        found: set[Account] = set()
        retweets = chain.from_iterable(self._linked.folded.values())
        for tweet in chain(self._linked.tweets.values(), retweets):
            if tweet.author:
                found.add(tweet.author)
            if tweet.reply_handle:
                found.add(Account(tweet.reply_handle))
        return found

    @cached_property
    def _stands(self) -> Stands:
        tweets, accounts = self._linked.tweets.values(), self._linked.accounts
        return stands_given(*self._given, accounts, lookalikes(tweets, accounts))

    @cached_property
    def _ranked(self) -> list[int]:
        groups = self._cut.groups
        return likeliest_first(groups, [*map(self._heat, range(len(groups)))])

    def _heat(self, number: int) -> Heat:
        if number not in self._heats:
            tweets, links = self._linked.tweets, self._linked.links
            ids = self._cut.groups[number]
            self._heats[number] = heat(ids, tweets, links, self._voices)
        return self._heats[number]

    @cached_property
    def _voices(self) -> Mapping[TweetId, str]:
        """Tell by tweet its author's side where one is given, else the account."""
        accounts, (sides, cast) = self._linked.accounts, self._given
        told = [side for case in self._linked.cases for side in case.sides]
        given = [*sides, *cast.sides] or [s for s in told if s.basis != "suggested"]
        stands = sides_by_account(united(given, accounts), accounts)
        if not stands:
            return self._keys
        return self._keys | {
            id_: f"side {side.name}"
            for id_, tweet in self._linked.tweets.items()
            if (side := side_of(tweet.author, stands, accounts))
        }

    @cached_property
    def _keys(self) -> dict[TweetId, str]:
        """Tell by tweet what its author is compared by."""
        compared_by = self._linked.accounts.of
        return {
            id_: compared_by(tweet.author)
            for id_, tweet in self._linked.tweets.items()
            if tweet.author
        }

    def _group(self, number: int) -> Group:
        cases = self._cases.get(number)
        case = one_case(cases) if cases else None
        return Group(self._cut.groups[number], self._heat(number).score, case)

    def _spat(self, number: int) -> Spat:
        return put_together(self._group(number), self._linked, self._cut, self._stands)

    def _summary(self, number: int) -> Summary:
        group = self._group(number)
        tweets = [self._linked.tweets[id_] for id_ in group.ids]
        first = None if group.case else earliest(tweets)
        if first is None or first.text is None:
            by_id = {tweet.id: tweet for tweet in tweets}
            order = arranged(by_id, self._linked.links, group).ids
            first, tweets = None, [by_id[id_] for id_ in order]
        title = group.case.title if group.case else None
        return summary(tweets, self._keys, title, group.score, first)


def one_case(cases: list[Case]) -> Case:
    """Join case files that share tweets: what each says stands beside the others."""
    if len(cases) == 1:
        return cases[0]
    cases = sorted(cases, key=lambda case: (case.title or "", case.tweets))
    return Case(
        title=next((case.title for case in cases if case.title), None),
        synthetic=any(case.synthetic for case in cases),
        reconstructed=any(case.reconstructed for case in cases),
        sources=tuple(dict.fromkeys(each for case in cases for each in case.sources)),
        sides=tuple(dict.fromkeys(side for case in cases for side in case.sides)),
        tweets=tuple(dict.fromkeys(id_ for case in cases for id_ in case.tweets)),
        claims=tuple(dict.fromkeys(each for case in cases for each in case.claims)),
    )
