"""One conversation out of large files, without scanning them.

The ids of the conversation are searched as bytes; lines that hold one are decoded,
and the ids that they tell are searched in turn, until nothing new is found.  What
the scan would make of all lines is then made of these alone.

That comes to the same.  Every link of a tweet stands in a line that holds its id and
the other's, so that the lines found for a tweet hold all its copies, all that point
at it and all that repeat it.  A tweet of which only some copies were found, because
nobody searched for it, can have links too many, never too few: each copy fills only
what richer ones leave open.  So the tweets that seem to belong here, and those that
seem to point here or to be pointed at, are all searched before they are believed.
The rest of a spat is told by the records of these tweets alone, but for two things.
Lonely quotes end trees of more than `LARGE` tweets: such trees are left to the scan.
And the score compares voices: whose a handle without account id is, other
conversations tell; lines that hold such handles are searched too, where it matters.

Not told is what only tweets that have nothing to do with the conversation would tell:
that they are by an account that looks like one that speaks here, or that has had the
handle of one.  Where a tweet that was found is by one that looks like a speaker, the
conversation is left to the scan.
"""

import os
from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from tweetspat.conversations import LARGE, Join
from tweetspat.model import Account, Case, Owner, Spat, Tweet, TweetId
from tweetspat.problems import Place, Problem
from tweetspat.readers import api_v1
from tweetspat.readers.files import STDIN, listed, readable_name
from tweetspat.readers.reading import again
from tweetspat.readers.typed_v1 import read_status
from tweetspat.scan import ScannedHeap
from tweetspat.scan.excerpts import Reading
from tweetspat.scan.graph import Graph
from tweetspat.scan.haystack import File, Haystack, Line, Unfit
from tweetspat.scan.nodes import NONE
from tweetspat.scan.records import close_files
from tweetspat.scan.scanning import Scan
from tweetspat.scan.stretches import Broken, Stretch, begin, scan_stretch, stretches
from tweetspat.scan.surroundings import Surroundings

__all__ = ["Sought", "seek"]

WORTH = 32 << 20
"""Bytes from which on searching is worth its while."""

_MOST_LINES = 2_000
_MOST_IDS = 2_000
_MOST_QUOTING = 5_000
"""Lines decoded, ids searched, lines looked at for a handle beyond which the scan
is quicker."""

_LONGEST = 19
_LARGEST = 1 << 63


class Sought(NamedTuple):
    """What was sought.

    Attributes:
        spat: the conversation that holds the status.
        id: the tweet that stands for it, as `ScannedHeap.holding` tells it.
    """

    spat: Spat
    id: TweetId


def seek(
    paths: Sequence[str],
    status: TweetId,
    reading: Reading = Reading(),  # noqa: B008 - frozen
    *,
    join: Join = "auto",
) -> Sought | None:
    """Find the conversation that holds a status, by raw search.

    Args:
        paths: files, folders, or "-".
        status: the id of any of its tweets, lost ones and retweets among them.
        reading: how the conversation is read.
        join: which primary parents join, see `conversations`.

    Returns:
        What `ScannedHeap.holding` of a scan of the same gives, but for look-alike
        handles that speak in tweets of other conversations only.  None where that
        cannot be promised, or may take as long as the scan: inputs of other kinds or
        that are small, a status that stands nowhere, a large conversation, one that
        reaches over years, records of other shapes in it.  Not seen are ids that a
        damaged line writes as a float, and letters of handles that it escapes.

    Raises:
        NothingReadable: an input changed while it was read.

    Cost:
        O(bytes), for each search about a quarter of what scanning takes.
    """
    if not _plain(status):
        return None
    try:
        files = _files(paths)
        return _Seeking(Haystack(files), reading, join).sought(int(status))
    except (Unfit, OSError):
        return None


def _plain(id_: str) -> bool:
    """Tell whether an id is a number that a scan keeps as one."""
    return (
        id_.isdigit()
        and id_.isascii()
        and len(id_) <= _LONGEST
        and id_[0] != "0"
        and int(id_) < _LARGEST
    )


def _files(paths: Sequence[str]) -> list[File]:
    """Return the files, all of them of lines.

    Raises:
        Unfit: one is not, or they are so small that a scan is as quick.
        OSError: one cannot be read.
    """
    files = []
    for number, each in enumerate(listed([*paths])):
        if isinstance(each, Problem) or each.path == STDIN:
            raise Unfit
        if not os.path.isfile(each.path):
            raise Unfit
        size = os.path.getsize(each.path)
        if next(stretches(each.path, size), None) is None:
            raise Unfit
        files.append(File(number, each.path, readable_name(each.path), size))
    if sum(file.size for file in files) < WORTH:
        raise Unfit
    return files


class _Seeking:
    """What has been found so far, and what is still to be searched.

    Ids are `near` where a joining link leads there from the status, `far` where
    another link does: of the latter the records are wanted, not the conversations.
    """

    def __init__(self, haystack: Haystack, reading: Reading, join: Join) -> None:
        self._haystack = haystack
        self._reading = reading
        self._join = join
        self._lines: dict[Line, None] = {}
        self._near: set[int] = set()
        self._far: set[int] = set()
        self._open: list[int] = []
        self._joining: defaultdict[int, set[int]] = defaultdict(set)
        self._crossing: defaultdict[int, set[int]] = defaultdict(set)
        self._repeats: defaultdict[int, set[int]] = defaultdict(set)
        self._handles: set[str] = set()

    def sought(self, status: int) -> Sought:
        """Search until nothing new is found.

        Raises:
            Unfit: it cannot be promised that this is all.
        """
        self._come_near(status)
        while True:
            self._search()
            heap = self._heap()
            node = heap.graph.node(TweetId(str(status)))
            group = NONE
            if node is not None:
                group = heap.groups.of[heap.graph.standing(node)]
            if group == NONE:
                raise Unfit
            around = Surroundings(heap, group)
            if self._join == "auto" and around.size > LARGE:
                raise Unfit
            for id_ in around.ids(quotes=self._join == "auto"):
                self._note_far(id_)
            if not self._open and not self._name(around.handles(self._reading)):
                break
        if heap.places.speak_alike(group):
            raise Unfit  # which tweet of theirs is the first, the whole heap tells
        spat, stands = heap.holding(TweetId(str(status))) or (None, None)
        if spat is None or stands is None:
            raise Unfit
        return Sought(spat, stands)

    # -- ids

    def _come_near(self, id_: int) -> None:
        """Note that ids belong to the conversation, as far as is known."""
        waiting = [id_]
        while waiting:
            id_ = waiting.pop()
            if id_ in self._near:
                continue
            if id_ not in self._far:
                self._open.append(id_)
            self._near.add(id_)
            waiting += self._joining[id_] - self._near
            for other in self._crossing[id_]:
                self._note_far(other)

    def _note_far(self, id_: int) -> None:
        """Note that ids stand beside it, with what they repeat."""
        waiting = [id_]
        while waiting:
            id_ = waiting.pop()
            if id_ not in self._far and id_ not in self._near:
                self._open.append(id_)
                self._far.add(id_)
                waiting += self._repeats[id_]

    def _search(self) -> None:
        """Search what is to be searched, until nothing is."""
        haystack = self._haystack
        while self._open:
            if len(self._near) + len(self._far) > _MOST_IDS:
                raise Unfit
            known = [id_ for id_ in self._open if haystack.knows(id_)]
            if not known:
                haystack.look_for(self._open)
                continue
            self._open = [id_ for id_ in self._open if not haystack.knows(id_)]
            for id_ in known:
                for line, data in haystack.holding(id_):
                    self._take(line, data)

    # -- lines

    def _take(self, line: Line, data: bytes) -> None:
        """Note the links that a line tells."""
        if line in self._lines:
            return
        self._lines[line] = None
        if len(self._lines) > _MOST_LINES:
            raise Unfit
        for tweet in self._tweets(line, data):
            id_, reply, quoted, repeated = (
                _number(each)
                for each in (tweet.id, tweet.reply_to, tweet.quotes, tweet.repeats)
            )
            if reply:
                self._join_ids(id_, reply)
            if repeated:
                self._repeats[id_].add(repeated)
                self._join_ids(id_, repeated)
                if id_ in self._far:
                    self._note_far(repeated)
            if quoted and not reply and self._join != "replies":
                self._join_ids(id_, quoted)
            elif quoted:
                self._cross_ids(id_, quoted)

    def _join_ids(self, one: int, other: int) -> None:
        self._joining[one].add(other)
        self._joining[other].add(one)
        if one in self._near or other in self._near:
            self._come_near(one)
            self._come_near(other)

    def _cross_ids(self, one: int, other: int) -> None:
        self._crossing[one].add(other)
        self._crossing[other].add(one)
        if one in self._near or other in self._near:
            self._note_far(one)
            self._note_far(other)

    def _tweets(self, line: Line, data: bytes) -> list[Tweet]:
        """Return what a line holds.

        Raises:
            Unfit: it holds something else than statuses of v1.1, or than regular
                authors.
        """
        file = self._haystack.files[line.file]
        place = Place(file.name, line.above + 1, "$", api_v1.SHAPE)
        tweets = read_status(data, place)
        if tweets is not None:
            return tweets
        found = [*again(data, place, self._reading.naive)]
        tweets = [each for each in found if isinstance(each, Tweet)]
        if any(isinstance(each, Case | Account | Owner) for each in found) or any(
            each.place.shape != api_v1.SHAPE
            or each.author is None
            or each.author.id is None
            for each in tweets
        ):
            raise Unfit
        return tweets

    def _name(self, handles: Iterable[str]) -> bool:
        """Search who has had handles; tell whether another line tells it."""
        new = set(handles) - self._handles
        if not new:
            return False
        self._handles |= new
        if not all(map(str.isascii, new)):
            raise Unfit
        before = len(self._lines)
        told: set[tuple[str, str | None]] = set()
        for number, (line, data) in enumerate(self._haystack.quoting(new)):
            if number > _MOST_QUOTING:
                raise Unfit
            by = {
                (tweet.author.key, tweet.author.id)
                for tweet in self._tweets(line, data)
                if tweet.author and tweet.author.key in new
            }
            if not by <= told:
                told |= by
                self._take(line, data)
        return len(self._lines) > before

    def _heap(self) -> ScannedHeap:
        """Return the scan of the lines that were found, in their order."""
        begin(vectors=False)
        close_files()
        scan = Scan()
        for line in sorted(self._lines):
            file = self._haystack.files[line.file]
            found = scan_stretch(
                Stretch(
                    file.number,
                    file.path,
                    file.name,
                    line.start,
                    line.end,
                    self._reading.naive,
                    os.devnull,
                )
            )
            if isinstance(found, Broken):
                raise Unfit
            rows = found.rows
            if (
                rows.ids.texts
                or rows.unnamed
                or rows.links
                or rows.versions
                or rows.conversations[0]
                or found.accounts
                or found.owners
                or any(part.store != file.path for part in found.parts)
                or (found.tally and found.tally.cases)
            ):
                raise Unfit
            scan.join(found, line.above)
        return ScannedHeap(Graph(scan, self._reading), self._join, self._reading)


def _number(id_: TweetId | None) -> int:
    """Return an id as a number, 0 for none.

    Raises:
        Unfit: it is no plain one.
    """
    if id_ is None:
        return 0
    if not _plain(id_):
        raise Unfit
    return int(id_)
