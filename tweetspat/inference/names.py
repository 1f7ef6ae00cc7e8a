"""An account named without its handle: "Col. Warren" for "Col. Steve Warren"."""

import re
from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from tweetspat.accounts import Accounts
from tweetspat.model import Tweet

__all__ = ["Named", "Names", "names_of"]

_SHORTEST = 3
_MANY = 20
"""Accounts with one last name, beyond which it names none of them."""
_TITLES = {
    "adm": "admiral",
    "amb": "ambassador",
    "brig": "brigadier",
    "capt": "captain",
    "cdr": "commander",
    "cmdr": "commander",
    "col": "colonel",
    "cpt": "captain",
    "dr": "doctor",
    "gen": "general",
    "gov": "governor",
    "lt": "lieutenant",
    "maj": "major",
    "min": "minister",
    "mr": "mister",
    "mrs": "mistress",
    "ms": "mistress",
    "prof": "professor",
    "rep": "representative",
    "sec": "secretary",
    "sen": "senator",
    "sgt": "sergeant",
}
"""Titles as they are cut short, and what they stand for."""

_ALL = frozenset((*_TITLES, *_TITLES.values()))
_WHOLE = frozenset(_TITLES.values())
_OF_ANYBODY = frozenset(("mister", "mistress"))


class Named(NamedTuple):
    """An account that a text names.

    Attributes:
        voice: as `Accounts.of` gives it.
        words: the words that name it.
        name: the account's own name.
    """

    voice: str
    words: str
    name: str


class Names:
    """The accounts of a heap by the last word of their names."""

    def __init__(self, told: dict[str, dict[str, tuple[str, frozenset[str]]]]) -> None:
        self._told = told

    def in_text(self, text: str) -> Named | None:
        """Return the account that a text names by title and last name.

        None unless exactly one account bears that name and no other title.

        Cost:
            O(length of the text) where any account can be named.
        """
        if not self._told or _ALL.isdisjoint(_plain(text).split()):
            return None
        for found in _titled().finditer(text):
            title = _whole(found["title"])
            bearers = [
                (voice, name)
                for voice, (name, words) in self._told.get(
                    found["name"].lower(), {}
                ).items()
                if title in words or title in _OF_ANYBODY or not words & _WHOLE
            ]
            if title and len(bearers) == 1:
                voice, name = bearers[0]
                return Named(voice, found[0], name)
        return None


def names_of(tweets: Iterable[Tweet], accounts: Accounts) -> Names:
    """Return the names by which the authors of tweets can be named.

    Names of one word name nobody; nor do those that several accounts share.  Of
    an account that changed its name before that last word one name counts.
    """
    told: dict[str, dict[str, tuple[str, frozenset[str]]]] = {}
    seen: set[tuple[str, str]] = set()
    for tweet in tweets:
        author = tweet.author
        if author is None or not author.name or (author.key, author.name) in seen:
            continue
        seen.add((author.key, author.name))
        words = _word().findall(author.name)
        if len(words) > 1 and len(words[-1]) >= _SHORTEST:
            bearing = told.setdefault(words[-1].lower(), {})
            others = frozenset(_whole(each) or each.lower() for each in words[:-1])
            voice, name = accounts.of(author), author.name
            if voice not in bearing or name < bearing[voice][0]:
                bearing[voice] = (name, others)
    return Names({last: those for last, those in told.items() if len(those) <= _MANY})


def _plain(text: str) -> str:
    for mark in '.,:;()"“”':
        if mark in text:
            text = text.replace(mark, " ")
    return text.lower()


def _whole(title: str) -> str | None:
    """Return a title in full, or None for a word that is none."""
    word = title.rstrip(".").lower()
    whole = _TITLES.get(word, word)
    return whole if whole in _WHOLE else None


@cache
def _word() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")


@cache
def _titled() -> re.Pattern[str]:
    titles = "|".join(sorted({*_TITLES, *_WHOLE}, key=len, reverse=True))
    return re.compile(
        rf"(?<![\w@#])(?P<title>(?i:{titles})\b\.?)\s+(?P<name>[^\W\d_a-z][^\W\d_]+)(?![\w@])"
    )
