"""A cheap test that keeps most texts away from the grammar.

It may let through what holds no time; it may not stop what holds one, and the
tests compare it with the lexicons and with the labelled phrases.
"""

import re
from functools import cache

from tweetspat.said_times.tokens import folded

__all__ = ["may_tell"]


def may_tell(text: str, *, zoned: bool) -> bool:
    """Tell by a few searches whether a text may speak of a time.

    Args:
        text: the whole text.
        zoned: whether the author's zone is known; without it words such as
            "yesterday" mean no stretch of time.

    Cost:
        Two microseconds without a zone, five with one.
    """
    if _figure().search(text):
        return True
    if zoned:
        return _in_arabic(text) or not _words().isdisjoint(
            _letters().findall(folded(text))
        )
    return (  # written out: a loop over the words costs five times as much
        "hour" in text
        or "inut" in text  # minutes, Minuten, minutos
        or " time" in text
        or "noon" in text
        or "night" in text
        or "tunde" in text
        or "akika" in text
        or "heure" in text
        or "hora" in text
        or (not text.isascii() and _counts_abroad(text))
    )


def _in_arabic(text: str) -> bool:
    return not text.isascii() and bool(_arabic().search(text))


def _counts_abroad(text: str) -> bool:
    """Tell whether it counts from its sending or names a zone, with other letters."""
    return (
        "назад" in text
        or "ерез " in text
        or "осков" in text
        or "мск" in text.lower()
        or "saat" in text
        or _in_arabic(text)
    )


@cache
def _figure() -> re.Pattern[str]:
    """A figure that begins a word, unlike those in addresses and handles."""
    return re.compile(r"[0-9](?<![A-Za-z0-9_/@#=&][0-9])")


@cache
def _arabic() -> re.Pattern[str]:
    return re.compile("[\u0620-\u064a]")


@cache
def _letters() -> re.Pattern[str]:
    return re.compile(r"[^\W\d_]+")


@cache
def _words() -> frozenset[str]:
    from tweetspat.said_times.triggers import TRIGGERS

    return TRIGGERS
