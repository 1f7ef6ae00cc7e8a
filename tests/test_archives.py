"""Archives: zip and tar, member by member; names, links, damage, bombs."""

import bz2
import gzip
import io
import lzma
import os
import random
import stat
import struct
import tarfile
import tempfile
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st
from make import SAMPLES, written
from unpacking import Got, contents, got, tarred, told, unnamed, zipped, zstd

from tweetspat.problems import Problem
from tweetspat.readers import load
from tweetspat.readers.files import archives, careful, containers, opened

FILES = (("data/tweets.js", b"[1]"), ("data/like.js", b"[2]"), ("a", b""))
NOISE = random.Random(1).randbytes(200_000)
MAKE = {"zip": zipped, "tar": tarred}
BOTH = pytest.mark.parametrize("make", MAKE.values(), ids=MAKE)
FORMS = pytest.mark.parametrize(
    "form", [tarfile.USTAR_FORMAT, tarfile.GNU_FORMAT, tarfile.PAX_FORMAT]
)


@pytest.fixture
def narrow(monkeypatch):
    """Let streams grow less freely, so that bombs are small."""
    monkeypatch.setattr(careful, "FREE", 1 << 16)
    monkeypatch.setattr(careful, "MOST", 10)


def seal(stored, at=0):
    """Put the right checksum into a header of a tar."""
    total = sum(stored[at : at + 148]) + 8 * 32 + sum(stored[at + 156 : at + 512])
    stored[at + 148 : at + 156] = b"%06o\0 " % total


@BOTH
def test_every_member_is_an_input_of_its_own(tmp_path, make):
    path = written(tmp_path, "no ending", make(*FILES))

    assert unnamed(path) == dict(FILES)


def test_those_of_a_zip_come_in_the_order_of_their_names(tmp_path):
    path = written(tmp_path, "a.zip", zipped(*FILES))

    assert list(unnamed(path)) == ["a", "data/like.js", "data/tweets.js"]


@pytest.mark.parametrize(
    "method",
    [
        pytest.param(zipfile.ZIP_STORED, id="stored"),
        pytest.param(zipfile.ZIP_DEFLATED, id="deflated"),
        pytest.param(zipfile.ZIP_BZIP2, id="bzip2"),
    ],
)
@pytest.mark.parametrize("data", [b"", b"[1]", NOISE, bytes(1 << 20)])
def test_members_of_a_zip_are_unpacked_however_they_are_packed(tmp_path, method, data):
    path = written(tmp_path, "a.zip", zipped(("b", data), method=method))

    assert unnamed(path) == {"b": data}


def test_a_member_of_a_zip_may_be_packed_by_zstandard(tmp_path):
    stored = bytearray(zipped(("b", zstd.compress(b"[1]")), method=zipfile.ZIP_STORED))
    directory = stored.index(b"PK\x01\x02")
    for method, crc, size in (
        (8, 14, 22),
        (directory + 10, directory + 16, directory + 24),
    ):
        struct.pack_into("<H", stored, method, 93)
        struct.pack_into("<L", stored, crc, zipfile.crc32(b"[1]"))
        struct.pack_into("<L", stored, size, 3)
    path = written(tmp_path, "a.zip", bytes(stored))

    assert unnamed(path) == {"b": b"[1]"}


@FORMS
def test_tars_of_every_form_are_read(tmp_path, form):
    members = [*FILES, ("x" * 90 + "/" + "y" * 90, b"[3]")]
    path = written(tmp_path, "a.tar", tarred(*members, form=form))

    assert unnamed(path) == dict(members)


def test_the_oldest_tars_are_told_by_their_checksum(tmp_path):
    stored = bytearray(tarred(("a", b"[1]"), form=tarfile.USTAR_FORMAT))
    stored[257:265] = bytes(8)
    seal(stored)
    path = written(tmp_path, "a.tar", bytes(stored))

    assert unnamed(path) == {"a": b"[1]"}


@pytest.mark.parametrize(
    "head",
    [
        pytest.param(b"x" * 257 + b"ustar" + b"x" * 300, id="the-word-in-a-text"),
        pytest.param(b"x" * 148 + b"0" * 8 + bytes(356), id="a-wrong-checksum"),
        pytest.param(b"x" * 148 + b"0" * 8 + bytes(300), id="too-short"),
        pytest.param(b"PK", id="half-a-zip"),
        pytest.param(b"BZh9 is a word", id="half-a-bzip2"),
    ],
)
def test_what_only_resembles_a_container_is_read_as_it_is(tmp_path, head):
    path = written(tmp_path, "a", head)

    assert got(path) == [Got(path, head)]


@pytest.mark.parametrize(
    "pack", [gzip.compress, bz2.compress, lzma.compress, zstd.compress]
)
@BOTH
def test_a_packed_archive_is_walked(tmp_path, make, pack):
    path = written(tmp_path, "a", pack(make(*FILES, ("noise", NOISE))))

    assert unnamed(path) == dict([*FILES, ("noise", NOISE)])


@BOTH
def test_members_that_are_left_unread_do_not_keep_the_next_from_it(tmp_path, make):
    members = [(name, NOISE + name.encode()) for name in "abc"]
    path = written(tmp_path, "a", gzip.compress(make(*members)))

    ends = [
        each.stream.read(3 if each.name[-1] != "c" else -1)[-1:]
        for each in opened([path], hashed=False)
    ]

    assert ends[2] == b"c"


@BOTH
def test_hidden_members_are_left_out(tmp_path, make):
    members = [
        (name, b"[1]")
        for name in (".a", "b/.c", ".d/e", "__MACOSX/f", "__MACOSX/._f", "./g", "../h")
    ]
    path = written(tmp_path, "a", make(*members))

    assert sorted(unnamed(path)) == ["../h", "g"]


@BOTH
def test_a_name_leads_nowhere(tmp_path, make, monkeypatch):
    monkeypatch.chdir(tmp_path)
    names = ["../../up", "/tmp/absolute", "..\\..\\windows", "ok/../../up"]
    path = written(tmp_path, "a", make(*((name, b"[1]") for name in names)))

    assert sorted(unnamed(path)) == sorted(names)
    assert os.listdir(tmp_path) == ["a"]


def test_names_that_are_no_utf_8_are_spelt_out(tmp_path):
    raw = tarred(("caf#", b"[1]"), form=tarfile.USTAR_FORMAT)
    stored = bytearray(raw.replace(b"caf#", b"caf\xe9", 1))
    seal(stored)
    path = written(tmp_path, "a.tar", bytes(stored))

    assert unnamed(path) == {"caf\\xe9": b"[1]"}


def test_endless_names_are_cut(tmp_path):
    path = written(tmp_path, "a.tar", tarred(("x" * 9000, b"[1]")))

    (name,) = unnamed(path)

    assert name == "x" * 500 + "..."


@BOTH
def test_members_of_one_name_are_all_read_and_told_apart(tmp_path, make):
    path = written(tmp_path, "a", make(("b", b"[1]"), ("b", b"[2]"), ("b", b"[3]")))

    assert unnamed(path) == {"b": b"[1]", "b (2)": b"[2]", "b (3)": b"[3]"}


def test_links_in_a_tar_are_told_of_and_all_else_is_passed_over(tmp_path):
    stored = tarred(
        ("file", b"[1]"),
        soft=tarfile.SYMTYPE,
        hard=tarfile.LNKTYPE,
        folder=tarfile.DIRTYPE,
        pipe=tarfile.FIFOTYPE,
        device=tarfile.CHRTYPE,
    )
    path = written(tmp_path, "a.tar", stored)

    first, *problems = got(path)

    assert first.data == b"[1]"
    assert [(each.code, each.place.file) for each in problems] == [
        ("skipped-member", f"{path}/soft"),
        ("skipped-member", f"{path}/hard"),
    ]


def test_links_in_a_zip_are_told_of_and_all_else_is_passed_over(tmp_path):
    members = []
    for name, mode in (("l", stat.S_IFLNK), ("p", stat.S_IFIFO), ("f", stat.S_IFREG)):
        info = zipfile.ZipInfo(name)
        info.external_attr = (mode | 0o644) << 16
        members.append((info, b"/etc/passwd"))
    path = written(tmp_path, "a.zip", zipped(*members, ("folder/", b"")))

    read, problem = got(path)

    assert read.name == f"{path}/f"
    assert (problem.code, problem.place.file) == ("skipped-member", f"{path}/l")


@pytest.mark.parametrize(
    "stored",
    [
        pytest.param(zipped(), id="empty-zip"),
        pytest.param(zipped((".hidden", b"[1]")), id="zip"),
        pytest.param(tarred((".hidden", b"[1]")), id="tar"),
    ],
)
def test_an_archive_without_a_file_is_told_of(tmp_path, stored):
    path = written(tmp_path, "a", stored)

    assert told(path) == [
        ("unreadable", "the archive holds no file that could be read")
    ]


def test_what_is_no_container_after_all_is_handed_on():
    """It was one when it was asked first, and has changed."""
    source = io.BufferedReader(io.BytesIO(b"[1]"))

    found = containers.contents("a", source, careful.Whole(lambda: 3))

    assert [each.stream.read() for each in found] == [b"[1]"]


def test_an_archive_in_an_archive_is_read_and_no_deeper(tmp_path):
    one = zipped(("b", b"[1]"))
    two = tarred(("one.zip", one), ("one.tgz", gzip.compress(tarred(("b", b"[2]")))))
    path = written(tmp_path, "a.zip", zipped(("two.tar", two), ("one.zip", one)))

    assert unnamed(path) == {"one.zip/b": b"[1]"}
    assert (
        told(path)
        == [
            (
                "unreadable",
                "it cannot be read: it is an archive in an archive in an archive",
            )
        ]
        * 2
    )


def test_an_encrypted_member_costs_only_itself(tmp_path):
    stored = bytearray(zipped(("a", b"[1]"), ("b", b"[2]")))
    stored[6] |= 1
    directory = stored.index(b"PK\x01\x02")
    stored[directory + 8] |= 1
    path = written(tmp_path, "a.zip", bytes(stored))

    assert unnamed(path) == {"b": b"[2]"}
    assert told(path) == [("unreadable", "it is encrypted in the archive")]


@pytest.mark.parametrize(
    ("at", "reason"),
    [
        pytest.param(8, "it is packed in a way that is not known here (65)", id="way"),
        pytest.param(
            0, "it does not stand where the archive's directory says", id="place"
        ),
    ],
)
def test_a_member_that_cannot_be_read_costs_only_itself(tmp_path, at, reason):
    stored = bytearray(zipped(("a", b"[1]"), ("b", b"[2]")))
    stored[stored.rindex(b"PK\x03\x04") + at] = 65
    path = written(tmp_path, "a.zip", bytes(stored))

    assert unnamed(path) == {"a": b"[1]"}
    assert told(path) == [("unreadable", reason)]


def test_a_member_that_is_said_to_lie_beyond_all_files_costs_only_itself(tmp_path):
    info = zipfile.ZipInfo("a")
    info.extra = struct.pack("<HHQ", 1, 8, 1 << 63)
    stored = bytearray(zipped((info, b"[1]"), ("b", b"[2]")))
    struct.pack_into("<L", stored, stored.index(b"PK\x01\x02") + 42, 0xFFFFFFFF)
    path = written(tmp_path, "a.zip", bytes(stored))

    assert unnamed(path) == {"b": b"[2]"}
    assert told(path)[0][1].startswith("it cannot be read: it is damaged")


def test_a_wrong_checksum_is_told_of_after_the_last_byte(tmp_path):
    stored = bytearray(zipped(("a", b"[1]"), ("b", b"[2]"), method=zipfile.ZIP_STORED))
    stored[stored.index(b"[1]") + 1] = ord("7")
    path = written(tmp_path, "a.zip", bytes(stored))

    assert unnamed(path) == {"a": b"[7]", "b": b"[2]"}
    assert told(path) == [("fault", "its checksum is not that of its bytes")]


def test_damage_in_a_member_costs_only_its_rest(tmp_path):
    words = " ".join(str(number * number) for number in range(20_000)).encode()
    stored = bytearray(zipped(("a", words), ("b", b"[2]")))
    at = len(stored) // 2
    stored[at : at + 50] = bytes(50)
    path = written(tmp_path, "a.zip", bytes(stored))

    first, second = got(path)

    assert len(first.data) > len(words) // 3
    assert words.startswith(first.data[: len(words) // 3])
    assert first.fault
    assert second.data == b"[2]"


class Unseekable(io.RawIOBase):
    """A stream into which a zip is written with its sizes behind the members."""

    def __init__(self):
        self.written = b""

    def writable(self):
        return True

    def write(self, data):
        self.written += data
        return len(data)

    def getvalue(self):
        return self.written


@pytest.mark.parametrize("into", [io.BytesIO, Unseekable])
def test_a_zip_whose_directory_is_lost_is_read_member_by_member(tmp_path, into):
    members = [("a", b"[1]"), ("c", NOISE), ("b/", b""), ("b/d", b""), ("e", b"[2]")]
    whole = zipped(*members, into=into())
    path = written(tmp_path, "a.zip", whole[: whole.index(b"PK\x01\x02")])

    assert unnamed(path) == {n: d for n, d in members if n != "b/"}
    ((code, message),) = told(path)
    assert code == "unreadable"
    assert "its directory is missing or damaged" in message


@pytest.mark.parametrize("into", [io.BytesIO, Unseekable])
def test_members_are_found_behind_unread_ones_when_the_directory_is_lost(
    tmp_path, into
):
    whole = zipped(("a", NOISE), ("b", NOISE), ("c", b"[1]"), into=into())
    path = written(tmp_path, "a.zip", whole[: whole.index(b"PK\x01\x02")])

    heads = [
        each.stream.read(3)
        for each in opened([path], hashed=False)
        if not isinstance(each, Problem)
    ]

    assert heads == [NOISE[:3], NOISE[:3], b"[1]"]


@pytest.mark.parametrize("into", [io.BytesIO, Unseekable])
@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
def test_a_zip_that_breaks_off_in_a_member_keeps_what_came_before(
    tmp_path, into, method
):
    whole = zipped(("a", b"[1]"), ("b", NOISE), method=method, into=into())
    path = written(tmp_path, "a.zip", whole[:150_000])

    if into is Unseekable and method == zipfile.ZIP_STORED:
        assert "nothing tells where in the archive it ends" in told(path)[0][1]
        return
    first, second, problem = got(path)

    assert first.data == b"[1]"
    assert len(second.data) > 140_000
    assert NOISE.startswith(second.data)
    assert "breaks off" in second.fault
    assert problem.place.file == path


def test_large_sizes_are_found_when_the_directory_is_lost(tmp_path):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        with archive.open("a", "w", force_zip64=True) as member:
            member.write(NOISE)
        archive.writestr("b", b"[1]")
    whole = file.getvalue()
    path = written(tmp_path, "a.zip", whole[: whole.index(b"PK\x01\x02")])

    assert unnamed(path) == {"a": NOISE, "b": b"[1]"}


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_tar_that_breaks_off_keeps_what_came_before(tmp_path, pack):
    stored = pack(tarred(("a", b"[1]"), ("b", NOISE), ("c", b"[2]")))
    path = written(tmp_path, "a.tar", stored[:150_000])

    first, second, *problems = got(path)

    assert first.data == b"[1]"
    assert len(second.data) > 140_000
    assert NOISE.startswith(second.data)
    assert second.fault
    assert all(isinstance(each, Problem) for each in problems)


def test_a_tar_with_a_damaged_header_says_that_something_is_lost(tmp_path):
    stored = bytearray(tarred(("a", b"[1]"), ("b", b"[2]")))
    stored[1024 + 10] ^= 0xFF
    path = written(tmp_path, "a.tar", bytes(stored))

    assert unnamed(path) == {"a": b"[1]"}
    ((code, message),) = told(path)
    assert code == "unreadable"
    assert message.endswith("there is no header of a member before byte 1,536")


def test_a_tar_with_a_damaged_first_header_is_unreadable(tmp_path):
    stored = bytearray(tarred(("a", b"[1]")))
    stored[0] ^= 0xFF
    path = written(tmp_path, "a.tar", bytes(stored))

    ((code, message),) = told(path)

    assert code == "unreadable"
    assert "it is damaged" in message


def test_what_stands_behind_the_end_of_a_tar_is_told_of(tmp_path):
    path = written(tmp_path, "a.tar", tarred(("a", b"[1]")) + tarred(("b", b"[2]")))

    assert unnamed(path) == {"a": b"[1]"}
    assert "behind its end mark" in told(path)[0][1]


def test_a_packed_tar_is_checked_to_its_last_byte(tmp_path):
    stored = bytearray(gzip.compress(tarred(("a", b"[1]"))))
    stored[-8] ^= 1
    path = written(tmp_path, "a.tgz", bytes(stored))

    assert unnamed(path) == {"a": b"[1]"}
    assert "incorrect data check" in told(path)[0][1]


@pytest.mark.parametrize("size", [-1536, -1024, -512])
@pytest.mark.parametrize("type_", [tarfile.REGTYPE, tarfile.GNUTYPE_SPARSE])
def test_a_size_below_zero_makes_no_loop(tmp_path, size, type_):
    stored = bytearray(tarred(("a", b"[1]"), ("b", b""), form=tarfile.GNU_FORMAT))
    stored[1024 + 124 : 1024 + 136] = size.to_bytes(12, "big", signed=True)
    stored[1024 + 156 : 1024 + 157] = type_
    seal(stored, 1024)
    path = written(tmp_path, "a.tar", bytes(stored))

    assert unnamed(path) == {"a": b"[1]"}
    assert told(path)[-1][0] == "unreadable"


@pytest.mark.parametrize("pack", [bytes, gzip.compress])
def test_a_header_of_a_tar_that_claims_to_be_huge_is_not_read(
    tmp_path, pack, monkeypatch
):
    monkeypatch.setattr(archives, "_LONGEST_READ", 1 << 17)
    path = written(tmp_path, "a.tar", pack(tarred(("x" * (1 << 18), b"[1]"))))

    ((_, message),) = told(path)

    assert "bytes for a header" in message


def test_a_member_of_a_tar_that_is_stored_with_holes_is_told_of(tmp_path):
    info = tarfile.TarInfo("holes")
    info.type = tarfile.GNUTYPE_SPARSE
    header = bytearray(info.tobuf(tarfile.GNU_FORMAT))
    header[483:495] = b"77777777777\0"  # 8 GB of nothing
    seal(header)
    path = written(tmp_path, "a.tar", bytes(header) + tarred(("a", b"[1]")))

    assert unnamed(path) == {"a": b"[1]"}
    assert told(path) == [
        ("unreadable", "it is stored with holes, which is not read here")
    ]


@BOTH
def test_no_more_than_so_many_members_are_read(tmp_path, make, monkeypatch):
    monkeypatch.setattr(archives, "MOST_MEMBERS", 3)
    path = written(tmp_path, "a", make(*((name, b"[1]") for name in "abcde")))

    assert list(unnamed(path)) == ["a", "b", "c"]
    assert told(path) == [
        (
            "unreadable",
            "the archive cannot be read on: only the first 3 members were read",
        )
    ]


def test_members_of_archives_in_an_archive_count_for_the_whole(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "MOST_MEMBERS", 3)
    inner = tarred(("a", b"[1]"), ("b", b"[2]"))
    path = written(tmp_path, "a.zip", zipped(("1.tar", inner), ("2.tar", inner)))

    assert list(unnamed(path)) == ["1.tar/a", "1.tar/b"]
    assert "only the first 3 members" in told(path)[0][1]


def test_a_member_that_grows_out_of_proportion_is_refused(tmp_path, narrow):
    path = written(tmp_path, "a.zip", zipped(("a", bytes(1 << 22)), ("b", NOISE * 3)))

    first, second = got(path)

    assert first.fault == "it unpacks to more than 10 times its size"
    assert second.data == NOISE * 3


@BOTH
def test_members_that_are_not_packed_do_not_grow(tmp_path, narrow, make):
    more = {"method": zipfile.ZIP_STORED} if make is zipped else {}
    path = written(tmp_path, "a", make(("a", NOISE), **more))

    assert unnamed(path) == {"a": NOISE}


def test_members_that_grow_out_of_proportion_together_end_the_archive(tmp_path, narrow):
    members = [(f"{number:03}", bytes(60_000)) for number in range(200)]
    path = written(tmp_path, "a.zip", zipped(*members))

    *read, broken, problem = got(path)

    assert {each.data for each in read} == {bytes(60_000)}
    assert broken.fault == "the whole input unpacks to more than 10 times its size"
    assert problem.message == "the rest of its members was not read"
    assert len(read) < 100


def test_members_that_overlap_count_each_time(tmp_path, narrow):
    """Every member is the same stretch of bytes: Fifield, 2019."""
    kernel = zipped(("a", NOISE[:50_000]))
    at = kernel.index(b"PK\x01\x02")
    entry, end = kernel[at : at + 47], kernel[at + 47 :]
    number = 300
    tail = bytearray(end)
    struct.pack_into("<HHL", tail, 8, number, number, number * len(entry))
    path = written(tmp_path, "a.zip", kernel[:at] + entry * number + bytes(tail))

    results = got(path)

    assert sum(len(each.data) for each in results if isinstance(each, Got)) < 1 << 21
    assert results[-1].message == "the rest of its members was not read"


def test_a_packed_zip_that_is_too_large_to_copy_is_refused(tmp_path, monkeypatch):
    monkeypatch.setattr(containers, "LARGEST_COPY", 1000)
    path = written(tmp_path, "a.zip.gz", gzip.compress(zipped(("b", NOISE))))

    assert contents(path) == ["unreadable"]


def test_a_directory_of_a_zip_that_claims_to_be_huge_is_not_read(tmp_path, monkeypatch):
    monkeypatch.setattr(archives, "_LONGEST_READ", 1 << 17)
    members = [("x" * 60_000 + str(number), b"[1]") for number in range(3)]
    path = written(tmp_path, "a.zip", zipped(*members))

    assert len(unnamed(path)) == 3
    assert "its directory is missing or damaged" in told(path)[0][1]


@pytest.mark.parametrize("make", [*MAKE.values(), lambda *m: gzip.compress(tarred(*m))])
@given(
    at=st.integers(0, 2000),
    junk=st.binary(max_size=30),
    size=st.integers(0, 2500),
    hungry=st.booleans(),
)
def test_no_damage_raises_anything_but_a_fault(make, at, junk, size, hungry):
    stored = make(("a", b"[1]" * 9), ("b", NOISE[:200]))
    damaged = (stored[:at] + junk + stored[at + len(junk) :])[:size]
    with tempfile.NamedTemporaryFile() as file:
        file.write(damaged)
        file.flush()

        for each in got(file.name, hungry=hungry):
            assert isinstance(each, Got | Problem)


@BOTH
def test_the_same_tweets_are_read_from_an_archive(tmp_path, make):
    sample = SAMPLES / "aleppo-2016.json"
    path = written(tmp_path, "a", make(("b.json", sample.read_bytes())))

    assert load([path]).tweets.keys() == load([str(sample)]).tweets.keys()
