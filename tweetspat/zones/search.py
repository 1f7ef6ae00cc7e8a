"""Looking up what is no everyday word: other tables, spellings, IANA names, offsets."""

import unicodedata
from collections.abc import Iterator, Mapping
from functools import cache
from itertools import chain

from tweetspat.zones.arabic import PLACES as ARABIC
from tweetspat.zones.cyrillic import PLACES as CYRILLIC
from tweetspat.zones.database import names
from tweetspat.zones.offsets import offset_name
from tweetspat.zones.places import PLACES
from tweetspat.zones.western import PLACES as WESTERN
from tweetspat.zones.words import AMBIGUOUS, WORDS, by_word

__all__ = ["bare", "every_word", "find", "forms"]

TABLES = (PLACES, WESTERN, CYRILLIC, ARABIC)

_LEADS = {
    "heure locale de la ": "",
    "heure locale de ": "",
    "heure de la ": "",
    "heure de ": "",
    "heure du ": "",
    "heure d'": "",
    "hora local de ": "",
    "hora de ": "",
    "hora del ": "",
    "по времени ": "",
    "время по ": "",
    "по ": "",
    "за ": "",
    "حسب توقيت ": "",
    "بحسب توقيت ": "",
    "وفق توقيت ": "",
    "وفقا لتوقيت ": "",
    "بتوقيت ": "",
    "توقيت ": "",
    "بالتوقيت ": "التوقيت ",
    "به وقت ": "",
    "שעון ": "",
}
"""What says before a place that its clock is meant, and the same shorter."""

_ENDS = {
    " standard time": " time",
    " daylight time": " time",
    " daylight saving time": " time",
    " daylight savings time": " time",
    " summer time": " time",
    " winter time": " time",
    " local time": " time",
    " time zone": " time",
    " timezone": " time",
    " time": "",
    " ortszeit": " zeit",
    " sommerzeit": " zeit",
    " winterzeit": " zeit",
    " zeit": "",
    " yerel saati": " saati",
    " saatiyle": " saati",
    " saati ile": " saati",
    " saati": "",
    "ому времени": "ое время",
    "ого времени": "ое время",
    "им временем": "ое время",
    " времени": " время",
    " время": "",
}
"""The same after a place; the longest that fits counts."""

_DATIVE = {"у": "", "е": "а", "ю": "ь", "и": "я"}
_CASES = {
    "по ": _DATIVE,
    "время по ": _DATIVE,
    "по времени ": {"ы": "а", "и": "я", "а": "", "я": "ь"},
}
"""Endings of names in the case that a Russian preposition asks for."""

_LETTERS = str.maketrans(
    {
        "ı": "i",
        "ł": "l",
        "ø": "o",
        "đ": "d",
        "\u0640": None,  # the stroke that lengthens an Arabic word
        "ة": "ه",
        "ى": "ي",
        "ی": "ي",
        "ک": "ك",
        "-": " ",
        "\u2010": " ",
        "\u2011": " ",
        ".": None,
        ",": None,
        "'": None,
        "\u2019": None,
        "\u02bc": None,
    }
)
_SHORTEST = 4
"""A shorter word is another one without its signs: Şam is Damascus, Sam is not."""


def find(word: str) -> tuple[str, ...]:
    """Return the names of the places that a case-folded word can mean.

    Cost:
        A few dictionary look-ups, also for a word that nobody knows.
    """
    if "/" in word:
        name = names().get(word)
        return (name,) if name else ()
    index = _index()
    word = word.replace("\u2019", "'").replace("i\u0307", "i")
    for form in forms(word):
        found = index.get(form)
        if found:
            return found
        if form[-1:].isdigit():
            shift = offset_name(form)
            if shift:
                return (shift,)
    plain = bare(word)
    if plain == word:
        return ()
    for form in chain(map(bare, forms(word)), forms(plain)):
        found = index.get(form)
        if found and (len(form) >= _SHORTEST or word.isascii()):
            return found
    return ()


def forms(word: str) -> Iterator[str]:
    """Yield a word as it stands, then shorter: "heure de moscou", "moscou"."""
    yield word
    if word.startswith(_ALL_LEADS):
        lead = next(each for each in _ALL_LEADS if word.startswith(each))
        word = _LEADS[lead] + word[len(lead) :]
        yield word
        changed = _CASES.get(lead, {}).get(word[-1:])
        if changed is not None:
            yield word[:-1] + changed
    while word.endswith(_ALL_ENDS):
        end = next(each for each in _ALL_ENDS if word.endswith(each))
        word = word[: -len(end)] + _ENDS[end]
        yield word


def bare(word: str) -> str:
    """Return a word without accents, vowel signs, dots, hyphens and apostrophes."""
    if not word.isascii():
        parts = unicodedata.normalize("NFKD", word)
        word = "".join(each for each in parts if not unicodedata.combining(each))
    return " ".join(word.translate(_LETTERS).split())


@cache
def every_word() -> Mapping[str, str]:
    """Return the words of all tables, case folded, each with its likeliest name."""
    words = dict(WORDS)
    for table in TABLES:
        words.update(by_word(table))
    return words


@cache
def _index() -> dict[str, tuple[str, ...]]:
    """Return what each word can mean, also spelt without its signs.

    Where two words are one without their signs, what is left of them means
    nothing, unless it is a word itself.
    """
    index = {
        word: AMBIGUOUS.get(word) or (name,) for word, name in every_word().items()
    }
    plain: dict[str, tuple[str, ...]] = {}
    for word, meant in index.items():
        form = bare(word)
        if form != word and len(form) >= _SHORTEST:
            plain[form] = () if plain.get(form, meant) != meant else meant
    listed = {folded: (name,) for folded, name in names().items() if "/" not in name}
    return listed | {each: meant for each, meant in plain.items() if meant} | index


_ALL_LEADS = tuple(sorted(_LEADS, key=len, reverse=True))
_ALL_ENDS = tuple(sorted(_ENDS, key=len, reverse=True))
