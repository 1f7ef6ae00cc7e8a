"""Wordings of every language, and what they mean on the clock of who says them."""

from datetime import datetime
from pathlib import Path

import pytest

from tweetspat.said_times import OwnZone, said_times
from tweetspat.zones import zone

TABLE = Path(__file__).with_name("phrases") / "wordings.txt"
ROWS = [
    tuple(map(str.strip, line.split("|")))
    for line in TABLE.read_text("utf-8").splitlines()
    if line and not line.startswith("#")
]


def told(said, own):
    """Return an interval as its zone's clock shows it; a minute is one instant."""
    clock = zone(said.zone).rules
    start, end = said.start.astimezone(clock), said.end.astimezone(clock)
    meaning = f"{start:%Y-%m-%d %H:%M}"
    if said.precision != "minute":
        meaning = f"{meaning} to {end:%Y-%m-%d %H:%M}".replace(" 00:00", "")
    return meaning if said.zone == own else f"{meaning} {said.zone}"


def test_there_are_wordings():
    assert len(ROWS) >= 90


@pytest.mark.parametrize(("text", "sent", "name", "meaning"), ROWS)
def test_a_wording_means_what_its_speaker_means(text, sent, name, meaning):
    own = None if name == "none" else OwnZone(zone(name), "own")
    there = own.zone if own else zone("UTC")
    instant = datetime.fromisoformat(sent).replace(tzinfo=there.rules)

    said = said_times(text, instant, None, own)

    assert ("; ".join(told(each, name) for each in said) or "nothing") == meaning
