"""The terminal picture as SVG: well-formed, inert, and every stretch in its place."""

import re
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given, settings
from make import tweet
from shown import drawn, sample, spats, texts, view

from tweetspat.model import Account, Url
from tweetspat.renderers.cells import cells
from tweetspat.renderers.palette import GROUND

SVG = "{http://www.w3.org/2000/svg}"
LINK = f"{SVG}a"
CELL, LINE, MARGIN = 8.4, 19, 20
UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ufffe]")
ATTRIBUTES = {
    f"{SVG}svg": {"viewBox", "width", "height", "role"},
    f"{SVG}title": set(),
    f"{SVG}a": {"href"},
    f"{SVG}rect": {"width", "height", "rx", "fill"},
    f"{SVG}g": {
        "font-family",
        "font-size",
        "fill",
        "{http://www.w3.org/XML/1998/namespace}space",
    },
    f"{SVG}text": {
        "x",
        "y",
        "textLength",
        "lengthAdjust",
        "fill",
        "font-weight",
        "font-style",
        "text-decoration",
    },
}
"""All that may stand in a picture: nothing here acts, and nothing is loaded."""


def picture(found, **more):
    return "\n".join(drawn(found, "svg", view(**more)))


def parsed(source):
    return ET.fromstring(source)


def rows(root):
    """Every stretch as (line, column, cells, text), lines from 0."""
    for text in root.iter(f"{SVG}text"):
        column = (float(text.get("x")) - MARGIN) / CELL
        line = (int(text.get("y")) - MARGIN - LINE + 5) / LINE
        yield line, column, float(text.get("textLength")) / CELL, text.text


def assert_inert(root):
    for element in root.iter():
        assert element.attrib.keys() <= ATTRIBUTES[element.tag]
        for name, value in element.attrib.items():
            assert "url(" not in value
            assert ":" not in value or name in ("font-family", "href")
            assert name != "href" or re.fullmatch("https?://[!-~]+", value)


@pytest.mark.parametrize("name", ["aleppo-2016.json", "synthetic-v1.json"])
@pytest.mark.parametrize("width", [60, 80, 120])
def test_every_stretch_stands_where_the_plain_text_has_it(name, width):
    found = sample(name)

    root = parsed(picture(found, width=width))

    lines = drawn(found, "text", view(width=width))
    for line, column, length, text in rows(root):
        assert line == int(line)
        assert column == pytest.approx(round(column), abs=0.01)
        assert length == pytest.approx(cells(text), abs=0.01)
        plain = lines[int(line)]
        assert text in plain
        assert round(column) in {
            cells(plain[: at.start()]) for at in re.finditer(re.escape(text), plain)
        }


@pytest.mark.parametrize("name", ["aleppo-2016.json", "synthetic-v1.json"])
def test_no_word_of_the_plain_text_is_missing(name):
    found = sample(name)

    words = "".join(text for *_, text in rows(parsed(picture(found))))

    assert "".join(words.split()) == "".join("".join(drawn(found)).split())


def test_the_picture_is_as_large_as_its_lines():
    found = sample("aleppo-2016.json")

    root = parsed(picture(found, width=100))

    assert float(root.get("width")) == 100 * CELL + 2 * MARGIN
    assert int(root.get("height")) == len(
        drawn(found, "text", view(width=100))
    ) * LINE + (2 * MARGIN)
    assert root.get("viewBox") == f"0 0 {root.get('width')} {root.get('height')}"


@pytest.mark.parametrize(
    ("theme", "ground"),
    [("dark", "dark"), ("light", "light"), ("ansi", "dark"), (None, "dark")],
)
def test_it_brings_its_own_ground(theme, ground):
    root = parsed(picture(sample("aleppo-2016.json"), theme=theme))

    assert root.find(f"{SVG}rect").get("fill") == GROUND[ground][0]
    assert root.find(f"{SVG}g").get("fill") == GROUND[ground][1]


def test_its_title_is_that_of_the_spat():
    title = parsed(picture(sample("aleppo-2016.json"))).findtext(f"{SVG}title")

    assert title == "Who bombed Aleppo?"


def test_handles_and_addresses_lead_where_they_say():
    told = Url("https://t.co/a", "https://example.org/?a=1&b=<2>"[:27])
    found = spats([tweet("7", "mod", urls=(told,))])

    root = parsed(picture(found, links=True))

    led = {link.get("href"): link.findtext(f"{SVG}text") for link in root.iter(LINK)}
    assert led == {
        "https://x.com/mod/status/7": "@mod",
        "https://example.org/?a=1&b=": "https://example.org/?a=1&b=",
    }


def test_nothing_gives_an_empty_picture():
    assert [element.tag for element in parsed(picture([]))] == [
        f"{SVG}title",
        f"{SVG}rect",
        f"{SVG}g",
    ]


@pytest.mark.parametrize(
    "attack",
    [
        "<script>alert(1)</script>",
        '"/><image href="https://evil.example/x.png"/>',
        "' onload='alert(1)",
        "]]><!ENTITY x SYSTEM 'file:///etc/passwd'>&x;",
        "</text><style>@import url(https://evil.example)</style>",
    ],
)
def test_markup_in_texts_and_names_is_shown_and_does_nothing(attack):
    odd = tweet("1", text=attack)._replace(author=Account("a", attack))

    root = parsed(picture(spats([odd]), width=120))

    assert_inert(root)
    assert attack in {text for *_, text in rows(root)}


@settings(max_examples=60, deadline=None)
@given(texts(), texts(20))
def test_whatever_is_written_the_picture_is_well_formed_and_inert(text, name):
    odd = tweet("1", name or "a", text=text)._replace(author=Account(name, text))

    source = picture(spats([odd]))

    assert not UNSAFE.search(source)
    assert_inert(parsed(source))
