"""From planned conversations to files: what is missing is made, in their order."""

import os
from collections import deque
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing
from functools import partial
from itertools import islice
from typing import NamedTuple, cast

from tweetspat.batch.known import Output
from tweetspat.batch.manifest import Failure
from tweetspat.batch.planning import Keys, Planned
from tweetspat.batch.rendering import Drawing, Part, Result, Task, drawn, piece_of
from tweetspat.batch.source import Portion, Source
from tweetspat.batch.tables import Table
from tweetspat.batch.tree import Tree
from tweetspat.batch.wanted import TABLES
from tweetspat.processes import in_order, made_ready

__all__ = ["Drawer"]


class _Given(NamedTuple):
    """A task that a process has, and what its pieces of tables are known by."""

    number: int
    group: Sequence[Planned]
    pieces: Mapping[str, str]


class Drawer:
    """Has conversations drawn, and takes what comes of it into the tree.

    Attributes:
        failures: what could not be made, with the conversations' ranks.
    """

    def __init__(
        self, tree: Tree, source: Source, keys: Keys, tables: Mapping[str, Table]
    ) -> None:
        self.failures: list[tuple[int, Failure]] = []
        self._tree, self._source = tree, source
        self._keys, self._tables = keys, tables
        self._given: deque[_Given] = deque()

    def missing(self, planned: Planned) -> tuple[str, ...]:
        """Return the formats whose report has to be made."""
        outputs = self._tree.outputs
        return tuple(form for form, path, _ in planned.reports if path not in outputs)

    def draw(
        self,
        those: Sequence[Planned],
        drawing: Drawing,
        jobs: int,
        went_on: Callable[[int, int], None],
    ) -> None:
        """Make what is missing of some conversations.

        Args:
            those: the likeliest spat first.
            drawing: how.
            jobs: processes.
            went_on: told how many conversations and tweets are done.

        Raises:
            NothingReadable: an input has changed, or a folder on the way is a link.
            OSError: the folder cannot be written.
        """
        tasks = self._tasks(those, went_on)
        work = partial(drawn, drawing)
        if self._source.in_memory:
            results = in_order(work, map(self._ready, tasks), jobs)
        else:
            results = made_ready(work, self._ready, tasks, jobs)
        with closing(cast("Generator[Result, None, None]", results)):
            for result in results:
                given = self._given.popleft()
                self._take(result, given)
                went_on(len(given.group), _tweets(given.group))

    def _tasks(
        self, those: Sequence[Planned], went_on: Callable[[int, int], None]
    ) -> Iterator[Task]:
        """Yield a portion of conversations at a time, if anything of it is missing."""
        upcoming = iter(those)
        portions = self._source.portions(each.number for each in those)
        for number, numbers in enumerate(portions):
            group = [*islice(upcoming, len(numbers))]
            missing = [*map(self.missing, group)]
            pieces = dict(self._pieces(group))
            if not (pieces or any(missing)):
                went_on(len(group), _tweets(group))
                continue
            self._given.append(_Given(number, group, pieces))
            parts = tuple(
                Part(each.inputs, forms, each.listed)
                for each, forms in zip(group, missing, strict=True)
            )
            needed = {n: self._source.inputs[n] for part in parts for n in part.inputs}
            yield Task(number, numbers, parts, tuple(pieces), needed)

    def _ready(self, task: Task) -> tuple[Task, Portion]:
        """Return a task with its conversations."""
        return task, self._source.portion(task.conversations)

    def _pieces(self, group: Sequence[Planned]) -> Iterator[tuple[str, str]]:
        """Yield format and key of the pieces of tables that are not there yet."""
        for form, table in self._tables.items():
            listed = [each for each in group if each.listed]
            key = self._keys.of_group(form, listed)
            if not table.has(key):
                yield form, key

    def _take(self, result: Result, given: _Given) -> None:
        """Name what came of a task, and join its pieces on."""
        whole: list[tuple[str, Output]] = []
        for made in result.made:
            told = given.group[made.part].report(made.form)
            whole.append((made.name, Output(*told, made.sha256, made.size)))
        self._tree.name(whole)
        for part, form, message in result.failed:
            if form not in TABLES:
                each = given.group[part]
                self.failures.append((each.rank, Failure(each.id, form, message)))
        for form, key in given.pieces.items():
            lacking = [
                (given.group[part].id, message)
                for part, failed, message in result.failed
                if failed == form
            ]
            piece = self._tree.folder.work(piece_of(given.number, form))
            self._tables[form].grow(key, piece, lacking)
            os.unlink(piece)


def _tweets(group: Sequence[Planned]) -> int:
    return sum(each.size for each in group)
