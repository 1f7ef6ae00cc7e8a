"""Readers: bytes -> Tweet | Case | Problem, one file an input shape.

Every record is recognised by its own keys, whatever the file is called and
whatever stands beside it.
"""

from collections.abc import Iterable, Iterator, Mapping
from datetime import tzinfo

from tweetspat.merge import Merging
from tweetspat.model import (
    Account,
    Case,
    Heap,
    Input,
    Notice,
    Owner,
    Tweet,
    TweetId,
)
from tweetspat.problems import NothingReadable, Place, Problem
from tweetspat.readers import api_v1, own_json
from tweetspat.readers.files import Opened, opened
from tweetspat.readers.reading import TYPED_FROM, read
from tweetspat.readers.recognition import READERS, Found, Reader, reader, shapes

__all__ = [
    "READERS",
    "SKIPPING",
    "TYPED_FROM",
    "Found",
    "Reader",
    "load",
    "reader",
    "shapes",
]

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


def load(
    paths: Iterable[str],
    *,
    naive: tzinfo | None = None,
    hashed: bool = False,
) -> Heap:
    """Read inputs into one heap, one tweet a status id.

    Args:
        paths: files, folders, or "-" for standard input.
        naive: the zone of stamps that have none; None refuses such stamps.
        hashed: also take the SHA-256 of every input.

    Returns:
        The heap; what could not be read stands in its `problems` and `unread`.

    Raises:
        NothingReadable: not one input could be read.

    Cost:
        O(bytes); inputs beyond 2 MB of one object a line are streamed.
    """
    gathered = _Gathered()
    for source in opened(list(paths), hashed=hashed):
        if isinstance(source, Problem):
            gathered.unread.append(source)
        else:
            gathered.take(source, naive)
    if gathered.unread and not gathered.inputs:
        raise NothingReadable(_advice(gathered.unread))
    passed = [*gathered.passed_over()]
    if passed and not gathered.inputs:
        raise NothingReadable(passed[0].message)
    merged = gathered.merging.merged()
    told = (
        *gathered.problems,
        *gathered.of_copies(merged.tweets),
        *passed,
        *merged.problems,
    )
    return Heap(
        inputs=tuple(gathered.inputs),
        tweets=merged.tweets,
        cases=tuple(gathered.cases),
        problems=tuple(dict.fromkeys(told)),
        unread=tuple(gathered.unread),
        skipped=gathered.skipped,
        notices=merged.notices,
        versions=merged.versions,
    )


def _advice(unread: list[Problem]) -> str:
    more = f" (and {len(unread) - 1} more inputs)" if len(unread) > 1 else ""
    return f"{unread[0]}{more}"


class _Gathered:
    """What has been read so far."""

    def __init__(self) -> None:
        self.inputs: list[Input] = []
        self.merging = Merging()
        self.cases: list[Case] = []
        self.problems: list[Problem] = []
        self.unread: list[Problem] = []
        self.passed: list[str] = []
        self._of_stamps: list[tuple[TweetId, Problem]] = []
        self.skipped = 0

    def take(self, source: Opened, naive: tzinfo | None) -> None:
        """Read one input; when nothing in it is a tweet, say why."""
        problems: list[Problem] = []
        known: dict[str, None] = {}
        count = told = 0
        broken = False
        try:
            for found in read(source, naive):
                if isinstance(found, Tweet):
                    self.merging.add(found)
                    if found.problems and not found.kept:
                        self._note_stamp(found)
                    if found.nested_in is None:
                        count += 1
                        shape = own_json.SHAPE if found.kept else found.place.shape
                        if shape not in known:
                            known[shape or ""] = None
                elif isinstance(found, Problem):
                    problems.append(found)
                    broken = broken or found.code == "broken"
                else:
                    self._note(found, known)
                    told += 1
            source.stream.read(1)  # a damaged stream ends once, then says so
        except (OSError, EOFError) as error:
            message = f"it cannot be read to its end: {error}"
            problems.append(Problem("unreadable", message, Place(source.name, 0)))
            broken = True
        nothing = not count and not told
        if nothing and source.found and {p.code for p in problems} <= {"unknown-shape"}:
            self.passed.append(source.name)
            return
        self.skipped += sum(problem.code in SKIPPING for problem in problems)
        if nothing and problems:
            self.unread.append(_reason(problems))
            return
        if count:
            problems += _lacking(known, source.name)
        self.problems += problems
        shape = ", ".join(known) or None
        digest = source.sha256()
        self.inputs.append(
            Input(source.name, digest, shape, count, len(problems), broken)
        )

    def _note(
        self, found: Case | Account | Owner | Notice, shapes: dict[str, None]
    ) -> None:
        """Keep what is told of spats, accounts and tweets that are not there."""
        match found:
            case Case():
                self.cases.append(found)
            case Account():
                self.merging.account(found)
            case Owner():
                self.merging.owner(found)
                shapes.setdefault(found.place.shape or "")
            case Notice():
                self.merging.notice(found)
                shapes.setdefault(found.place.shape or "")

    def _note_stamp(self, tweet: Tweet) -> None:
        """Keep what is odd about the stamp of a record that may lose to a copy."""
        odd = (each for each in tweet.problems if each.code in _OF_TIME)
        self._of_stamps += ((tweet.id, each) for each in odd)

    def of_copies(self, tweets: Mapping[TweetId, Tweet]) -> Iterator[Problem]:
        """Yield what is odd about the stamps of copies that others were better than."""
        for id_, problem in self._of_stamps:
            tweet = tweets.get(id_)
            if tweet is None or problem not in tweet.problems:
                yield problem

    def passed_over(self) -> Iterator[Problem]:
        """Tell of the files in folders and archives that hold no tweets."""
        if self.passed:
            names = ", ".join(self.passed[:_NAMED])
            more = ", ..." if len(self.passed) > _NAMED else ""
            message = (
                f"{len(self.passed)} files were passed over, because they hold no "
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
