"""The way in: signals are settled before anything heavy is imported."""

import os
import signal
import sys
from types import FrameType

__all__ = ["run"]


def _leave(number: int, _: FrameType | None) -> None:
    output = sys.modules.get("tweetspat.cli.output")
    for path in getattr(output, "UNFINISHED", ()):
        try:
            os.unlink(path)
        except OSError:
            continue
    _end_workers()
    sweep = getattr(sys.modules.get("tweetspat.scan.spools"), "sweep", None)
    if sweep is not None:  # else it is being imported
        sweep()
    pager = sys.modules.get("tweetspat.cli.pager")
    for process in getattr(pager, "RUNNING", ()):
        try:
            os.kill(process, number)
        except OSError:
            continue
    os._exit(128 + number)


def _end_workers() -> None:
    """Kill the processes that share the work, lest they write where it was swept."""
    active = getattr(sys.modules.get("multiprocessing"), "active_children", list)
    try:
        for worker in active():
            worker.kill()
            worker.join()
    except Exception:  # noqa: BLE001, S110 - a signal may come at any moment
        pass


def run() -> None:
    """Run the command line and leave with its exit code."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, _leave)
    import gc

    gc.disable()  # the nouns hold no cycles; collecting doubles the time of a load
    from tweetspat.cli import main

    # Tearing down a heap of a million tweets takes a second that nobody needs.
    os._exit(main(sys.argv[1:]))


if __name__ == "__main__":
    run()
