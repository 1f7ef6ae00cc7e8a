"""The sample spat without any shape, so that it can be written in each of them.

`tests/shapes/<reader>.py` writes it: see `tests/shapes/__init__.py`.
"""

from datetime import UTC, datetime
from html import unescape
from typing import NamedTuple

from make_samples import spat


class Said(NamedTuple):
    """One tweet of the sample: all that a shape could tell of it.

    `text` is as tweeted, without entities; `urls` are (short, expanded) pairs;
    `reply_to`, `quotes`, `repeats` and `conversation` are ids.  A tweet that repeats
    another is a native retweet.
    """

    id: str
    handle: str
    name: str
    account_id: str
    sent: datetime
    text: str
    reply_to: str | None
    reply_handle: str | None
    quotes: str | None
    repeats: str | None
    urls: tuple[tuple[str, str], ...]
    conversation: str


def sample() -> list[Said]:
    """Return the sample's tweets, not in their order, as dumps have them."""
    statuses = spat()
    parents = {
        each["id_str"]: each["in_reply_to_status_id_str"] or "" for each in statuses
    }
    return [_said(status, _first(status["id_str"], parents)) for status in statuses]


def by_id(tweets: list[Said]) -> dict[str, Said]:
    """Return tweets under their ids."""
    return {each.id: each for each in tweets}


def _first(id_: str, parents: dict[str, str]) -> str:
    """Return the tweet that the replies up from here began with; it may be lost."""
    while parents.get(id_):
        id_ = parents[id_]
    return id_


def _said(status: dict, conversation: str) -> Said:
    stamp = datetime.strptime(status["created_at"], "%a %b %d %H:%M:%S %z %Y")
    user = status["user"]
    return Said(
        id=status["id_str"],
        handle=user["screen_name"],
        name=user["name"],
        account_id=user["id_str"],
        sent=stamp.astimezone(UTC),
        text=unescape(status["full_text"]),
        reply_to=status["in_reply_to_status_id_str"],
        reply_handle=status["in_reply_to_screen_name"],
        quotes=status.get("quoted_status_id_str"),
        repeats=(status.get("retweeted_status") or {}).get("id_str"),
        urls=tuple(
            (url["url"], url["expanded_url"]) for url in status["entities"]["urls"]
        ),
        conversation=conversation,
    )
