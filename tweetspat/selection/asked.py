"""What is asked for: a value, and what its words mean."""

import re
import warnings
from datetime import datetime
from functools import lru_cache
from typing import Literal, NamedTuple, TypeAlias, get_args

from tweetspat.model import Account
from tweetspat.problems import UsageError

__all__ = ["KINDS", "Kind", "Selection", "account_key", "compiled", "is_among"]

Kind: TypeAlias = Literal[
    "reply", "quote", "retweet", "ghost", "said-time", "media", "bystander"
]
"""What a tweet can be; it can be several.

- reply: it replies to a tweet, or is shown to answer one.
- quote: it quotes a tweet, by the platform's means or by hand.
- retweet: it repeats a tweet, natively or by hand ("RT @x: ...").
- ghost: its words are lost, and it is known because others name it.
- said-time: its text speaks of a time that can be told.
- media: pictures or films hang on it.
- bystander: its author is known and stands on none of the sides that there are.
"""

KINDS: tuple[Kind, ...] = get_args(Kind)


class Selection(NamedTuple):
    """Which tweets are asked for: those that meet everything that is asked.

    Attributes:
        by: handles, with or without "@", or "#" and an account id; a tweet is by
            one of them.  Empty for everybody.
        between: two such accounts.  A tweet is by one of them and answers, quotes,
            repeats or names the other; or the other answers or quotes it.
        since: it is not known to be earlier; aware.
        until: it is not known to be at this instant or later; aware.
        grep: a regular expression that is found in its text, in what a report says
            of it, or in a copy whose words differ.
        only: it is of one of these kinds.  Empty for all.
        without: it is of none of these kinds.
        words: how reports tell what was asked for; may be empty.
        known_as: each account as it stands in `by` and `between`, and all that it
            is compared by; filled in by `with_handles`.

    Native retweets are no turns.  They are selected by themselves only where `only`
    asks for retweets, are left out where `without` does, and else go with the tweet
    that they repeat.  One of them has the words of what it repeats, and is of no
    kind but retweet and, as the case may be, bystander.
    """

    by: tuple[str, ...] = ()
    between: tuple[str, str] | None = None
    since: datetime | None = None
    until: datetime | None = None
    grep: str | None = None
    only: frozenset[Kind] = frozenset()
    without: frozenset[Kind] = frozenset()
    words: str = ""
    known_as: tuple[tuple[str, frozenset[str]], ...] = ()

    @property
    def accounts(self) -> tuple[str, ...]:
        """The accounts that are named, as written."""
        return (*self.by, *(self.between or ()))

    def keys(self, written: str) -> frozenset[str]:
        """Return what an account that is named is compared by."""
        known = dict(self.known_as).get(written)
        return known or frozenset((account_key(written),))

    def plain(self) -> dict[str, object]:
        """Return all of it that decides what is selected, as plain JSON values."""
        return {
            "from": sorted(self.by),
            "between": sorted(self.between or ()),
            "since": self.since.isoformat() if self.since else None,
            "until": self.until.isoformat() if self.until else None,
            "grep": self.grep,
            "only": sorted(self.only),
            "without": sorted(self.without),
            "words": self.words,
            "known_as": {each: sorted(self.keys(each)) for each in self.accounts},
        }


def account_key(written: str) -> str:
    """Return a handle as handles are compared; an account id as it stands."""
    return written if written.startswith("#") else written.removeprefix("@").lower()


def is_among(author: Account | None, keys: frozenset[str]) -> bool:
    """Tell whether an author is one of the accounts that keys stand for."""
    if author is None:
        return False
    return author.key in keys or (author.id is not None and f"#{author.id}" in keys)


@lru_cache(16)
def compiled(pattern: str) -> re.Pattern[str]:
    """Return a regular expression as it searches.

    Raises:
        UsageError: it is broken, and how.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of what may be read differently one day
            return re.compile(pattern)
    except (re.error, OverflowError) as error:
        why = str(error)
    except RecursionError:
        why = "it nests too deep"
    raise UsageError(f"{pattern[:60]!r} is no regular expression: {why}")
