"""`show` and `list` on an index print what they print on its inputs, to the byte."""

import json

import pytest
from indexing import HEAP, LOST, THIRD
from make import status, written
from scanning import as_large, lines

from tweetspat.heap_index import write_index

URL = f"https://twitter.com/mod/status/{THIRD['id_str']}?s=20"
FORMATS = ("text", "json", "jsonl", "html", "markdown", "csv", "svg", "dot", "mermaid")


@pytest.fixture
def both(tmp_path, monkeypatch):
    """Inputs of several kinds, which are scanned, and their index."""
    as_large(monkeypatch)
    monkeypatch.setattr("tweetspat.cli.show.LARGE", 0)
    monkeypatch.setattr("tweetspat.cli.list.LARGE", 0)
    monkeypatch.chdir(tmp_path)
    odd = status("16:00", "odd", "&lt;Odd&gt;", created_at="some day")
    inputs = [
        str(lines(tmp_path / "dump.jsonl", [*HEAP, odd]).name),
        str(lines(tmp_path / "again.jsonl", HEAP[::2]).name),
        "page.json",
        "broken.json",
    ]
    written(tmp_path, "page.json", [status("17:00", "spooled", "In an array.")])
    written(tmp_path, "broken.json", '[{"id": 1')
    write_index(inputs, "heap.tweetspat")
    return inputs, "heap.tweetspat"


@pytest.mark.parametrize("form", FORMATS)
def test_everything_is_the_same(both, told, form):
    inputs, heap = both
    options = ("--format", form, "--all", "-v")

    assert told("show", heap, *options) == told("show", *inputs, *options)


@pytest.mark.parametrize(
    "id_", [*(each["id_str"] for each in HEAP), LOST["id_str"], URL]
)
@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_a_thread_is_the_same(both, told, form, id_):
    inputs, heap = both
    options = ("--format", form, "--thread", id_)

    found = told("show", heap, *options)

    assert found == told("show", *inputs, *options)
    assert found[1]


@pytest.mark.parametrize(
    "options",
    [
        ("--up",),
        ("--down",),
        ("--side", "Moscow=@mod", "--side", "Washington=@oir"),
        ("--no-basis", "mention"),
        ("--infer", "off"),
    ],
    ids=" ".join,
)
def test_so_is_a_part_of_it(both, told, options):
    inputs, heap = both
    asked = ("--thread", THIRD["id_str"], "--format", "json", *options)

    assert told("show", heap, *asked) == told("show", *inputs, *asked)


def test_an_id_that_stands_nowhere_is_told(both, told):
    inputs, heap = both

    found = told("show", heap, "--thread", "5")

    assert found == told("show", *inputs, "--thread", "5")
    assert found[0] == 1


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_list_is_the_same(both, told, form):
    inputs, heap = both

    found = told("list", heap, "--format", form)

    assert found == told("list", *inputs, "--format", form)
    assert form == "text" or len(json.loads(found[1])["conversations"]) == 5


def test_an_index_among_other_inputs_is_wrong_usage(both, told):
    inputs, heap = both

    code, out, err = told("show", heap, inputs[0])

    assert (code, out) == (2, "")
    assert f"tweetspat index INPUT... -o {heap}" in err[0]


def test_a_changed_input_is_one_line_and_exit_code_3(both, told, tmp_path):
    _, heap = both
    lines(tmp_path / "dump.jsonl", HEAP)

    code, out, err = told("list", heap)

    assert (code, out, len(err)) == (3, "", 1)
    assert "dump.jsonl: it has changed since it was indexed" in err[0]
    assert err[0].endswith("; run: tweetspat index -o heap.tweetspat")


def test_a_damaged_index_is_one_line_and_exit_code_3(both, told, tmp_path):
    _, heap = both
    data = (tmp_path / heap).read_bytes()
    (tmp_path / heap).write_bytes(data[:-1])

    code, out, err = told("show", heap, "--thread", THIRD["id_str"])

    assert (code, out, len(err)) == (3, "", 1)
    assert "the index is damaged; make it again: tweetspat index INPUT..." in err[0]
