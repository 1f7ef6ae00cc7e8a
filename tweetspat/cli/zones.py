"""`tweetspat zones`: what a zone word means."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Annotated

import typer

from tweetspat.cli.output import write
from tweetspat.problems import UsageError
from tweetspat.renderers.wording import clock_label, day
from tweetspat.zones import WORDS, wall, zone_or_raise

__all__ = ["zones"]


def zones(
    word: Annotated[
        str | None, typer.Argument(help="A zone word or an IANA name.")
    ] = None,
    on: Annotated[
        str | None, typer.Option(metavar="YYYY-MM-DD", help="The day that counts.")
    ] = None,
) -> None:
    """Say which place a zone word means, and its offset on a day."""
    write(_all() if word is None else _one(word, on))


def _all() -> Iterator[str]:
    places: dict[str, list[str]] = {}
    for word, name in WORDS.items():
        places.setdefault(name, []).append(word)
    for name, words in sorted(places.items()):
        yield f"{name:<22}{', '.join(words)}"
    yield "Every IANA name is read too: Asia/Damascus, Pacific/Auckland ..."


def _one(word: str, on: str | None) -> Iterator[str]:
    found = zone_or_raise(word)
    if on is None:
        yield f"{word} is {found.name}; --on YYYY-MM-DD tells its offset that day"
        return
    try:
        noon = datetime.strptime(on, "%Y-%m-%d").replace(hour=12, tzinfo=found.rules)
    except ValueError:
        raise UsageError(f"{on[:40]!r} is no day; write YYYY-MM-DD") from None
    instant = noon.astimezone(UTC)
    there = wall(found, instant)
    yield f"{word} is {found.name}: {clock_label(found, instant)} on {day(there)}"
