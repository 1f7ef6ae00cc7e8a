"""What the outside is like: width, colour, encoding.  Decided once, by table."""

import os
import sys
from collections.abc import Callable, Mapping

from tweetspat.problems import UsageError
from tweetspat.renderers.palette import GROUND
from tweetspat.renderers.view import View, glyphs_for
from tweetspat.zones import Zone

__all__ = [
    "colors",
    "discard_late_answers",
    "ground",
    "is_terminal",
    "output_encoding",
    "pager_command",
    "view_of",
    "wants_color",
    "width_of",
]

PIPED = 80
WIDEST = 120
NARROWEST = 40


def wants_color(option: str, environ: Mapping[str, str], *, terminal: bool) -> bool:
    """Decide whether to colour; the first that has a say decides.

    `--color` > NO_COLOR (not empty) > FORCE_COLOR (`0` is off) > CLICOLOR_FORCE
    > CLICOLOR=0 > TERM=dumb > is it a terminal.
    """
    if option != "auto":
        return option == "always"
    if environ.get("NO_COLOR"):
        return False
    if environ.get("FORCE_COLOR"):
        return environ["FORCE_COLOR"] != "0"
    if environ.get("CLICOLOR_FORCE", "0") not in ("", "0"):
        return True
    if environ.get("CLICOLOR") == "0" or environ.get("TERM") == "dumb":
        return False
    return terminal


def colors(environ: Mapping[str, str]) -> str:
    """Return how many colours the terminal says that it has."""
    if environ.get("COLORTERM", "").lower() in ("truecolor", "24bit"):
        return "truecolor"
    return "256" if "256" in environ.get("TERM", "") else "standard"


def ground(
    option: str, environ: Mapping[str, str], ask: Callable[[], str | None]
) -> str:
    """Return the theme: as asked for, as the terminal or COLORFGBG tells, else "ansi".

    Args:
        option: a theme, or "auto".
        environ: the environment.
        ask: asks the terminal; "dark", "light", or None where it does not tell.
    """
    if option != "auto":
        return option
    if colors(environ) == "standard":
        return "ansi"
    return ask() or _told_ground(environ) or "ansi"


def _told_ground(environ: Mapping[str, str]) -> str | None:
    background = environ.get("COLORFGBG", "").rpartition(";")[2]
    if not background.isdigit():
        return None
    return "light" if background in ("7", "15") else "dark"


def width_of(
    option: int | None, environ: Mapping[str, str], terminal: int | None
) -> int:
    """Return the width: as asked, as the terminal is (at most 120), piped 80."""
    if option is not None:
        return option
    if terminal is None:
        return PIPED
    told = environ.get("COLUMNS", "")
    columns = int(told) if told.isascii() and told.isdigit() and len(told) < 6 else 0  # noqa: PLR2004
    return max(NARROWEST, min(columns or terminal, WIDEST))


def output_encoding(environ: Mapping[str, str], *, terminal: bool) -> str:
    """Return stdout's encoding.

    A pipe takes UTF-8 in every locale, unless PYTHONIOENCODING says otherwise.
    """
    told = environ.get("PYTHONIOENCODING", "").partition(":")[0]
    if sys.stdout is None or not (told or terminal):
        return "utf-8"
    encoding = sys.stdout.encoding or "utf-8"
    return encoding if "a".encode(encoding) == b"a" else "utf-8"


def is_terminal() -> bool:
    """Tell whether stdout is a terminal."""
    return sys.stdout is not None and sys.stdout.isatty()


def _columns() -> int | None:
    try:
        return (
            os.get_terminal_size(sys.stdout.fileno()).columns if is_terminal() else None
        )
    except OSError:
        return None


def pager_command() -> str | None:
    """Return the command of the pager that stdout would go through, or None."""
    if not is_terminal():
        return None
    from tweetspat.cli.pager import command_of

    return command_of(os.environ)


def discard_late_answers() -> None:
    """Leave no answer in the terminal's input that came too late."""
    asking = sys.modules.get("tweetspat.cli.ground")
    if asking is not None:
        asking.discard_late_answers()


def view_of(
    zones: tuple[Zone, ...],
    *,
    width: int | None = None,
    color: str = "auto",
    theme: str = "auto",
    verbose: bool = False,
    form: str | None = "text",
    file: bool = False,
    pager: bool = False,
) -> View:
    """Return the view for stdout as it is, or for a file, alike on every machine.

    Args:
        zones: the clocks to show.
        width: cells of a line where somebody asked for so many.
        color: "auto", "always" or "never".
        theme: "auto", "dark", "light" or "ansi".
        verbose: whether to show more.
        form: the output's format; None where stdout decides between text and
            terminal: then the view has a theme if it is to be terminal.
        file: it is written to a file.
        pager: it goes through the pager where there is one.

    Raises:
        UsageError: a word is not one of those that the help lists.
    """
    for word, words in (
        (color, ("auto", "always", "never")),
        (theme, ("auto", "dark", "light", "ansi")),
    ):
        if word not in words:
            raise UsageError(f"{word[:40]!r} is not one of {', '.join(words)}")
    terminal = is_terminal() and not file
    chosen = _theme(color, theme, form, file=file, terminal=terminal)
    encoding = output_encoding(os.environ, terminal=terminal)
    return View(
        width=width_of(width, os.environ, _columns() if terminal else None),
        zones=zones,
        glyphs=glyphs_for("utf-8" if file else encoding),
        theme=chosen,
        colors=_depth(chosen, file=file),
        isolate=terminal,
        verbose=verbose,
        links=chosen is not None and terminal and _follows_links(pager=pager),
    )


def _theme(
    color: str, theme: str, form: str | None, *, file: bool, terminal: bool
) -> str | None:
    """Return the theme, None for no colour; a picture's is never the terminal's."""
    if form not in (None, "terminal"):
        return theme if theme in GROUND else None
    if file:
        asked_for = "ansi" if theme == "auto" else theme
        return None if color == "never" else asked_for
    as_terminal = terminal or form == "terminal"
    if not wants_color(color, os.environ, terminal=as_terminal):
        return None
    return ground(theme, os.environ, _ask if terminal else lambda: None)


def _ask() -> str | None:
    if os.environ.get("TERM", "dumb") == "dumb":
        return None
    from tweetspat.cli.ground import asked

    return asked(os.environ)


def _depth(theme: str | None, *, file: bool) -> str:
    """Return how many colours to write: a file need not fear a poor terminal."""
    if theme in (None, "ansi"):
        return "standard"
    return "truecolor" if file else colors(os.environ)


def _follows_links(*, pager: bool) -> bool:
    """Tell whether the terminal, and the pager before it, take links for links."""
    if os.environ.get("TERM", "dumb") == "dumb":
        return False
    command = pager_command() if pager else None
    if command is None:
        return True
    from tweetspat.cli.pager import follows_links

    return follows_links(command)
