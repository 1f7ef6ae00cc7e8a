"""All layouts: what holds of each, whatever the texts, names and widths."""

import re
from datetime import timedelta
from functools import cache
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import SAMPLES, at, status, tweet, written
from shown import SIDES, drawn, sample, spats, texts, view

from tweetspat.cli import main
from tweetspat.cli.show import Wanted, present
from tweetspat.model import Copy, Side, TweetId
from tweetspat.problems import Place
from tweetspat.renderers.cells import cells
from tweetspat.renderers.view import ASCII, GLYPHS, LAYOUTS
from tweetspat.selection import select

WIDTHS = (40, 60, 80, 100, 120)
ALL = st.sampled_from(LAYOUTS)

authors = st.sampled_from(["mod", "oir"]) | texts(20)
hostile = st.builds(
    tweet,
    st.sampled_from([*"123456789"]),
    authors,
    st.sampled_from([None, "10:00", "10:01", "13:30", "22:00"]),
    texts() | st.just("At 13:55 (MSK) today"),
    reply_to=st.sampled_from([None, "1", "2", "3", "98"]),
    quotes=st.sampled_from([None, None, "2"]),
    time_as_told=st.none() | texts(20),
    copies=texts(30).map(lambda text: (Copy(text, "x", Place("f.json", 1)),)),
)
talks = st.lists(hostile, min_size=1, max_size=6)
sides = st.sampled_from([(), SIDES, (*SIDES, Side("שלום", ("c",), "Asia/Jerusalem"))])
looks = st.fixed_dictionaries(
    {
        "layout": ALL,
        "width": st.integers(40, 140),
        "compact": st.booleans(),
        "verbose": st.booleans(),
        "fold": st.booleans(),
        "glyphs": st.sampled_from([GLYPHS, ASCII]),
        "zones": st.sampled_from([[], ["UTC"], ["MSK", "ET"], ["MSK", "ET", "IST"]]),
        "isolate": st.booleans(),
        "theme": st.sampled_from([None, "dark"]),
    }
)


@cache
def conversation(kind):
    """A conversation of a kind that is hard to draw."""
    who = {
        "three-sides": ["mod", "oir", "third"],
        "no-sides": [f"u{n}" for n in range(9)],
        "one-voice": ["mod"],
        "long": ["mod", "oir", *(f"u{n}" for n in range(40))],
        "deep": ["mod", "oir"],
        "names": ["Минобороны_России_официально", "عربي", "👨‍👩‍👧‍👦" * 9, "漢字" * 12],
    }[kind]
    words = [
        "Вчера в городе не было ни одного вылета. Смотрите карту",
        "رأينا طائرتين فوق حلب أمس، ولم نر أي إوز",
        "ראינו שני מטוסים 👩‍👩‍👧‍👦🏴🇸🇾 漢字かなカナ한글",
        "a_word_without_any_space_" * 6,
    ]
    count = 300 if kind == "long" else 40
    tweets = [
        tweet(
            str(n),
            who[n % len(who)],
            sent=at("10:00") + timedelta(minutes=7 * n),
            text=words[n % len(words)],
            reply_to=str(n - 1 if kind == "deep" else n // 2) if n > 1 else None,
        )
        for n in range(1, count + 1)
    ]
    third = Side("Elsewhere", ("third",), "Asia/Jerusalem")
    known = {"no-sides": (), "three-sides": (*SIDES, third)}
    return spats(tweets, sides=known.get(kind, SIDES))


@settings(max_examples=150, deadline=None)
@given(talks, sides, looks)
def test_no_line_of_any_layout_is_wider_than_the_width(tweets, given_sides, how):
    shown = drawn(spats(tweets, sides=given_sides), "text", view(**how))

    assert [line for line in shown if cells(line) > how["width"]] == []


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize(
    "kind", ["three-sides", "no-sides", "one-voice", "long", "deep", "names"]
)
def test_what_is_hard_to_draw_fits_every_width(kind, width, layout):
    found = conversation(kind)

    for compact in (False, True):
        seen = view(layout=layout, width=width, compact=compact, fold=compact)
        assert max(map(cells, drawn(found, "text", seen))) <= width


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.tuples(st.sampled_from(["mod", "oir", "c", "d"]), st.integers(0, 40)),
        min_size=1,
        max_size=40,
    ),
    sides,
    ALL,
    st.booleans(),
    st.sampled_from([40, 80, 140]),
)
def test_every_tweet_stands_once_in_every_layout(
    said, given_sides, layout, compact, width
):
    tweets = [
        tweet(
            str(n),
            author,
            sent=at("10:00") + timedelta(minutes=n),
            text=f"no {n}.",
            reply_to=str(parent) if parent else None,
        )
        for n, (author, parent) in enumerate(said, start=1)
    ]

    seen = view(layout=layout, width=width, compact=compact)
    shown = drawn(spats(tweets, sides=given_sides), "text", seen)

    told = [found for line in shown for found in re.findall(r"no \d+\.", line)]
    assert sorted(told) == sorted(each.text for each in tweets)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_what_stays_for_context_is_dimmed_and_says_so(layout):
    tweets = [
        tweet("1", "mod", "10:00", "the first"),
        tweet("2", "oir", "10:01", "left out", reply_to="1"),
        tweet("3", "oir", "10:02", "selected", reply_to="1"),
    ]
    (spat,) = spats(tweets, sides=SIDES)

    seen = view(layout=layout, width=120)
    shown = drawn([select(spat, [TweetId("3")])], "text", seen)

    assert any("for context" in line for line in shown)
    assert any("1 tweet not shown" in line for line in shown) or layout == "tree"
    assert not any("left out" in line for line in shown)


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", ["aleppo-2016.json", "synthetic-v1.json"])
def test_text_terminal_and_svg_share_the_layout(layout, name):
    found = sample(name)
    how = {"layout": layout, "width": 120}

    text = drawn(found, "text", view(**how))
    colored = drawn(found, "terminal", view(theme="dark", colors="truecolor", **how))
    picture = "\n".join(drawn(found, "svg", view(**how)))

    bare = [re.sub("\x1b\\[[0-9;]*m", "", line).rstrip() for line in colored]
    assert bare == text
    drawn_words = unescape("".join(re.findall(">([^<]+)</text>", picture)))
    assert drawn_words.replace(" ", "") == "".join(text).replace(" ", "")


@pytest.mark.parametrize("layout", LAYOUTS)
def test_the_command_line_takes_every_layout(layout, capsysbinary):
    code = main(["demo", "--layout", layout, "--width", "120"])

    out = capsysbinary.readouterr().out.decode().splitlines()
    assert code == 0
    assert out == drawn(
        sample("aleppo-2016.json"),
        "text",
        view(layout=layout, width=120, whole=False, most_others=None),
    )


def test_a_layout_that_is_none_is_refused(capsysbinary):
    code = main(["show", "--layout", "tee", str(SAMPLES / "aleppo-2016.json")])

    assert code == 2
    assert (
        b"'tee' is not one of timeline, versus, tree" in capsysbinary.readouterr().err
    )


def test_a_pipe_never_folds(capsysbinary, tmp_path):
    first = status("10:00", "mod_russia")
    others = [
        status(f"10:{n:02}", f"u{n}", f"words {n}", answers=first) for n in range(1, 41)
    ]
    answer = status("10:50", "oirspox", answers=first)
    path = written(tmp_path, "thread.json", [first, *others, answer])

    present([path], Wanted(compact=True))

    assert capsysbinary.readouterr().out.decode().count("words ") == 40
