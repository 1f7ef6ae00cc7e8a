"""Versions of edited tweets among the nodes of a scan: the newest stands for all.

As `versions` has it for tweets.
"""

from array import array
from collections.abc import Sequence
from typing import NamedTuple

from tweetspat.model import Tweet, TweetId
from tweetspat.scan.copies import Copies, Together
from tweetspat.scan.nodes import NONE, Nodes
from tweetspat.scan.rows import NOBODY, micros
from tweetspat.scan.scanning import Scan
from tweetspat.versions import groups_of

__all__ = ["Edits", "joined_versions"]


class Edits(NamedTuple):
    """What is known of edited tweets.

    Attributes:
        versions: for the ids of earlier versions, those that stand for them.
        newest: by earlier version the newest one.
        earlier: by newest version the others, the newest of them first.
        together: by node all that are said to be versions of one tweet with it.
        seats: by newest version what its conversation id stands for.
    """

    versions: dict[TweetId, TweetId]
    newest: dict[int, int]
    earlier: dict[int, Sequence[int]]
    together: dict[int, tuple[int, ...]]
    seats: dict[int, int]


def joined_versions(
    scan: Scan, nodes: Nodes, copies: Copies, stands: "array[int]"
) -> Edits:
    """Let the newest version of each edited tweet stand for the others.

    Args:
        scan: whose rows tell of versions.
        nodes: the tweets.
        copies: what is told of them; filled with what versions tell together.
        stands: by node what stands for it; filled in for earlier versions.

    Cost:
        O(n) in the versions and their copies, which are read.
    """
    found = Edits({}, {}, {}, {}, {})
    told = scan.rows.versions
    if not told:
        return found
    number, named = scan.rows.ids.number, nodes.named
    there = {named[number(id_)] for teller, own in told for id_ in (teller, *own)}
    merged = copies.merged([node for node in there if copies.best[node] != NONE])
    found.versions.update(merged.versions)
    edited: dict[TweetId, list[TweetId]] = {}
    for old, new in merged.versions.items():
        earlier, newest = named[number(old)], named[number(new)]
        found.newest[earlier] = stands[earlier] = newest
        edited.setdefault(new, [new]).append(old)
    for ids in groups_of((teller, *own) for teller, own in told):
        those = tuple([named[number(id_)] for id_ in ids])
        if len(those) > 1:
            found.together.update(dict.fromkeys(those, those))
    conversations = dict(zip(*scan.rows.conversations, strict=True))
    for new, ids in edited.items():
        first, *others = (named[number(id_)] for id_ in ids)
        others.reverse()  # `versions` come the oldest first
        found.earlier[first] = others
        rows = [
            row
            for node in (first, *others)
            if copies.best[node] != NONE
            for row in copies.by_riches(node, words=True)
        ]
        tweet = merged.tweets[new]
        copies.time[first] = micros(tweet.sent)
        copies.told[first] = _together(scan, nodes, copies, rows, tweet)
        if tweet.conversation:
            id_ = number(tweet.conversation)
            row = next(row for row in rows if conversations.get(row) == id_)
            found.seats[first] = nodes.seats[row]
    return found


def _together(
    scan: Scan, nodes: Nodes, copies: Copies, rows: Sequence[int], tweet: Tweet
) -> Together:
    """Return where the versions of an edited tweet point together.

    Args:
        scan: whose rows.
        nodes: the tweets.
        copies: theirs.
        rows: of all the versions, the newest first.
        tweet: what was made of them.
    """
    ids, reply, across = scan.rows.ids, nodes.reply, nodes.across
    pointed = {each for row in rows for each in (reply[row], across[row])}
    by_id = {nodes.id[each]: each for each in pointed if each != NONE}

    def to(id_: TweetId | None) -> int:
        if not id_:
            return NONE
        number = ids.number(id_)
        return by_id.get(number, nodes.named.get(number, NONE))

    authors, handle = scan.authors.keys, scan.rows.handle
    named = (handle[row] for row in rows if handle[row] != NOBODY)
    return Together(
        to(tweet.reply_to),
        to(tweet.quotes),
        to(tweet.repeats),
        copies.kept_in(rows),
        next((e for e in named if authors[e][1] == tweet.reply_handle), NOBODY),
    )
