"""Odd outputs that were once drawn wrongly: each names what must hold."""

import json
import os
import re
import subprocess
import sys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import SAMPLES, tweet
from played import Terminal
from shown import (
    case_of,
    drawn,
    environment,
    lines,
    run,
    spats,
    texts,
    view,
)

from tweetspat.model import Copy, Media
from tweetspat.problems import Place
from tweetspat.renderers.cells import cells
from tweetspat.renderers.lines import fitted, plain, span, wrapped
from tweetspat.renderers.view import ASCII
from tweetspat.visible import one_line

ALEPPO = str(SAMPLES / "aleppo-2016.json")


def test_the_word_after_a_cut_word_keeps_its_space():
    assert [plain(x) for x in wrapped([span("", "a" * 45 + " b")], 40)] == [
        "a" * 40,
        "aaaaa b",
    ]


@settings(max_examples=60, deadline=None)
@given(st.lists(texts(10).map(one_line), max_size=5), st.integers(1, 40))
def test_a_fitted_line_is_never_wider_than_the_width(parts, width):
    assert cells(plain(fitted([span("", each) for each in parts], width))) <= width


def test_the_note_below_the_strip_fits_a_narrow_screen():
    tweets = [
        tweet(id_, author, None) for id_, author in zip("xyz", "aba", strict=True)
    ]
    assert max(map(cells, lines(tweets, case_of(*"xyz", sides=()), width=40))) <= 40


def test_more_clocks_than_a_narrow_screen_holds_do_no_harm():
    assert lines([tweet("1")], width=40, zones=["MSK", "ET", "UTC", "Paris", "Aleppo"])


@pytest.mark.parametrize("mark", ["\u0e47", "\u20dd", "\u0488"])
def test_marks_without_a_class_are_capped_too(mark):
    assert one_line("x" + mark * 40) == "x" + mark * 30 + "<10 more marks>"


def test_shorthand_controls_are_spelt_out():
    assert one_line("a\U0001bca0b") == "a<U+1BCA0>b"


@pytest.mark.parametrize(
    ("colors", "sequence"),
    [("truecolor", "38;2;"), ("256", "38;5;"), ("standard", "\x1b[1;96m")],
)
def test_each_depth_of_colour_is_written_as_such_in_one_process(colors, sequence):
    seen = view(theme="dark", colors=colors)
    assert sequence in "".join(drawn(spats([tweet("1", "mod")]), "terminal", seen))


def test_a_copy_without_words_does_not_read_none():
    copy = Copy(None, "zz", Place("o.json", 3))
    assert "reads: None" not in "".join(lines([tweet("1", copies=(copy,))]))


def test_media_without_a_url_have_no_gap():
    assert "photo: a cat" in "".join(
        lines([tweet("1", media=(Media("photo", None, "a cat"),))])
    )


def test_what_is_cut_in_ascii_ends_in_ascii():
    assert "".join(lines([tweet("1")], width=40, glyphs=ASCII)).isascii()


def test_141_also_for_an_output_of_many_blocks():
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(  # noqa: PLW1510 - the code is the point
        [sys.executable, "-m", "tweetspat", "show", ALEPPO],
        stdout=writing,
        stderr=subprocess.PIPE,
        env=environment(),
    )
    assert (done.returncode, done.stderr) == (141, b"")


def test_a_reader_that_wants_one_line_gets_it_in_silence():
    done = subprocess.run(
        ["/bin/sh", "-c", f"'{sys.executable}' -m tweetspat show '{ALEPPO}' | head -1"],
        capture_output=True,
        check=True,
        env=environment(),
    )
    assert done.stdout.split(b"  ")[0] == b"Who bombed Aleppo?"
    assert (done.stdout.count(b"\n"), done.stderr) == (1, b"")


@pytest.mark.parametrize(
    ("environ", "encoding"),
    [
        ({"TERM": "dumb"}, "utf-8"),
        ({"NO_COLOR": "1"}, "utf-8"),
        ({"PYTHONIOENCODING": "ascii"}, "ascii"),
        ({"PYTHONIOENCODING": "cp1252"}, "cp1252"),
        ({"PYTHONIOENCODING": "ascii", "TERM": "dumb", "FORCE_COLOR": "1"}, "ascii"),
        ({"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, "ascii"),
    ],
    ids=str,
)
def test_a_terminal_gets_only_what_it_can_show(environ, encoding):
    with Terminal() as terminal:
        done = terminal.run(
            ["-m", "tweetspat", "show", str(SAMPLES / "synthetic-v1.json")],
            **{"PAGER": "cat"} | environ,
        )
    shown = done.screen.decode(encoding)
    coloured = not environ.keys() & {"NO_COLOR"} and environ.get("TERM") != "dumb"
    assert (done.code, done.stderr) == (0, b"")
    assert ("\x1b[" in shown) is (coloured or "FORCE_COLOR" in environ)
    assert ("●" in shown) is (encoding == "utf-8")
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1a\x1c-\x1f\x7f-\x9f]", shown)


def test_an_input_is_never_overwritten(tmp_path):
    path = tmp_path / "in.json"
    before = (SAMPLES / "aleppo-2016.json").read_bytes()
    path.write_bytes(before)
    assert run("show", str(path), "-o", str(path)).returncode == 2
    assert path.read_bytes() == before


def test_list_speaks_the_encoding_that_is_asked_for():
    assert run(
        "list", str(SAMPLES / "synthetic-v1.json"), PYTHONIOENCODING="ascii"
    ).stdout.isascii()


def test_an_output_that_cannot_be_written_is_named_as_the_user_named_it():
    assert run("show", ALEPPO, "-o", "/nonexistent/x.txt").stderr.startswith(
        b"tweetspat: /nonexistent/x.txt: "
    )


def test_the_reason_why_nothing_was_read_is_no_byproduct():
    assert b"replaced" not in run("show", "-", given=b"\x89PNG\r\n\x1a\n").stderr


def test_a_cut_record_is_placed_on_its_own_line():
    given_ = b'{"id": 1, "text"\n{"x": 1}\n'
    assert (
        b"-:1: $: "
        in run("check", "-", given=given_).stdout
        + run("check", "-", given=given_).stderr
    )


def test_list_exits_4_when_an_input_breaks_off(tmp_path):
    from make import status

    (tmp_path / "torn.json").write_text(
        json.dumps([status("10:00"), status("10:05")])[:-30]
    )
    assert run("list", str(tmp_path / "torn.json")).returncode == 4


@pytest.mark.parametrize(
    "contest",
    [
        {"pair": ["M2", "ZZ"], "claims": []},
        {"pair": ["M2", "M2"], "claims": []},
        {"pair": ["M2", "M3"], "claims": [{"source": "x", "order": []}]},
    ],
    ids=["unknown", "twice", "empty"],
)
def test_an_odd_contest_in_its_own_json_does_no_harm(
    contest,
):
    document = json.loads(run("show", "--format", "json", ALEPPO).stdout)
    document["spats"][0]["order"]["contested"] = [contest]
    assert run("show", "-", given=json.dumps(document).encode()).returncode == 0


def test_the_clock_below_the_strip_is_not_called_est_after_the_change():
    from shown import sample

    label = next(
        x
        for x in drawn(sample("synthetic-v1.json")[:1])
        if "03:00" in x and "01:30" in x
    )
    assert label.split()[0] != "EST"
