"""Odd inputs that were once read wrongly: each names what must hold."""

import io
import json
import sys
from datetime import UTC, datetime

import pytest
from make import loaded, status

import tweetspat
from tweetspat.problems import Place
from tweetspat.readers import TYPED_FROM, load
from tweetspat.readers.typed_v1 import read_status
from tweetspat.said_times import OwnZone, said_times
from tweetspat.stamps import id_instant, instant
from tweetspat.zones import WORDS, zone

HERE = Place("made.json", 1, "$", "api-v1.1")
SENT = datetime(2016, 2, 11, 10, 12, tzinfo=UTC)
MOSCOW = OwnZone(zone("MSK"), "side")
FILL = [
    json.dumps(status("09:00", last=n, pad="x" * (TYPED_FROM // 2))) for n in range(3)
]


@pytest.mark.parametrize("word", [w for w in WORDS if "(" in w])
def test_words_with_brackets(word):
    assert zone(word) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Yesterday At 13:55 (MSK)",
        "YESTERDAY AT 13:55 (MSK)",
        "Yesterday two A-10 came at 13:55 (MSK)",
        "Yesterday at about 13:55 (MSK)",
        "yesterday afternoon at 1:55 pm MSK",
        "Вчера в 13:55 (MSK)",
        "Last night at 23:10 (MSK)",
        "3 days ago at 13:55 (MSK)",
    ],
)
def test_a_clock_is_never_moved_to_the_sending_day_when_the_text_names_another(text):
    assert [
        s.start for s in said_times(text, SENT, None, None) if s.start.day == 11
    ] == []


@pytest.mark.parametrize(
    "text",
    [
        "Yesterday at 13:55 (Atlantis time)",
        "Yesterday at 13:55 (Atlantis)",
        "yesterday at 13:55 XST",
    ],
)
def test_an_unknown_place_is_never_the_authors(text):
    assert said_times(text, SENT, None, MOSCOW) == ()


@pytest.mark.parametrize(
    "stamp", ["Thu, 11 Feb 2016 13:12:03 +0300", "Thu Feb 11 13:12:03 +0300 2016"]
)
def test_an_odd_shape_with_an_offset_in_figures(
    stamp,
):
    assert instant(stamp) == datetime(2016, 2, 11, 10, 12, 3, tzinfo=UTC)


def test_digits_above_2_63_are_no_id():
    assert id_instant("9" * 19) is None


def test_glued_records_and_a_blank_line_in_a_large_file(
    tmp_path,
):
    glued = json.dumps(status("10:00")) + json.dumps(status("10:01", "mod_russi\u0430"))
    assert len(loaded(tmp_path, "\n".join([*FILL, glued, "", ""])).tweets) == 5


@pytest.mark.parametrize(
    "text",
    [
        json.dumps(status("10:00"), indent=1),
        f"[{json.dumps(status('10:00'))},\n{json.dumps(status('10:01'))}]",
    ],
)
def test_other_containers_after_lines_in_a_large_file(tmp_path, text):
    heap = loaded(tmp_path, "\n".join([*FILL, text]))
    assert heap.problems == ()


RAW = json.dumps(status())[:-1]
BIG = 10**150
ODD = {
    "None-id": (status(id=None, id_str="None"), "odd-id"),
    "negative-id": (status(id=-5, id_str="-5"), "odd-id"),
    "long-parent": (
        status(in_reply_to_status_id=BIG, in_reply_to_status_id_str=str(BIG)),
        "odd-id",
    ),
    "quote-0": (status(quoted_status_id=0), "quotes '0'"),
    "retweet-quoting-itself": (
        status(retweeted_status=status("11:00"), quoted_status=status()),
        "holds-itself",
    ),
}


@pytest.mark.parametrize("made", [m for m, _ in ODD.values()], ids=ODD)
def test_typed_hands_over(made):
    assert read_status(json.dumps(made).encode(), HERE) is None


def test_loading_leaves_standard_input_open(monkeypatch):
    piped = io.TextIOWrapper(io.BytesIO(b"[]"), "utf-8")
    monkeypatch.setattr(sys, "stdin", piped)
    load(["-"])
    assert not piped.buffer.closed


def test_what_is_odd_in_its_own_json_is_told(tmp_path):
    link = {"to": "9", "relation": "loves", "basis": "mention"}
    tweet = {"id": "1", "text": "a", "links": [link]}
    heap = loaded(
        tmp_path, {"schema": "tweetspat/1", "spats": [{"id": "1", "tweets": [tweet]}]}
    )
    codes = [p.code for p in heap.problems] + [
        p.code for t in heap.tweets.values() for p in t.problems
    ]
    assert codes == ["bad-link"]


def test_a_contest_about_a_tweet_that_is_not_there(
    tmp_path,
):
    order = {
        "kind": "contested",
        "contested": [
            {"pair": ["1", "2"], "claims": [{"source": "UPI", "order": ["2", "1"]}]}
        ],
    }
    heap = loaded(
        tmp_path,
        {
            "schema": "tweetspat/1",
            "spats": [
                {"id": "1", "order": order, "tweets": [{"id": "1", "text": "a"}]}
            ],
        },
    )
    assert tweetspat.render(tweetspat.reconstruct(heap), "text").count("contested") == 0
