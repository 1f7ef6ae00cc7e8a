"""Who gets which sign and colour: sides first, else the busiest accounts."""

from collections import Counter
from typing import NamedTuple

from tweetspat.model import Spat, Turn, Tweet
from tweetspat.renderers.view import Glyphs
from tweetspat.visible import Shown, handle
from tweetspat.zones import Zone, zone

__all__ = ["NOBODY", "Voice", "Voices", "handle_of", "voices_of"]


class Voice(NamedTuple):
    """How one speaker is drawn.

    Attributes:
        sign: the glyph before its numbers.
        role: its colour's role.
        lane: its lane in the strip, or None for bystanders.
        clock: the zone of its side.
    """

    sign: str
    role: str
    lane: int | None = None
    clock: Zone | None = None


NOBODY = "@?"
"""Shown for a tweet whose author the data does not tell."""


class Voices(NamedTuple):
    """The voices of a spat, by account key."""

    by_account: dict[str, Voice]
    counts: Counter[str]
    bystander: Voice
    ghost: Voice

    def of(self, turn: Turn) -> Voice:
        """Return how a turn's speaker is drawn; a lost tweet as a ghost."""
        if turn.tweet.ghost:
            return self.ghost
        author = turn.tweet.author
        return (
            self.by_account.get(author.key, self.bystander)
            if author
            else self.bystander
        )


def voices_of(spat: Spat, glyphs: Glyphs) -> Voices:
    """Give each side its sign; without sides, each of the busiest accounts."""
    counts = Counter(
        turn.tweet.author.key
        for turn in spat.turns
        if turn.tweet.author and not turn.tweet.ghost
    )
    lanes: list[tuple[tuple[str, ...], Zone | None]] = [
        (
            tuple(h.lower() for h in side.accounts),
            zone(side.zone) if side.zone else None,
        )
        for side in spat.sides
    ] or [((key,), None) for key in _busiest(counts, len(glyphs.sides))]
    by_account: dict[str, Voice] = {}
    for lane, (keys, clock) in enumerate(lanes):
        sign = glyphs.sides[lane % len(glyphs.sides)]
        voice = Voice(sign, f"side{lane % len(glyphs.sides)}", lane, clock)
        for key in keys:
            by_account.setdefault(key, voice)
    bystander = Voice(glyphs.bystander, "bystander")
    return Voices(by_account, counts, bystander, Voice(glyphs.ghost, "lost"))


def _busiest(counts: Counter[str], most: int) -> list[str]:
    """Return the accounts that spoke most; with more than `most`, the first two."""
    ranked = sorted(counts, key=lambda key: (-counts[key], key))
    return ranked if len(ranked) <= most else ranked[:2]


def handle_of(tweet: Tweet) -> Shown:
    """Return "@handle" as it may be shown."""
    return Shown(f"@{handle(tweet.author.handle)}") if tweet.author else Shown(NOBODY)
