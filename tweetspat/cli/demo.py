"""`tweetspat demo`: the bundled Aleppo spat, no file needed."""

import os

from tweetspat.cli import options
from tweetspat.cli.show import Wanted, present
from tweetspat.problems import NothingReadable
from tweetspat.renderers.view import LAYOUTS

__all__ = ["bundled", "demo"]


def demo(
    zone: options.Zones = None,
    events: options.Events = False,
    layout: options.Layout = "timeline",
    compact: options.Compact = False,
    color: options.Color = "auto",
    theme: options.Theme = "auto",
    width: options.Width = None,
    no_pager: options.NoPager = False,
    verbose: options.Verbose = False,
    debug: options.Debug = False,  # noqa: ARG001 - main looks for it
) -> int:
    """Show the bundled spat: who bombed Aleppo, 11 February 2016."""
    wanted = Wanted(
        zones=zone,
        color=color,
        theme=theme,
        width=width,
        verbose=verbose,
        events=events,
        no_pager=no_pager,
        layout=options.words(layout, *LAYOUTS),
        compact=compact,
    )
    return present([bundled("aleppo-2016.json")], wanted)


def bundled(name: str) -> str:
    """Return the path of a sample: in the package, else in the source tree."""
    package = os.path.dirname(os.path.dirname(os.path.realpath(__file__)))
    for folder in (package, os.path.dirname(package)):
        path = os.path.join(folder, "samples", name)
        if os.path.isfile(path):
            return path
    raise NothingReadable(
        f"{name}: the sample is not installed; install tweetspat anew"
    )
