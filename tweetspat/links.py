"""Which tweet hangs under which, as metadata and case files state it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from operator import attrgetter, itemgetter
from types import MappingProxyType
from typing import NamedTuple, TypeVar

from tweetspat.model import (
    OTHER_PLATFORMS,
    Account,
    Basis,
    Link,
    Notice,
    Relation,
    Tweet,
    TweetId,
)
from tweetspat.problems import Problem
from tweetspat.stamps import id_instant, whole_second

__all__ = [
    "beside_kept",
    "fold_retweets",
    "ghosts",
    "loops",
    "primary",
    "stated_links",
]

To = TypeVar("To")

_WORDS: dict[Relation, str] = {
    "answers": "answers",
    "replied_to": "in_reply_to_status_id_str",
    "quoted": "quoted_status_id_str",
}


_FIRST: tuple[Relation, ...] = ("replied_to", "quoted", "answers")
"""In which order a tweet tells what it states."""

_STATED: dict[Relation, tuple[object, ...]] = {
    relation: (relation, "metadata", True, 1.0, 1.0, evidence, (), (), False)
    for relation, evidence in _WORDS.items()
}
"""What is told of a link that metadata states, but for where it leads."""

_new: Callable[[type[Link], tuple[object, ...]], Link] = tuple.__new__
"""Makes a Link from all its fields in their order, in half the time of a call."""

_NOBODY: Mapping[TweetId, TweetId] = MappingProxyType({})
_NOTHING: Mapping[TweetId, Notice] = MappingProxyType({})
_UNNAMED: Mapping[TweetId, str] = MappingProxyType({})


def fold_retweets(
    tweets: Mapping[TweetId, Tweet], versions: Mapping[TweetId, TweetId] = _NOBODY
) -> tuple[dict[TweetId, Tweet], dict[TweetId, list[Tweet]], dict[TweetId, TweetId]]:
    """Take the native retweets out: they are not turns of a conversation.

    Args:
        tweets: by id.
        versions: for each earlier version of an edited tweet what stands for it.

    Returns:
        The tweets that are turns; the retweets of each, in sending order; and
        for each retweet's id the tweet that it repeats.

    A retweet that names itself or is named in a ring stays a turn.
    """
    turns = {id_: tweet for id_, tweet in tweets.items() if not tweet.repeats}
    originals: dict[TweetId, TweetId] = {}
    folded: dict[TweetId, list[Tweet]] = {}
    for tweet in tweets.values() if len(turns) < len(tweets) else ():
        if not tweet.repeats:
            continue
        original = _original(tweet, tweets, versions)
        if original is None:
            turns[tweet.id] = _ring_of(tweet)
        else:
            originals[tweet.id] = original
            folded.setdefault(original, []).append(tweet)
    for repeats in folded.values():
        if len(repeats) > 1:
            repeats.sort(key=attrgetter("rank"))
    return turns, folded, originals


def _ring_of(tweet: Tweet) -> Tweet:
    message = "it repeats itself, or one that repeats it (a cycle); shown as a tweet"
    return tweet._replace(
        problems=(*tweet.problems, Problem("loop", message, tweet.place))
    )


def _original(
    tweet: Tweet, tweets: Mapping[TweetId, Tweet], versions: Mapping[TweetId, TweetId]
) -> TweetId | None:
    """Follow a retweet of a retweet to what was first said."""
    seen = {tweet.id}
    original = tweet.repeats
    while original is not None:
        original = versions.get(original, original)
        if original not in tweets:
            break
        if original in seen:
            return None
        seen.add(original)
        if tweets[original].repeats is None:
            break
        original = tweets[original].repeats
    return original


def stated_links(
    tweets: Mapping[TweetId, Tweet],
    originals: Mapping[TweetId, TweetId],
    versions: Mapping[TweetId, TweetId] = _NOBODY,
) -> dict[TweetId, tuple[Link, ...]]:
    """Return the links that the data states, the primary parent first.

    Args:
        tweets: the turns, retweets folded away.
        originals: what each retweet repeats: a reply to a retweet's id is a
            reply to the original, and the evidence says so.
        versions: for each earlier version of an edited tweet what stands for it.

    Returns:
        Links by child id, only for tweets that have any; a reply comes before
        a quote.  What is pointed at may be missing, later, or the tweet itself.
        Links that an earlier output holds stay, with what other copies state.
    """
    found: dict[TweetId, tuple[Link, ...]] = {}
    standing = _Standing(originals, versions)
    for tweet in tweets.values():
        to = tweet.reply_to
        if (
            to
            and not (tweet.quotes or tweet.kept or tweet.answers)
            and to not in originals
            and to not in versions
            and tweet.sent_basis == "created_at"
        ):  # nearly every tweet that has a parent; no case file says so
            found[tweet.id] = (_new(Link, (to, *_STATED["replied_to"])),)
        elif tweet.kept:
            links = _kept(tweet, tweet.kept.links, standing)
            if links:
                found[tweet.id] = links
        elif tweet.reply_to or tweet.quotes or tweet.answers:
            found[tweet.id] = _of(tweet, standing)
    return found


class _Standing(NamedTuple):
    """Which tweet stands for an id that is a retweet's or an earlier version's."""

    originals: Mapping[TweetId, TweetId]
    versions: Mapping[TweetId, TweetId]

    def of(self, id_: TweetId) -> TweetId:
        """Return what stands for an id."""
        whole = self.versions.get(id_, id_)
        return self.originals.get(whole, whole)


def _kept(tweet: Tweet, links: Sequence[Link], standing: _Standing) -> tuple[Link, ...]:
    """Return the links of an earlier output, with what other copies state."""
    kept = [
        link if link.to == to else link._replace(to=to)
        for link in links
        for to in (standing.of(link.to),)
    ]
    said = _of(tweet, standing)
    all_ = beside_kept(
        [(link, link.to) for link in kept], [(link.relation, link.to) for link in said]
    )
    stated = {(link.relation, link.to): link for link in said}
    return tuple(kept[at] if at is not None else stated[told] for at, told in all_)


def beside_kept(
    kept: Sequence[tuple[Link, To]], said: Collection[tuple[Relation, To]]
) -> list[tuple[int | None, tuple[Relation, To]]]:
    """Join the links of an earlier output with what all copies of a tweet state.

    What is stated is never lost: where another copy of the tweet states a parent
    that the output does not know of, it counts.  Then it stands in the place of
    another one that the output states in the same relation, which is told of as a
    contradiction, and, as with any tweet that states a parent, nothing stays
    inferred but what a status URL quotes besides.

    Args:
        kept: the links of the output, each with what stands for its other end.
        said: what the copies state together, and what stands for that.

    Returns:
        In their order relation and other end of each link, with its number in
        `kept` where it was there.
    """
    there = [(link.relation, to) for link, to in kept]
    known = {told for told, (link, _) in zip(there, kept, strict=True) if link.stated}
    new = [each for each in said if each not in known]
    if not new:
        return [*enumerate(there)]
    relations, ends = {relation for relation, _ in new}, {to for _, to in new}

    def stays(link: Link, to: To) -> bool:
        if link.stated:
            return link.relation not in relations
        return link.basis == "status_url" and to not in ends

    stated: list[tuple[int | None, tuple[Relation, To]]] = [
        (None, told) for told in new
    ]
    inferred: list[tuple[int | None, tuple[Relation, To]]] = []
    for at, (link, to) in enumerate(kept):
        if stays(link, to):
            (stated if link.stated else inferred).append((at, (link.relation, to)))
    stated.sort(key=lambda each: _order(each[1][0]))
    return stated + inferred


def _order(relation: Relation) -> int:
    return _FIRST.index(relation) if relation in _FIRST else len(_FIRST)


def _of(tweet: Tweet, standing: _Standing) -> tuple[Link, ...]:
    found: tuple[Link, ...] = ()
    if tweet.reply_to:
        found = (_stated(tweet, tweet.reply_to, "replied_to", standing),)
    if tweet.quotes:
        found += (_stated(tweet, tweet.quotes, "quoted", standing),)
    if tweet.answers:
        found += (_stated(tweet, tweet.answers, "answers", standing),)
    return found


def _stated(
    tweet: Tweet,
    named: TweetId,
    relation: Relation,
    standing: _Standing,
) -> Link:
    whole = standing.versions.get(named, named)
    to = standing.of(named)
    if to == whole == named and tweet.place.shape != "case":
        return _new(Link, (to, *_STATED[relation]))
    basis: Basis = "metadata"
    evidence, names = _WORDS[relation], " names"
    if tweet.place.shape == "case":
        told = f" ({', '.join(tweet.sources)})" if tweet.sources else ""
        basis = "source_claim"
        evidence, names = f"stated by the case file{told}", ", which names"
    if whole != named:
        evidence += f"{names} {named}, another version of {whole}"
    if to != whole:
        evidence += f"{names} {whole}, a retweet of {to}"
    return Link(to, relation, basis, True, 1.0, 1.0, evidence)  # noqa: FBT003


def ghosts(
    tweets: Mapping[TweetId, Tweet],
    links: Mapping[TweetId, tuple[Link, ...]],
    folded: Mapping[TweetId, list[Tweet]],
    notices: Mapping[TweetId, Notice] = _NOTHING,
    handles: Mapping[TweetId, str] = _UNNAMED,
) -> dict[TweetId, Tweet]:
    """Return a stand-in for every tweet that is named and not in the data.

    Its time comes from its id, its place is the first that names it, its
    author is told where a reply, or what links to it (`handles`), names them, and
    what became of it where a file says so.
    """
    named: dict[TweetId, list[Tweet]] = {
        original: list(repeats)
        for original, repeats in folded.items()
        if original not in tweets
    }
    for child, those in links.items():
        for link in those:
            to = link.to
            if to not in tweets and not link.elsewhere:
                named.setdefault(to, []).append(tweets[child])
    return {
        id_: _ghost(id_, by, notices.get(id_), handles.get(id_))
        for id_, by in named.items()
    }


def _ghost(
    id_: TweetId, named_by: list[Tweet], notice: Notice | None, handle: str | None
) -> Tweet:
    place = named_by[0].place
    if len(named_by) > 1:
        place = min((tweet.place for tweet in named_by), key=itemgetter(0, 1, 2))
    inside = None if place.shape in OTHER_PLATFORMS else id_instant(id_)
    told = [
        tweet.reply_handle
        for tweet in named_by
        if tweet.reply_to == id_ and tweet.reply_handle
    ]
    named = min(told, default=handle)
    return Tweet(
        id=id_,
        author=Account(named) if named else None,
        text=None,
        sent=whole_second(inside) if inside else None,
        sent_basis="id" if inside else None,
        place=place,
        state=notice.state if notice else "missing",
        sources=(f"{notice.reason} ({notice.place})",) if notice else (),
    )


def primary(those: tuple[Link, ...]) -> Link | None:
    """Return the link that places a tweet in its conversation's tree."""
    return next((link for link in those if not link.elsewhere), None)


def loops(links: Mapping[TweetId, tuple[Link, ...]]) -> dict[TweetId, Problem]:
    """Tell of replies that lead back to themselves, for each tweet in a ring.

    Cost:
        O(n): each link is followed once.
    """
    for child, those in links.items():
        parent = those[0].to
        if child <= parent if len(child) == len(parent) else len(child) < len(parent):
            break
    else:  # ids grow along every link, as they do unless data is forged
        return {}
    parents = {child: those[0].to for child, those in links.items()}
    done: set[TweetId] = set()
    found: dict[TweetId, Problem] = {}
    for start in parents:
        path: list[TweetId] = []
        at: TweetId | None = start
        while at is not None and at not in done:
            done.add(at)
            path.append(at)
            at = parents.get(at)
        if at in path:
            ring = path[path.index(at) :]
            problem = _ring(ring)
            found.update(dict.fromkeys(ring, problem))
    return found


def _ring(ring: list[TweetId]) -> Problem:
    if len(ring) == 1:
        return Problem("loop", "it says that it answers itself")
    first = min(ring, key=lambda id_: (len(id_), id_))
    message = f"its answers lead back to itself: a cycle of {len(ring)} with {first}"
    return Problem("loop", message)
