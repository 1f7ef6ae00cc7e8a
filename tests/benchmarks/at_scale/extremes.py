"""Conversations of the two extreme forms, in small tweets: a chain and a star."""

from collections.abc import Iterator

from msgspec.json import encode

from .saying import EPOCH, START
from .v1 import stamp

__all__ = ["chain", "star"]

ACCOUNTS = 1_000
APART = 1_000  # milliseconds


def chain(replies: int) -> Iterator[bytes]:
    """Yield an opening and replies, each to the tweet before it."""
    for n in range(replies + 1):
        yield _line(n, n - 1)


def star(replies: int) -> Iterator[bytes]:
    """Yield an opening and replies, each to the opening."""
    for n in range(replies + 1):
        yield _line(n, 0 if n else -1)


def _line(n: int, to: int) -> bytes:
    body: dict[str, object] = {
        "created_at": stamp(START + n * APART),
        "id": _id(n),
        "id_str": str(_id(n)),
        "full_text": f"@talker{to % ACCOUNTS} no, {n}" if to >= 0 else "It was not us",
        "user": _user(n),
    }
    if to >= 0:
        body |= {
            "in_reply_to_status_id": _id(to),
            "in_reply_to_status_id_str": str(_id(to)),
            "in_reply_to_user_id": _user(to)["id"],
            "in_reply_to_user_id_str": _user(to)["id_str"],
            "in_reply_to_screen_name": _user(to)["screen_name"],
        }
    return encode(body)


def _id(n: int) -> int:
    return (START + n * APART - EPOCH) << 22


def _user(n: int) -> dict[str, object]:
    id_ = n % ACCOUNTS
    return {
        "id": 500 + id_,
        "id_str": str(500 + id_),
        "screen_name": f"talker{id_}",
        "name": f"Talker {id_}",
    }
