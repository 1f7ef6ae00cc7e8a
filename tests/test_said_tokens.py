"""Tokens: where words, figures and signs begin and end, and how words compare."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tweetspat.said_times.tokens import folded, tokens


def kinds(text):
    return [(each.kind, each.raw) for each in tokens(text)]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("yesterday's", ["yesterday", "s"]),
        ("aujourd’hui", ["aujourd", "hui"]),
        ("l'après-midi", ["l", "apres", "midi"]),
        ("9 p.m. ET", ["9", "pm", "et"]),
        ("Washington, D.C. time", ["washington", ",", "dc", "time"]),
        ("17.00'de", ["17.00", "de"]),
        ("Salı günü", ["sali", "gunu"]),
        ("İSTANBUL", ["istanbul"]),
        ("غداً أمس", ["غدا", "امس"]),
        ("самолёт", ["самолет"]),
        ("UTC+3 GMT-5:30", ["utc+3", "gmt-5:30"]),
        ("Feb.4", ["feb", ".", "4"]),
    ],
)
def test_words_are_cut_and_folded_so_that_they_compare(text, words):
    assert [each.word for each in tokens(text)] == words


@pytest.mark.parametrize(
    "text",
    [
        "https://example.org/today/13:55",
        "t.co/5am",
        "@6pmnews",
        "#ThrowbackThursday",
        "A-10",
        "Su-24",
        "FL330",
        "192.168.13.55",
        "$5.30",
        "€10",
        "40%",
        "40 %",
        "x@5pm.example.org",
    ],
)
def test_addresses_names_designations_and_money_hold_no_time(text):
    found = tokens(text)

    assert {each.kind for each in found} <= {"other", "sign"}
    assert "other" in {each.kind for each in found}


def test_what_hangs_on_a_word_is_marked_as_joined():
    assert [each.joined for each in tokens("Salı'dan beri")] == [False, True, False]


@given(st.text(max_size=60))
def test_tokens_stand_in_the_text_in_order_and_without_overlap(text):
    end = 0
    for each in tokens(text):
        assert each.raw == text[each.start : each.end] != ""
        assert each.start >= end
        end = each.end


@given(st.text(max_size=20))
def test_folding_twice_is_folding_once(word):
    assert folded(folded(word)) == folded(word)
