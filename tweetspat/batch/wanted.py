"""What a batch is asked for: how to read, what to make of it.  Values only."""

from collections.abc import Mapping
from typing import NamedTuple

from tweetspat.batch.names import Template
from tweetspat.model import Basis, Side
from tweetspat.reconstruction import Infer, Join
from tweetspat.renderers import RENDERERS
from tweetspat.renderers.view import View
from tweetspat.selection import Selection
from tweetspat.sides import Cast

__all__ = [
    "TABLES",
    "Reading",
    "Wanted",
    "drawn_with",
    "endings",
    "settings",
]

TABLES: Mapping[str, str] = {
    "json": "spats.json",
    "jsonl": "spats.jsonl",
    "csv": "tweets.csv",
}
"""The formats of which there is one file for all conversations, and its name."""

_SMALLEST = 2
"""Tweets that a conversation needs for a report where nobody says otherwise."""


class Reading(NamedTuple):
    """How inputs are read, linked and cut.

    Attributes:
        naive_zone: the zone of stamps that have none.
        join: which parents join; None as an index was made, else "auto".
        infer: which inferred links are shown; None cuts by what is stated, and
            infers inside each conversation.
    """

    naive_zone: str | None = None
    sides: tuple[Side, ...] = ()
    cast: Cast = Cast()
    infer: Infer | None = None
    without: frozenset[Basis] = frozenset()
    join: Join | None = None

    @property
    def zones(self) -> tuple[str, ...]:
        """The clocks of the sides that are given."""
        sides = (*self.sides, *self.cast.sides)
        return tuple(dict.fromkeys(side.zone for side in sides if side.zone))


class Wanted(NamedTuple):
    """What is made of the conversations.

    Attributes:
        formats: names of `RENDERERS`, each once.
        name: what reports are called.
        views: how each format is shown; their clocks are left to `zones`.
        min_tweets: what it takes to be written; None is 2 for reports, while files
            for machines hold everything.
        top: only so many conversations, the likeliest; None for all.
        only_spats: only those in which two voices answered each other.
        zones: the words of the clocks to show; empty for those of each
            conversation's sides.
        jobs: processes; None for what the work is worth.
        selection: which tweets are asked for; None for all.
    """

    formats: tuple[str, ...]
    name: Template
    views: Mapping[str, View]
    min_tweets: int | None = None
    top: int | None = None
    only_spats: bool = False
    zones: tuple[str, ...] = ()
    jobs: int | None = None
    selection: Selection | None = None

    @property
    def reports(self) -> tuple[str, ...]:
        """The formats of which each conversation gets a report."""
        return tuple(form for form in self.formats if form not in TABLES)

    @property
    def tables(self) -> tuple[str, ...]:
        """The formats of which there is one file."""
        return tuple(form for form in self.formats if form in TABLES)

    @property
    def least(self) -> int:
        """How many tweets a conversation needs for a report."""
        return _SMALLEST if self.min_tweets is None else self.min_tweets

    @property
    def least_in_tables(self) -> int:
        """How many tweets a conversation needs to stand in a file of all."""
        return 0 if self.min_tweets is None else self.min_tweets


def settings(wanted: Wanted, reading: Reading) -> dict[str, object]:
    """Return all that decides what the outputs are, as plain JSON values."""
    return {
        "formats": list(wanted.formats),
        "name": wanted.name.text,
        "min_tweets": wanted.min_tweets,
        "top": wanted.top,
        "only_spats": wanted.only_spats,
        "selection": wanted.selection.words if wanted.selection else None,
        **_reading(reading),
        "zones": list(wanted.zones),
        "views": {form: _view(view) for form, view in wanted.views.items()},
    }


def drawn_with(form: str, wanted: Wanted, reading: Reading) -> dict[str, object]:
    """Return what of it decides what a conversation looks like in a format."""
    told = {**_reading(reading), "zones": list(wanted.zones)}
    asked = wanted.selection
    return told | {
        "format": form,
        "view": _view(wanted.views[form]),
        "selection": asked.plain() if asked else None,
    }


def _reading(reading: Reading) -> dict[str, object]:
    cast = reading.cast
    return {
        "infer": reading.infer,
        "no_basis": sorted(reading.without),
        "join": reading.join,
        "naive_zone": reading.naive_zone,
        "sides": [side._asdict() for side in (*reading.sides, *cast.sides)],
        "names": {key: list(names) for key, names in sorted(cast.names.items())},
        "own_zones": dict(sorted(cast.zones.items())),
    }


def _view(view: View) -> dict[str, object]:
    return {
        "width": view.width,
        "theme": view.theme,
        "layout": view.layout,
        "events": view.events,
        "compact": view.compact,
    }


def endings() -> Mapping[str, str]:
    """Return what a report of each format ends in."""
    return {name: form.endings[0] for name, form in RENDERERS.items()}
