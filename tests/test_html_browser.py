"""The report in a real browser: silent, still, whole, legible, and fit to print."""

import json
import re
import shutil
import subprocess
from datetime import timedelta
from itertools import chain
from urllib.parse import unquote

import pytest
from chromium import Browser, chromium
from make import DAY
from shown import sample, view
from telling import every_precision, said, spat, turn

from tweetspat.model import Link, TweetId
from tweetspat.renderers import renderer
from tweetspat.renderers.view import Report

pytestmark = pytest.mark.skipif(
    chromium() is None, reason="no chromium here; TWEETSPAT_CHROMIUM can name one"
)

MANY = 3_000
NAMES = ("aleppo-2016", "synthetic-v1", "times", "many")
SCREENS = [(1280, False), (1280, True), (390, False), (390, True)]
NOISE = ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")


def long_thread():
    """A thread of three voices, every link stated or inferred, many times said."""
    who = ("moscow_mod", "coalition_pao", "halab_witness")
    words = "Yesterday at 13:55 (MSK)"
    return spat(
        turn(
            n,
            who[n % 5 // 2],
            DAY + timedelta(minutes=7 * n),
            f"word{n} {words}, 2 A-10 attack aircraft entered #ALEPPO https://t.co/a{n}",
            *([said(words)] if n % 50 == 0 else []),
            links=_link(n) if n > 1 else (),
        )
        for n in range(1, MANY + 1)
    )


def _link(n):
    to = TweetId(str(n - 1 - n % 7 * (n > 10)))
    stated = n % 3 != 0
    basis = "metadata" if stated else "mention"
    return (Link(to, "replied_to", basis, stated, 0.95, 0.95, "as the record says"),)


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with Browser(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture(scope="module")
def reports(tmp_path_factory):
    folder = tmp_path_factory.mktemp("reports")
    found = {
        "aleppo-2016": sample("aleppo-2016.json"),
        "synthetic-v1": sample("synthetic-v1.json"),
        "times": [every_precision()],
        "many": [long_thread()],
    }
    for name, spats in found.items():
        lines = renderer("html").render(Report(spats), view())
        (folder / f"{name}.html").write_text("\n".join(lines), "utf-8")
    return {name: (folder / f"{name}.html", spats) for name, spats in found.items()}


@pytest.fixture(scope="module")
def axe(tmp_path_factory):
    """The text of axe-core, from npm: only tests use it."""
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("no npm here, which axe-core comes from")
    folder = tmp_path_factory.mktemp("axe")
    packed = subprocess.run(
        [npm, "pack", "axe-core@4", "--silent"],
        cwd=folder,
        capture_output=True,
        check=False,
        timeout=120,
    )
    packages = list(folder.glob("axe-core-*.tgz"))
    if packed.returncode or not packages:
        pytest.skip("the npm registry does not give axe-core")
    shutil.unpack_archive(packages[0], folder, filter="data")
    return (folder / "package" / "axe.min.js").read_text("utf-8")


def anchors(spats):
    """The anchors of all tweets, in order."""
    return [
        f"{f'c{place}' if place > 1 else ''}t{turn.n}"
        for place, spat in enumerate(spats, start=1)
        for turn in spat.turns
    ]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(("width", "dark"), SCREENS)
def test_on_every_screen_it_is_whole_and_silent_and_nothing_scrolls_sideways(
    name, width, dark, browser, reports
):
    path, spats = reports[name]

    browser.look_at(path, width=width, dark=dark)

    assert browser.told(*NOISE) == []
    asked = {e["request"]["url"] for e in browser.told("Network.requestWillBeSent")}
    assert asked == {path.as_uri()}
    browser.run("document.querySelectorAll('details').forEach(d => d.open = true)")
    assert browser.run("document.scrollingElement.scrollWidth") <= width
    shown = "[...document.querySelectorAll('article')].map(a => a.id)"
    assert browser.run(shown) == anchors(spats)


@pytest.mark.parametrize("name", NAMES)
def test_every_link_within_the_report_leads_somewhere(name, browser, reports):
    browser.look_at(reports[name][0])

    lost = browser.run(
        "[...document.querySelectorAll('[href^=\"#\"]')]"
        ".map(a => a.getAttribute('href').slice(1))"
        ".filter(id => !document.getElementById(id))"
    )

    assert lost == []


@pytest.mark.parametrize("name", NAMES[:3])
@pytest.mark.parametrize(("width", "dark"), SCREENS)
def test_axe_finds_nothing_that_keeps_anybody_out(
    name, width, dark, browser, reports, axe
):
    browser.look_at(reports[name][0], width=width, dark=dark)
    browser.run("document.querySelectorAll('details').forEach(d => d.open = true)")
    browser.run(axe + ";0")

    found = json.loads(
        str(
            browser.run(
                "axe.run().then(r => JSON.stringify(r.violations.map("
                "v => [v.impact, v.id, v.nodes.slice(0, 5).map("
                "n => [n.html.slice(0, 150), n.failureSummary])])))"
            )
        )
    )

    assert [each for each in found if each[0] in {"serious", "critical"}] == []


def test_a_long_thread_opens_at_the_tweet_that_is_cited(browser, reports):
    browser.look_at(reports["many"][0])

    browser.run("location.hash = '#t2500'")
    top = browser.run("document.getElementById('t2500').getBoundingClientRect().top")

    assert 0 <= top < 900


@pytest.mark.parametrize("name", NAMES)
def test_printed_it_holds_every_tweet_and_what_is_known_of_it(
    name, browser, reports, tmp_path
):
    if shutil.which("pdftotext") is None:
        pytest.skip("no pdftotext here; poppler-utils has it")
    path, spats = reports[name]
    browser.look_at(path, dark=True)

    pdf = tmp_path / "report.pdf"
    pdf.write_bytes(browser.printed())

    read = ["pdftotext", "-raw", str(pdf), "-"]
    text = subprocess.run(read, capture_output=True, check=True).stdout.decode()
    printed = _letters(text)
    for each in chain.from_iterable(found.turns for found in spats):
        assert f"{each.n}@" in text.replace(" ", "")
        assert all(word in printed for word in _words(each.tweet.text))
        assert all(_letters(link.evidence) in printed for link in each.links)
        assert _letters(each.tweet.id) in printed


def _letters(text):
    return re.sub(r"\W+", "", unquote(text))


def _words(text):
    """The Latin and Cyrillic words of a text; others are drawn right to left."""
    return re.findall(r"[a-zA-Z\u0430-\u044f]{3,}", text or "")
