"""One tweet seen many times: which copy wins, and what differed.

Copies come from repeated lines, several files and shapes, the tweets that quotes
and retweets carry inside them, and the versions of an edited tweet.  What other
records tell of authors and of lost tweets is joined here too.  The result does
not depend on the order in which anything was read.
"""

import os.path
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import timedelta
from operator import itemgetter
from typing import NamedTuple

from tweetspat.model import Account, Copy, Media, Notice, Owner, State, Tweet, TweetId
from tweetspat.problems import Place, Problem

__all__ = ["Merged", "Merging", "merge"]

_SAID = itemgetter(
    *(
        number
        for number, field in enumerate(Tweet._fields)
        if field not in ("place", "state", "sources", "nested_in")
    )
)
"""What a record says, without where it stands."""

_FILLED_BY_OTHERS = (
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
    "urls",
    "media",
)

_STATED = {
    "reply_to": "it replies to",
    "quotes": "it quotes",
    "repeats": "it retweets",
    "answers": "it answers",
}
"""Where two copies can contradict each other in so many words."""

_WORST: tuple[State, ...] = (
    "deleted",
    "suspended",
    "withheld",
    "protected",
    "missing",
)
"""What became of a tweet, the last word first, where several files tell of it."""

_THERE = {"present", "recovered"}
_SHAPE_OF_ARCHIVES = "account-archive"
_SLACK = timedelta(seconds=60)
"""Stamps that are nearer differ by what a shape rounds away."""

_COMPARED = 100


class Merged(NamedTuple):
    """One tweet an id, and what a reader should know of the whole.

    Attributes:
        notices: what is said of tweets, by id, the last word only.
        versions: for each earlier version's id, the id that stands for it.
    """

    tweets: dict[TweetId, Tweet]
    problems: list[Problem]
    notices: Mapping[TweetId, Notice]
    versions: Mapping[TweetId, TweetId]


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
    merged = merging.merged()
    return merged.tweets, merged.problems


class Merging:
    """A merge that is fed one record after another, and forgets plain repeats."""

    def __init__(self) -> None:
        self._first: dict[TweetId, Tweet] = {}
        self._others: defaultdict[TweetId, list[Tweet]] = defaultdict(list)
        self._repeats: defaultdict[str, int] = defaultdict(int)
        self._accounts: dict[str, set[Account]] = {}
        self._owners: dict[str, set[Account]] = {}
        self._notices: dict[TweetId, Notice] = {}
        self._edited: list[tuple[TweetId, tuple[TweetId, ...]]] = []
        self._anonymous = False

    def add(self, tweet: Tweet) -> None:
        """Take one record in."""
        if tweet.versions:
            self._edited.append((tweet.id, tweet.versions))
        if tweet.author is None:
            self._anonymous = True
        first = self._first.setdefault(tweet.id, tweet)
        if first is tweet:
            return
        if not _says_the_same(first, tweet):
            self._others[tweet.id].append(tweet)
            return
        if _first_of(tweet, first) is tweet:
            self._first[tweet.id], tweet = tweet, first
        self._repeated(tweet)

    def _repeated(self, tweet: Tweet) -> None:
        """Count a record that repeats another; what a page includes does not."""
        if tweet.nested_in is None and ".includes." not in tweet.place.path:
            self._repeats[tweet.place.file] += 1

    def account(self, account: Account) -> None:
        """Take in an account, for the tweets that name their author by its id."""
        if account.id:
            self._accounts.setdefault(account.id, set()).add(account)

    def owner(self, owner: Owner) -> None:
        """Take in whose archive the files of a folder are."""
        folder = os.path.dirname(owner.place.file)
        self._owners.setdefault(folder, set()).add(owner.account)

    def notice(self, notice: Notice) -> None:
        """Take in what a file says of a tweet without having it."""
        known = self._notices.get(notice.id)
        if known is None or _last_word(notice) < _last_word(known):
            self._notices[notice.id] = notice

    def merged(self) -> Merged:
        """Return the tweets by id, what is said of them, and what was odd."""
        problems: list[Problem] = []
        if self._anonymous:
            problems += self._name_authors()
        for id_, others in self._others.items():
            copies = sorted([self._first[id_], *others], key=_in_order)
            self._first[id_] = _one(copies)
            for copy in copies[1:]:
                self._repeated(copy)
        versions = self._join_versions()
        for notice in list(self._notices.values()):
            if notice.id in versions:
                self.notice(notice._replace(id=versions[notice.id]))
        for id_ in self._notices.keys() & self._first.keys():
            self._first[id_] = _noticed(self._first[id_], self._notices[id_])
        problems += self._untold(versions)
        problems += [
            Problem(
                "duplicate",
                f"{count} of its records repeat a tweet that stands elsewhere too "
                "(duplicates); each tweet is shown once",
                Place(file, 0),
            )
            for file, count in sorted(self._repeats.items())
        ]
        return Merged(self._first, problems, self._notices, versions)

    def _name_authors(self) -> list[Problem]:
        """Fill authors that another record tells of; say whose stay unknown."""
        unowned: defaultdict[str, int] = defaultdict(int)
        for tweet in self._first.values():
            if tweet.author:
                self.account(tweet.author)
        renamed: dict[str, Problem] = {}

        def named(tweet: Tweet) -> Tweet:
            if tweet.author is not None:
                return tweet
            if tweet.author_id is not None:
                known = sorted(
                    self._accounts.get(tweet.author_id, ()),
                    key=lambda each: (each.handle, each.name or ""),
                )
                if not known:
                    return _nobody(tweet)
                if len({each.key for each in known}) > 1:
                    renamed[tweet.author_id] = _renamed(tweet.author_id, known)
                return tweet._replace(author=known[0])
            if tweet.place.shape == _SHAPE_OF_ARCHIVES and tweet.nested_in is None:
                owners = self._owners.get(os.path.dirname(tweet.place.file), set())
                if len({each.key for each in owners}) == 1:
                    best = max(
                        owners, key=lambda each: (each.id or "", each.name or "")
                    )
                    return tweet._replace(author=best)
                unowned[tweet.place.file] += 1
            return tweet

        for id_, tweet in self._first.items():
            self._first[id_] = named(tweet)
        for id_, others in self._others.items():
            self._others[id_] = [named(tweet) for tweet in others]
        return [
            *(renamed[id_] for id_ in sorted(renamed)),
            *(
                Problem(
                    "unknown-author",
                    "its tweets do not tell whose they are; read them together with "
                    "account.js from the same folder of the archive",
                    Place(file, 0),
                )
                for file in sorted(unowned)
            ),
        ]

    def _untold(self, versions: Mapping[TweetId, TweetId]) -> Iterator[Problem]:
        """Yield how many tweets each file tells of that nothing else names."""
        if not self._notices:
            return
        named = {
            id_ for tweet in self._first.values() for id_ in _names(tweet)
        } | versions.keys()
        counts = Counter(
            (notice.place.file, notice.state)
            for notice in self._notices.values()
            if notice.id not in named
        )
        for (file, state), count in sorted(counts.items()):
            message = (
                f"it tells of tweets that are {state}: {count}, which are not in the "
                "data, nor does any tweet there name them"
            )
            yield Problem("notices", message, Place(file, 0))

    def _join_versions(self) -> dict[TweetId, TweetId]:
        """Put the versions of an edited tweet under the newest that is there."""
        standing: dict[TweetId, TweetId] = {}
        for ids in _joined([self._own(*told) for told in self._edited]):
            spoken = [
                id_
                for id_ in ids
                if id_ in self._first and self._first[id_].text is not None
            ]
            if not spoken:
                continue
            newest = spoken[-1]
            best = self._first[newest]
            earlier = [id_ for id_ in ids if id_ != newest and id_ in self._first]
            if all(_of_one_author(best, self._first[id_]) for id_ in earlier):
                gone = [self._first.pop(id_) for id_ in reversed(earlier)]
                self._first[newest] = _edited(best, gone, set(ids))
                standing.update({id_: newest for id_ in ids if id_ != newest})
        return standing

    def _own(self, teller: TweetId, told: tuple[TweetId, ...]) -> tuple[TweetId, ...]:
        """Return which of the versions that a record names can be its own."""
        tweet = self._first[teller]
        own, strange = [teller], []
        for id_ in told:
            other = self._first.get(id_)
            if other is None or other.text is None or _of_one_author(tweet, other):
                own.append(id_)
            else:
                strange.append(id_)
        if strange:
            problem = _claimed(tweet, strange)
            if problem not in tweet.problems:
                problems = (*tweet.problems, problem)
                self._first[teller] = tweet._replace(problems=problems)
        return tuple(own)


def _names(tweet: Tweet) -> Iterator[TweetId | None]:
    """Yield every id that a record speaks of."""
    yield from (tweet.id, tweet.reply_to, tweet.quotes, tweet.repeats, tweet.answers)
    for link in tweet.kept.links if tweet.kept else ():
        yield link.to


def _joined(groups: list[tuple[TweetId, ...]]) -> Iterator[list[TweetId]]:
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
    filled = _filled(newest, gone)
    for field in _STATED:
        if filled.get(field, getattr(newest, field)) in ids:
            filled[field] = None  # its own earlier version
    filled |= {"copies": tuple(copies), "problems": tuple(problems)}
    return newest._replace(**filled)  # type: ignore[arg-type]


def _last_word(notice: Notice) -> tuple[int, str, int, str]:
    rank = _WORST.index(notice.state) if notice.state in _WORST else len(_WORST)
    return rank, notice.place.file, notice.place.line, notice.place.path


def _noticed(tweet: Tweet, notice: Notice) -> Tweet:
    """Say of a tweet that is there what became of it on the platform."""
    if notice.state == "missing" or tweet.state not in ("present", "recovered"):
        return tweet
    source = f"{notice.reason} ({notice.place})"
    return tweet._replace(state=notice.state, sources=(*tweet.sources, source))


def _nobody(tweet: Tweet) -> Tweet:
    message = (
        f"its author is account {tweet.author_id}, whose handle is not in the data"
    )
    problem = Problem("unknown-author", message, tweet.place)
    return tweet._replace(problems=(*tweet.problems, problem))


def _renamed(id_: str, known: list[Account]) -> Problem:
    handles = ", ".join(f"@{handle}" for handle in sorted({a.handle for a in known}))
    message = (
        f"account {id_} stands under several handles in the data ({handles}): it was "
        "renamed; the first is shown"
    )
    return Problem("renamed-account", message)


def _says_the_same(one: Tweet, other: Tweet) -> bool:
    """Tell whether two records differ in nothing but where they stand."""
    if one.text != other.text or _SAID(one) != _SAID(other):
        return False
    if one.state != other.state and {one.state, other.state} != _THERE:
        return False
    return one.author is not None or (
        os.path.dirname(one.place.file) == os.path.dirname(other.place.file)
    )


def _first_of(one: Tweet, other: Tweet) -> Tweet:
    """Return the richer of two records that say the same."""
    mine, its = _richest_first(one), _richest_first(other)
    if mine == its:
        mine, its = (*mine, repr(one)), (*its, repr(other))  # type: ignore[assignment]
    return one if mine < its else other


def _in_order(tweet: Tweet) -> tuple[object, str]:
    """Sort copies, the richest first, in one order whatever order they came in."""
    return _richest_first(tweet), repr(tweet)


def _richest_first(
    tweet: Tweet,
) -> tuple[bool, bool, bool, int, str, int, str, str]:
    file, line, path, _ = tweet.place
    text = tweet.text or ""
    nested, lost = tweet.nested_in is not None, tweet.text is None
    return nested, lost, tweet.cut, -len(text), file, line, path, text


def _one(copies: list[Tweet]) -> Tweet:
    best, *others = copies
    filled = _filled(best, others)
    fate = min(copies, key=_fate)
    if _fate(fate) < _fate(best) and best.state in _THERE:
        filled["state"] = fate.state
        filled["sources"] = tuple(dict.fromkeys((*best.sources, *fate.sources)))
    media = _media(best, others)
    if media != best.media and "media" not in filled:
        filled["media"] = media
    author = _author(copies)
    if author != best.author:
        filled["author"] = author
    differing = [copy for copy in others if _differs(best, copy)]
    problems = [*_contradictions(best, others)]
    if differing:
        told = _told_of(best, differing)
        problems = [*(problem for _, problem in told), *problems]
        filled["copies"] = best.copies + tuple(copy for copy, _ in told)
    if problems:
        filled["problems"] = best.problems + tuple(problems)
    return best._replace(**filled) if filled else best  # type: ignore[arg-type]


def _fate(tweet: Tweet) -> int:
    """Rank what became of a tweet; that nobody has it says nothing here."""
    told = _WORST[:-1]
    return told.index(tweet.state) if tweet.state in told else len(told)


def _filled(best: Tweet, others: list[Tweet]) -> dict[str, object]:
    """Return the fields that a record lacks, as the others have them."""
    filled: dict[str, object] = {}
    for field in [each for each in _FILLED_BY_OTHERS if not getattr(best, each)]:
        values = (getattr(other, field) for other in others)
        value = next((value for value in values if value), None)
        if value is not None:
            filled[field] = value
    if "sent" in filled:
        filled["sent_basis"] = next(o.sent_basis for o in others if o.sent is not None)
    if "reply_to" in filled and "reply_handle" not in filled:
        filled["reply_handle"] = next(o.reply_handle for o in others if o.reply_to)
    return filled


def _media(best: Tweet, others: list[Tweet]) -> tuple[Media, ...]:
    """Gather the media of a tweet that a tool wrote once for each of them."""
    found = dict.fromkeys(best.media)
    for other in others:
        beside = (other.place.file, other.place.shape, other.nested_in, other.text)
        if beside == (best.place.file, best.place.shape, best.nested_in, best.text):
            found.update(dict.fromkeys(other.media))
    return tuple(found)


def _author(copies: list[Tweet]) -> Account | None:
    """Return the author as the best copy has it, its gaps filled from the others."""
    known = [copy.author for copy in copies if copy.author]
    if not known:
        return None
    best = known[0]
    same = [each for each in known if each.key == best.key]
    return best._replace(
        name=next((each.name for each in same if each.name), best.name),
        id=next((each.id for each in same if each.id), best.id),
    )


def _told_of(best: Tweet, differing: list[Tweet]) -> list[tuple[Copy, Problem]]:
    told: dict[tuple[str | None, str | None], tuple[Copy, Problem]] = {}
    for copy in differing:
        author = copy.author.handle if copy.author else None
        message = (
            f"a copy at {copy.place} differs; both are shown, and which one is "
            "true is not known"
        )
        problem = Problem("differing-copy", message, best.place)
        told.setdefault(
            (copy.text, author), (Copy(copy.text, author, copy.place), problem)
        )
    return list(told.values())


def _contradictions(best: Tweet, others: list[Tweet]) -> Iterator[Problem]:
    """Yield where another copy says something else of its time and its links."""
    seen: set[object] = set()
    for other in others:
        for field, verb in _STATED.items():
            one, two = getattr(best, field), getattr(other, field)
            if one and two and one != two and (field, two) not in seen:
                seen.add((field, two))
                message = (
                    f"it says that {verb} {one}, and its copy at {other.place} that "
                    f"{verb} {two}; the first is used"
                )
                yield Problem("differing-copy", message, best.place)
        if best.sent and other.sent and abs(best.sent - other.sent) > _SLACK:
            if other.sent in seen:
                continue
            seen.add(other.sent)
            message = (
                f"it is stamped {best.sent:%Y-%m-%d %H:%M:%S} UTC, and its copy at "
                f"{other.place} {other.sent:%Y-%m-%d %H:%M:%S} UTC; the first is used"
            )
            yield Problem("differing-copy", message, best.place)


def _differs(best: Tweet, copy: Tweet) -> bool:
    """Tell whether a copy says something else, not only less of the same."""
    one, other = best.author, copy.author
    if one and other and one.key != other.key and not (one.id and one.id == other.id):
        return True
    if best.text == copy.text or copy.text is None:
        return False
    if copy.cut or best.cut:
        words, whole = _plain(copy.text)[:_COMPARED], _plain(best.text or "")
        return not whole.startswith(words.rsplit(" ", 1)[0])
    return True


def _plain(text: str) -> str:
    """Drop what tools cut or rewrite: links, the end, the handles that lead."""
    words = [word for word in text.rstrip("… ").split() if "://" not in word]
    while words and words[0].startswith("@"):
        del words[0]
    return " ".join(words)
