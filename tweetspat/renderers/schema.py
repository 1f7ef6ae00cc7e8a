"""The JSON Schema (2020-12) of `--format json`: what a program may rely on.

Every member is required and no other is allowed, so that a change of the
output is a change of this file.
"""

from typing import TypeAlias, get_args

from tweetspat.model import Basis, OrderKind, Precision, Relation, SentBasis, State

__all__ = ["schema"]

Json: TypeAlias = "dict[str, Json] | list[Json] | str | bool | int"

_TEXT: Json = {"type": "string"}
_FLAG: Json = {"type": "boolean"}
_COUNT: Json = {"type": "integer", "minimum": 0}
_SHARE: Json = {"type": "number", "minimum": 0, "maximum": 1}
_STAMP: Json = {
    "type": "string",
    "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$",
}


def schema() -> Json:
    """Return the schema as plain JSON values."""
    place = _members(file=_TEXT, line=_COUNT, path=_TEXT, shape=_or_null(_TEXT))
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "tweetspat/1: what `tweetspat show --format json` prints",
        **_members(
            schema={"const": "tweetspat/1"},
            tool={"type": "string", "pattern": "^tweetspat "},
            inputs=_list(
                _members(
                    file=_TEXT,
                    sha256=_or_null({"type": "string", "pattern": "^[0-9a-f]{64}$"}),
                    shape=_or_null(_TEXT),
                    tweets=_COUNT,
                    problems=_COUNT,
                )
            ),
            zones=_list(_members(word=_TEXT, name=_TEXT)),
            spats=_list(_spat(place)),
            problems=_list(_members(place=_or_null(place), code=_TEXT, message=_TEXT)),
        ),
    }


def _spat(place: Json) -> Json:
    claim = _members(source=_TEXT, order=_list(_TEXT))
    pair: Json = {"type": "array", "items": _TEXT, "minItems": 2, "maxItems": 2}
    return _members(
        id=_TEXT,
        title=_or_null(_TEXT),
        synthetic=_FLAG,
        reconstructed=_FLAG,
        sources=_list(_TEXT),
        sides=_list(
            _members(
                name=_TEXT,
                accounts=_list(_TEXT),
                zone=_or_null(_TEXT),
                basis=_words("given", "suggested"),
            )
        ),
        order=_members(
            kind=_words(*get_args(OrderKind)),
            contested=_list(_members(pair=pair, claims=_list(claim))),
        ),
        completeness=_members(stated=_COUNT, inferred=_COUNT, missing=_COUNT),
        tweets=_list(_tweet(place)),
    )


def _tweet(place: Json) -> Json:
    bounds = _members(not_before=_or_null(_STAMP), not_after=_or_null(_STAMP))
    author = _members(handle=_TEXT, name=_or_null(_TEXT), id=_or_null(_TEXT))
    return _members(
        id=_TEXT,
        n={"type": "integer", "minimum": 1},
        author=_or_null(author),
        text=_or_null(_TEXT),
        paraphrase=_or_null(_TEXT),
        sources=_list(_TEXT),
        state=_words(*get_args(State)),
        sent=_or_null(_STAMP),
        sent_basis=_or_null(_words(*get_args(SentBasis))),
        sent_bounds=_or_null(bounds),
        time_as_told=_or_null(_TEXT),
        side=_or_null(_TEXT),
        links=_list(_link()),
        said_times=_list(_said_time()),
        retweets=_list(_members(by=_or_null(_TEXT), sent=_or_null(_STAMP))),
        media=_list(_members(kind=_TEXT, url=_or_null(_TEXT), alt=_or_null(_TEXT))),
        urls=_list(_members(short=_TEXT, expanded=_or_null(_TEXT))),
        place=place,
        copies=_list(
            _members(text=_or_null(_TEXT), author=_or_null(_TEXT), place=place)
        ),
        problems=_list(_members(code=_TEXT, message=_TEXT)),
    )


def _link() -> Json:
    return _members(
        to=_TEXT,
        relation=_words(*get_args(Relation)),
        basis=_words(*get_args(Basis)),
        stated=_FLAG,
        confidence=_SHARE,
        confidence_conversation=_SHARE,
        evidence=_TEXT,
        alternatives=_list(_members(to=_TEXT, confidence=_SHARE)),
        series=_list(_TEXT),
        elsewhere=_FLAG,
    )


def _said_time() -> Json:
    return _members(
        **{"text": _TEXT, "from": _COUNT, "to": _COUNT},
        start=_STAMP,
        end=_STAMP,
        precision=_words(*get_args(Precision)),
        zone=_TEXT,
        basis=_TEXT,
        confidence=_SHARE,
    )


def _members(**members: Json) -> dict[str, Json]:
    return {
        "type": "object",
        "properties": members,
        "required": list(members),
        "additionalProperties": False,
    }


def _list(items: Json) -> Json:
    return {"type": "array", "items": items}


def _or_null(what: Json) -> Json:
    return {"anyOf": [what, {"type": "null"}]}


def _words(*words: str) -> Json:
    return {"enum": list(words)}
