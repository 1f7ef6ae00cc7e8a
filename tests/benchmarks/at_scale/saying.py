"""Who says what to whom: the conversations of a made-up dump, from a seed.

Openings draw a number of answers from a Pareto distribution, so a few conversations
are very large; up to `OPEN` of them go on at once.  An answer goes to the opening or,
rather, to something recent.  Some tweets quote, some only repeat.
"""

import random
from collections.abc import Iterator
from typing import NamedTuple

from .wording import account_words, sentence

__all__ = ["Account", "Named", "Status", "statuses"]

OPEN = 400
KEPT = 200
RECENT = 500
LOUD = 3
"""Of so many conversations, drawn by lot, the one with the most to come goes on."""
START = 1_454_284_800_000  # 1 Feb 2016 in milliseconds
EPOCH = 1_288_834_974_657

REPEATS = 0.18
ANSWERS = 0.75
QUOTES = 0.12
ANSWERS_RECENT = 0.6


class Account(NamedTuple):
    """Who tweets; `seed` decides what the profile says."""

    id: int
    handle: str
    name: str
    about: str
    seed: int


class Named(NamedTuple):
    """What a tweet tells of one that it answers or quotes."""

    id: int
    author: Account


class Status(NamedTuple):
    """One tweet, before anybody has written it down in a shape.

    Attributes:
        sent: milliseconds since 1970.
        conversation: the id of the tweet that opened it.
        seed: decides counts, pictures and links.
        inside: the quoted tweet whole; a quoted tweet holds none itself.
    """

    id: int
    sent: int
    author: Account
    text: str
    conversation: int
    seed: int
    answers: Named | None = None
    quotes: Named | None = None
    inside: "Status | None" = None
    repeats: "Status | None" = None


class _Talk:
    """A conversation that still goes on."""

    def __init__(self, opening: Status, room: int) -> None:
        self.said = [opening]
        self.room = room

    def answered(self, chance: random.Random) -> Status:
        """Return what the next tweet answers."""
        if chance.random() < ANSWERS_RECENT:
            return self.said[max(chance.randrange(len(self.said)) for _ in "ab")]
        return self.said[0]

    def room_left(self) -> int:
        return self.room

    def add(self, status: Status) -> None:
        self.room -= 1
        self.said.append(status)
        if len(self.said) > KEPT:
            del self.said[1 : KEPT // 4]


def statuses(tweets: int, seed: int) -> Iterator[Status]:
    """Yield that many tweets in the order in which they were sent."""
    chance = random.Random(seed)
    people = _accounts(chance, max(50, min(50_000, tweets // 20)))
    talks: list[_Talk] = []
    recent: list[Status] = []
    sent = START
    for _ in range(tweets):
        sent += chance.randint(1, 400)
        author = chance.choice(people)
        if recent and chance.random() < REPEATS:
            yield _repeat(chance, sent, author, chance.choice(recent))
            continue
        quoted = None
        if recent and chance.random() < QUOTES:
            quoted = chance.choice(recent)._replace(inside=None)
        talk = None
        if talks and chance.random() < ANSWERS:
            talk = max(chance.choices(talks, k=LOUD), key=_Talk.room_left)
        status = _said(chance, sent, author, talk, quoted)
        bare = status._replace(inside=None)
        if talk:
            talk.add(bare)
        else:
            talk = _Talk(bare, 1 + int(chance.paretovariate(1.1)))
            talks.append(talk)
        _end_some(chance, talks, talk)
        if len(recent) < RECENT:
            recent.append(status)
        else:
            recent[chance.randrange(RECENT)] = status
        yield status


def _said(
    chance: random.Random,
    sent: int,
    author: Account,
    talk: _Talk | None,
    quoted: Status | None,
) -> Status:
    id_ = _snowflake(chance, sent)
    answered = talk.answered(chance) if talk else None
    text = sentence(chance)
    if answered:
        text = f"@{answered.author.handle} {text}"
    return Status(
        id_,
        sent,
        author,
        text,
        answered.conversation if answered else id_,
        chance.getrandbits(32),
        Named(answered.id, answered.author) if answered else None,
        Named(quoted.id, quoted.author) if quoted else None,
        quoted,
    )


def _repeat(
    chance: random.Random, sent: int, author: Account, original: Status
) -> Status:
    id_ = _snowflake(chance, sent)
    text = f"RT @{original.author.handle}: {original.text[:110]}…"
    seed = chance.getrandbits(32)
    return Status(id_, sent, author, text, id_, seed, repeats=original)


def _end_some(chance: random.Random, talks: list[_Talk], last: _Talk) -> None:
    if last.room <= 0 and len(talks) > OPEN // 20:
        talks.remove(last)
    if len(talks) > OPEN:
        talks.remove(min(chance.choices(talks, k=LOUD), key=_Talk.room_left))


def _snowflake(chance: random.Random, sent: int) -> int:
    return (sent - EPOCH) << 22 | chance.getrandbits(22)


def _accounts(chance: random.Random, count: int) -> list[Account]:
    return [
        Account(10_000_000 + 37 * n, f"{handle}{n:x}", name, about, seed)
        for n, (handle, name, about, seed) in enumerate(account_words(chance, count))
    ]
