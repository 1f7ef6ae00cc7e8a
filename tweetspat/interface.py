"""What `import tweetspat` offers; the command line uses nothing else.

Typed, documented, without printing and without exit.
"""

import os
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tweetspat import readers, reconstruction
from tweetspat.model import Basis, Heap, Side, Spat
from tweetspat.reconstruction import Infer, Join
from tweetspat.renderers import renderer
from tweetspat.renderers.view import Report, View
from tweetspat.sides import Cast
from tweetspat.zones import Zone, zone_or_raise

if TYPE_CHECKING:
    from tweetspat.selection import Selection

__all__ = ["load", "read_cast", "reconstruct", "render"]


def load(
    paths: Iterable[str | os.PathLike[str]],
    *,
    naive_zone: str | None = None,
    hashed: bool = False,
) -> Heap:
    """Read tweet files into one heap, one tweet a status id.

    Args:
        paths: files, folders, or "-" for standard input; their order does not
            matter.
        naive_zone: a zone word or IANA name for stamps that have no zone; None
            refuses such stamps.
        hashed: also take the SHA-256 of every input.

    Returns:
        The heap; what could not be read stands in `problems` and `unread`.

    Raises:
        NothingReadable: not one input could be read.
        UsageError: the zone is not known.

    Cost:
        O(bytes).  Large files of one tweet a line are streamed.
    """
    naive = zone_or_raise(naive_zone).rules if naive_zone else None
    names = [os.fspath(path) for path in paths]
    return readers.load(names, naive=naive, hashed=hashed)


def read_cast(path: str | os.PathLike[str]) -> Cast:
    """Read a cast file: who stands where, what accounts are called, their clocks.

    Raises:
        UsageError: it cannot be read, or tells what cannot be.
    """
    from tweetspat import casts

    return casts.read_cast(os.fspath(path))


def reconstruct(  # noqa: PLR0913 - each by its name
    heap: Heap,
    *,
    sides: Sequence[Side] = (),
    cast: Cast | None = None,
    infer: Infer = "safe",
    without: Iterable[Basis] = (),
    join: Join = "auto",
    selection: "Selection | None" = None,
) -> list[Spat]:
    """Return the spats of a heap, the likeliest first.

    Args:
        heap: what `load` returned.
        sides: who stands where; they come before those of the cast, and those
            before a case file's.  Where nobody tells, two sides are suggested.
        cast: who takes part, as `read_cast` returns it.
        infer: "off" shows no inferred link, "safe" those of confidence .9 and
            more, "wide" those of .7 and more.
        without: inferred links of these bases are left out.
        join: "all" lets every quote join two conversations, "replies" none, and
            "auto" those in trees of more than 1,000 tweets only where the two
            authors exchange more than it.
        selection: which tweets are asked for; None for all.  A spat of which none
            is selected is left out; of each other what is selected stays, and what
            that points at, for context.

    Raises:
        UsageError: the selection's regular expression is broken.

    Cost:
        O(n log n) in the number of tweets; no recursion.
    """
    found = reconstruction.reconstruct(
        heap,
        sides=sides,
        cast=cast,
        infer=infer,
        without=without,
        join=join,
        selection=selection,
    )
    return list(found)


def render(
    spats: Spat | Iterable[Spat],
    format: str = "text",  # noqa: A002 - the command line's word
    *,
    zones: Sequence[str | Zone] = ("MSK", "Washington"),
    width: int = 80,
    theme: str | None = None,
    heap: Heap | None = None,
) -> str:
    """Return spats as one text, lines ended by LF.

    Args:
        spats: one spat, or several, the likeliest first.
        format: a name that `tweetspat formats` lists.
        zones: the clocks to show: zone words, IANA names or zones.
        width: cells in a line of people's formats.
        theme: "dark", "light" or "ansi" for formats with colour.
        heap: where the spats come from, for the inputs and problems in JSON.

    Raises:
        UsageError: the format or a zone is not known.
    """
    clocks = [zone_or_raise(each) if isinstance(each, str) else each for each in zones]
    report = Report(
        spats=[spats] if isinstance(spats, Spat) else spats,
        inputs=heap.inputs if heap else (),
        problems=heap.problems if heap else (),
    )
    view = View(width=width, zones=tuple(clocks), theme=theme)
    return "".join(f"{line}\n" for line in renderer(format).render(report, view))
