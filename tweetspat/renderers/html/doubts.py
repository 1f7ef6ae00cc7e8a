"""What could not be resolved, and why: told in one place, for who has to judge."""

from collections import defaultdict
from collections.abc import Iterator, Sequence

from tweetspat.model import Contest, Turn, TweetId
from tweetspat.problems import Problem
from tweetspat.renderers.heading import order_words
from tweetspat.renderers.html.markup import Html, joined, shown, spans, tag, words
from tweetspat.renderers.html.page import Page
from tweetspat.renderers.lines import Span, span
from tweetspat.renderers.relation import fate_of, named
from tweetspat.renderers.voices import handle_of
from tweetspat.renderers.wording import counted
from tweetspat.visible import one_line

__all__ = ["doubts_of", "unread_of"]

_MOST = 200
"""Rows of one kind; more are counted, `tweetspat check` tells all."""


def doubts_of(page: Page) -> Iterator[Html]:
    """Yield each kind of doubt about a conversation, with its reasons."""
    turns = page.spat.turns
    lost = [turn for turn in turns if turn.tweet.ghost]
    pointing: defaultdict[TweetId, list[Turn]] = defaultdict(list)
    for turn in turns:
        for link in turn.links:
            pointing[link.to].append(turn)
    reported = [turn for turn in turns if turn.tweet.state == "reported"]
    cut = [turn for turn in turns if turn.tweet.cut]
    untimed = [turn for turn in turns if not turn.tweet.sent]
    odd = [turn for turn in turns if turn.problems]
    if page.spat.order.kind != "total":
        order = [tag("li", words(order_words(page.spat))), *_contests(page)]
        yield from _kind("Order", order, page)
    yield from _kind(
        "Lost tweets",
        [_lost(turn, pointing[turn.tweet.id], page) for turn in lost[:_MOST]],
        page,
        len(lost),
    )
    for title, told, those in (
        ("Lost texts", "of whose words only reports tell", reported),
        ("Cut texts", "whose words the data holds cut or rewritten", cut),
        ("Unknown times", "whose time no record tells", untimed),
    ):
        yield from _kind(title, _row_of(those, told, page), page)
    rows = [
        _odd(turn, problem, page) for turn in odd[:_MOST] for problem in turn.problems
    ]
    yield from _kind(
        "Oddities of single tweets", rows, page, sum(len(turn.problems) for turn in odd)
    )


def unread_of(problems: Sequence[Problem]) -> Iterator[Html]:
    """Yield a row for each record or input that could not be read."""
    for problem in problems[:_MOST]:
        yield tag("li", tag("bdi", shown(one_line(str(problem)))))
    more = len(problems) - _MOST
    if more > 0:
        yield tag("li", words(f"… {more:,} more: tweetspat check"))


def _kind(
    title: str, rows: Sequence[Html], page: Page, whole: int | None = None
) -> Iterator[Html]:
    if not rows:
        return
    yield page.heading(2, words(title))
    more = (whole or len(rows)) - len(rows)
    left = [tag("li", words(f"… {more:,} more"))] if more > 0 else []
    yield tag("ul", *rows, *left, class_="doubts")


def _row_of(turns: Sequence[Turn], told: str, page: Page) -> list[Html]:
    """Return one row that names all of them."""
    if not turns:
        return []
    return [
        tag(
            "li",
            words(f"{counted(len(turns), 'tweet')}, {told}: "),
            _names(turns, page),
        )
    ]


def _names(turns: Sequence[Turn], page: Page) -> Html:
    names = [page.refer(_name(turn.tweet.id, page)) for turn in turns[:_MOST]]
    more = len(turns) - len(names)
    left = [words(f"{more:,} more")] if more > 0 else []
    return joined([*names, *left], " ")


def _name(id_: TweetId, page: Page) -> list[Span]:
    return list(named([id_], page.frame))


def _contests(page: Page) -> list[Html]:
    return [_contest(each, page) for each in page.spat.order.contested[:_MOST]]


def _contest(contest: Contest, page: Page) -> Html:
    """Return a pair, and who puts it in which order."""
    between = span("dim", " and ")
    one, other = (_name(id_, page) for id_ in contest.pair)
    claims = [
        tag("li", shown(one_line(claim.source)), words(": "), _order(claim.order, page))
        for claim in contest.claims
    ]
    return tag("li", page.refer([*one, between, *other]), tag("ul", *claims))


def _order(ids: Sequence[TweetId], page: Page) -> Html:
    then = span("dim", " then ")
    parts: list[Span] = []
    for id_ in ids:
        parts += [then, *_name(id_, page)] if parts else _name(id_, page)
    return page.refer(parts)


def _lost(turn: Turn, pointing: Sequence[Turn], page: Page) -> Html:
    """Return a lost tweet, what became of it, and who points at it."""
    id_ = turn.tweet.id
    parts = [*_name(id_, page), Span("dim", handle_of(turn.tweet))]
    told = words(f" {fate_of(turn, page.frame)}; id ")
    id_told = shown(one_line(id_))
    by = [words("; named by "), _names(pointing, page)] if pointing else []
    return tag(
        "li", page.refer(parts[:1]), words(" "), spans(parts[1:]), told, id_told, *by
    )


def _odd(turn: Turn, problem: Problem, page: Page) -> Html:
    told = tag("bdi", shown(one_line(problem.message)))
    return tag("li", page.refer(_name(turn.tweet.id, page)), words(" "), told)
