"""The tool's own `--format json` and `jsonl`: read again, they print the same.

Links that were inferred, times that were resolved and the order come from the
document; nothing is guessed anew.
"""

from collections.abc import Iterator
from datetime import datetime, tzinfo
from typing import TypeVar, get_args

from tweetspat.model import (
    Account,
    Basis,
    Bounds,
    Case,
    Claim,
    Contest,
    Copy,
    Kept,
    Link,
    Media,
    Order,
    OrderKind,
    Precision,
    Relation,
    Retweet,
    SaidTime,
    SentBasis,
    Side,
    State,
    Tweet,
    TweetId,
    Url,
)
from tweetspat.problems import Place, Problem
from tweetspat.readers.common_fields import unread
from tweetspat.readers.fields import Fields, find
from tweetspat.stamps import instant

__all__ = ["LACKS", "SHAPE", "TELLS", "read", "recognises"]

SHAPE = "tweetspat"
TELLS = "this tool's own JSON: the same spats, links and order again"

Word = TypeVar("Word", bound=str)
LACKS = ""


def recognises(record: object) -> bool:
    """Tell an output of this tool by its schema's name."""
    return find(record, "schema") == "tweetspat/1"


def read(record: Fields, naive: tzinfo | None) -> Iterator[Tweet | Case | Problem]:  # noqa: ARG001 - its stamps have zones
    """Yield the tweets of each spat, then the Case that keeps them together."""
    for spat in record.each("spats"):
        spat.problems = []
        ids = []
        for item in spat.each("tweets"):
            item.problems = []
            id_ = item.id("id")
            if id_ is None:
                message = "a tweet needs its id; skipped"
                yield Problem("missing-field", message, item.place.at("id"))
                continue
            ids.append(id_)
            yield _tweet(item, id_)
        yield Case(
            title=spat.text("title"),
            synthetic=spat.flag("synthetic"),
            reconstructed=spat.flag("reconstructed"),
            sources=spat.texts("sources"),
            sides=tuple(_side(side) for side in spat.each("sides")),
            tweets=tuple(ids),
            claims=(),
            order=_order(spat, set(ids)),
        )
        yield from spat.problems
    for told in record.each("problems"):
        yield _problem(told)
    yield from record.problems


def _tweet(item: Fields, id_: TweetId) -> Tweet:
    """Read a tweet; what is odd about this document comes after what it tells."""
    tweet = _as_told(item, id_)
    return tweet._replace(problems=(*tweet.problems, *item.problems))


def _as_told(item: Fields, id_: TweetId) -> Tweet:
    links = tuple(_links(item))
    stated = {link.relation: link.to for link in links if link.stated}
    author = item.below("author")
    handle = author.text("handle") if author else None
    return Tweet(
        id=id_,
        author=Account(handle, author.text("name"), author.id("id"))
        if author and handle
        else None,
        text=item.text("text"),
        sent=_stamp(item, "sent"),
        sent_basis=_word(item.text("sent_basis"), get_args(SentBasis)),
        place=_place(item.below("place")) or item.place,
        reply_to=stated.get("replied_to"),
        quotes=stated.get("quoted"),
        answers=stated.get("answers"),
        state=_word(item.text("state"), get_args(State)) or "present",
        sources=item.texts("sources"),
        urls=tuple(
            Url(url.text("short") or "", url.text("expanded"))
            for url in item.each("urls")
        ),
        media=tuple(
            Media(media.text("kind") or "media", media.text("url"), media.text("alt"))
            for media in item.each("media")
        ),
        bounds=_bounds(item),
        time_as_told=item.text("time_as_told"),
        paraphrase=item.text("paraphrase"),
        copies=tuple(
            Copy(
                copy.text("text"),
                copy.text("author"),
                _place(copy.below("place")) or copy.place,
            )
            for copy in item.each("copies")
        ),
        problems=tuple(_problem(told) for told in item.each("problems")),
        kept=Kept(
            links=links,
            said_times=tuple(_said_times(item)),
            retweets=tuple(
                Retweet(repeat.text("by"), _stamp(repeat, "sent"))
                for repeat in item.each("retweets")
            ),
            n=item.whole("n"),
            place=item.place,
        ),
    )


def _links(item: Fields) -> Iterator[Link]:
    for link in item.each("links"):
        to = link.id("to")
        relation = _word(link.text("relation"), get_args(Relation))
        basis = _word(link.text("basis"), get_args(Basis))
        if to is None or relation is None or basis is None:
            link.odd("bad-link", "a link needs to, relation and basis; ignored")
            continue
        yield Link(
            to=to,
            relation=relation,
            basis=basis,
            stated=link.flag("stated"),
            confidence=link.share("confidence") or 0.0,
            confidence_conversation=link.share("confidence_conversation") or 0.0,
            evidence=link.text("evidence") or "",
            alternatives=tuple(
                (other, each.share("confidence") or 0.0)
                for each in link.each("alternatives")
                if (other := each.id("to"))
            ),
            series=tuple(TweetId(id_) for id_ in link.texts("series")),
            elsewhere=link.flag("elsewhere"),
        )


def _said_times(item: Fields) -> Iterator[SaidTime]:
    for said in item.each("said_times"):
        start, end = _stamp(said, "start"), _stamp(said, "end")
        precision = _word(said.text("precision"), get_args(Precision))
        if start is None or end is None or precision is None:
            said.odd("bad-said-time", "a said time needs start and end; ignored")
            continue
        yield SaidTime(
            text=said.text("text") or "",
            start_index=said.whole("from") or 0,
            end_index=said.whole("to") or 0,
            start=start,
            end=end,
            precision=precision,
            zone=said.text("zone") or "UTC",
            basis=said.text("basis") or "",
            confidence=said.share("confidence") or 0.0,
        )


def _order(spat: Fields, ids: set[TweetId]) -> Order:
    order = spat.below("order")
    kind = _word(order.text("kind") if order else None, get_args(OrderKind))
    contests = []
    for contest in order.each("contested") if order else ():
        pair = tuple(TweetId(id_) for id_ in contest.texts("pair"))
        claims = tuple(
            Claim(
                claim.text("source") or "",
                tuple(TweetId(id_) for id_ in claim.texts("order")),
            )
            for claim in contest.each("claims")
        )
        claims = tuple(each for each in claims if set(each.order) == set(pair))
        if len(set(pair)) == 2 and ids.issuperset(pair):  # noqa: PLR2004 - a pair
            contests.append(Contest((pair[0], pair[1]), claims))
        else:
            contest.odd("bad-contest", "a pair of this spat's ids is needed; ignored")
    return Order(kind or "partial", tuple(contests))


def _side(side: Fields) -> Side:
    return Side(
        side.text("name") or "",
        side.texts("accounts"),
        side.text("zone"),
        side.text("basis") or "given",
    )


def _stamp(item: Fields, key: str) -> datetime | None:
    told = item.text(key)
    read_as = instant(told) if told else None
    if told and read_as is None:
        item.odd("bad-stamp", f"{unread(item, key)}; its time is unknown", key)
    return read_as


def _bounds(item: Fields) -> Bounds | None:
    told = item.below("sent_bounds")
    if told is None:
        return None
    first, last = _stamp(told, "not_before"), _stamp(told, "not_after")
    if first and last and first >= last:
        told.odd("bad-bounds", "not_before is not before not_after; both are ignored")
    return Bounds(first, last)


def _place(item: Fields | None) -> Place | None:
    file = item.text("file") if item else None
    if item is None or file is None:
        return None
    line, path = item.whole("line") or 0, item.text("path") or "$"
    return Place(file, line, path, item.text("shape"))


def _problem(told: Fields) -> Problem:
    return Problem(
        told.text("code") or "",
        told.text("message") or "",
        _place(told.below("place")) if find(told.value, "place") else None,
    )


def _word(word: str | None, words: tuple[Word, ...]) -> Word | None:
    """Return the word when it is one of those that the contract lists."""
    return next((known for known in words if known == word), None)
