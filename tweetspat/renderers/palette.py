"""What each role looks like: on dark ground, on light, in the terminal's colours.

The colours of the first two sides are Okabe and Ito's; those of the others lie far
from them, and from each other, under each of the three colour blindnesses.
"""

from typing import NamedTuple

__all__ = ["GROUND", "ROLES", "Look", "palette"]


class Look(NamedTuple):
    """A colour (#rrggbb, an ANSI name, or None for the default) and its weight."""

    color: str | None = None
    bold: bool = False
    italic: bool = False
    dim: bool = False
    underline: bool = False


GROUND = {"dark": ("#14161a", "#e8eaed"), "light": ("#fdfdfb", "#1b1d21")}
"""Background and text of the themes that bring their own ground."""

_DARK = {
    "side0": Look("#56b4e9"),
    "side1": Look("#e69f00"),
    "side2": Look("#e660a0"),
    "side3": Look("#f5ee9a"),
    "other": Look("#9aa3af"),
    "bystander": Look("#9aa3af"),
    "bystander bold": Look("#9aa3af"),
    "aside": Look("#b3bac4"),
    "title": Look(None, bold=True),
    "rule": Look("#70777f"),
    "dim": Look("#949ca6"),
    "relation": Look("#949ca6", italic=True),
    "hashtag": Look("#cc79a7"),
    "said": Look("#22b489", underline=True),
    "when": Look("#22b489"),
    "lost": Look("#f0e442", italic=True),
    "paraphrase": Look(None, italic=True),
    "warning": Look("#ff9b6b"),
}
_LIGHT = {
    "side0": Look("#0072b2"),
    "side1": Look("#a84300"),
    "side2": Look("#7a1f62"),
    "side3": Look("#473f27"),
    "other": Look("#666d76"),
    "bystander": Look("#666d76"),
    "bystander bold": Look("#666d76"),
    "aside": Look("#555c65"),
    "title": Look(None, bold=True),
    "rule": Look("#8a9099"),
    "dim": Look("#666d76"),
    "relation": Look("#666d76", italic=True),
    "hashtag": Look("#8f3f6f"),
    "said": Look("#00684f", underline=True),
    "when": Look("#00684f"),
    "lost": Look("#7a5c00", italic=True),
    "paraphrase": Look(None, italic=True),
    "warning": Look("#b02a00"),
}
_ANSI = {
    "side0": Look("cyan"),
    "side1": Look("yellow"),
    "side2": Look("magenta"),
    "side3": Look("green"),
    "other": Look(None, dim=True),
    "bystander": Look(None, dim=True),
    "bystander bold": Look(None, dim=True),
    "aside": Look(),
    "title": Look(None, bold=True),
    "rule": Look(None, dim=True),
    "dim": Look(None, dim=True),
    "relation": Look(None, italic=True, dim=True),
    "hashtag": Look("magenta"),
    "said": Look("green", underline=True),
    "when": Look("green"),
    "lost": Look("yellow", italic=True),
    "paraphrase": Look(None, italic=True),
    "warning": Look("red"),
}
ROLES = tuple(_DARK)
"""Every role; "bold" may follow one."""

_THEMES = {"dark": _DARK, "light": _LIGHT, "ansi": _ANSI}


def palette(theme: str, role: str) -> Look:
    """Return the look of a role such as "side0" or "side0 bold" in a theme.

    Bystanders are never bold: they are the third, muted style beside two sides.
    """
    if role in _THEMES[theme]:
        return _THEMES[theme][role]
    name, _, weight = role.partition(" ")
    if name == "bold":
        name, weight = "", "bold"
    look = _THEMES[theme].get(name, Look())
    return look._replace(bold=True) if weight == "bold" else look
