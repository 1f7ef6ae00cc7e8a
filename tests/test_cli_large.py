"""Large inputs on the command line: scanned or sought, and told as they are loaded."""

import gzip

import pytest
from make import status
from scanning import as_large, lines
from test_scan import quarrel

import tweetspat.cli.list
import tweetspat.cli.show
from tweetspat.cli import main
from tweetspat.scan import seeking, spools


@pytest.fixture
def dump(tmp_path, monkeypatch):
    """Return a file of lines that counts as large, in stretches of some lines."""
    as_large(monkeypatch)
    monkeypatch.setattr(tweetspat.cli.show, "LARGE", 0)
    monkeypatch.setattr(tweetspat.cli.list, "LARGE", 0)
    monkeypatch.setattr(seeking, "WORTH", 0)
    apart = [status(f"12:{n:02}", f"other{n}", f"Alone {n}", last=n) for n in range(9)]
    return lines(tmp_path / "dump.jsonl", [*quarrel(), *apart])


def told(capsys, *arguments):
    code = main([*map(str, arguments)])
    out, err = capsys.readouterr()
    return code, out, err


def as_loaded(monkeypatch, capsys, *arguments):
    """Return what the same command tells when it loads its inputs."""
    with monkeypatch.context() as small:
        small.setattr(tweetspat.cli.show, "LARGE", 1 << 60)
        small.setattr(tweetspat.cli.list, "LARGE", 1 << 60)
        return told(capsys, *arguments)


@pytest.mark.parametrize(
    "arguments",
    [
        ("list",),
        ("list", "--format", "json"),
        ("list", "--width", "120", "--zone", "UTC"),
        ("show", "--infer", "off"),
        ("show", "--infer", "off", "--all"),
        ("show", "--infer", "off", "--format", "json"),
        ("show", "--infer", "off", "--format", "jsonl"),
        ("show", "--infer", "off", "--format", "html"),
        ("show", "--infer", "off", "--format", "csv"),
        ("show", "--infer", "off", "--side", "M=@moscow", "--side", "W=@nobody"),
    ],
    ids=" ".join,
)
def test_a_large_file_is_told_as_a_small_one_is(dump, monkeypatch, capsys, arguments):
    command, *options = arguments

    large = told(capsys, command, dump, *options)

    assert large == as_loaded(monkeypatch, capsys, command, dump, *options)
    assert large[0] == 0


@pytest.mark.parametrize("form", ["text", "json", "html", "csv", "dot"])
def test_one_thread_of_a_large_file_is_that_of_a_small_one(
    dump, monkeypatch, capsys, form
):
    thread = quarrel()[7]["id_str"]
    wanted = "show", dump, "--thread", thread, "--format", form, "--infer", "off"

    assert told(capsys, *wanted) == as_loaded(monkeypatch, capsys, *wanted)


def test_a_thread_is_found_by_its_url_and_cut_to_a_branch(dump, monkeypatch, capsys):
    url = f"https://twitter.com/moscow/status/{quarrel()[7]['id_str']}"
    wanted = "show", dump, "--thread", url, "--up", "--infer", "off"

    assert told(capsys, *wanted) == as_loaded(monkeypatch, capsys, *wanted)


def test_a_thread_that_nothing_names_is_not_found_in_a_large_file(dump, capsys):
    code, out, err = told(capsys, "show", dump, "--thread", "697000000000000001")

    assert (code, out) == (1, "")
    assert err.startswith("tweetspat: 697000000000000001: no tweet here has or names")


def test_nothing_is_left_of_what_was_unpacked(dump, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr(spools.tempfile, "gettempdir", lambda: str(tmp_path / "temp"))
    packed = tmp_path / "dump.jsonl.gz"
    packed.write_bytes(gzip.compress(dump.read_bytes()))

    code, out, _ = told(capsys, "list", packed)

    assert code == 0
    assert out == told(capsys, "list", dump)[1]
    assert [*(tmp_path / "temp").rglob("*")] == []


@pytest.mark.parametrize("command", ["stats", "check", "cast", "convert"])
def test_a_command_that_reads_no_index_says_what_to_name(
    dump, tmp_path, capsys, command
):
    heap = tmp_path / "heap.tweetspat"
    told(capsys, "index", dump, "-o", heap)

    code, out, err = told(capsys, command, heap)

    assert (code, out) == (2, "")
    assert err == (
        f"tweetspat: {heap}: an index is read by show, list and batch; name the files "
        "that it was made of\n"
    )


def test_a_batch_into_a_folder_that_is_named_from_here(dump, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)

    assert main(["batch", "dump.jsonl", "--out", "spats/", "--format", "jsonl"]) == 0
    assert main(["batch", "dump.jsonl", "--out", "both", "--format", "json,csv"]) == 0

    assert (tmp_path / "spats" / "spats.jsonl").read_text().count("\n") == 10
    assert (tmp_path / "both" / "tweets.csv").exists()


@pytest.mark.parametrize("command", ["show", "list", "batch"])
def test_an_index_does_not_infer_across_conversations(dump, tmp_path, capsys, command):
    heap = tmp_path / "heap.tweetspat"
    told(capsys, "index", dump, "-o", heap)
    out = ("--out", tmp_path / "out") if command == "batch" else ()

    code, _, err = told(capsys, command, heap, "--infer", "wide", *out)

    assert code == 2
    assert "an index is cut by what is stated; leave --infer wide away" in err
