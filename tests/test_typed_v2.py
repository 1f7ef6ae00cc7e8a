"""The quick reader of API v2 says what the tolerant one says, or nothing at all."""

import json
import random
import re
from contextlib import suppress
from copy import deepcopy

import pytest
from damaged import ANY_JSON, damaged
from hypothesis import example, given, settings
from hypothesis import strategies as st
from make import at, shared, snowflake, status, written
from make_v2 import post, refers, user

from tweetspat import load
from tweetspat.model import Account, Notice, Tweet
from tweetspat.problems import Place, Problem
from tweetspat.readers import TYPED_FROM, typed_tweet_v2
from tweetspat.readers.reading import again
from tweetspat.readers.typed import Typed
from tweetspat.readers.typed_v2 import read_record

HERE = Place("made.json", 7, "$[3]", "api-v1.1")
FIXTURES = shared("data", "fixtures")
REAL = sorted(FIXTURES.glob("v2_*/*.json*"))
NEEDS_REAL = pytest.mark.skipif(not REAL, reason="the shared data are not here")


def packed(made):
    return json.dumps(made).encode()


def tolerant(raw, place=HERE):
    return list(again(raw, place, None))


def lost(id_="7", **more):
    return {
        "resource_id": id_,
        "value": id_,
        "resource_type": "tweet",
        "parameter": "referenced_tweets.id",
        "title": "Not Found Error",
        "type": "https://api.twitter.com/2/problems/resource-not-found",
        "detail": f"Could not find tweet with referenced_tweets.id: [{id_}].",
    } | more


def page(*data, **more):
    """Return a page of tweets beside the account of the ministry."""
    includes = {"users": [user()]} | more.pop("includes", {})
    return {"data": [*data], "includes": includes, "meta": {"result_count": 1}} | more


def flat(**more):
    """Return a tweet as twarc flattens it."""
    return post() | {"author": user(), "lang": "ru"} | more


def mention(handle="mod_russia", **more):
    return {"start": 0, "end": 9, "username": handle} | more


def asked(**more):
    return post("11:00", "b", **more)


ASKED = asked()["id"]
FILM = {
    "media_key": "7_1",
    "type": "video",
    "preview_image_url": "https://p/still",
    "variants": [
        {"bit_rate": 256, "url": "low", "content_type": "video/mp4"},
        {"bit_rate": 2048, "url": "high", "content_type": "video/mp4"},
        {"url": "list", "content_type": "application/x-mpegURL"},
    ],
}
PHOTO = {"media_key": "3_1", "type": "photo", "url": "https://p/1", "alt_text": "map"}
OWN = {"url": "https://t.co/b", "expanded_url": f"/a/status/{post()['id']}/photo/1"}
LINKS = [{"url": "https://t.co/a", "expanded_url": "https://a.org"}, OWN, {"url": ""}]
NOTE = {
    "text": "the whole &amp; long text",
    "entities": {"urls": LINKS, "mentions": [mention(id="11")]},
}
STUMP = {
    "url": "https://t.co/s",
    "expanded_url": f"https://twitter.com/i/web/status/{post()['id']}",
}
REGULAR = {
    "page": page(post(), post("12:01")),
    "page-of-twarc": page(post(), __twarc={"version": "2.14.0"}, errors=[lost()]),
    "page-that-includes": page(
        post(**refers(replied_to=ASKED)), includes={"tweets": [asked()]}
    ),
    "page-that-includes-its-own": page(
        post(), asked(), includes={"tweets": [asked(), post("10:00")]}
    ),
    "page-that-includes-its-own-otherwise-written": page(
        post(), includes={"tweets": [dict(reversed(post().items()))]}
    ),
    "page-that-includes-its-own-with-other-counts": page(
        post(public_metrics={"like_count": 1}),
        includes={"tweets": [post(public_metrics={"like_count": 1.0})]},
    ),
    "page-that-holds-a-tweet-twice": page(
        post(), post(lang="ru"), includes={"tweets": [post(), post(lang="ru")]}
    ),
    "page-that-tells-only-a-count": {
        "data": [post(author="11")],
        "meta": {"result_count": 1},
    },
    "page-of-unknown-authors": page(post(author="22")),
    "response": {"data": post(), "includes": {"users": [user()]}},
    "response-that-includes-itself": {
        "data": post(),
        "includes": {"users": [user()], "tweets": [post()]},
    },
    "line-of-a-stream": {
        "data": post(entities={"mentions": [mention(id="11", name="M")]}),
        "includes": {"users": [user()], "tweets": [asked()]},
        "matching_rules": [{"id": "1", "tag": None}],
    },
    "kinds": page(post(**refers(replied_to="1", quoted="2"))),
    "retweet-of-a-quote": page(post(text="RT @a: b…", **refers(retweeted="1"))),
    "whole-retweet": page(post(text="RT @a: b", **refers(retweeted="1", quoted="2"))),
    "reply-by-its-own-member": page(post(in_reply_to_tweet_id="1")),
    "reply-to-one-who-is-known": page(post(in_reply_to_user_id="11")),
    "reply-to-one-who-is-mentioned": page(
        post(
            in_reply_to_user_id="5",
            entities={"mentions": [mention("a"), mention("b", id="5")]},
        )
    ),
    "reply-to-one-who-is-not": page(post(in_reply_to_user_id="5")),
    "mentions": page(
        post(
            entities={
                "mentions": [
                    mention(id="11"),
                    mention(id="11"),
                    mention("OLD_NAME", id="11"),
                    mention("mod_russia", id="11", name="Ministry"),
                    mention("MOD_RUSSIA"),
                    mention("mod_russiа"),
                    mention("x", id="ж"),
                    mention(""),
                    {"id": "5"},
                ]
            }
        )
    ),
    "mention-by-handle-alone": page(post(entities={"mentions": [mention()]})),
    "mention-under-an-older-handle": page(
        post(entities={"mentions": [mention("old", id="11")]})
    ),
    "account-told-twice": page(
        post(entities={"mentions": [mention("old")]}),
        includes={"users": [user(handle="old"), user()]},
    ),
    "links": page(post(entities={"urls": [*LINKS, *LINKS]})),
    "note": page(post(note_tweet=NOTE)),
    "note-without-text": page(
        post(note_tweet={"text": None}, entities={"urls": LINKS})
    ),
    "note-in-place-of-a-text": page(post(note_tweet=NOTE, text="")),
    "media": page(
        post(attachments={"media_keys": ["3_1", "7_1", "9", ""]}),
        includes={"media": [PHOTO, FILM, {"type": "photo"}]},
    ),
    "media-inlined": page(post(attachments={"media": [PHOTO, FILM, {}]})),
    "media-inlined-and-named": page(
        post(attachments={"media": [PHOTO], "media_keys": ["3_1", "7_1"]})
    ),
    "stump": page(post(text="cut… https://t.co/s", entities={"urls": [STUMP]})),
    "no-stump": page(post(text="cut… https://t.co/s", entities={"urls": LINKS})),
    "dots": page(post(text="so… and so")),
    "edited": page(post(edit_history_tweet_ids=["9", "10", post()["id"]])),
    "no-history": page(post(edit_history_tweet_ids=[])),
    "history-of-nothing": page(post(edit_history_tweet_ids=["", post()["id"]])),
    "entities-in-the-text": page(post(text="geese &amp; &lt;b&gt; &amp;lt;")),
    "no-stamp": page(post(created_at=None)),
    "empty-stamp": page(post(created_at="")),
    "stamp-in-milliseconds": page(post(created_at="2016-02-11T12:00:00.250Z")),
    "stamp-of-another-shape": page(post(created_at="Thu Feb 11 12:00:00 +0000 2016")),
    "stamp-of-another-offset": page(post(created_at="2016-02-11T15:00:00.000+03")),
    "midnight-that-ends-a-day": page(post(created_at="2016-02-11T24:00:00.000Z")),
    "old-id": page(post(id="20")),
    "conversation": page(post(conversation_id="20"), post(conversation_id="")),
    "synthetic": page(post(synthetic=True), post(synthetic=False)),
    "unknown-members": page(post(geo={"place_id": "a"}, legacy={}, full_text="a")),
    "nulls": page(
        post(
            entities=None,
            attachments=None,
            note_tweet=None,
            referenced_tweets=None,
            synthetic=None,
            edit_history_tweet_ids=None,
        ),
        errors=None,
        includes={"media": None, "tweets": None},
    ),
    "errors": page(
        post(),
        errors=[
            lost(),
            lost("8", detail="Forbidden: it is withheld"),
            lost("9", resource_type="user"),
            lost("10", field="non_public_metrics"),
            lost("11", field=None, resource_type=None),
            lost("12", type="https://api.twitter.com/2/problems/a-for-field"),
            lost("a", value=None),
            {"title": "a"},
        ],
    ),
    "flattened": flat(),
    "flattened-without-an-account": post(),
    "flattened-and-inlined": flat(
        in_reply_to_user_id="5",
        in_reply_to_user=user("5", "a"),
        entities={"mentions": [mention("a") | user("5", "a"), mention(id="5")]},
        attachments={"media": [PHOTO], "media_keys": ["3_1"]},
        geo={"full_name": "Aleppo"},
        public_metrics={"like_count": 7},
        __twarc={"version": "2.14.0"},
        **refers(
            quoted=flat(
                id=ASKED,
                author=user("5", "a", name=None),
                **refers(replied_to=flat(id="20"), quoted=post()["id"]),
            ),
            replied_to=flat(id="30", author=user("6", "b")),
        ),
    ),
    "flattened-and-inlined-in-itself": flat(**refers(quoted=flat())),
    "flattened-account-without-an-id": flat(author={"username": "a", "name": "A"}),
    "flattened-account-without-a-name": flat(author={"username": "a", "id": "11"}),
    "page-of-inlined": page(post(**refers(quoted=asked()))),
    "account-inlined-in-a-page": page(post() | {"author": user("5", "a")}),
    "account-inlined-beside-none": {
        "data": [flat()],
        "meta": {"result_count": 1},
    },
}


@pytest.mark.parametrize("made", REGULAR.values(), ids=REGULAR)
def test_a_regular_record_is_read_as_the_tolerant_reader_does(made):
    found = read_record(packed(made), HERE)

    assert found == tolerant(packed(made))


@pytest.mark.parametrize(
    "raw",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"  \r", id="blank"),
        pytest.param(b"{oops", id="no-json"),
        pytest.param(b"[]", id="array"),
        pytest.param(b"null", id="null"),
        pytest.param(packed(page(post()))[:-9], id="cut-off"),
        pytest.param(packed(page(post())) * 2, id="two-on-a-line"),
        pytest.param(b"\xef\xbb\xbf" + packed(page(post())), id="mark"),
        pytest.param(packed(page(post())).replace(b"words", b"\xff"), id="no-utf-8"),
        pytest.param(packed(page(post(text="\ud83d"))), id="half-a-character"),
        pytest.param(packed(status()), id="api-v1"),
        pytest.param(b'{"data":' * 100_000, id="very-deep"),
        pytest.param(
            packed(flat()).replace(b'"lang"', b'"author_\\u0069d": "5", "data"'),
            id="data-in-a-flattened-tweet",
        ),
        pytest.param(
            packed({"data": post(geo={"x": 1}), "includes": {"users": []}}).replace(
                b'"x": 1', b'"\\u0069nstructions": []'
            ),
            id="name-that-is-spelt-out",
        ),
        *(
            pytest.param(packed(made), id=name)
            for name, made in {
                "no-data": {"meta": {"result_count": 0}},
                "empty-data": page(),
                "data-of-text": {"data": "a", "meta": {"result_count": 0}},
                "nothing-beside": {"data": [post()]},
                "nothing-told-beside": {"data": [post()], "includes": {}, "meta": {}},
                "accounts": page(user()),
                "graphql": {"data": post(tweetResult={}), "meta": {"result_count": 1}},
                "member-of-another-shape": page(post(), statuses=[]),
                "flattened-of-another-shape": flat(account={"acct": "a"}),
                "flattened-without-an-author": post(author=None),
                "flattened-article": flat(article={"title": "a"}),
                "no-id": page({"text": "a", "author_id": "11"}),
                "number-id": page(post(id=20)),
                "text-id": page(post(id="M1")),
                "other-digits": page(post(id="²")),
                "long-id": page(post(author="9" * 101)),
                "id-as-text-too": page(post(id_str="20")),
                "no-text": page({"id": "20", "author_id": "11"}),
                "empty-text": page(post(text="")),
                "article": page(post(text="", article={"title": "a"})),
                "no-author": page(post(author=None)),
                "empty-author": page(post(author_id="")),
                "odd-handle": page(post(), includes={"users": [user(handle="mоd")]}),
                "odd-account-id": page(post(), includes={"users": [user("5 ")]}),
                "account-without-an-id": page(
                    post(), includes={"users": [{"username": "a"}]}
                ),
                "odd-inlined-handle": flat(author=user(handle="mоd")),
                "inlined-without-a-handle": flat(author={"id": "11"}),
                "bad-stamp": page(post(created_at="yesterday")),
                "short-stamp": page(post(created_at="2016")),
                "stamp-of-a-minute": page(post(created_at="2016-02-11T12:00Z")),
                "stamp-of-no-day": page(post(created_at="2016-02-31T12:00:00.000Z")),
                "stamp-of-no-zone": page(post(created_at="2016-02-11T12:00:00.000")),
                "leap-second": page(post(created_at="2016-12-31T23:59:60.000Z")),
                "no-stamp-and-no-snowflake": page(post(id="20", created_at=None)),
                "second-reply": page(
                    post(referenced_tweets=[{"type": "quoted", "id": "1"}] * 2)
                ),
                "unknown-kind": page(post(**refers(continues="1"))),
                "no-kind": page(post(referenced_tweets=[{"id": "1"}])),
                "empty-reference": page(post(**refers(quoted=""))),
                "odd-inlined": page(post(**refers(quoted={"id": "1", "text": "a"}))),
                "wrong-type": page(post(entities={"urls": [{"url": 7}]})),
                "no-object-in-an-array": page(post(), None),
                "long-bit-rate": page(
                    post(),
                    includes={"media": [FILM | {"variants": [{"bit_rate": 10**18}]}]},
                ),
                "bit-rate-of-a-fraction": page(
                    post(),
                    includes={"media": [FILM | {"variants": [{"bit_rate": 1.0}]}]},
                ),
            }.items()
        ),
    ],
)
def test_whatever_is_odd_is_handed_over(raw):
    assert read_record(raw, HERE) is None


WHOLE = page(
    post(
        "12:00",
        conversation_id=ASKED,
        in_reply_to_user_id="11",
        in_reply_to_tweet_id=None,
        note_tweet=NOTE,
        attachments={"media_keys": ["3_1"], "media": [PHOTO]},
        entities={"mentions": [mention(id="11", name="M")], "urls": [STUMP]},
        public_metrics={"like_count": 7},
        **refers(replied_to=ASKED, quoted="7"),
    ),
    post("12:01", "RT @a: words…", edit_history_tweet_ids=["1", "2"]),
    asked(),
    includes={
        "users": [user(), user("5", "OIRspox")],
        "tweets": [asked(), post("10:00")],
        "media": [PHOTO, FILM],
    },
    errors=[lost(), lost("8", field="a"), lost("9", resource_type="user")],
    __twarc={"version": "2.14.0"},
)
ONE = {
    "data": WHOLE["data"][0],
    "includes": {"users": [user()], "tweets": [WHOLE["data"][0], asked()]},
    "matching_rules": [{"id": "1", "tag": "a"}],
}
FLAT = REGULAR["flattened-and-inlined"]
NAMES = st.sampled_from(
    [
        *("id", "id_str", "text", "type", "author", "author_id_str", "field", "name"),
        *("user", "full_text", "legacy", "rest_id", "__typename", "statuses", "schema"),
        *("instructions", "tweetResult", "tweet_results", "entryId", "verb", "event"),
        *("thread", "account", "content", "ancestors", "_type", "rawContent", "data"),
        *("tweet_id", "date", "html", "url", "tweetspat", "in_reply_to_tweet_id"),
        *("synthetic", "article", "title", "geo", "lang", "attachments", "media"),
    ]
)
VALUES = st.one_of(
    ANY_JSON,
    st.sampled_from([[], {}, [{}], True, None, 7, 1.0, "11", "mod_russia", "RT a…"]),
    st.sampled_from([post()["id"], ASKED, "2016-02-11T12:00:00.250Z", "²", "007"]),
    st.sampled_from([post(), user(), PHOTO, FILM, lost(), mention(id="11")]),
).map(deepcopy)


def holders(value):
    """Yield every object in a JSON value."""
    if isinstance(value, dict):
        yield value
    for each in value.values() if isinstance(value, dict) else value:
        if isinstance(each, dict | list):
            yield from holders(each)


@st.composite
def mutated(draw):
    """A record with members dropped, replaced, put in, or moved; or as it was."""
    whole = draw(st.sampled_from([WHOLE, ONE, FLAT, *REGULAR.values()]))
    made = draw(damaged(whole, VALUES)) if draw(st.booleans()) else whole
    made = json.loads(json.dumps(made))
    for _ in range(draw(st.integers(0, 2))):
        within = list(holders(made))
        if within:
            draw(st.sampled_from(within))[draw(NAMES)] = draw(VALUES)
    for each in holders(made) if draw(st.booleans()) else ():
        shuffled = draw(st.permutations(list(each.items())))
        each.clear()
        each.update(shuffled)
    return made


@given(mutated())
@example(page(post(), includes={"tweets": [post(a=True)]}) | {"errors": []})
@settings(max_examples=600, deadline=None)
def test_where_it_reads_a_record_the_tolerant_reader_finds_the_same_and_no_problem(
    made,
):
    found = read_record(packed(made), HERE)

    assert found is None or found == tolerant(packed(made))


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_of_a_member_that_stands_twice_the_last_one_counts(data):
    made = data.draw(st.sampled_from([WHOLE, ONE, FLAT]))
    text = json.dumps(made)
    name = data.draw(st.sampled_from([*post(), "includes", "users", "username"]))
    other = data.draw(st.sampled_from([None, "20", [], {}, 7, "11", [post()]]))
    begun = [each.start() for each in re.finditer(f'"{name}": ', text)]
    here = data.draw(st.sampled_from(begun or [1]))
    doubled = f'{text[:here]}"{name}": {json.dumps(other)}, {text[here:]}'

    found = read_record(doubled.encode(), HERE)

    assert found is None or found == [
        each._replace(problems=()) if isinstance(each, Tweet) else each
        for each in tolerant(doubled.encode())
        if getattr(each, "code", None) != "duplicate-key"
    ]


@NEEDS_REAL
@pytest.mark.parametrize(
    "path", REAL, ids=lambda path: f"{path.parent.name}/{path.name}"
)
def test_real_records_are_read_as_the_tolerant_reader_does(path):
    text = path.read_text("utf-8")
    records = [text.encode()]
    with suppress(ValueError):
        records = [packed(json.loads(line)) for line in text.splitlines()]

    for raw in records:
        found = read_record(raw, HERE)
        assert found is None or found == tolerant(raw)
        if path.parent.name in {"v2_pages_twarc", "v2_flat_twarc"}:
            assert found is not None


def made_pages(seed, count=8):
    """Return pages in which many tweets point at each other."""
    chance = random.Random(seed)
    people = [user(str(number), f"user_{number}") for number in range(9)]
    posts = {}
    pages = []
    for number in range(count * 20):
        refers_to = {
            kind: chance.choice([*posts, "7"])
            for kind in chance.sample(["replied_to", "quoted", "retweeted"], 2)
            if chance.random() < 0.4
        }
        id_ = snowflake(at("12:00"), number)
        posts[id_] = post(
            text=f"@user_1 words {number}…",
            author=str(chance.randrange(10)),
            id=id_,
            in_reply_to_user_id=str(chance.randrange(10)),
            entities={"mentions": [mention("user_1", id="1")], "urls": LINKS},
            attachments={"media_keys": ["3_1"]},
            edit_history_tweet_ids=[id_],
            **refers(**refers_to),
        )
        if number % 20 == 19:
            included = chance.sample([*posts.values()], 12)
            beside = {"users": people, "tweets": included, "media": [PHOTO]}
            told = [lost(str(each)) for each in range(7, 9)]
            ids = list(posts)[-20:]
            pages.append(
                page(*(posts[each] for each in ids), includes=beside, errors=told)
            )
    return pages


@pytest.mark.parametrize("seed", range(3))
def test_made_pages_are_all_read_as_the_tolerant_reader_does(seed):
    for made in made_pages(seed):
        assert read_record(packed(made), HERE) == tolerant(packed(made))


def test_the_accounts_of_one_id_keep_their_own_names():
    older = page(post(), includes={"users": [user(name="Ministry")]})
    newer = page(post(), includes={"users": [user(name="Ministry of Defence")]})

    names = [read_record(packed(each), HERE)[0].name for each in (older, newer, older)]

    assert names == ["Ministry", "Ministry of Defence", "Ministry"]


def test_accounts_are_forgotten_when_there_are_too_many(monkeypatch):
    monkeypatch.setattr(typed_tweet_v2, "_MOST_ACCOUNTS", 1)
    many = [user(str(number), f"user_{number}") for number in range(5)]
    raw = packed(page(post(author="3"), includes={"users": many}))

    assert read_record(raw, HERE) == tolerant(raw)


def test_tweets_accounts_and_notices_stand_in_the_order_of_the_page():
    found = read_record(packed(WHOLE), HERE)

    kinds = [type(each) for each in found]
    assert kinds == [Account, Account, Tweet, Tweet, Tweet, Tweet, Notice]
    assert [each.place.path for each in found[2:]] == [
        "$[3].data[0]",
        "$[3].data[1]",
        "$[3].data[2]",
        "$[3].includes.tweets[1]",
        "$[3].errors[0]",
    ]


def test_the_way_that_read_the_last_record_is_asked_first():
    typed = Typed()

    found = [
        typed.read(packed(made), HERE) for made in (page(post()), status(), {}, FLAT)
    ]

    assert [each and each[-1].place.shape for each in (found[0], found[1])] == [
        "api-v2",
        "api-v1.1",
    ]
    assert found[2] is None
    assert found[3] == tolerant(packed(FLAT))


# Large files, which take the quick way, hold the same tweets as small ones.

PAD = {"geo": {"x": "x" * (TYPED_FROM // 2)}}
FILLERS = [page(post(f"09:0{number}", **PAD)) for number in range(3)]


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """One folder for all examples of a property."""
    return tmp_path_factory.mktemp("large")


def said(heap):
    """Return what a heap tells, without the places where it was found.

    Of media the first: those of a tweet's records are gathered in one file only.
    """
    nowhere = Place("", 0)
    tweets = {
        id_: tweet._replace(
            place=nowhere,
            media=tweet.media[:1],
            copies=tuple(each._replace(place=nowhere) for each in tweet.copies),
            problems=tuple(each.code for each in tweet.problems),
        )
        for id_, tweet in heap.tweets.items()
    }
    return tweets, {id_: each.state for id_, each in heap.notices.items()}


@pytest.mark.parametrize("form", ["lines", "array"])
@given(made=st.lists(mutated() | st.just(status()), max_size=4))
@settings(max_examples=15, deadline=None)
def test_a_large_file_holds_the_same_as_its_records_in_small_files(folder, form, made):
    raws = [packed(each) for each in (*FILLERS, *made) if each]
    whole = b"\n".join(raws) if form == "lines" else b"[" + b",\n".join(raws) + b"]"

    large = load([written(folder, "large", whole)])
    small = load([written(folder, f"{n:04}", raw) for n, raw in enumerate(raws)])

    assert said(large) == said(small)


def test_in_a_large_file_every_tweet_stands_at_its_line_and_path(folder):
    raws = [*map(packed, FILLERS), packed(page(post("10:00"), post("11:00")))]

    lines = load([written(folder, "a.jsonl", b"\r\n\r\n".join(raws))])
    array = load([written(folder, "a.json", b"[\n" + b"\n,".join(raws) + b"]")])

    assert lines.tweets[ASKED].place[1:] == (7, "$.data[1]", "api-v2")
    assert array.tweets[ASKED].place[1:] == (5, "$[3].data[1]", "api-v2")


def test_a_large_file_tells_of_its_bad_lines_and_reads_the_rest(folder):
    odd = page(post("10:00", created_at="yesterday"))
    raws = [*map(packed, FILLERS), b"{oops", packed(odd), packed(status())]

    heap = load([written(folder, "bad.jsonl", b"\n".join(raws))])

    assert len(heap.tweets) == 5
    assert [(each.code, each.place.line) for each in heap.problems] == [("bad-json", 4)]
    told = heap.tweets[odd["data"][0]["id"]].problems
    assert [(each.code, each.place.line) for each in told] == [("bad-stamp", 5)]
    assert all(isinstance(each, Problem) for each in told)
