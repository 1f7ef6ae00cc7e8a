"""Which conversation of an index holds an id."""

from tweetspat.heap_index.damage import guarded
from tweetspat.heap_index.entries import NAME_BITS, name_key
from tweetspat.heap_index.opened import File
from tweetspat.model import TweetId
from tweetspat.scan.rows import NOTHING, Ids

__all__ = ["lookup"]

_LONGEST = 19
"""Digits of the largest number of eight bytes."""


def lookup(file: File, id_: TweetId) -> tuple[int, TweetId | None] | None:
    """Return the conversation that holds an id, and what stands there for it.

    Returns:
        The number of the conversation, and the id of the tweet that stands for the
        one that was asked for; None for one that is only a conversation's.  None
        where the id stands nowhere.

    Raises:
        Damaged: the index is not what it has to be.

    Cost:
        O(log n); some blocks are read.
    """
    number = _number(file, id_)
    at = None if number is None else file.column("id", "q").find(number)
    if number is None or at is None:
        return None
    conversation = file.column("of", "i")[at]
    at = file.column("stands", "q").find(number)
    found = number if at is None else file.column("stands.for", "q")[at]
    return conversation, None if found == NOTHING else _text(file, found)


def _number(file: File, id_: str) -> int | None:
    """Return the number that an id has, or None where it has none."""
    plain = Ids().known(id_) if len(id_) <= _LONGEST else None
    if plain is not None:
        return plain
    keys, key = file.column("name.key", "q"), name_key(id_)
    at = keys.first(key)
    while at < len(keys) and keys[at] >> NAME_BITS == key >> NAME_BITS:
        number = -(keys[at] - key) - 1
        if _text(file, number) == id_:
            return number
        at += 1
    return None


def _text(file: File, number: int) -> TweetId:
    """Return an id as its source wrote it."""
    if number > 0:
        return TweetId(str(number))
    data = file.read("names", *file.column("name", "q").pair(-number - 1))
    with guarded(file.path):
        return TweetId(data.decode("utf-8", "surrogatepass"))
