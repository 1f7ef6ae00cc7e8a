"""How a turn answers others: in words, and in signs where a line is all there is."""

from collections.abc import Iterable, Iterator, Mapping

from tweetspat.model import Link, State, Turn, TweetId
from tweetspat.renderers.frame import Frame
from tweetspat.renderers.lines import Span, span
from tweetspat.selection import NOT_SELECTED
from tweetspat.visible import one_line

__all__ = ["fate_of", "marks", "named", "relation"]

_FATES: Mapping[State, str] = {
    "missing": "not in the data",
    "deleted": "deleted",
    "withheld": "withheld by the platform",
    "suspended": "its account was suspended",
    "protected": "its account was protected",
}
"""What became of a tweet, as the data tells it; `sources` say who tells it."""

_VERBS = {
    "replied_to": "replies to",
    "quoted": "quotes",
    "answers": "answers",
    "continues": "continues",
}


def relation(turn: Turn, frame: Frame) -> list[Span]:
    """Return how the turn answers others, in words, dashed where inferred."""
    parts: list[Span] = [span("dim", "for context")] if turn.context else []
    for link in turn.links:
        if parts:
            parts.append(span("dim", ", "))
        parts += _link(link, turn, frame)
    fate = fate_of(turn, frame)
    if fate:
        parts.append(span("lost", fate))
    return parts


def fate_of(turn: Turn, frame: Frame) -> str:
    """Say what became of a tweet that is lost, or was lost later; else nothing."""
    fate, lost = _FATES.get(turn.tweet.state), frame.view.glyphs.lost
    if fate and turn.tweet.ghost:
        since = "; its time is that in its id" if turn.tweet.sent else ""
        return f"{lost} lost: {fate}{since}"
    return f"{lost} {fate} later" if fate else ""


def _link(link: Link, turn: Turn, frame: Frame) -> Iterator[Span]:
    role = "dim" if link.stated else "relation"
    yield span(role, f"{_sign(link, frame)} {_VERBS[link.relation]} ")
    if link.to == turn.tweet.id:
        yield span(role, "itself")
    elif link.elsewhere or link.to not in frame.turns:
        left_out = link.evidence.endswith(NOT_SELECTED)
        where = ", which is not selected" if left_out else " of another conversation"
        yield Span(role, one_line(f"{link.to}{where}"))
    elif link.series:
        yield span(role, "the series ")
        yield from named([id_ for id_ in link.series if id_ in frame.turns], frame)
    else:
        yield from named([link.to], frame)
    if not link.stated:
        yield span(role, f" (by {link.basis.replace('_', ' ')})")
    elif link.basis == "source_claim":
        yield span(role, " (as told)")


def _sign(link: Link, frame: Frame) -> str:
    glyphs = frame.view.glyphs
    if not link.stated:
        return glyphs.inferred
    return glyphs.quote if link.relation == "quoted" else glyphs.reply


def named(ids: Iterable[TweetId], frame: Frame) -> Iterator[Span]:
    """Yield each tweet's sign and number in its speaker's colour."""
    for number, id_ in enumerate(ids):
        turn = frame.turns[id_]
        voice = frame.voices.of(turn)
        if number:
            yield span("dim", " ")
        yield span(f"{voice.role} bold", f"{voice.sign}{turn.n}")


def marks(turn: Turn, frame: Frame, above: TweetId | None = None) -> list[Span]:
    """Return in signs what a turn answers, what became of it, what is in doubt.

    Args:
        turn: the turn.
        frame: what it is drawn with.
        above: the tweet under which it stands, which needs no telling.
    """
    glyphs = frame.view.glyphs
    parts: list[Span] = []
    for link in turn.links:
        if link.to == above:
            continue
        if parts:
            parts.append(span("dim", " "))
        parts.append(span("dim" if link.stated else "relation", _sign(link, frame)))
        if link.to in frame.turns and not link.elsewhere:
            parts += named([link.to], frame)
        else:
            parts.append(span("dim", glyphs.more))
    doubts = (
        ("lost", glyphs.lost, turn.tweet.state in _FATES and not turn.tweet.ghost),
        ("warning", glyphs.contested, turn.tweet.id in frame.contests),
        ("warning", glyphs.warning, bool(turn.problems)),
    )
    for role, sign, holds in doubts:
        if holds:
            parts.append(span(role, f" {sign}" if parts else sign))
    return parts
