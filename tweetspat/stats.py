"""Statistics of one spat: who spoke when, who answers whom, how fast, what is unknown.

Pure counting over the turns of one spat.  Lost tweets are counted as lost, and are
nobody's voice; tweets that only stay for context are not counted at all.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime, timedelta
from itertools import pairwise
from typing import NamedTuple

from tweetspat.accounts import Accounts, who_is_who
from tweetspat.exchanges import Count, Pair, Unplaced, exchanges, paired
from tweetspat.model import Account, Spat, Turn, TweetId

__all__ = [
    "Completeness",
    "LastWord",
    "Retweets",
    "Silence",
    "Stats",
    "Voice",
    "stats",
]


class Voice(NamedTuple):
    """An account and what it did here.

    Attributes:
        key: what it is compared by: "#id" where the id is known, else its handle in
            lower case.
        handles: as written, the first seen before the others.
        name: the first display name that it has here, or None.
        side: the name of its side, or None.
        tweets: how many are there; 0 for an account that is only answered.
        times: when, in order; shorter than `tweets` where a time is not known.
        repeated: how often its tweets were retweeted.
        answers, answered: how often it answers others, and they it.
        continued: its tweets that answer or continue its own.
        repeats: how often it retweeted.
    """

    key: str
    handles: tuple[str, ...]
    name: str | None
    side: str | None
    tweets: int
    times: tuple[datetime, ...]
    repeated: int
    answers: int = 0
    answered: int = 0
    continued: int = 0
    repeats: int = 0


class Silence(NamedTuple):
    """The longest stretch in which nobody spoke, from one turn to the next."""

    before: Turn
    after: Turn
    length: timedelta


class LastWord(NamedTuple):
    """The last turn, whose it is, and whether the order is known to be right."""

    turn: Turn
    account: str | None
    certain: bool


class Completeness(NamedTuple):
    """What is stated and inferred, and what is not known."""

    stated: int
    inferred: int
    missing: int
    reported: int
    recovered: int
    untimed: int
    contested: int


class Retweets(NamedTuple):
    """Native retweets.

    Attributes:
        accounts: how many accounts sent them.
        nameless: those of which nobody knows who sent them.
        most: the turn that was repeated most, the first of several; or None.
    """

    total: int
    accounts: int
    nameless: int
    most: Turn | None


class Stats(NamedTuple):
    """The statistics of a spat, or of the part of it that is selected.

    Attributes:
        tweets: how many are there.
        whole: how many the conversation has, where this is a part of it.
        first, last: the earliest and the latest known time.
        voices: who speaks, the busiest first, then by handle.
        unheard: accounts that are answered, none of whose tweets is counted here.
        nameless: tweets of which nobody knows who sent them.
        pairs: who answers whom, the most answers first.
        between_sides: the same between sides and bystanders; empty without sides.
    """

    id: TweetId
    tweets: int
    whole: int | None
    first: datetime | None
    last: datetime | None
    voices: tuple[Voice, ...]
    unheard: tuple[Voice, ...]
    nameless: int
    pairs: tuple[Pair, ...]
    between_sides: tuple[Pair, ...]
    unplaced: Unplaced
    silence: Silence | None
    last_word: LastWord | None
    completeness: Completeness
    retweets: Retweets

    @property
    def answers(self) -> Count:
        """How many answers are counted in `pairs`, stated and inferred."""
        counts = [c for p in self.pairs for c in (p.replies, p.quotes, p.answers)]
        return Count(sum(c.stated for c in counts), sum(c.inferred for c in counts))


def stats(spat: Spat) -> Stats:
    """Return the statistics of a spat.

    Cost:
        O(n log n) in its turns.
    """
    who = who_is_who(turn.tweet for turn in spat.turns)
    there = [turn for turn in spat.turns if _counts(turn)]
    answers, unplaced, continued = exchanges(there, spat, who)
    pairs = paired((each.accounts, each) for each in answers)
    voices = _voices(spat, pairs, continued, who)
    sided = any(turn.side for turn in there)
    times = sorted(turn.tweet.sent for turn in there if turn.tweet.sent)
    return Stats(
        id=spat.id,
        tweets=len(there),
        whole=spat.whole,
        first=times[0] if times else None,
        last=times[-1] if times else None,
        voices=tuple(voice for voice in voices if voice.tweets),
        unheard=tuple(voice for voice in voices if not voice.tweets),
        nameless=sum(turn.tweet.author is None for turn in there),
        pairs=pairs,
        between_sides=paired((a.sides, a) for a in answers) if sided else (),
        unplaced=unplaced,
        silence=_silence(there),
        last_word=_last_word(there, spat, who),
        completeness=_completeness(spat, len(there) - len(times)),
        retweets=_retweets(spat, who),
    )


def _voices(
    spat: Spat, pairs: Sequence[Pair], continued: Counter[str], who: Accounts
) -> list[Voice]:
    """Return those who speak or are answered, the busiest first, then by handle."""
    turns: dict[str, list[tuple[Account, Turn]]] = {}
    for turn in spat.turns:
        author = turn.tweet.author
        if author:
            turns.setdefault(who.of(author), []).append((author, turn))
    ends: tuple[Counter[str | None], Counter[str | None]] = (Counter(), Counter())
    for pair in pairs:
        ends[0][pair.by] += pair.total
        ends[1][pair.to] += pair.total
    repeats = Counter(who.named(by.lower()) for by in _repeating(spat) if by)
    voices = [
        _voice(key, those)._replace(
            answers=ends[0][key],
            answered=ends[1][key],
            continued=continued[key],
            repeats=repeats[key],
        )
        for key, those in turns.items()
        if ends[1][key] or any(_counts(turn) for _, turn in those)
    ]
    return sorted(voices, key=lambda v: (-v.tweets, v.handles[0].lower(), v.key))


def _voice(key: str, turns: Sequence[tuple[Account, Turn]]) -> Voice:
    """Return what an account's own turns tell of it."""
    handles: dict[str, str] = {}
    for author, _ in turns:
        handles.setdefault(author.key, author.handle)
    there = [turn for _, turn in turns if _counts(turn)]
    return Voice(
        key=key,
        handles=tuple(handles.values()),
        name=next((author.name for author, _ in turns if author.name), None),
        side=next((turn.side for _, turn in turns if turn.side), None),
        tweets=len(there),
        times=tuple(sorted(t.tweet.sent for t in there if t.tweet.sent)),
        repeated=sum(len(turn.retweets) for turn in there),
    )


def _counts(turn: Turn) -> bool:
    """Tell whether a turn is counted: it is not lost, and is selected."""
    return not (turn.tweet.ghost or turn.context)


def _silence(there: Iterable[Turn]) -> Silence | None:
    """Return the longest stretch between two known times, the first of several."""
    timed = [(turn.tweet.sent, turn) for turn in there if turn.tweet.sent]
    timed.sort(key=lambda each: each[1].tweet.rank)
    gaps = (
        Silence(before, after, end - start)
        for (start, before), (end, after) in pairwise(timed)
    )
    return max(gaps, key=lambda gap: gap.length, default=None)


def _last_word(there: Sequence[Turn], spat: Spat, who: Accounts) -> LastWord | None:
    if not there:
        return None
    author = there[-1].tweet.author
    account = who.of(author) if author else None
    return LastWord(there[-1], account, spat.order.kind == "total")


def _completeness(spat: Spat, untimed: int) -> Completeness:
    links = [link for turn in spat.turns for link in turn.links]
    stated = sum(link.stated for link in links)
    states = Counter(turn.tweet.state for turn in spat.turns)
    return Completeness(
        stated=stated,
        inferred=len(links) - stated,
        missing=sum(turn.tweet.ghost for turn in spat.turns),
        reported=states["reported"],
        recovered=states["recovered"],
        untimed=untimed,
        contested=len(spat.order.contested),
    )


def _retweets(spat: Spat, who: Accounts) -> Retweets:
    by = list(_repeating(spat))
    repeated = [turn for turn in spat.turns if turn.retweets and not turn.context]
    return Retweets(
        total=len(by),
        accounts=len({who.named(each.lower()) for each in by if each}),
        nameless=by.count(None),
        most=max(repeated, key=lambda turn: len(turn.retweets), default=None),
    )


def _repeating(spat: Spat) -> Iterator[str | None]:
    """Yield the handle that sent each retweet, None where nobody knows."""
    for turn in spat.turns:
        if not turn.context:
            yield from (each.by for each in turn.retweets)
