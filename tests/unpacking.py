"""What is read of inputs, and containers to read: makers for three test files."""

import io
import sys
import tarfile
import warnings
import zipfile
from typing import NamedTuple

from tweetspat.readers.files import Opened, opened

if sys.version_info >= (3, 14):
    from compression import zstd
else:
    from backports import zstd

__all__ = ["Got", "contents", "got", "tarred", "told", "unnamed", "zipped", "zstd"]


class Got(NamedTuple):
    """An input that was read: what came before a fault, and the fault."""

    name: str
    data: bytes
    fault: str | None = None
    found: bool = False
    sha256: str | None = None


def got(*paths, hashed=False, hungry=True):
    """Return what is read of each input, or its Problem.

    `hungry` reads on until nothing comes or a fault is raised, as one has to.
    """
    results = []
    for source in opened(list(map(str, paths)), hashed=hashed):
        if not isinstance(source, Opened):
            results.append(source)
            continue
        data, fault = source.stream.read(), None
        try:
            data += source.stream.read() if hungry else b""
        except (OSError, EOFError) as error:
            fault = str(error)
        results.append(Got(source.name, data, fault, source.found, source.sha256()))
    return results


def contents(*paths, hashed=False):
    """Return each input's bytes, read to the end, or the problem's code."""
    return [
        each.data if isinstance(each, Got) else each.code
        for each in got(*paths, hashed=hashed)
    ]


def unnamed(*paths):
    """Return what is read under the names of members."""
    return {
        each.name.removeprefix(f"{paths[0]}/"): each.data
        for each in got(*paths)
        if isinstance(each, Got)
    }


def told(*paths):
    """Return what is told, as code and message, faults of streams too."""
    return [
        ("fault", each.fault) if isinstance(each, Got) else (each.code, each.message)
        for each in got(*paths)
        if not isinstance(each, Got) or each.fault
    ]


def zipped(*members, method=zipfile.ZIP_DEFLATED, into=None):
    """Return a zip of names (or ZipInfos) and bytes."""
    file = into or io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(file, "w", method) as archive:
        warnings.simplefilter("ignore")  # of names that stand twice
        for name, data in members:
            archive.writestr(name, data)
    return file.getvalue()


def tarred(*members, form=tarfile.PAX_FORMAT, **more):
    """Return a tar of names and bytes; `more` are members of a type by name."""
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=form) as archive:
        for name, data in members:
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
        for name, type_ in more.items():
            info = tarfile.TarInfo(name)
            info.type, info.linkname = type_, "/etc/passwd"
            archive.addfile(info)
    return file.getvalue()
