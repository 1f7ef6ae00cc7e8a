"""`tweetspat zones`: what a zone word means."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta
from typing import Annotated

import typer

from tweetspat.cli.output import write
from tweetspat.problems import UsageError
from tweetspat.renderers.cells import cells, pad, wrap
from tweetspat.renderers.wording import clock_label, counted, day
from tweetspat.stamps import instant
from tweetspat.visible import one_line, own
from tweetspat.zones import AMBIGUOUS, Zone, meanings, offset, wall, zone_or_raise
from tweetspat.zones.history import SINCE, Change, Regime, history, on_day
from tweetspat.zones.search import every_word

__all__ = ["zones"]

_WIDTH = 80
_NAME = 22
_UNBROKEN = "\u00a0"
_FIXED = ("UTC", "Etc/GMT+", "Etc/GMT-")
_FIRST_YEAR, _LAST_YEAR = 2, 9998


def zones(
    word: Annotated[
        str | None, typer.Argument(help="A zone word, an IANA name or an offset.")
    ] = None,
    on: Annotated[
        str | None,
        typer.Option(metavar="YYYY-MM-DD", help="The day, or the stamp, that counts."),
    ] = None,
) -> None:
    """Say which place a zone word means, and its offsets."""
    write(_all() if word is None else _one(word, on))


def _all() -> Iterator[str]:
    yield from _wrapped(
        'By place, the words that mean it. Case and left out accents do not matter; "X '
        'time", "heure de X", "hora de X", "по X" and the like mean X.'
    )
    places: dict[str, list[str]] = {}
    for word, name in every_word().items():
        places.setdefault(name, []).append(word + ("*" if word in AMBIGUOUS else ""))
    for name, words in sorted(places.items()):
        yield from _entry(name, words)
    yield ""
    yield "* can mean several places, the likeliest first; who speaks decides:"
    for word, names in AMBIGUOUS.items():
        yield from _entry(word, names)
    yield ""
    yield from _wrapped(
        "Every IANA name is read too (Asia/Damascus, Pacific/Auckland), and offsets "
        "(UTC+3, GMT-5:30, +0300), where + is ahead of UTC."
    )


def _entry(name: str, words: Sequence[str]) -> Iterator[str]:
    """Yield a name and beside it its words, none of which is broken."""
    whole = "; ".join(word.replace(" ", _UNBROKEN) for word in words)
    lines = [
        own(line.replace(_UNBROKEN, " ")) for line in wrap(own(whole), _WIDTH - _NAME)
    ]
    if cells(name) < _NAME:
        yield pad(own(name), _NAME) + lines.pop(0)
    else:
        yield name
    for line in lines:
        yield " " * _NAME + line


def _one(word: str, on: str | None) -> Iterator[str]:
    first = zone_or_raise(word)
    shown, others = one_line(word.strip()), meanings(word)[1:]
    if on is not None:
        yield from _wrapped(f"{shown} is {first.name}: {_then(first, on)}")
        for each in others:
            yield from _wrapped(f"It can also be {each.name}: {_then(each, on)}")
        return
    if others:
        count = counted(1 + len(others), "place")
        yield from _wrapped(
            f"{shown} can mean {count}; the first is taken where nothing else is known"
        )
        for each in (first, *others):
            yield from _wrapped(f"{each.name}: {'; '.join(_past(each))}")
    elif first.name.startswith(_FIXED):
        turned = ", by its IANA name {}, where the sign is turned round"
        more = turned.format(first.name) if "/" in first.name else ""
        yield from _wrapped(f"{shown} is the fixed offset {offset(first, SINCE)}{more}")
        return
    else:
        yield f"{shown} is {first.name}"
        for line in _past(first):
            yield from _wrapped(f"  {line}")
    yield "--on YYYY-MM-DD tells the clock of a day"


def _past(zone: Zone) -> Iterator[str]:
    """Yield what the clocks of a place did, a regime after the other."""
    for each in history(zone):
        yield _clocks(zone, each) + _time(each)


def _clocks(zone: Zone, regime: Regime) -> str:
    labels = [clock_label(zone, clock) for clock in regime.clocks]
    if len(labels) == 1:
        return labels[0]
    turns = "changing twice a year" if regime.yearly else "in turn"
    return f"{' / '.join(labels)}, {turns}"


def _time(regime: Regime) -> str:
    since, until = (
        each and day(each.after).partition(" ")[2]
        for each in (regime.since, regime.until)
    )
    comma = "," if len(regime.clocks) > 1 else ""
    if since and until:
        return f"{comma} from {since} to {until}"
    if since:
        return f"{comma} since {since}"
    if until:
        return f"{comma} to {until}"
    return "" if comma else f", no change since {SINCE.year}"


def _then(zone: Zone, on: str) -> str:
    """Say what a clock shows on a day, or at the instant of a stamp."""
    sent = instant(on) if len(on) > len("YYYY-MM-DD") else None
    if sent:
        there = wall(zone, sent)
        return f"{clock_label(zone, sent)} on {day(there)}, {there:%H:%M}"
    asked = _date(on)
    first, found = on_day(zone, asked)
    shown = _day(asked)
    if first is None:
        return f"there was no {shown}; clocks went on to {_day(found[-1].after)}"
    if not found:
        return f"{clock_label(zone, first)} on {shown}"
    told = "; ".join(_step(zone, each, asked) for each in found)
    return f"{told}; then {clock_label(zone, found[-1].instant)}"


def _step(zone: Zone, change: Change, asked: date) -> str:
    """Say which clock there was until a change, and what the change was."""
    before = clock_label(zone, change.instant - timedelta(seconds=1))
    late = change.before.date() > asked
    clock = "24:00" if late else f"{change.before:%H:%M}"
    step = f"{before} until {clock} on {_day(asked)}"
    if change.before == change.after:
        return step
    way = "forward" if change.after > change.before else "back"
    return f"{step}, when clocks went {way} to {change.after:%H:%M}"


def _date(on: str) -> date:
    try:
        asked = datetime.strptime(on, "%Y-%m-%d").date()  # noqa: DTZ007 - a date
    except ValueError:
        raise UsageError(f"{on[:40]!r} is no day; write YYYY-MM-DD") from None
    if not _FIRST_YEAR <= asked.year <= _LAST_YEAR:
        raise UsageError(f"{on!r} is at the end of the calendar; write another day")
    return asked


def _day(asked: date) -> str:
    return day(datetime(asked.year, asked.month, asked.day))  # noqa: DTZ001 - a date


def _wrapped(text: str) -> Iterator[str]:
    """Yield a line of at most 80 cells, and what goes on, indented."""
    indent = len(text) - len(text.lstrip()) + 2
    first, *more = wrap(own(text), _WIDTH - 2)
    yield first
    for line in more:
        yield " " * indent + line
