"""Writing a report in several files, the first one last."""

import os
from collections.abc import Sequence

from tweetspat.cli.output import write_file
from tweetspat.problems import UsageError
from tweetspat.renderers.view import Report, View

__all__ = ["check_split", "write_parts"]


def check_split(most: int | None, form: str, output: str | None) -> None:
    """Say what is wrong where a report cannot be split as asked.

    Raises:
        UsageError: it is no HTML, or it has no file.
    """
    if most is None:
        return
    if form != "html" or not output or output == "-":
        raise UsageError("--split writes HTML into several files; add -o FILE.html")


def write_parts(
    report: Report, view: View, most: int, path: str, inputs: Sequence[str]
) -> None:
    """Write documents of at most so many tweets each, each whole or not at all.

    The first one appears last, when all that it leads to are there.

    Raises:
        UsageError: one of them would replace an input.
        OSError: the folder cannot be written.
    """
    from tweetspat.renderers.html import parts

    documents = list(parts(report, view, most, path))
    for name, _ in documents:
        there = [each for each in inputs if os.path.exists(each)]
        if os.path.exists(name) and any(os.path.samefile(e, name) for e in there):
            raise UsageError(f"{name}: the output would replace this input")
    for name, lines in reversed(documents):
        write_file(lines, name)
