"""One turn: its clocks, its number, its words, and what they mean."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice

from tweetspat.model import Link, Turn, TweetId
from tweetspat.renderers.cells import cells, cut, wrap
from tweetspat.renderers.frame import Frame
from tweetspat.renderers.lines import (
    Line,
    Span,
    fitted,
    flowed,
    hanging,
    isolated,
    rtl,
    size,
    span,
    wrapped,
)
from tweetspat.renderers.notes import notes
from tweetspat.renderers.permalinks import permalink
from tweetspat.renderers.relation import fate_of, named, relation
from tweetspat.renderers.said import MOST_TIMES, said_lines
from tweetspat.renderers.sent import clocks, own_clock
from tweetspat.renderers.voices import handle_of
from tweetspat.visible import Shown, one_line, text_lines

__all__ = [
    "body",
    "coloured",
    "first_words",
    "name",
    "rail_of",
    "reported",
    "turn_lines",
]

_QUOTED_LINES = 3


def turn_lines(turn: Turn, frame: Frame) -> Iterator[Line]:
    """Yield the lines of one turn, its head first, the rest along its rail."""
    yield from _head(turn, frame)
    rail = (
        span("", " " * frame.head),
        rail_of(turn, frame),
        span("", " " * (frame.body - frame.head - 1)),
    )
    for line in body(turn, frame):
        yield (*rail, *line)


def rail_of(turn: Turn, frame: Frame) -> Span:
    """Return a piece of the rail along a turn's body, in its speaker's colour."""
    voice, glyphs = frame.voices.of(turn), frame.view.glyphs
    return span(voice.role, glyphs.quote_rail if voice.muted else glyphs.rail)


def _head(turn: Turn, frame: Frame) -> Iterator[Line]:
    """Yield clocks, number, handle and relation; what does not fit goes below."""
    line = [*clocks(turn, frame), *name(turn, frame, max(8, frame.room))]
    below: list[list[Span]] = []
    for parts in filter(None, (own_clock(turn, frame), relation(turn, frame))):
        piece = [span("", "  "), *parts]
        length = sum(cells(part.text) for part in (*line, *piece))
        if below or length > frame.view.width:
            below.append(piece if below else parts)
        else:
            line += piece
    yield fitted(line, frame.view.width, frame.view.glyphs.more)
    yield from hanging(span("", " " * frame.body), below, frame.view.width)


def name(turn: Turn, frame: Frame, room: int) -> list[Span]:
    """Return a turn's sign and number, in their column, and its handle.

    Args:
        turn: the turn.
        frame: what it is drawn with; without a column a space follows the number.
        room: cells for the handle.
    """
    role = f"{frame.voices.of(turn).role} bold"
    number = f"{frame.voices.of(turn).sign}{turn.n}"
    number += " " * max(1, frame.body - frame.head - cells(number))
    handle = cut(handle_of(turn.tweet), room, frame.view.glyphs.more)
    url = permalink(turn.tweet) if frame.view.links else None
    return [span(role, number), Span(role, handle, url)]


def body(turn: Turn, frame: Frame, above: TweetId | None = None) -> Iterator[Line]:
    """Yield what a turn says and what hangs on it, in lines of `frame.room` cells.

    Args:
        turn: the turn.
        frame: what it is drawn with.
        above: the tweet under which it stands, of which no quotation is shown.
    """
    tweet = turn.tweet
    for link in turn.links:
        if link.relation == "quoted" and link.to not in (tweet.id, above):
            yield from _quoted(link, frame)
    if tweet.text is not None:
        yield from _text(turn, frame)
    if tweet.state == "reported":
        yield from reported(turn, frame)
    yield from said_lines(turn, frame)
    yield from notes(turn, frame)


def _text(turn: Turn, frame: Frame) -> Iterator[Line]:
    said, role = _roles(turn, frame)
    for line in text_lines(turn.tweet.text or ""):
        for piece in flowed(coloured(line, said, role, frame), frame.room):
            apart = frame.view.isolate and any(rtl(part.text) for part in piece)
            yield isolated(piece) if apart else piece


def _roles(turn: Turn, frame: Frame) -> tuple[tuple[Shown, ...], str]:
    """Return the said times to be marked in a text, and the role of its words."""
    said = {one_line(each.text) for each in turn.said_times[:MOST_TIMES]}
    role = "aside" if frame.voices.of(turn).muted else ""
    return tuple(sorted(said)), role


def first_words(turn: Turn, room: int, frame: Frame) -> Line:
    """Return the first words of a turn, or what is known of them, cut to one line."""
    tweet, more = turn.tweet, frame.view.glyphs.more
    if tweet.text is None:
        lost = fate_of(turn, frame)
        told = _report(turn, frame) if not lost else [span("lost", lost)]
        if size(told) <= room:
            return tuple(told)
        return *fitted(told, room - cells(more), ""), span("dim", more)
    shown = cut(one_line(" ".join(tweet.text[: 8 * room].split())), room, more)
    if not shown:
        return ()
    line = tuple(coloured(shown, *_roles(turn, frame), frame))
    return isolated(line) if frame.view.isolate and rtl(shown) else line


def coloured(
    line: Shown, said: tuple[Shown, ...], role: str, frame: Frame
) -> list[Span]:
    """Give handles, hashtags and said times their roles, all else the one given.

    A picture puts every stretch in its place, so that one within words that run
    from right to left would turn their order around; there they stay whole.
    """
    if frame.view.theme is None:
        return [Span("", line)]
    parts: list[Span] = []
    at = 0
    for found in _marked(said).finditer(line):
        if rtl(found[0]) and not frame.view.isolate:
            continue
        parts.append(Span(role, Shown(line[at : found.start()])))
        parts.append(Span(_role(found[0], role, frame), Shown(found[0])))
        at = found.end()
    return [*parts, Span(role, Shown(line[at:]))]


@cache
def _marked(said: tuple[Shown, ...]) -> re.Pattern[str]:
    return re.compile("|".join([*(re.escape(each) for each in said), r"[@#]\w+"]))


def _role(word: str, role: str, frame: Frame) -> str:
    if word.startswith("#"):
        return "hashtag"
    if word.startswith("@"):
        voice = frame.voices.by_account.get(word[1:].lower())
        return f"{voice.role} bold" if voice else role or "bold"
    return "said"


def _quoted(link: Link, frame: Frame) -> Iterator[Line]:
    """Yield the first lines of what is quoted, in a frame of their own."""
    turn = frame.turns.get(link.to)
    if turn is None or link.elsewhere:
        return
    glyphs, room = frame.view.glyphs, frame.room - 2
    rail = span("dim", f"{glyphs.quote_rail} ")
    names = [*named([link.to], frame), Span("dim", Shown(f" {handle_of(turn.tweet)}"))]
    yield rail, *fitted(names, room, glyphs.more)
    if turn.tweet.text is None:
        words = turn.tweet.paraphrase
        told = f"{glyphs.lost} text lost" + (f"; reported: {words}" if words else "")
        lines = wrap(one_line(told), room)
    else:
        shown = one_line(turn.tweet.text[:600])
        lines = wrap(shown, room)
    kept = list(islice(lines, _QUOTED_LINES + 1))
    if len(kept) > _QUOTED_LINES:
        kept[_QUOTED_LINES - 1 :] = [
            Shown(
                cut(kept[_QUOTED_LINES - 1], room - 4, glyphs.more) + f" {glyphs.more}"
            )
        ]
    for line in kept:
        yield rail, Span("dim", cut(line, room, glyphs.more))


def reported(turn: Turn, frame: Frame) -> Iterator[Line]:
    """Yield that a text is lost, and what a report says of it."""
    yield from wrapped(_report(turn, frame), frame.room)


def _report(turn: Turn, frame: Frame) -> list[Span]:
    """Return what a report says of a text that is lost."""
    tweet, glyphs = turn.tweet, frame.view.glyphs
    lost = "whole text lost" if tweet.text is not None else "text lost"
    parts = [span("lost", f"{glyphs.lost} {lost}")]
    if tweet.paraphrase:
        parts += [span("dim", "; reported: ")]
        parts.append(Span("paraphrase", one_line(tweet.paraphrase)))
    return parts
