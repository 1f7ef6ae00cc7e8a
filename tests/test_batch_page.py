"""The page that lists a batch, in a real browser: silent, still, whole, in reach."""

import pytest
from batches import folder_of, talk
from chromium import Browser, chromium
from make import status, written

from tweetspat.cli import main

pytestmark = pytest.mark.skipif(
    chromium() is None, reason="no chromium here; TWEETSPAT_CHROMIUM can name one"
)

SCREENS = [(1280, False), (1280, True), (390, False), (390, True)]
NOISE = ("Runtime.consoleAPICalled", "Runtime.exceptionThrown", "Log.entryAdded")


@pytest.fixture(scope="module")
def browser(tmp_path_factory):
    with Browser(tmp_path_factory.mktemp("profile")) as found:
        yield found


@pytest.fixture(scope="module")
def page(tmp_path_factory):
    path = tmp_path_factory.mktemp("batch")
    folder = folder_of(path / "in", *(talk(n, 5) for n in range(20)))
    hostile = ["x" * 300, "\u202egnp", "<script>alert(1)</script>", "شاهد من حلب"]
    odd = [status("20:00", f"q{n}", text, last=n) for n, text in enumerate(hostile)]
    written(folder, "odd.json", odd)
    out = path / "out"
    main(["batch", str(folder), "--out", str(out), "--format", "html,svg,jsonl", "-q"])
    return out / "index.html"


@pytest.mark.parametrize(("width", "dark"), SCREENS)
def test_it_is_silent_loads_nothing_and_fits_the_screen(browser, page, width, dark):
    browser.look_at(page, width=width, dark=dark)

    assert browser.told(*NOISE) == []
    sent = browser.told("Network.requestWillBeSent")
    assert [each["request"]["url"] for each in sent] == [page.as_uri()]
    assert browser.run("document.documentElement.scrollWidth") <= width
    assert browser.run("document.querySelectorAll('ol.index>li').length") == 24
    assert browser.run("document.querySelectorAll('script').length") == 0


def test_its_links_lead_to_files_that_are_there(browser, page):
    browser.look_at(page)

    leads = browser.run("[...document.links].map(each => each.getAttribute('href'))")
    files = [each for each in leads if not each.startswith("#")]
    assert len(files) == 20 * 2 + 3
    assert all((page.parent / each).is_file() for each in files)


@pytest.mark.parametrize("dark", [False, True], ids=["light", "dark"])
def test_its_words_stand_out_from_the_ground(browser, page, dark):
    browser.look_at(page, dark=dark)

    low = browser.run(
        """(() => {
          const light = color => {
            const [r, g, b] = color.match(/[\\d.]+/g).map(Number).map(v => v / 255)
              .map(v => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
            return .2126 * r + .7152 * g + .0722 * b;
          };
          const ground = light(getComputedStyle(document.body).backgroundColor);
          return [...document.querySelectorAll('main *, header *')].filter(each => {
            const ink = light(getComputedStyle(each).color);
            const [more, less] = ink > ground ? [ink, ground] : [ground, ink];
            return (more + .05) / (less + .05) < 4.5;
          }).map(each => each.outerHTML.slice(0, 80));
        })()"""
    )
    assert low == []
