"""Inputs -> one set of rows and what else they tell, by as many processes as wanted."""

import os
import stat
from array import array
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import tzinfo
from itertools import count
from typing import NamedTuple

from tweetspat.model import Account, Notice, Owner
from tweetspat.problems import NothingReadable, Place, Problem
from tweetspat.processes import in_order
from tweetspat.readers.files import STDIN, Listed, listed, readable_name
from tweetspat.readers.gathering import Gathered, Taken, Tally
from tweetspat.scan.memory import columns_apart
from tweetspat.scan.places import further_down, lowered
from tweetspat.scan.records import close_files
from tweetspat.scan.rows import NOBODY, Authors, Part, Rows
from tweetspat.scan.stretches import (
    AUTHORS,
    Broken,
    File,
    Scanned,
    Stretch,
    begin,
    scan_file,
    scan_stretch,
    stretches,
)
from tweetspat.scan.vectors import able

__all__ = ["Scan", "scan_inputs", "take", "work"]

_WORTH = 8 << 20
"""Bytes from which on a second process pays."""


class Scan:
    """What all inputs tell, their tweets as rows.

    Attributes:
        rows: of all inputs; those of one lie together.
        authors: theirs.
        parts: where the rows lie, by their first.
        names: what the inputs are called, by number.
        gathered: what else there is to tell of the inputs.
        accounts, owners, notices: as `merge.Merging` takes them.
        numbers: by process the authors that it has met, as they are numbered here.
        vectors: whether what comes after goes over them with numpy.
    """

    def __init__(self, before: "Scan | None" = None) -> None:
        """Begin one.

        Args:
            before: another one whose tasks the same processes did, before this one's.
        """
        self.rows = Rows()
        self.authors: Authors = before.authors if before else Authors()
        self.parts: list[Part] = []
        self.names: list[str] = []
        self.gathered = Gathered()
        self.accounts: set[Account] = set()
        self.owners: dict[str, set[Account]] = {}
        self.notices: list[Notice] = []
        self.numbers: dict[int, array[int]] = before.numbers if before else {}
        self.vectors = False

    def join(self, found: Scanned, lines: int) -> None:
        """Take over what was found in a stretch or an input.

        Args:
            found: what was found.
            lines: how many lines of the input come before it.
        """
        numbers = self.meet(found.process, found.authors)
        first = len(self.rows)
        self.parts += (
            part._replace(first=part.first + first, line=lines) for part in found.parts
        )
        if self.vectors:
            from tweetspat.scan.vectors.columns import renumber

            renumber(found.rows, numbers)
        self.rows.join(found.rows, None if self.vectors else numbers)
        self.accounts |= found.accounts
        for owner in found.owners:
            folder = os.path.dirname(owner.place.file)
            self.owners.setdefault(folder, set()).add(owner.account)
        self.notices += (
            notice._replace(place=further_down(notice.place, lines))
            for notice in found.notices
        )

    def known_accounts(self) -> Iterator[Account]:
        """Yield every account that a record tells the handle and the id of."""
        yield from self.accounts
        for id_, handle in self.authors.keys:
            if id_ is not None:
                yield Account(handle, None, id_)

    def known_owners(self) -> Iterator[Owner]:
        """Yield whose archive the files of a folder are, at a place in that."""
        for folder, accounts in self.owners.items():
            place = Place(f"{folder}/" if folder else "", 0)
            yield from (Owner(account, place) for account in accounts)

    def meet(
        self, process: int, authors: Iterable[tuple[str | None, str]]
    ) -> "array[int]":
        """Take over authors that a process has met, in the order in which it has.

        Returns:
            For each author's number there the one here; NOBODY comes last.
        """
        numbers = self.numbers.setdefault(process, array("i", [NOBODY]))
        numbers[-1:] = array("i", (*map(self.authors.numbered, authors), NOBODY))
        return numbers

    def forget(self, number: int) -> None:
        """Drop the rows of an input that has to be read in another way."""
        ends = [*(part.first for part in self.parts), len(self.rows)][1:]
        kept = bytearray()
        parts = []
        for part, end in zip(self.parts, ends, strict=True):
            wanted = part.input != number
            if wanted:
                parts.append(part._replace(first=kept.count(1)))
            kept.extend(bytes([wanted]) * (end - part.first))
        self.rows.keep(kept)
        self.parts = parts


class _Input(NamedTuple):
    """An input.

    Attributes:
        state: the size and the time of change of a regular file, else None.
        stretches: where those of a file of lines lie; none of another.
    """

    listed: Listed
    state: tuple[int, int] | None
    stretches: list[tuple[int, int]]


def scan_inputs(
    paths: Sequence[str],
    folder: str,
    *,
    naive: tzinfo | None,
    jobs: int,
    hashed: bool = False,
    left_out: Collection[str] = (),
) -> Scan:
    """Scan inputs.

    Args:
        paths: files, folders, or "-" for standard input.
        folder: where to spool what cannot be read from its middle.
        naive: the zone of stamps that have none.
        jobs: how many processes; small inputs are scanned in this one.
        hashed: also take the SHA-256 of every input.
        left_out: real paths of files that no folder gives.

    Raises:
        NothingReadable: not one input could be read.

    Cost:
        O(bytes); memory for some sixty bytes a record, and for the longest record.
    """
    close_files()
    scan = Scan()
    inputs: list[_Input | Problem] = []
    size = 0
    for each in listed(list(paths), left_out):
        if isinstance(each, Problem):
            inputs.append(each)
            scan.names.append("")
            continue
        state = _state(each.path)
        there = state[0] if state else 0
        cuts = [*stretches(each.path, there)] if there else []
        inputs.append(_Input(each, state, cuts))
        scan.names.append(readable_name(each.path))
        size += there
    jobs = jobs if size > _WORTH else 1
    scan.vectors = able(size)
    if size > _WORTH:
        columns_apart()
    begin(vectors=scan.vectors)
    told: list[list[Taken]] = [[] for _ in inputs]
    tasks = _tasks(inputs, folder, naive, hashed=hashed)
    for number in take(scan, told, in_order(work, tasks, jobs)):
        scan.forget(number)
        told[number].clear()
        one = inputs[number]
        if isinstance(one, _Input):
            task = _file(number, one.listed, folder, naive, hashed=hashed)
            take(scan, told, [work(task)])
    begin(vectors=False)  # what this process has met takes room
    digests = _digests(inputs, jobs) if hashed else {}
    for number, (one, taken) in enumerate(zip(inputs, told, strict=True)):
        if isinstance(one, Problem):
            scan.gathered.unread.append(one)
        for each_taken in taken:
            scan.gathered.add(_hashed(each_taken, digests.get(number)))
    scan.gathered.refuse_nothing()
    return scan


def _digests(inputs: Sequence[_Input | Problem], jobs: int) -> dict[int, str]:
    """Return the hashes of inputs that were scanned in stretches, by number.

    Raises:
        NothingReadable: one is not what was scanned.
    """
    wanted = [
        (number, one)
        for number, one in enumerate(inputs)
        if isinstance(one, _Input) and one.stretches
    ]
    found = in_order(_digest, [one.listed.path for _, one in wanted], jobs)
    digests = {}
    for (number, one), digest in zip(wanted, found, strict=True):
        digests[number] = digest
        if _state(one.listed.path) != one.state:
            name = readable_name(one.listed.path)
            message = f"{name}: it changed while it was read; run this again"
            raise NothingReadable(message)
    return digests


def _digest(path: str) -> str:
    from hashlib import file_digest  # loads OpenSSL, which only hashes are worth

    with open(path, "rb", buffering=0) as file:
        return file_digest(file, "sha256").hexdigest()


def _hashed(taken: Taken, digest: str | None) -> Taken:
    if digest is None or taken.input is None:
        return taken
    return taken._replace(input=taken.input._replace(sha256=digest))


def _state(path: str) -> tuple[int, int] | None:
    """Return size and time of change of a regular file that can be opened."""
    if path == STDIN:
        return None
    try:
        there = os.stat(path)
        if stat.S_ISREG(there.st_mode) and os.access(path, os.R_OK):
            return there.st_size, there.st_mtime_ns
    except (OSError, ValueError):
        pass
    return None


def _tasks(
    inputs: Sequence[_Input | Problem],
    folder: str,
    naive: tzinfo | None,
    *,
    hashed: bool,
) -> Iterator[Stretch | File]:
    spools = count()
    for number, each in enumerate(inputs):
        if isinstance(each, Problem):
            continue
        path = each.listed.path
        if not each.stretches:
            yield _file(number, each.listed, folder, naive, hashed=hashed)
        for start, end in each.stretches:
            spool = os.path.join(folder, f"stretch-{next(spools)}")
            yield Stretch(number, path, readable_name(path), start, end, naive, spool)


def _file(
    number: int, each: Listed, folder: str, naive: tzinfo | None, *, hashed: bool
) -> File:
    spool = os.path.join(folder, f"input-{number}")
    return File(number, each.path, each.found, naive, spool, hashed)


def work(task: Stretch | File) -> list[Scanned] | Broken:
    """Scan part of a file of lines, or an input of any kind."""
    if isinstance(task, File):
        return scan_file(task)
    known = len(AUTHORS.keys)
    try:
        found = scan_stretch(task)
    except OSError:  # the tolerant way says what is wrong
        found = Broken(task.number)
    if isinstance(found, Broken):
        return Broken(task.number, os.getpid(), tuple(AUTHORS.keys[known:]))
    return [found]


def take(
    scan: Scan, told: list[list[Taken]], results: Iterable[list[Scanned] | Broken]
) -> list[int]:
    """Join what was found, in its order; return the inputs that were no lines.

    Args:
        scan: what it is joined to; its `names` are those of the inputs.
        told: for each input what else it gave; it is added there.
        results: what `work` returned.
    """
    broken: dict[int, None] = {}
    tallies: dict[int, tuple[Tally, int]] = {}
    for result in results:
        if isinstance(result, Broken):
            scan.meet(result.process, result.authors)
            broken[result.number] = None
            continue
        for found in result:
            lines = 0
            if found.tally is not None:
                number = found.parts[0].input
                tally, lines = tallies.get(number, (Tally(), 0))
                tally.join(_lower(found.tally, lines, scan.names[number]))
                tallies[number] = tally, lines + found.lines
            if found.taken is not None:
                told[found.number].append(found.taken)
            scan.join(found, lines)
    for number, (tally, _) in tallies.items():
        told[number].append(tally.taken(scan.names[number], None, found=False))
    return list(broken)


def _lower(tally: Tally, lines: int, file: str) -> Tally:
    """Return a tally whose places are so many lines further down."""
    if lines:
        tally.problems = [lowered(each, lines, file) for each in tally.problems]
        tally.stamps = [(id_, lowered(each, lines, file)) for id_, each in tally.stamps]
    return tally
