"""How statistics draw accounts, instants and lengths of time."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from typing import NamedTuple

from tweetspat.model import Spat, Turn
from tweetspat.renderers.cells import pad
from tweetspat.renderers.lines import Line, Span, span
from tweetspat.renderers.view import ASCII, View
from tweetspat.renderers.voices import Voice as Sign
from tweetspat.renderers.voices import Voices, handle_of
from tweetspat.renderers.wording import clock, day, stretch
from tweetspat.stats import Stats, Voice
from tweetspat.visible import Shown, handle, one_line
from tweetspat.zones import abbreviation, wall

__all__ = ["Drawn", "Label", "in_ascii", "instant", "length", "section"]

_MINUTE = timedelta(minutes=1)
_SECOND = timedelta(seconds=1)
_LAST = 1_000


class Label(NamedTuple):
    """An account, a side or a group, as rows and columns are labelled."""

    sign: str
    role: str
    name: Shown

    @property
    def text(self) -> Shown:
        """The sign and the name."""
        return Shown(f"{self.sign} {self.name}")

    def padded(self, width: int) -> Span:
        """Return the label in so many cells."""
        return Span(f"{self.role} bold", pad(self.text, width))


class Drawn(NamedTuple):
    """What the statistics of one spat are drawn with."""

    spat: Spat
    stats: Stats
    view: View
    signs: Voices
    accounts: Mapping[str, Voice]

    def account(self, key: str) -> Label:
        """Return the label of an account; one that is only answered is a ghost."""
        voice = self.accounts[key]
        sign = self.signs.by_account.get(key)
        if not voice.tweets:
            sign = self.signs.ghost
        return _label(sign or self.signs.bystander, f"@{handle(voice.handles[0])}")

    def lane(self, key: str) -> int:
        """Return a number that puts the accounts of the sides first, side by side."""
        sign = self.signs.by_account.get(key)
        return _LAST if sign is None or sign.lane is None else sign.lane

    def side(self, name: str | None) -> Label:
        """Return the label of a side, or that of the bystanders."""
        names = [side.name for side in self.spat.sides]
        if name not in names:
            return _label(self.signs.bystander, "bystanders")
        number = names.index(name) % len(self.view.glyphs.sides)
        sign = self.view.glyphs.sides[number]
        return Label(sign, f"side{number}", one_line(name or ""))

    def others(self, count: int) -> Label:
        """Return the label of accounts that have no row of their own."""
        words = "1 other" if count == 1 else f"{count:,} others"
        return _label(self.signs.bystander, words)

    def turn(self, turn: Turn) -> Line:
        """Return a turn's sign and number, as the conversation shows them, and who."""
        sign = self.signs.of(turn)
        return (
            span(f"{sign.role} bold", f"{sign.sign}{turn.n}"),
            Span(sign.role, Shown(f" {handle_of(turn.tweet)}")),
        )

    def moment(self, word: str, turn: Turn) -> Line:
        """Return a word, a turn, and when that was sent."""
        told = span("lost", ", time unknown")
        if turn.tweet.sent:
            when = instant(turn.tweet.sent, self.view)
            told = span("dim", f", {when}" if when else "")
        return span("dim", word), *self.turn(turn), told


def _label(sign: Sign, name: str) -> Label:
    return Label(sign.sign, sign.role, Shown(name))


def section(title: str, note: str, view: View) -> Line:
    """Return the heading of a section, ruled off, with a note at its end.

    Where there is no room the note is left out.
    """
    left = view.width - len(title) - len(note) - (2 if note else 1)
    if left < 0:
        note, left = "", max(0, view.width - len(title) - 1)
    return (
        span("title", title),
        span("rule", f" {view.glyphs.thin * left}"),
        span("dim", f" {note}" if note else ""),
    )


def length(time: timedelta | None) -> str:
    """Write how long something took; below a minute in seconds."""
    if time is None:
        return "unknown"
    return f"{time // _SECOND} s" if time < _MINUTE else stretch(time)


def instant(sent: datetime, view: View) -> str:
    """Write an instant on every clock: Sun 13 Mar 2016, 10:41 MSK = 03:41 EDT.

    The day stands once, unless it is another on a further clock.
    """
    told: list[str] = []
    days: list[str] = []
    for zone in view.zones:
        today = day(wall(zone, sent))
        words = f"{clock(zone, sent)} {abbreviation(zone, sent)}"
        told.append(words if today in days[:1] else f"{today}, {words}")
        days.append(today)
    return " = ".join(told)


def in_ascii(view: View) -> bool:
    """Tell whether only ASCII signs may be drawn."""
    return view.glyphs == ASCII
