"""The head of a conversation: title, sides, clocks, counts, the strip, the signs."""

from collections.abc import Iterator

from tweetspat.model import Spat
from tweetspat.renderers.heading import date_of, facts_of, title_of
from tweetspat.renderers.html.markup import Html, shown, spans, tag, words
from tweetspat.renderers.html.page import Page
from tweetspat.renderers.html.strip import strip_of
from tweetspat.renderers.legend import occurring
from tweetspat.renderers.lines import Span
from tweetspat.renderers.speakers import cast_of
from tweetspat.renderers.wording import moment_of
from tweetspat.visible import Shown

__all__ = ["head_of"]

_BOLD_CLOCK = "the speaker’s own clock"


def head_of(page: Page) -> Iterator[Html]:
    """Yield what stands above the first tweet."""
    spat, view = page.spat, page.frame.view
    moment = moment_of(spat)
    title = shown(title_of(spat, page.voices))
    yield page.heading(0, title, dir="auto", id=f"{page.prefix}top")
    yield tag("p", words(date_of(spat, moment, view)), class_="date")
    yield _cast(page)
    for facts in facts_of(spat, page.voices, view, moment):
        yield tag("p", spans(facts), class_="fact")
    strip = strip_of(page)
    if strip:
        yield strip
    yield _legend(page)


def _cast(page: Page) -> Html:
    """Return who speaks: sign, handles, name, side, clock and count of each."""
    rows, rest = cast_of(page.spat, page.voices, moment_of(page.spat))
    told = [tag("li", *_row(row), class_=row[0].role.split()[0]) for row in rows]
    told += [tag("li", spans([line]), class_="rest") for line in rest]
    return tag("ul", *told, class_="cast two" if page.two else "cast")


def _row(row: tuple[Span, ...]) -> Iterator[Html]:
    sign, handles, name, side, clock, count = row
    yield tag("span", spans([sign, handles]), class_="who")
    if name.text:
        yield tag("bdi", shown(name.text), class_="name")
    facts = [part.text for part in (side, clock, count) if part.text]
    yield tag("span", shown(Shown(" · ".join(facts))), class_="facts")


def _legend(page: Page) -> Html:
    """Return what the signs mean that occur, and how what is known looks."""
    spat, frame = page.spat, page.frame
    rows = [
        tag("div", tag("dt", words(sign), class_=role), tag("dd", shown(Shown(about))))
        for sign, role, about in occurring(spat, frame)
    ]
    rows += [
        tag("div", tag("dt", words(look), class_=kind), tag("dd", words(about)))
        for look, kind, about in _looks(spat)
    ]
    return tag(
        "details",
        tag("summary", words("What the signs mean")),
        tag("dl", *rows),
        class_="signs",
    )


def _looks(spat: Spat) -> Iterator[tuple[str, str, str]]:
    yield "solid", "solid", "a link that the data states"
    if any(not link.stated for turn in spat.turns for link in turn.links):
        yield "dashed", "dashed", "a link that is inferred; its evidence stands below"
    if any(turn.tweet.sent for turn in spat.turns):
        yield "13:55", "bold", _BOLD_CLOCK
