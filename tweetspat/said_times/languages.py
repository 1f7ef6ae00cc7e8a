"""Which language a text is in, as far as its words of time go.

By its script first, then by its commonest words; a text that shows neither is
read as English.
"""

import re
from collections import Counter
from collections.abc import Collection
from functools import cache
from importlib import import_module
from typing import NamedTuple

from tweetspat.said_times.lexicon import Index, index_of

__all__ = ["LANGUAGES", "Language", "language", "language_of"]

LANGUAGES = ("english", "russian", "german", "french", "turkish", "spanish", "arabic")
"""Each a module beside this one that holds a `LEXICON`."""

_COMMON = {
    "english": (
        "the and of to in is was were are for with that this it by be has have had "
        "not they we you he she his our their from but who what will just about at "
        "a i all off on up out no if or been off over after before down them him her "
        "yesterday today tomorrow tonight since ago last next noon midnight am pm"
    ),
    "german": (
        "der die das und ist im den dem des nicht mit auf fur von zum zur ein eine "
        "einer einem einen wir ihr sie wird werden wurde wurden war waren hat haben "
        "auch noch schon bei nach aus uber wie sich als vom ab gegen bis seit vor um "
        "gestern heute morgen abend nacht uhr woche monat jahr stunden minuten tagen "
        "vorgestern ubermorgen mittag januar februar marz mai juni juli oktober "
        "dezember montag dienstag mittwoch donnerstag freitag samstag sonntag"
    ),
    "french": (
        "le la les des du un une et est dans pour pas que qui sur avec au aux ce "
        "cette il elle nous vous ils sont a ont ete par plus ne se en deux selon "
        "d l qu j hier demain aujourd hui matin soir nuit midi minuit heures "
        "heure depuis vers lundi mardi mercredi jeudi vendredi samedi dimanche "
        "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre "
        "decembre semaine mois annee jours"
    ),
    "spanish": (
        "el la los las del un una y es en que por para con no se su al lo como mas "
        "pero fue han ha hay este esta esto son sus hoy ayer manana anoche tarde "
        "noche madrugada hora horas hace desde hasta lunes martes miercoles jueves "
        "viernes sabado domingo enero febrero marzo abril mayo junio julio agosto "
        "septiembre octubre noviembre diciembre semana mes ano dias"
    ),
    "turkish": (
        "ve bir bu icin de da ile cok daha olarak olan gibi var yok ne kadar sonra "
        "once saat gun gunu dun bugun yarin sabah aksam gece ogle hafta ay yil "
        "pazartesi sali carsamba persembe cuma cumartesi pazar ocak subat mart nisan "
        "mayis haziran temmuz agustos eylul ekim kasim aralik ama degil iki dakika "
        "saatte gecen beri itibaren tsi"
    ),
}
_ENGLISH = "english"
_FIRST_ARABIC, _LAST_ARABIC = "\u0600", "\u06ff"
_FIRST_CYRILLIC, _LAST_CYRILLIC = "\u0400", "\u052f"


class Language(NamedTuple):
    """A language's words of time.

    Attributes:
        index: its entries by their first word.
        prefixes: what may stand joined before a word, as the Arabic "and".
        counted: words that a number before them counts.
    """

    name: str
    index: Index
    prefixes: tuple[str, ...]
    counted: re.Pattern[str] | None = None


@cache
def language(name: str) -> Language:
    """Return a language of `LANGUAGES`; its module is loaded when it is asked for."""
    lexicon = import_module(f"tweetspat.said_times.{name}").LEXICON
    counted = re.compile(lexicon.counted) if lexicon.counted else None
    return Language(name, index_of(lexicon), lexicon.prefixes, counted)


def language_of(text: str, words: Collection[str]) -> str:
    """Return the language in which a text speaks of time.

    Args:
        text: the text.
        words: its words, folded.
    """
    if not text.isascii():
        scripts = Counter(_script(word) for word in words)
        foreign = max(("arabic", "russian"), key=scripts.__getitem__)
        if scripts[foreign] and scripts[foreign] >= scripts[""]:
            return foreign
    best, most = _ENGLISH, 0
    for name, common in _common().items():
        count = sum(word in common for word in words)
        if count > most:
            best, most = name, count
    return best


def _script(word: str) -> str:
    """Return the language that alone here writes in the script of a word, or ""."""
    if _FIRST_ARABIC <= word[0] <= _LAST_ARABIC:
        return "arabic"
    return "russian" if _FIRST_CYRILLIC <= word[0] <= _LAST_CYRILLIC else ""


@cache
def _common() -> dict[str, frozenset[str]]:
    return {name: frozenset(words.split()) for name, words in _COMMON.items()}
