"""What a text says about time, on lines of its own, so that the text stays verbatim."""

from collections.abc import Iterator

from tweetspat.model import SaidTime, Turn
from tweetspat.renderers.cells import cells, cut
from tweetspat.renderers.frame import Frame
from tweetspat.renderers.lines import Line, Span, hanging, isolated, rtl, span
from tweetspat.renderers.moments import is_exact, moment_on, of_whole_days
from tweetspat.renderers.wording import clock, counted, later
from tweetspat.visible import one_line
from tweetspat.zones import Zone, zone

__all__ = ["MOST_TIMES", "clocks_for", "meaning", "said_lines", "why", "words_of"]

MOST_TIMES = 12
"""Times of one text that are told; more are counted."""


def said_lines(turn: Turn, frame: Frame) -> Iterator[Line]:
    """Yield what the times that a text speaks of mean, each from a line of its own."""
    first = span("when", f"{frame.view.glyphs.clock} ")
    for said in turn.said_times[:MOST_TIMES]:
        yield from hanging(first, meaning(said, turn, frame), frame.room)
        if frame.view.verbose:
            below = span("", " " * len(first.text))
            yield from hanging(below, [[part] for part in why(said)], frame.room)
    more = len(turn.said_times) - MOST_TIMES
    if more > 0:
        yield first, span("when", counted(more, "more time"))


def clocks_for(name: str, frame: Frame) -> list[Zone]:
    """Return the clock that a time was counted on, then the others that are shown."""
    counted_on = zone(name)
    clocks = [counted_on] if counted_on else []
    clocks += [each for each in frame.view.zones if each.name != name]
    return clocks or [utc for utc in (zone("UTC"),) if utc]


def words_of(said: SaidTime, most: int, frame: Frame) -> Line:
    """Return the words that speak of a time, cut to so many cells."""
    shown = cut(one_line(said.text[: 4 * most]), most, frame.view.glyphs.more)
    words = Span("when words", shown)
    return isolated([words]) if frame.view.isolate and rtl(shown) else (words,)


def meaning(said: SaidTime, turn: Turn, frame: Frame) -> Iterator[list[Span]]:
    """Yield what a time means, after the words that mean it where one may ask."""
    glyphs, clocks = frame.view.glyphs, clocks_for(said.zone, frame)
    sent, space = turn.tweet.sent, ""
    if not _shows_its_words(said, turn, clocks[0]):
        arrow, space = f" {glyphs.leads_to}", " "
        room = frame.room - cells(glyphs.clock) - 1 - cells(arrow)
        yield [*words_of(said, room, frame), span("when", arrow)]
    first, *others = moment_on(said, clocks, glyphs.to, sent)
    for piece in (space + first, *others):
        yield [span("when", piece)]
    if sent and is_exact(said):
        yield [span("dim", f" {glyphs.dot} {later(said.start, sent)}")]


def _shows_its_words(said: SaidTime, turn: Turn, counted_on: Zone) -> bool:
    """Tell whether it goes without saying which words a clock time stands for.

    So it does where the text speaks of no other time, or of none on that clock.
    """
    if said.precision in {"part", "hours"} or of_whole_days(said, counted_on):
        return False
    shown = clock(counted_on, said.start).removeprefix("0")
    alike = [each for each in turn.said_times if shown in each.text]
    return len(turn.said_times) == 1 or alike == [said]


def why(said: SaidTime) -> Iterator[Span]:
    """Say why it is read so, and how sure that is."""
    by = f"by the {said.basis}" if said.basis.startswith("zone ") else said.basis
    yield Span("dim", one_line(f"{by} ({said.zone});".lstrip()))
    yield span("dim", f" right in {said.confidence:.0%} of such cases")
