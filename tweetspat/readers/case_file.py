"""The case file: what a reporter types by hand.

A tweet needs only an author and a text or paraphrase.  Whatever nobody knows
may be left out, and stays unknown.
"""

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from typing import Literal

from tweetspat.model import (
    Account,
    Bounds,
    Case,
    Claim,
    Media,
    Side,
    Tweet,
    TweetId,
    Url,
)
from tweetspat.ordering import LONGEST_CLAIM
from tweetspat.problems import Problem
from tweetspat.readers.common_fields import check_handle
from tweetspat.readers.fields import Fields, Number, find
from tweetspat.stamps import id_instant, instant, whole_second
from tweetspat.zones import zone

__all__ = ["LACKS", "SHAPE", "TELLS", "read", "recognises"]

_DATE = len("2016-02-11")
_EARLIEST = timezone(timedelta(hours=14))
_LATEST = timezone(timedelta(hours=-12))

SHAPE = "case"
TELLS = (
    "the case file that a reporter types: texts, paraphrases, sources, bounds of "
    "unknown times, orders as each source tells them"
)
LACKS = ""


def recognises(record: object) -> bool:
    """Tell a case file by its member `tweetspat`."""
    return find(record, "tweetspat") == Number("1") and isinstance(
        find(record, "tweets"), list
    )


def read(record: Fields, naive: tzinfo | None) -> Iterator[Tweet | Case | Problem]:
    """Yield the tweets, then the Case that holds them together.

    Args:
        record: the whole file.
        naive: the zone of stamps that have none; None refuses such stamps.
    """
    sides = tuple(_sides(record))
    clocks = {
        handle.lower(): found.rules
        for side in sides
        if side.zone and (found := zone(side.zone))
        for handle in side.accounts
    }
    ids = []
    for number, item in enumerate(record.each("tweets"), start=1):
        item.problems = []
        read_tweet = _tweet(item, number, clocks, naive)
        if isinstance(read_tweet, Tweet):
            ids.append(read_tweet.id)
            yield read_tweet
        else:
            yield from read_tweet
    yield Case(
        title=record.text("title"),
        synthetic=record.flag("synthetic"),
        reconstructed=record.flag("reconstructed"),
        sources=record.texts("sources"),
        sides=sides,
        tweets=tuple(ids),
        claims=tuple(_claims(record, set(ids))),
    )
    yield from record.problems


def _sides(record: Fields) -> Iterator[Side]:
    for side in record.each("sides"):
        name = side.text("name")
        accounts = tuple(h.removeprefix("@") for h in side.texts("accounts"))
        if not name or not accounts:
            side.odd("missing-field", "a side needs a name and accounts; ignored")
            continue
        word = side.text("zone")
        found = zone(word) if word else None
        if word and not found:
            side.odd("unknown-zone", f"{word[:60]!r} is no zone known here", "zone")
        yield Side(name, accounts, found.name if found else None)


def _claims(record: Fields, ids: set[TweetId]) -> Iterator[Claim]:
    for claim in record.each("orders"):
        source = claim.text("source")
        told = [TweetId(id_) for id_ in claim.texts("order")]
        for id_ in told:
            if id_ not in ids:
                message = f"{id_[:60]!r} is no tweet of this file; ignored"
                claim.odd("unknown-id", message, "order")
        order = tuple(dict.fromkeys(id_ for id_ in told if id_ in ids))
        if len(order) > LONGEST_CLAIM:
            message = f"an order of more than {LONGEST_CLAIM} tweets is not compared"
            claim.odd("long-order", f"{message}; ignored", "order")
        elif source and len(order) > 1:
            yield Claim(source, order)
        elif not source:
            claim.odd("missing-field", "an order needs its source; ignored", "source")


def _tweet(
    item: Fields, number: int, clocks: Mapping[str, tzinfo], naive: tzinfo | None
) -> Tweet | list[Problem]:
    author = _author(item)
    text, paraphrase = item.text("text"), item.text("paraphrase")
    if author is None or (text is None and paraphrase is None):
        message = "a tweet needs an author and a text or paraphrase; skipped"
        return [Problem("missing-field", message, item.place), *item.problems]
    id_ = item.id("id") or TweetId(f"{item.place.file}#{number}")
    sent, bounds = _sent(item, clocks.get(author.key), naive)
    basis: Literal["case", "id"] | None = "case" if sent else None
    inside = id_instant(id_)
    if inside and sent is None and bounds is None:
        sent, basis = whole_second(inside), "id"
    return Tweet(
        id=id_,
        author=author,
        text=text,
        sent=sent,
        sent_basis=basis,
        place=item.place,
        reply_to=item.id("replied_to"),
        quotes=item.id("quoted"),
        repeats=item.id("retweeted"),
        answers=item.id("answers"),
        state="reported" if text is None else "present",
        sources=item.texts("sources"),
        urls=tuple(
            Url(short, url.text("expanded"))
            for url in item.each("urls")
            if (short := url.text("short"))
        ),
        media=tuple(
            Media(media.text("kind") or "media", media.text("url"), media.text("alt"))
            for media in item.each("media")
        ),
        bounds=bounds,
        time_as_told=item.text("time_as_told"),
        paraphrase=paraphrase,
        problems=tuple(item.problems),
    )


def _author(item: Fields) -> Account | None:
    if isinstance(find(item.value, "author"), str):
        handle, name, id_ = item.text("author"), None, None
    else:
        about = item.below("author")
        handle = about.text("handle") if about else None
        name = about.text("name") if about else None
        id_ = about.id("id") if about else None
    handle = (handle or "").removeprefix("@")
    if not handle:
        return None
    check_handle(item, handle, "author")
    return Account(handle, name, id_)


def _sent(
    item: Fields, clock: tzinfo | None, naive: tzinfo | None
) -> tuple[datetime | None, Bounds | None]:
    """Read `sent`: an instant, or a date on the clock of the author's side."""
    told = item.text("sent")
    exact = instant(told, naive) if told else None
    if exact is not None:
        return exact, None
    day = _day(told, clock) if told else None
    if told and day is None:
        message = f"{told[:40]!r} is no date and no instant with an offset; ignored"
        item.odd("bad-stamp", message, "sent")
    first, last = day or Bounds(None, None)
    first = _edge(item, "not_before", naive) or first
    last = _edge(item, "not_after", naive) or last
    if first and last and first >= last:
        item.odd("bad-bounds", "not_before is not before not_after; both ignored")
        return None, None
    return None, Bounds(first, last) if first or last else None


def _edge(item: Fields, key: str, naive: tzinfo | None) -> datetime | None:
    told = item.text(key)
    edge = instant(told, naive) if told else None
    if told and edge is None:
        message = f"{told[:40]!r} is no instant with an offset; ignored"
        item.odd("bad-stamp", message, key)
    return edge


def _day(told: str, clock: tzinfo | None) -> Bounds | None:
    """Return a date's bounds: on the clock, else anywhere on earth."""
    east, west = clock or _EARLIEST, clock or _LATEST
    try:
        day = date.fromisoformat(told if len(told) == _DATE else "")
        first = datetime(day.year, day.month, day.day, tzinfo=east)
        last = first.replace(tzinfo=west) + timedelta(days=1)
        return Bounds(first.astimezone(UTC), last.astimezone(UTC))
    except (ValueError, OverflowError):
        return None
