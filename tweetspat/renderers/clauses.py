"""The sentence in which words stand, shortened to so many lines around them."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import NamedTuple

from tweetspat.renderers.cells import cells, cut
from tweetspat.renderers.lines import Line, Span, flowed
from tweetspat.visible import Shown, one_line

__all__ = ["Clause", "clause_lines", "clause_of"]

_FARTHEST = 400
"""Characters on either side among which the ends of a sentence are looked for."""

_ABBREVIATED = frozenset(
    (
        "a.m adm approx apr aug brig c ca capt cf cmdr col corp cpl dec dept dr e.g "
        "est etc feb fig g gen gov hon i.e inc jan jr lt ltd maj mr mrs ms mt nov oct "
        "p.m prof pvt rep rev sec sen sept sgt sr st u.k u.n u.s vs z.b г гг др им км "
        "св см ст т.д т.е тыс ул"
    ).split()
)
"""What a dot follows that ends no sentence."""


class Clause(NamedTuple):
    """A sentence, cut where the words stand that it is shown for."""

    before: str
    words: str
    after: str


def clause_of(text: str | None, words: str, start: int) -> Clause:
    """Return the sentence of a text in which words stand.

    Args:
        text: the whole text; None where it is lost.
        words: what stands in it.
        start: where it does, in characters; where it does not, it stands alone.
    """
    end = start + len(words)
    if not text or text[max(0, start) : end] != words:
        return Clause("", words, "")
    begin = max(0, start - _FARTHEST)
    before, after = text[begin:start], text[end : end + _FARTHEST]
    begins = [next_ for _, next_ in _ends(before + words[:1]) if next_ <= len(before)]
    ends = [last for last, _ in _ends(after)]
    if begins:
        before = before[begins[-1] :]
    elif begin:
        before = f"…{before}"
    if ends:
        after = after[: ends[0]]
    elif len(text) > end + _FARTHEST:
        after = f"{after}…"
    return Clause(before.lstrip(), words, after.rstrip())


def _ends(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a sentence ends, at its sign or with its line, and the next begins.

    A dot ends none after what is abbreviated, nor before a small letter.
    """
    for found in _end().finditer(text):
        sign = found["sign"] or ""
        if "\n" not in found["space"]:
            word = _last_word().search(text, max(0, found.start() - 12), found.start())
            short = word is not None and word[0].lower() in _ABBREVIATED
            if text[found.end()].islower() or (short and sign == "."):
                continue
        yield found.start() + len(sign), found.end()


def clause_lines(clause: Clause, width: int, most: int, more: str) -> list[Line]:
    """Return a sentence on at most so many lines, its words in a role of their own.

    What does not fit is cut from its end; where the words would be cut with it, from
    its beginning, too.
    """
    before, words, after = (one_line(part.replace("\t", " ")) for part in clause)
    parts = [Span("", before), Span("said", words), Span("", after)]
    lines = _laid(parts, width, most, more)
    told = [part.text for line in lines for part in line if part.role == "said"]
    if len("".join(told)) >= len(words.replace(" ", "")):
        return lines
    kept = _tail(before, max(0, width * (most - 1) - cells(words)), more)
    return _laid([Span("", kept), *parts[1:]], width, most, more)


def _laid(parts: list[Span], width: int, most: int, more: str) -> list[Line]:
    """Return the first lines; where there are more, the last one says so."""
    lines = list(islice(flowed(parts, width), most + 1))
    if len(lines) > most:
        lines[most - 1 :] = [_closed(lines[most - 1], width, more)]
    return lines


def _closed(line: Line, width: int, more: str) -> Line:
    """Return a line that ends in the sign for more."""
    room = width - cells(more) - 1
    kept: list[Span] = []
    for role, text, url in line:
        left = room - sum(cells(part.text) for part in kept)
        short = text if cells(text) <= left else _head(text, left)
        kept.append(Span(role, short, url))
        if short != text:
            break
    return *kept, Span("", Shown(f" {more}"))


def _head(text: Shown, width: int) -> Shown:
    """Return the first words of a text that fit."""
    short = cut(text, width, "") if width > 0 else Shown("")
    whole, space, _ = short.rpartition(" ")
    return Shown(whole if space and not text[len(short) :].startswith(" ") else short)


def _tail(text: Shown, width: int, more: str) -> Shown:
    """Return the last words of a text that fit, after the sign for more."""
    if cells(text) <= width:
        return text
    words = text.split(" ")
    size, kept = cells(more), 0
    while size + 1 + cells(words[-1 - kept]) <= width:
        size += 1 + cells(words[-1 - kept])
        kept += 1
    return Shown(" ".join([more, *words[len(words) - kept :]]))


@cache
def _end() -> re.Pattern[str]:
    return re.compile(
        r"""
        (?P<sign> [.!?…؟。！？]+ ["'»”’)\]]* )?
        (?P<space> \s*\n\s* | (?(sign) \s+ | (?!) ) )
        (?= \S )
        """,
        re.VERBOSE,
    )


@cache
def _last_word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_](?:[^\W\d_]|\.)*$")
