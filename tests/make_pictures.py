"""Make the picture in the README: the head of the Aleppo spat, as the tool draws it.

usage: python tests/make_pictures.py

The picture is what `tweetspat show samples/aleppo-2016.json --format svg` prints,
cut after so many lines, and says how many tweets are left out.
"""

import re
from pathlib import Path

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


def main() -> None:
    """Write the picture."""
    (HERE / "docs" / "aleppo-2016.svg").write_text(picture(), encoding="utf-8")


if __name__ == "__main__":
    main()
