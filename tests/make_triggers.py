"""Make `tweetspat/said_times/triggers.py` from the lexicons.

usage: python tests/make_triggers.py

The module spares the gate from loading seven lexicons; `.ci/run` makes it anew and
demands that nothing changes.
"""

from collections.abc import Iterable
from pathlib import Path
from textwrap import fill

from tweetspat.said_times.languages import LANGUAGES, language
from tweetspat.said_times.lexicon import Entry
from tweetspat.said_times.lexicons import WORDS
from tweetspat.said_times.pieces.places import SAFE, TIME_WORDS
from tweetspat.said_times.tokens import folded
from tweetspat.zones.database import names
from tweetspat.zones.search import bare, every_word

TARGET = Path(__file__).parents[1] / "tweetspat" / "said_times" / "triggers.py"
READ = [name for name in LANGUAGES if name != "arabic"]  # what is Arabic always is

TELLING = frozenset("day weekday month part moment unit hours clock year_word".split())
BESIDE_NUMBERS = frozenset(("half", "past", "add"))
"""One of these stands in every phrase that has no figure, or numbers do ..."""

SPELLING = frozenset(("german", "spanish"))
"""... in these, whose cues make clocks of them: "um acht", "a las dos"."""

ARTICLES = frozenset("un uno ein eine einen einem einer eines".split())
FINE = frozenset(("second", "minute", "hour"))
ZONES = frozenset(("zone", "zone_lead"))
ENGLISH = frozenset("first last media once second small".split())
COMMON = frozenset(word for words in WORDS.values() for word in words.split())

HEAD = '''"""Words one of which stands in every text that tells a time without figures.

Made by `python tests/make_triggers.py` from the lexicons; not to be edited.
"""

__all__ = ["CAPITALS", "COUNTED", "TRIGGERS", "ZONES"]

TRIGGERS = {
'''


def main() -> None:
    """Write the module."""
    lexicons = {
        name: [
            ((first, *entry.rest), entry)
            for first, entries in language(name).entries.items()
            for entry in entries
        ]
        for name in READ
    }
    text = HEAD
    for name, entries in lexicons.items():
        telling = chosen(words for words, entry in entries if tells(name, entry))
        text += f"    {name!r}: {written(telling)},\n".replace("'", '"')
    text += '}\n"""One of these stands in every such text, by its language."""\n\n'
    every = [each for entries in lexicons.values() for each in entries]
    counted = chosen(words for words, entry in every if is_counted(entry))
    text += f"COUNTED = {written(counted)}\n"
    text += '"""One of these stands where something counts from the sending."""\n\n'
    zones = chosen(
        words
        for words, entry in every
        if entry.kind in ZONES and counted.isdisjoint(words)
    )
    text += f"ZONES = {written(zones | SAFE | TIME_WORDS)}\n"
    text += '"""One of these stands where a zone is named, or a bracket, or ..."""\n\n'
    text += f"CAPITALS = {written(capitals())}\n"
    text += '"""... one of these, in capitals."""\n'
    TARGET.write_text(text, "utf-8")


def tells(name: str, entry: Entry) -> bool:
    """Tell whether an entry stands in phrases that have no figure."""
    if entry.kind == "number":
        spelt = name in SPELLING and not entry.name and entry.number >= 1
        return spelt or entry.name == "at"
    if entry.kind in BESIDE_NUMBERS:
        return name not in SPELLING
    return entry.kind in TELLING and entry.name != "short"  # these need a date


def is_counted(entry: Entry) -> bool:
    """Tell whether it is a unit that counts from the sending without a zone."""
    return entry.kind in {"unit", "hours"} and entry.name in FINE


def chosen(entries: Iterable[tuple[str, ...]]) -> set[str]:
    """Return words one of which stands in every entry: few, and rare ones."""
    listed = [words for words in entries if not any(map(has_digit, words))]
    alone = {words[0] for words in listed if len(words) == 1}
    found = {
        max(words, key=lambda word: (word in alone, word in TIME_WORDS, rarity(word)))
        for words in listed
    }
    return {word for word in found if len(word) > 1} - ARTICLES


def capitals() -> set[str]:
    """Return the zone words that are so short that capitals are enough for them."""
    known = {*every_word(), *names()}
    short = {folded(each) for word in known for each in (word, bare(word))}
    return {
        word for word in short if word.isalpha() and len(word) <= 5 and word < "\u0500"
    }


def has_digit(word: str) -> bool:
    """Tell what needs no trigger: figures pass the gate."""
    return any(map(str.isdigit, word))


def rarity(word: str) -> tuple[bool, bool, int]:
    """Return a sort key: the longer the rarer, but for common words."""
    return word not in ENGLISH, word not in COMMON, len(word)


def written(words: set[str]) -> str:
    """Return the source of some words."""
    lines = fill(" ".join(sorted(words)), 84, break_on_hyphens=False)
    return f'"""\n{lines}\n"""'


if __name__ == "__main__":
    main()
