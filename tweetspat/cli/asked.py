"""What the options say of sides and links, read once for every command."""

from collections.abc import Sequence
from typing import NamedTuple, get_args

from tweetspat.cli.options import words
from tweetspat.cli.output import tell
from tweetspat.linking import STATED
from tweetspat.model import Basis, Heap, Side
from tweetspat.problems import NothingFound, Problem
from tweetspat.reconstruction import Conversations, Infer, Join
from tweetspat.sides import Cast, side_option

__all__ = ["Asked", "asked_for", "conversations_of"]


class Asked(NamedTuple):
    """Who is said to stand where, and which links are wanted.

    Attributes:
        without: the bases on which nothing is to be inferred.
    """

    sides: tuple[Side, ...] = ()
    cast: Cast = Cast()
    infer: Infer = "safe"
    without: frozenset[Basis] = frozenset()
    join: Join = "auto"

    @property
    def given(self) -> tuple[Side, ...]:
        """The sides of both, those of the command line first."""
        return (*self.sides, *self.cast.sides)


def asked_for(
    infer: str,
    no_basis: list[str] | None,
    join: str,
    side: list[str] | None = None,
    cast: str | None = None,
) -> Asked:
    """Read what is said of links and sides.

    Raises:
        UsageError: a side or the cast cannot be read, or a word is not known.
    """
    sides = tuple(side_option(each) for each in side or ())
    told = Cast()
    if cast is not None:
        from tweetspat.interface import read_cast

        told = read_cast(cast)
    return Asked(
        sides,
        told,
        words(infer, "off", "safe", "wide"),
        frozenset(words(each, *get_args(Basis)) for each in no_basis or ()),
        words(join, "auto", "all", "replies"),
    )


def conversations_of(
    heap: Heap, asked: Asked, inputs: Sequence[str], *, quiet: bool
) -> Conversations:
    """Link and cut a heap as asked; tell on stderr what a reader should know.

    Raises:
        NothingFound: there is no tweet in it.
    """
    problems = [*heap.unread, *heap.problems]
    found = Conversations(
        heap,
        sides=asked.sides,
        cast=asked.cast,
        infer=asked.infer,
        without=asked.without,
        join=asked.join,
    )
    if heap.tweets:
        problems = [*found.unknown_accounts(), *_stated(asked), *problems]
    if not quiet:
        tell(problems)
    if not heap.tweets:
        raise NothingFound(f"{inputs[0]}: there is no tweet in it")
    return found


def _stated(asked: Asked) -> list[Problem]:
    """Return a problem where a basis is not wanted that is never inferred."""
    stated = sorted(STATED & asked.without)
    if not stated:
        return []
    what = f"--no-basis {' '.join(stated)}: such links are stated, and always shown"
    return [Problem("stated-basis", what)]
