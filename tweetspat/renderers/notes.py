"""What hangs on a tweet: who contests its order, who repeated it, what is odd."""

from collections.abc import Iterator

from tweetspat.model import Turn
from tweetspat.renderers.cells import cells
from tweetspat.renderers.frame import Frame
from tweetspat.renderers.lines import Line, Span, flowed
from tweetspat.renderers.permalinks import leading
from tweetspat.renderers.voices import handle_of
from tweetspat.renderers.wording import counted, listed
from tweetspat.visible import Shown, handle, one_line

__all__ = ["evidence", "noted", "notes"]

_MOST_REPEATERS = 6


def notes(turn: Turn, frame: Frame) -> Iterator[Line]:
    """Yield what hangs on a tweet: order, sources, copies, problems."""
    tweet = turn.tweet
    told = [*(url.expanded for url in tweet.urls), *(each.url for each in tweet.media)]
    for role, words in noted(turn, frame):
        sign, _, rest = words.partition(" ")
        hang = cells(sign) + 1
        parts = leading(role, one_line(rest), told if frame.view.links else ())
        for number, line in enumerate(flowed(parts, frame.room - hang)):
            first = Shown(f"{sign} ") if not number else Shown(" " * hang)
            yield Span(role, first), *line


def noted(turn: Turn, frame: Frame) -> Iterator[tuple[str, str]]:
    """Yield each note as a role and words, which begin with a sign and a space."""
    tweet, view = turn.tweet, frame.view
    glyphs = view.glyphs
    if tweet.time_as_told:
        yield "when", f"{glyphs.clock} time as told: {tweet.time_as_told}"
    for words in _contested(turn, frame):
        yield "warning", f"{glyphs.contested} order contested: put {words}"
    yield from _echoes(turn, frame)
    for url in tweet.urls:
        if url.expanded and url.expanded != url.short:
            yield "dim", f"{glyphs.leads_to} {url.short} leads to {url.expanded}"
    for media in tweet.media:
        alt = f": {media.alt}" if media.alt else ""
        where = f" {media.url}" if media.url else ""
        yield "dim", f"{glyphs.media} {media.kind}{where}{alt}"
    if tweet.state == "recovered":
        yield "dim", f"{glyphs.copy} recovered from a copy {', '.join(tweet.sources)}"
    elif tweet.sources:
        yield "dim", f"{glyphs.thin} told by {', '.join(tweet.sources)}"
    if tweet.cut:
        yield "lost", f"{glyphs.lost} the data holds a text that was cut or rewritten"
    yield from _copies(turn, frame)
    for problem in turn.problems:
        yield "warning", f"{glyphs.warning} {problem.message}"
    if view.verbose:
        yield from evidence(turn, frame)


def _echoes(turn: Turn, frame: Frame) -> Iterator[tuple[str, str]]:
    if turn.retweets:
        yield "dim", f"{frame.view.glyphs.repeat} {_repeated(turn)}"
    if turn.quoted_by:
        yield "dim", f"{frame.view.glyphs.quote} {_quoted_by(turn)}"


def _copies(turn: Turn, frame: Frame) -> Iterator[tuple[str, str]]:
    for copy in turn.tweet.copies:
        author = f" by @{handle(copy.author)}" if copy.author else ""
        words = f"a copy{author} at {copy.place} {_reads(copy.text)}"
        yield "warning", f"{frame.view.glyphs.copy} {words}"


def _reads(text: str | None) -> str:
    return "has no text" if text is None else f"reads: {text}"


def evidence(turn: Turn, frame: Frame) -> Iterator[tuple[str, str]]:
    """Yield how a turn's links are known, and where its record stands."""
    glyphs = frame.view.glyphs
    for link in turn.links:
        sure = "" if link.stated else f"; right in {link.confidence:.1%} of such cases"
        yield "dim", f"{glyphs.leads_to} {link.to}: {link.evidence}{sure}"
    shape = f" ({turn.tweet.place.shape})" if turn.tweet.place.shape else ""
    yield "dim", f"{glyphs.dot} id {turn.tweet.id}, {turn.tweet.place}{shape}"


def _contested(turn: Turn, frame: Frame) -> Iterator[str]:
    """Say who puts this tweet before which others, and who after."""
    told: dict[tuple[tuple[str, ...], tuple[str, ...]], list[str]] = {}
    for contest in frame.contests.get(turn.tweet.id, ()):
        other = next(id_ for id_ in contest.pair if id_ != turn.tweet.id)
        there = frame.turns[other]
        before, after = (
            tuple(claim.source for claim in contest.claims if claim.order[0] == first)
            for first in (turn.tweet.id, other)
        )
        name = f"{frame.voices.of(there).sign}{there.n}"
        told.setdefault((before, after), []).append(name)
    for (before, after), names in told.items():
        sides = [
            f"{word} {listed(names)} by {listed(list(sources))}"
            for word, sources in (("before", before), ("after", after))
            if sources
        ]
        yield ", ".join(sides)


def _quoted_by(turn: Turn) -> str:
    """Say who quotes this tweet in another conversation, and with which tweet."""
    shown = turn.quoted_by[: _MOST_REPEATERS - 1]
    names = [f"{handle_of(tweet)} ({tweet.id})" for tweet in shown]
    more = len(turn.quoted_by) - len(shown)
    others = [counted(more, "other")] if more else []
    where = "another conversation" if len(turn.quoted_by) == 1 else "others"
    return f"quoted in {where} by {listed([*names, *others])}"


def _repeated(turn: Turn) -> str:
    names = [f"@{handle(each.by)}" for each in turn.retweets if each.by]
    names = list(dict.fromkeys(names))
    shown = names if len(names) <= _MOST_REPEATERS else names[: _MOST_REPEATERS - 1]
    more = len(turn.retweets) - len(shown)
    others = [counted(more, "other")] if more else []
    return f"repeated by {listed([*shown, *others])}"
