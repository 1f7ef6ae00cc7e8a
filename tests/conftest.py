"""What tests of several files begin with."""

import pytest
from indexing import HEAP
from scanning import as_large, lines

from tweetspat.cli import main
from tweetspat.heap_index import write_index


@pytest.fixture
def told(capsysbinary):
    """Run a command in this process; return its code, stdout and stderr lines."""

    def run_here(*arguments):
        code = main([*map(str, arguments)])
        out, err = capsysbinary.readouterr()
        return code, out.decode(), err.decode().splitlines()

    return run_here


@pytest.fixture
def dump(tmp_path, monkeypatch):
    """A file of lines that stays where it is."""
    as_large(monkeypatch)
    return lines(tmp_path / "dump.jsonl", HEAP)


@pytest.fixture
def heap(dump, tmp_path):
    """An index of it."""
    output = str(tmp_path / "heap.tweetspat")
    write_index([str(dump)], output)
    return output
