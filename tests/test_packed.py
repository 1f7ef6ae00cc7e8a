"""Packed streams: every packing, told by its bytes; damage; what grows too far."""

import bz2
import gzip
import io
import lzma
import os
import random
import struct
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make import written
from unpacking import Got, contents, got, told, zipped, zstd

from tweetspat.readers.files import careful, opened, packed
from tweetspat.readers.files.careful import Careful, Growth, damage_told
from tweetspat.readers.files.packed import PACKERS, Unpacked

PACK = {
    "gzip": gzip.compress,
    "bzip2": bz2.compress,
    "xz": lzma.compress,
    "zstandard": lambda data: zstd.compress(
        data, options={zstd.CompressionParameter.checksum_flag: 1}
    ),
}
EVERY = pytest.mark.parametrize("packing", PACK)
NOISE = random.Random(1).randbytes(300_000)


@pytest.fixture
def narrow(monkeypatch):
    """Let streams grow less freely, so that bombs are small."""
    monkeypatch.setattr(careful, "FREE", 1 << 16)
    monkeypatch.setattr(careful, "MOST", 10)


@EVERY
@pytest.mark.parametrize("data", [b"", b"[1]", NOISE, bytes(5_000_000)])
def test_a_packed_file_is_unpacked_whatever_its_name(tmp_path, packing, data):
    path = written(tmp_path, "a.json", PACK[packing](data))

    assert got(path) == [Got(path, data)]


@EVERY
def test_packed_streams_behind_each_other_are_one(tmp_path, packing):
    parts = [PACK[packing](part) for part in (b"[1]", b"", NOISE, b"[2]")]
    path = written(tmp_path, "a", b"".join(parts))

    assert got(path) == [Got(path, b"[1]" + NOISE + b"[2]")]


@EVERY
def test_zeros_behind_a_packed_stream_mean_nothing(tmp_path, packing):
    path = written(tmp_path, "a", PACK[packing](b"[1]") + bytes(100_000))

    assert got(path) == [Got(path, b"[1]")]


@EVERY
def test_what_stands_before_garbage_is_kept_and_the_garbage_told_of(tmp_path, packing):
    path = written(tmp_path, "a", PACK[packing](b"[1]") + b"garbage")

    (only,) = got(path)

    assert only.data == b"[1]"
    assert only.fault == f"behind its end stands something that is not {packing}"


@EVERY
def test_a_stream_that_breaks_off_keeps_what_came_before(tmp_path, packing):
    data = NOISE * 5
    path = written(tmp_path, "a", PACK[packing](data)[:-100])

    (only,) = got(path)

    assert only.fault == f"the {packing} stream breaks off"
    assert len(only.data) > 200_000
    assert data.startswith(only.data)


@EVERY
def test_a_fault_that_nobody_came_to_is_told_of_all_the_same(tmp_path, packing):
    path = written(tmp_path, "a", PACK[packing](NOISE * 5)[:-100])

    read, problem = got(path, hungry=False)

    assert len(read.data) > 200_000
    assert problem.message.startswith("it cannot be read to its end: the")
    assert problem.place.file == path


@EVERY
def test_a_fault_is_raised_each_time_that_one_reads_on(tmp_path, packing):
    path = written(tmp_path, "a", PACK[packing](NOISE * 5)[:-100])

    inputs = opened([path], hashed=False)
    source = next(inputs)
    assert source.stream.read()

    for _ in range(3):
        with pytest.raises(EOFError, match="breaks off"):
            source.stream.read(1)


@EVERY
@pytest.mark.parametrize("more", [0, 1, 4])
def test_a_stream_of_which_hardly_anything_is_there_is_unreadable(
    tmp_path, packing, more
):
    magic = {"gzip": 2, "bzip2": 10, "xz": 6, "zstandard": 4}[packing]
    path = written(tmp_path, "a", PACK[packing](NOISE)[: magic + more])

    assert contents(path) == ["unreadable"]


@EVERY
def test_damage_in_the_middle_keeps_what_came_before(tmp_path, packing):
    data = NOISE * 5
    stored = bytearray(PACK[packing](data))
    at = len(stored) * 9 // 10
    stored[at : at + 200] = bytes(200)
    path = written(tmp_path, "a", bytes(stored))

    (only,) = got(path)

    assert only.fault
    assert len(only.data) > 100_000


def test_a_gzip_with_a_wrong_checksum_keeps_its_last_byte(tmp_path):
    stored = bytearray(gzip.compress(b"[1]" * 1000))
    stored[-8] ^= 1
    path = written(tmp_path, "a", bytes(stored))

    (only,) = got(path)

    assert only.data == b"[1]" * 1000
    assert "incorrect data check" in only.fault


def test_a_gzip_is_read_up_to_the_damaged_byte(tmp_path):
    words = " ".join(str(number * number) for number in range(40_000)).encode()
    stored = bytearray(gzip.compress(words))
    stored[len(stored) // 2] ^= 0xFF
    expected = zlib.decompressobj(31)
    sound = b""
    try:
        for byte in stored:
            sound += expected.decompress(bytes([byte]))
    except zlib.error:
        pass
    path = written(tmp_path, "a", bytes(stored))

    (only,) = got(path)

    assert only.data == sound
    assert only.fault.startswith("it is damaged")


def test_what_zstandard_skips_is_skipped(tmp_path):
    skipped = struct.pack("<II", 0x184D2A53, 5) + b"12345"
    stored = skipped + zstd.compress(b"[1]") + skipped + zstd.compress(b"[2]")
    path = written(tmp_path, "a", stored)

    assert got(path) == [Got(path, b"[1][2]")]


def test_a_stream_that_asks_for_too_much_memory_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(packed, "_MOST_MEMORY", 1 << 20)
    path = written(tmp_path, "a", lzma.compress(NOISE))

    assert contents(path) == ["unreadable"]


def test_packings_around_each_other_are_taken_off_up_to_three(tmp_path):
    data = b"[1]"
    for packing in ("gzip", "xz", "zstandard"):
        data = PACK[packing](data)
    three = written(tmp_path, "three", data)
    four = written(tmp_path, "four", gzip.compress(data))

    assert contents(three, four) == [b"[1]", "unreadable"]


def bomb(packing):
    """Pack zeros so that no single stream unpacks to more than a few MB."""
    return PACK[packing](bytes(3 << 20))


@EVERY
def test_what_grows_out_of_proportion_is_refused(tmp_path, narrow, packing):
    path = written(tmp_path, "bomb", bomb(packing))

    (only,) = got(path)

    assert only.fault == "it unpacks to more than 10 times its size"
    assert set(only.data) == {0}
    assert len(only.data) < 1 << 18


def test_a_bomb_of_real_size_is_refused(tmp_path):
    path = written(tmp_path, "bomb.gz", gzip.compress(bytes(70 << 20)))

    ((_, message),) = told(path)

    assert message == "it unpacks to more than 250 times its size"


def test_a_bomb_in_a_packing_counts_against_what_is_stored(tmp_path, narrow):
    words = os.urandom(1 << 15).hex().encode() * 2
    inner = gzip.compress(words * 8)  # within bounds by itself
    path = written(tmp_path, "bomb", lzma.compress(inner * 8))

    ((_, message),) = told(path)

    assert message == "the whole input unpacks to more than 10 times its size"


def test_memory_that_is_not_there_is_a_fault_like_others():
    with pytest.raises(OSError, match="more memory than there is"), damage_told():
        raise MemoryError


def test_a_careful_stream_has_to_say_where_its_bytes_come_from():
    with pytest.raises(NotImplementedError):
        Careful(Growth(lambda: 0)).some(1)


@pytest.mark.parametrize("how", PACKERS)
@given(at=st.integers(0, 400), junk=st.binary(max_size=40), cut=st.integers(0, 400))
def test_no_damage_raises_anything_but_a_fault(how, at, junk, cut):
    stored = PACK[how](NOISE[:300] + bytes(500))
    damaged = stored[:at] + junk + stored[at + len(junk) :][:cut]
    stream = Unpacked(PACKERS[how], io.BytesIO(damaged), Growth(lambda: 1 << 20))

    try:
        data = stream.read()
    except (OSError, EOFError):
        return
    assert isinstance(data, bytes)


def test_a_packed_member_is_unpacked_by_its_bytes(tmp_path):
    members = [(name, pack(name.encode())) for name, pack in PACK.items()]
    path = written(tmp_path, "a.zip", zipped(*members))

    assert [each.data.decode() for each in got(path)] == sorted(PACK)
