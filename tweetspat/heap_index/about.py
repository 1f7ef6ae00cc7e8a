"""What an index tells of itself and of its inputs."""

from typing import NamedTuple

from tweetspat.conversations import Join
from tweetspat.heap_index.opened import File
from tweetspat.heap_index.sources import Argument, Source
from tweetspat.model import Input
from tweetspat.problems import Problem

__all__ = ["About", "about"]


class About(NamedTuple):
    """What is looked at whenever an index is opened.

    Attributes:
        tool: the version of this program that wrote it.
        naive: the zone of stamps that have none, as a word, or None.
        join: which primary parents join its conversations.
        arguments: what the user named.
        sources: the files that this was.
        inputs, unread, skipped: as a heap has them.
        tweets, conversations: how many there are.
    """

    tool: str
    naive: str | None
    join: Join
    arguments: tuple[Argument, ...]
    sources: tuple[Source, ...]
    inputs: tuple[Input, ...]
    unread: tuple[Problem, ...]
    skipped: int
    tweets: int
    conversations: int


def about(file: File) -> About:
    """Return what an index tells of itself.

    Raises:
        Damaged: it does not.
    """
    return file.value("about", About)
