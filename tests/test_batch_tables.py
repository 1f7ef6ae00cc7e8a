"""A file of all conversations: whatever a killed run left, the right file comes out."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from tweetspat.batch.folder import opened_folder
from tweetspat.batch.journal import JOURNAL, Journal
from tweetspat.batch.tables import Table, Wrapping

WRAPPINGS = (
    Wrapping(b"", b"", commas=False),
    Wrapping(b"head\n", b"", commas=False),
    Wrapping(b"[\n", b"]\n", commas=True),
)

keys = st.lists(st.sampled_from("abcd"), max_size=6)


def piece(key, wrapping):
    """Return what a process writes for a key; that of "d" is empty."""
    comma = b"," * wrapping.commas
    return b"" if key == "d" else comma + key.encode() * 5 + b"\n"


def grown(out, wanted, wrapping, *, stop=None):
    """Grow a table; stop after some pieces as a killed run does.

    Returns:
        The pieces that had to be made, and the file's hash if it was finished.
    """
    made = []
    with opened_folder(str(out), lambda: None) as folder:
        journal = Journal(folder.work(JOURNAL))
        table = Table(folder, journal, "x", wrapping)
        for key in wanted[:stop]:
            if not table.has(key):
                made.append(key)
                Path(folder.work("piece")).write_bytes(piece(key, wrapping))
                table.grow(
                    key, folder.work("piece"), [(key, "odd")] if key == "c" else []
                )
        told = table.finish("whole") if stop is None else None
        table.close()
        journal.close()
    return made, told, table.failed


@given(
    st.sampled_from(WRAPPINGS),
    keys,
    st.integers(0, 6),
    st.integers(-8, 8),
    keys,
)
def test_of_what_is_left_the_right_pieces_are_kept(wrapping, first, stop, change, then):
    with tempfile.TemporaryDirectory() as name:
        out = Path(name, "out")
        grown(out, first, wrapping, stop=stop)
        path = out / ".tweetspat-work" / "x"
        left = path.read_bytes()
        path.write_bytes(
            left + b"?" * change if change > 0 else left[: len(left) + change]
        )

        made, told, failed = grown(out, then, wrapping)

        whole = b"".join(piece(key, wrapping) for key in then)
        inner = whole[1:] if wrapping.commas else whole
        assert path.read_bytes() == wrapping.head + inner + wrapping.tail
        assert told.size == path.stat().st_size
        assert failed == [("c", "odd") for key in then if key == "c"]
        assert told.key == ("" if failed else "whole")
        same = 0
        while same < min(stop, len(first), len(then)) and first[same] == then[same]:
            same += 1
        if change >= 0:
            assert made == then[same:]
