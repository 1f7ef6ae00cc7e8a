"""What the scan of one input holds, as an index keeps it to be joined again."""

from array import array
from collections.abc import Sequence
from typing import NamedTuple

from msgspec.msgpack import Decoder, encode

from tweetspat.heap_index.damage import guarded
from tweetspat.heap_index.layout import BLOCK, as_bytes, as_numbers
from tweetspat.heap_index.opened import File
from tweetspat.heap_index.sources import Kept
from tweetspat.heap_index.written import Writer
from tweetspat.model import Account, Link, Notice, TweetId
from tweetspat.readers.gathering import Taken
from tweetspat.scan.rows import ANY, NOBODY, Authors, Part, Rows
from tweetspat.scan.scanning import Scan
from tweetspat.scan.spools import Spool

__all__ = ["Scanned", "account_order", "join", "keep", "kept_scan"]

_COLUMNS = {
    "id": "q",
    "sent": "q",
    "reply": "q",
    "across": "q",
    "author": "i",
    "handle": "i",
    "offset": "I",
    "length": "I",
    "line": "I",
    "digest": "q",
    "flags": "B",
}
_NAMED = ("author", "handle")


class _Part(NamedTuple):
    """A part, without the path of its store: the input itself, or what is spooled."""

    file: int
    spooled: bool
    start: int
    line: int
    first: int


class _Rest(NamedTuple):
    """What of a scan is no column."""

    files: list[str]
    parts: list[_Part]
    authors: list[tuple[str | None, str]]
    texts: list[str]
    links: list[tuple[int, tuple[Link, ...]]]
    conversations: tuple[bytes, bytes]
    unnamed: list[tuple[int, str | None, str | None]]
    versions: list[tuple[TweetId, tuple[TweetId, ...]]]
    accounts: list[Account]
    owners: list[tuple[str, list[Account]]]
    notices: list[Notice]
    taken: list[Taken]


_rest = Decoder(_Rest)


class Scanned(NamedTuple):
    """The scan of one input.

    Attributes:
        scan: with its own authors, or those of others too.
        taken: what else it gave; more than one of an archive.
        path: where the input is.
    """

    scan: Scan
    taken: list[Taken]
    path: str


def account_order(account: Account) -> tuple[str, str, str]:
    """Sort accounts, which may lack a name and an id."""
    return account.handle, account.name or "", account.id or ""


def keep(writer: Writer, scanned: Scanned) -> tuple[Kept, dict[str, int]]:
    """Write a scan, whose authors become those of its own rows.

    Returns:
        Where it is, and where in what is spooled each of its spools begins.
    """
    scan, rows = scanned.scan, scanned.scan.rows
    authors = _own_authors(scan)
    _same_words(rows)
    for name, code in _COLUMNS.items():
        column = getattr(rows, name)
        stream = writer.stream(f"scan.{name}", array(code).itemsize)
        if code == "B":
            stream.write(bytes(column))
        else:
            stream.numbers(column)
    files = {part.file: None for part in scan.parts}
    numbers = {file: number for number, file in enumerate(files)}
    spool, bases = _spool(writer, scan.parts, scanned.path)
    parts = [
        _Part(
            numbers[part.file],
            part.store in bases,
            part.start + bases.get(part.store, 0),
            part.line,
            part.first,
        )
        for part in scan.parts
    ]
    rest = _Rest(
        list(files),
        parts,
        authors,
        list(rows.ids.texts),
        list(rows.links.items()),
        (as_bytes(rows.conversations[0]), as_bytes(rows.conversations[1])),
        [(row, *told) for row, told in rows.unnamed.items()],
        rows.versions,
        sorted(scan.accounts, key=account_order),
        [
            (folder, sorted(accounts, key=account_order))
            for folder, accounts in sorted(scan.owners.items())
        ],
        scan.notices,
        scanned.taken,
    )
    stream = writer.stream("scan.rest")
    begun = stream.write(encode(rest))
    first = writer.stream("scan.flags").size - len(rows)
    return Kept((first, first + len(rows)), (begun, stream.size), spool), bases


def _same_words(rows: Rows) -> None:
    """Let digests be the same on any day: each tells the first row with the same one.

    Those of Python's are others in each process.  Those of ANY stay.
    """
    numbers: dict[tuple[int, int], int] = {}
    rows.digest[:] = array(
        "q",
        [
            digest if digest in ANY else numbers.setdefault((id_, digest), -row)
            for row, (id_, digest) in enumerate(zip(rows.id, rows.digest), 1)  # noqa: B905
        ],
    )


def _own_authors(scan: Scan) -> list[tuple[str | None, str]]:
    """Let a scan know those authors only whom its rows name; return them.

    Whom a tweet answers becomes a handle without an id: which account with that
    handle had been met before depends on what else was scanned.
    """
    rows, keys = scan.rows, scan.authors.keys
    scan.authors = authors = Authors()
    bare = [(None, handle) for _, handle in keys]
    for column, those in ((rows.author, keys), (rows.handle, bare)):
        numbers = {
            old: authors.numbered(those[old])
            for old in dict.fromkeys(column)
            if old != NOBODY
        }
        numbers[NOBODY] = NOBODY
        column[:] = array(column.typecode, map(numbers.__getitem__, column))
    return authors.keys


def _spool(
    writer: Writer, parts: Sequence[Part], path: str
) -> tuple[tuple[int, int], dict[str, int]]:
    """Write what is spooled; return where it is, and where in it each spool begins."""
    stream = writer.stream("spool")
    begun = stream.size
    bases: dict[str, int] = {}
    for store in dict.fromkeys(part.store for part in parts if part.store != path):
        bases[store] = stream.size - begun
        with open(store, "rb") as spool:
            while block := spool.read(BLOCK):
                stream.write(block)
    return (begun, stream.size), bases


def kept_scan(file: File, kept: Kept, path: str, spool: str) -> Scanned:
    """Return the scan of an input as it was kept.

    Args:
        file: the index.
        kept: where it lies.
        path: where the input is now.
        spool: a path for what was spooled.

    Raises:
        Damaged: it is not what it has to be.
    """
    rest = file.decoded(_rest, file.read("scan.rest", *kept.rest))
    scan = Scan()
    with guarded(file.path):
        _fill(scan.rows, file, kept, rest)
        for key in rest.authors:
            scan.authors.numbered(key)
        scan.parts = [
            Part(
                0,
                rest.files[part.file],
                spool if part.spooled else path,
                part.start,
                part.line,
                part.first,
            )
            for part in rest.parts
        ]
    scan.accounts = set(rest.accounts)
    scan.owners = {folder: set(accounts) for folder, accounts in rest.owners}
    scan.notices = rest.notices
    at, end = kept.spool
    if at < end:
        copy = Spool(spool)
        for start in range(at, end, BLOCK):
            copy.write(file.read("spool", start, min(start + BLOCK, end)))
        copy.close()
    return Scanned(scan, rest.taken, path)


def _fill(rows: Rows, file: File, kept: Kept, rest: _Rest) -> None:
    first, last = kept.rows
    for name, code in _COLUMNS.items():
        width = array(code).itemsize
        data = file.read(f"scan.{name}", first * width, last * width)
        if code == "B":
            rows.flags[:] = data
        else:
            getattr(rows, name).extend(as_numbers(code, data))
    for text in rest.texts:
        rows.ids.number(text)
    rows.links = dict(rest.links)
    at, ids = rest.conversations
    rows.conversations = as_numbers("I", at), as_numbers("q", ids)
    rows.unnamed = {row: (id_, archive) for row, id_, archive in rest.unnamed}
    rows.versions = rest.versions


def join(scan: Scan, one: Scanned, number: int) -> None:
    """Put the scan of an input behind those of the ones before it.

    Args:
        scan: of those.
        one: the other.
        number: the number of the input.
    """
    first, its = len(scan.rows), one.scan
    authors = [*map(scan.authors.numbered, its.authors.keys), NOBODY]
    scan.rows.join(its.rows, authors)
    digest = scan.rows.digest
    digest[first:] = array(
        "q", [each if each in ANY else each - first for each in its.rows.digest]
    )  # nothing is known of the words of two inputs
    scan.parts += [
        part._replace(input=number, first=part.first + first) for part in its.parts
    ]
    scan.names.append(one.path)
    scan.accounts |= its.accounts
    for folder, accounts in its.owners.items():
        scan.owners.setdefault(folder, set()).update(accounts)
    scan.notices += its.notices
    for taken in one.taken:
        scan.gathered.add(taken)
