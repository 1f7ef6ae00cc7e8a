"""A file of bytes that stands under its name when it is whole, and not before."""

import contextlib
import os
import stat
from collections.abc import Callable, Iterator
from typing import BinaryIO

__all__ = ["alone", "whole"]

_PART = ".tweetspat-part"
"""How the names of unfinished files end."""

_TURN = ".tweetspat-turn"
"""How the name of the file ends that the run holds whose turn it is."""


@contextlib.contextmanager
def whole(path: str, pending: list[str]) -> Iterator[BinaryIO]:
    """Open a file that appears under its name only when it is whole.

    What a run that was killed left beside it is removed.  An unfinished file is
    locked by the run that writes it, so that those of other runs are left alone.
    A device, a pipe and what stands for standard output are written as they are.

    Args:
        path: its path.
        pending: holds the path of what is unfinished while it is there.

    Raises:
        OSError: it cannot be written.
    """
    if _is_no_file(path):
        with _named(path), open(path, "wb") as file:
            yield file
        return
    folder, name = os.path.split(path)
    begins = f".{name[:40]}."
    _sweep(folder or ".", begins)
    try:
        number, unfinished = _begun(folder or ".", begins)
    except OSError as error:
        error.filename = path
        raise
    pending.append(unfinished)
    lock = os.dup(number)
    try:
        with _named(path, unfinished):
            with open(number, "w+b") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            os.chmod(unfinished, 0o666 & ~_umask())
            os.replace(unfinished, path)
    except BaseException:
        with contextlib.suppress(OSError):
            os.unlink(unfinished)
        raise
    finally:
        os.close(lock)
        pending.remove(unfinished)


@contextlib.contextmanager
def alone(path: str, pending: list[str], waiting: Callable[[], None]) -> Iterator[None]:
    """Let one run after another do with a file what one has to do alone.

    Where the folder cannot be written, or knows no locks, nobody waits.

    Args:
        path: the file, which may not be there.
        pending: see `whole`.
        waiting: called when another run has it; this one waits.
    """
    folder, name = os.path.split(path)
    turn = os.path.join(folder, f".{name[:40]}{_TURN}")
    number = _taken(turn, waiting)
    if number < 0:
        yield
        return
    pending.append(turn)
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            os.unlink(turn)
        os.close(number)
        pending.remove(turn)


def _taken(turn: str, waiting: Callable[[], None]) -> int:
    """Wait for one's turn; return what holds it, or -1."""
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)
    while True:
        try:
            number = os.open(turn, flags, 0o666)
        except OSError:
            return -1
        held = _lock(number, wait=False)
        if held is False:
            waiting()
            held = _lock(number, wait=True)
        if not held:
            os.close(number)
            with contextlib.suppress(OSError):
                os.unlink(turn)
            return -1
        with contextlib.suppress(OSError):
            if os.path.samestat(os.stat(turn), os.fstat(number)):
                return number
        os.close(number)  # that of the run before, which is done


@contextlib.contextmanager
def _named(path: str, unfinished: str | None = None) -> Iterator[None]:
    """Let errors of the system name the file that the user asked for."""
    try:
        yield
    except OSError as error:
        if error.filename in (None, unfinished):
            error.filename = path
        raise


def _is_no_file(path: str) -> bool:
    """Tell whether a path leads to what no file can take the place of."""
    try:
        kind = os.stat(path).st_mode
        leads_to = os.readlink(path) if os.path.islink(path) else ""
    except (OSError, ValueError):
        return False
    if not (stat.S_ISREG(kind) or stat.S_ISDIR(kind)):
        return True
    folder = os.path.realpath(os.path.dirname(path))
    return leads_to.startswith("/proc/") or f"{folder}/".startswith("/proc/")


def _begun(folder: str, begins: str) -> tuple[int, str]:
    """Make an unfinished file and lock it; return its descriptor and its path."""
    import tempfile

    while True:
        number, path = tempfile.mkstemp(prefix=begins, suffix=_PART, dir=folder)
        _lock(number, wait=True)
        try:
            there = os.stat(path)
        except FileNotFoundError:  # another run swept it before it was locked
            os.close(number)
            continue
        if os.path.samestat(there, os.fstat(number)):
            return number, path
        os.close(number)


def _sweep(folder: str, begins: str) -> None:
    """Remove unfinished files of a name that nobody writes any more."""
    try:
        with os.scandir(folder) as entries:
            found = [each.path for each in entries if _is_part(each, begins)]
    except OSError:
        return
    for path in found:
        with contextlib.suppress(OSError):
            number = os.open(path, os.O_RDWR | getattr(os, "O_NOFOLLOW", 0))
            try:
                if _lock(number, wait=False):
                    os.unlink(path)
            finally:
                os.close(number)


def _is_part(entry: os.DirEntry[str], begins: str) -> bool:
    if not (entry.name.startswith(begins) and entry.name.endswith(_PART)):
        return False
    try:
        return stat.S_ISREG(entry.stat(follow_symlinks=False).st_mode)
    except OSError:  # another run swept it just now
        return False


def _lock(number: int, *, wait: bool) -> bool | None:
    """Lock a file; False where another run has it, None where there are no locks."""
    try:
        import fcntl

        fcntl.flock(number, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
    except BlockingIOError:
        return False
    except (ImportError, OSError):  # on Windows, on some network file systems
        return None
    return True


def _umask() -> int:
    mask = os.umask(0o077)
    os.umask(mask)
    return mask
