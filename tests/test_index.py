"""An index tells what a scan of its inputs tells."""

import gzip
import json
import os
import shutil
import subprocess
import sys
import tarfile
from importlib.util import find_spec
from pathlib import Path

import pytest
from indexing import HEAP, IDS, indexed, scanned
from make import SAMPLES, shared, written
from scanning import _told, as_large, lines, with_numpy

from tweetspat.heap_index import open_index, write_index
from tweetspat.model import (
    Side,
)
from tweetspat.problems import UsageError
from tweetspat.scan import Reading, scan

SMALL = sorted(
    path
    for name in ("", "shapes", "odd")
    if (SAMPLES / name).is_dir()
    for path in (SAMPLES / name).iterdir()
)
FIXTURES = sorted(
    path
    for path in shared("data", "fixtures").rglob("*")
    if path.is_file() and path.suffix != ".md"
)


def named(path):
    return "/".join(path.parts[-2:])


# What it tells.


@pytest.mark.parametrize("path", SMALL, ids=named)
def test_an_index_of_each_sample_tells_what_a_scan_tells(path, tmp_path):
    assert indexed([path], tmp_path) == scanned([path], tmp_path)


@pytest.mark.parametrize("path", SMALL, ids=named)
def test_so_it_does_where_the_sample_is_read_as_a_large_file(
    path, tmp_path, monkeypatch
):
    as_large(monkeypatch)

    assert indexed([path], tmp_path) == scanned([path], tmp_path)


@pytest.mark.skipif(not FIXTURES, reason="the shared data are not here")
def test_all_real_files_in_one_index_are_those_of_a_scan(tmp_path):
    folders = [shared("data", "fixtures"), SAMPLES / "shapes"]

    assert indexed(folders, tmp_path) == scanned(folders, tmp_path)


@pytest.mark.skipif(not FIXTURES, reason="the shared data are not here")
def test_every_id_in_real_files_is_looked_up_as_a_scan_does(tmp_path):
    folders = [str(shared("data", "fixtures")), str(SAMPLES / "shapes")]
    output = str(tmp_path / "heap.tweetspat")
    whole = scan(folders, str(tmp_path / "spools"))
    graph = whole.graph
    ids = {graph.text(node) for node in range(len(graph.nodes))}
    ids |= {graph.scan.rows.ids.text(each) for each in graph.scan.rows.conversations[1]}

    write_index(folders, output)
    heap = open_index(output)

    different = [id_ for id_ in sorted(ids) if heap.holding(id_) != whole.holding(id_)]
    assert not different


@pytest.mark.parametrize("infer", ["off", "safe", "wide"])
@pytest.mark.parametrize("join", ["auto", "all", "replies"])
def test_links_are_inferred_and_conversations_cut_as_asked(dump, tmp_path, infer, join):
    reading = Reading(infer=infer)

    found = indexed([dump], tmp_path, reading=reading, join=join)

    assert found == scanned([dump], tmp_path, reading, join)


@pytest.mark.parametrize("id_", IDS)
def test_each_id_is_found_where_a_scan_finds_it(heap, dump, tmp_path, id_):
    whole = scan([str(dump)], str(tmp_path / "spools"))

    assert open_index(heap).holding(id_) == whole.holding(id_)


def test_an_id_of_any_length_is_looked_up(heap):
    assert open_index(heap).holding("9" * 5_000) is None


def test_an_id_that_only_a_conversation_has_is_found(tmp_path):
    record = {
        "id": "700000000000000002",
        "text": "I answer.",
        "author_id": "7",
        "created_at": "2016-02-11T10:00:00.000Z",
        "conversation_id": "700000000000000001",
    }
    page = {"data": [record], "includes": {"users": [{"id": "7", "username": "x"}]}}
    path = written(tmp_path, "page.json", page)
    whole = scan([path], str(tmp_path / "spools"))

    write_index([path], str(tmp_path / "heap.tweetspat"))
    found = open_index(str(tmp_path / "heap.tweetspat"))

    assert found.holding("700000000000000001") == whole.holding("700000000000000001")
    assert found.holding("700000000000000001")[1] is None


def test_conversations_are_numbered_in_rank_order(heap):
    found = open_index(heap)

    assert [*found.ranked] == [*range(len(found))]
    assert [found.summary(number) for number in found.ranked] == [*found.summaries()]
    assert [*found.summaries(2)] == [*found.summaries()][2:]


def test_portions_of_conversations_are_read_by_any_process(heap):
    found = open_index(heap)
    program = (
        "import pickle, sys\n"
        "for excerpt in pickle.load(sys.stdin.buffer):\n"
        "    for spat in excerpt.spats():\n"
        "        print(spat.id, len(spat.turns))\n"
    )

    import pickle

    portions = [excerpt for _, excerpt in found.excerpts(found.ranked, tweets=3)]
    ran = subprocess.run(
        [sys.executable, "-c", program],
        input=pickle.dumps(portions),
        capture_output=True,
        check=True,
    )

    assert len(portions) > 1
    assert ran.stdout.decode().splitlines() == [
        f"{spat.id} {len(spat.turns)}" for spat in found.spats()
    ]


def test_of_a_conversation_it_tells_the_files_and_a_mark(dump, heap, tmp_path):
    found = open_index(heap)
    marks = {found.standing(number)[1] for number in found.ranked}

    assert {found.standing(number)[0] for number in found.ranked} == {(str(dump),)}
    assert len(marks) == len(found)


@pytest.mark.parametrize("pack", ["gz", "zip", "tar", "array"])
def test_what_is_packed_is_not_unpacked_again(tmp_path, pack, monkeypatch):
    plain = json.dumps(HEAP)
    if pack == "gz":
        path = tmp_path / "dump.json.gz"
        path.write_bytes(gzip.compress(plain.encode()))
    elif pack == "zip":
        (tmp_path / "in").mkdir()
        written(tmp_path / "in", "dump.json", plain)
        path = Path(shutil.make_archive(str(tmp_path / "dump"), "zip", tmp_path / "in"))
    elif pack == "tar":
        path = tmp_path / "dump.tar"
        with tarfile.open(path, "w") as archive:
            archive.add(written(tmp_path, "dump.json", plain), "dump.json")
    else:
        path = Path(written(tmp_path, "dump.json", plain))
    output = str(tmp_path / "heap.tweetspat")
    write_index([str(path)], output)
    expected = scanned([path], tmp_path)
    size, mtime = path.stat().st_size, path.stat().st_mtime_ns
    path.write_bytes(bytes(size))
    os.utime(path, ns=(mtime, mtime))

    heap = open_index(output, Reading(infer="off"))

    assert _told(heap, heap) == expected


def test_standard_input_is_in_the_index(tmp_path):
    output = tmp_path / "heap.tweetspat"
    command = [sys.executable, "-m", "tweetspat", "index", "-", "-q", "-o", output]

    subprocess.run(command, input=json.dumps(HEAP).encode(), check=True)
    heap = open_index(str(output))

    assert heap.tweets == len(HEAP)
    assert heap.inputs[0].file == "-"
    assert heap.inputs[0].sha256 is not None
    assert len([*heap.spats()]) == len(heap)


SIDES = (Side("Moscow", ("mod",)), Side("Washington", ("oir", "by")))


def test_with_sides_conversations_are_ranked_again(heap, dump, tmp_path):
    reading = Reading(infer="off", sides=SIDES)
    found = open_index(heap, reading)

    assert _told(found, found) == scanned([dump], tmp_path, reading)


def test_accounts_that_nobody_is_are_told(heap):
    nobody = Reading(sides=(Side("Mars", ("marvin",)),))

    assert "marvin" in str(open_index(heap, nobody).unknown_accounts())
    assert not open_index(heap).unknown_accounts()


@pytest.mark.parametrize("join", ["all", "replies"])
def test_joined_in_another_way_they_are_cut_again(heap, dump, tmp_path, join):
    reading = Reading(infer="off")
    found = open_index(heap, reading, join)

    assert _told(found, found) == scanned([dump], tmp_path, reading, join)


def test_cut_again_what_was_spooled_is_read_too(tmp_path):
    path = Path(written(tmp_path, "dump.json", HEAP))
    write_index([str(path)], str(tmp_path / "heap.tweetspat"))
    reading = Reading(infer="off")

    found = open_index(str(tmp_path / "heap.tweetspat"), reading, "replies")

    assert _told(found, found) == scanned([path], tmp_path, reading, "replies")


NAIVE = {"id": 5, "text": "x", "created_at": "2016-02-11 10:00", "user": {"id": 1}}


def twint(folder):
    """Write a table whose stamps have no zone."""
    sample = next(p for p in SMALL if p.parent.name == "shapes" and p.name == "twint")
    return [*sample.iterdir()] if sample.is_dir() else [sample]


def test_stamps_without_zone_are_in_the_zone_that_the_index_was_made_with(tmp_path):
    (path, *_) = twint(tmp_path)
    output = str(tmp_path / "heap.tweetspat")
    from tweetspat.zones import zone_or_raise

    moscow = zone_or_raise("MSK").rules
    write_index([str(path)], output, naive_zone="MSK")
    heap = open_index(output, Reading(infer="off"))

    assert _told(heap, heap) == scanned([path], tmp_path, Reading(moscow, infer="off"))
    assert open_index(output, Reading(moscow)).tweets == heap.tweets
    with pytest.raises(UsageError, match="Europe/Moscow"):
        open_index(output, Reading(zone_or_raise("Berlin").rules))


@pytest.mark.skipif(not find_spec("numpy"), reason="numpy is an extra")
def test_an_index_is_the_same_with_numpy_and_without(tmp_path, monkeypatch):
    as_large(monkeypatch)
    dump = lines(tmp_path / "dump.jsonl", HEAP)
    written = []
    for wanted in (False, True):
        with_numpy(monkeypatch, wanted=wanted)
        write_index([str(dump)], str(tmp_path / "heap.tweetspat"))
        written.append((tmp_path / "heap.tweetspat").read_bytes())
        (tmp_path / "heap.tweetspat").unlink()

    assert written[0] == written[1]
