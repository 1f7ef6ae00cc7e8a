"""Who answers whom: a matrix whose rows answer its columns."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from tweetspat.exchanges import Pair
from tweetspat.renderers.cells import cells
from tweetspat.renderers.lines import Line, Span, fitted, span, wrapped
from tweetspat.renderers.stats_signs import Drawn, Label, in_ascii, section
from tweetspat.renderers.view import View
from tweetspat.renderers.wording import counted

__all__ = ["matrix_lines", "sides_tell_more"]

_MOST = 8
_FEWEST = 2
_WIDEST_LABEL = 24
_LEAST_NAME = 10
"""Cells of a column's name that have to be seen."""

_BETWEEN = 5
_REST = "\0"
"""Stands for all accounts that have no row of their own."""


class _Grid(NamedTuple):
    """A matrix: who answers whom how often; None are bystanders."""

    labels: Mapping[str | None, Label]
    counts: Counter[tuple[str | None, str | None]]
    view: View

    @property
    def cell(self) -> int:
        """Cells of a column."""
        return _BETWEEN + len(f"{max(self.counts.values(), default=0):,}")

    @property
    def label(self) -> int:
        """Cells of the rows' labels."""
        widest = max(cells(each.text) for each in self.labels.values())
        return min(widest, self.view.width // 3 - 2, _WIDEST_LABEL)


def matrix_lines(drawn: Drawn) -> Iterator[Line]:
    """Yield who answers whom: the sides, where they tell more, then the accounts."""
    stats, view = drawn.stats, drawn.view
    if not stats.pairs:
        yield section("Who answers whom", "", view)
        words = "Nobody answers anybody else, as far as is known."
        yield from wrapped([span("dim", words)], view.width)
        yield from _remarks(drawn)
        return
    yield section("Who answers whom", "rows answer columns", view)
    if sides_tell_more(drawn):
        yield from _drawn(_of_sides(drawn))
        yield ()
    yield from _drawn(_of_accounts(drawn))
    yield from _remarks(drawn)


def sides_tell_more(drawn: Drawn) -> bool:
    """Tell whether sides are more than an account each."""
    if not drawn.stats.between_sides:
        return False
    sides = {pair.by for pair in drawn.stats.between_sides}
    sides |= {pair.to for pair in drawn.stats.between_sides}
    accounts = {key for pair in drawn.stats.pairs for key in (pair.by, pair.to)}
    return len(sides) < len(accounts)


def _of_sides(drawn: Drawn) -> _Grid:
    pairs = drawn.stats.between_sides
    ends = {end for pair in pairs for end in (pair.by, pair.to)}
    names: list[str | None] = [side.name for side in drawn.spat.sides]
    labels = {name: drawn.side(name) for name in (*names, None) if name in ends}
    return _Grid(labels, _counts(pairs), drawn.view)


def _of_accounts(drawn: Drawn) -> _Grid:
    """Return the matrix of the accounts; those beyond what fits are one row."""
    pairs = drawn.stats.pairs
    given: Counter[str] = Counter()
    for pair in pairs:
        given[pair.by or ""] += pair.total
        given[pair.to or ""] += pair.total
    order = {key: number for number, key in enumerate(drawn.accounts)}
    ranked = sorted(given, key=lambda k: (drawn.lane(k), -given[k], order[k]))
    for size in range(min(len(ranked), _MOST), _FEWEST, -1):
        grid = _first(ranked, size, drawn)
        if _fits(grid):
            return grid
    return _first(ranked, _FEWEST, drawn)


def _first(ranked: Sequence[str], size: int, drawn: Drawn) -> _Grid:
    """Return the matrix of the first accounts and of all others as one."""
    rest = ranked[size:]
    row: dict[str | None, str | None] = {key: key for key in ranked[:size]}
    labels = {end: drawn.account(key) for key, end in zip(ranked, row, strict=False)}
    if rest:
        row |= dict.fromkeys(rest, _REST)
        labels[_REST] = drawn.others(len(rest))
    return _Grid(labels, _counts(drawn.stats.pairs, row), drawn.view)


def _counts(
    pairs: Sequence[Pair], row: Mapping[str | None, str | None] | None = None
) -> Counter[tuple[str | None, str | None]]:
    counts: Counter[tuple[str | None, str | None]] = Counter()
    for pair in pairs:
        ends = (row[pair.by], row[pair.to]) if row else (pair.by, pair.to)
        counts[ends] += pair.total
    return counts


def _fits(grid: _Grid) -> bool:
    """Tell whether enough of the last column's name can be seen."""
    at = grid.label + len(grid.labels) * grid.cell
    last = cells([*grid.labels.values()][-1].text)
    return at + 1 + min(last, _LEAST_NAME) <= grid.view.width


def _drawn(grid: _Grid) -> Iterator[Line]:
    """Yield the columns' names as stairs, then a row for each."""
    view = grid.view
    corner = "," if in_ascii(view) else "┌"
    rail = f"{view.glyphs.quote_rail:>{grid.cell}}"
    for number, label in enumerate(grid.labels.values()):
        margin = " " * grid.label + rail * number + f"{corner:>{grid.cell}}"
        name = Span(f"{label.role} bold", label.text)
        yield fitted((span("rule", f"{margin} "), name), view.width, view.glyphs.more)
    for by, label in grid.labels.items():
        row = [label.padded(grid.label)]
        for to in grid.labels:
            count = grid.counts[by, to]
            words = f"{count:,}" if count else "" if by == to else view.glyphs.dot
            role = f"{label.role} bold" if count else "rule"
            row.append(span(role, f"{words:>{grid.cell}}"))
        yield fitted(row, view.width, view.glyphs.more)


def _remarks(drawn: Drawn) -> Iterator[Line]:
    """Say what of this is inferred, and which links stand in no cell."""
    stats, view = drawn.stats, drawn.view
    parts: list[str] = []
    if stats.pairs:
        parts.append(counted(sum(stats.answers), "answer"))
    if stats.answers.inferred:
        parts.append(
            f"{view.glyphs.inferred} {stats.answers.inferred:,} of them inferred"
        )
    own = sum(voice.continued for voice in stats.voices)
    if own:
        parts.append(f"{counted(own, 'tweet')} to oneself")
    if stats.unplaced.nameless:
        parts.append(f"{stats.unplaced.nameless:,} by or to nobody knows whom")
    if stats.unplaced.elsewhere:
        parts.append(f"{stats.unplaced.elsewhere:,} to tweets that are not here")
    words = f" {view.glyphs.dot} ".join(parts)
    yield from wrapped([span("dim", words)], view.width)
