"""One tweet seen many times: which copy wins, and what differed.

Copies come from repeated lines, several files, and the tweets that quotes and
retweets carry inside them.  The result does not depend on their order.
"""

from collections import defaultdict
from collections.abc import Iterable
from operator import itemgetter

from tweetspat.model import Account, Copy, Notice, Owner, Tweet, TweetId
from tweetspat.problems import Place, Problem

__all__ = ["Merging", "merge"]

_SAID = itemgetter(
    *(
        number
        for number, field in enumerate(Tweet._fields)
        if field not in ("place", "state", "sources", "nested_in")
    )
)
"""What a record says, without where it stands."""

_FILLED_BY_OTHERS = (
    "author",
    "sent",
    "reply_to",
    "reply_handle",
    "quotes",
    "repeats",
    "answers",
    "zone",
    "bounds",
    "time_as_told",
    "paraphrase",
    "kept",
)


def merge(records: Iterable[Tweet]) -> tuple[dict[TweetId, Tweet], list[Problem]]:
    """Return one tweet for each id, and what a reader should know of the whole.

    The richest copy wins: a record of its own before one nested in another
    tweet, whole text before cut, more text before less, then the first place.
    What it lacks is filled from the others; a text or author that differs is
    kept in `copies`.

    Cost:
        O(n) time; memory for one tweet an id, plus the copies that differ.
    """
    merging = Merging()
    for tweet in records:
        merging.add(tweet)
    return merging.merged()


class Merging:
    """A merge that is fed one record after another, and forgets plain repeats."""

    def __init__(self) -> None:
        self._first: dict[TweetId, Tweet] = {}
        self._others: defaultdict[TweetId, list[Tweet]] = defaultdict(list)
        self._repeats: defaultdict[str, int] = defaultdict(int)

    def add(self, tweet: Tweet) -> None:
        """Take one record in."""
        first = self._first.setdefault(tweet.id, tweet)
        if first is tweet:
            return
        if not _says_the_same(first, tweet):
            self._others[tweet.id].append(tweet)
            return
        if _richest_first(tweet) < _richest_first(first):
            self._first[tweet.id], tweet = tweet, first
        if tweet.nested_in is None:
            self._repeats[tweet.place.file] += 1

    def account(self, account: Account) -> None:
        """Take in an account, for the tweets that name their author by its id."""

    def owner(self, owner: Owner) -> None:
        """Take in whose archive the files of a folder are."""

    def notice(self, notice: Notice) -> None:
        """Take in what a file says of a tweet without having it."""

    def merged(self) -> tuple[dict[TweetId, Tweet], list[Problem]]:
        """Return the tweets by id, and how many records repeated one."""
        for id_, others in self._others.items():
            copies = sorted([self._first[id_], *others], key=_richest_first)
            self._first[id_] = _one(copies)
            for copy in copies[1:]:
                if copy.nested_in is None:
                    self._repeats[copy.place.file] += 1
        return self._first, [
            Problem(
                "duplicate",
                f"{count} of its records repeat a tweet that stands elsewhere too "
                "(duplicates); each tweet is shown once",
                Place(file, 0),
            )
            for file, count in sorted(self._repeats.items())
        ]


def _says_the_same(one: Tweet, other: Tweet) -> bool:
    """Tell whether two records differ in nothing but where they stand."""
    return one.text == other.text and bool(_SAID(one) == _SAID(other))


def _richest_first(
    tweet: Tweet,
) -> tuple[bool, bool, bool, int, str, int, str, str]:
    file, line, path, _ = tweet.place
    text = tweet.text or ""
    nested, lost = tweet.nested_in is not None, tweet.text is None
    return nested, lost, tweet.cut, -len(text), file, line, path, text


def _one(copies: list[Tweet]) -> Tweet:
    best, *others = copies
    filled: dict[str, object] = {}
    for field in [each for each in _FILLED_BY_OTHERS if getattr(best, each) is None]:
        values = (getattr(other, field) for other in others)
        value = next((value for value in values if value is not None), None)
        if value is not None:
            filled[field] = value
    if "sent" in filled:
        filled["sent_basis"] = next(o.sent_basis for o in others if o.sent is not None)
    differing = [copy for copy in others if _differs(best, copy)]
    if differing:
        filled |= _told_of(best, differing)
    return best._replace(**filled) if filled else best  # type: ignore[arg-type]


def _told_of(best: Tweet, differing: list[Tweet]) -> dict[str, object]:
    told: dict[tuple[str | None, str | None], Copy] = {}
    for copy in differing:
        author = copy.author.handle if copy.author else None
        told.setdefault((copy.text, author), Copy(copy.text, author, copy.place))
    problems = tuple(
        Problem(
            "differing-copy",
            f"a copy at {copy.place} differs; both are shown, and which one is "
            "true is not known",
            best.place,
        )
        for copy in told.values()
    )
    return {
        "copies": best.copies + tuple(told.values()),
        "problems": best.problems + problems,
    }


def _differs(best: Tweet, copy: Tweet) -> bool:
    """Tell whether a copy says something else, not only less of the same."""
    one, other = best.author, copy.author
    if one != other and one and other and one.key != other.key:
        return True
    if best.text == copy.text or copy.text is None:
        return False
    if copy.cut or best.cut:
        words, whole = copy.text.rstrip("… ")[:100], best.text or ""
        return not whole.startswith(words.rsplit(" ", 1)[0])
    return True
