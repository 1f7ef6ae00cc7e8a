"""Options that several commands share, each written once."""

import os
import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from tweetspat.accounts import Accounts
from tweetspat.heap_index import is_index
from tweetspat.model import Side
from tweetspat.problems import UsageError
from tweetspat.renderers.view import LAYOUTS
from tweetspat.selection import KINDS, Branch
from tweetspat.sides import united
from tweetspat.zones import Zone, zone_or_raise

if TYPE_CHECKING:
    from tweetspat.cli.heaps import AnyHeap

__all__ = [
    "Between",
    "By",
    "Cast",
    "Color",
    "Compact",
    "Debug",
    "Down",
    "Edges",
    "Events",
    "Grep",
    "Infer",
    "Inputs",
    "Jobs",
    "Join",
    "Layout",
    "NaiveZone",
    "NoBasis",
    "NoPager",
    "Only",
    "Quiet",
    "Sides",
    "Since",
    "Split",
    "Strict",
    "Theme",
    "Thread",
    "Unfold",
    "Until",
    "Up",
    "Verbose",
    "Width",
    "Without",
    "Zones",
    "branch",
    "clocks",
    "inputs_or_stdin",
    "words",
]

Word = TypeVar("Word", bound=str)

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
Cast = Annotated[
    str | None,
    typer.Option("--cast", metavar="FILE.toml", help="A file of sides and names."),
]
Infer = Annotated[
    str | None,
    typer.Option(metavar="off|safe|wide", help="Which inferred links to show."),
]
NoBasis = Annotated[
    list[str] | None,
    typer.Option("--no-basis", metavar="BASIS", help="Infer no such link; repeatable."),
]
Join = Annotated[
    str | None,
    typer.Option(metavar="auto|all|replies", help="Which answers join conversations."),
]
Thread = Annotated[
    str | None,
    typer.Option(metavar="ID|URL", help="Only the conversation with this status."),
]
Up = Annotated[bool, typer.Option("--up", help="Of --thread: what it answers.")]
Down = Annotated[bool, typer.Option("--down", help="Of --thread: its answers.")]
By = Annotated[
    list[str] | None,
    typer.Option("--from", metavar="@a", help="Only tweets of @a; repeatable."),
]
Between = Annotated[
    str | None,
    typer.Option(metavar="@a,@b", help="Only what @a and @b say to each other."),
]
Since = Annotated[
    str | None,
    typer.Option(metavar="TIME", help="Not before it; in UTC if no zone is named."),
]
Until = Annotated[
    str | None,
    typer.Option(metavar="TIME", help="Not after it; a date is a whole day."),
]
Grep = Annotated[
    str | None,
    typer.Option(metavar="REGEX", help="Only where it is found; (?i) ignores case."),
]
Only = Annotated[
    list[str] | None,
    typer.Option("--only", metavar="KIND", help=f"Any of: {', '.join(KINDS)}."),
]
Without = Annotated[
    list[str] | None,
    typer.Option("--without", metavar="KIND", help="None of these kinds; repeatable."),
]
Edges = Annotated[bool, typer.Option("--edges", help="As csv: one row a link.")]
Events = Annotated[
    bool, typer.Option("--events", help="Also what is said to have happened when.")
]
Layout = Annotated[
    str, typer.Option(metavar="|".join(LAYOUTS), help="How to lay it out.")
]
Compact = Annotated[bool, typer.Option("--compact", help="One or two lines a tweet.")]
Unfold = Annotated[
    bool, typer.Option("--unfold", help="On a terminal: also what bystanders say.")
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
Split = Annotated[
    int | None,
    typer.Option(min=1, metavar="N", help="HTML in files of N tweets; needs -o."),
]
Jobs = Annotated[
    int | None,
    typer.Option(
        min=1, max=1000, metavar="N", help="Processes that read large inputs."
    ),
]
NoPager = Annotated[
    bool, typer.Option("--no-pager", help="Print all at once, also on a terminal.")
]
Strict = Annotated[
    bool, typer.Option("--strict", help="Exit 4 when a record was skipped.")
]
Quiet = Annotated[bool, typer.Option("-q", "--quiet", help="No problems on stderr.")]
Verbose = Annotated[
    bool, typer.Option("-v", "--verbose", help="Also places, evidence, confidence.")
]
Debug = Annotated[bool, typer.Option("--debug", hidden=True, help="Show tracebacks.")]


def inputs_or_stdin(inputs: list[str] | None, *, indexed: bool = False) -> list[str]:
    """Return the inputs; none with something piped in means stdin.

    Raises:
        UsageError: there is none, or one is an index and the command reads none.
    """
    for each in () if indexed else inputs or ():
        if is_index(each):
            raise UsageError(
                f"{each}: an index is read by show, list and batch; name the files "
                "that it was made of"
            )
    if inputs:
        return inputs
    if sys.stdin is None or os.isatty(0):
        raise UsageError("no input; name files or folders, or pipe something in")
    return ["-"]


def branch(thread: str | None, *, up: bool, down: bool) -> Branch:
    """Return which part of a thread is asked for."""
    if thread is None and (up or down):
        raise UsageError("--up and --down lead away from a status; add --thread ID")
    return Branch(up, down)


def words(value: str, *known: Word) -> Word:
    """Return the word when it is known, else raise a UsageError that lists all."""
    for word in known:
        if word == value:
            return word
    raise UsageError(f"{value[:40]!r} is not one of {', '.join(known)}")


def clocks(
    asked: list[str] | None,
    heap: "AnyHeap | None" = None,
    given: Sequence[Side] = (),
) -> tuple[Zone, ...]:
    """Return the clocks to show, each place once.

    Those asked for; else those of the sides that are given and that case files
    name; else Moscow's and Washington's.
    """
    cases = heap.cases if heap else ()
    told = [*given, *(side for case in cases for side in case.sides)]
    sides = united(told, Accounts({}))
    named = asked or list(dict.fromkeys(side.zone for side in sides if side.zone))
    found = [zone_or_raise(word) for word in named or ("MSK", "Washington")]
    return tuple({each.name: each for each in reversed(found)}.values())[::-1]
