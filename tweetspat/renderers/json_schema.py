"""JSON Schema (2020-12), in the words that the schemas of all outputs are written with.

Every member is required and no other is allowed, so that a change of an output is a
change of its schema.
"""

from typing import TypeAlias

__all__ = [
    "COUNT",
    "FLAG",
    "HASH",
    "STAMP",
    "TEXT",
    "Json",
    "document",
    "listed",
    "members",
    "one_of",
    "or_null",
]

Json: TypeAlias = "dict[str, Json] | list[Json] | str | bool | int | None"

TEXT: Json = {"type": "string"}
FLAG: Json = {"type": "boolean"}
COUNT: Json = {"type": "integer", "minimum": 0}
HASH: Json = {"type": "string", "pattern": "^[0-9a-f]{64}$"}
STAMP: Json = {
    "type": "string",
    "pattern": r"^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$",
}


def document(title: str, /, **told: Json) -> dict[str, Json]:
    """Return the schema of a document with these members."""
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": title,
        **members(**told),
    }


def members(**told: Json) -> dict[str, Json]:
    """Return the schema of an object that has these members and no others."""
    return {
        "type": "object",
        "properties": told,
        "required": list(told),
        "additionalProperties": False,
    }


def listed(items: Json) -> dict[str, Json]:
    """Return the schema of a list."""
    return {"type": "array", "items": items}


def or_null(what: Json) -> dict[str, Json]:
    """Return the schema of what may be null."""
    return {"anyOf": [what, {"type": "null"}]}


def one_of(*words: str) -> dict[str, Json]:
    """Return the schema of one of some words."""
    return {"enum": list(words)}
