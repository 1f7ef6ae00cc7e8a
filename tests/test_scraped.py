"""What scrapers' readers share: no odd member stops them, every loss is told."""

import json

import pytest
from damaged import damaged
from hypothesis import given, settings
from hypothesis import strategies as st
from make import fields
from neutral import by_id, sample
from shapes import gallery_dl as in_gallery_dl
from shapes import snscrape as in_snscrape
from shapes import twscrape as in_twscrape
from shapes import yt_dlp as in_yt_dlp

from tweetspat.model import Account, Notice, Tweet
from tweetspat.problems import Problem
from tweetspat.readers import SKIPPING, gallery_dl, snscrape, twscrape, yt_dlp

KNOWN = by_id(sample())
(REPEAT, *_) = [said for said in KNOWN.values() if said.repeats]
(QUOTE,) = [said for said in KNOWN.values() if said.quotes]
FILM = {"variants": [{"contentType": "video/mp4", "bitrate": 1, "url": "https://v/1"}]}
CASES = {
    "twscrape": (
        twscrape,
        in_twscrape.record(REPEAT, KNOWN)
        | {"media": {"photos": [{"url": "https://p/1"}], "videos": [FILM]}},
    ),
    "snscrape": (
        snscrape,
        in_snscrape.record(QUOTE, KNOWN)
        | {"media": [FILM | {"_type": "snscrape.modules.twitter.Video"}]},
    ),
    "gallery-dl": (
        gallery_dl,
        [3, "https://p/1", in_gallery_dl.record(REPEAT, KNOWN) | {"num": 1}],
    ),
    "yt-dlp": (yt_dlp, in_yt_dlp.record(QUOTE)),
}


@pytest.mark.parametrize("name", CASES)
@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_any_change_to_any_member_raises_nothing_and_no_loss_is_silent(name, data):
    reader, record = CASES[name]
    made = data.draw(damaged(record))
    reader.recognises(made)

    found = list(reader.read(fields(json.dumps([made])), None))

    assert all(isinstance(each, Tweet | Account | Notice | Problem) for each in found)
    assert any(not isinstance(each, Problem) or each.code in SKIPPING for each in found)


@pytest.mark.parametrize("name", CASES)
def test_no_reader_takes_another_ones_record(name):
    _, record = CASES[name]

    takers = [
        other for other, (reader, _) in CASES.items() if reader.recognises(record)
    ]

    assert takers == [name]


@pytest.mark.parametrize("name", CASES)
@pytest.mark.parametrize("value", [None, True, "x", [], {}, [2, "x"], [[2, {}]]])
def test_no_reader_takes_what_is_no_record(name, value):
    reader, _ = CASES[name]

    assert not reader.recognises(value)
