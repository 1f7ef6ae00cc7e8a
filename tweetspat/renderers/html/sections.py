"""What stands around the conversations: the document's head, inputs, doubts, others."""

from collections.abc import Iterator, Sequence

from tweetspat.model import Input
from tweetspat.renderers.heading import title_of
from tweetspat.renderers.html.doubts import doubts_of, unread_of
from tweetspat.renderers.html.head import head_of
from tweetspat.renderers.html.markup import Html, shown, spans, tag, words
from tweetspat.renderers.html.page import Page
from tweetspat.renderers.html.style import policy, style
from tweetspat.renderers.listing import listing
from tweetspat.renderers.view import GLYPHS, Report, View
from tweetspat.renderers.wording import counted
from tweetspat.summaries import Summary
from tweetspat.version import VERSION
from tweetspat.visible import Shown, one_line, own

__all__ = [
    "document_head",
    "doubts",
    "inputs_listed",
    "name_of",
    "opening",
    "others_listed",
]

_NOTHING = (
    "Nothing: no problem was met in the inputs, no tweet is known to be lost, every "
    "time is known, no order is contested."
)

_LISTED = 140
"""Cells of a line that tells of another conversation."""


def _title(page: Page) -> Shown:
    return title_of(page.spat, page.voices)


def document_head(name: Shown, *sheets: str) -> Iterator[Html]:
    """Yield what a browser is told of the document, its look among it.

    Args:
        name: what the document is called.
        sheets: the style sheets that it needs beside the reports'.
    """
    yield tag("meta", charset="utf-8")
    yield tag("meta", http_equiv="Content-Security-Policy", content=policy(*sheets))
    yield tag("meta", name="viewport", content="width=device-width,initial-scale=1")
    yield tag("meta", name="referrer", content="no-referrer")
    yield tag("meta", name="color-scheme", content="light dark")
    yield tag("meta", name="generator", content=f"tweetspat {VERSION}")
    yield tag("title", shown(name))
    yield Html(f"<style>{style(*sheets)}</style>")


def name_of(pages: Sequence[Page]) -> Shown:
    """Return what the document is called."""
    return _title(pages[0]) if len(pages) == 1 else own(_count(pages))


def _count(pages: Sequence[Page]) -> str:
    return counted(len(pages), "conversation") if pages else "No conversation"


def opening(pages: Sequence[Page], inputs: Sequence[Input]) -> Iterator[Html]:
    """Yield the title and the head of the one conversation, or a list of all."""
    if len(pages) == 1:
        yield from head_of(pages[0])
    else:
        yield tag("h1", words(_count(pages)))
        rows = [
            tag(
                "li",
                tag("a", tag("bdi", shown(_title(page))), href=page.top),
            )
            for page in pages
        ]
        yield tag("nav", tag("ol", *rows), aria_label="Conversations")
    if inputs:
        yield inputs_listed(inputs)


def inputs_listed(inputs: Sequence[Input]) -> Html:
    """Return what the report was made from, so that it can be checked."""
    rows = [
        tag(
            "li",
            tag("bdi", tag("b", shown(one_line(each.file)))),
            shown(one_line(f" {each.shape or 'not recognised'}, ")),
            words(counted(each.tweets, "tweet record")),
            *(
                tag("code", words(f"SHA-256 {each.sha256}"))
                for _ in (1,)
                if each.sha256
            ),
        )
        for each in inputs
    ]
    what = f"Made by tweetspat {VERSION} from {counted(len(inputs), 'input')}"
    return tag(
        "details", tag("summary", words(what)), tag("ul", *rows), class_="inputs"
    )


def doubts(pages: Sequence[Page], report: Report) -> Iterator[Html]:
    """Yield what could not be resolved, and why."""
    parts: list[Html] = []
    for page in pages:
        found = [*doubts_of(page)]
        if found and len(pages) > 1:
            parts.append(page.heading(1, tag("bdi", shown(_title(page)))))
        parts += found
    rows = [*unread_of(report.problems)]
    if rows:
        parts += [tag("h3", words("In the inputs")), tag("ul", *rows, class_="doubts")]
    if not parts:
        parts = [tag("p", words(_NOTHING))]
    title = tag("h2", words("What could not be resolved, and why"), id="doubts")
    yield tag("section", title, *parts, aria_labelledby="doubts")


def others_listed(others: Sequence[Summary], view: View) -> Iterator[Html]:
    """Yield one line for each conversation that is not shown whole."""
    if not others:
        return
    title = words(counted(len(others), "more conversation"))
    plain_view = view._replace(width=_LISTED, glyphs=GLYPHS, theme=None, isolate=False)
    rows = [tag("li", spans(line)) for line in listing(others, plain_view)]
    heading = tag("h2", title, id="others")
    yield tag(
        "section", heading, tag("ul", *rows), aria_labelledby="others", class_="others"
    )
