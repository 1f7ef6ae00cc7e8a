"""What an index is taken for: bytes that anybody may have written."""

from collections.abc import Iterator
from contextlib import contextmanager

from tweetspat.problems import NothingReadable

__all__ = ["Damaged", "guarded"]


class Damaged(NothingReadable):
    """An index that cannot be used: no index, cut short, damaged, another version.

    Attributes:
        what: what is wrong with it, in words.
    """

    def __init__(self, path: str, what: str) -> None:
        super().__init__(
            f"{path}: {what}; make it again: tweetspat index INPUT... -o {path}"
        )
        self.what = f"{path}: {what}"


@contextmanager
def guarded(path: str) -> Iterator[None]:
    """Say that an index is damaged where what it holds makes no sense.

    Raises:
        Damaged: something in it is not what it has to be.
    """
    from msgspec import MsgspecError

    try:
        yield
    except (
        ArithmeticError,
        AttributeError,
        LookupError,
        MsgspecError,
        RecursionError,
        TypeError,
        ValueError,
    ) as error:
        raise Damaged(path, "the index is damaged") from error
