"""The instant inside the ids that the platform has given out since November 2010."""

from datetime import UTC, datetime, timedelta

__all__ = [
    "FIRST_TWEET",
    "SNOWFLAKE_EPOCH_MS",
    "confirmed_by",
    "contradicted_by",
    "id_instant",
    "whole_second",
]

SNOWFLAKE_EPOCH_MS = 1288834974657
"""The instant that snowflake ids count from: 4 November 2010, 01:42:54.657Z."""

FIRST_TWEET = datetime(2006, 3, 21, 20, 50, tzinfo=UTC)
"""The minute of the first tweet, which has the id 20."""

_FIRST_SNOWFLAKE = 29_700_859_247
_LONGEST_ID = 19
_TOO_LARGE = 2**63
_TOLERANCE_MS = 1000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


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
    if confirmed_by(tweet_id, sent):
        return None
    return id_instant(tweet_id)


def confirmed_by(tweet_id: str, sent: datetime) -> bool:
    """Tell whether an id holds the instant of the stamp, but for rounding."""
    number = _snowflake(tweet_id)
    if number is None:
        return False
    apart = sent.timestamp() * 1000 - (number >> 22) - SNOWFLAKE_EPOCH_MS
    return -_TOLERANCE_MS <= apart <= _TOLERANCE_MS


def _snowflake(tweet_id: str) -> int | None:
    if tweet_id.isdecimal() and tweet_id.isascii() and len(tweet_id) <= _LONGEST_ID:
        number = int(tweet_id)
        if _FIRST_SNOWFLAKE <= number < _TOO_LARGE:
            return number
    return None


def _at(milliseconds: int) -> datetime:
    return _EPOCH + timedelta(milliseconds=milliseconds)
