"""Where a stretch may lead: tweets to themselves, addresses where they say."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from make import at, snowflake, tweet
from shown import texts

from tweetspat.model import OTHER_PLATFORMS, Account
from tweetspat.problems import Place
from tweetspat.renderers.permalinks import address, leading, permalink
from tweetspat.visible import one_line

ID = snowflake(at("12:00"))
CASE = Place("case.json", 1, "$", "case")


def test_a_tweet_leads_to_itself_its_handle_as_its_owner_wrote_it():
    found = permalink(tweet(ID, "OIRspox"))

    assert found == f"https://x.com/OIRspox/status/{ID}"


def test_a_tweet_from_before_snowflakes_leads_to_itself_too():
    assert permalink(tweet("20", "jack")) == "https://x.com/jack/status/20"


def test_a_lost_tweet_leads_to_where_it_stood():
    assert permalink(tweet(ID, "mod", text=None, state="deleted"))


@pytest.mark.parametrize(
    "id_",
    ["M1", "", "0", "012", "-5", "1.5", "1" * 20, "١٢٣", "12\n", " 12", "1/../2", "²"],
)
def test_what_is_no_status_id_leads_nowhere(id_):
    assert permalink(tweet(id_, "mod")) is None


@pytest.mark.parametrize(
    "handle",
    ["", "a" * 21, "a b", "a/b", "a\x1b", "mоd", "a?b", "..", "@mod", "mod\n", "a%2e"],
)
def test_a_handle_that_the_platform_cannot_have_given_out_leads_nowhere(handle):
    odd = tweet(ID)._replace(author=Account(handle))

    assert permalink(odd) is None


def test_without_an_author_it_leads_nowhere():
    assert permalink(tweet(ID, None)) is None


@pytest.mark.parametrize("shape", sorted(OTHER_PLATFORMS))
def test_tweets_of_other_platforms_lead_nowhere(shape):
    assert permalink(tweet(ID, "mod", place=Place("x", 1, "$", shape))) is None


def test_made_up_tweets_lead_nowhere():
    assert permalink(tweet(ID, "mod", synthetic=True)) is None


def test_the_numbers_that_a_reporter_gives_lead_nowhere():
    assert permalink(tweet("7", "mod", place=CASE)) is None
    assert permalink(tweet("20000000000", "mod", place=CASE)) is None
    assert permalink(tweet(ID, "mod", place=CASE)) is not None


# Addresses.


@pytest.mark.parametrize(
    "text",
    [
        "http://a.b",
        "https://example.org/x?y=1&z=[2];(3)#4",
        "HTTPS://Example.ORG/%E2%82%AC",
        "https://example.org:8080",
        "https://example.org?x",
        "https://xn--e1afmkfd.example/",
        "https://" + "a" * 1_992,
    ],
)
def test_an_address_of_the_web_leads_where_it_says(text):
    assert address(text) == text


@pytest.mark.parametrize(
    "text",
    [
        None,
        "",
        "example.org",
        "//example.org",
        "https://",
        "https:///x",
        "https:/example.org",
        "ftp://example.org/",
        "file:///etc/passwd",
        "javascript:alert(1)//https://example.org",
        "data:text/html,x",
        "https://user@evil.example/",
        "https://example.org:443@evil.example/",
        "https://example.org\\@evil.example/",
        "https://example.org/\x1b\\",
        "https://example.org/\x07",
        "https://example.org/\x9c",
        "https://example.org/a b",
        "https://example.org/\n",
        "https://example.org/\u202e",
        "https://пример.example/",
        "https://example.org/é",
        "https://example.org:999999/",
        'https://example.org/"onload="',
        "https://example.org/<b>",
        " https://example.org/",
        "https://" + "a" * 1_993,
    ],
)
def test_anything_else_leads_nowhere(text):
    assert address(text) is None


@given(st.text() | texts().map("https://example.org/".__add__))
@example("https://example.org/\x1b]8;;https://evil.example\x07")
def test_whatever_leads_somewhere_is_plain_and_of_the_web(text):
    found = address(text)

    assert found is None or (
        found == text
        and found.isascii()
        and found.isprintable()
        and " " not in found
        and found.lower().startswith(("http://", "https://"))
    )


# Stretches.


def led(text, *told):
    return [(part.text, part.url) for part in leading("dim", one_line(text), told)]


def test_an_address_that_is_told_leads_there_and_the_words_around_it_nowhere():
    shown = led("photo https://a.example/1: a cat", "https://a.example/1")

    assert shown == [
        ("photo ", None),
        ("https://a.example/1", "https://a.example/1"),
        (": a cat", None),
    ]


def test_an_address_that_nobody_tells_leads_nowhere():
    words = "a copy reads: https://evil.example/"

    assert led(words, "https://a.example/", None) == [(words, None)]


def test_a_part_of_a_longer_address_leads_nowhere():
    longer = "leads to https://a.example.evil.example/"

    assert led(longer, "https://a.example") == [(longer, None)]


@given(texts(), st.lists(texts(20)), st.booleans())
def test_no_word_is_lost_and_none_leads_elsewhere_than_it_says(text, told, among):
    shown = one_line(f"{text} https://a.example/ {text}")
    parts = leading("dim", shown, [*told, *["https://a.example/"] * among])

    assert "".join(part.text for part in parts) == shown
    assert all(part.url in (None, part.text) for part in parts)
    assert any(part.url for part in parts) is among
