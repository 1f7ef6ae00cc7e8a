"""Conversations to reports: what one process does with a portion of them."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import ExitStack
from functools import cache, lru_cache
from io import BufferedWriter
from itertools import islice
from typing import NamedTuple

from tweetspat.batch.source import Portion
from tweetspat.batch.writing import blocks, buffered_new, write_whole
from tweetspat.model import Input, Spat
from tweetspat.problems import NothingReadable, Place, Problem, SpatError
from tweetspat.renderers import renderer
from tweetspat.renderers.view import Report, View
from tweetspat.renderers.wording import counted
from tweetspat.zones import Zone, zone_or_raise

__all__ = [
    "CLOCKS",
    "Drawing",
    "Failed",
    "Made",
    "Part",
    "Result",
    "Task",
    "clocks",
    "drawn",
    "frame_of",
    "piece_of",
]

CLOCKS = ("MSK", "Washington")
"""The clocks to show where nobody tells any."""


_renderer = cache(renderer)


class Drawing(NamedTuple):
    """How all conversations of a run are drawn.  It can be pickled.

    Attributes:
        work: the folder for what is not finished.
        views: how each format is shown, without clocks: rules of zones cannot be
            pickled.
        zones: the words of the clocks that are asked for.
        given: those of the sides that the user gives.
    """

    work: str
    views: Mapping[str, View]
    zones: tuple[str, ...]
    given: tuple[str, ...]


class Part(NamedTuple):
    """A conversation, and what is to be made of it.

    Attributes:
        inputs: the numbers of those that its records stand in.
        reports: the formats of its reports.
        listed: whether it stands in the files of all.
    """

    inputs: tuple[int, ...]
    reports: tuple[str, ...]
    listed: bool


class Task(NamedTuple):
    """Some conversations for one process.

    Attributes:
        number: of the task; its files are named by it.
        conversations: their numbers, of which the source makes a portion.
        tables: the formats of the files of all that get a piece.
        inputs: those that any of its conversations needs, by their numbers.
    """

    number: int
    conversations: Sequence[int]
    parts: tuple[Part, ...]
    tables: tuple[str, ...]
    inputs: Mapping[int, Input]


class Made(NamedTuple):
    """A report that is whole, under the name of something unfinished."""

    part: int
    form: str
    name: str
    sha256: str
    size: int


class Failed(NamedTuple):
    """What became nothing, and why."""

    part: int
    form: str
    message: str


class Result(NamedTuple):
    """What came of a task; a piece of a table is named by `piece_of`."""

    made: list[Made]
    failed: list[Failed]


def piece_of(task: int, form: str) -> str:
    """Return what a task's piece of a table is called until it is joined on."""
    return f"{task}.{form}"


def drawn(drawing: Drawing, ready: tuple[Task, Portion]) -> Result:
    """Write the reports of a task, and its pieces of tables.

    What is odd in one conversation costs that one only.

    Args:
        drawing: how.
        ready: the task, and its conversations.

    Raises:
        NothingReadable: an input is gone, or has changed since it was first read.
        OSError: a file cannot be written.
    """
    task, portion = ready
    result = Result([], [])
    with ExitStack() as stack:
        tables = {
            form: stack.enter_context(
                buffered_new(f"{drawing.work}/{piece_of(task.number, form)}")
            )
            for form in task.tables
        }
        for number, spat in enumerate(_spats(task, portion)):
            part = task.parts[number]
            inputs = tuple(task.inputs[each] for each in part.inputs)
            one = _One(number, f"{task.number}.{number}", spat, inputs)
            for form in part.reports:
                told = _reported(one, form, drawing)
                if isinstance(told, Made):
                    result.made.append(told)
                else:
                    result.failed.append(told)
            for form, file in tables.items() if part.listed else ():
                failed = _added(one, form, file, drawing)
                if failed:
                    result.failed.append(failed)
    return result


class _One(NamedTuple):
    """A conversation that is being drawn."""

    part: int
    name: str
    spat: Spat | Exception
    inputs: tuple[Input, ...]


def _reported(one: _One, form: str, drawing: Drawing) -> Made | Failed:
    """Write a report on one conversation."""
    name = f"{one.name}.{form}"
    try:
        lines = _report(one.spat, form, one.inputs, drawing)
        return Made(one.part, form, name, *write_whole(f"{drawing.work}/{name}", lines))
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - it costs no other
        return Failed(one.part, form, _why(error))


def _added(
    one: _One, form: str, file: BufferedWriter, drawing: Drawing
) -> Failed | None:
    """Add one conversation to a piece of a table, or nothing of it."""
    begun = file.tell()
    try:
        file.writelines(blocks(_rows(one.spat, form, one.inputs, drawing)))
    except OSError:
        raise
    except Exception as error:  # noqa: BLE001 - it costs no other
        file.seek(begun)
        file.truncate()
        return Failed(one.part, form, _why(error))
    return None


def _spats(task: Task, portion: Portion) -> Iterator[Spat | Exception]:
    """Yield what each part is, or why it cannot be put together."""
    spats = portion.spats()
    lost: Exception = ValueError("the portion broke off before it")
    for _ in task.parts:
        try:
            spat = next(spats, lost)
        except Exception as error:  # noqa: BLE001 - told of, and the others go on
            spat = lost = error
        if isinstance(spat, OSError | SpatError):
            raise NothingReadable(_gone(spat)) from spat
        yield spat


def _gone(error: OSError | SpatError) -> str:
    if isinstance(error, OSError):
        reason = error.strerror or str(error)
        return f"{error.filename or 'an input'}: it cannot be read again: {reason}"
    return str(error)


def _why(error: Exception) -> str:
    """Say what went wrong, alike in every run: without addresses in memory."""
    what = re.sub(r"0x[0-9a-fA-F]+", "0x", f"{type(error).__name__}: {error}")
    return what[:300]


def _report(
    spat: Spat | Exception, form: str, inputs: tuple[Input, ...], drawing: Drawing
) -> Iterator[str]:
    """Return the lines of a report on one conversation."""
    if isinstance(spat, Exception):
        raise spat
    report = Report((spat,), inputs, tuple(_told(inputs)))
    return _renderer(form).render(report, _view(spat, form, drawing))


def _told(inputs: Iterable[Input]) -> Iterator[Problem]:
    """Yield where problems were met, which may concern any conversation there."""
    for each in inputs:
        if each.problems:
            met = f"{counted(each.problems, 'problem')} met here"
            message = f"{met}, of this conversation or of others; tweetspat check tells"
            yield Problem("input-problems", message, Place(each.file, 0))


def _rows(
    spat: Spat | Exception, form: str, inputs: tuple[Input, ...], drawing: Drawing
) -> Iterator[str]:
    """Return what a conversation adds to a file of all.

    In JSON a comma stands before each, of which the first one has to go.
    """
    if isinstance(spat, Exception):
        raise spat
    view = _view(spat, form, drawing)
    report = Report((spat,), inputs)
    lines = _renderer(form).render(report, view)
    if form == "jsonl":
        return lines
    if form == "csv":
        return islice(lines, 1, None)
    return _after_comma(lines)


def _after_comma(document: Iterator[str]) -> Iterator[str]:
    """Yield the one conversation that stands in a JSON document."""
    _, _, first, *lines = document
    yield f",{first}"
    yield from lines[:-2]


def frame_of(
    form: str, inputs: tuple[Input, ...], problems: tuple[Problem, ...], view: View
) -> tuple[bytes, bytes]:
    """Return what a file of all begins with, and what it ends in."""
    if form == "jsonl":
        return b"", b""
    lines = [*renderer(form).render(Report((), inputs, problems), view)]
    head, tail = (lines, []) if form == "csv" else (lines[:2], lines[2:])
    return b"".join(blocks(head)), b"".join(blocks(tail))


def _view(spat: Spat, form: str, drawing: Drawing) -> View:
    told = drawing.given
    if spat.sides:
        told += tuple(side.zone for side in spat.sides if side.zone)
    return _on_clocks(drawing.views[form], drawing.zones or told or CLOCKS)


@lru_cache(64)
def _on_clocks(view: View, words: tuple[str, ...]) -> View:
    return view._replace(zones=clocks(words))


@lru_cache(1024)
def clocks(words: tuple[str, ...]) -> tuple[Zone, ...]:
    """Return the clocks that words mean, each place once."""
    found = [zone_or_raise(word) for word in words]
    return tuple({each.name: each for each in reversed(found)}.values())[::-1]
