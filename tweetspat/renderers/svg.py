"""SVG: the terminal picture, drawn alike everywhere.

Every stretch stands at its own exact place and length, so that no font can
push the columns apart; nothing is loaded from outside.
"""

import re
from collections.abc import Iterator

from tweetspat.renderers.cells import cells
from tweetspat.renderers.layout import laid_out
from tweetspat.renderers.lines import Line
from tweetspat.renderers.palette import GROUND, palette
from tweetspat.renderers.view import Report, View
from tweetspat.visible import Shown, xml

__all__ = ["render"]

_RUN = re.compile("[^ ]+(?: [^ ]+)*")
_CELL = 8.4
_LINE = 19
_SIZE = 14
_MARGIN = 20
_FONTS = "'DejaVu Sans Mono','Liberation Mono',Menlo,Consolas,monospace"


def render(report: Report, view: View) -> Iterator[str]:
    """Yield one SVG document, line by line."""
    theme = view.theme if view.theme in GROUND else "dark"
    shown = view._replace(theme=theme, isolate=False, links=True)
    lines = list(laid_out(report, shown))
    ground, ink = GROUND[theme]
    width = view.width * _CELL + 2 * _MARGIN
    height = len(lines) * _LINE + 2 * _MARGIN
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:g} {height}" '
        f'width="{width:g}" height="{height}" role="img">'
    )
    first = lines[0][0].text if lines and lines[0] else ""
    yield f"<title>{xml(Shown(first))}</title>"
    yield f'<rect width="100%" height="100%" rx="8" fill="{ground}"/>'
    yield (
        f'<g font-family="{_FONTS}" font-size="{_SIZE}" fill="{ink}" '
        'xml:space="preserve">'
    )
    for number, line in enumerate(lines):
        yield from _line(line, _MARGIN + (number + 1) * _LINE - 5, theme)
    yield "</g>"
    yield "</svg>"


def _line(line: Line, y: int, theme: str) -> Iterator[str]:
    """Yield the stretches of a line; runs of spaces, which XML folds, split them."""
    at = 0
    for part in line:
        look = _look(part.role, theme)
        for found in _RUN.finditer(part.text):
            length = cells(found[0])
            x = _MARGIN + (at + cells(part.text[: found.start()])) * _CELL
            drawn = (
                f'<text x="{x:g}" y="{y}" textLength="{length * _CELL:g}" '
                f'lengthAdjust="spacingAndGlyphs"{look}>{xml(Shown(found[0]))}</text>'
            )
            yield f'<a href="{xml(Shown(part.url))}">{drawn}</a>' if part.url else drawn
        at += cells(part.text)


def _look(role: str, theme: str) -> str:
    look = palette(theme, role)
    marks = [
        f' fill="{look.color}"' if look.color else "",
        ' font-weight="bold"' if look.bold else "",
        ' font-style="italic"' if look.italic else "",
        ' text-decoration="underline"' if look.underline else "",
    ]
    return "".join(marks)
