"""HTML: a report that runs nothing and loads nothing, in one file or in several.

The same walk and the same words as the text; a browser lays them out.
"""

import os
from collections.abc import Iterator, Sequence
from itertools import chain
from urllib.parse import quote

from tweetspat.model import Spat, Turn
from tweetspat.renderers.banner import Banner, banner_of, wordings
from tweetspat.renderers.html.events import events_of
from tweetspat.renderers.html.head import head_of
from tweetspat.renderers.html.markup import Html, shown, tag, words
from tweetspat.renderers.html.page import Page, page_of
from tweetspat.renderers.html.sections import (
    document_head,
    doubts,
    name_of,
    opening,
    others_listed,
)
from tweetspat.renderers.html.turns import turn_of
from tweetspat.renderers.pauses import pause, spoken_in
from tweetspat.renderers.view import Report, View
from tweetspat.summaries import Summary, summary_of
from tweetspat.version import VERSION

__all__ = ["parts", "render"]

_LONG = 60
"""Turns from which on a browser draws only those that are near."""


def render(report: Report, view: View) -> Iterator[str]:
    """Yield the lines of one document."""
    pages, others = _shown(report, view)
    return _document(pages, others, report, view)


def parts(
    report: Report, view: View, most: int, path: str
) -> Iterator[tuple[str, Iterator[str]]]:
    """Yield documents of at most so many tweets each, which lead on to each other.

    Args:
        report: what is shown.
        view: how to show it.
        most: tweets in a document, one at least.
        path: that of the first; the second of `report.html` is `report-2.html`.

    Yields:
        The path of each and its lines.  What stands above the first tweet is in the
        first document, what stands below the last one in the last.
    """
    pages, others = _shown(report, view)
    whole = sum(len(page.spat.turns) for page in pages)
    count = max(1, -(-whole // most))
    stem, ending = os.path.splitext(path)
    paths = [path, *(f"{stem}-{n}{ending}" for n in range(2, count + 1))]
    files = tuple(f"./{quote(os.path.basename(each))}" for each in paths)
    at = 0
    split: list[Page] = []
    for page in pages:
        places = {turn.n: (at + i) // most for i, turn in enumerate(page.spat.turns)}
        split.append(page._replace(parts=places, files=files))
        at += len(places)
    for here, each in enumerate(paths):
        those = [page._replace(here=here) for page in split]
        yield each, _document(those, others, report, view)


def _shown(report: Report, view: View) -> tuple[list[Page], list[Summary]]:
    """Return the conversations that stand whole, and those on a line each."""
    spats = list(report.spats)
    whole, rest = (spats, []) if view.whole else (spats[:1], spats[1:])
    return _pages(whole, view), [*map(summary_of, rest), *report.others]


def _pages(spats: Sequence[Spat], view: View) -> list[Page]:
    level = 1 if len(spats) == 1 else 2
    return [
        page_of(spat, view, prefix=f"c{n}" if n > 1 else "", level=level)
        for n, spat in enumerate(spats, start=1)
    ]


def _document(
    pages: Sequence[Page], others: Sequence[Summary], report: Report, view: View
) -> Iterator[str]:
    here, files = (pages[0].here, pages[0].files) if pages else (0, ())
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield from document_head(name_of(pages))
    yield "<body>"
    yield tag("a", words("Skip to the conversation"), href="#talk", class_="skip")
    above = [tag("h1", shown(name_of(pages)))]
    yield tag("header", *(above if here else opening(pages, report.inputs)))
    yield from _leading_on(here, files, "above")
    yield '<main id="talk" tabindex="-1">'
    yield from chain.from_iterable(map(_conversation, pages))
    if here == max(0, len(files) - 1):
        yield from doubts(pages, report)
        yield from others_listed(others, view)
    yield "</main>"
    yield from _leading_on(here, files, "below")
    yield tag("footer", tag("p", words(f"Made by tweetspat {VERSION}.")))
    yield "</body>"
    yield "</html>"


def _leading_on(here: int, files: Sequence[str], where: str) -> Iterator[Html]:
    """Yield links to the documents before and after this one."""
    if len(files) < 2:  # noqa: PLR2004 - one is the whole
        return
    links = [words(f"Part {here + 1:,} of {len(files):,}")]
    if here:
        links.append(tag("a", words("← previous"), href=files[here - 1], rel="prev"))
    if here + 1 < len(files):
        links.append(tag("a", words("next →"), href=files[here + 1], rel="next"))
    pieces = [tag("span", each) for each in links]
    yield tag("nav", *pieces, aria_label=f"Parts, {where}", class_="parts")


def _conversation(page: Page) -> Iterator[Html]:
    """Yield one conversation: its head where there are several, and its turns."""
    turns = page.turns_here
    if not turns:
        return
    first = turns[0] is page.spat.turns[0]
    label = f' aria-labelledby="{page.prefix}top"' if first else ""
    yield Html(f"<section{label}>")
    if page.level > 1 and first:
        yield tag("div", *head_of(page), class_="head")
    kind = "talk two" if page.two else "talk"
    long = " long" if len(turns) > _LONG else ""
    yield Html(f'<div class="{kind}{long}">')
    yield from _turns(page, turns)
    yield Html("</div>")
    if turns[-1] is page.spat.turns[-1]:
        yield from events_of(page)
    yield Html("</section>")


def _turns(page: Page, turns: Sequence[Turn]) -> Iterator[Html]:
    spoken = spoken_in(page.spat)
    before = page.before(turns[0])
    banner: Banner | None = None
    for turn in turns:
        quiet = pause(before, turn, spoken)
        if quiet:
            yield tag("p", tag("span", words(quiet)), class_="quiet")
        now = banner_of(turn, page.frame)
        if now != banner:
            pieces = wordings(now)[0]
            yield page.heading(1, *_day(pieces), class_="day")
            banner = now
        yield turn_of(turn, page)
        before = turn


def _day(pieces: Sequence[str]) -> Iterator[Html]:
    for number, piece in enumerate(pieces):
        yield words(" · " if number else "")
        yield tag("span", words(piece))
