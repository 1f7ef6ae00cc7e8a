"""Picking fields: where `Any` stops.

JSON is an `object` until a field is picked with its type.  What is not there
is None; what is there with a wrong type is None and a Problem with its path.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from tweetspat.model import TweetId
from tweetspat.problems import Place, Problem

__all__ = ["BadField", "Fields", "Number", "find"]

_SAFE_INTEGER = 2**53
_LONGEST_ID = 100
_SURROGATE = "[\ud800-\udfff]"
_INEXACT = r"-?\d+(?:\.\d+)?[eE][+-]?\d{1,2}|-?\d+\.\d+"


class Number(NamedTuple):
    """A JSON number as it was written, so that no id goes through a float."""

    text: str


class BadField(Exception):  # noqa: N818 - reads as a noun where it is caught
    """A field without which the record is no tweet.

    Attributes:
        path: the keys that lead to it.
        message: what was expected.
    """

    def __init__(self, path: tuple[str | int, ...], message: str) -> None:
        super().__init__(message)
        self.path = path
        self.message = message


def find(record: object, *path: str) -> object:
    """Follow keys down; None as soon as one is not there."""
    for key in path:
        if not isinstance(record, dict):
            return None
        record = record.get(key)
    return record


class Fields:
    """One JSON object at its place, and the problems met while picking from it.

    Attributes:
        variable: the JavaScript variable that its array was assigned to, as in
            `window.YTD.tweets.part0 = [...]`; "" where there was none.
    """

    __slots__ = ("place", "problems", "value", "variable")

    def __init__(
        self, value: object, place: Place, problems: list[Problem], variable: str = ""
    ) -> None:
        self.value = value
        self.place = place
        self.problems = problems
        self.variable = variable

    def odd(self, code: str, message: str, *path: str | int) -> None:
        """Note a problem at a path below this record."""
        self.problems.append(Problem(code, message, self.place.at(*path)))

    def below(self, *path: str) -> "Fields | None":
        """Return the object at the path as Fields of its own, else None."""
        found = find(self.value, *path)
        if isinstance(found, dict):
            return Fields(found, self.place.at(*path), self.problems)
        if found is not None:
            self.odd("wrong-type", "an object was expected; ignored", *path)
        return None

    def each(self, *path: str) -> "Iterator[Fields]":
        """Yield the objects of the array at the path; other members are told of."""
        found = find(self.value, *path)
        if found is None:
            return
        if not isinstance(found, list):
            self.odd("wrong-type", "an array was expected; ignored", *path)
            return
        for index, item in enumerate(found):
            place = self.place.at(*path, index)
            if isinstance(item, dict):
                yield Fields(item, place, self.problems)
            else:
                message = "an object was expected; ignored"
                self.problems.append(Problem("wrong-type", message, place))

    def objects(self, *path: str) -> "Iterator[Fields]":
        """Yield the objects of the array at the path; the rest is passed over."""
        found = find(self.value, *path)
        for index, item in enumerate(found if isinstance(found, list) else ()):
            if isinstance(item, dict):
                yield Fields(item, self.place.at(*path, index), self.problems)

    def text(self, *path: str) -> str | None:
        """Return the text at the path, else None.

        Lone surrogates cannot be written as UTF-8: they become U+FFFD.
        """
        found = find(self.value, *path)
        return None if found is None else self._clean(found, path)

    def texts(self, *path: str) -> tuple[str, ...]:
        """Return the texts of the array at the path; other members are told of."""
        found = find(self.value, *path)
        if found is None:
            return ()
        if not isinstance(found, list):
            self.odd("wrong-type", "an array of texts was expected; ignored", *path)
            return ()
        each = (self._clean(item, (*path, n)) for n, item in enumerate(found))
        return tuple(text for text in each if text is not None)

    def _clean(self, found: object, path: tuple[str | int, ...]) -> str | None:
        if not isinstance(found, str):
            self.odd("wrong-type", "text was expected; ignored", *path)
            return None
        if not found.isascii() and re.search(_SURROGATE, found):
            codes = {f"{ord(code):04X}" for code in re.findall(_SURROGATE, found)}
            shown = " ".join(sorted(codes)[:4])
            self.odd(
                "lone-surrogate",
                f"half a character (code {shown}) cannot be shown; it is replaced "
                "by U+FFFD",
                *path,
            )
            found = re.sub(_SURROGATE, "\ufffd", found)
        return found

    def need(self, *path: str) -> str:
        """Return the text at the path, or raise BadField naming the path."""
        found = self.text(*path)
        if found is None:
            raise BadField(path, "text was expected")
        return found

    def flag(self, *path: str) -> bool:
        """Tell whether the path holds true."""
        return find(self.value, *path) is True

    def whole(self, *path: str) -> int | None:
        """Return the integer at the path, else None."""
        found = find(self.value, *path)
        if isinstance(found, Number) and re.fullmatch(r"-?\d{1,18}", found.text):
            return int(found.text)
        return None

    def share(self, *path: str) -> float | None:
        """Return the number between 0 and 1 at the path, else None."""
        found = find(self.value, *path)
        if isinstance(found, Number):
            try:
                value = float(found.text)
            except ValueError:
                return None
            return value if 0 <= value <= 1 else None
        return None

    def id(self, key: str) -> TweetId | None:
        """Return the id under `key_str`, else under `key`, else None.

        Where both are there and differ, the text wins: a number may have been
        rounded by JavaScript, which keeps 53 bits.
        """
        text = self.text(f"{key}_str") or None
        number = find(self.value, key)
        if isinstance(number, str) and text is None:
            text = self.text(key) or None
        if text is not None and len(text) > _LONGEST_ID:
            self.odd("odd-id", "an id of that length cannot be; ignored", f"{key}_str")
            text = None
        if not isinstance(number, Number):
            if number is not None and not isinstance(number, str):
                self.odd("wrong-type", "an id was expected; ignored", key)
            return TweetId(text) if text else None
        return self._number_id(key, text, number)

    def _number_id(self, key: str, text: str | None, number: Number) -> TweetId | None:
        digits = _digits(number.text)
        if text is not None:
            if digits is not None and digits != text:
                self._rounded_or_not(key, text, digits)
            return TweetId(text)
        if digits is None or len(digits) > _LONGEST_ID:
            self.odd("odd-id", "an id was expected, not such a number; ignored", key)
            return None
        if digits != number.text:
            self.odd(
                "rounded-id",
                f"the id was written as the float {number.text[:40]}, which is "
                "rounded; its last digits are lost",
                key,
            )
        return TweetId(digits)

    def _rounded_or_not(self, key: str, text: str, digits: str) -> None:
        if text.isdecimal() and len(text) <= _LONGEST_ID and _near(text, digits):
            self.odd(
                "rounded-id", f"the number {digits} is {text} rounded; {text} used", key
            )
        else:
            self.odd(
                "contradicting-id",
                f"the number {digits[:40]} contradicts the text {text[:40]!r}, which "
                "is used; one of them may be forged",
                key,
            )


def _near(text: str, digits: str) -> bool:
    """Tell whether one number is the other, rounded to 53 bits or fewer."""
    exact, other = int(text), int(digits) if digits.lstrip("-").isdigit() else 0
    return exact > _SAFE_INTEGER and abs(exact - other) * 10**6 < exact


def _digits(number: str) -> str | None:
    """Write an integral JSON number as digits, exactly, or return None."""
    if number.isdigit():
        return number
    if not re.fullmatch(_INEXACT, number) or len(number) > _LONGEST_ID:
        return number if re.fullmatch(r"-\d+", number) else None
    from decimal import Decimal

    exact = Decimal(number)
    if exact != exact.to_integral_value() or abs(exact) >= 10**_LONGEST_ID:
        return None
    return f"{exact:f}".partition(".")[0]
