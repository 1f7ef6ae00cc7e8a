"""The folder that a batch writes: made, locked, and never left through a link.

Everything is written in a hidden folder inside it first, and gets its name when it
is whole.
"""

import contextlib
import os
import shutil
import stat
from collections.abc import Callable, Iterator
from typing import NamedTuple

from tweetspat.problems import NothingReadable

__all__ = ["WORK", "Folder", "digest_of", "opened_folder"]

WORK = ".tweetspat-work"
"""The hidden folder for what is not finished; it is gone at the end."""

_BLOCK = 1 << 20
_NO_LINK = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)


class Folder(NamedTuple):
    """A folder that is there and that no other run writes.

    Attributes:
        path: as the user named it.
        made: the folders that were not there before, the outermost first.
        plain: the folders below it that are known to be no links.
    """

    path: str
    made: list[str]
    plain: set[str]

    def at(self, relative: str) -> str:
        """Return where an output stands."""
        return os.path.join(self.path, *relative.split("/"))

    def work(self, name: str = "") -> str:
        """Return where something unfinished stands, or their folder."""
        return os.path.join(self.path, WORK, name) if name else self.at(WORK)

    def holds(self, relative: str) -> bool:
        """Tell whether something has that name, be it a link that leads nowhere."""
        return os.path.lexists(self.at(relative))

    def leads_to(self, relative: str) -> bool:
        """Tell whether an output can be reached without following a link."""
        for each in self._folders(relative):
            if each not in self.plain:
                if not _is_folder(each):
                    return False
                self.plain.add(each)
        return True

    def digest(self, relative: str) -> tuple[str, int] | None:
        """Return an output's SHA-256 and size; None where it is no plain file."""
        return digest_of(self.at(relative)) if self.leads_to(relative) else None

    def settle(self, name: str) -> None:
        """Wait until the disk has something unfinished."""
        number = os.open(self.work(name), os.O_RDWR)
        try:
            os.fsync(number)
        finally:
            os.close(number)

    def put(self, name: str, relative: str) -> None:
        """Give something that is whole its final name; a link there is replaced.

        Raises:
            NothingReadable: a folder on the way is a link.
            OSError: the name cannot be had.
        """
        for each in self._folders(relative):
            if each not in self.plain:
                _make_plain(each)
                self.plain.add(each)
        there = self.at(relative)
        try:
            os.replace(self.work(name), there)
        except OSError as error:
            error.filename, error.filename2 = there, None
            raise

    def remove(self, relative: str) -> None:
        """Remove an output, and the folders below this one that it leaves empty."""
        os.unlink(self.at(relative))
        for each in reversed([*self._folders(relative)]):
            try:
                os.rmdir(each)
            except OSError:
                return
            self.plain.discard(each)

    def _folders(self, relative: str) -> Iterator[str]:
        """Yield the folders between this one and an output, the outermost first."""
        parts = relative.split("/")
        for count in range(1, len(parts)):
            yield os.path.join(self.path, *parts[:count])

    def sweep(self, *kept: str) -> None:
        """Remove what is unfinished but for some names."""
        with os.scandir(self.work()) as found:
            for each in found:
                if each.name not in kept:
                    if each.is_dir(follow_symlinks=False):
                        shutil.rmtree(each.path)
                    else:
                        os.unlink(each.path)

    def finish(self) -> None:
        """Remove the hidden folder."""
        self.sweep()
        os.rmdir(self.work())

    def give_up(self, *kept: str) -> None:
        """Leave no trace of a run that wrote nothing; else what the next one needs.

        Args:
            kept: what the next run needs, if any of it is there.
        """
        with contextlib.suppress(OSError):
            self.sweep(*kept)
            os.rmdir(self.work())
            for each in reversed(self.made):
                os.rmdir(each)


@contextlib.contextmanager
def opened_folder(path: str, waiting: Callable[[], None]) -> Iterator[Folder]:
    """Make a folder where there is none, and keep other runs out of it.

    The lock lies on the folder itself, so that no file is left of it, and it goes
    with the process and its workers, however they end.

    Args:
        path: as the user named it.
        waiting: called when another run has it; this one waits.

    Raises:
        NothingReadable: it is a file, or its hidden folder is something else.
        OSError: it cannot be made, or not be written.
    """
    made = [*_missing(path)]
    number = -1
    try:
        while number < 0:
            number = _locked(path, waiting)
        _make_plain(os.path.join(path, WORK))
        yield Folder(path, made, set())
    finally:
        if number >= 0:
            os.close(number)


def _missing(path: str) -> Iterator[str]:
    """Yield a folder and those above it that are not there, the outermost first."""
    above: list[str] = []
    while path and not os.path.lexists(path):
        above.append(path)
        path = os.path.dirname(path.rstrip(os.sep))
    return reversed(above)


def _locked(path: str, waiting: Callable[[], None]) -> int:
    """Return the locked folder's descriptor; -1 where it was gone meanwhile."""
    try:
        import fcntl
    except ImportError:  # not on Windows: two runs at once are one too many there
        os.makedirs(path, exist_ok=True)
        return os.open(os.devnull, os.O_RDONLY)
    try:
        os.makedirs(path, exist_ok=True)
        number = os.open(path, os.O_RDONLY | os.O_DIRECTORY)
    except (FileExistsError, NotADirectoryError):
        message = f"{path}: it is a file, or lies in one; --out names a folder"
        raise NothingReadable(message) from None
    try:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        waiting()
        fcntl.flock(number, fcntl.LOCK_EX)
    except OSError:  # some network file systems know no locks
        return number
    if os.path.isdir(path) and os.path.samestat(os.stat(path), os.fstat(number)):
        return number
    os.close(number)
    return -1


def _make_plain(path: str) -> None:
    """Make a folder, or find that there is one that is no link."""
    try:
        os.mkdir(path)
    except FileExistsError:
        if not _is_folder(path):
            message = f"{path}: a folder is needed here, and it is something else"
            raise NothingReadable(f"{message}; move it away") from None


def _is_folder(path: str) -> bool:
    try:
        return stat.S_ISDIR(os.lstat(path).st_mode)
    except OSError:
        return False


def digest_of(path: str) -> tuple[str, int] | None:
    """Return a regular file's SHA-256 and size; None for all else, and for links."""
    from hashlib import sha256

    whole, size = sha256(), 0
    try:
        number = os.open(path, os.O_RDONLY | _NO_LINK)
    except OSError:
        return None
    with open(number, "rb", buffering=0) as file:
        if not stat.S_ISREG(os.fstat(number).st_mode):
            return None
        while block := file.read(_BLOCK):
            whole.update(block)
            size += len(block)
    return whole.hexdigest(), size
