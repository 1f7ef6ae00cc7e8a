"""Makers: what a test is about stands in the call, the rest is made here."""

import json
import os
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from tweetspat.merge import merge
from tweetspat.model import Account, Case, Claim, Heap, Spat, Turn, Tweet, TweetId
from tweetspat.problems import Place
from tweetspat.readers import load
from tweetspat.readers.fields import Fields
from tweetspat.readers.records import records
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


def case(ids: str, *orders: tuple[str, str], **more: object) -> Case:
    """Return a case of the ids (words); an order is ("source", "M1 M2")."""
    fields: dict[str, object] = {
        "title": None,
        "synthetic": False,
        "reconstructed": False,
        "sources": (),
        "sides": (),
        "tweets": tuple(ids.split()),
        "claims": tuple(claim(source, told) for source, told in orders),
    }
    return Case(**(fields | more))  # type: ignore[arg-type]


def claim(source: str, told: str) -> Claim:
    """Return what a source tells of the order, "M1 M2 M3"."""
    return Claim(source, tuple(map(TweetId, told.split())))


def by_id(*tweets: Tweet) -> dict[TweetId, Tweet]:
    """Return tweets under their ids."""
    return {tweet.id: tweet for tweet in tweets}


def turns(spats: Iterable[Spat]) -> dict[TweetId, Turn]:
    """Return every turn of the spats under its tweet's id."""
    return {turn.tweet.id: turn for spat in spats for turn in spat.turns}


def loaded(folder: Path, *values: object) -> Heap:
    """Write each value to a file of its own and load them all."""
    return load(
        written(folder, f"made-{number}.json", value)
        for number, value in enumerate(values)
    )


def fields(value: object) -> Fields:
    """Return a JSON value, or JSON text, as a reader gets its record."""
    text = value if isinstance(value, str) else json.dumps(value)
    (found,) = records(text)
    return Fields(found.value, Place("made.json", found.line, found.path), [])  # type: ignore[union-attr]


def shared(*parts: str) -> Path:
    """Return a path in the folder of shared data, which may not be there."""
    folder = os.environ.get("TWEETSPAT_SHARED") or SAMPLES.parent.parent / "shared"
    return Path(folder, *parts)
