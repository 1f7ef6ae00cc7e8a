"""Dates, weekdays, weeks, months and years, each read by one small rule."""

from collections.abc import Sequence

from tweetspat.said_times.atoms import Atom
from tweetspat.said_times.figures import Clock
from tweetspat.said_times.phrases import Date, DayCount, Period, Phrase, Weekday
from tweetspat.said_times.places import offset_names

__all__ = ["counts", "date_piece", "day_number", "day_piece", "kind_at", "number_at", "period_piece"]

_FIRST_YEAR, _LAST_YEAR = 1900, 2099
_OLDEST_YEAR = 1400
_LAST_DAY = 31
_YEAR_DIGITS = 4
_FIRST_ARABIC = "\u0600"
_JOINING = frozenset(("and", "dash"))
_MARKS = frozenset(("in", "ahead_before", "bound", "year_word"))
"""What before a month or a year alone says that it is meant."""

_NO_YEAR = frozenset(("void", "half", "oclock", "unit", "hours", "zone", "zone_lead"))
"""What behind four figures says that they are no year."""

_NAMES_OF_DAYS = frozenset(((9, 11), (11, 9), (24, 7), (7, 7), (1, 6)))
"""Figures that name an event or say "always": no date without a year."""

_ON = frozenset(("on", "am", "le", "el", "dated", "vom", "dem", "den", "del", "zum"))
"""Words that a date in figures follows."""

_TO = frozenset(("to", "thru", "a", "al", "au", "по"))
"""Words between the two ends of some days."""

_OPENING, _CLOSING = frozenset("«“„\"'‘"), frozenset("»”“\"'’")

_SELF_TELLING = ("may", "march", "mar", "dec", "jan", "sat", "sun", "wed", "fri")

Read = tuple[Phrase, int] | None


def kind_at(atoms: Sequence[Atom], at: int) -> str:
    """Return the kind of an atom, "" beyond the last."""
    return atoms[at].kind if 0 <= at < len(atoms) else ""


def number_at(atoms: Sequence[Atom], at: int) -> float | None:
    """Return the number that stands there, in figures or in words; else None."""
    if kind_at(atoms, at) == "number" and atoms[at].name != "few":
        return atoms[at].number
    if kind_at(atoms, at) == "figure":
        read = atoms[at].figure
        if read and read.kind == "number":
            return read.numbers[0]
    return None


def day_number(atoms: Sequence[Atom], at: int) -> int | None:
    """Return a day of a month: 10, 15th, 1er, "первого"."""
    if kind_at(atoms, at) == "number" and atoms[at].name == "ordinal":
        return int(atoms[at].number)
    read = atoms[at].figure if kind_at(atoms, at) == "figure" else None
    if read and read.kind in {"number", "ordinal"} and read.digits < 3:  # noqa: PLR2004
        return read.numbers[0] if 0 < read.numbers[0] <= _LAST_DAY else None
    return None


def _is_year_word(atoms: Sequence[Atom], at: int, *, before: bool = False) -> bool:
    """Tell whether a word stands there that says of figures that they are a year.

    The unit itself does so behind them ("2013 год"), before them in Arabic only.
    """
    if kind_at(atoms, at) == "unit" and (not before or atoms[at].raw > _FIRST_ARABIC):
        return atoms[at].name == "year" and atoms[at].number == 1
    return kind_at(atoms, at) == "year_word"


def _year_at(atoms: Sequence[Atom], at: int) -> int | None:
    read = atoms[at].figure if kind_at(atoms, at) == "figure" else None
    if read and read.kind == "number" and read.digits == _YEAR_DIGITS:
        return read.numbers[0] if _FIRST_YEAR <= read.numbers[0] <= _LAST_YEAR else None
    return None


def _is_month(atoms: Sequence[Atom], at: int) -> bool:
    """Tell a month's name from the verbs "may" and "march", which are not capital."""
    if kind_at(atoms, at) != "month":
        return False
    raw = atoms[at].raw
    return raw[0].isupper() or raw.lower() not in _SELF_TELLING


def counts(atoms: Sequence[Atom], at: int) -> bool:
    """Tell whether a word stands there that a number before it counts."""
    return kind_at(atoms, at) == "other" and atoms[at].name == "counted"


def date_piece(atoms: Sequence[Atom], at: int) -> Read:
    """Read "10 February 2016", "Feb. 10-16", "10.02.2016", "8/13"."""
    return (
        _figures(atoms, at)
        or _day_before_month(atoms, at)
        or _month_before_day(atoms, at)
    )


def _figures(atoms: Sequence[Atom], at: int) -> Read:
    atom = atoms[at]
    read = atom.figure
    if read is not None and read.kind == "days":
        year, month, first, last = read.numbers
        begin, end = Date(year or None, month, first), Date(year or None, month, last)
        cued = bool(year) or leads_a_date(atoms, at - 1)
        if not cued:
            return None
        return Phrase(atom.start, atom.end, begin, end, cued=True), at + 1
    if read is None or read.kind not in {"date", "slashed"}:
        return None
    if read.kind == "date":
        year, month, day = read.numbers
        clock = read.clocks[0] if read.clocks else None
        then = at + 1
        if not month and _is_month(atoms, then):  # a group in three parts
            month, then = int(atoms[then].number), then + 1
            year, then = _group_year(atoms, then)
        on = Date(year or None, month, day)
        zones, unread = offset_names(read.zone)
        found = Phrase(
            atom.start,
            atoms[then - 1].end,
            on,
            clock=clock,
            zones=zones,
            unread=unread,
            cued=True,
        )
        return found, then
    one, other, year = read.numbers
    if not year and (one, other) in _NAMES_OF_DAYS:
        return None
    # which is the month: settled where one is beyond 12, else by the author's zone
    on = Date(year or None, other, one, swapped=(one, other))
    bound = kind_at(atoms, at - 1) == "bound" and atoms[at - 1].raw.lower() != "auf"
    led = leads_a_date(atoms, at - 1)
    cued = read.certain or led or (bound and not counts(atoms, at + 1))
    until, then = _slashed_end(atoms, at + 1)
    if until:
        on = on._replace(year=on.year or until.year)
        return Phrase(atom.start, atoms[then - 1].end, on, until, cued=True), then
    return Phrase(atom.start, atom.end, on, cued=cued), at + 1


def _slashed_end(atoms: Sequence[Atom], at: int) -> tuple[Date | None, int]:
    """Read the second of two dates in figures: "du 12/02 au 14/02"."""
    if not _joins_dates(atoms, at):
        return None, at
    then = at + 1
    while kind_at(atoms, then) == "glue":
        then += 1
    read = atoms[then].figure if kind_at(atoms, then) == "figure" else None
    if read is None or read.kind != "slashed":
        return None, at
    one, other, year = read.numbers
    return Date(year or None, other, one, swapped=(one, other)), then + 1


def _joins_dates(atoms: Sequence[Atom], at: int) -> bool:
    """Tell whether words or a sign stand there that join two ends of some days."""
    until = kind_at(atoms, at) == "bound" and atoms[at].name == "until"
    return until or kind_at(atoms, at) in _JOINING


def _group_year(atoms: Sequence[Atom], at: int) -> tuple[int, int]:
    """Return the year of a date-time group, in two figures or four; 0 without."""
    read = atoms[at].figure if kind_at(atoms, at) == "figure" else None
    if read and read.kind == "number" and read.digits in {2, _YEAR_DIGITS}:
        year = read.numbers[0]
        return year + 2000 * (read.digits == 2), at + 1  # noqa: PLR2004
    return 0, at


def leads_a_date(atoms: Sequence[Atom], at: int) -> bool:
    """Tell whether a word stands there that a date follows."""
    return at >= 0 and atoms[at].raw.lower() in _ON and atoms[at].kind != "half"


def _old_year_at(atoms: Sequence[Atom], at: int) -> int | None:
    """Return a year of "14 juillet 1789", which clocks may look like, too."""
    number = number_at(atoms, at)
    if number is None or not _OLDEST_YEAR <= number < _FIRST_YEAR:
        return None
    follows = atoms[at + 1] if at + 1 < len(atoms) else None
    clock = follows and (follows.kind in _NO_YEAR or follows.raw[:2].isupper())
    return None if clock else int(number)


def _with_year(
    atoms: Sequence[Atom], at: int, *, day: bool = False
) -> tuple[int | None, int]:
    """Return the year that follows a month, and the place behind it."""
    if kind_at(atoms, at) == "slash" and kind_at(atoms, at + 1) == "month":
        at += 2  # "آب/أغسطس"
    then = at
    while then < at + 3 and (
        kind_at(atoms, then) in {"comma", "in", "glue"}
        or _is_year_word(atoms, then, before=True)
    ):
        then += 1
    year = _year_at(atoms, then)
    if year is None and day and then == at:
        year = _old_year_at(atoms, then)
    if year is None:
        return None, at
    then += 1
    return year, then + _is_year_word(atoms, then)


def _day_before_month(atoms: Sequence[Atom], at: int) -> Read:
    first, last, then = _days_at(atoms, at)
    if first is None:
        return None
    while kind_at(atoms, then) in {"in", "glue"} and then < at + 5:
        then += 1
    if not _is_month(atoms, then):
        return None
    month = int(atoms[then].number)
    end = then
    event = atoms[then].joined
    year, then = _with_year(atoms, then + 1, day=True)
    if event and year is None:  # "13-Novembre"
        return None
    on: Date = Date(year, month, first)
    until = Date(year, month, last) if last else None
    if until is None:
        other = _other_end(atoms, then)
        if other:
            until, then, year = other
            on, end = on._replace(year=on.year or year), then - 1
    end = max(end, then - 1)
    return Phrase(atoms[at].start, atoms[end].end, on, until, cued=True), end + 1


def _other_end(atoms: Sequence[Atom], at: int) -> tuple[Date, int, int | None] | None:
    """Read the second of two whole dates: "28 August - 1 September"."""
    to = at < len(atoms) and atoms[at].name in {"until", "from"}
    if kind_at(atoms, at) not in _JOINING and not to:
        return None
    last = day_number(atoms, at + 1)
    then = at + 2
    while kind_at(atoms, then) == "in":
        then += 1
    if last is None or not _is_month(atoms, then):
        return None
    year, behind = _with_year(atoms, then + 1)
    return Date(year, int(atoms[then].number), last), behind, year


def _days_at(atoms: Sequence[Atom], at: int) -> tuple[int | None, int | None, int]:
    """Return the first and the last day in figures ("10", "10-16", "10 and 16")."""
    read = atoms[at].figure
    if read and read.kind == "pair":
        first, last = read.numbers
        if 0 < first < last <= _LAST_DAY:
            return first, last, at + 1
        return None, None, at
    one = day_number(atoms, at)
    if one is None:
        return None, None, at
    end = at + 1
    while kind_at(atoms, end) in {"glue", "case"} and atoms[end].joined:  # "3-го"
        end += 1
    joins = _joins_dates(atoms, end)
    then = end + 1
    while joins and kind_at(atoms, then) in {"glue", "weekday"}:
        then += 1
    other = day_number(atoms, then) if joins else None
    if other and other > one:
        return one, other, then + 1
    return one, None, at + 1


def _month_before_day(atoms: Sequence[Atom], at: int) -> Read:
    if not _is_month(atoms, at):
        return None
    then = at + 1
    while kind_at(atoms, then) in {"glue", "comma"} and then < at + 3:
        then += 1
    if then >= len(atoms):
        return None
    first, last, then = _days_at(atoms, then)
    # behind a day stands no clock or unit that would own the figure
    if first is None or kind_at(atoms, then) in {"half", "oclock", "unit", "hours"}:
        return None
    if counts(atoms, then):
        return None
    month = int(atoms[at].number)
    end = then - 1
    year, then = _with_year(atoms, then)
    end = max(end, then - 1)
    until = Date(year, month, last) if last else None
    return (
        Phrase(atoms[at].start, atoms[end].end, Date(year, month, first), until, cued=True),
        end + 1,
    )


def day_piece(atoms: Sequence[Atom], at: int) -> Read:
    """Read "yesterday", "tonight", "Tuesday", "last Tuesday", "mardi dernier"."""
    atom = atoms[at]
    if _is_quoted(atoms, at):
        return None
    if atom.kind == "day":
        today = DayCount(int(atom.number))
        return Phrase(atom.start, atom.end, today, part=atom.name), at + 1
    which, then, end = None, at, at
    if atom.kind == "which":
        which, then = int(atom.number), at + 1
        while kind_at(atoms, then) == "glue" and then < at + 3:
            then += 1
    if kind_at(atoms, then) != "weekday":
        return None
    end = then
    if which is None and kind_at(atoms, then + 1) == "which":
        which, end = int(atoms[then + 1].number), then + 1
    weekday = atoms[then]
    if _is_a_name(atoms, at, end):
        return None
    unsure = weekday.name == "unsure" and which is None
    on = Weekday(int(weekday.number), which, weekday.name == "short", unsure)
    part = _part_of(weekday.name)
    if part == "noon":
        noon = Clock(12, half="m", sure=True)
        return Phrase(atom.start, atoms[end].end, on, clock=noon, cued=True), end + 1
    to = _to_weekday(atoms, end + 1) if not part and on.which is None else None
    if to and kind_at(atoms, at - 1) != "part":
        return Phrase(atom.start, atoms[to[1] - 1].end, on, to[0]), to[1]
    if which is None and not part:
        last, behind = _next_weekday(atoms, end + 1, on)
        if last and kind_at(atoms, at - 1) == "part":
            night = atoms[at - 1].name in {"night", "evening"}
            on, end = (on if night else last), behind - 1
    return Phrase(atom.start, atoms[end].end, on, part=part), end + 1


def _to_weekday(atoms: Sequence[Atom], at: int) -> tuple[Weekday, int] | None:
    """Read the last day of "Monday to Wednesday", "de lundi à mercredi"."""
    if at >= len(atoms):
        return None
    atom, then = atoms[at], at
    if atom.name == "until" or atom.kind in {"dash", "at"} or atom.raw.lower() in _TO:
        then += 1
    elif not atom.joined:
        return None
    while kind_at(atoms, then) == "glue":
        then += 1
    if kind_at(atoms, then) != "weekday" or atoms[then].name not in {"", "unsure"}:
        return None
    return Weekday(int(atoms[then].number)), then + 1


def _next_weekday(
    atoms: Sequence[Atom], at: int, first: Weekday
) -> tuple[Weekday | None, int]:
    """Read the second day of "the night from Friday to Saturday"."""
    then = at
    kinds = {"and", "at", "bound", "glue", "dash", "slash", "case"}
    while kind_at(atoms, then) in kinds and then < at + 3:
        then += 1
    weekday = atoms[then] if kind_at(atoms, then) == "weekday" else None
    if weekday and weekday.number == (first.number + 1) % 7 and not weekday.name:
        return Weekday(int(weekday.number)), then + 1
    return None, at


def _is_quoted(atoms: Sequence[Atom], at: int) -> bool:
    """Tell «Сегодня», a newspaper, from the day."""
    if not 0 < at < len(atoms) - 1 or not atoms[at].raw[:1].isupper():
        return False
    return atoms[at - 1].raw in _OPENING and atoms[at + 1].raw in _CLOSING


_TITLES = frozenset("herr herrn frau mr mrs ms miss dr don doña sr sra señor".split())


def _is_a_name(atoms: Sequence[Atom], first: int, last: int) -> bool:
    """Tell "The Friday Project" from the day."""
    before = atoms[first - 1].raw.lower() if first else ""
    follows = kind_at(atoms, last + 1) == "other" and atoms[last + 1].raw[:1].isupper()
    named = before == "the" or atoms[first].raw == "Domingo"  # a first name, too
    return before in _TITLES or (named and follows)


def _part_of(name: str) -> str:
    """Return the part of the day inside a weekday's own word: Montagabend."""
    return "" if name in {"short", "unsure"} else name


def period_piece(atoms: Sequence[Atom], at: int) -> Read:
    """Read "last week", "next month", "in 2013", "in March 2016", "last March"."""
    return _counted(atoms, at) or _named(atoms, at)


def _counted(atoms: Sequence[Atom], at: int) -> Read:
    """Read a unit or a month with "last", "this" or "next" beside it."""
    kinds = kind_at(atoms, at), kind_at(atoms, at + 1)
    if "month" in kinds and not _is_month(atoms, at + (kinds[1] == "month")):
        return None
    if kinds == ("which", "unit") or kinds == ("which", "month"):
        which, noun = atoms[at], atoms[at + 1]
    elif kinds in {("unit", "which"), ("month", "which")}:
        noun, which = atoms[at], atoms[at + 1]
    else:
        return None
    start, end = atoms[at].start, atoms[at + 1].end
    if noun.kind == "month":
        period = Period("month", int(which.number), None, int(noun.number))
        return Phrase(start, end, period=period), at + 2
    unit = noun.name
    if unit in {"week", "month", "year"} and noun.number >= 0:
        counted = Period(unit, int(which.number))  # type: ignore[arg-type]  # of three
        return Phrase(start, end, period=counted), at + 2
    return None


def _named(atoms: Sequence[Atom], at: int) -> Read:
    """Read a month or a year that a preposition, a bound or a year word marks."""
    then = at
    named = kind_at(atoms, at - 1) == "unit" and atoms[at - 1].name == "year"
    named = named and kind_at(atoms, at - 2) in {"", "glue", "in", "ahead_before"}
    marked = named or kind_at(atoms, at - 1) in _MARKS
    while _is_year_word(atoms, then, before=True):
        then, marked = then + 1, True
    if _is_month(atoms, then):
        year, behind = _with_year(atoms, then + 1)
        at_it = kind_at(atoms, behind) == "case" and atoms[behind].joined
        marked = marked or at_it or atoms[then].name == "in"
        if year is None and kind_at(atoms, behind) == "year_word":  # "Mart ayında"
            behind, marked = behind + 1, True
        if year is None and not marked:
            return None
        period = Period("month", None, year, int(atoms[then].number))
        return Phrase(atoms[at].start, atoms[behind - 1].end, period=period), behind
    year = _year_at(atoms, then)
    if year is None:
        return None
    end = then + 1
    if _is_year_word(atoms, end):
        end, marked = end + 1, True
    elif kind_at(atoms, end) == "case" and atoms[end].joined:
        at_it = atoms[end].name == "at" or kind_at(atoms, end + 1) == "bound_behind"
        marked = marked or at_it
    if not marked or kind_at(atoms, end) in _NO_YEAR:
        return None
    if year % 50 == 0 and counts(atoms, end) and end == then + 1:
        return None  # "in 2000 Orten"
    return (
        Phrase(atoms[at].start, atoms[end - 1].end, period=Period("year", None, year)),
        end,
    )
