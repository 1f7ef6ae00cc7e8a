"""What is to be made of each conversation, and what of it is there already."""

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from typing import NamedTuple

import tzdata  # type: ignore[import-untyped]

from tweetspat.batch.index_lines import line_of
from tweetspat.batch.index_page import MOST, Row
from tweetspat.batch.names import Naming
from tweetspat.batch.source import Entry, Source
from tweetspat.batch.wanted import TABLES, Reading, Wanted, drawn_with, endings
from tweetspat.problems import Problem
from tweetspat.version import VERSION

__all__ = ["Keys", "Plan", "Planned"]

_KEY = 32


class Planned(NamedTuple):
    """A conversation of which something is made.

    Attributes:
        rank: from 0, the likeliest spat first.
        reports: of each report the format, the path below the folder, the key.
        listed: whether it stands in the files of all.
        mark: see `Entry`.
    """

    number: int
    rank: int
    id: str
    size: int
    inputs: tuple[int, ...]
    reports: tuple[tuple[str, str, str], ...]
    listed: bool
    mark: str

    def report(self, form: str) -> tuple[str, str]:
        """Return path and key of its report in a format."""
        return next((path, key) for each, path, key in self.reports if each == form)


class Keys:
    """Tells by a hash whether what is in a file would be the same again."""

    def __init__(
        self,
        wanted: Wanted,
        reading: Reading,
        source: Source,
        problems: Sequence[Problem],
    ) -> None:
        self._inputs = [_hash(each) for each in source.inputs]
        self._whole = _hash([*self._inputs, *map(str, problems)])
        self._formats = {
            form: _hash([VERSION, tzdata.IANA_VERSION, told])
            for form in wanted.formats
            for told in [drawn_with(form, wanted, reading)]
        }

    def of(self, form: str, mark: str, inputs: Iterable[int]) -> str:
        """Return the key of a conversation in a format."""
        return self._key(
            (self._formats[form], mark, *(self._inputs[n] for n in inputs))
        )

    def of_group(self, form: str, group: Iterable[Planned]) -> str:
        """Return the key of a piece of a table: of some conversations in a row."""
        return self._key(self.of(form, each.mark, each.inputs) for each in group)

    def of_table(self, form: str, listed: Iterable[Planned]) -> str:
        """Return the key of a table; JSON's also tells of all inputs and problems."""
        whole = self._whole if form == "json" else ""
        return self._key((self._formats[form], whole, self.of_group(form, listed)))

    def _key(self, told: Iterable[str]) -> str:
        from hashlib import sha256

        return sha256("\0".join((*told, "")).encode()).hexdigest()[:_KEY]


def _hash(value: object) -> str:
    from hashlib import sha256

    return sha256(json.dumps(value, sort_keys=True).encode()).hexdigest()


class Plan:
    """What is made of which conversations.

    Attributes:
        those: the conversations of which something is made, the likeliest first.
        rows: the first of all conversations, for the page.
        conversations, tweets: how many there are.
        too_small: conversations that have too few tweets for what is asked for.
    """

    def __init__(self, wanted: Wanted, keys: Keys) -> None:
        self.those: list[Planned] = []
        self.rows: list[Row] = []
        self.conversations = self.tweets = self.too_small = 0
        self._wanted, self._keys = wanted, keys
        self._naming = Naming(wanted.name)
        self._endings = endings()

    def lines(self, entries: Iterable[Entry]) -> Iterator[str]:
        """Plan; yield the index line by line as it comes."""
        for rank, entry in enumerate(entries):
            planned = self._planned(entry, rank)
            told = planned.reports if planned else ()
            reports = {form: path for form, path, _ in told}
            if planned:
                self.those.append(planned)
            if rank < MOST:
                self.rows.append(Row(entry.summary, reports))
            self.conversations += 1
            self.tweets += entry.summary.tweets
            yield line_of(entry.summary, reports)

    @cached_property
    def tables(self) -> Mapping[str, tuple[str, str]]:
        """Name and key of the file of all in each format that has one.

        To be asked for when all lines were taken.
        """
        listed = [each for each in self.those if each.listed]
        return {
            form: (TABLES[form], self._keys.of_table(form, listed))
            for form in self._wanted.tables
        }

    def _planned(self, entry: Entry, rank: int) -> Planned | None:
        """Return what is made of a conversation, or None for nothing."""
        wanted, tweets = self._wanted, entry.summary.tweets
        enough = wanted.top is not None and len(self.those) >= wanted.top
        if enough or (wanted.only_spats and not entry.summary.score):
            return None
        reported = bool(wanted.reports) and tweets >= wanted.least
        listed = bool(wanted.tables) and tweets >= wanted.least_in_tables
        self.too_small += not (reported if wanted.reports else listed)
        if not (reported or listed):
            return None
        return Planned(
            entry.number,
            rank,
            entry.summary.id,
            entry.size,
            entry.inputs,
            self._reports(entry, rank) if reported else (),
            listed,
            entry.mark,
        )

    def _reports(self, entry: Entry, rank: int) -> tuple[tuple[str, str, str], ...]:
        values = self._naming.values(entry.summary, rank + 1)
        return tuple(
            (
                form,
                self._naming.path(values, form, self._endings[form]),
                self._keys.of(form, entry.mark, entry.inputs),
            )
            for form in self._wanted.reports
        )
