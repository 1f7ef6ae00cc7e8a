"""One tweet: its clocks, its number, its words, and what they mean."""

import re
from collections.abc import Iterator

from tweetspat.model import Link, Turn
from tweetspat.renderers.html.markup import Html, apart, joined, link, spans, tag, words
from tweetspat.renderers.html.page import Page
from tweetspat.renderers.lines import Line, Span, span
from tweetspat.renderers.notes import evidence, noted
from tweetspat.renderers.permalinks import permalink
from tweetspat.renderers.relation import named, relation
from tweetspat.renderers.said import MOST_TIMES, meaning, why
from tweetspat.renderers.sent import clock_roles, own_clock
from tweetspat.renderers.turn import coloured, first_words, reported
from tweetspat.renderers.voices import handle_of
from tweetspat.renderers.wording import clock, counted
from tweetspat.stamps import rfc3339
from tweetspat.visible import Shown, one_line, text_lines
from tweetspat.zones import abbreviation

__all__ = ["turn_of"]

_MOST_QUOTED = 280
"""Cells of a quotation; more of it stands at the original."""


def turn_of(turn: Turn, page: Page) -> Html:
    """Return a tweet as an article that can be cited: "tweet 4" is #t4."""
    voice = page.voices.of(turn)
    kinds = [voice.role.split()[0]]
    kinds += [word for word, holds in _kinds(turn, page) if holds]
    return tag(
        "article",
        _clocks(turn, page),
        tag("div", *_card(turn, page), class_="k"),
        id=page.anchor(turn.n),
        class_=" ".join(kinds),
    )


def _kinds(turn: Turn, page: Page) -> tuple[tuple[str, bool], ...]:
    return ("muted", page.voices.of(turn).muted), ("context", turn.context)


def _clocks(turn: Turn, page: Page) -> Html:
    """Return when it was sent: on each clock, the speaker's own the boldest."""
    sent, zones = turn.tweet.sent, page.frame.view.zones
    if sent is None:
        return tag("p", words("time unknown"), class_="c")
    told = [
        tag(
            "span",
            words(f"{clock(each, sent)} "),
            tag("small", words(abbreviation(each, sent))),
            class_=role,
        )
        for each, role in clock_roles(turn, page.frame)
    ]
    own = own_clock(turn, page.lit)
    more = [tag("span", spans(own), class_="own")] if own else []
    kind = "c two" if len(zones) == 2 else "c"  # noqa: PLR2004 - left and right
    told = told or [words(rfc3339(sent))]
    pieces = joined([*told, *more], " ")
    return tag("time", pieces, class_=kind, datetime=rfc3339(sent))


def _card(turn: Turn, page: Page) -> Iterator[Html]:
    voice = page.voices.of(turn)
    number = tag(
        "a",
        words(f"{voice.sign}{turn.n}"),
        href=f"#{page.anchor(turn.n)}",
        title=f"tweet {turn.n}",
    )
    url = permalink(turn.tweet) if page.frame.view.links else None
    handle = spans([Span("", handle_of(turn.tweet), url)])
    yield page.heading(2, number, words(" "), handle)
    yield from _relations(turn, page)
    for each in turn.links:
        if each.relation == "quoted" and each.to != turn.tweet.id:
            yield from _quoted(each, page)
    if turn.tweet.text is not None:
        yield tag("p", _text(turn, page), class_="x", dir="auto")
    if turn.tweet.state == "reported":
        yield tag("p", _one(reported(turn, page.frame)), class_="x", dir="auto")
    yield from _said(turn, page)
    yield from _notes(turn, page)
    yield _evidence(turn, page)


def _relations(turn: Turn, page: Page) -> Iterator[Html]:
    """Yield how it answers others; what is inferred is dashed."""
    for number, parts in enumerate(_apart(relation(turn, page.frame))):
        inferred = any(part.role == "relation" for part in parts)
        yield words(", " if number else " ")
        kind = "r inferred" if inferred else "r"
        yield tag("span", page.refer(parts), class_=kind)


def _apart(parts: list[Span]) -> Iterator[list[Span]]:
    """Yield each relation: they stand apart by commas."""
    each: list[Span] = []
    for part in parts:
        lost = part.role == "lost" and each
        if part == span("dim", ", ") or lost:
            yield each
            each = [part] if lost else []
        else:
            each.append(part)
    if each:
        yield each


def _quoted(link_: Link, page: Page) -> Iterator[Html]:
    """Yield the first words of what is quoted, which lead to the original."""
    turn = page.frame.turns.get(link_.to)
    if turn is None or link_.elsewhere:
        return
    names = page.refer(named([link_.to], page.frame))
    handle = spans([Span("dim", handle_of(turn.tweet))])
    line = spans(_plain(first_words(turn, _MOST_QUOTED, page.frame)))
    if not line:
        line = spans([span("lost", f"{page.frame.view.glyphs.lost} text lost")])
    body = tag("p", line, dir="auto")
    yield tag("blockquote", names, words(" "), handle, body)


def _plain(line: Line) -> Iterator[Span]:
    """Yield the stretches of a line; those of muted voices as all others."""
    return (Span("" if role == "aside" else role, text) for role, text, _ in line)


def _one(lines: Iterator[Line]) -> Html:
    return joined((spans(line) for line in lines), " ")


def _text(turn: Turn, page: Page) -> Html:
    """Return the words as tweeted: handles, hashtags, said times, web addresses."""
    said = tuple(sorted({one_line(each.text) for each in turn.said_times[:MOST_TIMES]}))
    lines = text_lines(turn.tweet.text or "")
    return joined((joined(_line(line, said, page)) for line in lines), "\n")


def _line(line: Shown, said: tuple[Shown, ...], page: Page) -> Iterator[Html]:
    for piece, leads in apart(line):
        if leads:
            yield link(piece, piece)
        elif piece:
            parts = coloured(piece, said, "", page.lit)
            yield spans(part for part in parts if part.text)


def _said(turn: Turn, page: Page) -> Iterator[Html]:
    """Yield what each time means that the text speaks of, on a line of its own."""
    sign = page.frame.view.glyphs.clock
    for said in turn.said_times[:MOST_TIMES]:
        pieces = [part for piece in meaning(said, turn, page.frame) for part in piece]
        yield tag("p", words(f"{sign} "), _ordered(pieces), class_="when")
    more = len(turn.said_times) - MOST_TIMES
    if more > 0:
        yield tag("p", words(f"{sign} {counted(more, 'more time')}"), class_="when")


def _ordered(parts: list[Span]) -> Html:
    """Return stretches of which a stranger's words keep their own order."""
    return joined(
        tag("bdi", spans([Span("", part.text)]))
        if part.role == "when words"
        else spans([part if part.role != "when" else Span("", part.text)])
        for part in parts
    )


def _notes(turn: Turn, page: Page) -> Iterator[Html]:
    """Yield what hangs on a tweet; the tweets that its order contests as links."""
    contested = page.frame.view.glyphs.contested
    for role, told in noted(turn, page.frame):
        sign, _, rest = one_line(told).partition(" ")
        if sign == contested:
            body = page.refer(_numbers(Shown(rest), page))
        else:
            body = tag("bdi", spans([Span("", Shown(rest))]))
        yield tag("p", words(f"{sign} "), body, class_=f"m {role}")


def _numbers(text: Shown, page: Page) -> Iterator[Span]:
    """Yield words, each sign and number of a turn as a stretch of its own."""
    for part in re.split(r"([^\s\w]\d+)", text):
        yield Span(page.roles.get(part, "warning"), Shown(part))


def _evidence(turn: Turn, page: Page) -> Html:
    """Return how its links, its times and the tweet itself are known, for who asks."""
    told = [one_line(line) for _, line in evidence(turn, page.frame)]
    rows = [tag("li", spans([Span("", line)])) for line in told]
    rows[-1:-1] = [
        tag(
            "li",
            spans(
                [
                    Span("", Shown(f"{page.frame.view.glyphs.clock} “")),
                    Span("", one_line(said.text)),
                    Span("", Shown("” ")),
                    *_bare(why(said)),
                ]
            ),
        )
        for said in turn.said_times[:MOST_TIMES]
    ]
    summary = tag("summary", words("evidence"))
    opened = "" if page.open else None
    return tag("details", summary, tag("ul", *rows), open=opened)


def _bare(parts: Iterator[Span]) -> Iterator[Span]:
    return (Span("", part.text) for part in parts)
