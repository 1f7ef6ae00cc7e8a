"""What every part of one conversation's report is drawn with."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from tweetspat.model import Spat, Turn
from tweetspat.renderers.frame import Frame, frame_of
from tweetspat.renderers.html.markup import Html, joined, linked, tag
from tweetspat.renderers.lines import Span
from tweetspat.renderers.view import GLYPHS, View
from tweetspat.renderers.voices import Voices, voices_of

__all__ = ["Page", "page_of"]

_WIDE = 1_000_000
"""Cells of a line that no words fill: a browser breaks lines itself."""


class Page(NamedTuple):
    """What every part of one conversation's report is drawn with.

    Attributes:
        spat: the conversation.
        frame: its frame, of endless lines.
        lit: the same where colours are wanted, for words in the text.
        roles: how each sign and number of a tweet, such as "●4", is drawn.
        prefix: what stands before the anchors of its tweets, "" in the first.
        level: the level of its title's heading.
        open: whether evidence is shown without asking.
        parts: in which of several documents each tweet stands, by its number.
        files: where those are, as relative addresses.
        here: which of them this is, from 0.
    """

    spat: Spat
    frame: Frame
    lit: Frame
    roles: Mapping[str, str]
    prefix: str = ""
    level: int = 1
    open: bool = False
    parts: Mapping[int, int] = MappingProxyType({})
    files: tuple[str, ...] = ()
    here: int = 0

    @property
    def voices(self) -> Voices:
        """How each speaker is drawn."""
        return self.frame.voices

    @property
    def two(self) -> bool:
        """Whether two sides stand face to face."""
        lanes = {voice.lane for voice in self.voices.by_account.values()}
        return lanes == {0, 1}

    def anchor(self, n: int) -> str:
        """Return the name under which a tweet can be cited."""
        return f"{self.prefix}t{n}"

    def href(self, n: int) -> str:
        """Return where a link to a tweet leads, here or in another document."""
        part = self.parts.get(n, self.here)
        return f"{'' if part == self.here else self.files[part]}#{self.anchor(n)}"

    @property
    def top(self) -> str:
        """Where a link to the whole conversation leads."""
        first = self.href(self.spat.turns[0].n)
        return f"{first.partition('#')[0]}#{self.prefix}top"

    @property
    def turns_here(self) -> Sequence[Turn]:
        """The turns that stand in this document."""
        turns = self.spat.turns
        return [each for each in turns if self.parts.get(each.n, 0) == self.here]

    def before(self, turn: Turn) -> Turn | None:
        """Return the turn above one, be it in another document."""
        place = next(i for i, each in enumerate(self.spat.turns) if each is turn)
        return self.spat.turns[place - 1] if place else None

    def heading(self, below: int, *content: Html, **attributes: str | None) -> Html:
        """Return a heading so many levels below the title."""
        return tag(f"h{min(6, self.level + below)}", *content, **attributes)

    def refer(self, parts: Iterable[Span]) -> Html:
        """Return words of `relation` and `named`, whose bold ones are tweets."""
        return joined(self._referring(parts))

    def _referring(self, parts: Iterable[Span]) -> Iterator[Html]:
        for role, text, _ in parts:
            number = re.fullmatch(r"\D+(\d+)", text) if role.endswith(" bold") else None
            if number:
                there = self.href(int(number[1]))
                yield tag("a", linked(text), href=there, class_=role)
            else:
                yield tag("span", linked(text), class_=role)


def page_of(spat: Spat, view: View, *, prefix: str = "", level: int = 1) -> Page:
    """Return what a conversation is drawn with; a browser needs no ASCII signs."""
    plain = view._replace(
        width=_WIDE,
        glyphs=GLYPHS,
        theme=None,
        isolate=False,
        verbose=False,
        links=True,
    )
    frame = frame_of(spat, plain, voices_of(spat, GLYPHS))
    lit = frame.view._replace(theme="light", isolate=True, verbose=view.verbose)
    drawn = [(turn.n, frame.voices.of(turn)) for turn in spat.turns]
    roles = {f"{voice.sign}{n}": f"{voice.role} bold" for n, voice in drawn}
    lit_frame = frame._replace(view=lit)
    return Page(spat, frame, lit_frame, roles, prefix, level, view.verbose)
