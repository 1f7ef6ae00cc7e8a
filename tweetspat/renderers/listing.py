"""A conversation on one line, for lists of them."""

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from functools import lru_cache
from json.encoder import encode_basestring_ascii as _quoted

from tweetspat.renderers.cells import CHARS, beginning, cells
from tweetspat.renderers.lines import Line, Span, fitted, plain, span
from tweetspat.renderers.view import View
from tweetspat.renderers.wording import counted, day, listed, stretch
from tweetspat.stamps import rfc3339
from tweetspat.summaries import Summary
from tweetspat.visible import Shown, handle, one_line, unbroken
from tweetspat.zones import wall

__all__ = [
    "began",
    "json_of",
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
    first_days: dict[tuple[int, int], str] = {}
    exchange, more, width = view.glyphs.exchange, view.glyphs.more, view.width
    for each in summaries:
        id_, title, tweets, voices, begun, ended, score, words = each
        if (
            title
            or begun is None
            or ended is None
            or begun.tzinfo is not UTC
            or width >= _ROOMY
            or not id_.isdigit()
        ):
            yield plain(_line(each, view))
            continue
        hour = begun.toordinal(), begun.hour
        first_day = first_days.get(hour)
        if first_day is None:
            first_day = first_days[hour] = _day_of_hour(begun, view)
        columns = (
            f"{id_:<19}  {_counts(tweets, len(voices))}"
            f"{first_day or _day_column(began(each, view))}"
            f"{_length_column((ended - begun) // _MINUTE if ended != begun else -1)}"
            f"{_score_column(score, exchange)}"
        )
        room = width - len(columns)
        if room <= 0:
            yield plain(_line(each, view))
            continue
        yield (columns + beginning(words or "", room, more)).rstrip(" ")


@lru_cache(4096)
def _counts(tweets: int, voices: int) -> str:
    return f"{tweets:>5} by {voices or '?':<3}  "


@lru_cache(4096)
def _length_column(minutes: int) -> str:
    return f"{_length(minutes, roomy=False) if minutes >= 0 else '':<5}  "


@lru_cache(4096)
def _score_column(score: int, exchange: str) -> str:
    return f"{f'{exchange}{score}' if score else '':<4}  "


def _day_column(first: str) -> str:
    return f"{first:<11}  "


def _day_of_hour(begun: datetime, view: View) -> str:
    """Return the day on the first clock, or nothing where the hour is of two days."""
    if not view.zones:
        return _day_column("undated")
    hour = begun.replace(minute=0, second=0, microsecond=0)
    first, last = (wall(view.zones[0], hour + each) for each in (_ZERO, _HOUR))
    if first.date() != last.date():
        return ""
    return _day_column(day(first).partition(" ")[2])


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
    words.append(Span("dim", one_line(unbroken((each.words or "")[: room * CHARS]))))
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
    return _length((each.last - each.first) // _MINUTE, roomy=roomy)


def _length(minutes: int, *, roomy: bool) -> str:
    words = _stretched(minutes).split()
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


def json_of(each: Summary) -> str:
    """Return the same as JSON: what `json.dumps` writes, in half the time."""
    id_, _, tweets, voices, begun, ended, score, words = each
    first = f'"{rfc3339(begun)}"' if begun else "null"
    last = f'"{rfc3339(ended)}"' if ended else "null"
    said = _quoted(words[:_WORDS]) if words else "null"
    return (
        f'{{"id": {_quoted(id_)}, "tweets": {tweets}, "voices": {len(voices)}, '
        f'"first": {first}, "last": {last}, "score": {score}, "words": {said}}}'
    )
