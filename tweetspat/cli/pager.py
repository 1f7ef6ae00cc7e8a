"""The pager: what is longer than the screen goes through it, as git's output does."""

import contextlib
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from typing import IO

__all__ = ["RUNNING", "command_of", "follows_links", "page"]

RUNNING: list[int] = []
"""Process ids of pagers, which a signal has to end too."""

_DEFAULT = "less -RFX"
_FIRST_WITH_LINKS = 568
"""The version of less that passes OSC 8 on as it should."""

_FOR_THE_SHELL = frozenset("|&;<>()$`*?#~[=%\n")
"""A command with one of these is the shell's to read."""


def command_of(environ: Mapping[str, str]) -> str | None:
    """Return the pager's command, or None where none is wanted or can work.

    TWEETSPAT_PAGER, else PAGER, else less; an empty one and cat are none.  A pager
    needs a terminal that moves its cursor, and a keyboard.
    """
    told = (environ.get(name) for name in ("TWEETSPAT_PAGER", "PAGER"))
    command = next((each for each in told if each is not None), _DEFAULT).strip()
    if command in ("", "cat") or environ.get("TERM", "dumb") == "dumb":
        return None
    return command if _has_the_keyboard() else None


def _has_the_keyboard() -> bool:
    """Tell whether this process is in the foreground of a terminal of its own."""
    try:
        fd = os.open("/dev/tty", os.O_RDWR)
    except OSError:
        return False
    try:
        return os.tcgetpgrp(fd) == os.getpgrp()
    except OSError:
        return False
    finally:
        os.close(fd)


def follows_links(command: str) -> bool:
    """Tell whether a pager passes links on, as less does since 2020.

    Others are not asked: of theirs nothing is known.

    Source:
        less, version.c: v566 supports OSC 8, v568 fixes some bugs of it.
    """
    import subprocess

    words = _words(command)
    if not _is_less(words):
        return False
    try:
        told = subprocess.run(  # noqa: S603 - the user's own pager
            [words[0], "--version"],
            stdin=subprocess.DEVNULL,
            capture_output=True,
            check=False,
            timeout=1,
        ).stdout
    except (OSError, subprocess.SubprocessError):
        return False
    version = re.match(rb"less (\d{1,6})", told)
    return version is not None and int(version[1]) >= _FIRST_WITH_LINKS


def page(blocks: Iterable[bytes], command: str, environ: Mapping[str, str]) -> bool:
    """Write blocks to a pager and wait until its user has seen enough.

    Whoever leaves the pager early has what they wanted: what is left is not made,
    and that is no error.  Ctrl-C is the pager's while it runs.

    Returns:
        False where there is no such program; then no block has been taken.
    """
    import subprocess

    words = _words(command)
    if _is_less(words):
        words.insert(1, "-R")
    with _heedless_of_interrupts():
        try:
            pager = subprocess.Popen(  # noqa: S603 - the user's own
                words, stdin=subprocess.PIPE, env=_environment(environ)
            )
        except OSError:
            return False
        RUNNING.append(pager.pid)
        try:
            with contextlib.suppress(BrokenPipeError), pager:
                _pour(blocks, pager.stdin)
        finally:
            RUNNING.remove(pager.pid)
    return True


def _pour(blocks: Iterable[bytes], into: IO[bytes] | None) -> None:
    """Write blocks, each at once, so that the first screen need not wait."""
    if into is not None:
        for block in blocks:
            into.write(block)
            into.flush()


@contextlib.contextmanager
def _heedless_of_interrupts() -> Iterator[None]:
    """Ignore Ctrl-C here alone: a handler, unlike SIG_IGN, is not inherited."""
    import signal

    before = signal.signal(signal.SIGINT, lambda *_: None)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)


def _environment(environ: Mapping[str, str]) -> dict[str, str]:
    """Return the pager's environment: what git sets where nobody else has."""
    return {"LESS": "FRX", "LV": "-c", "LESSCHARSET": "utf-8"} | dict(environ)


def _words(command: str) -> list[str]:
    """Return a command in words, or the shell's where it takes one to read it."""
    import shlex

    if not _FOR_THE_SHELL & {*command}:
        with contextlib.suppress(ValueError):
            return shlex.split(command)
    return ["/bin/sh", "-c", command]


def _is_less(words: list[str]) -> bool:
    return os.path.basename(words[0]) == "less"
