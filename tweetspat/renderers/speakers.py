"""Who speaks: a line for each account of a side, one for all bystanders."""

from collections.abc import Iterator, Sequence
from datetime import datetime

from tweetspat.model import Spat, Turn
from tweetspat.renderers.cells import cells, pad, wrap
from tweetspat.renderers.lines import Line, Span, fitted, span
from tweetspat.renderers.view import View
from tweetspat.renderers.voices import Voice, Voices, handle_of
from tweetspat.renderers.wording import clock_label, counted, listed
from tweetspat.visible import Shown, one_line

__all__ = ["cast_of", "handles_of", "speakers", "stated"]

_INDENT = "  "
_NARROWEST = 8
_MOST_ROWS = 8
"""Accounts of one side that have a line each."""

_MOST_NAMED = 3
"""Bystanders that are named; more are counted."""


def speakers(
    spat: Spat, voices: Voices, view: View, moment: datetime | None
) -> Iterator[Line]:
    """Yield who speaks, side by side in columns, the busiest of each side first.

    Args:
        spat: whose speakers they are.
        voices: how they are drawn.
        view: how to show it.
        moment: an instant for the offsets of the sides' clocks, or None.
    """
    rows, rest = cast_of(spat, voices, moment)
    yield from _columns(rows, view)
    for line in rest:
        yield fitted([line], view.width, view.glyphs.more)


def cast_of(
    spat: Spat, voices: Voices, moment: datetime | None
) -> tuple[list[tuple[Span, ...]], list[Span]]:
    """Return a row for each account that is told of, and a line for those counted.

    A row holds an account's sign, handles, name, side, clock and count.
    """
    handles = handles_of(spat, voices)
    shown = {account: list(those.values()) for account, those in handles.items()}
    first: dict[str, Turn] = {}
    for turn in spat.turns:
        author = turn.tweet.author
        account = voices.accounts.of(author) if author else ""
        if account in voices.by_account and not (
            turn.tweet.ghost and voices.counts[account]
        ):
            first.setdefault(account, turn)
    lanes: dict[Voice, list[str]] = {}
    for account in sorted(first, key=lambda key: -voices.counts[key]):
        lanes.setdefault(voices.by_account[account], []).append(account)
    ranked = sorted(lanes, key=lambda voice: voice.lane or 0)
    rows = [
        _row(first[account], shown[account], spat, voices, moment)
        for voice in ranked
        for account in lanes[voice][:_MOST_ROWS]
    ]
    rest: list[Span] = []
    left = [(voice, lanes[voice][_MOST_ROWS:]) for voice in ranked]
    beside = [key for key in voices.counts if key not in voices.by_account]
    for voice, those in (*left, (voices.bystander, beside)):
        if those:
            count = counted(sum(voices.counts[key] for key in those), "tweet")
            names = [shown[key][0] for key in those[:_MOST_NAMED]]
            others = counted(len(those), "other")
            words = listed([*names]) if len(those) <= _MOST_NAMED else others
            rest.append(Span(voice.role, Shown(f"{voice.sign} {words}, {count}")))
    return rows, rest


def handles_of(spat: Spat, voices: Voices) -> dict[str, dict[str, Shown]]:
    """Return the handles that each account has here: most have one.

    Keyed by what accounts are compared by, then by the handle in lower case.
    """
    handles: dict[str, dict[str, Shown]] = {}
    for turn in spat.turns:
        author = turn.tweet.author
        if author:
            own = handles.setdefault(voices.accounts.of(author), {})
            if author.key not in own:
                own[author.key] = handle_of(turn.tweet)
    return handles


def stated(spat: Spat) -> bool:
    """Tell whether somebody said who stands where, rather than this tool."""
    return any(side.basis != "suggested" for side in spat.sides)


def _row(
    turn: Turn,
    handles: Sequence[Shown],
    spat: Spat,
    voices: Voices,
    moment: datetime | None,
) -> tuple[Span, ...]:
    """Return an account's sign, handles, name, side, clock and count."""
    author = turn.tweet.author
    voice = voices.of_author(author) or voices.bystander
    named = f"@{author.handle}" if author else None
    side = turn.side if stated(spat) and turn.side != named else None
    own = voices.clock_of(turn)
    clock = own.zone if own and own.told else voice.clock
    label = clock_label(clock, moment) if clock and moment else ""
    count = voices.counts[voices.accounts.of(author)] if author else 0
    return (
        span(f"{voice.role} bold", f"{voice.sign} "),
        Span(f"{voice.role} bold", Shown(" = ".join(handles))),
        Span("bold", one_line(author.name if author and author.name else "")),
        Span("dim bold", one_line(side or "")),
        span(voice.role, label),
        span("dim bold", counted(count, "tweet")),
    )


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
