"""Temporary files that find no room: what is told names where they are."""

import gzip
import io
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import zipfile
from functools import partial

import pytest
from batches import apart, killed_at, talk

from tweetspat.__main__ import _leave
from tweetspat.problems import NothingReadable
from tweetspat.scan import spools
from tweetspat.scan.spools import Spool

ROOM = 30_000
"""Bytes that a file may have: for reports and lists enough, not for the tweets."""


def limited():
    """Let no file of this process grow beyond some size."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (ROOM, ROOM))


RUN = "import sys\nfrom tweetspat.cli import main\nsys.exit(main(sys.argv[1:]))"


@pytest.fixture
def packed(tmp_path):
    """A packed file of tweets."""
    path = tmp_path / "dump.jsonl.gz"
    made = [one for number in range(60) for one in talk(number)]
    path.write_bytes(gzip.compress("\n".join(map(json.dumps, made)).encode()))
    return path


@pytest.mark.parametrize(
    "asked",
    [["batch", "--out", "made"], ["index", "-o", "made"]],
    ids=["batch", "index"],
)
def test_no_room_for_what_is_unpacked_is_told_with_its_folder(
    packed, tmp_path, capfd, asked, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    command, *options = asked
    there = {*tmp_path.iterdir()}

    code = apart([command, str(packed), *options], limited)

    told = capfd.readouterr().err
    assert code == 3
    assert "temporary files cannot be written there" in told
    assert "TMPDIR" in told
    assert "output" not in told
    assert {*tmp_path.iterdir()} == there


def test_so_is_no_room_for_an_archive_that_comes_through_a_pipe(tmp_path):
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as whole:
        whole.writestr(
            "dump.json", json.dumps([one for n in range(60) for one in talk(n)])
        )

    told = subprocess.run(
        [sys.executable, "-m", "tweetspat", "list", "-"],
        input=archive.getvalue(),
        capture_output=True,
        check=False,
        preexec_fn=limited,
        env={**os.environ, "TMPDIR": str(tmp_path)},
    )

    assert told.returncode == 3
    line = told.stderr.decode()
    assert line.startswith(f"tweetspat: {tmp_path}: temporary files cannot be written")


def test_a_spool_in_a_folder_that_cannot_be_made_names_where_it_was_to_be(tmp_path):
    (tmp_path / "file").write_text("")
    spool = Spool(str(tmp_path / "file" / "tweetspat-1" / "input-0"))

    with pytest.raises(NothingReadable, match="temporary files cannot be written"):
        spool.write(b"tweet")


def asked_in(folder, packed, program=RUN):
    """Run a program over a packed file; its temporary files lie in a folder."""
    command = [sys.executable, "-c", program, "index", str(packed), "-q"]
    command += ["-o", f"{packed}.heap"]
    environment = {**os.environ, "TMPDIR": str(folder)}
    return subprocess.run(command, check=False, env=environment).returncode


def test_what_killed_runs_left_among_the_temporary_files_is_removed(packed, tmp_path):
    temporary = tmp_path / "temporary"
    (temporary / "tweetspat-mine").mkdir(parents=True)

    def prepare(step):
        tempfile.tempdir = str(temporary)
        killed_at(step, temporary)()

    step, ended, most = 0, -signal.SIGKILL, 0
    while ended == -signal.SIGKILL:
        step += 1
        asked = ["index", packed, "-o", tmp_path / f"heap{step}", "-q"]
        ended = apart(asked, partial(prepare, step))
        most = max(most, len([*temporary.rglob("*")]))

    assert (ended, most) == (0, 3)
    assert [each.name for each in temporary.iterdir()] == ["tweetspat-mine"]


def test_what_another_run_needs_among_them_is_left_alone(packed, tmp_path):
    used = spools.folder(str(tmp_path))
    spool = Spool(os.path.join(used, "input-0"))
    at = spool.write(b"tweet")
    spool.close()

    assert asked_in(tmp_path, packed) == 0

    with open(spool.path, "rb") as file:
        assert file.read()[at:] == b"tweet"
    spools.sweep()
    assert not os.path.exists(used)


def test_a_run_that_is_ended_while_others_work_for_it_leaves_nothing_behind(
    packed, tmp_path, monkeypatch
):
    monkeypatch.setattr("tweetspat.scan.scanning._WORTH", 1)
    temporary = tmp_path / "temporary"
    temporary.mkdir()

    def prepare():
        tempfile.tempdir = str(temporary)
        signal.signal(signal.SIGTERM, _leave)
        first = os.getpid()

        def end_the_first(event, details):
            if os.getpid() != first and event == "open" and "spools" in str(details[0]):
                os.kill(first, signal.SIGTERM)

        sys.addaudithook(end_the_first)

    again = shutil.copy(packed, tmp_path / "again.jsonl.gz")
    asked = ["batch", packed, again, "--out", tmp_path / "out", "--jobs", 2]

    assert apart(asked, prepare) == 128 + signal.SIGTERM
    assert [*temporary.iterdir()] == []


def test_the_library_leaves_none_of_them_when_python_ends(packed, tmp_path):
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    program = """
import sys
from tweetspat.scan import scan
from tweetspat.scan.spools import folder
assert len(scan(sys.argv[2:3], folder())) == 60
sys.exit()
"""

    assert asked_in(temporary, packed, program) == 0
    assert [*temporary.iterdir()] == []
