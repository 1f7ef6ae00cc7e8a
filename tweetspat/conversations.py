"""Cut the heap into conversations, and say which is likeliest the spat."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence

from tweetspat.model import Case, Link, Tweet, TweetId

__all__ = ["back_and_forth", "conversations", "likeliest_first"]


def conversations(
    tweets: Mapping[TweetId, Tweet],
    links: Mapping[TweetId, tuple[Link, ...]],
    cases: Iterable[Case],
) -> list[list[TweetId]]:
    """Return the conversations: trees over each tweet's primary parent.

    A case file is one conversation, whatever its links.  A ghost that is only
    named by cross-links stands with the first that names it.

    Cost:
        O(n) but for the inverse Ackermann factor; no recursion.
    """
    above = {id_: id_ for id_ in tweets}
    for case in cases:
        for id_ in case.tweets[1:]:
            above[_root(above, id_)] = _root(above, case.tweets[0])
    crossed: list[tuple[TweetId, TweetId]] = []
    for child, those in links.items():
        parent, root = _root(above, those[0].to), _root(above, child)
        if parent != root:
            above[root] = parent
        if len(those) > 1:
            crossed += [(link.to, child) for link in those[1:]]
    _place_ghosts(above, tweets, links, crossed)
    gathered: defaultdict[TweetId, list[TweetId]] = defaultdict(list)
    for id_ in tweets:
        gathered[_root(above, id_)].append(id_)
    return list(gathered.values())


def _root(above: dict[TweetId, TweetId], id_: TweetId) -> TweetId:
    """Return the head of an id's group, halving the way there."""
    parent = above[id_]
    while parent != id_:
        above[id_] = id_ = above[parent]
        parent = above[id_]
    return id_


def _place_ghosts(
    above: dict[TweetId, TweetId],
    tweets: Mapping[TweetId, Tweet],
    links: Mapping[TweetId, tuple[Link, ...]],
    crossed: list[tuple[TweetId, TweetId]],
) -> None:
    """Put each ghost that only cross-links name with the first tweet naming it."""
    lost = [cross for cross in crossed if tweets[cross[0]].state == "missing"]
    if not lost:
        return
    parents = {those[0].to for those in links.values()}
    for ghost, child in sorted(lost, key=lambda cross: (len(cross[1]), cross[1])):
        if ghost not in parents and ghost not in links and above[ghost] == ghost:
            above[ghost] = _root(above, child)


def back_and_forth(
    tweets: Mapping[TweetId, Tweet],
    links: Mapping[TweetId, tuple[Link, ...]],
    group_of: Mapping[TweetId, int],
) -> dict[int, int]:
    """Return for each group how much its voices answer each other.

    Counted are the answers between two accounts that go both ways; groups
    without any are left out.
    """
    pairs: dict[tuple[str, str], list[int]] = {}
    for child, those in links.items():
        one = tweets[child].author
        for link in those:
            other = tweets[link.to].author
            if one and other and one.handle != other.handle:
                pair = one.handle, other.handle
                if pair in pairs:
                    pairs[pair].append(group_of[child])
                else:
                    pairs[pair] = [group_of[child]]
    scores: defaultdict[int, int] = defaultdict(int)
    for (one_key, other_key), groups in _without_case(pairs).items():
        back = pairs.get((other_key, one_key))
        if back:
            both = Counter(back)
            for group, count in Counter(groups).items():
                scores[group] += min(count, both[group])
    return {group: score for group, score in scores.items() if score}


def _without_case(
    pairs: dict[tuple[str, str], list[int]],
) -> dict[tuple[str, str], list[int]]:
    """Join, in place, what differs only in the case of a handle."""
    for pair in list(pairs):
        folded = pair[0].lower(), pair[1].lower()
        if folded != pair:
            pairs.setdefault(folded, []).extend(pairs.pop(pair))
    return pairs


def likeliest_first(
    groups: Sequence[Sequence[TweetId]], scores: Mapping[int, int]
) -> list[int]:
    """Return the numbers of the groups, the likeliest spat first.

    The most back and forth comes first, then the longest, then the oldest id.
    """

    def key(number: int) -> tuple[int, int, int, str]:
        first = min(groups[number], key=lambda id_: (len(id_), id_))
        return -scores.get(number, 0), -len(groups[number]), len(first), first

    return sorted(range(len(groups)), key=key)
