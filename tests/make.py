"""Makers: what a test is about stands in the call, the rest is made here."""

import json
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tweetspat.merge import merge
from tweetspat.model import Account, Case, Heap, Tweet, TweetId
from tweetspat.problems import Place
from tweetspat.stamps import SNOWFLAKE_EPOCH_MS

SAMPLES = Path(__file__).parent.parent / "samples"
DAY = datetime(2016, 2, 11, tzinfo=UTC)


def at(clock: str) -> datetime:
    """Return "HH:MM" or "HH:MM:SS" on 11 February 2016, UTC."""
    hours, minutes, *seconds = map(int, clock.split(":"))
    return DAY + timedelta(hours=hours, minutes=minutes, seconds=sum(seconds))


def snowflake(sent: datetime, last: int = 0) -> str:
    """Return an id that was made at that instant."""
    milliseconds = round(sent.timestamp() * 1000) - SNOWFLAKE_EPOCH_MS
    return str((milliseconds << 22) | last)


def tweet(
    id_: str,
    author: str | None = "a",
    clock: str | None = "12:00",
    text: str | None = "words",
    **more: object,
) -> Tweet:
    """Return a tweet; `clock` None leaves its time unknown."""
    sent = at(clock) if clock else None
    fields: dict[str, object] = {
        "author": Account(author) if author else None,
        "text": text,
        "sent": sent,
        "sent_basis": "created_at" if sent else None,
        "place": Place("made.json", 1, "$", "api-v1.1"),
    }
    return Tweet(TweetId(id_), **(fields | more))  # type: ignore[arg-type]


def heap(tweets: Iterable[Tweet], *cases: Case) -> Heap:
    """Return a heap of tweets as `load` would."""
    merged, problems = merge(tweets)
    return Heap((), merged, cases, tuple(problems))


def status(
    clock: str = "12:00",
    author: str = "mod_russia",
    text: str = "words",
    *,
    answers: "dict[str, object] | None" = None,
    last: int = 0,
    **more: object,
) -> dict[str, object]:
    """Return a v1.1 status of extended mode, as json.loads would."""
    sent = at(clock)
    id_ = snowflake(sent, last)
    number = sum(map(ord, author))
    user = {"id": number, "id_str": str(number), "screen_name": author, "name": author}
    made: dict[str, object] = {
        "created_at": f"{sent:%a %b %d %H:%M:%S +0000 %Y}",
        "id": int(id_),
        "id_str": id_,
        "full_text": text,
        "truncated": False,
        "user": user,
        "entities": {"hashtags": [], "urls": [], "user_mentions": []},
        "in_reply_to_status_id": answers and answers["id"],
        "in_reply_to_status_id_str": answers and answers["id_str"],
        "in_reply_to_screen_name": answers and answers["user"]["screen_name"],  # type: ignore[index]
    }
    return made | more


def written(folder: Path, name: str, value: object) -> str:
    """Write bytes, text or JSON to a file and return its path."""
    path = folder / name
    if isinstance(value, bytes):
        path.write_bytes(value)
    else:
        text = value if isinstance(value, str) else json.dumps(value)
        path.write_text(text, encoding="utf-8")
    return str(path)
