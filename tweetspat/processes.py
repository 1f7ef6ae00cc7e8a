"""Work shared among processes: results in the order of their tasks, however it goes.

`concurrent.futures`, because `multiprocessing.Pool` hangs for ever when one of its
workers is killed.
"""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

__all__ = ["cores", "in_order"]

Task = TypeVar("Task")
Result = TypeVar("Result")

_AHEAD = 2
"""Tasks that wait for each process, so that none is idle and few results pile up."""


def cores() -> int:
    """Return how many processors this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on Linux
        return os.cpu_count() or 1


def in_order(
    work: Callable[[Task], Result], tasks: Iterable[Task], jobs: int
) -> Iterator[Result]:
    """Yield the result of each task, in their order.

    Args:
        work: a function that can be pickled; what it raises is raised here.
        tasks: taken as they are needed, a few ahead of the results.
        jobs: how many processes; 1 works in this one.

    A task whose process was killed is done again in this process, and so are
    those after it: a batch that lost its workers is slow, not lost.
    """
    if jobs <= 1:
        yield from map(work, tasks)
        return
    import pickle
    from concurrent.futures.process import BrokenProcessPool

    waiting: deque[tuple[Task, Future[Result] | None]] = deque()
    pool = _pool(jobs)
    whole, untried = True, True
    try:
        upcoming = iter(tasks)
        while True:
            while len(waiting) < jobs * _AHEAD:
                try:
                    task = next(upcoming)
                except StopIteration:
                    break
                future = None
                if untried:  # what cannot be pickled would stop the pool for ever
                    pickle.dumps((work, task))
                    untried = False
                if whole:
                    try:
                        future = pool.submit(work, task)
                    except BrokenProcessPool:
                        whole = False
                waiting.append((task, future))
            if not waiting:
                return
            task, future = waiting.popleft()
            try:
                result = future.result() if future is not None else work(task)
            except BrokenProcessPool:
                whole, result = False, work(task)
            yield result
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _pool(jobs: int) -> "ProcessPoolExecutor":
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_all_start_methods, get_context

    way = "fork" if "fork" in get_all_start_methods() and _alone() else "spawn"
    return ProcessPoolExecutor(jobs, get_context(way), _begin)


def _alone() -> bool:
    return threading.active_count() == 1


def _begin() -> None:
    """Leave signals to the parent, and end when it ends."""
    import gc

    for each in (signal.SIGINT, signal.SIGHUP):
        signal.signal(each, signal.SIG_IGN)
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    gc.disable()  # what passes through is freed by counting; nothing forms rings
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    from multiprocessing import parent_process
    from multiprocessing.connection import wait

    parent = parent_process()
    if parent is not None:
        wait([parent.sentinel])
        os._exit(1)
