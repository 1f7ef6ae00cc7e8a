"""Files of annotated thread collections that stand beside the tweets they are about.

PHEME and RumourEval keep each thread as a folder: its tweets, one a file, the tree
of their ids, and what was annotated.  The tweets state their links themselves, so
nothing is taken from the tree.
"""

from collections.abc import Iterator
from datetime import tzinfo

from tweetspat.problems import Problem
from tweetspat.readers.fields import Fields

__all__ = ["LACKS", "SHAPE", "TELLS", "read", "recognises"]

SHAPE = "thread-structure"
TELLS = (
    "structure.json and annotation.json of PHEME and RumourEval threads; tells nothing "
    "that the tweets beside it do not state"
)
LACKS = ""


def recognises(record: object) -> bool:
    """Tell a tree of ids, or the annotation of a thread."""
    return _is_tree(record) or _is_annotation(record)


def _is_tree(record: object) -> bool:
    if not isinstance(record, dict) or not record:
        return False
    open_: list[object] = [record]
    while open_:
        branch = open_.pop()
        if isinstance(branch, dict):
            if not all(key.isascii() and key.isdigit() for key in branch):
                return False
            open_ += branch.values()
        elif branch != []:
            return False
    return True


def _is_annotation(record: object) -> bool:
    return (
        isinstance(record, dict)
        and isinstance(record.get("is_rumour"), str)
        and "text" not in record
    )


def read(record: Fields, naive: tzinfo | None) -> Iterator[Problem]:  # noqa: ARG001 - it holds no stamp
    """Yield only what was odd in writing: the file speaks of tweets and holds none."""
    yield from record.problems
