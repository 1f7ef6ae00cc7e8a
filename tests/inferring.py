"""What is inferred from some tweets."""

from collections.abc import Iterable, Mapping

from make import by_id, heap, turns

from tweetspat.accounts import who_is_who
from tweetspat.inference import Earlier, Inferred, Wanted, infer_links
from tweetspat.model import Basis, Link, Tweet, TweetId
from tweetspat.reconstruction import reconstruct


def asked(
    *tweets: Tweet,
    linked: Mapping[TweetId, tuple[Link, ...]] | None = None,
    earlier: Earlier | None = None,
    standing: Mapping[TweetId, TweetId] | None = None,
    without: Iterable[Basis] = (),
) -> Inferred:
    """Return all that is inferred, whatever its confidence."""
    accounts, wanted = who_is_who(tweets), Wanted(frozenset(without))
    known = by_id(*tweets)
    return infer_links(known, linked or {}, earlier, accounts, standing or {}, wanted)


def inferred(*tweets: Tweet, **more: object) -> dict[TweetId, Link]:
    """Return the likeliest link of each tweet, whatever its confidence."""
    return {child: those[0] for child, those in asked(*tweets, **more).links.items()}  # type: ignore[arg-type]


def shown(tweets: list[Tweet], **options: object) -> dict[TweetId, tuple[Link, ...]]:
    """Return the links of each tweet that the whole line shows."""
    found = turns(reconstruct(heap(tweets), **options))  # type: ignore[arg-type]
    return {id_: turn.links for id_, turn in found.items()}
