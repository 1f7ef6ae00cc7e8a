"""Measure `tweetspat show --format json` in multiples of bare decoding.

usage: python tests/benchmarks/show_json.py FILE.jsonl FLOOR.py

FLOOR.py decodes the fields that are needed and does nothing with them
(`python FLOOR.py FILE.jsonl`).  The runs are interleaved; the medians of the CPU
time (user and system) are compared, and the highest memory of any run is told.
The output goes into a pipe and is thrown away.
"""

import os
import subprocess
import sys
from pathlib import Path
from statistics import median
from typing import NamedTuple

RUNS = 7
MB = 1 << 20
CHUNK = 1 << 20


class Used(NamedTuple):
    """What one run used: CPU seconds, and bytes of memory at its peak."""

    cpu: float
    memory: int


def main(file: str, floor: str) -> None:
    """Print CPU and peak memory of both commands and the ratio."""
    tweetspat = str(Path(sys.executable).with_name("tweetspat"))
    commands = {
        "floor": (sys.executable, floor, file),
        "show json": (tweetspat, "show", "--format", "json", "-q", file),
    }
    for command in commands.values():
        used(command)  # the first run writes byte code and fills the file cache
    runs = [
        {name: used(command) for name, command in commands.items()} for _ in range(RUNS)
    ]
    medians = {name: median(run[name].cpu for run in runs) for name in commands}
    for name, seconds in medians.items():
        peak = max(run[name].memory for run in runs) / MB
        cpu = f"{seconds:7.2f} s CPU, median of {RUNS}"
        print(f"{name:9} {cpu} {peak:9.0f} MB at the peak")
    print(f"{'ratio':9} {medians['show json'] / medians['floor']:7.2f}")


def used(command: tuple[str, ...]) -> Used:
    """Run a command to its end, its output read and dropped.

    The kernel's account of this one process is asked for: that of all children
    would give one peak for both commands.
    """
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout
        while process.stdout.read(CHUNK):
            pass
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise subprocess.CalledProcessError(process.returncode, command)
    return Used(usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024)


if __name__ == "__main__":
    main(*sys.argv[1:])
