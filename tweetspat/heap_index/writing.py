"""Inputs -> an index that stands under its name when it is whole, and not before."""

import contextlib
import os
import shutil
import stat
from collections.abc import Callable, Sequence
from typing import BinaryIO, NamedTuple

from tweetspat.conversations import Join
from tweetspat.heap_index.about import About, about
from tweetspat.heap_index.beginning import is_index
from tweetspat.heap_index.damage import Damaged, guarded
from tweetspat.heap_index.kept import join as join_scan
from tweetspat.heap_index.kept import keep
from tweetspat.heap_index.opened import File
from tweetspat.heap_index.scanned import scanned
from tweetspat.heap_index.sources import (
    Argument,
    Source,
    arguments,
    bytes_of,
    sources,
)
from tweetspat.heap_index.tables import Store, write_tables
from tweetspat.heap_index.written import Writer
from tweetspat.problems import NothingFound, Problem, UsageError
from tweetspat.readers.files import STDIN
from tweetspat.scan import ScannedHeap
from tweetspat.scan.excerpts import Reading
from tweetspat.scan.graph import Graph
from tweetspat.scan.scanning import Scan
from tweetspat.scan.spools import folder as spool_folder
from tweetspat.scan.vectors import able
from tweetspat.version import VERSION
from tweetspat.whole import alone, whole
from tweetspat.zones import zone_or_raise

__all__ = ["Telling", "Written", "write_index"]


_MOST_TOLD = 20


class Telling(NamedTuple):
    """Whom to tell what happens while an index is written.

    Attributes:
        say: called with what the user should know, a line at a time.
        unfinished: the paths of temporary files while they are there.
    """

    say: Callable[[str], None] = lambda _: None
    unfinished: list[str] = []  # noqa: RUF012 - of those who do not ask


class Written(NamedTuple):
    """What was written.

    Attributes:
        scanned: how many of the inputs were scanned; the others had not changed.
        size: of the index, in bytes.
        problems, unread: as a heap has them.
        broken: whether an input breaks off.
    """

    inputs: int
    scanned: int
    tweets: int
    conversations: int
    size: int
    problems: tuple[Problem, ...]
    unread: tuple[Problem, ...]
    broken: bool


def write_index(
    paths: Sequence[str],
    output: str,
    naive_zone: str | None = None,
    join: Join | None = None,
    jobs: int = 1,
    told: Telling = Telling(),  # noqa: B008 - nobody keeps it
) -> Written:
    """Write an index of inputs, or bring one up to date.

    What an index at `output` holds stays in it: inputs are added, those that have
    changed are scanned again, and those that have not are not.

    Args:
        paths: files, folders, or "-" for standard input; none where there is an
            index, to look only for what has changed.
        output: where to write it.
        naive_zone: the zone of stamps that have none, as a word.
        join: which primary parents join; None as before, else "auto".
        jobs: how many processes scan.
        told: whom to tell.

    Raises:
        NothingReadable: not one input could be read, or one changed meanwhile.
        NothingFound: there is no tweet in them.
        UsageError: the output is something else than an index, or there is none and
            nothing to make it of.
        OSError: it cannot be written.

    Cost:
        O(bytes) of new inputs; O(n log n) in all tweets.
    """
    if output == STDIN:
        raise UsageError("an index is a file of its own; name it: -o heap.tweetspat")
    _refuse_other(output)

    def waiting() -> None:
        told.say(f"{output}: another run is writing it; waiting for its end")

    with alone(output, told.unfinished, waiting):
        before = _before(output, told)
        naive = naive_zone or (before.about.naive if before else None)
        wanted = _Wanted(
            naive,
            Reading(zone_or_raise(naive).rules if naive else None),
            join or (before.about.join if before else "auto"),
            jobs,
        )
        return _made(paths, output, before, wanted, told)


def _made(
    paths: Sequence[str],
    output: str,
    before: "_Before | None",
    wanted: "_Wanted",
    told: Telling,
) -> Written:
    """Write an index, unless it is as it would be written."""
    named = _named(paths, output, before)
    if not named:
        raise UsageError("no input; name files or folders")
    listed = [*sources(named, output, _known(before, wanted))]
    if before:
        if _is_new(before, named, listed, wanted):
            _tell_new(listed, told)
        else:
            return _as_it_was(before, output)
    spools = spool_folder()
    try:
        with whole(output, told.unfinished) as file:
            return _write(file, named, listed, before, wanted, spools)
    finally:
        shutil.rmtree(spools, ignore_errors=True)


class _Wanted(NamedTuple):
    """How to read and cut."""

    naive: str | None
    reading: Reading
    join: Join
    jobs: int


class _Before(NamedTuple):
    """The index that is brought up to date."""

    file: File
    about: About


def _before(output: str, told: Telling) -> _Before | None:
    """Return the index that is there, if one is.

    Raises:
        UsageError: something else is.
    """
    _refuse_other(output)
    if not os.path.lexists(output) or _is_empty(output):
        return None
    try:
        file = File(output)
        return _Before(file, about(file))
    except Damaged as error:
        told.say(f"{error.what}; it is made anew of what is named now")
        return None


def _refuse_other(output: str) -> None:
    """Overwrite nothing but an index, or an empty file.

    Raises:
        UsageError: something else is there.
    """
    if os.path.lexists(output) and not _is_empty(output) and not is_index(output):
        raise UsageError(f"{output}: it is no index, and is not overwritten")


def _is_empty(path: str) -> bool:
    """Tell whether a file is an empty one, as mktemp makes it."""
    there = os.lstat(path)
    return stat.S_ISREG(there.st_mode) and not there.st_size


def _named(paths: Sequence[str], output: str, before: _Before | None) -> list[Argument]:
    """Return what was named, now or earlier, each once.

    Raises:
        UsageError: an index is named, or standard input a second time.
    """
    named = {each.whole: each for each in before.about.arguments} if before else {}
    for each in arguments(paths, output):
        path = os.fsdecode(each.path)
        if not each.piped and is_index(path):
            raise UsageError(f"{path}: it is an index; name what it was made of")
        if each.piped and before:
            raise UsageError("- cannot be added to an index; name a file")
        named.setdefault(each.whole, each)
    for each in named.values():
        if each.piped and before:
            what = "it was made of standard input, which is not there again"
            raise UsageError(f"{output}: {what}; remove it to make it anew")
    return [*named.values()]


def _known(before: _Before | None, wanted: _Wanted) -> Sequence[Source]:
    """Return the files whose scan would be the same today if they have not changed."""
    if before is None:
        return ()
    same = before.about.naive == wanted.naive and before.about.tool == VERSION
    return before.about.sources if same else ()


def _is_new(
    before: _Before,
    named: Sequence[Argument],
    listed: Sequence[Source | Problem],
    wanted: _Wanted,
) -> bool:
    """Tell whether anything is not as it was when the index was written."""
    was = before.about
    return (
        (*named,) != was.arguments
        or (*listed,) != was.sources
        or wanted.join != was.join
        or any(each.kept is None for each in was.sources)
    )


def _tell_new(listed: Sequence[Source | Problem], told: Telling) -> None:
    """Say which files an index has read that it has not read before."""
    new = [
        each.name for each in listed if isinstance(each, Source) and each.kept is None
    ]
    for name in new[:_MOST_TOLD]:
        told.say(f"{name}: reading it now")
    if len(new) > _MOST_TOLD:
        told.say(f"… {len(new) - _MOST_TOLD:,} more")


def _as_it_was(before: _Before, output: str) -> Written:
    was = before.about
    return Written(
        len(was.sources),
        0,
        was.tweets,
        was.conversations,
        os.path.getsize(output),
        before.file.value("problems", tuple[Problem, ...]),
        was.unread,
        any(each.broken for each in was.inputs),
    )


def _write(
    file: BinaryIO,
    named: Sequence[Argument],
    listed: Sequence[Source | Problem],
    before: _Before | None,
    wanted: _Wanted,
    spools: str,
) -> Written:
    output = before.file.path if before else ""
    files = [each for each in listed if isinstance(each, Source)]
    earlier = before.file if before else None
    found = scanned(files, earlier, spools, wanted.reading.naive, wanted.jobs)
    writer, scan = Writer(file), Scan()
    stores: dict[str, Store] = {}
    done: list[Source] = []
    for each in listed:
        if isinstance(each, Problem):
            scan.gathered.unread.append(each)
            continue
        source, one = next(found)
        old = before is not None and source.kept is not None
        with guarded(output) if old else contextlib.nullcontext():
            kept, bases = keep(writer, one)
            join_scan(scan, one, len(done))
        stores[one.path] = Store(len(done), spooled=False, base=0)
        for store, base in bases.items():
            stores[store] = Store(len(done), spooled=True, base=base)
        done.append(source._replace(kept=kept))
        del one  # its columns have been joined
    scan.gathered.refuse_nothing()
    kept_some = before is not None and any(each.kept for each in files)
    scan.vectors = able(bytes_of(done))
    with guarded(output) if kept_some else contextlib.nullcontext():
        heap = ScannedHeap(Graph(scan, wanted.reading), wanted.join, wanted.reading)
        if not heap.tweets:
            raise NothingFound(f"{os.fsdecode(named[0].path)}: there is no tweet in it")
        write_tables(writer, heap, stores)
        writer.value("problems", heap.problems)
        writer.value("cases", heap.cases)
    told = About(
        VERSION,
        wanted.naive,
        wanted.join,
        tuple(named),
        tuple(done),
        heap.inputs,
        heap.unread,
        heap.skipped,
        heap.tweets,
        len(heap),
    )
    writer.value("about", told)
    writer.end()
    return Written(
        len(done),
        sum(each.kept is None for each in files),
        heap.tweets,
        len(heap),
        os.fstat(file.fileno()).st_size,
        heap.problems,
        heap.unread,
        any(each.broken for each in heap.inputs),
    )
