"""What is measured against what: for each trial a file and its contestants."""

import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from . import findings, peers
from .bench import (
    Bench,
    Trial,
    floor,
    labelled,
    listing,
    missing,
    on,
    some_id,
    without_numpy,
    words,
)
from .rounds import Contestant
from .stored import Stored

__all__ = ["TRIALS"]

NOT_YET = "there is no such command yet"
STARTS = 11
TOP = 1_000
EXTREME_PEERS = 10_000
WHOLE = "writes every conversation whole"
JSONL = ("--format", "jsonl", "--infer", "off")


def lists(bench: Bench) -> Iterator[Trial]:
    file = bench.heap()
    found = [floor(bench, file), *listing(bench, file, (1, 2))]
    without = without_numpy(bench)
    found += [
        each._replace(command=(*without, *each.command))
        for each in listing(bench, file, (1, 2), ", without numpy")
    ]
    yield on("list", file, tuple(found))


def batches(bench: Bench) -> Iterator[Trial]:
    file = bench.heap()
    helps = bench.helps("batch")
    if not helps:
        yield missing("batch", file, f"batch: {NOT_YET}")
        return
    top = ("--format", "html", "--top", str(TOP))
    found = [floor(bench, file)]
    for name, options, jobs, told in (
        ("batch jsonl", JSONL, (1, 2), findings.entries),
        (f"batch html, {TOP:,} reports", top, (2,), findings.reports),
    ):
        for label, flags in labelled(helps, jobs):
            command = words(bench, "batch", helps, str(file.path), *options, *flags)
            command += ("--out", "{out}")
            found.append(Contestant(name + label, command, WHOLE, told))
    yield on("batch", file, tuple(found))


def indexes(bench: Bench) -> Iterator[Trial]:
    file = bench.heap()
    helps = bench.helps("index")
    if not helps:
        yield missing("index", file, f"index: {NOT_YET}")
        return
    made = tuple(
        Contestant(f"index{label}", command, "writes an index", findings.size)
        for label, flags in labelled(helps, (1, 2))
        for command in [
            words(bench, "index", helps, str(file.path), *flags, "-o", "{out}")
        ]
    )
    yield on("index", file, (floor(bench, file), *made))


def threads(bench: Bench) -> Iterator[Trial]:
    """One thread: out of the dump itself, and out of an index, which is start-up."""
    file = bench.heap()
    thread = ("show", "--thread", some_id(file.path), "-q")
    lines = findings.printed_lines
    raw = Contestant(
        "show --thread", (bench.program, *thread, str(file.path)), "one thread", lines
    )
    yield on("one thread out of the dump", file, (floor(bench, file), raw))
    sample = bench.repository / "samples" / "aleppo-2016.json"
    starts = [
        Contestant("python -c pass", (sys.executable, "-c", "pass"), "nothing"),
        Contestant(
            "show a sample",
            (bench.program, "show", str(sample)),
            f"{sample.stat().st_size / 1000:.0f} KB of JSON",
            lines,
        ),
    ]
    heap, left_out = _index(bench, file)
    if not left_out:
        command = (bench.program, *thread, str(heap))
        starts.append(Contestant("show --thread, index", command, "one thread", lines))
    runs = max(bench.runs, STARTS)
    units = (starts[0].name, starts[1].name)
    title = "one thread out of an index, against start-up"
    yield Trial(title, file.tweets, file.size, tuple(starts), units, left_out, runs)


def _index(bench: Bench, file: Stored) -> tuple[Path, tuple[str, ...]]:
    """Write an index to read from, and return it and what is wrong with it."""
    heap = bench.scratch / "warm.tweetspat"
    helps = bench.helps("index")
    if not helps:
        return heap, (f"show --thread on an index: {NOT_YET}",)
    bench.scratch.mkdir(parents=True, exist_ok=True)
    heap.unlink(missing_ok=True)
    command = words(bench, "index", helps, str(file.path), "-o", str(heap))
    run = subprocess.run(command, check=False, capture_output=True, text=True)
    if run.returncode:
        return heap, (f"show --thread on an index: {run.stderr.strip()[-160:]}",)
    return heap, ()


def packed(bench: Bench) -> Iterator[Trial]:
    file = bench.heap()
    found = [floor(bench, file), *listing(bench, file, (1,))]
    for ending in ("gz", "zst"):
        path = bench.folder.packed(file, ending).path
        found += listing(bench, file._replace(path=path), (1,), f", .{ending}")
    yield on("list, packed files", file, tuple(found))


def pages(bench: Bench) -> Iterator[Trial]:
    file = bench.folder.v2(min(bench.tweets, bench.peers_tweets))
    found = (floor(bench, file), *listing(bench, file, (1, 2)))
    yield on("list, pages of API v2", file, found)


def extremes(bench: Bench) -> Iterator[Trial]:
    for make in (bench.folder.chain, bench.folder.star):
        file = make(bench.tweets)
        found = (floor(bench, file), *_ours(bench, file))
        title = f"a {file.what} of {file.tweets:,} replies, small tweets"
        yield on(title, file, found)


def growth(bench: Bench) -> Iterator[Trial]:
    files = {file.tweets: file for file in map(bench.heap, bench.sizes)}
    for tweets, file in files.items():
        found = (floor(bench, file), *listing(bench, file, (1,)))
        yield on(f"growth: {tweets:,} tweets", file, found)


def against_peers(bench: Bench) -> Iterator[Trial]:
    wanted = [
        peer
        for peer in peers.PEERS
        if not bench.asked or peers.short(peer) in bench.asked
    ]
    there = {peer: peers.installed(peer, bench.environments) for peer in wanted}
    many, few, extreme = (
        min(bench.tweets, tweets)
        for tweets in (bench.peers_tweets, bench.slow_tweets, EXTREME_PEERS)
    )
    heap, smaller = bench.heap(many), bench.heap(few)
    yield from _against(bench, "peers", heap, there, lambda peer: not peer.slow)
    yield from _against(
        bench, "slow peers, fewer tweets", smaller, there, lambda peer: peer.slow
    )
    paged = bench.folder.v2(many)
    yield from _against(bench, "peers, pages of API v2", paged, there, None)
    for make in (bench.folder.chain, bench.folder.star):
        file = make(extreme)
        title = f"peers, a {file.what} of {extreme:,} replies"
        for trial in _against(bench, title, file, there, lambda _: True):
            yield trial._replace(runs=1, seconds=min(bench.seconds, 180))
    lost = [f"{peer.name}: not installed" for peer in wanted if not there[peer]]
    if lost:
        yield missing("peers that are not there", heap, *lost)


def _against(
    bench: Bench,
    title: str,
    file: Stored,
    there: Mapping[peers.Peer, str],
    wanted: Callable[[peers.Peer], bool] | None,
) -> Iterator[Trial]:
    """Yield a trial against the peers that are there and wanted.

    Without `wanted` it is those that read pages.
    """
    found = [
        peers.contestant(peer, version, bench.environments, file.path)
        for peer, version in there.items()
        if version and (peer.pages if wanted is None else wanted(peer) > peer.pages)
    ]
    if found:
        ours = [floor(bench, file), *_ours(bench, file)]
        if wanted is None:
            ours.append(_converted(bench, file))
        units = (ours[0].name, ours[1].name)
        yield on(title, file, (*ours, *found))._replace(units=units)


def _ours(bench: Bench, file: Stored) -> list[Contestant]:
    """Return a list of the conversations and, where it is there, all of them whole."""
    found = listing(bench, file, (1,))
    if helps := bench.helps("batch"):
        ((label, flags),) = labelled(helps, (1,))
        command = words(bench, "batch", helps, str(file.path), *JSONL, *flags)
        command += ("--out", "{out}")
        told = findings.entries
        found.append(Contestant(f"batch jsonl{label}", command, WHOLE, told))
    return found


def _converted(bench: Bench, file: Stored) -> Contestant:
    command = (bench.program, "convert", "-q", "--to", "jsonl", str(file.path))
    return Contestant("convert --to jsonl", command, WHOLE, findings.printed_lines)


TRIALS = {
    "list": lists,
    "batch": batches,
    "index": indexes,
    "thread": threads,
    "packed": packed,
    "pages": pages,
    "extremes": extremes,
    "growth": growth,
    "peers": against_peers,
}
