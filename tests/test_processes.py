"""Work shared among processes: as many as there are tasks, results in their order."""

import os
import time

import pytest

from tweetspat import processes
from tweetspat.processes import in_order


def doubled(number):
    return 2 * number, os.getpid()


def test_results_come_in_the_order_of_their_tasks():
    found = [result for result, _ in in_order(doubled, range(40), 2)]

    assert found == [2 * number for number in range(40)]


def test_a_single_task_is_done_here_however_many_processes_are_allowed():
    assert [*in_order(doubled, [4], 1_000)] == [(8, os.getpid())]


def test_no_more_processes_are_begun_than_there_are_tasks():
    mine = os.getpid()

    processes = {process for _, process in in_order(doubled, [1, 2, 3], 1_000)}

    assert mine not in processes
    assert len(processes) <= 3


def test_nothing_is_done_for_no_tasks():
    assert [*in_order(doubled, [], 4)] == []


def hashed(text):
    time.sleep(0.02)
    return hash(text), os.getpid()


@pytest.mark.parametrize("forks", [True, False], ids=["fork", "spawn"])
def test_all_processes_hash_a_text_alike(monkeypatch, forks):
    monkeypatch.delenv("PYTHONHASHSEED", raising=False)
    monkeypatch.setattr(processes, "_forks", lambda: forks)

    found = [*in_order(hashed, ["words"] * 40, 2)]

    assert len({process for _, process in found}) == 2
    assert len({number for number, _ in found}) == 1
    assert "PYTHONHASHSEED" not in os.environ
