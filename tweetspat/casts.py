"""Cast files: who takes part in a spat, as TOML that people edit by hand.

[[sides]]
name = "Moscow"
accounts = ["@mod_russia", "#249520171"]   # handles, or "#" and an account id
zone = "MSK"                               # may be left out

[names]                                    # what texts call an account
OIRspox = ["Col. Warren", "Steve Warren"]

[zones]                                    # clocks of single accounts
OIRspox = "Baghdad"
"""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple, NoReturn

from tweetspat.model import Side
from tweetspat.problems import UsageError
from tweetspat.sides import Cast
from tweetspat.zones import zone_or_raise

__all__ = ["read_cast"]

_LARGEST = 1 << 22
_WHERE = re.compile(r" \(at (?:line (\d+), column (\d+)|end of document)\)$")


class _Told(NamedTuple):
    """A value of a cast file, and where it stands there."""

    value: object
    file: str
    path: str = "$"

    def wrong(self, what: str) -> NoReturn:
        """Raise what is wrong here and what to do about it."""
        raise UsageError(f"{self.file}: {self.path}: {what}")

    def at(self, key: str | int) -> "_Told":
        """Return the value under a key, None where there is none."""
        step = f"[{key}]" if isinstance(key, int) else f".{key}"
        value = self.value
        if isinstance(value, dict):
            value = value.get(key)
        elif isinstance(value, list) and isinstance(key, int):
            value = value[key]
        return _Told(value, self.file, self.path + step)

    def table(self, *known: str) -> dict[str, object]:
        """Return a table; with keys given, one that has no others."""
        if not isinstance(self.value, dict):
            self.wrong("a table is needed here; tweetspat cast writes one")
        for key in self.value if known else ():
            if key not in known:
                self.at(key).wrong(f"this is not known; there are {', '.join(known)}")
        return self.value

    def text(self) -> str:
        """Return a text that is not blank."""
        if not isinstance(self.value, str) or not self.value.strip():
            self.wrong('text is needed here; write it in quotes: "..."')
        return self.value.strip()

    def list(self) -> Iterator["_Told"]:
        """Yield the members of an array."""
        if not isinstance(self.value, list):
            self.wrong("a list is needed here; write it in brackets: [...]")
        return (self.at(number) for number in range(len(self.value)))


def read_cast(path: str) -> Cast:
    """Read a cast file.

    Raises:
        UsageError: it cannot be read, is no TOML, or tells what cannot be; the
            message says where and what to do.
    """
    import tomllib

    try:
        with open(path, "rb") as file:
            content = file.read(_LARGEST + 1)
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or error
        message = f"{path}: the cast cannot be read: {why}; tweetspat cast writes one"
        raise UsageError(message) from None
    if len(content) > _LARGEST:
        raise UsageError(f"{path}: this is too large for a cast; name a TOML file")
    try:
        told = tomllib.loads(content.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        message = f"{path}:{line}: this is not UTF-8; save the cast as UTF-8"
        raise UsageError(message) from None
    except tomllib.TOMLDecodeError as error:
        raise UsageError(_no_toml(path, str(error))) from None
    except (RecursionError, ValueError) as error:
        raise UsageError(_no_toml(path, str(error))) from None
    return _cast(_Told(told, path))


def _no_toml(path: str, why: str) -> str:
    """Put the place that the parser names where all messages have it."""
    found = _WHERE.search(why)
    place = f"{path}:{found[1]}: column {found[2]}" if found and found[1] else path
    reason = why[: found.start()] if found else why
    return f"{place}: this is no TOML: {reason}; tweetspat cast writes an example"


def _cast(told: _Told) -> Cast:
    table = told.table("sides", "names", "zones")
    sides = tuple(_sides(told.at("sides"))) if "sides" in table else ()
    return Cast(
        sides=sides,
        names={
            key: _names(value)
            for key, value in _by_account(told, "names", table).items()
        },
        zones={
            key: _zone(value)
            for key, value in _by_account(told, "zones", table).items()
        },
    )


def _sides(told: _Told) -> Iterator[Side]:
    names: set[str] = set()
    stands: dict[str, str] = {}
    for side in told.list():
        table = side.table("name", "accounts", "zone")
        name = side.at("name").text()
        if name.casefold() in names:
            side.at("name").wrong(f"{name[:60]!r} is a side already; put them together")
        names.add(name.casefold())
        accounts = []
        for each in side.at("accounts").list():
            written = _account(each, each.text())
            other = stands.setdefault(written.lower(), name)
            if other != name:
                each.wrong(f"it stands on {other[:60]!r} already; name it once")
            accounts.append(written)
        if not accounts:
            side.at("accounts").wrong('a side needs accounts: ["@handle"]')
        zone = _zone(side.at("zone")) if "zone" in table else None
        yield Side(name, tuple(dict.fromkeys(accounts)), zone)


def _account(told: _Told, written: str) -> str:
    """Return a handle without its "@", or "#" and an account id."""
    bare = written.strip().removeprefix("@")
    if bare in {"", "#"} or any(each.isspace() for each in bare):
        told.wrong(f'{written[:60]!r} is no account; write "@handle" or "#id"')
    return bare


def _by_account(told: _Told, key: str, table: Mapping[str, object]) -> dict[str, _Told]:
    """Return what a table tells of accounts, by handle in lower case or "#id"."""
    found: dict[str, _Told] = {}
    here = told.at(key)
    for written in here.table() if key in table else ():
        value = here.at(written)
        account = _account(value, written).lower()
        if account in found:
            value.wrong("this account stands here twice; name it once")
        found[account] = value
    return found


def _names(told: _Told) -> tuple[str, ...]:
    """Read one name, or a list of them."""
    if isinstance(told.value, str):
        return (told.text(),)
    return tuple(dict.fromkeys(each.text() for each in told.list()))


def _zone(told: _Told) -> str:
    word = told.text()
    try:
        return zone_or_raise(word).name
    except UsageError as error:
        told.wrong(str(error))
