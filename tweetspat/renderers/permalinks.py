"""Where a stretch of a line may lead: to the tweet itself, or where its words say.

Whoever writes a tweet chooses its words and its addresses.  So an address leads
somewhere only when all of it is shown and is nothing but an address, and a
tweet's own address is made here, of a number and a plain handle.
"""

import re
from collections.abc import Iterable
from functools import cache

from tweetspat.model import OTHER_PLATFORMS, Tweet
from tweetspat.renderers.lines import Span
from tweetspat.stamps import id_instant
from tweetspat.visible import Shown, handle_is_plain

__all__ = ["address", "leading", "permalink"]

_LONGEST = 2_000
"""Characters of an address; terminals give up at about 2,083."""


def permalink(tweet: Tweet) -> str | None:
    """Return where a tweet stands on the platform, or None.

    None for other platforms, made-up tweets, handles that the platform cannot have
    given out, and ids that are no status ids: a reporter may number tweets at will.
    """
    id_, author, shape = tweet.id, tweet.author, tweet.place.shape
    if author is None or tweet.synthetic or shape in OTHER_PLATFORMS:
        return None
    numbered = shape != "case" or id_instant(id_) is not None
    if not (numbered and _status_id().fullmatch(id_)):
        return None
    if not handle_is_plain(author.handle):
        return None
    return f"https://x.com/{author.handle}/status/{id_}"


def address(text: str | None) -> str | None:
    """Return a text that is an address of the web and nothing else, or None.

    What stands before an "@" would pass for the host, so that none may.
    """
    if text and len(text) <= _LONGEST and _address().fullmatch(text):
        return text
    return None


def leading(role: str, text: Shown, told: Iterable[str | None]) -> list[Span]:
    """Return a text as stretches; what spells an address that is told leads there."""
    known = {found for each in told if (found := address(each))}
    parts: list[Span] = []
    at = 0
    for word in _word().finditer(text) if known else ():
        if word[0] in known:
            parts.append(Span(role, Shown(text[at : word.start()])))
            parts.append(Span(role, Shown(word[0]), word[0]))
            at = word.end()
    return [*parts, Span(role, Shown(text[at:]))]


@cache
def _word() -> re.Pattern[str]:
    return re.compile("[^ ]+?(?=:? |:?$)")


@cache
def _status_id() -> re.Pattern[str]:
    return re.compile("[1-9][0-9]{0,18}")


@cache
def _address() -> re.Pattern[str]:
    """Return what an address looks like: RFC 3986, in ASCII, without a user."""
    return re.compile(
        r"https?://[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::[0-9]{1,5})?"
        r"(?:[/?#][a-z0-9._~:/?#\[\]@!$&'()*+,;=%-]*)?",
        re.IGNORECASE | re.ASCII,
    )
