"""HTML as platforms write it gives the plain text that was typed."""

import time
from html import escape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tweetspat.readers.html_text import text_of


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("", ""),
        ("plain", "plain"),
        ("<p>one</p><p>two</p>", "one\n\ntwo"),
        ("<p>one</p>\n<P class='x'>two</P>", "one\n\ntwo"),
        ("<p>one<br>two<br />three</p>", "one\ntwo\nthree"),
        ("<p>geese &amp; ducks &#39;&quot;&eacute;</p>", "geese & ducks '\"é"),
        ("&lt;b&gt;typed&lt;/b&gt;", "<b>typed</b>"),
        ("&amp;lt;", "&lt;"),
        ('@<a href="https://a.org/@b">b</a> c', "@b c"),
        ('<span class="invisible">https://</span>a.org', "https://a.org"),
        ('<a title="a > b">c</a>', "c"),
        ("1 < 2 and 3 > 2", "1 < 2 and 3 > 2"),
        ("a <!-- not said --> b", "a  b"),
        ("cut off <a href=", "cut off <a href="),
        ("&#0;&#x1b;&#xD800;", "\ufffd\ufffd"),
    ],
)
def test_tags_go_and_words_stay(html, text):
    assert text_of(html) == text


@given(st.text())
def test_escaped_text_comes_back_as_it_was(text):
    text = text.replace("\r", "").replace("\x00", "")

    assert text_of(f"<p>{escape(text)}</p>") == text.strip()


@pytest.mark.parametrize(
    "piece", ["<", "<a ", '<a "', "<a '", "<!--", "<p", "</p>", "&"]
)
def test_a_hostile_text_costs_no_more_than_its_length(piece):
    began = time.perf_counter()

    text_of(piece * 100_000)

    assert time.perf_counter() - began < 2
