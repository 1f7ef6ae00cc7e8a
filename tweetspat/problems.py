"""What can be wrong: odd data is a value, a hopeless run is an exception.

A `Problem` travels with the result.  A `SpatError` ends the run:

    SpatError            base; carries the exit code
    ├── UsageError       2  the command was not understood
    ├── NothingFound     1  everything was readable, and no tweet was in it
    └── NothingReadable  3  no input could be read, or the output not written
"""

from typing import ClassVar, NamedTuple

__all__ = [
    "NothingFound",
    "NothingReadable",
    "Place",
    "Problem",
    "SpatError",
    "UsageError",
]


class Place(NamedTuple):
    """Where a record stands.

    Attributes:
        file: the input as the user named it; an archive member follows "/".
        line: the line where the record begins, from 1; 0 means the whole file.
        path: the JSON path inside that file or line.
        shape: the input shape that was recognised, or None.
    """

    file: str
    line: int
    path: str = "$"
    shape: str | None = None

    def __str__(self) -> str:
        if not self.line:
            return self.file
        return f"{self.file}:{self.line}: {self.path}"

    def at(self, *keys: str | int) -> "Place":
        """Return the same place, some keys further down."""
        steps = (f"[{key}]" if isinstance(key, int) else f".{key}" for key in keys)
        return self._replace(path=self.path + "".join(steps))


class Problem(NamedTuple):
    """One thing that a careful reader should know.

    Attributes:
        code: a short word that scripts can match, such as "forged-stamp".
        message: what is wrong and what was done about it, in one line.
        place: where it was seen; None for what is wrong with no one record.
    """

    code: str
    message: str
    place: Place | None = None

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message


class SpatError(Exception):
    """Base of every error that this package raises on purpose."""

    exit_code: ClassVar[int] = 1


class UsageError(SpatError):
    """The command asks for something that there is not."""

    exit_code = 2


class NothingFound(SpatError):  # noqa: N818 - reads as a noun in messages
    """The inputs were read, and no tweet was in them."""

    exit_code = 1


class NothingReadable(SpatError):  # noqa: N818 - reads as a noun in messages
    """No input could be read at all, or the output could not be written."""

    exit_code = 3
