"""`tweetspat cast`: a cast file to start from."""

import os
from typing import Annotated

import typer

from tweetspat.cli import options
from tweetspat.cli.asked import asked_for
from tweetspat.cli.heaps import conversations_of
from tweetspat.cli.output import write, write_file
from tweetspat.cli.selected import known, parts, selection_of, thread_of
from tweetspat.cli.show import exit_code
from tweetspat.problems import UsageError

__all__ = ["cast"]


def cast(
    inputs: options.Inputs = None,
    output: Annotated[
        str | None,
        typer.Option("-o", "--output", metavar="FILE.toml", help="Where to write it."),
    ] = None,
    infer: options.Infer = "safe",
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
    naive_zone: options.NaiveZone = None,
    quiet: options.Quiet = False,
    debug: options.Debug = False,  # noqa: ARG001 - main looks for it
) -> int:
    """Propose a cast file (sides, names, zones) to edit, for --cast."""
    from tweetspat.interface import load
    from tweetspat.proposals import proposed

    given = options.inputs_or_stdin(inputs)
    if output and output != "-" and os.path.exists(output):
        message = "it is there already, and may hold your edits; choose another name"
        raise UsageError(f"{output}: {message}")
    asked = asked_for(infer, no_basis, join)
    way = options.branch(thread, up=up, down=down)
    selection = selection_of(by, between, since, until, grep, only, without)
    heap = load(given, naive_zone=naive_zone)
    found = conversations_of(heap, asked, given, quiet=quiet)
    selection = known(selection, found, quiet=quiet)
    if thread is not None:
        spat, others = thread_of(found, thread, way, selection), 0
    else:
        spats = parts(found, selection)
        spat = next(spats)
        others = sum(1 for _ in spats) if selection else len(found) - 1
    lines = proposed(spat, others)
    if output and output != "-":
        write_file(lines, output)
    else:
        write(lines, "utf-8")
    return exit_code(heap, strict=False)
