"""Links that no column of a scan holds: which of a tweet's copies tell them."""

from collections.abc import Iterable, Iterator, Sequence

from tweetspat.model import Link, TweetId

__all__ = ["answers_among", "earlier_links"]


def earlier_links(
    best: Sequence[Link], held: Iterable[Sequence[Link]]
) -> Sequence[Link]:
    """Return the links that an earlier output holds of a tweet.

    Args:
        best: those of the richest copy that has any.
        held: those of all copies; of one that is no output they have no evidence.
    """
    return next((links for links in (best, *held) if _earlier(links)), best)


def _earlier(links: Sequence[Link]) -> bool:
    return not links or any(link.evidence for link in links)


def answers_among(held: Iterable[Sequence[Link]]) -> Iterator[TweetId]:
    """Yield what some copy of a tweet says that it answers, if one does."""
    for links in held:
        for link in links:
            if link.relation == "answers" and link.stated:
                yield link.to
                return
