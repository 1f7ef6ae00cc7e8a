"""Whom a text addresses, and whom it cites: what stands in the words themselves."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice
from typing import Literal, NamedTuple, TypeAlias

__all__ = ["Address", "Cited", "How", "address"]

How: TypeAlias = Literal["retweet", "modified", "quote", "colon", "via"]

_MOST_HANDLES = 100
"""More do not fit into the 280 characters of a tweet."""

_MOST_CITED = 8
"""What nests deeper was cut."""


class Cited(NamedTuple):
    """A handle to which a text attributes words.

    Attributes:
        handle: lower case, without "@".
        how: `RT @x`, `MT @x`, `"@x …"`, `… @x: …`, or `via @x`.
        words: the words attributed; those before it for `via`.
        sign: how it is written, such as `RT @x`.
    """

    handle: str
    how: How
    words: str
    sign: str


class Address(NamedTuple):
    """How a text is addressed.

    Attributes:
        lead: the handles that it opens with, lower case, in order, each once,
            at most a hundred.
        dot: the opening is ".@x": meant for all followers too.
        inner: the handles inside it, likewise.
        cited: whom it quotes by name, in order, at most eight.
        body: where the words after the opening begin.
    """

    lead: tuple[str, ...] = ()
    dot: bool = False
    inner: tuple[str, ...] = ()
    cited: tuple[Cited, ...] = ()
    body: int = 0


_NOBODY = Address()


def address(text: str) -> Address:
    """Read whom a text addresses and whom it cites.

    Cost:
        O(length of the text).
    """
    if "@" not in text and "＠" not in text:
        return _NOBODY
    opening = _opening().match(text)
    start = opening.end() if opening else 0
    lead = _handles(opening["chain"]) if opening else ()
    rest = text[start:]
    inner = _handles(rest) if "@" in rest or "＠" in rest else ()
    if lead and inner:
        inner = tuple([each for each in inner if each not in lead])
    return Address(
        lead,
        opening is not None and opening["dot"] == ".",
        inner,
        tuple(islice(_cited(text, start), _MOST_CITED)) if _sign().search(text) else (),
        start,
    )


def _handles(text: str) -> tuple[str, ...]:
    found = _mention().findall(text)
    if len(found) < 2:  # noqa: PLR2004 - the common case, kept quick
        return (found[0].lower(),) if found else ()
    return tuple(islice(dict.fromkeys(map(str.lower, found)), _MOST_HANDLES))


def _cited(text: str, start: int) -> Iterator[Cited]:
    for match in _citing().finditer(text):
        sign = match["sign"] or ""
        before, after = text[start : match.start()], match.end()
        handle, written = match["handle"].lower(), match[0].strip(" :\n")
        if not sign:
            if match["colon"]:
                yield Cited(handle, "colon", text[after:], written)
        elif sign in _CLOSING:
            yield Cited(handle, "quote", _until(text, after, sign), written)
        elif sign.lower() in {"rt", "mt"}:
            how: How = "retweet" if sign.lower() == "rt" else "modified"
            yield Cited(handle, how, _until(text, after, match["mark"] or ""), written)
        else:
            yield Cited(handle, "via", before, written)


_CLOSING = {
    '"': '"”“',
    "“": '”"“',
    "”": '”"',
    "„": '“”"',
    "«": "»",
    "'": "'",
    "‘": "’'",
}
"""What ends the words that a mark opens; smart marks are often mixed up."""


def _until(text: str, start: int, mark: str) -> str:
    """Return the words up to the closing quotation mark, or to the end."""
    end = max((text.rfind(each, start) for each in _CLOSING.get(mark, "")), default=-1)
    return text[start:end] if end > start else text[start:]


@cache
def _mention() -> re.Pattern[str]:
    return re.compile(r"(?<![A-Za-z0-9_@＠])[@＠]([A-Za-z0-9_]{1,20})(?![A-Za-z0-9_@])")


@cache
def _opening() -> re.Pattern[str]:
    return re.compile(
        r"""
        \s* (?P<dot> \.? ) \s?
        (?P<chain> (?: [@＠] [A-Za-z0-9_]{1,20} (?! [A-Za-z0-9_] ) [\s,&:]* )+ )
        """,
        re.VERBOSE,
    )


@cache
def _sign() -> re.Pattern[str]:
    return re.compile(
        r"[\"“”„«'‘]\s*@|\b[RrMmHh]T\b|\bvia\b|h/t|@\w+\s?:", re.IGNORECASE
    )


@cache
def _citing() -> re.Pattern[str]:
    return re.compile(
        r"""
        (?: (?P<sign> \b (?: RT | MT | HT | rt | via | Via | VIA | h/t ) \b
                    | [“„«] | ["”'‘] (?= [@＠:] ) )
            (?: \s* : )? \s* (?P<mark> ["“”„«'‘]? ) )?
        (?<! [A-Za-z0-9_] ) [@＠] (?P<handle> [A-Za-z0-9_]{1,20} ) (?! [A-Za-z0-9_] )
        (?P<colon> \s? : )? \s*
        """,
        re.VERBOSE,
    )
