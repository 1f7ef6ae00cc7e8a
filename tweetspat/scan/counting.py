"""What a list tells of a conversation, but for its words."""

from datetime import datetime
from typing import TypeAlias

from tweetspat.scan.cutting import Groups
from tweetspat.scan.graph import Graph
from tweetspat.scan.nodes import NONE
from tweetspat.scan.rows import ANY, NOBODY, UNKNOWN, instant, micros
from tweetspat.scan.words import texts
from tweetspat.stamps import id_instant, whole_second

__all__ = ["LATEST_ID", "TOLD_BY_ID", "Counted", "counted"]

Counted: TypeAlias = tuple[int, int, tuple[str, ...], datetime | None, datetime | None]
"""The node of the tweet that began a conversation; its tweets, voices, first and last,
as a `Summary` has them."""

TOLD_BY_ID = 1 << 40
"""Ids beyond it tell their instant; smaller ones are looked at."""

LATEST_ID = 1 << 62


def counted(
    graph: Graph, groups: Groups, number: int, *, inferred: bool
) -> Counted | None:
    """Return what is known of a conversation, or None where it takes a reading.

    That is where it is a case file, where a time is not known, or where two tweets
    were sent first and it takes more than their ids to order them.

    Args:
        graph: of the whole scan.
        groups: its conversations.
        number: that of this one.
        inferred: whether links are inferred where it is read.
    """
    if number in groups.cases:
        return None
    best, time, ids = graph.best, graph.time, graph.nodes.id
    members = groups.members(number)
    there: list[int] = []
    for node in members:
        if best[node] == NONE:
            if not TOLD_BY_ID < ids[node] < LATEST_ID and not graph.dated(node):
                return None
        elif time[node] == UNKNOWN:
            return None
        elif not graph.ghost(node):
            there.append(node)
    if not there:
        return None
    times = [time[node] for node in there]
    begun = min(times)
    first = there[times.index(begun)]
    if times.count(begun) != 1:
        first = NONE if inferred else _first(graph, members, there)
        if first == NONE:
            return None
    voices = _voices(graph, there)
    return first, len(there), voices, instant(begun), instant(max(times))


def _first(graph: Graph, members: list[int], there: list[int]) -> int:
    """Return which of several that were sent first is printed first, or NONE.

    Tweets of one instant are printed by their ids, unless one answers another
    that has the larger id; see `ordering.arrange`.
    """
    digest, ids = graph.scan.rows.digest, graph.nodes.id
    rows = [graph.best[node] for node in members]
    if any(row != NONE and digest[row] in ANY for row in rows):
        return NONE
    sent = {
        node: graph.time[node] if row != NONE else _sent(graph.text(node))
        for node, row in zip(members, rows, strict=True)
    }
    order = sorted(members, key=lambda node: (sent[node], ids[node]))
    place = {node: at for at, node in enumerate(order)}
    for node in order:
        for edge in graph.edges(node):
            late = place.get(edge.to, NONE) > place[node]
            if late and sent[edge.to] == sent[node]:
                return NONE
    first = min(there, key=place.__getitem__)
    return first if texts(graph, [first])[0] else NONE


def _voices(graph: Graph, nodes: list[int]) -> tuple[str, ...]:
    """Return the handles of those who sent some tweets, the busiest first."""
    who, handles = graph.people.who, graph.people.handles
    if len(nodes) == 1:
        sender = graph.sender[nodes[0]]
        return () if sender == NOBODY else (handles[sender],)
    counts: dict[int, int] = {}
    named: dict[int, str] = {}
    for node in nodes:
        sender = graph.sender[node]
        if sender == NOBODY:
            continue
        key = who[sender]
        if key not in counts:
            counts[key], named[key] = 1, handles[sender]
        else:
            counts[key] += 1
            if handles[sender] != named[key]:
                named[key] = min(handles[sender], named[key])
    if len(counts) <= 1:
        return tuple(named.values())
    busiest = [
        (-count, named[key].lower(), named[key]) for key, count in counts.items()
    ]
    busiest.sort()
    return tuple([handle for _, _, handle in busiest])


def _sent(id_: str) -> int:
    """Return when a lost tweet was sent, as its id tells."""
    inside = id_instant(id_)
    return micros(inside and whole_second(inside))
