"""Makers for API v2: the smallest tweets and pages, and records gone wrong."""

import copy
from collections.abc import Iterator

from hypothesis import strategies as st
from make import at, fields, snowflake

from tweetspat.model import Account, Notice, Tweet
from tweetspat.problems import Problem

ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=2)
        | st.dictionaries(st.sampled_from(["id", "text", "type"]), inner, max_size=2)
    ),
    max_leaves=4,
)


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


@st.composite
def mutants(draw: st.DrawFn, record: object) -> object:
    """Draw the record with one to three members dropped or replaced, at any depth."""
    made = copy.deepcopy(record)
    for _ in range(draw(st.integers(1, 3))):
        places = [*_places(made)]
        if not places:
            break
        holder, key = draw(st.sampled_from(places))
        if draw(st.booleans()):
            del holder[key]
        else:
            holder[key] = draw(ANYTHING)
    return made


def _places(value: object) -> Iterator[tuple]:
    keys = value if isinstance(value, dict) else range(len(value))  # type: ignore[arg-type]
    for key in list(keys):
        yield value, key
        if isinstance(value[key], dict | list):  # type: ignore[index]
            yield from _places(value[key])  # type: ignore[index]
