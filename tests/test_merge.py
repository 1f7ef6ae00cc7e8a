"""One tweet seen many times: the richest copy wins, differences are kept."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import at, tweet

from tweetspat.merge import merge
from tweetspat.model import Account, Copy, Media
from tweetspat.problems import Place, Problem


def place(file="made.json", line=1):
    return Place(file, line, "$", "api-v1.1")


def only(*copies):
    """Return the one tweet that the copies give."""
    merged, _ = merge(copies)
    (found,) = merged.values()
    return found


def test_tweets_of_different_ids_are_left_alone():
    one, two = tweet("1"), tweet("2")

    assert merge([one, two]) == ({"1": one, "2": two}, [])


@pytest.mark.parametrize("turned", [False, True])
@pytest.mark.parametrize(
    ("better", "worse"),
    [
        pytest.param(
            tweet("1", text="own"), tweet("1", text="own", nested_in="2"), id="own"
        ),
        pytest.param(
            tweet("1", text="short", nested_in=None),
            tweet("1", text="short and whole", nested_in="2"),
            id="own-before-longer",
        ),
        pytest.param(tweet("1", text="a"), tweet("1", text=None), id="has-text"),
        pytest.param(
            tweet("1", text="whole"), tweet("1", text="whole wo…", cut=True), id="uncut"
        ),
        pytest.param(
            tweet("1", text="a longer one"), tweet("1", text="shorter"), id="longer"
        ),
        pytest.param(
            tweet("1", place=place(line=2)), tweet("1", place=place(line=10)), id="line"
        ),
        pytest.param(
            tweet("1", place=place("a")), tweet("1", place=place("b")), id="file"
        ),
    ],
)
def test_the_richer_copy_wins_wherever_it_stands(better, worse, turned):
    copies = [worse, better] if turned else [better, worse]

    found = only(*copies)

    assert (found.text, found.place, found.nested_in) == (
        better.text,
        better.place,
        better.nested_in,
    )


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("reply_to", "9"),
        ("reply_handle", "b"),
        ("quotes", "9"),
        ("repeats", "9"),
        ("zone", "Europe/Moscow"),
        ("time_as_told", "in the morning"),
    ],
)
def test_what_the_winner_lacks_is_filled_from_the_others(field, value):
    longer = tweet("1", text="the longer words")
    shorter = tweet("1", text="words", **{field: value})

    found = only(shorter, longer)

    assert found.text == "the longer words"
    assert getattr(found, field) == value


def test_a_lost_author_is_filled_from_the_others():
    nobody = tweet("1", author=None, text="the longer words")

    assert only(nobody, tweet("1", "mod_russia")).author == Account("mod_russia")


def test_what_the_winner_knows_is_not_overwritten():
    longer = tweet("1", text="the longer words", reply_to="8")

    assert only(tweet("1", reply_to="9"), longer).reply_to == "8"


def test_a_time_is_filled_with_the_basis_it_came_from():
    unknown = tweet("1", clock=None, text="the longer words")
    known = tweet("1", clock="12:00", sent_basis="id")

    found = only(unknown, known)

    assert (found.sent, found.sent_basis) == (at("12:00"), "id")


def test_a_text_that_differs_is_kept_as_a_copy_and_told_of():
    said = tweet("1", text="We did not bomb.", place=place("a.json"))
    other = tweet("1", text="We bombed.", place=place("b.json"))

    found = only(other, said)

    assert found.text == "We did not bomb."
    assert [(copy.text, copy.place.file) for copy in found.copies] == [
        ("We bombed.", "b.json")
    ]
    assert [problem.code for problem in found.problems] == ["differing-copy"]
    assert "b.json" in found.problems[0].message


def test_the_same_difference_seen_twice_is_kept_once():
    said = tweet("1", text="We did not bomb.")
    others = [tweet("1", text="We bombed.", place=place(line=n)) for n in (3, 2, 4)]

    (copy,) = only(said, *others).copies

    assert copy.place.line == 2


def test_another_author_is_a_difference_and_another_spelling_is_none():
    said = tweet("1", "mod_russia")

    (copy,) = only(said, tweet("1", "mod_evil", place=place("z"))).copies

    assert copy.author == "mod_evil"
    assert only(said, tweet("1", "MOD_Russia")).copies == ()


@pytest.mark.parametrize(
    "less",
    [
        pytest.param(tweet("1", text="The whole of th…", cut=True), id="cut"),
        pytest.param(tweet("1", text=None), id="no-text"),
        pytest.param(tweet("1", author=None, text="The whole of them"), id="no-author"),
        pytest.param(tweet("1", text="The whole of them", nested_in="2"), id="nested"),
    ],
)
def test_less_of_the_same_is_no_difference(less):
    found = only(less, tweet("1", text="The whole of them"))

    assert (found.text, found.copies) == ("The whole of them", ())


def test_a_cut_text_with_other_words_is_a_difference():
    cut = tweet("1", text="Something else of th…", cut=True)

    assert len(only(cut, tweet("1", text="The whole of them")).copies) == 1


def test_repeated_records_are_counted_for_each_file():
    places = [place("a", 1), place("a", 2), place("b", 1), place("c", 1)]

    _, problems = merge(tweet("1", place=each) for each in places)

    assert [(problem.code, problem.place.file) for problem in problems] == [
        ("duplicate", "a"),
        ("duplicate", "b"),
        ("duplicate", "c"),
    ]


def test_a_copy_nested_in_another_tweet_is_no_repetition():
    _, problems = merge([tweet("1"), tweet("1", nested_in="2")])

    assert problems == []


TEXTS = ["words", "other words", "words and mor…", "words and more of them", None]
COPIES = st.lists(
    st.builds(
        tweet,
        st.sampled_from(["1", "2"]),
        st.sampled_from(["a", "A", "b", None]),
        st.sampled_from(["12:00", "12:01", None]),
        st.sampled_from(TEXTS),
        place=st.builds(place, st.sampled_from("xy"), st.integers(1, 12)),
        cut=st.booleans(),
        nested_in=st.sampled_from([None, "3"]),
        reply_to=st.sampled_from([None, "8", "9"]),
        zone=st.sampled_from([None, "Europe/Moscow", "UTC"]),
        copies=st.sampled_from([(), (Copy("kept words", "a", place("z")),)]),
        problems=st.sampled_from([(), (Problem("odd-id", "odd", place("z")),)]),
    ),
    max_size=7,
    unique_by=lambda copy: copy.place,
)


@given(COPIES, st.randoms(use_true_random=False))
@settings(max_examples=200, deadline=None)
def test_the_order_of_the_records_does_not_matter(copies, randoms):
    shuffled = copies.copy()
    randoms.shuffle(shuffled)

    assert merge(shuffled) == merge(copies)


@given(COPIES)
@settings(max_examples=100, deadline=None)
def test_whole_words_are_never_lost(copies):
    merged, _ = merge(copies)

    for copy in copies:
        shown = merged[copy.id]
        words = {shown.text, *(other.text for other in shown.copies)}
        assert copy.text is None or copy.cut or shown.cut or copy.text in words


@given(COPIES)
@settings(max_examples=50, deadline=None)
def test_what_is_merged_once_stays_as_it_is(copies):
    merged, _ = merge(copies)

    assert merge(merged.values())[0] == merged


def test_the_media_of_a_tweet_that_stands_once_for_each_are_gathered():
    pictures = [Media("photo", f"https://example.org/{n}") for n in (1, 2)]
    copies = [
        tweet("1", media=(each,), place=place(line=line))
        for line, each in enumerate(pictures, start=1)
    ]

    assert only(*copies).media == tuple(pictures)
