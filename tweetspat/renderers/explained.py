"""What one wording means: each time that it speaks of, on every clock, and why."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from tweetspat.model import Bounds, SaidTime
from tweetspat.renderers.lines import Line, Span, span, wrapped
from tweetspat.renderers.moments import is_exact, moment_on
from tweetspat.renderers.view import View
from tweetspat.renderers.wording import stretch
from tweetspat.stamps import rfc3339
from tweetspat.visible import one_line
from tweetspat.zones import Zone, zone

__all__ = ["explained"]

_INDENT = "  "


def explained(found: Sequence[SaidTime], sent: Bounds, view: View) -> Iterator[Line]:
    """Yield a paragraph for each time: its words, its clocks, its interval, why.

    Args:
        found: in reading order.
        sent: when it was said; an exact instant stands at both ends.
        view: the clocks to show beside the one that it was counted on.
    """
    for number, said in enumerate(found):
        if number:
            yield ()
        yield from wrapped([Span("said bold", one_line(said.text))], view.width)
        for parts in _facts(said, sent, view):
            for line in wrapped(parts, view.width - len(_INDENT)):
                yield span("", _INDENT), *line


def _facts(said: SaidTime, sent: Bounds, view: View) -> Iterator[list[Span]]:
    told = moment_on(said, _clocks(said, view), view.glyphs.to)
    yield [span("when", "".join(told))]
    if sent.not_before and sent.not_before == sent.not_after and is_exact(said):
        yield [span("dim", _apart(said.start, sent.not_before))]
    ends = f"from {rfc3339(said.start)} to {rfc3339(said.end)}, exclusive"
    yield [span("dim", f"{ends} ({said.precision})")]
    share = f"right in {said.confidence:.0%} of such cases"
    yield [Span("dim", one_line(f"counted in {said.zone}: {said.basis}; {share}"))]


def _apart(meant: datetime, said: datetime) -> str:
    """Say how long before or after it was said something is."""
    if meant == said:
        return "the minute in which it was said"
    order = "before" if meant < said else "after"
    return f"{stretch(said - meant)} {order} it was said"


def _clocks(said: SaidTime, view: View) -> list[Zone]:
    """Return the clock that counts, then the others that are shown."""
    counted = zone(said.zone)
    others = [each for each in view.zones if each.name != said.zone]
    return [counted, *others] if counted else others
