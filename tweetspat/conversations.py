"""Cut the heap into conversations: where one ends and the next begins.

A conversation is a tree over each tweet's primary parent.  All other links are
cross-links: they are shown and join nothing.
"""

from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Iterator, Mapping
from itertools import pairwise
from types import MappingProxyType
from typing import Literal, NamedTuple, TypeAlias

from tweetspat.accounts import Accounts, who_is_who
from tweetspat.model import Case, Link, Tweet, TweetId

__all__ = ["LARGE", "Cut", "Join", "conversations", "counted_apart"]

LARGE = 1_000
"""Tweets, lost ones among them, beyond which a quote has to show that it belongs.

Joined by quotes alone a dump on one topic collapses: 38 % of the tweets of one
stood in a single conversation."""

Join: TypeAlias = Literal["auto", "all", "replies"]
"""Which primary parents join: all but lonely quotes in large trees, all, or all
but quotes."""

_Edge: TypeAlias = tuple[TweetId, TweetId]
_Named: TypeAlias = Mapping[TweetId, TweetId]
_ITSELF: _Named = MappingProxyType({})


class Cut(NamedTuple):
    """Where conversations end.

    Attributes:
        groups: the ids of each conversation, in no order.
        group_of: the number of each id's group.
        crossing: the tweets with a link into another conversation.
        quoted_by: for a tweet those of other conversations that quote it, by id.
    """

    groups: list[list[TweetId]]
    group_of: Mapping[TweetId, int]
    crossing: frozenset[TweetId]
    quoted_by: Mapping[TweetId, tuple[TweetId, ...]]


def conversations(
    tweets: Mapping[TweetId, Tweet],
    links: Mapping[TweetId, tuple[Link, ...]],
    cases: Iterable[Case] = (),
    stands_for: _Named = _ITSELF,
    join: Join = "auto",
    *,
    accounts: Accounts | None = None,
) -> Cut:
    """Return the conversations of a heap.

    - A tweet's first link that does not lead elsewhere joins: its reply before
      its quote before an inferred answer.
    - In a tree of more than `LARGE` tweets a quote begins a conversation of its
      own when its author and the quoted one exchange nothing else there.
      Somebody who quotes themselves goes on.
    - A conversation id joins what a broken chain of replies split.  It makes no
      link: the pieces stand side by side, each under its own beginning.
    - A case file is one conversation, whatever its links.
    - A ghost that only cross-links name stands with the first that names it.

    Args:
        tweets: the turns and ghosts, by id.
        links: by child, the primary parent first.
        cases: what case files hold.
        stands_for: for the ids of retweets and of earlier versions the tweet
            that stands for them.
        join: "all" lets lonely quotes join too; "replies" lets no quote join.
        accounts: who is who, where more than these tweets tell it.

    Cost:
        O(n) but for the inverse Ackermann factor; no recursion.
    """
    cases = list(cases)
    together = [edge for case in cases for edge in pairwise(case.tweets)]
    together += _counted_together(tweets, links, stands_for)
    parents = _parents(links, quotes=join != "replies")
    above = _joined(tweets, parents, together)
    if join == "auto":
        who = accounts or who_is_who(tweets.values())
        lonely = _lonely_quotes(above, tweets, links, parents, who)
        if lonely:
            parents = _parents(links, lonely)
            above = _joined(tweets, parents, together)
    crossed = list(_crossed(tweets, links, parents))
    lost = [
        (child, to)
        for child, to in crossed
        if tweets[to].ghost
        and any(link.to == to and not link.elsewhere for link in links[child])
    ]
    if lost:
        held = {*parents.values(), *(id_ for edge in together for id_ in edge)}
        held.update(id_ for case in cases for id_ in case.tweets)
        _place_ghosts(above, [edge for edge in lost if edge[1] not in held])
    return _cut(above, crossed, links)


def _parents(
    links: Mapping[TweetId, tuple[Link, ...]],
    lonely: Container[TweetId] = (),
    *,
    quotes: bool = True,
) -> dict[TweetId, TweetId]:
    """Return the parent that joins each child to its tree.

    Args:
        links: by child.
        lonely: the tweets whose quote does not join.
        quotes: whether any quote does.
    """
    found: dict[TweetId, TweetId] = {}
    for child, those in links.items():
        for link in those:
            if link.elsewhere:
                continue
            if link.relation != "quoted" or (quotes and child not in lonely):
                found[child] = link.to
                break
    return found


def _joined(
    tweets: Iterable[TweetId],
    parents: Mapping[TweetId, TweetId],
    together: Iterable[_Edge],
) -> dict[TweetId, TweetId]:
    """Return for each id one further up in its group; `_root` finds its head."""
    above = {id_: id_ for id_ in tweets}
    for edges in (parents.items(), together):
        for child, parent in edges:
            head, root = _root(above, parent), _root(above, child)
            if head != root:
                above[root] = head
    return above


def _root(above: dict[TweetId, TweetId], id_: TweetId) -> TweetId:
    """Return the head of an id's group, halving the way there."""
    parent = above[id_]
    while parent != id_:
        above[id_] = id_ = above[parent]
        parent = above[id_]
    return id_


def _counted_together(
    tweets: Mapping[TweetId, Tweet],
    links: Mapping[TweetId, tuple[Link, ...]],
    stands_for: _Named,
) -> Iterator[_Edge]:
    """Yield pairs of tweets that the platform counts in one conversation.

    Left out are replies to a tweet that tells a conversation itself: that chain
    is whole, and where the two tell different ones, the reply is believed.
    """
    seats: dict[TweetId, TweetId] = {}
    for tweet in tweets.values():
        if tweet.conversation is None:
            continue
        first = links[tweet.id][0] if tweet.id in links else None
        if first and first.relation == "replied_to" and not first.elsewhere:
            parent = tweets[first.to]
            if parent.conversation is not None and parent is not tweet:
                continue
        begun = stands_for.get(tweet.conversation, tweet.conversation)
        yield tweet.id, begun if begun in tweets else seats.setdefault(begun, tweet.id)


def counted_apart(
    child: Tweet, parent: Tweet, stands_for: _Named = _ITSELF
) -> tuple[TweetId, TweetId] | None:
    """Return the two conversation ids of a reply and its parent where they differ."""
    one, other = child.conversation, parent.conversation
    if one is None or other is None or one == other:
        return None
    one, other = stands_for.get(one, one), stands_for.get(other, other)
    return None if one == other else (one, other)


def _lonely_quotes(
    above: dict[TweetId, TweetId],
    tweets: Mapping[TweetId, Tweet],
    links: Mapping[TweetId, tuple[Link, ...]],
    parents: Mapping[TweetId, TweetId],
    accounts: Accounts,
) -> set[TweetId]:
    """Return the quotes in large trees that are all their two authors exchange.

    An author whom the data does not tell exchanges nothing that can be seen.
    """
    sizes = Counter(_root(above, id_) for id_ in tweets)
    large = {root for root, size in sizes.items() if size > LARGE}
    if not large:
        return set()
    exchanged: Counter[tuple[TweetId, str, str]] = Counter()
    quotes: dict[TweetId, tuple[TweetId, str, str] | None] = {}
    for child, those in links.items():
        root = _root(above, child)
        if root not in large:
            continue
        for link in those:
            if link.elsewhere or _root(above, link.to) != root:
                continue
            one, other = tweets[child].author, tweets[link.to].author
            pair = None
            if one and other:
                first, then = sorted((accounts.of(one), accounts.of(other)))
                pair = root, first, then
                exchanged[pair] += 1
            if link.relation == "quoted" and parents.get(child) == link.to:
                quotes[child] = pair
    return {
        child
        for child, pair in quotes.items()
        if pair is None or (exchanged[pair] == 1 and pair[1] != pair[2])
    }


def _crossed(
    tweets: Container[TweetId],
    links: Mapping[TweetId, tuple[Link, ...]],
    parents: Mapping[TweetId, TweetId],
) -> Iterator[_Edge]:
    """Yield (child, target) of each link that joins nothing.

    What an earlier output says to stand elsewhere may not be in the data.
    """
    for child, those in links.items():
        if len(those) == 1 and child in parents:
            continue
        for link in those:
            if parents.get(child) != link.to and link.to in tweets:
                yield child, link.to


def _place_ghosts(above: dict[TweetId, TweetId], lost: list[_Edge]) -> None:
    """Put each ghost that nothing joins with the first tweet that names it."""
    for child, ghost in sorted(lost, key=lambda edge: (len(edge[0]), edge[0])):
        if above[ghost] == ghost:
            above[ghost] = _root(above, child)


def _cut(
    above: dict[TweetId, TweetId],
    crossed: list[_Edge],
    links: Mapping[TweetId, tuple[Link, ...]],
) -> Cut:
    gathered: defaultdict[TweetId, list[TweetId]] = defaultdict(list)
    for id_, parent in above.items():
        whole = above[parent] == parent
        gathered[parent if whole else _root(above, id_)].append(id_)
    groups = list(gathered.values())
    group_of: dict[TweetId, int] = {}
    for number, ids in enumerate(groups):
        group_of.update(dict.fromkeys(ids, number))
    crossing: set[TweetId] = set()
    quoted_by: defaultdict[TweetId, list[TweetId]] = defaultdict(list)
    for child, to in dict.fromkeys(crossed):
        if group_of[child] == group_of[to]:
            continue
        crossing.add(child)
        if any(link.to == to and link.relation == "quoted" for link in links[child]):
            quoted_by[to].append(child)
    by_age = {
        to: tuple(sorted(those, key=lambda id_: (len(id_), id_)))
        for to, those in quoted_by.items()
    }
    return Cut(groups, group_of, frozenset(crossing), by_age)
