"""The tool's own markup around shown words: links to tweets, notes, tables, bold."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tweetspat.model import Turn, TweetId
from tweetspat.renderers.frame import Frame
from tweetspat.renderers.lines import Span
from tweetspat.visible import Shown, markdown

__all__ = ["UNBROKEN", "Page", "item", "row", "run", "table"]

UNBROKEN = 1_000_000
"""Cells of a line: whoever shows the page breaks it."""


class Page(NamedTuple):
    """What a conversation is written with.

    Attributes:
        frame: what its turns are drawn with, in lines that are not broken.
        anchor: what a tweet's anchor begins with.
        footnotes: the number of each note so far, by its Markdown; it grows.
    """

    frame: Frame
    anchor: str
    footnotes: dict[str, int]

    def note(self, known: str, words: Shown) -> str:
        """Return the mark of a footnote; the same words have the same one.

        Args:
            known: two words of the tool's own that it begins with: where footnotes
                are not known, a single word would become the address of a link.
            words: how that is known, or by whom.
        """
        text = f"{known} {markdown(words, begins=False)}"
        return f"[^{self.footnotes.setdefault(text, len(self.footnotes) + 1)}]"

    def named(self, id_: TweetId) -> str:
        """Return a tweet's sign and number, which lead to it."""
        turn = self.frame.turns[id_]
        return f"[{self.frame.voices.of(turn).sign}{turn.n}](#{self.anchor}-{turn.n})"

    def target(self, turn: Turn) -> str:
        """Return what links to a tweet lead to, on GitHub and after pandoc."""
        return f'<span id="{self.anchor}-{turn.n}"></span>'

    def run(self, parts: Iterable[Span]) -> str:
        """Write what `relation` and `named` return; numbers of tweets lead to them."""
        return "".join(self._part(part) for part in _joined(parts))

    def _part(self, part: Span) -> str:
        number = re.search(r"[0-9]+\Z", part.text)
        if part.role.endswith(" bold") and number:
            return f"[{part.text}](#{self.anchor}-{number[0]})"
        return _marked(part, begins=False)


def run(parts: Iterable[Span]) -> str:
    """Write stretches in a row, warnings bold and paraphrases in italics."""
    return "".join(
        _marked(part, begins=not number) for number, part in enumerate(_joined(parts))
    )


def _joined(parts: Iterable[Span]) -> Iterator[Span]:
    """Yield the stretches that are not empty, neighbours of one role as one."""
    waiting: Span | None = None
    for part in parts:
        if waiting and part.role == waiting.role:
            waiting = Span(part.role, Shown(waiting.text + part.text))
            continue
        if waiting:
            yield waiting
        waiting = part if part.text else waiting
    if waiting:
        yield waiting


_MARKS = {"warning bold": "**", "title": "**", "paraphrase": "*"}


def _marked(part: Span, *, begins: bool) -> str:
    mark, bare = _MARKS.get(part.role, ""), part.text.strip(" ")
    if not bare:
        return part.text[:1]
    before, _, after = part.text.partition(bare)
    written = markdown(Shown(bare), begins=begins)
    return f"{before[:1]}{mark}{written}{mark}{after[:1]}"


def item(written: str) -> str:
    """Return an entry of a list."""
    return f"- {written}"


def table(names: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield a table; a column with nothing in it is left out.

    Args:
        names: the heads of the columns.
        rows: cells of Markdown, each on one line.
    """
    rows = [*rows]
    kept = [n for n in range(len(names)) if any(cells[n] for cells in rows)]
    if not kept:
        return
    yield row([names[n] for n in kept])
    yield row(["---"] * len(kept))
    yield from (row([cells[n] for n in kept]) for cells in rows)


def row(cells: Iterable[str]) -> str:
    """Return a row of a table."""
    return f"| {' | '.join(cells)} |"
