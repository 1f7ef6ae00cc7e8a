"""Which accounts of a scanned heap look like another: settled once for all of it.

As `lookalikes` has it for a loaded heap.  So what a conversation tells of them does
not depend on what else is read with it.
"""

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from itertools import compress, count
from typing import NamedTuple, TypeAlias

from tweetspat.accounts import Accounts
from tweetspat.links import ghosts
from tweetspat.lookalikes import Lookalikes, candidates, lookalikes
from tweetspat.model import Account, Link, Tweet, TweetId
from tweetspat.problems import NothingReadable
from tweetspat.scan.graph import Graph
from tweetspat.scan.nodes import NONE

__all__ = ["Alike", "alike"]

Read: TypeAlias = Callable[[Collection[int]], Mapping[TweetId, Tweet]]

_AT_ONCE = 2_000
"""Tweets that are read in one go."""


class Alike(NamedTuple):
    """The accounts that look like another.

    Attributes:
        found: as a load has them.
        authors: by node the author of each tweet that is by one of them.
    """

    found: Lookalikes
    authors: Mapping[int, Account]


def alike(graph: Graph, read: Read) -> Alike | None:
    """Return the accounts of a heap that look like another, if any do.

    Args:
        graph: its tweets.
        read: reads the tweets of some nodes again.

    Raises:
        NothingReadable: an input is gone, or has changed since the scan.

    Cost:
        O(n) in the accounts.  Where handles are so alike that it takes the names of
        those who bear them to tell, also to read all tweets of these.
    """
    keys = graph.scan.authors.keys
    asked = candidates({handle for _, handle in keys})
    if not asked:
        return None  # as in most heaps
    speaking = _speaking(graph, _accounts(graph, asked))
    # the others are of lesser copies, of retweets, or of those who are replied to
    spelt = {keys[author][1] for author in speaking.values()}
    authors = _accounts(graph, candidates(spelt))
    nodes = [node for node, author in speaking.items() if author in authors]
    if not nodes:
        return None
    tweets = {node: _light(tweet) for node, tweet in _read(graph, nodes, read)}
    found = lookalikes(tweets.values(), _who(graph, authors))
    if found is None:
        return None
    return Alike(
        found,
        {
            node: tweet.author
            for node, tweet in tweets.items()
            if tweet.author and found.account(tweet.author) is not None
        },
    )


def _accounts(graph: Graph, handles: Collection[str]) -> set[int]:
    """Return the authors that have one of some handles, and what else those are."""
    people, keys = graph.people, graph.scan.authors.keys
    numbers = {
        people.bare[author]
        for author, (_, handle) in enumerate(keys)
        if handle in handles
    }
    return {
        author
        for author in range(len(keys))
        if people.who[author] in numbers or people.bare[author] in numbers
    }


def _who(graph: Graph, authors: Collection[int]) -> Accounts:
    """Return which account ids the handles of some authors have, in the whole heap."""
    people, keys = graph.people, graph.scan.authors.keys
    wanted = {people.bare[author] for author in authors}
    ids = {
        people.who[author]: id_
        for author, (id_, _) in enumerate(keys)
        if id_ and people.who[author] in wanted
    }
    return Accounts(
        {
            keys[author][1].lower(): ids[people.bare[author]]
            for author in authors
            if people.bare[author] in ids
        }
    )


def _speaking(graph: Graph, authors: set[int]) -> dict[int, int]:
    """Return the tweets that are by some authors, lost ones among them, and by whom."""
    sender, alive = graph.sender, graph.alive
    if graph.scan.vectors:
        from tweetspat.scan.vectors.alike import places_of

        nodes: Iterable[int] = places_of(authors, sender)
    else:
        nodes = compress(count(), map(authors.__contains__, sender))
    found = {node: sender[node] for node in nodes if alive[node]}
    if authors.isdisjoint(graph.scan.rows.handle):
        return found  # nobody is said to reply to them
    lost = _lost(graph).items()
    return found | {node: author for node, author in lost if author in authors}


def _lost(graph: Graph) -> dict[int, int]:
    """Return whose lost tweets are, as replies tell it."""
    found: dict[int, int] = {}
    for child, to in _naming(graph):
        graph.lay_claim(found, child, to)
    return found


def _naming(graph: Graph) -> Iterator[tuple[int, int]]:
    """Yield each turn that a link leads from to a lost tweet, and that."""
    best, several, parent = graph.best, graph.several, graph.parent
    children: Iterable[int] = range(len(parent))
    if graph.scan.vectors:
        from tweetspat.scan.vectors.alike import naming

        children = naming(graph)
    for child in children:
        to = parent[child]
        if several[child]:
            for edge in graph.edges(child):
                if best[edge.to] == NONE and not edge.elsewhere:
                    yield child, edge.to
        elif to != NONE and best[to] == NONE:
            yield child, to


def _read(
    graph: Graph, nodes: Iterable[int], read: Read
) -> Iterator[tuple[int, Tweet]]:
    """Yield the tweets of some nodes, the lost ones last, as a load has them."""
    waiting, lost = [], set()
    for node in nodes:
        if graph.best[node] == NONE:
            lost.add(node)
        else:
            waiting.append(node)
    for at in range(0, len(waiting), _AT_ONCE):
        those = waiting[at : at + _AT_ONCE]
        tweets = read(those)
        for node in those:
            tweet = tweets.get(graph.text(node))
            if tweet is None:
                raise _gone(graph, node)
            yield node, tweet
    if lost:
        yield from _read_lost(graph, lost, read)


def _gone(graph: Graph, node: int) -> NothingReadable:
    file = graph.records.part(graph.best[node]).file
    message = f"tweet {graph.text(node)} is not where it was; run this again"
    return NothingReadable(f"{file}: {message}")


def _read_lost(
    graph: Graph, lost: Collection[int], read: Read
) -> Iterator[tuple[int, Tweet]]:
    """Yield lost tweets, as all that names them tells of them."""
    named: defaultdict[int, list[int]] = defaultdict(list)
    for child, to in _naming(graph):
        if to in lost:
            named[child].append(to)
    for node in _repeating(graph, lost):
        named[node].append(graph.standing(node))
    tweets, text = read(named), graph.text
    links = {
        text(child): tuple(map(_link, map(text, those)))
        for child, those in named.items()
        if text(child) in tweets
    }
    found = ghosts(tweets, links, {})
    for node in sorted(lost):
        if text(node) in found:
            yield node, found[text(node)]


def _repeating(graph: Graph, lost: Collection[int]) -> list[int]:
    """Return the retweets of some lost tweets."""
    if graph.scan.vectors:
        from tweetspat.scan.vectors.alike import repeating

        return repeating(graph, lost)
    stands = enumerate(graph.stands)
    return [node for node, to in stands if to != NONE and graph.standing(node) in lost]


def _link(to: TweetId) -> Link:
    return Link(
        to,
        "replied_to",
        "metadata",
        stated=True,
        confidence=1.0,
        confidence_conversation=1.0,
        evidence="",
    )


def _light(tweet: Tweet) -> Tweet:
    """Return what of a tweet counts here."""
    _, author, _, sent, basis, place, *_ = tweet
    return Tweet(tweet.id, author, None, sent, basis, place)
