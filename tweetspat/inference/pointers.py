"""Tweets that a text links to: the pages that show one status."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from tweetspat.model import Tweet, TweetId

__all__ = ["StatusUrl", "older", "status_urls"]


class StatusUrl(NamedTuple):
    """A status URL in a tweet.

    Attributes:
        id: the tweet that it leads to.
        handle: whose it says that is, or None (`/i/web/status/…`).
        url: as it stands there.
    """

    id: TweetId
    handle: str | None
    url: str


def status_urls(tweet: Tweet) -> Iterator[StatusUrl]:
    """Yield the tweets that a text links to, each once, never itself.

    Both what its short links lead to and what stands in the text whole.
    """
    seen = {tweet.id}
    text = tweet.text or ""
    written = [url.expanded for url in tweet.urls if url.expanded]
    if "/status" in text:
        written.append(text)
    for each in written:
        if "/status" in each:
            for found in _url().finditer(each):
                id_ = TweetId(found["id"])
                if id_ not in seen and _shows_statuses(found["host"]):
                    seen.add(id_)
                    yield StatusUrl(id_, found["handle"], found[0])


def older(id_: TweetId, tweet: Tweet, tweets: Mapping[TweetId, Tweet]) -> bool:
    """Tell whether what a tweet links to can be older than it: nothing else is quoted.

    By the stamps where both are known, else by the ids, which grow with time.
    """
    there = tweets.get(id_)
    if there and there.sent and tweet.sent:
        return there.rank < tweet.rank
    if not (id_.isdigit() and tweet.id.isdigit()):
        return True
    return (len(id_), id_) < (len(tweet.id), tweet.id)


@cache
def _url() -> re.Pattern[str]:
    """Match what is written like a status page, whatever the site."""
    return re.compile(
        r"""
        (?: https?:// | (?<! [\w.-] ) )
        (?P<host> [a-z0-9] [a-z0-9.-]{3,80} )
        / (?: \#!/ )? (?: i/ (?: web/ )? | (?P<handle> \w{1,20} ) / )?
        status (?: es )? / (?P<id> [0-9]{1,19} ) (?! [0-9] )
        """,
        re.VERBOSE | re.IGNORECASE | re.ASCII,
    )


_SITES = frozenset(
    (
        "fixupx.com",
        "fixvx.com",
        "fxtwitter.com",
        "m.twitter.com",
        "mobile.twitter.com",
        "mobile.x.com",
        "twiiit.com",
        "twitter.com",
        "vxtwitter.com",
        "www.twitter.com",
        "www.x.com",
        "x.com",
        "xcancel.com",
    )
)


def _shows_statuses(host: str) -> bool:
    """Tell the platform, and sites that mirror it, from all others."""
    host = host.lower()
    return host in _SITES or "nitter" in host.replace("-", ".").split(".")
