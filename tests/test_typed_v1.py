"""The quick reader says what the tolerant one says, or nothing at all."""

import io
import json
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from make import SAMPLES, at, snowflake, status, written

from tweetspat.model import Tweet
from tweetspat.problems import Place
from tweetspat.readers import TYPED_FROM, api_v1, arrays, load
from tweetspat.readers.arrays import members
from tweetspat.readers.fields import Fields
from tweetspat.readers.records import Fault, decode, records
from tweetspat.readers.typed_v1 import read_status

HERE = Place("made.json", 7, "$[3]", api_v1.SHAPE)


def tolerant(raw, place=HERE):
    """Return what the tolerant reader finds in the bytes of one status."""
    text, faults = decode(raw)
    found = list(faults)
    for record in records(text):
        if isinstance(record, Fault):
            found.append(record)
        elif api_v1.recognises(record.value):
            found += record.twice
            found += api_v1.read(Fields(record.value, place, []), None)
    return found


def packed(made):
    return json.dumps(made).encode()


def without(made, *path):
    """Return the status without the member at the path."""
    key, *rest = path
    if rest:
        return made | {key: without(made[key], *rest)}
    return {name: value for name, value in made.items() if name != key}


LONG = {
    "full_text": "The first hundred and forty and the rest &amp; more",
    "entities": {
        "urls": [{"url": "https://t.co/a", "expanded_url": None}],
        "user_mentions": [{"screen_name": "OIRspox", "id": 5, "id_str": "5"}],
    },
    "extended_entities": {"media": [{"type": "photo", "media_url_https": "p"}]},
}
MENTIONS = [
    {"screen_name": "OIRspox", "name": "Col. Warren", "id": 5, "id_str": "5"},
    {"screen_name": "a", "name": None, "id": None},
    {"screen_name": "OIRspox", "name": "Col. Warren", "id": 5, "id_str": "5"},
]
COPIED = {
    "type": "photo",
    "media_url_https": "p",
    "source_status_id": 20,
    "source_status_id_str": "20",
}
OTHER = {"source_user_id_str": "8"}
OWNED = COPIED | {"source_user_id": 9, "source_user_id_str": "9"}
FILM = {
    "type": "video",
    "video_info": {
        "variants": [
            {"bitrate": 256, "url": "low", "content_type": "video/mp4"},
            {"bitrate": 2048, "url": "high", "content_type": "video/mp4"},
            {"url": "list", "content_type": "application/x-mpegURL"},
        ]
    },
}
USER = status()["user"]
REGULAR = {
    "extended-mode": status(),
    "compat-mode": without(status(text="words"), "full_text") | {"text": "words…"},
    "stream": status(text="cut…", truncated=True, extended_tweet=LONG),
    "cut": status(text="cut…", truncated=True),
    "entities": status(text="geese &amp; &lt;b&gt; &amp;lt;"),
    "reply": status(answers=status("11:00", "oirspox")),
    "quote": status(quoted_status=status("11:00")),
    "lost-quote": status(quoted_status_id=20, quoted_status_id_str="20"),
    "retweet-of-a-quote": status(
        retweeted_status=status("11:00", quoted_status=status("10:00")),
        quoted_status_id=20,
        quoted_status_id_str="20",
    ),
    "retweet-with-the-quote-beside-it": status(
        retweeted_status=status("11:00"), quoted_status=status("10:00")
    ),
    "mentions": status(entities={"user_mentions": MENTIONS}),
    "mentions-of-a-reply": status(
        answers=status("11:00", "oirspox"), entities={"user_mentions": MENTIONS}
    ),
    "mentions-of-a-quote": status(
        quoted_status=status("11:00", entities={"user_mentions": MENTIONS})
    ),
    "mentions-of-a-retweet": status(
        retweeted_status=status("11:00", entities={"user_mentions": MENTIONS}),
        entities={"user_mentions": MENTIONS},
    ),
    "odd-mentions-of-a-reply": status(
        answers=status("11:00", "oirspox"), entities={"user_mentions": 7}
    ),
    "no-list-of-mentions": status(entities={"user_mentions": None}),
    "copied-picture": status(extended_entities={"media": [COPIED, COPIED, FILM]}),
    "copied-picture-of-an-account": status(entities={"media": [OWNED]}),
    "copied-pictures-of-one-account": status(entities={"media": [COPIED, OWNED]}),
    "copied-picture-of-two-accounts": status(
        entities={"media": [OWNED, OWNED | {"source_user_id": 8, **OTHER}]}
    ),
    "own-picture": status(
        id=20, id_str="20", entities={"media": [COPIED]}, extended_entities={}
    ),
    "film": status(extended_entities={"media": [FILM]}),
    "picture-in-entities": status(entities={"media": [{"media_url": "p"}]}),
    "zone": status(user=USER | {"time_zone": "Moscow"}),
    "unknown-zone": status(user=USER | {"time_zone": "Atlantis"}),
    "synthetic": status(synthetic=True),
    "text-ids-alone": without(without(status(), "id"), "user", "id"),
    "old-id": status(id=20, id_str="20"),
    "stamp-of-another-offset": status(created_at="Thu Feb 11 15:00:00 +0300 2016"),
    "stamp-of-a-short-day": status(created_at="Mon Feb 1 12:00:00 +0000 2016"),
    "stamp-as-iso": status(created_at="2016-02-11T12:00:00.250Z"),
    "stamp-in-milliseconds": status(created_at="1455192000000"),
    "stamp-in-words": status(created_at="Thu, 11 Feb 2016 12:00:00 GMT"),
    "midnight-that-ends-a-day": status(created_at="Thu Feb 11 24:00:00 +0000 2016"),
    "nulls": status(entities=None, extended_tweet=None, quoted_status=None)
    | {"text": None},
}


@pytest.mark.parametrize("made", REGULAR.values(), ids=REGULAR)
def test_a_regular_status_is_read_as_the_tolerant_reader_does(made):
    found = read_status(packed(made), HERE)

    assert found == tolerant(packed(made))


def test_real_looking_statuses_are_all_read():
    sample = json.loads((SAMPLES / "synthetic-v1.json").read_text("utf-8"))

    for made in sample:
        assert read_status(packed(made), HERE) == tolerant(packed(made))


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"  \r", id="blank"),
        pytest.param(b"{oops", id="no-json"),
        pytest.param(b"[]", id="array"),
        pytest.param(b"null", id="null"),
        pytest.param(packed(status())[:-9], id="cut-off"),
        pytest.param(packed(status()) * 2, id="two-on-a-line"),
        pytest.param(b"\xef\xbb\xbf" + packed(status()), id="mark"),
        pytest.param(packed(status()).replace(b"words", b"\xff"), id="no-utf-8"),
        pytest.param(packed(status(text="\ud83d")), id="half-a-character"),
        pytest.param(packed({"limit": {"track": 1}}), id="control-message"),
        pytest.param(b'{"a":' * 100_000, id="very-deep"),
        *(
            pytest.param(packed(made), id=name)
            for name, made in {
                "no-id": without(status(), "id_str"),
                "no-stamp": without(status(), "created_at"),
                "bad-stamp": status(created_at="yesterday"),
                "stamp-of-a-minute": status(created_at="2016-02-11T12:00Z"),
                "stamp-of-a-day": status(created_at="2016-02-11"),
                "stamp-without-a-zone": status(created_at="2016-02-11 12:00:00"),
                "stamp-as-a-number": status(created_at=1455192000),
                "wrong-weekday": status(created_at="Mon Feb 11 12:00:00 +0000 2016"),
                "leap-second": status(created_at="Sat Dec 31 23:59:60 +0000 2016"),
                "no-text": without(status(), "full_text"),
                "no-author": without(status(), "user"),
                "odd-handle": status(author="mod_russiа"),
                "author-by-number-alone": without(status(), "user", "id_str"),
                "rounded-id": status(id=697751936824246300),
                "contradicting-id": status(id=5),
                "text-id": status(id=None, id_str="M1"),
                "rounded-parent": status(
                    in_reply_to_status_id=697751936824246300,
                    in_reply_to_status_id_str="697751936824246272",
                ),
                "parent-by-number-alone": status(in_reply_to_status_id=20),
                "parent-too-long": status(in_reply_to_status_id_str="9" * 101),
                "quote-by-number-alone": status(quoted_status_id=20),
                "itself-quoted": status(quoted_status=status()),
                "itself-retweeted": status(retweeted_status=status()),
                "odd-quote": status(quoted_status=without(status("11:00"), "user")),
                "wrong-type": status(truncated="true"),
                "wrong-type-deep": status(entities={"urls": [{"url": 7}]}),
                "odd-mentions": status(entities={"user_mentions": 7}),
                "mention-without-a-handle": status(
                    entities={"user_mentions": [{"id": 5, "id_str": "5"}]}
                ),
                "mention-of-an-odd-handle": status(
                    entities={"user_mentions": [{"screen_name": "mod_russiа"}]}
                ),
                "mention-by-number-alone": status(
                    entities={"user_mentions": [{"screen_name": "a", "id": 5}]}
                ),
                "mentions-at-the-top": status(user_mentions=[]),
                "copied-by-number-alone": status(
                    entities={"media": [{"source_status_id": 20}]}
                ),
                "copied-from-none": status(
                    entities={"media": [{"source_status_id_str": "0"}]}
                ),
                "copied-from-an-account-by-number-alone": status(
                    entities={"media": [COPIED | {"source_user_id": 9}]}
                ),
                "copied-from-a-contradicting-account": status(
                    entities={"media": [OWNED | {"source_user_id": 8}]}
                ),
                "copied-from-no-account": status(
                    entities={"media": [COPIED | {"source_user_id_str": "0"}]}
                ),
                "copied-from-an-odd-account": status(
                    entities={"media": [COPIED | {"source_user_id_str": "ж"}]}
                ),
                "no-object-in-an-array": status(entities={"urls": [None]}),
                "api-v2": status(author_id="5"),
                "mastodon": status(account={"acct": "a"}),
                "author-by-account-alone": status(user={"id": 5, "id_str": "5"}),
                "links-at-the-top": without(status(), "entities")
                | {"urls": [{"url": "a"}]},
                "media-at-the-top": status(media=[]),
                "lookup": {"id": {"20": status()}},
            }.items()
        ),
    ],
)
def test_whatever_is_odd_is_handed_over(raw):
    assert read_status(raw, HERE) is None


HANDLES = ["mod_russia", "OIRspox", "a", "mod_russiа", "", "x" * 21]
TEXTS = st.sampled_from(["words", "", "&amp;lt; 🦢", "cut…", "Вчера"])
IDS = st.sampled_from([snowflake(at("10:00")), "20", "9007199254740993", "9" * 19])
CLOCKS = st.sampled_from(["10:00", "11:00:59", "12:34"])
PARENTS = st.one_of(
    st.just({}),
    IDS.map(lambda id_: {"_str": id_, "": int(id_)}),
    IDS.map(lambda id_: {"_str": id_}),
    IDS.map(lambda id_: {"": int(id_)}),
    st.just({"_str": "20", "": 21}),
)
URLS = st.lists(
    st.fixed_dictionaries(
        {},
        optional={
            "url": st.sampled_from(["https://t.co/a", "", None]),
            "expanded_url": st.sampled_from(["https://a.org", None]),
        },
    ),
    max_size=2,
)
ACCOUNTS = st.fixed_dictionaries(
    {},
    optional={
        "source_user_id": st.sampled_from([9, 0, -1, 1.5, 10**30, "9", None, []]),
        "source_user_id_str": st.sampled_from(["9", "8", "0", "", "²", 9, None]),
    },
)
SOURCES = st.builds(
    lambda told, account: (
        {f"source_status_id{end}": id_ for end, id_ in told.items()} | account
    ),
    PARENTS,
    ACCOUNTS,
)
MEDIA = st.lists(
    st.sampled_from(
        [FILM, {}, {"type": "photo", "media_url_https": "p", "ext_alt_text": "map"}]
    )
    | SOURCES,
    max_size=2,
)
MENTION = st.fixed_dictionaries(
    {},
    optional={
        "screen_name": st.sampled_from([*HANDLES, None]),
        "name": st.sampled_from(["Ministry", "", None, 7]),
        "id": st.sampled_from([5, 0, -1, 5.0, 10**30, "5", None]),
        "id_str": st.sampled_from(["5", "0", "-1", "", "ж", 5, None]),
    },
)
MENTIONED = st.one_of(
    st.lists(st.sampled_from(MENTIONS), max_size=3),
    st.lists(MENTION | st.none(), max_size=2),
    st.sampled_from([None, 7, {}, "5"]),
)
ENTITIES = st.none() | st.fixed_dictionaries(
    {}, optional={"urls": URLS, "media": MEDIA, "user_mentions": MENTIONED}
)
STAMPS = [
    "Thu Feb 11 12:00:00 +0000 2016",
    "Wed Feb 11 12:00:00 +0000 2016",
    "Thu Feb 11 24:00:00 +0000 2016",
    "Sat Dec 31 23:59:60 +0000 2016",
    "Thu Feb 11 15:00:00 +0300 2016",
    "2016-02-11T12:00:00.000Z",
    "2016-02-11T12:00:00.250Z",
    "2016-02-11 12:00 +0000",
    "2016-02-11",
    "1455192000",
    1455192000,
]
MEMBERS = st.fixed_dictionaries(
    {},
    optional={
        "text": TEXTS,
        "truncated": st.sampled_from([True, False, None]),
        "entities": ENTITIES,
        "extended_entities": ENTITIES,
        "extended_tweet": st.none()
        | st.fixed_dictionaries(
            {},
            optional={
                "full_text": TEXTS,
                "entities": ENTITIES,
                "extended_entities": ENTITIES,
            },
        ),
        "in_reply_to_screen_name": st.sampled_from(["OIRspox", "", None]),
        "synthetic": st.booleans(),
        "created_at": st.sampled_from(STAMPS),
        "lang": st.sampled_from(["und", None, 7]),
    },
)
ODD = [None, True, 7, 1.5, 10**30, "7", "ж", [], {}, [None], [{}]]
PLACES = [
    *(("id",), ("id_str",), ("full_text",), ("created_at",), ("truncated",)),
    *(("user",), ("user", "id"), ("user", "id_str"), ("user", "name")),
    *(("user", "screen_name"), ("user", "time_zone"), ("entities",)),
    *(("extended_tweet",), ("quoted_status",), ("retweeted_status",)),
    *(("in_reply_to_status_id",), ("in_reply_to_status_id_str",)),
    *(("quoted_status_id",), ("quoted_status_id_str",), ("synthetic",)),
    *(("urls",), ("media",), ("user_mentions",), ("account",)),
]


@st.composite
def near_v1(draw, depth=2):
    """A status of v1.1, regular or with something odd about it."""
    made = status(
        draw(CLOCKS), draw(st.sampled_from(HANDLES[:3])), last=draw(st.integers(0, 999))
    )
    made |= draw(MEMBERS)
    for key in ("in_reply_to_status_id", "quoted_status_id"):
        made |= {f"{key}{end}": id_ for end, id_ in draw(PARENTS).items()}
    if depth and draw(st.booleans()):
        key = draw(st.sampled_from(["quoted_status", "retweeted_status"]))
        itself = draw(st.integers(0, 9)) == 9
        made[key] = dict(made) if itself else draw(near_v1(depth - 1))
    if draw(st.integers(0, 2)):
        return made
    made["user"] = made["user"] | {"screen_name": draw(st.sampled_from(HANDLES))}
    path = draw(st.sampled_from(PLACES))
    if draw(st.booleans()):
        with suppress(KeyError, TypeError):
            made = without(made, *path)
        return made
    odd = draw(st.sampled_from(ODD))
    if path[1:]:
        return made | {path[0]: made[path[0]] | {path[1]: odd}}
    return made | {path[0]: odd}


@given(near_v1())
@settings(max_examples=300, deadline=None)
def test_where_it_reads_a_status_the_tolerant_reader_finds_the_same_and_no_problem(
    made,
):
    found = read_status(packed(made), HERE)

    assert found is None or found == tolerant(packed(made))


def test_the_accounts_of_one_id_keep_their_own_names():
    older = status(user=USER | {"name": "Ministry"})
    newer = status(user=USER | {"name": "Ministry of Defence"})

    names = [
        read_status(packed(made), HERE)[0].author.name for made in (older, newer, older)
    ]

    assert names == ["Ministry", "Ministry of Defence", "Ministry"]


def streamed(data, head=3):
    return [*members(data[:head], io.BytesIO(data[head:]))]


def test_the_members_of_an_array_stand_at_their_lines():
    data = b' [ 1,\n{"a":\n [2]},2, \n\n"\\n" ]\n'

    found = [(bytes(each.raw), each.line, each.number) for each in streamed(data)]

    assert found == [
        (b"1", 1, 0),
        (b'{"a":\n [2]}', 2, 1),
        (b"2", 3, 2),
        (b'"\\n"', 5, 3),
    ]


@pytest.mark.parametrize("data", [b"[1", b"[1] [2]", b"[1,]", b"[" * 100_000])
def test_what_is_no_whole_array_is_handed_on_as_it_stands(data):
    (rest,) = streamed(data, head=1)

    assert rest.damaged
    assert rest.raw == data


def many(count, **more):
    inner = {"k": 1, "q": {"k": 2, "l": [{"k": 3}, {"k": 4}]}, "t": ',{"k": 5'}
    return [inner | {"n": number} | more for number in range(count)]


@pytest.mark.parametrize("indent", [None, 1])
def test_an_array_is_cut_between_members_and_never_inside_one(indent, monkeypatch):
    monkeypatch.setattr(arrays, "_STRETCH", 256)
    values = many(200)
    data = json.dumps(values, indent=indent).encode()

    found = streamed(data, head=256)

    assert [json.loads(bytes(each.raw)) for each in found] == values
    assert [each.number for each in found] == list(range(200))
    lines = [data.count(b"\n", 0, data.index(bytes(each.raw))) + 1 for each in found]
    assert [each.line for each in found] == lines


def test_a_member_larger_than_a_stretch_is_read_whole(monkeypatch):
    monkeypatch.setattr(arrays, "_STRETCH", 64)
    values = many(3, pad="x" * 1000)

    found = streamed(json.dumps(values).encode(), head=10)

    assert [json.loads(bytes(each.raw)) for each in found] == values


def test_an_array_that_breaks_off_gives_what_came_before_and_then_the_rest(
    monkeypatch,
):
    monkeypatch.setattr(arrays, "_STRETCH", 256)
    data = json.dumps(many(50)).encode()[:-20]

    *before, rest = streamed(data, head=256)

    assert [each.number for each in before] == list(range(len(before)))
    assert len(before) > 30
    assert rest.damaged
    assert rest.number == len(before)
    assert data.endswith(bytes(rest.raw[1:]))


# Large files, which take the quick way, hold the same tweets as small ones.

PAD = "x" * (TYPED_FROM // 2)
FILLERS = [status("09:00", last=number, pad=PAD) for number in range(3)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """One folder for all examples of a property."""
    return tmp_path_factory.mktemp("large")


def unplaced(heap):
    """Return a heap's tweets without the places where they were found."""
    nowhere = Place("", 0)

    def lift(tweet: Tweet):
        return tweet._replace(
            place=nowhere,
            media=tweet.media[:1],  # those of copies are gathered within a file
            copies=tuple(copy._replace(place=nowhere) for copy in tweet.copies),
            problems=tuple(
                problem.code
                if problem.code == "differing-copy"
                else (problem.code, problem.message)
                for problem in tweet.problems
            ),
        )

    return {id_: lift(tweet) for id_, tweet in heap.tweets.items()}


CONTAINERS = {
    "lines": lambda raws: b"\n".join(raws) + b"\n",
    "lines-and-keep-alives": b"\r\n\r\n".join,
    "array": lambda raws: b"[" + b",\n".join(raws) + b"]",
    "array-that-breaks-off": lambda raws: b"[" + b",\n".join(raws) + b",\n",
}


@pytest.mark.parametrize("container", CONTAINERS.values(), ids=CONTAINERS)
@given(made=st.lists(near_v1(), max_size=5), ahead=st.integers(1, 3))
@settings(max_examples=15, deadline=None)
def test_a_large_file_holds_the_same_tweets_as_its_records_in_small_files(
    folder, container, made, ahead
):
    raws = [*map(packed, FILLERS[:ahead]), *map(packed, made)]
    raws += map(packed, FILLERS[ahead:])

    large = load([written(folder, "large", container(raws))])
    small = load([written(folder, f"{n}", raw) for n, raw in enumerate(raws)])

    assert unplaced(large) == unplaced(small)


def test_a_large_file_tells_of_its_bad_lines_and_reads_the_rest(folder):
    raws = [*map(packed, FILLERS), b"{oops", packed(status()), b'{"limit": {}}']

    heap = load([written(folder, "bad.jsonl", b"\n".join(raws))])

    assert len(heap.tweets) == 4
    assert [(each.code, each.place.line) for each in heap.problems] == [
        ("bad-json", 4),
        ("unknown-shape", 6),
    ]
    assert heap.skipped == 2


def test_in_a_large_file_every_tweet_stands_at_its_line_and_path(folder):
    raws = [*map(packed, FILLERS), packed(status(author="mod_russiа"))]
    id_ = status()["id_str"]

    lines = load([written(folder, "a.jsonl", b"\r\n\r\n".join(raws))])
    array = load([written(folder, "a.json", b"[\n" + b"\n,".join(raws) + b"]")])

    assert lines.tweets[id_].place[1:] == (7, "$", "api-v1.1")
    assert array.tweets[id_].place[1:] == (5, "$[3]", "api-v1.1")


def test_a_large_search_answer_is_read(folder):
    path = written(folder, "search.json", {"statuses": [*FILLERS, status()]})

    assert len(load([path]).tweets) == 4


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be", "utf-16"])
def test_a_large_file_of_two_byte_characters_is_read_as_it_stands(folder, encoding):
    lines = [status(f"09:0{n}", text=f"слово {n}", pad=PAD) for n in range(3)]
    text = "\n".join(json.dumps(each, ensure_ascii=False) for each in lines)
    path = folder / "wide.jsonl"
    path.write_bytes(text.encode(encoding))

    heap = load([str(path)])

    assert sorted(each.text for each in heap.tweets.values()) == [
        "слово 0",
        "слово 1",
        "слово 2",
    ]
    assert heap.problems == ()


@pytest.mark.parametrize("odd", [None, "abc", 7, [FILLERS[0]], {"foo": 1}])
def test_an_odd_member_of_a_large_array_is_told_of_as_in_a_small_one(folder, odd):
    told = []
    for fillers in ([], FILLERS):
        path = folder / "odd.json"
        path.write_text(json.dumps([status("10:00"), odd, *fillers]))
        heap = load([str(path)])
        told.append([(each.code, each.place.path) for each in heap.problems])

    assert told[0] == told[1]
    assert told[0] == [("unknown-shape", "$[1]")]
