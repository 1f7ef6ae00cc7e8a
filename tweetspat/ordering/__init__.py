"""Sending order, bounds, and claims that contradict each other.

An exact time, a bound and a claim of a source are all constraints: "this one
before that one".  What contradicts is taken out, named as contested, and the
rest is sorted.  Nothing is broken silently.
"""

from tweetspat.ordering.arranging import Arranged, arrange
from tweetspat.ordering.claims import LONGEST_CLAIM, MOST_PAIRS, Known, known
from tweetspat.ordering.graph import Graph
from tweetspat.ordering.spans import answered, surely_earlier

__all__ = [
    "LONGEST_CLAIM",
    "MOST_PAIRS",
    "Arranged",
    "Graph",
    "Known",
    "answered",
    "arrange",
    "known",
    "surely_earlier",
]
