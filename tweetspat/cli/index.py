"""`tweetspat index`: a heap on disk, whose conversations are looked up one by one."""

from typing import TYPE_CHECKING, Annotated

import typer

from tweetspat.cli import options
from tweetspat.cli.output import UNFINISHED, say, tell
from tweetspat.problems import UsageError
from tweetspat.processes import cores
from tweetspat.renderers.wording import counted

if TYPE_CHECKING:
    from tweetspat.conversations import Join
    from tweetspat.heap_index.writing import Written

__all__ = ["index"]

_DONE, _PARTLY = 0, 4
_JOINS: "tuple[Join, ...]" = ("auto", "all", "replies")


def index(
    inputs: options.Inputs = None,
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="HEAP", help="The index to write."),
    ] = None,
    jobs: Annotated[
        int | None,
        typer.Option(min=1, max=1000, metavar="N", help="Processes; default: cores."),
    ] = None,
    naive_zone: options.NaiveZone = None,
    join: Annotated[
        str | None,
        typer.Option(
            metavar="auto|all|replies", help="Which answers join conversations."
        ),
    ] = None,
    quiet: options.Quiet = False,
    debug: options.Debug = False,  # noqa: ARG001 - main looks for it
) -> int:
    """Index a heap, so that show, list and batch start at once.

    An index that is there is brought up to date: inputs are added to it, and those
    that have changed are read again.  Records of files of lines stay where they are.
    """
    from tweetspat.heap_index.writing import Telling, write_index

    if not output:
        raise UsageError("no output; add -o heap.tweetspat")
    written = write_index(
        inputs or [],
        output,
        naive_zone,
        _join(join),
        jobs or cores(),
        Telling(_nothing if quiet else _say, UNFINISHED),
    )
    if not quiet:
        tell([*written.unread, *written.problems])
        say(f"tweetspat: {_summary(written, output)}")
    return _PARTLY if written.unread or written.broken else _DONE


def _join(word: str | None) -> "Join | None":
    if word is None:
        return None
    return options.words(word, *_JOINS)


def _say(line: str) -> None:
    say(f"tweetspat: {line}")


def _nothing(_: str) -> None:
    """Say nothing."""


def _summary(written: "Written", output: str) -> str:
    """Say in one line what was done."""
    told = [
        f"{output}: {counted(written.tweets, 'tweet')}",
        counted(written.conversations, "conversation"),
        f"{counted(written.inputs, 'file')}, {written.scanned:,} of them read now",
        f"{written.size / 1e6:,.1f} MB",
    ]
    if written.problems:
        told.append(counted(len(written.problems), "problem"))
    return ", ".join(told)
