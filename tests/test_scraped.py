"""What scrapers' readers share: no odd member stops them, every loss is told."""

import copy
import json

import pytest
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
ANYTHING = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-1, 1 << 70)
    | st.floats()
    | st.text(st.characters(), max_size=20)
    | st.sampled_from(["0", "708945697440792575", "9" * 120, "\ud83d", "٣", "1e400"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(["id", "url", "text"]), inner, max_size=3)
    ),
    max_leaves=4,
)
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
GONE = object()


def paths(value, at=()):
    """Yield where every member of a JSON value stands."""
    members = value.items() if isinstance(value, dict) else enumerate(value)
    for key, member in members:
        yield (*at, key)
        if isinstance(member, dict | list):
            yield from paths(member, (*at, key))


def changed(record, path, value):
    made = copy.deepcopy(record)
    *above, last = path
    holder = made
    for key in above:
        holder = holder[key]
    if value is GONE:
        del holder[last]
    else:
        holder[last] = value
    return made


@pytest.mark.parametrize("name", CASES)
@settings(max_examples=120, deadline=None)
@given(data=st.data())
def test_any_change_to_any_member_raises_nothing_and_no_loss_is_silent(name, data):
    reader, record = CASES[name]
    path = data.draw(st.sampled_from(list(paths(record))))
    made = changed(record, path, data.draw(ANYTHING | st.just(GONE)))
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
