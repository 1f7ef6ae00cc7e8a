"""`tweetspat convert`: any shape in, one canonical shape out."""

from typing import Annotated

import typer

from tweetspat.cli import options
from tweetspat.cli.asked import asked_for
from tweetspat.cli.selected import selection_of
from tweetspat.cli.show import Wanted, present

__all__ = ["convert"]


def convert(
    inputs: options.Inputs = None,
    to: Annotated[
        str, typer.Option("--to", metavar="jsonl|json|csv", help="The shape to write.")
    ] = "jsonl",
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE", help="Instead of stdout."),
    ] = None,
    side: options.Sides = None,
    cast: options.Cast = None,
    infer: options.Infer = "off",
    no_basis: options.NoBasis = None,
    join: options.Join = None,
    thread: options.Thread = None,
    up: options.Up = False,
    down: options.Down = False,
    by: options.By = None,
    between: options.Between = None,
    since: options.Since = None,
    until: options.Until = None,
    grep: options.Grep = None,
    only: options.Only = None,
    without: options.Without = None,
    edges: options.Edges = False,
    naive_zone: options.NaiveZone = None,
    strict: options.Strict = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,  # noqa: ARG001 - main looks for it
) -> int:
    """Write tweets of any shape as JSON lines, JSON or a table.

    Nothing is inferred unless --infer is given.
    """
    wanted = Wanted(
        format=options.words(to, "jsonl", "json", "csv"),
        output=output,
        naive_zone=naive_zone,
        asked=asked_for(infer, no_basis, join, side, cast),
        strict=strict,
        quiet=quiet,
        thread=thread,
        branch=options.branch(thread, up=up, down=down),
        edges=edges,
        selection=selection_of(by, between, since, until, grep, only, without),
    )
    return present(options.inputs_or_stdin(inputs), wanted)
