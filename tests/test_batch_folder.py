"""The folder that a batch writes: links, files in the way, full disks, two at once."""

import fcntl
import os
import resource
import select
import signal
import subprocess
import sys

import pytest
from batches import folder_of, stamps, talk, tree
from make import status, written
from shown import environment

from tweetspat.batch.folder import WORK
from tweetspat.cli import main

needs_user = pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")


@pytest.fixture
def folder(tmp_path):
    return folder_of(tmp_path / "in", *(talk(n, 3) for n in range(4)))


def batch(*arguments):
    return main(["batch", *map(str, arguments)])


def command(*arguments):
    return [sys.executable, "-m", "tweetspat", "batch", *map(str, arguments)]


# Links and files in the way.


def test_nothing_is_written_through_links_that_wait_in_the_folder(folder, tmp_path):
    out, victim = tmp_path / "out", tmp_path / "victim.txt"
    victim.write_text("precious")
    batch(folder, "--out", out, "-q")
    clean = tree(out)
    for name in clean:
        if name.startswith("2016"):
            (out / name).unlink()
            (out / name).symlink_to(victim)

    code = batch(folder, "--out", out, "-q")

    assert code == 0
    assert tree(out) == clean
    assert victim.read_text() == "precious"


@pytest.mark.parametrize("name", ["index.html", "index.jsonl", "manifest.json"])
def test_a_link_that_was_there_before_is_not_replaced(folder, tmp_path, name, capsys):
    out, victim = tmp_path / "out", tmp_path / "victim.txt"
    victim.write_text("precious")
    out.mkdir()
    (out / name).symlink_to(victim)

    code = batch(folder, "--out", out)

    assert code == 3
    assert f"{out / name}: batch would replace this file" in capsys.readouterr().err
    assert tree(out) == {name: f"-> {victim}"}
    assert victim.read_text() == "precious"


def test_a_link_in_place_of_a_folder_is_not_followed(folder, tmp_path, capsys):
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    elsewhere.mkdir()
    out.mkdir()
    (out / "html").symlink_to(elsewhere)

    code = batch(folder, "--out", out, "--name", "{format}/{id}")

    assert code == 3
    assert (
        "html: a folder is needed here, and it is something" in capsys.readouterr().err
    )
    assert tree(elsewhere) == {}


def test_reports_behind_a_link_are_not_taken_for_ours(folder, tmp_path):
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    batch(folder, "--out", out, "--name", "{format}/{id}", "-q")
    (out / "html").rename(elsewhere)
    (out / "html").symlink_to(elsewhere)
    before = stamps(elsewhere)

    assert batch(folder, "--out", out, "--name", "{format}/{id}", "-q") == 3
    assert batch(folder, "--out", out, "--name", "{id}", "-q") == 0

    assert stamps(elsewhere) == before


def test_a_link_for_its_hidden_folder_is_refused(folder, tmp_path, capsys):
    out, elsewhere = tmp_path / "out", tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "mine.txt").write_text("mine")
    out.mkdir()
    (out / WORK).symlink_to(elsewhere)

    code = batch(folder, "--out", out)

    assert code == 3
    assert "move it away" in capsys.readouterr().err
    assert [*tree(elsewhere)] == ["mine.txt"]


def test_the_folder_itself_may_be_a_link(folder, tmp_path):
    there = tmp_path / "there"
    there.mkdir()
    (tmp_path / "out").symlink_to(there)

    assert batch(folder, "--out", tmp_path / "out", "-q") == 0
    assert "manifest.json" in tree(there)


@pytest.mark.parametrize("below", ["", "x", "x/y"])
def test_a_file_in_place_of_the_folder_stays(folder, tmp_path, capsys, below):
    file = tmp_path / "out"
    file.write_text("a file")

    code = batch(folder, "--out", file / below)

    assert code == 3
    (line,) = capsys.readouterr().err.splitlines()
    assert line.endswith("it is a file, or lies in one; --out names a folder")
    assert file.read_text() == "a file"


def test_where_no_folder_can_be_made_one_line_says_so(folder, capsys):
    code = batch(folder, "--out", "/proc/nothing/out")

    assert code == 3
    (line,) = capsys.readouterr().err.splitlines()
    assert line.startswith("tweetspat: /proc/nothing")


@needs_user
def test_a_folder_that_may_not_be_written_is_told_of(folder, tmp_path, capsys):
    out = tmp_path / "out"
    out.mkdir(0o500)

    assert batch(folder, "--out", out) == 3
    assert "Permission denied" in capsys.readouterr().err


# A full disk.


def full(size):
    """Return what lets no file of a process grow beyond a size."""

    def prepare():
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))

    return prepare


@pytest.mark.parametrize("jobs", [1, 2])
@pytest.mark.parametrize("form", ["html", "jsonl", "html,json,csv"])
def test_on_a_full_disk_no_half_file_gets_its_name(tmp_path, form, jobs):
    folder = folder_of(tmp_path / "in", talk(0, 3), talk(1, 60), talk(2, 3))
    arguments = ["batch", folder, "--format", form, "--jobs", jobs, "-q", "--out"]
    clean, out = tmp_path / "clean", tmp_path / "out"
    main([*map(str, arguments), str(clean)])
    largest = max(each.stat().st_size for each in clean.iterdir())

    for size in (0, 100, largest // 2, largest - 1):
        done = subprocess.run(
            [sys.executable, "-m", "tweetspat", *map(str, arguments), out],
            preexec_fn=full(size),
            capture_output=True,
            check=False,
            env=environment(PYTHONDONTWRITEBYTECODE="1"),
        )

        assert done.returncode == 3
        assert {*tree(out).items()} - {
            each for each in tree(out).items() if each[0].startswith(WORK)
        } <= {*tree(clean).items()}
        (line,) = done.stderr.decode().splitlines()
        where, what, _ = line.removeprefix("tweetspat: ").split(": ", 2)
        assert (what == "the output cannot be written") == (where == str(out))
        assert where == str(out) or what == "temporary files cannot be written there"

    assert main([*map(str, arguments), str(out)]) == 0
    assert tree(out) == tree(clean)


# Two at once.


def test_two_runs_at_once_make_what_one_makes(tmp_path):
    folder = folder_of(tmp_path / "in", *(talk(n, 5) for n in range(30)))
    clean, out = tmp_path / "clean", tmp_path / "out"
    batch(folder, "--out", clean, "-q")
    asked = command(folder, "--out", out, "-q")

    both = [subprocess.Popen(asked, env=environment()) for _ in range(2)]

    assert [each.wait(timeout=60) for each in both] == [0, 0]
    assert tree(out) == tree(clean)


def test_the_second_run_waits_says_so_and_finds_everything_done(folder, tmp_path):
    out = tmp_path / "out"
    batch(folder, "--out", out, "-q")
    before = stamps(out)
    lock = os.open(out, os.O_RDONLY)
    fcntl.flock(lock, fcntl.LOCK_EX)

    second = subprocess.Popen(
        command(folder, "--out", out), stderr=subprocess.PIPE, env=environment()
    )
    first_line = second.stderr.readline()
    ended = second.poll()
    os.close(lock)
    _, err = second.communicate(timeout=60)

    assert b"another run writes this folder" in first_line
    assert ended is None
    assert second.returncode == 0
    assert b"4 files already there" in err
    assert stamps(out) == before


# The folder that is read is the one that is written.


@pytest.mark.parametrize("form", ["html", "html,json,jsonl,csv"])
@pytest.mark.parametrize("below", ["", "out", "a/b"])
def test_a_batch_does_not_read_what_it_wrote(folder, tmp_path, form, below):
    inputs, clean = tree(folder), tmp_path / "clean"
    out = folder / below
    batch(folder, "--out", clean, "--format", form, "-q")

    for _ in range(3):
        code = batch(folder, "--out", out, "--format", form, "-q")

        assert code == 0
        assert tree(folder).items() >= inputs.items()
        assert {
            name: value
            for name, value in tree(out).items()
            if below or name not in inputs
        } == tree(clean)


def test_other_files_of_a_folder_that_is_read_and_written_stay_passed_over(tmp_path):
    folder = folder_of(tmp_path / "in", talk(1))
    (folder / "notes.txt").write_text("notes")

    first = batch(folder, "--out", folder, "-q")
    before = tree(folder)
    second = batch(folder, "--out", folder, "-q")

    assert (first, second) == (0, 0)
    assert tree(folder) == before


def test_an_input_that_is_called_like_an_output_is_not_replaced(tmp_path, capsys):
    folder = folder_of(tmp_path / "in", talk(1))
    main(["convert", str(folder), "--to", "csv", "-o", str(folder / "tweets.csv")])
    before = tree(folder)

    code = batch(folder, "--out", folder, "--format", "csv")

    assert code == 3
    assert "tweets.csv: batch would replace this file" in capsys.readouterr().err
    assert tree(folder) == before


# What people see on a terminal.


def test_on_a_terminal_a_line_tells_how_far_it_is_and_goes(tmp_path):
    many = [status("10:00", f"a{n}", f"word{n}", last=n) for n in range(4_000)]
    path = written(tmp_path, "x.json", many)
    master, slave = os.openpty()
    asked = command(path, "--out", tmp_path / "out", "--format", "csv", "--jobs", "1")

    running = subprocess.Popen(asked, stderr=slave, env=environment())
    os.close(slave)
    seen = b""
    while select.select([master], [], [], 60)[0]:
        try:
            seen += os.read(master, 1 << 16)
        except OSError:  # the other end is closed
            break
    os.close(master)

    assert running.wait(timeout=60) == 0
    first, *looks = seen.decode().split("\r\x1b[K")[1:]
    assert first == "reading …"
    assert any(" of 4,000 conversations · " in look for look in looks)
    assert looks[-1] == "tweetspat: 4,000 conversations, 4,000 in files of all\r\n"
