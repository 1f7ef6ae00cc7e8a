"""Making small inputs take the ways of large ones, and comparing a scan with a load."""

import json
from dataclasses import dataclass
from importlib.util import find_spec

import pytest

from tweetspat.model import Heap, Spat
from tweetspat.problems import NothingReadable
from tweetspat.readers import load, reading
from tweetspat.reconstruction import Conversations
from tweetspat.scan import Reading, ScannedHeap, scan, stretches, vectors
from tweetspat.summaries import Summary


def as_large(monkeypatch, stretch=5_000, block=1_024, typed_from=1_000):
    """Let inputs of some lines take the typed ways, in stretches of a few."""
    monkeypatch.setattr(reading, "TYPED_FROM", typed_from)
    monkeypatch.setattr(stretches, "TYPED_FROM", typed_from)
    monkeypatch.setattr(stretches, "STRETCH", stretch)
    monkeypatch.setattr(stretches, "_BLOCK", block)


def with_numpy(monkeypatch, *, wanted=True):
    """Scan inputs of any size with numpy, or none of them."""
    worth = 0 if wanted else 1 << 60
    monkeypatch.setattr(vectors, "_WORTH", worth)


WAYS = (
    pytest.param(False, id="loops"),
    pytest.param(
        True,
        id="numpy",
        marks=pytest.mark.skipif(not find_spec("numpy"), reason="numpy is an extra"),
    ),
)


@dataclass
class Told:
    """All that a heap tells, loaded or scanned."""

    inputs: object = None
    problems: object = None
    unread: object = None
    skipped: int = 0
    summaries: list[Summary] | None = None
    spats: list[Spat] | None = None
    refused: str | None = None


def _told(heap: Heap | ScannedHeap, found: Conversations | ScannedHeap) -> Told:
    return Told(
        heap.inputs,
        heap.problems,
        heap.unread,
        heap.skipped,
        list(found.summaries()),
        list(found.spats()),
    )


def loaded(paths, join="auto", sides=()) -> Told:
    """Return what a loaded heap tells."""
    try:
        heap = load([str(path) for path in paths])
    except NothingReadable as error:
        return Told(refused=str(error))
    return _told(heap, Conversations(heap, infer="off", join=join, sides=sides))


def scanned(paths, folder, join="auto", sides=(), jobs=1) -> Told:
    """Return what a scan of the same tells."""
    reading_ = Reading(infer="off", sides=tuple(sides))
    names = [str(path) for path in paths]
    try:
        heap = scan(names, str(folder / "spools"), reading_, join=join, jobs=jobs)
    except NothingReadable as error:
        return Told(refused=str(error))
    return _told(heap, heap)


def lines(path, records):
    """Write records one a line."""
    path.write_text("".join(f"{json.dumps(each)}\n" for each in records))
    return path
