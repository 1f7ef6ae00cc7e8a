"""Dates in figures: 10.02.2016, 8/13, 12.-14.02., 2016-02-11, 101055ZFEB16."""

from tweetspat.said_times.figures import Figure
from tweetspat.said_times.phrases import Date, Phrase
from tweetspat.said_times.pieces.neighbours import (
    Atoms,
    Read,
    counts,
    figure_at,
    is_month,
    joins_dates,
    kind_at,
    leads_a_date,
    past,
    word_at,
)
from tweetspat.said_times.pieces.places import zones_of_figures

__all__ = ["date_in_figures"]

_NAMES_OF_DAYS = frozenset(((9, 11), (11, 9), (24, 7), (7, 7), (1, 6)))
"""Figures that name an event or say "always": no date without a year."""

_SHORT_YEAR, _YEAR = 2, 4


def date_in_figures(atoms: Atoms, at: int) -> Read:
    """Read "10.02.2016", "8/13", "12.-14.02.", "2016-02-11T09:12Z", "101055ZFEB16"."""
    read = figure_at(atoms, at)
    kind = read.kind if read else ""
    if read and kind == "slashed":
        return _slashed(atoms, at, read)
    if read and kind == "date":
        return _whole(atoms, at, read)
    return _days(atoms, at, read) if read and kind == "days" else None


def _days(atoms: Atoms, at: int, read: Figure) -> Read:
    year, month, first, last = read.numbers
    if not year and not leads_a_date(atoms, at - 1):
        return None
    begin, end = Date(year or None, month, first), Date(year or None, month, last)
    return Phrase(atoms[at].start, atoms[at].end, begin, end, cued=True), at + 1


def _whole(atoms: Atoms, at: int, read: Figure) -> Read:
    year, month, day = read.numbers
    then = at + 1
    if not month and is_month(atoms, then):  # a group in three parts
        month = int(atoms[then].number)
        year, then = _group_year(atoms, then + 1)
    zones, unread = zones_of_figures(read.zone)
    found = Phrase(
        atoms[at].start,
        atoms[then - 1].end,
        Date(year or None, month, day),
        clock=read.clocks[0] if read.clocks else None,
        zones=zones,
        unread=unread,
        cued=True,
    )
    return found, then


def _group_year(atoms: Atoms, at: int) -> tuple[int, int]:
    """Return the year of a date-time group, in two figures or four; 0 without."""
    read = figure_at(atoms, at)
    if read and read.kind == "number" and read.digits in {_SHORT_YEAR, _YEAR}:
        return read.numbers[0] + 2000 * (read.digits == _SHORT_YEAR), at + 1
    return 0, at


def _slashed(atoms: Atoms, at: int, read: Figure) -> Read:
    """Read a date whose order is open where neither number is beyond 12.

    Which is the month, the author's zone will say.
    """
    one, other, year = read.numbers
    if not year and (one, other) in _NAMES_OF_DAYS:
        return None
    atom = atoms[at]
    on = Date(year or None, other, one, swapped=(one, other))
    until, then = _last(atoms, at + 1)
    if until:
        on = on._replace(year=on.year or until.year)
        return Phrase(atom.start, atoms[then - 1].end, on, until, cued=True), then
    bound = kind_at(atoms, at - 1) == "bound" and word_at(atoms, at - 1) != "auf"
    led = leads_a_date(atoms, at - 1) or (bound and not counts(atoms, at + 1))
    return Phrase(atom.start, atom.end, on, cued=read.certain or led), at + 1


def _last(atoms: Atoms, at: int) -> tuple[Date | None, int]:
    """Read the second of two dates in figures: "du 12/02 au 14/02"."""
    if not joins_dates(atoms, at):
        return None, at
    then = past(atoms, at + 1, "glue")
    read = figure_at(atoms, then)
    if read is None or read.kind != "slashed":
        return None, at
    one, other, year = read.numbers
    return Date(year or None, other, one, swapped=(one, other)), then + 1
