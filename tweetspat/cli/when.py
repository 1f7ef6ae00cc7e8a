"""`tweetspat when`: what one wording means, on every clock."""

import json
from datetime import datetime, timedelta
from typing import Annotated

import typer

from tweetspat.cli import options
from tweetspat.cli.output import write
from tweetspat.cli.screen import view_of
from tweetspat.model import Bounds, SaidTime
from tweetspat.problems import UsageError
from tweetspat.renderers.explained import explained
from tweetspat.renderers.lines import plain
from tweetspat.said_times import OwnZone, said_times
from tweetspat.stamps import instant
from tweetspat.zones import Zone, zone_or_raise

__all__ = ["when"]

_ASKED = "zone given as the author's"


def when(
    text: Annotated[str, typer.Argument(help="The wording, as it was tweeted.")],
    sent: Annotated[
        str,
        typer.Option(metavar="STAMP", help="When: 2016-02-11T10:12Z, or a date."),
    ],
    author_zone: Annotated[
        str | None,
        typer.Option(metavar="ZONE", help="Whose clock counts where none is named."),
    ] = None,
    format: Annotated[  # noqa: A002 - the option's name
        str, typer.Option(metavar="text|json", help="How to print.")
    ] = "text",
    zone: options.Zones = None,
    width: options.Width = None,
    debug: options.Debug = False,  # noqa: ARG001 - main looks for it
) -> None:
    """Explain the times that a wording speaks of, in all shown zones."""
    options.words(format, "text", "json")
    own = zone_or_raise(author_zone) if author_zone is not None else None
    view = view_of(options.clocks(zone), width=width)
    bounds = _sent(sent, own)
    found = _read(text, bounds, own)
    if format == "json":
        write([_json(found)], "utf-8")
    elif found:
        write(plain(line) for line in explained(found, bounds, view))
    else:
        write([_nothing(text, bounds, own)])


def _read(text: str, sent: Bounds, own: Zone | None) -> tuple[SaidTime, ...]:
    exact = sent.not_before if sent.not_before == sent.not_after else None
    return said_times(text, exact, sent, OwnZone(own, _ASKED) if own else None)


def _sent(stamp: str, own: Zone | None) -> Bounds:
    """Return when it was sent; a date is a day on the author's clock.

    Raises:
        UsageError: it is no stamp, or names no zone and none is given.
    """
    exact = instant(stamp, own.rules if own else None)
    if exact:
        return Bounds(exact, exact)
    try:
        day = datetime.strptime(stamp, "%Y-%m-%d")  # noqa: DTZ007 - its zone follows
        if own:
            first = day.replace(tzinfo=own.rules)
            return Bounds(first, first + timedelta(days=1))
        what = "is a date, which begins when its clock says"
    except (ValueError, OverflowError):
        what = "is no stamp with a zone; write 2016-02-11T10:12Z"
    raise UsageError(f"--sent {stamp[:60]!r} {what}, or give --author-zone ZONE")


def _json(found: tuple[SaidTime, ...]) -> str:
    from tweetspat.renderers.spat_json import said_members

    times = [said_members(said) for said in found]
    return json.dumps({"said_times": times}, indent=2, ensure_ascii=False)


def _nothing(text: str, sent: Bounds, own: Zone | None) -> str:
    """Say that nothing was found, and whether a zone would help."""
    if own is None and _read(text, sent, zone_or_raise("UTC")):
        return "whose clock counts is not said; --author-zone ZONE tells it"
    return "no time is said here that can be resolved"
