"""A conversation on one line, for lists of them."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import lru_cache

from tweetspat.renderers.cells import cells, cut
from tweetspat.renderers.lines import Line, Span, fitted, plain, span
from tweetspat.renderers.view import View
from tweetspat.renderers.wording import counted, day, listed, stretch
from tweetspat.stamps import rfc3339
from tweetspat.summaries import Summary
from tweetspat.visible import Shown, handle, one_line
from tweetspat.zones import wall

__all__ = [
    "began",
    "lasted",
    "listing",
    "members_of",
    "plain_listing",
    "voices_named",
]

_ZERO, _MINUTE = timedelta(), timedelta(minutes=1)
_HOUR = timedelta(hours=1) - timedelta.resolution

_ROOMY = 100
"""Cells from which on there is room for handles beside the first words."""

_CHARS = 4
"""Characters that are looked at for each cell: marks take none of their own."""

_WORDS = 80
"""Characters of the first words that a program gets."""


def listing(summaries: Iterable[Summary], view: View) -> Iterator[Line]:
    """Yield one line a conversation.

    It tells the id, the tweets and how many voices they are by, the first day on
    the first clock, how long it lasted, what was exchanged, and the title or the
    first words; on a roomy line also the handles of the two busiest voices.
    """
    return (_line(each, view) for each in summaries)


def plain_listing(summaries: Iterable[Summary], view: View) -> Iterator[str]:
    """Yield the same lines without their roles, quicker where there are many."""
    first_days: dict[datetime, str | None] = {}
    exchange, more, width = view.glyphs.exchange, view.glyphs.more, view.width
    for each in summaries:
        begun = each.first
        if each.title or begun is None or width >= _ROOMY or not each.id.isdigit():
            yield plain(_line(each, view))
            continue
        hour = begun.replace(minute=0, second=0, microsecond=0)
        if hour not in first_days:
            first_days[hour] = _day_of_hour(hour, view)
        score = f"{exchange}{each.score}" if each.score else ""
        columns = (
            f"{each.id:<19}  {each.tweets:>5} by {len(each.voices) or '?':<3}  "
            f"{first_days[hour] or began(each, view):<11}  "
            f"{lasted(each, roomy=False):<5}  {score:<4}  "
        )
        room = width - len(columns)
        if room <= 0:
            yield plain(_line(each, view))
            continue
        words = one_line((each.words or "")[: room * _CHARS])
        yield (columns + cut(words, room, more)).rstrip(" ")


def _day_of_hour(hour: datetime, view: View) -> str | None:
    """Return the day on the first clock, or None where the hour is of two days."""
    if not view.zones:
        return "undated"
    first, last = (wall(view.zones[0], hour + each) for each in (_ZERO, _HOUR))
    return day(first).partition(" ")[2] if first.date() == last.date() else None


def _line(each: Summary, view: View) -> Line:
    roomy = view.width >= _ROOMY
    length = lasted(each, roomy=roomy)
    score = f"{view.glyphs.exchange}{each.score}" if each.score else ""
    columns = (
        Span("dim", one_line(f"{each.id:<19}  ")),
        span("bold", f"{each.tweets:>5} by {len(each.voices) or '?':<3}  "),
        span("dim", f"{began(each, view):<11}  {length:<{10 if roomy else 5}}  "),
        span("bold", f"{score:<4}  "),
    )
    room = view.width - cells(columns[0].text) - sum(len(c.text) for c in columns[1:])
    if room <= 0:
        return fitted(columns, view.width, view.glyphs.more)
    words = []
    if each.title:
        words.append(Span("bold", Shown(f"{one_line(each.title)}  ")))
    elif roomy:
        words.append(Span("bold", Shown(f"{voices_named(each)}  ")))
    words.append(Span("dim", one_line((each.words or "")[: room * _CHARS])))
    return *columns, *fitted(words, room, view.glyphs.more)


def began(each: Summary, view: View) -> str:
    """Return its first day on the first clock."""
    if each.first is None or not view.zones:
        return "undated"
    return day(wall(view.zones[0], each.first)).partition(" ")[2]


def lasted(each: Summary, *, roomy: bool) -> str:
    """Return how long it lasted in its largest unit, or its two largest."""
    if each.first is None or each.last is None or each.first == each.last:
        return ""
    words = _stretched((each.last - each.first) // _MINUTE).split()
    if not words[0].isdigit():
        return "< 1 m"
    return " ".join(words if roomy else words[:2])


@lru_cache(4096)
def _stretched(minutes: int) -> str:
    return stretch(minutes * _MINUTE)


def voices_named(each: Summary) -> str:
    """Return the handles of the two busiest voices, and how many others there are."""
    shown = [f"@{handle(name)}" for name in each.voices[:2]]
    more = len(each.voices) - len(shown)
    return listed([*shown, counted(more, "other")] if more else shown)


def members_of(each: Summary) -> dict[str, object]:
    """Return what a list for programs tells of a conversation, by name."""
    return {
        "id": each.id,
        "tweets": each.tweets,
        "voices": len(each.voices),
        "first": rfc3339(each.first) if each.first else None,
        "last": rfc3339(each.last) if each.last else None,
        "score": each.score,
        "words": each.words[:_WORDS] if each.words else None,
    }
