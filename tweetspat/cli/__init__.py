"""The command line: thin, one file a command, loaded when it is asked for."""

import os
import sys
from importlib import import_module

import typer

from tweetspat.cli.output import ReaderGone, complain, settle
from tweetspat.problems import SpatError
from tweetspat.version import VERSION

__all__ = ["COMMANDS", "main"]

COMMANDS = (
    "show",
    "list",
    "batch",
    "index",
    "check",
    "stats",
    "convert",
    "cast",
    "when",
    "demo",
    "formats",
    "zones",
    "schema",
)
"""Every command; `tweetspat.cli.<name>` holds its function `<name>`."""

CANNOT_READ = 3
BROKEN_PIPE = 141


def main(arguments: list[str]) -> int:
    """Run one command, leave nothing behind, and return its exit code."""
    try:
        return _told(arguments)
    finally:
        spools = sys.modules.get("tweetspat.scan.spools")
        if spools is not None:
            spools.sweep()


def _told(arguments: list[str]) -> int:
    """Run one command and return its exit code.

    The one place where an error becomes a line; nobody else catches.
    """
    debug = "--debug" in arguments
    try:
        code = _run(arguments or ["--help"])
        settle()
    except SpatError as error:
        return complain(str(error), error.exit_code)
    except (BrokenPipeError, ReaderGone):
        return BROKEN_PIPE
    except OSError as error:
        if debug:
            raise
        name = f"{error.filename}: " if error.filename else ""
        return complain(
            f"{name}the output cannot be written: {error.strerror or error}"
        )
    except MemoryError:
        return complain("there is not enough memory for this input")
    except Exception as error:
        shown = getattr(error, "format_message", None)
        if shown:  # typer's own: wrong usage
            return complain(f"{shown().rstrip('.')}; {_advice(arguments)}", 2)
        if debug:
            raise
        what = f"{type(error).__name__}: {error}"[:300]
        return complain(f"unexpected trouble ({what}); --debug shows where")
    return code


def _advice(arguments: list[str]) -> str:
    """Return what to do about wrong usage; a file may be named like an option."""
    for each in arguments:
        if each.startswith("-") and os.path.exists(each):
            return f"for the file write ./{each}"
    return "tweetspat --help lists what there is"


def _run(arguments: list[str]) -> int:
    app = typer.Typer(
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_tweetspat)
    asked = next((each for each in arguments if not each.startswith("-")), None)
    for name in (asked,) if asked in COMMANDS else COMMANDS:
        module = import_module(f"{__name__}.{name}")
        app.command(name)(getattr(module, name))
    result = app(arguments, prog_name="tweetspat", standalone_mode=False)
    return result if isinstance(result, int) else 0


def _version(*, wanted: bool) -> None:
    if wanted:
        typer.echo(f"tweetspat {VERSION}")
        raise typer.Exit


def _tweetspat(
    version: bool = typer.Option(  # noqa: FBT001
        False,  # noqa: FBT003
        "--version",
        callback=lambda wanted: _version(wanted=wanted),
        is_eager=True,
        help="Print the version.",
    ),
) -> None:
    """Turn a heap of tweet files into the argument that it was."""
