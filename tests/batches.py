"""Batches for tests: inputs, trees, and runs that end badly on purpose."""

import hashlib
import os
import signal
import sys

from make import status, written

from tweetspat.cli import main

EVENTS = ("open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.truncate")
"""What Python tells of every step that touches files."""


def talk(number, tweets=3, *, a="mod", b="oir", day=0):
    """Return a conversation of two voices; each number is one of its own."""
    made = []
    for n in range(tweets):
        clock = f"{10 + day:02}:{n:02}:{number % 60:02}"
        more = {"answers": made[-1]} if made else {}
        who = (a, b)[n % 2]
        made.append(status(clock, who, f"talk{number} word{n}", last=number, **more))
    return made


def folder_of(path, *talks):
    """Write each conversation into a file of its own in a new folder."""
    path.mkdir(exist_ok=True)
    for number, each in enumerate(talks):
        written(path, f"t{number}.json", each)
    return path


def tree(path):
    """Return the hash of every file below a folder; links as where they lead."""
    found = {}
    for each in sorted(path.rglob("*")):
        name = each.relative_to(path).as_posix()
        if each.is_symlink():
            found[name] = f"-> {os.readlink(each)}"
        elif each.is_file():
            found[name] = hashlib.sha256(each.read_bytes()).hexdigest()
    return found


def stamps(path):
    """Return which file stands under each name: another one is another number."""
    return {
        each.relative_to(path).as_posix(): (each.stat().st_ino, each.stat().st_mtime_ns)
        for each in path.rglob("*")
        if each.is_file()
    }


def apart(arguments, prepare=lambda: None):
    """Run the command line in a process of its own; return how that ended.

    Negative: killed by that signal.
    """
    sys.stdout.flush()
    sys.stderr.flush()
    pid = os.fork()
    if not pid:
        for each in (signal.SIGINT, signal.SIGTERM):
            signal.signal(each, signal.SIG_DFL)
        try:
            prepare()
            code = main([*map(str, arguments)])
            sys.stderr.flush()
        except BaseException:  # noqa: BLE001 - a test is not to run on in the child
            code = 99
        os._exit(code)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def killed_at(step, below):
    """Return what prepares a process to die at its n-th step that touches a folder."""
    left = [step]

    def watch(event, details):
        if event in EVENTS and any(str(below) in str(each) for each in details):
            left[0] -= 1
            if not left[0]:
                os.kill(os.getpid(), signal.SIGKILL)

    return lambda: sys.addaudithook(watch)
