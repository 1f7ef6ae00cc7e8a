"""One turn: its clocks, its number, its words, and what they mean."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import cache
from itertools import islice

from tweetspat.model import Link, SaidTime, State, Turn, TweetId
from tweetspat.renderers.cells import cells, cut, wrap
from tweetspat.renderers.frame import Frame
from tweetspat.renderers.lines import Line, Span, fitted, rtl, span, wrapped
from tweetspat.renderers.notes import notes
from tweetspat.renderers.voices import handle_of
from tweetspat.renderers.wording import clock, counted, day, stretch
from tweetspat.selection import NOT_SELECTED
from tweetspat.visible import Shown, one_line, text_lines
from tweetspat.zones import abbreviation, wall, zone

__all__ = ["turn_lines"]

_MOST_TIMES = 12
_QUOTED_LINES = 3
_FSI, _PDI = "\u2068", "\u2069"


def turn_lines(turn: Turn, frame: Frame) -> Iterator[Line]:
    """Yield the lines of one turn, its head first, the rest along its rail."""
    voice = frame.voices.of(turn)
    yield from _head(turn, frame)
    glyphs = frame.view.glyphs
    rail = (
        span("", " " * frame.head),
        span(voice.role, glyphs.quote_rail if voice.muted else glyphs.rail),
        span("", " " * (frame.body - frame.head - 1)),
    )
    for line in _body(turn, frame):
        yield (*rail, *line)


def _head(turn: Turn, frame: Frame) -> Iterator[Line]:
    """Yield clocks, number, handle and relation; what does not fit goes below."""
    voice = frame.voices.of(turn)
    number = f"{voice.sign}{turn.n}"
    number += " " * max(1, frame.body - frame.head - cells(number))
    parts = [
        *_clocks(turn, frame),
        span(f"{voice.role} bold", number),
        Span(
            f"{voice.role} bold",
            cut(handle_of(turn.tweet), max(8, frame.room), frame.view.glyphs.more),
        ),
    ]
    relation = _relation(turn, frame)
    room = frame.view.width - sum(cells(part.text) for part in parts) - 2
    if relation and sum(cells(part.text) for part in relation) <= room:
        yield (*parts, span("", "  "), *relation)
        return
    yield fitted(parts, frame.view.width, frame.view.glyphs.more)
    for line in wrapped(relation, frame.room):
        yield span("", " " * frame.body), *line


def _clocks(turn: Turn, frame: Frame) -> Iterator[Span]:
    sent, own = turn.tweet.sent, frame.voices.of(turn).clock
    yield span("", " ")
    if sent is None:
        words = "time unknown" if len(frame.view.zones) > 1 else "?"
        yield span("dim", f"{words:<{frame.head - 1}}"[: frame.head - 1])
        return
    for each in frame.view.zones:
        role = "dim"
        if own is not None and own.name == each.name:
            role = f"{frame.voices.of(turn).role} bold"
        yield span(role, f"{clock(each, sent):>{frame.clock_width}}")
        yield span("", "  ")


def _relation(turn: Turn, frame: Frame) -> list[Span]:
    """Return how the turn answers others, in words, dashed where inferred."""
    parts: list[Span] = [span("dim", "for context")] if turn.context else []
    for link in turn.links:
        if parts:
            parts.append(span("dim", ", "))
        parts += _link(link, turn, frame)
    fate = _FATES.get(turn.tweet.state)
    if fate and turn.tweet.ghost:
        since = "; its time is that in its id" if turn.tweet.sent else ""
        parts.append(span("lost", f"{frame.view.glyphs.lost} lost: {fate}{since}"))
    elif fate:
        parts.append(span("lost", f"{frame.view.glyphs.lost} {fate} later"))
    return parts


_FATES: Mapping[State, str] = {
    "missing": "not in the data",
    "deleted": "deleted",
    "withheld": "withheld by the platform",
    "suspended": "its account was suspended",
    "protected": "its account was protected",
}
"""What became of a tweet, as the data tells it; `sources` say who tells it."""


_VERBS = {
    "replied_to": "replies to",
    "quoted": "quotes",
    "answers": "answers",
    "continues": "continues",
}


def _link(link: Link, turn: Turn, frame: Frame) -> Iterator[Span]:
    glyphs = frame.view.glyphs
    role = "dim" if link.stated else "relation"
    sign = glyphs.quote if link.relation == "quoted" else glyphs.reply
    verb = _VERBS[link.relation]
    yield span(role, f"{sign if link.stated else glyphs.inferred} {verb} ")
    if link.to == turn.tweet.id:
        yield span(role, "itself")
    elif link.elsewhere or link.to not in frame.turns:
        left_out = link.evidence.endswith(NOT_SELECTED)
        where = ", which is not selected" if left_out else " of another conversation"
        yield Span(role, one_line(f"{link.to}{where}"))
    elif link.series:
        yield span(role, "the series ")
        yield from _named([id_ for id_ in link.series if id_ in frame.turns], frame)
    else:
        yield from _named([link.to], frame)
    if not link.stated:
        yield span(role, f" (by {link.basis.replace('_', ' ')})")
    elif link.basis == "source_claim":
        yield span(role, " (as told)")


def _named(ids: Iterable[TweetId], frame: Frame) -> Iterator[Span]:
    for number, id_ in enumerate(ids):
        turn = frame.turns[id_]
        voice = frame.voices.of(turn)
        if number:
            yield span("dim", " ")
        yield span(f"{voice.role} bold", f"{voice.sign}{turn.n}")


def _body(turn: Turn, frame: Frame) -> Iterator[Line]:
    tweet, glyphs = turn.tweet, frame.view.glyphs
    for link in turn.links:
        if link.relation == "quoted" and link.to != tweet.id:
            yield from _quoted(link, frame)
    if tweet.text is not None:
        yield from _text(turn, frame)
    if tweet.state == "reported":
        yield from _reported(turn, frame)
    for said in turn.said_times[:_MOST_TIMES]:
        parts = list(_said(said, turn, frame))
        yield from wrapped(parts, frame.room)
    more = len(turn.said_times) - _MOST_TIMES
    if more > 0:
        yield (span("when", f"{glyphs.clock} {counted(more, 'more time')}"),)
    yield from notes(turn, frame)


def _text(turn: Turn, frame: Frame) -> Iterator[Line]:
    said = [one_line(each.text) for each in turn.said_times[:_MOST_TIMES]]
    role = "aside" if frame.voices.of(turn).muted else ""
    for line in text_lines(turn.tweet.text or ""):
        for piece in wrap(line, frame.room):
            yield _coloured(piece, said, role, frame)


def _coloured(piece: Shown, said: list[Shown], role: str, frame: Frame) -> Line:
    """Give handles, hashtags and said times their roles, all else the one given."""
    isolated = frame.view.isolate and rtl(piece)
    if frame.view.theme is None:
        bare = Span("", piece)
        return (span("", _FSI), bare, span("", _PDI)) if isolated else (bare,)
    parts: list[Span] = []
    at = 0
    for found in _marked(tuple(sorted(set(said)))).finditer(piece):
        parts.append(Span(role, Shown(piece[at : found.start()])))
        parts.append(Span(_role(found[0], role, frame), Shown(found[0])))
        at = found.end()
    parts.append(Span(role, Shown(piece[at:])))
    if isolated:
        return span("", _FSI), *parts, span("", _PDI)
    return tuple(parts)


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
    names = [*_named([link.to], frame), Span("dim", Shown(f" {handle_of(turn.tweet)}"))]
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


def _reported(turn: Turn, frame: Frame) -> Iterator[Line]:
    tweet, glyphs = turn.tweet, frame.view.glyphs
    lost = "whole text lost" if tweet.text is not None else "text lost"
    parts = [span("lost", f"{glyphs.lost} {lost}")]
    if tweet.paraphrase:
        parts += [span("dim", "; reported: ")]
        parts.append(Span("paraphrase", one_line(tweet.paraphrase)))
    yield from wrapped(parts, frame.room)


def _said(said: SaidTime, turn: Turn, frame: Frame) -> Iterator[Span]:
    """Yield what a said time means, on its own clock and on those shown."""
    glyphs, counted_in = frame.view.glyphs, zone(said.zone)
    clocks = [counted_in] if counted_in else []
    clocks += [each for each in frame.view.zones if each.name != said.zone]
    sent = turn.tweet.sent
    yield span("when", f"{glyphs.clock} ")
    if said.precision == "day":
        there = wall(clocks[0], said.start)
        label = abbreviation(clocks[0], said.start)
        yield Span("when", Shown(f"{one_line(said.text)} {glyphs.leads_to} "))
        yield span("when", f"{_date(there, sent)} ({label})")
        return
    days = {wall(each, said.start).date() for each in clocks}
    for number, each in enumerate(clocks):
        words = " = " if number else ""
        words += f"{clock(each, said.start)} {abbreviation(each, said.start)}"
        if len(days) > 1:
            words += f" {_date(wall(each, said.start), sent)}"
        yield span("when", words)
    if len(days) == 1:
        yield span("when", f", {_date(wall(clocks[0], said.start), sent)}")
    if sent:
        gap = sent - said.start
        order = "earlier" if gap >= timedelta() else "later"
        yield span("dim", f" {glyphs.dot} {stretch(gap)} {order}")


def _date(there: datetime, sent: datetime | None) -> str:
    return day(there, year=sent is None or there.year != sent.year)
