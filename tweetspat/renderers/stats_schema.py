"""The JSON Schema (2020-12) of `tweetspat stats --format json`.

Every member is required and no other is allowed, so that a change of the output
is a change of this file.
"""

from typing import get_args

from tweetspat.model import OrderKind
from tweetspat.renderers.json_schema import (
    COUNT,
    FLAG,
    TEXT,
    Json,
    document,
    listed,
    members,
    or_null,
)
from tweetspat.renderers.stats_json import SCHEMA

__all__ = ["stats_schema"]

_TEXT_OR_NULL: Json = {"type": ["string", "null"]}
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
    return document(
        f"{SCHEMA}: what `tweetspat stats --format json` prints",
        schema={"const": SCHEMA},
        tool={"type": "string", "pattern": "^tweetspat "},
        zones=listed(members(word=TEXT, name=TEXT)),
        conversations=listed(_conversation()),
    )


def _conversation() -> Json:
    side = members(
        name=TEXT,
        basis={"enum": ["given", "suggested"]},
        tweets=COUNT,
        voices=COUNT,
    )
    return members(
        id=TEXT,
        title=_TEXT_OR_NULL,
        synthetic=FLAG,
        reconstructed=FLAG,
        order={"enum": list(get_args(OrderKind))},
        tweets=COUNT,
        whole=_COUNT_OR_NULL,
        first=_STAMP,
        last=_STAMP,
        author_unknown=COUNT,
        period={"enum": ["hour", "day", None]},
        clock=_TEXT_OR_NULL,
        voices=listed(_voice()),
        unheard=listed(members(account=TEXT, handle=TEXT)),
        sides=listed(side),
        answers=_counts("stated inferred author_unknown elsewhere"),
        accounts_answer=listed(_pair(TEXT)),
        sides_answer=listed(_pair(_TEXT_OR_NULL)),
        longest_silence=or_null(members(**{"from": TEXT}, to=TEXT, seconds=_SECONDS)),
        last_word=or_null(
            members(tweet=TEXT, account=_TEXT_OR_NULL, sent=_STAMP, certain=FLAG)
        ),
        completeness=_counts(
            "stated inferred missing reported recovered untimed contested"
        ),
        retweets=members(
            total=COUNT,
            accounts=COUNT,
            account_unknown=COUNT,
            most=or_null(members(tweet=TEXT, times=COUNT)),
        ),
    )


def _voice() -> Json:
    counts = "answers answered continued repeated repeats"
    return members(
        account=TEXT,
        handle=TEXT,
        handles=listed(TEXT),
        name=_TEXT_OR_NULL,
        side=_TEXT_OR_NULL,
        tweets=COUNT,
        first=_STAMP,
        last=_STAMP,
        times_unknown=COUNT,
        periods=listed(members(start=_PERIOD, tweets=COUNT)),
        **dict.fromkeys(counts.split(), COUNT),
    )


def _pair(end: Json) -> Json:
    kind = _counts("stated inferred")
    return members(
        **{"from": end},
        to=end,
        total=COUNT,
        replies=kind,
        quotes=kind,
        answers=kind,
        response=members(
            timed=COUNT,
            times_unknown=COUNT,
            older_than_answered=COUNT,
            shortest=_SECONDS,
            lower_quartile=_SECONDS,
            median=_SECONDS,
            upper_quartile=_SECONDS,
            longest=_SECONDS,
        ),
    )


def _counts(names: str) -> dict[str, Json]:
    return members(**dict.fromkeys(names.split(), COUNT))
