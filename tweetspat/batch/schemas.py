"""The JSON Schemas (2020-12) of the lists that a batch writes: manifest and index."""

from typing import get_args

from tweetspat.batch.index_lines import INDEX
from tweetspat.batch.manifest import MANIFEST, SCHEMA
from tweetspat.conversations import Join
from tweetspat.linking import Infer
from tweetspat.model import Basis
from tweetspat.renderers import RENDERERS
from tweetspat.renderers.json_schema import (
    COUNT,
    FLAG,
    HASH,
    TEXT,
    Json,
    document,
    listed,
    members,
    one_of,
    or_null,
)
from tweetspat.renderers.list_schema import conversation
from tweetspat.renderers.view import LAYOUTS

__all__ = ["index_schema", "manifest_schema"]

_FORMAT = one_of(*RENDERERS)
_COUNTED = "conversations tweets reported reports listed too_small failed"


def index_schema() -> Json:
    """Return the schema of each line of the index."""
    paths: Json = {
        "type": "object",
        "propertyNames": _FORMAT,
        "additionalProperties": TEXT,
    }
    title = f"each line of `{INDEX}`, which `tweetspat batch` writes"
    return document(title, **conversation(), handles=listed(TEXT), reports=paths)


def manifest_schema() -> Json:
    """Return the schema of the manifest."""
    place = members(file=TEXT, line=COUNT, path=TEXT, shape=or_null(TEXT))
    return document(
        f"{SCHEMA}: `{MANIFEST}`, which `tweetspat batch` writes",
        schema={"const": SCHEMA},
        tool={"type": "string", "pattern": "^tweetspat "},
        settings=_settings(),
        inputs=listed(
            members(
                file=TEXT,
                sha256=HASH,
                shape=or_null(TEXT),
                tweets=COUNT,
                problems=COUNT,
            )
        ),
        counts=members(**dict.fromkeys(_COUNTED.split(), COUNT)),
        outputs=listed(
            members(
                path=TEXT,
                format=or_null(_FORMAT),
                conversation=or_null(TEXT),
                sha256=HASH,
                size=COUNT,
                key=TEXT,
            )
        ),
        failed=listed(members(conversation=TEXT, format=_FORMAT, message=TEXT)),
        problems=members(
            count=COUNT,
            first=listed(members(place=or_null(place), code=TEXT, message=TEXT)),
        ),
    )


def _settings() -> Json:
    side = members(name=TEXT, accounts=listed(TEXT), zone=or_null(TEXT), basis=TEXT)
    view = members(
        width=COUNT,
        theme=or_null(TEXT),
        layout=one_of(*LAYOUTS),
        events=FLAG,
        compact=FLAG,
    )
    return members(
        formats=listed(_FORMAT),
        name=TEXT,
        min_tweets=or_null(COUNT),
        top=or_null(COUNT),
        only_spats=FLAG,
        selection=or_null(TEXT),
        infer=or_null(one_of(*get_args(Infer))),
        no_basis=listed(one_of(*get_args(Basis))),
        join=or_null(one_of(*get_args(Join))),
        naive_zone=or_null(TEXT),
        sides=listed(side),
        names={"type": "object", "additionalProperties": listed(TEXT)},
        own_zones={"type": "object", "additionalProperties": TEXT},
        zones=listed(TEXT),
        views={
            "type": "object",
            "propertyNames": _FORMAT,
            "additionalProperties": view,
        },
    )
