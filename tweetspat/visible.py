"""The one gate between a stranger's words and anything that displays them.

Everything in a tweet may have been written to attack: to drive the terminal,
to forge a header line, to turn the reading order around.  What was there is
shown (`␛`, `<U+202E>`), never dropped.  Writers accept only `Shown`, so that
a forgotten call does not type-check.
"""

import re
import unicodedata
from functools import cache
from typing import NewType

__all__ = [
    "Shown",
    "cell",
    "dot",
    "drives_terminals",
    "handle",
    "handle_is_plain",
    "markdown",
    "mermaid",
    "one_line",
    "own",
    "run_on",
    "text_lines",
    "unbroken",
    "xml",
]

Shown = NewType("Shown", str)
"""Text that may be displayed: no control, no bidi control, no line break."""

_MOST_MARKS = 30
"""Combining marks in a row, after the stream-safe format of UAX #15."""


def own(text: str) -> Shown:
    """Vouch for text that the tool itself made."""
    return Shown(text)


def one_line(text: str) -> Shown:
    """Show text on one line: a line break is drawn as `␊`."""
    if text.isascii() and text.isprintable():
        return Shown(text)
    return Shown(_marks(_unsafe().sub(_symbol, text)))


def run_on(text: str, most: int, more: str = "…") -> Shown:
    """Show the beginning of a text on one line, its line breaks and tabs as spaces.

    For lists that only tell which text is meant: nothing of their own is in a line
    that a line break could forge.  All else that cannot be seen is still drawn.

    Args:
        text: may be long.
        most: how many characters of it are shown.
        more: what says that there are more.
    """
    words = unbroken(text[: 8 * most])
    cut = len(words) > most or len(text) > 8 * most
    return one_line(words[:most] + more * cut)


def unbroken(text: str) -> str:
    """Return a text with one space for each run of spaces, tabs and line breaks."""
    if text.isprintable() and "  " not in text:
        return text.strip(" ")
    return _blank().sub(" ", text).strip(" ")


@cache
def _blank() -> re.Pattern[str]:
    return re.compile("[ \t\r\n]+")


def handle(text: str) -> Shown:
    """Show a handle: what cannot be seen in it is spelt out, joiners too."""
    if handle_is_plain(text):
        return Shown(text)
    return Shown(re.sub("[\u200c\u200d\ufe00-\ufe0f]", _symbol, one_line(text)))


def text_lines(text: str) -> list[Shown]:
    """Show text line by line; only LF and CRLF break a line.

    Returns:
        At least one line.  A tab becomes four spaces.
    """
    if text.isascii() and text.isprintable():
        return [Shown(text)]
    lines = text.replace("\r\n", "\n").replace("\t", "    ").split("\n")
    return [one_line(line) for line in lines]


def cell(text: str) -> Shown:
    """Show text for a cell of a table: LF stays, formulas are disarmed.

    What a spreadsheet would evaluate, or take for a sign that it does, gets an
    apostrophe before it; so does what begins with one, so that exactly one is
    to be taken away.
    """
    shown = "\n".join(
        one_line(line).replace("\t", "\u2409")
        for line in text.replace("\r\n", "\n").split("\n")
    )
    guarded = shown.lstrip(" \n").startswith(
        ("=", "+", "-", "@", "'", "|", "%", "＝", "＋", "－", "＠")
    )
    return Shown(f"'{shown}" if guarded else shown)


def xml(text: Shown) -> str:
    """Escape shown text for XML and HTML, between tags and in attributes."""
    for char, entity in (("&", "amp"), ("<", "lt"), (">", "gt"), ('"', "quot")):
        text = Shown(text.replace(char, f"&{entity};"))
    return text.replace("'", "&#39;")


def markdown(text: Shown, *, begins: bool = True) -> str:
    """Write shown text so that CommonMark, GitHub and pandoc show just these words.

    Words that platforms act upon wherever they see them (addresses, handles, numbers
    of issues) stand as code: a backslash does not keep GitHub from linking them and
    telling whom they name.

    Args:
        text: one line.
        begins: whether it may stand where a line, a cell or an entry begins.
    """
    bare = text.strip(" ")
    if not bare:
        return "&nbsp;" * len(text)
    before = len(text) - len(text.lstrip(" "))
    pieces = _acted_upon().split(bare)
    for number, piece in enumerate(pieces):
        meaning = _markup(begins=begins and not number)
        in_code = number % 2
        pieces[number] = f"`{piece}`" if in_code else meaning.sub(_undone, piece)
    after = len(text) - len(bare) - before
    return "".join(("&nbsp;" * before, *pieces, "&nbsp;" * after))


def _undone(found: re.Match[str]) -> str:
    """Take its meaning from what means something in Markdown."""
    sign = found[0]
    if sign in "`$":  # opens code or mathematics somewhere even after a backslash
        return f"&#{ord(sign)};"
    if sign.isspace():
        return "&nbsp;" * (len(sign) - 1) + " "
    if sign[-1] in ".)" and sign[0] != ".":
        return f"{sign[:-1]}\\{sign[-1]}"
    return "".join(f"\\{char}" for char in sign)


def dot(text: Shown) -> str:
    """Write shown text for a string of Graphviz's DOT, between double quotes."""
    for sign, written in (("\\", "\\\\"), ('"', '\\"'), ("&", "&amp;")):
        text = Shown(text.replace(sign, written))
    return text


def mermaid(text: Shown) -> str:
    """Write shown text for a label of Mermaid, between double quotes."""
    text = Shown(text.replace("ﬂ°", "<U+FB02>°"))  # which it writes signs with itself
    return _drawn().sub(lambda found: f"#{ord(found[0])};", text)


def drives_terminals(text: str) -> bool:
    """Tell whether a text holds what begins a terminal's control sequences."""
    return "\x1b" in text or "\x9b" in text


def handle_is_plain(handle: str) -> bool:
    """Tell whether a handle is one that the platform can have given out.

    Source:
        The platform's rule: 1 to 15 of the letters A-Z, digits and underscore.
        Some early accounts have up to 20.
    """
    return (
        handle.isascii()
        and 0 < len(handle) <= 20  # noqa: PLR2004 - the rule of the docstring
        and handle.replace("_", "a").isalnum()
    )


@cache
def _acted_upon() -> re.Pattern[str]:
    """Return what GitHub links, tells somebody of, or draws, wherever it stands."""
    return re.compile(
        r"""((?:
        [A-Za-z][A-Za-z0-9+.-]{0,20}://            # an address
            (?: [^\s`|]* [^\s`|.,;:!?'")\]>] )?
        | \b[Ww]{3}\. [^\s`|]+
        | (?: \w [\w.+/-]{0,63} )? @ \w           # a handle, a team, a mailbox
            (?: [\w./-]* \w )?
        | [\w./-]{0,80} \# [0-9] \w*               # an issue
        | \b[Gg][Hh]-[0-9]+
        | \b (?=[0-9]*[a-f]) (?=[a-f]*[0-9]) [0-9a-f]{7,40} \b    # a commit
        | : (?: [+-]1 | 100 | 1234 | (?=[0-9_+-]*[a-z]) [a-z0-9_+-]{1,40} ) : # a smiley
        | \[ ! [A-Za-z]{1,20} \]                   # a box: [!NOTE]
        )+)""",
        re.VERBOSE,
    )


@cache
def _markup(*, begins: bool) -> re.Pattern[str]:
    """Return what means something in Markdown; some only where a line begins.

    Two hyphens, three dots and quotes become other signs in pandoc.
    """
    at_first = r"""
        \A [-+=:#>%]
        | \A \(? (?: [A-Za-z] | [0-9]{1,9} | [ivxlcdmIVXLCDM]{1,9} ) [.)] (?=[ ]|\Z) |
        """
    anywhere = r"""
        [ ]{2,} | -{2,} | \.{3,} | &(?=[\#\w]) | (?<![^\W_])_ | _(?![^\W_])
        | [\\`*\[\]<~^$|{}@"']
        """
    return re.compile(at_first * begins + anywhere, re.VERBOSE)


@cache
def _drawn() -> re.Pattern[str]:
    """Return what means something in Mermaid, or in the Markdown that it reads."""
    signs = '["-&*-.:-@\\[-^`{-~]'
    return re.compile(rf"{signs}|(?<![^\W_])_|_(?![^\W_])")


@cache
def _unsafe() -> re.Pattern[str]:
    flag = "\U0001f3f4[\U000e0030-\U000e007a]{1,8}\U000e007f"  # Wales, Scotland ...
    return re.compile(
        f"{flag}|"
        "[\x00-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"
        "\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\u3164\ufeff\uffa0"
        "\ufdd0-\ufdef\ufff0-\ufffb\ufffe\uffff\ud800-\udfff"
        "\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]"
    )


def _symbol(found: re.Match[str]) -> str:
    char = found[0]
    if len(char) > 1:
        return char
    code = ord(char)
    if code < 0x20:  # noqa: PLR2004 - the C0 controls have pictures
        return chr(0x2400 + code)
    return "␡" if char == "\x7f" else f"<U+{code:04X}>"


def _is_mark(char: str) -> bool:
    return char > "\u02ff" and unicodedata.category(char) in ("Mn", "Me")


def _marks(text: str) -> str:
    """Cap runs of combining marks, saying how many more there were."""
    if text.isascii() or len(text) <= _MOST_MARKS:
        return text
    if not any(_is_mark(char) for char in set(text)):
        return text
    kept: list[str] = []
    run = 0
    for char in text + "\n":
        if _is_mark(char):
            run += 1
        else:
            if run > _MOST_MARKS:
                kept.append(f"<{run - _MOST_MARKS} more marks>")
            run = 0
        if run <= _MOST_MARKS:
            kept.append(char)
    return "".join(kept[:-1])
