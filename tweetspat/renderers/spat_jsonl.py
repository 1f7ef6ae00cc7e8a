"""JSON lines: each line a whole document with one spat."""

from tweetspat.renderers.spat_json import render_lines as render

__all__ = ["render"]
