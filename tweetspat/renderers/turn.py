"""One turn: its clocks, its number, its words, and what they mean."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime
from functools import cache
from itertools import islice

from tweetspat.model import Link, State, Turn, TweetId
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
    span,
    wrapped,
)
from tweetspat.renderers.notes import notes
from tweetspat.renderers.said import MOST_TIMES, said_lines
from tweetspat.renderers.voices import handle_of
from tweetspat.renderers.wording import clock, day
from tweetspat.selection import NOT_SELECTED
from tweetspat.visible import Shown, one_line, text_lines
from tweetspat.zones import Zone, abbreviation, wall

__all__ = ["turn_lines"]

_QUOTED_LINES = 3


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
    line = [
        *_clocks(turn, frame),
        span(f"{voice.role} bold", number),
        Span(
            f"{voice.role} bold",
            cut(handle_of(turn.tweet), max(8, frame.room), frame.view.glyphs.more),
        ),
    ]
    below: list[list[Span]] = []
    for parts in filter(None, (_own_clock(turn, frame), _relation(turn, frame))):
        piece = [span("", "  "), *parts]
        length = sum(cells(part.text) for part in (*line, *piece))
        if below or length > frame.view.width:
            below.append(piece if below else parts)
        else:
            line += piece
    yield fitted(line, frame.view.width, frame.view.glyphs.more)
    yield from hanging(span("", " " * frame.body), below, frame.view.width)


def _clocks(turn: Turn, frame: Frame) -> Iterator[Span]:
    sent, own = turn.tweet.sent, frame.voices.clock_of(turn)
    yield span("", " ")
    if sent is None:
        words = "time unknown" if len(frame.view.zones) > 1 else "?"
        yield span("dim", f"{words:<{frame.head - 1}}"[: frame.head - 1])
        return
    speakers = own and _among_the_shown(own.zone, sent, frame)
    for each in frame.view.zones:
        role = _own_role(turn, frame) if each == speakers else "dim"
        yield span(role, f"{clock(each, sent):>{frame.clock_width}}")
        yield span("", "  ")


def _among_the_shown(own: Zone, sent: datetime, frame: Frame) -> Zone | None:
    """Return the shown clock that is the speaker's, or that reads the same then."""
    there = wall(own, sent).utcoffset()
    alike = [each for each in frame.view.zones if wall(each, sent).utcoffset() == there]
    return next((each for each in alike if each.name == own.name), (*alike, None)[0])


def _own_role(turn: Turn, frame: Frame) -> str:
    """Return how the speaker's own clock stands out, that of a bystander too."""
    voice = frame.voices.of(turn)
    return "aside bold" if voice.muted else f"{voice.role} bold"


def _own_clock(turn: Turn, frame: Frame) -> list[Span]:
    """Return the speaker's own clock where it is none of those shown.

    Only where somebody told it: profiles tell so many that they wait for -v.
    """
    sent, own, zones = turn.tweet.sent, frame.voices.clock_of(turn), frame.view.zones
    if not (sent and own and zones) or not (own.told or frame.view.verbose):
        return []
    if _among_the_shown(own.zone, sent, frame):
        return []
    parts = [
        span(_own_role(turn, frame), clock(own.zone, sent)),
        span("dim", f" {abbreviation(own.zone, sent)}"),
    ]
    there = wall(own.zone, sent)
    if {wall(each, sent).date() for each in zones} != {there.date()}:
        parts.append(span("dim", f" {day(there, year=False)}"))
    return parts if own.told else [*parts, span("dim", " by the profile")]


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
    tweet = turn.tweet
    for link in turn.links:
        if link.relation == "quoted" and link.to != tweet.id:
            yield from _quoted(link, frame)
    if tweet.text is not None:
        yield from _text(turn, frame)
    if tweet.state == "reported":
        yield from _reported(turn, frame)
    yield from said_lines(turn, frame)
    yield from notes(turn, frame)


def _text(turn: Turn, frame: Frame) -> Iterator[Line]:
    said = tuple(sorted({one_line(each.text) for each in turn.said_times[:MOST_TIMES]}))
    role = "aside" if frame.voices.of(turn).muted else ""
    for line in text_lines(turn.tweet.text or ""):
        for piece in flowed(coloured(line, said, role, frame), frame.room):
            apart = frame.view.isolate and any(rtl(part.text) for part in piece)
            yield isolated(piece) if apart else piece


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
