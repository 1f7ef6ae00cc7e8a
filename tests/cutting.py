"""How a heap is cut: for the tests of what joins conversations."""

from make import heap

from tweetspat.model import Tweet
from tweetspat.reconstruction import reconstruct


def cut(*tweets: Tweet, join: str = "auto") -> set[frozenset[str]]:
    """Return the conversations of a heap, each as the ids in it."""
    spats = reconstruct(heap(tweets), infer="off", join=join)  # type: ignore[arg-type]
    return {frozenset(turn.tweet.id for turn in spat.turns) for spat in spats}
