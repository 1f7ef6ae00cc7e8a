"""oEmbed: the words stand in HTML, the id in an address, the day without a zone."""

import json
import time
from datetime import UTC, datetime

import pytest
from damaged import damaged
from hypothesis import given, settings
from hypothesis import strategies as st
from make import at, fields, shared, snowflake

from tweetspat.model import Account, Bounds, Tweet
from tweetspat.problems import Problem
from tweetspat.readers import load, oembed

FIXTURES = sorted(shared("data", "fixtures", "oembed").glob("*.json"))
ID = snowflake(at("12:00"))


def html(words="words", day="February 11, 2016", id_=ID):
    page = f"https://twitter.com/mod_russia/status/{id_}?ref_src=twsrc%5Etfw"
    return (
        f'<blockquote class="twitter-tweet"><p lang="en" dir="ltr">{words}</p>'
        f'&mdash; M (@mod_russia) <a href="{page}">{day}</a></blockquote>\n'
        "<script async></script>"
    )


def answer(words="words", **more):
    return {
        "url": f"https://twitter.com/mod_russia/status/{ID}",
        "author_name": "M",
        "author_url": "https://twitter.com/mod_russia",
        "html": html(words),
        "type": "rich",
        "provider_name": "Twitter",
    } | more


def old(day):
    page = "https://twitter.com/jack/statuses/397"
    return answer(url=page, html=html(day=day, id_="397"))


def read(value):
    (found,) = oembed.read(fields(value), None)
    return found


def codes(found):
    return [problem.code for problem in found.problems]


@pytest.mark.parametrize(
    "record",
    [
        answer(),
        answer(url="https://x.com/a/status/1", author_url=None),
        answer(url=None),
        answer(url="http://mobile.twitter.com/a/status/1"),
    ],
)
def test_snippets_of_the_platform_are_recognised(record):
    assert oembed.recognises(record)


@pytest.mark.parametrize(
    "record",
    [
        {},
        [answer()],
        answer(html=None),
        answer(id_str="1"),
        answer(
            url="https://www.youtube.com/watch?v=1",
            author_url="https://www.youtube.com",
        ),
        answer(url="https://nottwitter.com/a/status/1", author_url=7),
    ],
)
def test_what_is_of_another_shape_is_not_recognised(record):
    assert not oembed.recognises(record)


def test_a_tweet_is_read_whole_and_without_problems():
    found = read(answer())

    assert found == Tweet(
        id=ID,
        author=Account("mod_russia", "M"),
        text="words",
        sent=at("12:00"),
        sent_basis="id",
        place=found.place,
    )


@pytest.mark.parametrize(
    ("words", "text"),
    [
        ("a &amp; b &lt;3 &quot;c&quot; &#39;d&#39;", "a & b <3 \"c\" 'd'"),
        ("&amp;lt;", "&lt;"),
        ("one<br>two<br/><br />three", "one\ntwo\n\nthree"),
        ('RT <a href="https://twitter.com/a">@a</a>: b', "RT @a: b"),
        ('<a href="https://t.co/a">https://t.co/a</a>', "https://t.co/a"),
        ("as  typed", "as  typed"),
        ("", ""),
    ],
)
def test_the_words_are_taken_from_the_first_paragraph(words, text):
    found = read(answer(words))

    assert found.text == text
    assert not found.cut


def test_a_link_that_is_shown_otherwise_than_in_the_tweet_makes_the_text_rewritten():
    found = read(answer('a <a href="https://t.co/b">pic.twitter.com/c</a>'))

    assert found.text == "a pic.twitter.com/c"
    assert found.cut


def test_an_escaped_snippet_is_read_too():
    escaped = html("a &amp; b").replace("&", "&amp;").replace("<", "&lt;")

    assert read(answer(html=escaped.replace(">", "&gt;"))).text == "a & b"


@pytest.mark.parametrize(
    "page",
    [
        "https://twitter.com/mod_russia/statuses/{}",
        "https://x.com/mod_russia/status/{}?s=20",
        "https://www.twitter.com/i/web/status/{}",
    ],
)
def test_the_id_is_the_one_in_the_address(page):
    assert read(answer(url=page.format(ID))).id == ID


def test_the_time_of_a_tweet_without_one_in_its_id_is_a_day_anywhere_on_earth():
    found = read(old("March 26, 2006"))

    assert (found.sent, found.sent_basis) == (None, None)
    assert found.bounds == Bounds(
        datetime(2006, 3, 25, 10, tzinfo=UTC), datetime(2006, 3, 27, 12, tzinfo=UTC)
    )
    assert found.time_as_told == "March 26, 2006"
    assert found.problems == ()


@pytest.mark.parametrize(
    "day",
    ["26 mars 2006", "", "Smarch 1, 2006", "February 30, 2006", "January 1, 0001"],
)
def test_a_day_that_cannot_be_read_leaves_the_time_unknown(day):
    found = read(old(day))

    assert (found.sent, found.bounds) == (None, None)
    assert codes(found) == ["bad-stamp"]


def test_a_day_in_another_language_does_not_matter_where_the_id_tells_the_time():
    assert read(answer(html=html(day="11 février 2016"))).problems == ()


@pytest.mark.parametrize("day", ["February 9, 2016", "March 11, 2016"])
def test_a_day_that_contradicts_the_id_is_told_of(day):
    found = read(answer(html=html(day=day)))

    assert found.sent == at("12:00")
    assert codes(found) == ["forged-stamp"]


@pytest.mark.parametrize("day", ["February 10, 2016", "February 12, 2016"])
def test_a_day_that_is_right_on_some_clock_is_no_contradiction(day):
    clock = "05:00" if "10" in day else "20:00"
    id_ = snowflake(at(clock))
    page = f"https://twitter.com/a/status/{id_}"

    assert read(answer(url=page, html=html(day=day, id_=id_))).problems == ()


def test_a_snippet_of_another_tweet_than_the_address_names_is_told_of():
    found = read(answer(html=html(id_="5")))

    assert found.id == ID
    assert codes(found) == ["contradicting-id"]


@pytest.mark.parametrize("address", [None, "", "https://example.org/mod_russia"])
def test_an_author_that_is_not_told_is_a_problem_of_the_tweet(address):
    found = read(answer(author_url=address))

    assert found.author is None
    assert codes(found) == ["missing-field"]


def test_a_handle_that_passes_for_another_is_told_of():
    assert codes(read(answer(author_url="https://x.com/mоd_russia"))) == ["odd-handle"]


@pytest.mark.parametrize(
    ("more", "path"),
    [
        ({"url": "https://twitter.com/mod_russia"}, "$.url"),
        ({"url": f"https://x.com/a/status/{'1' * 30}"}, "$.url"),
        ({"url": None}, "$.url"),
        ({"html": '<a class="twitter-timeline"></a>'}, "$.html"),
        ({"html": ""}, "$.html"),
    ],
)
def test_what_is_no_snippet_of_a_tweet_is_a_problem(more, path):
    problem = read(answer(**more))

    assert (problem.code, problem.place.path) == ("missing-field", path)


@pytest.mark.parametrize(
    "piece", ["<p", "<p>", "<a ", '<a href="', "<br", "&lt;", "<![", '<a href="">']
)
def test_a_hostile_snippet_costs_no_more_than_its_length(piece):
    begun = time.perf_counter()

    read(answer(html=f"<p>{piece * 20_000}"))

    assert time.perf_counter() - begun < 1


@settings(max_examples=250, deadline=None)
@given(data=st.data())
def test_no_change_to_an_answer_raises(data):
    made = data.draw(damaged(answer('<a href="https://t.co/a">b</a><br>')))
    oembed.recognises(made)

    found, *more = oembed.read(fields(json.dumps([made])), None)

    assert isinstance(found, Tweet) or found.code == "missing-field"
    assert all(isinstance(each, Problem) for each in more)


@settings(max_examples=150, deadline=None)
@given(st.lists(st.sampled_from(html('<a href="x">').split("<") + list('<>"/p a&;!['))))
def test_no_html_raises(pieces):
    (found, *_) = oembed.read(fields(answer(html="".join(pieces))), None)

    assert isinstance(found, Tweet | Problem)


@pytest.mark.skipif(not FIXTURES, reason="the shared data are not here")
@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.name)
def test_every_real_answer_gives_its_tweet(path):
    document = json.loads(path.read_text())

    heap = load([str(path)])

    (tweet,) = heap.tweets.values()
    assert tweet.place.shape == "oembed"
    assert tweet.id == document["url"].rpartition("/")[2]
    assert tweet.author.handle == document["author_url"].rpartition("/")[2]
    assert tweet.author.name == document["author_name"]
    assert tweet.text.split()[-1] in document["html"]
    assert "<" not in tweet.text
    assert tweet.problems == ()
