"""What a person sees: makers and strategies for the tests of the outputs."""

import os
import subprocess
import sys
from collections.abc import Iterable
from datetime import timedelta
from pathlib import Path

from hypothesis import strategies as st
from make import SAMPLES, at, heap

from tweetspat import load, reconstruct
from tweetspat.model import (
    Account,
    Bounds,
    Case,
    Claim,
    Contest,
    Copy,
    Input,
    Link,
    Media,
    Order,
    Retweet,
    SaidTime,
    Side,
    Spat,
    Turn,
    Tweet,
    TweetId,
    Url,
)
from tweetspat.problems import Place, Problem
from tweetspat.renderers import renderer
from tweetspat.renderers.view import Report, View
from tweetspat.zones import Zone, zone_or_raise

ROOT = SAMPLES.parent
SIDES = (
    Side("Moscow", ("mod",), "Europe/Moscow"),
    Side("Washington", ("oir",), "America/New_York"),
)

SCRIPTS = (
    "abc XYZ 019 .,:;!?@#_-",
    "Минобороны России",
    "شاهد من حلب، رأينا",
    "עברית בסדר",
    "漢字かなカナ한글",
    "हिन्दी क्षत्रिय",
    "ภาษาไทยก็",
    "e\u0301a\u0308\u20dd",
    "👩\u200d✈️🦢👨\u200d👩\u200d👧\u200d👦🏴🇸🇾☎️",
    "\u00a0\u202f\u2003\u3000",
    "\x00\x1b\x07\x7f\x85\x9b\t\r\n\u2028\u202e\u2066\u200b\ufeff\U000e0067\ufffe",
)
"""Letters of many scripts, emoji, odd spaces, and what drives displays."""


def texts(max_size: int = 60, *, encodable: bool = False) -> st.SearchStrategy[str]:
    """Return texts over many scripts, some hostile; `encodable` has no surrogates."""
    others = st.characters(codec="utf-8") if encodable else st.characters()
    letters = st.sampled_from([*"".join(SCRIPTS), *" " * 20]) | others
    return st.text(letters, max_size=max_size)


def clocks(*words: str) -> tuple[Zone, ...]:
    """Return the zones that words mean; Moscow's and Washington's for none."""
    return tuple(zone_or_raise(word) for word in words or ("MSK", "Washington"))


def view(*, zones: Iterable[str] = ("MSK", "Washington"), **more: object) -> View:
    """Return a view of 80 cells with both clocks."""
    return View(zones=clocks(*zones) if zones else (), **more)  # type: ignore[arg-type]


def spats(tweets: Iterable[Tweet], *cases: Case, **options: object) -> list[Spat]:
    """Return the spats of some tweets, the likeliest first."""
    return reconstruct(heap(tweets, *cases), **options)  # type: ignore[arg-type]


def drawn(
    what: Iterable[Spat], name: str = "text", seen: View | None = None
) -> list[str]:
    """Return the lines of an output."""
    return [*renderer(name).render(Report(list(what)), seen or view())]


def lines(tweets: Iterable[Tweet], *cases: Case, **more: object) -> list[str]:
    """Return the lines of plain text that a person sees of some tweets."""
    return drawn(spats(tweets, *cases), "text", view(**more))


def sample(name: str) -> list[Spat]:
    """Return the spats of one of the bundled samples."""
    return reconstruct(load([SAMPLES / name]))


def case_of(*tweets: str, **more: object) -> Case:
    """Return a case of both sides that holds some tweets."""
    fields: dict[str, object] = {
        "title": None,
        "synthetic": False,
        "reconstructed": False,
        "sources": (),
        "sides": SIDES,
        "tweets": tweets,
        "claims": (),
    }
    return Case(**(fields | more))  # type: ignore[arg-type]


def full_report(text: str = "At 13:55 (MSK)") -> Report:
    """Return a report in which no list is empty and no value null."""
    place = Place("made.json", 1, "$[0]", "api-v1.1")
    problem = Problem("odd", text, place)
    one, two = TweetId("1"), TweetId("2")
    tweet = Tweet(
        id=one,
        author=Account("mod", text, "7"),
        text=text,
        sent=at("12:00"),
        sent_basis="case",
        place=place,
        sources=(text,),
        urls=(Url("https://t.co/a", text),),
        media=(Media("photo", "https://pbs.example/a.jpg", text),),
        bounds=Bounds(at("11:00"), at("13:00")),
        time_as_told=text,
        paraphrase=text,
        copies=(Copy(text, "mod", place),),
    )
    start = at("10:55")
    said = SaidTime(
        text,
        0,
        9,
        start,
        start + timedelta(minutes=1),
        "minute",
        "Europe/Moscow",
        text,
        0.99,
    )
    link = Link(
        two, "answers", "mention", False, 0.95, 0.9, text, ((two, 0.4),), (two,)
    )
    told = ((link,), (said,), (Retweet("oir", at("12:30")),), (problem,))
    turns = (
        Turn(tweet, 1, "Moscow", *told),
        Turn(tweet._replace(id=two), 2, "Moscow", *told),
    )
    claim = Claim(text, (one, two))
    spat = Spat(
        id=one,
        title=text,
        synthetic=True,
        reconstructed=True,
        sources=(text,),
        sides=SIDES,
        order=Order("contested", (Contest((one, two), (claim,)),)),
        turns=turns,
        score=1,
    )
    inputs = (Input("made.json", "0" * 64, "api-v1.1", 2, 1),)
    return Report([spat], inputs, (problem,))


def run(
    *arguments: str,
    given: bytes = b"",
    cwd: Path | None = None,
    **environ: str,
) -> subprocess.CompletedProcess[bytes]:
    """Run the command line in a process of its own, in a plain environment."""
    return subprocess.run(
        [sys.executable, "-m", "tweetspat", *arguments],
        input=given,
        capture_output=True,
        check=False,
        timeout=60,
        cwd=cwd,
        env=environment(**environ),
    )


def environment(**more: str) -> dict[str, str]:
    """Return an environment that says nothing about colours and encodings."""
    kept = {"PATH": os.environ.get("PATH", ""), "PYTHONPATH": str(ROOT)}
    return kept | more
