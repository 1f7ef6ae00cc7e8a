"""One tweet in Markdown: a heading, how it answers, its words, what hangs on them."""

from collections.abc import Iterator, Sequence

from tweetspat.model import Link, Turn
from tweetspat.renderers.frame import Frame
from tweetspat.renderers.lines import plain
from tweetspat.renderers.markdown.markup import Page, item, run
from tweetspat.renderers.notes import noted
from tweetspat.renderers.permalinks import permalink
from tweetspat.renderers.relation import relation
from tweetspat.renderers.said import said_lines
from tweetspat.renderers.sent import own_clock
from tweetspat.renderers.turn import reported
from tweetspat.renderers.voices import handle_of
from tweetspat.renderers.wording import clock, counted
from tweetspat.visible import Shown, markdown, one_line, own, text_lines
from tweetspat.zones import abbreviation

__all__ = ["turn_lines"]

_LONGEST = 600
"""Characters of a quoted tweet that are shown; it stands whole in its own place."""


def turn_lines(turn: Turn, page: Page) -> Iterator[str]:
    """Yield the paragraphs of a turn, an empty line between them."""
    yield f"### {page.target(turn)}{_head(turn, page)}"
    answers = _answers(turn, page)
    if answers:
        yield from ("", answers)
    quote = [*_quote(turn, page)]
    if quote:
        yield from ("", *(f"> {line}".rstrip(" ") for line in quote))
    if turn.tweet.state == "reported":
        yield ""
        yield from map(run, reported(turn, page.frame))
    notes = [*_notes(turn, page)]
    if notes:
        yield from ("", *map(item, notes))


def _head(turn: Turn, page: Page) -> str:
    """Return number, handle and the time on every clock."""
    frame, sent = page.frame, turn.tweet.sent
    number = own(f"{frame.voices.of(turn).sign}{turn.n}")
    if sent is None:
        when = "time unknown"
    else:
        zones = frame.view.zones
        when = " = ".join(f"{clock(z, sent)} {abbreviation(z, sent)}" for z in zones)
    told = [when, plain(tuple(own_clock(turn, frame)))]
    pieces = [number, handle_of(turn.tweet), *map(own, filter(None, told))]
    return markdown(Shown(f" {frame.view.glyphs.dot} ".join(pieces)), begins=False)


def _answers(turn: Turn, page: Page) -> str:
    """Say how the turn answers others, with a footnote for how that is known."""
    known = (one_line(each.evidence) for each in turn.links if each.evidence)
    marks = [page.note("known from:", words) for words in known]
    told = page.run(relation(turn, page.frame))
    return " ".join([told, *dict.fromkeys(marks)])


def _quote(turn: Turn, page: Page) -> Iterator[str]:
    """Yield the words, each line kept; above them what they quote, deeper."""
    for link in turn.links:
        if link.relation == "quoted" and link.to != turn.tweet.id:
            quoted = [*_quoted(link, page)]
            yield from (f"> {line}" for line in quoted)
            if quoted and turn.tweet.text is not None:
                yield ""
    if turn.tweet.text is not None:
        yield from _broken(text_lines(turn.tweet.text))


def _quoted(link: Link, page: Page) -> Iterator[str]:
    quoted = page.frame.turns.get(link.to)
    if quoted is None or link.elsewhere:
        return
    yield f"{page.named(link.to)} {markdown(handle_of(quoted.tweet))}\\"
    text = quoted.tweet.text
    if text is None:
        yield from map(run, reported(quoted, page.frame))
        return
    more = page.frame.view.glyphs.more if len(text) > _LONGEST else ""
    yield from _broken(text_lines(f"{text[:_LONGEST]}{more}"))


def _broken(lines: Sequence[Shown]) -> Iterator[str]:
    """Yield lines of one paragraph, each broken where the text breaks it."""
    for line in lines[:-1]:
        yield f"{markdown(line)}\\"
    yield markdown(lines[-1]) or "&nbsp;"


def _notes(turn: Turn, page: Page) -> Iterator[str]:
    """Yield what the text says about time, its sources, and all that hangs on it."""
    frame = page.frame
    yield from map(markdown, _said(turn, frame))
    told_by = f"{frame.view.glyphs.thin} told by "
    for _, words in noted(turn, frame):
        if words.startswith(told_by):
            sources = turn.tweet.sources
            marks = " ".join(page.note("told by", one_line(each)) for each in sources)
            yield f"{told_by}{counted(len(sources), 'source')} {marks}"
        else:
            yield markdown(one_line(words))
    link = permalink(turn.tweet) if frame.view.links else None
    if link:
        yield f"[{markdown(own(link))}]({link})"


def _said(turn: Turn, frame: Frame) -> list[Shown]:
    """Return a line for each time that is spoken of, the reasons in brackets."""
    told: list[Shown] = []
    for line in map(plain, said_lines(turn, frame)):
        if line.startswith(" "):
            told[-1] = Shown(f"{told[-1]} ({line.strip()})")
        else:
            told.append(line)
    return told
