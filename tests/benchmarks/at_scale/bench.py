"""What all trials share: the files, the program, and the contestants found in most."""

import json
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple

from . import findings
from .rounds import Contestant
from .stored import Folder, Stored

__all__ = [
    "Bench",
    "Trial",
    "floor",
    "labelled",
    "listing",
    "missing",
    "on",
    "some_id",
    "without_numpy",
    "words",
]

FLOOR = "floor"
LIST = "list"


class Bench(NamedTuple):
    """What all trials share.

    Attributes:
        file: what is measured on instead of made-up v1.1 tweets.
        sizes: of `growth`.
        asked: the names of the peers that are wanted; none means all.
    """

    folder: Folder
    file: Path | None
    floor: Path
    tweets: int
    runs: int
    seconds: float
    repository: Path
    environments: Path
    sizes: tuple[int, ...]
    peers_tweets: int
    slow_tweets: int
    asked: tuple[str, ...] = ()

    @property
    def program(self) -> str:
        return str(Path(sys.executable).with_name("tweetspat"))

    @property
    def scratch(self) -> Path:
        return self.folder.root / "scratch"

    def heap(self, tweets: int | None = None) -> Stored:
        """Return the v1.1 file: the given one, its beginning, or a made-up one."""
        if self.file is None:
            return self.folder.v1(tweets or self.tweets)
        return self.folder.beginning(self.file, tweets)

    def helps(self, command: str) -> str:
        """Return the help of a command of tweetspat, "" where there is none."""
        run = subprocess.run(
            [self.program, command, "--help"],
            check=False,
            capture_output=True,
            text=True,
        )
        return "" if run.returncode else run.stdout


class Trial(NamedTuple):
    """Contestants on one file.

    Attributes:
        units: the contestants that the others are told in multiples of.
        left_out: who is not there, and why.
    """

    title: str
    tweets: int
    size: int
    contestants: tuple[Contestant, ...]
    units: tuple[str, ...] = (FLOOR,)
    left_out: tuple[str, ...] = ()
    runs: int | None = None
    seconds: float | None = None


def on(title: str, file: Stored, contestants: tuple[Contestant, ...]) -> Trial:
    return Trial(title, file.tweets, file.size, contestants)


def missing(title: str, file: Stored, *left_out: str) -> Trial:
    """Return a trial of nothing, which says why."""
    return Trial(title, file.tweets, file.size, (), left_out=left_out)


def floor(bench: Bench, file: Stored) -> Contestant:
    command = (sys.executable, str(bench.floor), str(file.path))
    does = "decodes the needed fields"
    return Contestant(FLOOR, command, does, findings.number)


def listing(
    bench: Bench, file: Stored, jobs: tuple[int, ...], more: str = ""
) -> list[Contestant]:
    helps = bench.helps("list")
    return [
        Contestant(
            f"{LIST}{label}{more}",
            words(bench, "list", helps, str(file.path), *flags),
            "one line a conversation, ranked",
            findings.listed,
        )
        for label, flags in labelled(helps, jobs)
    ]


def without_numpy(bench: Bench) -> tuple[str, ...]:
    """Return what a command begins with that shall not find numpy."""
    hidden = bench.folder.root / "without-numpy"
    hidden.mkdir(parents=True, exist_ok=True)
    (hidden / "numpy.py").write_text('raise ImportError("hidden for this run")\n')
    return ("env", f"PYTHONPATH={hidden}")


def words(bench: Bench, command: str, helps: str, *words: str) -> tuple[str, ...]:
    quiet = ("-q",) if "--quiet" in helps else ()
    return (bench.program, command, *quiet, *words)


def labelled(helps: str, counts: tuple[int, ...]) -> list[tuple[str, tuple[str, ...]]]:
    """Return labels and options for so many processes, where they can be asked for."""
    if "--jobs" not in helps:
        return [("", ())]
    return [
        (f", {n} process{'es' if n > 1 else ''}", ("--jobs", str(n))) for n in counts
    ]


def some_id(file: Path) -> str:
    """Return the id of the first answer in a file, for a thread that has links."""
    with file.open("rb") as lines:
        first = json.loads(lines.readline())
        for line, _ in zip(lines, range(10_000), strict=False):
            if b'"in_reply_to_status_id_str":"' in line:
                status = json.loads(line)
                if status.get("in_reply_to_status_id_str"):
                    return status["id_str"]
    return first["id_str"]
