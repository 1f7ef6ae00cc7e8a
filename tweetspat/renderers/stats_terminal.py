"""Terminal: the statistics in colour, unless what they name would drive it."""

from collections.abc import Iterable, Iterator
from itertools import chain

from tweetspat.model import Spat
from tweetspat.renderers.lines import Line, plain
from tweetspat.renderers.terminal import coloured
from tweetspat.renderers.view import View
from tweetspat.stats import Stats
from tweetspat.visible import drives_terminals

__all__ = ["drives", "in_colour"]


def in_colour(lines: Iterable[Line], view: View, *, hostile: bool) -> Iterator[str]:
    """Yield lines in colour; plain, and saying so, where a name drives terminals."""
    if hostile:
        yield from map(plain, lines)
        yield ""
        yield "Shown without colour: a name holds control sequences for terminals."
        return
    for line in lines:
        yield coloured(line, view.theme or "ansi", view)


def drives(spat: Spat, stats: Stats) -> bool:
    """Tell whether anything that is named tries to drive the terminal."""
    voices = (*stats.voices, *stats.unheard)
    names = chain.from_iterable((*each.handles, each.name or "") for each in voices)
    sides = (side.name for side in spat.sides)
    told = chain((spat.title or "", *spat.sources), sides, names)
    return any(map(drives_terminals, told))
