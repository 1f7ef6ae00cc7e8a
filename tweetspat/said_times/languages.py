"""Which language a text is in, as far as its words of time go.

By its script first, then by its commonest words; a text that shows neither is
read as English.
"""

import re
from collections import Counter
from collections.abc import Mapping
from collections.abc import Set as AbstractSet
from functools import cache
from importlib import import_module
from typing import NamedTuple

from tweetspat.said_times.lexicon import Index, Kind, index_of
from tweetspat.said_times.lexicons import ENDINGS, SIGNS, WORDS
from tweetspat.said_times.tokens import folded

__all__ = ["LANGUAGES", "Language", "language", "language_of"]

LANGUAGES = ("english", "russian", "german", "french", "turkish", "spanish", "arabic")
"""Each a module of `lexicons` that holds a `LEXICON`."""

_ENGLISH = "english"
_FIRST_ARABIC, _LAST_ARABIC = "\u0600", "\u06ff"
_FIRST_CYRILLIC, _LAST_CYRILLIC = "\u0400", "\u052f"


class Language(NamedTuple):
    """A language's words of time.

    Attributes:
        name: as in `LANGUAGES`.
        entries: its entries by their first word.
        prefixes: what may stand joined before a word, as the Arabic "and".
        counted: words that a number before them counts.
        endings, beginnings: of words that are listed nowhere, each with what it says.
        guesses: it has any of these three.
    """

    name: str
    entries: Index
    prefixes: tuple[str, ...]
    counted: re.Pattern[str] | None
    endings: tuple[tuple[tuple[str, ...], Kind], ...]
    beginnings: tuple[tuple[tuple[str, ...], Kind], ...]
    guesses: bool


@cache
def language(name: str) -> Language:
    """Return a language of `LANGUAGES`; its module is loaded when it is asked for."""
    lexicon = import_module(f"tweetspat.said_times.lexicons.{name}").LEXICON
    return Language(
        name,
        index_of(lexicon),
        lexicon.prefixes,
        re.compile(lexicon.counted) if lexicon.counted else None,
        _split(lexicon.endings),
        _split(lexicon.beginnings),
        guesses=bool(lexicon.counted or lexicon.endings or lexicon.beginnings),
    )


def _split(words: Mapping[Kind, str]) -> tuple[tuple[tuple[str, ...], Kind], ...]:
    return tuple(
        (tuple(folded(those).split("|")), kind) for kind, those in words.items()
    )


def language_of(text: str, words: AbstractSet[str]) -> str:
    """Return the language in which a text speaks of time.

    Args:
        text: the text.
        words: its words, folded.
    """
    if not text.isascii():
        foreign = _by_script(words)
        if foreign:
            return foreign
    best, most = _ENGLISH, 0
    for name, common in _common().items():
        count = len(words & common)
        if count + 2 > most:  # else its signs and endings do not help
            count += _shows_signs(name, text) + _shows_endings(name, words)
        if count > most:
            best, most = name, count
    return best


def _by_script(words: AbstractSet[str]) -> str:
    """Return the language whose own script most words are in, or ""."""
    if "".join(words).isascii():
        return ""
    scripts = Counter(map(_script, words))
    foreign = max(("arabic", "russian"), key=scripts.__getitem__)
    return foreign if scripts[foreign] >= max(scripts[""], 1) else ""


def _script(word: str) -> str:
    """Return the language that alone here writes in the script of a word, or ""."""
    if _FIRST_ARABIC <= word[:1] <= _LAST_ARABIC:
        return "arabic"
    return "russian" if _FIRST_CYRILLIC <= word[:1] <= _LAST_CYRILLIC else ""


def _shows_signs(name: str, text: str) -> bool:
    return not text.isascii() and not set(text.lower()).isdisjoint(SIGNS.get(name, ""))


def _shows_endings(name: str, words: AbstractSet[str]) -> bool:
    endings = ENDINGS.get(name)
    return endings is not None and any(word.endswith(endings) for word in words)


@cache
def _common() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in WORDS.items()}
