"""The heading: title, sides, clocks, counts, and every doubt about the whole."""

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from tweetspat.model import Spat
from tweetspat.renderers.cells import cells
from tweetspat.renderers.lines import Line, Span, span, wrapped
from tweetspat.renderers.speakers import handles_of, speakers, stated
from tweetspat.renderers.strip import strip
from tweetspat.renderers.view import View
from tweetspat.renderers.voices import Voices
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

__all__ = ["date_of", "facts_of", "heading", "order_words", "title_of"]

_INDENT = "  "


def heading(spat: Spat, voices: Voices, view: View) -> Iterator[Line]:
    """Yield the lines above the first tweet."""
    moment = moment_of(spat)
    title = Span("title", title_of(spat, voices))
    date = date_of(spat, moment, view)
    gap = view.width - cells(title.text) - len(date)
    if gap > 1:
        yield title, span("", " " * gap), span("dim bold", date)
    else:
        yield from wrapped([title], view.width)
        yield (span("dim bold", date),)
    yield (span("rule", view.glyphs.rule * view.width),)
    yield from speakers(spat, voices, view, moment)
    for parts in facts_of(spat, voices, view, moment):
        for line in wrapped(parts, view.width - len(_INDENT)):
            yield span("", _INDENT), *line
    lanes = list(strip(spat, voices, view))
    if lanes:
        yield ()
        yield from lanes


def title_of(spat: Spat, voices: Voices) -> Shown:
    """Return the given title, else the two busiest voices' handles."""
    if spat.title:
        return one_line(spat.title)
    handles = handles_of(spat, voices)
    ranked = sorted(handles, key=lambda key: (-voices.counts[key], *handles[key]))
    shown = [next(iter(handles[key].values())) for key in ranked[:2]]
    more = len(ranked) - len(shown)
    others = [counted(more, "other")] if more > 0 else []
    return Shown(listed([*shown, *others]) or "one tweet")


def date_of(spat: Spat, moment: datetime | None, view: View) -> str:
    """Write the day on which it began, in full, on the first clock."""
    zones = _clocks(spat, view)
    if moment is None or not zones:
        return "date unknown"
    return long_day(wall(zones[0], moment))


def _clocks(spat: Spat, view: View) -> tuple[Zone, ...]:
    own = (zone(side.zone) for side in spat.sides if side.zone)
    return view.zones or tuple(found for found in own if found)


def facts_of(
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
    if spat.sides and not stated(spat):
        yield [
            span("relation", "sides suggested"),
            span("dim", " by who answers whom; nobody has stated them"),
        ]
    yield [span("dim", words) for words in _span_words(spat, voices, view, moment)]
    if spat.selected:
        yield [span("relation", "selected: "), Span("dim", one_line(spat.selected))]
    yield list(_links(spat, view))
    if spat.order.kind != "total":
        yield [span("warning", f"{view.glyphs.contested} {order_words(spat)}")]


def _span_words(
    spat: Spat, voices: Voices, view: View, moment: datetime | None
) -> Iterator[str]:
    there = [t.tweet for t in spat.turns if not (t.tweet.ghost or t.context)]
    times = [tweet.sent for tweet in there if tweet.sent]
    words = counted(len(there), "tweet")
    if spat.whole is not None:
        words = f"{len(there):,} of {counted(spat.whole, 'tweet')}"
    bounds = {tweet.bounds for tweet in there if tweet.bounds and not tweet.sent}
    if len(times) > 1:
        words += f" in {stretch(max(times) - min(times))}"
    days = {within(each, _clocks(spat, view)) for each in bounds if view.zones}
    if len(days) == 1 and not times:
        words += f", sent {days.pop()}, clock times unknown"
    elif len(times) < len(there):
        words += f", {counted(len(there) - len(times), 'time')} unknown"
    yield words
    context = sum(turn.context for turn in spat.turns)
    if context:
        yield f", {context:,} more for context"
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


def order_words(spat: Spat) -> str:
    """Say how far the order is not known."""
    if spat.order.kind == "contested":
        count = len(spat.order.contested)
        pairs = "one pair" if count == 1 else f"{count} pairs"
        return f"the sources contradict each other on the order of {pairs}"
    return "the order is known in part only; the rest stands as the file gives it"
