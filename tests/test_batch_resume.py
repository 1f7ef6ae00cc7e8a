"""A batch that is killed, or whose folder is touched, and is run again."""

import json
import signal
import subprocess
import sys
from itertools import count

import pytest
from batches import apart, folder_of, killed_at, stamps, talk, tree
from make import status, written
from shown import environment

from tweetspat.batch.folder import WORK
from tweetspat.batch.journal import JOURNAL, Journal, Piece
from tweetspat.batch.known import Output
from tweetspat.cli import main

FORMATS = "html,json,jsonl,csv"


@pytest.fixture
def folder(tmp_path):
    return folder_of(tmp_path / "in", *(talk(n, 3) for n in range(4)))


def batch(folder, out, *more):
    return ["batch", folder, "--out", out, "--format", FORMATS, "-q", *more]


def run_here(*arguments):
    return main([*map(str, batch(*arguments))])


@pytest.fixture
def clean(folder, tmp_path):
    run_here(folder, tmp_path / "clean")
    return tree(tmp_path / "clean")


def reports(path):
    return {name: each for name, each in stamps(path).items() if name[:4] == "2016"}


def test_killed_at_any_step_the_next_run_makes_the_same_tree(folder, clean, tmp_path):
    for step in count(1):
        out = tmp_path / f"out{step}"

        code = apart(batch(folder, out), killed_at(step, out))
        left = (
            {n: h for n, h in tree(out).items() if n in clean} if out.exists() else {}
        )
        kept = reports(out) if out.exists() else {}
        again = run_here(folder, out)

        assert left.items() <= clean.items()  # what has its name is whole
        assert again == 0
        assert tree(out) == clean
        assert kept.items() <= reports(out).items()  # and is not made again
        if code == 0:
            break
        assert code == -signal.SIGKILL
    assert step > 40


def test_killed_at_any_step_of_a_change_the_next_run_makes_the_same_tree(
    folder, tmp_path
):
    before = tmp_path / "before"
    run_here(folder, before)
    changed = folder_of(tmp_path / "in", talk(0, 3), talk(1, 4), talk(7, 2))
    clean = tmp_path / "clean"
    run_here(changed, clean)

    for step in count(1):
        out = tmp_path / f"out{step}"
        run_here(folder_of(tmp_path / "in", *(talk(n, 3) for n in range(4))), out)
        assert tree(out) == tree(before)
        folder_of(tmp_path / "in", talk(0, 3), talk(1, 4), talk(7, 2))

        code = apart(batch(changed, out), killed_at(step, out))
        run_here(changed, out)

        assert tree(out) == tree(clean)
        if code == 0:
            break


def test_a_second_run_finds_everything_done(folder, tmp_path, capsys):
    out = tmp_path / "out"
    run_here(folder, out)
    before = stamps(out)

    code = main([*map(str, batch(folder, out)[:-1])])

    assert code == 0
    assert stamps(out) == before
    assert "7 files already there" in capsys.readouterr().err


@pytest.mark.parametrize(
    "touch",
    [
        pytest.param(lambda path: path.write_text("edited"), id="edited"),
        pytest.param(lambda path: path.unlink(), id="removed"),
        pytest.param(lambda path: path.write_bytes(path.read_bytes()[:-1]), id="cut"),
    ],
)
@pytest.mark.parametrize(
    "name", ["2016", "index.html", "index.jsonl", "spats.json", "spats.jsonl", "tweets"]
)
def test_a_file_that_somebody_touched_is_made_again_and_only_that(
    folder, clean, tmp_path, touch, name
):
    out = tmp_path / "out"
    run_here(folder, out)
    before = stamps(out)
    touched = min(each for each in before if each.startswith(name))

    touch(out / touched)
    run_here(folder, out)

    assert tree(out) == clean
    after = stamps(out)
    assert {each for each in before if after[each] != before[each]} == {touched}


def test_without_its_manifest_a_folder_is_not_taken_for_a_batch(
    folder, clean, tmp_path, capsys
):
    out = tmp_path / "out"
    run_here(folder, out)
    (out / "manifest.json").unlink()

    code = run_here(folder, out)

    assert code == 3
    assert "spats.json: batch would replace this file" in capsys.readouterr().err
    assert tree(out) == {k: v for k, v in clean.items() if k != "manifest.json"}


def test_reports_of_other_settings_are_made_again(folder, tmp_path):
    out, clean = tmp_path / "out", tmp_path / "clean"
    run_here(folder, clean, "--zone", "UTC")
    run_here(folder, out)
    before = reports(out)

    run_here(folder, out, "--zone", "UTC")

    assert tree(out) == tree(clean)
    assert not before.items() & reports(out).items()


def test_choosing_others_makes_no_report_again(folder, tmp_path):
    out = tmp_path / "out"
    run_here(folder, out)
    before = reports(out)

    run_here(folder, out, "--top", "2")

    assert len(reports(out)) == 2
    assert reports(out).items() <= before.items()


def test_what_an_earlier_run_wrote_goes_when_it_is_no_more_wanted(
    folder, tmp_path, capsys
):
    out = tmp_path / "out"
    run_here(folder, out, "--name", "{a}/{b}/{id}")
    (first, *others) = sorted(path for path in tree(out) if path.startswith("mod/"))
    (out / first).write_text("my notes")
    (out / "mod" / "mine.txt").write_text("mine")

    main(["batch", str(folder), "--out", str(out), "--name", "{a}-{id}"])

    kept = tree(out)
    assert {path for path in kept if "/" in path} == {first, "mod/mine.txt"}
    assert (out / first).read_text() == "my notes"
    assert not {"spats.json", "spats.jsonl", "tweets.csv", *others} & {*kept}
    assert "6 files of an earlier run removed" in capsys.readouterr().err


def test_a_manifest_that_names_files_elsewhere_harms_none(folder, tmp_path):
    out = tmp_path / "out"
    run_here(folder, out)
    precious = tmp_path / "precious.txt"
    precious.write_text("precious")
    told = json.loads((out / "manifest.json").read_bytes())
    sha256 = tree(tmp_path)["precious.txt"]
    for path in ("../precious.txt", str(precious)):
        entry = {"path": path, "key": "", "sha256": sha256, "size": 8}
        told["outputs"].append(entry | {"format": None, "conversation": None})
    (out / "manifest.json").write_text(json.dumps(told))

    assert run_here(folder, out) == 0

    assert precious.read_text() == "precious"


@pytest.mark.parametrize(
    "manifest", ["", "[]", "{", '{"schema": "other/1", "outputs": []}', "\0", "\xff"]
)
def test_a_manifest_that_is_none_stays_as_it_is(folder, tmp_path, manifest):
    out = tmp_path / "out"
    out.mkdir()
    (out / "manifest.json").write_text(manifest, "latin-1")

    assert run_here(folder, out) == 3

    assert (out / "manifest.json").read_text("latin-1") == manifest
    assert len([*out.iterdir()]) == 1


def test_a_journal_that_breaks_off_anywhere_loses_no_file(folder, clean, tmp_path):
    for step in count(1):
        out = tmp_path / f"out{step}"
        apart(batch(folder, out), killed_at(step, out))
        if (out / "index.html").exists():
            break
    path = out / WORK / JOURNAL
    journal = path.read_bytes()

    for end in range(0, journal.index(b'"path": "spats.json"'), 97):
        path.parent.mkdir(exist_ok=True)
        for each in (*out.glob("*.json*"), *out.glob("*.csv"), out / "index.html"):
            each.unlink(missing_ok=True)
        path.write_bytes(journal[:end])

        assert run_here(folder, out) == 0
        assert tree(out) == clean


@pytest.mark.parametrize(
    "line",
    [
        b"\n",
        b"{}\n",
        b"[1]\n",
        b"null\n",
        b'{"path": 1}\n',
        b'{"file": 1}\n',
        b"\xff\n",
    ],
)
def test_a_line_of_the_journal_that_tells_nothing_is_passed_over(tmp_path, line):
    path = tmp_path / JOURNAL
    output = Output("x.html", "k", "0" * 64, 1)
    piece = Piece("spats.jsonl", 0, 9, "k", "0" * 64, (("1", "odd"),))
    journal = Journal(str(path))
    journal.note([output])
    journal.grew(piece)
    journal.close()
    path.write_bytes(line + path.read_bytes() + line + b'{"path": "half')

    again = Journal(str(path))
    again.grew(piece._replace(start=9, end=12))
    again.close()
    last = Journal(str(path))
    last.close()

    assert again.outputs == last.outputs == [output]
    assert [each.end for each in last.pieces("spats.jsonl")] == [9, 12]


def test_of_a_file_of_all_the_finished_pieces_are_kept(tmp_path):
    many = [status("10:00", f"a{n}", f"word{n}", last=n) for n in range(5_000)]
    path = written(tmp_path, "x.json", many)
    out, clean = tmp_path / "out", tmp_path / "clean"
    arguments = ["batch", path, "--format", "jsonl,json,csv", "-q", "--jobs", "1"]
    main([*arguments, "--out", str(clean)])
    grown = out / WORK / "spats.jsonl"

    for step in count(1):
        code = apart([*arguments, "--out", out], killed_at(step * 7, out))
        if code == 0 or (grown.exists() and grown.stat().st_size > 1_000_000):
            break
    journal = Journal(str(out / WORK / JOURNAL))
    journal.close()
    pieces = journal.pieces("spats.jsonl")
    whole = grown.stat()
    assert code == -signal.SIGKILL
    assert 0 < len(pieces) < 5

    code = apart([*arguments, "--out", out])

    assert code == 0
    assert tree(out) == tree(clean)
    assert (out / "spats.jsonl").stat().st_ino == whole.st_ino


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_a_signal_leaves_no_traceback_and_the_next_run_goes_on(
    folder, clean, tmp_path, number
):
    out = tmp_path / "out"
    arguments = ["-m", "tweetspat", *map(str, batch(folder, out, "--jobs", "2"))]
    running = subprocess.Popen(
        [sys.executable, *arguments[:3], "-", *arguments[3:]],
        stdin=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=environment(),
        # What a shell starts with "&" ignores SIGINT, and so do its children.
        preexec_fn=lambda: signal.signal(number, signal.SIG_DFL),  # noqa: PLW1509
    )
    while not (out / WORK).exists():  # it reads, and waits for its standard input
        assert running.poll() is None
    running.send_signal(number)
    _, err = running.communicate(timeout=60)

    assert running.returncode == 128 + number
    assert err == b""
    assert run_here(folder, out) == 0
    assert tree(out) == clean
