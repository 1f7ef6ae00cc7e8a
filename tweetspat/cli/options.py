"""Options that several commands share, each written once."""

import os
import sys
from typing import Annotated

import typer

from tweetspat.model import Heap
from tweetspat.problems import UsageError
from tweetspat.zones import Zone, zone_or_raise

__all__ = [
    "Color",
    "Debug",
    "Infer",
    "Inputs",
    "NaiveZone",
    "Quiet",
    "Sides",
    "Strict",
    "Theme",
    "Verbose",
    "Width",
    "Zones",
    "clocks",
    "inputs_or_stdin",
    "words",
]

Inputs = Annotated[
    list[str] | None,
    typer.Argument(metavar="INPUT...", help="Files, folders, or - for stdin."),
]
Zones = Annotated[
    list[str] | None,
    typer.Option("--zone", metavar="WORD", help="A clock to show; repeatable."),
]
NaiveZone = Annotated[
    str | None,
    typer.Option(metavar="ZONE", help="The zone of stamps that have none."),
]
Sides = Annotated[
    list[str] | None,
    typer.Option("--side", metavar="NAME=@a,@b", help="Who stands where; repeatable."),
]
Infer = Annotated[
    str, typer.Option(metavar="off|safe|wide", help="Which inferred links to show.")
]
Color = Annotated[
    str, typer.Option(metavar="auto|always|never", help="Whether to colour.")
]
Theme = Annotated[
    str, typer.Option(metavar="auto|dark|light|ansi", help="Colours for which ground.")
]
Width = Annotated[
    int | None, typer.Option(min=40, max=1000, metavar="N", help="Cells in a line.")
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Exit 4 when a record was skipped.")
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="No problems on stderr.")]
Verbose = Annotated[
    bool, typer.Option("-v", "--verbose", help="Also places, evidence, confidence.")
]
Debug = Annotated[bool, typer.Option("--debug", hidden=True, help="Show tracebacks.")]


def inputs_or_stdin(inputs: list[str] | None) -> list[str]:
    """Return the inputs; none with something piped in means stdin."""
    if inputs:
        return inputs
    if sys.stdin is None or os.isatty(0):
        raise UsageError("no input; name files or folders, or pipe something in")
    return ["-"]


def words(value: str, *known: str) -> str:
    """Return the word when it is known, else raise a UsageError that lists all."""
    if value not in known:
        raise UsageError(f"{value[:40]!r} is not one of {', '.join(known)}")
    return value


def clocks(asked: list[str] | None, heap: Heap) -> tuple[Zone, ...]:
    """Return the clocks to show, each place once.

    Those asked for; else those of the sides in a case file; else Moscow's and
    Washington's.
    """
    sides = [side for case in heap.cases for side in case.sides if side.zone]
    named = asked or list(dict.fromkeys(side.zone for side in sides if side.zone))
    found = [zone_or_raise(word) for word in named or ("MSK", "Washington")]
    return tuple({each.name: each for each in reversed(found)}.values())[::-1]
