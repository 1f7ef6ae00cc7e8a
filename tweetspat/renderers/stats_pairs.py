"""How fast they answer: a row for each pair, with what kind its answers are."""

from collections.abc import Iterator, Sequence

from tweetspat.exchanges import Count, Pair
from tweetspat.renderers.cells import cells
from tweetspat.renderers.lines import Line, Span, fitted, span, wrapped
from tweetspat.renderers.stats_matrix import sides_tell_more
from tweetspat.renderers.stats_signs import Drawn, Label, length, section
from tweetspat.renderers.view import View
from tweetspat.renderers.wording import counted

__all__ = ["pairs_lines"]

_MOST_ROWS = 10
_WIDE = 80
"""Cells from which on there is room for the middle half in a column."""

_ROOMY = 110
"""Cells from which on there is room for a pair's details in its line."""

_LABELS = (8, 24)
_ANSWERS = len("answers")
_TIME = 9
_GAP = "  "
_NUMBERS = 2 * len(_GAP) + _ANSWERS + _TIME
_HALF = len(_GAP) + 21
_FEWEST = 4
"""Times that it takes to speak of a middle half."""

_PLURAL = {"reply": "replies", "quote": "quotes", "answer": "answers"}


def pairs_lines(drawn: Drawn) -> Iterator[Line]:
    """Yield how fast they answer, those who answer most first."""
    stats, view = drawn.stats, drawn.view
    rows = [
        ((drawn.account(p.by or ""), drawn.account(p.to or "")), p)
        for p in stats.pairs[:_MOST_ROWS]
    ]
    if not rows:
        return
    gap = 0
    if sides_tell_more(drawn):
        between = [
            ((drawn.side(p.by), drawn.side(p.to)), p) for p in stats.between_sides
        ]
        rows = [*between[:_MOST_ROWS], *rows]
        gap = len(rows) - len(stats.pairs[:_MOST_ROWS])
    yield section("How fast", "where both times are known", view)
    widths = _widths([ends for ends, _ in rows], view)
    halves = view.width >= _WIDE and any(_half(pair, view) for _, pair in rows)
    yield _head(widths, view, halves=halves)
    for number, (ends, pair) in enumerate(rows):
        if gap and number == gap:
            yield ()
        yield from _row(ends, pair, widths, view)
    rest = stats.pairs[_MOST_ROWS:]
    if rest:
        words = f"{counted(len(rest), 'more pair')}, "
        words += counted(sum(pair.total for pair in rest), "answer")
        yield (span("dim", f"{view.glyphs.more} {words}"),)


def _widths(ends: Sequence[tuple[Label, Label]], view: View) -> tuple[int, int]:
    """Return the cells of both labels; where there is little room they are cut."""
    used = _arrow(view) + _NUMBERS + (_HALF if view.width >= _WIDE else 0)
    room = max(_LABELS[0], min((view.width - used) // 2, _LABELS[1]))
    names = (max(cells(each[at].text) for each in ends) for at in (0, 1))
    one, other = (min(each, room) for each in names)
    return one, other


def _arrow(view: View) -> int:
    return len(view.glyphs.leads_to) + 2


def _head(widths: Sequence[int], view: View, *, halves: bool) -> Line:
    half = f"{_GAP}middle half" if halves else ""
    left = sum(widths) + _arrow(view)
    words = f"{'':{left}}{_GAP}answers{_GAP}{'median':>{_TIME}}{half}"
    return fitted([span("dim", words)], view.width, "")


def _row(
    ends: tuple[Label, Label], pair: Pair, widths: Sequence[int], view: View
) -> Iterator[Line]:
    median = f"{_GAP}{length(pair.response.median):>{_TIME}}"
    line: list[Span] = [
        ends[0].padded(widths[0]),
        span("dim", f" {view.glyphs.leads_to} "),
        ends[1].padded(widths[1]),
        span("bold", f"{_GAP}{pair.total:>{_ANSWERS},}"),
        span("when" if pair.response.timed else "lost", median),
    ]
    half = _half(pair, view)
    if half and view.width >= _WIDE:
        line.append(span("dim", f"{_GAP}{half}"))
    details = [*_details(pair, "" if view.width >= _WIDE else half, view)]
    if view.width >= _ROOMY:
        columns = sum(widths) + _arrow(view) + _NUMBERS + _HALF
        gap = columns + len(_GAP) - sum(cells(part.text) for part in line)
        beside = (*line, span("", " " * gap), *details)
        if sum(cells(part.text) for part in beside) <= view.width:
            yield beside
            return
    yield fitted(line, view.width, view.glyphs.more)
    for each in wrapped(details, view.width - len(_GAP)):
        yield span("", _GAP), *each


def _half(pair: Pair, view: View) -> str:
    """Return between which lengths the middle half of the times lies."""
    if pair.response.quartiles is None or pair.response.timed < _FEWEST:
        return ""
    first, last = map(length, pair.response.quartiles[::2])
    return f"{first} {view.glyphs.to} {last}"


def _details(pair: Pair, half: str, view: View) -> Iterator[Span]:
    """Say of what kind the answers are, and what is not known of their times."""
    stated, inferred = (
        [
            f"{count[at]:,} {noun if count[at] == 1 else _PLURAL[noun]}"
            for noun, count in _kinds(pair)
            if count[at]
        ]
        for at in (0, 1)
    )
    response = pair.response
    between = f" {view.glyphs.dot} "
    if stated:
        yield span("dim", ", ".join(stated))
    if inferred:
        dot = between if stated else ""
        words = f"{dot}{view.glyphs.inferred} {', '.join(inferred)} inferred"
        yield span("relation", words)
    if half:
        yield span("dim", f"{between}half of them {half}")
    if response.timed > 1:
        first, last = length(response.shortest), length(response.longest)
        yield span("dim", f"{between}from {first} to {last}")
    if response.unknown:
        yield span("dim", f"{between}{counted(response.unknown, 'time')} unknown")
    if response.backwards:
        words = f"{between}{response.backwards:,} older than what it answers"
        yield span("warning", words)


def _kinds(pair: Pair) -> tuple[tuple[str, Count], ...]:
    return ("reply", pair.replies), ("quote", pair.quotes), ("answer", pair.answers)
