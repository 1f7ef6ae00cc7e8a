"""A file stands under its name when it is whole; what killed runs left is removed."""

import json
import os
import signal
import subprocess
import sys

import pytest
from batches import apart, killed_at, talk
from make import SAMPLES, written

from tweetspat.cli import main
from tweetspat.whole import whole


def killed_while_writing(path):
    """Begin to write a file in a process that is killed before it is whole."""

    def die():
        with whole(str(path), []) as file:
            file.write(b"half")
            file.flush()
            os.kill(os.getpid(), signal.SIGKILL)

    assert apart([], die) == -signal.SIGKILL


def test_what_a_killed_run_left_is_removed_by_the_next_one(tmp_path):
    path = tmp_path / "report.html"
    killed_while_writing(path)
    assert len([*tmp_path.iterdir()]) == 1

    with whole(str(path), []) as file:
        file.write(b"whole")

    assert [each.name for each in tmp_path.iterdir()] == ["report.html"]
    assert path.read_bytes() == b"whole"


def test_what_another_run_is_writing_is_left_alone(tmp_path):
    path = tmp_path / "report.html"

    with whole(str(path), []) as slow:
        with whole(str(path), []) as quick:
            quick.write(b"quick")
        slow.write(b"slow")

    assert path.read_bytes() == b"slow"
    assert [each.name for each in tmp_path.iterdir()] == ["report.html"]


@pytest.mark.parametrize(
    "name", [".report.html.original", ".report.html.tweetspat-part.bak", "report.htm"]
)
def test_files_that_only_look_alike_are_left_alone(tmp_path, name):
    (tmp_path / name).write_text("mine")

    with whole(str(tmp_path / "report.html"), []) as file:
        file.write(b"whole")

    assert (tmp_path / name).read_text() == "mine"


def test_a_link_with_such_a_name_is_left_alone_and_so_is_what_it_leads_to(tmp_path):
    (tmp_path / "mine").write_text("mine")
    link = tmp_path / ".report.html.12345678.tweetspat-part"
    link.symlink_to("mine")

    with whole(str(tmp_path / "report.html"), []) as file:
        file.write(b"whole")

    assert link.is_symlink()
    assert (tmp_path / "mine").read_text() == "mine"


def test_a_pipe_is_written_and_stays_a_pipe(tmp_path):
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)

    with whole(str(pipe), []) as file:
        file.write(b"whole")

    assert os.read(reader, 99) == b"whole"
    os.close(reader)
    assert pipe.is_fifo()
    assert [*tmp_path.iterdir()] == [pipe]


def test_what_stands_for_standard_output_is_not_replaced(tmp_path):
    stdout = tmp_path / "stdout.json"
    stdout.symlink_to("/proc/self/fd/1")
    sample = SAMPLES / "synthetic-v1.json"

    with open(tmp_path / "written", "wb") as file:
        command = [sys.executable, "-m", "tweetspat", "show", str(sample), "-o", stdout]
        subprocess.run(command, stdout=file, check=True)

    assert stdout.is_symlink()
    assert json.loads((tmp_path / "written").read_bytes())["spats"]


def test_an_index_takes_the_place_of_an_empty_file_but_of_no_link_to_one(tmp_path):
    dump = written(tmp_path, "dump.json", talk(1))
    (tmp_path / "empty").touch()
    (tmp_path / "link").symlink_to("empty")

    assert main(["index", dump, "-o", str(tmp_path / "link"), "-q"]) == 2
    assert main(["index", dump, "-o", str(tmp_path / "empty"), "-q"]) == 0
    assert (tmp_path / "link").is_symlink()


def test_an_index_that_was_killed_at_any_step_leaves_nothing_behind_the_next(tmp_path):
    dump = written(tmp_path, "dump.json", [one for n in range(3) for one in talk(n)])
    folder = tmp_path / "out"
    folder.mkdir()
    heap = folder / "heap.tweetspat"
    asked = ["index", dump, "-o", str(heap), "-q"]
    step, ended = 0, -signal.SIGKILL
    while ended == -signal.SIGKILL:
        step += 1
        ended = apart(asked, killed_at(step, folder))

    assert ended == 0
    assert step > 3
    assert [each.name for each in folder.iterdir()] == [heap.name]
    assert main(["list", str(heap), "-q"]) == 0
