"""Widths in cells: measuring, wrapping, cutting and padding."""

from itertools import islice

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shown import texts

from tweetspat.renderers.cells import beginning, cells, cut, pad, wrap
from tweetspat.visible import one_line, own, unbroken

FAMILY = "👨\u200d👩\u200d👧\u200d👦"

shown_texts = texts().map(one_line)
widths = st.integers(3, 60)


@pytest.mark.parametrize(
    ("text", "size"),
    [
        pytest.param("", 0, id="nothing"),
        pytest.param("MSK 13:55", 9, id="ascii"),
        pytest.param("Россия", 6, id="cyrillic"),
        pytest.param("漢字", 4, id="a-chinese-letter-takes-two"),
        pytest.param("e\u0301", 1, id="a-mark-takes-none"),
        pytest.param("🦢", 2, id="an-emoji-takes-two"),
        pytest.param(FAMILY, 2, id="a-family-is-one-picture"),
        pytest.param("🇸🇾", 2, id="a-flag-is-one-picture"),
    ],
)
def test_a_text_is_measured_by_what_it_takes_on_screen(text, size):
    assert cells(text) == size


def test_lines_break_at_spaces():
    assert [*wrap(own("one two three"), 7)] == ["one two", "three"]


def test_a_line_that_fits_is_left_alone_but_for_spaces_at_its_end():
    assert [*wrap(own("  a  b  "), 20)] == ["  a  b"]


def test_spaces_within_a_line_stay():
    assert [*wrap(own("a  b cc"), 4)] == ["a  b", "cc"]


def test_a_word_longer_than_a_line_is_cut_to_size():
    assert [*wrap(own("to abcdefghij on"), 4)] == ["to", "abcd", "efgh", "ij", "on"]


def test_a_picture_of_many_characters_is_never_torn():
    assert [*wrap(own(FAMILY * 3), 4)] == [FAMILY * 2, FAMILY]


def test_wrapping_nothing_gives_one_empty_line():
    assert [*wrap(own(""), 10)] == [""]


@settings(max_examples=100, deadline=None)
@given(shown_texts, widths)
def test_no_wrapped_line_is_wider_than_the_width(text, width):
    assert all(cells(line) <= width for line in wrap(text, width))


@settings(max_examples=100, deadline=None)
@given(shown_texts, widths)
def test_wrapping_keeps_every_letter_in_its_order(text, width):
    letters = "".join(wrap(text, width)).replace(" ", "")

    assert letters == text.replace(" ", "")


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text("abАБשم漢", min_size=1, max_size=5), min_size=1))
def test_words_that_fit_stay_whole(words):
    lines = wrap(own(" ".join(words)), 10)

    assert " ".join(lines).split() == words


@pytest.mark.parametrize("letter", ["w", "漢"])
def test_a_very_long_word_is_copied_once_and_not_again_for_each_line(letter):
    count = 200_000
    pieces = [*wrap(own(letter * count), 20)]

    assert len(pieces) == count * cells(letter) // 20
    assert sum(map(len, pieces)) == count


def test_the_first_lines_of_a_very_long_text_can_be_had_alone():
    endless = wrap(own("word " * 200_000), 9)

    assert [*islice(endless, 2)] == ["word word", "word word"]


def test_a_text_that_fits_is_not_cut():
    assert cut(own("abcd"), 4) == "abcd"


def test_a_cut_text_ends_in_a_sign_that_says_so():
    assert cut(own("abcdef"), 4) == "abc…"
    assert cut(own("abcdef"), 5, "...") == "ab..."


def test_no_space_stands_before_the_sign():
    assert cut(own("ab cdef"), 4) == "ab…"


def test_padding_fills_up_to_the_width_in_cells():
    assert pad(own("漢字"), 6) == "漢字  "


def test_padding_cuts_what_is_too_wide_and_fills_what_half_a_letter_leaves():
    assert pad(own("漢字漢字"), 6) == "漢字… "


@settings(max_examples=100, deadline=None)
@given(shown_texts, widths)
def test_a_cut_text_is_its_own_beginning(text, width):
    shown = cut(text, width)

    assert cells(shown) <= width
    assert shown == text or text.startswith(shown.removesuffix("…"))


@settings(max_examples=100, deadline=None)
@given(shown_texts, widths)
def test_a_padded_text_takes_exactly_the_width(text, width):
    assert cells(pad(text, width)) == width


@given(texts() | st.text("aя …\n\u00ad\u0301\u200d👩🇸🇾"), st.integers(0, 30))
def test_the_beginning_of_a_text_is_the_whole_on_one_line_cut(text, width):
    assert beginning(text, width) == cut(one_line(unbroken(text[: 4 * width])), width)
