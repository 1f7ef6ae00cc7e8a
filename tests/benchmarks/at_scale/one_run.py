"""Run one command and write down what it used, seen from outside.

usage: python -I -S one_run.py REPORT OUT ERR SECONDS COMMAND...

Stands alone and is small, because a child's highest memory counts from that of the
process that began it.  CPU is what the kernel charged the command and all processes
that it waited for.  Memory is looked at while it runs, over the whole tree: `pss`
shares the pages that several processes hold among them; `own` leaves out pages that
merely show a file (mapped input, libraries).  `largest` is the kernel's own highest
RSS of any single process.  After SECONDS, or when who asked has gone, everything that
was begun is killed.
"""

import json
import os
import signal
import sys
import threading
import time
from contextlib import suppress

FIRST = 0.01
LOOK = 0.05
RARELY = 10
"""Looking may take a tenth of the time at most: it grows with the memory."""


class Watch:
    """Looks at the memory of a tree of processes until told to stop."""

    def __init__(self, pid: int, seconds: float) -> None:
        self.pid = pid
        self.parent = os.getppid()
        self.until = time.monotonic() + seconds
        self.pss = self.own = self.processes = 0
        self.killed = False
        self.over = threading.Event()
        self.thread = threading.Thread(target=self.look)

    def look(self) -> None:
        pause = FIRST
        while not self.over.wait(pause):
            began = time.monotonic()
            if began > self.until or os.getppid() != self.parent:
                self.killed = True
                os.killpg(self.pid, signal.SIGKILL)
                return
            pids = list(tree(self.pid))
            sizes = [size for pid in pids if (size := memory(pid))]
            self.processes = max(self.processes, len(sizes))
            self.pss = max(self.pss, sum(pss for pss, _ in sizes))
            self.own = max(self.own, sum(own for _, own in sizes))
            pause = max(LOOK, RARELY * (time.monotonic() - began))


def tree(pid: int):
    """Yield a process and all below it."""
    yield pid
    try:
        for task in os.listdir(f"/proc/{pid}/task"):
            with open(f"/proc/{pid}/task/{task}/children") as children:
                for child in children.read().split():
                    yield from tree(int(child))
    except OSError:
        return  # it has ended


def memory(pid: int) -> tuple[int, int] | None:
    """Return bytes: proportional, and without pages of files."""
    found = {"Pss": 0, "Pss_Anon": 0, "Pss_Shmem": 0}
    try:
        with open(f"/proc/{pid}/smaps_rollup") as lines:
            for line in lines:
                name, _, rest = line.partition(":")
                if name in found:
                    found[name] = int(rest.split()[0]) * 1024
    except OSError:
        return None
    return found["Pss"], found["Pss_Anon"] + found["Pss_Shmem"]


def begin(command: list[str], out: str, err: str) -> int:
    """Start a command at the head of a process group of its own."""
    pid = os.fork()
    if pid:
        return pid
    os.setsid()
    for file, at in ((out, 1), (err, 2)):
        os.dup2(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o644), at)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    try:
        os.execvp(command[0], command)
    except OSError as error:
        os.write(2, f"{command[0]}: {error.strerror}\n".encode())
    os._exit(127)


def main(report: str, out: str, err: str, seconds: str, *command: str) -> None:
    began = time.perf_counter()
    pid = begin(list(command), out, err)
    watch = Watch(pid, float(seconds))
    watch.thread.start()
    try:
        _, status, usage = os.wait4(pid, 0)
        wall = time.perf_counter() - began
    finally:
        watch.over.set()
        with suppress(ProcessLookupError):
            os.killpg(pid, signal.SIGKILL)  # what it left behind, or an interrupt
    watch.thread.join()
    used = {
        "cpu": usage.ru_utime + usage.ru_stime,
        "wall": wall,
        "largest": usage.ru_maxrss * 1024,
        "pss": watch.pss,
        "own": watch.own,
        "processes": watch.processes,
        "code": os.waitstatus_to_exitcode(status),
        "killed": watch.killed,
    }
    with open(report, "w") as file:
        json.dump(used, file)


if __name__ == "__main__":
    main(*sys.argv[1:])
