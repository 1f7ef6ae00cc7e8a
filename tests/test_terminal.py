"""The timeline in colour: SGR sequences of the tool's own, and nothing else."""

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import tweet
from shown import SIDES, drawn, sample, spats, texts, view

from tweetspat.model import Account, Media, Url

SGR = re.compile(r"\x1b\[[0-9;]*m")
LINK = re.compile(
    r"\x1b\]8;id=(?P<id>[0-9a-f]{8});(?P<url>https?://[!-~]+)\x1b\\"
    r"(?P<words>[^\x1b]*(?:\x1b\[[0-9;]*m[^\x1b]*)*)\x1b\]8;;\x1b\\"
)
"""A link is closed in its line; within it there is nothing but colour."""

CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\u202a-\u202e\u2066\u2067]")

BLUE = "38;2;86;180;233"
ORANGE = "38;2;230;159;0"


def coloured(tweets, **more):
    how = {"theme": "dark", "colors": "truecolor", "isolate": True} | more
    return drawn(spats(tweets, sides=SIDES), "terminal", view(**how))


def line_with(words, lines):
    return next(line for line in lines if words in SGR.sub("", line))


TWO = [
    tweet("1", "mod", "10:00", "@oir see #ALEPPO yesterday"),
    tweet("2", "oir", "10:05", "no", reply_to="1"),
]


@pytest.mark.parametrize("name", ["aleppo-2016.json", "synthetic-v1.json"])
@pytest.mark.parametrize("theme", ["dark", "light", "ansi"])
def test_without_its_colours_it_is_the_plain_text(name, theme):
    found = sample(name)

    lines = drawn(found, "terminal", view(theme=theme, colors="truecolor"))

    assert [SGR.sub("", line).rstrip() for line in lines] == drawn(found)
    assert any(SGR.search(line) for line in lines)


@settings(max_examples=60, deadline=None)
@given(texts(), texts(20))
def test_nothing_but_colour_is_written_whatever_the_texts_hold(text, name):
    author = Account("mod", name)

    lines = coloured([tweet("1", text=text)._replace(author=author)])

    assert not any(CONTROL.search(SGR.sub("", line)) for line in lines)


@settings(max_examples=60, deadline=None)
@given(texts())
def test_every_line_ends_without_colour(text):
    for line in coloured([tweet("1", "mod", text=text)]):
        sequences = SGR.findall(line)
        assert sequences[1::2] == ["\x1b[0m"] * (len(sequences) // 2)
        assert len(sequences) % 2 == 0


@pytest.mark.parametrize("drive", ["\x1b[31mred", "\x9b31mred", "\x1b]0;title\x07"])
@pytest.mark.parametrize("where", ["text", "name", "handle"])
def test_where_a_tweet_drives_terminals_no_sequence_is_written_at_all(drive, where):
    author = Account(
        drive if where == "handle" else "mod", drive if where == "name" else None
    )
    odd = tweet("1", text=drive if where == "text" else "x")._replace(author=author)

    lines = coloured([odd, tweet("2", "oir", reply_to="1")])

    assert "\x1b" not in "".join(lines)
    assert lines[-1] == (
        "Shown without colour: a tweet holds control sequences for terminals."
    )


def test_one_such_tweet_takes_the_colour_from_all_conversations():
    tweets = [*TWO, tweet("9", "c", "12:00", "\x1b[2J")]

    lines = coloured(tweets, whole=False)

    assert "\x1b" not in "".join(lines)


# Links.


def leads(lines):
    """Every stretch that leads somewhere: its words, and where."""
    return [
        (SGR.sub("", found["words"]), found["url"])
        for found in LINK.finditer("\n".join(lines))
    ]


def linked(tweets, **more):
    return coloured(tweets, links=True, **more)


def test_a_handle_leads_to_its_tweet():
    assert leads(linked(TWO)) == [
        ("@mod", "https://x.com/mod/status/1"),
        ("@oir", "https://x.com/oir/status/2"),
    ]


def test_without_links_nothing_leads_anywhere():
    assert "\x1b]" not in "".join(coloured(TWO))


def test_links_take_no_cells():
    assert [LINK.sub(r"\g<words>", line) for line in linked(TWO)] == coloured(TWO)


def test_addresses_that_are_told_lead_where_they_say():
    urls = (Url("https://t.co/a", "https://example.org/a"), Url("https://t.co/b"))
    media = (Media("photo", "https://pbs.example/a.jpg", "a cat"),)

    lines = linked([tweet("1", urls=urls, media=media, text="https://t.co/a")])

    assert leads(lines)[1:] == [
        (url, url) for url in ("https://example.org/a", "https://pbs.example/a.jpg")
    ]


def test_the_parts_of_a_wrapped_address_are_one_link():
    url = "https://example.org/" + "a" * 150

    lines = linked([tweet("1", urls=(Url("https://t.co/a", url),))])

    parts = [found for found in LINK.finditer("\n".join(lines)) if found["url"] == url]
    assert len(parts) == 3
    assert len({part["id"] for part in parts}) == 1
    assert "".join(SGR.sub("", part["words"]) for part in parts) == url


def test_ids_of_links_are_the_same_on_every_machine():
    (first, _) = LINK.finditer("\n".join(linked(TWO)))

    assert first["id"] == "49cead95"


def test_nothing_in_a_made_up_conversation_leads_to_the_platform():
    lines = linked([each._replace(synthetic=True) for each in TWO])

    assert leads(lines) == []
    assert leads(drawn(sample("synthetic-v1.json"), "terminal", view(links=True))) == []


HOSTILE = [
    "\x1b]8;;https://evil.example\x1b\\",
    "\x1b]8;;\x07",
    "\x9d8;;https://evil.example\x9c",
    "https://a.example/\x1b\\x",
    "https://a.example/\x9c",
    "https://a.example;id=1;",
]


@settings(max_examples=80, deadline=None)
@given(texts(), st.sampled_from(HOSTILE) | texts(), texts(20))
def test_no_stranger_opens_or_closes_a_link(text, url, alt):
    urls = (Url(url, url + text), Url(text, url), Url("https://t.co/a", "https://b.co"))
    media = (Media(alt, url, text), Media("photo", text, url))
    odd = tweet("1", "mod", text=text, urls=urls, media=media)

    for line in linked([odd, tweet("2", "oir", text=url, reply_to="1")]):
        bare = SGR.sub("", LINK.sub(r"\g<words>", line))
        assert not CONTROL.search(bare)
        assert "]8;;" not in bare or "]8;;" in text + url + alt


def test_where_a_tweet_drives_terminals_there_is_no_link_either():
    lines = linked([*TWO, tweet("3", "mod", text="\x1b]8;;https://evil.example\x07")])

    assert "\x1b" not in "".join(lines)


# Colours.


def test_each_side_has_its_own_colour():
    lines = coloured(TWO)

    assert f"\x1b[1;{BLUE}m@mod\x1b[0m" in line_with("●1  @mod", lines)
    assert f"\x1b[1;{ORANGE}m@oir\x1b[0m" in line_with("◆2  @oir", lines)


def test_of_both_clocks_the_speakers_own_is_bold():
    first, second = (
        line_with(words, coloured(TWO)) for words in ("●1  @mod", "◆2  @oir")
    )

    assert f"\x1b[1;{BLUE}m13:00\x1b[0m" in first
    assert f"\x1b[1;{ORANGE}m05:05\x1b[0m" in second
    assert "\x1b[1;" not in first.partition("05:00")[0].rpartition("13:00")[2]


def test_a_mention_has_the_colour_of_its_side_and_a_hashtag_and_a_time_their_own():
    line = line_with("#ALEPPO", coloured(TWO))

    assert f"\x1b[1;{ORANGE}m@oir\x1b[0m" in line
    assert "\x1b[38;2;204;121;167m#ALEPPO\x1b[0m" in line
    assert "\x1b[4;38;2;34;180;137myesterday\x1b[0m" in line


def test_lines_from_right_to_left_are_isolated_on_a_terminal():
    arabic = [tweet("1", "mod", text="رأينا طائرتين")]

    assert "\u2068رأينا طائرتين\u2069" in line_with("رأينا", coloured(arabic))
    assert "\u2068" not in "".join(coloured(arabic, isolate=False))
    assert "\u2068" not in "".join(coloured(TWO))
