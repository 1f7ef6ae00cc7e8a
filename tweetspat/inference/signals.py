"""What speaks for and against a candidate: numbers that the weights are for.

`SIGNALS` are those of each candidate, `DOUBTS` those that are only asked of the
one that was picked: whether what it is taken for may be missing from the heap.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import pairwise
from math import log1p
from typing import NamedTuple

from tweetspat.inference.ledger import DAY, WINDOW, Attention, Ledger
from tweetspat.inference.quoted_words import coverage

__all__ = ["DOUBTS", "SIGNALS", "Candidate", "Child", "candidates", "child", "doubts"]

SIGNALS = (
    "gap",  # minutes between the two, as log(1 + minutes), like all that follow
    "gap beyond an hour",
    "gap beyond a day",
    "hurry",  # how much too soon it comes for somebody who reads and types
    "rank",  # how many tweets of that voice lie between
    "newest",
    "gap of the newest",
    "gap times rank",
    "own",  # the candidate is by the same voice
    "first",  # the text opens with the candidate's voice
    "later",  # which is addressed in the opening, but not first
    "exact",  # the opening is what the reply button would have put there
    "same voices",
    "fewer voices",
    "voices missing",
    "voices extra",
    "exact and several",
    "dot",
    "inside",  # the voice is named inside the text only
    "addressed the child",  # the candidate opens with the child's voice
    "named the child",
    "newest and addressed",
    "opens a thread",
    "its words",  # share of the candidate's words that stand in the text
    "via",
    "answers of its own since",  # how often the child's voice addressed it since
    "addresses of it since",  # how often the candidate's addressed the child's
    "unanswered so far",
    "spoke before",  # the child's voice addressed that one before the candidate
    "others since",  # how many addressed the candidate's voice since
    "nobody since",
    "shared word",  # how rare the rarest word is that both hold
)

DOUBTS = (
    "candidates",
    "only candidate",
    "first since",  # minutes from the candidate to the first address of its voice
    "last since",  # minutes from the last such address to the child
    "orphans",  # share of addresses in the heap whose occasion is missing
    "orphans of the voice",
    "around",  # how many addressed the voice within ten minutes of the child
    "around later",
    "early",  # how many did within ten minutes of the candidate
    "surge",  # around, against early
    "typical lag",  # the middle lag of all who addressed it after the candidate
    "first lag",
    "jump",  # the largest leap between such lags: a surge that nothing set off
    "length",
    "voices addressed",
    "one voice addressed",
)

_MOST = 6
_MOST_OTHERS = 3
"""Candidates of the voice that is addressed first, and of each other one."""
_MOST_VOICES = 6
_MOST_OWN = 2
_MINE = 12
_NEAR = 10.0
_CLUSTER = 32
_TYPED = 7 * 60.0
"""Characters that are typed in a minute, roughly."""
_ENOUGH = 4
_EXACT = (1.0, 0.0, 0.0, 0.0, 0.0, 0.0)
_QUICK = 30.0
"""Minutes in which the longest tweet is typed."""
_HOUR, _DAY = log1p(60), log1p(DAY)


class Child(NamedTuple):
    """A tweet whose parent is looked for.

    Attributes:
        lead: the voices that its text opens with.
        inner: those inside it.
        mine: which of the latest tweets of its voice opened with which voice.
    """

    number: int
    voice: str
    lead: list[str]
    inner: list[str]
    dot: bool
    via: frozenset[str]
    quoting: bool
    stems: frozenset[str]
    length: int
    mine: dict[str, list[int]]


class Candidate(NamedTuple):
    """A tweet that may be the parent, and what speaks for it, as `SIGNALS`."""

    number: int
    signals: list[float]


def child(ledger: Ledger, number: int) -> Child:
    """Return what is known of a tweet before its candidates are looked at."""
    told = ledger.addresses[number]
    lead, inner = ledger.leads[number], ledger.inners[number]
    voice = ledger.voices[number]
    mine: dict[str, list[int]] = {}
    for own in ledger.before(voice, number, _MINE) if voice else ():
        for first in ledger.leads[own][:1]:
            mine.setdefault(first, []).append(own)
    via = [each.handle for each in told.cited if each.how == "via"]
    return Child(
        number,
        voice,
        lead,
        inner,
        told.dot,
        frozenset(ledger.accounts.named(each) for each in via),
        bool(told.cited),
        ledger.stems[number],
        max(len(ledger.tweets[number].text or "") - told.body, 0),
        mine,
    )


def candidates(ledger: Ledger, of: Child) -> list[Candidate]:
    """Return what a tweet may answer: the latest tweets of whom it names.

    Cost:
        Bounded: at most some thirty candidates.
    """
    found: list[Candidate] = []
    named = [*of.lead, *of.inner][:_MOST_VOICES]
    for place, voice in enumerate(named):
        most = _MOST if place == 0 else _MOST_OTHERS
        found += _of_voice(ledger, of, voice, most)
    if of.lead and of.voice:
        found += _own(ledger, of)
    return found


def _of_voice(ledger: Ledger, of: Child, voice: str, most: int) -> list[Candidate]:
    numbers = ledger.before(voice, of.number, most)
    if not numbers:
        return []
    found: list[Candidate] = []
    minutes, now = ledger.minutes, ledger.minutes[of.number]
    attention = ledger.attention.get(voice)
    addresses = attention.numbers if attention else []
    end = bisect_left(addresses, of.number)
    mine = of.mine.get(voice, [])
    first = of.lead[:1] == [voice]
    later = not first and voice in of.lead
    alone = first and len(of.lead) == 1
    by_words = of.dot or of.quoting or not of.lead
    addressed = 0
    for rank, number in enumerate(reversed(numbers)):
        gap = now - minutes[number]
        if gap > WINDOW:
            break
        lead, inner = ledger.leads[number], ledger.inners[number]
        back = bool(lead) and lead[0] == of.voice
        near, far = log1p(gap), log1p(rank)
        since = len(mine) - bisect_right(mine, number) if mine else 0
        others = end - bisect_right(addresses, number)
        chain = _EXACT if alone and not lead and not inner else None
        signals = [
            near,
            near - _HOUR if near > _HOUR else 0.0,
            near - _DAY if near > _DAY else 0.0,
            _hurry(of.length, gap) if gap < _QUICK else 0.0,
            far,
            not rank,
            0.0 if rank else near,
            near * far,
            0.0,
            first,
            later,
            *(chain or _chain(of, voice, lead, inner)),
            of.dot and first,
            not first and not later,
            back,
            back or of.voice in lead or of.voice in inner,
            back and not rank,
            not lead,
            _its_words(ledger, of, number) if by_words else 0.0,
            voice in of.via,
            log1p(since),
            log1p(addressed),
            since == 0,
            len(mine) > since,
            log1p(others),
            others == 0,
            _shared(ledger, of, number),
        ]
        found.append(Candidate(number, signals))
        addressed += back
    return found


def _its_words(ledger: Ledger, of: Child, number: int) -> float:
    words = ledger.words(number)
    enough = len(words) >= _ENOUGH
    return coverage(words, ledger.words(of.number)) if enough else 0.0


def _own(ledger: Ledger, of: Child) -> Iterator[Candidate]:
    """Yield the voice's own latest tweets to the same one: answers go on."""
    now = ledger.minutes[of.number]
    for rank, number in enumerate(reversed(of.mine.get(of.lead[0], [])[-_MOST_OWN:])):
        gap = now - ledger.minutes[number]
        if gap > DAY:
            return
        lead, inner = ledger.leads[number], ledger.inners[number]
        near = log1p(gap)
        chain = _chain(of, None, lead, inner)
        yield Candidate(
            number,
            [
                near,
                max(0.0, near - _HOUR),
                0.0,
                _hurry(of.length, gap),
                log1p(rank),
                rank == 0,
                0.0 if rank else near,
                near * log1p(rank),
                1.0,
                0.0,
                0.0,
                *chain,
                *[0.0] * (len(SIGNALS) - 12 - len(chain)),
                _shared(ledger, of, number),
            ],
        )


def _shared(ledger: Ledger, of: Child, number: int) -> float:
    both = of.stems & ledger.stems[number]
    return max(map(ledger.rarity.__getitem__, both)) if both else 0.0


def _hurry(length: int, gap: float) -> float:
    """Return by how much a tweet comes too soon to answer one, as a logarithm."""
    needed = 0.07 + length / _TYPED
    return log1p(needed / (gap + 0.02)) if gap < needed else 0.0


def _chain(
    of: Child, voice: str | None, lead: list[str], inner: list[str]
) -> tuple[float, ...]:
    """Compare the opening with what the reply button would have put there.

    That is the candidate's voice and whom its text names, without the child's
    own; later in a thread often only its voice and whom it opens with.
    """
    if not of.lead:
        return (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    start = [] if voice is None else [voice]
    if not lead and not inner:
        chain = whole = start
    else:
        chain = [each for each in [*start, *lead] if each != of.voice]
        rest = [each for each in inner if each != of.voice and each not in chain]
        whole = [*chain, *rest]
    if of.lead in (whole, chain):
        return (1.0, 0.0, 0.0, 0.0, 0.0, float(len(of.lead) > 1))
    here, there = set(of.lead), set(chain)
    extra = len(here - set(whole))
    missing = len(there - here)
    same = here == there or (not extra and len(here) == len(whole))
    fewer = not extra and len(here) < len(there)
    return (0.0, same, fewer, min(missing, 4) / 2, min(extra, 4) / 2, 0.0)


def doubts(ledger: Ledger, of: Child, picked: Candidate, count: int) -> list[float]:
    """Return the `DOUBTS` about the candidate that was picked."""
    voice = ledger.voices[picked.number]
    now, then = ledger.minutes[of.number], ledger.minutes[picked.number]
    attention = ledger.attention.get(voice)
    told = _told(attention, picked.number, of.number, then, now)
    return [
        log1p(count),
        count == 1,
        told[0],
        told[1],
        ledger.orphaned,
        _orphaned(attention),
        *told[2:],
        *_lags(ledger, attention, picked.number, then, now),
        log1p(of.length),
        len(of.lead),
        len(of.lead) == 1,
    ]


def _orphaned(attention: Attention | None) -> float:
    if attention is None:
        return 0.5
    return (attention.orphans + 1) / (len(attention.numbers) + 2)


def _told(
    attention: Attention | None, picked: int, number: int, then: float, now: float
) -> tuple[float, float, float, float, float, float]:
    """Return how the addresses of a voice lie around the child and the candidate."""
    if attention is None:
        return (0.0, 0.0, 0.0, 0.0, 0.0, 0.0)
    minutes = attention.minutes
    start = bisect_right(attention.numbers, picked)
    end = bisect_left(attention.numbers, number)
    first = log1p(minutes[start] - then) if start < end else 0.0
    last = log1p(now - minutes[end - 1]) if start < end else 0.0
    around = end - bisect_left(minutes, now - _NEAR)
    after = bisect_right(attention.numbers, number)
    later = bisect_right(minutes, now + _NEAR) - after
    early = bisect_right(minutes, then + _NEAR) - start
    surge = log1p(around + later) - log1p(early) if now - then > 2 * _NEAR else 0.0
    return (first, last, log1p(around), log1p(later), log1p(early), surge)


def _lags(
    ledger: Ledger, attention: Attention | None, picked: int, then: float, now: float
) -> tuple[float, float, float]:
    """Return how those who addressed a voice lag behind one of its tweets."""
    if attention is None:
        return (0.0, 0.0, 0.0)
    timeline = ledger.timelines[ledger.voices[picked]]
    after = bisect_right(timeline, picked)
    start = bisect_right(attention.numbers, picked)
    end = len(attention.numbers)
    if after < len(timeline):
        end = bisect_left(attention.numbers, timeline[after])
    lags = [
        each - then for each in attention.minutes[start : min(end, start + _CLUSTER)]
    ]
    if not lags:
        return (0.0, 0.0, 0.0)
    leaps = (
        log1p(high) - log1p(low)
        for low, high in pairwise(lags)
        if low > 2 and high <= now - then  # noqa: PLR2004 - the first two minutes leap
    )
    return (log1p(lags[len(lags) // 2]), log1p(lags[0]), max(leaps, default=0.0))
