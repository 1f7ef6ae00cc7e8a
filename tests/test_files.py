"""Opening inputs: files, folders, standard input."""

import gzip
import hashlib
import io
import os
import sys

import pytest
from make import written
from unpacking import Got, contents, got, tarred, unnamed, zipped

from tweetspat.readers.files import STDIN, opened, readable_name


@pytest.fixture
def piped(monkeypatch):
    """Put bytes into standard input."""

    def pipe(data):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data), "utf-8"))

    return pipe


def test_a_file_is_read_as_it_is(tmp_path):
    path = written(tmp_path, "a.json", b"\x00\xff[]")

    assert contents(path) == [b"\x00\xff[]"]


def test_a_folder_gives_its_files_in_the_order_of_their_names(tmp_path):
    (tmp_path / "b").mkdir()
    for name in ("c.json", "b/z.json", "b/a.json", "a.json"):
        written(tmp_path, name, name)

    assert contents(tmp_path) == [b"a.json", b"c.json", b"b/a.json", b"b/z.json"]


def test_hidden_files_and_folders_are_left_out(tmp_path):
    (tmp_path / ".git").mkdir()
    for name in (".hidden.json", ".git/a.json", "seen.json"):
        written(tmp_path, name, name)

    assert contents(tmp_path) == [b"seen.json"]


@pytest.mark.parametrize("name", ["missing.json", "no\0name", "x" * 300])
def test_an_input_that_cannot_be_opened_does_not_keep_the_others_from_it(
    tmp_path, name
):
    path = written(tmp_path, "there.json", "[]")

    assert contents(f"{tmp_path}/{name}", path) == ["unreadable", b"[]"]


def test_an_empty_folder_is_told_of(tmp_path):
    assert contents(tmp_path) == ["unreadable"]


def test_a_named_pipe_is_refused_and_never_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")

    (problem,) = opened([str(tmp_path / "pipe")], hashed=False)

    assert "no regular file" in problem.message


def test_a_file_that_opens_and_cannot_be_read_is_told_of():
    (problem,) = opened(["/proc/self/mem"], hashed=False)

    assert "it cannot be read" in problem.message


def test_a_dangling_link_is_told_of_and_a_link_to_a_file_is_read(tmp_path):
    written(tmp_path, "there.json", "[]")
    (tmp_path / "good").symlink_to(tmp_path / "there.json")
    (tmp_path / "bad").symlink_to(tmp_path / "missing.json")

    assert contents(tmp_path / "good", tmp_path / "bad") == [b"[]", "unreadable"]


def test_a_link_to_a_folder_elsewhere_is_told_of_and_one_to_what_is_read_is_not(
    tmp_path,
):
    named, elsewhere = tmp_path / "named", tmp_path / "elsewhere"
    (named / "below").mkdir(parents=True)
    elsewhere.mkdir()
    written(named, "a.json", "[]")
    written(elsewhere, "b.json", "[]")
    (named / "latest").symlink_to("below")
    (named / "below" / "around").symlink_to(named)
    (named / "below" / "away").symlink_to(elsewhere)

    file, problem = opened([str(named)], hashed=False)

    assert file.name == f"{named}/a.json"
    assert str(problem).startswith(
        f"{named}/below/away: a link to a folder is not followed; "
    )


@pytest.mark.skipif(os.geteuid() == 0, reason="root may look into every folder")
def test_a_folder_that_cannot_be_looked_into_is_told_of(tmp_path):
    written(tmp_path, "a.json", "[]")
    closed = tmp_path / "closed"
    closed.mkdir(mode=0)

    _, problem = opened([str(tmp_path)], hashed=False)

    assert str(problem) == f"{closed}: the folder cannot be read: Permission denied"


def test_what_the_user_did_not_name_is_known_as_found(tmp_path):
    named = written(tmp_path, "a.json", "[]")
    packed = written(tmp_path, "b.json.gz", gzip.compress(b"[]"))
    archive = written(tmp_path, "c.zip", zipped(("d.json", b"[]")))

    assert [each.found for each in got(named, packed)] == [False, False]
    assert [each.found for each in got(archive)] == [True]
    assert [each.found for each in got(tmp_path)] == [True, True, True]


@pytest.mark.parametrize("hashed", [False, True])
def test_standard_input_is_read_where_a_dash_stands(piped, hashed):
    piped(b"[1]")

    assert contents(STDIN, hashed=hashed) == [b"[1]"]


@pytest.mark.parametrize("hashed", [False, True])
@pytest.mark.parametrize(
    "stored",
    [
        pytest.param(gzip.compress(b"[1]"), id="gzip"),
        pytest.param(zipped(("a/b", b"[1]")), id="zip"),
        pytest.param(tarred(("a/b", b"[1]")), id="tar"),
        pytest.param(gzip.compress(tarred(("a/b", b"[1]"))), id="tar-gzip"),
        pytest.param(gzip.compress(zipped(("a/b", b"[1]"))), id="zip-gzip"),
    ],
)
def test_standard_input_is_unpacked_too(piped, stored, hashed):
    piped(stored)

    (only,) = got(STDIN, hashed=hashed)

    assert only.data == b"[1]"
    assert only.name in {STDIN, f"{STDIN}/a/b"}
    assert only.found == (only.name != STDIN)
    assert only.sha256 == (hashlib.sha256(stored).hexdigest() if hashed else None)


def test_a_packed_standard_input_that_breaks_off_is_told_of(piped):
    piped(gzip.compress(os.urandom(1000))[:500])

    (broken,) = got(STDIN)

    assert len(broken.data) > 400
    assert broken.fault == "the gzip stream breaks off"


def test_a_damaged_packed_standard_input_is_told_of(piped):
    piped(b"\x1f\x8b" + b"nonsense")

    assert contents(STDIN) == ["unreadable"]


def test_closed_standard_input_is_told_of(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)

    assert contents(STDIN) == ["unreadable"]


STORED = [
    pytest.param(b"[1]" * 1000, id="plain"),
    pytest.param(b"[1]" * 200_000, id="large"),
    pytest.param(gzip.compress(b"[1]" * 1000), id="gzip"),
    pytest.param(zipped(("a", b"[1]" * 1000)), id="zip"),
    pytest.param(gzip.compress(tarred(("a", b"[1]" * 1000))), id="tar-gzip"),
]


@pytest.mark.parametrize("stored", STORED)
@pytest.mark.parametrize("taken", [0, 5, -1])
def test_the_hash_is_that_of_the_stored_bytes_however_far_they_were_read(
    tmp_path, stored, taken
):
    path = written(tmp_path, "a.json", stored)

    (digest,) = [
        (source.stream.read(taken), source.sha256())[1]
        for source in opened([path], hashed=True)
    ]

    assert digest == hashlib.sha256(stored).hexdigest()


def test_every_member_has_the_hash_of_its_archive(tmp_path):
    stored = zipped(("a", b"[1]"), ("b", b"[2]"))
    path = written(tmp_path, "a.zip", stored)

    digests = [each.sha256 for each in got(path, hashed=True)]

    assert digests == [hashlib.sha256(stored).hexdigest()] * 2


@pytest.mark.parametrize("stored", STORED)
def test_nothing_is_hashed_that_nobody_asked_for(tmp_path, stored):
    path = written(tmp_path, "a.json", stored)

    assert [source.sha256() for source in opened([path], hashed=False)] == [None]


def test_a_name_that_is_no_utf_8_can_be_shown_and_its_file_read(tmp_path):
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.json")
    with open(path, "wb") as file:
        file.write(b"[]")

    assert got(path) == [Got(f"{tmp_path}/caf\\xe9.json", b"[]")]
    assert readable_name(path).encode("utf-8")


def test_an_archive_in_a_folder_is_walked(tmp_path):
    written(tmp_path, "a.zip", zipped(("data/tweets.js", b"[1]")))

    assert unnamed(tmp_path) == {"a.zip/data/tweets.js": b"[1]"}
