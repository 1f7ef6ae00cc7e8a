"""Renderers: spats -> lines, one file an output."""

from collections.abc import Iterator, Mapping
from importlib import import_module
from typing import NamedTuple, Protocol, cast

from tweetspat.problems import UsageError
from tweetspat.renderers.view import Report, View

__all__ = ["RENDERERS", "Format", "Renderer", "format_of_ending", "renderer"]


class Renderer(Protocol):
    """What a renderer module offers; a plain module satisfies it."""

    def render(self, report: Report, view: View, /) -> Iterator[str]:
        """Yield the output line by line, without line ends."""


class Format(NamedTuple):
    """An output.

    Attributes:
        module: the module of this package that makes it.
        endings: the file endings that ask for it.
        for_machines: programs read it, so that it always holds everything.
        about: what it is, for `tweetspat formats`.
        hashed: it tells the inputs' hashes, so that they have to be taken.
    """

    module: str
    endings: tuple[str, ...]
    for_machines: bool
    about: str
    hashed: bool = False


RENDERERS: Mapping[str, Format] = {
    "text": Format(
        "text", (".txt", ".text"), for_machines=False, about="plain text, 80 columns"
    ),
    "terminal": Format(
        "terminal", (".ans",), for_machines=False, about="the same in colour"
    ),
    "html": Format(
        "html",
        (".html", ".htm"),
        for_machines=False,
        about="a report in one file: light, dark, print, phone",
        hashed=True,
    ),
    "svg": Format(
        "svg", (".svg",), for_machines=False, about="the terminal picture as SVG"
    ),
    "markdown": Format(
        "markdown",
        (".md", ".markdown"),
        for_machines=False,
        about="a report for GitHub and pandoc",
        hashed=True,
    ),
    "dot": Format(
        "dot", (".dot", ".gv"), for_machines=False, about="a graph for Graphviz"
    ),
    "mermaid": Format(
        "mermaid", (".mmd", ".mermaid"), for_machines=False, about="a flowchart"
    ),
    "json": Format(
        "spat_json",
        (".json",),
        for_machines=True,
        about="everything, one document",
        hashed=True,
    ),
    "jsonl": Format(
        "spat_jsonl",
        (".jsonl", ".ndjson"),
        for_machines=True,
        about="everything, one document a spat and line",
        hashed=True,
    ),
    "csv": Format(
        "tweets_csv", (".csv",), for_machines=True, about="a table, one row a tweet"
    ),
}
"""The outputs by the name that `--format` takes; modules load when used."""


def renderer(name: str) -> Renderer:
    """Return the renderer of a format, or raise a UsageError that lists them."""
    found = RENDERERS.get(name)
    if found is None:
        raise UsageError(
            f"{name[:40]!r} is no format; there are {', '.join(RENDERERS)}"
        )
    return cast(Renderer, import_module(f"{__name__}.{found.module}"))


def format_of_ending(path: str) -> str | None:
    """Return the format that a file's ending asks for, or None."""
    for name, found in RENDERERS.items():
        if path.lower().endswith(found.endings):
            return name
    return None
