"""Indexes that are damaged, or that somebody made on purpose."""

import os
from array import array
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from indexing import OTHER, everything, refused, rewritten
from msgspec.msgpack import decode, encode
from scanning import lines

from tweetspat.accounts import Accounts
from tweetspat.heap_index import is_index, kept, open_index, write_index
from tweetspat.heap_index.about import About
from tweetspat.heap_index.entries import Entry, Place
from tweetspat.heap_index.layout import HEAD, VERSION, Blocks, as_bytes, head_of, zstd
from tweetspat.heap_index.opened import File
from tweetspat.heap_index.sources import Argument, Kept, Source, State
from tweetspat.lookalikes import Lookalikes
from tweetspat.model import (
    Account,
    Bounds,
    Case,
    Claim,
    Copy,
    Input,
    Link,
    Media,
    Notice,
    Order,
    Owner,
    Retweet,
    SaidTime,
    Side,
    Tweet,
    Url,
)
from tweetspat.model import Kept as TweetKept
from tweetspat.problems import NothingFound, NothingReadable, Problem, UsageError
from tweetspat.problems import Place as ProblemPlace
from tweetspat.readers.gathering import Taken
from tweetspat.scan.excerpts import Repeat
from tweetspat.summaries import Summary

# What is no index, or a damaged one.


def test_cut_off_anywhere_it_is_refused(heap, tmp_path):
    data = Path(heap).read_bytes()
    cut = tmp_path / "cut"
    for length in (*range(0, len(data), 512), len(data) - 1):
        cut.write_bytes(data[:length])

        assert "make it again: tweetspat index" in refused(cut)


def test_with_something_behind_it_it_is_refused(heap):
    with open(heap, "ab") as file:
        file.write(b"\0")

    assert "is damaged" in refused(heap)


@settings(
    max_examples=200,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_a_byte_that_changed_is_noticed_or_never_read(heap, tmp_path, data):
    whole = bytearray(Path(heap).read_bytes())
    at = data.draw(st.integers(0, len(whole) - 1))
    whole[at] ^= data.draw(st.integers(1, 255))
    damaged = tmp_path / "damaged"
    damaged.write_bytes(whole)

    found = refused(damaged)

    if found is None:  # nothing needed it
        assert everything(damaged) == everything(heap)
    else:
        assert "make it again" in found


def test_an_index_of_another_version_is_refused(heap, tmp_path):
    data = Path(heap).read_bytes()
    head = head_of(data)
    later = tmp_path / "later"
    later.write_bytes(head._replace(version=7).written() + data[HEAD:])

    assert "another version of tweetspat made this index (7)" in refused(later)


@pytest.mark.parametrize("data", [b"", b"{}", b"SQLite format 3\0", bytes(600)])
def test_what_is_no_index_is_refused(tmp_path, data):
    path = tmp_path / "other"
    path.write_bytes(data)

    assert not is_index(str(path))
    assert "it is no index" in refused(path)


def test_only_regular_files_are_taken_for_an_index(tmp_path):
    os.mkfifo(tmp_path / "pipe")

    assert not is_index(str(tmp_path / "pipe"))
    assert not is_index(str(tmp_path))
    assert not is_index("-")
    assert not is_index("nul\0byte")
    with pytest.raises(NothingReadable):
        open_index(str(tmp_path / "pipe"))


# One that somebody made on purpose.


STREAMS = (
    "about cases entries entry id name name.key names of owners places problems size "
    "spool stands stands.for summaries summary scan.id scan.author scan.rest scan.line "
    "scan.offset scan.length scan.flags scan.digest scan.reply scan.across scan.sent"
).split()


def test_every_stream_is_tried(heap):
    assert {*STREAMS} <= {*File(heap)._streams} | {"spool"}


@settings(
    max_examples=400,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(st.data())
def test_an_index_with_any_bytes_in_it_is_read_or_refused(heap, tmp_path, data):
    name = data.draw(st.sampled_from(STREAMS))
    whole = bytearray(File(heap).read(name))
    for _ in range(data.draw(st.integers(1, 4))):
        if whole:
            at = data.draw(st.integers(0, len(whole) - 1))
            whole[at] = data.draw(st.integers(0, 255))
    if data.draw(st.booleans()):
        cut = data.draw(st.integers(0, len(whole)))
        whole = whole[:cut]
    made = rewritten(heap, tmp_path / "made", **{name.replace(".", "_"): bytes(whole)})

    refused(made)
    before = made.read_bytes()
    try:
        write_index([], str(made), join="replies")
    except (NothingReadable, NothingFound, UsageError):
        assert made.read_bytes() == before  # what it refuses it leaves alone


def test_an_index_cannot_have_a_file_read_that_it_does_not_name(heap, tmp_path):
    secret = lines(tmp_path / "secret.jsonl", [OTHER])
    about = File(heap).value("about", About)
    state = secret.stat()
    source = about.sources[0]._replace(
        whole=os.fsencode(secret),
        near=b"secret.jsonl",
        state=State(state.st_size, state.st_mtime_ns),
    )
    told = encode(about._replace(sources=(source,)))
    made = rewritten(heap, tmp_path / "made", about=told)

    assert "dump.jsonl: it is gone since it was indexed" in refused(made)


def test_a_block_that_unpacks_to_more_than_it_says_is_refused(heap, tmp_path):
    bomb = zstd.compress(bytes(1 << 24))
    data = bytearray(Path(heap).read_bytes())
    head = head_of(data)
    directory = decode(data[head.at :], type=dict[str, Blocks])
    block = directory["cases"]
    sums = as_bytes(array("I", [crc32(bomb)]))
    places = as_bytes(array("Q", [head.at]))
    lengths = as_bytes(array("I", [len(bomb)]))
    directory["cases"] = Blocks(1, 60_000, places, lengths, sums)
    assert block.width == 1
    new = encode(directory)
    made = tmp_path / "made"
    at = head.at + len(bomb)
    head = head._replace(at=at, length=len(new), crc=crc32(new))
    made.write_bytes(head.written() + data[HEAD : at - len(bomb)] + bomb + new)

    with pytest.raises(NothingReadable, match="is damaged"):
        _ = open_index(str(made)).cases


LAYOUTS = {1: 3212250149, 2: 2990465312, 3: 3847355608}


def test_what_is_kept_has_the_layout_of_its_version():
    """Where this fails, raise `layout.VERSION` and add its sum to LAYOUTS."""
    kinds = (About, Argument, Source, State, Kept, Input, Entry, Repeat, Place, Summary)
    kinds += (Tweet, Account, Link, Notice, Owner, Case, Claim, Order, Side, Taken)
    kinds += (
        ProblemPlace,
        Problem,
        SaidTime,
        Retweet,
        Media,
        Url,
        Copy,
        Bounds,
        TweetKept,
        Lookalikes,
        Accounts,
    )
    told = [(kind.__name__, kind._fields) for kind in kinds]
    told += [kept._Rest._fields, kept._Part._fields, [*kept._COLUMNS.items()]]

    assert LAYOUTS[VERSION] == crc32(repr(told).encode())
