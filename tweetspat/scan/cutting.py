"""Cut the graph of a scan into conversations, by the rules of `conversations`."""

from array import array
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import accumulate, chain, compress, count, pairwise

from tweetspat.conversations import LARGE, Join
from tweetspat.scan.graph import QUOTE, REPLY, Graph
from tweetspat.scan.nodes import NONE
from tweetspat.scan.rows import NOBODY

__all__ = ["Groups", "cut"]


class Pairs:
    """Pairs of nodes, eight bytes each."""

    def __init__(self, pairs: Iterable[tuple[int, int]] = ()) -> None:
        self._flat = array("i", chain.from_iterable(pairs))

    def __iter__(self) -> Iterator[tuple[int, int]]:
        numbers = iter(self._flat)
        return zip(numbers, numbers, strict=True)


class Groups:
    """Conversations by number.

    Attributes:
        of: by node the number of its conversation; NONE for what is no turn.
        size: by conversation how many nodes it has.
        nodes: those of all, conversation by conversation, ascending in each.
        start: by conversation where its nodes begin.
        crossing: pairs of a node and what a link of its leads to elsewhere.
        cases: by conversation the numbers of the case files that it is.
    """

    def __init__(self, graph: Graph, above: "array[int]") -> None:
        size = len(above)
        self.of = array("i", b"\xff" * (4 * size))
        self.size = array("i")
        self.nodes = array("i")
        self.start = array("i")
        self.crossing = Pairs()
        self.cases: dict[int, list[int]] = {}
        if graph.scan.vectors:
            from tweetspat.scan.vectors.components import fill

            fill(self, graph, above)
        else:
            self._fill(graph, above)

    def _fill(self, graph: Graph, above: "array[int]") -> None:
        of, sizes, alive = self.of, self.size, graph.alive
        for node in range(len(above) - 1, -1, -1):
            if not alive[node]:
                continue
            root = above[node]
            if above[root] != root:
                root = _root(above, node)
            group = of[root]
            if group == NONE:
                group = of[root] = len(sizes)
                sizes.append(0)
            of[node] = group
            sizes[group] += 1
        self.start = array("i", accumulate(sizes, initial=0))
        self.nodes = array("i", bytes(4 * self.start.pop()))
        places = array("i", self.start)
        for node in compress(count(), alive):
            group = of[node]
            self.nodes[places[group]] = node
            places[group] += 1

    def __len__(self) -> int:
        return len(self.size)

    def members(self, group: int) -> list[int]:
        """Return the nodes of a conversation."""
        start = self.start[group]
        return self.nodes[start : start + self.size[group]].tolist()


def cut(graph: Graph, join: Join) -> Groups:
    """Return the conversations of a graph; see `conversations.conversations`.

    Cost:
        O(n) but for the inverse Ackermann factor; no recursion.
    """
    together = [*_cases(graph), *_counted_together(graph)]
    lonely: set[int] = set()
    above = _joined(graph, together, lonely, quotes=join != "replies")
    if join == "auto":
        lonely = _lonely_quotes(graph, above)
        if lonely:
            above = _joined(graph, together, lonely, quotes=True)
    crossed = Pairs(_crossed(graph, lonely, quotes=join != "replies"))
    _place_ghosts(graph, above, crossed, together, lonely, quotes=join != "replies")
    groups = Groups(graph, above)
    of = groups.of
    groups.crossing = Pairs(pair for pair in crossed if of[pair[0]] != of[pair[1]])
    for number, case in enumerate(graph.scan.gathered.cases):
        nodes = (_node(graph, id_) for id_ in case.tweets)
        group = next((of[node] for node in nodes if node is not None), NONE)
        if group != NONE:
            groups.cases.setdefault(group, []).append(number)
    return groups


def _node(graph: Graph, id_: str) -> int | None:
    """Return the turn of an id that a case names."""
    node = graph.nodes.named.get(graph.scan.rows.ids.number(id_))
    if node is None:
        return None
    if (
        graph.best[node] != NONE
        and graph.stands[node] != NONE
        and id_ in graph.versions
    ):
        node = graph.stands[node]
    return node if graph.alive[node] else None


def _cases(graph: Graph) -> Iterator[tuple[int, int]]:
    for case in graph.scan.gathered.cases:
        nodes = [_node(graph, id_) for id_ in case.tweets]
        yield from pairwise(node for node in nodes if node is not None)


def _counted_together(graph: Graph) -> Iterator[tuple[int, int]]:
    """Yield pairs of turns that the platform counts in one conversation."""
    seats = graph.nodes.seats
    if not seats:
        return
    size = len(graph.nodes)
    sitting: dict[int, int] = {}
    told = _seats(graph)
    for node, seat in told.items():
        if not graph.alive[node]:
            continue
        if seat < size and graph.stands[seat] != NONE:
            graph.counted_in(node, seat)
        parent = graph.parent[node]
        if (
            parent != NONE
            and graph.kind[node] == REPLY
            and parent in told
            and parent != node
            and _first(graph, node)
        ):
            continue
        begun = graph.standing(seat) if seat < size else seat
        if begun < size and graph.alive[begun]:
            yield node, begun
        else:
            yield node, sitting.setdefault(begun, node)


def _seats(graph: Graph) -> dict[int, int]:
    """Return by node what its conversation id stands for, where a copy tells one."""
    seats, of, best = graph.nodes.seats, graph.nodes.of, graph.best
    found = {of[row]: seat for row, seat in seats.items() if best[of[row]] == row}
    others: dict[int, int] = {}
    differing: dict[int, None] = {}
    for row, seat in seats.items():
        node = of[row]
        if node not in found and others.setdefault(node, seat) != seat:
            differing[node] = None
    for node in differing:
        order = graph.copies.by_riches(node, words=True)
        others[node] = next(seats[row] for row in order if row in seats)
    return found | others | graph.seats


def _first(graph: Graph, node: int) -> bool:
    """Tell whether a turn's very first link is the one that places it."""
    return not graph.edges(node)[0].elsewhere


def _joined(
    graph: Graph,
    together: Iterable[tuple[int, int]],
    lonely: Collection[int],
    *,
    quotes: bool,
) -> "array[int]":
    """Return for each node one further up in its group."""
    above = _rooted(graph, lonely, quotes=quotes) if graph.scan.vectors else None
    if above is None:
        above = _trees(graph, lonely, quotes=quotes)
    for child, to in together:
        head, root = _root(above, to), _root(above, child)
        if head != root:
            above[root] = head
    return above


def _rooted(
    graph: Graph, lonely: Collection[int], *, quotes: bool
) -> "array[int] | None":
    """Do what `_trees` does with numpy; None where there is a ring."""
    from tweetspat.scan.vectors.components import rooted

    apart: Iterable[int] = lonely
    if not quotes:
        several = compress(count(), graph.several)
        apart = (child for child in several if graph.kind[child] == QUOTE)
    heads = {child: _other_parent(graph, child) for child in apart}
    return rooted(graph, heads, quotes=quotes)


def _trees(graph: Graph, lonely: Collection[int], *, quotes: bool) -> "array[int]":
    """Return for each node one further up in its tree."""
    above = array("i", range(len(graph.nodes)))
    parent, kind = graph.parent, graph.kind
    for child, to in enumerate(parent):
        if to == NONE:
            continue
        head = to
        if kind[child] == QUOTE and (not quotes or child in lonely):
            head = _other_parent(graph, child)
            if head == NONE:
                continue
        while above[head] != head:
            above[head] = head = above[above[head]]
        root = child
        while above[root] != root:
            above[root] = root = above[above[root]]
        if head != root:
            above[root] = head
    return above


def _other_parent(graph: Graph, child: int) -> int:
    """Return the first link that is no quote, of one whose first is."""
    return next(
        (
            edge.to
            for edge in graph.edges(child)
            if edge.kind != QUOTE and not edge.elsewhere
        ),
        NONE,
    )


def _root(above: "array[int]", node: int) -> int:
    parent = above[node]
    while parent != node:
        above[node] = node = above[parent]
        parent = above[node]
    return node


def _lonely_quotes(graph: Graph, above: "array[int]") -> set[int]:
    """Return the quotes in large trees that are all their two authors exchange."""
    large = _large(graph, above)
    turns = _below(graph, large, above) if large else []
    if not any(graph.kind[child] == QUOTE for child in turns):
        return set()
    names = _ghost_voices(graph, turns)

    def voice(node: int) -> int:
        if graph.best[node] == NONE:
            return names.get(node, NOBODY)
        return graph.people.who[graph.sender[node]]

    exchanged: Counter[tuple[int, int, int]] = Counter()
    quotes: dict[int, tuple[int, int, int] | None] = {}
    for child in turns:
        to, root = graph.parent[child], _root(above, child)
        for edge in graph.edges(child) if graph.alive[child] else ():
            if edge.elsewhere or _root(above, edge.to) != root:
                continue
            one, other = voice(child), voice(edge.to)
            pair = None
            if NOBODY not in (one, other):
                pair = root, min(one, other), max(one, other)
                exchanged[pair] += 1
            if edge.kind == QUOTE and to == edge.to and graph.kind[child] == QUOTE:
                quotes[child] = pair
    return {
        child
        for child, pair in quotes.items()
        if pair is None or (exchanged[pair] == 1 and pair[1] != pair[2])
    }


def _quotes(graph: Graph) -> Iterator[int]:
    """Yield the turns whose first link is a quote."""
    is_quote = bytes(kind == QUOTE for kind in range(256))
    return compress(count(), graph.kind.translate(is_quote))


def _large(graph: Graph, above: "array[int]") -> Collection[int]:
    """Return the roots of large trees."""
    if graph.scan.vectors:
        from tweetspat.scan.vectors.components import large

        return large(graph, above)
    sizes = Counter(
        _root(above, node) for node in range(len(above)) if graph.alive[node]
    )
    return {root for root, size in sizes.items() if size > LARGE}


def _below(graph: Graph, large: Collection[int], above: "array[int]") -> Sequence[int]:
    """Return what has a parent in the trees of some roots, ascending."""
    if graph.scan.vectors:
        from tweetspat.scan.vectors.components import below

        return below(graph, large, above)
    return [
        child
        for child, to in enumerate(graph.parent)
        if to != NONE and _root(above, child) in large
    ]


def _ghost_voices(graph: Graph, turns: Iterable[int]) -> dict[int, int]:
    """Return whose the lost tweets are that some turns answer, where these tell."""
    found: dict[int, int] = {}
    for child in turns:
        to = graph.parent[child]
        if graph.best[to] == NONE:
            graph.lay_claim(found, child, to)
    return {node: graph.people.bare[author] for node, author in found.items()}


def _crossed(
    graph: Graph, lonely: Collection[int], *, quotes: bool
) -> Iterator[tuple[int, int]]:
    """Yield each link that joins nothing: its child, and what it leads to."""
    many: Iterable[int] = compress(count(), graph.several)
    if graph.scan.vectors:
        from tweetspat.scan.vectors.components import crossed

        regular, many = crossed(graph, lonely)
        yield from regular
    alone = (child for child in lonely if not graph.several[child])
    for child in chain(many, alone if quotes else ()):
        joining = _joining(graph, child, lonely, quotes=quotes)
        for edge in graph.edges(child):
            if edge.to != joining and graph.alive[edge.to]:
                yield child, edge.to
    if not quotes:
        for child in _quotes(graph):
            if not graph.several[child]:
                for edge in graph.edges(child):
                    yield child, edge.to


def _joining(graph: Graph, child: int, lonely: Collection[int], *, quotes: bool) -> int:
    for edge in graph.edges(child):
        if not edge.elsewhere and (
            edge.kind != QUOTE or (quotes and child not in lonely)
        ):
            return edge.to
    return NONE


def _place_ghosts(
    graph: Graph,
    above: "array[int]",
    crossed: Iterable[tuple[int, int]],
    together: list[tuple[int, int]],
    lonely: Collection[int],
    *,
    quotes: bool,
) -> None:
    """Put each lost tweet that nothing joins with the first that names it."""
    lost = [
        (child, to)
        for child, to in crossed
        if graph.ghost(to)
        and above[to] == to
        and any(edge.to == to and not edge.elsewhere for edge in graph.edges(child))
    ]
    if not lost:
        return
    asked = {to for _, to in lost}
    held = {node for edge in together for node in edge if node in asked}
    cases = graph.scan.gathered.cases
    held.update(
        node
        for case in cases
        for id_ in case.tweets
        if (node := _node(graph, id_)) is not None
    )
    for child, to in enumerate(graph.parent):
        if to in asked and _joining(graph, child, lonely, quotes=quotes) == to:
            held.add(to)
    age = graph.scan.rows.ids.age
    for child, ghost in sorted(lost, key=lambda edge: age(graph.nodes.id[edge[0]])):
        if above[ghost] == ghost and ghost not in held:
            above[ghost] = _root(above, child)
