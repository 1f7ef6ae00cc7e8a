"""Numbered threads: `1/`, `2/5`, `(3/n)`; and what only looks like them."""

import re
from functools import cache
from typing import NamedTuple

from tweetspat.inference.ledger import Ledger

__all__ = ["Numbered", "numbered", "predecessor"]

_WITHIN = 60.0
_LOOKED_AT = 12
_LONGEST = 200


class Numbered(NamedTuple):
    """The number that a tweet bears in a series.

    Attributes:
        of: how many there are, as written; "" where it does not say.
        sign: as it stands in the text.
    """

    number: int
    of: str
    sign: str


def numbered(text: str) -> Numbered | None:
    """Return the number at the beginning or the end of a text.

    None for what cannot be one: 24/7, 9/11, 1/2 inside a sentence.  Whether it
    is one only the tweet before it tells.
    """
    if "/" not in text:
        return None
    for found in (_head().match(text), _tail().search(text)):
        if found:
            number, of = int(found["number"]), found["of"]
            last = int(of) if of.isdigit() else _LONGEST
            if 1 <= number <= last <= _LONGEST:
                return Numbered(number, of.lower(), found["sign"])
    return None


@cache
def _head() -> re.Pattern[str]:
    return re.compile(
        r"\s*(?:\.?@\w+\s+)*(?P<sign>[(\[]?(?P<number>[0-9]{1,3})/(?P<of>[0-9]{1,3}|[nNxX?]|)[)\]]?)"
        r"(?=\s|[.:)\-]\s|$)"
    )


@cache
def _tail() -> re.Pattern[str]:
    return re.compile(
        r"(?:^|\s)(?P<sign>[(\[]?(?P<number>[0-9]{1,3})/(?P<of>[0-9]{1,3}|[nNxX?]|)[)\]]?)"
        r"\.?(?:\s+(?:https?://\S+|\#\w+))*\s*$"
    )


def predecessor(ledger: Ledger, number: int, told: Numbered) -> int | None:
    """Return the tweet of the same voice and series that bears the number before.

    Within the hour, with the same total; None when it is not there.
    """
    voice = ledger.voices[number]
    if told.number == 1 or not voice:
        return None
    for other in reversed(ledger.before(voice, number, _LOOKED_AT)):
        if ledger.minutes[number] - ledger.minutes[other] > _WITHIN:
            return None
        before = numbered(ledger.tweets[other].text or "")
        if before and before.number == told.number - 1 and before.of == told.of:
            return other
    return None
