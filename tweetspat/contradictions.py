"""Where the data contradicts itself: told at the tweet, never set right."""

from tweetspat.conversations import counted_apart
from tweetspat.linking import Linked
from tweetspat.model import OTHER_PLATFORMS, Link, Tweet, TweetId
from tweetspat.ordering import surely_earlier
from tweetspat.problems import Problem
from tweetspat.stamps import contradicted_by, rfc3339

__all__ = ["problems_of"]


def problems_of(
    tweet: Tweet,
    links: tuple[Link, ...],
    heap: Linked,
    broken: frozenset[tuple[TweetId, TweetId]],
) -> tuple[Problem, ...]:
    """Return what a reader should know of a tweet, the record's own first."""
    if tweet.kept:
        return tweet.problems
    found = tweet.problems
    if (
        tweet.sent
        and tweet.sent_basis != "id"
        and tweet.place.shape not in OTHER_PLATFORMS
    ):
        inside = contradicted_by(tweet.id, tweet.sent)
        if inside:
            found += (_forged(tweet, rfc3339(tweet.sent), rfc3339(inside)),)
    ring = heap.problems.get(tweet.id)
    if ring:
        found += (ring._replace(place=tweet.place),)
    for link in links:
        if surely_earlier(tweet, heap.tweets[link.to]):
            message = (
                f"it is stamped earlier than {link.to}, which it answers; one of the "
                "two stamps or ids may be forged"
            )
            found += (Problem("older-than-parent", message, tweet.place),)
        elif not ring and (tweet.id, link.to) in broken:
            message = (
                f"it stands before {link.to}, which it answers: the links and times "
                "lead back to themselves (a cycle)"
            )
            found += (Problem("contradicting-order", message, tweet.place),)
        apart = link.relation == "replied_to" and counted_apart(
            tweet, heap.tweets[link.to], heap.stands_for
        )
        if apart:
            message = (
                f"the platform counts it in conversation {apart[0]} and {link.to}, to "
                f"which it replies, in {apart[1]}; the reply is believed"
            )
            found += (Problem("conversation-differs", message, tweet.place),)
    return found


def _forged(tweet: Tweet, stamped: str, made: str) -> Problem:
    message = (
        f"its stamp ({stamped}) contradicts its id, which was made at {made}; one of "
        "them may be forged"
    )
    return Problem("forged-stamp", message, tweet.place)
