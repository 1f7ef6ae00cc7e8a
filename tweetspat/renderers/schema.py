"""The JSON Schema (2020-12) of `--format json`: what a program may rely on.

Every member is required and no other is allowed, so that a change of the
output is a change of this file.
"""

from typing import get_args

from tweetspat.model import Basis, OrderKind, Precision, Relation, SentBasis, State
from tweetspat.renderers.json_schema import (
    COUNT,
    FLAG,
    HASH,
    STAMP,
    TEXT,
    Json,
    document,
    listed,
    members,
    one_of,
    or_null,
)

__all__ = ["schema"]

_SHARE: Json = {"type": "number", "minimum": 0, "maximum": 1}


def schema() -> Json:
    """Return the schema as plain JSON values."""
    place = members(file=TEXT, line=COUNT, path=TEXT, shape=or_null(TEXT))
    return document(
        "tweetspat/1: what `tweetspat show --format json` prints",
        schema={"const": "tweetspat/1"},
        tool={"type": "string", "pattern": "^tweetspat "},
        inputs=listed(
            members(
                file=TEXT,
                sha256=or_null(HASH),
                shape=or_null(TEXT),
                tweets=COUNT,
                problems=COUNT,
            )
        ),
        zones=listed(members(word=TEXT, name=TEXT)),
        spats=listed(_spat(place)),
        problems=listed(members(place=or_null(place), code=TEXT, message=TEXT)),
    )


def _spat(place: Json) -> Json:
    claim = members(source=TEXT, order=listed(TEXT))
    pair: Json = {"type": "array", "items": TEXT, "minItems": 2, "maxItems": 2}
    return members(
        id=TEXT,
        title=or_null(TEXT),
        synthetic=FLAG,
        reconstructed=FLAG,
        sources=listed(TEXT),
        sides=listed(
            members(
                name=TEXT,
                accounts=listed(TEXT),
                zone=or_null(TEXT),
                basis=one_of("given", "suggested"),
            )
        ),
        order=members(
            kind=one_of(*get_args(OrderKind)),
            contested=listed(members(pair=pair, claims=listed(claim))),
        ),
        completeness=members(stated=COUNT, inferred=COUNT, missing=COUNT),
        tweets=listed(_tweet(place)),
    )


def _tweet(place: Json) -> Json:
    bounds = members(not_before=or_null(STAMP), not_after=or_null(STAMP))
    author = members(handle=TEXT, name=or_null(TEXT), id=or_null(TEXT))
    return members(
        id=TEXT,
        n={"type": "integer", "minimum": 1},
        author=or_null(author),
        text=or_null(TEXT),
        paraphrase=or_null(TEXT),
        sources=listed(TEXT),
        state=one_of(*get_args(State)),
        sent=or_null(STAMP),
        sent_basis=or_null(one_of(*get_args(SentBasis))),
        sent_bounds=or_null(bounds),
        time_as_told=or_null(TEXT),
        side=or_null(TEXT),
        links=listed(_link()),
        said_times=listed(_said_time()),
        retweets=listed(members(by=or_null(TEXT), sent=or_null(STAMP))),
        media=listed(members(kind=TEXT, url=or_null(TEXT), alt=or_null(TEXT))),
        urls=listed(members(short=TEXT, expanded=or_null(TEXT))),
        place=place,
        copies=listed(members(text=or_null(TEXT), author=or_null(TEXT), place=place)),
        problems=listed(members(code=TEXT, message=TEXT)),
    )


def _link() -> Json:
    return members(
        to=TEXT,
        relation=one_of(*get_args(Relation)),
        basis=one_of(*get_args(Basis)),
        stated=FLAG,
        confidence=_SHARE,
        confidence_conversation=_SHARE,
        evidence=TEXT,
        alternatives=listed(members(to=TEXT, confidence=_SHARE)),
        series=listed(TEXT),
        elsewhere=FLAG,
    )


def _said_time() -> Json:
    return members(
        **{"text": TEXT, "from": COUNT, "to": COUNT},
        start=STAMP,
        end=STAMP,
        precision=one_of(*get_args(Precision)),
        zone=TEXT,
        basis=TEXT,
        confidence=_SHARE,
    )
