"""Mermaid: the conversation as a flowchart, which GitHub and others draw.

Solid arrows are stated, dotted ones inferred, thick ones quote; what is lost has a
dashed border.
"""

from collections.abc import Iterator

from tweetspat.renderers.graph import COLORS, Edge, Graph, Node, graph_of
from tweetspat.renderers.view import Report, View
from tweetspat.renderers.wording import counted
from tweetspat.visible import mermaid, own

__all__ = ["render"]

_WIDTH = 26
"""Cells of a label's line: Mermaid breaks them at 200 pixels."""

_MOST_EDGES = 480
"""Mermaid refuses more than 500."""

_MOST_CHARACTERS = 45_000
"""Mermaid refuses more than 50,000."""

_LEAST_CHARACTERS = 5_000
"""Room in which another conversation is begun."""


def render(report: Report, view: View) -> Iterator[str]:
    """Yield one flowchart; what Mermaid would refuse for its size is counted in it."""
    yield "flowchart BT"
    room = [_MOST_CHARACTERS, _MOST_EDGES]
    spats = iter(report.spats)
    more = 0
    for number, spat in enumerate(spats, start=1):
        if room[0] < _LEAST_CHARACTERS or not room[1]:
            more = 1
            break
        graph = graph_of(spat, view, _WIDTH)
        name = f"c{number}t" if number > 1 else "t"
        yield from _about(graph, name, room)
        yield from _drawn(graph, name, room)
        if not view.whole:
            break
    for role, (line, ground) in COLORS.items():
        yield f"  classDef {role} fill:{ground},stroke:{line},color:#1b1d21"
    yield "  classDef gone fill:#ffffff,stroke:#7a5c00,stroke-dasharray:4 3"
    yield "  classDef about fill:#ffffff,stroke:#ffffff,color:#1b1d21"
    more += sum(1 for _ in spats) + sum(1 for _ in report.others)
    if more:
        yield f"  %% {counted(more, 'more conversation')}, not drawn"


def _about(graph: Graph, name: str, room: list[int]) -> Iterator[str]:
    """Yield title and legend as a node of their own above the first tweet."""
    label = "<br/>".join(map(mermaid, (graph.title, *graph.legend)))
    room[0] -= len(label)
    room[1] -= 1
    yield f'  {name}0["{label}"]'
    yield f"  class {name}0 about"
    yield f"  {name}{graph.nodes[0].n} ~~~ {name}0"


def _drawn(graph: Graph, name: str, room: list[int]) -> Iterator[str]:
    """Yield as many tweets, each with its links, as there is room for."""
    edges: dict[int, list[Edge]] = {}
    for edge in graph.edges:
        edges.setdefault(edge.child, []).append(edge)
    shown: set[int] = set()
    for node in graph.nodes:
        known = [edge for edge in edges.get(node.n, []) if edge.parent in shown]
        lines = [*_node(node, name), *(_edge(edge, name) for edge in known)]
        size = sum(map(len, lines)) + len(lines)
        if size > room[0] or len(known) > room[1]:
            break
        room[0] -= size
        room[1] -= len(known)
        shown.add(node.n)
        yield from lines
    left = len(graph.nodes) - len(shown)
    if left:
        words = f"… {counted(left, 'more tweet')}: tweetspat show --format dot"
        yield f'  {name}more["{mermaid(own(words))}"]'


def _node(node: Node, name: str) -> Iterator[str]:
    label = "<br/>".join(map(mermaid, node.lines))
    yield f'  {name}{node.n}["{label}"]'
    role = "gone" if node.lost else node.role
    if role in COLORS or node.lost:
        yield f"  class {name}{node.n} {role}"


def _edge(edge: Edge, name: str) -> str:
    """Write a link: an arrow to what is answered, or a hold that is not drawn."""
    if edge.link is None:
        arrow = "~~~"
    elif edge.link.relation == "quoted":
        arrow = "==>" if edge.link.stated else "-.->"
    else:
        arrow = "-->" if edge.link.stated else "-.->"
    return f"  {name}{edge.child} {arrow} {name}{edge.parent}"
