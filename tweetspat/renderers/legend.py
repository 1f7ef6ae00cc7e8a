"""The legend: what each sign means that a conversation is drawn with, for -v."""

from collections.abc import Callable, Iterator
from typing import NamedTuple

from tweetspat.model import Spat, Turn
from tweetspat.renderers.branches import branch_of, forest_of
from tweetspat.renderers.frame import Frame
from tweetspat.renderers.lines import Line, Span, hanging, span
from tweetspat.renderers.voices import handle_of
from tweetspat.visible import one_line

__all__ = ["legend", "occurring"]

_TITLE = "signs  "


class _Sign(NamedTuple):
    """A sign, the role that it is drawn in, what it means, and where it occurs."""

    sign: str
    role: str
    words: str
    occurs: Callable[[Turn], bool]


def legend(spat: Spat, frame: Frame) -> Iterator[Line]:
    """Yield what the signs mean that occur, in one block."""
    pieces: list[list[Span]] = []
    for number, (sign, role, words) in enumerate(occurring(spat, frame)):
        gap = [span("dim", f" {frame.view.glyphs.dot} ")] if number else []
        pieces.append([*gap, span(role, sign), Span("dim", one_line(f" {words}"))])
    yield from hanging(span("dim bold", _TITLE), pieces, frame.view.width)


def occurring(spat: Spat, frame: Frame) -> Iterator[tuple[str, str, str]]:
    """Yield each sign that a conversation is drawn with, its role, its meaning."""
    yield from _speakers(spat, frame)
    yield from _occurring(spat, frame)
    if frame.view.layout == "tree":
        yield from _branches(spat, frame)


def _speakers(spat: Spat, frame: Frame) -> Iterator[tuple[str, str, str]]:
    """Yield the sign of each side, of bystanders, and of tweets that are lost."""
    voices, names = frame.voices, dict[tuple[str, str], dict[str, None]]()
    for turn in spat.turns:
        voice = voices.of(turn)
        if voice == voices.ghost:
            name = "named, not in the data"
        elif voice == voices.bystander:
            name = "bystanders" if voice.muted else "others"
        else:
            name = turn.side or handle_of(turn.tweet)
        names.setdefault((voice.sign, voice.role), {})[name] = None
    ranked = (*frame.view.glyphs.sides, voices.bystander.sign, voices.ghost.sign)
    for sign, role in sorted(names, key=lambda each: ranked.index(each[0])):
        yield sign, role, ", ".join(names[sign, role])


def _occurring(spat: Spat, frame: Frame) -> Iterator[tuple[str, str, str]]:
    for sign, role, words, occurs in _signs(frame):
        if any(map(occurs, spat.turns)):
            yield sign, role, words


def _branches(spat: Spat, frame: Frame) -> Iterator[tuple[str, str, str]]:
    """Yield the lines that lead to answers, as far as there are such answers."""
    branch, found = branch_of(frame.view.glyphs), forest_of(spat).links.values()
    quoted = {link.relation == "quoted" for link in found if link.stated}
    if False in quoted:
        yield branch.stated[1:-1], "dim", "to answers as stated"
    if True in quoted:
        yield branch.quoted[1:-1], "dim", "to quotations"
    if not all(link.stated for link in found):
        yield branch.inferred[1:-1], "dim", "to inferred answers"


def _signs(frame: Frame) -> tuple[_Sign, ...]:
    """Return every sign that stands beside words, in the order of the legend."""
    glyphs = frame.view.glyphs
    lost = ("missing", "deleted", "withheld", "suspended", "protected", "reported")
    return (
        _Sign(
            glyphs.reply,
            "dim",
            "stated by the data",
            lambda turn: any(
                link.stated and link.relation != "quoted" for link in turn.links
            ),
        ),
        _Sign(
            glyphs.quote,
            "dim",
            "quoted",
            lambda turn: (
                bool(turn.quoted_by)
                or any(link.stated and link.relation == "quoted" for link in turn.links)
            ),
        ),
        _Sign(
            glyphs.inferred,
            "relation",
            "inferred",
            lambda turn: any(not link.stated for link in turn.links),
        ),
        _Sign(
            glyphs.lost,
            "lost",
            "lost, or cut",
            lambda turn: turn.tweet.cut or turn.tweet.state in lost,
        ),
        _Sign(
            glyphs.clock,
            "when",
            "a time that the text speaks of",
            lambda turn: bool(turn.said_times or turn.tweet.time_as_told),
        ),
        _Sign(
            glyphs.contested,
            "warning",
            "order contested",
            lambda turn: turn.tweet.id in frame.contests,
        ),
        _Sign(glyphs.repeat, "dim", "retweeted", lambda turn: bool(turn.retweets)),
        _Sign(
            glyphs.copy,
            "warning",
            "a copy",
            lambda turn: bool(turn.tweet.copies) or turn.tweet.state == "recovered",
        ),
        _Sign(glyphs.media, "dim", "media", lambda turn: bool(turn.tweet.media)),
        _Sign(glyphs.warning, "warning", "a problem", lambda turn: bool(turn.problems)),
        _Sign(
            glyphs.leads_to, "dim", "leads to, or means", lambda turn: bool(turn.links)
        ),
    )
