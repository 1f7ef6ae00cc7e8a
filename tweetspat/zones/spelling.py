"""What a word that is no zone may have been meant for."""

from collections.abc import Iterator
from difflib import SequenceMatcher, get_close_matches
from functools import cache

from tweetspat.zones.database import names
from tweetspat.zones.search import every_word, find, forms

__all__ = ["close"]

_MOST = 3
_LOOKED_AT = 12
_ALIKE = 0.7
_BEHIND = 0.08
"""What is less like the word than the best, by more than this, is not named."""

_LONGEST = 60


def close(word: str) -> list[str]:
    """Return up to three words or names that look like this one, the nearest first.

    Words of the same place count once.  Where a part of the wording is a zone word
    itself ("мск времни"), only such parts are named.
    """
    folded = " ".join(word[:_LONGEST].casefold().split())
    meant: dict[str, str] = {}
    for part in _parts(folded):
        found = find(part)
        if found:
            meant.setdefault(found[0], part)
    for written, name in () if meant else _alike(folded):
        meant.setdefault(name, written)
    return list(meant.values())[:_MOST]


def _parts(folded: str) -> Iterator[str]:
    """Yield the wording without its last words, and without its first."""
    words = folded.split(" ")
    for count in range(len(words) - 1, 0, -1):
        yield " ".join(words[:count])
        yield " ".join(words[-count:])


def _alike(folded: str) -> list[tuple[str, str]]:
    """Return what is spelt alike, the likest first, with what it means."""
    candidates = _candidates()
    likeness: dict[str, float] = {}
    for form in dict.fromkeys(forms(folded)):
        compared = SequenceMatcher(b=form)
        for each in get_close_matches(form, candidates, n=_LOOKED_AT, cutoff=_ALIKE):
            compared.set_seq1(each)
            likeness[each] = max(compared.ratio(), likeness.get(each, 0))
    least = max(likeness.values(), default=0) - _BEHIND
    order = list(candidates)
    kept = [each for each, ratio in likeness.items() if ratio >= least]
    kept.sort(key=lambda each: (-likeness[each], order.index(each)))
    return [candidates[each] for each in kept]


@cache
def _candidates() -> dict[str, tuple[str, str]]:
    """Return every spelling to compare with, as it is shown and what it means."""
    found = {word: (word, name) for word, name in every_word().items()}
    for folded, name in names().items():
        found.setdefault(folded, (name, name))
        tail = name.rpartition("/")[2].replace("_", " ").casefold()
        found.setdefault(tail, (name, name))
    return found
