"""A terminal that a test plays: a program runs in it, and is answered by script.

Nothing here sleeps: each answer waits for the words that it answers.
"""

import fcntl
import os
import pty
import select
import signal
import struct
import subprocess
import sys
import termios
import time
from typing import NamedTuple

from shown import environment

TOO_LONG = 60
"""Seconds after which a program is taken to hang."""


class Played(NamedTuple):
    """What a program did in a terminal."""

    code: int
    screen: bytes
    stderr: bytes
    stdout: bytes


class Terminal:
    """A pseudo-terminal of 100 by 24 cells; the test holds its other end."""

    def __init__(self, columns=100, rows=24):
        self.master, self.slave = pty.openpty()
        fcntl.ioctl(
            self.slave, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0)
        )
        self.modes = termios.tcgetattr(self.slave)
        self.pid = None

    def __enter__(self):
        return self

    def __exit__(self, *_):
        os.close(self.master)
        os.close(self.slave)

    def type(self, keys):
        """Put keys, or a terminal's answer, into the input."""
        os.write(self.master, keys)

    def run(
        self, arguments, script=(), *, piped=False, given=None, passed=(), **environ
    ):
        """Run Python in this terminal.

        Args:
            arguments: those of Python.
            script: words to wait for on the screen, and what happens then: keys to
                type, or a function to call.
            piped: stdout is a pipe, not the terminal.
            given: bytes for stdin; None for the terminal.
            passed: more open files that the program gets.
            environ: more of the environment.
        """
        running = subprocess.Popen(
            [sys.executable, *arguments],
            stdin=self.slave if given is None else subprocess.PIPE,
            stdout=subprocess.PIPE if piped else self.slave,
            stderr=subprocess.PIPE,
            env=environment(**{"TERM": "xterm-256color"} | environ),
            pass_fds=passed,
            preexec_fn=self._own,  # noqa: PLW1509 - there are no threads
        )
        self.pid = running.pid
        if given is not None:
            running.stdin.write(given)
            running.stdin.close()
            running.stdin = None
        screen = self._play(running, list(script))
        out, err = running.communicate(timeout=TOO_LONG)
        return Played(running.returncode, screen, err, out or b"")

    def _own(self):
        for each in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(each, signal.SIG_DFL)  # "&" and nohup leave some ignored
        os.setsid()
        fcntl.ioctl(self.slave, termios.TIOCSCTTY, 0)

    def _play(self, running, script):
        """Return all that is written until program and script have ended."""
        screen, seen = b"", 0
        end = time.monotonic() + TOO_LONG
        while time.monotonic() < end:
            ended = running.poll() is not None
            ready, _, _ = select.select([self.master], [], [], 0 if ended else 0.01)
            if ready:
                screen += os.read(self.master, 1 << 16)
            elif ended and not script:
                return screen
            while script and (at := screen.find(script[0][0], seen)) >= 0:
                words, then = script.pop(0)
                seen = at + len(words)
                if callable(then):
                    then()
                else:
                    self.type(then)
        running.kill()
        running.communicate()
        raise AssertionError(f"{script} still to come; the screen: {screen[-2000:]!r}")

    def left(self):
        """Return what is left in the input, which the next program would read."""
        silent = [*self.modes]
        silent[3] &= ~(termios.ICANON | termios.ECHO)
        modes = termios.tcgetattr(self.slave)
        termios.tcsetattr(self.slave, termios.TCSANOW, silent)
        found = b""
        while select.select([self.slave], [], [], 0)[0]:
            found += os.read(self.slave, 1 << 16)
        termios.tcsetattr(self.slave, termios.TCSANOW, modes)
        return found
