"""Make the pictures in the README, as the tool draws them.

usage: python tests/make_pictures.py

The first is what `tweetspat show samples/aleppo-2016.json --format svg` prints, cut
after so many lines, and says how many tweets are left out.  The others are the
synthetic sample with `--layout versus --width 120 --theme light` and with `--layout
tree --width 100`, whole.
"""

import re
from pathlib import Path

from shown import drawn, sample, view

from tweetspat import load, reconstruct, render

HERE = Path(__file__).parent.parent
LINES = 56
LINE_HEIGHT = 19


def picture() -> str:
    """Return the SVG of the first lines."""
    spats = reconstruct(load([HERE / "samples" / "aleppo-2016.json"]))
    zones = [side.zone for side in spats[0].sides if side.zone]
    whole = render(spats, "svg", zones=zones, width=84, theme="dark").splitlines()
    kept, shown = [], 0
    bottom = (LINES + 1) * LINE_HEIGHT
    for line in whole:
        y = re.search(r' y="(\d+)"', line)
        if y is None or int(y[1]) < bottom:
            kept.append(line)
            shown += ">time unknown</text>" in line
    left = len(spats[0].turns) - shown
    more = f'<text x="20" y="{bottom + 12}" fill="#949ca6">… {left} more tweets</text>'
    height = bottom + 2 * LINE_HEIGHT
    kept[0] = re.sub(r'(viewBox="0 0 \S+ )\d+"', rf'\g<1>{height}"', kept[0])
    kept[0] = re.sub(r' height="\d+"', f' height="{height}"', kept[0])
    return "\n".join([*kept[:-2], more, *kept[-2:]]) + "\n"


def layout(name: str, width: int, theme: str) -> str:
    """Return the SVG of the synthetic sample in a layout."""
    how = view(layout=name, width=width, theme=theme, whole=False)
    spats = sample("synthetic-v1.json")[:1]
    return "".join(f"{line}\n" for line in drawn(spats, "svg", how))


def main() -> None:
    """Write the pictures."""
    for name, drawing in (
        ("aleppo-2016", picture()),
        ("versus", layout("versus", 120, "light")),
        ("tree", layout("tree", 100, "dark")),
    ):
        (HERE / "docs" / f"{name}.svg").write_text(drawing, encoding="utf-8")


if __name__ == "__main__":
    main()
