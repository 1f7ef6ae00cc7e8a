"""A text in tokens: words, figures and signs, each folded so that words compare."""

import re
from functools import cache
from typing import Literal, NamedTuple, TypeAlias

__all__ = ["Token", "folded", "tokens"]

Kind: TypeAlias = Literal["word", "figure", "sign", "other"]

_LETTER = "(?:[^\\W\\d_]|[\u0300-\u036f\u064b-\u065f]|\u0670)"
_TOKEN = rf"""
    (?P<plain> [A-Za-z]+ (?=\s\w|,\s) )  # most words, found at once
  | (?P<point> [,.!?;:)] (?=\s) )
  | (?P<foreign> [^\W\d_]+ (?=\s\w|,\s) )
  | (?P<offset> (?i:UTC|GMT) \s? (?:[+-]|[−–](?=\s?\d)) \s? \d{{1,2}}
      (?: :? [0-5]\d )? (?!\d) )
  | (?P<other> https?://\S+ | www\.\S+ | [\w.+-]{{1,64}}@[\w.-]+\.\w+
      | (?:[@#]|＠(?=\w))\w+ | \w{{1,63}}(?:\.\w{{2,63}}){{0,6}}\.[a-z]{{2,6}}/\S*
      | \d+(?:\.\d+){{3}}(?::\d+)? )
  | (?P<dotted> (?<!\w) (?:[^\W\d_]\.){{1,6}} [^\W\d_] (?!\w) \.? )
  | (?P<prefix> (?<!\w) (?:ال|وال|بال|لل|و|ب|ل|ف|ك)\u0640? (?=\d) )
  | (?P<designation> {_LETTER}+ -? \d \w* (?:-\w+)* )
  | (?P<figure> (?:[+-]|−(?=\d))? \d \w*
      (?: (?: \.(?=[-–]) )? (?:[:.,/+-]|[–−](?=\d)) \d \w* )* (?: \.? m \b )? )
  | (?P<letters> {_LETTER}+ )
  | (?P<sign> \S )
"""
"""What is repeated is bounded, so that reading a text takes linear time; sets of signs
far apart are written as choices, which compile several times as fast.
"""

_KINDS: dict[str, Kind] = {
    "plain": "word",
    "point": "sign",
    "foreign": "word",
    "offset": "word",
    "other": "other",
    "dotted": "word",
    "prefix": "word",
    "designation": "other",
    "figure": "figure",
    "letters": "word",
    "sign": "sign",
}
_MARKS = frozenset(
    map(
        chr,
        (*range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x206A)),
    )
) | {"\ufe0f", "\ufeff"}
"""Signs that nobody sees: of the direction of writing, of the look of an emoji."""

_JOINING = frozenset("'’‘ʼ`´-‐‑")
_BEFORE_AMOUNTS = frozenset("$€£₽#₺№%")
_BEHIND_AMOUNTS = frozenset("%٪$€£₽₺°")
_FOLD = str.maketrans(
    {
        **dict(
            zip(
                "áàâäãåāçćéèêëęíìîïıñńóòôöõúùûüýÿşšğßæœ",
                "aaaaaaacceeeeeiiiiinnooooouuuuyyssgsao",
                strict=True,
            )
        ),
        **dict(zip("ёأإآٱىیة", "еااااييه", strict=True)),
        **dict.fromkeys("\u0300\u0301\u0302\u0303\u0307\u0308\u0327\u0640\u0670"),
        **dict.fromkeys(map(chr, range(0x064B, 0x0660))),
    }
)


class Token(NamedTuple):
    """A stretch of a text.

    Attributes:
        kind: "other" is what holds no time whatever stands in it: addresses,
            handles, hashtags, designations such as A-10.
        raw: as it stands in the text.
        word: folded: lower case, without diacritics that people leave out.
        start, end: where it stands, in characters.
        joined: it hangs on the token before by an apostrophe or a hyphen.
    """

    kind: Kind
    raw: str
    word: str
    start: int
    end: int
    joined: bool = False


def folded(word: str) -> str:
    """Return a word as words are compared: Février as fevrier, أمس as امس."""
    if word.isascii():
        return word.lower()
    return word.replace("İ", "i").lower().translate(_FOLD)


def tokens(text: str) -> list[Token]:
    """Cut a text into tokens, in order; white space is left out.

    Apostrophes and hyphens inside words are left out, too; what follows is
    `joined`.  Money and shares (`$5.30`, `40 %`) are "other".

    Cost:
        O(n).
    """
    found: list[Token] = []
    joined = False
    for match in _pattern().finditer(text):
        group, raw = match.lastgroup or "sign", match[0]
        start, end = match.span()
        kind = _KINDS[group]
        if kind == "word":
            word = folded(raw.replace(".", "") if group == "dotted" else raw)
            found.append(Token("word", raw, word, start, end, joined))
            joined = False
            continue
        if raw in _MARKS:
            continue
        touches = bool(found) and found[-1].end == start
        if raw in _JOINING and touches and text[end : end + 1].isalnum():
            joined = True
            continue
        if kind == "figure" and (
            _is_amount(found, text, start, end) or (raw[0] in "+-−" and touches)
        ):
            kind = "other"
        found.append(Token(kind, raw, folded(raw), start, end, joined))
        joined = False
    return found


def _is_amount(before: list[Token], text: str, start: int, end: int) -> bool:
    """Tell money, shares and degrees by the sign before the figure or behind it."""
    if before and before[-1].end == start and before[-1].raw in _BEFORE_AMOUNTS:
        return True
    return text[end : end + 2].lstrip()[:1] in _BEHIND_AMOUNTS


@cache
def _pattern() -> re.Pattern[str]:
    return re.compile(_TOKEN, re.VERBOSE)
