"""The tree: every tweet under what it answers, the line to it telling how.

Solid where the data states it, dashed where it is inferred, double where one quotes
the other.  Nothing here calls itself, so that a chain may be as long as it likes.
"""

from collections import deque
from collections.abc import Iterator, Sequence
from datetime import datetime
from typing import NamedTuple

from tweetspat.model import Link, Spat, Turn, TweetId
from tweetspat.renderers.branches import Branch, Forest, Group, branch_of, forest_of
from tweetspat.renderers.folding import Fold, fold_words, hint, quiet
from tweetspat.renderers.frame import Frame
from tweetspat.renderers.lines import Line, Span, fitted, size, span, wrapped
from tweetspat.renderers.pauses import spoken_in
from tweetspat.renderers.relation import marks, named, relation
from tweetspat.renderers.sent import own_clock, stamp
from tweetspat.renderers.timeline import dimmed
from tweetspat.renderers.turn import body, first_words, name
from tweetspat.renderers.voices import handle_of

__all__ = ["tree"]

_STEP = 4
"""Cells by which an answer is indented."""

_LEAST_ROOM = 30
"""Cells that words have at least."""

_DEEPEST = 12
"""Steps below which a branch is continued further down, however wide the line."""

_LEAST_WORDS = 20


class _Node(NamedTuple):
    """A turn, or turns that are folded, in their place.

    Attributes:
        guides: what stands before the line that leads to it, a stretch a step.
        above: the turn under which it stands.
        last: nothing more stands under that.
    """

    group: Group
    guides: Line = ()
    above: Turn | None = None
    last: bool = True


class _Tree(NamedTuple):
    """What every node of one tree is drawn with."""

    frame: Frame
    forest: Forest
    quiet: frozenset[TweetId]
    spoken: Sequence[datetime]
    branch: Branch
    deepest: int


def tree(spat: Spat, frame: Frame) -> Iterator[Line]:
    """Yield the turns, each under what it answers, siblings in printed order."""
    drawn = _Tree(
        frame=frame,
        forest=forest_of(spat),
        quiet=quiet(spat, frame),
        spoken=spoken_in(spat),
        branch=branch_of(frame.view.glyphs),
        deepest=min(_DEEPEST, (frame.view.width - _LEAST_ROOM) // _STEP - 1),
    )
    folds: list[Fold] = []
    tight = frame.view.compact
    for number, group in enumerate(
        drawn.forest.groups(drawn.forest.roots, drawn.quiet)
    ):
        if not (tight and number):
            yield ()
        waiting: deque[Turn] = deque()
        yield from _grown([_Node(group)], waiting, folds, drawn)
        while waiting:
            above = waiting.popleft()
            if not tight:
                yield ()
            yield _continued(above, drawn)
            yield from _grown(_answers(above, (), drawn), waiting, folds, drawn)
    if folds:
        yield ()
        yield (hint(folds, frame),)


def _grown(
    nodes: list[_Node], waiting: deque[Turn], folds: list[Fold], drawn: _Tree
) -> Iterator[Line]:
    """Yield nodes and all below them; what is too deep is left waiting."""
    stack = nodes[::-1]
    while stack:
        node = stack.pop()
        if node.group.folded:
            fold = Fold(node.group.turns)
            folds.append(fold)
            yield from _told(fold_words(fold, drawn.spoken, drawn.frame), node, drawn)
            continue
        (turn,) = node.group.turns
        lines = _node(turn, node, drawn)
        yield from map(dimmed, lines) if turn.context else lines
        if not drawn.forest.sizes[turn.tweet.id]:
            continue
        guides = _guides(node, drawn)
        if len(guides) < drawn.deepest:
            stack += reversed(_answers(turn, guides, drawn))
            continue
        waiting.append(turn)
        count = f"{drawn.forest.sizes[turn.tweet.id]:,}"
        words = f"{drawn.frame.view.glyphs.more} {count} deeper"
        deeper = _Node(Group((), folded=True), guides, turn)
        yield from _told([span("dim", words)], deeper, drawn)


def _answers(above: Turn, guides: Line, drawn: _Tree) -> list[_Node]:
    below = drawn.forest.below.get(above.tweet.id, ())
    groups = [*drawn.forest.groups(below, drawn.quiet)]
    last = len(groups) - 1
    return [
        _Node(group, guides, above, number == last)
        for number, group in enumerate(groups)
    ]


def _guide(above: Turn, drawn: _Tree, text: str) -> Span:
    """Return a piece of the line from a turn to its answers, in its colour."""
    return span(drawn.frame.voices.of(above).role, text)


def _guides(node: _Node, drawn: _Tree) -> Line:
    """Return what stands before all that is below a node, its own guide excepted."""
    if node.above is None:
        return ()
    text = " " * _STEP if node.last else drawn.branch.onward
    return *node.guides, _guide(node.above, drawn, text)


def _lead(node: _Node, link: Link | None, drawn: _Tree) -> Line:
    """Return what leads to a node."""
    if node.above is None:
        return ()
    branch = drawn.branch
    if link and not link.stated:
        text = branch.last_inferred if node.last else branch.inferred
    elif link and link.relation == "quoted":
        text = branch.last_quoted if node.last else branch.quoted
    else:
        text = branch.last_stated if node.last else branch.stated
    return *node.guides, _guide(node.above, drawn, text)


def _told(words: Sequence[Span], node: _Node, drawn: _Tree) -> Iterator[Line]:
    """Yield what stands for turns that are not shown here."""
    lead = _lead(node, None, drawn)
    for line in wrapped(words, drawn.frame.view.width - size(lead)):
        yield *lead, *line
        lead = _guides(node, drawn)


def _continued(above: Turn, drawn: _Tree) -> Line:
    frame = drawn.frame
    parts = [
        span("dim", f"{frame.view.glyphs.more} continued from "),
        *named([above.tweet.id], frame),
        Span("dim", handle_of(above.tweet)),
    ]
    parts.insert(-1, span("", " "))
    return fitted(parts, frame.view.width, frame.view.glyphs.more)


def _node(turn: Turn, node: _Node, drawn: _Tree) -> Iterator[Line]:
    """Yield a turn's head behind the line that leads to it, and its body below."""
    guides = _guides(node, drawn)
    link = drawn.forest.links.get(turn.tweet.id)
    has_answers = bool(drawn.forest.sizes[turn.tweet.id])
    own = drawn.branch.onward if has_answers else " " * _STEP
    below = (*guides, _guide(turn, drawn, own))
    room = drawn.frame.view.width - _STEP * len(guides)
    head, *rest = _lines(turn, node.above, room, drawn)
    yield *_lead(node, link, drawn), *head
    for line in rest:
        yield *below, *line


def _lines(turn: Turn, above: Turn | None, room: int, drawn: _Tree) -> Iterator[Line]:
    """Yield sign, number, handle, time, relation; what does not fit goes below."""
    frame = drawn.frame.within(room)
    head, below = name(turn, frame, room // 2), list[list[Span]]()
    pieces = [stamp(turn, frame, above), own_clock(turn, frame)]
    over = above.tweet.id if above else None
    pieces.append(
        marks(turn, frame, over) if frame.view.compact else relation(turn, frame)
    )
    for parts in filter(None, pieces):
        if below or size(head) + 2 + size(parts) > room:
            below.append(parts)
        else:
            head += [span("", "  "), *parts]
    words = room - size(head) - 2
    if frame.view.compact and not below and words >= _LEAST_WORDS:
        yield *head, span("", "  "), *first_words(turn, words, frame)
        return
    yield tuple(head)
    inner = frame.within(room - _STEP)
    for parts in below:
        yield from wrapped(parts, inner.room)
    if not frame.view.compact:
        yield from body(turn, inner, over)
    elif found := first_words(turn, inner.room, inner):
        yield found
