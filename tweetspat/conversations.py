"""Cut the heap into conversations, and say which is likeliest the spat."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

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
    lost = [cross for cross in crossed if tweets[cross[0]].ghost]
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
) -> Mapping[int, int]:
    """Return for each group how much its voices answer each other.

    Counted are the answers between two accounts that go both ways; groups
    without any are left out.
    """
    answers = list(_answers(tweets, links))
    pairs = {pair for _, pair in answers}
    both_ways = {pair for pair in pairs if (pair[1], pair[0]) in pairs}
    if not both_ways:
        return {}
    counts: Counter[tuple[int, str, str]] = Counter(
        (group_of[child], *pair) for child, pair in answers if pair in both_ways
    )
    scores: Counter[int] = Counter()
    for (group, one, other), count in counts.items():
        scores[group] += min(count, counts[group, other, one])
    return +scores


def _answers(
    tweets: Mapping[TweetId, Tweet], links: Mapping[TweetId, tuple[Link, ...]]
) -> Iterator[tuple[TweetId, tuple[str, str]]]:
    """Yield who answers whom: the child's id and the two accounts' keys."""
    for child, those in links.items():
        tweet = tweets[child]
        for link in those if tweet.author else ():
            if link.relation == "replied_to" and tweet.reply_handle:
                other = tweet.reply_handle  # spares a look at the parent
            else:
                author = tweets[link.to].author
                other = author.handle if author else ""
            if tweet.author and other and other != tweet.author.handle:
                one, other = tweet.author.handle.lower(), other.lower()
                if one != other:
                    yield child, (one, other)


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
