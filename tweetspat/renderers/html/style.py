"""The look of a report: one style sheet, whose hash the document's policy names."""

from base64 import b64encode
from functools import cache
from hashlib import sha256
from pathlib import Path

from tweetspat.renderers.palette import GROUND, palette

__all__ = ["policy", "style"]

_ROLES = (
    "side0",
    "side1",
    "side2",
    "side3",
    "other",
    "aside",
    "dim",
    "rule",
    "hashtag",
    "when",
    "lost",
    "warning",
)
_TINTS = {
    "light": ("#eef5f9", "#f8f1ec", "#f6eff3", "#f5f4e9", "#f4f4f3"),
    "dark": ("#18242d", "#29221a", "#272028", "#282717", "#1e2126"),
}
"""The grounds of the sides' tweets and of all others'."""


@cache
def style(*more: str) -> str:
    """Return the style sheet: the palette's colours, the rules, and others' rules."""
    sheets = [Path(__file__).with_name(f"{name}.css") for name in ("report", *more)]
    rules = "".join(_squeezed(sheet.read_text("utf-8")) for sheet in sheets)
    light, dark = _colours("light"), _colours("dark")
    query = "@media screen and (prefers-color-scheme:dark)"
    return f":root{{{light}}}{query}{{:root{{{dark}}}}}\n{rules}"


@cache
def policy(*more: str) -> str:
    """Return what the document may do: look as it looks, and nothing else."""
    digest = b64encode(sha256(style(*more).encode()).digest()).decode()
    return (
        f"default-src 'none'; style-src 'sha256-{digest}'; "
        "base-uri 'none'; form-action 'none'"
    )


def _colours(theme: str) -> str:
    ground, ink = GROUND[theme]
    named = {role: palette(theme, role).color or ink for role in _ROLES}
    named |= {"ground": ground, "ink": ink}
    named |= {f"tint{n}": tint for n, tint in enumerate(_TINTS[theme])}
    return "".join(f"--{name}:{color};" for name, color in named.items())


def _squeezed(rules: str) -> str:
    """Leave out what only people read: indentation, line ends."""
    return "".join(line.strip() for line in rules.splitlines())
