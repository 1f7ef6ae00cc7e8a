"""What is said to have happened when: both sides' claims about one moment."""

from collections.abc import Iterator, Sequence

from tweetspat.events import Event, EventClaim, events
from tweetspat.renderers.claims import as_told, when_said
from tweetspat.renderers.clauses import clause_lines, clause_of
from tweetspat.renderers.happenings import NOTHING, TITLE, in_words, remarks, told_first
from tweetspat.renderers.html.markup import Html, joined, shown, spans, tag, words
from tweetspat.renderers.html.page import Page
from tweetspat.renderers.lines import Span
from tweetspat.renderers.moments import Moment, moment_on
from tweetspat.renderers.relation import named
from tweetspat.renderers.said import clocks_for
from tweetspat.renderers.voices import handle_of
from tweetspat.renderers.wording import counted
from tweetspat.visible import one_line

__all__ = ["events_of"]


def events_of(page: Page) -> Iterator[Html]:
    """Yield the moments that texts speak of; nothing where they speak of none."""
    found = events(page.spat)
    if not found and not page.frame.view.events:
        return
    claims = sum(len(event.claims) for event in found)
    count = f"{counted(claims, 'claim')}, {counted(len(found), 'moment')}"
    name = f"{page.prefix}events"
    yield page.heading(1, words(TITLE), id=name)
    yield tag("p", words(count if found else NOTHING), class_="date")
    for event in found:
        yield tag("section", *_event(event, page), class_="moment")


def _event(event: Event, page: Page) -> Iterator[Html]:
    glyphs = page.frame.view.glyphs
    pieces = [
        Span(part.role.removeprefix("when").strip(), part.text)
        for part in in_words(event, page.frame)
    ]
    yield page.heading(2, words(f"{glyphs.clock} "), spans(pieces), class_="when")
    notes = f" {glyphs.dot} ".join(remarks(event, page.spat))
    if notes:
        yield tag("p", words(notes), class_="remarks")
    told = told_first(event, page.frame)
    yield tag("div", *_columns(event, told, page), class_="claims")


def _columns(event: Event, told: Moment, page: Page) -> Iterator[Html]:
    """Yield each side's claims in its column; below them those of bystanders."""
    sides = [side.name for side in page.spat.sides]
    face_to_face = page.two and len(sides) == 2  # noqa: PLR2004 - left and right
    for number, name in enumerate(sides if face_to_face else ()):
        own = [claim for claim in event.claims if claim.turn.side == name]
        kind = f"column side{number}"
        yield tag("div", *_claims(own, told, page), class_=kind)
    others = [c for c in event.claims if not face_to_face or c.turn.side not in sides]
    if others:
        yield tag("div", *_claims(others, told, page), class_="others")


def _claims(claims: Sequence[EventClaim], told: Moment, page: Page) -> Iterator[Html]:
    for claim in claims:
        role = page.voices.of(claim.turn).role
        yield tag("div", *_claim(claim, told, page), class_=f"claim {role}")


def _claim(claim: EventClaim, told: Moment, page: Page) -> Iterator[Html]:
    """Yield who says it, in which sentence, when, and what else than the moment."""
    turn, said = claim
    frame = page.frame
    number = page.refer(named([turn.tweet.id], frame))
    handle = tag("b", shown(handle_of(turn.tweet)))
    yield tag("p", number, words(" "), handle, class_="by")
    clause = clause_of(turn.tweet.text, said.text, said.start_index)
    lines = clause_lines(clause, frame.view.width, 1, frame.view.glyphs.more)
    yield tag("blockquote", joined(map(spans, lines), " "), dir="auto")
    if as_told(said) != as_told(told):
        meant = moment_on(said, clocks_for(said.zone, frame)[:1], frame.view.glyphs.to)
        told_so = one_line(f"{frame.view.glyphs.leads_to} {''.join(meant)}")
        yield tag("p", shown(told_so), class_="when")
    yield tag("p", words("".join(when_said(turn, said, frame))), class_="dim")
