"""The manifest: what a finished run read and wrote, so that both can be checked.

Nothing in it tells of the clock, the machine or the run: the same inputs give the
same bytes.
"""

import json
import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, BinaryIO, NamedTuple

from tweetspat.batch.known import Output
from tweetspat.model import Input
from tweetspat.problems import Problem
from tweetspat.version import VERSION

__all__ = ["MANIFEST", "SCHEMA", "Failure", "Manifest", "lines_of", "outputs_in"]

MANIFEST = "manifest.json"
SCHEMA = "tweetspat-batch/1"

_MOST_PROBLEMS = 1_000
_LARGEST = 1 << 30


class Failure(NamedTuple):
    """A conversation that could not be written in a format, and why."""

    conversation: str
    format: str
    message: str


class Manifest(NamedTuple):
    """What a run read and wrote.

    Attributes:
        settings: all that decides what the outputs are.
        counts: of conversations, reports and so on, by name.
        outputs: all but the manifest itself, each with its conversation's id and its
            format, or None where it is of all.
    """

    settings: Mapping[str, object]
    inputs: Sequence[Input]
    counts: Mapping[str, int]
    outputs: Iterable[tuple[Output, str | None, str | None]]
    failures: Sequence[Failure]
    problems: Sequence[Problem]


def lines_of(manifest: Manifest) -> Iterator[str]:
    """Yield the document, an input, an output or a problem on each line."""
    yield "{"
    yield f'"schema":{_json(SCHEMA)},'
    yield f'"tool":{_json(f"tweetspat {VERSION}")},'
    yield f'"settings":{_json(manifest.settings)},'
    yield from _listed("inputs", map(_input, manifest.inputs))
    yield f'"counts":{_json(manifest.counts)},'
    yield from _listed("outputs", (_output(*each) for each in manifest.outputs))
    yield from _listed("failed", (each._asdict() for each in manifest.failures))
    told = manifest.problems
    yield f'"problems":{{"count":{len(told)},'
    yield from _listed("first", map(_problem, told[:_MOST_PROBLEMS]), "}")
    yield "}"


def _listed(
    name: str, those: Iterable[Mapping[str, object]], after: str = ","
) -> Iterator[str]:
    yield f'"{name}":['
    comma = ""
    for each in those:
        yield comma + _json(each)
        comma = ","
    yield f"]{after}"


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=True, separators=(",", ":"))


def _input(each: Input) -> dict[str, object]:
    return {
        "file": each.file,
        "sha256": each.sha256,
        "shape": each.shape,
        "tweets": each.tweets,
        "problems": each.problems,
    }


def _output(
    each: Output, conversation: str | None, form: str | None
) -> dict[str, object]:
    return {
        "path": each.path,
        "format": form,
        "conversation": conversation,
        "sha256": each.sha256,
        "size": each.size,
        "key": each.key,
    }


def _problem(each: Problem) -> dict[str, object]:
    place = each.place._asdict() if each.place else None
    return {"place": place, "code": each.code, "message": each.message}


def outputs_in(path: str) -> list[Output] | None:
    """Return the outputs that a manifest tells of.

    None where there is none, or what stands there is something else, a link say.
    """
    import msgspec

    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
    try:
        with os.fdopen(os.open(path, flags), "rb") as file:
            told = msgspec.json.decode(file.read(_size(file)), type=_told())
    except (OSError, msgspec.MsgspecError, UnicodeError):
        return None
    if told.schema != SCHEMA:
        return None
    return [Output(e.path, e.key, e.sha256, e.size) for e in told.outputs]


def _size(file: BinaryIO) -> int:
    """Return how much of a file is read: what it has, up to a limit."""
    return min(_LARGEST, os.fstat(file.fileno()).st_size)


def _told() -> Any:
    """Return the type of what is read of a manifest; msgspec passes over the rest."""
    from msgspec import defstruct

    output = defstruct(
        "output", [("path", str), ("key", str), ("sha256", str), ("size", int)]
    )
    return defstruct("manifest", [("schema", str), ("outputs", list[output])])  # type: ignore[valid-type]
