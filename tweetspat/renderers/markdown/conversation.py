"""One conversation in Markdown: who it is between, the tweets, what is left open."""

from collections.abc import Iterator

from tweetspat.model import Spat, Turn
from tweetspat.renderers.banner import Banner, banner_of, wordings
from tweetspat.renderers.heading import date_of, facts_of, title_of
from tweetspat.renderers.lines import plain
from tweetspat.renderers.markdown.happened import happened
from tweetspat.renderers.markdown.markup import Page, item, run, table
from tweetspat.renderers.markdown.turns import turn_lines
from tweetspat.renderers.markdown.unresolved import unresolved
from tweetspat.renderers.pauses import pause, spoken_in
from tweetspat.renderers.speakers import cast_of
from tweetspat.renderers.strip import strip
from tweetspat.renderers.wording import moment_of
from tweetspat.visible import markdown, own

__all__ = ["conversation"]

_STRIP = 64
"""Cells of the strip, which is the one thing here that is drawn."""

_FENCE = "`" * 6
"""More than any text shown within has in a row: the strip has none."""


def conversation(spat: Spat, page: Page) -> Iterator[str]:
    """Yield a conversation as a chapter of the report."""
    yield from _heading(spat, page)
    spoken = spoken_in(spat)
    before: Turn | None = None
    banner: Banner | None = None
    for turn in spat.turns:
        silent = pause(before, turn, spoken)
        if silent:
            yield from ("", f"*{silent}*")
        now = banner_of(turn, page.frame)
        if now != banner:
            pieces = f" {page.frame.view.glyphs.dot} ".join(wordings(now)[0])
            yield from ("", f"## {markdown(own(pieces))}")
            banner = now
        yield ""
        yield from turn_lines(turn, page)
        before = turn
    yield from happened(spat, page)
    yield from unresolved(spat, page)


def _heading(spat: Spat, page: Page) -> Iterator[str]:
    """Yield what stands above the first tweet."""
    view, voices = page.frame.view, page.frame.voices
    moment = moment_of(spat)
    yield f"# {markdown(title_of(spat, voices))}"
    yield from ("", f"**{date_of(spat, moment, view)}**", "")
    rows, rest = cast_of(spat, voices, moment)
    names = ("", "Account", "Name", "Side", "Clock", "Tweets")
    yield from table(names, ([run([part]).strip() for part in row] for row in rows))
    if rows:
        yield ""
    for line in [[part] for part in rest] + [*facts_of(spat, voices, view, moment)]:
        yield item(run(line))
    lanes = [plain(line) for line in strip(spat, voices, view._replace(width=_STRIP))]
    if lanes:
        yield from ("", f"{_FENCE}text", *lanes, _FENCE)
