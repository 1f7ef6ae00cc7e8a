"""`index.html`: the conversations on one page, the likeliest spat first.

It runs nothing and loads nothing, and looks as the reports do.  Of a large dump it
shows the first ones; all of them stand in `index.jsonl`.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import quote

from tweetspat.batch.index_lines import INDEX
from tweetspat.batch.manifest import MANIFEST
from tweetspat.model import Input
from tweetspat.renderers.html.markup import Html, joined, shown, tag, words
from tweetspat.renderers.html.sections import document_head, inputs_listed
from tweetspat.renderers.listing import began, lasted, voices_named
from tweetspat.renderers.view import View
from tweetspat.renderers.wording import counted
from tweetspat.summaries import Summary
from tweetspat.version import VERSION
from tweetspat.visible import Shown, one_line, own, run_on
from tweetspat.zones import zone_or_raise

__all__ = ["MOST", "PAGE", "Contents", "Row", "page_of"]

PAGE = "index.html"

MOST = 1_000
"""Conversations that the page shows."""

_MOST_INPUTS = 500
_WORDS = 280
_SHEET = "index"
_SCORE = "⇄ answers that the two hottest voices exchanged within a day"


class Row(NamedTuple):
    """A conversation, and the paths of its reports below the folder, by format."""

    summary: Summary
    reports: Mapping[str, str]


class Contents(NamedTuple):
    """What the page tells.

    Attributes:
        rows: the likeliest spats first; `MOST` at most.
        whole: how many conversations there are.
        tweets: how many those have together.
        reported: how many have a report.
        tables: the names of the files of all conversations.
        inputs: what was read.
        problems: how many problems were met in it.
        failed: how many reports could not be made.
        selected: what was asked for of the conversations; empty for all.
    """

    rows: Sequence[Row]
    whole: int
    tweets: int
    reported: int
    tables: Sequence[str]
    inputs: Sequence[Input]
    problems: int
    failed: int
    selected: str = ""


def page_of(contents: Contents) -> Iterator[str]:
    """Yield the lines of the document."""
    name = own(counted(contents.whole, "conversation"))
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield from document_head(name, _SHEET)
    yield "<body>"
    yield tag("a", words("Skip to the list"), href="#list", class_="skip")
    yield tag("header", *_opening(name, contents))
    yield '<main id="list" tabindex="-1">'
    yield '<ol class="index">'
    view = View(zones=(zone_or_raise("UTC"),))
    for row in contents.rows:
        yield _row(row, view)
    yield "</ol>"
    more = contents.whole - len(contents.rows)
    if more > 0:
        below = tag("a", words(INDEX), href=INDEX)
        told = f"… {counted(more, 'more conversation')}, all of them in "
        yield tag("p", words(told), below, class_="more")
    yield "</main>"
    yield tag("footer", tag("p", words(f"Made by tweetspat {VERSION}.")))
    yield "</body>"
    yield "</html>"


def _opening(name: Shown, contents: Contents) -> Iterator[Html]:
    yield tag("h1", shown(name))
    reported = counted(contents.reported, "conversation")
    facts = [counted(contents.tweets, "tweet"), f"{reported} with a report"]
    if contents.reported == contents.whole:
        facts[1] = "each with a report"
    yield tag("p", words(" · ".join([*facts, "days in UTC"])), class_="date")
    if contents.selected:
        asked = shown(one_line(contents.selected))
        yield tag("p", words("in which is selected: "), asked, class_="fact")
    if contents.failed:
        told = f"{counted(contents.failed, 'report')} could not be made"
        yield tag("p", tag("span", words(told), class_="warning"), class_="fact")
    if contents.problems:
        told = f"{counted(contents.problems, 'problem')} met in the inputs"
        yield tag("p", words(told), class_="fact")
    if any(row.summary.score for row in contents.rows):
        yield tag("p", words(_SCORE), class_="fact")
    files = (*contents.tables, INDEX, MANIFEST)
    links = [tag("a", words(each), href=each) for each in files]
    yield tag("p", words("For programs: "), joined(links, " · "), class_="fact")
    if contents.inputs:
        yield inputs_listed(contents.inputs[:_MOST_INPUTS])
    more = len(contents.inputs) - _MOST_INPUTS
    if more > 0:
        told = f"… {counted(more, 'more input')}: {MANIFEST}"
        yield tag("p", words(told), class_="fact")


def _row(row: Row, view: View) -> Html:
    each = row.summary
    name = run_on(each.title, _WORDS) if each.title else own(voices_named(each))
    title = tag("bdi", shown(Shown(name or "unknown")))
    forms = list(row.reports)
    main = "html" if "html" in forms else forms[0] if forms else None
    if main:
        title = tag("a", title, href=quote(row.reports[main]))
    facts = [began(each, view), _counts(each), lasted(each, roomy=True)]
    pieces = [tag("span", words(fact)) for fact in facts if fact]
    if each.score:
        pieces.append(tag("b", words(f"⇄ {each.score}")))
    pieces += [
        tag("a", words(form), href=quote(row.reports[form]))
        for form in forms
        if form != main
    ]
    first = run_on(each.words or "", _WORDS)
    return tag(
        "li",
        tag("p", title, class_="who"),
        tag("p", joined(pieces, " "), class_="facts"),
        *([tag("p", shown(first), class_="x", dir="auto")] if first else []),
        class_=None if main else "muted",
    )


def _counts(each: Summary) -> str:
    by = counted(len(each.voices), "voice") if each.voices else "unknown voices"
    return f"{counted(each.tweets, 'tweet')} by {by}"
