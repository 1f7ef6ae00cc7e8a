"""A phrase as it was told, and the interval that it means."""

from datetime import UTC, date, datetime, time, timedelta
from typing import NamedTuple, TypeAlias

from tweetspat.model import Precision
from tweetspat.said_times.phrases import Phrase
from tweetspat.zones import Zone

__all__ = ["Meant", "Told", "When", "instant", "whole_minute"]

_HOURS = 24


When: TypeAlias = tuple[datetime, datetime]
"""When a tweet was sent: the first and the last instant that it can be."""


class Meant(NamedTuple):
    """An interval, half open, UTC.

    Attributes:
        certain: the share of certainty that the wording leaves, from 0 to 1.
    """

    start: datetime
    end: datetime
    precision: Precision
    certain: float = 1.0


class Told(NamedTuple):
    """A phrase, and what decides where its words leave a choice.

    Attributes:
        zone: the zone that counts.
        here: when it was sent, on that zone's clock.
        ahead: whether words of the future stand there (True), or of the past.
    """

    phrase: Phrase
    zone: Zone
    here: datetime
    ahead: bool | None

    @property
    def today(self) -> date:
        """The day of sending."""
        return self.here.date()

    @property
    def now(self) -> datetime:
        """The sending, UTC."""
        return self.here.astimezone(UTC)


def instant(
    zone: Zone, day: date, hour: int = 0, minute: int = 0, second: int = 0
) -> datetime:
    """Return an instant by the wall clock; an hour beyond 24 is of the next day."""
    days, hour = divmod(hour, _HOURS)
    clock = time(hour, minute, second, tzinfo=zone.rules)
    return datetime.combine(day + timedelta(days=days), clock).astimezone(UTC)


def whole_minute(instant: datetime) -> datetime:
    """Return the beginning of an instant's minute."""
    return instant.replace(second=0, microsecond=0)
