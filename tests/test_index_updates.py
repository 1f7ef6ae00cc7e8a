"""An index is brought up to date, and notices when its inputs change."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from indexing import FOURTH, HEAP, OTHER, indexed, more_of, rewritten, scanned
from make import written
from msgspec.msgpack import encode
from scanning import as_large, lines

from tweetspat.heap_index import open_index, write_index
from tweetspat.heap_index.about import About
from tweetspat.heap_index.opened import File
from tweetspat.problems import NothingReadable

# Bringing it up to date.


def test_a_file_that_is_added_gives_the_same_bytes_as_all_at_once(dump, heap, tmp_path):
    more = more_of(tmp_path)

    written = write_index([str(more)], heap)
    write_index([str(dump), str(more)], str(tmp_path / "whole"))

    assert written.scanned == 1
    assert Path(heap).read_bytes() == (tmp_path / "whole").read_bytes()
    assert indexed([], tmp_path) == scanned([dump, more], tmp_path)


def test_what_has_not_changed_is_not_read_again(dump, heap, monkeypatch):
    before = Path(heap).read_bytes()

    assert write_index([str(dump)], heap).scanned == 0
    assert write_index([], heap).scanned == 0
    assert Path(heap).read_bytes() == before


def test_what_has_changed_is_read_again(dump, heap, tmp_path):
    lines(dump, HEAP[:5])

    assert write_index([], heap).scanned == 1
    assert indexed([], tmp_path) == scanned([dump], tmp_path)


def test_what_was_only_touched_is_not_read_again_and_then_not_hashed(dump, heap):
    os.utime(dump, ns=(1, 1))

    assert open_index(heap).tweets == len(HEAP)
    assert write_index([], heap).scanned == 0


def test_a_folder_gives_new_files_and_loses_old_ones(tmp_path):
    folder = tmp_path / "in"
    folder.mkdir()
    written(folder, "a.json", HEAP[:4])
    written(folder, "b.json", HEAP[4:])
    output = folder / "heap.tweetspat"
    write_index([str(folder)], str(output))
    (folder / "a.json").unlink()
    more_of(folder, "c.json")

    assert write_index([], str(output)).scanned == 1
    heap = open_index(str(output))
    assert [os.path.basename(each.file) for each in heap.inputs] == ["b.json", "c.json"]
    assert not heap.problems or "heap.tweetspat" not in str(heap.problems)


def test_an_input_that_is_gone_is_told_when_the_index_is_made_again(
    dump, heap, tmp_path
):
    more = more_of(tmp_path)
    write_index([str(more)], heap)
    more.unlink()

    made = write_index([], heap)

    assert [each.code for each in made.unread] == ["unreadable"]
    assert open_index(heap).unread == made.unread


def test_read_in_another_zone_everything_is_read_again(dump, heap):
    assert write_index([], heap, naive_zone="MSK").scanned == 1
    assert write_index([], heap).scanned == 0


def test_what_another_version_read_is_read_again(heap, tmp_path):
    about = File(heap).value("about", About)
    told = encode(about._replace(tool="0.0.1"))
    made = rewritten(heap, tmp_path / "made", about=told)

    assert write_index([], str(made)).scanned == 1
    assert made.read_bytes() == Path(heap).read_bytes()


def test_a_way_to_join_stays_until_another_is_given(dump, heap):
    write_index([], heap, join="replies")
    write_index([], heap)

    assert open_index(heap).join == "replies"


def test_many_processes_write_the_same_bytes(dump, heap, tmp_path, monkeypatch):
    monkeypatch.setattr("tweetspat.heap_index.scanned._WORTH", 1)

    write_index([str(dump)], str(tmp_path / "two"), jobs=2)

    assert (tmp_path / "two").read_bytes() == Path(heap).read_bytes()


def test_bytes_do_not_depend_on_hashes_of_the_day(tmp_path):
    records = [*HEAP, *HEAP[::2]]
    lines(tmp_path / "dump.jsonl", [*records * 300])
    made = []
    for seed in ("1", "2"):
        command = [sys.executable, "-m", "tweetspat", "index", "dump.jsonl", "-q", "-o"]
        subprocess.run(
            [*command, f"heap-{seed}"],
            check=True,
            cwd=tmp_path,
            env=os.environ | {"PYTHONHASHSEED": seed},
        )
        made.append((tmp_path / f"heap-{seed}").read_bytes())

    assert made[0] == made[1]


def test_one_file_under_two_names_is_read_once(dump, tmp_path):
    output = str(tmp_path / "heap.tweetspat")
    other = os.path.join(os.path.dirname(dump), ".", os.path.basename(dump))

    assert write_index([str(dump), other, str(tmp_path)], output).inputs == 1


# Inputs that are no longer what they were.


def test_an_input_of_another_size_is_refused(dump, heap):
    with open(dump, "a") as file:
        file.write("\n")

    with pytest.raises(NothingReadable, match=r"dump.jsonl: it has changed since"):
        open_index(heap)


def test_an_input_of_another_time_and_content_is_refused(dump, heap):
    dump.write_bytes(dump.read_bytes().replace(b"Lunch?", b"Dinner"))
    os.utime(dump, ns=(1, 1))

    with pytest.raises(NothingReadable, match="tweetspat index -o"):
        open_index(heap)


def test_a_missing_input_is_refused(dump, heap):
    dump.unlink()

    with pytest.raises(NothingReadable, match=r"dump.jsonl: it is gone since"):
        open_index(heap)


def test_an_input_that_became_a_pipe_is_refused(dump, heap):
    dump.unlink()
    os.mkfifo(dump)

    with pytest.raises(NothingReadable, match="has changed"):
        open_index(heap)


@pytest.mark.parametrize("one", [OTHER, FOURTH], ids=["alone", "in a talk"])
def test_a_tweet_that_is_not_where_it_was_is_told(dump, heap, one):
    state = dump.stat()
    dump.write_bytes(dump.read_bytes().replace(one["id_str"].encode(), b"7" * 18))
    os.utime(dump, ns=(state.st_mtime_ns, state.st_mtime_ns))

    with pytest.raises(NothingReadable, match="is not where it was"):
        open_index(heap).holding(one["id_str"])


def test_index_and_inputs_may_be_moved_together(tmp_path, monkeypatch):
    as_large(monkeypatch)
    there = tmp_path / "there"
    there.mkdir()
    lines(there / "dump.jsonl", HEAP)
    monkeypatch.chdir(there)
    write_index(["dump.jsonl"], "heap.tweetspat")
    monkeypatch.chdir(tmp_path)
    there.rename(tmp_path / "here")

    heap = open_index("here/heap.tweetspat")

    assert heap.inputs[0].file == "dump.jsonl"
    assert len([*heap.spats()]) == len(heap)
    assert write_index([], "here/heap.tweetspat").scanned == 0
    assert open_index("here/heap.tweetspat").inputs[0].file == "dump.jsonl"


def test_an_index_is_used_from_any_folder(dump, heap, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    write_index(["dump.jsonl"], "near.tweetspat")
    (tmp_path / "else").mkdir()
    monkeypatch.chdir(tmp_path / "else")
    lines(tmp_path / "else" / "dump.jsonl", HEAP[:1])

    found = open_index("../near.tweetspat")

    assert len([*found.spats()]) == len(open_index(heap))
