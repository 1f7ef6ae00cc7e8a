"""The timeline: one tweet after another, both clocks, every doubt marked."""

import re
from collections.abc import Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from functools import cache
from itertools import islice
from typing import NamedTuple

from tweetspat.model import Contest, Link, SaidTime, Spat, Turn, TweetId
from tweetspat.renderers.cells import cells, cut, wrap
from tweetspat.renderers.heading import heading, title_of
from tweetspat.renderers.lines import Line, Span, fitted, rtl, span, wrapped
from tweetspat.renderers.view import Report, View
from tweetspat.renderers.voices import Voices, handle_of, voices_of
from tweetspat.renderers.wording import (
    clock,
    clock_label,
    counted,
    day,
    listed,
    stretch,
    within,
)
from tweetspat.visible import Shown, handle, one_line, text_lines
from tweetspat.zones import Zone, abbreviation, wall, zone

__all__ = ["one_line_each", "timeline"]

_SILENCE = timedelta(hours=1)
_MOST_TIMES = 12
_MOST_REPEATERS = 6
_QUOTED_LINES = 3
_FSI, _PDI = "\u2068", "\u2069"


class _Frame(NamedTuple):
    """What every turn of one spat is drawn with."""

    view: View
    voices: Voices
    turns: Mapping[TweetId, Turn]
    contests: Mapping[TweetId, list[Contest]]
    clock_width: int
    head: int
    body: int

    @property
    def room(self) -> int:
        """Cells for a line of a tweet's body."""
        return self.view.width - self.body


def timeline(report: Report, view: View) -> Iterator[Line]:
    """Yield the likeliest spat whole, then the others, whole or a line each."""
    spats = iter(report.spats)
    for number, spat in enumerate(spats):
        if number:
            yield from ((), (), ())
        yield from _whole(spat, view)
        if not view.whole:
            break
    yield from _others(list(spats), view)


def _whole(spat: Spat, view: View) -> Iterator[Line]:
    voices = voices_of(spat, view.glyphs)
    frame = _frame(spat, view, voices)
    yield from heading(spat, voices, view)
    before: Turn | None = None
    banner = ""
    for turn in spat.turns:
        silence = _silence(before, turn)
        if silence:
            yield ()
            yield _silent(silence, frame)
        yield ()
        now = _banner(turn, frame)
        if now != banner:
            yield _banner_line(turn, now, frame)
            banner = now
        yield from _turn(turn, frame)
        before = turn


def _frame(spat: Spat, view: View, voices: Voices) -> _Frame:
    contests: dict[TweetId, list[Contest]] = {}
    for contest in spat.order.contested:
        for id_ in contest.pair:
            contests.setdefault(id_, []).append(contest)
    head = 1 + 7 * len(view.zones) if view.zones else 1
    number = len(str(len(spat.turns)))
    return _Frame(
        view=view,
        voices=voices,
        turns={turn.tweet.id: turn for turn in spat.turns},
        contests=contests,
        clock_width=5,
        head=head,
        body=head + max(4, number + 2 + len(view.glyphs.sides[0])),
    )


def _silence(before: Turn | None, turn: Turn) -> timedelta | None:
    """Return how long nobody spoke before this turn, from an hour on."""
    if before is None or before.tweet.sent is None or turn.tweet.sent is None:
        return None
    gap = turn.tweet.sent - before.tweet.sent
    return gap if gap >= _SILENCE else None


def _silent(gap: timedelta, frame: _Frame) -> Line:
    glyphs = frame.view.glyphs
    words = f" {stretch(gap)} of silence "
    left = (frame.room - len(words)) // 2
    right = frame.room - len(words) - left
    margin = f"{glyphs.silence:^{frame.head}}" + " " * (frame.body - frame.head)
    return (
        span("dim", margin[: frame.body]),
        span("rule", "┄" * left if len(glyphs.sides[0].encode()) > 1 else "." * left),
        span("dim", words),
        span("rule", "┄" * right if len(glyphs.sides[0].encode()) > 1 else "." * right),
    )


def _banner(turn: Turn, frame: _Frame) -> str:
    """Return the date of a turn on every clock: a change starts a new stretch."""
    tweet, zones, dot = turn.tweet, frame.view.zones, f" {frame.view.glyphs.dot} "
    if tweet.sent and zones:
        days = [day(wall(each, tweet.sent)) for each in zones]
        labels = [clock_label(each, tweet.sent) for each in zones]
        if len(set(days)) == 1:
            return dot.join([days[0], *labels])
        return dot.join(f"{on} {label}" for on, label in zip(days, labels, strict=True))
    if tweet.bounds and zones:
        return f"sent {within(tweet.bounds, zones)}{dot}clock time unknown"
    return "time unknown"


def _banner_line(turn: Turn, words: str, frame: _Frame) -> Line:
    view = frame.view
    parts = [span("", " ")]
    sent = turn.tweet.sent
    for each in view.zones if sent else ():
        label = abbreviation(each, sent) if sent else ""
        label = label if len(label) <= frame.clock_width else ""
        parts.append(span("dim bold", f"{label:>{frame.clock_width}}  "))
    rule = view.glyphs.dashed
    used = sum(cells(part.text) for part in parts) + cells(words) + 4
    parts += [span("rule", f"{rule}{rule} "), span("dim bold", words)]
    if used < view.width:
        parts.append(span("rule", " " + rule * (view.width - used)))
    return fitted(parts, view.width)


def _turn(turn: Turn, frame: _Frame) -> Iterator[Line]:
    voice = frame.voices.of(turn)
    yield from _head(turn, frame)
    rail = (
        span("", " " * frame.head),
        span(voice.role, frame.view.glyphs.rail),
        span("", " " * (frame.body - frame.head - 1)),
    )
    for line in _body(turn, frame):
        yield (*rail, *line)


def _head(turn: Turn, frame: _Frame) -> Iterator[Line]:
    """Yield clocks, number, handle and relation; what does not fit goes below."""
    voice = frame.voices.of(turn)
    number = f"{voice.sign}{turn.n}"
    number += " " * max(1, frame.body - frame.head - cells(number))
    parts = [
        *_clocks(turn, frame),
        span(f"{voice.role} bold", number),
        Span(f"{voice.role} bold", cut(handle_of(turn.tweet), max(8, frame.room))),
    ]
    relation = _relation(turn, frame)
    room = frame.view.width - sum(cells(part.text) for part in parts) - 2
    if relation and sum(cells(part.text) for part in relation) <= room:
        yield (*parts, span("", "  "), *relation)
        return
    yield fitted(parts, frame.view.width)
    for line in wrapped(relation, frame.room):
        yield span("", " " * frame.body), *line


def _clocks(turn: Turn, frame: _Frame) -> Iterator[Span]:
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


def _relation(turn: Turn, frame: _Frame) -> list[Span]:
    """Return how the turn answers others, in words, dashed where inferred."""
    parts: list[Span] = []
    for link in turn.links:
        if parts:
            parts.append(span("dim", ", "))
        parts += _link(link, turn, frame)
    if turn.tweet.state == "missing":
        words = f"{frame.view.glyphs.lost} lost: it is named, and not in the data"
        parts.append(span("lost", words))
    return parts


_VERBS = {
    "replied_to": "replies to",
    "quoted": "quotes",
    "answers": "answers",
    "continues": "continues",
}


def _link(link: Link, turn: Turn, frame: _Frame) -> Iterator[Span]:
    glyphs = frame.view.glyphs
    role = "dim" if link.stated else "relation"
    sign = glyphs.quote if link.relation == "quoted" else glyphs.reply
    verb = _VERBS[link.relation]
    yield span(role, f"{sign if link.stated else glyphs.inferred} {verb} ")
    if link.to == turn.tweet.id:
        yield span(role, "itself")
    elif link.elsewhere or link.to not in frame.turns:
        yield Span(role, one_line(f"{link.to} of another conversation"))
    elif link.series:
        yield span(role, "the series ")
        yield from _named([id_ for id_ in link.series if id_ in frame.turns], frame)
    else:
        yield from _named([link.to], frame)
    if not link.stated:
        yield span(role, f" (by {link.basis.replace('_', ' ')})")
    elif link.basis == "source_claim":
        yield span(role, " (as told)")


def _named(ids: Iterable[TweetId], frame: _Frame) -> Iterator[Span]:
    for number, id_ in enumerate(ids):
        turn = frame.turns[id_]
        voice = frame.voices.of(turn)
        if number:
            yield span("dim", " ")
        yield span(f"{voice.role} bold", f"{voice.sign}{turn.n}")


def _body(turn: Turn, frame: _Frame) -> Iterator[Line]:
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
    yield from _notes(turn, frame)


def _text(turn: Turn, frame: _Frame) -> Iterator[Line]:
    said = [one_line(each.text) for each in turn.said_times[:_MOST_TIMES]]
    for line in text_lines(turn.tweet.text or ""):
        for piece in wrap(line, frame.room):
            yield _coloured(piece, said, frame)


def _coloured(piece: Shown, said: list[Shown], frame: _Frame) -> Line:
    """Give handles, hashtags and said times their roles."""
    if frame.view.theme is None:
        return (Span("", piece),)
    parts: list[Span] = []
    at = 0
    for found in _marked(tuple(sorted(set(said)))).finditer(piece):
        parts.append(Span("", Shown(piece[at : found.start()])))
        parts.append(Span(_role(found[0], frame), Shown(found[0])))
        at = found.end()
    parts.append(Span("", Shown(piece[at:])))
    if frame.view.isolate and rtl(piece):
        return span("", _FSI), *parts, span("", _PDI)
    return tuple(parts)


@cache
def _marked(said: tuple[Shown, ...]) -> re.Pattern[str]:
    return re.compile("|".join([*(re.escape(each) for each in said), r"[@#]\w+"]))


def _role(word: str, frame: _Frame) -> str:
    if word.startswith("#"):
        return "hashtag"
    if word.startswith("@"):
        voice = frame.voices.by_account.get(word[1:].lower())
        return f"{voice.role} bold" if voice else "bold"
    return "said"


def _quoted(link: Link, frame: _Frame) -> Iterator[Line]:
    """Yield the first lines of what is quoted, in a frame of their own."""
    turn = frame.turns.get(link.to)
    if turn is None or link.elsewhere:
        return
    glyphs, room = frame.view.glyphs, frame.room - 2
    rail = span("dim", f"{glyphs.quote_rail} ")
    names = [*_named([link.to], frame), Span("dim", Shown(f" {handle_of(turn.tweet)}"))]
    yield rail, *fitted(names, room)
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
            Shown(cut(kept[_QUOTED_LINES - 1], room - 2) + f" {glyphs.more}")
        ]
    for line in kept:
        yield rail, Span("dim", cut(line, room))


def _reported(turn: Turn, frame: _Frame) -> Iterator[Line]:
    tweet, glyphs = turn.tweet, frame.view.glyphs
    lost = "whole text lost" if tweet.text is not None else "text lost"
    parts = [span("lost", f"{glyphs.lost} {lost}")]
    if tweet.paraphrase:
        parts += [span("dim", "; reported: ")]
        parts.append(Span("paraphrase", one_line(tweet.paraphrase)))
    yield from wrapped(parts, frame.room)


def _said(said: SaidTime, turn: Turn, frame: _Frame) -> Iterator[Span]:
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


def _notes(turn: Turn, frame: _Frame) -> Iterator[Line]:
    """Yield what hangs on a tweet: order, sources, copies, problems."""
    for role, words in _told(turn, frame):
        sign, _, rest = words.partition(" ")
        hang = cells(sign) + 1
        for number, line in enumerate(wrap(one_line(rest), frame.room - hang)):
            first = Shown(f"{sign} ") if not number else Shown(" " * hang)
            yield Span(role, first), Span(role, line)


def _told(turn: Turn, frame: _Frame) -> Iterator[tuple[str, str]]:
    tweet, view = turn.tweet, frame.view
    glyphs = view.glyphs
    if tweet.time_as_told:
        yield "when", f"{glyphs.clock} time as told: {tweet.time_as_told}"
    for words in _contested(turn, frame):
        yield "warning", f"{glyphs.contested} order contested: put {words}"
    if turn.retweets:
        yield "dim", f"{glyphs.repeat} {_repeated(turn)}"
    for url in tweet.urls:
        if url.expanded and url.expanded != url.short:
            yield "dim", f"{glyphs.leads_to} {url.short} leads to {url.expanded}"
    for media in tweet.media:
        alt = f": {media.alt}" if media.alt else ""
        yield "dim", f"{glyphs.media} {media.kind} {media.url or ''}{alt}"
    if tweet.state == "recovered":
        yield "dim", f"{glyphs.copy} recovered from a copy {', '.join(tweet.sources)}"
    elif tweet.sources:
        yield "dim", f"{glyphs.thin} told by {', '.join(tweet.sources)}"
    if tweet.cut:
        yield "lost", f"{glyphs.lost} the data holds a cut text only"
    yield from _copies(turn, frame)
    for problem in turn.problems:
        yield "warning", f"{glyphs.warning} {problem.message}"
    if view.verbose:
        yield from _evidence(turn, frame)


def _copies(turn: Turn, frame: _Frame) -> Iterator[tuple[str, str]]:
    for copy in turn.tweet.copies:
        author = f" by @{handle(copy.author)}" if copy.author else ""
        words = f"a copy{author} at {copy.place} reads: {copy.text}"
        yield "warning", f"{frame.view.glyphs.copy} {words}"


def _evidence(turn: Turn, frame: _Frame) -> Iterator[tuple[str, str]]:
    glyphs = frame.view.glyphs
    for link in turn.links:
        sure = "" if link.stated else f"; right in {link.confidence:.1%} of such cases"
        yield "dim", f"{glyphs.leads_to} {link.to}: {link.evidence}{sure}"
    for said in turn.said_times[:_MOST_TIMES]:
        words = f"{said.text!r}: {said.basis} ({said.zone})"
        yield "dim", f"{glyphs.clock} {words}; confidence {said.confidence:.0%}"
    shape = f" ({turn.tweet.place.shape})" if turn.tweet.place.shape else ""
    yield "dim", f"{glyphs.dot} id {turn.tweet.id}, {turn.tweet.place}{shape}"


def _contested(turn: Turn, frame: _Frame) -> Iterator[str]:
    """Say who puts this tweet before which others, and who after."""
    told: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for contest in frame.contests.get(turn.tweet.id, ()):
        other = next(id_ for id_ in contest.pair if id_ != turn.tweet.id)
        there = frame.turns[other]
        before, after = (
            tuple(claim.source for claim in contest.claims if claim.order[0] == first)
            for first in (turn.tweet.id, other)
        )
        name = f"{frame.voices.of(there).sign}{there.n}"
        told.setdefault((before, after), []).append(name)
    for (before, after), names in told.items():
        sides = [
            f"{word} {listed(names)} by {listed(list(sources))}"
            for word, sources in (("before", before), ("after", after))
            if sources
        ]
        yield ", ".join(sides)


def _repeated(turn: Turn) -> str:
    names = [f"@{handle(each.by)}" for each in turn.retweets if each.by]
    names = list(dict.fromkeys(names))
    shown = names if len(names) <= _MOST_REPEATERS else names[: _MOST_REPEATERS - 1]
    more = len(turn.retweets) - len(shown)
    others = [counted(more, "other")] if more else []
    return f"repeated by {listed([*shown, *others])}"


def _others(spats: list[Spat], view: View) -> Iterator[Line]:
    """Yield one line for each conversation that is not shown whole."""
    if not spats:
        return
    yield ()
    yield (span("rule", view.glyphs.thin * view.width),)
    yield (span("dim bold", f"{counted(len(spats), 'more conversation')}"),)
    shown = spats if view.most_others is None else spats[: view.most_others]
    for spat in shown:
        yield _one_line(spat, view)
    left = len(spats) - len(shown)
    if left:
        yield (span("dim", f"{view.glyphs.more} {left:,} more: tweetspat list"),)


def one_line_each(spats: Iterable[Spat], view: View) -> Iterator[Line]:
    """Yield one line a conversation: id, tweets, first day, voices, first words."""
    return (_one_line(spat, view) for spat in spats)


def _one_line(spat: Spat, view: View) -> Line:
    voices = voices_of(spat, view.glyphs)
    first = next((turn.tweet for turn in spat.turns if turn.tweet.text), None)
    words = one_line((first.text or "")[:200]) if first else Shown("")
    here = sum(turn.tweet.state != "missing" for turn in spat.turns)
    when: list[Zone] = list(view.zones[:1])
    sent = next((turn.tweet.sent for turn in spat.turns if turn.tweet.sent), None)
    date = day(wall(when[0], sent)) if sent and when else "date unknown"
    return fitted(
        [
            Span("dim", one_line(f"{spat.id:<19}  ")),
            span("bold", f"{here:>4}  "),
            span("dim", f"{date:<15}  "),
            Span("bold", Shown(f"{title_of(spat, voices)}  ")),
            Span("dim", words),
        ],
        view.width,
    )
