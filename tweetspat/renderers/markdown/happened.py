"""What is said to have happened when, as a table: a row a claim, by its moment."""

from collections.abc import Iterator

from tweetspat.events import Event, EventClaim, events
from tweetspat.model import Spat
from tweetspat.renderers.claims import as_told, when_said
from tweetspat.renderers.clauses import clause_of
from tweetspat.renderers.happenings import TITLE, in_words, remarks, told_first
from tweetspat.renderers.markdown.markup import Page, run, table
from tweetspat.renderers.moments import moment_on
from tweetspat.renderers.said import clocks_for
from tweetspat.renderers.voices import handle_of
from tweetspat.visible import Shown, markdown, one_line, own

__all__ = ["happened"]

_LONGEST = 600
"""Characters of a sentence around the words."""


def happened(spat: Spat, page: Page) -> Iterator[str]:
    """Yield the table, or nothing where no text speaks of a time."""
    found = events(spat)
    if not found:
        return
    yield from ("", f"## {TITLE}", "")
    yield from table(
        ("What is meant", "Tweet", "Its words", "Said"),
        [row for event in found for row in _rows(event, spat, page)],
    )


def _rows(event: Event, spat: Spat, page: Page) -> Iterator[tuple[str, ...]]:
    dot = page.frame.view.glyphs.dot
    meant = f"**{run(in_words(event, page.frame)).strip()}**"
    told = [meant, *(markdown(own(words)) for words in remarks(event, spat))]
    moment = f" {dot} ".join(told)
    for claim in event.claims:
        yield moment, _who(claim, page), _words(claim, event, page), _said(claim, page)
        moment = ""


def _who(claim: EventClaim, page: Page) -> str:
    tweet = claim.turn.tweet
    return f"{page.named(tweet.id)} {markdown(handle_of(tweet))}"


def _words(claim: EventClaim, event: Event, page: Page) -> str:
    """Return the sentence, the words that speak of the moment bold in it."""
    said, frame = claim.said, page.frame
    clause = clause_of(claim.turn.tweet.text, said.text, said.start_index)
    before, words, after = (one_line(part[:_LONGEST]) for part in clause)
    written = f"{_beside(before)}**{markdown(Shown(words.strip()))}**{_beside(after)}"
    if as_told(said) == as_told(told_first(event, frame)):
        return written
    clocks = clocks_for(said.zone, frame)[:1]
    meant = "".join(moment_on(said, clocks, frame.view.glyphs.to))
    return f"{written} {frame.view.glyphs.leads_to} {markdown(own(meant))}"


def _beside(text: Shown) -> str:
    """Write what stands beside bold words, its outer spaces plain ones."""
    bare = text.strip(" ")
    if not bare:
        return text[:1]
    before, _, after = text.partition(bare)
    return f"{before[:1]}{markdown(Shown(bare), begins=False)}{after[:1]}"


def _said(claim: EventClaim, page: Page) -> str:
    return markdown(own("".join(when_said(claim.turn, claim.said, page.frame))))
