"""Turn a heap of tweet files into the argument that it was.

    import tweetspat

    heap = tweetspat.load(["thread.json"])
    for spat in tweetspat.reconstruct(heap):
        print(tweetspat.render(spat, "text", zones=["MSK", "Washington"]))

Nothing here prints, exits, or reads the clock, the environment or the terminal.
The names are loaded when they are first used, so that a small job starts fast.
"""

from importlib import import_module

from tweetspat.version import VERSION as __version__  # noqa: N811 - the usual name

TYPE_CHECKING = False  # typing takes its time, and the command line no signal meanwhile
if TYPE_CHECKING:
    from tweetspat.interface import load, read_cast, reconstruct, render
    from tweetspat.model import Heap, Link, SaidTime, Side, Spat, Turn, Tweet
    from tweetspat.problems import (
        NothingFound,
        NothingReadable,
        Place,
        Problem,
        SpatError,
        UsageError,
    )
    from tweetspat.selection import Selection
    from tweetspat.sides import Cast

__all__ = [
    "Cast",
    "Heap",
    "Link",
    "NothingFound",
    "NothingReadable",
    "Place",
    "Problem",
    "SaidTime",
    "Selection",
    "Side",
    "Spat",
    "SpatError",
    "Turn",
    "Tweet",
    "UsageError",
    "__version__",
    "load",
    "read_cast",
    "reconstruct",
    "render",
]

_HOMES = {
    "tweetspat.interface": ("load", "read_cast", "reconstruct", "render"),
    "tweetspat.model": ("Heap", "Link", "SaidTime", "Side", "Spat", "Turn", "Tweet"),
    "tweetspat.problems": (
        "NothingFound",
        "NothingReadable",
        "Place",
        "Problem",
        "SpatError",
        "UsageError",
    ),
    "tweetspat.selection": ("Selection",),
    "tweetspat.sides": ("Cast",),
}


def __getattr__(name: str) -> object:
    for home, names in _HOMES.items():
        if name in names:
            return getattr(import_module(home), name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
