"""Figures: 13:55, 9:30am, 0600Z, 101055ZFEB16, 11h30, 8/13, 2016-02-11T09:12+03:00."""

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

__all__ = ["LOOSE", "Clock", "Figure", "figure", "hour_and_minute"]

FigureKind: TypeAlias = Literal[
    "number", "ordinal", "pair", "clock", "clocks", "date", "slashed", "days"
]

_DIGITS = {
    first + digit: str(digit) for first in (0x0660, 0x06F0) for digit in range(10)
}
"""Arabic figures, western and eastern."""

_LAST_HOUR = 24
_NOON = 12
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_LONGEST_NUMBER = 6
_CASE = r"(\d[\d.:]*)(?:[dt][ae]n?|[yn]?[ae])"
_PAIR = r"(\d{1,2})\.?[-–−](\d{1,2})"
_ORDINALS = frozenset(("st", "nd", "rd", "th", "er", "го", "е", "º"))
_AFTER_HOURS = frozenset("aAhHpPuUч")
_CLOCK = r"""
    (?P<hour{0}>\d{{1,2}})
    (?: (?P<sign{0}>[:.hHчu]) (?P<minute{0}>[0-5]\d)
        (?: [:.] (?P<second{0}>[0-5]\d) )? )?
    (?P<mark{0}> [aApP]\.?[mM]\.? | h | hs | hrs? | ч | Uhr | uhr )?
"""
_ONE = _CLOCK.format("") + r"(?P<letter>[A-Z])?"
_TWO = _CLOCK.format("") + "[-–−]" + _CLOCK.format("2")
_MILITARY = r"([01]\d|2[0-4])([0-5]\d)(hrs?|h|H)?([A-IK-Z])?"
_MILITARY_RANGE = (
    r"([01]\d|2[0-3])([0-5]\d)(?:hrs?|h|H|[A-IK-Z])?[-–−]"
    r"([01]\d|2[0-4])([0-5]\d)(hrs?|h|H)?([A-IK-Z])?"
)
_GROUP = r"(\d\d)([01]\d|2[0-3])([0-5]\d)([A-IK-Z])(?:([A-Za-z]{3})(\d\d|\d{4}))?"
_ISO = (
    r"(\d{4})-(\d\d)-(\d\d)(?:[Tt](\d\d):(\d\d)(?::(\d\d)(?:\.\d+)?)?"
    r"([Zz]|[+\-−]\d\d:?\d\d)?)?"
)
_SLASHED = r"(\d{1,2})([/.\-])(\d{1,2})(?:\2(\d{4}|\d\d))?"
_DAYS = r"(\d\d?)\.?[-–](\d\d?)\.(\d\d?)(?:\.(\d{4}|\d\d))?"


LOOSE = -1
"""Stands for the seconds of a number that nothing makes a clock yet."""


class Clock(NamedTuple):
    """A time of day as it was said.

    Attributes:
        half: "a" or "p" of the day, "n" of the night, "m" for noon and midnight
            in words, "?" where either is meant, "" where it is not said.
        sure: figures or words say by themselves that it is a clock.
    """

    hour: int
    minute: int = 0
    second: int | None = None
    half: str = ""
    sure: bool = False

    @property
    def loose(self) -> bool:
        """Whether it is a number that nothing makes a clock yet."""
        return self.second == LOOSE

    def firm(self, *, sure: bool) -> "Clock":
        """Return it as a clock, where it was only a number, too."""
        second = None if self.second == LOOSE else self.second
        return self._replace(second=second, sure=sure)


class Figure(NamedTuple):
    """What figures can be.

    Attributes:
        numbers: a number; the ends of a pair; year (0 where it is not said), month
            and day of a date; the parts of a slashed one, its year last; year,
            month, first and last of some days.
        clocks: one clock or two.
        zone: the offset or letter that hangs on it.
        digits: how many digits a number has.
        certain: whether a clock's figures can be nothing else, as 10.30 can.
    """

    kind: FigureKind
    numbers: tuple[int, ...] = ()
    clocks: tuple[Clock, ...] = ()
    zone: str = ""
    digits: int = 0
    certain: bool = True


def figure(raw: str) -> Figure | None:
    """Return what figures can be, or None for what is no time: 1,593, 24/7, 3:1."""
    if not raw.isascii():
        raw = raw.translate(_DIGITS)
    if raw[-1] in "aen":
        raw = _without_case(raw)
    if raw.isdecimal():
        digits = len(raw)
        long = digits > _LONGEST_NUMBER
        return None if long else Figure("number", (int(raw),), digits=digits)
    if "," in raw:
        return None
    return next(filter(None, (read(raw) for read in _shapes(raw))), None)


def hour_and_minute(number: int) -> Clock | None:
    """Return the clock that four digits are: 1041."""
    hour, minute = divmod(number, 100)
    return Clock(hour, minute, sure=True) if _is_clock(hour, minute) else None


def _without_case(raw: str) -> str:
    """Return figures without a Turkish case ending: 8de, 17.00de."""
    found = _fit(_CASE, raw)
    return found[1] if found else raw


def _shapes(raw: str) -> tuple[Callable[[str], Figure | None], ...]:
    """Return what figures of this build can be: no pattern is compiled in vain."""
    if raw[:4].isdigit():
        more = raw[4:6].isdigit()
        return (_group,) if more else (_military, _military_range, _iso)
    if raw.isalnum():
        clock = raw.lstrip("0123456789")[:1] in _AFTER_HOURS
        return (_ordinal, _clock) if clock else (_ordinal,)
    if raw.replace(":", "", 1).isdecimal():
        return (_hour_colon_minute,)
    ranged = any(sign in raw for sign in "-–−")
    return (_pair, _two_clocks, _days, _slashed) if ranged else (_clock, _slashed)


@cache
def _pattern(written: str) -> re.Pattern[str]:
    return re.compile(written, re.VERBOSE)


def _fit(written: str, raw: str) -> re.Match[str] | None:
    return _pattern(written).fullmatch(raw)


def _is_clock(hour: int, minute: int) -> bool:
    return minute < 60 and (hour < _LAST_HOUR or (hour == _LAST_HOUR and not minute))  # noqa: PLR2004


def _is_date(year: int, month: int, day: int) -> bool:
    try:
        date(year or 2000, month, day)  # 2000 has a 29 February
    except ValueError:
        return False
    return True


def _year(digits: str | None) -> int:
    """Return a year, 0 where it is not said; two digits are of this century."""
    year = int(digits or 0)
    return year + 2000 if digits and year < 100 else year  # noqa: PLR2004


def _pair(raw: str) -> Figure | None:
    found = _fit(_PAIR, raw)
    return Figure("pair", (int(found[1]), int(found[2]))) if found else None


def _ordinal(raw: str) -> Figure | None:
    digits = 1 + raw[1:2].isdigit()
    if raw[digits:].lower() not in _ORDINALS:
        return None
    return Figure("ordinal", (int(raw[:digits]),), digits=digits)


def _iso(raw: str) -> Figure | None:
    found = _fit(_ISO, raw)
    if not found:
        return None
    numbers = (int(found[1]), int(found[2]), int(found[3]))
    if not _is_date(*numbers):
        return None
    if not found[4]:
        return Figure("date", numbers)
    hour, minute, second = int(found[4]), int(found[5]), int(found[6] or 0)
    if not _is_clock(hour, minute):
        return None
    clock = Clock(hour, minute, second or None, sure=True)
    return Figure("date", numbers, (clock,), found[7] or "")


def _military(raw: str) -> Figure | None:
    found = _fit(_MILITARY, raw)
    if not found or not (found[3] or found[4]):
        return None
    clock = Clock(int(found[1]), int(found[2]), sure=True)
    return Figure("clock", clocks=(clock,), zone=found[4] or "")


def _military_range(raw: str) -> Figure | None:
    found = _fit(_MILITARY_RANGE, raw)
    if not found:
        return None
    sure = bool(found[5] or found[6])  # else they may be two years
    first = Clock(int(found[1]), int(found[2]), sure=sure)
    then = Clock(int(found[3]), int(found[4]), sure=sure)
    return Figure("clocks", clocks=(first, then), zone=found[6] or "", certain=sure)


def _group(raw: str) -> Figure | None:
    """Read a date-time group: day, hour, minute, zone letter, month, year."""
    found = _fit(_GROUP, raw)
    if not found:
        return None
    day, month, year = int(found[1]), (found[5] or "").lower(), _year(found[6])
    if month and month not in _MONTHS:
        return None
    number = _MONTHS.index(month) + 1 if month else 0
    if not _is_date(year, number or 1, day):
        return None
    clock = Clock(int(found[2]), int(found[3]), sure=True)
    return Figure("date", (year, number, day), (clock,), found[4])


def _read_clock(found: re.Match[str], end: str = "") -> Clock | None:
    hour, minute = int(found[f"hour{end}"]), int(found[f"minute{end}"] or 0)
    mark = (found[f"mark{end}"] or "").lower()
    half = mark[0] if mark[:1] in {"a", "p"} else ""
    if not _is_clock(hour, minute) or (half and not 0 < hour <= _NOON):
        return None
    second = found[f"second{end}"]
    sure = bool(half) or mark == "uhr" or found[f"sign{end}"] in {*"hHч"}
    return Clock(hour, minute, int(second) if second else None, half, sure)


def _hour_colon_minute(raw: str) -> Figure | None:
    """Read "13:55", the commonest clock, without a pattern."""
    hour, _, minute = raw.partition(":")
    two = len(minute) == len("55") and 0 < len(hour) <= len("13")
    if not two or not _is_clock(int(hour), int(minute)):
        return None
    return Figure("clock", clocks=(Clock(int(hour), int(minute)),))


def _clock(raw: str) -> Figure | None:
    found = _fit(_ONE, raw)
    if not found or not (found["minute"] or found["mark"]):
        return None
    clock = _read_clock(found)
    if clock is None or (found["sign"] == "u" and found["mark"]):
        return None
    hours = found["minute"] is None and not clock.sure  # "13h" may be a duration
    certain = not hours and (found["sign"] != "." or bool(clock.half) or clock.sure)
    return Figure("clock", (), (clock,), found["letter"] or "", certain=certain)


def _two_clocks(raw: str) -> Figure | None:
    found = _fit(_TWO, raw)
    if not found:
        return None
    marked = found["mark"] or found["mark2"]
    if not (marked or (found["minute"] and found["minute2"])):
        return None
    first, then = _read_clock(found), _read_clock(found, "2")
    if first is None or then is None:
        return None
    return Figure("clocks", clocks=(first, then), certain=bool(then.half) or ":" in raw)


def _days(raw: str) -> Figure | None:
    """Read "12.-14.02.2016"."""
    found = _fit(_DAYS, raw)
    if not found:
        return None
    first, last, month, year = *map(int, found.group(1, 2, 3)), _year(found[4])
    if first >= last or not all(_is_date(year, month, day) for day in (first, last)):
        return None
    return Figure("days", (year, month, first, last))


def _slashed(raw: str) -> Figure | None:
    found = _fit(_SLASHED, raw)
    if not found or (found[2] == "-" and not found[4]):
        return None
    one, other, year = int(found[1]), int(found[3]), _year(found[4])
    if not _is_date(year, one, other) and not _is_date(year, other, one):
        return None
    return Figure("slashed", (one, other, year), certain=bool(year), zone=found[2])
