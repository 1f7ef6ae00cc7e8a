"""What a contestant found, read from what it printed or wrote; for people."""

import json
from collections import deque
from pathlib import Path

__all__ = [
    "entries",
    "listed",
    "number",
    "printed_lines",
    "reports",
    "size",
    "told",
    "written",
]


def listed(printed: Path, _: Path) -> str:
    """Tell of a list: one line a conversation."""
    return f"{_lines(printed):,} conversations"


def printed_lines(printed: Path, _: Path) -> str:
    return f"{_lines(printed):,} lines"


def entries(_: Path, out: Path) -> str:
    """Tell of a batch: its index has one line a conversation."""
    lines = _lines(out / "index.jsonl")
    total = sum(file.stat().st_size for file in out.rglob("*") if file.is_file())
    return f"{lines:,} conversations, {total / 1e6:,.0f} MB written"


def reports(printed: Path, out: Path) -> str:
    files = sum(1 for _ in out.rglob("*.html"))
    return f"{entries(printed, out)}, {files:,} .html files"


def size(_: Path, out: Path) -> str:
    return f"{out.stat().st_size / 1e6:,.1f} MB"


def written(_: Path, out: Path) -> str:
    return f"{_lines(out):,} lines"


def told(printed: Path, _: Path) -> str:
    """Tell what a peer's script printed as its last line."""
    found = json.loads(_last(printed))
    words = f"{found['tweets']:,} tweets"
    if found["conversations"]:
        words += f" in {found['conversations']:,} conversations"
        words += f", the largest of {found['largest']:,}"
    return f"{words}; {found['imports']} s of it importing"


def _last(file: Path) -> str:
    with file.open(encoding="utf-8") as lines:
        return deque(lines, 1)[0]


def _lines(file: Path) -> int:
    with file.open("rb") as bytes_:
        return sum(
            block.count(b"\n") for block in iter(lambda: bytes_.read(1 << 20), b"")
        )


def number(printed: Path, _: Path) -> str:
    """Tell the number that the floor printed."""
    return f"{int(_last(printed)):,} tweets decoded"
