"""A part of a spat: the tweets that are selected, with their context."""

from collections.abc import Collection

from tweetspat.model import Link, Order, Spat, Turn, TweetId

__all__ = ["NOT_SELECTED", "select"]

NOT_SELECTED = "it is not selected"
"""How the evidence ends of a link that leads out of what is selected."""


def select(
    spat: Spat, chosen: Collection[TweetId], beside: Collection[TweetId] = ()
) -> Spat:
    """Return the part of a spat that some of its tweets are, with their context.

    Args:
        spat: a whole spat.
        chosen: the ids that are selected; all of them give the spat itself.
        beside: others that stay for context, whatever points at them.  One of the
            spat's tweets is in one of the two at least.

    Cost:
        O(n).
    """
    chosen = frozenset(chosen)
    if all(turn.tweet.id in chosen for turn in spat.turns):
        return spat
    kept = {
        to
        for turn in spat.turns
        if turn.tweet.id in chosen
        for link in turn.links
        if not link.elsewhere
        for to in (link.to, *link.series)
    }.union(chosen, beside)
    contested = tuple(
        contest for contest in spat.order.contested if kept.issuperset(contest.pair)
    )
    kind = spat.order.kind
    if kind == "contested" and not contested:
        kind = "partial"
    return spat._replace(
        turns=tuple(
            turn if turn.tweet.id in chosen else _as_context(turn, kept)
            for turn in spat.turns
            if turn.tweet.id in kept
        ),
        order=Order(kind, contested),
        whole=sum(not turn.tweet.ghost for turn in spat.turns),
    )


def _as_context(turn: Turn, kept: Collection[TweetId]) -> Turn:
    links = tuple(
        link if link.elsewhere or link.to in kept else _leading_out(link)
        for link in turn.links
    )
    return turn._replace(links=links, context=True)


def _leading_out(link: Link) -> Link:
    return link._replace(elsewhere=True, evidence=f"{link.evidence}; {NOT_SELECTED}")
