"""What a person sees of the samples, byte for byte, as files in tests/snapshots.

To accept a change of looks, rewrite them, and look at every difference:

    TWEETSPAT_REWRITE_SNAPSHOTS=1 python -m pytest tests/test_snapshots.py
    git diff tests/snapshots
"""

import os
from pathlib import Path

import pytest
from shown import ROOT, drawn, sample, view
from telling import every_precision

from tweetspat.renderers.view import ASCII

SNAPSHOTS = Path(__file__).parent / "snapshots"
REWRITE = os.environ.get("TWEETSPAT_REWRITE_SNAPSHOTS") == "1"

ALEPPO, SYNTHETIC = "aleppo-2016.json", "synthetic-v1.json"
TIMES = "times"
"""A spat whose texts speak of times in every precision."""

LIKELIEST = {"whole": False}
EVENTS = {"events": True}
VERSUS, TREE = {"layout": "versus"}, {"layout": "tree"}
COMPACT = {"compact": True}
DARK = {"theme": "dark", "colors": "truecolor", "isolate": True}

SHOWN = {
    "aleppo-60.txt": (ALEPPO, "text", {"width": 60}),
    "aleppo-80.txt": (ALEPPO, "text", {}),
    "aleppo-120.txt": (ALEPPO, "text", {"width": 120}),
    "aleppo-80-dark.ans": (ALEPPO, "terminal", DARK),
    "aleppo-80-events.txt": (ALEPPO, "text", EVENTS),
    "aleppo-120-events.txt": (ALEPPO, "text", {"width": 120, **EVENTS}),
    "aleppo-80-events-dark.ans": (ALEPPO, "terminal", DARK | EVENTS),
    "aleppo-120-events-dark.ans": (
        ALEPPO,
        "terminal",
        {"width": 120, **DARK, **EVENTS},
    ),
    "aleppo-120-versus.txt": (ALEPPO, "text", {"width": 120, **VERSUS}),
    "aleppo-120-versus-dark.ans": (
        ALEPPO,
        "terminal",
        {"width": 120, **DARK, **VERSUS},
    ),
    "aleppo-80-tree.txt": (ALEPPO, "text", TREE),
    "aleppo-100-tree-dark.ans": (ALEPPO, "terminal", {"width": 100, **DARK, **TREE}),
    "aleppo-80-compact.txt": (ALEPPO, "text", COMPACT),
    "aleppo-80-tree-compact.txt": (ALEPPO, "text", TREE | COMPACT),
    "synthetic-120-versus.txt": (SYNTHETIC, "text", {"width": 120, **VERSUS}),
    "synthetic-120-versus-dark.ans": (
        SYNTHETIC,
        "terminal",
        {"width": 120, **DARK, **VERSUS},
    ),
    "synthetic-80-tree.txt": (SYNTHETIC, "text", TREE),
    "synthetic-80-tree-ascii.txt": (SYNTHETIC, "text", {"glyphs": ASCII, **TREE}),
    "synthetic-100-tree-dark.ans": (
        SYNTHETIC,
        "terminal",
        {"width": 100, **DARK, **TREE},
    ),
    "synthetic-80-compact.txt": (SYNTHETIC, "text", COMPACT),
    "aleppo.html": (ALEPPO, "html", {}),
    "aleppo.json": (ALEPPO, "json", {}),
    "aleppo.mmd": (ALEPPO, "mermaid", {}),
    "aleppo.jsonl": (ALEPPO, "jsonl", {}),
    "aleppo.csv": (ALEPPO, "csv", {}),
    "aleppo-80-dark.svg": (ALEPPO, "svg", {"theme": "dark"}),
    "synthetic.html": (SYNTHETIC, "html", {}),
    "synthetic.json": (SYNTHETIC, "json", {}),
    "synthetic.jsonl": (SYNTHETIC, "jsonl", {}),
    "synthetic.csv": (SYNTHETIC, "csv", {}),
    "synthetic-edges.csv": (SYNTHETIC, "csv", {"edges": True}),
    "synthetic-80.txt": (SYNTHETIC, "text", LIKELIEST),
    "synthetic-80-all.txt": (SYNTHETIC, "text", {"whole": True}),
    "synthetic-80-ascii.txt": (SYNTHETIC, "text", {"whole": True, "glyphs": ASCII}),
    "synthetic-80-utc.txt": (SYNTHETIC, "text", {"zones": ["UTC"], **LIKELIEST}),
    "synthetic-80-ansi.ans": (
        SYNTHETIC,
        "terminal",
        {"theme": "ansi", "isolate": True, **LIKELIEST},
    ),
    "synthetic-100-light.svg": (
        SYNTHETIC,
        "svg",
        {"width": 100, "theme": "light", **LIKELIEST},
    ),
    "aleppo.md": (ALEPPO, "markdown", {}),
    "aleppo.dot": (ALEPPO, "dot", LIKELIEST),
    "synthetic.md": (SYNTHETIC, "markdown", LIKELIEST),
    "synthetic.dot": (SYNTHETIC, "dot", {"whole": True}),
    "synthetic.mmd": (SYNTHETIC, "mermaid", LIKELIEST),
    "times.md": (TIMES, "markdown", {}),
    "times-60-events.txt": (TIMES, "text", {"width": 60, **EVENTS}),
    "times-80-verbose.txt": (TIMES, "text", {"verbose": True}),
    "times-120-versus-verbose.txt": (
        TIMES,
        "text",
        {"width": 120, "verbose": True, **VERSUS},
    ),
    "times-80-events-ascii.txt": (TIMES, "text", {"glyphs": ASCII, **EVENTS}),
    "times-120-events.txt": (TIMES, "text", {"width": 120, **EVENTS}),
    "times-80-events-dark.ans": (TIMES, "terminal", DARK | EVENTS),
    "times-100-events-light.svg": (
        TIMES,
        "svg",
        {"width": 100, "theme": "light", **EVENTS},
    ),
}


@pytest.mark.parametrize("name", SHOWN)
def test_the_samples_look_as_they_were_accepted(name):
    source, form, how = SHOWN[name]
    snapshot = SNAPSHOTS / name

    spats = [every_precision()] if source == TIMES else sample(source)
    lines = drawn(spats, form, view(**how))
    shown = "".join(f"{line}\n" for line in lines).replace(f"{ROOT}/", "")
    if REWRITE:
        snapshot.write_text(shown, encoding="utf-8", newline="")

    assert shown == snapshot.read_bytes().decode()


def test_every_snapshot_is_one_that_is_compared():
    assert {path.name for path in SNAPSHOTS.iterdir()} == SHOWN.keys()
