"""What one input after another gives: records into a sink, the rest kept here."""

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple, Protocol

from tweetspat.model import Account, Case, Input, Notice, Owner, Tweet, TweetId
from tweetspat.problems import NothingReadable, Place, Problem
from tweetspat.readers import api_v1, own_json
from tweetspat.readers.files import Opened
from tweetspat.readers.recognition import Found, shapes

__all__ = ["SKIPPING", "Gathered", "Sink", "Taken", "Tally", "take"]

_ALWAYS_TOLD = frozenset((api_v1.SHAPE, own_json.SHAPE, "case"))
"""Shapes that tell all there is; asking them loads no other reader."""

_NAMED = 3

_OF_TIME = frozenset(
    (
        "bad-bounds",
        "bad-stamp",
        "contradicting-stamp",
        "fold-hour",
        "gap-hour",
        "leap-second",
        "wrong-weekday",
    )
)
"""Problems of stamps, which are told of every copy of a tweet."""

SKIPPING = frozenset(
    (
        "bad-json",
        "bad-row",
        "broken",
        "cut-off",
        "missing-field",
        "too-deep",
        "unknown-shape",
    )
)
"""Problems for which a record was passed over."""


class Sink(Protocol):
    """Where goes what is read: a merge, or a scan."""

    def add(self, tweet: Tweet, /) -> None:
        """Take one record in."""

    def account(self, account: Account, /) -> None:
        """Take in an account, for the tweets that name their author by its id."""

    def owner(self, owner: Owner, /) -> None:
        """Take in whose archive the files of a folder are."""

    def notice(self, notice: Notice, /) -> None:
        """Take in what a file says of a tweet without having it."""


class Taken(NamedTuple):
    """What an input gave beside its records.

    Attributes:
        input: None where nothing in it is a tweet, nor tells of one.
        problems: what was odd in it.
        unread: why it could not be read at all, else None.
        passed: its name where it was met in a folder and holds no tweets.
        skipped: how many records were passed over.
        stamps: what is odd about the stamp of a record that may lose to a copy.
    """

    input: Input | None
    problems: tuple[Problem, ...] = ()
    unread: Problem | None = None
    passed: str | None = None
    skipped: int = 0
    cases: tuple[Case, ...] = ()
    stamps: tuple[tuple[TweetId, Problem], ...] = ()


class Tally:
    """What has been found in one input so far, without its records."""

    def __init__(self) -> None:
        self.problems: list[Problem] = []
        self.shapes: dict[str, None] = {}
        self.tweets = 0
        self.cases: list[Case] = []
        self.stamps: list[tuple[TweetId, Problem]] = []
        self.told = 0

    def take(self, found: Iterable[Found], sink: Sink) -> None:
        """Hand records to the sink, and note the rest."""
        shapes = self.shapes
        for each in found:
            if isinstance(each, Tweet):
                sink.add(each)
                if each.problems and not each.kept:
                    self.stamps += (
                        (each.id, odd) for odd in each.problems if odd.code in _OF_TIME
                    )
                if each.nested_in is None:
                    self.tweets += 1
                    shape = own_json.SHAPE if each.kept else each.place.shape
                    if shape not in shapes:
                        shapes[shape or ""] = None
            elif isinstance(each, Problem):
                self.problems.append(each)
            else:
                self._note(each, sink)
                self.told += 1

    def _note(self, found: Case | Account | Owner | Notice, sink: Sink) -> None:
        """Keep what is told of spats, accounts and tweets that are not there."""
        match found:
            case Case():
                self.cases.append(found)
            case Account():
                sink.account(found)
            case Owner():
                sink.owner(found)
                self.shapes.setdefault(found.place.shape or "")
            case Notice():
                sink.notice(found)
                self.shapes.setdefault(found.place.shape or "")

    def damaged(self, name: str, error: Exception) -> None:
        """Note that the stream broke off."""
        message = f"it cannot be read to its end: {error}"
        self.problems.append(Problem("unreadable", message, Place(name, 0)))

    def join(self, later: "Tally") -> None:
        """Take over what was found further down in the same input."""
        self.problems += later.problems
        self.shapes |= later.shapes
        self.tweets += later.tweets
        self.cases += later.cases
        self.stamps += later.stamps
        self.told += later.told

    def taken(self, name: str, digest: str | None, *, found: bool) -> Taken:
        """Return what the input gave; when nothing in it is a tweet, say why.

        Args:
            name: as the user gave it.
            digest: its SHA-256, where it is wanted.
            found: whether it was met in a folder or an archive.
        """
        codes = {problem.code for problem in self.problems}
        nothing = not self.tweets and not self.told
        if nothing and found and codes <= {"unknown-shape"}:
            return Taken(None, passed=name)
        skipped = sum(problem.code in SKIPPING for problem in self.problems)
        if nothing and self.problems:
            return Taken(None, unread=_reason(self.problems), skipped=skipped)
        problems = [*self.problems]
        if self.tweets:
            problems += _lacking(self.shapes, name)
        shape = ", ".join(self.shapes) or None
        broken = not codes.isdisjoint(("broken", "unreadable"))
        return Taken(
            Input(name, digest, shape, self.tweets, len(problems), broken),
            tuple(problems),
            skipped=skipped,
            cases=tuple(self.cases),
            stamps=tuple(self.stamps),
        )


def take(source: Opened, found: Iterator[Found], sink: Sink) -> Taken:
    """Read one input to its end.

    Args:
        source: the input, as far as `found` has not read it.
        found: what it holds, in its order; may raise OSError and EOFError.
        sink: where its records go.
    """
    tally = Tally()
    try:
        tally.take(found, sink)
        source.stream.read(1)  # a damaged stream ends once, then says so
    except (OSError, EOFError) as error:
        tally.damaged(source.name, error)
    return tally.taken(source.name, source.sha256(), found=source.found)


class Gathered:
    """What all inputs gave beside their records."""

    def __init__(self) -> None:
        self.inputs: list[Input] = []
        self.problems: list[Problem] = []
        self.unread: list[Problem] = []
        self.cases: list[Case] = []
        self.skipped = 0
        self._passed: list[str] = []
        self._stamps: list[tuple[TweetId, Problem]] = []

    def add(self, taken: Taken) -> None:
        """Take in what one input gave."""
        self.skipped += taken.skipped
        if taken.passed is not None:
            self._passed.append(taken.passed)
        elif taken.unread is not None:
            self.unread.append(taken.unread)
        if taken.input is not None:
            self.inputs.append(taken.input)
            self.problems += taken.problems
            self.cases += taken.cases
            self._stamps += taken.stamps

    def refuse_nothing(self) -> None:
        """Say so where not one input could be read.

        Raises:
            NothingReadable: there was nothing in them.
        """
        if self.inputs:
            return
        if self.unread:
            count = len(self.unread) - 1
            more = f" (and {count} more inputs)" if count else ""
            raise NothingReadable(f"{self.unread[0]}{more}")
        for each in self.passed_over():
            raise NothingReadable(each.message)

    def stamped(self) -> set[TweetId]:
        """Return the ids of tweets with a record whose stamp is odd."""
        return {id_ for id_, _ in self._stamps}

    def of_copies(self, tweets: Mapping[TweetId, Tweet]) -> Iterator[Problem]:
        """Yield what is odd about the stamps of copies that others were better than.

        Args:
            tweets: by id, merged; at least those that `stamped` names.
        """
        for id_, problem in self._stamps:
            tweet = tweets.get(id_)
            if tweet is None or problem not in tweet.problems:
                yield problem

    def passed_over(self) -> Iterator[Problem]:
        """Tell of the files in folders and archives that hold no tweets."""
        if self._passed:
            names = ", ".join(self._passed[:_NAMED])
            more = ", ..." if len(self._passed) > _NAMED else ""
            message = (
                f"{len(self._passed)} files were passed over, because they hold no "
                f"tweets ({names}{more})"
            )
            yield Problem("passed-over", message)


def _lacking(names: Iterable[str], file: str) -> Iterator[Problem]:
    """Yield once for each shape in a file what it cannot tell."""
    if not _ALWAYS_TOLD.issuperset(names):
        for each in shapes():
            if each.SHAPE in names and each.LACKS:
                message = f"{each.SHAPE} records do not tell {each.LACKS}"
                yield Problem("shape-lacks", message, Place(file, 0))


def _reason(problems: list[Problem]) -> Problem:
    """Return what kept an input from being read: bytes that are odd did not."""
    return next((each for each in problems if each.code != "bad-encoding"), problems[0])
