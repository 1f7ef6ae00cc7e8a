"""A conversation on one line, for lists of them."""

from collections.abc import Iterable, Iterator

from tweetspat.renderers.cells import cells
from tweetspat.renderers.lines import Line, Span, fitted, span
from tweetspat.renderers.view import View
from tweetspat.renderers.wording import counted, day, listed, stretch
from tweetspat.summaries import Summary
from tweetspat.visible import Shown, handle, one_line
from tweetspat.zones import wall

__all__ = ["began", "lasted", "listing", "voices_named"]

_ROOMY = 100
"""Cells from which on there is room for handles beside the first words."""

_CHARS = 4
"""Characters that are looked at for each cell: marks take none of their own."""


def listing(summaries: Iterable[Summary], view: View) -> Iterator[Line]:
    """Yield one line a conversation.

    It tells the id, the tweets and how many voices they are by, the first day on
    the first clock, how long it lasted, what was exchanged, and the title or the
    first words; on a roomy line also the handles of the two busiest voices.
    """
    return (_line(each, view) for each in summaries)


def _line(each: Summary, view: View) -> Line:
    roomy = view.width >= _ROOMY
    length = lasted(each, roomy=roomy)
    score = f"{view.glyphs.exchange}{each.score}" if each.score else ""
    columns = (
        Span("dim", one_line(f"{each.id:<19}  ")),
        span("bold", f"{each.tweets:>5} by {len(each.voices) or '?':<3}  "),
        span("dim", f"{began(each, view):<11}  {length:<{10 if roomy else 5}}  "),
        span("bold", f"{score:<4}  "),
    )
    room = view.width - cells(columns[0].text) - sum(len(c.text) for c in columns[1:])
    if room <= 0:
        return fitted(columns, view.width, view.glyphs.more)
    words = []
    if each.title:
        words.append(Span("bold", Shown(f"{one_line(each.title)}  ")))
    elif roomy:
        words.append(Span("bold", Shown(f"{voices_named(each)}  ")))
    words.append(Span("dim", one_line((each.words or "")[: room * _CHARS])))
    return *columns, *fitted(words, room, view.glyphs.more)


def began(each: Summary, view: View) -> str:
    """Return its first day on the first clock."""
    if each.first is None or not view.zones:
        return "undated"
    return day(wall(view.zones[0], each.first)).partition(" ")[2]


def lasted(each: Summary, *, roomy: bool) -> str:
    """Return how long it lasted in its largest unit, or its two largest."""
    if each.first is None or each.last is None or each.first == each.last:
        return ""
    words = stretch(each.last - each.first).split()
    if not words[0].isdigit():
        return "< 1 m"
    return " ".join(words if roomy else words[:2])


def voices_named(each: Summary) -> str:
    """Return the handles of the two busiest voices, and how many others there are."""
    shown = [f"@{handle(name)}" for name in each.voices[:2]]
    more = len(each.voices) - len(shown)
    return listed([*shown, counted(more, "other")] if more else shown)
