"""The case file: what a reporter types by hand.

A tweet needs only an author and a text or paraphrase.  Whatever nobody knows
may be left out, and stays unknown.
"""

from collections.abc import Iterator, Mapping
from datetime import datetime, tzinfo
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
from tweetspat.ordering import LONGEST_CLAIM, MOST_PAIRS
from tweetspat.problems import Problem
from tweetspat.readers.common_fields import check_handle, stamp_at, unread
from tweetspat.readers.fields import Fields, Number, find
from tweetspat.stamps import Stamp, id_instant, rfc3339, whole_second
from tweetspat.zones import Zone, zone

__all__ = ["LACKS", "SHAPE", "TELLS", "read", "recognises"]

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
    word = record.text("naive_zone")
    own = _zone(record, word, "naive_zone") if word else None
    naive = own.rules if own else naive
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
        found = _zone(side, word, "zone") if word else None
        yield Side(name, accounts, found.name if found else None)


def _zone(record: Fields, word: str, key: str) -> Zone | None:
    found = zone(word)
    if found is None:
        record.odd("unknown-zone", f"{word[:60]!r} is no zone known here", key)
    return found


def _claims(record: Fields, ids: set[TweetId]) -> Iterator[Claim]:
    pairs = 0
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
        elif pairs > MOST_PAIRS:
            message = f"beyond {MOST_PAIRS:,} pairs no order is compared"
            claim.odd("long-order", f"{message}; ignored", "order")
        elif source and len(order) > 1:
            pairs += len(order) * (len(order) - 1) // 2
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
    sent, bounds = _when(item, clocks.get(author.key), naive)
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


def _when(
    item: Fields, clock: tzinfo | None, naive: tzinfo | None
) -> tuple[datetime | None, Bounds | None]:
    """Return when a tweet was sent: the instant, else between what it lies.

    Args:
        item: the tweet.
        clock: that of the author's side, on which dates are days.
        naive: the zone of stamps that have none.
    """
    stamp = _stamp(item, "sent", clock, naive)
    first = _edge(_stamp(item, "not_before", clock, naive), 0)
    last = _edge(_stamp(item, "not_after", clock, naive), 1)
    sent = _instant(stamp) if stamp else None
    told = stamp.bounds if stamp and not sent else None
    if told and told.not_before and told.not_after:
        first = max(first or told.not_before, told.not_before)
        last = min(last or told.not_after, told.not_after)
    if sent and ((first and sent < first) or (last and sent >= last)):
        message = f"it was sent at {rfc3339(sent)}, says `sent`, which lies outside"
        item.odd("bad-bounds", f"{message} its bounds; they are ignored", "sent")
    if sent or not (first or last):
        return sent, None
    if first and last and first >= last:
        message = f"not before {rfc3339(first)} and before {rfc3339(last)} cannot be"
        item.odd("bad-bounds", f"{message}; both are ignored")
        return None, None
    return None, Bounds(first, last)


def _stamp(
    item: Fields, key: str, clock: tzinfo | None, naive: tzinfo | None
) -> Stamp | None:
    stamp = stamp_at(item, key, naive)
    if stamp is None:
        if find(item.value, key):
            message = f"{unread(item, key)}; ignored, a date or an instant with an"
            item.odd("bad-stamp", f"{message} offset was expected", key)
        return None
    for problem in stamp.odd:
        item.odd(problem.code, problem.message, key)
    if stamp.precision == "day" and clock:
        return stamp_at(item, key, clock)
    return stamp


def _instant(stamp: Stamp) -> datetime | None:
    """Return the instant that is meant; one typed to the minute is its beginning.

    People copy what pages of tweets show, and those have no seconds.
    """
    if stamp.precision == "minute" and len(stamp.windows) == 1:
        return stamp.windows[0].not_before
    return stamp.sent


def _edge(stamp: Stamp | None, later: int) -> datetime | None:
    """Return a bound; where its time is itself within bounds, the wider one."""
    if stamp is None:
        return None
    return _instant(stamp) or (stamp.bounds[later] if stamp.bounds else None)
