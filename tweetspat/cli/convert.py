"""`tweetspat convert`: any shape in, one canonical shape out."""

from typing import Annotated

import typer

from tweetspat.cli import options
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
    naive_zone: options.NaiveZone = None,
    strict: options.Strict = False,
    quiet: options.Quiet = False,
    debug: options.Debug = False,  # noqa: ARG001 - main looks for it
) -> int:
    """Write tweets of any shape as JSON lines, JSON or a table, nothing inferred."""
    wanted = Wanted(
        format=options.words(to, "jsonl", "json", "csv"),
        output=output,
        naive_zone=naive_zone,
        infer="off",
        strict=strict,
        quiet=quiet,
    )
    return present(options.inputs_or_stdin(inputs), wanted)
