"""One run: read, plan, draw, list, and leave a folder in which everything is whole.

Every file is noted in the journal, then named; the manifest comes last and stands for
the whole.  A run that is killed anywhere is gone on with by the next one.
"""

from collections.abc import Callable, Collection, Mapping, Sequence
from contextlib import closing
from functools import partial
from typing import NamedTuple, Protocol, TypeAlias

from tweetspat.batch.drawing import Drawer
from tweetspat.batch.finishing import Findings, finish
from tweetspat.batch.folder import opened_folder
from tweetspat.batch.index_lines import INDEX
from tweetspat.batch.index_page import PAGE
from tweetspat.batch.inputs import source_of
from tweetspat.batch.journal import JOURNAL
from tweetspat.batch.manifest import MANIFEST, Failure
from tweetspat.batch.planning import Keys, Plan
from tweetspat.batch.rendering import CLOCKS, Drawing, clocks, frame_of
from tweetspat.batch.selected import SelectedSource
from tweetspat.batch.source import Source
from tweetspat.batch.tables import Table, Wrapping
from tweetspat.batch.tree import Tree
from tweetspat.batch.wanted import TABLES, Reading, Wanted, settings
from tweetspat.batch.writing import write_whole
from tweetspat.problems import NothingFound, Problem
from tweetspat.processes import cores
from tweetspat.selection import nothing

__all__ = ["Outcome", "Read", "Watch", "run"]

_LARGE = 5_000
"""Tweets, or files, from which on more processes pay."""


Read: TypeAlias = Callable[[Sequence[str], Reading, Collection[str]], Source]


class Watch(Protocol):
    """Who is told how it goes."""

    def waiting(self) -> None:
        """Another run has the folder, and this one waits for it."""

    def read(self, problems: Sequence[Problem]) -> None:
        """All inputs are read; these problems were met."""

    def begins(self, conversations: int, tweets: int) -> None:
        """So many conversations are to be drawn, with so many tweets."""

    def went_on(self, conversations: int, tweets: int) -> None:
        """So many more are done."""


class Outcome(NamedTuple):
    """How it went.

    Attributes:
        counts: of conversations, reports and so on, as the manifest has them.
        reused: files that were there already, and right.
        removed: files of earlier runs that are no more.
        failures: what could not be made, with the conversations' ranks.
        problems: how many were met.
        partly: whether an input could not be read, or not to its end.
        skipped: records that were passed over.
    """

    counts: Mapping[str, int]
    reused: int
    removed: int
    failures: Sequence[tuple[int, Failure]]
    problems: int
    partly: bool
    skipped: int


def run(
    paths: Sequence[str],
    out: str,
    wanted: Wanted,
    reading: Reading,
    watch: Watch,
    read: Read | None = None,
) -> Outcome:
    """Write everything that is wanted of some inputs into a folder.

    Args:
        paths: files, folders, or "-" for standard input.
        out: the folder; it is made where there is none.
        wanted: what to write.
        reading: how to read.
        watch: is told how it goes.
        read: gives the source; it gets the real paths of what is no input, too.
            None for `source_of`.

    Raises:
        NothingFound: there is no tweet in the inputs, or none that is selected.
        NothingReadable: no input could be read, or the folder is not to be written.
        UsageError: a zone is not known.
        OSError: the folder cannot be written.
    """
    with opened_folder(out, watch.waiting) as folder:
        try:
            with closing(Tree(folder)) as tree:
                names = [TABLES[form] for form in wanted.tables]
                tree.refuse_strangers((*names, INDEX, PAGE, MANIFEST))
                read = read or partial(source_of, jobs=wanted.jobs)
                source = read(paths, reading, tree.ours())
                asked = _Asked(wanted, reading, watch)
                return _run(tree, *_selecting(source, asked))
        except Exception as error:
            folder.give_up(JOURNAL, *TABLES.values())
            if isinstance(error, OSError):
                error.filename, error.filename2 = out, None
            raise


class _Asked(NamedTuple):
    """What is asked for, and who is told how it goes."""

    wanted: Wanted
    reading: Reading
    watch: Watch

    def jobs(self, work: int) -> int:
        """Return how many processes some work is worth."""
        if self.wanted.jobs is not None:
            return self.wanted.jobs
        return cores() if work >= _LARGE else 1


def _selecting(source: Source, asked: _Asked) -> tuple[Source, _Asked]:
    """Return the source of what is selected, and what is asked for, as it knows it.

    Raises:
        NothingFound: no tweet is by those who are asked for.
    """
    if asked.wanted.selection is None:
        return source, asked
    source = SelectedSource(source, asked.wanted.selection, asked.jobs(_LARGE))
    wanted = asked.wanted._replace(selection=source.asked)
    return source, asked._replace(wanted=wanted)


def _run(tree: Tree, source: Source, asked: _Asked) -> Outcome:
    problems = (*source.unread, *source.problems)
    asked.watch.read(problems)
    keys = Keys(asked.wanted, asked.reading, source, problems)
    plan = Plan(asked.wanted, keys)
    write_whole(tree.folder.work(INDEX), plan.lines(source.entries()))
    if not plan.conversations and asked.wanted.selection:
        raise nothing(asked.wanted.selection)
    if not plan.conversations:
        first = source.inputs[0].file if source.inputs else "the inputs"
        raise NothingFound(f"{first}: there is no tweet in it")
    reports = [(path, key) for each in plan.those for _, path, key in each.reports]
    tree.reuse([*reports, *plan.tables.values()], asked.jobs)
    failures = _draw(tree, source, asked, plan, keys)
    told = Findings(source, settings(asked.wanted, asked.reading), problems, failures)
    counts, removed = finish(tree, plan, told)
    broken = any(each.broken for each in source.inputs)
    return Outcome(
        counts=counts,
        reused=tree.reused,
        removed=removed,
        failures=failures,
        problems=len(problems),
        partly=bool(source.unread) or broken,
        skipped=source.skipped,
    )


def _draw(
    tree: Tree, source: Source, asked: _Asked, plan: Plan, keys: Keys
) -> list[tuple[int, Failure]]:
    """Make what is missing; return what could not be made, by its rank."""
    names = plan.tables
    tables = {
        form: tree.table(name, _wrapping(form, source, asked))
        for form, (name, _) in names.items()
        if name not in tree.outputs
    }
    drawer = Drawer(tree, source, keys, tables)
    those = [each for each in plan.those if tables or drawer.missing(each)]
    size = sum(each.size for each in those)
    asked.watch.begins(len(those), size)
    drawing = Drawing(
        work=tree.folder.work(),
        views=asked.wanted.views,
        zones=asked.wanted.zones,
        given=asked.reading.zones,
    )
    drawer.draw(those, drawing, asked.jobs(size), asked.watch.went_on)
    for form, table in tables.items():
        name, key = names[form]
        tree.name([(name, table.finish(key))], safely=True)
    return _failures(drawer, tables, plan)


def _wrapping(form: str, source: Source, asked: _Asked) -> Wrapping:
    """Return what stands around the conversations in the file of all."""
    zones = clocks(asked.wanted.zones or asked.reading.zones or CLOCKS)
    view = asked.wanted.views[form]._replace(zones=zones)
    problems = (*source.unread, *source.problems)
    ends = frame_of(form, tuple(source.inputs), problems, view)
    return Wrapping(*ends, commas=form == "json")


def _failures(
    drawer: Drawer, tables: Mapping[str, Table], plan: Plan
) -> list[tuple[int, Failure]]:
    ranks = {each.id: each.rank for each in plan.those} if tables else {}
    lacking = [
        (ranks[id_], Failure(id_, form, why))
        for form, table in tables.items()
        for id_, why in table.failed
    ]
    return sorted([*drawer.failures, *lacking])
