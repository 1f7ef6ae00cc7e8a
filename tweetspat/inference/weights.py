"""How much each signal weighs: trained, frozen, and read when first needed."""

import json
from functools import cache
from math import exp, log
from operator import mul
from pkgutil import get_data
from typing import Any, NamedTuple, TypeAlias

from tweetspat.inference.signals import DOUBTS

__all__ = [
    "OF_THE_PICK",
    "Verdict",
    "Weights",
    "features_of",
    "frozen",
    "judged",
    "likelihoods",
]

OF_THE_PICK = 4
"""How many of the features are about the pick itself; `DOUBTS` follow, then
`SIGNALS`."""

_ORPHANS = OF_THE_PICK + DOUBTS.index("orphans")
_SUREST = 0.995
"""More than this no measured share supports."""


Node: TypeAlias = "tuple[int, float, Node, Node] | float"


class Weights(NamedTuple):
    """What `tests/benchmarks/train_weights.py` learned from real threads.

    Attributes:
        version: which training these are of; links tell it.
        pick: the weight of each of `SIGNALS`, for picking one candidate.
        trees: small decision trees over the features of the picked one.  A node
            is (feature, threshold, the node where it is at most that, the other
            one), or the value that a leaf adds.
        base: what the trees add to.
        calibration: slope, offset and the weight of orphaned addresses, which
            turn their sum into log odds.
        conversation: the weight of each feature for the conversation; last, an
            offset.
        shares: for each rule without weights, the share of its links that were
            right.
    """

    version: str
    pick: list[float]
    trees: tuple[Node, ...]
    base: float
    calibration: tuple[float, float, float]
    conversation: list[float]
    shares: dict[str, float]


class Verdict(NamedTuple):
    """How sure a picked parent is.

    Attributes:
        parent: the share of such picks that name the true parent.
        conversation: the share that lead into the right conversation.
    """

    parent: float
    conversation: float


@cache
def frozen() -> Weights:
    """Return the weights that are shipped with the package."""
    told = json.loads(get_data("tweetspat.inference", "weights.json") or b"")
    return Weights(**told | {"trees": tuple(map(_node, told["trees"]))})


def _node(told: Any) -> Node:
    """Return a tree as tuples, which are quicker to walk through."""
    if isinstance(told, float):
        return told
    feature, threshold, low, high = told
    return int(feature), float(threshold), _node(low), _node(high)


def likelihoods(weights: Weights, candidates: list[list[float]]) -> list[float]:
    """Return how likely each candidate is, if one of them is the parent."""
    pick = weights.pick
    scores = [sum(map(mul, pick, each)) for each in candidates]
    top = max(scores)
    odds = [exp(each - top) for each in scores]
    total = sum(odds)
    return [each / total for each in odds]


def judged(weights: Weights, features: list[float]) -> Verdict:
    """Return how sure the picked candidate is, given all that is known of it."""
    total = weights.base
    for node in weights.trees:
        while not isinstance(node, float):
            node = node[2] if features[node[0]] <= node[1] else node[3]  # noqa: PLW2901
        total += node
    slope, offset, orphans = weights.calibration
    conversation = weights.conversation
    score = sum(map(mul, conversation, features)) + conversation[-1]
    parent = _share(slope * total + offset + orphans * features[_ORPHANS])
    return Verdict(parent, max(parent, _share(score)))


def features_of(
    likelihood: float, margin: float, doubts: list[float], signals: list[float]
) -> list[float]:
    """Return what a verdict is about: the pick, the doubts, and its signals.

    Args:
        likelihood: how likely the picked candidate is among all.
        margin: how much likelier than the next one, as log odds.
        doubts: `DOUBTS` about it.
        signals: its `SIGNALS`.
    """
    return [
        likelihood,
        log(max(likelihood, 1e-3)),
        log(1.02 - likelihood),
        min(margin, 8.0),
        *doubts,
        *signals,
    ]


def _share(score: float) -> float:
    return min(1 / (1 + exp(-score)) if score > -30 else 0.0, _SUREST)  # noqa: PLR2004
