"""Who gets which sign and colour: sides first, else the busiest accounts."""

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from tweetspat.accounts import Accounts, who_is_who
from tweetspat.model import Account, Spat, Turn, Tweet
from tweetspat.renderers.view import Glyphs
from tweetspat.visible import Shown, handle
from tweetspat.zones import Zone, zone

__all__ = ["NOBODY", "OwnClock", "Voice", "Voices", "handle_of", "voices_of"]


class Voice(NamedTuple):
    """How one speaker is drawn.

    Attributes:
        sign: the glyph before its numbers.
        role: its colour's role.
        lane: its lane in the strip, or None for bystanders.
        clock: the zone of its side.
        muted: it stands by while sides argue: its words are drawn muted too.
    """

    sign: str
    role: str
    lane: int | None = None
    clock: Zone | None = None
    muted: bool = False


class OwnClock(NamedTuple):
    """The clock that a speaker lives by.

    Attributes:
        told: a cast or its side tells it; else it is that of the profile.
    """

    zone: Zone
    told: bool


NOBODY = "@?"
"""Shown for a tweet whose author the data does not tell."""


class Voices(NamedTuple):
    """The voices of a spat.

    Attributes:
        by_account: by what accounts are compared by, and by handle in lower case.
        counts: how many tweets each account has, by what accounts are compared by.
        accounts: which handles are one account.
    """

    by_account: dict[str, Voice]
    counts: Counter[str]
    bystander: Voice
    ghost: Voice
    accounts: Accounts

    def of(self, turn: Turn) -> Voice:
        """Return how a turn's speaker is drawn; a lost tweet as a ghost."""
        if turn.tweet.ghost:
            return self.ghost
        return self.of_author(turn.tweet.author) or self.bystander

    def of_author(self, author: Account | None) -> Voice | None:
        """Return how an account is drawn that has a sign of its own, else None."""
        return self.by_account.get(self.accounts.of(author)) if author else None

    def clock_of(self, turn: Turn) -> OwnClock | None:
        """Return its author's own clock where anybody tells it; a ghost has none."""
        if turn.tweet.ghost:
            return None
        told = (zone(turn.zone) if turn.zone else None) or self.of(turn).clock
        if told:
            return OwnClock(told, told=True)
        found = zone(turn.tweet.zone) if turn.tweet.zone else None
        return OwnClock(found, told=False) if found else None


def voices_of(spat: Spat, glyphs: Glyphs) -> Voices:
    """Give each side its sign; without sides, each of the busiest accounts.

    Sides that nobody here speaks for are as none.
    """
    accounts = who_is_who(turn.tweet for turn in spat.turns)
    counts = Counter(
        accounts.of(turn.tweet.author)
        for turn in spat.turns
        if turn.tweet.author and not turn.tweet.ghost
    )
    sided = any(turn.side for turn in spat.turns if not turn.tweet.ghost)
    keys = (
        _of_sides(spat, accounts)
        if sided
        else _of_the_busiest(spat, accounts, counts, len(glyphs.sides))
    )
    by_account: dict[str, Voice] = {}
    for key, lane, clock in keys:
        number = lane % len(glyphs.sides)
        voice = Voice(glyphs.sides[number], f"side{number}", lane, clock)
        by_account.setdefault(key, voice)
    for turn in spat.turns:
        author = turn.tweet.author
        if author and accounts.of(author) in by_account:
            by_account.setdefault(author.key, by_account[accounts.of(author)])
    bystander = Voice(glyphs.bystander, "bystander" if sided else "other", muted=sided)
    ghost = Voice(glyphs.ghost, "lost")
    return Voices(by_account, counts, bystander, ghost, accounts)


def _of_sides(spat: Spat, accounts: Accounts) -> Iterator[tuple[str, int, Zone | None]]:
    """Yield the accounts of each side, those that speak and those that do not."""
    lanes = {side.name: lane for lane, side in reversed([*enumerate(spat.sides)])}
    clocks = {side.name: zone(side.zone) for side in spat.sides if side.zone}
    for turn in spat.turns:
        if turn.side in lanes and turn.tweet.author:
            key = accounts.of(turn.tweet.author)
            yield key, lanes[turn.side], clocks.get(turn.side)
    for lane, side in enumerate(spat.sides):
        for written in side.accounts:
            yield written.lower(), lane, clocks.get(side.name)


def _of_the_busiest(
    spat: Spat, accounts: Accounts, counts: Counter[str], most: int
) -> Iterator[tuple[str, int, Zone | None]]:
    """Yield the accounts that speak most; of more than `most`, the first two."""
    handles: dict[str, str] = {}
    for turn in spat.turns:
        if turn.tweet.author:
            handles.setdefault(accounts.of(turn.tweet.author), turn.tweet.author.key)
    ranked = sorted(counts, key=lambda key: (-counts[key], handles[key]))
    for lane, key in enumerate(ranked if len(ranked) <= most else ranked[:2]):
        yield key, lane, None


def handle_of(tweet: Tweet) -> Shown:
    """Return "@handle" as it may be shown."""
    return Shown(f"@{handle(tweet.author.handle)}") if tweet.author else Shown(NOBODY)
