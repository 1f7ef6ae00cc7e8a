"""What of a spat is asked for, and what stays for context.

What a selected tweet points at stays with it, so that it can be understood: its
parent, what it quotes, the series that it answers.  These *context* tweets are
marked, and drawn dim.

Where a context tweet points at one that is left out, its link stays too, and
leads elsewhere: its evidence says that the target is not selected.  So nothing
that was stated is lost, nothing is made up, and every other link still leads to
a tweet that is there.  A selected tweet never has such a link.

Numbers, the spat's id and its sides are those of the whole.
"""

from importlib import import_module

TYPE_CHECKING = False
if TYPE_CHECKING:
    from tweetspat.selection.accounts import met, with_handles
    from tweetspat.selection.asked import KINDS, Kind, Selection, compiled
    from tweetspat.selection.branches import Branch, around, branch, named_by
    from tweetspat.selection.chosen import nothing, selected
    from tweetspat.selection.parts import NOT_SELECTED, select

__all__ = [
    "KINDS",
    "NOT_SELECTED",
    "Branch",
    "Kind",
    "Selection",
    "around",
    "branch",
    "compiled",
    "met",
    "named_by",
    "nothing",
    "select",
    "selected",
    "with_handles",
]

_HOMES = {
    "accounts": ("met", "with_handles"),
    "asked": ("KINDS", "Kind", "Selection", "compiled"),
    "branches": ("Branch", "around", "branch", "named_by"),
    "chosen": ("nothing", "selected"),
    "parts": ("NOT_SELECTED", "select"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


def __getattr__(name: str) -> object:
    """Load a public name: who selects nothing does not wait for what selects."""
    if name not in _HOME:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
