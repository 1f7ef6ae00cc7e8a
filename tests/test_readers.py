"""Loading: whatever holds the tweets, what can be read is read, the rest is told."""

import gzip
import hashlib
import io
import json
import random
import sys
from contextlib import suppress
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import SAMPLES, loaded, status, written

from tweetspat import readers
from tweetspat.problems import NothingReadable
from tweetspat.readers import load, shapes

ONE, TWO, THREE = (
    status(clock, text=text, last=index)
    for index, (clock, text) in enumerate(
        [("12:00", "один"), ("12:01", "two"), ("12:02", "three")]
    )
)
LINE_1, LINE_2, LINE_3 = map(json.dumps, (ONE, TWO, THREE))


def texts(heap):
    return sorted(tweet.text for tweet in heap.tweets.values())


def codes(heap):
    return [problem.code for problem in heap.problems]


@pytest.mark.parametrize(
    "value",
    [
        pytest.param([ONE, TWO], id="array"),
        pytest.param(json.dumps([ONE, TWO], indent=1), id="pretty-printed"),
        pytest.param(f"{LINE_1}\n{LINE_2}\n", id="one-a-line"),
        pytest.param(f"{LINE_1}\r\n\r\n{LINE_2}\r\n", id="stream-with-keep-alives"),
        pytest.param(LINE_1 + LINE_2, id="back-to-back"),
        pytest.param({"statuses": [ONE, TWO], "search_metadata": {}}, id="search"),
        pytest.param(f"[{LINE_1}]\n[{LINE_2}]", id="an-array-a-page"),
        pytest.param(b"\xef\xbb\xbf" + json.dumps([ONE, TWO]).encode(), id="mark"),
        pytest.param(
            json.dumps([ONE, TWO], ensure_ascii=False).encode("utf-16"), id="utf-16"
        ),
        pytest.param(gzip.compress(json.dumps([ONE, TWO]).encode()), id="packed"),
    ],
)
def test_the_same_tweets_are_read_from_every_container(tmp_path, value):
    heap = loaded(tmp_path, value)

    assert texts(heap) == ["two", "один"]
    assert heap.problems == ()
    assert heap.skipped == 0
    assert [(each.shape, each.tweets) for each in heap.inputs] == [("api-v1.1", 2)]


def test_a_single_status_is_an_input(tmp_path):
    assert texts(loaded(tmp_path, ONE)) == ["один"]


def test_a_folder_is_read_file_by_file(tmp_path):
    written(tmp_path, "a.json", ONE)
    written(tmp_path, "b.jsonl", LINE_2)

    heap = load([str(tmp_path)])

    assert texts(heap) == ["two", "один"]
    assert [each.file for each in heap.inputs] == [
        f"{tmp_path}/a.json",
        f"{tmp_path}/b.jsonl",
    ]


def test_standard_input_is_read_where_a_dash_stands(monkeypatch):
    piped = io.BytesIO(LINE_1.encode())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(piped, "utf-8"))

    heap = load(["-"])

    assert texts(heap) == ["один"]
    assert [each.file for each in heap.inputs] == ["-"]


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        pytest.param("{oops", "bad-json", id="bad-json"),
        pytest.param("Rate limit exceeded", "bad-json", id="prose"),
        pytest.param('{"rates": {"EUR": 7}}', "unknown-shape", id="other-json"),
        pytest.param('{"text": "a", "user": {}}', "missing-field", id="no-id"),
        pytest.param('{"deep":' * 300 + "1" + "}" * 300, "too-deep", id="too-deep"),
    ],
)
def test_a_bad_line_costs_only_itself_and_is_told_of_with_its_line(tmp_path, bad, code):
    heap = loaded(tmp_path, f"{LINE_1}\n{bad}\n{LINE_2}\n")

    assert texts(heap) == ["two", "один"]
    assert [(each.code, each.place.line) for each in heap.problems] == [(code, 2)]
    assert heap.skipped == 1


def test_a_line_that_is_not_utf_8_is_read_with_signs_in_place_of_its_bad_bytes(
    tmp_path,
):
    latin = json.dumps(status(text="café"), ensure_ascii=False).encode("latin-1")

    heap = loaded(tmp_path, latin)

    assert texts(heap) == ["caf\ufffd"]
    assert codes(heap) == ["bad-encoding"]
    assert heap.skipped == 0


def test_an_array_that_breaks_off_keeps_what_came_before(tmp_path):
    heap = loaded(tmp_path, f"[{LINE_1},\n{LINE_2},\n{LINE_3[:-40]}")

    assert texts(heap) == ["two", "один"]
    assert [(each.code, each.place.path) for each in heap.problems] == [
        ("broken", "$[2]")
    ]
    assert heap.inputs[0].broken


def test_a_key_that_stands_twice_is_told_of_and_the_last_one_counts(tmp_path):
    heap = loaded(tmp_path, LINE_1[:-1] + ', "full_text": "last"}')

    (tweet,) = heap.tweets.values()

    assert tweet.text == "last"
    assert [problem.code for problem in tweet.problems] == ["duplicate-key"]
    assert "'full_text'" in tweet.problems[0].message


def test_several_shapes_in_one_file_are_read_each_by_its_reader(tmp_path):
    case = json.dumps({"tweetspat": 1, "tweets": [{"author": "a", "text": "typed"}]})

    heap = loaded(tmp_path, f"{LINE_1}\n{case}\n")

    assert texts(heap) == ["typed", "один"]
    assert heap.inputs[0].shape == "api-v1.1, case"
    assert len(heap.cases) == 1


@pytest.mark.parametrize(
    ("value", "named"),
    [
        pytest.param({"foo": 1, "bar": 2}, "'foo', 'bar'", id="object"),
        pytest.param({}, "an empty object", id="empty-object"),
        pytest.param("[[]]", "an array", id="array"),
        pytest.param("[697751936824246272]", "697751936824246272", id="number"),
        pytest.param("hello", "hello", id="prose"),
        pytest.param(b"\x89PNG\r\n\x1a\n", "made-0.json:1", id="picture"),
        pytest.param(b"\x1f\x8bnot packed", "made-0.json", id="not-packed"),
        pytest.param(status(id=None, id_str=None), "$.id_str", id="no-id"),
    ],
)
def test_an_input_without_anything_to_read_says_what_stands_there(
    tmp_path, value, named
):
    with pytest.raises(NothingReadable) as caught:
        loaded(tmp_path, value)

    assert named in str(caught.value)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize("value", ["", " \r\n", [], {"statuses": []}])
def test_an_input_that_holds_nothing_is_readable_and_empty(tmp_path, value):
    heap = loaded(tmp_path, value)

    assert heap.tweets == {}
    assert [each.tweets for each in heap.inputs] == [0]
    assert heap.problems == heap.unread == ()


def test_an_unreadable_input_does_not_keep_the_others_from_being_read(tmp_path):
    heap = loaded(tmp_path, {"foo": 1}, [ONE])

    assert texts(heap) == ["один"]
    assert [each.code for each in heap.unread] == ["unknown-shape"]
    assert [each.file for each in heap.inputs] == [f"{tmp_path}/made-1.json"]


def test_when_no_input_can_be_read_the_first_reason_and_the_number_are_told():
    with pytest.raises(NothingReadable, match=r"a\.json: .*and 2 more inputs"):
        load(["/nowhere/a.json", "/nowhere/b.json", "/nowhere/c.json"])


def test_a_packed_file_that_breaks_off_keeps_what_came_before(tmp_path):
    noise = random.Random(1)
    lines = [
        json.dumps(status(last=index, pad=noise.randbytes(2000).hex()))
        for index in range(800)
    ]
    packed = gzip.compress("\n".join(lines).encode())

    heap = loaded(tmp_path, packed[: len(packed) * 9 // 10])

    assert 600 < len(heap.tweets) < 800
    assert "unreadable" in codes(heap)
    assert heap.inputs[0].broken


def test_a_tweet_that_stands_twice_is_one_tweet_and_told_of(tmp_path):
    heap = loaded(tmp_path, [ONE, ONE], [TWO, ONE])

    assert texts(heap) == ["two", "один"]
    assert sum(code == "duplicate" for code in codes(heap)) == 2


def test_stamps_without_a_zone_are_read_only_when_it_is_given(tmp_path):
    tweets = [{"author": "a", "text": "b", "sent": "2016-02-11T13:55"}]
    case = written(tmp_path, "case.json", {"tweetspat": 1, "tweets": tweets})

    (refused,) = load([case]).tweets.values()
    (read,) = load([case], naive=ZoneInfo("Europe/Moscow")).tweets.values()

    assert refused.sent is None
    assert read.sent.isoformat() == "2016-02-11T10:55:00+00:00"


def test_inputs_are_hashed_only_when_asked(tmp_path):
    path = written(tmp_path, "a.json", [ONE])
    with open(path, "rb") as file:
        expected = hashlib.sha256(file.read()).hexdigest()

    assert load([path], hashed=True).inputs[0].sha256 == expected
    assert load([path]).inputs[0].sha256 is None


def test_every_reader_names_its_shape_and_what_it_tells():
    named = [reader.SHAPE for reader in shapes()]

    assert len(set(named)) == len(named)
    assert all(reader.TELLS for reader in shapes())
    assert sorted(readers.__all__, key=lambda name: (not name.isupper(), name)) == (
        readers.__all__
    )


# Whatever stands in a file, only errors of this package come out.

KEYS = (
    "id id_str full_text text user screen_name created_at entities urls media url "
    "extended_entities extended_tweet quoted_status retweeted_status truncated "
    "statuses tweetspat tweets schema spats author handle sent sent_bounds place "
    "file line sides name accounts zone orders source order links to relation basis"
).split()
WORDS = ["1", "tweetspat/1", "a", "2016-02-11", "replied_to", "metadata", "\ud800"]
LEAVES = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats()
    | st.sampled_from(WORDS)
    | st.text(max_size=8)
)
ANY_JSON = st.recursive(
    LEAVES,
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(st.sampled_from(KEYS) | st.text(max_size=3), inner)
    ),
    max_leaves=25,
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """One folder for all examples of a property."""
    return tmp_path_factory.mktemp("properties")


def check_only_own_errors(folder, value):
    """Fail unless the value loads, or is refused as nothing readable."""
    with suppress(NothingReadable):
        heap = loaded(folder, value)
        assert all(id_ == tweet.id for id_, tweet in heap.tweets.items())


@given(data=st.binary(max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_bytes_raise_nothing_but_errors_of_this_package(folder, data):
    check_only_own_errors(folder, data)


@given(value=ANY_JSON)
@settings(max_examples=200, deadline=None)
def test_any_json_raises_nothing_but_errors_of_this_package(folder, value):
    check_only_own_errors(folder, json.dumps(value))


def paths(value, path=()):
    """Yield the way to every member of a JSON value."""
    if path:
        yield path
    if isinstance(value, dict):
        for key, each in value.items():
            yield from paths(each, (*path, key))
    elif isinstance(value, list):
        for index, each in enumerate(value):
            yield from paths(each, (*path, index))


def altered(value, path, new):
    """Return the value with the member at the path replaced."""
    if not path:
        return new
    key, *rest = path
    copy = value.copy()
    copy[key] = altered(value[key], rest, new)
    return copy


CASE = json.loads((SAMPLES / "aleppo-2016.json").read_text(encoding="utf-8"))
NESTED = status(
    quoted_status=ONE,
    entities={"urls": [{"url": "a", "expanded_url": "b"}]},
    extended_entities={"media": [{"video_info": {"variants": [{"bitrate": 1}]}}]},
)
OWN = {
    "schema": "tweetspat/1",
    "spats": [
        {
            "id": "1",
            "sides": [{"name": "A", "accounts": ["a"], "zone": "UTC"}],
            "order": {
                "kind": "contested",
                "contested": [
                    {
                        "pair": ["1", "2"],
                        "claims": [{"source": "UPI", "order": ["2", "1"]}],
                    }
                ],
            },
            "tweets": [
                {
                    "id": "1",
                    "author": {"handle": "a", "name": None, "id": "5"},
                    "text": "b",
                    "sent_bounds": {"not_before": "2016-02-11T00:00Z"},
                    "links": [
                        {
                            "to": "2",
                            "relation": "answers",
                            "basis": "mention",
                            "confidence": 0.9,
                            "alternatives": [{"to": "3", "confidence": 0.1}],
                            "series": ["2"],
                        }
                    ],
                    "said_times": [
                        {
                            "from": 0,
                            "to": 1,
                            "start": "2016-02-11T00:00Z",
                            "end": "2016-02-12T00:00Z",
                            "precision": "day",
                        }
                    ],
                    "retweets": [{"by": "c", "sent": None}],
                    "place": {"file": "a.json", "line": 1, "path": "$"},
                    "copies": [{"text": "c", "place": {"file": "a", "line": 2}}],
                    "problems": [{"code": "c", "message": "m"}],
                },
            ],
        }
    ],
    "problems": [{"code": "c", "message": "m", "place": {"file": "a", "line": 1}}],
}
MEMBERS = [(whole, path) for whole in (CASE, [NESTED], OWN) for path in paths(whole)]


@given(member=st.sampled_from(MEMBERS), new=ANY_JSON)
@settings(max_examples=300, deadline=None)
def test_a_regular_file_with_any_member_replaced_raises_nothing_else(
    folder, member, new
):
    whole, path = member

    check_only_own_errors(folder, altered(whole, path, new))


MOMENTS = st.sampled_from(["12:00", "12:01", "12:02"])


@st.composite
def piles(draw):
    """Files whose statuses repeat and contradict one another."""
    made = st.builds(
        status,
        MOMENTS,
        st.sampled_from(["a", "b"]),
        st.sampled_from(["words", "other words"]),
        last=st.integers(0, 1),
        truncated=st.booleans(),
        quoted_status=st.none() | st.builds(status, MOMENTS, st.just("a")),
    )
    return draw(st.lists(st.lists(made, max_size=3), min_size=1, max_size=4))


@given(pile=piles(), randoms=st.randoms(use_true_random=False))
@settings(max_examples=60, deadline=None)
def test_the_order_of_the_inputs_does_not_matter(folder, pile, randoms):
    files = [written(folder, f"{index}.json", made) for index, made in enumerate(pile)]
    shuffled = files.copy()
    randoms.shuffle(shuffled)

    one, other = load(files), load(shuffled)

    assert one.tweets == other.tweets
    assert sorted(one.problems) == sorted(other.problems)
    assert sorted(one.inputs) == sorted(other.inputs)
