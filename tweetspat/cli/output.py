"""Writing: stdout in blocks, files whole or not at all, stderr in single lines."""

import contextlib
import os
import sys
from collections.abc import Iterable, Iterator, Sequence

from tweetspat.cli.screen import (
    discard_late_answers,
    output_encoding,
    pager_command,
)
from tweetspat.problems import Problem
from tweetspat.visible import one_line
from tweetspat.whole import whole

__all__ = [
    "UNFINISHED",
    "ReaderGone",
    "complain",
    "say",
    "settle",
    "tell",
    "write",
    "write_file",
]

UNFINISHED: list[str] = []
"""Temporary files, which a signal has to sweep away."""

_BLOCK = 1 << 16
_MOST_PROBLEMS = 20


class ReaderGone(Exception):  # noqa: N818 - reads as a noun where it is caught
    """The reader of the pipe went away; typer must not see a BrokenPipeError."""


def write(
    lines: Iterable[str], encoding: str | None = None, *, pager: bool = False
) -> None:
    """Write lines to stdout; what the encoding lacks is written as an escape.

    Args:
        lines: without line ends.
        encoding: None for that of people's output; machines get UTF-8.
        pager: let people on a terminal leaf through it.

    Raises:
        ReaderGone: the pipe is closed.
        OSError: stdout is closed or cannot take more.
    """
    if sys.stdout is None:
        raise OSError(0, "standard output is closed")
    told = encoding or output_encoding(os.environ, terminal=sys.stdout.isatty())
    blocks = (block.encode(told, "backslashreplace") for block in _blocks(lines))
    command = pager_command() if pager and encoding is None else None
    if command and _paged(blocks, command):
        return
    try:
        sys.stdout.buffer.writelines(blocks)
    except BrokenPipeError:
        raise ReaderGone from None


def _paged(blocks: Iterable[bytes], command: str) -> bool:
    from tweetspat.cli.pager import page

    discard_late_answers()
    return page(blocks, command, os.environ)


def write_file(lines: Iterable[str], path: str) -> None:
    """Write a file that appears under its name only when it is whole.

    Raises:
        OSError: the folder cannot be written.
    """
    with whole(path, UNFINISHED) as file:
        file.writelines(
            block.encode("utf-8", "backslashreplace") for block in _blocks(lines)
        )


def _blocks(lines: Iterable[str]) -> Iterator[str]:
    block: list[str] = []
    size = 0
    for line in lines:
        block.append(line)
        size += len(line)
        if size > _BLOCK:
            yield "\n".join(block) + "\n"
            block, size = [], 0
    if block:
        yield "\n".join(block) + "\n"


def settle() -> None:
    """Flush stdout, so that a full disk is noticed while it can be told."""
    discard_late_answers()
    if sys.stdout is not None:
        sys.stdout.flush()


def complain(message: str, code: int = 3) -> int:
    """Say on stderr in one line what is wrong; return the exit code."""
    say(f"tweetspat: {message}")
    return code


def tell(problems: Sequence[Problem]) -> None:
    """Say on stderr what a careful reader should know, at most 20 lines."""
    for problem in problems[:_MOST_PROBLEMS]:
        say(f"tweetspat: {problem}")
    more = len(problems) - _MOST_PROBLEMS
    if more > 0:
        say(f"tweetspat: … {more:,} more: tweetspat check")


def say(message: str) -> None:
    """Say one line on stderr, where there is one."""
    if sys.stderr is None:
        return
    with contextlib.suppress(OSError, ValueError):
        line = one_line(message[:1000]) + "\n"
        sys.stderr.buffer.write(line.encode(sys.stderr.encoding, "backslashreplace"))
        sys.stderr.flush()
