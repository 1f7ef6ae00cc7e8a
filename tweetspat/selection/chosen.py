"""The part of a spat that meets what is asked for."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import datetime
from typing import TypeAlias

from tweetspat.model import Account, Bounds, Retweet, Spat, Turn, Tweet, TweetId
from tweetspat.problems import NothingFound
from tweetspat.selection.asked import Selection, compiled, is_among
from tweetspat.selection.exchanged import exchanged
from tweetspat.selection.kinds import kinds_of, kinds_of_retweets, wanted
from tweetspat.selection.parts import select

__all__ = ["nothing", "selected"]

_Meets: TypeAlias = Callable[[Turn], bool]


def selected(
    spat: Spat, asked: Selection, within: Collection[TweetId] | None = None
) -> Spat | None:
    """Return the part of a spat that is asked for, with its context.

    Args:
        spat: a whole spat: sides, links and numbers are its own.
        asked: what is asked for.
        within: the ids among which it is looked for; None for all.

    Returns:
        The spat itself where nothing of it is left out; None where nothing is
        selected.

    Raises:
        UsageError: the regular expression is broken.

    Cost:
        O(n) in its tweets, beside what the regular expression takes.
    """
    meets = [*_tests(spat, asked)]
    there = [each for each in spat.turns if within is None or each.tweet.id in within]
    chosen = {t.tweet.id for t in there if all(meet(t) for meet in meets)}
    repeats = _retweets(there, spat, asked) if "retweet" in asked.only else {}
    if not (chosen or repeats):
        return None
    part = select(spat, chosen, repeats)
    if "retweet" in asked.only | asked.without:
        part = _with_retweets(part, repeats)
    return part if part is spat else part._replace(selected=asked.words)


def nothing(asked: Selection) -> NothingFound:
    """Return what is to be raised where nothing at all is selected."""
    told = f" by {asked.words}" if asked.words else ""
    advice = "ask for less at once"
    if asked.grep and "(?i" not in asked.grep:
        advice += "; --grep minds case, (?i) before the words does not"
    if asked.by and not asked.only:
        advice += "; native retweets are selected by --only retweet"
    return NothingFound(f"nothing here is selected{told}; {advice}")


def _tests(spat: Spat, asked: Selection) -> Iterator[_Meets]:
    """Yield what a turn has to meet, what costs least first."""
    if asked.by:
        by = _named(asked)
        yield lambda turn: is_among(turn.tweet.author, by)
    if asked.since or asked.until:
        yield lambda turn: _may_lie(turn.tweet.sent, turn.tweet.bounds, asked)
    if asked.between:
        between = exchanged(spat, *map(asked.keys, asked.between))
        yield lambda turn: turn.tweet.id in between
    kinds = asked.only | asked.without
    if kinds:
        yield lambda turn: wanted(kinds_of(turn, spat, kinds), asked)
    if asked.grep is not None:
        search = compiled(asked.grep).search
        yield lambda turn: any(map(search, _wordings(turn.tweet)))


def _named(asked: Selection) -> frozenset[str]:
    return frozenset().union(*map(asked.keys, asked.by))


def _may_lie(sent: datetime | None, bounds: Bounds | None, asked: Selection) -> bool:
    """Tell whether a tweet is not known to lie outside the time asked for."""
    since, until = asked.since, asked.until
    if sent:
        return not (since and sent < since) and not (until and sent >= until)
    first, end = bounds or (None, None)
    return not (since and end and end <= since) and not (
        until and first and first >= until
    )


def _wordings(tweet: Tweet) -> Iterator[str]:
    """Yield the words of a tweet, in all the ways that they are told."""
    for words in (tweet.text, tweet.paraphrase, *(copy.text for copy in tweet.copies)):
        if words is not None:
            yield words


def _retweets(
    there: Sequence[Turn], spat: Spat, asked: Selection
) -> dict[TweetId, tuple[Retweet, ...]]:
    """Return the native retweets that meet what is asked for, by what they repeat."""
    by, kinds = _named(asked), kinds_of_retweets(spat)
    search = compiled(asked.grep).search if asked.grep is not None else None
    found = {
        turn.tweet.id: tuple(
            each
            for each in turn.retweets
            if (not asked.by or is_among(_by(each), by))
            and _may_lie(each.sent, None, asked)
            and wanted(kinds(each), asked)
            and _is_between(each, turn, asked)
        )
        for turn in there
        if turn.retweets and (search is None or any(map(search, _wordings(turn.tweet))))
    }
    return {id_: those for id_, those in found.items() if those}


def _by(retweet: Retweet) -> Account | None:
    return Account(retweet.by) if retweet.by else None


def _is_between(retweet: Retweet, turn: Turn, asked: Selection) -> bool:
    """Tell whether one of the two accounts that are asked for repeats the other."""
    if not asked.between:
        return True
    one, other = map(asked.keys, asked.between)
    ends = _by(retweet), turn.tweet.author
    return any(
        is_among(ends[0], own) and is_among(ends[1], theirs)
        for own, theirs in ((one, other), (other, one))
    )


def _with_retweets(spat: Spat, repeats: Mapping[TweetId, tuple[Retweet, ...]]) -> Spat:
    """Return a spat or a part of it with those native retweets only."""
    turns = tuple(
        turn._replace(retweets=repeats.get(turn.tweet.id, ()))
        if turn.retweets
        else turn
        for turn in spat.turns
    )
    if turns == spat.turns:
        return spat
    whole = spat.whole
    if whole is None:
        whole = sum(not turn.tweet.ghost for turn in turns)
    return spat._replace(turns=turns, whole=whole)
