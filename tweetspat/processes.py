"""Work shared among processes: results in the order of their tasks, however it goes.

`concurrent.futures`, because `multiprocessing.Pool` hangs for ever when one of its
workers is killed.
"""

import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from typing import TYPE_CHECKING, Any, TypeVar

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor

__all__ = ["cores", "in_order", "made_ready"]

Task = TypeVar("Task")
Ready = TypeVar("Ready")
Result = TypeVar("Result")

_SALT = "PYTHONHASHSEED"

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
        jobs: how many processes, if there are as many tasks; 1 works in this one.

    A task whose process was killed is done again in this process, and so are
    those after it: a batch that lost its workers is slow, not lost.
    """
    return made_ready(work, _as_it_is, tasks, jobs)


def made_ready(
    work: Callable[[Ready], Result],
    ready: Callable[[Task], Ready],
    tasks: Iterable[Task],
    jobs: int,
) -> Iterator[Result]:
    """Do the same for tasks that tell little, out of which more is made first.

    Args:
        work: see `in_order`.
        ready: returns what `work` takes, from all that this process has in memory.
            Processes that are forked have that too, and do it themselves, so that
            nothing large is handed over; for others it is done here.
        tasks: see `in_order`.
        jobs: see there.
    """
    upcoming = iter(tasks)
    first = list(islice(upcoming, jobs)) if jobs > 1 else []
    upcoming, jobs = chain(first, upcoming), min(jobs, len(first))
    if jobs <= 1:
        yield from (work(ready(task)) for task in upcoming)
        return
    import pickle
    from concurrent.futures.process import BrokenProcessPool

    waiting: deque[tuple[Task, Future[Result] | None]] = deque()
    forked = _forks()
    pool = _pool(jobs, ready if forked else None)
    salt = None if forked else str(int.from_bytes(os.urandom(4)))
    whole, untried = True, True
    try:
        while True:
            while len(waiting) < jobs * _AHEAD:
                try:
                    task = next(upcoming)
                except StopIteration:
                    break
                future = None
                if whole:
                    do = (_do, work, task) if forked else (work, ready(task))
                    if untried:  # what cannot be pickled would stop the pool for ever
                        pickle.dumps(do)
                        untried = False
                    try:
                        with _salted(salt):
                            future = pool.submit(*do)
                    except BrokenProcessPool:
                        whole = False
                waiting.append((task, future))
            if not waiting:
                return
            task, future = waiting.popleft()
            try:
                result = future.result() if future is not None else work(ready(task))
            except BrokenProcessPool:
                whole, result = False, work(ready(task))
            yield result
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _as_it_is(task: Task) -> Task:
    return task


def _pool(jobs: int, ready: "Callable[[Task], Ready] | None") -> "ProcessPoolExecutor":
    from concurrent.futures import ProcessPoolExecutor
    from multiprocessing import get_context

    way = "fork" if ready else "spawn"
    return ProcessPoolExecutor(jobs, get_context(way), _begin, (ready,))


@contextmanager
def _salted(salt: str | None) -> Iterator[None]:
    """Let processes that are spawned meanwhile hash texts alike, as forked ones do.

    What a scan keeps of words are hashes: by them it sees that copies say the same.
    """
    own = os.environ.get(_SALT)
    if salt is None or own is not None:
        yield
        return
    os.environ[_SALT] = salt
    try:
        yield
    finally:
        del os.environ[_SALT]


def _forks() -> bool:
    from multiprocessing import get_all_start_methods

    return "fork" in get_all_start_methods() and threading.active_count() == 1


_ready: Callable[..., Any] = _as_it_is
"""In a process that was forked what makes its tasks ready."""


def _do(work: Callable[[Ready], Result], task: object) -> Result:
    return work(_ready(task))


def _begin(ready: Callable[..., Any] | None) -> None:
    """Leave signals to the parent, and end when it ends."""
    global _ready  # noqa: PLW0603 - handed over once, not with each task
    import gc

    _ready = ready or _as_it_is
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
