"""Answers by mention: which tweet of the account that is named is meant."""

from math import log
from typing import NamedTuple

from tweetspat.inference.ledger import Ledger
from tweetspat.inference.signals import (
    SIGNALS,
    Candidate,
    Child,
    candidates,
    child,
    doubts,
)
from tweetspat.inference.weights import (
    Verdict,
    Weights,
    features_of,
    judged,
    likelihoods,
)

__all__ = ["Pick", "features", "pick"]

_ALTERNATIVES = 3
_LEAST = 0.01
_LIKELY = 0.5


class Pick(NamedTuple):
    """The likeliest parent of a tweet.

    Attributes:
        number: of the tweet that was picked.
        signals: what speaks for it, by name.
        alternatives: up to three others and how likely they are.
        among: how many candidates there were.
    """

    of: Child
    number: int
    verdict: Verdict
    signals: dict[str, float]
    alternatives: tuple[tuple[int, float], ...]
    among: int


def pick(ledger: Ledger, number: int, weights: Weights) -> Pick | None:
    """Return the likeliest parent of a tweet that names somebody, and how sure it is.

    None when nobody who is named tweeted in the time before, or no candidate is
    likelier than all others together: such a pick is never shown.

    Cost:
        Bounded for each tweet.
    """
    of = child(ledger, number)
    found = candidates(ledger, of) if of.lead or of.inner else []
    if not found:
        return None
    chances = likelihoods(weights, [each.signals for each in found])
    best = max(range(len(found)), key=lambda n: (chances[n], found[n].number))
    if chances[best] < _LIKELY:
        return None
    verdict = judged(weights, features(ledger, of, found[best], chances, best))
    left = min(1.0, (1 - verdict.parent) / (1 - chances[best] or 1.0))
    others = sorted(
        (
            (chance * left, each.number)
            for chance, each in zip(chances, found, strict=True)
            if each is not found[best] and chance * left >= _LEAST
        ),
        reverse=True,
    )[:_ALTERNATIVES]
    return Pick(
        of,
        found[best].number,
        verdict,
        dict(zip(SIGNALS, found[best].signals, strict=True)),
        tuple((other, chance) for chance, other in others),
        len(found),
    )


def features(
    ledger: Ledger, of: Child, picked: Candidate, chances: list[float], best: int
) -> list[float]:
    """Return what the verdict on a picked candidate rests on."""
    next_best = max(
        (chance for n, chance in enumerate(chances) if n != best), default=0.0
    )
    margin = log(chances[best] / next_best) if next_best > 0 else 8.0
    asked = doubts(ledger, of, picked, len(chances))
    return features_of(chances[best], margin, asked, picked.signals)
