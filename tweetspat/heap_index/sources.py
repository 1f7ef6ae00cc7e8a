"""The inputs of an index: where they are, and whether they are what they were."""

import os
import stat
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from tweetspat.problems import NothingReadable, Problem
from tweetspat.readers.files import STDIN, listed, readable_name

__all__ = [
    "Argument",
    "Kept",
    "Source",
    "State",
    "arguments",
    "bytes_of",
    "digest",
    "located",
    "sources",
    "state_of",
    "unchanged",
]

_BLOCK = 1 << 20


class State(NamedTuple):
    """What tells of a regular file whether it has changed.

    Attributes:
        mtime: when it was last changed, in nanoseconds since 1970.
    """

    size: int
    mtime: int


class Argument(NamedTuple):
    """What the user named: a file, a folder, or standard input.

    Attributes:
        path: as they gave it, as the system has it.
        whole: the same from the root on.
        near: the same from the folder of the index on.
    """

    path: bytes
    whole: bytes
    near: bytes

    @property
    def piped(self) -> bool:
        """Whether it is standard input, which is never there again."""
        return self.path == os.fsencode(STDIN)


class Kept(NamedTuple):
    """Where what is kept of an input lies in the streams of an index.

    Attributes:
        rows: the numbers of its first row and of the one after its last.
        rest: where what is no column begins and ends.
        spool: the same of what is spooled.
    """

    rows: tuple[int, int]
    rest: tuple[int, int]
    spool: tuple[int, int]


class Source(NamedTuple):
    """A file that an index was made of.

    Attributes:
        name: what it is called, as the user gave it.
        path, whole, near: as of an `Argument`.
        found: whether it was met in a folder.
        state: None where it is no regular file.
        sha256: its hash in hex, or None.
        kept: where its scan is, in the index that it was read from.
    """

    name: str
    path: bytes
    whole: bytes
    near: bytes
    found: bool
    state: State | None
    sha256: str | None = None
    kept: Kept | None = None

    @property
    def piped(self) -> bool:
        """Whether it is standard input, which is never there again."""
        return self.path == os.fsencode(STDIN)


def bytes_of(sources: Iterable[Source]) -> int:
    """Return how large the regular files among some sources were."""
    return sum(each.state.size for each in sources if each.state)


def arguments(paths: Iterable[str], output: str) -> Iterator[Argument]:
    """Yield what the user named, the index itself left out."""
    own = os.path.abspath(output)
    for path in paths:
        if path != STDIN and os.path.abspath(path) == own:
            continue
        yield Argument(os.fsencode(path), *_from(path, output))


def _from(path: str, output: str) -> tuple[bytes, bytes]:
    """Return a path from the root on, and from the folder of the index on."""
    if path == STDIN:
        return b"", b""
    whole = os.path.abspath(path)
    try:
        near = os.path.relpath(whole, os.path.dirname(os.path.abspath(output)))
    except ValueError:  # on another drive
        near = whole
    return os.fsencode(whole), os.fsencode(near)


def sources(
    named: Sequence[Argument], output: str, known: Iterable[Source] = ()
) -> Iterator[Source | Problem]:
    """Yield each file once, as it is now; the index itself is left out.

    Args:
        named: what to list; a folder gives its files.
        output: the index.
        known: files as they were, of which those that have not changed keep their
            names, wherever they are named from now.
    """
    earlier = {key: each for each in known for key in (each.whole, each.near) if key}
    seen = {os.path.abspath(output)}
    for argument in named:
        for each in listed([_there(argument, output)]):
            if isinstance(each, Problem):
                yield each
                continue
            place = each.path if each.path == STDIN else os.path.abspath(each.path)
            if place in seen:
                continue
            seen.add(place)
            whole, near = _from(each.path, output)
            state = None if each.path == STDIN else state_of(each.path)
            old = earlier.get(whole) or earlier.get(near)
            if old and old.sha256 and not old.piped and unchanged(old, each.path):
                yield old._replace(whole=whole, near=near, state=state)
                continue
            path = os.fsencode(each.path)
            name = readable_name(each.path)
            yield Source(name, path, whole, near, each.found, state)


def _there(argument: Argument, output: str) -> str:
    """Return how to reach what was named, perhaps from another folder."""
    path = os.fsdecode(argument.path)
    if path == STDIN or os.fsencode(os.path.abspath(path)) == argument.whole:
        return path
    folder = os.fsencode(os.path.dirname(os.path.abspath(output)))
    for each in (argument.whole, os.path.join(folder, argument.near)):
        if os.path.exists(each):
            return os.path.normpath(os.fsdecode(each))
    return os.fsdecode(argument.whole)


def state_of(path: str) -> State | None:
    """Return the state of a regular file, or None."""
    try:
        there = os.stat(path)
    except (OSError, ValueError):
        return None
    if not stat.S_ISREG(there.st_mode):
        return None
    return State(there.st_size, there.st_mtime_ns)


def digest(path: str) -> str | None:
    """Return the SHA-256 of a regular file in hex, or None where it cannot be read."""
    import hashlib

    whole = hashlib.sha256()
    try:
        number = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
        with open(number, "rb", buffering=0) as file:
            if not stat.S_ISREG(os.fstat(number).st_mode):
                return None
            while block := file.read(_BLOCK):
                whole.update(block)
    except (OSError, ValueError):
        return None
    return whole.hexdigest()


def unchanged(source: Source, path: str) -> bool:
    """Tell whether a file is what it was; one that was only touched is hashed."""
    now = state_of(path)
    if now is None or source.state is None:
        return now == source.state
    if now.size != source.state.size:
        return False
    if now.mtime == source.state.mtime:
        return True
    return source.sha256 is not None and digest(path) == source.sha256


def located(source: Source, index: str) -> str:
    """Return where a file is that an index was made of, and that is unchanged.

    It is looked for where it was, then beside the index.  The index may be anybody's:
    only regular files are looked at, and only such as are called what it says.

    Raises:
        NothingReadable: it is gone, or has changed.
    """
    folder = os.path.dirname(os.path.abspath(os.fsencode(index)))
    missing = True
    for place in dict.fromkeys(
        (source.whole, os.path.normpath(os.path.join(folder, source.near)))
    ):
        path = os.fsdecode(place)
        if not _is_called(path, source.path):
            continue
        missing = missing and not os.path.exists(path)
        if unchanged(source, path):
            return path
    what = "it is gone" if missing else "it has changed"
    raise NothingReadable(
        f"{source.name}: {what} since it was indexed; run: tweetspat index -o {index}"
    )


def _is_called(path: str, name: bytes) -> bool:
    """Tell whether a path ends as a name does."""
    steps = os.path.normpath(os.fsdecode(name)).split(os.sep)
    own = [step for step in steps if step not in ("", os.curdir, os.pardir)]
    return bool(own) and os.path.normpath(path).split(os.sep)[-len(own) :] == own
