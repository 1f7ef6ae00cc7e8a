"""Whom a text addresses, whom it cites, and what its opening is about."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tweetspat.inference.addresses import Address, Cited, address
from tweetspat.inference.wording import speaks_of_several, subject_of_its_sentence

LONG = 50_000
HOSTILE = {
    "mentions": "@a " * LONG,
    "mentions-without-spaces": "@a" * LONG,
    "signs": "@" * LONG,
    "quoted-mentions": '"@a: ' * LONG,
    "smart-quoted-mentions": "“@a " * LONG,
    "guillemets": "«@a" * LONG,
    "open-quotations": '"@' * LONG,
    "retweets": "RT " * LONG,
    "retweets-of-somebody": "RT @a: " * LONG,
    "vias": "via @a " * LONG,
    "colons": "@a : " * LONG,
    "a-sign-and-spaces": "RT" + " " * LONG + "x",
    "spaces-and-a-mention": " " * LONG + "@a",
    "a-mention-and-spaces": "@a" + " " * LONG,
    "a-long-handle": "@" + "a" * LONG,
    "names-of-many": "@a's " + "tweet " * LONG,
}
"""Texts that make a careless expression slow by the square of their length."""


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        ("@m no", ("m",)),
        (".@m no", ("m",)),
        (". @M no", ("m",)),
        ("  @m", ("m",)),
        ("@m's claims", ("m",)),
        ("＠m no", ("m",)),
        ("@m: no", ("m",)),
        ("@m @w_2 no", ("m", "w_2")),
        ("@m, @w & @x: no", ("m", "w", "x")),
        ("@m @w @M no", ("m", "w")),
        ("@m\n@w no", ("m", "w")),
        ("@mm no", ("mm",)),
        ("no @m", ()),
        ("..@m no", ()),
        ("a@m no", ()),
        ("@ m", ()),
        ("RT @m: no", ()),
        ("“@m no", ()),
        ("@m@example.social no", ()),
        ("@" + "m" * 21, ()),
        ("", ()),
    ],
)
def test_a_text_opens_with_whom_it_addresses(text, lead):
    assert address(text).lead == lead


@pytest.mark.parametrize(
    ("text", "dot"),
    [(".@m no", True), (". @m no", True), ("@m no.", False), ("No. @m no", False)],
)
def test_a_dot_before_the_first_mention_is_told(text, dot):
    assert address(text).dot == dot


def test_mentions_inside_are_told_apart_from_the_opening_each_once():
    told = address("@m no, @w and @M and (@x) and @W, not me@x.com or @y@example.org")

    assert (told.lead, told.inner) == (("m",), ("w", "x"))


def test_the_body_begins_after_the_opening():
    text = ".@m @w: no, @x"

    assert text[address(text).body :] == "no, @x"


def test_a_text_without_mentions_addresses_and_cites_nobody():
    assert address('RT "no" via mail') == Address()


@pytest.mark.parametrize("sign", ["\u212a", "\u0130"], ids=["kelvin", "dotted-i"])
def test_a_letter_that_only_its_small_form_makes_latin_is_no_letter_of_a_handle(sign):
    assert address(f"no @{sign}remlin").inner == ()


CITED = {
    "RT @M: some words": Cited("m", "retweet", "some words", "RT @M"),
    "rt @m some words": Cited("m", "retweet", "some words", "rt @m"),
    "no! RT @m: some words": Cited("m", "retweet", "some words", "RT @m"),
    "RT: @m some words": Cited("m", "retweet", "some words", "RT: @m"),
    "MT @m: some words": Cited("m", "modified", "some words", "MT @m"),
    '"@m: some words" no': Cited("m", "quote", "some words", '"@m'),
    "“@m: some words” no": Cited("m", "quote", "some words", "“@m"),
    "“@m: some words“ no": Cited("m", "quote", "some words", "“@m"),
    "«@m: some words» no": Cited("m", "quote", "some words", "«@m"),
    "'@m some words' no": Cited("m", "quote", "some words", "'@m"),
    '"@m: some "odd" words" no': Cited("m", "quote", 'some "odd" words', '"@m'),
    '"@m: cut words': Cited("m", "quote", "cut words", '"@m'),
    "as @m: some words": Cited("m", "colon", "some words", "@m"),
    "@m : some words": Cited("m", "colon", "some words", "@m"),
    "some words via @m": Cited("m", "via", "some words ", "via @m"),
    "some words (via @m)": Cited("m", "via", "some words (", "via @m"),
    "@w some words h/t @m": Cited("m", "via", "some words ", "h/t @m"),
    "some words HT @m": Cited("m", "via", "some words ", "HT @m"),
}


@pytest.mark.parametrize("text", CITED)
def test_words_are_attributed_in_these_ways(text):
    assert address(text).cited == (CITED[text],)


@pytest.mark.parametrize(
    "text",
    ["@m no", "ART @m no", "@m RT no", "via mail, @m", "trivia @m", "me@m: no", "@m"],
)
def test_a_mention_alone_cites_nobody(text):
    assert address(text).cited == ()


def test_quotations_inside_quotations_are_told_from_the_outside_in():
    told = address("no RT @a: yes RT @b: some words via @c")

    assert [(each.handle, each.words) for each in told.cited] == [
        ("a", "yes RT @b: some words via @c"),
        ("b", "some words via @c"),
        ("c", "no RT @a: yes RT @b: some words "),
    ]


@pytest.mark.parametrize("text", HOSTILE.values(), ids=HOSTILE)
def test_what_is_read_of_a_long_text_is_bounded(text):
    told = address(text)

    assert len(told.cited) <= 8
    assert len(told.lead) + len(told.inner) <= 1
    assert speaks_of_several(text) is None
    assert not subject_of_its_sentence(text)


def test_no_more_than_a_hundred_handles_are_read():
    chain = " ".join(f"@h{n}" for n in range(10_000))

    assert len(address(chain).lead) == 100
    assert len(address("no " + chain).inner) == 100
    assert address(chain).lead[:2] == ("h0", "h1")


@given(st.text(st.sampled_from('@＠am.:"“”RTvia /\n1é'), max_size=60))
@settings(max_examples=200, deadline=None)
def test_any_text_has_an_address(text):
    told = address(text)

    assert not {*told.lead} & {*told.inner}
    assert all(handle in text.lower() for handle in told.lead + told.inner)
    assert all(each.words in text for each in told.cited)
    assert 0 <= told.body <= len(text)


@pytest.mark.parametrize(
    ("text", "lead"),
    [
        (".@M's tweets are wrong", ".@M"),
        ("@m’s claims are wrong", "@m"),
        (". @m's latest false statements", ". @m"),
        ("@m all of your posts are wrong", "@m"),
        ("@m, your tweets", "@m"),
        ("\"@m's lies", "@m"),
        ("@m's tweet is wrong", None),
        ("@m's tweetstorm", None),
        ("@m's one or two tweets", None),
        ("the tweets of @m", None),
        ("@w on @m's tweets", None),
        ("@m all your base", None),
    ],
)
def test_an_opening_may_speak_of_several_tweets_of_the_account(text, lead):
    assert speaks_of_several(text) == lead


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("@CJTFOIR hasn't struck in #ALEPPO in 2016. Did strike in Manbij", True),
        ("@m hasn’t struck", True),
        (".@m was wrong on that", True),
        ("@m has no idea", True),
        ("@m won't say", True),
        ("@m did not say that", True),
        ("@m is this what you hit?", False),
        ("@m is that so", False),
        ("@m did you strike Manbij", False),
        ("@m has Manbij been struck?", False),
        ("@m hash", False),
        ("@m no, it was not", False),
        ("@m Was it", False),
        ("and @m was wrong", False),
        ("@m @w was wrong", False),
    ],
)
def test_an_opening_handle_may_be_what_the_sentence_is_about(text, subject):
    assert subject_of_its_sentence(text) == subject
