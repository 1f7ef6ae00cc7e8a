"""Bluesky's threads: addresses for ids, two clocks, what is blocked or not found."""

import json

import pytest
from damaged import damaged
from hypothesis import given, settings
from make import at, fields, loaded, shared
from neutral import sample

from tweetspat import load, reconstruct
from tweetspat.model import Account, Media, Notice, Tweet, Url
from tweetspat.problems import Problem
from tweetspat.readers import bluesky

FIXTURES = sorted(shared("data", "fixtures", "bluesky_postthread").glob("*.json"))
EMBED = "app.bsky.embed"


def uri(key):
    return f"at://did:plc:abc/app.bsky.feed.post/{key}"


def post(key="20", text="words", clock="12:00", **more):
    """Return a post as a view of it has it; `record` adds to what was written."""
    stamp = f"{at(clock):%Y-%m-%dT%H:%M:%S}.250Z"
    written = {"$type": "app.bsky.feed.post", "text": text, "createdAt": stamp}
    author = {"did": "did:plc:abc", "handle": "mod.example.org", "displayName": "M"}
    record = written | more.pop("record", {})
    made = {"uri": uri(key), "cid": "b", "author": author, "record": record}
    return made | {"indexedAt": stamp} | more


def quoted(key="19", text="quoted"):
    """Return a post as it is embedded in another."""
    made = post(key, text)
    value = made.pop("record")
    kind = f"{EMBED}.record#viewRecord"
    return made | {"$type": kind, "value": value, "embeds": []}


def quoting(record):
    return {"$type": f"{EMBED}.record#view", "record": record}


def thread(view, **more):
    kind = "app.bsky.feed.defs#threadViewPost"
    return {"thread": {"$type": kind, "post": view} | more}


def read(record):
    return list(bluesky.read(fields(record), None))


def codes(tweet):
    return [problem.code for problem in tweet.problems]


def test_a_regular_post_is_read_whole_and_without_problems():
    (tweet,) = read(thread(post(text="a &amp; b")))

    assert tweet.id == uri("20")
    assert tweet.author == Account("mod.example.org", "M", "did:plc:abc")
    assert tweet.text == "a &amp; b"
    assert (tweet.sent.replace(microsecond=0), tweet.sent_basis) == (
        at("12:00"),
        "created_at",
    )
    assert (tweet.state, tweet.nested_in, tweet.problems) == ("present", None, ())
    assert tweet.place.path == "$.thread.post"


@pytest.mark.parametrize(
    ("record", "known"),
    [
        (thread(post()), True),
        ({"thread": {"post": post()}}, True),
        ({"thread": {"uri": uri("20"), "notFound": True}}, True),
        ({"thread": {"$type": "app.bsky.feed.defs#blockedPost"}}, True),
        ({"thread": {"post": "words"}}, False),
        ({"thread": []}, False),
        ({"post": post()}, False),
        (None, False),
    ],
)
def test_a_thread_is_told_by_what_stands_under_it(record, known):
    assert bluesky.recognises(record) is known


def test_parents_and_answers_are_read_with_their_links():
    def answer(key, parent):
        named = {"parent": {"uri": uri(parent)}, "root": {"uri": uri("1")}}
        return post(key, record={"reply": named})

    record = thread(
        answer("3", "2"),
        parent={"post": answer("2", "1"), "parent": {"post": post("1")}},
        replies=[{"post": answer("4", "3")}, {"post": answer("5", "3")}],
    )

    found = {each.id: each.reply_to for each in read(record)}

    assert found == {
        uri("1"): None,
        uri("2"): uri("1"),
        uri("3"): uri("2"),
        uri("4"): uri("3"),
        uri("5"): uri("3"),
    }


def test_a_deep_thread_is_read_to_its_end(tmp_path):
    view = {"post": post("0")}
    for number in range(1, 110):
        view = {"post": post(str(number)), "replies": [view]}

    assert len(loaded(tmp_path, {"thread": view}).tweets) == 110


@pytest.mark.parametrize(
    ("flag", "state", "reason"),
    [("notFound", "missing", "not found"), ("blocked", "protected", "blocked")],
)
def test_what_stands_for_a_lost_post_is_a_notice(flag, state, reason):
    lost = {"uri": uri("21"), flag: True}
    record = thread(post(embed=quoting(lost | {"uri": uri("9")})), replies=[lost])

    tweet, *notices = read(record)

    assert tweet.quotes == uri("9")
    assert {(each.id, each.state, each.reason) for each in notices} == {
        (uri("21"), state, reason),
        (uri("9"), state, reason),
    }


def test_a_lost_post_without_its_address_is_a_problem():
    (problem,) = read({"thread": {"$type": "app.bsky.feed.defs#x", "blocked": True}})

    assert (problem.code, problem.place.path) == ("missing-field", "$.thread.uri")


@pytest.mark.parametrize(
    "embed",
    [
        quoting(quoted()),
        {
            "$type": f"{EMBED}.recordWithMedia#view",
            "record": {"record": quoted()},
            "media": {"images": [{"fullsize": "p", "alt": "map"}]},
        },
    ],
    ids=["alone", "beside-pictures"],
)
def test_a_quoted_post_is_a_tweet_of_its_own(embed):
    tweet, nested = read(thread(post(embed=embed)))

    assert tweet.quotes == nested.id == uri("19")
    assert (nested.text, nested.state) == ("quoted", "recovered")
    assert nested.nested_in == tweet.id
    assert tweet.media == ((Media("photo", "p", "map"),) if "media" in embed else ())


def test_a_detached_quote_is_named_and_no_more():
    detached = {"$type": f"{EMBED}.record#viewDetached", "uri": uri("19")}

    (tweet,) = read(thread(post(embed=quoting(detached))))

    assert tweet.quotes == uri("19")


def test_a_quote_that_only_the_record_names_is_kept():
    named = {"embed": {"$type": f"{EMBED}.record", "record": {"uri": uri("19")}}}

    (tweet,) = read(thread(post(record=named)))

    assert tweet.quotes == uri("19")


def test_an_embedded_list_is_no_quote():
    listed = quoted() | {"uri": "at://did:plc:abc/app.bsky.graph.list/1"}

    (tweet,) = read(thread(post(embed=quoting(listed))))

    assert tweet.quotes is None


def test_a_post_that_quotes_itself_is_told_of():
    (tweet,) = read(thread(post("19", embed=quoting(quoted("19")))))

    assert tweet.quotes is None
    assert codes(tweet) == ["holds-itself"]


def test_links_are_cut_out_of_the_text_by_bytes():
    facet = {
        "index": {
            "byteStart": len("гуси ".encode()),
            "byteEnd": len("гуси a.org".encode()),
        },
        "features": [{"uri": "https://a.org/geese"}, {"tag": "geese"}],
    }
    card = {"external": {"uri": "https://b.org", "title": "b"}}

    (tweet,) = read(
        thread(post(text="гуси a.org!", record={"facets": [facet], "embed": card}))
    )

    assert tweet.urls == (
        Url("a.org", "https://a.org/geese"),
        Url("https://b.org", "https://b.org"),
    )


def test_odd_pictures_are_told_of_and_cost_only_themselves():
    images = [{"fullsize": 7, "alt": "map"}, None]

    (tweet,) = read(thread(post(embed={"images": images})))

    assert tweet.media == (Media("photo", None, "map"),)
    assert codes(tweet) == ["wrong-type", "wrong-type"]


def test_a_film_is_media():
    (tweet,) = read(thread(post(embed={"playlist": "list.m3u8", "alt": ""})))

    assert tweet.media == (Media("video", "list.m3u8"),)


@pytest.mark.parametrize(
    ("handle", "shown", "told"),
    [
        ("mod-russia.bsky.social", "mod-russia.bsky.social", []),
        ("mod.russiа.org", "mod.russiа.org", ["odd-handle"]),
        ("handle.invalid", "did:plc:abc", ["odd-handle"]),
    ],
)
def test_handles_are_domains(handle, shown, told):
    author = {"did": "did:plc:abc", "handle": handle}

    (tweet,) = read(thread(post(author=author)))

    assert tweet.author.handle == shown
    assert codes(tweet) == told


@pytest.mark.parametrize(
    ("author", "id_", "told"),
    [({"did": "did:plc:abc"}, "did:plc:abc", []), (None, None, ["missing-field"])],
)
def test_an_author_without_a_handle_is_known_by_the_account(author, id_, told):
    (tweet,) = read(thread(post(author=author)))

    assert (tweet.author, tweet.author_id) == (None, id_)
    assert codes(tweet) == told


def test_two_clocks_that_differ_by_days_are_told_of():
    (tweet,) = read(thread(post(indexedAt="2016-02-13T12:00:01Z")))

    assert tweet.sent.day == 11
    assert codes(tweet) == ["contradicting-stamp"]
    assert "2016-02-13 12:00:01" in tweet.problems[0].message


@pytest.mark.parametrize("stamp", [None, "yesterday", "2016-02-11T12:00:00"])
def test_without_a_stamp_nobody_knows_when(stamp):
    (tweet,) = read(thread(post(record={"createdAt": stamp})))

    assert (tweet.sent, tweet.sent_basis) == (None, None)
    assert codes(tweet) == ["bad-stamp"]


@pytest.mark.parametrize(
    ("view", "path"),
    [
        (post() | {"uri": None}, "$.thread.post.uri"),
        (post() | {"record": None}, "$.thread.post.record.text"),
        (post(record={"text": None}), "$.thread.post.record.text"),
    ],
)
def test_a_post_without_address_or_text_is_a_problem_and_costs_only_itself(view, path):
    problem, tweet = read(thread(view, replies=[{"post": post("21")}]))

    assert (problem.code, problem.place.path) == ("missing-field", path)
    assert tweet.id == uri("21")


def test_a_view_without_a_post_is_told_of():
    tweet, problem = read(thread(post(), replies=[{"news": 1}]))

    assert isinstance(tweet, Tweet)
    assert (problem.code, problem.place.path) == (
        "unknown-shape",
        "$.thread.replies[0]",
    )


def test_the_sample_gives_the_same_links_as_from_other_shapes(tmp_path):
    said = [each for each in sample() if not each.repeats]

    def view(each):
        reply = {"parent": {"uri": uri(each.reply_to)}} if each.reply_to else None
        embed = {"record": {"uri": uri(each.quotes)}} if each.quotes else None
        return post(
            each.id,
            each.text,
            record={
                "createdAt": each.sent.isoformat(),
                "reply": reply,
                "embed": embed,
            },
            indexedAt=each.sent.isoformat(),
            author={"did": each.account_id, "handle": f"{each.handle}.test"},
            synthetic=True,
        )

    first, *others = said
    made = thread(view(first), replies=[{"post": view(each)} for each in others])

    turns = {
        turn.tweet.id: turn
        for spat in reconstruct(loaded(tmp_path, made), infer="off")
        for turn in spat.turns
    }

    for each in said:
        turn = turns[uri(each.id)]
        assert turn.tweet.text == each.text
        assert turn.tweet.sent == each.sent
        assert turn.tweet.synthetic
        assert turn.problems == ()
        assert [link.to for link in turn.links if link.stated] == [
            uri(id_) for id_ in (each.reply_to, each.quotes) if id_
        ]


WHOLE = thread(
    post(
        "20",
        embed=quoting(quoted()),
        record={
            "reply": {"parent": {"uri": uri("18")}},
            "facets": [
                {
                    "index": {"byteStart": 0, "byteEnd": 2},
                    "features": [{"uri": "https://a.org"}],
                }
            ],
        },
    ),
    parent={"uri": uri("18"), "notFound": True},
    replies=[{"post": post("21", embed={"images": [{"fullsize": "p", "alt": "a"}]})}],
)


@given(damaged(WHOLE))
@settings(max_examples=150, deadline=None)
def test_whatever_is_wrong_with_a_thread_raises_nothing(record):
    if bluesky.recognises(record):
        assert all(isinstance(each, Tweet | Notice | Problem) for each in read(record))


@pytest.mark.skipif(not FIXTURES, reason="the shared data are not here")
@pytest.mark.parametrize("path", FIXTURES, ids=lambda path: path.stem)
def test_every_real_file_gives_its_posts_and_their_links(path):
    view = json.loads(path.read_text("utf-8"))["thread"]
    posts = [each["post"] for each in (view, *view.get("replies", ()))]

    heap = load([str(path)])

    assert heap.problems == ()
    assert {id_: each.reply_to for id_, each in heap.tweets.items()} == {
        each["uri"]: each["record"].get("reply", {}).get("parent", {}).get("uri")
        for each in posts
    }
    assert all(each.author and not each.problems for each in heap.tweets.values())
