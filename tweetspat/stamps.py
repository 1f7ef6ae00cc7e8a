"""Stamps: the shapes in which exports write an instant, and the instant in an id.

Exact shapes come first; python-dateutil reads the odd rest, guarded, because
it costs fifty times more and takes zones from the machine when it is let.
"""

import re
from datetime import UTC, datetime, timedelta, tzinfo

__all__ = ["contradicted_by", "id_instant", "instant", "rfc3339", "whole_second"]

SNOWFLAKE_EPOCH_MS = 1288834974657
"""The instant that snowflake ids count from: 4 November 2010, 01:42:54.657Z."""

_FIRST_SNOWFLAKE = 29_700_859_247
_LONGEST_ID = 19
_TOO_LARGE = 2**63
_LONGEST_STAMP = 64
_SHORTEST_STAMP = len("2016-02-11T10:12")
_V1_LENGTH = len("Thu Feb 11 10:12:03 +0000 2016")
_TOLERANCE_MS = 1000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MONTHS = {
    name: f"{number:02}"
    for number, name in enumerate(
        "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec".split(), start=1
    )
}
_ISO = r"(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?) ?(Z|[+-]\d\d:?\d\d)?"


def instant(stamp: str, naive: tzinfo | None = None) -> datetime | None:
    """Read a stamp as an aware UTC instant, or return None.

    Args:
        stamp: `Thu Feb 11 10:12:03 +0000 2016`, ISO 8601 with an offset, or
            what python-dateutil can read with an offset in figures.
        naive: the zone of stamps that have none; None refuses them.

    Source:
        The field map of the exports: API v1.1, v2, Grailbird archives.
    """
    if len(stamp) == _V1_LENGTH and stamp[19:26] == " +0000 ":
        try:
            month = _MONTHS[stamp[4:7]]
            return datetime.fromisoformat(
                f"{stamp[26:]}-{month}-{stamp[8:10]}T{stamp[11:19]}+00:00"
            )
        except (KeyError, ValueError):
            return None
    if not stamp.isascii() or not _SHORTEST_STAMP <= len(stamp) <= _LONGEST_STAMP:
        return None
    found = re.fullmatch(_ISO, stamp)
    if found:
        return _iso(found, naive)
    # dateutil reads "GMT+3" with its sign turned round, after POSIX
    return None if re.search(r"[A-Za-z][+-]\d", stamp) else _odd(stamp)


def _iso(found: re.Match[str], naive: tzinfo | None) -> datetime | None:
    day, clock, zone = found.groups()
    if zone and zone != "Z" and ":" not in zone:
        zone = f"{zone[:3]}:{zone[3:]}"
    try:
        read = datetime.fromisoformat(f"{day}T{clock}{zone or ''}")
        if read.tzinfo is None:
            read = read.replace(tzinfo=naive)
        return None if read.tzinfo is None else read.astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _odd(stamp: str) -> datetime | None:
    """Let python-dateutil try, with a fixed default and no zone of its own."""
    from dateutil import parser

    def refuse(word: str | None, seconds: int | None) -> int:
        if seconds is None or (word and (seconds or word not in ("UTC", "GMT", "Z"))):
            raise ValueError(word)
        return seconds

    blank = datetime(1, 1, 1, tzinfo=None)  # noqa: DTZ001 - only a frame for dateutil
    try:
        first = parser.parse(stamp, tzinfos=refuse, default=blank)  # noqa: TID251 - guarded
        other = blank.replace(2, 2, 2)
        again = parser.parse(stamp, tzinfos=refuse, default=other)  # noqa: TID251 - guarded
        if first.tzinfo is None or first != again:
            return None
        return first.astimezone(UTC)
    except (ValueError, OverflowError, TypeError):
        return None


def id_instant(tweet_id: str) -> datetime | None:
    """Return the instant inside a snowflake id to the millisecond, or None.

    None for ids from before 4 November 2010, for text ids, and for numbers too
    long to be an id.
    """
    number = _snowflake(tweet_id)
    return None if number is None else _at((number >> 22) + SNOWFLAKE_EPOCH_MS)


def whole_second(exact: datetime) -> datetime:
    """Drop the milliseconds, which inside an id only order."""
    return exact.replace(microsecond=0)


def contradicted_by(tweet_id: str, sent: datetime) -> datetime | None:
    """Return the instant in an id, when it contradicts the stamp.

    A difference of up to one second is rounding and gives None.
    """
    number = _snowflake(tweet_id)
    if number is None:
        return None
    made = (number >> 22) + SNOWFLAKE_EPOCH_MS
    apart = sent.timestamp() * 1000 - made
    return None if -_TOLERANCE_MS <= apart <= _TOLERANCE_MS else _at(made)


def _snowflake(tweet_id: str) -> int | None:
    if tweet_id.isdecimal() and tweet_id.isascii() and len(tweet_id) <= _LONGEST_ID:
        number = int(tweet_id)
        if _FIRST_SNOWFLAKE <= number < _TOO_LARGE:
            return number
    return None


def _at(milliseconds: int) -> datetime:
    return _EPOCH + timedelta(milliseconds=milliseconds)


def rfc3339(exact: datetime) -> str:
    """Write a UTC instant with three decimals and a Z."""
    return "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ" % (  # noqa: UP031 - the quickest way
        exact.year,
        exact.month,
        exact.day,
        exact.hour,
        exact.minute,
        exact.second,
        exact.microsecond // 1000,
    )
