"""Quotations by hand: `RT @x: …`, `MT @x …`, `"@x: …"`, matched to the words quoted."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from tweetspat.inference.addresses import Cited
from tweetspat.inference.ledger import Ledger
from tweetspat.inference.quoted_words import coverage, words_of

__all__ = ["Found", "Quotations", "quoted"]

_LEAST = {"retweet": 0.75, "quote": 0.75, "colon": 0.75, "via": 0.75, "modified": 0.66}
"""The share of the quoted words that the original must hold; an MT says itself
that words were changed."""

_FEWEST = 2
_FEWEST_UNMARKED = 4
"""Words that make a quotation, where a sign says that it is one and where not."""

_PAIRS = 0.5
"""The share of neighbouring words that must be neighbours in the original, too."""

_LATEST = 40
_OPENING = 3
_LOOKED_UP = 6


class Found(NamedTuple):
    """What a quotation quotes.

    Attributes:
        cited: the quotation.
        originals: the numbers of the tweets that hold the most of its words,
            the latest first, those that hold no other words before all; none
            when no tweet holds enough.
        share: how much of the quotation they hold.
        commented: the quotation begins with all of theirs, and goes on.
    """

    cited: Cited
    originals: tuple[int, ...]
    share: float
    commented: bool = False


def quoted(ledger: Ledger, number: int) -> Cited | None:
    """Return the outermost quotation of a text that is long enough to be found."""
    own = ledger.voices[number]
    for each in ledger.addresses[number].cited:
        if ledger.accounts.named(each.handle) == own:
            continue
        fewest = _FEWEST_UNMARKED if each.how in {"colon", "via"} else _FEWEST
        return each if len(words_of(each.words)) >= fewest else None
    return None


class Quotations:
    """Finds the originals of quotations in a ledger."""

    def __init__(self, ledger: Ledger) -> None:
        self._ledger = ledger
        self._openings: dict[str, defaultdict[tuple[str, ...], list[int]]] = {}
        self._said: dict[int, list[str]] = {}

    def find(self, number: int, cited: Cited) -> Found:
        """Return what a quotation quotes.

        Looked through are the latest tweets of the voice that is cited, and
        those older ones that begin with words of it.

        Cost:
            Bounded, but for a first pass over each voice that is cited.
        """
        words = words_of(cited.words)
        told, least = frozenset(words), _LEAST[cited.how]
        best, share = [], 0.0
        for other in self._candidates(number, cited, words):
            there = self._ledger.words(other)
            held = coverage(told, there)
            if held >= least and (held < share or not self._in_order(words, other)):
                continue
            if held < least and cited.how != "via" and len(there) >= _FEWEST_UNMARKED:
                held = float(self._begins_with(words, other))
            if held > share:
                best, share = [other], held
            elif held == share and held:
                best.append(other)
        if share < least:
            return Found(cited, (), share)
        best = [each for each in best if self._ledger.words(each) == told] or best
        commented = coverage(told, self._ledger.words(best[0])) < least
        return Found(cited, tuple(sorted(best, reverse=True)), share, commented)

    def _in_order(self, words: list[str], other: int) -> bool:
        """Tell whether quoted words stand there in their order, not just anywhere."""
        if len(words) <= _FEWEST:
            return True
        return coverage(_pairs(words), _pairs(self._in_full(other))) >= _PAIRS

    def _begins_with(self, words: list[str], other: int) -> bool:
        """Tell whether a quotation begins with all of a tweet: the rest is comment."""
        original = self._in_full(other)
        return words[: len(original)] == original

    def _in_full(self, number: int) -> list[str]:
        """Return the words of a tweet in their order."""
        found = self._said.get(number)
        if found is None:
            text = self._ledger.tweets[number].text or ""
            found = self._said[number] = words_of(text)
        return found

    def _candidates(self, number: int, cited: Cited, words: list[str]) -> Iterator[int]:
        voice = self._ledger.accounts.named(cited.handle)
        latest = self._ledger.before(voice, number, _LATEST)
        yield from latest
        timeline = self._ledger.timelines.get(voice, [])
        older = bisect_left(timeline, latest[0]) if latest else 0
        if not older:
            return
        openings = self._of(voice, timeline)
        seen: set[int] = set()
        for start in range(min(_LOOKED_UP, len(words))):
            alike = openings.get(tuple(words[start : start + _OPENING]), [])
            end = bisect_left(alike, latest[0])
            for other in alike[max(0, end - _LATEST) : end]:
                if other not in seen:
                    seen.add(other)
                    yield other

    def _of(
        self, voice: str, timeline: list[int]
    ) -> defaultdict[tuple[str, ...], list[int]]:
        """Return a voice's tweets by the words they begin with."""
        found = self._openings.get(voice)
        if found is None:
            found = self._openings[voice] = defaultdict(list)
            for number in timeline:
                words = self._in_full(number)
                for start in (0, 1):
                    opening = tuple(words[start : start + _OPENING])
                    if len(opening) == _OPENING:
                        found[opening].append(number)
        return found


def _pairs(words: list[str]) -> frozenset[str]:
    return frozenset(map(" ".join, pairwise(words)))
