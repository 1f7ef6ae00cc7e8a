"""The files that are measured on: made once, kept outside the repository."""

import gzip
import sys
from collections.abc import Callable, Iterable
from functools import partial
from itertools import islice
from pathlib import Path
from shutil import copyfileobj, disk_usage
from typing import BinaryIO, NamedTuple

from . import extremes, v1, v2

__all__ = ["Folder", "Stored"]

BLOCK = 1 << 20
BYTES_A_TWEET = {"v1": 3_400, "v2": 2_200, "chain": 420, "star": 420}


class Stored(NamedTuple):
    """One file, and how many tweets were said to make it (copies not counted)."""

    path: Path
    tweets: int
    what: str

    @property
    def size(self) -> int:
        return self.path.stat().st_size


class Folder(NamedTuple):
    """Where the files are kept; each is made when it is first asked for."""

    root: Path
    seed: int

    def v1(self, tweets: int) -> Stored:
        return self._made("v1", tweets, lambda: v1.lines(tweets, self.seed))

    def v2(self, tweets: int) -> Stored:
        return self._made("v2", tweets, lambda: v2.pages(tweets, self.seed))

    def chain(self, replies: int) -> Stored:
        return self._made("chain", replies, partial(extremes.chain, replies))

    def star(self, replies: int) -> Stored:
        return self._made("star", replies, partial(extremes.star, replies))

    def beginning(self, file: Path, tweets: int | None) -> Stored:
        """Return a given file, or its first lines where it has more."""
        lines = _count(file)
        if tweets is None or tweets >= lines:
            return Stored(file, lines, "given")
        path = self.root / f"{file.stem}-{file.stat().st_size}-first-{tweets}.jsonl"
        if not path.exists():
            self.root.mkdir(parents=True, exist_ok=True)
            with file.open("rb") as source:
                _write(path, partial(_copy_lines, source, tweets))
        return Stored(path, tweets, "given")

    def packed(self, plain: Stored, ending: str) -> Stored:
        """Return a .gz or .zst of a file."""
        path = self.root / f"{plain.path.stem}-{plain.size}.jsonl.{ending}"
        self.root.mkdir(parents=True, exist_ok=True)
        if not path.exists() or path.stat().st_mtime < plain.path.stat().st_mtime:
            print(f"writing {path}", file=sys.stderr)
            with plain.path.open("rb") as source:
                _write(path, partial(_pack, source, ending))
        return plain._replace(path=path)

    def _made(
        self, shape: str, tweets: int, lines: Callable[[], Iterable[bytes]]
    ) -> Stored:
        path = self.root / f"{shape}-{tweets}-seed{self.seed}.jsonl"
        if not path.exists():
            self.root.mkdir(parents=True, exist_ok=True)
            needed = BYTES_A_TWEET[shape] * tweets
            if disk_usage(self.root).free < 2 * needed:
                sys.exit(f"{self.root}: {2 * needed / 1e9:.0f} GB are wanted there")
            print(f"writing {path}", file=sys.stderr)
            _write(path, lambda file: _write_lines(file, lines()))
        return Stored(path, tweets, shape)


def _write(path: Path, fill: Callable[[BinaryIO], None]) -> None:
    """Write a file that has its name only when it is whole."""
    unfinished = path.with_name(f"{path.name}.unfinished")
    with unfinished.open("wb", BLOCK) as file:
        fill(file)
    unfinished.rename(path)


def _write_lines(file: BinaryIO, lines: Iterable[bytes]) -> None:
    for line in lines:
        file.write(line)
        file.write(b"\n")


def _copy_lines(source: BinaryIO, count: int, target: BinaryIO) -> None:
    target.writelines(islice(source, count))


def _count(file: Path) -> int:
    with file.open("rb") as source:
        return sum(
            block.count(b"\n") for block in iter(lambda: source.read(BLOCK), b"")
        )


def _pack(source: BinaryIO, ending: str, target: BinaryIO) -> None:
    if ending == "gz":
        with gzip.GzipFile("", "wb", 6, target, mtime=0) as packed:
            copyfileobj(source, packed, BLOCK)
    else:
        try:
            from compression import zstd
        except ImportError:
            from backports import zstd
        with zstd.open(target, "wb") as packed:
            copyfileobj(source, packed, BLOCK)
