"""What a renderer is given beside the spats: values only, nothing to look up."""

from collections.abc import Iterable
from typing import NamedTuple

from tweetspat.model import Input, Spat
from tweetspat.problems import Problem
from tweetspat.summaries import Summary
from tweetspat.zones import Zone

__all__ = ["ASCII", "GLYPHS", "LAYOUTS", "Glyphs", "Report", "View", "glyphs_for"]


class Glyphs(NamedTuple):
    """The signs that are drawn; a second set serves encodings without them."""

    sides: tuple[str, ...]
    bystander: str
    ghost: str
    rail: str
    rule: str
    thin: str
    dashed: str
    silence: str
    reply: str
    quote: str
    inferred: str
    lost: str
    clock: str
    contested: str
    exchange: str
    warning: str
    repeat: str
    copy: str
    media: str
    leads_to: str
    quote_rail: str
    more: str
    dot: str
    lane: str
    tick: str
    to: str
    words: tuple[str, str]


GLYPHS = Glyphs(
    sides=("●", "◆", "▲", "■"),
    bystander="○",
    ghost="?",
    rail="┃",
    rule="━",
    thin="─",
    dashed="╌",
    silence="⋮",
    reply="↩",
    quote="❝",
    inferred="≈",
    lost="⌀",
    clock="◷",
    contested="⇅",
    exchange="⇄",
    warning="⚠",
    repeat="⟲",
    copy="≠",
    media="▣",
    leads_to="→",
    quote_rail="│",
    more="…",
    dot="·",
    lane="─",
    tick="┼",
    to="–",
    words=("“", "”"),
)

ASCII = Glyphs(
    sides=("A", "B", "C", "D"),
    bystander="o",
    ghost="?",
    rail="|",
    rule="=",
    thin="-",
    dashed="-",
    silence=":",
    reply="<-",
    quote='"',
    inferred="~",
    lost="x",
    clock="@",
    contested="<>",
    exchange="<->",
    warning="!",
    repeat="RT",
    copy="!=",
    media="[+]",
    leads_to="->",
    quote_rail="|",
    more="...",
    dot="-",
    lane="-",
    tick="+",
    to="-",
    words=('"', '"'),
)


def glyphs_for(encoding: str) -> Glyphs:
    """Return the full set, or the ASCII one where the encoding lacks a sign."""
    try:
        "".join(sign for signs in GLYPHS for sign in signs).encode(encoding)
    except (UnicodeEncodeError, LookupError):
        return ASCII
    return GLYPHS


LAYOUTS = ("timeline", "versus", "tree")
"""One tweet after another; a column a side; every tweet under what it answers."""


class View(NamedTuple):
    """How to show it.

    Attributes:
        width: cells in a line.
        zones: the clocks to show, in this order.
        glyphs: the signs to draw with.
        theme: "dark", "light" or "ansi" where colour is wanted, else None.
        colors: how many colours the terminal has: "truecolor", "256", "standard".
        isolate: enclose right-to-left lines in FSI and PDI, for terminals.
        verbose: also show places, evidence and confidence.
        whole: show every conversation whole, not only the likeliest.
        most_others: at most so many one-line conversations; None for all.
        events: below each conversation also show what is said in it to have
            happened when.
        layout: one of `LAYOUTS`.
        compact: one or two lines a tweet.
        fold: of a long conversation fold what bystanders say, for terminals.
        links: say of numbers, handles and addresses where they lead, for outputs
            in which one may follow them.
        edges: the table has a row a link, not a row a tweet.
    """

    width: int = 80
    zones: tuple[Zone, ...] = ()
    glyphs: Glyphs = GLYPHS
    theme: str | None = None
    colors: str = "standard"
    isolate: bool = False
    verbose: bool = False
    whole: bool = True
    most_others: int | None = None
    events: bool = False
    layout: str = "timeline"
    compact: bool = False
    fold: bool = False
    links: bool = False
    edges: bool = False


class Report(NamedTuple):
    """What is shown, and where it comes from.

    Attributes:
        spats: the likeliest first; read once.
        others: conversations of which one line is shown, after the spats.
        inputs: the files that were read.
        problems: what could not be read in them.
    """

    spats: Iterable[Spat]
    inputs: tuple[Input, ...] = ()
    problems: tuple[Problem, ...] = ()
    others: Iterable[Summary] = ()
