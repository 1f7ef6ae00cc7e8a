"""Walking over the members of JSON documents, to drop or rename each in turn."""

import copy
from collections.abc import Iterator


def objects(value, path="$") -> Iterator[tuple[str, dict]]:
    """Yield each object with its path, list places left out."""
    if isinstance(value, dict):
        yield path, value
        for key, below in value.items():
            yield from objects(below, f"{path}.{key}")
    elif isinstance(value, list):
        for below in value:
            yield from objects(below, f"{path}[]")


def members_of(document) -> list[tuple[str, str]]:
    """Return the path of each object and each key in it, once."""
    return sorted({(path, key) for path, each in objects(document) for key in each})


def first_at(value, path):
    """Return the first object at a path."""
    return next(each for at, each in objects(value) if at == path)


def without(document, path, key):
    """Return a document that lacks a member, and one in which it has another name."""
    dropped, renamed = copy.deepcopy(document), copy.deepcopy(document)
    first_at(dropped, path).pop(key)
    broken = first_at(renamed, path)
    broken[f"{key}_"] = broken.pop(key)
    return dropped, renamed
