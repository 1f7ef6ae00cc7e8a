"""The versions of an edited tweet: one tweet, under the newest that has words."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from tweetspat.copies import STATED, gaps_filled
from tweetspat.model import Copy, Tweet, TweetId
from tweetspat.problems import Problem

__all__ = ["groups_of", "join_versions"]


def join_versions(
    tweets: dict[TweetId, Tweet], told: Iterable[tuple[TweetId, tuple[TweetId, ...]]]
) -> dict[TweetId, TweetId]:
    """Put the versions of edited tweets under the newest that is there, in place.

    Args:
        tweets: by id; earlier versions are taken out.
        told: the id of each record that names versions, and those.

    Returns:
        For each other version's id, there or not, the id that stands for it.

    Cost:
        O(n) in the ids told, but for sorting them.  In which order they come does not
        matter.
    """
    standing: dict[TweetId, TweetId] = {}
    in_one_order = sorted(set(told), key=lambda each: (len(each[0]), each))
    for ids in groups_of([_own(tweets, teller, ids) for teller, ids in in_one_order]):
        spoken = [id_ for id_ in ids if id_ in tweets and tweets[id_].text is not None]
        if not spoken:
            continue
        newest = spoken[-1]
        best = tweets[newest]
        earlier = [id_ for id_ in ids if id_ != newest and id_ in tweets]
        if all(_of_one_author(best, tweets[id_]) for id_ in earlier):
            gone = [tweets.pop(id_) for id_ in reversed(earlier)]
            tweets[newest] = _edited(best, gone, set(ids))
            standing.update({id_: newest for id_ in ids if id_ != newest})
    return standing


def _own(
    tweets: dict[TweetId, Tweet], teller: TweetId, told: tuple[TweetId, ...]
) -> tuple[TweetId, ...]:
    """Return which of the versions that a record names can be its own."""
    tweet = tweets[teller]
    own, strange = [teller], []
    for id_ in told:
        other = tweets.get(id_)
        if other is None or other.text is None or _of_one_author(tweet, other):
            own.append(id_)
        else:
            strange.append(id_)
    if strange:
        problem = _claimed(tweet, strange)
        if problem not in tweet.problems:
            tweets[teller] = tweet._replace(problems=(*tweet.problems, problem))
    return tuple(own)


def groups_of(groups: Iterable[tuple[TweetId, ...]]) -> Iterator[list[TweetId]]:
    """Join groups that share an id; each comes in the order of its ids."""
    above: dict[TweetId, TweetId] = {}

    def root(id_: TweetId) -> TweetId:
        while above.setdefault(id_, id_) != id_:
            above[id_] = id_ = above[above[id_]]
        return id_

    for first, *others in groups:
        for other in others:
            above[root(other)] = root(first)
    gathered: defaultdict[TweetId, list[TweetId]] = defaultdict(list)
    for id_ in sorted(above, key=lambda each: (len(each), each)):
        gathered[root(id_)].append(id_)
    yield from gathered.values()


def _of_one_author(one: Tweet, other: Tweet) -> bool:
    """Tell whether one account sent both: nobody edits another's tweet.

    Where an author is not known, both records have to name each other.
    """
    if one.author is None or other.author is None:
        if one.author_id or other.author_id:
            return one.author_id == other.author_id
        return other.text is None or one.id in other.versions
    if one.author.id and other.author.id:
        return one.author.id == other.author.id
    return one.author.key == other.author.key


def _claimed(tweet: Tweet, ids: list[TweetId]) -> Problem:
    message = (
        f"it is said to be a version of {', '.join(ids)}, which another account sent "
        "or may have sent; they stay apart, and the record may be forged"
    )
    return Problem("contradicting-versions", message, tweet.place)


def _edited(newest: Tweet, gone: list[Tweet], ids: set[TweetId]) -> Tweet:
    """Keep what earlier versions of an edited tweet say otherwise, or beside it."""
    copies, problems = list(newest.copies), list(newest.problems)
    for earlier in gone:
        if earlier.text not in (newest.text, None):
            author = earlier.author.handle if earlier.author else None
            copies.append(Copy(earlier.text, author, earlier.place))
            message = (
                f"it was edited; its earlier version {earlier.id} at {earlier.place} "
                "reads otherwise and is shown too"
            )
            problems.append(Problem("edited", message, newest.place))
        copies += earlier.copies
        problems += earlier.problems
    filled = gaps_filled(newest, gone)
    for field in STATED:
        if filled.get(field, getattr(newest, field)) in ids:
            filled[field] = None  # its own earlier version
    filled |= {"copies": tuple(copies), "problems": tuple(problems)}
    return newest._replace(**filled)  # type: ignore[arg-type]
