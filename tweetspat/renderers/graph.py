"""A conversation as a graph: what DOT and Mermaid draw, each in its own words.

A node is a tweet, an edge a link.  Whoever answers nobody hangs, unseen, below the
tweet before, so that the drawing keeps the order of the conversation.
"""

from collections.abc import Iterator
from itertools import islice
from typing import NamedTuple

from tweetspat.model import Link, Spat, Turn
from tweetspat.renderers.cells import cut, wrap
from tweetspat.renderers.frame import Frame, frame_of
from tweetspat.renderers.heading import title_of
from tweetspat.renderers.lines import plain
from tweetspat.renderers.relation import relation
from tweetspat.renderers.sent import stamp
from tweetspat.renderers.turn import reported
from tweetspat.renderers.view import GLYPHS, View
from tweetspat.renderers.voices import handle_of, voices_of
from tweetspat.renderers.wording import counted
from tweetspat.visible import Shown, one_line, own

__all__ = ["COLORS", "Edge", "Graph", "Node", "graph_of"]

COLORS = {
    "side0": ("#0072b2", "#e3f1fa"),
    "side1": ("#a84300", "#fdf0dc"),
    "side2": ("#8f3f6f", "#f9eaf2"),
    "side3": ("#6b6100", "#fbf8d9"),
    "lost": ("#7a5c00", "#ffffff"),
}
"""Okabe and Ito's on light ground, as line and as ground; all others are grey."""

_LINES = 4
"""How many lines of a text are on its node."""

_MANY = 200
"""Tweets from which on a node has fewer words."""

_LEGEND = 100
"""Cells for the title, and for who has which sign."""

_LINES_MEAN = "solid: stated, dashed: inferred, bold: quoted, dotted box: lost"

_WHOLE = 600
"""Characters that are told on pointing at a node."""


class Node(NamedTuple):
    """A tweet as it is drawn.

    Attributes:
        n: its number.
        role: its colour's role.
        lines: its label.
        words: its first words at greater length.
        lost: it only stands in for a tweet that is not there.
    """

    n: int
    role: str
    lines: tuple[Shown, ...]
    words: Shown
    lost: bool


class Edge(NamedTuple):
    """A link as it is drawn, or the unseen hold of one that answers nobody.

    Attributes:
        child, parent: the numbers of the tweets; of a burst that is answered as
            a whole each has an edge.
        link: what is told of it; None for the hold.
    """

    child: int
    parent: int
    link: Link | None


class Graph(NamedTuple):
    """What is drawn of a conversation.

    Attributes:
        title: its title.
        legend: what signs, colours and lines mean.
        nodes, edges: in printed order.
    """

    title: Shown
    legend: tuple[Shown, ...]
    nodes: tuple[Node, ...]
    edges: tuple[Edge, ...]


def graph_of(spat: Spat, view: View, width: int) -> Graph:
    """Return the graph of a spat, its labels in lines of so many cells."""
    voices = voices_of(spat, GLYPHS)
    frame = frame_of(spat, view._replace(width=_WHOLE, glyphs=GLYPHS), voices)
    return Graph(
        cut(title_of(spat, voices), _LEGEND),
        tuple(_legend(spat, frame)),
        tuple(_node(turn, width, spat, frame) for turn in spat.turns),
        tuple(_edges(spat, frame)),
    )


def _node(turn: Turn, width: int, spat: Spat, frame: Frame) -> Node:
    voice, tweet = frame.voices.of(turn), turn.tweet
    words = _words(turn, frame)
    most = _LINES if len(spat.turns) < _MANY else 1
    head = f"{voice.sign}{turn.n} {handle_of(tweet)}"
    lines = [cut(Shown(head), width), plain(tuple(stamp(turn, frame, None)))]
    kept = list(islice(wrap(words, width), most + 1))
    if len(kept) > most:
        kept[most - 1 :] = [cut(Shown(f"{kept[most - 1]} {kept[most]}"), width)]
    lines += kept
    if turn.retweets:
        lines.append(own(f"⟲ repeated {counted(len(turn.retweets), 'time')}"))
    shown = tuple(line for line in lines if line)
    return Node(turn.n, voice.role, shown, words, lost=tweet.ghost)


def _words(turn: Turn, frame: Frame) -> Shown:
    """Return the first words of a text, or what is known of one that is lost."""
    tweet = turn.tweet
    if tweet.text is not None:
        return cut(one_line(" ".join(tweet.text[:_WHOLE].split())), _WHOLE // 2)
    if tweet.ghost:
        fate = [part for part in relation(turn, frame) if part.role == "lost"]
        return plain(tuple(fate))
    return cut(Shown(" ".join(map(plain, reported(turn, frame)))), _WHOLE // 2)


def _edges(spat: Spat, frame: Frame) -> Iterator[Edge]:
    """Yield each link within the spat, and a hold for whoever has none."""
    before: Turn | None = None
    for turn in spat.turns:
        ends = {
            (frame.turns[id_].n, link)
            for link in turn.links
            if not link.elsewhere
            for id_ in (link.to, *link.series)
            if id_ in frame.turns and id_ != turn.tweet.id
        }
        edges = [Edge(turn.n, n, link) for n, link in ends]
        if before and not edges:
            edges = [Edge(turn.n, before.n, None)]
        yield from sorted(edges, key=lambda edge: edge.parent)
        before = turn


def _legend(spat: Spat, frame: Frame) -> Iterator[Shown]:
    """Yield who has which sign, then what the lines mean."""
    names: dict[str, dict[Shown, None]] = {}
    for turn in spat.turns:
        voice = frame.voices.of(turn)
        if voice.lane is not None:
            side = one_line(turn.side) if turn.side else handle_of(turn.tweet)
            names.setdefault(voice.sign, {}).setdefault(side)
    signs = [sign for sign in GLYPHS.sides if sign in names]
    told = "   ".join(f"{sign} {', '.join(names[sign])}" for sign in signs)
    if told:
        yield cut(Shown(told), _LEGEND)
    yield own(_LINES_MEAN)
