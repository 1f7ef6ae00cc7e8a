"""What the outside is like: width, colour, encoding.  Decided once, by table."""

import os
import sys
from collections.abc import Mapping

from tweetspat.problems import UsageError
from tweetspat.renderers.view import View, glyphs_for
from tweetspat.zones import Zone

__all__ = ["colors", "ground", "output_encoding", "view_of", "wants_color", "width_of"]

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


def ground(option: str, environ: Mapping[str, str]) -> str:
    """Return the theme: as asked, as COLORFGBG tells, else the terminal's own."""
    if option != "auto":
        return option
    background = environ.get("COLORFGBG", "").rpartition(";")[2]
    if not background.isdigit() or colors(environ) == "standard":
        return "ansi"
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


def view_of(
    zones: tuple[Zone, ...],
    *,
    width: int | None = None,
    color: str = "auto",
    theme: str = "auto",
    verbose: bool = False,
    as_terminal: bool = False,
) -> View:
    """Return the view for stdout as it is.

    Raises:
        UsageError: a word is not one of those that the help lists.
    """
    for word, words in (
        (color, ("auto", "always", "never")),
        (theme, ("auto", "dark", "light", "ansi")),
    ):
        if word not in words:
            raise UsageError(f"{word[:40]!r} is not one of {', '.join(words)}")
    terminal = is_terminal()
    colored = wants_color(color, os.environ, terminal=terminal or as_terminal)
    return View(
        width=width_of(width, os.environ, _columns()),
        zones=zones,
        glyphs=glyphs_for(output_encoding(os.environ, terminal=terminal)),
        theme=ground(theme, os.environ) if colored else None,
        colors=colors(os.environ) if theme != "ansi" else "standard",
        isolate=terminal,
        verbose=verbose,
    )
