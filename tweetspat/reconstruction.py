"""The straight line from a heap to its spats: fold, link, cut, order, number."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple, TypeAlias

from tweetspat import conversations as cut
from tweetspat.inference import infer_links
from tweetspat.links import fold_retweets, ghosts, loops, stated_links
from tweetspat.model import (
    OTHER_PLATFORMS,
    Basis,
    Case,
    Heap,
    Link,
    Retweet,
    SaidTime,
    Side,
    Spat,
    Turn,
    Tweet,
    TweetId,
)
from tweetspat.ordering import Arranged, arrange, known, surely_earlier
from tweetspat.problems import Problem
from tweetspat.said_times import OwnZone, said_times
from tweetspat.sides import side_of, sides_by_handle
from tweetspat.stamps import contradicted_by, rfc3339
from tweetspat.zones import zone

__all__ = ["Infer", "reconstruct"]

Infer: TypeAlias = Literal["off", "safe", "wide"]

_LEAST: Mapping[Infer, float] = {"off": 2.0, "safe": 0.9, "wide": 0.7}
"""The confidence from which an inferred link is shown."""

_LARGEST_CASE = 500
"""Tweets in a case file whose unknown times are compared pair by pair."""


class _Joined(NamedTuple):
    """The heap with its links, before it is cut."""

    tweets: Mapping[TweetId, Tweet]
    links: Mapping[TweetId, tuple[Link, ...]]
    folded: Mapping[TweetId, list[Tweet]]
    problems: Mapping[TweetId, Problem]
    cases: Sequence[Case]


def reconstruct(
    heap: Heap,
    *,
    sides: Sequence[Side] = (),
    infer: Infer = "safe",
    without: Iterable[Basis] = (),
) -> Iterator[Spat]:
    """Yield the spats of a heap, the likeliest first.

    Args:
        heap: what `load` returned.
        sides: who stands where; they come before those of a case file.
        infer: which inferred links are shown: none, those of confidence .9 and
            more, or those of .7 and more.
        without: inferred links of these bases are left out.

    Cost:
        O(n log n) in the number of tweets; no recursion.  A spat is put
        together when it is asked for.
    """
    joined = _join(heap, infer, frozenset(without))
    group_of: dict[TweetId, int] = {}
    groups = cut.conversations(joined.tweets, joined.links, joined.cases)
    for number, ids in enumerate(groups):
        group_of.update(dict.fromkeys(ids, number))
    cased: dict[int, list[Case]] = {}
    for case in joined.cases:
        if case.tweets:
            cased.setdefault(group_of[case.tweets[0]], []).append(case)
    scores = cut.back_and_forth(joined.tweets, joined.links, group_of)
    stands = _stands(sides)
    for number in cut.likeliest_first(groups, scores):
        whole = _one_case(cased[number]) if number in cased else None
        group = _Group(groups[number], scores.get(number, 0), whole)
        yield _spat(group, joined, group_of, stands)


def _one_case(cases: list[Case]) -> Case:
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


class _Group(NamedTuple):
    """The tweets of one conversation, and the case file that holds them."""

    ids: list[TweetId]
    score: int
    case: Case | None


def _join(heap: Heap, infer: Infer, without: frozenset[Basis]) -> _Joined:
    turns, folded, originals = fold_retweets(heap.tweets, heap.versions)
    links = stated_links(turns, originals, heap.versions)
    problems = loops(links)
    tweets = {**turns, **ghosts(turns, links, folded, heap.notices)}
    cases = [_standing(case, heap.versions, tweets) for case in heap.cases]
    if infer != "off":
        found = infer_links(turns, links, _earlier(cases, tweets, links))
        for child, link in found.items():
            if link.confidence >= _LEAST[infer] and link.basis not in without:
                links[child] = (link,)
    return _Joined(tweets, links, folded, problems, cases)


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


class _Stands(NamedTuple):
    """Who stands where, and the clock of each side."""

    sides: tuple[Side, ...]
    by_handle: Mapping[str, Side]
    clocks: Mapping[str, OwnZone | None]


def _stands(sides: Sequence[Side]) -> _Stands:
    clocks = {side.name: _clock(side) for side in sides}
    return _Stands(tuple(sides), sides_by_handle(sides), clocks)


def _spat(
    group: _Group,
    joined: _Joined,
    group_of: Mapping[TweetId, int],
    given: _Stands,
) -> Spat:
    case = group.case
    tweets = {id_: joined.tweets[id_] for id_ in group.ids}
    links: dict[TweetId, tuple[Link, ...]] = {}
    for id_ in group.ids:
        those = joined.links.get(id_)
        if those:
            links[id_] = those if len(those) == 1 else _placed(those, id_, group_of)
    arranged = _arranged(tweets, links, group)
    stands = _stands(case.sides) if case and not given.sides else given
    turns = []
    first: TweetId | None = None
    synthetic = case is not None and case.synthetic
    for n, id_ in enumerate(arranged.ids, start=1):
        tweet = tweets[id_]
        side = side_of(tweet, stands.by_handle) if stands.by_handle else None
        those = links.get(id_, ())
        synthetic = synthetic or tweet.synthetic
        if first is None and not tweet.ghost:
            first = id_
        turns.append(
            Turn(
                tweet,
                n,
                side.name if side else None,
                those,
                _said(tweet, stands.clocks[side.name] if side else None)
                if tweet.text
                else (),
                _retweets(tweet, joined.folded)
                if tweet.kept or id_ in joined.folded
                else (),
                _problems(tweet, those, joined, arranged.broken),
            )
        )
    return Spat(
        id=arranged.ids[0] if first is None else first,
        title=case.title if case else None,
        synthetic=synthetic,
        reconstructed=case is not None and case.reconstructed,
        sources=case.sources if case else (),
        sides=stands.sides,
        order=arranged.order,
        turns=tuple(turns),
        score=group.score,
    )


def _arranged(
    tweets: Mapping[TweetId, Tweet],
    links: Mapping[TweetId, tuple[Link, ...]],
    group: _Group,
) -> Arranged:
    case = group.case
    if case and case.order and tweets.keys() == set(case.tweets):
        return Arranged(list(case.tweets), case.order)
    if case is None:
        return arrange(tweets, links)
    return arrange(tweets, links, known(tweets, case.claims, links), case.tweets)


def _placed(
    links: tuple[Link, ...], child: TweetId, group_of: Mapping[TweetId, int]
) -> tuple[Link, ...]:
    """Mark the links that lead into another conversation; the first never does."""
    here = group_of[child]
    return tuple(
        link
        if link.elsewhere or group_of[link.to] == here
        else link._replace(
            elsewhere=True,
            evidence=f"{link.evidence}; it stands in another conversation",
        )
        for link in links
    )


def _clock(side: Side) -> OwnZone | None:
    found = zone(side.zone) if side.zone else None
    return OwnZone(found, f"zone of the author's side, {side.name}") if found else None


def _said(tweet: Tweet, clock: OwnZone | None) -> tuple[SaidTime, ...]:
    if tweet.kept:
        return tweet.kept.said_times
    if not tweet.text:
        return ()
    if clock is None and tweet.zone:
        found = zone(tweet.zone)
        clock = OwnZone(found, "zone of the author's profile") if found else None
    return said_times(tweet.text, tweet.sent, tweet.bounds, clock)


def _retweets(
    tweet: Tweet, folded: Mapping[TweetId, list[Tweet]]
) -> tuple[Retweet, ...]:
    kept = tweet.kept.retweets if tweet.kept else ()
    repeats = folded.get(tweet.id)
    if not repeats:
        return kept
    return kept + tuple(
        Retweet(repeat.author.handle if repeat.author else None, repeat.sent)
        for repeat in repeats
    )


def _problems(
    tweet: Tweet,
    links: tuple[Link, ...],
    joined: _Joined,
    broken: frozenset[tuple[TweetId, TweetId]],
) -> tuple[Problem, ...]:
    """Return what a reader should know of a tweet, the record's own first."""
    if tweet.kept:
        return tweet.problems
    found = tweet.problems
    if (
        tweet.sent
        and tweet.sent_basis != "id"
        and tweet.place.shape not in OTHER_PLATFORMS
    ):
        inside = contradicted_by(tweet.id, tweet.sent)
        if inside:
            found += (_forged(tweet, rfc3339(tweet.sent), rfc3339(inside)),)
    ring = joined.problems.get(tweet.id)
    if ring:
        found += (ring._replace(place=tweet.place),)
    for link in links:
        if surely_earlier(tweet, joined.tweets[link.to]):
            message = (
                f"it is stamped earlier than {link.to}, which it answers; one of the "
                "two stamps or ids may be forged"
            )
            found += (Problem("older-than-parent", message, tweet.place),)
        elif not ring and (tweet.id, link.to) in broken:
            message = (
                f"it stands before {link.to}, which it answers: the links and times "
                "lead back to themselves (a cycle)"
            )
            found += (Problem("contradicting-order", message, tweet.place),)
    return found


def _forged(tweet: Tweet, stamped: str, made: str) -> Problem:
    message = (
        f"its stamp ({stamped}) contradicts its id, which was made at {made}; one of "
        "them may be forged"
    )
    return Problem("forged-stamp", message, tweet.place)
