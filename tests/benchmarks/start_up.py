"""Measure what starting up costs, in multiples of `python -c pass`.

usage: python tests/benchmarks/start_up.py

The runs are interleaved, so that a busy machine is as busy for both; the medians
of the CPU time (user and system) are compared.  The `tweetspat` command beside
this Python is measured, its output going into a pipe.
"""

import subprocess
import sys
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from statistics import median

RUNS = 21
SAMPLE = Path(__file__).parents[2] / "samples" / "aleppo-2016.json"
COMMANDS = {
    "python -c pass": (sys.executable, "-c", "pass"),
    "tweetspat show": (
        str(Path(sys.executable).with_name("tweetspat")),
        "show",
        str(SAMPLE),
    ),
}


def main() -> None:
    """Print the median CPU of each command and the ratio."""
    for command in COMMANDS.values():
        cpu(command)  # the first run writes byte code
    runs = [
        {name: cpu(command) for name, command in COMMANDS.items()} for _ in range(RUNS)
    ]
    medians = {name: median(run[name] for run in runs) for name in COMMANDS}
    for name, seconds in medians.items():
        print(f"{name:16} {seconds * 1000:7.1f} ms CPU, median of {RUNS}")
    floor, show = medians.values()
    print(f"{'ratio':16} {show / floor:7.2f}")


def cpu(command: tuple[str, ...]) -> float:
    """Run a command to its end and return the CPU seconds that it took."""
    before = getrusage(RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.PIPE, check=True)
    after = getrusage(RUSAGE_CHILDREN)
    return after.ru_utime - before.ru_utime + after.ru_stime - before.ru_stime


if __name__ == "__main__":
    main()
