"""The heap with its links, stated and inferred, before it is cut."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from tweetspat.accounts import Accounts, who_is_who
from tweetspat.links import fold_retweets, ghosts, loops, stated_links
from tweetspat.model import Basis, Case, Heap, Link, Tweet, TweetId
from tweetspat.ordering import known
from tweetspat.problems import Problem

__all__ = ["STATED", "Infer", "Linked", "linked", "linked_inside"]

Infer: TypeAlias = Literal["off", "safe", "wide"]

STATED: frozenset[Basis] = frozenset(
    ("metadata", "nested", "conversation", "source_claim")
)
"""The bases of links that are never inferred, and so always shown."""

_LEAST: Mapping[Infer, float] = {"safe": 0.9, "wide": 0.7}
"""The confidence from which an inferred link is shown."""

_LARGEST_CASE = 500
"""Tweets in a case file whose unknown times are compared pair by pair."""


class Linked(NamedTuple):
    """The heap with its links, before it is cut.

    Attributes:
        tweets: the turns and ghosts.
        links: by child, the primary parent first.
        folded: the retweets of each tweet, which are no turns.
        problems: of tweets whose replies lead back to themselves.
        cases: what case files hold, by the ids of the tweets that stand for theirs.
        accounts: who is who.
        stands_for: what stands for the ids of earlier versions and of retweets.
    """

    tweets: Mapping[TweetId, Tweet]
    links: Mapping[TweetId, tuple[Link, ...]]
    folded: Mapping[TweetId, list[Tweet]]
    problems: Mapping[TweetId, Problem]
    cases: Sequence[Case]
    accounts: Accounts
    stands_for: Mapping[TweetId, TweetId]


def linked(heap: Heap, infer: Infer, without: frozenset[Basis]) -> Linked:
    """Take the retweets out of a heap, and link what is left.

    Args:
        heap: what `load` returned.
        infer: which inferred links are shown; "off" loads nothing of them.
        without: inferred links of these bases are left out; also those that an
            earlier output holds, which else stay as they were.

    Cost:
        O(n log n).
    """
    turns, folded, originals = fold_retweets(heap.tweets, heap.versions)
    links = stated_links(turns, originals, heap.versions)
    if without:
        links = _wanted(links, without)
    problems = loops(links)
    lost = ghosts(turns, links, folded, heap.notices)
    cases = [_standing(case, heap.versions, {**turns, **lost}) for case in heap.cases]
    stands_for = _stands_for(heap.versions, folded)
    accounts = who_is_who(heap.tweets.values())
    if infer != "off":
        from tweetspat.inference import Wanted, infer_links

        earlier = _earlier(cases, {**turns, **lost}, links) if cases else None
        wanted = Wanted(without, _LEAST[infer])
        whole = {**turns, **lost} if lost else turns
        found = infer_links(whole, links, earlier, accounts, stands_for, wanted)
        stated = dict(links)
        for child, those in found.links.items():
            links[child] = links.get(child, ()) + those
        for child in loops(links).keys() - problems.keys():
            if child in found.links and child not in stated:  # it would close a ring
                del links[child]
        lost = ghosts(turns, links, folded, heap.notices, found.handles)
    tweets = {**turns, **lost}
    return Linked(tweets, links, folded, problems, cases, accounts, stands_for)


def linked_inside(
    found: Linked,
    groups: Iterable[Sequence[TweetId]],
    infer: Infer,
    without: frozenset[Basis],
) -> Linked:
    """Add the links that can be inferred inside each of some conversations.

    Args:
        found: with its stated links; its tweets may be more than the groups'.
        groups: the ids of each conversation, lost tweets among them.
        infer: which inferred links are shown.
        without: inferred links of these bases are left out.

    Nothing is inferred from one conversation to another, so that what else is in
    the heap, or is not, changes nothing.
    """
    if infer == "off":
        return found
    from tweetspat.inference import Wanted, infer_links

    wanted = Wanted(without, _LEAST[infer])
    earlier = _earlier([*found.cases], found.tweets, found.links)
    links = dict(found.links)
    for ids in groups:
        if len(ids) == 1:
            continue
        tweets = {id_: found.tweets[id_] for id_ in ids}
        stated = {id_: links[id_] for id_ in ids if id_ in links}
        inferred = infer_links(
            tweets, stated, earlier, found.accounts, found.stands_for, wanted
        )
        new = {
            child: inside
            for child, those in inferred.links.items()
            if (inside := tuple(link for link in those if link.to in tweets))
        }
        whole = stated | {
            child: stated.get(child, ()) + those for child, those in new.items()
        }
        rings = loops(whole).keys() - found.problems.keys()
        for child in new:
            if child not in rings or child in stated:
                links[child] = whole[child]
    return found._replace(links=links)


def _wanted(
    links: Mapping[TweetId, tuple[Link, ...]], without: frozenset[Basis]
) -> dict[TweetId, tuple[Link, ...]]:
    """Return the links but those that an earlier output inferred on some bases."""
    kept = (
        (
            child,
            tuple(each for each in those if each.stated or each.basis not in without),
        )
        for child, those in links.items()
    )
    return {child: those for child, those in kept if those}


def _stands_for(
    versions: Mapping[TweetId, TweetId], folded: Mapping[TweetId, list[Tweet]]
) -> dict[TweetId, TweetId]:
    """Return what stands for the ids of earlier versions and of retweets."""
    found = {
        repeat.id: original for original, those in folded.items() for repeat in those
    }
    return found | {old: found.get(new, new) for old, new in versions.items()}


def _standing(
    case: Case,
    versions: Mapping[TweetId, TweetId],
    tweets: Mapping[TweetId, Tweet],
) -> Case:
    """Return a case whose ids are those of the tweets that stand for them."""

    def stand(ids: Iterable[TweetId]) -> tuple[TweetId, ...]:
        named = dict.fromkeys(versions.get(id_, id_) for id_ in ids)
        return tuple(id_ for id_ in named if id_ in tweets)

    if not versions:
        return case._replace(tweets=stand(case.tweets))
    claims = (each._replace(order=stand(each.order)) for each in case.claims)
    return case._replace(tweets=stand(case.tweets), claims=tuple(claims))


def _earlier(
    cases: list[Case],
    tweets: Mapping[TweetId, Tweet],
    links: Mapping[TweetId, tuple[Link, ...]],
) -> Callable[[TweetId, TweetId], bool] | None:
    """Return who is known to be earlier than whom, for tweets without times."""
    told = [
        known({id_: tweets[id_] for id_ in case.tweets}, case.claims, links)
        for case in cases
        if case.claims and len(case.tweets) <= _LARGEST_CASE
    ]
    if not told:
        return None
    later: dict[TweetId, set[TweetId]] = {}

    def earlier(first: TweetId, then: TweetId) -> bool:
        if first not in later:
            later[first] = set().union(*(each.later(first) for each in told))
        return then in later[first]

    return earlier
