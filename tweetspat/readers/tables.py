"""A table with a header (CSV) -> its rows as records of texts."""

import re
from collections.abc import Iterable, Iterator

from tweetspat.readers.records import Fault, Record

__all__ = ["is_table", "rows"]

_HEADER = rb'"?[A-Za-z_]\w*"?(?:,"?[A-Za-z_]\w*"?){2,}'
_LONGEST_CELL = 1 << 20
_MOST_LINES = 100
_MOST_LONG = 50


def is_table(head: bytes) -> bool:
    """Tell whether a file opens with the header line of a table (CSV)."""
    line = head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].strip()
    return re.fullmatch(_HEADER, line) is not None


def rows(lines: Iterable[str]) -> Iterator[Record | Fault]:
    """Yield the rows of a table as records of texts under the header's names.

    Quotes that are never closed cost their own row: what they ran over is read
    again, row by row.

    Args:
        lines: with their line ends, the header first.
    """
    import csv

    csv.field_size_limit(_LONGEST_CELL)
    feed = _Lines(lines)
    table = csv.reader(feed, strict=True)
    names: list[str] = []
    twice: tuple[str, ...] = ()
    number = told = 0
    while True:
        feed.row = []
        start, error = feed.number + 1, ""
        try:
            row = next(table, None)
        except csv.Error as caught:
            row, error = [], str(caught)
        if row is None:
            return
        if not names:
            if error:
                message = f"the header cannot be read ({error[:80]})"
                yield Fault("bad-row", message, start, "$", broken=True)
                return
            names = [row[0].removeprefix("\ufeff"), *row[1:]] if row else []
            twice = tuple(sorted({name for name in names if names.count(name) > 1}))
            continue
        number += 1
        if len(row) == len(names) and not error:
            value = dict(zip(names, row, strict=True))
            yield Record(value, start, f"$[{number}]", twice)
        elif row or error:
            seen = feed.number
            lost = not feed.back()
            if start > told or lost:
                yield _bad_row(row, names, error, start, feed, lost=lost)
            told = max(told, seen)


def _bad_row(
    row: list[str],
    names: list[str],
    error: str,
    start: int,
    feed: "_Lines",
    *,
    lost: bool,
) -> Fault:
    if "unexpected end" in error or (not error and feed.cut and len(row) < len(names)):
        code, what = "cut-off", "the row breaks off here"
    elif error:
        code, what = "bad-row", f"the row cannot be read ({error[:80]})"
    else:
        code, what = "bad-row", f"the row has {len(row)} fields, not {len(names)}"
    return Fault(code, f"{what}; skipped", start, "$", broken=lost)


class _Lines:
    """The lines of a table; those that a bad row ran over can be read again."""

    def __init__(self, lines: Iterable[str]) -> None:
        self._lines = iter(lines)
        self._again: list[str] = []
        self._long = 0
        self.row: list[str] = []
        self.number = 0
        self.cut = False

    def __iter__(self) -> "_Lines":
        return self

    def __next__(self) -> str:
        line = self._again.pop() if self._again else next(self._lines)
        self.row.append(line)
        self.number += 1
        return line

    def back(self) -> bool:
        """Go back to the second line of the row; False where that was too often."""
        self.cut = not self.row[-1].endswith("\n")
        again = self.row[1:]
        self._long += len(again) > _MOST_LINES
        if self._long > _MOST_LONG:
            return False
        self._again += reversed(again)
        self.number -= len(again)
        return True
