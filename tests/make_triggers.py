"""Make `tweetspat/said_times/triggers.py` from the lexicons.

usage: python tests/make_triggers.py

The module spares the gate from loading seven lexicons; `.ci/run` makes it anew and
demands that nothing changes.
"""

from pathlib import Path
from textwrap import fill

from tweetspat.said_times.languages import LANGUAGES, language
from tweetspat.said_times.lexicon import Entry

TARGET = Path(__file__).parents[1] / "tweetspat" / "said_times" / "triggers.py"
TELLING = frozenset(
    "day weekday month part moment unit hours half oclock year_word".split()
)
"""One of these stands in every phrase that has no figure."""

HEAD = '''"""Words one of which stands in every text that speaks of a time without figures.

Made by `python tests/make_triggers.py` from the lexicons; not to be edited.
"""

__all__ = ["TRIGGERS"]

TRIGGERS = frozenset(
    """
'''
TAIL = '''
""".split()
)
'''


def main() -> None:
    """Write the module."""
    words = {
        trigger(first, entry)
        for name in LANGUAGES
        if name != "arabic"  # what is Arabic is always read
        for first, entries in language(name).index.items()
        for entry in entries
        if entry.kind in TELLING and entry.name != "short"  # these need a date
    }
    text = fill(" ".join(sorted(word for word in words if len(word) > 1)), 84, break_on_hyphens=False)
    TARGET.write_text(HEAD.rstrip("\n") + "\n" + text + TAIL, "utf-8")


def trigger(first: str, entry: Entry) -> str:
    """Return the longest word of an entry: the rarest, as a rule."""
    return max((first, *entry.rest), key=len)


if __name__ == "__main__":
    main()
