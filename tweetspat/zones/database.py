"""The tz database as the `tzdata` package holds it: names and rules of places."""

import os
from collections.abc import Callable
from functools import cache
from zoneinfo import ZoneInfo

import tzdata  # type: ignore[import-untyped]

__all__ = ["names", "rules"]

_FOLDER = os.path.join(os.path.dirname(tzdata.__file__), "zoneinfo")


@cache
def names() -> dict[str, str]:
    """Return every name of the package, by its case-folded spelling."""
    with open(os.path.join(_FOLDER, os.pardir, "zones"), encoding="ascii") as listed:
        return {name.casefold(): name for name in listed.read().split()}


class _Rules(ZoneInfo):
    """Rules of a place that other processes can be given: they read them again."""

    def __reduce__(self) -> "tuple[Callable[[str], ZoneInfo], tuple[str]]":
        return rules, (self.key,)


def rules(name: str) -> ZoneInfo:
    """Return the rules of a place.

    Args:
        name: out of `names` or of our own tables, never a stranger's word, as a
            file is opened by it.
    """
    with open(os.path.join(_FOLDER, *name.split("/")), "rb") as file:
        return _Rules.from_file(file, key=name)
