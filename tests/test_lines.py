"""Lines of stretches: plain, wrapped over many stretches, fitted into one line."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shown import texts

from tweetspat.renderers.cells import cells, wrap
from tweetspat.renderers.lines import (
    Span,
    fitted,
    flowed,
    hanging,
    isolated,
    plain,
    rtl,
    span,
    wrapped,
)
from tweetspat.visible import Shown, one_line

words = st.text("abАБשم漢🦢", min_size=1, max_size=4)
parts = st.lists(
    st.builds(
        span, st.sampled_from(["", "dim", "side0"]), st.lists(words).map(" ".join)
    ),
    max_size=8,
)


def in_lines(what, width):
    return [plain(line) for line in wrapped(what, width)]


def test_a_plain_line_is_its_stretches_without_spaces_at_the_end():
    line = (span("dim", "a "), span("side0", "b"), span("", "  "))

    assert plain(line) == "a b"


@pytest.mark.parametrize(
    ("text", "runs_left"),
    [
        ("حلب", True),
        ("שלום", True),
        ("\ufefb", True),
        ("a ب", True),
        ("Россия", False),
        ("abc", False),
        ("漢字🦢", False),
    ],
)
def test_arabic_and_hebrew_run_from_right_to_left(text, runs_left):
    assert rtl(text) is runs_left


def test_stretches_break_at_spaces_wherever_the_roles_change():
    what = [span("dim", "17 tweets in "), span("side0", "two hours")]

    assert in_lines(what, 13) == ["17 tweets in", "two hours"]


def test_a_word_keeps_its_role_on_the_next_line():
    first, second = wrapped([span("dim", "one "), span("side0", "two")], 4)

    assert [part.role for part in first] == ["dim"]
    assert [part.role for part in second] == ["side0"]


def test_two_stretches_without_a_space_between_them_stay_together_when_they_fit():
    what = [span("dim", "quotes "), span("side0", "●4"), span("dim", ", twice")]

    assert in_lines(what, 20) == ["quotes ●4, twice"]


def test_no_line_begins_with_the_dot_between_two_facts():
    what = [span("dim", "one fact"), span("dim", " · another")]

    assert in_lines(what, 8) == ["one fact", "another"]


def test_nothing_gives_no_line():
    assert [*wrapped([], 10)] == []


def test_a_word_longer_than_a_line_goes_on_in_the_next():
    assert in_lines([span("", "to abcdefghij")], 4) == ["to", "abcd", "efgh", "ij"]


@settings(max_examples=100, deadline=None)
@given(parts, st.integers(8, 40))
def test_no_wrapped_line_is_wider_than_the_width(what, width):
    assert all(cells(plain(line)) <= width for line in wrapped(what, width))


@settings(max_examples=100, deadline=None)
@given(texts(), st.integers(8, 40))
def test_a_hostile_text_makes_no_line_wider_than_the_width(text, width):
    lines = wrapped([Span("", one_line(text)), Span("dim", one_line(text))], width)

    assert all(cells(plain(line)) <= width for line in lines)


@settings(max_examples=100, deadline=None)
@given(parts, st.integers(8, 40))
def test_wrapping_keeps_every_letter_in_its_order(what, width):
    letters = "".join(in_lines(what, width)).replace(" ", "")

    assert letters == "".join(part.text for part in what).replace(" ", "")


def test_a_line_that_fits_keeps_its_stretches():
    line = (span("dim", "a "), span("side0", "b"))

    assert fitted(line, 3) == line


def test_what_does_not_fit_is_cut_and_what_is_beyond_is_left_out():
    line = (span("dim", "abc "), span("side0", "defgh"), span("", "never"))

    assert fitted(line, 8) == (span("dim", "abc "), span("side0", "def…"))


@settings(max_examples=100, deadline=None)
@given(texts(), st.integers(3, 40))
def test_a_fitted_stretch_is_never_wider_than_the_width(text, width):
    assert cells(plain(fitted([Span("", one_line(text))], width))) <= width


# Pieces that stay whole, with what hangs below the first line indented.


def hung(pieces, width, first="◷ "):
    told = [[span("", piece)] for piece in pieces]
    return [plain(line) for line in hanging(span("when", first), told, width)]


def test_lines_break_between_pieces():
    assert hung(["13:55 MSK", " = 05:55 EST", " · 9 h earlier"], 20) == [
        "◷ 13:55 MSK",
        "  = 05:55 EST",
        "  · 9 h earlier",
    ]
    assert hung(["13:55 MSK", " = 05:55 EST", " · 9 h"], 30) == [
        "◷ 13:55 MSK = 05:55 EST · 9 h"
    ]


def test_a_piece_longer_than_a_line_is_broken():
    assert hung(["one two three", " four"], 11) == ["◷ one two", "  three", "  four"]


def test_a_dot_of_the_tools_own_begins_no_piece_of_a_new_line():
    pieces = [[span("when", "13:55 MSK")], [span("dim", " · 9 h earlier")]]

    lines = [plain(line) for line in hanging(span("", "◷ "), pieces, 15)]

    assert lines == ["◷ 13:55 MSK", "  9 h earlier"]


def test_no_piece_gives_no_line():
    assert hung([], 20) == []


@settings(max_examples=100, deadline=None)
@given(st.lists(parts, max_size=4), st.integers(10, 40))
def test_no_hanging_line_is_wider_than_the_width_and_no_letter_is_lost(pieces, width):
    lines = [plain(line) for line in hanging(span("", ": "), pieces, width)]

    assert all(cells(line) <= width for line in lines)
    letters = "".join(line[2:] for line in lines).replace(" ", "")
    told = "".join(part.text for piece in pieces for part in piece)
    assert letters == told.replace(" ", "")


# A stranger's words, each in its role.


def test_words_break_at_spaces_and_not_where_a_role_ends():
    what = [span("", "We struck "), span("said", "yesterday"), span("", ", no")]

    assert [plain(line) for line in flowed(what, 19)] == ["We struck", "yesterday, no"]


def test_every_line_keeps_the_roles():
    what = [span("", "at "), span("said", "13:55 (MSK)"), span("", ".")]

    assert [*flowed(what, 8)] == [
        (span("", "at "), span("said", "13:55")),
        (span("said", "(MSK)"), span("", ".")),
    ]


@settings(max_examples=200, deadline=None)
@given(parts, texts(30), st.integers(8, 40))
def test_the_lines_are_those_of_the_whole_text(what, text, width):
    what = [*what, Span("said", one_line(text)), *what]

    whole = Shown("".join(part.text for part in what))

    assert ["".join(part.text for part in line) for line in flowed(what, width)] == [
        *wrap(whole, width)
    ]


def test_isolated_stretches_take_no_more_cells():
    line = isolated([span("", "حلب")])

    assert plain(line) == "\u2068حلب\u2069"
    assert cells(plain(line)) == 3
