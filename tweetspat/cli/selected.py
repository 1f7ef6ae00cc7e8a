"""What the options say of the selection, and what they select."""

import re
import shlex
import sys
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import UTC, timedelta
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from tweetspat.cli.heaps import SoughtHeap, authors_of
from tweetspat.cli.options import words
from tweetspat.cli.output import tell
from tweetspat.model import Bounds, Spat, TweetId
from tweetspat.problems import NothingFound, UsageError
from tweetspat.processes import cores, made_ready
from tweetspat.reconstruction import Conversations
from tweetspat.selection import (
    KINDS,
    Branch,
    Kind,
    Selection,
    around,
    branch,
    compiled,
    named_by,
)
from tweetspat.stamps import read_stamp
from tweetspat.summaries import Summary
from tweetspat.zones import zone_or_raise

if TYPE_CHECKING:
    from typing import TypeAlias

    from tweetspat.cli.heaps import AnyConversations
    from tweetspat.heap_index.indexed import IndexedExcerpt
    from tweetspat.scan import Excerpt
    from tweetspat.stamps import Stamp

    AnyExcerpt: TypeAlias = "Excerpt | IndexedExcerpt"

__all__ = ["known", "listed", "parts", "selection_of", "thread_of"]

Found = TypeVar("Found")

_PORTION = 2_000
"""Tweets that one process gets at a time."""

_STAMP_AND_ZONE = (
    r"(?P<stamp>\d{4}-?\d\d-?\d\d(?:[T ]\d\d:?\d\d(?::?\d\d(?:[.,]\d+)?)?)?)"
    r"\s*(?P<zone>\D.*)"
)


def selection_of(  # noqa: D417 - the others are as the options explain them
    by: list[str] | None = None,
    between: str | None = None,
    since: str | None = None,
    until: str | None = None,
    grep: str | None = None,
    only: list[str] | None = None,
    without: list[str] | None = None,
) -> Selection | None:
    """Read what is asked for; None where that is everything.

    Args:
        by: the values of `--from`.

    Raises:
        UsageError: one of them means nothing, or nothing can meet them all.
    """
    told = [*_as_told(by, between, since, until, grep, only, without)]
    if not told:
        return None
    asked = Selection(
        by=_handles("--from", by or ()),
        between=None if between is None else _pair(between),
        since=None if since is None else _instants("--since", since).not_before,
        until=None if until is None else _instants("--until", until).not_after,
        grep=None if grep is None else _pattern(grep),
        only=_kinds(only or ()),
        without=_kinds(without or ()),
        words=" ".join(told),
    )
    if asked.since and asked.until and asked.since >= asked.until:
        raise UsageError(f"--since {since} lies after --until {until}; exchange them")
    both = ", ".join(sorted(asked.only & asked.without))
    if both:
        raise UsageError(f"--only and --without both name {both}; nothing is both")
    return asked


def _as_told(*values: list[str] | str | None) -> Iterator[str]:
    """Yield the options as they can be typed again."""
    names = ("from", "between", "since", "until", "grep", "only", "without")
    for name, value in zip(names, values, strict=True):
        for each in (value,) if isinstance(value, str) else value or ():
            yield f"--{name} {shlex.quote(each)}"


def _handles(option: str, told: Iterable[str]) -> tuple[str, ...]:
    named = [each.strip().removeprefix("@") for one in told for each in one.split(",")]
    if not all(each.strip("#") and " " not in each for each in named):
        raise UsageError(f"{option} names nobody; write @handle, or # and account id")
    return tuple(dict.fromkeys(named))


def _pair(told: str) -> tuple[str, str]:
    named = _handles("--between", [told])
    if len(named) != 2 or named[0].lower() == named[1].lower():  # noqa: PLR2004 - two ends
        raise UsageError(f"--between {told[:60]!r} is no pair; write @one,@other")
    return named[0], named[1]


def _pattern(told: str) -> str:
    if not told:
        raise UsageError("--grep '' finds all that has words; leave it away")
    try:
        compiled(told)
    except UsageError as error:
        raise UsageError(f"--grep {error}") from None
    return told


def _kinds(told: Iterable[str]) -> frozenset[Kind]:
    named = (each.strip() for one in told for each in one.split(","))
    return frozenset(words(each, *KINDS) for each in named)


def _instants(option: str, told: str) -> Bounds:
    """Return the first instant that is meant, and the first one after it.

    A day, a minute and a second are meant whole.

    Raises:
        UsageError: it is neither a date nor an instant, or its zone is not known.
    """
    stamp = _stamp(option, told.strip())
    for odd in stamp.odd if stamp else ():
        if odd.code == "wrong-weekday":
            raise UsageError(f"{option} {told[:60]!r}: {odd.message}")
    with suppress(OverflowError):  # nothing comes after the last instant
        if stamp and stamp.bounds:
            return stamp.bounds
        if stamp and stamp.sent:
            fine = bool(stamp.sent.microsecond)
            width = timedelta.resolution if fine else timedelta(seconds=1)
            return Bounds(stamp.sent, stamp.sent + width)
    raise UsageError(
        f"{option} {told[:60]!r} is no time; write 2016-02-11, 2016-02-11T10:12Z or "
        "'2016-02-11 13:12 MSK'"
    )


def _stamp(option: str, told: str) -> "Stamp | None":
    """Read a stamp; one without offset and zone word is read in UTC."""
    found = read_stamp(told, UTC)
    zoned = None if found else re.fullmatch(_STAMP_AND_ZONE, told)
    if zoned is None:
        return found
    try:
        there = zone_or_raise({"Z": "UTC"}.get(zoned["zone"], zoned["zone"]))
    except UsageError as error:
        raise UsageError(f"{option}: {error}") from None
    return read_stamp(zoned["stamp"], there.rules)


# What they select.


def known(
    asked: Selection | None, found: "AnyConversations", *, quiet: bool
) -> Selection | None:
    """Return a selection that knows whom it names; tell who of them is not here.

    Raises:
        NothingFound: no tweet is by those who are asked for.
    """
    if asked is None:
        return None
    from tweetspat.selection import met

    whole, problems = met(asked, authors_of(found) if asked.accounts else ())
    if not quiet:
        tell(problems)
    return whole


def parts(
    found: "AnyConversations", asked: Selection | None, jobs: int | None = None
) -> Iterator[Spat]:
    """Return what is selected of each conversation, the likeliest first.

    Args:
        found: the conversations.
        asked: what is asked for; None for all.
        jobs: how many processes read what was scanned; None for as many as there
            are processors.

    Raises:
        NothingFound: nothing is selected of any, at once.

    Cost:
        Reads every conversation, some thousand tweets at a time.
    """
    if asked is None:
        return found.spats()
    return _some((part for part in _each_part(found, asked, jobs) if part), asked)


def listed(
    found: "AnyConversations", asked: Selection, jobs: int | None = None
) -> Iterator[tuple[Summary, Spat]]:
    """Return each conversation of which something is selected, with that part.

    The summary is of the whole; all else is as of `parts`.
    """
    pairs = zip(found.summaries(), _each_part(found, asked, jobs), strict=True)
    return _some(((summary, part) for summary, part in pairs if part), asked)


def _some(those: Iterator[Found], asked: Selection) -> Iterator[Found]:
    """Return the same, of which there has to be one.

    Raises:
        NothingFound: there is none.
    """
    first = next(those, None)
    if first is None:
        from tweetspat.selection import nothing

        raise nothing(asked)
    return chain((first,), those)


def _each_part(
    found: "AnyConversations", asked: Selection, jobs: int | None
) -> Iterator[Spat | None]:
    """Yield of each conversation what is selected, or None."""
    from tweetspat.selection import selected

    if isinstance(found, Conversations | SoughtHeap):
        return (selected(spat, asked) for spat in found.spats())

    from tweetspat.batch.source import portions

    def excerpt(numbers: list[int]) -> "AnyExcerpt":
        ((_, found_there),) = found.excerpts(numbers, sys.maxsize)
        return found_there

    work = partial(_parts_of, asked=asked)
    some = portions(found.ranked, found.size, _PORTION)
    return chain.from_iterable(made_ready(work, excerpt, some, jobs or cores()))


def _parts_of(excerpt: "AnyExcerpt", asked: Selection) -> list[Spat | None]:
    from tweetspat.selection import selected

    return [selected(spat, asked) for spat in excerpt.spats()]


def thread_of(
    found: "AnyConversations",
    word: str,
    way: Branch,
    asked: Selection | None = None,
) -> Spat:
    """Return the spat with the status of that id or URL, or a part of it.

    Raises:
        NothingFound: the id stands nowhere, or nothing is selected there.
        UsageError: it is a URL of something else.
    """
    held = found.holding(TweetId(word)) or found.holding(named_by(word))
    if held is None:
        raise NothingFound(
            f"{word[:80]}: no tweet here has or names this id; tweetspat list tells ids"
        )
    spat, id_ = held
    if id_ is None and (way.up or way.down):
        raise NothingFound(
            f"{word[:80]}: it is a conversation, and its first tweet is not here; "
            "leave --up and --down away"
        )
    ways = "".join(f" --{each}" for each in way._fields if getattr(way, each))
    if id_ is None or not ways:
        return spat if asked is None else _part(spat, asked, None)
    told = f"--thread {shlex.quote(word)}{ways}"
    if asked is None:
        part = branch(spat, id_, way)
        return part if part is spat else part._replace(selected=told)
    whole = asked._replace(words=f"{told} {asked.words}")
    return _part(spat, whole, around(spat, id_, way))


def _part(spat: Spat, asked: Selection, within: set[TweetId] | None) -> Spat:
    from tweetspat.selection import nothing, selected

    part = selected(spat, asked, within)
    if part is None:
        raise nothing(asked)
    return part
