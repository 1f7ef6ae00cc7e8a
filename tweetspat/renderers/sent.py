"""When a turn was sent: on each clock that is shown, the speaker's own the boldest."""

from collections.abc import Iterator
from datetime import datetime

from tweetspat.model import Turn
from tweetspat.renderers.banner import banner_of
from tweetspat.renderers.frame import Frame
from tweetspat.renderers.lines import Span, span
from tweetspat.renderers.wording import clock, day
from tweetspat.zones import Zone, abbreviation, wall

__all__ = ["clock_roles", "clocks", "own_clock", "stamp"]


def clocks(turn: Turn, frame: Frame) -> Iterator[Span]:
    """Yield the time on every clock, each in its column."""
    sent = turn.tweet.sent
    yield span("", " ")
    if sent is None:
        words = "time unknown" if len(frame.view.zones) > 1 else "?"
        yield span("dim", f"{words:<{frame.head - 1}}"[: frame.head - 1])
        return
    for each, role in clock_roles(turn, frame):
        yield span(role, f"{clock(each, sent):>{frame.clock_width}}")
        yield span("", "  ")


def clock_roles(turn: Turn, frame: Frame) -> Iterator[tuple[Zone, str]]:
    """Yield each clock that is shown, and how it stands out at this turn."""
    sent, own = turn.tweet.sent, frame.voices.clock_of(turn)
    speakers = _among_the_shown(own.zone, sent, frame) if own and sent else None
    for each in frame.view.zones:
        yield each, _own_role(turn, frame) if each == speakers else "dim"


def _among_the_shown(own: Zone, sent: datetime, frame: Frame) -> Zone | None:
    """Return the shown clock that is the speaker's, or that reads the same then."""
    there = wall(own, sent).utcoffset()
    alike = [each for each in frame.view.zones if wall(each, sent).utcoffset() == there]
    return next((each for each in alike if each.name == own.name), (*alike, None)[0])


def _own_role(turn: Turn, frame: Frame) -> str:
    """Return how the speaker's own clock stands out, that of a bystander too."""
    voice = frame.voices.of(turn)
    return "aside bold" if voice.muted else f"{voice.role} bold"


def own_clock(turn: Turn, frame: Frame) -> list[Span]:
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


def stamp(turn: Turn, frame: Frame, above: Turn | None) -> list[Span]:
    """Return the time in a line of words: 13:05/05:05.

    What each clock is called, and the date, is told where the turn above does not.
    """
    sent, view = turn.tweet.sent, frame.view
    if sent is None or not view.zones:
        return [] if sent else [span("dim", "time unknown")]
    before = above.tweet.sent if above else None
    year = before is None or before.year != sent.year
    dated = above is None or banner_of(above, frame) != banner_of(turn, frame)
    dates = {wall(each, sent).date() for each in view.zones}
    parts: list[Span] = []
    for each, role in clock_roles(turn, frame):
        if parts:
            parts.append(span("dim", " / " if dated else "/"))
        parts.append(span(role, clock(each, sent)))
        if dated:
            date = f" {day(wall(each, sent), year=year)}" if len(dates) > 1 else ""
            parts.append(span("dim", f" {abbreviation(each, sent)}{date}"))
    if dated and len(dates) == 1:
        parts.append(span("dim", f" {view.glyphs.dot} {day(dates.pop(), year=year)}"))
    return parts
