"""What the options say of sides and links, read once for every command."""

from typing import NamedTuple, get_args

from tweetspat.cli.options import words
from tweetspat.linking import STATED
from tweetspat.model import Basis, Side
from tweetspat.problems import Problem
from tweetspat.reconstruction import Infer, Join
from tweetspat.sides import Cast, side_option

__all__ = ["Asked", "asked_for", "stated_bases"]


class Asked(NamedTuple):
    """Who is said to stand where, and which links are wanted.

    Attributes:
        infer, join: which links are to be inferred, and which join; None where
            nobody asked.
        without: the bases on which nothing is to be inferred.
    """

    sides: tuple[Side, ...] = ()
    cast: Cast = Cast()
    infer: Infer | None = None
    without: frozenset[Basis] = frozenset()
    join: Join | None = None

    @property
    def given(self) -> tuple[Side, ...]:
        """The sides of both, those of the command line first."""
        return (*self.sides, *self.cast.sides)


def asked_for(
    infer: str | None,
    no_basis: list[str] | None,
    join: str | None,
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
    joined: Join = words(join or "auto", "auto", "all", "replies")
    wanted: Infer = words(infer or "off", "off", "safe", "wide")
    return Asked(
        sides,
        told,
        None if infer is None else wanted,
        frozenset(words(each, *get_args(Basis)) for each in no_basis or ()),
        None if join is None else joined,
    )


def stated_bases(asked: Asked) -> list[Problem]:
    """Return a problem where a basis is not wanted that is never inferred."""
    stated = sorted(STATED & asked.without)
    if not stated:
        return []
    what = f"--no-basis {' '.join(stated)}: such links are stated, and always shown"
    return [Problem("stated-basis", what)]
