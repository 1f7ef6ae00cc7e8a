"""Contestants measured side by side: each once a round, the rounds one after another.

A machine that is busy for a while is so for all of them, and each ratio is taken
within its round.
"""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from shutil import rmtree
from statistics import median
from typing import NamedTuple

__all__ = ["Contestant", "Result", "Used", "measured"]

RUNNER = Path(__file__).with_name("one_run.py")


class Contestant(NamedTuple):
    """A command that does a job.

    Attributes:
        name: as the tables call it.
        command: `{out}` in a word is a path of its own for what the command writes.
        does: what is done, in a few words.
        found: tells from the last line printed, or from what was written, what the
            command found; for people.
        home: its home folder where it writes settings there.
    """

    name: str
    command: tuple[str, ...]
    does: str
    found: Callable[[Path, Path], str] | None = None
    home: Path | None = None


class Used(NamedTuple):
    """What one run used: CPU and wall seconds, bytes at the peak."""

    cpu: float
    wall: float
    largest: int
    pss: int
    own: int
    processes: int
    code: int
    killed: bool


class Result(NamedTuple):
    """All runs of a contestant; `failed` tells why there are no more."""

    contestant: Contestant
    runs: tuple[Used, ...]
    failed: str = ""
    found: str = ""

    def middle(self, what: str) -> float:
        return median(getattr(run, what) for run in self.runs)

    def peak(self, what: str) -> int:
        return max(getattr(run, what) for run in self.runs)

    def ratios(self, unit: "Result", what: str) -> list[float]:
        """Return this in multiples of another, round by round, smallest first."""
        return sorted(
            getattr(run, what) / getattr(other, what)
            for run, other in zip(self.runs, unit.runs, strict=False)
            if getattr(other, what)
        )


def measured(
    contestants: Sequence[Contestant], runs: int, scratch: Path, seconds: float
) -> list[Result]:
    """Run every contestant once a round and return what each used."""
    scratch.mkdir(parents=True, exist_ok=True)
    results = {each.name: Result(each, ()) for each in contestants}
    for n in range(runs):
        for each in contestants:
            result = results[each.name]
            if result.failed:
                continue
            print(f"  {n + 1}/{runs} {each.name}", end="", file=sys.stderr, flush=True)
            result = _once(result, scratch, seconds, last=n == runs - 1)
            results[each.name] = result
            told = result.failed or f"{result.runs[-1].cpu:.2f} s"
            print(f": {told}", file=sys.stderr)
    return list(results.values())


def _once(result: Result, scratch: Path, seconds: float, *, last: bool) -> Result:
    contestant = result.contestant
    out, printed, errors, report = (
        scratch / name for name in ("made.tweetspat", "printed", "errors", "report")
    )
    _clear(out)
    command = [word.replace("{out}", str(out)) for word in contestant.command]
    environment = dict(os.environ)
    if contestant.home:
        contestant.home.mkdir(parents=True, exist_ok=True)
        environment["HOME"] = str(contestant.home)
    words = (report, printed, errors, seconds)
    subprocess.run(
        [sys.executable, "-I", "-S", str(RUNNER), *map(str, words), *command],
        env=environment,
        check=True,
    )
    used = Used(**json.loads(report.read_text()))
    try:
        if used.killed:
            return result._replace(failed=f"stopped after {seconds:.0f} s")
        if used.code:
            said = errors.read_text(errors="replace").strip().splitlines() or [
                "nothing"
            ]
            return result._replace(failed=f"exit {used.code}: {said[-1][:160]}")
        found = contestant.found(printed, out) if last and contestant.found else ""
        return result._replace(runs=(*result.runs, used), found=found)
    finally:
        _clear(out)


def _clear(path: Path) -> None:
    if path.is_dir():
        rmtree(path)
    else:
        path.unlink(missing_ok=True)
