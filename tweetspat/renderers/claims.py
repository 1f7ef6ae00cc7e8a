"""One claim: who says it, in which words, in which sentence, and when."""

from collections.abc import Iterator
from datetime import datetime

from tweetspat.events import EventClaim
from tweetspat.model import Precision, SaidTime, Turn
from tweetspat.renderers.cells import cells, cut
from tweetspat.renderers.clauses import clause_lines, clause_of
from tweetspat.renderers.frame import Frame
from tweetspat.renderers.lines import Line, Span, hanging, isolated, rtl, span
from tweetspat.renderers.moments import Moment, is_exact, moment_on
from tweetspat.renderers.said import clocks_for, words_of
from tweetspat.renderers.voices import handle_of
from tweetspat.renderers.wording import clock, day, stretch, within
from tweetspat.visible import Shown
from tweetspat.zones import abbreviation, wall

__all__ = ["as_told", "claim_lines", "when_said"]

_ROOMY = 70
"""Cells from which on two lines hold a sentence; narrower ones get three."""


def claim_lines(
    claim: EventClaim, told: Moment, frame: Frame, width: int
) -> Iterator[Line]:
    """Yield a claim: its tweet and words, the sentence around them, when it was said.

    Args:
        claim: who speaks of the moment.
        told: the moment as the line above all claims tells it first; a claim that
            means another one says which.
        frame: how the conversation is drawn.
        width: cells of a line, fewer than the view's in a column.
    """
    turn, said = claim
    voice, glyphs = frame.voices.of(turn), frame.view.glyphs
    gap = frame.body - frame.head
    number = f"{voice.sign}{turn.n}"
    first = span(f"{voice.role} bold", number + " " * max(1, gap - cells(number)))
    room = width - cells(first.text)
    handle = cut(handle_of(turn.tweet), room, glyphs.more)
    opened, closed = glyphs.words
    words = words_of(said, room - len(opened + closed), frame)
    pieces = [
        [Span(f"{voice.role} bold", handle)],
        [span("when", f"  {opened}"), *words, span("when", closed)],
    ]
    yield from hanging(first, pieces, width)
    rail = (
        span(voice.role, glyphs.quote_rail if voice.muted else glyphs.rail),
        span("", " " * (cells(first.text) - 1)),
    )
    for line in _below(claim, told, frame, room):
        yield (*rail, *line)


def _below(claim: EventClaim, told: Moment, frame: Frame, room: int) -> Iterator[Line]:
    turn, said = claim
    glyphs = frame.view.glyphs
    clause = clause_of(turn.tweet.text, said.text, said.start_index)
    for line in clause_lines(clause, room, 2 + (room < _ROOMY), glyphs.more):
        whole = Shown("".join(part.text for part in line))
        if not rtl(whole):
            yield line
        elif frame.view.isolate:
            yield isolated(line)
        else:  # see `coloured`
            yield (Span("", whole),)
    if as_told(said) != as_told(told):
        meant = moment_on(said, clocks_for(said.zone, frame)[:1], glyphs.to)
        first = span("when", f"{glyphs.leads_to} ")
        yield from hanging(first, [[span("when", piece)] for piece in meant], room)
    pieces = [[span("dim", words)] for words in when_said(turn, said, frame)]
    yield from hanging(span("", ""), pieces, room)


def as_told(moment: Moment) -> tuple[Precision, datetime, datetime]:
    """Return what two moments have alike that are told alike."""
    return moment.precision, moment.start, moment.end


def when_said(turn: Turn, said: SaidTime, frame: Frame) -> Iterator[str]:
    """Say when it was said on the speaker's clock, and how long after the moment."""
    tweet, zones = turn.tweet, frame.view.zones
    if tweet.sent is None:
        if tweet.bounds and zones:
            yield f"said {within(tweet.bounds, zones)}, "
        yield "time unknown"
        return
    own = frame.voices.clock_of(turn)
    there = own.zone if own else (zones or clocks_for(said.zone, frame))[0]
    at = wall(there, tweet.sent)
    date = day(at, year=at.year != wall(there, said.start).year)
    yield f"said {date}, {clock(there, tweet.sent)} {abbreviation(there, tweet.sent)}"
    if is_exact(said):
        after = "after" if said.start <= tweet.sent else "before"
        gap = stretch(tweet.sent - said.start)
        yield f" {frame.view.glyphs.dot} {gap} {after}"
