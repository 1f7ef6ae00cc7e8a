"""Dates: 10.02.2016, 8/13, 101055ZFEB16, "10 February", "28 May - 1 June 2016"."""

from tweetspat.said_times.figures import Figure
from tweetspat.said_times.phrases import Date, Phrase
from tweetspat.said_times.pieces.neighbours import (
    Atoms,
    Read,
    counts,
    day_number,
    figure_at,
    is_month,
    is_year_word,
    joins_dates,
    kind_at,
    leads_a_date,
    name_at,
    number_at,
    past,
    word_at,
    year_at,
)
from tweetspat.said_times.pieces.places import zones_of_figures

__all__ = [
    "BEHIND_NO_YEAR",
    "any_date",
    "date_in_figures",
    "day_before_month",
    "month_before_day",
    "year_behind",
]

_NAMES_OF_DAYS = frozenset(((9, 11), (11, 9), (24, 7), (7, 7), (1, 6)))
"""Figures that name an event or say "always": no date without a year."""

_SHORT_YEAR, _YEAR = 2, 4

BEHIND_NO_YEAR = frozenset("void half clock unit hours zone zone_lead".split())
"""What behind four figures says that they are no year."""

_OLDEST_YEAR, _FIRST_YEAR = 1400, 1900
_LAST_DAY, _LAST_MONTH = 31, 12


def date_in_figures(atoms: Atoms, at: int) -> Read:
    """Read "10.02.2016", "8/13", "12.-14.02.", "2016-02-11T09:12Z", "101055ZFEB16"."""
    read = figure_at(atoms, at)
    kind = read.kind if read else ""
    if read and kind == "slashed":
        return _slashed(atoms, at, read)
    if read and kind == "date":
        return _whole(atoms, at, read)
    if read and kind == "clock":
        return _before_clock(atoms, at)
    return _days(atoms, at, read) if read and kind == "days" else None


def _days(atoms: Atoms, at: int, read: Figure) -> Read:
    year, month, first, last = read.numbers
    if not year and not leads_a_date(atoms, at - 1):
        return None
    begin, end = Date(year or None, month, first), Date(year or None, month, last)
    return Phrase(atoms[at].start, atoms[at].end, begin, end, cued=True), at + 1


def _before_clock(atoms: Atoms, at: int) -> Read:
    """Read "18.04" as a date where a clock with a colon follows: "18.04 в 17:00"."""
    day, dot, month = atoms[at].raw.partition(".")
    then = past(atoms, at + 1, "in", "at", "cue", "glue", "comma")
    clock = ":" in atoms[then].raw if kind_at(atoms, then) == "figure" else False
    if not (clock and dot and day.isdecimal() and month.isdecimal() and len(month) > 1):
        return None
    if not (0 < int(day) <= _LAST_DAY and 0 < int(month) <= _LAST_MONTH):
        return None
    on = Date(None, int(month), int(day))
    return Phrase(atoms[at].start, atoms[at].end, on, cued=True), at + 1


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


def any_date(atoms: Atoms, at: int) -> Read:
    """Read a whole date, in figures or in words."""
    return (
        date_in_figures(atoms, at)
        or day_before_month(atoms, at)
        or month_before_day(atoms, at)
    )


def day_before_month(atoms: Atoms, at: int) -> Read:
    """Read "10 February 2016", "10-16 de febrero", "28 August - 1 September"."""
    first, last, then = _days_at(atoms, at)
    if first is None:
        return None
    then = past(atoms, then, "in", "glue", most=at + 5 - then)
    if not is_month(atoms, then):
        return None
    month, event = int(atoms[then].number), atoms[then].joined
    year, behind = year_behind(atoms, then + 1, day=True)
    if event and year is None:  # "13-Novembre"
        return None
    until = Date(year, month, last) if last else None
    other = _other_end(atoms, behind) if until is None else None
    if other:
        until, behind = other
        year = year or until.year
    start, end = atoms[at].start, atoms[behind - 1].end
    return Phrase(start, end, Date(year, month, first), until, cued=True), behind


def month_before_day(atoms: Atoms, at: int) -> Read:
    """Read "Feb. 10-16", "February the 10th, 2016"."""
    if not is_month(atoms, at):
        return None
    first, last, then = _days_at(atoms, past(atoms, at + 1, "glue", "comma", most=2))
    # behind a day stands no clock or unit that would own the figure
    if first is None or kind_at(atoms, then) in {"half", "clock", "unit", "hours"}:
        return None
    if counts(atoms, then):
        return None
    month = int(atoms[at].number)
    year, behind = year_behind(atoms, then)
    start, end = atoms[at].start, atoms[behind - 1].end
    until = Date(year, month, last) if last else None
    return Phrase(start, end, Date(year, month, first), until, cued=True), behind


def year_behind(atoms: Atoms, at: int, *, day: bool = False) -> tuple[int | None, int]:
    """Return the year that follows a month, and the place behind it.

    Args:
        atoms: those of the sentence.
        at: the place behind the month.
        day: whether a day stands before the month, so that old years count.
    """
    if kind_at(atoms, at) == "slash" and kind_at(atoms, at + 1) == "month":
        at += 2  # "آب/أغسطس"
    then = at
    while then < at + 3 and (
        kind_at(atoms, then) in {"comma", "in", "glue"}
        or is_year_word(atoms, then, before=True)
    ):
        then += 1
    year = year_at(atoms, then)
    if year is None and day and then == at:
        year = _old_year_at(atoms, then)
    if year is None:
        return None, at
    return year, then + 1 + is_year_word(atoms, then + 1)


def _old_year_at(atoms: Atoms, at: int) -> int | None:
    """Return a year of "14 juillet 1789", which clocks may look like, too."""
    number = number_at(atoms, at)
    if number is None or not _OLDEST_YEAR <= number < _FIRST_YEAR:
        return None
    if at + 1 < len(atoms):
        follows = atoms[at + 1]
        if follows.kind in BEHIND_NO_YEAR or follows.raw[:2].isupper():
            return None
    return int(number)


def _other_end(atoms: Atoms, at: int) -> tuple[Date, int] | None:
    """Read the second of two whole dates: "28 August - 1 September"."""
    joins = kind_at(atoms, at) in {"and", "dash"}
    if not joins and name_at(atoms, at) not in {"until", "from"}:
        return None
    last, then = day_number(atoms, at + 1), past(atoms, at + 2, "in")
    if last is None or not is_month(atoms, then):
        return None
    year, behind = year_behind(atoms, then + 1)
    return Date(year, int(atoms[then].number), last), behind


def _days_at(atoms: Atoms, at: int) -> tuple[int | None, int | None, int]:
    """Return the first and the last day in figures ("10", "10-16", "10 and 16")."""
    read = figure_at(atoms, at)
    if read and read.kind == "pair":
        first, last = read.numbers
        within = 0 < first < last <= _LAST_DAY
        return (first, last, at + 1) if within else (None, None, at)
    one = day_number(atoms, at)
    if one is None:
        return None, None, at
    end = at + 1
    while kind_at(atoms, end) in {"glue", "case"} and atoms[end].joined:  # "3-го"
        end += 1
    then = past(atoms, end + 1, "glue", "weekday")
    other = day_number(atoms, then) if joins_dates(atoms, end) else None
    if other and other > one:
        return one, other, then + 1
    return one, None, at + 1
