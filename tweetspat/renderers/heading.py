"""The heading: title, sides, clocks, counts, and every doubt about the whole."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from tweetspat.model import Spat
from tweetspat.renderers.cells import cells, pad, wrap
from tweetspat.renderers.lines import Line, Span, fitted, span, wrapped
from tweetspat.renderers.strip import strip
from tweetspat.renderers.view import View
from tweetspat.renderers.voices import Voices, handle_of
from tweetspat.renderers.wording import (
    ahead,
    clock_label,
    counted,
    listed,
    long_day,
    moment_of,
    stretch,
    within,
)
from tweetspat.visible import Shown, one_line
from tweetspat.zones import Zone, wall, zone

__all__ = ["heading", "title_of"]

_INDENT = "  "
_NARROWEST = 8


def heading(spat: Spat, voices: Voices, view: View) -> Iterator[Line]:
    """Yield the lines above the first tweet."""
    moment = moment_of(spat)
    title = Span("title", title_of(spat, voices))
    date = _date(spat, moment, view)
    gap = view.width - cells(title.text) - len(date)
    if gap > 1:
        yield title, span("", " " * gap), span("dim bold", date)
    else:
        yield from wrapped([title], view.width)
        yield (span("dim bold", date),)
    yield (span("rule", view.glyphs.rule * view.width),)
    yield from _voices(spat, voices, view, moment)
    for facts in _facts(spat, voices, view, moment):
        for line in wrapped(facts, view.width - len(_INDENT)):
            yield span("", _INDENT), *line
    lanes = list(strip(spat, voices, view))
    if lanes:
        yield ()
        yield from lanes


def title_of(spat: Spat, voices: Voices) -> Shown:
    """Return the given title, else the two busiest voices' handles."""
    if spat.title:
        return one_line(spat.title)
    handles: dict[str, Shown] = {}
    for turn in spat.turns:
        if turn.tweet.author:
            handles.setdefault(turn.tweet.author.key, handle_of(turn.tweet))
    ranked = sorted(handles, key=lambda key: (-voices.counts[key], key))
    shown = [handles[key] for key in ranked[:2]]
    more = len(ranked) - len(shown)
    others = [counted(more, "other")] if more > 0 else []
    return Shown(listed([*shown, *others]) or "one tweet")


def _date(spat: Spat, moment: datetime | None, view: View) -> str:
    zones = _clocks(spat, view)
    if moment is None or not zones:
        return "date unknown"
    return long_day(wall(zones[0], moment))


def _clocks(spat: Spat, view: View) -> tuple[Zone, ...]:
    own = (zone(side.zone) for side in spat.sides if side.zone)
    return view.zones or tuple(found for found in own if found)


def _voices(
    spat: Spat, voices: Voices, view: View, moment: datetime | None
) -> Iterator[Line]:
    """Yield a line for each account that has a sign, in columns."""
    rows: list[tuple[Span, ...]] = []
    seen: set[str] = set()
    names = {side_key: side for side in spat.sides for side_key in _keys(side.accounts)}
    for turn in spat.turns:
        author = turn.tweet.author
        voice = voices.by_account.get(author.key) if author else None
        if author is None or voice is None or author.key in seen:
            continue
        if turn.tweet.ghost and voices.counts[author.key]:
            continue
        seen.add(author.key)
        side = names.get(author.key)
        label = clock_label(voice.clock, moment) if voice.clock and moment else ""
        rows.append(
            (
                span(f"{voice.role} bold", f"{voice.sign} "),
                Span(f"{voice.role} bold", handle_of(turn.tweet)),
                Span("bold", one_line(author.name or "")),
                Span("dim bold", one_line(side.name if side else "")),
                span(voice.role, label),
                span("dim bold", counted(voices.counts[author.key], "tweet")),
            )
        )
    order = {voice.sign: lane for lane, voice in enumerate(voices.by_account.values())}
    rows.sort(key=lambda row: order.get(row[0].text.strip(), 0))
    yield from _columns(rows, view)
    others = [key for key in voices.counts if key not in voices.by_account]
    if others:
        count = sum(voices.counts[key] for key in others)
        sign = voices.bystander.sign
        words = f"{sign} {counted(len(others), 'other')}, {counted(count, 'tweet')}"
        yield (span("bystander", words),)


def _keys(handles: tuple[str, ...]) -> list[str]:
    return [handle.lower() for handle in handles]


def _columns(rows: list[tuple[Span, ...]], view: View) -> Iterator[Line]:
    """Yield rows in columns; a name too long for its column gets its own lines."""
    if not rows:
        return
    widths = [max(cells(row[n].text) for row in rows) for n in range(len(rows[0]))]
    spare = view.width - widths[0] - sum(w + 2 for w in widths[1:] if w) + 2
    for column in (2, 1):  # names give way first, then handles
        if spare < 0:
            given = min(-spare, max(0, widths[column] - _NARROWEST))
            widths[column] -= given
            spare += given
    for row in rows:
        parts, below = [row[0]], []
        for n, part in enumerate(row[1:-1], start=1):
            fits = cells(part.text) <= widths[n]
            if widths[n]:
                text = pad(part.text if fits else Shown(""), widths[n])
                parts += [Span(part.role, text), span("", "  ")]
            if not fits:
                below.append(part)
        last = row[-1]
        before = " " * (max(spare, 0) + widths[-1] - cells(last.text))
        yield fitted([*parts, span("", before), last], view.width, view.glyphs.more)
        for part in below:
            for line in wrap(part.text, view.width - 2 * len(_INDENT)):
                yield span("", 2 * _INDENT), Span(part.role, line)


def _facts(
    spat: Spat, voices: Voices, view: View, moment: datetime | None
) -> Iterator[list[Span]]:
    """Yield what is to be known of the whole, a list of stretches a line."""
    if spat.synthetic:
        yield [
            span("warning bold", "SYNTHETIC: made up to show the tool; "),
            span("warning", "no such tweets were sent"),
        ]
    if spat.reconstructed:
        words = [span("warning", "reconstructed from reports")]
        if spat.sources:
            words += [Span("dim", Shown(f": {one_line('; '.join(spat.sources))}"))]
        yield words
    yield [span("dim", words) for words in _span_words(spat, voices, view, moment)]
    yield list(_links(spat, view))
    if spat.order.kind != "total":
        yield [span("warning", f"{view.glyphs.contested} {_order(spat)}")]


def _span_words(
    spat: Spat, voices: Voices, view: View, moment: datetime | None
) -> Iterator[str]:
    there = [turn.tweet for turn in spat.turns if not turn.tweet.ghost]
    times = [tweet.sent for tweet in there if tweet.sent]
    words = counted(len(there), "tweet")
    bounds = {tweet.bounds for tweet in there if tweet.bounds and not tweet.sent}
    if len(times) > 1:
        words += f" in {stretch(max(times) - min(times))}"
    days = {within(each, _clocks(spat, view)) for each in bounds if view.zones}
    if len(days) == 1 and not times:
        words += f", sent {days.pop()}, clock times unknown"
    elif len(times) < len(there):
        words += f", {counted(len(there) - len(times), 'time')} unknown"
    yield words
    repeats = sum(len(turn.retweets) for turn in spat.turns)
    if repeats:
        yield f" {view.glyphs.dot} repeated {counted(repeats, 'time')}"
    if moment and len(view.zones) > 1:
        first, second = ((_name(each, spat), each) for each in view.zones[:2])
        last = max(times, default=moment)
        yield f" {view.glyphs.dot} {ahead(first, second, moment, last)}"
    if (
        moment
        and view.zones
        and not any(voice.clock for voice in voices.by_account.values())
    ):
        ends = (moment, max(times, default=moment))
        labels = [
            "/".join(dict.fromkeys(clock_label(each, end) for end in ends))
            for each in view.zones
        ]
        yield f" {view.glyphs.dot} clocks: {', '.join(labels)}"


def _name(each: Zone, spat: Spat) -> str:
    """Return what a clock is called here: its side's name, else its city."""
    sides = [side.name for side in spat.sides if side.zone == each.name]
    city = each.name.rpartition("/")[2].replace("_", " ")
    named = {"New York": "Washington"}.get(city, city) if each.word else city
    return one_line(sides[0] if len(sides) == 1 else named)


def _links(spat: Spat, view: View) -> Iterator[Span]:
    glyphs = view.glyphs
    stated = sum(link.stated for turn in spat.turns for link in turn.links)
    inferred = sum(not link.stated for turn in spat.turns for link in turn.links)
    states = Counter(turn.tweet.state for turn in spat.turns)
    yield span("dim", f"{counted(stated, 'link')} stated")
    if inferred:
        yield span("relation", f" {glyphs.dot} {glyphs.inferred} {inferred} inferred")
    lost = sum(turn.tweet.ghost for turn in spat.turns)
    if lost:
        yield span("lost", f" {glyphs.dot} {glyphs.lost} {counted(lost, 'tweet')} lost")
    if states["reported"]:
        words = f"{counted(states['reported'], 'text')} lost, known from reports"
        yield span("lost", f" {glyphs.dot} {glyphs.lost} {words}")
    if states["recovered"]:
        words = f"{counted(states['recovered'], 'text')} recovered from copies"
        yield span("dim", f" {glyphs.dot} {words}")


def _order(spat: Spat) -> str:
    if spat.order.kind == "contested":
        count = len(spat.order.contested)
        pairs = "one pair" if count == 1 else f"{count} pairs"
        return f"the sources contradict each other on the order of {pairs}"
    return "the order is known in part only; the rest stands as the file gives it"
