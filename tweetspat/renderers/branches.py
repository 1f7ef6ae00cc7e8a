"""Who answers whom, as a forest: what a tree and its folds are drawn from."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from tweetspat.model import Link, Spat, Turn, TweetId
from tweetspat.renderers.view import Glyphs

__all__ = ["Branch", "Forest", "Group", "branch_of", "forest_of"]


class Branch(NamedTuple):
    """Lines that lead to an answer.

    Attributes:
        onward: the guide that goes on past it.
        stated, inferred, quoted: what leads to an answer that has one below it.
        last_stated, last_inferred, last_quoted: what leads to the last one.
    """

    onward: str
    stated: str
    inferred: str
    quoted: str
    last_stated: str
    last_inferred: str
    last_quoted: str


_DRAWN = Branch("│   ", "├── ", "├╌╌ ", "╞══ ", "╰── ", "╰╌╌ ", "╘══ ")
_ASCII = Branch("|   ", "|-- ", "|.. ", "|== ", "`-- ", "`.. ", "`== ")


def branch_of(glyphs: Glyphs) -> Branch:
    """Return the lines that go with a set of signs."""
    return _ASCII if glyphs.rail.isascii() else _DRAWN


class Group(NamedTuple):
    """Neighbours among answers: one that is shown, or several that are folded.

    Attributes:
        turns: the one; or all that are folded, with all below them, in printed order.
    """

    turns: tuple[Turn, ...]
    folded: bool = False


class Forest(NamedTuple):
    """Each turn under the one that it answers, in printed order.

    Attributes:
        roots: what answers nothing that stands above it.
        below: the answers to each turn; only of turns that have some.
        links: how each turn that is no root answers the one above it.
        sizes: how many turns stand below each, however deep.
    """

    roots: Sequence[Turn]
    below: Mapping[TweetId, Sequence[Turn]]
    links: Mapping[TweetId, Link]
    sizes: Mapping[TweetId, int]

    def groups(
        self, turns: Iterable[Turn], quiet: AbstractSet[TweetId]
    ) -> Iterator[Group]:
        """Yield neighbours, runs of those that may be folded as one.

        A single turn is shown: the line that stood for it would tell less.
        """
        run: list[Turn] = []
        for turn in turns:
            if turn.tweet.id in quiet:
                run.append(turn)
                continue
            yield from self._folded(run)
            run = []
            yield Group((turn,))
        yield from self._folded(run)

    def _folded(self, run: list[Turn]) -> Iterator[Group]:
        found, waiting = list[Turn](), list(run)
        while waiting:
            found.append(waiting.pop())
            waiting += self.below.get(found[-1].tweet.id, ())
        if len(found) > 1:
            yield Group(tuple(sorted(found, key=lambda turn: turn.n)), folded=True)
        elif run:
            yield Group(tuple(run))


def forest_of(spat: Spat) -> Forest:
    """Return the forest of a spat.

    A turn stands under the first that it points at and that is printed before it, so
    that no claim can make a ring; its other links are told in words.

    Cost:
        O(n).
    """
    places = {turn.tweet.id: place for place, turn in enumerate(spat.turns)}
    roots: list[Turn] = []
    below: dict[TweetId, list[Turn]] = {}
    links: dict[TweetId, Link] = {}
    for place, turn in enumerate(spat.turns):
        link = _above(turn, place, places)
        if link is None:
            roots.append(turn)
        else:
            links[turn.tweet.id] = link
            below.setdefault(link.to, []).append(turn)
    sizes = dict.fromkeys(places, 0)
    for turn in reversed(spat.turns):
        above = links.get(turn.tweet.id)
        if above:
            sizes[above.to] += 1 + sizes[turn.tweet.id]
    return Forest(roots, below, links, sizes)


def _above(turn: Turn, place: int, places: Mapping[TweetId, int]) -> Link | None:
    for link in turn.links:
        if not link.elsewhere and places.get(link.to, place) < place:
            return link
    return None
