"""Numbered threads: `1/`, `2/5`, `(3/n)`; and what only looks like them."""

import re
from functools import cache
from typing import NamedTuple

from tweetspat.inference.ledger import Ledger

__all__ = ["Numbered", "numbered", "predecessor"]

_WITHIN = 60.0
_SECOND = 2
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
        r"(?:^|(?<!:)\s)(?P<sign>[(\[]?(?P<number>[0-9]{1,3})/(?P<of>[0-9]{1,3}|[nNxX?]|)[)\]]?)"
        r"\.?(?:\s+(?:https?://\S+|\#\w+))*\s*$"
    )


def predecessor(ledger: Ledger, number: int, told: Numbered) -> int | None:
    """Return the tweet of the same voice and series that bears the number before.

    Within the hour, to the same voices, with the same total; a series has its
    beginning: before 3 there are 2 and 1.  None where it is not there, or several
    could be it.
    """
    found = _before(ledger, number, told)
    if found is None or told.number == _SECOND:
        return found
    earlier = numbered(ledger.tweets[found].text or "")
    started = earlier and _before(ledger, found, earlier) is not None
    return found if started else None


def _before(ledger: Ledger, number: int, told: Numbered) -> int | None:
    voice = ledger.voices[number]
    if told.number == 1 or not voice:
        return None
    found: list[int] = []
    for other in reversed(ledger.before(voice, number, _LOOKED_AT)):
        if ledger.minutes[number] - ledger.minutes[other] > _WITHIN:
            break
        before = numbered(ledger.tweets[other].text or "")
        if before is None or before.of != told.of:
            continue
        if before.number == told.number and found:  # another series, further back
            break
        if before.number == told.number - 1:
            found.append(other)
    alike = [each for each in found if ledger.leads[each] == ledger.leads[number]]
    if len(found) > 1:
        found = alike
    return found[0] if len(found) == 1 else None
