"""The sentence in which words stand, shortened around them."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from shown import texts

from tweetspat.renderers.cells import cells
from tweetspat.renderers.clauses import Clause, clause_lines, clause_of
from tweetspat.renderers.lines import plain
from tweetspat.visible import one_line


def around(words, text):
    return "".join(clause_of(text, words, text.index(words)))


def shown(clause, width, most=2):
    return [plain(line) for line in clause_lines(clause, width, most, "…")]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        pytest.param(
            "Not in 2016. We struck yesterday, 95km away. Ask them!",
            "We struck yesterday, 95km away.",
            id="between-two-others",
        ),
        pytest.param(
            "Did it happen yesterday? No…", "Did it happen yesterday?", id="question"
        ),
        pytest.param(
            "one line\nWe struck yesterday\nanother", "We struck yesterday", id="lines"
        ),
        pytest.param(
            "At 5:55 a.m. ET yesterday Col. Warren met 20 of the U.S. Army. Then",
            "At 5:55 a.m. ET yesterday Col. Warren met 20 of the U.S. Army.",
            id="abbreviations",
        ),
        pytest.param(
            "It was approx. 20 km. and yesterday more",
            "It was approx. 20 km. and yesterday more",
            id="a-small-letter-begins-no-sentence",
        ),
        pytest.param(
            'He said "no." Yesterday he said yes', "Yesterday he said yes", id="quotes"
        ),
        pytest.param(
            "see https://t.co/a.b?c yesterday",
            "see https://t.co/a.b?c yesterday",
            id="url",
        ),
        pytest.param("yesterday", "yesterday", id="alone"),
    ],
)
def test_words_stand_in_their_sentence(text, sentence):
    assert around("yesterday" if "yesterday" in text else "Yesterday", text) == sentence


def test_arabic_sentences_end_with_their_own_sign():
    assert around("أمس", "من هم؟ سمعنا أمس طائرة") == "سمعنا أمس طائرة"


@pytest.mark.parametrize(
    ("text", "start"),
    [(None, 0), ("", 0), ("other words", 0), ("yesterday", 3), ("yesterday", -9)],
)
def test_words_that_do_not_stand_there_stand_alone(text, start):
    assert clause_of(text, "yesterday", start) == Clause("", "yesterday", "")


def test_of_a_sentence_without_end_only_the_nearest_words_are_looked_at():
    clause = clause_of("a" * 900 + " yesterday " + "b" * 900, "yesterday", 901)

    assert clause.before.startswith("…a")
    assert clause.after.endswith("b…")
    assert len("".join(clause)) < 900


def test_a_sentence_that_fits_is_whole():
    clause = Clause("We struck ", "yesterday", ", 95km away.")

    assert shown(clause, 20) == ["We struck yesterday,", "95km away."]


def test_a_comma_after_the_words_never_begins_a_line():
    assert shown(Clause("We struck ", "yesterday", ", no."), 19) == [
        "We struck",
        "yesterday, no.",
    ]


def test_of_a_longer_one_the_end_is_cut():
    clause = Clause("We struck ", "yesterday", ", 95km away, and nobody saw it.")

    assert shown(clause, 20) == ["We struck yesterday,", "95km away, and …"]


def test_the_words_stay_where_the_beginning_has_to_give_way():
    clause = Clause(
        "one two three four five six seven eight ", "yesterday", ", nine ten"
    )

    assert shown(clause, 20) == ["… eight yesterday,", "nine ten"]


def test_the_words_have_a_role_of_their_own_on_every_line():
    clause = Clause("before ", "Wednesday, February 10", " after")

    first, second = clause_lines(clause, 18, 2, "…")

    assert [(part.role, part.text) for part in (*first, *second)] == [
        ("", "before "),
        ("said", "Wednesday,"),
        ("said", "February 10"),
        ("", " after"),
    ]


@settings(max_examples=300, deadline=None)
@given(texts(), texts(20), texts(), st.integers(8, 90), st.integers(2, 3))
def test_no_line_is_wider_than_the_width_and_there_are_no_more(
    before, words, after, width, most
):
    text = before + words + after
    clause = clause_of(text, words, len(before))

    lines = shown(clause, width, most)

    assert len(lines) <= most
    assert all(cells(line) <= width for line in lines)
    if words and cells(one_line(words)) <= width // 2 and " " not in words.strip():
        whole = "".join("".join(lines).split())
        assert "".join(one_line(words.strip().replace("\t", " ")).split()) in whole
