"""What could not be resolved: what is lost, contested, undated, doubtful or odd."""

from collections.abc import Iterator

from tweetspat.model import Contest, Spat, Turn, TweetId
from tweetspat.renderers.lines import Span
from tweetspat.renderers.markdown.markup import Page, item
from tweetspat.renderers.relation import relation
from tweetspat.renderers.voices import handle_of
from tweetspat.renderers.wording import counted, listed
from tweetspat.visible import markdown, one_line

__all__ = ["unresolved"]

_TITLE = "What could not be resolved"


def unresolved(spat: Spat, page: Page) -> Iterator[str]:
    """Yield a list of all that a reader should not take for settled, if anything."""
    found = [*_found(spat, page)]
    if found:
        yield from ("", f"## {_TITLE}", "", *map(item, found))


def _found(spat: Spat, page: Page) -> Iterator[str]:
    turns = spat.turns
    naming: dict[TweetId, list[TweetId]] = {}
    for turn in turns:
        for link in turn.links:
            naming.setdefault(link.to, []).append(turn.tweet.id)
    for turn in turns:
        if turn.tweet.ghost:
            yield _lost(turn, naming.get(turn.tweet.id, []), page)
    yield from _together(
        "text known from reports only",
        [turn for turn in turns if turn.tweet.state == "reported"],
        page,
    )
    undated = [t for t in turns if t.tweet.sent is None and not t.tweet.ghost]
    yield from _together("time of sending unknown", undated, page)
    yield from (_contested(contest, page) for contest in spat.order.contested)
    for turn in turns:
        yield from _doubts(turn, page)


def _lost(turn: Turn, naming: list[TweetId], page: Page) -> str:
    """Say what became of a tweet, and who points at it."""
    fate = [part for part in relation(turn, page.frame) if part.role == "lost"]
    by = f"; named by {' '.join(map(page.named, naming))}" if naming else ""
    return f"{_who(turn, page)} {page.run(fate)}{by}"


def _together(what: str, turns: list[Turn], page: Page) -> Iterator[str]:
    if turns and len(turns) == len(page.frame.turns):
        yield f"{what}: every tweet"
    elif turns:
        named = " ".join(page.named(turn.tweet.id) for turn in turns)
        yield f"{what}: {counted(len(turns), 'tweet')} ({named})"


def _contested(contest: Contest, page: Page) -> str:
    """Say who puts which of two tweets first."""
    told = []
    for first in contest.pair:
        sources = [claim.source for claim in contest.claims if claim.order[0] == first]
        if sources:
            words = markdown(one_line(listed(sources)))
            told.append(f"{page.named(first)} first by {words}")
    pair = " and ".join(map(page.named, contest.pair))
    return f"order of {pair} contested: {'; '.join(told)}"


def _doubts(turn: Turn, page: Page) -> Iterator[str]:
    """Yield what an inferred link might be instead, and what is odd."""
    frame = page.frame
    for link in turn.links:
        others = [id_ for id_, _ in link.alternatives if id_ in frame.turns]
        if others and not link.stated:
            told = page.run(_only(link.to, turn, page))
            named = listed([page.named(id_) for id_ in others])
            yield f"{_who(turn, page)} {told}, or else {named}"
    for problem in turn.problems:
        yield f"{_who(turn, page)}: {markdown(one_line(problem.message))}"


def _only(to: str, turn: Turn, page: Page) -> list[Span]:
    one = [link for link in turn.links if link.to == to]
    return relation(turn._replace(links=tuple(one)), page.frame)


def _who(turn: Turn, page: Page) -> str:
    return f"{page.named(turn.tweet.id)} {markdown(handle_of(turn.tweet))}"
