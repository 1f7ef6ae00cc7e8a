"""`tweetspat index`: what is written, where, and what is told."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from batches import apart, killed_at
from indexing import HEAP, more_of, refused
from make import written
from scanning import lines

from tweetspat import heap_index
from tweetspat.heap_index import open_index, write_index
from tweetspat.heap_index.indexed import IndexedHeap
from tweetspat.heap_index.writing import Telling
from tweetspat.problems import NothingFound, NothingReadable, UsageError
from tweetspat.scan import scan
from tweetspat.whole import alone, whole

# What is written where.


def test_something_else_is_not_overwritten(dump, tmp_path):
    before = dump.read_bytes()
    other = lines(tmp_path / "other.jsonl", HEAP)

    with pytest.raises(UsageError, match="is no index, and is not overwritten"):
        write_index([str(other)], str(dump))
    assert dump.read_bytes() == before


def test_a_damaged_index_is_made_anew_and_that_is_told(dump, heap):
    data = Path(heap).read_bytes()
    Path(heap).write_bytes(data[:-9])
    said = []

    write_index([str(dump)], heap, told=Telling(said.append))

    assert Path(heap).read_bytes() == data
    assert len(said) == 1
    assert "made anew" in said[0]


def test_an_index_is_no_input_of_an_index(heap, tmp_path):
    with pytest.raises(UsageError, match="it is an index"):
        write_index([heap], str(tmp_path / "other"))


def test_nothing_named_needs_an_index(tmp_path):
    with pytest.raises(UsageError, match="no input"):
        write_index([], str(tmp_path / "heap.tweetspat"))


def test_without_tweets_there_is_no_index(tmp_path):
    empty = written(tmp_path, "empty.json", [])

    with pytest.raises((NothingFound, NothingReadable)):
        write_index([empty], str(tmp_path / "heap.tweetspat"))
    assert [*tmp_path.iterdir()] == [Path(empty)]


def test_a_folder_passes_over_an_index_and_says_so(tmp_path):
    written(tmp_path, "a.json", HEAP)
    write_index([str(tmp_path / "a.json")], str(tmp_path / "heap.tweetspat"))

    found = scan([str(tmp_path)], str(tmp_path / "spools"))

    assert [each.code for each in found.problems] == ["passed-over"]
    assert "heap.tweetspat" in found.problems[0].message


@pytest.mark.parametrize("step", range(1, 12))
def test_killed_at_any_step_it_leaves_the_old_index(dump, heap, tmp_path, step):
    before = Path(heap).read_bytes()
    more = more_of(tmp_path)

    code = apart(["index", more, "-q", "-o", heap], killed_at(step, tmp_path))

    after = Path(heap).read_bytes()
    assert code in (-9, 0)
    assert after == before or refused(heap) is None


def test_its_temporary_file_is_swept_by_signals(dump, tmp_path):
    unfinished = []
    seen = []

    class Noted(list):
        def append(self, path):
            seen.append((path, os.path.exists(path)))
            super().append(path)

    unfinished = Noted()
    output = str(tmp_path / "heap.tweetspat")
    write_index([str(dump)], output, told=Telling(unfinished=unfinished))

    (path, existed) = seen[0]
    assert existed
    assert os.path.basename(path).startswith(".heap.tweetspat.")
    assert not unfinished
    assert not os.path.exists(path)


# From the outside.


def test_the_command_tells_what_it_did(dump, tmp_path, told):
    code, out, err = told("index", dump, "-o", tmp_path / "heap.tweetspat")

    assert (code, out) == (0, "")
    assert err[-1].startswith(
        f"tweetspat: {tmp_path}/heap.tweetspat: {len(HEAP)} tweets, "
    )
    assert "1 file, 1 of them read now" in err[-1]


def test_quiet_it_tells_nothing(dump, tmp_path, told):
    assert told("index", dump, "-q", "-o", tmp_path / "heap") == (0, "", [])


@pytest.mark.parametrize("output", [(), ("-o", "")], ids=["none", "empty"])
def test_without_an_output_it_is_wrong_usage(dump, told, output):
    code, _, err = told("index", dump, *output)

    assert code == 2
    assert err == ["tweetspat: no output; add -o heap.tweetspat"]


def test_it_is_not_written_to_standard_output(dump, told):
    code, out, err = told("index", dump, "-o", "-")

    assert (code, out) == (2, "")
    assert "name it: -o heap.tweetspat" in err[0]


def test_an_input_that_cannot_be_read_is_told_with_exit_code_4(dump, tmp_path, told):
    code, _, err = told("index", dump, tmp_path / "no", "-o", tmp_path / "heap")

    assert code == 4
    assert "cannot be opened" in err[0]


def test_where_nothing_can_be_written_it_says_so(dump, tmp_path, told):
    code, _, err = told("index", dump, "-o", tmp_path / "no" / "heap")

    assert code == 3
    assert len(err) == 1
    assert "the output cannot be written" in err[0]


def test_the_public_names_are_there():
    names = ["index_among", "is_index", "open_index", "write_index"]
    assert heap_index.__all__ == names
    assert isinstance(IndexedHeap, type)


# Two at once.


def test_a_second_run_waits_for_the_first_and_adds_to_what_that_wrote(dump, tmp_path):
    heap, more = tmp_path / "heap.tweetspat", more_of(tmp_path)
    command = [sys.executable, "-m", "tweetspat", "index", "-o", str(heap)]

    with alone(str(heap), [], pytest.fail):
        second = subprocess.Popen([*command, str(more)], stderr=subprocess.PIPE)
        said = second.stderr.readline().decode()
        with whole(str(heap), []) as file:
            write_index([str(dump)], str(tmp_path / "first"))
            file.write((tmp_path / "first").read_bytes())
    second.communicate()

    assert "another run is writing it; waiting" in said
    assert second.returncode == 0
    assert open_index(str(heap)).tweets == len(HEAP) + 2
    assert [each for each in tmp_path.iterdir() if each.name.startswith(".")] == []


def test_in_a_folder_that_cannot_be_written_an_index_is_looked_at(heap, tmp_path):
    before = Path(heap).read_bytes()
    tmp_path.chmod(0o555)

    assert write_index([], heap).scanned == 0
    assert Path(heap).read_bytes() == before
    tmp_path.chmod(0o755)
