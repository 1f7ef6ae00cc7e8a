"""What ground the terminal draws on: asked with OSC 11, before anything is shown."""

import contextlib
import os
import re
from collections.abc import Iterator, Mapping
from time import monotonic
from typing import Any

__all__ = ["Unaskable", "ask", "asked", "discard_late_answers", "theme_of"]

# Every terminal answers the second question, and in order: once it has, an answer to
# the first has come before or never will, and nothing is left in the input.
_QUESTION = b"\x1b]11;?\x1b\\" + b"\x1b[c"
_ANSWERED = re.compile(rb"\x1b\[\?[0-9;]*c")
_GROUND = re.compile(
    rb"\x1b\]11;rgba?:([0-9a-f]{1,4})/([0-9a-f]{1,4})/([0-9a-f]{1,4})", re.IGNORECASE
)

_PATIENCE = 0.1
"""Seconds within which a terminal on this machine answers."""

_PATIENCE_AFAR = 0.5
"""Seconds for one at the other end of a network."""

_MOST_BYTES = 1024
_DARKEST_LIGHT, _LIGHTEST_DARK = 0.6, 0.05
"""Relative luminance: in between neither theme's words have a contrast of 3:1."""

_LATE: list[str] = []
"""Terminals that were asked and did not answer in time."""


class Unaskable(Exception):  # noqa: N818 - never leaves the command line
    """The terminal is not ours to ask just now."""


def asked(environ: Mapping[str, str], tty: str = "/dev/tty") -> str | None:
    """Return "dark" or "light" as the terminal answers, else None.

    The terminal of this process is asked, wherever its input and output lead, and
    only when nobody else is using it: not from the background, and not when
    something has been typed ahead, which an answer could get mixed up with.
    """
    afar = any(environ.get(name) for name in ("SSH_CONNECTION", "SSH_TTY"))
    try:
        answer = ask(tty, _PATIENCE_AFAR if afar else _PATIENCE)
    except (OSError, ImportError, Unaskable):
        return None
    return theme_of(answer)


def theme_of(answer: bytes) -> str | None:
    """Return the theme for the ground that an answer tells, None for any other."""
    found = _GROUND.search(answer)
    if found is None:
        return None
    luminance = sum(
        share * _linear(int(digits, 16) / (16 ** len(digits) - 1))
        for share, digits in zip((0.2126, 0.7152, 0.0722), found.groups(), strict=True)
    )
    if luminance >= _DARKEST_LIGHT:
        return "light"
    return "dark" if luminance <= _LIGHTEST_DARK else None


def _linear(part: float) -> float:
    """Undo the gamma of sRGB."""
    return part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4  # noqa: PLR2004


def ask(tty: str, patience: float) -> bytes:
    """Ask for the ground and return all that comes until the second answer.

    Args:
        tty: the terminal's device.
        patience: for how many seconds to wait.

    Raises:
        Unaskable: somebody else is using it.
        OSError: there is no terminal, or it went away.
        ImportError: the system has no such terminals.
    """
    with _opened(tty) as fd, _silent(fd):
        if _comes(fd, 0):
            raise Unaskable
        os.write(fd, _QUESTION)
        answer = _answer(fd, patience)
        if not _ANSWERED.search(answer):
            _LATE.append(tty)
            _discard(fd)
        return answer


def discard_late_answers() -> None:
    """Throw away what has come since from terminals that did not answer in time."""
    while _LATE:
        with contextlib.suppress(OSError, Unaskable), _opened(_LATE.pop()) as fd:
            _discard(fd)


@contextlib.contextmanager
def _opened(tty: str) -> Iterator[int]:
    """Open a terminal in whose foreground this process runs."""
    import termios

    fd = os.open(tty, os.O_RDWR | os.O_NOCTTY)
    try:
        if os.tcgetpgrp(fd) != os.getpgrp():
            raise Unaskable
        yield fd
    except termios.error as error:
        raise OSError(*error.args) from None
    finally:
        os.close(fd)


@contextlib.contextmanager
def _silent(fd: int) -> Iterator[None]:
    """Have the terminal neither echo nor wait for a line end, and restore it.

    Until it is restored, signals wait: none can end or stop the program before.
    """
    import signal
    import termios

    held = {signal.SIGINT, signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT}
    before = signal.pthread_sigmask(signal.SIG_BLOCK, held | {signal.SIGTSTP})
    try:
        modes: list[Any] = termios.tcgetattr(fd)
        silent = [*modes[:3], modes[3] & ~(termios.ECHO | termios.ICANON), *modes[4:]]
        try:
            termios.tcsetattr(fd, termios.TCSADRAIN, silent)
            yield
        finally:
            termios.tcsetattr(fd, termios.TCSADRAIN, modes)
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def _answer(fd: int, patience: float) -> bytes:
    answer = b""
    end = monotonic() + patience
    while not _ANSWERED.search(answer) and len(answer) < _MOST_BYTES:
        if not _comes(fd, end - monotonic()):
            break
        answer += os.read(fd, _MOST_BYTES)
    return answer


def _comes(fd: int, seconds: float) -> bool:
    """Tell whether something is to be read before so many seconds have passed."""
    from select import select

    return bool(select([fd], [], [], max(0, seconds))[0])


def _discard(fd: int) -> None:
    import termios

    termios.tcflush(fd, termios.TCIFLUSH)
