"""DOT: the conversation as a graph for Graphviz.

`dot -Tsvg` draws it.  Solid edges are stated, dashed ones inferred, bold ones quote;
what is lost is dotted.
"""

from collections.abc import Iterator

from tweetspat.model import Link
from tweetspat.renderers.graph import COLORS, Edge, Graph, Node, graph_of
from tweetspat.renderers.view import Report, View
from tweetspat.renderers.wording import counted
from tweetspat.visible import Shown, dot, one_line

__all__ = ["render"]

_WIDTH = 36
_GREY = ("#666d76", "#f3f4f5")
_FONT = 'fontname="Helvetica,Arial,sans-serif"'


def render(report: Report, view: View) -> Iterator[str]:
    """Yield one directed graph; several spats stand in it side by side."""
    yield "digraph tweetspat {"
    yield f'  graph [rankdir=BT, charset="UTF-8", labelloc=t, fontsize=14, {_FONT}];'
    yield f'  node [shape=box, style="filled,rounded", fontsize=11, {_FONT}];'
    yield f"  edge [fontsize=9, {_FONT}];"
    spats = iter(report.spats)
    for number, spat in enumerate(spats, start=1):
        graph = graph_of(spat, view, _WIDTH)
        if view.whole:
            yield f"  subgraph cluster_{number} {{"
            yield f'  color="{_GREY[0]}";'
        label = "\\n".join(map(dot, (graph.title, *graph.legend)))
        yield f'  label="{label}";'
        yield from _drawn(graph, f"t{number}_" if number > 1 else "t")
        if not view.whole:
            break
        yield "  }"
    more = sum(1 for _ in spats) + sum(1 for _ in report.others)
    if more:
        yield f"  // {counted(more, 'more conversation')}: --all draws them"
    yield "}"


def _drawn(graph: Graph, name: str) -> Iterator[str]:
    for node in graph.nodes:
        yield f"  {name}{node.n} [{_node(node)}];"
    yield from (_edge(edge, name) for edge in graph.edges)


def _node(node: Node) -> str:
    line, ground = COLORS.get(node.role, _GREY)
    label = "\\n".join(map(dot, node.lines))
    style = ', style="dotted,rounded"' if node.lost else ""
    return (
        f'label="{label}", tooltip={_string(node.words)}, '
        f'color="{line}", fillcolor="{ground}"{style}'
    )


def _edge(edge: Edge, name: str) -> str:
    ends = f"{name}{edge.child} -> {name}{edge.parent}"
    if edge.link is None:
        return f"  {ends} [style=invis];"
    return f"  {ends} [{_link(edge.link)}];"


def _link(link: Link) -> str:
    styles = [] if link.stated else ["dashed"]
    styles += ["bold"] if link.relation == "quoted" else []
    style = f'style="{",".join(styles or ["solid"])}"'
    told = one_line(f"{link.relation.replace('_', ' ')}: {link.evidence}")
    return f"{style}, tooltip={_string(told)}"


def _string(text: Shown) -> str:
    return f'"{dot(text)}"'
