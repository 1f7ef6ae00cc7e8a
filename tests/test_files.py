"""Opening inputs: files, folders, packed files, standard input."""

import gzip
import hashlib
import io
import os
import sys

import pytest
from make import written

from tweetspat.readers.files import STDIN, Opened, opened, readable_name


def contents(*paths, hashed=False):
    """Return each input's bytes, read to the end, or the problem's code."""
    return [
        source.stream.read() if isinstance(source, Opened) else source.code
        for source in opened(list(map(str, paths)), hashed=hashed)
    ]


def test_a_file_is_read_as_it_is(tmp_path):
    path = written(tmp_path, "a.json", b"\x00\xff[]")

    assert contents(path) == [b"\x00\xff[]"]


def test_a_packed_file_is_unpacked_whatever_its_name(tmp_path):
    path = written(tmp_path, "a.json", gzip.compress(b"[1]") + gzip.compress(b"[2]"))

    assert contents(path) == [b"[1][2]"]


def test_a_packed_file_that_grows_out_of_proportion_is_refused(tmp_path):
    bomb = gzip.compress(bytes(70 << 20), compresslevel=9)
    path = written(tmp_path, "bomb.gz", bomb)

    with pytest.raises(OSError, match="250 times its size"):
        contents(path)


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


def test_a_dangling_link_is_told_of_and_a_link_to_a_file_is_read(tmp_path):
    written(tmp_path, "there.json", "[]")
    (tmp_path / "good").symlink_to(tmp_path / "there.json")
    (tmp_path / "bad").symlink_to(tmp_path / "missing.json")

    assert contents(tmp_path / "good", tmp_path / "bad") == [b"[]", "unreadable"]


def test_standard_input_is_read_where_a_dash_stands(monkeypatch):
    piped = io.BytesIO(gzip.compress(b"[1]"))
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(piped, "utf-8"))

    assert contents(STDIN) == [b"[1]"]


def test_closed_standard_input_is_told_of(monkeypatch):
    monkeypatch.setattr(sys, "stdin", None)

    assert contents(STDIN) == ["unreadable"]


@pytest.mark.parametrize("stored", [b"[1]" * 1000, gzip.compress(b"[1]" * 1000)])
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


def test_nothing_is_hashed_that_nobody_asked_for(tmp_path):
    path = written(tmp_path, "a.json", "[]")

    assert [source.sha256() for source in opened([path], hashed=False)] == [None]


def test_a_name_that_is_no_utf_8_can_be_shown_and_its_file_read(tmp_path):
    path = os.fsdecode(os.fsencode(tmp_path) + b"/caf\xe9.json")
    with open(path, "wb") as file:
        file.write(b"[]")

    (source,) = [
        (each.name, each.stream.read()) for each in opened([path], hashed=False)
    ]

    assert source == (f"{tmp_path}/caf\\xe9.json", b"[]")
    assert readable_name(path).encode("utf-8")
