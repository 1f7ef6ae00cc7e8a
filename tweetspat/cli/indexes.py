"""An index as the input of a command."""

from collections.abc import Sequence

from tweetspat.heap_index import is_index
from tweetspat.problems import UsageError

__all__ = ["index_among"]


def index_among(inputs: Sequence[str]) -> str | None:
    """Return the index that is the input, or None where it is none.

    Raises:
        UsageError: it stands among others.
    """
    found = [each for each in inputs if is_index(each)]
    if found and len(inputs) > 1:
        raise UsageError(
            f"{found[0]}: an index is an input by itself; to add to it: tweetspat "
            f"index INPUT... -o {found[0]}"
        )
    return found[0] if found else None
