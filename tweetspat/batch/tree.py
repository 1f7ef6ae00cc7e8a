"""What stands in the folder: what earlier runs left of it, and what this one names."""

import os
from collections.abc import Callable, Iterable, Sequence

from tweetspat.batch.folder import Folder, digest_of
from tweetspat.batch.journal import JOURNAL, Journal
from tweetspat.batch.known import Known, Output
from tweetspat.batch.manifest import MANIFEST, outputs_in
from tweetspat.batch.tables import Table, Wrapping
from tweetspat.batch.wanted import TABLES
from tweetspat.problems import NothingReadable
from tweetspat.processes import in_order

__all__ = ["Tree"]

_TOGETHER = 500
"""Files whose hashes one process takes at a time."""


class Tree:
    """The outputs of a folder; whatever gets its name here is whole."""

    def __init__(self, folder: Folder) -> None:
        """Learn from manifest and journal what earlier runs wrote.

        Raises:
            OSError: the journal cannot be read, or is a link.
        """
        self.folder = folder
        folder.sweep(JOURNAL, *TABLES.values())
        self.journal = Journal(folder.work(JOURNAL))
        told = outputs_in(folder.at(MANIFEST))
        own = [] if told is None else [Output(MANIFEST, "", "", 0)]
        self.known = Known([*own, *(told or ()), *self.journal.outputs])
        self.outputs: dict[str, Output] = {}
        self.reused = 0
        self._tables: list[Table] = []

    def ours(self) -> frozenset[str]:
        """Return the real paths of what earlier runs wrote: none of it is an input."""
        root = os.path.realpath(self.folder.path)
        return frozenset(os.path.join(root, *each.split("/")) for each in self.known)

    def refuse_strangers(self, names: Iterable[str]) -> None:
        """Replace no file that is not ours: it may be somebody's input.

        Raises:
            NothingReadable: there is one.
        """
        for name in names:
            if self.folder.holds(name) and name not in self.known:
                message = f"{self.folder.at(name)}: batch would replace this file, "
                advice = "which it did not write; move it, or choose another --out"
                raise NothingReadable(message + advice)

    def reuse(
        self, wanted: Iterable[tuple[str, str]], jobs: Callable[[int], int]
    ) -> None:
        """Keep the files that are there and right, by the hash of what they hold.

        Args:
            wanted: paths and keys.
            jobs: how many processes it is worth to hash so many files.
        """
        made = (self.known.made(path, key) for path, key in wanted)
        found = [each for each in made if each and self.folder.leads_to(each.path)]
        groups = [found[n : n + _TOGETHER] for n in range(0, len(found), _TOGETHER)]
        tasks = ([(self.folder.at(e.path), e.sha256) for e in each] for each in groups)
        rights = in_order(_right, tasks, jobs(len(found)))
        for group, right in zip(groups, rights, strict=True):
            for output, is_right in zip(group, right, strict=True):
                if is_right:
                    self.outputs[output.path] = output
        self.reused = len(self.outputs)

    def name(
        self, whole: Sequence[tuple[str, Output]], *, safely: bool = False
    ) -> None:
        """Note what is whole, then give it its name.

        Args:
            whole: each with its name among what is unfinished.
            safely: wait until the disk has the note.

        Raises:
            NothingReadable: a folder on the way is a link.
            OSError: the folder cannot be written.
        """
        self.journal.note((output for _, output in whole), safely=safely)
        for name, output in whole:
            self.folder.put(name, output.path)
            self.outputs[output.path] = output

    def name_alone(self, name: str, output: Output) -> None:
        """Name a file of all conversations; one that is the same already stays."""
        if self.folder.digest(output.path) == (output.sha256, output.size):
            os.unlink(self.folder.work(name))
            self.outputs[output.path] = output
            return
        self.folder.settle(name)
        self.name([(name, output)], safely=True)

    def remove_others(self) -> int:
        """Remove what earlier runs wrote and this one did not; return how many files.

        What somebody has changed since is left alone.
        """
        removed = 0
        for path in self.known:
            if path not in self.outputs and path != MANIFEST:
                digest = self.folder.digest(path)
                if digest and digest[0] in self.known.hashes(path):
                    self.folder.remove(path)
                    removed += 1
        return removed

    def table(self, name: str, wrapping: Wrapping) -> Table:
        """Return a file of all conversations that is to grow."""
        self._tables.append(Table(self.folder, self.journal, name, wrapping))
        return self._tables[-1]

    def close(self) -> None:
        """Close what is open; what is not finished stays as it is."""
        self.journal.close()
        for table in self._tables:
            table.close()


def _right(files: Sequence[tuple[str, str]]) -> list[bool]:
    """Tell of files, by their paths, whether they have those SHA-256 hashes."""
    found = ((digest_of(path), told) for path, told in files)
    return [digest is not None and digest[0] == told for digest, told in found]
