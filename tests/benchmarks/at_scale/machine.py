"""What the figures were taken on."""

import os
import platform
import subprocess
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

__all__ = ["machine"]

LIBRARIES = ("msgspec", "numpy", "typer", "rich", "python-dateutil", "backports.zstd")
GB = 1 << 30


def machine(repository: Path) -> list[tuple[str, str]]:
    """Return names and values: processor, memory, kernel, versions."""
    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / GB
    cores = len(os.sched_getaffinity(0))
    return [
        ("processor", f"{_processor()}, {cores} cores"),
        ("memory", f"{memory:.1f} GB"),
        ("load before", f"{os.getloadavg()[0]:.2f}, mean of the last minute"),
        ("kernel", f"{platform.system()} {platform.release()}"),
        ("Python", f"{platform.python_version()} ({sys.implementation.name})"),
        ("libraries", ", ".join(filter(None, map(_version, LIBRARIES)))),
        ("tweetspat", f"{_version('tweetspat')}, commit {_commit(repository)}"),
    ]


def _processor() -> str:
    try:
        lines = Path("/proc/cpuinfo").read_text().splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next(
        (line.partition(":")[2].strip() for line in lines if "model name" in line),
        platform.machine(),
    )


def _version(name: str) -> str:
    try:
        return f"{name} {version(name)}"
    except PackageNotFoundError:
        return ""


def _commit(repository: Path) -> str:
    def git(*words: str) -> str:
        run = subprocess.run(
            ["git", "-C", str(repository), *words],
            check=False,
            capture_output=True,
            text=True,
        )
        return run.stdout.strip()

    changed = git("status", "--porcelain", "--", "tweetspat")
    return (git("rev-parse", "--short", "HEAD") or "unknown") + (
        " with changes" if changed else ""
    )
