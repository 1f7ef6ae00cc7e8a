"""Colour, width, ground and encoding: each decided once, by a table."""

import sys

import pytest

from tweetspat.cli.screen import (
    colors,
    ground,
    output_encoding,
    view_of,
    wants_color,
    width_of,
)
from tweetspat.problems import UsageError
from tweetspat.renderers.view import GLYPHS

ON, OFF = True, False


@pytest.mark.parametrize(
    ("option", "environ", "terminal", "coloured"),
    [
        pytest.param("auto", {}, True, ON, id="a-terminal-is-coloured"),
        pytest.param("auto", {}, False, OFF, id="a-pipe-is-not"),
        pytest.param("always", {}, False, ON, id="always"),
        pytest.param("never", {}, True, OFF, id="never"),
        pytest.param(
            "always",
            {"NO_COLOR": "1", "TERM": "dumb"},
            False,
            ON,
            id="option-beats-no-color",
        ),
        pytest.param(
            "never",
            {"FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"},
            True,
            OFF,
            id="option-beats-force-color",
        ),
        pytest.param("auto", {"NO_COLOR": "1"}, True, OFF, id="no-color"),
        pytest.param(
            "auto", {"NO_COLOR": "0"}, True, OFF, id="no-color-whatever-it-says"
        ),
        pytest.param(
            "auto", {"NO_COLOR": ""}, True, ON, id="an-empty-no-color-is-none"
        ),
        pytest.param(
            "auto",
            {"NO_COLOR": "1", "FORCE_COLOR": "1", "CLICOLOR_FORCE": "1"},
            True,
            OFF,
            id="no-color-beats-force-color",
        ),
        pytest.param("auto", {"FORCE_COLOR": "1"}, False, ON, id="force-color"),
        pytest.param(
            "auto", {"FORCE_COLOR": "3"}, False, ON, id="force-color-of-a-depth"
        ),
        pytest.param(
            "auto", {"FORCE_COLOR": "0"}, True, OFF, id="force-color-0-is-off"
        ),
        pytest.param(
            "auto", {"FORCE_COLOR": ""}, False, OFF, id="an-empty-one-is-none"
        ),
        pytest.param(
            "auto",
            {"FORCE_COLOR": "0", "CLICOLOR_FORCE": "1"},
            True,
            OFF,
            id="force-color-beats-clicolor-force",
        ),
        pytest.param(
            "auto",
            {"FORCE_COLOR": "1", "CLICOLOR": "0", "TERM": "dumb"},
            False,
            ON,
            id="force-color-beats-a-dumb-terminal",
        ),
        pytest.param("auto", {"CLICOLOR_FORCE": "1"}, False, ON, id="clicolor-force"),
        pytest.param(
            "auto", {"CLICOLOR_FORCE": "0"}, False, OFF, id="clicolor-force-0"
        ),
        pytest.param(
            "auto",
            {"CLICOLOR_FORCE": "1", "CLICOLOR": "0", "TERM": "dumb"},
            False,
            ON,
            id="clicolor-force-beats-clicolor",
        ),
        pytest.param("auto", {"CLICOLOR": "0"}, True, OFF, id="clicolor-0"),
        pytest.param(
            "auto", {"CLICOLOR": "1"}, False, OFF, id="clicolor-forces-nothing"
        ),
        pytest.param("auto", {"CLICOLOR": "1"}, True, ON, id="clicolor-1"),
        pytest.param("auto", {"TERM": "dumb"}, True, OFF, id="a-dumb-terminal"),
        pytest.param(
            "auto",
            {"TERM": "dumb", "CLICOLOR": "1"},
            True,
            OFF,
            id="dumb-beats-clicolor-1",
        ),
        pytest.param(
            "auto", {"TERM": "xterm-256color"}, False, OFF, id="term-forces-nothing"
        ),
    ],
)
def test_the_first_that_has_a_say_decides_on_colour(
    option, environ, terminal, coloured
):
    assert wants_color(option, environ, terminal=terminal) is coloured


@pytest.mark.parametrize(
    ("environ", "depth"),
    [
        ({}, "standard"),
        ({"TERM": "xterm"}, "standard"),
        ({"TERM": "xterm-256color"}, "256"),
        ({"TERM": "xterm", "COLORTERM": "truecolor"}, "truecolor"),
        ({"COLORTERM": "24BIT"}, "truecolor"),
        ({"TERM": "screen-256color", "COLORTERM": "yes"}, "256"),
    ],
    ids=str,
)
def test_the_terminal_says_how_many_colours_it_has(environ, depth):
    assert colors(environ) == depth


RICH = {"TERM": "xterm-256color"}


@pytest.mark.parametrize(
    ("option", "environ", "theme"),
    [
        pytest.param("light", RICH | {"COLORFGBG": "15;0"}, "light", id="as-asked"),
        pytest.param("ansi", RICH | {"COLORFGBG": "15;0"}, "ansi", id="ansi-as-asked"),
        pytest.param("auto", RICH, "ansi", id="unknown-ground"),
        pytest.param("auto", RICH | {"COLORFGBG": "15;0"}, "dark", id="black"),
        pytest.param("auto", RICH | {"COLORFGBG": "0;15"}, "light", id="white"),
        pytest.param("auto", RICH | {"COLORFGBG": "0;default;7"}, "light", id="grey"),
        pytest.param("auto", RICH | {"COLORFGBG": "0;default"}, "ansi", id="default"),
        pytest.param("auto", RICH | {"COLORFGBG": "odd"}, "ansi", id="odd"),
        pytest.param("auto", {"COLORFGBG": "15;0"}, "ansi", id="too-few-colours"),
    ],
)
def test_the_theme_is_as_asked_or_for_the_known_ground(option, environ, theme):
    assert ground(option, environ, lambda: None) == theme


@pytest.mark.parametrize(
    ("option", "environ", "theme"),
    [
        pytest.param("auto", RICH, "light", id="it-is-as-the-terminal-says"),
        pytest.param(
            "auto", RICH | {"COLORFGBG": "15;0"}, "light", id="before-the-environment"
        ),
        pytest.param("dark", RICH, "dark", id="but-after-the-option"),
        pytest.param("auto", {}, "ansi", id="and-not-with-few-colours"),
    ],
)
def test_a_terminal_that_tells_its_ground_chooses_the_theme(option, environ, theme):
    assert ground(option, environ, lambda: "light") == theme


@pytest.mark.parametrize("theme", ["dark", "light", "ansi", "auto"])
@pytest.mark.parametrize("color", ["auto", "always", "never"])
def test_a_picture_has_the_theme_that_is_asked_for_wherever_it_goes(
    monkeypatch, color, theme
):
    """Nothing else decides: the same picture on every machine."""
    monkeypatch.setenv("COLORFGBG", "0;15")
    monkeypatch.setenv("FORCE_COLOR", "1")
    asked = theme if theme in ("dark", "light") else None

    for file in (True, False):
        seen = view_of((), color=color, theme=theme, form="svg", file=file)
        assert seen.theme == asked


@pytest.mark.parametrize(
    ("color", "theme", "look"),
    [
        ("auto", "auto", ("ansi", "standard")),
        ("auto", "light", ("light", "truecolor")),
        ("always", "ansi", ("ansi", "standard")),
        ("never", "light", (None, "standard")),
    ],
)
def test_a_coloured_file_is_alike_on_every_machine(monkeypatch, color, theme, look):
    machines = [
        {"COLORFGBG": "0;15", "TERM": "xterm-256color", "NO_COLOR": "1"},
        {"FORCE_COLOR": "1", "COLORTERM": "truecolor", "PYTHONIOENCODING": "ascii"},
    ]
    for machine in machines:
        with monkeypatch.context() as here:
            for name, value in machine.items():
                here.setenv(name, value)
            seen = view_of((), color=color, theme=theme, form="terminal", file=True)
        assert (seen.theme, seen.colors) == look
        assert (seen.width, seen.glyphs, seen.isolate) == (80, GLYPHS, False)
        assert not seen.links


@pytest.mark.parametrize(
    ("option", "environ", "terminal", "width"),
    [
        pytest.param(None, {}, None, 80, id="a-pipe-has-80"),
        pytest.param(
            None, {"COLUMNS": "200"}, None, 80, id="whatever-the-machine-says"
        ),
        pytest.param(100, {"COLUMNS": "60"}, 70, 100, id="as-asked"),
        pytest.param(200, {}, None, 200, id="as-asked-beyond-the-widest"),
        pytest.param(None, {}, 97, 97, id="as-the-terminal-is"),
        pytest.param(None, {}, 300, 120, id="at-most-120"),
        pytest.param(None, {}, 12, 40, id="at-least-40"),
        pytest.param(None, {"COLUMNS": "66"}, 97, 66, id="columns-beats-the-terminal"),
        pytest.param(None, {"COLUMNS": "0"}, 97, 97, id="columns-0-says-nothing"),
        pytest.param(None, {"COLUMNS": "wide"}, 97, 97, id="columns-in-words"),
        pytest.param(None, {"COLUMNS": "-5"}, 97, 97, id="columns-below-0"),
        pytest.param(None, {"COLUMNS": "٨٠"}, 97, 97, id="columns-in-other-digits"),
        pytest.param(None, {"COLUMNS": "9" * 5000}, 97, 97, id="columns-beyond-reason"),
    ],
)
def test_the_width_is_as_asked_as_the_terminal_is_or_80(
    option, environ, terminal, width
):
    assert width_of(option, environ, terminal) == width


def test_a_pipe_takes_utf_8_in_every_locale():
    assert output_encoding({"LC_ALL": "C"}, terminal=False) == "utf-8"
    assert output_encoding({"PYTHONIOENCODING": ":replace"}, terminal=False) == "utf-8"


def test_a_terminal_or_a_word_from_the_user_decides_on_the_encoding():
    assert output_encoding({}, terminal=True) == sys.stdout.encoding
    assert (
        output_encoding({"PYTHONIOENCODING": "x"}, terminal=False)
        == sys.stdout.encoding
    )


def test_a_closed_stdout_has_an_encoding_all_the_same(monkeypatch):
    monkeypatch.setattr(sys, "stdout", None)

    assert output_encoding({}, terminal=True) == "utf-8"


def test_into_a_pipe_the_view_is_plain_and_80_wide(monkeypatch, capsys):
    for name in ("FORCE_COLOR", "CLICOLOR_FORCE", "PYTHONIOENCODING"):
        monkeypatch.delenv(name, raising=False)

    seen = view_of(())

    assert (seen.width, seen.theme, seen.isolate) == (80, None, False)
    assert seen.glyphs == GLYPHS


@pytest.mark.parametrize("wrong", [{"color": "pink"}, {"theme": "pink"}], ids=str)
def test_a_word_that_nobody_knows_is_refused(wrong):
    with pytest.raises(UsageError, match="'pink' is not one of auto, "):
        view_of((), **wrong)
