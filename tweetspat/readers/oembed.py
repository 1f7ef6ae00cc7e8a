"""oEmbed: the HTML snippet by which a page shows a tweet."""

import re
from collections.abc import Iterator
from datetime import date, tzinfo
from typing import NamedTuple

from tweetspat.model import Account, Bounds, Tweet, TweetId
from tweetspat.problems import Problem
from tweetspat.readers.common_fields import account
from tweetspat.readers.fields import BadField, Fields, find
from tweetspat.readers.html_text import text_of
from tweetspat.readers.status_v1 import unescape
from tweetspat.stamps import day_within, id_instant, lies_within, whole_second

__all__ = ["LACKS", "SHAPE", "TELLS", "read", "recognises"]

SHAPE = "oembed"
TELLS = (
    "oEmbed answers, the HTML snippets of tweets in pages; tells words and author, the "
    "time by the id, for tweets from before November 2010 the day"
)
LACKS = (
    "replies, quotes, retweets, where links lead, or the time of day where the id has "
    "none"
)

_HOST = r"https?://(?:(?:www|m|mobile)\.)?(?:twitter|x)\.com/"
_STATUS = r".*/status(?:es)?/([0-9]{1,19})(?![0-9])"
_HANDLE = r"([^/?#]{1,100})/?(?:[?#]|$)"
_DATE = r"([A-Z][a-z]{2,8}) ([0-9]{1,2}), ([0-9]{4})"
_MONTHS = (
    "January February March April May June July August September October November "
    "December"
).split()
_OPENED = r"(?i)<p(?:\s[^<>]*)?>"
_CLOSED = r"(?i)</p\s*>"
_SHORT = r"https?://t\.co/"


class _Snippet(NamedTuple):
    """What a snippet holds.

    Attributes:
        text: the words of its first paragraph.
        rewritten: a link in it is written otherwise than in the tweet.
        link: where its last link leads, the tweet itself.
        day: the words of that link, the date.
    """

    text: str
    rewritten: bool
    link: str
    day: str


def recognises(record: object) -> bool:
    """Tell from the addresses that a snippet is from the platform."""
    if not isinstance(record, dict) or not isinstance(record.get("html"), str):
        return False
    if "id" in record or "id_str" in record:
        return False
    addresses = (record.get("url"), record.get("author_url"))
    return any(isinstance(each, str) and re.match(_HOST, each) for each in addresses)


def read(
    record: Fields,
    naive: tzinfo | None,  # noqa: ARG001 - its days are of no known zone
) -> Iterator[Tweet | Problem]:
    """Yield the tweet that the snippet shows."""
    try:
        yield _tweet(record)
    except BadField as error:
        yield Problem("missing-field", error.message, record.place.at(*error.path))
        yield from record.problems


def _tweet(record: Fields) -> Tweet:
    page = re.match(_HOST + _STATUS, record.text("url") or "")
    if page is None:
        raise BadField(("url",), "the address of a status was expected; skipped")
    id_ = TweetId(page[1])
    snippet = _snippet(record)
    linked = re.match(_HOST + _STATUS, snippet.link)
    if linked and linked[1] != id_:
        message = (
            f"its address names {id_} and its HTML {linked[1]}; the first is used, one "
            "of them may be forged"
        )
        record.odd("contradicting-id", message, "html")
    sent = id_instant(id_)
    bounds = _day(snippet.day)
    if sent is None and bounds is None:
        message = f"the date {snippet.day[:40]!r} cannot be read; its time is unknown"
        record.odd("bad-stamp", message, "html")
    elif sent and bounds and not lies_within(sent, bounds):
        message = (
            f"its HTML dates it {snippet.day[:40]}, but its id was made at "
            f"{sent:%Y-%m-%d %H:%M:%S} UTC, which is used; one of them may be forged"
        )
        record.odd("forged-stamp", message, "html")
    return Tweet(
        id=id_,
        author=_author(record),
        text=snippet.text,
        sent=whole_second(sent) if sent else None,
        sent_basis="id" if sent else None,
        place=record.place,
        cut=snippet.rewritten,
        bounds=None if sent else bounds,
        time_as_told=None if sent else snippet.day or None,
        problems=tuple(record.problems),
        synthetic=record.flag("synthetic"),
    )


def _author(record: Fields) -> Account | None:
    """Return the author: the handle is in the address, beside it the display name."""
    found = re.match(_HOST + _HANDLE, record.text("author_url") or "")
    if found is None:
        record.odd("missing-field", "the author is not told", "author_url")
        return None
    told = {"author_url": found[1], "author_name": find(record.value, "author_name")}
    fields = Fields(told, record.place, record.problems)
    return account(fields, "author_url", "author_name")


def _snippet(record: Fields) -> _Snippet:
    """Take a snippet apart.

    Raises:
        BadField: no words of a tweet are in it.
    """
    html = record.need("html")
    if "<" not in html:
        html = unescape(html)  # as copied out of a page's source
    opened = re.search(_OPENED, html)
    if opened is None:
        raise BadField(("html",), "a paragraph of a tweet was expected; skipped")
    words, *after = re.split(_CLOSED, html[opened.end() :], maxsplit=1)
    links = list(_links("".join(after)))
    link, day = links[-1] if links else ("", "")
    shortened = (each for each in _links(words) if re.match(_SHORT, each[0]))
    rewritten = any(said != href for href, said in shortened)
    return _Snippet(text_of(words), rewritten, link, day)


def _links(html: str) -> Iterator[tuple[str, str]]:
    """Yield where each link leads and what it says."""
    for piece in re.split(r"(?i)<a\s", html)[1:]:
        attributes, _, rest = piece.partition(">")
        href = re.search(r'href="([^"]*)"', attributes)
        yield (href[1] if href else ""), text_of(rest.partition("</a")[0])


def _day(told: str) -> Bounds | None:
    """Return the bounds of a day that is told without a zone: anywhere on earth."""
    found = re.fullmatch(_DATE, told)
    if found is None or found[1] not in _MONTHS:
        return None
    try:
        day = date(int(found[3]), _MONTHS.index(found[1]) + 1, int(found[2]))
        return day_within(day, None)
    except (ValueError, OverflowError):
        return None
