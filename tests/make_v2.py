"""Makers for API v2: the smallest tweets and pages, and records gone wrong."""

from make import at, fields, snowflake

from tweetspat.model import Account, Notice, Tweet
from tweetspat.problems import Problem


def post(
    clock: str = "12:00", text: str = "words", author: str | None = "11", **more: object
) -> dict[str, object]:
    """Return a tweet as a page holds it."""
    id_ = snowflake(at(clock))
    made: dict[str, object] = {
        "id": id_,
        "text": text,
        "created_at": f"{at(clock):%Y-%m-%dT%H:%M:%S}.000Z",
        "edit_history_tweet_ids": [id_],
    }
    return made | ({"author_id": author} if author else {}) | more


def user(id_: str = "11", handle: str = "mod_russia", **more: object) -> dict:
    """Return an account as a page includes it."""
    return {"id": id_, "username": handle, "name": handle.title()} | more


def refers(**kinds: object) -> dict[str, object]:
    """Return the member that refers to tweets, as in refers(quoted="1")."""
    return {
        "referenced_tweets": [
            {"type": kind, "id": id_} if isinstance(id_, str) else {"type": kind} | id_  # type: ignore[operator]
            for kind, id_ in kinds.items()
        ]
    }


def read(reader: object, record: object) -> list:
    """Return all that a reader yields for a record."""
    return list(reader.read(fields(record), None))  # type: ignore[attr-defined]


def tweets(found: list) -> list[Tweet]:
    """Return the tweets among what was found."""
    return [each for each in found if isinstance(each, Tweet)]


def accounts(found: list) -> list[Account]:
    """Return the accounts among what was found."""
    return [each for each in found if isinstance(each, Account)]


def notices(found: list) -> list[Notice]:
    """Return the notices among what was found."""
    return [each for each in found if isinstance(each, Notice)]


def problems(found: list) -> list[tuple[str, str]]:
    """Return code and path of the problems among what was found."""
    return [(each.code, each.place.path) for each in found if isinstance(each, Problem)]
