"""The JSON Schema (2020-12) of `tweetspat stats --format json`.

Every member is required and no other is allowed, so that a change of the output
is a change of this file.
"""

from typing import TypeAlias, get_args

from tweetspat.model import OrderKind
from tweetspat.renderers.stats_json import SCHEMA

__all__ = ["stats_schema"]

Json: TypeAlias = "dict[str, Json] | list[Json] | str | bool | int | None"

_NULL: Json = {"type": "null"}
_TEXT: Json = {"type": "string"}
_TEXT_OR_NULL: Json = {"type": ["string", "null"]}
_FLAG: Json = {"type": "boolean"}
_COUNT: Json = {"type": "integer", "minimum": 0}
_COUNT_OR_NULL: Json = {"type": ["integer", "null"], "minimum": 0}
_SECONDS: Json = {"type": ["number", "null"], "minimum": 0}
_STAMP: Json = {
    "type": ["string", "null"],
    "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$",
}
_PERIOD: Json = {
    "type": "string",
    "pattern": r"^\d{4}-\d\d-\d\d(T\d\d:00:00[+-]\d\d:\d\d(:\d\d)?)?$",
}


def stats_schema() -> Json:
    """Return the schema as plain JSON values."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": f"{SCHEMA}: what `tweetspat stats --format json` prints",
        **_members(
            schema={"const": SCHEMA},
            tool={"type": "string", "pattern": "^tweetspat "},
            zones=_list(_members(word=_TEXT, name=_TEXT)),
            conversations=_list(_conversation()),
        ),
    }


def _conversation() -> Json:
    side = _members(
        name=_TEXT,
        basis={"enum": ["given", "suggested"]},
        tweets=_COUNT,
        voices=_COUNT,
    )
    return _members(
        id=_TEXT,
        title=_TEXT_OR_NULL,
        synthetic=_FLAG,
        reconstructed=_FLAG,
        order={"enum": list(get_args(OrderKind))},
        tweets=_COUNT,
        whole=_COUNT_OR_NULL,
        first=_STAMP,
        last=_STAMP,
        author_unknown=_COUNT,
        period={"enum": ["hour", "day", None]},
        clock=_TEXT_OR_NULL,
        voices=_list(_voice()),
        unheard=_list(_members(account=_TEXT, handle=_TEXT)),
        sides=_list(side),
        answers=_counts("stated inferred author_unknown elsewhere"),
        accounts_answer=_list(_pair(_TEXT)),
        sides_answer=_list(_pair(_TEXT_OR_NULL)),
        longest_silence=_or_null(
            _members(**{"from": _TEXT}, to=_TEXT, seconds=_SECONDS)
        ),
        last_word=_or_null(
            _members(tweet=_TEXT, account=_TEXT_OR_NULL, sent=_STAMP, certain=_FLAG)
        ),
        completeness=_counts(
            "stated inferred missing reported recovered untimed contested"
        ),
        retweets=_members(
            total=_COUNT,
            accounts=_COUNT,
            account_unknown=_COUNT,
            most=_or_null(_members(tweet=_TEXT, times=_COUNT)),
        ),
    )


def _voice() -> Json:
    counts = "answers answered continued repeated repeats"
    return _members(
        account=_TEXT,
        handle=_TEXT,
        handles=_list(_TEXT),
        name=_TEXT_OR_NULL,
        side=_TEXT_OR_NULL,
        tweets=_COUNT,
        first=_STAMP,
        last=_STAMP,
        times_unknown=_COUNT,
        periods=_list(_members(start=_PERIOD, tweets=_COUNT)),
        **dict.fromkeys(counts.split(), _COUNT),
    )


def _pair(end: Json) -> Json:
    kind = _counts("stated inferred")
    return _members(
        **{"from": end},
        to=end,
        total=_COUNT,
        replies=kind,
        quotes=kind,
        answers=kind,
        response=_members(
            timed=_COUNT,
            times_unknown=_COUNT,
            older_than_answered=_COUNT,
            shortest=_SECONDS,
            lower_quartile=_SECONDS,
            median=_SECONDS,
            upper_quartile=_SECONDS,
            longest=_SECONDS,
        ),
    )


def _members(**members: Json) -> dict[str, Json]:
    return {
        "type": "object",
        "properties": members,
        "required": list(members),
        "additionalProperties": False,
    }


def _counts(names: str) -> dict[str, Json]:
    return _members(**dict.fromkeys(names.split(), _COUNT))


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


def _or_null(what: Json) -> Json:
    return {"anyOf": [what, _NULL]}
